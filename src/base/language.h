#pragma once
// Names of languages: BCP 47.
#include <string>
#include <string_view>

namespace reliure::base {

/// Whether `text` is a language tag: well-formed (RFC 5646 §2.1), and its language of two or three letters,
/// as all are that have been registered.
bool is_language_tag(std::string_view text);

/// The tag that was evidently meant: `fr-FR` for `fr_FR.UTF-8`, `fr` for `french`. A tag is itself; empty
/// where nobody can know.
std::string meant_language(std::string_view text);

}  // namespace reliure::base

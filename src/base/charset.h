#pragma once
// Older encodings that dictionaries are written in.
#include <optional>
#include <string>
#include <string_view>

namespace reliure::base {

/// `text` as UTF-8; nothing when `charset` is not one of those that the dictionaries of LibreOffice name
/// (`UTF-8`, `ISO8859-2`, `KOI8-R`, `microsoft-cp1251` …). A byte without a meaning becomes U+FFFD.
std::optional<std::string> to_utf8(std::string_view text, std::string_view charset);

}  // namespace reliure::base

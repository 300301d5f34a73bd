#pragma once
// The one switch of the writer: what its markup is for.
#include <cstdint>
#include <string>
#include <string_view>

namespace reliure::epub {

enum class Target : std::uint8_t {
  /// XHTML for the readers of an EPUB, in EPUB's vocabulary.
  ebook,
  /// Files that say the same as HTML and as XML, so that every server, and none, can show them.
  site,
};

/// Of the names of files: `.xhtml`, `.html`.
std::string_view ending(Target target);

/// Appends ` epub:type="footnote"`, which HTML does not know; its roles say as much.
void append_type(std::string& out, Target target, std::string_view type);

/// Appends the language of an element, for HTML and, in an e-book, for XML.
void append_language(std::string& out, Target target, std::string_view language);

}  // namespace reliure::epub

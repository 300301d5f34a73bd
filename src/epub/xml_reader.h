#pragma once
// A small reader of XML 1.0, enough for pictures in SVG: start tags, end tags and text, with the internal
// entities that drawing programs declare. Nothing outside the file is ever asked for.
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reliure::epub {

struct XmlAttribute {
  std::string_view name;
  /// With references resolved.
  std::string value;
};

struct XmlToken {
  enum class Kind { start, end, text, finish, error };
  Kind kind = Kind::finish;
  /// The element's name as written; for an error, what is wrong.
  std::string_view name;
  /// `<name/>`: an end token does not follow.
  bool empty = false;
  std::vector<XmlAttribute> attributes;
  std::string text;
};

/// Reads tokens one after another; comments, processing instructions and the document type are skipped.
/// Checks that tags match. After an error or the finish nothing more comes.
class XmlReader {
 public:
  /// `text` is UTF-8 and outlives the reader.
  explicit XmlReader(std::string_view text) : text_(text) {}
  XmlToken next();

 private:
  XmlToken read_markup();
  XmlToken read_start_tag();
  XmlToken read_end_tag();
  XmlToken read_text(std::size_t end);
  bool read_attribute(XmlToken& token);
  bool skip_past(std::string_view end);
  bool skip_doctype();
  void declare_entity(std::string_view declaration);
  bool resolve(std::string_view raw, std::string& out);
  std::string_view read_name();
  void skip_space();
  XmlToken error(std::string_view what);

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<std::string_view> open_;
  std::map<std::string_view, std::string_view> entities_;
  bool seen_root_ = false;
  bool failed_ = false;
};

}  // namespace reliure::epub

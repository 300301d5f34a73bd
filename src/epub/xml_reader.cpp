#include "epub/xml_reader.h"

#include <algorithm>

#include "base/utf8.h"
#include "epub/escape.h"

namespace reliure::epub {
namespace {

/// Drawing programs nest tens of groups; parsers of readers give up at 256.
constexpr std::size_t kDeepest = 200;
/// Entities stand for namespace names; a long one repeated would blow up the text.
constexpr std::size_t kLongestEntity = 512;

bool is_name_character(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// The character of `#65` or `#x41`; 0 when it is none that XML allows.
char32_t numbered_character(std::string_view digits) {
  const bool hexadecimal = digits.starts_with("#x");
  digits.remove_prefix(hexadecimal ? 2 : 1);
  if (digits.empty() || digits.size() > 7) return 0;
  char32_t character = 0;
  for (const char c : digits) {
    const char lower = to_lower(c);
    if (is_digit(c)) {
      character = character * (hexadecimal ? 16 : 10) + static_cast<char32_t>(c - '0');
    } else if (hexadecimal && lower >= 'a' && lower <= 'f') {
      character = character * 16 + static_cast<char32_t>(lower - 'a' + 10);
    } else {
      return 0;
    }
  }
  return character;
}

char predefined(std::string_view name) {
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  if (name == "amp") return '&';
  if (name == "quot") return '"';
  return name == "apos" ? '\'' : '\0';
}

}  // namespace

XmlToken XmlReader::error(std::string_view what) {
  failed_ = true;
  XmlToken token;
  token.kind = XmlToken::Kind::error;
  token.name = what;
  return token;
}

void XmlReader::skip_space() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
}

std::string_view XmlReader::read_name() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
  return text_.substr(begin, at_ - begin);
}

bool XmlReader::skip_past(std::string_view end) {
  const std::size_t found = text_.find(end, at_);
  if (found == std::string_view::npos) return false;
  at_ = found + end.size();
  return true;
}

XmlToken XmlReader::next() {
  while (!failed_ && at_ < text_.size()) {
    const std::size_t markup = std::min(text_.find('<', at_), text_.size());
    if (markup > at_) {
      if (!open_.empty()) return read_text(markup);
      if (!is_blank(text_.substr(at_, markup - at_))) return error("text outside of the root element");
      at_ = markup;
      continue;
    }
    const std::string_view rest = text_.substr(at_);
    bool skipped = true;
    if (rest.starts_with("<!--")) {
      skipped = skip_past("-->");
    } else if (rest.starts_with("<?")) {
      skipped = skip_past("?>");
    } else if (rest.starts_with("<!DOCTYPE")) {
      skipped = !seen_root_ && skip_doctype();
    } else {
      return read_markup();
    }
    if (!skipped) return error("a comment, instruction or document type without an end");
  }
  if (!failed_ && (!open_.empty() || !seen_root_)) return error("an element without an end tag");
  return {};
}

XmlToken XmlReader::read_markup() {
  constexpr std::string_view kCdata = "<![CDATA[";
  if (text_.substr(at_).starts_with("</")) return read_end_tag();
  if (!text_.substr(at_).starts_with(kCdata)) return read_start_tag();
  const std::size_t end = text_.find("]]>", at_);
  if (end == std::string_view::npos || open_.empty()) return error("a CDATA section without an end");
  XmlToken token;
  token.kind = XmlToken::Kind::text;
  token.text = text_.substr(at_ + kCdata.size(), end - at_ - kCdata.size());
  at_ = end + 3;
  return token;
}

XmlToken XmlReader::read_text(std::size_t end) {
  XmlToken token;
  token.kind = XmlToken::Kind::text;
  const std::string_view raw = text_.substr(at_, end - at_);
  at_ = end;
  return resolve(raw, token.text) ? token : error("a reference to an unknown character");
}

XmlToken XmlReader::read_end_tag() {
  at_ += 2;
  const std::string_view name = read_name();
  skip_space();
  if (at_ >= text_.size() || text_[at_] != '>' || open_.empty() || open_.back() != name) {
    return error("an end tag that does not match its start tag");
  }
  ++at_;
  open_.pop_back();
  XmlToken token;
  token.kind = XmlToken::Kind::end;
  token.name = name;
  return token;
}

XmlToken XmlReader::read_start_tag() {
  ++at_;
  XmlToken token;
  token.kind = XmlToken::Kind::start;
  token.name = read_name();
  if (token.name.empty() || (open_.empty() && seen_root_)) return error("a stray `<`");
  skip_space();
  while (at_ < text_.size() && text_[at_] != '>' && text_[at_] != '/') {
    if (!read_attribute(token)) return error("an attribute that is not `name=\"value\"`");
    skip_space();
  }
  token.empty = at_ < text_.size() && text_[at_] == '/';
  if (token.empty) ++at_;
  if (at_ >= text_.size() || text_[at_] != '>') return error("a start tag without an end");
  ++at_;
  seen_root_ = true;
  if (!token.empty) open_.push_back(token.name);
  if (open_.size() > kDeepest) return error("elements nested too deeply");
  return token;
}

bool XmlReader::read_attribute(XmlToken& token) {
  XmlAttribute attribute;
  attribute.name = read_name();
  skip_space();
  if (attribute.name.empty() || at_ >= text_.size() || text_[at_] != '=') return false;
  ++at_;
  skip_space();
  if (at_ >= text_.size() || (text_[at_] != '"' && text_[at_] != '\'')) return false;
  const std::size_t end = text_.find(text_[at_], at_ + 1);
  if (end == std::string_view::npos) return false;
  const std::string_view raw = text_.substr(at_ + 1, end - at_ - 1);
  at_ = end + 1;
  if (raw.find('<') != std::string_view::npos || !resolve(raw, attribute.value)) return false;
  token.attributes.push_back(std::move(attribute));
  return true;
}

/// Skips `<!DOCTYPE svg PUBLIC "…" "…" [ … ]>` and keeps the entities of its internal subset.
bool XmlReader::skip_doctype() {
  const std::size_t bracket = text_.find('[', at_);
  const std::size_t end = text_.find('>', at_);
  if (end == std::string_view::npos || end < bracket) return skip_past(">");
  at_ = bracket + 1;
  for (skip_space(); at_ < text_.size() && text_[at_] != ']'; skip_space()) {
    const std::size_t begin = at_;
    if (!skip_past(">")) return false;
    declare_entity(text_.substr(begin, at_ - begin));
  }
  return skip_past(">");
}

/// Keeps `<!ENTITY name "value">` when its value is plain text.
void XmlReader::declare_entity(std::string_view declaration) {
  constexpr std::string_view kStart = "<!ENTITY ";
  const std::size_t open = declaration.find_first_of("\"'");
  if (!declaration.starts_with(kStart) || open == std::string_view::npos) return;
  const std::string_view name = trimmed(declaration.substr(kStart.size(), open - kStart.size()));
  const std::size_t close = declaration.find(declaration[open], open + 1);
  if (close == std::string_view::npos || name.find_first_of(" %\t\n\r") != std::string_view::npos) return;
  const std::string_view value = declaration.substr(open + 1, close - open - 1);
  if (value.size() > kLongestEntity || value.find_first_of("&<%") != std::string_view::npos) return;
  entities_.emplace(name, value);
}

bool XmlReader::resolve(std::string_view raw, std::string& out) {
  for (std::size_t i = 0; i < raw.size();) {
    const std::size_t reference = std::min(raw.find('&', i), raw.size());
    out.append(raw, i, reference - i);
    if (reference == raw.size()) break;
    const std::size_t end = raw.find(';', reference);
    if (end == std::string_view::npos) return false;
    const std::string_view name = raw.substr(reference + 1, end - reference - 1);
    i = end + 1;
    if (name.starts_with('#')) {
      const char32_t character = numbered_character(name);
      if (character == 0) return false;
      base::encode(character, out);
    } else if (const char c = predefined(name); c != '\0') {
      out += c;
    } else if (const auto entity = entities_.find(name); entity != entities_.end()) {
      out += entity->second;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace reliure::epub

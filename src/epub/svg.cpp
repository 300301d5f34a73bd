#include "epub/svg.h"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "base/language.h"
#include "base/utf8.h"
#include "epub/escape.h"
#include "epub/xml_reader.h"

namespace reliure::epub {
namespace {

constexpr std::string_view kSvgNamespace = "http://www.w3.org/2000/svg";
constexpr std::string_view kXlinkNamespace = "http://www.w3.org/1999/xlink";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// What SVG can draw without moving or running (SVG 1.1, and `feDropShadow` of 2); all else is left out with
/// what is in it.
constexpr std::string_view kElements[] = {"a",
                                          "circle",
                                          "clipPath",
                                          "defs",
                                          "desc",
                                          "ellipse",
                                          "feBlend",
                                          "feColorMatrix",
                                          "feComposite",
                                          "feConvolveMatrix",
                                          "feComponentTransfer",
                                          "feDiffuseLighting",
                                          "feDisplacementMap",
                                          "feDistantLight",
                                          "feDropShadow",
                                          "feFlood",
                                          "feFuncA",
                                          "feFuncB",
                                          "feFuncG",
                                          "feFuncR",
                                          "feGaussianBlur",
                                          "feImage",
                                          "feMerge",
                                          "feMergeNode",
                                          "feMorphology",
                                          "feOffset",
                                          "fePointLight",
                                          "feSpecularLighting",
                                          "feSpotLight",
                                          "feTile",
                                          "feTurbulence",
                                          "filter",
                                          "font",
                                          "font-face",
                                          "font-face-name",
                                          "font-face-src",
                                          "g",
                                          "glyph",
                                          "image",
                                          "line",
                                          "linearGradient",
                                          "marker",
                                          "mask",
                                          "missing-glyph",
                                          "path",
                                          "pattern",
                                          "polygon",
                                          "polyline",
                                          "radialGradient",
                                          "rect",
                                          "stop",
                                          "style",
                                          "svg",
                                          "switch",
                                          "symbol",
                                          "text",
                                          "textPath",
                                          "title",
                                          "tref",
                                          "tspan",
                                          "use",
                                          "view"};

/// Elements that hold text.
constexpr std::string_view kHoldsText[] = {"desc", "style", "text", "textPath", "title", "tref", "tspan"};

/// Elements that draw what their `href` names, and nothing without it.
constexpr std::string_view kDrawsReference[] = {"image", "use", "feImage", "tref"};

template <std::size_t N>
bool is_among(std::string_view name, const std::string_view (&names)[N]) {
  return std::ranges::find(names, name) != std::end(names);
}

using Ids = std::set<std::string, std::less<>>;

/// The id that `#id`, `#id)` and `#id"` begin with.
std::string_view id_in(std::string_view reference) {
  const std::size_t end = reference.find_first_of("\"') \t\r\n", 1);
  return reference.substr(1, end == std::string_view::npos ? end : end - 1);
}

/// The id as XML takes it (an NCName): `1 a` as `_1_a`.
std::string mended_id(std::string_view id) {
  const auto may_begin = [](char c) {
    return is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
  };
  std::string mended = id.empty() || may_begin(id.front()) ? "" : "_";
  for (const char c : id) mended += may_begin(c) || is_digit(c) || c == '-' || c == '.' ? c : '_';
  return mended;
}

/// `url(#id)` with ids as they are mended. A `#` elsewhere may begin a colour.
std::string with_mended_references(std::string value, const Ids& ids) {
  for (std::size_t at = 0; (at = value.find("url(", at)) != std::string::npos;) {
    at = value.find_first_not_of(" \"'", at + 4);
    if (at == std::string::npos) break;
    const std::string id(value[at] == '#' ? id_in(std::string_view(value).substr(at)) : std::string_view());
    if (ids.contains(id)) value.replace(at + 1, id.size(), mended_id(id));
  }
  return value;
}

bool stays_inside(std::string_view reference, const Ids& ids) {
  reference = trimmed(reference);
  if (reference.starts_with('#')) return ids.contains(id_in(reference));
  const std::string start = to_lower(reference.substr(0, 15));
  return start.starts_with("data:image/png") || start.starts_with("data:image/jpeg") ||
         start.starts_with("data:image/jpg") || start.starts_with("data:image/gif");
}

struct Cleaner {
  std::string out;
  /// The prefix that the file gives SVG's own elements, with its colon; mostly empty.
  std::string prefix;
  /// All ids of the file, and those written so far.
  Ids known_ids;
  Ids ids;
  /// Names of the open elements as they are written; empty for one whose tags are left out.
  std::vector<std::string_view> open;
  /// Depth of elements inside one that is left out.
  std::size_t skipped = 0;
  std::string style_text;
};

/// The innermost element whose tags are written, without SVG's prefix.
std::string_view innermost(const Cleaner& cleaner) {
  const auto found = std::find_if(cleaner.open.rbegin(), cleaner.open.rend(),
                                  [](std::string_view name) { return !name.empty(); });
  return found == cleaner.open.rend() ? std::string_view() : found->substr(cleaner.prefix.size());
}

bool is_style(const Cleaner& cleaner) {
  return !cleaner.open.empty() && cleaner.open.back() == cleaner.prefix + "style";
}

/// A title of a drawing, which has words and no elements.
bool is_in_title(const Cleaner& cleaner) {
  const std::string_view name = innermost(cleaner);
  return name == "title" || name == "desc";
}

/// The name without SVG's prefix, or nothing for an element of another vocabulary.
std::optional<std::string_view> svg_name(const Cleaner& cleaner, const XmlToken& token) {
  for (const XmlAttribute& attribute : token.attributes) {
    if (attribute.name == "xmlns" && cleaner.prefix.empty() && attribute.value != kSvgNamespace) {
      return std::nullopt;
    }
  }
  if (!token.name.starts_with(cleaner.prefix)) return std::nullopt;
  const std::string_view name = token.name.substr(cleaner.prefix.size());
  if (name.find(':') != std::string_view::npos) return std::nullopt;
  return name;
}

bool is_left_out(const Cleaner& cleaner, std::string_view name, const XmlToken& token) {
  if (!is_among(name, kElements)) return !is_in_title(cleaner);
  if (!is_among(name, kDrawsReference)) return false;
  return std::ranges::none_of(token.attributes, [&cleaner](const XmlAttribute& attribute) {
    return (attribute.name == "href" || attribute.name == "xlink:href") &&
           stays_inside(attribute.value, cleaner.known_ids);
  });
}

/// Whether the attribute may stay; may change its value.
bool admit(Cleaner& cleaner, XmlAttribute& attribute) {
  const std::string name = to_lower(attribute.name);
  if (name.starts_with("on") || name.starts_with("xmlns") || name.starts_with("data-")) return false;
  if (name == "href" || name == "xlink:href") {
    const bool stays = stays_inside(attribute.value, cleaner.known_ids);
    const std::string_view reference = trimmed(attribute.value);
    if (stays && reference.starts_with('#')) attribute.value = "#" + mended_id(id_in(reference));
    return stays;
  }
  if (name == "lang" || name == "xml:lang") return base::is_language_tag(attribute.value);
  if (name.find(':') != std::string::npos) return name == "xml:space";
  if (name == "id") {
    attribute.value = mended_id(attribute.value);
    return !attribute.value.empty() && cleaner.ids.insert(attribute.value).second;
  }
  attribute.value = with_mended_references(without_outside_references(attribute.value, cleaner.known_ids),
                                           cleaner.known_ids);
  return true;
}

void write_start(Cleaner& cleaner, XmlToken& token, bool is_root) {
  std::string& out = cleaner.out;
  out += '<';
  out += token.name;
  if (is_root) {
    append_attribute(
        out,
        cleaner.prefix.empty() ? "xmlns" : "xmlns:" + cleaner.prefix.substr(0, cleaner.prefix.size() - 1),
        kSvgNamespace);
    append_attribute(out, "xmlns:xlink", kXlinkNamespace);
  }
  std::set<std::string_view> seen;
  for (XmlAttribute& attribute : token.attributes) {
    if (seen.insert(attribute.name).second && admit(cleaner, attribute)) {
      append_attribute(out, attribute.name, attribute.value);
    }
  }
  out += token.empty ? "/>" : ">";
}

void on_start(Cleaner& cleaner, XmlToken& token) {
  const auto name = svg_name(cleaner, token);
  if (cleaner.skipped > 0 || !name || is_left_out(cleaner, *name, token)) {
    if (!token.empty) ++cleaner.skipped;
    return;
  }
  // A link needs an address, and a picture in an e-book leads nowhere: what it holds stays.
  const bool tags_stay = *name != "a" && !is_in_title(cleaner);
  if (tags_stay) write_start(cleaner, token, cleaner.open.empty());
  if (!token.empty) cleaner.open.push_back(tags_stay ? token.name : std::string_view());
}

void on_end(Cleaner& cleaner) {
  if (cleaner.skipped > 0) {
    --cleaner.skipped;
    return;
  }
  if (is_style(cleaner)) {
    append_text(cleaner.out,
                with_mended_references(without_outside_references(cleaner.style_text, cleaner.known_ids),
                                       cleaner.known_ids));
    cleaner.style_text.clear();
  }
  if (!cleaner.open.back().empty()) {
    cleaner.out += "</";
    cleaner.out += cleaner.open.back();
    cleaner.out += '>';
  }
  cleaner.open.pop_back();
}

void on_text(Cleaner& cleaner, const XmlToken& token) {
  if (cleaner.skipped > 0) return;
  if (is_style(cleaner)) {
    cleaner.style_text += token.text;
  } else if (is_blank(token.text) || is_among(innermost(cleaner), kHoldsText)) {
    append_text(cleaner.out, token.text);
  }
}

/// The ids that references may lead to.
Ids ids_in(std::string_view text) {
  Ids ids;
  XmlReader reader(text);
  for (XmlToken token = reader.next(); token.kind != XmlToken::Kind::finish; token = reader.next()) {
    if (token.kind == XmlToken::Kind::error) break;
    for (XmlAttribute& attribute : token.attributes) {
      if (attribute.name == "id") ids.insert(std::move(attribute.value));
    }
  }
  return ids;
}

/// SVG's prefix with its colon, from the root's name.
std::string prefix_of(std::string_view name) { return std::string(name.substr(0, name.find(':') + 1)); }

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

}  // namespace

bool looks_like_svg(std::string_view bytes) {
  // Before the root stand a declaration, comments and a document type: a few hundred bytes at most.
  constexpr std::size_t kProlog = 4096;
  const std::string_view start = bytes.substr(0, kProlog);
  const std::size_t first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || start[first] != '<') return false;
  return start.find("<svg") != std::string_view::npos || start.find(":svg") != std::string_view::npos;
}

CleanedSvg clean_svg(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (base::first_invalid(bytes)) return {"", "bytes that are not UTF-8"};
  Cleaner cleaner;
  cleaner.known_ids = ids_in(bytes);
  cleaner.out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  XmlReader reader(bytes);
  bool seen_root = false;
  for (;;) {
    XmlToken token = reader.next();
    switch (token.kind) {
      case XmlToken::Kind::start:
        if (!seen_root) {
          cleaner.prefix = prefix_of(token.name);
          if (svg_name(cleaner, token) != "svg") return {"", "a root element that is not `svg`"};
          seen_root = true;
        }
        on_start(cleaner, token);
        break;
      case XmlToken::Kind::end:
        on_end(cleaner);
        break;
      case XmlToken::Kind::text:
        on_text(cleaner, token);
        break;
      case XmlToken::Kind::error:
        return {"", std::string(token.name)};
      case XmlToken::Kind::finish:
        return {std::move(cleaner.out), ""};
    }
  }
}

std::string without_outside_references(std::string_view css, const Ids& ids) {
  const std::string lower = to_lower(css);
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < css.size();) {
    const std::size_t import = lower.find("@import", at);
    const std::size_t url = lower.find("url(", at);
    const std::size_t found = std::min(import, url);
    if (found == std::string::npos) break;
    const bool is_url = found == url;
    const std::size_t end = std::min(css.find(is_url ? ')' : ';', found), css.size() - 1) + 1;
    std::size_t target = skip_spaces(css, found + 4);
    if (target < css.size() && (css[target] == '"' || css[target] == '\'')) ++target;
    if (!is_url || !stays_inside(css.substr(target), ids)) {
      out.append(css, copied, found - copied);
      if (is_url) out += "none";
      copied = end;
    }
    at = end;
  }
  return out.append(css, copied, css.size() - copied);
}

}  // namespace reliure::epub

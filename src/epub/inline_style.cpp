#include "epub/inline_style.h"

#include <algorithm>
#include <vector>

#include "epub/escape.h"

namespace reliure::epub {
namespace {

using book::Kind;

constexpr std::string_view kForbidden[] = {"position", "direction", "unicode-bidi", "behavior",
                                           "-moz-binding"};

bool is_property_name(std::string_view name) {
  return !name.empty() && !is_digit(name[0]) && std::ranges::all_of(name, [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_';
  });
}

/// Where the declaration that begins at `begin` ends: a semicolon outside of strings and brackets.
std::size_t end_of_declaration(std::string_view style, std::size_t begin) {
  char quote = '\0';
  int depth = 0;
  for (std::size_t i = begin; i < style.size(); ++i) {
    const char c = style[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')') {
      --depth;
    } else if (c == ';' && depth <= 0) {
      return i;
    }
  }
  return style.size();
}

/// The value without `!important`.
std::string_view without_importance(std::string_view value) {
  const std::size_t mark = value.rfind('!');
  const bool important =
      mark != std::string_view::npos && to_lower(trimmed(value.substr(mark + 1))) == "important";
  return important ? trimmed(value.substr(0, mark)) : value;
}

/// Whether strings and brackets close, and nothing leads out of the declaration or out of the book.
bool is_safe_value(std::string_view value) {
  value = without_importance(value);
  if (value.empty() || value.find_first_of("{}[]@\\<>;!\n") != std::string_view::npos) return false;
  const std::string lower = to_lower(value);
  if (lower.find("url(") != std::string::npos || lower.find("expression(") != std::string::npos) return false;
  int depth = 0;
  for (const char c : value) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth == 0 && std::ranges::count(value, '"') % 2 == 0 && std::ranges::count(value, '\'') % 2 == 0;
}

struct InlineDeclaration {
  std::string property;
  std::string_view value;
};

/// Those of a `style` attribute that are well-formed and that an e-book may have.
std::vector<InlineDeclaration> readable_declarations(std::string_view style) {
  std::vector<InlineDeclaration> declarations;
  for (std::size_t begin = 0; begin < style.size();) {
    const std::size_t end = end_of_declaration(style, begin);
    const std::string_view declaration = style.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    std::string property = to_lower(trimmed(declaration.substr(0, colon)));
    const std::string_view value = trimmed(declaration.substr(colon + 1));
    if (!is_property_name(property) || !is_safe_value(value)) continue;
    if (std::ranges::find(kForbidden, property) != std::end(kForbidden)) continue;
    declarations.push_back({std::move(property), value});
  }
  return declarations;
}

/// An opaque ground, as far as can be told without reading the colour: `none`, `transparent` and what has an
/// alpha let the reader's page through.
bool is_ground(const InlineDeclaration& declaration) {
  if (declaration.property != "background" && declaration.property != "background-color") return false;
  const std::string value = to_lower(without_importance(declaration.value));
  constexpr std::string_view kSeeThrough[] = {"none",    "transparent", "inherit",
                                              "initial", "unset",       "currentcolor"};
  return std::ranges::find(kSeeThrough, value) == std::end(kSeeThrough) &&
         value.find('(') == std::string::npos;
}

/// Whether a value has a length that is the same whatever size of text the reader has chosen.
bool has_fixed_length(std::string_view value) {
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (!is_digit(value[i])) continue;
    std::size_t end = i;
    while (end < value.size() && (is_digit(value[end]) || value[end] == '.')) ++end;
    std::size_t unit_end = end;
    while (unit_end < value.size() && is_letter(value[unit_end])) ++unit_end;
    const std::string unit = to_lower(value.substr(end, unit_end - end));
    for (const std::string_view each : {"pt", "px", "mm", "cm", "in", "pc", "q"}) {
      if (unit == each) return true;
    }
    i = end - 1;
  }
  return false;
}

/// What is the reader's to choose, as in the sheet (`style::ebook_css`): sizes of text, heights of lines that
/// would not grow with it, and how many columns there are.
bool is_readers_size(const InlineDeclaration& declaration) {
  const std::string& name = declaration.property;
  if (name == "columns" || name == "column-count") return true;
  if (name == "font-size" || name == "font") {
    const std::string value = to_lower(without_importance(declaration.value));
    const bool relative = value == "smaller" || value == "larger" || value == "inherit";
    const bool in_ems = value.find("em") != std::string::npos || value.find('%') != std::string::npos;
    return !relative && (!in_ems || value.find("rem") != std::string::npos || has_fixed_length(value));
  }
  return name == "line-height" && has_fixed_length(declaration.value);
}

/// A length as HTML's dimension attributes give it: `200` is pixels, `50%` a share.
std::string dimension(std::string_view value) {
  value = trimmed(value);
  const bool percent = value.ends_with('%');
  std::string_view number = percent ? value.substr(0, value.size() - 1) : value;
  if (number.ends_with("px")) number.remove_suffix(2);
  const bool whole = !number.empty() && number.size() < 6 && std::ranges::all_of(number, is_digit);
  return whole ? std::string(number) + (percent ? "%" : "px") : "";
}

void declare(std::string& out, std::string_view property, std::string_view value) {
  if (value.empty()) return;
  out += property;
  out += ": ";
  out += value;
  out += "; ";
}

std::string one_of(std::string_view value, std::initializer_list<std::string_view> allowed) {
  const std::string lower = to_lower(trimmed(value));
  return std::ranges::find(allowed, lower) == allowed.end() ? "" : lower;
}

void declare_alignment(std::string& out, Kind kind, std::string_view align) {
  const std::string side = one_of(align, {"left", "right", "center", "justify"});
  if (kind == Kind::img || kind == Kind::table) {
    if (side == "left" || side == "right") declare(out, "float", side);
    if (side == "center" && kind == Kind::table) declare(out, "margin", "0 auto");
  } else {
    declare(out, "text-align", side);
  }
}

/// Whether `width` and `height` are no attributes of the element in HTML 5.
bool sizes_by_style(Kind kind, std::string_view value) {
  return kind == Kind::table || kind == Kind::td || kind == Kind::th || kind == Kind::col ||
         kind == Kind::hr || (kind == Kind::img && value.find('%') != std::string_view::npos);
}

void declare_list_style(std::string& out, std::string_view type) {
  declare(out, "list-style-type", one_of(type, {"disc", "circle", "square", "none"}));
}

}  // namespace

std::string safe_declarations(std::string_view style) {
  const std::vector<InlineDeclaration> declarations = readable_declarations(style);
  const bool paired =
      std::ranges::any_of(declarations, is_ground) &&
      std::ranges::any_of(declarations, [](const auto& each) { return each.property == "color"; });
  std::string out;
  for (const InlineDeclaration& declaration : declarations) {
    const bool colour = declaration.property == "color" || declaration.property.starts_with("background");
    if (colour ? paired : !is_readers_size(declaration))
      declare(out, declaration.property, declaration.value);
    // Not wider than a small screen.
    const bool wide = declaration.property == "width" && has_fixed_length(declaration.value);
    if (wide) declare(out, "max-width", "100%");
  }
  return out;
}

std::string presentational_declarations(const book::Manuscript& manuscript, book::NodeId node) {
  std::string out;
  const Kind kind = manuscript[node].kind;
  for (const book::Attribute& attribute : manuscript.attributes_of(node)) {
    const std::string_view value = attribute.value;
    if (attribute.name == "align") {
      declare_alignment(out, kind, value);
    } else if (attribute.name == "valign") {
      declare(out, "vertical-align", one_of(value, {"top", "middle", "bottom", "baseline"}));
    } else if ((attribute.name == "width" || attribute.name == "height") && sizes_by_style(kind, value)) {
      declare(out, attribute.name, dimension(value));
      const bool wide =
          kind == Kind::table && attribute.name == "width" && value.find('%') == std::string_view::npos;
      if (wide) declare(out, "max-width", "100%");
    } else if (attribute.name == "clear" && kind == Kind::br) {
      declare(out, "clear",
              to_lower(trimmed(value)) == "all" ? "both" : one_of(value, {"left", "right", "both"}));
    } else if (attribute.name == "nowrap") {
      declare(out, "white-space", "nowrap");
    } else if (attribute.name == "type" && kind == Kind::ul) {
      declare_list_style(out, value);
    }
  }
  return out;
}

}  // namespace reliure::epub

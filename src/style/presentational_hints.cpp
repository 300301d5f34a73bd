#include "style/presentational_hints.h"

#include <algorithm>

#include "style/token.h"

namespace reliure::style {
namespace {

using book::Kind;

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

void add(std::string& out, std::string_view property, std::string_view value) {
  out += property;
  out += ": ";
  out += value;
  out += "; ";
}

/// `width="200"`, `width="50%"`, `width="200px"`.
void add_size(std::string& out, std::string_view property, std::string_view value) {
  std::string_view digits = value;
  std::string_view unit = "px";
  if (value.ends_with("%")) {
    digits.remove_suffix(1);
    unit = "%";
  } else if (value.ends_with("px")) {
    digits.remove_suffix(2);
  }
  if (all_digits(digits)) add(out, property, std::string(digits) + std::string(unit));
}

void add_keyword(std::string& out, std::string_view property, std::string_view value,
                 std::initializer_list<std::string_view> keywords) {
  for (const std::string_view keyword : keywords) {
    if (same_keyword(value, keyword)) add(out, property, keyword);
  }
}

/// `start="5"` counts from five: the counter is reset to the number that comes before it, which is six where
/// the list is `reversed`.
void add_counter(std::string& out, std::string_view property, std::string_view value, int difference) {
  const bool negative = value.starts_with("-");
  const std::string_view digits = value.substr(negative ? 1 : 0);
  // More digits than any list has items.
  if (!all_digits(digits) || digits.size() > 5) return;
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  add(out, property, "list-item " + std::to_string((negative ? -number : number) + difference));
}

}  // namespace

std::string presentational_hints(const book::Manuscript& manuscript, book::NodeId element) {
  std::string out;
  const Kind kind = manuscript[element].kind;
  const bool sized = kind == Kind::img || kind == Kind::table || kind == Kind::col || kind == Kind::td ||
                     kind == Kind::th || kind == Kind::hr;
  for (const book::Attribute& attribute : manuscript.attributes_of(element)) {
    const auto is = [&attribute](std::string_view lower) { return same_keyword(attribute.name, lower); };
    if (sized && is("width")) add_size(out, "width", attribute.value);
    if (sized && is("height")) add_size(out, "height", attribute.value);
    if (is("align") && kind != Kind::img && kind != Kind::table)
      add_keyword(out, "text-align", attribute.value, {"left", "right", "center", "justify"});
    if (is("align") && (kind == Kind::img || kind == Kind::table))
      add_keyword(out, "float", attribute.value, {"left", "right"});
    if (is("align") && kind == Kind::table && same_keyword(attribute.value, "center")) {
      add(out, "margin-left", "auto");
      add(out, "margin-right", "auto");
    }
    if (is("clear") && kind == Kind::br) {
      add_keyword(out, "clear", attribute.value, {"left", "right", "both"});
      if (same_keyword(attribute.value, "all")) add(out, "clear", "both");
    }
    if (is("nowrap") && (kind == Kind::td || kind == Kind::th)) add(out, "white-space", "nowrap");
    if (is("valign"))
      add_keyword(out, "vertical-align", attribute.value, {"top", "middle", "bottom", "baseline"});
    if (is("start") && kind == Kind::ol)
      add_counter(out, "counter-reset", attribute.value, manuscript.attribute(element, "reversed") ? 1 : -1);
    if (is("value") && kind == Kind::li) add_counter(out, "counter-set", attribute.value, 0);
  }
  return out;
}

}  // namespace reliure::style

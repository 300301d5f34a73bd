#pragma once
// The properties we support: one row each, which says how its value is read, inherited and printed.
// The manual's table and the check for unknown names are made from these rows.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "style/computed_style.h"
#include "style/value.h"

namespace reliure::style {

struct PageStyle;

/// Declarations are applied several times over, because values depend on each other: `em` on the font size,
/// `lh` on the line height, `currentcolor` on the colour, the places of a background's layers on their
/// number.
enum Phase : std::uint8_t { kFontPhase = 1, kLinePhase = 2, kRestPhase = 4, kLayerPhase = 8 };

/// What a declaration acts on.
struct Target {
  ComputedStyle& style;
  /// What the element inherits from.
  const ComputedStyle& parent;
  Phase phase = kRestPhase;
  /// For the properties that only `@page` has.
  PageStyle* page = nullptr;
};

/// Reads the whole value and sets what it says. False, with the style in any state, when it is not a value
/// of the property.
using Apply = bool (*)(ValueReader& in, Target& target);
using Copy = void (*)(ComputedStyle& to, const ComputedStyle& from);
using Print = void (*)(std::string& out, const ComputedStyle& style);

struct Property {
  std::string_view name;
  /// The values in CSS's notation, for the manual.
  std::string_view values;
  bool inherited = false;
  Apply apply = nullptr;
  Copy copy = nullptr;
  /// Appends the computed value; null for a shorthand or another name of a property.
  Print print = nullptr;
  std::uint8_t phases = kRestPhase;
  /// Has a meaning on pages only, and none in an e-book.
  bool paged = false;
  /// For a property of two phases: what to copy in the second, `copy` being for the first.
  Copy copy_second = nullptr;
};

/// A style of counters or list markers by its name.
std::optional<CounterStyle> take_counter_style(ValueReader& in);

std::span<const Property> font_properties();
std::span<const Property> text_properties();
std::span<const Property> box_properties();
std::span<const Property> border_properties();
std::span<const Property> background_properties();
std::span<const Property> logical_properties();
std::span<const Property> position_properties();
std::span<const Property> flow_properties();
std::span<const Property> table_properties();
std::span<const Property> content_properties();
/// Those of `@page` alone: `size`, `bleed`, `marks` and the like.
std::span<const Property> page_properties();

/// All of them, sorted by name.
std::span<const Property* const> all_properties();
/// By name in any case; null when there is none.
const Property* find_property(std::string_view name);
/// The same among the properties of `@page` alone.
const Property* find_page_property(std::string_view name);
/// Whether it is a property of what moves or is touched (`cursor`, `transition`), which no reader of a book
/// misses.
bool is_of_screens(std::string_view name);
/// Whether the markup decides it, not a sheet that sets all else anew: `direction`, `unicode-bidi`.
bool is_of_markup(std::string_view name);
/// Whether CSS has the property but we do not lay it out (`flex`, `box-shadow`).
bool is_unsupported_property(std::string_view name);

/// Copies members from one style to another.
template <auto... Members>
void copy_members(ComputedStyle& to, const ComputedStyle& from) {
  ((to.*Members = from.*Members), ...);
}
/// Copies one of four edges, or one of other elements of an array.
template <auto Member, std::size_t Index>
void copy_element(ComputedStyle& to, const ComputedStyle& from) {
  (to.*Member)[Index] = (from.*Member)[Index];
}

/// The keyword of a value in its table.
template <class T>
std::string_view keyword_of(T value, Keywords<T> keywords) {
  for (const auto& [keyword, each] : keywords) {
    if (each == value) return keyword;
  }
  return {};
}

/// Reads one keyword of a table into a member.
template <auto Member, const auto& Table>
bool apply_keyword(ValueReader& in, Target& target) {
  using T = std::remove_cvref_t<decltype(target.style.*Member)>;
  const auto value = take_one_of<T>(in, Table);
  if (value) target.style.*Member = *value;
  return value.has_value();
}
template <auto Member, const auto& Table>
void print_keyword(std::string& out, const ComputedStyle& style) {
  using T = std::remove_cvref_t<decltype(style.*Member)>;
  out += keyword_of<T>(style.*Member, Table);
}

}  // namespace reliure::style

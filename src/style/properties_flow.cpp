// Flow: display, breaks, pages, lists and tables.
#include <algorithm>

#include "style/print.h"
#include "style/property.h"

namespace reliure::style {
namespace {

constexpr std::pair<std::string_view, Display> kDisplays[] = {
    {"none", Display::none},
    {"inline", Display::inline_},
    {"block", Display::block},
    {"list-item", Display::list_item},
    {"inline-block", Display::inline_block},
    {"flow-root", Display::flow_root},
    {"table", Display::table},
    {"table-row-group", Display::table_row_group},
    {"table-header-group", Display::table_header_group},
    {"table-footer-group", Display::table_footer_group},
    {"table-row", Display::table_row},
    {"table-cell", Display::table_cell},
    {"table-caption", Display::table_caption},
    {"table-column", Display::table_column},
    {"table-column-group", Display::table_column_group}};
constexpr std::pair<std::string_view, BreakRule> kBreaks[] = {
    {"auto", BreakRule::automatic}, {"avoid", BreakRule::avoid},       {"avoid-page", BreakRule::avoid},
    {"page", BreakRule::page},      {"always", BreakRule::page},       {"left", BreakRule::left},
    {"right", BreakRule::right},    {"recto", BreakRule::recto},       {"verso", BreakRule::verso},
    {"column", BreakRule::column},  {"avoid-column", BreakRule::avoid}};
constexpr std::pair<std::string_view, bool> kBreaksInside[] = {
    {"auto", false}, {"avoid", true}, {"avoid-page", true}, {"avoid-column", true}};
constexpr std::pair<std::string_view, ListPosition> kListPositions[] = {{"outside", ListPosition::outside},
                                                                        {"inside", ListPosition::inside}};
constexpr std::pair<std::string_view, VerticalAlign> kVerticalAligns[] = {
    {"baseline", VerticalAlign::baseline}, {"sub", VerticalAlign::sub},
    {"super", VerticalAlign::super},       {"top", VerticalAlign::top},
    {"middle", VerticalAlign::middle},     {"bottom", VerticalAlign::bottom},
    {"text-top", VerticalAlign::text_top}, {"text-bottom", VerticalAlign::text_bottom}};

bool apply_vertical_align(ValueReader& in, Target& target) {
  target.style.vertical_shift = {};
  if (const auto keyword = take_one_of<VerticalAlign>(in, kVerticalAligns))
    return target.style.vertical_align = *keyword, true;
  const auto shift = take_dimension(in);
  if (!shift) return false;
  target.style.vertical_align = VerticalAlign::length;
  target.style.vertical_shift = clamped(shift->resolve(target.style.line_height));
  return true;
}
void print_vertical_align(std::string& out, const ComputedStyle& style) {
  if (style.vertical_align == VerticalAlign::length) return print(out, style.vertical_shift);
  out += keyword_of<VerticalAlign>(style.vertical_align, kVerticalAligns);
}

bool apply_page(ValueReader& in, Target& target) {
  if (take_keyword(in, "auto")) return target.style.page.clear(), true;
  const auto page_name = take_ident(in);
  if (page_name) target.style.page = std::string(*page_name);
  return page_name.has_value();
}
void print_page(std::string& out, const ComputedStyle& style) {
  out += style.page.empty() ? "auto" : style.page;
}

bool apply_list_type(ValueReader& in, Target& target) {
  ComputedStyle& style = target.style;
  style.list_style_string.clear();
  if (const auto marker = take_string(in)) {
    style.list_style_type = CounterStyle::string;
    style.list_style_string = std::string(*marker);
    return true;
  }
  const auto type = take_counter_style(in);
  if (type) style.list_style_type = *type;
  return type.has_value();
}
void print_list_type(std::string& out, const ComputedStyle& style) {
  if (style.list_style_type == CounterStyle::string) return print_string(out, style.list_style_string);
  out += name(style.list_style_type);
}
void copy_list_type(ComputedStyle& to, const ComputedStyle& from) {
  copy_members<&InheritedStyle::list_style_type, &InheritedStyle::list_style_string>(to, from);
}

/// `list-style: <position> || <type>`.
bool apply_list_style(ValueReader& in, Target& target) {
  target.style.list_style_type = CounterStyle::disc;
  target.style.list_style_string.clear();
  target.style.list_style_position = ListPosition::outside;
  bool type = false, position = false;
  while (!in.done()) {
    if (const auto place = take_one_of<ListPosition>(in, kListPositions); place && !position) {
      target.style.list_style_position = *place;
      position = true;
    } else if (!type && apply_list_type(in, target)) {
      type = true;
    } else {
      return false;
    }
  }
  return type || position;
}
void copy_list_style(ComputedStyle& to, const ComputedStyle& from) {
  copy_list_type(to, from);
  copy_members<&InheritedStyle::list_style_position>(to, from);
}

/// Markers are text: a picture is refused, and `none` changes nothing.
bool apply_list_image(ValueReader& in, Target&) { return take_keyword(in, "none"); }
void copy_nothing(ComputedStyle&, const ComputedStyle&) {}

#define RELIURE_KEYWORD(property, values, inherited, group, member, table)                           \
  {                                                                                                  \
    property, values, inherited, apply_keyword<&group::member, table>, copy_members<&group::member>, \
        print_keyword<&group::member, table>                                                         \
  }
#define RELIURE_ALIAS(property, values, member, table) \
  { property, values, false, apply_keyword<&BoxStyle::member, table>, copy_members<&BoxStyle::member> }
constexpr std::string_view kBreakValues = "auto | avoid | page | left | right | recto | verso | column";

constexpr Property kProperties[] = {
    RELIURE_KEYWORD("break-after", kBreakValues, false, BoxStyle, break_after, kBreaks),
    RELIURE_KEYWORD("break-before", kBreakValues, false, BoxStyle, break_before, kBreaks),
    RELIURE_KEYWORD("break-inside", "auto | avoid | avoid-page | avoid-column", false, BoxStyle,
                    avoid_break_inside, kBreaksInside),
    RELIURE_KEYWORD("display",
                    "none | inline | block | list-item | inline-block | flow-root | table | table-row | "
                    "table-cell | table-caption | table-column | table-column-group | table-row-group | "
                    "table-header-group | table-footer-group",
                    false, BoxStyle, display, kDisplays),
    {"list-style", "<type> || <position>", true, apply_list_style, copy_list_style},
    {"list-style-image", "none", true, apply_list_image, copy_nothing},
    RELIURE_KEYWORD("list-style-position", "outside | inside", true, InheritedStyle, list_style_position,
                    kListPositions),
    {"list-style-type",
     "none | disc | circle | square | decimal | decimal-leading-zero | lower-roman | upper-roman | "
     "lower-alpha | upper-alpha | lower-greek | "
     "<string>",
     true, apply_list_type, copy_list_type, print_list_type},
    {"page", "auto | <name>", false, apply_page, copy_members<&BoxStyle::page>, print_page, kRestPhase, true},
    RELIURE_ALIAS("page-break-after", "auto | avoid | always | left | right", break_after, kBreaks),
    RELIURE_ALIAS("page-break-before", "auto | avoid | always | left | right", break_before, kBreaks),
    RELIURE_ALIAS("page-break-inside", "auto | avoid | avoid-page | avoid-column", avoid_break_inside,
                  kBreaksInside),
    {"vertical-align",
     "baseline | sub | super | top | middle | bottom | text-top | text-bottom | <length> | <percentage>",
     false, apply_vertical_align, copy_members<&BoxStyle::vertical_align, &BoxStyle::vertical_shift>,
     print_vertical_align},
};
#undef RELIURE_KEYWORD
#undef RELIURE_ALIAS

}  // namespace

std::span<const Property> flow_properties() { return kProperties; }

}  // namespace reliure::style

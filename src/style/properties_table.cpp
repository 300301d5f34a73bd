// Tables: borders, captions, column widths, and what happens to tables that do not fit.
#include "style/print.h"
#include "style/property.h"

namespace reliure::style {
namespace {

constexpr std::pair<std::string_view, bool> kTableLayouts[] = {{"auto", false}, {"fixed", true}};
constexpr std::pair<std::string_view, bool> kCollapses[] = {{"separate", false}, {"collapse", true}};
constexpr std::pair<std::string_view, CaptionSide> kCaptionSides[] = {{"top", CaptionSide::top},
                                                                      {"bottom", CaptionSide::bottom}};

bool apply_border_spacing(ValueReader& in, Target& target) {
  const auto x = take_length(in);
  if (!x || *x < Length{}) return false;
  const auto y = in.done() ? x : take_length(in);
  if (!y || *y < Length{}) return false;
  target.style.border_spacing_x = *x;
  target.style.border_spacing_y = *y;
  return true;
}
void print_border_spacing(std::string& out, const ComputedStyle& style) {
  print(out, style.border_spacing_x);
  out += ' ';
  print(out, style.border_spacing_y);
}

/// Below half the size nobody reads a table.
constexpr std::int32_t kLeastShrink = 50;

bool apply_shrink(ValueReader& in, Target& target) {
  if (take_keyword(in, "none")) return target.style.table_shrink = 100, true;
  const auto percentage = take_percentage(in);
  if (!percentage) return false;
  const std::int32_t percent = (*percentage * 100 + 32768) / 65536;
  if (percent < kLeastShrink || percent > 100) return false;
  target.style.table_shrink = static_cast<std::uint8_t>(percent);
  return true;
}
void print_shrink(std::string& out, const ComputedStyle& style) {
  out += style.table_shrink == 100 ? "none" : std::to_string(style.table_shrink) + "%";
}

bool apply_wide_page(ValueReader& in, Target& target) {
  if (take_keyword(in, "none")) return target.style.wide_page.clear(), true;
  const auto name = take_ident(in);
  if (name) target.style.wide_page = std::string(*name);
  return name.has_value();
}
void print_wide_page(std::string& out, const ComputedStyle& style) {
  out += style.wide_page.empty() ? "none" : style.wide_page;
}

bool apply_continued(ValueReader& in, Target& target) {
  if (take_keyword(in, "none")) return target.style.continued.clear(), true;
  const auto text = take_string(in);
  if (text) target.style.continued = std::string(*text);
  return text.has_value();
}
void print_continued(std::string& out, const ComputedStyle& style) {
  if (style.continued.empty()) {
    out += "none";
  } else {
    print_string(out, style.continued);
  }
}

constexpr Property kProperties[] = {
    {"-reliure-continued", "none | <string>", false, apply_continued, copy_members<&BoxStyle::continued>,
     print_continued, kRestPhase, true},
    {"-reliure-table-shrink", "none | <percentage [50,100]>", false, apply_shrink,
     copy_members<&BoxStyle::table_shrink>, print_shrink, kRestPhase, true},
    {"-reliure-wide-page", "none | <name>", false, apply_wide_page, copy_members<&BoxStyle::wide_page>,
     print_wide_page, kRestPhase, true},
    {"border-collapse", "separate | collapse", true,
     apply_keyword<&InheritedStyle::border_collapse, kCollapses>,
     copy_members<&InheritedStyle::border_collapse>,
     print_keyword<&InheritedStyle::border_collapse, kCollapses>},
    {"border-spacing", "<length>{1,2}", true, apply_border_spacing,
     copy_members<&InheritedStyle::border_spacing_x, &InheritedStyle::border_spacing_y>,
     print_border_spacing},
    {"caption-side", "top | bottom", true, apply_keyword<&InheritedStyle::caption_side, kCaptionSides>,
     copy_members<&InheritedStyle::caption_side>,
     print_keyword<&InheritedStyle::caption_side, kCaptionSides>},
    {"table-layout", "auto | fixed", false, apply_keyword<&BoxStyle::fixed_table, kTableLayouts>,
     copy_members<&BoxStyle::fixed_table>, print_keyword<&BoxStyle::fixed_table, kTableLayouts>},
};

}  // namespace

std::span<const Property> table_properties() { return kProperties; }

}  // namespace reliure::style

// Text: alignment, spacing, hyphenation, decoration.
#include <algorithm>
#include <limits>

#include "style/print.h"
#include "style/property.h"

namespace reliure::style {
namespace {

constexpr std::pair<std::string_view, TextAlign> kAligns[] = {
    {"start", TextAlign::start}, {"end", TextAlign::end},       {"left", TextAlign::left},
    {"right", TextAlign::right}, {"center", TextAlign::center}, {"justify", TextAlign::justify}};
constexpr std::pair<std::string_view, TextTransform> kTransforms[] = {
    {"none", TextTransform::none},
    {"uppercase", TextTransform::uppercase},
    {"lowercase", TextTransform::lowercase},
    {"capitalize", TextTransform::capitalize}};
constexpr std::pair<std::string_view, WhiteSpace> kWhiteSpaces[] = {{"normal", WhiteSpace::normal},
                                                                    {"nowrap", WhiteSpace::nowrap},
                                                                    {"pre", WhiteSpace::pre},
                                                                    {"pre-wrap", WhiteSpace::pre_wrap},
                                                                    {"break-spaces", WhiteSpace::pre_wrap},
                                                                    {"pre-line", WhiteSpace::pre_line}};
constexpr std::pair<std::string_view, Hyphens> kHyphens[] = {
    {"none", Hyphens::none}, {"manual", Hyphens::manual}, {"auto", Hyphens::automatic}};
constexpr std::pair<std::string_view, bool> kLineSnaps[] = {{"none", false}, {"baseline", true}};
constexpr std::pair<std::string_view, bool> kHyphenateLasts[] = {{"none", false}, {"always", true}};
constexpr std::pair<std::string_view, TextWrap> kTextWraps[] = {{"wrap", TextWrap::wrap},
                                                                {"nowrap", TextWrap::nowrap},
                                                                {"balance", TextWrap::balance},
                                                                {"pretty", TextWrap::pretty}};
constexpr std::pair<std::string_view, OverflowWrap> kOverflowWraps[] = {
    {"normal", OverflowWrap::normal},
    {"anywhere", OverflowWrap::anywhere},
    {"break-word", OverflowWrap::anywhere}};
/// Words are only ever broken in need, so `break-all` comes to the same.
constexpr std::pair<std::string_view, OverflowWrap> kWordBreaks[] = {{"normal", OverflowWrap::normal},
                                                                     {"keep-all", OverflowWrap::normal},
                                                                     {"break-word", OverflowWrap::anywhere},
                                                                     {"break-all", OverflowWrap::anywhere}};
constexpr std::pair<std::string_view, Direction> kDirections[] = {{"ltr", Direction::ltr},
                                                                  {"rtl", Direction::rtl}};
constexpr std::pair<std::string_view, UnicodeBidi> kUnicodeBidis[] = {
    {"normal", UnicodeBidi::normal},
    {"embed", UnicodeBidi::embed},
    {"isolate", UnicodeBidi::isolate},
    {"bidi-override", UnicodeBidi::override_},
    {"isolate-override", UnicodeBidi::isolate_override},
    {"plaintext", UnicodeBidi::plaintext}};
constexpr std::pair<std::string_view, DecorationLine> kDecorations[] = {
    {"underline", DecorationLine::underline},
    {"overline", DecorationLine::overline},
    {"line-through", DecorationLine::line_through}};

template <auto Member>
bool apply_spacing(ValueReader& in, Target& target) {
  if (take_keyword(in, "normal")) return target.style.*Member = Length{}, true;
  const auto length = take_length(in);
  if (length) target.style.*Member = *length;
  return length.has_value();
}
template <auto Member>
void print_length(std::string& out, const ComputedStyle& style) {
  print(out, style.*Member);
}

bool apply_align_last(ValueReader& in, Target& target) {
  if (take_keyword(in, "auto")) return target.style.text_align_last.reset(), true;
  target.style.text_align_last = take_one_of<TextAlign>(in, kAligns);
  return target.style.text_align_last.has_value();
}
void print_align_last(std::string& out, const ComputedStyle& style) {
  out += style.text_align_last ? keyword_of<TextAlign>(*style.text_align_last, kAligns) : "auto";
}

template <auto Member>
bool apply_dimension(ValueReader& in, Target& target) {
  const auto dimension = take_dimension(in);
  if (dimension) target.style.*Member = *dimension;
  return dimension.has_value();
}
template <auto Member>
void print_dimension(std::string& out, const ComputedStyle& style) {
  print(out, style.*Member);
}

/// A count of letters or lines as a byte.
std::optional<std::uint8_t> take_count(ValueReader& in, int least) {
  const auto count = take_integer(in);
  if (!count || *count < least) return std::nullopt;
  return static_cast<std::uint8_t>(std::min<std::int32_t>(*count, 254));
}

template <auto Member>
bool apply_lines(ValueReader& in, Target& target) {
  const auto count = take_count(in, 1);
  if (count) target.style.*Member = *count;
  return count.has_value();
}
template <auto Member>
void print_count(std::string& out, const ComputedStyle& style) {
  out += std::to_string(style.*Member);
}

/// CSS Text 4 §6.3.4: one value missing is as `auto`, but a second alone counts for both sides.
bool apply_limit_chars(ValueReader& in, Target& target) {
  constexpr std::array<std::uint8_t, 3> kAutomatic{5, 2, 3};
  std::array<std::uint8_t, 3> limits = kAutomatic;
  std::size_t given = 0;
  for (; given < 3 && !in.done(); ++given) {
    if (take_keyword(in, "auto")) continue;
    const auto count = take_count(in, 1);
    if (!count) return false;
    limits[given] = *count;
  }
  if (given == 2) limits[2] = std::max(limits[1], limits[1] == kAutomatic[1] ? kAutomatic[2] : limits[1]);
  target.style.hyphenate_limit_chars = limits;
  return given > 0;
}
void print_limit_chars(std::string& out, const ComputedStyle& style) {
  const auto& limits = style.hyphenate_limit_chars;
  out += std::to_string(limits[0]) + ' ' + std::to_string(limits[1]) + ' ' + std::to_string(limits[2]);
}

bool apply_limit_lines(ValueReader& in, Target& target) {
  constexpr std::uint8_t kNoLimit = std::numeric_limits<std::uint8_t>::max();
  if (take_keyword(in, "no-limit")) return target.style.hyphenate_limit_lines = kNoLimit, true;
  const auto count = take_count(in, 0);
  if (count) target.style.hyphenate_limit_lines = *count;
  return count.has_value();
}
void print_limit_lines(std::string& out, const ComputedStyle& style) {
  out += style.hyphenate_limit_lines == 255 ? "no-limit" : std::to_string(style.hyphenate_limit_lines);
}

constexpr std::pair<std::string_view, bool> kProtrusions[] = {{"none", false}, {"auto", true}};

/// Two per cent: beyond it the letters of neighbouring lines differ visibly.
constexpr std::int32_t kMostFitting = 20;

/// With a string only what says where the column's numbers stand together (CSS Text 4 §7.1).
bool apply_align(ValueReader& in, Target& target) {
  target.style.text_align_at.clear();
  if (const auto string = take_string(in)) {
    target.style.text_align_at = std::string(*string);
    target.style.text_align = take_keyword(in, "center") ? TextAlign::center : TextAlign::end;
    if (target.style.text_align == TextAlign::end) take_keyword(in, "end");
    return !string->empty();
  }
  const auto align = take_one_of<TextAlign>(in, kAligns);
  if (align) target.style.text_align = *align;
  return align.has_value();
}
void print_align(std::string& out, const ComputedStyle& style) {
  if (!style.text_align_at.empty()) {
    print_string(out, style.text_align_at);
    out += ' ';
  }
  out += keyword_of<TextAlign>(style.text_align, kAligns);
}

/// A small percentage as thousandths.
template <auto Member>
bool apply_fitting(ValueReader& in, Target& target) {
  if (take_keyword(in, "none")) return target.style.*Member = 0, true;
  const auto percentage = take_percentage(in);
  if (!percentage) return false;
  const std::int32_t thousandths = (*percentage * 1000 + 32768) / 65536;
  if (*percentage < 0 || thousandths > kMostFitting) return false;
  target.style.*Member = static_cast<std::uint8_t>(thousandths);
  return true;
}
template <auto Member>
void print_fitting(std::string& out, const ComputedStyle& style) {
  const int thousandths = style.*Member;
  const std::string tenths = thousandths % 10 != 0 ? "." + std::to_string(thousandths % 10) : "";
  out += thousandths == 0 ? "none" : std::to_string(thousandths / 10) + tenths + "%";
}

bool apply_decoration(ValueReader& in, Target& target) {
  target.style.text_decoration = 0;
  if (take_keyword(in, "none")) return true;
  while (const auto line = take_one_of<DecorationLine>(in, kDecorations))
    target.style.text_decoration |= static_cast<std::uint8_t>(*line);
  return target.style.text_decoration != 0;
}
/// As `text-decoration-line`, with the one style and colour that we draw.
bool apply_decoration_shorthand(ValueReader& in, Target& target) {
  if (!apply_decoration(in, target)) return false;
  if (take_keyword(in, "solid")) take_keyword(in, "currentcolor");
  return true;
}
void print_decoration(std::string& out, const ComputedStyle& style) {
  if (style.text_decoration == 0) out += "none";
  bool first = true;
  for (const auto& [keyword, line] : kDecorations) {
    if ((style.text_decoration & static_cast<std::uint8_t>(line)) == 0) continue;
    out += first ? "" : " ";
    out += keyword;
    first = false;
  }
}

constexpr Property kProperties[] = {
    {"-reliure-expansion", "none | <percentage [0,2]>", true, apply_fitting<&InheritedStyle::expansion>,
     copy_members<&InheritedStyle::expansion>, print_fitting<&InheritedStyle::expansion>, kRestPhase, true},
    {"-reliure-letter-fit", "none | <percentage [0,2]>", true, apply_fitting<&InheritedStyle::letter_fit>,
     copy_members<&InheritedStyle::letter_fit>, print_fitting<&InheritedStyle::letter_fit>, kRestPhase, true},
    {"-reliure-protrusion", "none | auto", true, apply_keyword<&InheritedStyle::protrusion, kProtrusions>,
     copy_members<&InheritedStyle::protrusion>, print_keyword<&InheritedStyle::protrusion, kProtrusions>,
     kRestPhase, true},
    {"direction", "ltr | rtl", true, apply_keyword<&InheritedStyle::direction, kDirections>,
     copy_members<&InheritedStyle::direction>, print_keyword<&InheritedStyle::direction, kDirections>,
     kLinePhase},  // before the sides that are named by it
    {"hyphenate-limit-chars", "[auto | <integer>]{1,3}", true, apply_limit_chars,
     copy_members<&InheritedStyle::hyphenate_limit_chars>, print_limit_chars},
    {"hyphenate-limit-last", "none | always", true,
     apply_keyword<&InheritedStyle::hyphenate_limit_last, kHyphenateLasts>,
     copy_members<&InheritedStyle::hyphenate_limit_last>,
     print_keyword<&InheritedStyle::hyphenate_limit_last, kHyphenateLasts>},
    {"hyphenate-limit-lines", "no-limit | <integer>", true, apply_limit_lines,
     copy_members<&InheritedStyle::hyphenate_limit_lines>, print_limit_lines},
    {"hyphenate-limit-zone", "<length> | <percentage>", true,
     apply_dimension<&InheritedStyle::hyphenate_limit_zone>,
     copy_members<&InheritedStyle::hyphenate_limit_zone>,
     print_dimension<&InheritedStyle::hyphenate_limit_zone>},
    {"hyphens", "none | manual | auto", true, apply_keyword<&InheritedStyle::hyphens, kHyphens>,
     copy_members<&InheritedStyle::hyphens>, print_keyword<&InheritedStyle::hyphens, kHyphens>},
    {"letter-spacing", "normal | <length>", true, apply_spacing<&InheritedStyle::letter_spacing>,
     copy_members<&InheritedStyle::letter_spacing>, print_length<&InheritedStyle::letter_spacing>},
    {"line-snap", "none | baseline", true, apply_keyword<&InheritedStyle::line_snap, kLineSnaps>,
     copy_members<&InheritedStyle::line_snap>, print_keyword<&InheritedStyle::line_snap, kLineSnaps>,
     kRestPhase, true},
    {"orphans", "<integer>", true, apply_lines<&InheritedStyle::orphans>,
     copy_members<&InheritedStyle::orphans>, print_count<&InheritedStyle::orphans>},
    {"overflow-wrap", "normal | anywhere | break-word", true,
     apply_keyword<&InheritedStyle::overflow_wrap, kOverflowWraps>,
     copy_members<&InheritedStyle::overflow_wrap>,
     print_keyword<&InheritedStyle::overflow_wrap, kOverflowWraps>},
    {"text-align", "start | end | left | right | center | justify | <string> [end | center]", true,
     apply_align, copy_members<&InheritedStyle::text_align, &InheritedStyle::text_align_at>, print_align},
    {"text-align-last", "auto | start | end | left | right | center | justify", true, apply_align_last,
     copy_members<&InheritedStyle::text_align_last>, print_align_last},
    {"text-decoration", "none | underline || overline || line-through", false, apply_decoration_shorthand,
     copy_members<&BoxStyle::text_decoration>, nullptr},
    {"text-decoration-line", "none | underline || overline || line-through", false, apply_decoration,
     copy_members<&BoxStyle::text_decoration>, print_decoration},
    {"text-indent", "<length> | <percentage>", true, apply_dimension<&InheritedStyle::text_indent>,
     copy_members<&InheritedStyle::text_indent>, print_dimension<&InheritedStyle::text_indent>},
    {"text-transform", "none | uppercase | lowercase | capitalize", true,
     apply_keyword<&InheritedStyle::text_transform, kTransforms>,
     copy_members<&InheritedStyle::text_transform>,
     print_keyword<&InheritedStyle::text_transform, kTransforms>},
    {"text-wrap", "wrap | nowrap | balance | pretty", true,
     apply_keyword<&InheritedStyle::text_wrap, kTextWraps>, copy_members<&InheritedStyle::text_wrap>,
     print_keyword<&InheritedStyle::text_wrap, kTextWraps>},
    {"unicode-bidi", "normal | embed | isolate | bidi-override | isolate-override | plaintext", false,
     apply_keyword<&BoxStyle::unicode_bidi, kUnicodeBidis>, copy_members<&BoxStyle::unicode_bidi>,
     print_keyword<&BoxStyle::unicode_bidi, kUnicodeBidis>},
    {"white-space", "normal | nowrap | pre | pre-wrap | pre-line | break-spaces", true,
     apply_keyword<&InheritedStyle::white_space, kWhiteSpaces>, copy_members<&InheritedStyle::white_space>,
     print_keyword<&InheritedStyle::white_space, kWhiteSpaces>},
    {"widows", "<integer>", true, apply_lines<&InheritedStyle::widows>, copy_members<&InheritedStyle::widows>,
     print_count<&InheritedStyle::widows>},
    {"word-break", "normal | keep-all | break-word | break-all", true,
     apply_keyword<&InheritedStyle::overflow_wrap, kWordBreaks>, copy_members<&InheritedStyle::overflow_wrap>,
     nullptr},
    {"word-spacing", "normal | <length>", true, apply_spacing<&InheritedStyle::word_spacing>,
     copy_members<&InheritedStyle::word_spacing>, print_length<&InheritedStyle::word_spacing>},
    {"word-wrap", "normal | anywhere | break-word", true,
     apply_keyword<&InheritedStyle::overflow_wrap, kOverflowWraps>,
     copy_members<&InheritedStyle::overflow_wrap>, nullptr},
};

}  // namespace

std::span<const Property> text_properties() { return kProperties; }

}  // namespace reliure::style

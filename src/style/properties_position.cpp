// Beside and out of the flow: floats, relative shifts, running elements, initial letters, columns.
#include <algorithm>

#include "style/edges.h"

namespace reliure::style {
namespace {

constexpr std::pair<std::string_view, Float> kFloats[] = {{"none", Float::none},
                                                          {"left", Float::left},
                                                          {"right", Float::right},
                                                          {"footnote", Float::footnote},
                                                          {"top", Float::top},
                                                          {"bottom", Float::bottom},
                                                          {"block-start", Float::block_start},
                                                          {"block-end", Float::block_end}};
constexpr std::pair<std::string_view, bool> kFloatReferences[] = {{"inline", false}, {"page", true}};
constexpr std::pair<std::string_view, Bleed> kBleeds[] = {
    {"none", Bleed::none}, {"sides", Bleed::sides}, {"sheet", Bleed::sheet}};
constexpr std::pair<std::string_view, Clear> kClears[] = {
    {"none", Clear::none}, {"left", Clear::left}, {"right", Clear::right}, {"both", Clear::both}};
constexpr std::pair<std::string_view, ColumnFill> kFills[] = {
    {"balance", ColumnFill::balance}, {"auto", ColumnFill::automatic}, {"balance-all", ColumnFill::balance}};
constexpr std::pair<std::string_view, bool> kSpans[] = {{"none", false}, {"all", true}};

/// `inline-start` and `inline-end` are where lines start and end.
template <auto Member, const auto& Table>
bool apply_float_side(ValueReader& in, Target& target) {
  using T = std::remove_cvref_t<decltype(target.style.*Member)>;
  const bool turned = target.style.direction == Direction::rtl;
  if (take_keyword(in, turned ? "inline-end" : "inline-start")) return target.style.*Member = T::left, true;
  if (take_keyword(in, turned ? "inline-start" : "inline-end")) return target.style.*Member = T::right, true;
  return apply_keyword<Member, Table>(in, target);
}

// ---- Position

/// `static | relative | running(<name>)` (CSS Positioned Layout 3 §2, CSS GCPM 3 §1.2).
bool apply_position(ValueReader& in, Target& target) {
  target.style.running.clear();
  target.style.relative = take_keyword(in, "relative");
  if (target.style.relative || take_keyword(in, "static")) return true;
  if (!take_function(in, "running")) return false;
  const auto running = take_ident(in);
  if (!running || !take_close(in)) return false;
  target.style.running = std::string(*running);
  return true;
}
void print_position(std::string& out, const ComputedStyle& style) {
  out += !style.running.empty() ? "running(" + style.running + ")" : style.relative ? "relative" : "static";
}

/// `normal | <number> [<integer> | drop | raise]?` (CSS Inline Layout 3 §6.2). A letter that is not told how
/// far to sink sinks by its whole height.
bool apply_initial_letter(ValueReader& in, Target& target) {
  constexpr Micro kHighest = 20 * kOne;
  ComputedStyle& style = target.style;
  style.initial_letter = 0;
  style.initial_letter_sink = 0;
  if (take_keyword(in, "normal")) return true;
  const auto lines = take_number(in);
  if (!lines || *lines < kOne) return false;
  const Micro height = std::min(*lines, kHighest);
  Micro sink = height / kOne;
  if (take_keyword(in, "raise")) {
    sink = 1;
  } else if (!take_keyword(in, "drop") && !in.done()) {
    const auto given = take_integer(in);
    if (!given || *given < 1) return false;
    sink = std::min<Micro>(*given, kHighest / kOne);
  }
  style.initial_letter = static_cast<std::int32_t>((height * 65536 + kOne / 2) / kOne);
  style.initial_letter_sink = static_cast<std::uint8_t>(sink);
  return true;
}
void print_initial_letter(std::string& out, const ComputedStyle& style) {
  if (style.initial_letter == 0) return out += "normal", void();
  print_number(out, (Micro{style.initial_letter} * 1000 + 32768) / 65536 * 1000);
  out += ' ' + std::to_string(style.initial_letter_sink);
}

// ---- Columns

bool take_column_count(ValueReader& in, ComputedStyle& style) {
  constexpr std::int32_t kMostColumns = 100;
  const auto count = take_integer(in);
  if (!count || *count < 1) return false;
  style.column_count = static_cast<std::uint8_t>(std::min(*count, kMostColumns));
  return true;
}
bool apply_column_count(ValueReader& in, Target& target) {
  target.style.column_count = 0;
  return take_keyword(in, "auto") || take_column_count(in, target.style);
}
void print_column_count(std::string& out, const ComputedStyle& style) {
  out += style.column_count == 0 ? "auto" : std::to_string(style.column_count);
}

bool take_column_width(ValueReader& in, ComputedStyle& style) {
  const auto width = take_length(in);
  if (!width || *width < Length{}) return false;
  // Zero stands for `auto`; a column as narrow as this holds no letter either.
  style.column_width = base::max(*width, Length{1});
  return true;
}
bool apply_column_width(ValueReader& in, Target& target) {
  target.style.column_width = {};
  return take_keyword(in, "auto") || take_column_width(in, target.style);
}
void print_column_width(std::string& out, const ComputedStyle& style) {
  if (style.column_width.raw == 0) return out += "auto", void();
  print(out, style.column_width);
}

/// `<width> || <count>`, with `auto` for either.
bool apply_columns(ValueReader& in, Target& target) {
  target.style.column_count = 0;
  target.style.column_width = {};
  bool width = false, count = false;
  int given = 0;
  for (; given < 2 && !in.done(); ++given) {
    if (take_keyword(in, "auto")) continue;
    if (!count && in.peek().kind == TokenKind::number && take_column_count(in, target.style)) {
      count = true;
    } else if (!width && take_column_width(in, target.style)) {
      width = true;
    } else {
      return false;
    }
  }
  return given > 0;
}

bool take_gap(ValueReader& in, Dimension& gap) {
  if (take_keyword(in, "normal")) return gap = Dimension{}, true;
  const auto given = take_edge(in, EdgeRange::positive);
  if (given) gap = *given;
  return given.has_value();
}
bool apply_column_gap(ValueReader& in, Target& target) { return take_gap(in, target.style.column_gap); }
/// `<row-gap> <column-gap>?`: there are no rows with gaps.
bool apply_gap(ValueReader& in, Target& target) {
  return take_gap(in, target.style.column_gap) && (in.done() || take_gap(in, target.style.column_gap));
}
void print_column_gap(std::string& out, const ComputedStyle& style) {
  if (style.column_gap.automatic) return out += "normal", void();
  print(out, style.column_gap);
}

bool apply_rule(ValueReader& in, Target& target) {
  const auto rule = take_border(in, target.style.color);
  if (rule) target.style.column_rule = *rule;
  return rule.has_value();
}
bool apply_rule_width(ValueReader& in, Target& target) {
  const auto width = take_border_width(in);
  if (width) target.style.column_rule.width = *width;
  return width.has_value();
}
bool apply_rule_style(ValueReader& in, Target& target) {
  const auto style = take_border_style(in);
  if (style) target.style.column_rule.style = *style;
  return style.has_value();
}
bool apply_rule_color(ValueReader& in, Target& target) {
  const auto color = take_color(in, target.style.color);
  if (color) target.style.column_rule.color = *color;
  return color.has_value();
}
template <auto Member>
void copy_rule(ComputedStyle& to, const ComputedStyle& from) {
  to.column_rule.*Member = from.column_rule.*Member;
}
void print_rule(std::string& out, const ComputedStyle& style) { print(out, style.column_rule); }

#define RELIURE_INSET(side, index)                                                         \
  {                                                                                        \
    side, kMarginValues, false, apply_edge<&BoxStyle::inset, EdgeRange::automatic, index>, \
        copy_element<&BoxStyle::inset, index>, print_edge<&BoxStyle::inset, index>         \
  }
#define RELIURE_KEYWORD(property, values, member, table)                                               \
  {                                                                                                    \
    property, values, false, apply_keyword<&BoxStyle::member, table>, copy_members<&BoxStyle::member>, \
        print_keyword<&BoxStyle::member, table>                                                        \
  }

constexpr Property kProperties[] = {
    {"-reliure-bleed", "none | sides | sheet", false, apply_keyword<&BoxStyle::bleed, kBleeds>,
     copy_members<&BoxStyle::bleed>, print_keyword<&BoxStyle::bleed, kBleeds>, kRestPhase, true},
    RELIURE_INSET("bottom", kBottom),
    {"clear", "none | left | right | both | inline-start | inline-end", false,
     apply_float_side<&BoxStyle::clear, kClears>, copy_members<&BoxStyle::clear>,
     print_keyword<&BoxStyle::clear, kClears>},
    {"column-count", "auto | <integer>", false, apply_column_count, copy_members<&BoxStyle::column_count>,
     print_column_count},
    RELIURE_KEYWORD("column-fill", "balance | auto", column_fill, kFills),
    {"column-gap", "normal | <length> | <percentage>", false, apply_column_gap,
     copy_members<&BoxStyle::column_gap>, print_column_gap},
    {"column-rule", kBorderValues, false, apply_rule, copy_members<&BoxStyle::column_rule>, print_rule},
    {"column-rule-color", "<color>", false, apply_rule_color, copy_rule<&Border::color>},
    {"column-rule-style", kLineStyleValues, false, apply_rule_style, copy_rule<&Border::style>},
    {"column-rule-width", kLineWidthValues, false, apply_rule_width, copy_rule<&Border::width>},
    RELIURE_KEYWORD("column-span", "none | all", column_span, kSpans),
    {"column-width", "auto | <length>", false, apply_column_width, copy_members<&BoxStyle::column_width>,
     print_column_width},
    {"columns", "<column-width> || <column-count>", false, apply_columns,
     copy_members<&BoxStyle::column_count, &BoxStyle::column_width>},
    {"float",
     "none | left | right | inline-start | inline-end | footnote | top | bottom | block-start | block-end",
     false, apply_float_side<&BoxStyle::float_, kFloats>, copy_members<&BoxStyle::float_>,
     print_keyword<&BoxStyle::float_, kFloats>},
    {"float-reference", "inline | page", false, apply_keyword<&BoxStyle::floats_on_page, kFloatReferences>,
     copy_members<&BoxStyle::floats_on_page>, print_keyword<&BoxStyle::floats_on_page, kFloatReferences>,
     kRestPhase, true},
    {"gap", "[normal | <length> | <percentage>]{1,2}", false, apply_gap, copy_members<&BoxStyle::column_gap>},
    {"initial-letter", "normal | <number> [<integer> | drop | raise]?", false, apply_initial_letter,
     copy_members<&BoxStyle::initial_letter, &BoxStyle::initial_letter_sink>, print_initial_letter},
    {"inset", "[auto | <length> | <percentage>]{1,4}", false,
     apply_edges<&BoxStyle::inset, EdgeRange::automatic>, copy_members<&BoxStyle::inset>},
    RELIURE_INSET("left", kLeft),
    {"position", "static | relative | running(<name>)", false, apply_position,
     copy_members<&BoxStyle::relative, &BoxStyle::running>, print_position},
    RELIURE_INSET("right", kRight),
    RELIURE_INSET("top", kTop),
};
#undef RELIURE_INSET
#undef RELIURE_KEYWORD

}  // namespace

std::span<const Property> position_properties() { return kProperties; }

}  // namespace reliure::style

#pragma once
// What the cascade decided for one element or pseudo-element: every property with its computed value.
// Lengths that depend on fonts (em, rem, lh) are already lengths; percentages stay until layout.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"

namespace reliure::style {

using base::Color;
using base::Length;

/// A length, a percentage (in 1/65536 of the reference: 65536 is 100 %), their sum (`calc`), or
/// `auto`/`none`.
struct Dimension {
  bool automatic = true;
  Length length;
  std::int32_t percent = 0;
  /// A sum of both signs (`calc(50% - 10pt)`) of a property that is never negative: its used value is not
  /// either.
  bool at_least_zero = false;
  friend constexpr bool operator==(const Dimension&, const Dimension&) = default;
  static constexpr Dimension of(Length length) { return {false, length, 0, false}; }
  /// The used value; `automatic` gives zero.
  constexpr Length resolve(Length reference) const {
    const Length sum = length + base::scaled(reference, percent, 65536);
    return at_least_zero ? base::max({}, sum) : sum;
  }
};

enum class Display : std::uint8_t {
  none,
  inline_,
  block,
  list_item,
  inline_block,
  flow_root,
  table,
  table_row_group,
  table_header_group,
  table_footer_group,
  table_row,
  table_cell,
  table_caption,
  table_column,
  table_column_group,
};
enum class TextAlign : std::uint8_t { start, end, left, right, center, justify };
enum class TextTransform : std::uint8_t { none, uppercase, lowercase, capitalize };
enum class WhiteSpace : std::uint8_t { normal, nowrap, pre, pre_wrap, pre_line };
enum class Hyphens : std::uint8_t { none, manual, automatic };
enum class TextWrap : std::uint8_t { wrap, nowrap, balance, pretty };
enum class OverflowWrap : std::uint8_t { normal, anywhere };
enum class BorderStyle : std::uint8_t { none, solid, dashed, dotted, double_, groove, ridge, inset, outset };
enum class BreakRule : std::uint8_t { automatic, avoid, page, left, right, recto, verso, column };
enum class VerticalAlign : std::uint8_t {
  baseline,
  sub,
  super,
  top,
  middle,
  bottom,
  text_top,
  text_bottom,
  length
};
enum class ListPosition : std::uint8_t { outside, inside };
enum class CaptionSide : std::uint8_t { top, bottom };
/// `top` and `bottom` are of the page; `block_start` and `block_end` are too with `float-reference: page`,
/// else such a block stands where it is: neither is a computed value.
enum class Float : std::uint8_t { none, left, right, footnote, top, bottom, block_start, block_end };
/// How a picture reaches over the margins of its page (`-reliure-bleed`): to the sides, or over all of it.
enum class Bleed : std::uint8_t { none, sides, sheet };
enum class Clear : std::uint8_t { none, left, right, both };
enum class Direction : std::uint8_t { ltr, rtl };
enum class UnicodeBidi : std::uint8_t { normal, embed, isolate, override_, isolate_override, plaintext };
/// How a background picture fills its area; `length` takes the two lengths.
enum class BackgroundSize : std::uint8_t { automatic, contain, cover, length };
enum class BackgroundRepeat : std::uint8_t { repeat, repeat_x, repeat_y, no_repeat };
enum class ColumnFill : std::uint8_t { balance, automatic };
enum class CounterStyle : std::uint8_t {
  none,
  decimal,
  decimal_leading_zero,
  lower_roman,
  upper_roman,
  lower_alpha,
  upper_alpha,
  lower_greek,
  disc,
  circle,
  square,
  dash,
  string,
};
enum class DecorationLine : std::uint8_t { none = 0, underline = 1, overline = 2, line_through = 4 };

struct Border {
  Length width;
  BorderStyle style = BorderStyle::none;
  Color color;
  friend constexpr bool operator==(const Border&, const Border&) = default;
};

/// An OpenType feature that the style turns on or off.
struct FontFeature {
  std::uint32_t tag = 0;
  std::uint32_t value = 1;
  friend constexpr auto operator<=>(const FontFeature&, const FontFeature&) = default;
};

/// One part of `content`, or of `string-set`.
struct ContentPart {
  enum class Kind : std::uint8_t {
    text,            ///< `value`
    attribute,       ///< attr(`value`)
    counter,         ///< counter(`value`, `counter_style`): page and pages among them
    counters,        ///< counters(`value`, `separator`, `counter_style`)
    target_counter,  ///< target-counter(attr(href), `value`, `counter_style`)
    target_text,     ///< target-text(attr(href))
    string,  ///< string(`value`), `separator` holding `last`, `start`, `first-except` or, for first, nothing
    leader,  ///< leader(`value`)
    open_quote,
    close_quote,
    own_text,  ///< content(): the element's text, for string-set
    element,   ///< element(`value`, `separator` as for `string`): a running element, in margin boxes
  };
  Kind kind = Kind::text;
  std::string value;
  std::string separator{};
  CounterStyle counter_style = CounterStyle::decimal;
  friend bool operator==(const ContentPart&, const ContentPart&) = default;
};

/// `content`: nothing (`normal`/`none`) when there are no parts.
struct Content {
  std::vector<ContentPart> parts;
  /// After the slash: what stands for the content where it is read or copied.
  std::vector<ContentPart> alternative;
  friend bool operator==(const Content&, const Content&) = default;
};

struct CounterChange {
  std::string name;
  std::int32_t value = 0;
  friend bool operator==(const CounterChange&, const CounterChange&) = default;
};

struct StringSet {
  std::string name;
  std::vector<ContentPart> parts;
  friend bool operator==(const StringSet&, const StringSet&) = default;
};

struct ColorStop {
  Color color;
  /// Along the gradient line; automatic is evenly between its neighbours (CSS Images 3 §3.4.3).
  Dimension position;
  friend constexpr bool operator==(const ColorStop&, const ColorStop&) = default;
};

/// `linear-gradient()`. The angle is clockwise from upwards, in 1/65536 of a degree; `to_corner` takes the
/// angle from the box: towards (x, y), each -1 or 1, y downwards.
struct LinearGradient {
  std::int32_t angle = 180 * 65536;
  bool to_corner = false;
  std::int8_t corner_x = 0, corner_y = 0;
  std::vector<ColorStop> stops;
  friend bool operator==(const LinearGradient&, const LinearGradient&) = default;
};

/// One layer of `background-image` with what belongs to it; the first is on top.
struct BackgroundLayer {
  /// Index into `book::Book::pictures`, or -1 for the gradient.
  std::int32_t picture = -1;
  LinearGradient gradient;
  /// A percentage aligns the same point of picture and area; from the left and top.
  Dimension position_x = Dimension::of({}), position_y = Dimension::of({});
  BackgroundSize size = BackgroundSize::automatic;
  /// For `BackgroundSize::length`.
  Dimension width, height;
  BackgroundRepeat repeat = BackgroundRepeat::repeat;
  friend bool operator==(const BackgroundLayer&, const BackgroundLayer&) = default;
};

/// Properties that children inherit.
struct InheritedStyle {
  std::vector<std::string> font_families{"serif"};
  std::uint16_t font_weight = 400;
  bool italic = false;
  Length font_size = base::points(10);
  /// Used height of a line.
  Length line_height = base::points(14);
  /// `line-height` as a multiple of the font size, in 1/65536, which is how it is inherited; 0 for a length.
  std::int32_t line_height_ratio = 0;
  Color color;
  /// From `font-feature-settings`, `font-variant-*` and `font-kerning`, sorted by tag.
  std::vector<FontFeature> font_features;
  Length letter_spacing, word_spacing;
  TextAlign text_align = TextAlign::start;
  /// Cells of one column are aligned at this string (`text-align: "."`); empty for none.
  std::string text_align_at;
  std::optional<TextAlign> text_align_last;
  Dimension text_indent = Dimension::of({});
  TextTransform text_transform = TextTransform::none;
  WhiteSpace white_space = WhiteSpace::normal;
  OverflowWrap overflow_wrap = OverflowWrap::normal;
  TextWrap text_wrap = TextWrap::wrap;
  Hyphens hyphens = Hyphens::manual;
  /// `hyphenate-limit-chars`: word, before, after.
  std::array<std::uint8_t, 3> hyphenate_limit_chars{5, 2, 3};
  /// Consecutive lines that may end in a hyphen; 255 is no limit.
  std::uint8_t hyphenate_limit_lines = 255;
  /// The last full line of a paragraph ends in a whole word (`hyphenate-limit-last: always`).
  bool hyphenate_limit_last = false;
  /// What ragged lines may leave empty before words are hyphenated to fill them.
  Dimension hyphenate_limit_zone = Dimension::of({});
  /// Marks at the ends of lines stand out of the text's edge a little (`-reliure-protrusion`).
  bool protrusion = false;
  /// By how many thousandths glyphs may be made wider or narrower to fill a line (`-reliure-expansion`).
  std::uint8_t expansion = 0;
  /// By how many thousandths of the font size letters may be set wider or closer to fill a line
  /// (`-reliure-letter-fit`).
  std::uint8_t letter_fit = 0;
  Direction direction = Direction::ltr;
  /// Baselines lie on the page's line grid (`line-snap: baseline`).
  bool line_snap = false;
  std::uint8_t orphans = 2, widows = 2;
  CounterStyle list_style_type = CounterStyle::disc;
  /// The marker for `CounterStyle::string`.
  std::string list_style_string;
  ListPosition list_style_position = ListPosition::outside;
  CaptionSide caption_side = CaptionSide::top;
  bool border_collapse = false;
  Length border_spacing_x, border_spacing_y;
  /// Pairs of opening and closing marks by level; empty means by language.
  std::vector<std::string> quotes;
  friend bool operator==(const InheritedStyle&, const InheritedStyle&) = default;
};

/// Properties that start anew at each element. Edges are in the order top, right, bottom, left.
struct BoxStyle {
  Display display = Display::inline_;
  UnicodeBidi unicode_bidi = UnicodeBidi::normal;
  std::array<Dimension, 4> margin{Dimension::of({}), Dimension::of({}), Dimension::of({}), Dimension::of({})};
  std::array<Dimension, 4> padding{Dimension::of({}), Dimension::of({}), Dimension::of({}),
                                   Dimension::of({})};
  std::array<Border, 4> border;
  /// Top left, top right, bottom right, bottom left; a percentage is of the box's width and height.
  std::array<Dimension, 4> border_radius{Dimension::of({}), Dimension::of({}), Dimension::of({}),
                                         Dimension::of({})};
  /// Each slice of a box that is broken has all its borders, padding and round corners (`clone`).
  bool box_decoration_clone = false;
  /// Transparent when `alpha` is 0.
  Color background{0, 0, 0, 0};
  std::vector<BackgroundLayer> background_layers;
  Dimension width, height, min_width, max_width, min_height, max_height;
  /// `box-sizing: border-box`: width and height include padding and border.
  bool border_box = false;
  VerticalAlign vertical_align = VerticalAlign::baseline;
  /// For `VerticalAlign::length`: raised by.
  Length vertical_shift;
  std::uint8_t text_decoration = 0;
  Float float_ = Float::none;
  /// `float-reference: page`.
  bool floats_on_page = false;
  Bleed bleed = Bleed::none;
  Clear clear = Clear::none;
  /// `position: relative` and its four offsets: top, right, bottom, left.
  bool relative = false;
  std::array<Dimension, 4> inset;
  /// `position: running(NAME)`: out of the flow, for margin boxes; empty for none.
  std::string running;
  /// `column-count` and `column-width`; 0 is `auto`. Either one makes a multi-column container.
  std::uint8_t column_count = 0;
  Length column_width;
  /// Automatic (`normal`) is 1em.
  Dimension column_gap;
  Border column_rule;
  ColumnFill column_fill = ColumnFill::balance;
  /// `column-span: all`.
  bool column_span = false;
  /// `initial-letter`: the height in lines, in 1/65536 (0 for none), and how many lines it sinks.
  std::int32_t initial_letter = 0;
  std::uint8_t initial_letter_sink = 0;
  BreakRule break_before = BreakRule::automatic;
  BreakRule break_after = BreakRule::automatic;
  bool avoid_break_inside = false;
  /// `table-layout: fixed`.
  bool fixed_table = false;
  /// The least size that a table too wide for its page may be set in, in per cent (`-reliure-table-shrink`).
  std::uint8_t table_shrink = 100;
  /// The named page that a table goes to which is still too wide; empty for none (`-reliure-wide-page`).
  std::string wide_page;
  /// What follows the caption's text on further pages of the table; empty for none (`-reliure-continued`).
  std::string continued;
  /// The named page, empty for `auto`.
  std::string page;
  Content content;
  std::vector<CounterChange> counter_reset, counter_increment, counter_set;
  std::vector<StringSet> string_set;
  /// 1 to 6; 0 is none; -1 leaves it to the heading.
  std::int8_t bookmark_level = -1;
  /// Without parts the heading's own text.
  Content bookmark_label;
  /// `bookmark-state: closed`.
  bool bookmark_closed = false;
  friend bool operator==(const BoxStyle&, const BoxStyle&) = default;
};

struct ComputedStyle : InheritedStyle, BoxStyle {
  friend bool operator==(const ComputedStyle&, const ComputedStyle&) = default;
};

}  // namespace reliure::style

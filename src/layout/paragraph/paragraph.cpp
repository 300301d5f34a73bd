#include "layout/paragraph/paragraph.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "layout/paragraph/break.h"
#include "layout/paragraph/finish.h"
#include "layout/paragraph/prepare.h"

namespace reliure::layout {
namespace {

using style::TextAlign;

/// What a paragraph is broken with: its items, perhaps cut further, and where its lines end.
struct Chosen {
  std::vector<Item> items;
  Breaks breaks;
};

Length indent_of(const Paragraph& paragraph, Length width) {
  return paragraph.collected.indented ? paragraph.block_style().text_indent.resolve(width) : Length{};
}

/// The measures of the lines: the slots', the first without its indent.
std::vector<Length> measures_of(std::span<const LineSlot> slots, Length indent) {
  std::vector<Length> widths;
  widths.reserve(slots.size() + 1);
  for (const LineSlot& slot : slots) {
    widths.push_back(slot.width);
  }
  if (indent != Length{}) {
    if (widths.size() == 1) {
      widths.push_back(widths[0]);
    }
    widths[0] -= indent;
  }
  const bool uniform = std::ranges::all_of(widths, [&widths](Length width) { return width == widths[0]; });
  if (uniform) {
    widths.resize(1);
  }
  return widths;
}

/// Pictures whose size depends on the measure get it; boxes that were set have theirs.
void size_images(const Paragraph& paragraph, Length measure, const Setting& setting,
                 std::vector<Item>& items) {
  for (Item& item : items) {
    if (item.content == Content::image) {
      item.width = image_width(paragraph.collected.objects[item.index], measure, setting);
    } else if (item.content == Content::atom) {
      item.width = paragraph.atoms[paragraph.collected.objects[item.index].picture].size.width;
    }
  }
}

Filling filling_of(const Paragraph& paragraph, Length measure) {
  const style::ComputedStyle& style = paragraph.block_style();
  Filling filling;
  filling.justified = style.text_align == TextAlign::justify;
  filling.justified_last = style.text_align_last == TextAlign::justify;
  filling.hyphen_limit = style.hyphenate_limit_lines;
  if (filling.hyphen_limit == 255) {
    filling.hyphen_limit = INT32_MAX;
  }
  if (style.hyphenate_limit_last) {
    filling.whole_end = WholeEnd::last_line;
  }
  filling.runt = base::scaled(measure, kRunt.numerator, kRunt.denominator);
  if (!filling.justified) {
    filling.extra_stretch = kRaggedStretch;
    filling.tolerance = kInfinitelyBad;
  }
  return filling;
}

bool may_hyphenate(const Paragraph& paragraph) {
  return std::ranges::any_of(paragraph.typefaces, [](const Typeface& typeface) {
    return typeface.style->hyphens == style::Hyphens::automatic;
  });
}

/// What ragged lines may leave empty while words stay whole; without a zone, as much as they like.
Length zone_of(const Paragraph& paragraph, Length measure) {
  const Length zone = paragraph.block_style().hyphenate_limit_zone.resolve(measure);
  return zone.raw > 0 && may_hyphenate(paragraph) ? zone : kUnbounded;
}

/// Ever more is allowed until the paragraph can be broken: hyphens, then bad lines, then breaks inside words,
/// then lines wider than the measure.
Chosen choose_breaks(const Paragraph& paragraph, std::vector<Item> items, std::span<const Length> widths,
                     Setting& setting) {
  Filling filling = filling_of(paragraph, widths.back());
  if (!filling.justified) {
    filling.most_gap = zone_of(paragraph, widths.back());
  }
  if (auto breaks = best_breaks(items, widths, filling)) return {std::move(items), std::move(*breaks)};
  filling.most_gap = kUnbounded;
  if (may_hyphenate(paragraph)) {
    items = with_hyphens(paragraph, items, setting);
  }
  if (filling.justified) {
    filling.tolerance = kHyphenTolerance;
  }
  if (auto breaks = best_breaks(items, widths, filling)) return {std::move(items), std::move(*breaks)};
  filling.tolerance = kInfinitelyBad;
  if (auto breaks = best_breaks(items, widths, filling)) return {std::move(items), std::move(*breaks)};
  const Length narrowest = *std::ranges::min_element(widths);
  if (may_hyphenate(paragraph)) {
    items = with_more_hyphens(paragraph, items, narrowest, setting);
    if (auto breaks = best_breaks(items, widths, filling)) return {std::move(items), std::move(*breaks)};
  }
  items = with_breaks_at_separators(paragraph, items, narrowest);
  if (auto breaks = best_breaks(items, widths, filling)) return {std::move(items), std::move(*breaks)};
  if (setting.in_wide_table) {  // what cannot fit breaks sooner than it runs into its neighbour
    items = with_breaks_at_spaces(paragraph, items);
    if (auto breaks = best_breaks(items, widths, filling)) return {std::move(items), std::move(*breaks)};
  }
  items = with_breaks_anywhere(paragraph, items, narrowest, setting.in_wide_table);
  filling.may_overflow = true;
  filling.hyphen_limit = INT32_MAX;
  Breaks breaks = *best_breaks(items, widths, filling);
  return {std::move(items), std::move(breaks)};
}

/// The narrowest measure that takes no more lines, so that they come out about even
/// (`text-wrap: balance`). As in browsers, only short paragraphs are worth it.
std::vector<Length> balanced(std::span<const Item> items, std::vector<Length> widths, std::size_t lines,
                             Filling filling) {
  constexpr std::size_t kMostLines = 6;
  constexpr int kHalvings = 10;
  if (lines < 2 || lines > kMostLines || widths.size() != 1) return widths;
  filling.tolerance = kInfinitelyBad;
  Length narrow = widths[0] / static_cast<std::int64_t>(lines);
  Length wide = widths[0];
  for (int i = 0; i < kHalvings; ++i) {
    const Length middle = (narrow + wide) / 2;
    const auto breaks = best_breaks(items, std::span(&middle, 1), filling);
    (breaks && breaks->at.size() <= lines ? wide : narrow) = middle;
  }
  return {wide};
}

/// The longest word on the line whose items are `start..end`, or none.
const Item* longest_word(std::span<const Item> items, std::uint32_t start, std::uint32_t end) {
  const Item* longest = nullptr;
  for (std::uint32_t i = start; i < end; ++i) {
    const Content content = items[i].content;
    if (content != Content::word && content != Content::image && content != Content::atom) continue;
    if (longest == nullptr || items[i].width > longest->width) {
      longest = &items[i];
    }
  }
  return longest;
}

/// What a box needs at least; a picture sized by its column gives way down to the size of a letter or two.
Length least_width(const Paragraph& paragraph, const Item& item) {
  if (item.content == Content::atom) {
    return paragraph.atom_sizes[paragraph.collected.objects[item.index].picture].min_content;
  }
  if (item.content != Content::image) return item.width;
  const style::ComputedStyle& style = *paragraph.collected.objects[item.index].style;
  const bool gives_way = style.width.percent != 0 || style.max_width.percent != 0;
  return gives_way ? base::min(item.width, style.font_size * 2) : item.width;
}

/// What a box takes where it has all the room that it wants.
Length whole_width(const Paragraph& paragraph, const Item& item) {
  return item.content == Content::atom
             ? paragraph.atom_sizes[paragraph.collected.objects[item.index].picture].max_content
             : item.width;
}

/// At least a tenth: what is told of is not nothing.
std::string in_points(Length length) {
  const std::int64_t tenths =
      std::max<std::int64_t>((length.raw * 10 + base::kUnitsPerPoint / 2) / base::kUnitsPerPoint, 1);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " pt";
}

/// Reports the first line that is wider than its measure, at the longest thing on it.
void report_overfull(const Paragraph& paragraph, const Chosen& chosen, std::span<const Length> widths,
                     Setting& setting) {
  if (!chosen.breaks.overfull || setting.in_wide_table) return;
  const std::size_t line = *chosen.breaks.overfull;
  const std::uint32_t end = chosen.breaks.at[line];
  const std::uint32_t start = line == 0 ? 0 : line_start(chosen.items, chosen.breaks.at[line - 1]);
  const Item& last = chosen.items[end];
  Length width = last.type == ItemType::penalty ? last.width : Length{};  // a hyphen
  for (std::uint32_t i = start; i < end; ++i) {
    width += chosen.items[i].type == ItemType::penalty ? Length{} : chosen.items[i].width;
  }
  const Length measure = widths[std::min(line, widths.size() - 1)];
  base::Span span = setting.manuscript()[paragraph.collected.block].span;
  const Item* longest = longest_word(chosen.items, start, end);
  if (longest != nullptr && longest->content == Content::word) {
    const TextSpan& text = paragraph.span_of(paragraph.words[longest->index]);
    span = source_of(setting.manuscript(), text.node, offset_in_node(paragraph.collected, longest->begin),
                     longest->end - longest->begin);
  } else if (longest != nullptr) {
    span = setting.manuscript()[paragraph.collected.objects[longest->index].node].span;
  }
  setting.diagnostics.report(base::Code::layout_overfull_line, span,
                             "a line is " + in_points(width - measure) + " wider than its column",
                             "allow breaks in long words with `overflow-wrap: anywhere`, hyphenate the "
                             "text, or mark places with `<wbr>`");
}

}  // namespace

std::vector<Line> break_lines(const Paragraph& paragraph, std::span<const LineSlot> slots, Setting& setting) {
  const Length indent = indent_of(paragraph, slots[0].width);
  std::vector<Length> widths = measures_of(slots, indent);
  std::vector<Item> items = paragraph.items;
  if (paragraph.has_image) {
    size_images(paragraph, slots.back().width, setting, items);
  }
  Chosen chosen = choose_breaks(paragraph, std::move(items), widths, setting);
  const Filling filling = filling_of(paragraph, widths.back());
  if (paragraph.block_style().text_wrap == style::TextWrap::balance && !filling.justified) {
    const auto narrowed = balanced(chosen.items, widths, chosen.breaks.at.size(), filling);
    if (narrowed[0] != widths[0] && !chosen.breaks.overfull) {
      Filling any = filling;
      any.tolerance = kInfinitelyBad;
      if (auto breaks = best_breaks(chosen.items, narrowed, any)) {
        chosen.breaks = std::move(*breaks);
      }
    }
  }
  report_overfull(paragraph, chosen, widths, setting);
  Finisher finisher{paragraph, chosen.items,      setting, find_shown_boxes(paragraph.collected), kNone,
                    0,         slots.back().width};
  return finish_lines(finisher, chosen.breaks, slots, indent);
}

bool is_floating(const style::ComputedStyle& style) {
  return (style.float_ == style::Float::left || style.float_ == style::Float::right) &&
         style.display != style::Display::none;
}

Length least_measure(const Paragraph& paragraph, Length measure, const Setting& setting) {
  const style::ComputedStyle& style = paragraph.block_style();
  const Length narrow = style.font_size * kNarrowestEms;
  // Words that may be hyphenated need not fit whole.
  const Initial* initial = initial_of(paragraph);
  const Length longest =
      layout::measure(paragraph).min_content - (initial != nullptr ? initial->width : Length{});
  Length least = base::max(narrow, may_hyphenate(paragraph) ? base::min(longest, narrow * 2) : longest);
  for (const Item& item : paragraph.items) {
    if (item.content == Content::image) {
      least = base::max(least, image_width(paragraph.collected.objects[item.index], measure, setting));
    } else if (item.content == Content::atom) {
      least = base::max(least, paragraph.atoms[paragraph.collected.objects[item.index].picture].size.width);
    }
  }
  return base::min(least, measure);
}

InlineSize measure(const Paragraph& paragraph) {
  const Length indent = indent_of(paragraph, {});
  InlineSize size;
  Length unbroken = indent;
  Length line = indent;
  for (const Item& item : paragraph.items) {
    if (item.penalty < kForbidden) {
      size.min_content =
          base::max(size.min_content, unbroken + (item.type == ItemType::penalty ? item.width : Length{}));
      unbroken = {};
      if (item.penalty == kForced) {
        size.max_content = base::max(size.max_content, line);
        line = {};
      }
    }
    if (item.type == ItemType::penalty) continue;
    line += whole_width(paragraph, item);
    if (item.type == ItemType::box || item.penalty == kForbidden) {
      unbroken += item.type == ItemType::box ? least_width(paragraph, item) : item.width;
    }
  }
  if (const Initial* initial = initial_of(paragraph)) {
    size.min_content += initial->width;
    size.max_content += initial->width;
  }
  return size;
}

}  // namespace reliure::layout

// Cutting words: at hyphenation points, behind separators, and between any two characters where nothing else
// helps.
#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "layout/paragraph/case.h"
#include "layout/paragraph/prepare.h"
#include "layout/paragraph/spacing.h"
#include "text/hyphenate.h"

namespace reliure::layout {
namespace {

/// The width of the word's glyphs by the byte their cluster starts at, for the bytes of `item`.
std::vector<Length> widths_by_byte(const Paragraph& paragraph, const Item& item) {
  const Word& word = paragraph.words[item.index];
  const Length spacing = paragraph.typeface(word).style->letter_spacing;
  std::vector<Length> widths(item.end - item.begin);
  for (std::size_t i = 0; i < word.shaped->glyphs.size(); ++i) {
    const std::uint32_t at = word.begin + word.shaped->glyphs[i].cluster;
    if (at >= item.begin && at < item.end) {
      widths[at - item.begin] += advance_of(*word.shaped, i, word, spacing);
    }
  }
  return widths;
}

/// Letters of a word and apostrophes between them: what patterns of hyphenation are made for.
bool is_hyphenable(char32_t character) {
  return character == '\'' || character == 0x2019 ||
         (is_word_character(character) && !(character >= '0' && character <= '9'));
}

/// Whether the text is an address or an identifier rather than a word.
bool is_address(std::string_view text) {
  return text.find_first_of("/@_\\=<>{}#") != std::string_view::npos || text.starts_with("www.");
}

/// Appends the hyphenation points of the stretches of letters in `begin..end`.
void find_points(const Paragraph& paragraph, const Item& item, const text::HyphenationLimits& limits,
                 const Setting& setting, std::vector<std::uint32_t>& points) {
  const TextSpan& span = paragraph.span_of(paragraph.words[item.index]);
  const std::string_view text = paragraph.text(item.begin, item.end);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t stop = at;
    base::Decoded next{};
    while (stop < text.size() && is_hyphenable((next = base::decode(text, stop)).character)) {
      stop += next.size;
    }
    if (stop == at) {
      at += next.size;
      continue;
    }
    if (static_cast<int>(stop - at) >= limits.word) {
      const auto found =
          setting.input.hyphenator.hyphenate(text.substr(at, stop - at), span.language, limits);
      for (const std::uint32_t point : found) {
        points.push_back(item.begin + static_cast<std::uint32_t>(at) + point);
      }
    }
    at = stop;
  }
}

Item hyphen_item(const Typeface& typeface) {
  Item item;
  item.type = ItemType::penalty;
  item.hyphen = item.flagged = true;
  item.penalty = kHyphenPenalty;
  item.width = typeface.hyphen_width;
  item.hang_end = typeface.hyphen_hang;
  return item;
}

/// The first bytes of the word's clusters inside the item, where it can be cut without harm.
void find_clusters(const Paragraph& paragraph, const Item& item, std::vector<std::uint32_t>& cuts) {
  const Word& word = paragraph.words[item.index];
  for (const text::ShapedGlyph& glyph : word.shaped->glyphs) {
    const std::uint32_t at = word.begin + glyph.cluster;
    if (at > item.begin && at < item.end) {
      cuts.push_back(at);
    }
  }
  std::ranges::sort(cuts);
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
}

/// Behind these, names and paths of programs are read in parts.
constexpr std::string_view kSeparators = "/\\._-,;:=&?#|([{";

/// The clusters inside the item that follow a separator and are none.
void find_separated(const Paragraph& paragraph, const Item& item, std::vector<std::uint32_t>& cuts) {
  const auto is_separator = [&](std::uint32_t at) {
    return kSeparators.find(paragraph.text(at, at + 1)) != std::string_view::npos;
  };
  find_clusters(paragraph, item, cuts);
  std::erase_if(cuts, [&](std::uint32_t at) { return !is_separator(at - 1) || is_separator(at); });
}

bool is_kept_whole(const Paragraph& paragraph, const Item& item) {
  const auto place = std::ranges::upper_bound(paragraph.whole_at, item.begin);
  return place != paragraph.whole_at.end() && *place < item.end;
}

}  // namespace

void keep_whole(Paragraph& paragraph, std::span<const std::uint32_t> places) {
  paragraph.whole_at.assign(places.begin(), places.end());
  std::ranges::sort(paragraph.whole_at);
  for (Item& item : paragraph.items) {
    // Where the author would allow one.
    const bool here = std::ranges::binary_search(paragraph.whole_at, item.begin);
    if (item.hyphen && here) item.penalty = kForbidden;
  }
}

void append_cut(const Paragraph& paragraph, const Item& item, std::span<const std::uint32_t> cuts,
                const Item& cut, std::vector<Item>& out) {
  const std::vector<Length> widths = widths_by_byte(paragraph, item);
  Item part = item;
  for (std::size_t i = 0; i <= cuts.size(); ++i) {
    part.end = i < cuts.size() ? cuts[i] : item.end;
    part.width = {};
    for (std::uint32_t at = part.begin; at < part.end; ++at) {
      part.width += widths[at - item.begin];
    }
    // What nobody sees (zero width spaces, marks of direction) has no width to share out.
    part.give = item.width.raw == 0 ? item.give : base::scaled(item.give, part.width.raw, item.width.raw);
    set_hangs(paragraph, part);
    out.push_back(part);
    if (i < cuts.size()) {
      Item between = cut;
      between.begin = between.end = part.end;
      out.push_back(between);
    }
    part.begin = part.end;
  }
}

namespace {

/// Whether a word of this style may break where no rule allows it.
bool may_break_anywhere(const style::ComputedStyle& style) {
  return style.overflow_wrap == style::OverflowWrap::anywhere &&
         style.white_space != style::WhiteSpace::nowrap && style.white_space != style::WhiteSpace::pre;
}

/// Whether patterns may divide the word that the item is, or is a part of.
bool is_divisible(const Paragraph& paragraph, const Item& item) {
  if (item.content != Content::word || is_kept_whole(paragraph, item)) return false;
  const Word& word = paragraph.words[item.index];
  const TextSpan& span = paragraph.span_of(word);
  return span.style->hyphens == style::Hyphens::automatic && span.alternative == kNone &&
         span.style->white_space != style::WhiteSpace::nowrap &&
         span.style->white_space != style::WhiteSpace::pre &&
         !is_address(paragraph.text(word.begin, word.end));
}

/// The items with their words divided as far as `limits_of` an item says, which may be nothing.
template <typename LimitsOf>
std::vector<Item> divided(const Paragraph& paragraph, std::span<const Item> items, const Setting& setting,
                          const LimitsOf& limits_of) {
  std::vector<Item> out;
  out.reserve(items.size() * 2);
  std::vector<std::uint32_t> points;
  for (const Item& item : items) {
    points.clear();
    if (is_divisible(paragraph, item)) {
      const std::optional<text::HyphenationLimits> limits = limits_of(item);
      if (limits) find_points(paragraph, item, *limits, setting, points);
    }
    if (points.empty()) {
      out.push_back(item);
    } else {
      append_cut(paragraph, item, points, hyphen_item(paragraph.typeface(paragraph.words[item.index])), out);
    }
  }
  return out;
}

const style::ComputedStyle& style_of(const Paragraph& paragraph, const Item& item) {
  return *paragraph.span_of(paragraph.words[item.index]).style;
}

}  // namespace

std::vector<Item> with_hyphens(const Paragraph& paragraph, std::span<const Item> items,
                               const Setting& setting) {
  return divided(paragraph, items, setting, [&](const Item& item) {
    const auto& chars = style_of(paragraph, item).hyphenate_limit_chars;
    const text::HyphenationLimits limits{chars[0], chars[1], chars[2]};
    return item.end - item.begin >= chars[0] ? std::optional(limits) : std::nullopt;
  });
}

std::vector<Item> with_more_hyphens(const Paragraph& paragraph, std::span<const Item> items, Length measure,
                                    const Setting& setting) {
  // What typographers bear in narrow columns: two letters on each side.
  constexpr text::HyphenationLimits kLeast{4, 2, 2};
  return divided(paragraph, items, setting, [&](const Item& item) {
    const bool must = item.width > measure && may_break_anywhere(style_of(paragraph, item));
    return must ? std::optional(kLeast) : std::nullopt;
  });
}

namespace {

/// Whether the place is between two letters of a word that is divided with hyphens.
bool parts_letters(const Paragraph& paragraph, const Word& word, std::uint32_t at) {
  const auto is_letter = [](std::string_view text) {
    const base::Decoded first = base::decode(text, 0);
    return is_hyphenable(first.character) && text::is_hyphenated_script(text.substr(0, first.size));
  };
  const std::string_view before = paragraph.text(word.begin, at);
  return is_letter(before.substr(base::last_character(before))) && is_letter(paragraph.text(at, word.end));
}

/// The last cuts of a word of prose show a hyphen.
void show_hyphens(const Paragraph& paragraph, const Item& word, std::span<Item> parts) {
  const Word& whole = paragraph.words[word.index];
  if (paragraph.span_of(whole).style->hyphens == style::Hyphens::none ||
      is_address(paragraph.text(whole.begin, whole.end))) {
    return;
  }
  for (Item& part : parts) {
    if (part.type != ItemType::penalty || !parts_letters(paragraph, whole, part.begin)) continue;
    const Item hyphen = hyphen_item(paragraph.typeface(whole));
    part.hyphen = true;
    part.width = hyphen.width;
    part.hang_end = hyphen.hang_end;
  }
}

/// The items with the boxes wider than `measure` cut where `find` says, if their style allows it or `anyway`.
template <typename Find>
std::vector<Item> cut_wide(const Paragraph& paragraph, std::span<const Item> items, Length measure,
                           bool anyway, const Find& find) {
  std::vector<Item> out;
  out.reserve(items.size());
  std::vector<std::uint32_t> cuts;
  Item between;
  between.type = ItemType::penalty;
  between.penalty = kBreakAnywherePenalty;
  for (const Item& item : items) {
    cuts.clear();
    if (item.content == Content::word && item.width > measure &&
        (anyway || may_break_anywhere(*paragraph.span_of(paragraph.words[item.index]).style))) {
      find(paragraph, item, cuts);
    }
    if (cuts.empty()) {
      out.push_back(item);
    } else {
      const std::size_t before = out.size();
      append_cut(paragraph, item, cuts, between, out);
      show_hyphens(paragraph, item, std::span(out).subspan(before));
    }
  }
  return out;
}

}  // namespace

std::vector<Item> with_breaks_at_separators(const Paragraph& paragraph, std::span<const Item> items,
                                            Length measure) {
  return cut_wide(paragraph, items, measure, false, find_separated);
}

std::vector<Item> with_breaks_anywhere(const Paragraph& paragraph, std::span<const Item> items,
                                       Length measure, bool anyway) {
  return cut_wide(paragraph, items, measure, anyway, find_clusters);
}

std::vector<Item> with_breaks_at_spaces(const Paragraph& paragraph, std::span<const Item> items) {
  std::vector<Item> out(items.begin(), items.end());
  for (Item& item : out) {
    if (item.content == Content::space && paragraph.text(item.begin, item.end) == " ") {
      item.penalty = std::min(item.penalty, 0);
    }
  }
  return out;
}

}  // namespace reliure::layout

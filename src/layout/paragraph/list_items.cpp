#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "layout/missing_glyph.h"
#include "layout/paragraph/direction.h"
#include "layout/paragraph/prepare.h"
#include "layout/paragraph/spacing.h"
#include "text/east_asian.h"
#include "text/itemize.h"

namespace reliure::layout {
namespace {

using text::Break;

/// The state of the walk over the spans.
struct Lister {
  Paragraph& paragraph;
  Setting& setting;
  std::vector<std::uint8_t> levels;
  std::vector<Break> breaks;
  std::size_t next_edge = 0;
  std::size_t next_soft_hyphen = 0;
  std::set<char32_t> missing;
  std::vector<std::uint32_t> cuts;

  const Collected& collected() const { return paragraph.collected; }
};

bool wraps(const style::ComputedStyle& style) {
  return style.white_space != style::WhiteSpace::nowrap && style.white_space != style::WhiteSpace::pre &&
         style.text_wrap != style::TextWrap::nowrap;
}

void forbid_breaks(std::vector<Break>& breaks, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    breaks[i] = Break::prohibited;
  }
}

/// UAX #14, then what styles and elements change about it.
std::vector<Break> find_breaks(const Paragraph& paragraph, const Setting& setting) {
  const Collected& collected = paragraph.collected;
  if (collected.text.empty()) return {};
  std::vector<Break> breaks = text::break_opportunities(
      collected.text, setting.manuscript().language(collected.block), setting.input.words);
  for (std::size_t i = 0; i < collected.spans.size(); ++i) {
    const TextSpan& span = collected.spans[i];
    const bool next_wraps = i + 1 == collected.spans.size() || wraps(*collected.spans[i + 1].style);
    if (!wraps(*span.style)) {
      forbid_breaks(breaks, span.begin, next_wraps ? span.end - 1 : span.end);
    } else if (span.alternative != kNone) {
      forbid_breaks(breaks, span.begin, span.end - 1);
    }
    if (span.type == SpanType::leader) {
      forbid_breaks(breaks, span.begin == 0 ? 0 : span.begin - 1, span.end);
    }
  }
  for (const std::uint32_t at : collected.joins) {
    breaks[at - 1] = Break::prohibited;
  }
  for (const std::uint32_t at : collected.word_breaks) {
    if (at > 0 && at < breaks.size() && breaks[at - 1] == Break::prohibited) {
      breaks[at - 1] = Break::allowed;
    }
  }
  return breaks;
}

void push_edge(Lister& lister) {
  const BoxEdge& edge = lister.collected().edges[lister.next_edge];
  Item item;
  item.content = Content::edge;
  item.width = edge.margin + edge.inside;
  item.begin = item.end = edge.at;
  item.index = static_cast<std::uint32_t>(lister.next_edge++);
  lister.paragraph.items.push_back(item);
}

Item break_item(std::uint32_t at, std::int32_t penalty) {
  Item item;
  item.type = ItemType::penalty;
  item.penalty = penalty;
  item.begin = item.end = at;
  return item;
}

/// Glue of no width between words that no space parts.
Item spaceless_glue(std::uint32_t at, Ratio stretch, const style::ComputedStyle& style) {
  Item item = break_item(at, 0);
  item.type = ItemType::glue;
  item.stretch = base::scaled(style.font_size, stretch.numerator, stretch.denominator);
  return item;
}

/// The place at byte `at`, between two words or inside of one, where UAX #14 lets a line end.
Item break_between(const Lister& lister, std::uint32_t at) {
  const Paragraph& paragraph = lister.paragraph;
  const std::string_view text = lister.collected().text;
  const char32_t before = base::decode(text, base::last_character(text.substr(0, at))).character;
  const char32_t after = base::decode(text, at).character;
  const style::ComputedStyle& style =
      paragraph.words.empty() ? paragraph.block_style() : *paragraph.span_of(paragraph.words.back()).style;
  if (text::is_east_asian(before) || text::is_east_asian(after)) {
    return spaceless_glue(at, kIdeographStretch, style);
  }
  const bool thai = text::is_thai(before) && text::is_thai(after);
  return thai ? spaceless_glue(at, kThaiStretch, style) : break_item(at, kBreakInWordPenalty);
}

bool is_space(const Lister& lister, std::uint32_t at) { return lister.collected().text[at] == ' '; }

/// The edges at byte `at`, and the break that may be there: after the boxes that end, before those that
/// begin.
void push_boundary(Lister& lister, std::uint32_t at) {
  const std::vector<BoxEdge>& edges = lister.collected().edges;
  bool breaks = at > 0 && at < lister.breaks.size() && lister.breaks[at - 1] == Break::allowed &&
                !is_space(lister, at - 1);
  while (lister.next_edge < edges.size() && edges[lister.next_edge].at <= at) {
    if (breaks && edges[lister.next_edge].open) {
      lister.paragraph.items.push_back(break_between(lister, at));
      breaks = false;
    }
    push_edge(lister);
  }
  if (breaks) {
    lister.paragraph.items.push_back(break_between(lister, at));
  }
}

/// Whether the line may end at the space `at`: the first of its row, whose last may end a line.
bool may_end_line(const Lister& lister, std::uint32_t at) {
  if (at > 0 && is_space(lister, at - 1)) return false;
  std::uint32_t last = at;
  while (last + 1 < lister.breaks.size() && is_space(lister, last + 1)) {
    ++last;
  }
  return lister.breaks[last] == Break::allowed;
}

/// Bytes of the space at `at` that stretches and shrinks with others (CSS Text 3 §7.3): U+0020, or U+00A0, at
/// which no line ends. 0 where there is none.
std::uint32_t space_size(const std::string& text, std::uint32_t at) {
  if (text[at] == ' ') return 1;
  return text.compare(at, 2, "\u00A0") == 0 ? 2 : 0;
}

/// Where the next of them is, at most `end`.
std::uint32_t find_space(const std::string& text, std::uint32_t at, std::uint32_t end) {
  while (at < end && space_size(text, at) == 0) {
    ++at;
  }
  return at;
}

void push_space(Lister& lister, std::uint32_t at, std::uint32_t size, std::uint32_t word) {
  Paragraph& paragraph = lister.paragraph;
  const Word& space = paragraph.words[word];
  const style::ComputedStyle& style = *paragraph.span_of(space).style;
  Item item;
  item.type = ItemType::glue;
  item.content = Content::space;
  item.width = width_of(*space.shaped, space, style.letter_spacing) + style.word_spacing;
  // The letters of a monospaced face stand in columns, and so do its spaces; TeX's typewriter type is as
  // rigid.
  const bool monospaced = lister.setting.input.fonts.font(space.face).monospaced;
  const bool elastic = !monospaced && style.white_space != style::WhiteSpace::pre &&
                       style.white_space != style::WhiteSpace::pre_wrap;
  if (elastic) {
    item.stretch = base::scaled(item.width, kSpaceStretch.numerator, kSpaceStretch.denominator);
    const Length most = base::scaled(item.width, kSpaceShrink.numerator, kSpaceShrink.denominator);
    const Length narrowest =
        base::scaled(style.font_size, kNarrowestSpace.numerator, kNarrowestSpace.denominator);
    item.shrink = base::min(most, base::max(item.width - narrowest, Length{}));
  }
  item.penalty = size == 1 && may_end_line(lister, at) ? 0 : kForbidden;
  item.begin = at;
  item.end = at + size;
  item.index = word;
  paragraph.items.push_back(item);
}

bool ends_in_hyphen(std::string_view text) { return text.ends_with('-') || text.ends_with("\u2010"); }

/// Where UAX #14 or the author's soft hyphens let the word end a line, with the kind of each place.
void push_word_items(Lister& lister, Item item) {
  Paragraph& paragraph = lister.paragraph;
  const Collected& collected = lister.collected();
  const Typeface& typeface = paragraph.typeface(paragraph.words[item.index]);
  lister.cuts.clear();
  while (lister.next_soft_hyphen < collected.soft_hyphens.size() &&
         collected.soft_hyphens[lister.next_soft_hyphen] <= item.begin) {
    ++lister.next_soft_hyphen;
  }
  for (std::uint32_t i = item.begin; i + 1 < item.end; ++i) {
    const bool soft = lister.next_soft_hyphen < collected.soft_hyphens.size() &&
                      collected.soft_hyphens[lister.next_soft_hyphen] == i + 1;
    if (!soft && lister.breaks[i] != Break::allowed) continue;
    lister.cuts.push_back(i + 1);
    while (lister.next_soft_hyphen < collected.soft_hyphens.size() &&
           collected.soft_hyphens[lister.next_soft_hyphen] <= i + 1) {
      ++lister.next_soft_hyphen;
    }
  }
  if (lister.cuts.empty()) {
    paragraph.items.push_back(item);
    return;
  }
  const std::size_t first = paragraph.items.size();
  append_cut(paragraph, item, lister.cuts, break_item(0, kBreakInWordPenalty), paragraph.items);
  for (std::size_t i = first; i < paragraph.items.size(); ++i) {
    Item& part = paragraph.items[i];
    if (part.type != ItemType::penalty) continue;
    if (lister.breaks[part.begin - 1] == Break::allowed) {
      part = break_between(lister, part.begin);
      part.flagged = ends_in_hyphen(paragraph.text(item.begin, part.begin));
    } else {
      part.hyphen = part.flagged = true;
      part.penalty = kSoftHyphenPenalty;
      part.width = typeface.hyphen_width;
      part.hang_end = typeface.hyphen_hang;
    }
  }
}

/// The text around a word up to spaces, or the word alone where its script is not cursive: letters join over
/// the ends of inline boxes and fonts (CSS Text 3 §8.3).
std::pair<std::uint32_t, std::uint32_t> joined_range(const Paragraph& paragraph, const Word& word) {
  constexpr std::uint32_t kMost = 16;  // a letter with marks, and more
  std::uint32_t begin = word.begin, end = word.end;
  if (!text::is_cursive(word.script)) return {begin, end};
  const std::string_view text = paragraph.collected.text;
  const auto is_end = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n'; };
  while (begin > 0 && !is_end(begin - 1)) {
    const auto before = static_cast<std::uint32_t>(base::last_character(text.substr(0, begin)));
    if (word.begin - before > kMost) break;
    begin = before;
  }
  while (end < text.size() && !is_end(end) && end - word.end < kMost) {
    end += static_cast<std::uint32_t>(base::decode(text, end).size);
  }
  return {begin, end};
}

void push_word(Lister& lister, std::uint32_t begin, std::uint32_t end, Word word) {
  Paragraph& paragraph = lister.paragraph;
  word.begin = begin;
  word.end = end;
  const auto [from, to] = joined_range(paragraph, word);
  word.shaped = &lister.setting.shaper.shape_within(request_like(paragraph, word), paragraph.text(from, to),
                                                    begin - from, end - begin);
  Item item;
  item.content = Content::word;
  item.width = width_of(*word.shaped, word, paragraph.typeface(word).style->letter_spacing);
  item.begin = begin;
  item.end = end;
  if (!lister.setting.input.fonts.font(word.face).monospaced) {
    item.give = give_of(paragraph, word, item.width);
  }
  item.index = static_cast<std::uint32_t>(paragraph.words.size());
  paragraph.words.push_back(word);
  set_hangs(paragraph, item);
  push_word_items(lister, item);
}

/// Reports each character of `begin..end` that no font has, once in the paragraph.
void report_missing(Lister& lister, std::uint32_t begin, std::uint32_t end, const TextSpan& span) {
  const std::string& text = lister.collected().text;
  for (std::uint32_t at = begin; at < end;) {
    const base::Decoded decoded = base::decode(text, at);
    if (!shows_nothing(decoded.character) && lister.missing.insert(decoded.character).second) {
      const auto size = static_cast<std::uint32_t>(decoded.size);
      const std::uint32_t offset = offset_in_node(lister.collected(), at);
      report_missing_glyph(std::string_view(text).substr(at, decoded.size), "",
                           source_of(lister.setting.manuscript(), span.node, offset, size),
                           lister.setting.diagnostics);
    }
    at += static_cast<std::uint32_t>(decoded.size);
  }
}

void push_run(Lister& lister, const text::TextRun& run, std::uint32_t span_index) {
  Paragraph& paragraph = lister.paragraph;
  const TextSpan& span = paragraph.collected.spans[span_index];
  const std::uint32_t begin = span.begin + run.begin;
  const std::uint32_t end = span.begin + run.end;
  if (run.missing) {
    report_missing(lister, begin, end, span);
  }
  Word like;
  like.span = span_index;
  like.face = run.face;
  like.script = run.script;
  like.level = run.level;
  const std::int64_t units =
      std::max<std::int64_t>(1, lister.setting.input.fonts.font(run.face).units_per_em);
  like.unit = (span.style->font_size.raw * 65536) / units;
  std::uint32_t space = kNone;
  for (std::uint32_t at = begin; at < end;) {
    if (const std::uint32_t size = space_size(lister.collected().text, at)) {
      if (space == kNone) {
        space = static_cast<std::uint32_t>(paragraph.words.size());
        like.shaped = &shape_like(paragraph, like, " ", lister.setting.shaper);
        paragraph.words.push_back(like);
      }
      push_space(lister, at, size, space);
      at += size;
      continue;
    }
    const std::uint32_t stop = find_space(lister.collected().text, at, end);
    push_word(lister, at, stop, like);
    at = stop;
  }
}

void push_text(Lister& lister, std::uint32_t span_index) {
  const TextSpan& span = lister.collected().spans[span_index];
  const text::FaceId face = lister.paragraph.typefaces[lister.paragraph.typeface_of[span_index]].face;
  std::span<const std::uint8_t> levels;
  if (!lister.levels.empty()) {
    levels = std::span(lister.levels).subspan(span.begin, span.end - span.begin);
  }
  const std::string_view text = lister.paragraph.text(span.begin, span.end);
  const auto runs = text::itemize(text, face, lister.setting.input.fonts, levels);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (i > 0) {
      push_boundary(lister, span.begin + runs[i].begin);
    }
    push_run(lister, runs[i], span_index);
  }
}

void push_object(Lister& lister, const TextSpan& span) {
  Paragraph& paragraph = lister.paragraph;
  const InlineObject& object = lister.collected().objects[span.object];
  Item item;
  item.begin = span.begin;
  item.end = span.end;
  item.index = span.object;
  if (span.type == SpanType::leader) {
    item.content = Content::leader;
    item.width = base::scaled(span.style->font_size, kLeastLeader.numerator, kLeastLeader.denominator);
    paragraph.has_leader = true;
  } else if (span.type == SpanType::atom) {
    item.content = Content::atom;
    paragraph.has_image = true;
  } else {
    item.content = Content::image;
    item.width = image_width(object, kUnbounded, lister.setting);
    paragraph.has_image = true;
  }
  paragraph.items.push_back(item);
}

/// Ends the last line. A break forced at the very end starts no line of its own.
void push_end(Lister& lister) {
  std::vector<Item>& items = lister.paragraph.items;
  const auto size = static_cast<std::uint32_t>(lister.collected().text.size());
  const bool forced = !items.empty() && items.back().penalty == kForced;
  Item end = break_item(size, kForced);
  if (forced) {
    end = items.back();
    items.pop_back();
  }
  while (lister.next_edge < lister.collected().edges.size()) {
    push_edge(lister);
  }
  items.push_back(end);
}

}  // namespace

void list_items(Paragraph& paragraph, Setting& setting) {
  std::vector<std::uint8_t> levels = levels_of(paragraph.collected, paragraph.base_level);
  paragraph.bidirectional = !levels.empty();
  Lister lister{paragraph, setting, std::move(levels), find_breaks(paragraph, setting), 0, 0, {}, {}};
  paragraph.items.reserve(paragraph.collected.text.size() / 2 + 8);
  const std::vector<TextSpan>& spans = paragraph.collected.spans;
  for (std::uint32_t i = 0; i < spans.size(); ++i) {
    push_boundary(lister, spans[i].begin);
    switch (spans[i].type) {
      case SpanType::text:
        push_text(lister, i);
        break;
      case SpanType::forced_break: {
        Item item = break_item(spans[i].begin, kForced);
        item.end = spans[i].end;
        paragraph.items.push_back(item);
        break;
      }
      case SpanType::image:
      case SpanType::leader:
      case SpanType::atom:
        push_object(lister, spans[i]);
        break;
    }
  }
  push_end(lister);
}

}  // namespace reliure::layout

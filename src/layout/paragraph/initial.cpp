// First letters: in a style of their own (CSS Pseudo 4 §2.1.1), or as an initial that sinks into the first
// lines (CSS Inline 3 §5).
#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "layout/paragraph/case.h"
#include "layout/paragraph/prepare.h"
#include "layout/set_text.h"
#include "text/outline.h"

namespace reliure::layout {
namespace {

using style::ComputedStyle;
using style::PseudoElement;

/// An element is an initial as a whole up to this many characters; else its first letter is.
constexpr std::size_t kLongestInitial = 3;

/// Marks that open, close or separate: those that texts begin with, and what may follow their first letter.
bool is_punctuation(char32_t c) {
  const bool ascii = (c >= '!' && c <= '/' && c != '$' && c != '+') || c == ':' || c == ';' || c == '?' ||
                     c == '@' || (c >= '[' && c <= ']') || c == '_' || c == '{' || c == '}';
  return ascii || c == 0xA1 || c == 0xA7 || c == 0xAB || c == 0xB6 || c == 0xB7 || c == 0xBB || c == 0xBF ||
         (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E && c != 0x2044 && c != 0x2052) ||
         (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301F);
}

/// Opening marks and dashes begin something new: they do not follow a first letter.
bool may_follow(char32_t c) {
  return is_punctuation(c) && c != '(' && c != '[' && c != '{' && c != '-' && c != 0xAB &&
         !(c >= 0x2010 && c <= 0x2015) && c != 0x2018 && c != 0x201C && c != 0x2039;
}

bool is_space_between(char32_t c) { return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009; }

/// The bytes of the first letter of `text` with the marks around it; 0 where it begins with no letter.
std::uint32_t first_letter(std::string_view text) {
  std::size_t at = 0;
  const auto next = [&] { return at < text.size() ? base::decode(text, at) : base::Decoded{}; };
  while (at < text.size() &&
         (is_punctuation(next().character) || (at > 0 && is_space_between(next().character)))) {
    at += next().size;
  }
  if (at == text.size() || !is_word_character(next().character)) return 0;
  at += next().size;
  const auto combines = [](char32_t c) { return (c >= 0x300 && c <= 0x36F) || c == 0xFE0F; };
  while (at < text.size() && (combines(next().character) || may_follow(next().character))) {
    at += next().size;
  }
  return static_cast<std::uint32_t>(at);
}

/// Cuts the first span in two at byte `at`, which is inside it.
void cut_first_span(Collected& collected, std::uint32_t at) {
  TextSpan rest = collected.spans[0];
  rest.begin = at;
  collected.spans[0].end = at;
  collected.spans.insert(collected.spans.begin() + 1, rest);
}

/// The edges of the letter's box where they take room.
void add_edges(Collected& collected, std::uint32_t box, std::uint32_t end) {
  const ComputedStyle& style = *collected.boxes[box].style;
  const auto edge = [&](std::size_t side, bool open) {
    BoxEdge made;
    made.at = open ? 0 : end;
    made.box = box;
    made.open = open;
    made.margin = style.margin[side].resolve({});
    const style::Border& border = style.border[side];
    made.inside = style.padding[side].resolve({}) +
                  (border.style == style::BorderStyle::none ? Length{} : border.width);
    return made;
  };
  auto& edges = collected.edges;
  const auto close = std::ranges::find_if(edges, [end](const BoxEdge& other) { return other.at >= end; });
  edges.insert(close, edge(1, false));
  const auto open = std::ranges::find_if(edges, [](const BoxEdge& other) { return other.at > 0; });
  edges.insert(open, edge(3, true));
}

/// The letter gets its style and box where it stands.
void style_letter(Collected& collected, std::uint32_t end, const ComputedStyle& style) {
  if (end < collected.spans[0].end) {
    cut_first_span(collected, end);
  }
  TextSpan& letter = collected.spans[0];
  const auto box = static_cast<std::uint32_t>(collected.boxes.size());
  collected.boxes.push_back({collected.block, &style, letter.box, false, false});
  letter.style = &style;
  letter.box = box;
  add_edges(collected, box, end);
}

/// Takes the first `count` bytes away from the text.
void take_front(Collected& collected, std::uint32_t count) {
  collected.text.erase(0, count);
  const auto shifted = [count](std::uint32_t at) { return at > count ? at - count : 0; };
  const std::uint32_t offset = offset_in_node(collected, count);
  std::erase_if(collected.spans, [count](const TextSpan& span) { return span.end <= count; });
  for (TextSpan& span : collected.spans) {
    span.begin = shifted(span.begin);
    span.end = shifted(span.end);
  }
  std::erase_if(collected.origins, [count](const Origin& origin) { return origin.begin <= count; });
  for (Origin& origin : collected.origins) {
    origin.begin -= count;
  }
  collected.origins.insert(collected.origins.begin(), Origin{0, offset});
  for (BoxEdge& edge : collected.edges) {
    edge.at = shifted(edge.at);
  }
  for (text::BidiControl& control : collected.controls) {
    control.at = shifted(control.at);
  }
  for (NoteCall& call : collected.notes) {
    call.at = shifted(call.at);
  }
  for (std::vector<std::uint32_t>* places :
       {&collected.soft_hyphens, &collected.word_breaks, &collected.joins}) {
    std::erase_if(*places, [count](std::uint32_t at) { return at <= count; });
    for (std::uint32_t& at : *places) {
      at -= count;
    }
  }
}

/// The rest of the first word is read and copied with the initial, which stands apart from it: returns
/// whether there is a rest.
bool read_with_word(Collected& collected, const std::string& letters) {
  if (collected.spans.empty() || collected.spans[0].type != SpanType::text) return false;
  TextSpan& first = collected.spans[0];
  const std::string_view text = std::string_view(collected.text).substr(0, first.end);
  const auto end = static_cast<std::uint32_t>(std::min(text.find(' '), text.size()));
  if (end == 0 || first.alternative != kNone) return false;
  if (end < first.end) {
    cut_first_span(collected, end);
  }
  collected.spans[0].alternative = static_cast<std::uint32_t>(collected.alternatives.size());
  collected.alternatives.push_back(letters + std::string(text.substr(0, end)));
  return true;
}

/// The style of an initial, its capitals `height` high.
const ComputedStyle& sized(Collected& collected, const ComputedStyle& style, Length height,
                           const text::FontLibrary& fonts) {
  const book::Font& font = fonts.font(fonts.match({style.font_families, style.font_weight, style.italic}));
  ComputedStyle sized = style;
  sized.font_size =
      base::scaled(height, std::max<std::int64_t>(1, font.units_per_em), std::max<int>(1, font.cap_height));
  return collected.own_styles.emplace_back(std::move(sized));
}

Length cap_height(const ComputedStyle& style, const text::FontLibrary& fonts) {
  const book::Font& font = fonts.font(fonts.match({style.font_families, style.font_weight, style.italic}));
  return base::scaled(style.font_size, font.cap_height, std::max<std::int64_t>(1, font.units_per_em));
}

/// How an initial stands in the lines: sunk into them, or as a float of its own line height.
void measure_initial(const ComputedStyle& style, const ComputedStyle& root, Initial& initial) {
  if (style.initial_letter > 0) {
    const std::int32_t lines = (style.initial_letter + 32768) / 65536;
    initial.sink = style.initial_letter_sink > 0 ? style.initial_letter_sink
                                                 : static_cast<std::uint32_t>(std::max(1, lines));
    initial.height = root.line_height * initial.sink;
    const Length whole = base::scaled(root.line_height, style.initial_letter, 65536);
    initial.rise = base::max({}, whole - initial.height);
  } else {
    initial.height = style.line_height + style.margin[0].resolve({}) + style.margin[2].resolve({});
  }
}

struct Found {
  const ComputedStyle* style = nullptr;
  std::uint32_t end = 0;
  /// An element that the author made for the initial.
  bool is_element = false;
};

/// What of the text is a first letter with a style, and which.
Found find_letter(const Collected& collected, const Setting& setting) {
  const TextSpan& first = collected.spans[0];
  const std::string_view text = std::string_view(collected.text).substr(0, first.end);
  const ComputedStyle* own = setting.input.styles.pseudo(collected.block, PseudoElement::first_letter);
  if (own != nullptr) return {own, first_letter(text), false};
  const ComputedStyle& block = *collected.boxes[0].style;
  if (block.initial_letter > 0) return {&block, first_letter(text), false};
  const ComputedStyle& box = *collected.boxes[first.box].style;
  if (box.initial_letter <= 0) return {};
  const bool whole = base::count_characters(text) <= kLongestInitial;
  return {&box, whole ? first.end : first_letter(text), true};
}

/// How far below its baseline the ink of a text reaches.
Length depth_of(const Fragment& set, const text::FontLibrary& fonts) {
  Length depth;
  for (const book::Item& item : set.items) {
    const auto* run = std::get_if<book::GlyphRun>(&item.mark);
    if (run == nullptr) continue;
    const std::int64_t units = std::max<std::int64_t>(1, fonts.fonts()[run->font].units_per_em);
    for (std::uint32_t i = run->glyphs.begin; i < run->glyphs.end; ++i) {
      for (const text::OutlinePoint& point :
           text::outline_of(fonts, text::FaceId{static_cast<std::uint16_t>(run->font)}, set.glyphs[i].id)
               .points)
        depth = base::max(depth, base::scaled(run->size, -point.y, units * text::kOutlineSteps));
    }
  }
  return depth;
}

/// A tail (Q, J) that would touch the capitals of the line below keeps that line away as well.
void make_room_for_tail(const Fragment& set, const ComputedStyle& root, const text::FontLibrary& fonts,
                        Initial& initial) {
  const bool touches = depth_of(set, fonts) > root.line_height - cap_height(root, fonts);
  if (initial.sink > 0 && touches) initial.height += root.line_height;
}

void make_initial(Paragraph& paragraph, Found found, Setting& setting) {
  Collected& collected = paragraph.collected;
  const ComputedStyle& root = *collected.boxes[0].style;
  const text::FontLibrary& fonts = setting.input.fonts;
  const TextSpan first = collected.spans[0];
  std::string letters = collected.text.substr(0, found.end);
  Initial& initial = paragraph.initial.emplace();
  const ComputedStyle* style = found.style;
  if (style->initial_letter > 0) {
    const Length lines = base::scaled(root.line_height, style->initial_letter - 65536, 65536);
    style = &sized(collected, *style, base::max(root.font_size / 4, lines + cap_height(root, fonts)), fonts);
  }
  measure_initial(*style, root, initial);
  SetText set = set_text(letters, *style, {first.node, book::Role::content, first.language, {}}, setting);
  make_room_for_tail(set.content, root, fonts, initial);
  initial.width = style->margin[3].resolve({}) + set.width + style->margin[1].resolve({});
  append(set.content, {style->margin[3].resolve({}), {}}, initial.content);
  initial.baseline =
      initial.sink > 0 ? baseline_of(root, fonts) : style->margin[0].resolve({}) + baseline_of(*style, fonts);
  const std::uint32_t offset = first.generated ? 0 : offset_in_node(collected, 0);
  const std::size_t spaces = collected.text.find_first_not_of(' ', found.end);
  take_front(collected, static_cast<std::uint32_t>(std::min(spaces, collected.text.size())));
  const bool is_word = spaces != found.end;
  const bool same_text = !collected.spans.empty() && collected.spans[0].node == first.node;
  const bool elsewhere = !is_word && (same_text || found.is_element) && read_with_word(collected, letters);
  for (book::Item& item : initial.content.items) {
    item.span = setting.manuscript()[first.node].span;
    auto& run = std::get<book::GlyphRun>(item.mark);
    run.text_offset = offset;
    run.replaces_text = elsewhere;
    if (elsewhere) {
      run.text = {};
    }
  }
  if (is_word && !initial.content.items.empty()) {
    initial.width += root.font_size / 4;  // about the space that stands between the words
    initial.content.text += ' ';
    ++std::get<book::GlyphRun>(initial.content.items.back().mark).text.end;
  }
  collected.indented = false;
}

}  // namespace

void set_first_letter(Paragraph& paragraph, Setting& setting) {
  Collected& collected = paragraph.collected;
  const bool begins = collected.indented && !collected.spans.empty() &&
                      collected.spans[0].type == SpanType::text && collected.spans[0].alternative == kNone;
  if (!begins) return;
  const Found found = find_letter(collected, setting);
  if (found.style == nullptr || found.end == 0) return;
  const bool ltr = collected.boxes[0].style->direction == style::Direction::ltr;
  const bool sinks = found.style->initial_letter > 0 || found.style->float_ == style::Float::left;
  Initial measured;
  measure_initial(*found.style, *collected.boxes[0].style, measured);
  const bool fits = setting.page_height.raw == 0 || measured.height + measured.rise <= setting.page_height;
  if (sinks && ltr && fits) {
    make_initial(paragraph, found, setting);
  } else {
    style_letter(collected, found.end, *found.style);
  }
}

const Initial* initial_of(const Paragraph& paragraph) {
  return paragraph.initial ? &*paragraph.initial : nullptr;
}

}  // namespace reliure::layout

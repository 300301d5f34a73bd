// The text of SVG 1.1, chapter 10, with the positions of SVG 2, section 11.4: characters are collected with
// what each says of its place, then joined to spans.
#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "image/svg/font.h"
#include "image/svg/painter.h"

namespace reliure::image {
namespace {

/// What a character costs, in points: its outline may be there three times while the text is set.
constexpr std::size_t kCharacterWork = 128;

/// A character that is left after white space has collapsed, and what its elements say of its place.
struct Character {
  std::size_t begin = 0;
  /// Of `Collected::leaves`.
  std::size_t leaf = 0;
  std::optional<double> x, y, dx, dy;
};

/// The text below one `text` element.
struct Collected {
  std::string text;
  std::vector<Character> characters;
  /// The states of the elements that hold characters.
  std::vector<State> leaves;
};

bool keeps_space(const Xml& xml, ElementId element, const Style& style) {
  for (ElementId at = element; at != kNoElement && !style.keeps_space; at = xml[at].parent) {
    if (const std::string_view space = xml.attribute(at, "xml:space"); !space.empty()) {
      return space == "preserve";
    }
  }
  return style.keeps_space;
}

/// Adds `text` in the style of the last leaf. White space collapses across elements unless it is kept.
void add_characters(Painter& painter, std::string_view text, bool keep, Collected& collected) {
  if (!spend(painter, text.size() * kCharacterWork)) {
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = base::decode(text, at).size;
    const bool space = is_space(text[at]);
    const bool after_space = collected.text.empty() || collected.text.back() == ' ';
    if (keep || !space || !after_space) {
      Character& character = collected.characters.emplace_back();
      character.begin = collected.text.size();
      character.leaf = collected.leaves.size() - 1;
      collected.text += space ? std::string_view(" ") : text.substr(at, size);
    }
    at += size;
  }
}

std::vector<double> lengths(std::string_view list, const Measure& measure) {
  std::vector<double> values;
  Rest rest = trimmed(list);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(", \t\r\n"), rest.size());
    const std::optional<double> value = length(rest.substr(0, end), measure);
    if (!value) {
      break;
    }
    values.push_back(*value);
    rest.remove_prefix(end);
    skip_comma(rest);
  }
  return values;
}

using Place = std::optional<double> Character::*;

/// Gives the values of one attribute to the characters from `first` on that no element within says more
/// about.
void place(std::span<Character> characters, Place member, const std::vector<double>& values) {
  for (std::size_t i = 0; i < std::min(values.size(), characters.size()); ++i) {
    std::optional<double>& value = characters[i].*member;
    value = value ? value : values[i];
  }
}

void place_all(const Painter& painter, ElementId element, const State& state,
               std::span<Character> characters) {
  const double em = state.style.font_size;
  const Measure across{state.viewport.width, em}, down{state.viewport.height, em};
  const auto values = [&](std::string_view name, const Measure& measure) {
    return lengths(painter.xml.attribute(element, name), measure);
  };
  place(characters, &Character::x, values("x", across));
  place(characters, &Character::y, values("y", down));
  place(characters, &Character::dx, values("dx", across));
  place(characters, &Character::dy, values("dy", down));
}

void note_text(Painter& painter, ElementId element, const Style& style) {
  if (style.decorated) {
    omit(painter, "`text-decoration`");
  }
  if (!painter.xml.attribute(element, "rotate").empty()) {
    omit(painter, "`rotate` on `text`", Pixels::do_not);
  }
}

void collect(Painter& painter, ElementId element, const State& state, Collected& collected) {
  const Xml& xml = painter.xml;
  note_text(painter, element, state.style);
  const bool keep = keeps_space(xml, element, state.style);
  const std::size_t first = collected.characters.size();
  bool is_leaf = false;
  for (ElementId child = xml[element].first_child; child != kNoElement && painter.stop == Stop::none;
       child = xml[child].next_sibling) {
    const std::string_view name = xml[child].name;
    if (!xml[child].text.empty()) {
      if (!is_leaf) {
        collected.leaves.push_back(state);
      }
      is_leaf = true;
      add_characters(painter, xml[child].text, keep, collected);
    } else if (name == "tspan" || name == "a") {
      is_leaf = false;
      spend(painter, kElementWork);
      if (std::optional<State> inner = enter(painter, child, state)) {
        // Only a whole text can be turned.
        inner->matrix = state.matrix;
        collect(painter, child, *inner, collected);
      }
    } else if (name == "textPath" || name == "tref" || name == "altGlyph") {
      omit(painter, "`" + std::string(name) + "`", Pixels::do_not);
    }
  }
  place_all(painter, element, state, std::span(collected.characters).subspan(first));
}

/// Space at the end of a text collapses, too.
void trim_end(Collected& collected, bool keep) {
  while (!keep && !collected.characters.empty() && collected.text.back() == ' ') {
    collected.text.pop_back();
    collected.characters.pop_back();
  }
}

bool is_gradient(const Painter& painter, const PaintValue& paint) {
  const ElementId server = painter.xml.find(paint.reference);
  return server != kNoElement &&
         (painter.xml[server].name == "linearGradient" || painter.xml[server].name == "radialGradient");
}

/// About where a text stands whose glyphs are not known yet: letters are about half as wide as high.
Box estimated_box(const Collected& collected) {
  Box box;
  Vec pen;
  for (const Character& character : collected.characters) {
    const double em = collected.leaves[character.leaf].style.font_size;
    pen = {character.x.value_or(pen.x) + character.dx.value_or(0),
           character.y.value_or(pen.y) + character.dy.value_or(0)};
    box.cover({pen.x, pen.y - 0.75 * em});
    box.cover({pen.x + 0.5 * em, pen.y + 0.25 * em});
    pen.x += 0.5 * em;
  }
  return box;
}

std::vector<book::Path> looks_of(Painter& painter, const State& leaf, const Box& box) {
  if (!leaf.style.visible) {
    return {};
  }
  for (const PaintValue& paint : {leaf.style.fill, leaf.style.stroke}) {
    if (is_gradient(painter, paint)) {
      approach(painter, "a gradient on `text`");
    }
  }
  return make_looks(painter, leaf, box);
}

/// A span of `leaf`'s style without text. Lengths are of the drawing: `scale` is what a user unit is there.
book::DrawingSpan make_span(const State& leaf, double scale) {
  const Style& style = leaf.style;
  book::DrawingSpan span;
  span.families = family_names(style.font_families);
  span.weight = style.font_weight;
  span.italic = style.italic;
  span.size = to_length(style.font_size * scale);
  span.letter_spacing = to_length(style.letter_spacing * scale);
  span.word_spacing = to_length(style.word_spacing * scale);
  span.rise = to_length(style.rise * scale);
  span.baseline = style.baseline;
  span.anchor = style.anchor;
  return span;
}

std::vector<book::DrawingSpan> make_spans(Painter& painter, const Collected& collected, double scale) {
  std::vector<book::DrawingSpan> spans;
  const Box box = estimated_box(collected);
  std::vector<std::vector<book::Path>> looks;
  for (const State& leaf : collected.leaves) {
    looks.push_back(looks_of(painter, leaf, box));
  }
  const auto scaled = [&](double user) { return to_length(user * scale); };
  const std::vector<Character>& characters = collected.characters;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const Character& now = characters[i];
    if (i == 0 || now.leaf != characters[i - 1].leaf || now.x || now.y || now.dx || now.dy) {
      if (!spend(painter, kElementWork)) {
        break;
      }
      book::DrawingSpan span = make_span(collected.leaves[now.leaf], scale);
      span.x = now.x ? std::optional(scaled(*now.x)) : std::nullopt;
      span.y = now.y ? std::optional(scaled(*now.y)) : std::nullopt;
      span.dx = scaled(now.dx.value_or(0));
      span.dy = scaled(now.dy.value_or(0));
      span.looks = looks[now.leaf];
      spans.push_back(std::move(span));
    }
    const std::size_t end = i + 1 < characters.size() ? characters[i + 1].begin : collected.text.size();
    spans.back().text.append(collected.text, now.begin, end - now.begin);
  }
  return spans;
}

}  // namespace

void draw_text(Painter& painter, ElementId element, State& state) {
  const double scale = std::sqrt(std::abs(state.matrix.determinant()));
  if (!(scale > 0) || !clip(painter, state, {})) {
    return;
  }
  if (state.style.vertical) {
    omit(painter, "a vertical `writing-mode`");
  }
  Collected collected;
  collect(painter, element, state, collected);
  trim_end(collected, keeps_space(painter.xml, element, state.style));
  std::vector<book::DrawingSpan> spans = make_spans(painter, collected, scale);
  if (!spans.empty()) {
    painter.drawing.texts.push_back({std::move(spans),
                                     to_transform(state.matrix * scaling(1 / scale, 1 / scale)),
                                     painter.drawing.paths.size()});
  }
}

}  // namespace reliure::image

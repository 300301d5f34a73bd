// The words, pictures and anchors of a line as items of a page.
#include <algorithm>
#include <string>

#include "layout/paragraph/finish.h"

namespace reliure::layout {
namespace {

book::Item item_for(const Finisher& finisher, book::NodeId node, book::Role role) {
  return {node, finisher.setting.manuscript()[node].span, role, {}};
}

/// Appends the piece's glyphs as those of `run`; `cluster` is added to theirs, unless all stand for one text.
void append_glyphs(const Finisher& finisher, const Piece& piece, std::uint32_t cluster,
                   const book::GlyphRun& run, std::vector<book::Glyph>& out) {
  const Word& word = finisher.paragraph.words[piece.index];
  const Length spacing = finisher.paragraph.typeface(word).style->letter_spacing;
  const text::ShapedText& shaped = *piece.shaped;
  Length rest = piece.width;
  for (std::size_t i = 0; i < shaped.glyphs.size(); ++i) {
    const text::ShapedGlyph& from = shaped.glyphs[i];
    book::Glyph glyph;
    glyph.id = from.id;
    glyph.within = from.within;
    glyph.cluster = run.replaces_text ? 0 : cluster + from.cluster;
    const Length advance = advance_of(shaped, i, word, spacing) + piece.tracking;
    glyph.advance = piece.content == Content::space ? piece.width : base::scaled(advance, run.stretch, 1000);
    glyph.dx = base::scaled(scaled_units(from.dx, word), run.stretch, 1000);
    glyph.dy = -scaled_units(from.dy, word);
    rest -= glyph.advance;
    out.push_back(glyph);
  }
  if (piece.stretch.raw > 0 && piece.content == Content::word && !shaped.glyphs.empty()) {
    out.back().advance += rest;
  }
}

/// The end of the pieces from `first` on that make one glyph run: the same text node, face and direction.
std::size_t run_end(const Finisher& finisher, const LineInProgress& line, std::size_t first) {
  const Piece& start = line.pieces[first];
  const Word& word = finisher.paragraph.words[start.index];
  std::size_t end = first + 1;
  for (; end < line.pieces.size(); ++end) {
    const Piece& piece = line.pieces[end];
    if (piece.shaped == nullptr || piece.begin != line.pieces[end - 1].end) break;
    const Word& other = finisher.paragraph.words[piece.index];
    if (other.span != word.span || other.face != word.face || piece.level != start.level) break;
  }
  return end;
}

/// The text that the run is copied and read as.
void append_run_text(Finisher& finisher, const LineInProgress& line, std::size_t first, std::size_t end,
                     std::string& out) {
  const Paragraph& paragraph = finisher.paragraph;
  const std::uint32_t alternative = paragraph.span_of(paragraph.words[line.pieces[first].index]).alternative;
  if (alternative != kNone) {
    // A leader inside may split the run; the alternative is said once.
    if (finisher.spoken != alternative) {
      out += paragraph.collected.alternatives[alternative];
    }
    finisher.spoken = alternative;
    return;
  }
  const std::size_t from = out.size();
  out += paragraph.text(line.pieces[first].begin, line.pieces[end - 1].end);
  std::replace(out.begin() + static_cast<std::ptrdiff_t>(from), out.end(), '\n', ' ');
  if (line.pieces[end - 1].hyphenated) {
    out += "\u00AD";
  }
}

/// The call of a note is made by a style, with the note as its node; so is what styles add in the note
/// itself. What a style adds with an empty text for those who do not see it (`content: "*" / ""`) is for the
/// eye.
book::Role role_of(const Finisher& finisher, const TextSpan& span) {
  const bool is_silent = span.generated && span.alternative != kNone &&
                         finisher.paragraph.collected.alternatives[span.alternative].empty();
  if (is_silent) {
    return book::Role::layout;
  }
  const bool is_note = finisher.setting.manuscript()[span.node].kind == book::Kind::note;
  return is_note && finisher.paragraph.collected.block != span.node ? book::Role::note_call
                                                                    : book::Role::content;
}

void set_run(Finisher& finisher, const LineInProgress& line, std::size_t first, std::size_t end, Line& out) {
  const Paragraph& paragraph = finisher.paragraph;
  const Piece& start = line.pieces[first];
  const Word& word = paragraph.words[start.index];
  const TextSpan& span = paragraph.span_of(word);
  Fragment& content = out.content;
  book::GlyphRun run;
  run.font = word.face.value;
  run.size = span.style->font_size;
  run.color = span.style->color;
  run.right_to_left = (start.level & 1) != 0;
  run.replaces_text = span.alternative != kNone;
  run.stretch = start.expanded;
  run.letter_spacing = span.style->letter_spacing + start.tracking;
  run.text_offset = span.generated ? 0 : offset_in_node(paragraph.collected, start.begin);
  run.glyphs.begin = static_cast<std::uint32_t>(content.glyphs.size());
  run.text.begin = static_cast<std::uint32_t>(content.text.size());
  const std::size_t count = end - first;
  for (std::size_t i = 0; i < count; ++i) {
    const Piece& piece = line.pieces[run.right_to_left ? end - 1 - i : first + i];
    append_glyphs(finisher, piece, piece.begin - start.begin, run, content.glyphs);
  }
  append_run_text(finisher, line, first, end, content.text);
  run.glyphs.end = static_cast<std::uint32_t>(content.glyphs.size());
  run.text.end = static_cast<std::uint32_t>(content.text.size());
  const Piece& leftmost = run.right_to_left ? line.pieces[end - 1] : start;
  const base::Point offset = paragraph.metrics[start.box].offset;
  run.origin = {leftmost.x + offset.x, out.baseline - raise_of(finisher, start.box, out) + offset.y};
  book::Item item = item_for(finisher, span.node, role_of(finisher, span));
  item.mark = run;
  content.items.push_back(std::move(item));
}

void set_image(const Finisher& finisher, const Piece& piece, Line& out) {
  const InlineObject& image = finisher.paragraph.collected.objects[piece.index];
  const book::Picture& picture = (*finisher.setting.input.pictures)[image.picture];
  if (std::holds_alternative<std::monostate>(picture.content)) return;
  book::Item item = item_for(finisher, image.node, book::Role::content);
  item.mark = book::Image{image.picture, image_area(finisher, piece, out)};
  out.content.items.push_back(std::move(item));
}

/// The word whose type a leader is set in: the nearest on the line.
const Word* word_near(const Finisher& finisher, const LineInProgress& line, const Piece& leader) {
  const Word* near = nullptr;
  for (const Piece& piece : line.pieces) {
    if (piece.shaped == nullptr) continue;
    near = &finisher.paragraph.words[piece.index];
    if (piece.begin >= leader.end) break;
  }
  return near;
}

/// Repeats the leader's pattern over its width, on a grid that starts at the slot's right edge, so that the
/// dots of all lines stand in columns.
void set_leader(Finisher& finisher, const LineInProgress& line, const Piece& piece, Line& out) {
  const InlineObject& leader = finisher.paragraph.collected.objects[piece.index];
  const Word* word = word_near(finisher, line, piece);
  if (word == nullptr || leader.pattern.empty()) return;
  const text::ShapedText& shaped =
      shape_like(finisher.paragraph, *word, leader.pattern, finisher.setting.shaper);
  const Length step = width_of(shaped, *word, {});
  if (step.raw <= 0) return;
  const Length right = line.slot_width;
  const std::int64_t nearest = (right - piece.x - piece.width + step - Length{1}).raw / step.raw;
  const std::int64_t farthest = (right - piece.x).raw / step.raw;
  if (farthest <= nearest) return;
  Fragment& content = out.content;
  book::GlyphRun run;
  run.font = word->face.value;
  run.size = finisher.paragraph.span_of(*word).style->font_size;
  run.color = leader.style->color;
  run.origin = {right - step * farthest, out.baseline - raise_of(finisher, piece.box, out)};
  run.glyphs.begin = static_cast<std::uint32_t>(content.glyphs.size());
  run.text.begin = static_cast<std::uint32_t>(content.text.size());
  for (std::int64_t n = farthest; n > nearest; --n) {
    const auto cluster = static_cast<std::uint32_t>(content.text.size()) - run.text.begin;
    for (const text::ShapedGlyph& glyph : shaped.glyphs) {
      content.glyphs.push_back({glyph.id, glyph.within, cluster + glyph.cluster,
                                scaled_units(glyph.advance, *word), scaled_units(glyph.dx, *word),
                                -scaled_units(glyph.dy, *word)});
    }
    content.text += leader.pattern;
  }
  run.glyphs.end = static_cast<std::uint32_t>(content.glyphs.size());
  run.text.end = static_cast<std::uint32_t>(content.text.size());
  book::Item item = item_for(finisher, leader.node, book::Role::layout);
  item.mark = run;
  content.items.push_back(std::move(item));
}

/// The box's marks, and the notes that it calls, in its place.
void set_atom(const Finisher& finisher, const Piece& piece, Line& out) {
  const InlineObject& object = finisher.paragraph.collected.objects[piece.index];
  const Atom& atom = finisher.paragraph.atoms[object.picture];
  const base::Rect area = image_area(finisher, piece, out);
  append(atom.content, {area.x, area.y}, out.content);
  out.notes.insert(out.notes.end(), atom.notes.begin(), atom.notes.end());
}

void set_anchor(const Finisher& finisher, const Piece& piece, Line& out) {
  const BoxEdge& edge = finisher.paragraph.collected.edges[piece.index];
  if (edge.floating != kNone) {
    out.floats.push_back({edge.floating, out.content.items.size()});
    return;
  }
  const InlineBox& box = finisher.paragraph.collected.boxes[edge.box];
  if (!edge.open || !box.anchor) return;
  book::Item item = item_for(finisher, box.node, book::Role::content);
  item.mark = book::Anchor{{piece.x, {}}, box.node};
  out.content.items.push_back(std::move(item));
}

}  // namespace

void set_content(Finisher& finisher, const LineInProgress& line, Line& out) {
  for (std::size_t i = 0; i < line.pieces.size();) {
    const Piece& piece = line.pieces[i];
    if (piece.shaped != nullptr) {
      const std::size_t end = run_end(finisher, line, i);
      set_run(finisher, line, i, end, out);
      i = end;
      continue;
    }
    if (piece.content == Content::image) {
      set_image(finisher, piece, out);
    } else if (piece.content == Content::atom) {
      set_atom(finisher, piece, out);
    } else if (piece.content == Content::leader) {
      set_leader(finisher, line, piece, out);
    } else if (piece.content == Content::edge) {
      set_anchor(finisher, piece, out);
    }
    ++i;
  }
}

}  // namespace reliure::layout

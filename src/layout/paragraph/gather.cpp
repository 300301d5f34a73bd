// Which pieces a line consists of.
#include <algorithm>
#include <string>

#include "layout/paragraph/finish.h"

namespace reliure::layout {
namespace {

Piece piece_of(const Paragraph& paragraph, const Item& item) {
  Piece piece;
  piece.content = item.content;
  piece.index = item.index;
  piece.begin = item.begin;
  piece.end = item.end;
  piece.width = item.width;
  piece.level = paragraph.base_level;
  if (item.content == Content::word || item.content == Content::space) {
    const Word& word = paragraph.words[item.index];
    piece.shaped = word.shaped;
    piece.box = paragraph.span_of(word).box;
    piece.level = word.level;
    piece.stretch = item.stretch;
    piece.give = item.give;
    piece.shrink = item.shrink;
  } else if (item.content == Content::edge) {
    piece.box = paragraph.collected.edges[item.index].box;
  } else {
    piece.box = paragraph.collected.objects[item.index].box;
  }
  return piece;
}

/// Shapes the part of a word that this line shows, when that is not all of it.
void shape_part(Finisher& finisher, Piece& piece) {
  const Paragraph& paragraph = finisher.paragraph;
  const Word& word = paragraph.words[piece.index];
  if (!piece.hyphenated && piece.begin == word.begin && piece.end == word.end) return;
  std::string text(paragraph.text(piece.begin, piece.end));
  if (piece.hyphenated) {
    text += paragraph.typeface(word).hyphen;
  }
  piece.shaped = &shape_like(paragraph, word, text, finisher.setting.shaper);
  piece.width = width_of(*piece.shaped, word, paragraph.typeface(word).style->letter_spacing);
}

/// A space that no item stands for, after a forced break, in the type of the last word.
void hang_forced_space(Finisher& finisher, const Item& item, LineInProgress& line) {
  const Paragraph& paragraph = finisher.paragraph;
  const auto last = std::find_if(line.pieces.rbegin(), line.pieces.rend(),
                                 [](const Piece& piece) { return piece.shaped != nullptr; });
  if (item.begin == item.end || last == line.pieces.rend() || last->end != item.begin) return;
  const Word& word = paragraph.words[last->index];
  Piece space = *last;
  space.content = Content::space;
  space.begin = item.begin;
  space.end = item.end;
  space.hyphenated = false;
  space.shaped = &shape_like(paragraph, word, " ", finisher.setting.shaper);
  space.width = width_of(*space.shaped, word, {});
  space.hanging = true;
  space.level = paragraph.base_level;
  line.pieces.push_back(space);
}

/// The spaces that the break at `end` swallows.
void hang_spaces(Finisher& finisher, std::uint32_t end, LineInProgress& line) {
  const Item& breaking = finisher.items[end];
  if (breaking.penalty == kForced) {
    if (end + 1 < finisher.items.size()) {
      hang_forced_space(finisher, breaking, line);
    }
    return;
  }
  const std::uint32_t next = line_start(finisher.items, end);
  for (std::uint32_t i = end; i < next && i < finisher.items.size(); ++i) {
    if (finisher.items[i].content != Content::space) continue;
    Piece space = piece_of(finisher.paragraph, finisher.items[i]);
    space.hanging = true;
    space.level = finisher.paragraph.base_level;
    line.pieces.push_back(space);
  }
}

/// Preserved spaces before a forced break hang too (CSS Text 3 §4.1.2).
void hang_trailing_glue(LineInProgress& line, std::uint8_t base_level) {
  for (auto piece = line.pieces.rbegin(); piece != line.pieces.rend(); ++piece) {
    if (piece->content != Content::space) break;
    piece->hanging = true;
    piece->level = base_level;
  }
}

/// Glue without a space: what it stretches by comes behind the letters before it.
void add_stretch(Length stretch, LineInProgress& line) {
  const auto last = std::find_if(line.pieces.rbegin(), line.pieces.rend(),
                                 [](const Piece& piece) { return piece.content == Content::word; });
  if (last != line.pieces.rend()) {
    last->stretch += stretch;
  }
}

}  // namespace

void gather_pieces(Finisher& finisher, std::uint32_t start, std::uint32_t end, LineInProgress& line) {
  line.pieces.clear();
  for (std::uint32_t i = start; i < end; ++i) {
    const Item& item = finisher.items[i];
    if (item.type == ItemType::penalty) continue;
    if (item.content == Content::none) {
      add_stretch(item.stretch, line);
      continue;
    }
    const bool joins = item.content == Content::word && !line.pieces.empty() &&
                       line.pieces.back().content == Content::word &&
                       line.pieces.back().index == item.index && line.pieces.back().stretch == Length{};
    if (joins) {
      line.pieces.back().end = item.end;
      line.pieces.back().width += item.width;
      line.pieces.back().give += item.give;
    } else {
      line.pieces.push_back(piece_of(finisher.paragraph, item));
    }
  }
  if (finisher.items[end].hyphen && !line.pieces.empty() && line.pieces.back().content == Content::word) {
    line.pieces.back().hyphenated = true;
  }
  for (Piece& piece : line.pieces) {
    if (piece.content == Content::word) {
      shape_part(finisher, piece);
    }
  }
  hang_trailing_glue(line, finisher.paragraph.base_level);
  hang_spaces(finisher, end, line);
  line.hang_start = hang_at_start(finisher.items, start);
  line.hang_end = hang_at_end(finisher.items, start, end);
  line.ends_by_force = finisher.items[end].penalty == kForced;
  line.width = {};
  for (const Piece& piece : line.pieces) {
    if (!piece.hanging) {
      line.width += piece.width;
    }
  }
}

}  // namespace reliure::layout

// Where the pieces of a line stand from left to right.
#include <algorithm>
#include <vector>

#include "layout/paragraph/finish.h"
#include "layout/paragraph/spacing.h"
#include "text/itemize.h"

namespace reliure::layout {
namespace {

using style::TextAlign;

/// How a line is aligned, with `start` and `end` resolved.
TextAlign alignment_of(const style::ComputedStyle& style, bool ltr, bool ends_by_force) {
  // What stands where is the column's affair: its cells leave the right room.
  TextAlign align = style.text_align_at.empty() ? style.text_align : TextAlign::end;
  if (ends_by_force) {
    align = style.text_align_last.value_or(align == TextAlign::justify ? TextAlign::start : align);
  }
  if (align == TextAlign::start) return ltr ? TextAlign::left : TextAlign::right;
  if (align == TextAlign::end) return ltr ? TextAlign::right : TextAlign::left;
  return align;
}

/// Gives `total` to the pieces in proportion to `share`, to the last unit: each gets what it adds to the
/// rounded sum so far.
void distribute(LineInProgress& line, Length total, Length Piece::*share) {
  Length whole;
  for (const Piece& piece : line.pieces) {
    whole += piece.hanging ? Length{} : piece.*share;
  }
  if (whole.raw <= 0) return;
  Length so_far;
  Length given;
  for (Piece& piece : line.pieces) {
    if (piece.hanging || piece.*share == Length{}) continue;
    so_far += piece.*share;
    const Length upto = base::scaled(total, so_far.raw, whole.raw);
    piece.width += upto - given;
    given = upto;
  }
  line.width += given;
}

/// Sets a word's letters wider (or closer) and its glyphs wider (or narrower) by `share` thousandths of what
/// its style allows, in steps that the PDF can say in few digits: thousandths of a point and of the width.
void fit_word(const Paragraph& paragraph, Piece& piece, std::int64_t share) {
  const Word& word = paragraph.words[piece.index];
  const style::ComputedStyle& style = *paragraph.typeface(word).style;
  piece.expanded = static_cast<std::uint16_t>(1000 + style.expansion * share / 1000);
  if (may_track(word)) {
    const std::int64_t step = style.font_size.raw * style.letter_fit / 1000 * share / base::kUnitsPerPoint;
    piece.tracking = base::points(1) * step / 1000;
  }
  if (piece.content != Content::word) return;  // a space is as wide as the line wants it
  const auto letters = static_cast<std::int64_t>(piece.shaped->glyphs.size());
  piece.width = base::scaled(piece.width + piece.tracking * letters, piece.expanded, 1000);
}

/// Fits the words to the line as far as their styles allow; spaces then take what is left of `gap`.
void fit_words(const Paragraph& paragraph, LineInProgress& line, Length gap) {
  Length give;
  for (const Piece& piece : line.pieces) {
    give += piece.give;
  }
  if (give.raw <= 0) return;
  const std::int64_t share = base::max(base::min(gap, give), -give).raw * 1000 / give.raw;
  for (Piece& piece : line.pieces) {
    const bool rigid = piece.give.raw <= 0 && piece.stretch.raw <= 0;
    if (piece.shaped == nullptr || piece.hanging || rigid) continue;
    line.width -= piece.width;
    fit_word(paragraph, piece, share);
    line.width += piece.width;
  }
}

/// A line that is too wide even so gets its narrowest spaces.
void shrink(LineInProgress& line, Length by) {
  Length most;
  for (const Piece& piece : line.pieces) {
    most += piece.hanging ? Length{} : piece.shrink;
  }
  distribute(line, -base::min(by, most), &Piece::shrink);
}

/// A line that spaces would have to fill with holes keeps them at their widest and ends short, unless the
/// author wants this very line filled.
void stretch(LineInProgress& line, Length gap, bool wanted) {
  Length spaces, give;
  for (const Piece& piece : line.pieces) {
    give += piece.give;
    if (piece.stretch.raw > 0 && !piece.hanging) {
      spaces += piece.content == Content::space ? piece.width : piece.stretch;
    }
  }
  const Ratio widest = give.raw > 0 ? kWidestBesideFitted : kWidestSpace;
  const Length most = base::scaled(spaces, widest.numerator, widest.denominator) - spaces;
  distribute(line, wanted ? gap : base::min(gap, most), &Piece::stretch);
}

/// Leaders share the room that is left.
bool stretch_leaders(LineInProgress& line, Length gap) {
  std::int64_t leaders = 0;
  for (const Piece& piece : line.pieces) {
    leaders += piece.content == Content::leader ? 1 : 0;
  }
  if (leaders == 0 || gap.raw < 0) return false;
  std::int64_t set = 0;
  for (Piece& piece : line.pieces) {
    if (piece.content != Content::leader) continue;
    piece.width += gap * (set + 1) / leaders - gap * set / leaders;
    ++set;
  }
  line.width += gap;
  return true;
}

/// From left to right, the pieces' indexes.
std::vector<std::uint32_t> order_of(const LineInProgress& line) {
  std::vector<std::uint8_t> levels;
  levels.reserve(line.pieces.size());
  for (const Piece& piece : line.pieces) {
    levels.push_back(piece.level);
  }
  return text::visual_order(levels);
}

void set_positions(const Paragraph& paragraph, LineInProgress& line, Length left) {
  if (!paragraph.bidirectional) {
    for (Piece& piece : line.pieces) {
      piece.x = left;
      left += piece.width;
    }
    return;
  }
  const std::vector<std::uint32_t> order = order_of(line);
  if ((paragraph.base_level & 1) != 0) {
    // What hangs stands at the left.
    for (const Piece& piece : line.pieces) {
      left -= piece.hanging ? piece.width : Length{};
    }
  }
  for (const std::uint32_t index : order) {
    Piece& piece = line.pieces[index];
    piece.x = left;
    left += piece.width;
  }
}

}  // namespace

void place_pieces(const Paragraph& paragraph, LineInProgress& line) {
  const style::ComputedStyle& style = paragraph.block_style();
  const bool ltr = paragraph.base_level == 0;
  const TextAlign align = alignment_of(style, ltr, line.ends_by_force);
  if (align == TextAlign::center) {
    line.hang_start = line.hang_end = {};
  }
  const Length measure = line.slot_width - line.indent + line.hang_start + line.hang_end;
  if (style.text_align == TextAlign::justify && (align == TextAlign::justify || line.width > measure)) {
    fit_words(paragraph, line, measure - line.width);
  }
  const Length gap = measure - line.width;
  if (gap.raw < 0) {
    shrink(line, -gap);
  } else if (!stretch_leaders(line, gap) && align == TextAlign::justify) {
    stretch(line, gap, line.ends_by_force);
  }
  const Length rest = measure - line.width;
  Length left = ltr ? line.indent - line.hang_start : Length{};
  const bool flush_right = align == TextAlign::right || (align == TextAlign::justify && !ltr);
  if (flush_right && (rest.raw > 0 || !ltr)) {
    left += rest;
  } else if (align == TextAlign::center && rest.raw > 0) {
    left += rest / 2;
  }
  set_positions(paragraph, line, left);
}

}  // namespace reliure::layout

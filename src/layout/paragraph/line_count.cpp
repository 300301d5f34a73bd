#include "layout/paragraph/line_count.h"

#include <algorithm>

#include "layout/paragraph/prepare.h"

namespace reliure::layout {
namespace {

/// Of the part of a word that begins with the byte `at` of the text.
Length width_after(const Paragraph& paragraph, const Item& item, std::size_t at) {
  const Word& word = paragraph.words[item.index];
  const Length spacing = paragraph.typeface(word).style->letter_spacing;
  Length width;
  for (std::size_t i = 0; i < word.shaped->glyphs.size(); ++i) {
    const std::size_t place = word.begin + word.shaped->glyphs[i].cluster;
    if (place >= at && place < item.end) {
      width += advance_of(*word.shaped, i, word, spacing);
    }
  }
  return width;
}

}  // namespace

std::vector<Unbreakable> unbreakables(const Paragraph& paragraph) {
  std::vector<Unbreakable> parts;
  Unbreakable part;
  for (const Item& item : paragraph.items) {
    // A soft hyphen is a place for need only.
    const bool breaks = item.penalty < kForbidden && !item.hyphen;
    if (!breaks) {
      part.width += item.type == ItemType::penalty ? Length{} : item.width;
      continue;
    }
    part.space = item.type == ItemType::glue ? item.width : Length{};
    part.ends_line = item.penalty == kForced;
    if (part.width.raw == 0 && !part.ends_line && !parts.empty()) {
      parts.back().space += part.space;
    } else {
      parts.push_back(part);
    }
    part = {};
  }
  if (part.width.raw > 0) {
    parts.push_back(part);
  }
  return parts;
}

Length line_height_of(const Paragraph& paragraph) { return paragraph.block_style().line_height; }

std::int64_t count_lines(std::span<const Unbreakable> parts, Length width) {
  width = base::max(width, Length{1});
  std::int64_t lines = 1;
  Length used, space;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Unbreakable& part = parts[i];
    if (used.raw > 0 && used + space + part.width > width) {
      ++lines;
      used = part.width;
    } else {
      used += space + part.width;
    }
    if (used > width) {  // wider than a line by itself
      lines += (used.raw - 1) / width.raw;
      used = Length{(used.raw - 1) % width.raw + 1};
    }
    space = part.space;
    if (part.ends_line && i + 1 < parts.size()) {
      ++lines;
      used = space = {};
    }
  }
  return lines;
}

Length aligned_tail(const Paragraph& paragraph) {
  const std::size_t at = paragraph.collected.text.find(paragraph.block_style().text_align_at);
  Length tail;
  for (const Item& item : paragraph.items) {
    if (at == std::string::npos || item.end <= at || item.type == ItemType::penalty) {
      continue;
    }
    tail += item.content == Content::word && item.begin < at ? width_after(paragraph, item, at) : item.width;
  }
  return tail;
}

}  // namespace reliure::layout

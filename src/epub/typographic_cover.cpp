#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "epub/cover.h"
#include "epub/escape.h"
#include "epub/words.h"
#include "text/outlined.h"

namespace reliure::epub {
namespace {

using base::Length;

// In points, which are its pixels. 1600 by 2400 is the 2:3 that shops ask for.
constexpr Length kWidth = base::points(1600);
constexpr Length kHeight = base::points(2400);
constexpr Length kMargin = base::points(160);
constexpr Length kTextWidth = kWidth - 2 * kMargin;

constexpr base::Color kPaper{0xFB, 0xFA, 0xF7};
constexpr base::Color kInk{0x1B, 0x2A, 0x41};
constexpr base::Color kGrey{0x4A, 0x55, 0x68};

constexpr int kLeading = 130;  // hundredths of the size

/// The cover while it is set.
struct Cover {
  const text::FontLibrary& fonts;
  text::Shaper shaper;
  bool right_to_left = false;
  book::Page page{};
};

/// A block of lines in one style.
struct Block {
  std::string_view text;
  text::LineStyle style;
};

void add(Cover& cover, book::Path path) {
  book::Item item;
  item.mark = std::move(path);
  cover.page.items.push_back(std::move(item));
}

void add_band(Cover& cover, Length height, base::Color color) {
  book::Path path;
  path.outline.verbs = {book::PathVerb::move, book::PathVerb::line, book::PathVerb::line,
                        book::PathVerb::line, book::PathVerb::close};
  path.outline.points = {{{}, {}}, {kWidth, {}}, {kWidth, height}, {{}, height}};
  path.fill = color;
  add(cover, std::move(path));
}

Length width_of(Cover& cover, std::string_view text, const text::LineStyle& style) {
  return text::outlined_line(text, style, {}, cover.fonts, cover.shaper).width;
}

/// The text's lines, filled one after the other.
std::vector<std::string> wrapped(Cover& cover, const Block& block) {
  std::vector<std::string> lines;
  const std::string_view text = block.text;
  for (std::size_t i = 0; i < text.size();) {
    while (i < text.size() && is_space(text[i])) ++i;
    const std::size_t begin = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    const std::string word(text.substr(begin, i - begin));
    if (word.empty()) break;
    if (lines.empty() || width_of(cover, lines.back() + ' ' + word, block.style) > kTextWidth) {
      lines.push_back(word);
    } else {
      lines.back() += ' ' + word;
    }
  }
  return lines;
}

/// Sets the block with its first baseline below `y`; returns the last baseline.
Length add_block(Cover& cover, const Block& block, Length y) {
  for (const std::string& line : wrapped(cover, block)) {
    y += block.style.size * kLeading / 100;
    const Length free = kTextWidth - width_of(cover, line, block.style);
    const Length x = kMargin + (cover.right_to_left ? free : Length{});
    add(cover, text::outlined_line(line, block.style, {x, y}, cover.fonts, cover.shaper).path);
  }
  return y;
}

text::LineStyle style_of(const Cover& cover, std::string_view family, std::uint16_t weight) {
  const std::vector<std::string> families{std::string(family)};
  return {cover.fonts.match({families, weight, false}), {}, kInk};
}

text::LineStyle sized(text::LineStyle style, Length size, base::Color color = kInk) {
  return {style.face, size, color};
}

/// Long titles are set smaller, so that they leave the page some white, and long words, so that they fit.
text::LineStyle title_style(Cover& cover, std::string_view title) {
  const std::size_t characters = base::count_characters(title);
  const int size = characters <= 24 ? 176 : characters <= 60 ? 136 : characters <= 140 ? 104 : 72;
  text::LineStyle style = sized(style_of(cover, "serif", 600), base::points(size));
  Length widest;
  for (const std::string& line : wrapped(cover, {title, style})) {
    widest = base::max(widest, width_of(cover, line, style));
  }
  if (widest > kTextWidth) {
    style.size = base::scaled(style.size, kTextWidth.raw >> 16, (widest.raw >> 16) + 1);
  }
  return style;
}

std::string authors_of(const book::Metadata& metadata) {
  std::string names;
  for (const book::Author& author : metadata.authors) {
    names += (names.empty() ? "" : ", ") + author.name;
  }
  return names;
}

void add_text(Cover& cover, const book::Metadata& metadata) {
  const text::LineStyle serif = style_of(cover, "serif", 400), sans = style_of(cover, "sans-serif", 400);
  Length y = add_block(cover, {metadata.title, title_style(cover, metadata.title)}, base::points(420));
  y = add_block(cover, {metadata.subtitle, sized(serif, base::points(60), kGrey)}, y + base::points(60));
  const std::string authors = authors_of(metadata);
  const text::LineStyle author_style = sized(sans, base::points(56));
  const auto lines = static_cast<std::int64_t>(wrapped(cover, {authors, author_style}).size());
  const Length stands =
      base::points(2040) - author_style.size * kLeading / 100 * std::min<std::int64_t>(lines, 20);
  add_block(cover, {authors, author_style}, base::max(y + base::points(80), stands));
  add_block(cover, {metadata.publisher, sized(sans, base::points(44), kGrey)}, base::points(2180));
}

}  // namespace

book::Page typographic_cover(const book::Metadata& metadata, const text::FontLibrary& fonts) {
  Cover cover{fonts, text::Shaper(fonts), is_right_to_left(metadata.language)};
  cover.page.trim = {kWidth, kHeight};
  add_band(cover, kHeight, kPaper);
  add_band(cover, base::points(56), kInk);
  if (!fonts.fonts().empty()) {
    add_text(cover, metadata);
  }
  return std::move(cover.page);
}

}  // namespace reliure::epub

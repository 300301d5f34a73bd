#include "epub/cover.h"

#include <algorithm>
#include <vector>

#include "base/language.h"
#include "base/utf8.h"
#include "epub/escape.h"
#include "epub/words.h"
#include "epub/xhtml.h"

namespace reliure::epub {
namespace {

// Pixels of the drawing. 1600 by 2400 is the 2:3 that shops ask for.
constexpr std::size_t kWidth = 1600;
constexpr std::size_t kHeight = 2400;
constexpr std::size_t kMargin = 160;
constexpr std::size_t kTextWidth = kWidth - 2 * kMargin;

/// A block of lines in one size.
struct Block {
  std::string_view text;
  std::size_t size = 0;
  std::size_t leading = 0;
  std::string_view family;
  std::string_view weight;
  std::string_view color;
};

/// Letters are half an em wide on average in serif and sans alike; a little more keeps lines within.
std::size_t characters_in_line(std::size_t size) { return kTextWidth * 100 / (size * 55); }

std::vector<std::string> wrapped(std::string_view text, std::size_t most) {
  std::vector<std::string> lines;
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size();) {
    while (i < text.size() && is_space(text[i])) ++i;
    const std::size_t begin = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    const std::string_view word = text.substr(begin, i - begin);
    const std::size_t width = base::count_characters(word);
    if (word.empty()) break;
    if (lines.empty() || used + 1 + width > most) {
      lines.emplace_back(word);
      used = width;
    } else {
      lines.back() += ' ';
      lines.back() += word;
      used += 1 + width;
    }
  }
  return lines;
}

void append_number_attribute(std::string& out, std::string_view name, std::size_t number) {
  append_attribute(out, name, std::to_string(number));
}

/// Writes the block with its first baseline below `y`; returns the last baseline.
std::size_t append_block(std::string& out, const Block& block, std::size_t y) {
  for (const std::string& line : wrapped(block.text, characters_in_line(block.size))) {
    y += block.leading;
    out += "<text";
    append_number_attribute(out, "x", kMargin);
    append_number_attribute(out, "y", y);
    append_attribute(out, "font-family", block.family);
    append_number_attribute(out, "font-size", block.size);
    append_attribute(out, "font-weight", block.weight);
    append_attribute(out, "fill", block.color);
    out += '>';
    append_text(out, line);
    out += "</text>\n";
  }
  return y;
}

std::string authors_of(const book::Metadata& metadata) {
  std::string names;
  for (const book::Author& author : metadata.authors) {
    names += names.empty() ? "" : ", ";
    names += author.name;
  }
  return names;
}

/// Long titles are set smaller, so that they leave the page some white.
std::size_t title_size(std::string_view title) {
  const std::size_t characters = base::count_characters(title);
  return characters <= 24 ? 176 : characters <= 60 ? 136 : characters <= 140 ? 104 : 72;
}

void append_rect(std::string& out, std::size_t y, std::size_t height, std::string_view color) {
  out += "<rect x=\"0\"";
  append_number_attribute(out, "y", y);
  append_number_attribute(out, "width", kWidth);
  append_number_attribute(out, "height", height);
  append_attribute(out, "fill", color);
  out += "/>\n";
}

}  // namespace

std::string typographic_cover(const book::Metadata& metadata) {
  constexpr std::string_view kInk = "#1b2a41";
  constexpr std::string_view kGrey = "#4a5568";
  constexpr std::string_view kSerif = "'Source Serif 4', Georgia, serif";
  constexpr std::string_view kSans = "'Source Sans 3', Helvetica, Arial, sans-serif";
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1600 2400\" width=\"1600\" height=\"2400\"";
  append_attribute(out, "xml:lang", base::is_language_tag(metadata.language) ? metadata.language : "en");
  out += ">\n<title>";
  append_text(out, metadata.title);
  out += "</title>\n";
  append_rect(out, 0, kHeight, "#fbfaf7");
  append_rect(out, 0, 56, kInk);
  const std::size_t size = title_size(metadata.title);
  std::size_t y = append_block(out, {metadata.title, size, size * 115 / 100, kSerif, "600", kInk}, 420);
  y = append_block(out, {metadata.subtitle, 60, 82, kSerif, "400", kGrey}, y + 60);
  const std::string authors = authors_of(metadata);
  const std::size_t lines = wrapped(authors, characters_in_line(56)).size();
  append_block(out, {authors, 56, 76, kSans, "400", kInk},
               std::max(y + 80, 2040 - 76 * std::min<std::size_t>(lines, 20)));
  append_block(out, {metadata.publisher, 44, 60, kSans, "400", kGrey}, 2180);
  out += "</svg>\n";
  return out;
}

std::string cover_page(const book::Metadata& metadata, std::string_view image) {
  const std::string_view language =
      base::is_language_tag(metadata.language) ? std::string_view(metadata.language) : "en";
  const Words& words = words_of(language);
  std::string out;
  append_head(out, std::string(words.cover) + " – " + metadata.title, language, "frontmatter");
  out += "<section class=\"cover\" epub:type=\"cover\"";
  append_attribute(out, "aria-label", words.cover);
  out += ">\n<img";
  append_attribute(out, "src", image);
  append_attribute(out, "alt", metadata.title);
  out += " role=\"doc-cover\"/>\n</section>\n";
  append_foot(out);
  return out;
}

}  // namespace reliure::epub

#include "epub/fonts.h"

#include <algorithm>

#include "base/utf8.h"
#include "epub/escape.h"
#include "epub/file_names.h"
#include "epub/style_sheet.h"
#include "text/subset.h"

namespace reliure::epub {
namespace {

void add_characters(std::string_view text, std::vector<char32_t>& characters) {
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    characters.push_back(decoded.character);
    at += decoded.size;
  }
}

void settle(std::vector<char32_t>& characters) {
  std::sort(characters.begin(), characters.end());
  characters.erase(std::unique(characters.begin(), characters.end()), characters.end());
}

/// The other case of letters in scripts that have cases laid out regularly, for `text-transform`.
char32_t other_case(char32_t c) {
  const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (within('A', 'Z') || within(0xC0, 0xDE) || within(0x391, 0x3A9) || within(0x410, 0x42F)) return c + 0x20;
  if (within('a', 'z') || within(0xE0, 0xFE) || within(0x3B1, 0x3C9) || within(0x430, 0x44F)) return c - 0x20;
  if (within(0x400, 0x40F)) return c + 0x50;
  if (within(0x450, 0x45F)) return c - 0x50;
  if (c == 0xFF) return 0x178;
  // Pairs of a capital and its small letter, which has the odd number but in one stretch.
  if (within(0x139, 0x148) || within(0x179, 0x17E)) return c % 2 == 1 ? c + 1 : c - 1;
  if (within(0x100, 0x17F) || within(0x1E00, 0x1EFF)) return c ^ 1;
  return c;
}

/// What the book shows, and what readers put in: numbers and bullets of lists, quotation marks, hyphens,
/// capitals.
std::vector<char32_t> characters_of(const Plan& plan) {
  std::vector<char32_t> characters;
  for (char32_t c = ' '; c <= '~'; ++c) characters.push_back(c);
  add_characters(
      "\u00A0\u00AD\u2010\u2011\u2013\u2014\u2018\u2019\u201C\u201D\u201E\u00AB\u00BB\u2022\u25E6\u25AA"
      "\u2026",
      characters);
  const std::vector<book::Node>& nodes = plan.manuscript->nodes;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].kind == Kind::text && plan.has(NodeId{i}, kKept)) add_characters(nodes[i].text, characters);
  }
  for (const book::GeneratedText& text : plan.style->generated) add_characters(text.text, characters);
  settle(characters);
  const std::size_t count = characters.size();
  for (std::size_t i = 0; i < count; ++i) characters.push_back(other_case(characters[i]));
  settle(characters);
  return characters;
}

bool is_same_face(const book::Font& a, const book::Font& b) {
  return a.family == b.family && a.weight == b.weight && a.italic == b.italic;
}

std::string rule_of(const book::Font& font, const std::string& file) {
  return "@font-face { font-family: \"" + font.family + "\"; font-weight: " + std::to_string(font.weight) +
         "; font-style: " + (font.italic ? "italic" : "normal") + "; src: url(\"" + file + "\"); }\n";
}

/// A font and the file that it becomes.
struct Chosen {
  const book::Font* font = nullptr;
  FontFile file;
};

void mark_used(const std::vector<book::Item>& items, std::vector<bool>& used) {
  for (const book::Item& item : items) {
    if (const auto* run = std::get_if<book::GlyphRun>(&item.mark)) used[run->font] = true;
    if (const auto* group = std::get_if<book::Group>(&item.mark)) mark_used(group->items, used);
  }
}

/// The faces in which the printed pages are set.
std::vector<const book::Font*> used_fonts(const book::Book& book) {
  std::vector<bool> used(book.fonts.size());
  for (const book::Page& page : book.pages) mark_used(page.items, used);
  std::vector<const book::Font*> fonts;
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (used[i]) fonts.push_back(&book.fonts[i]);
  }
  return fonts;
}

void choose_by_family(const Plan& plan, std::span<const book::Font> library, std::vector<Chosen>& chosen) {
  FileNames names;
  const std::vector<const book::Font*> used = used_fonts(*plan.book);
  for (const book::Font& font : library) {
    const bool is_used = used.empty() || std::ranges::any_of(used, [&font](const book::Font* each) {
                           return is_same_face(*each, font);
                         });
    const bool asked_for = plan.style->css.find('"' + font.family + '"') != std::string::npos;
    const bool there =
        std::ranges::any_of(chosen, [&font](const Chosen& each) { return is_same_face(*each.font, font); });
    if (!asked_for || there || !is_used || font.file == nullptr) continue;
    const std::string file =
        "fonts/" + names.take(font.postscript_name, font_media_type(font) == "font/otf" ? ".otf" : ".ttf");
    chosen.push_back({&font, {file, font_media_type(font), {}, rule_of(font, file)}});
  }
}

}  // namespace

std::vector<FontFile> font_files(const Plan& plan, const text::FontLibrary* library, base::Jobs jobs) {
  std::vector<Chosen> chosen;
  const std::vector<book::Font>& named = plan.style->fonts;
  for (std::size_t i = 0; i < named.size(); ++i) {
    const std::string file = font_file(*plan.style, i);
    if (!file.empty()) chosen.push_back({&named[i], {file, font_media_type(named[i]), {}, {}}});
  }
  if (library != nullptr) choose_by_family(plan, library->fonts(), chosen);
  std::vector<FontFile> files;
  if (chosen.empty()) return files;
  const std::vector<char32_t> characters = characters_of(plan);
  base::parallel_for(chosen.size(), jobs, [&](std::size_t i) {
    chosen[i].file.bytes = text::subset_for_readers(*chosen[i].font, characters);
  });
  for (Chosen& each : chosen) files.push_back(std::move(each.file));
  return files;
}

}  // namespace reliure::epub

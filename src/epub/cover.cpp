#include "epub/cover.h"

#include <optional>
#include <utility>

#include "base/language.h"
#include "epub/escape.h"
#include "epub/words.h"
#include "epub/xhtml.h"
#include "text/outlined.h"

namespace reliure::epub {
namespace {

/// Enough for the screen of a tablet; half the pixels of what shops take for their own pages, which cost half
/// the time.
constexpr image::PixelSides kSides{1200, kLongestSide};

std::string authors_of(const book::Metadata& metadata) {
  std::string names;
  for (const book::Author& author : metadata.authors) {
    names += names.empty() ? "" : ", ";
    names += author.name;
  }
  return names;
}

/// What a cover says: title, subtitle, authors.
std::string words_on_cover(const book::Metadata& metadata) {
  std::string words;
  for (const std::string& line : {metadata.title, metadata.subtitle, authors_of(metadata)}) {
    if (is_blank(line)) continue;
    words += words.empty() ? "" : " – ";
    words += trimmed(line);
  }
  return words;
}

}  // namespace

const book::Page* front_page(const Plan& plan) {
  const book::Book& book = *plan.book;
  const book::Manuscript& manuscript = *plan.manuscript;
  if (book.pages.empty() || !book.pictures || manuscript.nodes.empty()) return nullptr;
  NodeId section = manuscript[book::kRoot].first_child;
  for (; section != kNoNode; section = manuscript[section].next_sibling) {
    const bool is_front =
        manuscript.has_class(section, "cover") || manuscript.has_class(section, "title-page");
    const bool is_first = section.value < book.page_of.size() && book.page_of[section.value] == 0;
    if (is_front && is_first) return &book.pages.front();
  }
  return nullptr;
}

image::PictureBytes drawn_cover(const Plan& plan, const text::FontLibrary* fonts) {
  base::Diagnostics unheard;
  const text::FontLibrary no_fonts({}, unheard);
  const text::FontLibrary& library = fonts != nullptr ? *fonts : no_fonts;
  std::optional<image::PictureBytes> picture;
  if (const book::Page* page = front_page(plan)) {
    picture = image::page_picture(text::outlined(*page, library), *plan.book->pictures, kSides);
  }
  if (!picture) {
    picture = image::page_picture(typographic_cover(plan.manuscript->metadata, library), {}, kSides);
  }
  return std::move(picture).value_or(image::PictureBytes{});
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
  append_attribute(out, "alt", words_on_cover(metadata));
  out += " role=\"doc-cover\"/>\n</section>\n";
  append_foot(out);
  return out;
}

}  // namespace reliure::epub

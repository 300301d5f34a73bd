#include "epub/write.h"

#include <deque>
#include <utility>
#include <vector>

#include "epub/container.h"
#include "epub/cover.h"
#include "epub/formulas.h"
#include "epub/navigation.h"
#include "epub/package.h"
#include "epub/plan.h"
#include "epub/style_sheet.h"
#include "epub/xhtml.h"

namespace reliure::epub {
namespace {

constexpr std::string_view kXhtml = "application/xhtml+xml";

constexpr std::string_view kContainer = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
)xml";

/// The files of the package as they come to be. Texts made here live in `made`, which never moves them.
struct Files {
  std::vector<Item> items;
  std::vector<Entry> entries;
  std::deque<base::Bytes> made;
};

void add(Files& files, Item item, std::string_view bytes, bool stored = false) {
  files.entries.push_back({"EPUB/" + item.file, bytes, stored});
  files.items.push_back(std::move(item));
}

void add_made(Files& files, Item item, base::Bytes bytes) {
  add(files, std::move(item), files.made.emplace_back(std::move(bytes)));
}

/// The cover with its page: the author's picture, or one drawn for the book.
std::string add_cover(Files& files, const Plan& plan, const text::FontLibrary* fonts) {
  const auto cover = plan.manuscript->cover;
  std::string image = cover ? plan.pictures[*cover].name : "";
  if (image.empty()) {
    image::PictureBytes drawn = drawn_cover(plan, fonts);
    image = drawn.media_type == "image/png" ? "cover.png" : "cover.jpg";
    add(files, {"cover-image", image, drawn.media_type, "cover-image"},
        files.made.emplace_back(std::move(drawn.bytes)), true);
  }
  add_made(files, {"cover", "cover.xhtml", kXhtml, "", true}, cover_page(plan.manuscript->metadata, image));
  return "cover.xhtml";
}

void add_documents(Files& files, const Plan& plan, base::Jobs jobs, base::Diagnostics& diagnostics) {
  const std::size_t count = plan.documents.size();
  std::vector<std::string> texts(count);
  std::vector<base::Diagnostics> found(count);
  base::parallel_for(count, jobs,
                     [&](std::size_t i) { texts[i] = write_document(plan, plan.documents[i], found[i]); });
  for (std::size_t i = 0; i < count; ++i) {
    diagnostics.append(std::move(found[i]));
    const Document& document = plan.documents[i];
    const std::string_view properties = holds_formula(plan, document.first, document.last) ? "mathml" : "";
    add_made(files, {"document-" + std::to_string(i + 1), document.file, kXhtml, properties, true},
             std::move(texts[i]));
  }
}

void add_pictures(Files& files, const Plan& plan) {
  const auto cover = plan.manuscript->cover;
  for (std::size_t i = 0; i < plan.pictures.size(); ++i) {
    const PictureFile& picture = plan.pictures[i];
    if (picture.name.empty() || picture.is_copy) continue;
    const bool is_vector = picture.media_type == "image/svg+xml";
    const std::string_view bytes = picture.made.empty() ? plan.manuscript->resources[i].bytes : picture.made;
    const bool is_cover = cover && plan.pictures[*cover].name == picture.name;
    const std::string_view properties = is_cover ? "cover-image" : "";
    add(files, {"picture-" + std::to_string(i + 1), picture.name, picture.media_type, properties}, bytes,
        !is_vector);
  }
}

/// Fonts are whole: an e-book's text may be searched, spoken and set anew by the reader.
void add_fonts(Files& files, const book::EbookStyle& style) {
  for (std::size_t i = 0; i < style.fonts.size(); ++i) {
    const std::string file = font_file(style, i);
    if (file.empty()) continue;
    add(files, {"font-" + std::to_string(i + 1), file, font_media_type(style.fonts[i]), ""},
        *style.fonts[i].file);
  }
}

}  // namespace

base::Bytes write(const book::Book& book, const book::EbookStyle& style, const Options& options,
                  base::Diagnostics& diagnostics) {
  Plan plan = make_plan(book, style, diagnostics);
  make_smaller(plan.pictures, book, options.jobs, diagnostics);
  if (plan.documents.empty()) {
    diagnostics.report(base::Code::epub_empty_book, {}, "the e-book has nothing to show",
                       "every page is hidden by the styles, or there is none");
  }
  Files files;
  const std::string cover = add_cover(files, plan, options.fonts);
  add_documents(files, plan, options.jobs, diagnostics);
  add_made(files, {"nav", "nav.xhtml", kXhtml, "nav", plan.documents.empty()},
           navigation_document(plan, cover));
  add_made(files, {"ncx", "toc.ncx", "application/x-dtbncx+xml", ""},
           ncx_document(plan, identifier_of(book.manuscript->metadata, options)));
  add_made(files, {"style", "style.css", "text/css", ""}, style_sheet(plan));
  add_pictures(files, plan);
  add_fonts(files, style);
  const std::string package = package_document(plan, files.items, options);
  std::vector<Entry> archive{{"mimetype", "application/epub+zip", true},
                             {"META-INF/container.xml", kContainer},
                             {"EPUB/package.opf", package}};
  archive.insert(archive.end(), files.entries.begin(), files.entries.end());
  return pack(archive, options.timestamp);
}

}  // namespace reliure::epub

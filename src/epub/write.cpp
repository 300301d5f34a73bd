#include "epub/write.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "epub/cover.h"
#include "epub/files.h"
#include "epub/formulas.h"
#include "epub/navigation.h"
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
  const auto write_one = [&plan](std::size_t i, base::Diagnostics& found) {
    return write_document(plan, plan.documents[i], found);
  };
  std::vector<std::string> texts = write_each(plan.documents.size(), jobs, diagnostics, write_one);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Document& document = plan.documents[i];
    const std::string_view properties = holds_formula(plan, document.first, document.last) ? "mathml" : "";
    add_made(files, {"document-" + std::to_string(i + 1), document.file, kXhtml, properties, true},
             std::move(texts[i]));
  }
}

}  // namespace

base::Bytes write(const book::Book& book, const book::EbookStyle& style, const Options& options,
                  base::Diagnostics& diagnostics) {
  const Plan plan = plan_files(book, style, Target::ebook, options.jobs, diagnostics);
  Files files;
  const std::string cover = add_cover(files, plan, options.fonts);
  add_documents(files, plan, options.jobs, diagnostics);
  add_made(files, {"nav", "nav.xhtml", kXhtml, "nav", plan.documents.empty()},
           navigation_document(plan, cover));
  add_made(files, {"ncx", "toc.ncx", "application/x-dtbncx+xml", ""},
           ncx_document(plan, identifier_of(book.manuscript->metadata, options)));
  add_pictures(files, plan);
  const text::FontLibrary* library = options.fonts_inside == Fonts::all ? options.fonts : nullptr;
  add_style_sheet(files, plan, add_fonts(files, plan, library, options.jobs));
  const std::string package = package_document(plan, files.items, options);
  std::vector<Entry> archive{{"mimetype", "application/epub+zip", true},
                             {"META-INF/container.xml", kContainer},
                             {"EPUB/package.opf", package}};
  for (const Entry& entry : files.entries) {
    archive.push_back({"EPUB/" + entry.name, entry.bytes, entry.stored});
  }
  std::ranges::sort(archive.begin() + 2, archive.end(), {}, &Entry::name);
  return pack(archive, options.timestamp);
}

}  // namespace reliure::epub

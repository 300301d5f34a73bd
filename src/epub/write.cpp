#include "epub/write.h"

#include <utility>
#include <vector>

#include "epub/cover.h"
#include "epub/files.h"
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

/// The author's cover with its page, or one made from the title, which the title page repeats in words.
std::string add_cover(Files& files, const Plan& plan) {
  const book::Metadata& metadata = plan.manuscript->metadata;
  const auto cover = plan.manuscript->cover;
  if (!cover || plan.pictures[*cover].name.empty()) {
    add_made(files, {"cover-image", "cover.svg", "image/svg+xml", "cover-image"},
             typographic_cover(metadata));
    return "";
  }
  add_made(files, {"cover", "cover.xhtml", kXhtml, "", true},
           cover_page(metadata, plan.pictures[*cover].name));
  return "cover.xhtml";
}

void add_documents(Files& files, const Plan& plan, base::Jobs jobs, base::Diagnostics& diagnostics) {
  const auto write_one = [&plan](std::size_t i, base::Diagnostics& found) {
    return write_document(plan, plan.documents[i], found);
  };
  std::vector<std::string> texts = write_each(plan.documents.size(), jobs, diagnostics, write_one);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    add_made(files, {"document-" + std::to_string(i + 1), plan.documents[i].file, kXhtml, "", true},
             std::move(texts[i]));
  }
}

}  // namespace

base::Bytes write(const book::Book& book, const book::EbookStyle& style, const Options& options,
                  base::Diagnostics& diagnostics) {
  const Plan plan = plan_files(book, style, Target::ebook, options.jobs, diagnostics);
  Files files;
  const std::string cover = add_cover(files, plan);
  add_documents(files, plan, options.jobs, diagnostics);
  add_made(files, {"nav", "nav.xhtml", kXhtml, "nav", plan.documents.empty()},
           navigation_document(plan, cover));
  add_made(files, {"ncx", "toc.ncx", "application/x-dtbncx+xml", ""},
           ncx_document(plan, identifier_of(book.manuscript->metadata)));
  add_style_sheet(files, plan);
  add_pictures(files, plan);
  add_fonts(files, plan);
  const std::string package = package_document(plan, files.items, options.timestamp);
  std::vector<Entry> archive{{"mimetype", "application/epub+zip", true},
                             {"META-INF/container.xml", kContainer},
                             {"EPUB/package.opf", package}};
  for (const Entry& entry : files.entries) {
    archive.push_back({"EPUB/" + entry.name, entry.bytes, entry.stored});
  }
  return pack(archive, options.timestamp);
}

}  // namespace reliure::epub

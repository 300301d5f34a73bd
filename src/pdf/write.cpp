#include "pdf/write.h"

#include <algorithm>

#include "pdf/claims.h"
#include "pdf/content_stream.h"
#include "pdf/destinations.h"
#include "pdf/fonts.h"
#include "pdf/grey.h"
#include "pdf/links.h"
#include "pdf/metadata.h"
#include "pdf/objects.h"
#include "pdf/outline.h"
#include "pdf/page_labels.h"
#include "pdf/pictures.h"
#include "pdf/resources.h"
#include "pdf/structure/structure.h"
#include "pdf/structure/tree.h"
#include "pdf/trees.h"

namespace reliure::pdf {

namespace {

std::vector<Ref> add_used_pictures(Objects& objects, const book::Book& book,
                                   const std::vector<PageContent>& contents, const PictureOptions& options) {
  std::vector<std::uint32_t> used;
  for (const PageContent& content : contents) {
    used.insert(used.end(), content.uses.pictures.begin(), content.uses.pictures.end());
    for (const TileUse& tile : content.uses.tiles) {
      used.push_back(tile.picture);
    }
  }
  std::ranges::sort(used);
  used.erase(std::unique(used.begin(), used.end()), used.end());
  return used.empty() ? std::vector<Ref>() : add_pictures(objects, book, used, options);
}

/// A box from edges in the media box's coordinates.
std::string box(base::Length left, base::Length bottom, base::Length right, base::Length top) {
  std::string out = "[";
  for (const base::Length value : {left, bottom, right, top}) {
    append_decimal(out, thousandths(value), 3);
    out += ' ';
  }
  out.back() = ']';
  return out;
}

/// MediaBox and, where paper is cut off, the boxes within (ISO 32000-1 §14.11.2). Readers show all of it, as
/// a printer has to see the marks.
void add_boxes(Entries& entries, const book::Page& page) {
  const base::Edges &bleed = page.bleed, &slug = page.slug;
  const base::Length width = page.trim.width + bleed.horizontal() + slug.horizontal();
  const base::Length height = page.trim.height + bleed.vertical() + slug.vertical();
  const std::string media = box({0}, {0}, width, height);
  entries.raw("MediaBox", media);
  if (bleed != base::Edges{} || slug != base::Edges{}) {
    const Frame frame = frame_of(page);
    const base::Length bottom = frame.top - page.trim.height;
    const base::Length right = frame.left + page.trim.width;
    entries.raw("CropBox", media)
        .raw("BleedBox",
             box(frame.left - bleed.left, bottom - bleed.bottom, right + bleed.right, frame.top + bleed.top))
        .raw("TrimBox", box(frame.left, bottom, right, frame.top));
  }
}

std::string list(const std::vector<LinkAnnotation>& links) {
  std::string out = "[";
  for (const LinkAnnotation& link : links) {
    append_ref(out, link.ref);
    out += ' ';
  }
  return out + "]";
}

/// What pages share.
struct PageParts {
  const std::vector<EmbeddedFont>& fonts;
  const std::vector<Ref>& pictures;
  const std::vector<Ref>& refs;
  const std::vector<Ref>& parents;
  /// Transparent pages are blended in these.
  book::ColorSpace colors = book::ColorSpace::rgb;
  const image::Inks* inks = nullptr;
};

/// `links` are the page's own; its key in the structure's parent tree is its index.
void set_page(Objects& objects, const book::Book& book, std::size_t index, PageContent& content,
              const std::vector<LinkAnnotation>& links, const PageParts& parts) {
  const book::Page& page = book.pages[index];
  Entries entries;
  entries.name("Type", "Page").ref("Parent", parts.parents[index]);
  add_boxes(entries, page);
  entries.raw("Resources", resources(objects, content.uses, parts.fonts, parts.pictures, parts.inks));
  if (content.transparent) {
    entries.raw("Group", "<</S /Transparency /CS " + std::string(device_space(parts.colors)) + ">>");
  }
  entries.ref("Contents", objects.add(Stream{"", std::move(content.operators)}))
      .integer("StructParents", static_cast<std::int64_t>(index))
      .name("Tabs", "S");
  if (!links.empty()) {
    entries.raw("Annots", list(links));
  }
  objects.set(parts.refs[index], entries.take());
}

std::string condition_of(const Options& options) {
  switch (options.colors) {
    case book::ColorSpace::gray:
      return "Grey, CIE lightness";
    case book::ColorSpace::rgb:
      return "sRGB IEC61966-2.1";
    case book::ColorSpace::cmyk:
      break;
  }
  const std::string name = image::profile_name(options.profile);
  return name.empty() ? "Custom" : name;
}

/// What the device colours of the file mean (ISO 19005-2 §6.2.3).
std::string output_intents(Objects& objects, const Options& options) {
  const std::string condition = condition_of(options);
  const auto components = static_cast<std::int64_t>(image::channels_of(options.colors));
  const Ref profile =
      objects.add(Stream{Entries().integer("N", components).take(), base::Bytes(options.profile)});
  return "[<<" +
         Entries()
             .name("Type", "OutputIntent")
             .name("S", "GTS_PDFA1")
             .text("OutputConditionIdentifier", condition)
             .text("Info", condition)
             .ref("DestOutputProfile", profile)
             .take() +
         ">>]";
}

/// What the catalog names that is made before it.
struct CatalogParts {
  const Destinations& destinations;
  Ref structure_tree;
  Claims claims;
};

void set_catalog(Objects& objects, const book::Book& book, const Options& options,
                 const CatalogParts& parts) {
  const book::Metadata& metadata = book.manuscript->metadata;
  Entries catalog;
  catalog.text("Lang", metadata.language)
      .raw("ViewerPreferences", "<</DisplayDocTitle true>>")
      .raw("MarkInfo", "<</Marked true>>")
      .ref("StructTreeRoot", parts.structure_tree)
      .raw("PageLabels", "<<" + add_page_labels(objects, book) + ">>")
      .ref("Metadata", objects.add(Stream{Entries().name("Type", "Metadata").name("Subtype", "XML").take(),
                                          xmp_packet(metadata, options, parts.claims), false}));
  if (const Ref outline = add_outline(objects, book, parts.destinations)) {
    catalog.name("PageMode", "UseOutlines").ref("Outlines", outline);
  }
  if (const std::string names = parts.destinations.add_names(objects); !names.empty()) {
    catalog.raw("Names", "<</Dests <<" + names + ">>>>");
  }
  if (!options.profile.empty()) {
    catalog.raw("OutputIntents", output_intents(objects, options));
  }
  objects.set(objects.catalog(), catalog.take());
  objects.set(objects.information(), information(metadata, options.timestamp));
}

/// `inks` are those that the options' profile is of, or null.
Written write_book(const book::Book& book, const Options& options, const image::Inks* inks,
                   base::Diagnostics& diagnostics) {
  const CodeForm form = options.readable ? CodeForm::hex : CodeForm::binary;
  Objects objects;
  Structure structure = plan_structure(book);
  Claims claims = check_claims(book, structure, diagnostics);
  claims.a = claims.a && !options.profile.empty();
  const std::vector<EmbeddedFont> fonts = embed_fonts(objects, book, form, options.jobs);
  std::vector<PageContent> contents = page_contents({book, fonts, structure, form, inks}, options.jobs);
  const std::vector<Ref> pictures = add_used_pictures(objects, book, contents, {options.jobs, inks});

  std::vector<Ref> pages;
  for (std::size_t i = 0; i < book.pages.size(); ++i) {
    pages.push_back(objects.reserve());
  }
  const std::vector<Ref> parents = add_page_tree(objects, pages);
  const Destinations destinations(book, pages);
  TaggedPages tagged{pages, {}, {}};
  std::size_t key = pages.size();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    tagged.links.push_back(add_links(objects, {book, structure, destinations}, book.pages[i], key));
    key += tagged.links.back().size();
    set_page(objects, book, i, contents[i], tagged.links.back(),
             {fonts, pictures, pages, parents, options.colors, inks});
    tagged.marks.push_back(std::move(contents[i].marks));
  }
  const Ref tree = add_structure_tree(objects, *book.manuscript, std::move(structure), std::move(tagged));
  set_catalog(objects, book, options, {destinations, tree, claims});
  return {options.readable ? objects.write_readable() : objects.write_compact(options.jobs), claims};
}

}  // namespace

Written write(const book::Book& book, const Options& options, base::Diagnostics& diagnostics) {
  if (book.pages.empty()) {
    diagnostics.report(base::Code::pdf_empty_book, {}, "the book has no page",
                       "all of it is hidden by the styles or stands in margins, or there is none");
  }
  switch (options.colors) {
    case book::ColorSpace::gray:
      return write_book(in_grey(book, options.jobs), options, nullptr, diagnostics);
    case book::ColorSpace::cmyk: {
      const image::Inks inks(options.profile);
      return write_book(book, options, &inks, diagnostics);
    }
    case book::ColorSpace::rgb:
      break;
  }
  return write_book(book, options, nullptr, diagnostics);
}

}  // namespace reliure::pdf

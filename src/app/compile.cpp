// The first code to open: a book is made here, from top to bottom.
#include "app/compile.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/editions.h"
#include "content/dump.h"
#include "content/parse.h"
#include "epub/write.h"
#include "image/decode.h"
#include "layout/compose.h"
#include "layout/dump.h"
#include "layout/impose.h"
#include "pdf/write.h"
#include "source/dump.h"
#include "source/load.h"
#include "style/dump.h"
#include "style/resolve.h"
#include "text/font_library.h"
#include "text/hyphenate.h"

namespace reliure::app {
namespace {

/// 1980-01-01, the first day that a ZIP archive can name.
constexpr std::int64_t kFirstZipDay = 315'532'800;

text::Hyphenator hyphenator_with(const std::vector<source::Dictionary>& dictionaries) {
  text::Hyphenator hyphenator;
  for (const source::Dictionary& dictionary : dictionaries) {
    hyphenator.add(dictionary.language, dictionary.patterns);
  }
  return hyphenator;
}

/// The e-book's day of modification; an archive cannot name a day before its first.
std::int64_t ebook_timestamp(std::optional<std::int64_t> timestamp) {
  return std::max(kFirstZipDay, timestamp.value_or(kFirstZipDay));
}

/// What the editions of one run share.
struct Workshop {
  const Request& request;
  const source::Tree& tree;
  std::shared_ptr<const book::Manuscript> manuscript;
  std::shared_ptr<const std::vector<book::Picture>> pictures;
  text::FontLibrary fonts;
  text::Hyphenator hyphenator;
  /// Fonts that style sheets name.
  std::vector<book::Font> sheet_fonts;
  /// For the dates inside the outputs.
  std::optional<std::int64_t> timestamp;
};

const std::string& name_of(const Workshop& shop, std::size_t edition) {
  return shop.tree.manifest.editions[edition].name;
}

/// Lays out and writes one PDF edition; gives its pages. Stops after styles or pages where the request says
/// so.
book::Book make_print(const Workshop& shop, PrintEdition edition, Compilation& made, Stopwatch& stopwatch,
                      base::Diagnostics& diagnostics) {
  const std::string& name = name_of(shop, edition.index);
  const style::Medium medium{style::Media::print, edition.index};
  const style::Styles styles = style::resolve(*shop.manuscript, shop.tree, medium, diagnostics);
  stopwatch.lap(name + ": styles");
  if (shop.request.last == Stage::styles) {
    made.dump = style::dump(*shop.manuscript, styles);
    return {};
  }
  const base::Jobs jobs = shop.request.jobs;
  book::Book book = layout::compose(
      {shop.manuscript, shop.pictures, styles, shop.fonts, shop.hyphenator, jobs}, diagnostics);
  stopwatch.lap(name + ": pages");
  const source::Edition& wanted = shop.tree.manifest.editions[edition.index];
  // The pages of e-books are those that are read, not those that are folded.
  book::Book sheets;
  const bool folded = wanted.imposition == source::Imposition::booklet;
  if (folded) {
    sheets = layout::impose_booklet(book);
  }
  const book::Book& printed = folded ? sheets : book;
  if (shop.request.last == Stage::pages) {
    made.dump = layout::dump(printed);
  } else if (edition.wanted) {
    const pdf::Options options{shop.timestamp, false, jobs, wanted.colour == source::Colour::grey};
    made.outputs.push_back({edition.index, pdf::write(printed, options, diagnostics), printed.pages.size()});
    stopwatch.lap(name + ": PDF");
  }
  return book;
}

/// Writes one EPUB edition; `numbered` has the pages that its page list names.
void make_ebook(const Workshop& shop, std::size_t edition, const book::Book& numbered, Compilation& made,
                base::Diagnostics& diagnostics) {
  const style::Medium medium{style::Media::epub, edition};
  const style::Styles styles = style::resolve(*shop.manuscript, shop.tree, medium, diagnostics);
  const book::EbookStyle ebook =
      style::ebook_style(*shop.manuscript, shop.tree, medium, styles, shop.sheet_fonts);
  const epub::Options options{ebook_timestamp(shop.timestamp), shop.request.jobs};
  made.outputs.push_back({edition, epub::write(numbered, ebook, options, diagnostics), 0});
}

/// The media of all editions that are made.
std::vector<style::Medium> media_of(const ChosenEditions& chosen) {
  std::vector<style::Medium> media;
  for (const PrintEdition& edition : chosen.print) media.push_back({style::Media::print, edition.index});
  for (const std::size_t edition : chosen.ebooks) media.push_back({style::Media::epub, edition});
  return media;
}

std::vector<book::Font> joined(std::vector<book::Font> fonts, const std::vector<book::Font>& more) {
  fonts.insert(fonts.end(), more.begin(), more.end());
  return fonts;
}

}  // namespace

Compilation compile(const Request& request, const source::FileSystem& files, base::Diagnostics& diagnostics) {
  Compilation made;
  Stopwatch stopwatch(made.laps);

  made.tree = source::load(files, request.manifest, diagnostics);
  stopwatch.lap("source");
  if (request.last == Stage::source) {
    made.dump = source::dump(made.tree);
  }
  if (request.last == Stage::source || made.tree.pages.empty()) {
    return made;
  }
  const source::Manifest& manifest = made.tree.manifest;
  const ChosenEditions chosen = choose_editions(manifest, request.editions);

  book::Manuscript parsed = content::parse(made.tree, request.jobs, diagnostics);
  stopwatch.lap("content");
  if (request.last == Stage::manuscript) {
    made.dump = content::dump(parsed);
    return made;
  }

  style::Assets assets = style::load_assets(made.tree, media_of(chosen), diagnostics);
  style::add_pictures(parsed, std::move(assets.pictures));
  const auto manuscript = std::make_shared<const book::Manuscript>(std::move(parsed));
  stopwatch.lap("assets of style sheets");

  const auto pictures = std::make_shared<const std::vector<book::Picture>>(
      image::decode(*manuscript, request.jobs, diagnostics));
  stopwatch.lap("pictures");
  const Workshop shop{request,
                      made.tree,
                      manuscript,
                      pictures,
                      text::FontLibrary(joined(made.tree.fonts, assets.fonts), diagnostics),
                      hyphenator_with(made.tree.dictionaries),
                      assets.fonts,
                      request.timestamp ? request.timestamp : timestamp_of(manifest.metadata.date)};
  stopwatch.lap("fonts");

  book::Book numbered;
  for (const PrintEdition& edition : chosen.print) {
    book::Book book = make_print(shop, edition, made, stopwatch, diagnostics);
    if (request.last != Stage::outputs) {
      return made;
    }
    if (numbered.pages.empty()) {
      numbered = std::move(book);
    }
  }
  numbered.manuscript = manuscript;
  numbered.pictures = pictures;
  for (const std::size_t edition : chosen.ebooks) {
    make_ebook(shop, edition, numbered, made, diagnostics);
    stopwatch.lap(name_of(shop, edition) + ": EPUB");
  }
  return made;
}

}  // namespace reliure::app

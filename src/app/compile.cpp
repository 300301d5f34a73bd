// The first code to open: a book is made here, from top to bottom.
#include "app/compile.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/edition_diagnostics.h"
#include "app/editions.h"
#include "app/profiles.h"
#include "app/render_typography.h"
#include "app/statements.h"
#include "content/dump.h"
#include "content/parse.h"
#include "epub/pictures.h"
#include "epub/write.h"
#include "image/decode.h"
#include "layout/compose.h"
#include "layout/drawing_text.h"
#include "layout/dump.h"
#include "layout/impose.h"
#include "pdf/write.h"
#include "source/dump.h"
#include "source/load.h"
#include "style/dump.h"
#include "style/footnotes.h"
#include "style/resolve.h"
#include "text/font_library.h"
#include "text/hyphenate.h"
#include "text/words.h"

namespace reliure::app {
namespace {

/// 1980-01-01, the first day that a ZIP archive can name.
constexpr std::int64_t kFirstZipDay = 315'532'800;

text::Hyphenator hyphenator_with(std::vector<source::Dictionary> dictionaries) {
  text::Hyphenator hyphenator;
  for (source::Dictionary& dictionary : dictionaries) {
    hyphenator.add(std::move(dictionary.language), std::move(dictionary.patterns));
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
  text::WordList words;
  /// Fonts that style sheets name.
  std::vector<book::Font> sheet_fonts;
  /// For the dates inside the outputs.
  std::optional<std::int64_t> timestamp;
  /// What was found in the manuscript that stands against a claim of accessibility.
  std::size_t faults = 0;
  bool has_moving_pictures = false;
};

const source::Edition& edition_of(const Workshop& shop, std::size_t edition) {
  return shop.tree.manifest.editions[edition];
}

std::string format_of(const Workshop& shop, std::size_t edition) {
  constexpr std::string_view kFormats[] = {"PDF", "EPUB", "site"};
  return std::string(kFormats[static_cast<std::size_t>(shop.tree.manifest.editions[edition].format)]);
}

bool is_folded(const Workshop& shop, std::size_t edition) {
  return edition_of(shop, edition).imposition == source::Imposition::booklet;
}

/// A PDF edition's pages, and what there is to read on them.
struct LaidOut {
  book::Book book;
  access::Content content;
  bool is_faultless = false;
};

/// Lays out one PDF edition. Stops after styles or pages where the request says so.
LaidOut lay_out(const Workshop& shop, std::size_t edition, Compilation& made, Stopwatch& stopwatch,
                base::Diagnostics& diagnostics) {
  const std::string& name = edition_of(shop, edition).name;
  const style::Medium medium{style::Media::print, edition};
  const style::Styles styles = style::resolve(*shop.manuscript, shop.tree, medium, diagnostics);
  stopwatch.lap(name + ": styles");
  if (shop.request.last == Stage::styles) {
    made.dump = style::dump(*shop.manuscript, styles);
    return {};
  }
  LaidOut laid_out;
  laid_out.book = layout::compose(
      {shop.manuscript, shop.pictures, styles, shop.fonts, shop.hyphenator, shop.request.jobs, &shop.words},
      diagnostics);
  laid_out.content = access::survey(*shop.manuscript, hidden_nodes(*shop.manuscript, styles));
  laid_out.is_faultless = shop.faults == 0 && count_faults(diagnostics) == 0;
  stopwatch.lap(name + ": pages");
  if (shop.request.last == Stage::pages) {
    made.dump =
        layout::dump(is_folded(shop, edition) ? layout::impose_booklet(laid_out.book) : laid_out.book);
  }
  return laid_out;
}

/// An edition to be written.
struct Pressing {
  std::size_t edition = 0;
  /// An e-book's, or a site's, are the pages that it marks, if any.
  const LaidOut* pages = nullptr;
  bool is_ebook = false;
};

/// Writes an e-book, or its pages as a site: the same styles are for both.
Output write_ebook(const Workshop& shop, const Pressing& pressing, base::Diagnostics& diagnostics) {
  const source::Edition& edition = edition_of(shop, pressing.edition);
  const book::Metadata& metadata = shop.manuscript->metadata;
  const style::Medium medium{style::Media::epub, pressing.edition};
  const style::Styles styles = style::resolve(*shop.manuscript, shop.tree, medium, diagnostics);
  const bool has_fonts = edition.fonts != source::EbookFonts::none;
  book::EbookStyle ebook = style::ebook_style(*shop.manuscript, shop.tree, medium, styles,
                                              has_fonts ? shop.sheet_fonts : std::vector<book::Font>{});
  ebook.manuscript = style::with_footnotes(shop.manuscript, styles);

  const book::Book& numbered = pressing.pages->book;
  const bool all_fonts = edition.fonts == source::EbookFonts::all;
  if (edition.format == source::Format::web) {
    Output site;
    site.edition = pressing.edition;
    site.files =
        epub::write_site(numbered, ebook, shop.request.jobs, diagnostics, all_fonts ? &shop.fonts : nullptr);
    return site;
  }

  const std::size_t faults = shop.faults + count_faults(diagnostics);
  const access::Making making{access::Form::ebook, !numbered.pages.empty(), shop.has_moving_pictures,
                              faults == 0};
  Output output;
  output.edition = pressing.edition;
  output.statement = access::state(access::survey(*shop.manuscript, ebook.hidden), making, metadata);
  if (metadata.certification.claims) report_dropped_claim(faults, edition.span, diagnostics);
  epub::Options options{ebook_timestamp(shop.timestamp),
                        shop.request.jobs,
                        output.statement,
                        identifier_of_file(shop.tree.manifest, edition),
                        {},
                        &shop.fonts,
                        all_fonts ? epub::Fonts::all : epub::Fonts::named};
  if (const auto print = numbering_edition(shop.tree.manifest, edition)) {
    options.page_source = edition_of(shop, *print).identifier;
  }
  output.bytes = epub::write(numbered, ebook, options, diagnostics);
  return output;
}

Output write_pdf(const Workshop& shop, const Pressing& pressing, base::Diagnostics& diagnostics) {
  const source::Edition& edition = edition_of(shop, pressing.edition);
  const LaidOut& pages = *pressing.pages;
  Output output;
  output.edition = pressing.edition;
  output.statement = access::state(pages.content, {access::Form::pdf, false, false, pages.is_faultless},
                                   shop.manuscript->metadata);
  const EditionColors colors = colors_of(shop.tree, pressing.edition);
  const std::string identifier = identifier_of_file(shop.tree.manifest, edition);
  const pdf::Options options{shop.timestamp,    false,     shop.request.jobs, colors.space, colors.profile,
                             &output.statement, identifier};
  // The pages of e-books are those that are read, not those that are folded: only here are they sheets.
  const bool folded = is_folded(shop, pressing.edition);
  const book::Book sheets = folded ? layout::impose_booklet(pages.book) : book::Book{};
  const book::Book& printed = folded ? sheets : pages.book;
  pdf::Written written = pdf::write(printed, options, diagnostics);
  output.bytes = std::move(written.bytes);
  output.claims_pdf_ua = written.claims.ua;
  output.pages = printed.pages.size();
  return output;
}

/// Writes editions side by side: much of an archive is packed on one thread alone.
void write_all(const Workshop& shop, const std::vector<Pressing>& pressings, Compilation& made,
               std::vector<EditionDiagnostics>& found) {
  struct Written {
    Output output;
    std::vector<Lap> laps;
    base::Diagnostics found;
  };
  std::vector<Written> written(pressings.size());
  base::parallel_for(pressings.size(), shop.request.jobs, [&](std::size_t i) {
    Stopwatch stopwatch(written[i].laps);
    const Pressing& pressing = pressings[i];
    written[i].output = pressing.is_ebook ? write_ebook(shop, pressing, written[i].found)
                                          : write_pdf(shop, pressing, written[i].found);
    stopwatch.lap(edition_of(shop, pressing.edition).name + ": " + format_of(shop, pressing.edition));
  });
  for (Written& each : written) {
    found.push_back({each.output.edition, std::move(each.found)});
    made.laps.insert(made.laps.end(), each.laps.begin(), each.laps.end());
    made.outputs.push_back(std::move(each.output));
  }
}

/// The e-books that mark the pages of a PDF edition, or of none.
std::vector<Pressing> ebooks_of(const Workshop& shop, const ChosenEditions& chosen,
                                std::optional<std::size_t> print, const LaidOut& pages) {
  std::vector<Pressing> ebooks;
  for (const std::size_t edition : chosen.ebooks) {
    if (numbering_edition(shop.tree.manifest, edition_of(shop, edition)) == print) {
      ebooks.push_back({edition, &pages, true});
    }
  }
  return ebooks;
}

/// Lays out one PDF edition after the other and writes it, together with the e-books that mark its pages.
void make_editions(const Workshop& shop, const ChosenEditions& chosen, Compilation& made,
                   Stopwatch& stopwatch, std::vector<EditionDiagnostics>& found) {
  for (const PrintEdition& edition : chosen.print) {
    EditionDiagnostics& of_pages = found.emplace_back(EditionDiagnostics{edition.index, {}});
    const LaidOut pages = lay_out(shop, edition.index, made, stopwatch, of_pages.found);
    if (shop.request.last != Stage::outputs) return;
    std::vector<Pressing> pressings = ebooks_of(shop, chosen, edition.index, pages);
    if (edition.wanted) pressings.insert(pressings.begin(), {edition.index, &pages, false});
    write_all(shop, pressings, made, found);
    stopwatch.skip();
  }
  LaidOut none;
  none.book.manuscript = shop.manuscript;
  none.book.pictures = shop.pictures;
  write_all(shop, ebooks_of(shop, chosen, std::nullopt, none), made, found);
  std::ranges::stable_sort(made.outputs, {},
                           [](const Output& output) { return std::pair(output.pages == 0, output.edition); });
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
  drop_bad_profiles(made.tree, diagnostics);
  stopwatch.lap("source");
  if (request.last == Stage::source) {
    made.dump = source::dump(made.tree);
  }
  if (request.last == Stage::source || made.tree.pages.empty()) {
    return made;
  }
  const source::Manifest& manifest = made.tree.manifest;
  const ChosenEditions chosen = choose_editions(manifest, request.editions);

  std::vector<content::SetChange> changes;
  book::Manuscript parsed = content::parse(made.tree, request.jobs, diagnostics, &changes);
  if (request.typography_report) {
    made.typography_report = render_typography(changes, made.tree.sources);
  }
  stopwatch.lap("content");
  if (request.last == Stage::manuscript) {
    made.dump = content::dump(parsed);
    return made;
  }

  style::read_imports(made.tree, media_of(chosen));
  style::Assets assets = style::load_assets(made.tree, media_of(chosen), diagnostics);
  style::add_pictures(parsed, std::move(assets.pictures));
  const auto manuscript = std::make_shared<const book::Manuscript>(std::move(parsed));
  stopwatch.lap("assets of style sheets");

  std::vector<book::Picture> pictures = image::decode(*manuscript, request.jobs, diagnostics);
  stopwatch.lap("pictures");
  text::FontLibrary fonts(joined(made.tree.fonts, assets.fonts), diagnostics);
  layout::draw_texts(*manuscript, fonts, pictures, diagnostics);
  const Workshop shop{request,
                      made.tree,
                      manuscript,
                      std::make_shared<const std::vector<book::Picture>>(std::move(pictures)),
                      std::move(fonts),
                      hyphenator_with(std::move(made.tree.dictionaries)),
                      text::WordList(made.tree.thai_words),
                      assets.fonts,
                      request.timestamp ? request.timestamp : timestamp_of(manifest.metadata.date),
                      count_faults(diagnostics),
                      std::ranges::any_of(manuscript->resources, epub::is_animated, &book::Resource::bytes)};
  stopwatch.lap("fonts");

  std::vector<EditionDiagnostics> found;
  make_editions(shop, chosen, made, stopwatch, found);
  append_of_editions(found, chosen, manifest, diagnostics);
  if (manifest.onix && request.editions.empty() && request.last == Stage::outputs) {
    made.onix = onix_of(made, manuscript->metadata, ebook_timestamp(shop.timestamp));
  }
  return made;
}

}  // namespace reliure::app

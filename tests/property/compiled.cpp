#include "property/compiled.h"

#include <utility>

#include "content/parse.h"
#include "image/decode.h"
#include "layout/compose.h"
#include "layout/drawing_text.h"
#include "source/load.h"
#include "style/footnotes.h"
#include "style/resolve.h"
#include "text/font_library.h"
#include "text/hyphenate.h"

namespace reliure::laws {
namespace {

/// The first edition of a format, or the first of all.
std::size_t edition_of(const source::Manifest& manifest, source::Format format) {
  for (std::size_t i = 0; i < manifest.editions.size(); ++i) {
    if (manifest.editions[i].format == format) {
      return i;
    }
  }
  return 0;
}

}  // namespace

Compiled compile(const source::FileSystem& files, const source::Path& manifest, unsigned jobs) {
  Compiled made;
  made.tree = source::load(files, manifest, made.diagnostics);
  made.manuscript =
      std::make_shared<const book::Manuscript>(content::parse(made.tree, {jobs}, made.diagnostics));
  std::vector<book::Picture> decoded = image::decode(*made.manuscript, {jobs}, made.diagnostics);
  const text::FontLibrary fonts(made.tree.fonts, made.diagnostics);
  layout::draw_texts(*made.manuscript, fonts, decoded, made.diagnostics);
  const auto pictures = std::make_shared<const std::vector<book::Picture>>(std::move(decoded));
  text::Hyphenator hyphenator;
  for (const source::Dictionary& dictionary : made.tree.dictionaries) {
    hyphenator.add(dictionary.language, dictionary.patterns);
  }
  const source::Manifest& settings = made.tree.manifest;
  const style::Medium epub{style::Media::epub, edition_of(settings, source::Format::epub)};
  base::Diagnostics repeated;
  made.styles_in_ebook = style::resolve(*made.manuscript, made.tree, epub, repeated);
  const style::Medium print{style::Media::print, edition_of(settings, source::Format::pdf)};
  made.styles = style::resolve(*made.manuscript, made.tree, print, made.diagnostics);
  made.manuscript = style::with_footnotes(made.manuscript, made.styles);
  made.hidden_on_pages = made.styles.hidden_;
  for (const style::RunningElement& running : made.styles.running()) {
    const book::NodeId last = (*made.manuscript)[running.node].last_descendant;
    for (std::uint32_t i = running.node.value; i <= last.value; ++i) {
      made.hidden_on_pages[i] = true;
    }
  }
  made.book =
      layout::compose({made.manuscript, pictures, made.styles, fonts, hyphenator, {jobs}}, made.diagnostics);
  return made;
}

}  // namespace reliure::laws

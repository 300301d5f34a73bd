#include <algorithm>

#include "base/utf8.h"
#include "style/parse_sheet.h"
#include "style/sheet_files.h"

namespace reliure::style {
namespace {

/// Longer chains of imports than any project has.
constexpr std::size_t kDeepestImport = 16;
/// All imported text of a book together; a sheet that imports others again and again ends here.
constexpr std::size_t kMostImportedBytes = std::size_t{16} << 20;

struct Loader {
  const source::Tree& tree;
  Media media;
  std::string_view edition;
  Sheets& sheets;
  base::Diagnostics& diagnostics;
  /// Paths of the sheets being parsed, outermost first.
  std::vector<std::string> open;
  std::size_t imported = 0;
};

void parse_source(Loader& loader, const TextSource& source, Origin origin);

void import_sheet(Loader& loader, const TextSource& from, Origin origin, const Import& import) {
  const std::string address(import.address);
  const auto refuse = [&](base::Code code, std::string message) {
    loader.diagnostics.report(code, import.span, std::move(message));
  };
  const auto inside = path_of(loader.tree, from.path, address);
  if (!inside)
    return refuse(base::Code::style_bad_import,
                  "the imported sheet `" + address + "` is not in the book's folder");
  const std::string& path = *inside;
  if (std::ranges::find(loader.open, path) != loader.open.end() || loader.open.size() >= kDeepestImport)
    return refuse(base::Code::style_import_cycle, "the imported sheet `" + address + "` imports itself");
  auto text = loader.tree.files->read(path);
  if (!text) return refuse(base::Code::style_bad_import, "the imported sheet `" + address + "` is not there");
  if (base::first_invalid(*text))
    return refuse(base::Code::style_bad_import, "the imported sheet `" + address + "` is not UTF-8");
  loader.imported += text->size();
  if (loader.imported > kMostImportedBytes)
    return refuse(base::Code::style_bad_import, "the imported sheet `" + address + "` is one too many");
  loader.sheets.texts.push_back(std::move(*text));
  TextSource& source = loader.sheets.sources.emplace_back(
      TextSource{{}, import.span, path, loader.sheets.texts.back(), true, {}});
  for (std::size_t at = 0; (at = source.text.find('\n', at)) != std::string_view::npos; ++at)
    source.line_ends.push_back(static_cast<std::uint32_t>(at));
  parse_source(loader, source, origin);
}

void parse_source(Loader& loader, const TextSource& source, Origin origin) {
  loader.open.push_back(source.path);
  SheetParser parser{loader.sheets,
                     source,
                     origin,
                     loader.media,
                     loader.edition,
                     loader.diagnostics,
                     [&](const Import& import) { import_sheet(loader, source, origin, import); }};
  parse_sheet(parser);
  loader.open.pop_back();
}

void load_sheet(Loader& loader, const source::StyleSheet& sheet) {
  loader.sheets.sources.push_back(
      {sheet.file, {}, sheet.path, loader.tree.sources.text(sheet.file), false, {}});
  parse_source(loader, loader.sheets.sources.back(), sheet.built_in ? Origin::user_agent : Origin::author);
}

}  // namespace

Sheets load_sheets(const source::Tree& tree, const Medium& medium, base::Diagnostics& diagnostics) {
  Sheets sheets;
  const auto& editions = tree.manifest.editions;
  const std::string_view edition =
      medium.edition < editions.size() ? std::string_view(editions[medium.edition].name) : std::string_view{};
  Loader loader{tree, medium.media, edition, sheets, diagnostics, {}, 0};
  for (const source::StyleSheet& sheet : tree.styles) load_sheet(loader, sheet);
  if (medium.edition < tree.edition_styles.size()) {
    for (const source::StyleSheet& sheet : tree.edition_styles[medium.edition]) load_sheet(loader, sheet);
  }
  return sheets;
}

Block parse_style_attribute(Sheets& sheets, std::string_view text, base::Span place,
                            base::Diagnostics& diagnostics) {
  const TextSource source{{}, place, {}, text, false, {}};
  const SheetParser parser{sheets, source, Origin::author, Media::print, {}, diagnostics, {}};
  sheets.tokens.push_back(tokenize(text, sheets.strings));
  const Tokens all = sheets.tokens.back();
  return parse_declarations(parser, all.first(all.size() - 1));
}

}  // namespace reliure::style

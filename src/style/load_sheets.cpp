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

/// The text of the tree that is the file of this path.
std::optional<base::FileId> known_file(const source::Tree& tree, std::string_view path) {
  for (std::uint32_t i = 1; i <= tree.sources.size(); ++i) {
    if (tree.sources.name({i}) == path) return base::FileId{i};
  }
  return std::nullopt;
}

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
  if (const auto file = known_file(loader.tree, path)) {
    loader.sheets.sources.push_back({*file, {}, path, loader.tree.sources.text(*file)});
  } else {
    loader.sheets.texts.push_back(std::move(*text));
    loader.sheets.sources.push_back({{}, import.span, path, loader.sheets.texts.back()});
  }
  parse_source(loader, loader.sheets.sources.back(), origin);
}

void parse_source(Loader& loader, const TextSource& source, Origin origin) {
  loader.open.push_back(source.path);
  SheetParser parser{loader.sheets,
                     source,
                     origin,
                     loader.media,
                     loader.edition,
                     loader.diagnostics,
                     [&](const Import& import) { import_sheet(loader, source, origin, import); },
                     loader.tree.manifest.editions};
  parse_sheet(parser);
  loader.open.pop_back();
}

void load_sheet(Loader& loader, const source::StyleSheet& sheet) {
  loader.sheets.sources.push_back({sheet.file, {}, sheet.path, loader.tree.sources.text(sheet.file)});
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

void read_imports(source::Tree& tree, std::span<const Medium> media) {
  for (const Medium& medium : media) {
    // What is wrong with the sheets is said when they are resolved.
    base::Diagnostics ignored;
    const Sheets sheets = load_sheets(tree, medium, ignored);
    for (const TextSource& source : sheets.sources) {
      if (source.file.value == 0 && !known_file(tree, source.path))
        tree.sources.add(source.path, std::string(source.text));
    }
  }
}

Block parse_style_attribute(Sheets& sheets, std::string_view text, base::Span place,
                            base::Diagnostics& diagnostics) {
  const TextSource source{{}, place, {}, text};
  const SheetParser parser{sheets, source, Origin::author, Media::print, {}, diagnostics, {}, {}};
  sheets.tokens.push_back(tokenize(text, sheets.strings));
  const Tokens all = sheets.tokens.back();
  return parse_declarations(parser, all.first(all.size() - 1));
}

}  // namespace reliure::style

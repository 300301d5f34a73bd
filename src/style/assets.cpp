#include "style/assets.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "style/parse_sheet.h"
#include "style/property.h"
#include "style/sheet_files.h"

namespace reliure::style {
namespace {

/// Reads files for the sheets of one medium after the other.
struct Reader {
  const source::Tree& tree;
  base::Diagnostics& diagnostics;
  Assets assets;
  /// Paths of files and of what could not be read, with the place where that was told.
  std::set<std::string> pictures;
  std::set<std::pair<std::string, std::uint32_t>> told;
  std::map<std::string, std::shared_ptr<const base::Bytes>> font_files;
  /// What could not be had of the files that the font being read names.
  std::vector<Address> missing_fonts;
};

/// Reports at the address, once for all editions; null when it has been told.
base::Diagnostic* tell(Reader& in, const Address& address, base::Code code, std::string message) {
  if (!in.told.emplace(address.source->path, address.token->begin).second) return nullptr;
  return &report(in.diagnostics, *address.source, code, *address.token, std::move(message));
}

/// The file at an address, or nothing.
std::optional<base::Bytes> read_file(const Reader& in, const Address& address) {
  const auto path = path_of(in.tree, address.source->path, address.token->text);
  return path ? in.tree.files->read(*path) : std::nullopt;
}

/// Says why the file at an address cannot be had.
void tell_missing(Reader& in, const Address& address, std::string_view what) {
  constexpr std::size_t kLongestShown = 60;
  const std::string_view text = address.token->text;
  const std::string shown =
      text.size() > kLongestShown ? std::string(text.substr(0, kLongestShown)) + "…" : std::string(text);
  const std::string named = std::string(what) + " `" + shown + "` ";
  if (text.starts_with("data:")) {
    tell(in, address, base::Code::style_bad_url, named + "holds nothing");
  } else if (!path_of(in.tree, address.source->path, text)) {
    if (auto* told = tell(in, address, base::Code::style_bad_url, named + "is not in the book's folder"))
      told->hints.emplace_back("put its file below the folder of the manifest");
  } else if (auto* told = tell(in, address, base::Code::style_bad_url, named + "is not there")) {
    told->hints.emplace_back("its path is from the folder of the style sheet");
  }
}

// ---- Pictures

/// By which the manuscript names the picture at an address; nothing when it has no place in a book.
std::optional<std::string> picture_path(const source::Tree& tree, const Address& address) {
  if (const auto data = read_data_url(address.token->text)) return data->path;
  const auto path = path_of(tree, address.source->path, address.token->text);
  return path ? std::optional(path_in_book(tree, *path)) : std::nullopt;
}

void read_picture(Reader& in, const Address& address) {
  auto data = read_data_url(address.token->text);
  const auto path = data ? std::optional(data->path) : picture_path(in.tree, address);
  if (path && in.pictures.contains(*path)) return;
  auto bytes = data ? std::optional(std::move(data->bytes)) : read_file(in, address);
  if (!bytes) return tell_missing(in, address, "picture");
  in.pictures.insert(*path);
  in.assets.pictures.push_back(
      {*path, {}, std::move(*bytes), span_of(*address.source, *address.token, *address.token)});
}

/// Whether pictures are wanted of the declaration. What a custom property is for shows only where it is used.
bool may_show_pictures(const Declaration& declaration) {
  return declaration.property == nullptr || declaration.name == "background" ||
         declaration.name == "background-image";
}

void read_pictures_of(Reader& in, const Sheets& sheets, const Block& block) {
  for (const Declaration& declaration : block) {
    if (!may_show_pictures(declaration)) continue;
    for (const Token& token : declaration.value) {
      if (token.address > 0) read_picture(in, sheets.addresses[static_cast<std::size_t>(token.address) - 1]);
    }
  }
}

void read_pictures(Reader& in, const Sheets& sheets) {
  for (const StyleRule& rule : sheets.rules) read_pictures_of(in, sheets, rule.block);
  for (const PageRule& page : sheets.pages) {
    read_pictures_of(in, sheets, page.block);
    read_pictures_of(in, sheets, page.footnote);
    for (const auto& [box, block] : page.boxes) read_pictures_of(in, sheets, block);
  }
}

// ---- Fonts

bool has_font(const Reader& in, const FontFace& face) {
  return std::ranges::any_of(in.assets.fonts, [&](const book::Font& font) {
    return font.family == face.family && font.weight == face.weight && font.italic == face.italic;
  });
}

/// TrueType, OpenType, or a collection of them; not WOFF or EOT.
bool is_font(std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr std::string_view kTags[] = {"\0\1\0\0"sv, "OTTO"sv, "true"sv, "ttcf"sv};
  return std::ranges::any_of(kTags, [bytes](std::string_view tag) { return bytes.starts_with(tag); });
}

/// The font of the manifest or the program that `local()` names.
std::shared_ptr<const base::Bytes> local_font(const Reader& in, const FontFace& face, std::string_view name) {
  for (const book::Font& font : in.tree.fonts) {
    if (font.family == name && font.weight == face.weight && font.italic == face.italic) return font.file;
  }
  return nullptr;
}

/// The file at an address, read once; null when it cannot be had or is no font that we read.
std::shared_ptr<const base::Bytes> font_at(Reader& in, const Address& address) {
  const auto path = path_of(in.tree, address.source->path, address.token->text);
  if (path) {
    if (const auto known = in.font_files.find(*path); known != in.font_files.end()) return known->second;
  }
  auto bytes = read_file(in, address);
  if (!bytes) in.missing_fonts.push_back(address);
  if (!bytes || !is_font(*bytes)) return nullptr;
  auto file = std::make_shared<const base::Bytes>(std::move(*bytes));
  in.font_files[*path] = file;
  return file;
}

/// The first of the sources that can be used.
std::shared_ptr<const base::Bytes> first_font(Reader& in, const Sheets& sheets, const FontFace& face) {
  for (const FontSource& source : face.sources) {
    auto file = source.address > 0
                    ? font_at(in, sheets.addresses[static_cast<std::size_t>(source.address) - 1])
                    : local_font(in, face, source.local);
    if (file) return file;
  }
  return nullptr;
}

void read_font(Reader& in, const Sheets& sheets, const FontFace& face) {
  if (has_font(in, face)) return;
  in.missing_fonts.clear();
  book::Font font;
  font.family = face.family;
  font.weight = face.weight;
  font.italic = face.italic;
  font.span = span_of(*face.source, *face.at, *face.at);
  font.file = first_font(in, sheets, face);
  if (font.file) {
    in.assets.fonts.push_back(std::move(font));
    return;
  }
  for (const Address& address : in.missing_fonts) tell_missing(in, address, "font");
  if (!in.missing_fonts.empty()) return;
  if (auto* told = tell(in, {face.source, face.at}, base::Code::style_bad_font_face,
                        "no font of `" + face.family + "` can be read"))
    told->hints.emplace_back(
        "Reliure reads TrueType and OpenType (`.ttf`, `.otf`), not WOFF: unpack it, or take the original");
}

}  // namespace

Assets load_assets(const source::Tree& tree, std::span<const Medium> media, base::Diagnostics& diagnostics) {
  Reader in{tree, diagnostics, {}, {}, {}, {}, {}};
  for (const Medium& medium : media) {
    // What is wrong with the sheets themselves is said when they are resolved.
    base::Diagnostics ignored;
    const Sheets sheets = load_sheets(tree, medium, ignored);
    read_pictures(in, sheets);
    for (const FontFace& face : sheets.fonts) read_font(in, sheets, face);
  }
  return std::move(in.assets);
}

void add_pictures(book::Manuscript& manuscript, std::vector<book::Resource> pictures) {
  std::set<std::string, std::less<>> known;
  for (const book::Resource& resource : manuscript.resources) known.insert(resource.path);
  for (book::Resource& picture : pictures) {
    if (known.insert(picture.path).second) manuscript.resources.push_back(std::move(picture));
  }
}

void point_to_pictures(Sheets& sheets, const source::Tree& tree, const book::Manuscript& manuscript) {
  if (sheets.addresses.empty()) return;
  std::map<std::string, std::int32_t> number_of;
  for (std::size_t i = 0; i < manuscript.resources.size(); ++i)
    number_of.emplace(manuscript.resources[i].path, static_cast<std::int32_t>(i) + 1);
  std::vector<std::int32_t> pictures;
  for (const Address& address : sheets.addresses) {
    const auto path = picture_path(tree, address);
    const auto row = path ? number_of.find(*path) : number_of.end();
    pictures.push_back(row == number_of.end() ? -1 : row->second);
  }
  for (std::vector<Token>& tokens : sheets.tokens) {
    for (Token& token : tokens) {
      if (token.address > 0) token.address = pictures[static_cast<std::size_t>(token.address) - 1];
    }
  }
}

}  // namespace reliure::style

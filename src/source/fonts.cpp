#include "source/fonts.h"

#include <memory>
#include <optional>
#include <utility>

#include "source/values.h"

namespace reliure::source {
namespace {

using base::Code;
using base::Diagnostics;

constexpr std::string_view kFontKeys[] = {"family",  "file",   "weight",  "style",       "package",
                                          "version", "sha256", "licence", "licence-file"};
/// CSS Fonts 4 §2.4.
constexpr std::pair<int, int> kWeights = {1, 1000};

bool is_italic(const Yaml& entry, Diagnostics& diagnostics) {
  const std::string style = text_at(entry, "style", diagnostics);
  if (!style.empty() && style != "normal" && style != "italic") {
    report_bad_value(*entry.find("style"), "no font style is called `" + style + "`",
                     "write `normal` or `italic`", diagnostics);
  }
  return style == "italic";
}

std::optional<book::Font> read_font(const Yaml& entry, const Path& folder, const FileSystem& files,
                                    Diagnostics& diagnostics) {
  if (!is_map(&entry, "a font", diagnostics)) {
    return std::nullopt;
  }
  check_keys(entry, kFontKeys, diagnostics);
  book::Font font;
  font.family = text_at(entry, "family", diagnostics);
  font.weight = static_cast<std::uint16_t>(integer_at(entry, "weight", kWeights, 400, diagnostics));
  font.italic = is_italic(entry, diagnostics);
  const std::string file = text_at(entry, "file", diagnostics);
  if (font.family.empty() || file.empty()) {
    diagnostics.report(Code::source_missing_key, entry.span, "a font needs both `family` and `file`");
    return std::nullopt;
  }
  const Path path = joined(folder, file);
  std::optional<base::Bytes> content = files.read(path);
  if (!content) {
    diagnostics.report(Code::source_missing_file, entry.find("file")->span,
                       "there is no font `" + path + "`");
    return std::nullopt;
  }
  font.span = entry.find("file")->span;
  font.file = std::make_shared<const base::Bytes>(std::move(*content));
  return font;
}

}  // namespace

std::vector<book::Font> read_fonts(const Yaml* list, const Path& folder, const FileSystem& files,
                                   Diagnostics& diagnostics) {
  std::vector<book::Font> fonts;
  if (list == nullptr || list->kind == Yaml::Kind::null) {
    return fonts;
  }
  if (list->kind != Yaml::Kind::list) {
    report_bad_value(*list, "`fonts` is " + seen(*list),
                     "write a list of `family`, `file`, `weight` and `style`", diagnostics);
    return fonts;
  }
  for (const Yaml& entry : list->items) {
    if (std::optional<book::Font> font = read_font(entry, folder, files, diagnostics)) {
      fonts.push_back(std::move(*font));
    }
  }
  return fonts;
}

}  // namespace reliure::source

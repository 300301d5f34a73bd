#include "source/dictionaries.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/charset.h"
#include "base/language.h"
#include "source/values.h"

namespace reliure::source {
namespace {

using base::Code;
using base::Diagnostics;

/// `de_AT` and `de-AT` to `de-at`.
std::string language_tag(std::string_view text) {
  std::string tag = base::lowered(text);
  std::ranges::replace(tag, '_', '-');
  return tag;
}

/// What the first line of a file in libhyphen's format says.
std::string_view encoding_of(std::string_view file) {
  const std::string_view line = file.substr(0, file.find('\n'));
  return line.substr(0, line.find_last_not_of(" \r\t") + 1);  // npos + 1 is the start
}

std::optional<Dictionary> read_own(const YamlKey& language, const Yaml& value, const Path& folder,
                                   const FileSystem& files, Diagnostics& diagnostics) {
  if (value.kind != Yaml::Kind::scalar || value.scalar.empty()) {
    report_bad_value(value, "the patterns for `" + language.name + "` are " + seen(value),
                     "write the path of a file such as `hyph_de.dic`", diagnostics);
    return std::nullopt;
  }
  if (!base::is_language_tag(language.name)) {
    diagnostics.report(Code::source_bad_value, language.span, "`" + language.name + "` is no language",
                       "write a BCP 47 tag such as `fr` or `de-AT`");
    return std::nullopt;
  }
  const Path path = joined(folder, value.scalar);
  std::optional<base::Bytes> patterns = files.read(path);
  if (!patterns) {
    diagnostics.report(Code::source_missing_file, value.span, "there are no patterns `" + path + "`",
                       "put the file there, or mend its path");
    return std::nullopt;
  }
  if (!base::to_utf8("", encoding_of(*patterns))) {
    report_bad_value(value, "`" + path + "` does not begin with an encoding",
                     "give a file of LibreOffice (`hyph_de.dic`), whose first line is `UTF-8` or the like",
                     diagnostics);
    return std::nullopt;
  }
  return Dictionary{language_tag(language.name), std::move(*patterns), false};
}

}  // namespace

std::vector<Dictionary> read_dictionaries(const Yaml* map, const Path& folder, const FileSystem& files,
                                          Diagnostics& diagnostics) {
  std::vector<Dictionary> dictionaries;
  if (is_map(map, "`hyphenation`", diagnostics)) {
    for (std::size_t i = 0; i < map->items.size(); ++i) {
      if (auto own = read_own(map->keys[i], map->items[i], folder, files, diagnostics)) {
        dictionaries.push_back(std::move(*own));
      }
    }
  }
  const Path shipped = "reliure:/hyphenation";
  constexpr std::string_view kPrefix = "/hyph_", kEnding = ".dic";
  for (const Path& path : files.list(shipped)) {
    const std::string_view name = std::string_view(path).substr(shipped.size());
    if (!name.starts_with(kPrefix) || !name.ends_with(kEnding)) continue;
    if (std::optional<base::Bytes> patterns = files.read(path)) {
      const std::size_t size = name.size() - kPrefix.size() - kEnding.size();
      dictionaries.push_back({language_tag(name.substr(kPrefix.size(), size)), std::move(*patterns), true});
    }
  }
  return dictionaries;
}

}  // namespace reliure::source

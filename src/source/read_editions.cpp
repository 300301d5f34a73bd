#include <algorithm>
#include <span>
#include <utility>

#include "source/read_manifest.h"
#include "source/read_metadata.h"
#include "source/values.h"

namespace reliure::source {
namespace {

using base::Code;
using base::Diagnostics;

constexpr std::string_view kEditionKeys[] = {"format", "page",    "styles",    "file",       "imposition",
                                             "colour", "profile", "page-list", "identifier", "fonts"};
/// In the order of `Format`.
constexpr std::string_view kFormats[] = {"pdf", "epub", "web"};
/// In the order of `Imposition` and of `Colour`; the first is the default.
constexpr std::string_view kImpositions[] = {"none", "booklet"};
constexpr std::string_view kEbookFonts[] = {"none", "named", "all"};
constexpr std::string_view kColours[] = {"rgb", "grey", "cmyk"};
/// Far more than any book has; each costs a whole run of layout.
constexpr std::size_t kMostEditions = 100;

/// A site is a folder, whose name has none.
std::string_view ending(Format format) {
  constexpr std::string_view kEndings[] = {".pdf", ".epub", ""};
  return kEndings[static_cast<std::size_t>(format)];
}

/// `a`, `b` or `c`
std::string alternatives(std::span<const std::string_view> words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    text += i == 0 ? "`" : i + 1 < words.size() ? ", `" : " or `";
    text.append(words[i]).append("`");
  }
  return text;
}

std::optional<Format> format_at(const Yaml& edition, const YamlKey& name, Diagnostics& diagnostics) {
  const std::string format = text_at(edition, "format", diagnostics);
  const auto found = std::ranges::find(kFormats, std::string_view(format));
  if (found != std::end(kFormats)) {
    return static_cast<Format>(found - std::begin(kFormats));
  }
  if (format.empty()) {
    diagnostics.report(Code::source_missing_key, name.span, "the edition `" + name.name + "` has no `format`",
                       "add `format: pdf`, `format: epub` or `format: web`");
    return std::nullopt;
  }
  const std::string_view near = base::nearest(format, kFormats);
  report_bad_value(
      *edition.find("format"), "no format is called `" + format + "`",
      near.empty() ? "it is " + alternatives(kFormats) : "did you mean `" + std::string(near) + "`?",
      diagnostics);
  return std::nullopt;
}

/// Which of the words the value of `key` is, or 0 where there is none. Only a PDF has such keys.
std::size_t word_at(const Yaml& edition, std::string_view key, std::span<const std::string_view> words,
                    Format format, Diagnostics& diagnostics) {
  const Yaml* value = edition.find(key);
  if (value == nullptr) {
    return 0;
  }
  if (format != Format::pdf) {
    const std::string who = format == Format::epub ? "an e-book" : "a site";
    report_bad_value(*value, who + " has no `" + std::string(key) + "`",
                     "leave it out: it is for editions of `format: pdf`", diagnostics);
    return 0;
  }
  const std::string word = text_at(edition, key, diagnostics);
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) {
    return static_cast<std::size_t>(found - words.begin());
  }
  if (!word.empty()) {
    report_bad_value(*value, "`" + std::string(key) + "` is `" + word + "`", "it is " + alternatives(words),
                     diagnostics);
  }
  return 0;
}

/// The profile of the press, which inks need and nothing else has.
void read_profile(const Yaml& value, const Path& folder, Edition& edition, Diagnostics& diagnostics) {
  const std::string profile = text_at(value, "profile", diagnostics);
  if (edition.colour != Colour::cmyk) {
    if (const Yaml* key = value.find("profile")) {
      report_bad_value(*key, "an edition that is not in inks has a `profile`",
                       "write `colour: cmyk` beside it, or leave it out", diagnostics);
    }
    return;
  }
  if (profile.empty()) {
    diagnostics.report(Code::source_missing_key, value.find("colour")->span,
                       "the edition `" + edition.name + "` is in inks and has no `profile`",
                       "add `profile: FILE.icc`: " + std::string(kWhereProfilesAre));
    return;
  }
  const Path path = joined(folder, profile);
  edition.profile_span = value.find("profile")->span;
  if (!is_below(path, folder)) {
    diagnostics.report(Code::source_outside_root, edition.profile_span,
                       "the profile `" + path + "` lies outside the book's folder",
                       "copy it beside the manifest");
    return;
  }
  edition.profile = path;
}

/// Whose pages an e-book marks: the name of a PDF edition, or `false` for none. Whether there is such an
/// edition is seen when all have been read.
void read_page_list(const Yaml& value, Edition& edition, Diagnostics& diagnostics) {
  const Yaml* named = value.find("page-list");
  if (named == nullptr) return;
  edition.page_list_span = named->span;
  if (edition.format == Format::pdf) {
    report_bad_value(*named, "a PDF has no `page-list`", "leave it out: it is for e-books", diagnostics);
  } else if (named->scalar == "false") {
    edition.has_page_list = false;
  } else {
    edition.page_list = text_at(value, "page-list", diagnostics);
  }
}

void read_fonts(const Yaml& value, Edition& edition, Diagnostics& diagnostics) {
  const Yaml* fonts = value.find("fonts");
  if (fonts == nullptr) return;
  if (edition.format == Format::pdf) {
    report_bad_value(*fonts, "a PDF has no `fonts`", "leave it out: a PDF holds all fonts that it uses",
                     diagnostics);
    return;
  }
  const std::string word = text_at(value, "fonts", diagnostics);
  const auto found = std::find(std::begin(kEbookFonts), std::end(kEbookFonts), word);
  if (found != std::end(kEbookFonts)) {
    edition.fonts = static_cast<EbookFonts>(found - std::begin(kEbookFonts));
  } else if (!word.empty()) {
    report_bad_value(*fonts, "`fonts` is `" + word + "`", "it is " + alternatives(kEbookFonts), diagnostics);
  }
}

/// The name serves on the command line and in the names of files.
void check_name(const YamlKey& name, Diagnostics& diagnostics) {
  const bool plain = !name.name.empty() && std::ranges::all_of(name.name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  if (!plain) {
    diagnostics.report(Code::source_bad_value, name.span, "`" + name.name + "` cannot name an edition",
                       "use letters from `a` to `z`, digits, `-` and `_`");
  }
}

/// The file's name. Its ending is the format's, so that an output never takes the place of what it is made
/// from; of a site it is the folder's, which replaces none but a site's.
std::string file_at(const Yaml& edition, Format format, Diagnostics& diagnostics) {
  std::string file = text_at(edition, "file", diagnostics);
  if (file.find('/') != std::string::npos || file.starts_with('.')) {
    report_bad_value(*edition.find("file"), "`" + file + "` is no file's name",
                     "write a name without `/`; the option `-o` says in which folder", diagnostics);
    file.clear();
  } else if (!file.empty() && !file.ends_with(ending(format))) {
    report_bad_value(*edition.find("file"), "`" + file + "` does not end like the edition's format",
                     "write `" + file.substr(0, file.rfind('.')) + std::string(ending(format)) + "`",
                     diagnostics);
    file.clear();
  }
  return file;
}

std::optional<Edition> read_edition(const YamlKey& name, const Yaml& value, const Path& folder,
                                    Diagnostics& diagnostics) {
  if (!is_map(&value, "the edition `" + name.name + "`", diagnostics) && value.kind != Yaml::Kind::null) {
    return std::nullopt;
  }
  check_name(name, diagnostics);
  check_keys(value, kEditionKeys, diagnostics);
  Edition edition;
  edition.name = name.name;
  edition.span = name.span;
  edition.page = text_at(value, "page", diagnostics);
  edition.page_span = edition.page.empty() ? name.span : value.find("page")->span;
  edition.styles = styles_at(value, "styles", folder, diagnostics);
  const std::optional<Format> format = format_at(value, name, diagnostics);
  edition.format = format.value_or(Format::pdf);
  edition.file = file_at(value, edition.format, diagnostics);
  edition.imposition =
      static_cast<Imposition>(word_at(value, "imposition", kImpositions, edition.format, diagnostics));
  edition.colour = static_cast<Colour>(word_at(value, "colour", kColours, edition.format, diagnostics));
  read_profile(value, folder, edition, diagnostics);
  read_page_list(value, edition, diagnostics);
  read_fonts(value, edition, diagnostics);
  edition.identifier = identifier_at(value, diagnostics);
  return format ? std::optional(std::move(edition)) : std::nullopt;
}

void name_files(const std::string& stem, std::vector<Edition>& editions) {
  for (Edition& edition : editions) {
    if (!edition.file.empty()) {
      continue;
    }
    const bool shared = std::ranges::count(editions, edition.format, &Edition::format) > 1;
    const std::string which = shared ? "-" + edition.name : edition.format == Format::web ? "-web" : "";
    edition.file = stem + which + std::string(ending(edition.format));
  }
}

void report_shared_files(const std::vector<Edition>& editions, Diagnostics& diagnostics) {
  for (auto second = editions.begin(); second != editions.end(); ++second) {
    const auto first = std::find_if(editions.begin(), second,
                                    [&](const Edition& edition) { return edition.file == second->file; });
    if (first != second) {
      diagnostics
          .report(Code::source_bad_value, second->span,
                  "the editions `" + first->name + "` and `" + second->name + "` both make `" + second->file +
                      "`",
                  "give one of them another `file`")
          .labels.push_back({first->span, "the first is here"});
    }
  }
}

/// Page lists are of PDF editions of the book.
void check_page_lists(std::vector<Edition>& editions, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const Edition& edition : editions) {
    if (edition.format == Format::pdf) known.push_back(edition.name);
  }
  for (Edition& edition : editions) {
    if (edition.page_list.empty() || std::ranges::find(known, edition.page_list) != known.end()) continue;
    std::string hint = "the book has no edition of `format: pdf`; leave it out, or write `false`";
    if (const std::string_view near = base::nearest(edition.page_list, known); !near.empty()) {
      hint = "did you mean `" + std::string(near) + "`?";
    } else if (!known.empty()) {
      hint = "it is " + alternatives(known);
    }
    diagnostics.report(Code::source_bad_value, edition.page_list_span,
                       "no PDF edition is called `" + edition.page_list + "`", std::move(hint));
    edition.page_list.clear();
  }
}

}  // namespace

std::vector<Edition> read_editions(const Yaml* editions, const Path& folder, const std::string& stem,
                                   Diagnostics& diagnostics) {
  std::vector<Edition> read;
  if (is_map(editions, "`editions`", diagnostics)) {
    if (editions->keys.empty()) {
      report_bad_value(*editions, "`editions` names no edition",
                       "write one such as `print: {format: pdf}`, or leave the key out", diagnostics);
    }
    if (editions->keys.size() > kMostEditions) {
      report_bad_value(*editions, "a book of " + std::to_string(editions->keys.size()) + " editions",
                       "write at most " + std::to_string(kMostEditions), diagnostics);
    }
    for (std::size_t i = 0; i < std::min(kMostEditions, editions->keys.size()); ++i) {
      if (auto edition = read_edition(editions->keys[i], editions->items[i], folder, diagnostics)) {
        read.push_back(std::move(*edition));
      }
    }
  } else {
    read.resize(2);
    read[0].name = "print";
    read[1].name = "ebook";
    read[1].format = Format::epub;
  }
  name_files(stem, read);
  report_shared_files(read, diagnostics);
  check_page_lists(read, diagnostics);
  return read;
}

}  // namespace reliure::source

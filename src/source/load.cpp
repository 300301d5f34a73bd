#include "source/load.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "source/dictionaries.h"
#include "source/fonts.h"
#include "source/pages.h"
#include "source/read_manifest.h"
#include "source/text.h"
#include "source/values.h"

namespace reliure::source {
namespace {

using base::Code;
using base::Diagnostics;
using base::Span;

constexpr std::string_view kBaseStyles = "reliure:/styles/base.css";
constexpr std::string_view kShippedFonts = "reliure:/fonts/fonts.yaml";

Span whole(const base::SourceMap& sources, base::FileId file) {
  return {file, 0, static_cast<std::uint32_t>(sources.text(file).size())};
}

/// The manifest's document, or nothing when it cannot be understood at all.
std::optional<Yaml> read_document(const FileSystem& files, const Path& path, Tree& tree,
                                  Diagnostics& diagnostics) {
  const std::optional<base::FileId> file = read_text(files, path, tree.sources, diagnostics);
  if (!file) {
    diagnostics.report(Code::source_missing_manifest, Span{}, "there is no manifest `" + path + "`",
                       "a book begins with a file `book.yaml` that holds its `title` and `language`");
    return std::nullopt;
  }
  std::optional<Yaml> document =
      parse_yaml(tree.sources.text(*file), whole(tree.sources, *file), diagnostics);
  if (!document || document->kind == Yaml::Kind::map) {
    return document;
  }
  diagnostics.report(Code::source_bad_value, document->span, "the manifest is " + seen(*document),
                     "write keys and values: `title: ...`");
  return std::nullopt;
}

/// Reads style sheets, each file once however many editions use it.
class StyleReader {
 public:
  StyleReader(const FileSystem& files, Tree& tree, Diagnostics& diagnostics)
      : files_(files), tree_(tree), diagnostics_(diagnostics) {}

  std::vector<StyleSheet> read(const std::vector<StyleName>& names, bool built_in = false) {
    std::vector<StyleSheet> sheets;
    for (const StyleName& name : names) {
      if (const std::optional<base::FileId> file = file_of(name)) {
        sheets.push_back({*file, name.path, built_in});
      }
    }
    return sheets;
  }

 private:
  std::optional<base::FileId> file_of(const StyleName& name);
  void report_missing(const StyleName& name);

  const FileSystem& files_;
  Tree& tree_;
  Diagnostics& diagnostics_;
  std::map<Path, base::FileId> read_;
};

std::optional<base::FileId> StyleReader::file_of(const StyleName& name) {
  if (const auto known = read_.find(name.path); known != read_.end()) {
    return known->second;
  }
  const std::optional<base::FileId> file = read_text(files_, name.path, tree_.sources, diagnostics_);
  if (file) {
    read_.emplace(name.path, *file);
  } else {
    report_missing(name);
  }
  return file;
}

void StyleReader::report_missing(const StyleName& name) {
  base::Diagnostic& diagnostic = diagnostics_.report(Code::source_missing_file, name.span,
                                                     "there is no style sheet `" + name.path + "`");
  const Path folder(folder_of(name.path));
  const std::vector<Path> there = files_.list(folder);
  const std::vector<std::string_view> views(there.begin(), there.end());
  if (const std::string_view near = base::nearest(name.path, views); !near.empty()) {
    diagnostic.hints.push_back("did you mean `" + std::string(near) + "`?");
  }
}

void read_styles(const FileSystem& files, Tree& tree, Diagnostics& diagnostics) {
  StyleReader reader(files, tree, diagnostics);
  tree.styles = reader.read({{Path(kBaseStyles), {}}}, true);
  for (StyleSheet& sheet : reader.read(tree.manifest.styles)) {
    tree.styles.push_back(std::move(sheet));
  }
  for (const Edition& edition : tree.manifest.editions) {
    tree.edition_styles.push_back(reader.read(edition.styles));
  }
}

/// The profiles of editions in inks. What is in them is for others to see.
void read_profiles(const FileSystem& files, Tree& tree, Diagnostics& diagnostics) {
  for (const Edition& edition : tree.manifest.editions) {
    std::optional<base::Bytes>& profile = tree.profiles.emplace_back();
    if (edition.profile.empty()) {
      continue;
    }
    profile = files.read(edition.profile);
    if (!profile) {
      diagnostics.report(Code::source_bad_profile, edition.profile_span,
                         "there is no profile `" + edition.profile + "`", std::string(kWhereProfilesAre));
    }
  }
}

/// The manifest's own fonts come first, so that they win over shipped ones of the same family.
void read_all_fonts(const FileSystem& files, const Yaml& manifest, Tree& tree, Diagnostics& diagnostics) {
  tree.fonts = read_fonts(manifest.find("fonts"), tree.manifest.folder, files, diagnostics);
  const std::optional<base::FileId> file = read_text(files, Path(kShippedFonts), tree.sources, diagnostics);
  if (!file) {
    return;
  }
  const std::optional<Yaml> shipped =
      parse_yaml(tree.sources.text(*file), whole(tree.sources, *file), diagnostics);
  if (shipped) {
    for (book::Font& font :
         read_fonts(shipped->find("fonts"), Path(folder_of(kShippedFonts)), files, diagnostics)) {
      tree.fonts.push_back(std::move(font));
    }
  }
}

}  // namespace

Tree load(const FileSystem& files, const Path& manifest, Diagnostics& diagnostics) {
  Tree tree;
  tree.files = &files;
  const std::optional<Yaml> document = read_document(files, manifest, tree, diagnostics);
  if (!document) {
    return tree;
  }
  tree.manifest = read_manifest(*document, manifest, files, diagnostics);
  read_pages(files, tree, diagnostics);
  read_styles(files, tree, diagnostics);
  read_profiles(files, tree, diagnostics);
  read_all_fonts(files, *document, tree, diagnostics);
  tree.dictionaries =
      read_dictionaries(document->find("hyphenation"), tree.manifest.folder, files, diagnostics);
  tree.thai_words = files.read(Path("reliure:/words/thbrk.tri")).value_or(base::Bytes());
  return tree;
}

}  // namespace reliure::source

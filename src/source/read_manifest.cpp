#include "source/read_manifest.h"

#include <algorithm>
#include <utility>

#include "source/read_metadata.h"
#include "source/values.h"

namespace reliure::source {
namespace {

using base::Code;
using base::Diagnostics;

constexpr std::string_view kKeys[] = {
    "title",       "subtitle",    "language",      "identifier", "authors", "publisher", "date",
    "rights",      "description", "subjects",      "name",       "cover",   "content",   "markdown",
    "contents",    "lists",       "title-page",    "typography", "styles",  "fonts",     "editions",
    "hyphenation", "series",      "accessibility", "onix",
};
constexpr std::string_view kContentKeys[] = {"root", "pages", "site-root"};
constexpr std::string_view kPageKeys[] = {"path", "title", "pages"};
constexpr std::string_view kMarkdownKeys[] = {"breaks", "linkify"};
constexpr std::string_view kContentsKeys[] = {"depth"};
/// HTML has six levels of headings.
constexpr std::pair<int, int> kContentsDepths = {0, 6};

/// The folder that `key` names, seen from `base`; `fallback` when there is no such key.
Path folder_at(const Yaml& map, std::string_view key, const Path& base, const FileSystem& files,
               Diagnostics& diagnostics) {
  const Path folder = joined(base, text_at(map, key, diagnostics));
  if (!files.canonical(folder)) {
    const Yaml* value = map.find(key);
    diagnostics.report(Code::source_missing_file, value != nullptr ? value->span : map.span,
                       "there is no folder `" + folder + "`",
                       "paths are seen from the folder that holds the manifest");
  }
  return folder;
}

/// The entries of a list of pages, and of the lists inside them one level deeper.
void read_pages(const Yaml& list, int depth, std::vector<PageEntry>& pages, Diagnostics& diagnostics) {
  for (const Yaml& item : list.items) {
    if (item.kind == Yaml::Kind::scalar) {
      pages.push_back({normalized(item.scalar), "", depth, item.span});
      continue;
    }
    if (!is_map(&item, "an entry of `pages`", diagnostics)) {
      continue;
    }
    check_keys(item, kPageKeys, diagnostics);
    const Yaml* path = item.find("path");
    if (path == nullptr || path->kind != Yaml::Kind::scalar) {
      diagnostics.report(Code::source_missing_key, item.span, "an entry of `pages` has no `path`");
      continue;
    }
    pages.push_back({normalized(path->scalar), text_at(item, "title", diagnostics), depth, path->span});
    if (const Yaml* below = item.find("pages"); below != nullptr && below->kind == Yaml::Kind::list) {
      read_pages(*below, depth + 1, pages, diagnostics);
    } else if (below != nullptr) {
      report_bad_value(*below, "`pages` is " + seen(*below), "write a list of pages", diagnostics);
    }
  }
}

void read_order(const Yaml* pages, Manifest& manifest, Diagnostics& diagnostics) {
  if (pages == nullptr || pages->kind == Yaml::Kind::null || pages->scalar == "navigation") {
    return;
  }
  if (pages->kind == Yaml::Kind::list) {
    manifest.order = Order::list;
    read_pages(*pages, 1, manifest.pages, diagnostics);
  } else if (pages->kind == Yaml::Kind::scalar && pages->scalar.ends_with(".md")) {
    manifest.order = Order::summary;
    manifest.summary = joined(manifest.content_root, pages->scalar);
    manifest.summary_span = pages->span;
  } else {
    report_bad_value(*pages, "`pages` is " + seen(*pages),
                     "write `navigation`, a list of pages, or a file such as `SUMMARY.md`", diagnostics);
  }
}

/// `inner` seen from `outer` by their true places on the disk; `..` in a manifest says nothing of a folder's
/// name.
std::optional<Path> seen_from(const Path& outer, const Path& inner, const FileSystem& files) {
  const std::optional<Path> from = files.canonical(outer.empty() ? "." : outer);
  const std::optional<Path> to = files.canonical(inner.empty() ? "." : inner);
  if (!from || !to || !to->starts_with(*from)) {
    return std::nullopt;
  }
  const Path rest = to->substr(from->size());
  if (rest.empty() || rest.front() != '/') {
    return rest.empty() ? std::optional<Path>(Path{}) : std::nullopt;
  }
  return rest.substr(1);
}

void read_content(const Yaml* content, const FileSystem& files, Manifest& manifest,
                  Diagnostics& diagnostics) {
  manifest.content_root = manifest.site_root = manifest.folder;
  if (!is_map(content, "`content`", diagnostics)) {
    return;
  }
  check_keys(*content, kContentKeys, diagnostics);
  manifest.content_root = folder_at(*content, "root", manifest.folder, files, diagnostics);
  manifest.site_root = content->find("site-root") == nullptr
                           ? manifest.content_root
                           : folder_at(*content, "site-root", manifest.folder, files, diagnostics);
  manifest.content_below_site = seen_from(manifest.site_root, manifest.content_root, files);
  read_order(content->find("pages"), manifest, diagnostics);
}

void read_lists(const Yaml& document, Manifest& manifest, Diagnostics& diagnostics) {
  for (const PlacedText& name : texts_at(document, "lists", diagnostics)) {
    const auto list = name.text == "tables" ? CaptionList::tables : CaptionList::figures;
    if (name.text != "figures" && name.text != "tables") {
      diagnostics.report(Code::source_bad_value, name.span, "there is no list of `" + name.text + "`",
                         "write `figures` or `tables`");
    } else if (std::ranges::find(manifest.lists, list) == manifest.lists.end()) {
      manifest.lists.push_back(list);
    }
  }
}

void read_options(const Yaml& document, Manifest& manifest, Diagnostics& diagnostics) {
  if (const Yaml* markdown = document.find("markdown"); is_map(markdown, "`markdown`", diagnostics)) {
    check_keys(*markdown, kMarkdownKeys, diagnostics);
    manifest.markdown.breaks = flag_at(*markdown, "breaks", false, diagnostics);
    manifest.markdown.linkify = flag_at(*markdown, "linkify", false, diagnostics);
  }
  const Yaml* contents = document.find("contents");
  if (contents != nullptr && contents->scalar == "false") {
    manifest.contents_depth = 0;
  } else if (is_map(contents, "`contents`", diagnostics)) {
    check_keys(*contents, kContentsKeys, diagnostics);
    manifest.contents_depth =
        integer_at(*contents, "depth", kContentsDepths, manifest.contents_depth, diagnostics);
  }
  read_lists(document, manifest, diagnostics);
  manifest.onix = flag_at(document, "onix", true, diagnostics);
  manifest.title_page = flag_at(document, "title-page", true, diagnostics);
  manifest.typography = read_typography(document.find("typography"), diagnostics);
}

void read_cover(const Yaml& document, const FileSystem& files, Manifest& manifest, Diagnostics& diagnostics) {
  const std::string cover = text_at(document, "cover", diagnostics);
  if (cover.empty()) {
    return;
  }
  const Path path = joined(manifest.folder, cover);
  if (files.exists(path)) {
    manifest.cover = path;
    manifest.cover_span = document.find("cover")->span;
  } else {
    diagnostics.report(Code::source_missing_file, document.find("cover")->span,
                       "there is no picture `" + path + "`", "put the file there, or mend its path");
  }
}

MetadataSpans metadata_spans(const Yaml& document) {
  const auto span = [&](std::string_view key) {
    const Yaml* value = document.find(key);
    return value == nullptr ? base::Span{} : value->span;
  };
  return {span("title"), span("subtitle"), span("publisher"), span("rights"), span("description")};
}

/// What the names of outputs begin with: the key `name`, else the manifest's folder.
std::string output_stem(const Yaml& document, const Path& folder, const FileSystem& files,
                        Diagnostics& diagnostics) {
  std::string name = text_at(document, "name", diagnostics);
  if (name.find('/') != std::string::npos || name.starts_with('.')) {
    report_bad_value(*document.find("name"), "`" + name + "` cannot begin a file's name",
                     "write a name without `/` that does not begin with a point", diagnostics);
    name.clear();
  }
  if (name.empty()) {
    const Path resolved = files.canonical(folder).value_or(folder);
    name = resolved.substr(resolved.rfind('/') + 1);  // npos + 1 is the start
  }
  return name.empty() || name == ".." ? "book" : name;
}

}  // namespace

std::vector<StyleName> styles_at(const Yaml& map, std::string_view key, const Path& folder,
                                 Diagnostics& diagnostics) {
  std::vector<StyleName> styles;
  for (const PlacedText& name : texts_at(map, key, diagnostics)) {
    const bool file = name.text.find('/') != std::string::npos || name.text.ends_with(".css");
    styles.push_back({file ? joined(folder, name.text) : "reliure:/styles/" + name.text + ".css", name.span});
  }
  return styles;
}

Manifest read_manifest(const Yaml& document, const Path& path, const FileSystem& files,
                       Diagnostics& diagnostics) {
  Manifest manifest;
  manifest.file = document.span.file;
  manifest.folder = folder_of(path);
  check_keys(document, kKeys, diagnostics);
  manifest.metadata = read_metadata(document, diagnostics);
  manifest.metadata_spans = metadata_spans(document);
  read_content(document.find("content"), files, manifest, diagnostics);
  read_options(document, manifest, diagnostics);
  read_cover(document, files, manifest, diagnostics);
  manifest.styles = styles_at(document, "styles", manifest.folder, diagnostics);
  manifest.name = output_stem(document, manifest.folder, files, diagnostics);
  manifest.editions = read_editions(document.find("editions"), manifest.folder, manifest.name, diagnostics);
  return manifest;
}

}  // namespace reliure::source

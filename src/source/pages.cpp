#include "source/pages.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "source/front_matter.h"
#include "source/navigation.h"
#include "source/summary.h"
#include "source/text.h"

namespace reliure::source {
namespace {

using base::Code;
using base::Diagnostics;
using base::Span;

/// Missing pages for which a near name is looked for: each costs a look at all names.
constexpr int kMostSuggestions = 20;

enum class PageType { text, site_template, none };

/// What a file is to a book, by its ending.
PageType type_of(std::string_view path) {
  const std::size_t point = path.rfind('.');
  const std::string ending = base::lowered(path.substr(std::min(point, path.size())));
  if (ending == ".md" || ending == ".markdown" || ending == ".html" || ending == ".htm") {
    return PageType::text;
  }
  return ending == ".njk" || ending == ".liquid" ? PageType::site_template : PageType::none;
}

/// Site generators keep layouts, data and their own output in folders that begin with `_`.
bool is_internal(std::string_view path) {
  return path.starts_with('_') || path.find("/_") != std::string_view::npos;
}

/// `path`, which is below `root`, seen from it.
Path seen_from(std::string_view root, std::string_view path) {
  path.remove_prefix(std::min(root.size(), path.size()));
  path.remove_prefix(path.starts_with('/') && !root.empty() ? 1 : 0);
  return Path(path);
}

/// The pages' reader: the content root, and what is read from it.
class PageReader {
 public:
  PageReader(const FileSystem& files, Tree& tree, Diagnostics& diagnostics)
      : files_(files), tree_(tree), diagnostics_(diagnostics), root_(tree.manifest.content_root) {
    canonical_root_ = files.canonical(root_).value_or(root_);
  }

  void read_all();

 private:
  std::vector<Page> read_found();
  std::vector<Page> read_listed(const std::vector<PageEntry>& entries);
  std::vector<PageEntry> read_summary_entries();
  std::optional<Candidate> read(const Path& path, Span named_at);
  bool is_inside(const Path& path, Span named_at);
  void report_missing(const Path& path, Span named_at);

  const FileSystem& files_;
  Tree& tree_;
  Diagnostics& diagnostics_;
  const Path& root_;
  Path canonical_root_;
  int suggestions_ = 0;
};

void PageReader::read_all() {
  const Manifest& manifest = tree_.manifest;
  switch (manifest.order) {
    case Order::navigation:
      tree_.pages = read_found();
      break;
    case Order::list:
      tree_.pages = read_listed(manifest.pages);
      break;
    case Order::summary:
      tree_.pages = read_listed(read_summary_entries());
      break;
  }
  if (tree_.pages.empty()) {
    diagnostics_.report(Code::source_no_pages, Span{manifest.file, 0, 0},
                        "no page was found in `" + (root_.empty() ? "." : root_) + "`",
                        "pages are files that end in `.md` or `.html`; `content.root` says where they are");
  }
}

/// Every page below the content root, ordered by what the pages say themselves.
std::vector<Page> PageReader::read_found() {
  std::vector<Candidate> candidates;
  for (const Path& file : files_.list(root_)) {
    const Path path = seen_from(root_, file);
    const PageType type = type_of(path);
    if (type == PageType::none || is_internal(path)) {
      continue;
    }
    std::optional<Candidate> page = read(path, {});
    if (page && type == PageType::text) {
      candidates.push_back(std::move(*page));
    } else if (page && page->front_matter.has_navigation && !page->front_matter.values.excluded) {
      diagnostics_.report(Code::source_template, page->front_matter.values.span,
                          "`" + path + "` is a template and is left out",
                          "let the site make it an HTML page, or set `eleventyExcludeFromCollections: true`");
    }
  }
  return order_pages(std::move(candidates), diagnostics_);
}

/// The pages that the author lists, each once.
std::vector<Page> PageReader::read_listed(const std::vector<PageEntry>& entries) {
  std::vector<Page> pages;
  std::map<std::string_view, Span> seen;
  for (const PageEntry& entry : entries) {
    const auto [first, is_new] = seen.emplace(entry.path, entry.span);
    if (!is_new) {
      diagnostics_.report(Code::source_duplicate_page, entry.span, "`" + entry.path + "` is listed twice")
          .labels.push_back({first->second, "the first is here"});
      continue;
    }
    if (std::optional<Candidate> page = read(entry.path, entry.span)) {
      pages.push_back(page_from(std::move(*page), entry.title, entry.depth));
    }
  }
  return pages;
}

std::vector<PageEntry> PageReader::read_summary_entries() {
  const Manifest& manifest = tree_.manifest;
  const std::optional<base::FileId> file = read_text(files_, manifest.summary, tree_.sources, diagnostics_);
  if (!file) {
    diagnostics_.report(Code::source_missing_file, manifest.summary_span,
                        "there is no file `" + manifest.summary + "`");
    return {};
  }
  const Path seen = is_below(manifest.summary, root_) ? seen_from(root_, manifest.summary) : Path();
  return read_summary(tree_.sources, *file, folder_of(seen), diagnostics_);
}

std::optional<Candidate> PageReader::read(const Path& path, Span named_at) {
  if (!is_inside(path, named_at)) {
    return std::nullopt;
  }
  const std::optional<base::FileId> file =
      read_text(files_, joined(root_, path), tree_.sources, diagnostics_);
  if (!file) {
    report_missing(path, named_at);
    return std::nullopt;
  }
  return Candidate{path, *file, read_front_matter(tree_.sources, *file, diagnostics_)};
}

/// Neither `..` nor a link may lead out of the content root. What does not exist is reported by its reader.
bool PageReader::is_inside(const Path& path, Span named_at) {
  const std::optional<Path> resolved = files_.canonical(joined(root_, path));
  if (is_below(path, "") && (!resolved || is_below(*resolved, canonical_root_))) {
    return true;
  }
  diagnostics_.report(Code::source_outside_root, named_at,
                      "the page `" + path + "` lies outside the content root",
                      "set `content.root` to a folder that holds all pages");
  return false;
}

void PageReader::report_missing(const Path& path, Span named_at) {
  base::Diagnostic& diagnostic =
      diagnostics_.report(Code::source_missing_file, named_at, "there is no page `" + path + "`");
  if (++suggestions_ > kMostSuggestions) {
    return;
  }
  std::vector<Path> names = files_.list(root_);
  std::ranges::transform(names, names.begin(), [&](const Path& name) { return seen_from(root_, name); });
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string_view near = base::nearest(path, views);
  diagnostic.hints.push_back(near.empty() ? "paths are seen from the content root, `" +
                                                (root_.empty() ? "." : root_) + "`"
                                          : "did you mean `" + std::string(near) + "`?");
}

}  // namespace

void read_pages(const FileSystem& files, Tree& tree, Diagnostics& diagnostics) {
  PageReader(files, tree, diagnostics).read_all();
}

}  // namespace reliure::source

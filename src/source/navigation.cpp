#include "source/navigation.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

namespace reliure::source {
namespace {

using base::Code;
using base::Diagnostics;

/// Labels that one warning shows before it only counts.
constexpr std::size_t kMostLabels = 8;

using Index = std::size_t;
constexpr Index kNone = static_cast<Index>(-1);

/// The navigation tree. Pages are indexes into `pages`, which is sorted as siblings are.
struct Forest {
  std::vector<Candidate> pages;
  std::vector<Index> parent;
  std::vector<std::vector<Index>> children;
  std::vector<Index> roots;
};

std::string count_of_pages(std::size_t count) {
  return count == 1 ? "a page" : std::to_string(count) + " pages";
}

/// Where a complaint about a page's navigation points when it is about no key in particular.
base::Span head_of(const Candidate& page) {
  const base::Span span = page.front_matter.values.span;
  return span.file.value != 0 ? span : base::Span{page.file, 0, 0};
}

void sort_as_siblings(std::vector<Candidate>& pages) {
  std::ranges::stable_sort(pages, [](const Candidate& a, const Candidate& b) {
    const double left = a.front_matter.values.navigation_order.value_or(0);
    const double right = b.front_matter.values.navigation_order.value_or(0);
    return left != right ? left < right : a.path < b.path;
  });
}

/// The pages of each navigation key, first in sibling order first.
std::map<std::string_view, std::vector<Index>> by_key(const std::vector<Candidate>& pages) {
  std::map<std::string_view, std::vector<Index>> keys;
  for (Index page = 0; page < pages.size(); ++page) {
    const std::string& key = pages[page].front_matter.values.navigation_key;
    if (!key.empty()) {
      keys[key].push_back(page);
    }
  }
  return keys;
}

/// A shared key does no harm until a page names it as its parent: then only the first can be meant.
void report_shared_key(const Forest& forest, std::string_view key, const std::vector<Index>& sharing,
                       bool is_parent, Diagnostics& diagnostics) {
  base::Diagnostic& diagnostic = diagnostics.report(
      Code::source_duplicate_key, forest.pages[sharing[0]].front_matter.navigation_key,
      std::to_string(sharing.size()) + " pages share the navigation key `" + std::string(key) + "`");
  for (Index i = 1; i < std::min(sharing.size(), kMostLabels + 1); ++i) {
    diagnostic.labels.push_back({forest.pages[sharing[i]].front_matter.navigation_key, "and here"});
  }
  diagnostic.hints.push_back(is_parent
                                 ? "pages that name it as their parent are put below `" +
                                       forest.pages[sharing[0]].path + "`: give each page a key of its own"
                                 : "give each page a key of its own");
}

/// Links every page to its parent. A parent that no page has as its key makes the page a root.
Forest plant(std::vector<Candidate> pages, Diagnostics& diagnostics) {
  Forest forest;
  forest.pages = std::move(pages);
  sort_as_siblings(forest.pages);
  forest.parent.assign(forest.pages.size(), kNone);
  forest.children.resize(forest.pages.size());
  const auto keys = by_key(forest.pages);
  std::map<std::string_view, bool> used_as_parent;
  for (Index page = 0; page < forest.pages.size(); ++page) {
    const std::string& wanted = forest.pages[page].front_matter.values.navigation_parent;
    const auto found = wanted.empty() ? keys.end() : keys.find(wanted);
    if (found == keys.end()) {
      forest.roots.push_back(page);
      continue;
    }
    forest.parent[page] = found->second.front();
    forest.children[found->second.front()].push_back(page);
    used_as_parent[found->first] = true;
  }
  for (const auto& [key, sharing] : keys) {
    if (sharing.size() > 1) {
      report_shared_key(forest, key, sharing, used_as_parent.contains(key), diagnostics);
    }
  }
  return forest;
}

/// The front page of a book cut out of a larger site names a parent outside; among several roots it is a
/// mistake.
void report_unknown_parents(const Forest& forest, Diagnostics& diagnostics) {
  if (forest.roots.size() < 2) {
    return;
  }
  for (const Index root : forest.roots) {
    const Candidate& page = forest.pages[root];
    const std::string& parent = page.front_matter.values.navigation_parent;
    if (!parent.empty()) {
      diagnostics.report(Code::source_unknown_parent, page.front_matter.navigation_parent,
                         "no page has the navigation key `" + parent + "`",
                         "the page is put on the top level of the book");
    }
  }
}

/// Visits `root` and all below it, in order; `depth` is the root's, `below` its children's.
void visit(const Forest& forest, Index root, int depth, int below,
           std::vector<std::pair<Index, int>>& order) {
  std::vector<std::pair<Index, int>> waiting = {{root, depth}};
  while (!waiting.empty()) {
    const auto [page, at] = waiting.back();
    waiting.pop_back();
    order.emplace_back(page, at);
    const int deeper = page == root ? below : at + 1;
    const std::vector<Index>& children = forest.children[page];
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
      waiting.emplace_back(*child, deeper);
    }
  }
}

/// The page of a circle that comes first, reached by climbing from `page`, whose tree has no root.
Index first_in_circle(const Forest& forest, Index page) {
  std::map<Index, int> seen;
  while (++seen[page] == 1) {
    page = forest.parent[page];
  }
  Index first = page;
  for (Index next = forest.parent[page]; next != page; next = forest.parent[next]) {
    first = std::min(first, next);
  }
  return first;
}

/// Cuts each circle at its first page, which becomes a root at the end of the book.
void cut_circles(Forest& forest, std::vector<std::pair<Index, int>>& order, Diagnostics& diagnostics) {
  std::vector<bool> placed(forest.pages.size(), false);
  const auto mark = [&](std::size_t from) {
    for (; from < order.size(); ++from) {
      placed[order[from].first] = true;
    }
  };
  mark(0);
  for (Index page = 0; page < forest.pages.size(); ++page) {
    if (placed[page]) {
      continue;
    }
    const Index first = first_in_circle(forest, page);
    const Candidate& cut = forest.pages[first];
    diagnostics.report(Code::source_navigation_cycle, cut.front_matter.navigation_parent,
                       "by its parents, `" + cut.path + "` stands below itself",
                       "it is put at the end of the book: name another parent");
    std::erase(forest.children[forest.parent[first]], first);
    const std::size_t from = order.size();
    visit(forest, first, 1, 2, order);
    mark(from);
  }
}

std::vector<Page> order_by_navigation(std::vector<Candidate> pages, Diagnostics& diagnostics) {
  Forest forest = plant(std::move(pages), diagnostics);
  report_unknown_parents(forest, diagnostics);
  std::vector<std::pair<Index, int>> order;
  for (const Index root : forest.roots) {
    // One root is the front page of the book, and its children are the book's chapters.
    visit(forest, root, 1, forest.roots.size() == 1 ? 1 : 2, order);
  }
  cut_circles(forest, order, diagnostics);
  std::vector<Page> ordered;
  for (const auto& [page, depth] : order) {
    ordered.push_back(page_from(std::move(forest.pages[page]), "", depth));
  }
  return ordered;
}

/// Whether the page stands for its folder.
bool is_index(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  name = name.substr(0, name.rfind('.'));
  return name == "index" || name == "README" || name == "readme";
}

/// Sorts as a reader walks through folders: the index before its folder, names bytewise.
std::string walking_key(std::string_view path) {
  std::string key(is_index(path) ? folder_of(path) : path);
  // The separator sorts before every character of a name.
  std::ranges::replace(key, '/', '\x01');
  return key;
}

std::vector<Page> order_by_folders(std::vector<Candidate> pages) {
  std::vector<std::pair<std::string, Index>> order;
  std::map<std::string_view, bool> has_index;
  for (Index page = 0; page < pages.size(); ++page) {
    order.emplace_back(walking_key(pages[page].path), page);
    if (is_index(pages[page].path)) {
      has_index[folder_of(pages[page].path)] = true;
    }
  }
  std::ranges::sort(order);
  std::vector<std::pair<Index, int>> depths;
  for (const auto& [key, page] : order) {
    int depth = 1;
    const std::string_view path = pages[page].path;
    for (std::string_view folder = is_index(path) ? folder_of(folder_of(path)) : folder_of(path);
         !folder.empty(); folder = folder_of(folder)) {
      depth += has_index.contains(folder) ? 1 : 0;
    }
    depths.emplace_back(page, depth);
  }
  std::vector<Page> ordered;
  for (const auto& [page, depth] : depths) {
    ordered.push_back(page_from(pages[page], "", depth));
  }
  return ordered;
}

void report_left_out(const std::vector<Candidate>& pages, Diagnostics& diagnostics) {
  if (pages.empty()) {
    return;
  }
  base::Diagnostic& diagnostic = diagnostics.report(
      Code::source_left_out, head_of(pages[0]),
      pages.size() == 1 ? "a page has no `eleventyNavigation` and is left out"
                        : count_of_pages(pages.size()) + " have no `eleventyNavigation` and are left out");
  for (Index i = 1; i < std::min(pages.size(), kMostLabels + 1); ++i) {
    diagnostic.labels.push_back({head_of(pages[i]), "and this page"});
  }
  diagnostic.hints.push_back(
      "give it a `key`, a `parent` and an `order` there, or `eleventyExcludeFromCollections: true`");
}

}  // namespace

Page page_from(Candidate candidate, std::string title, int depth) {
  Page page;
  page.path = std::move(candidate.path);
  page.file = candidate.file;
  page.depth = depth;
  page.title = std::move(title);
  page.front_matter = std::move(candidate.front_matter.values);
  page.body = candidate.front_matter.body;
  return page;
}

std::vector<Page> order_pages(std::vector<Candidate> candidates, Diagnostics& diagnostics) {
  std::erase_if(candidates, [](const Candidate& page) { return page.front_matter.values.excluded; });
  std::vector<Candidate> placed;
  std::vector<Candidate> others;
  for (Candidate& page : candidates) {
    (page.front_matter.has_navigation ? placed : others).push_back(std::move(page));
  }
  if (placed.empty()) {
    return order_by_folders(std::move(others));
  }
  report_left_out(others, diagnostics);
  return order_by_navigation(std::move(placed), diagnostics);
}

}  // namespace reliure::source

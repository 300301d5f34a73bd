#pragma once
// Balanced trees: what a reader looks up in a large file without reading all of it.
#include <string>
#include <string_view>
#include <vector>

#include "pdf/objects.h"

namespace reliure::pdf {

/// One entry of a name tree or number tree, both sides as PDF syntax.
struct TreeEntry {
  std::string key;
  std::string value;
};

/// Adds the nodes of a tree over `entries`, sorted by key (ISO 32000-1 §7.9.6, §7.9.7), and returns the
/// entries of its root. `kind` is `Names` or `Nums`.
std::string add_tree(Objects& objects, std::string_view kind, const std::vector<TreeEntry>& entries);

/// Makes `pages` the document's page tree (§7.7.3); returns the Parent of each page.
std::vector<Ref> add_page_tree(Objects& objects, const std::vector<Ref>& pages);

}  // namespace reliure::pdf

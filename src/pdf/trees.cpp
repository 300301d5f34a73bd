#include "pdf/trees.h"

#include <algorithm>

namespace reliure::pdf {

namespace {

/// Children of a node: three levels hold a quarter of a million leaves.
constexpr std::size_t kFanOut = 64;

/// A finished node with the range of keys below it.
struct TreeNode {
  Ref ref;
  std::string first, last;
};

std::string pairs(std::string_view kind, const TreeEntry* begin, const TreeEntry* end) {
  std::string out = "[";
  for (; begin != end; ++begin) {
    out += begin->key + " " + begin->value + "\n";
  }
  return Entries().raw(kind, out + "]").take();
}

std::string kids(const TreeNode* begin, const TreeNode* end) {
  std::string out = "[";
  for (; begin != end; ++begin) {
    append_ref(out, begin->ref);
    out += ' ';
  }
  return Entries().raw("Kids", out + "]").take();
}

TreeNode add_node(Objects& objects, std::string entries, const std::string& first, const std::string& last) {
  entries += "\n/Limits [" + first + " " + last + "]";
  return {objects.add(std::move(entries)), first, last};
}

/// A page, or a node of the page tree whose Parent is not known yet.
struct PageNode {
  Ref ref;
  std::size_t pages = 0;
  std::string entries;
};

PageNode join(const std::vector<PageNode>& nodes, std::size_t begin, std::size_t end, Ref ref) {
  PageNode node{ref, 0, {}};
  std::string list = "[";
  for (std::size_t i = begin; i < end; ++i) {
    append_ref(list, nodes[i].ref);
    list += ' ';
    node.pages += nodes[i].pages;
  }
  node.entries = Entries()
                     .name("Type", "Pages")
                     .raw("Kids", list + "]")
                     .integer("Count", static_cast<std::int64_t>(node.pages))
                     .take();
  return node;
}

/// Tells each node of `level` its parent in `above`; for pages the caller is told instead.
void finish(Objects& objects, std::vector<PageNode>& level, const std::vector<PageNode>& above,
            std::vector<Ref>* parents) {
  for (std::size_t i = 0; i < level.size(); ++i) {
    const Ref parent = above[i / kFanOut].ref;
    if (parents != nullptr) {
      (*parents)[i] = parent;
    } else {
      objects.set(level[i].ref, level[i].entries + "\n" + Entries().ref("Parent", parent).take());
    }
  }
}

}  // namespace

std::string add_tree(Objects& objects, std::string_view kind, const std::vector<TreeEntry>& entries) {
  if (entries.size() <= kFanOut) {
    return pairs(kind, entries.data(), entries.data() + entries.size());
  }
  std::vector<TreeNode> level;
  for (std::size_t at = 0; at < entries.size(); at += kFanOut) {
    const TreeEntry* begin = entries.data() + at;
    const TreeEntry* end = begin + std::min(kFanOut, entries.size() - at);
    level.push_back(add_node(objects, pairs(kind, begin, end), begin->key, (end - 1)->key));
  }
  while (level.size() > kFanOut) {
    std::vector<TreeNode> above;
    for (std::size_t at = 0; at < level.size(); at += kFanOut) {
      const TreeNode* begin = level.data() + at;
      const TreeNode* end = begin + std::min(kFanOut, level.size() - at);
      above.push_back(add_node(objects, kids(begin, end), begin->first, (end - 1)->last));
    }
    level = std::move(above);
  }
  return kids(level.data(), level.data() + level.size());
}

std::vector<Ref> add_page_tree(Objects& objects, const std::vector<Ref>& pages) {
  std::vector<PageNode> level;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    level.push_back({pages[i], 1, {}});
  }
  std::vector<Ref> parents(pages.size());
  bool leaves = true;
  while (level.size() > kFanOut) {
    std::vector<PageNode> above;
    for (std::size_t at = 0; at < level.size(); at += kFanOut) {
      above.push_back(join(level, at, std::min(level.size(), at + kFanOut), objects.reserve()));
    }
    finish(objects, level, above, leaves ? &parents : nullptr);
    leaves = false;
    level = std::move(above);
  }
  const std::vector<PageNode> root = {join(level, 0, level.size(), objects.pages())};
  finish(objects, level, root, leaves ? &parents : nullptr);
  objects.set(objects.pages(), root.front().entries);
  return parents;
}

}  // namespace reliure::pdf

#include "pdf/structure/shown.h"

namespace reliure::pdf {
namespace {

/// What is in decoration is decoration; pictures without a word are that alone.
std::vector<bool> find_decoration(const book::Manuscript& manuscript) {
  std::vector<bool> decoration(manuscript.nodes.size());
  for (std::uint32_t i = 0; i < decoration.size(); ++i) {
    const book::Node& node = manuscript.nodes[i];
    decoration[i] = (node.parent != book::kNoNode && decoration[node.parent.value]) ||
                    manuscript.attribute({i}, "aria-hidden") == "true" ||
                    (node.kind == book::Kind::img && manuscript.attribute({i}, "alt") == "");
  }
  return decoration;
}

void note_items(const std::vector<book::Item>& items, Shown& shown) {
  for (const book::Item& item : items) {
    if (const auto* group = std::get_if<book::Group>(&item.mark)) {
      note_items(group->items, shown);
    } else if (const auto* link = std::get_if<book::Link>(&item.mark)) {
      shown.read[link->source.value] = true;
    } else if (book::is_read(item.role) && item.node.value < shown.read.size() &&
               !shown.decoration[item.node.value] && !std::holds_alternative<book::Anchor>(item.mark)) {
      shown.read[item.node.value] = true;
    }
  }
}

}  // namespace

Shown find_shown(const book::Book& book) {
  const std::vector<book::Node>& nodes = book.manuscript->nodes;
  Shown shown;
  shown.decoration = find_decoration(*book.manuscript);
  shown.read.resize(nodes.size());
  for (const book::Page& page : book.pages) {
    note_items(page.items, shown);
  }
  shown.placed.resize(nodes.size());
  for (std::size_t i = nodes.size(); i-- > 0;) {
    if (shown.read[i] && nodes[i].parent != book::kNoNode) {
      shown.read[nodes[i].parent.value] = true;
    }
    shown.placed[i] = shown.read[i] || (i < book.page_of.size() && book.page_of[i] != book::kNoPage);
  }
  return shown;
}

}  // namespace reliure::pdf

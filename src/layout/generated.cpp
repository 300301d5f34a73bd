#include "layout/generated.h"

#include <algorithm>

namespace reliure::layout {
namespace {

using book::NodeId;

/// The first links that are shown to notes that are not hidden, but stand where all is.
std::vector<NodeId> calls_of_hidden_places(const book::Manuscript& manuscript, const style::Styles& styles) {
  std::vector<NodeId> calls;
  std::vector<bool> called(manuscript.nodes.size());
  for (const book::LinkTarget& link : manuscript.links) {
    const bool is_note = link.node != book::kNoNode && manuscript[link.node].kind == book::Kind::note;
    if (is_note && !called[link.node.value] && !styles.hidden(link.source) && !styles.hidden(link.node) &&
        styles.hidden(manuscript[link.node].parent)) {
      called[link.node.value] = true;
      calls.push_back(link.source);
    }
  }
  return calls;
}

}  // namespace

bool Generated::is_running(NodeId node) const {
  if (running.empty()) {
    return false;
  }
  const auto row = std::ranges::lower_bound(running, node, {}, &RunningElement::node);
  return row != running.end() && row->node == node;
}

Generated generate(const book::Manuscript& manuscript, const style::Styles& styles) {
  return {style::generated_content(manuscript, styles), calls_of_hidden_places(manuscript, styles),
          styles.running()};
}

}  // namespace reliure::layout

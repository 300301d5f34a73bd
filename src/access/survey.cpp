#include <algorithm>

#include "access/access.h"
#include "base/xml.h"

namespace reliure::access {
namespace {

using book::Kind;
using book::Manuscript;
using book::NodeId;

NodeId with_id(const Manuscript& manuscript, std::string_view id) {
  const auto found = std::ranges::find(manuscript.nodes, id, &book::Node::id);
  return found == manuscript.nodes.end() || id.empty()
             ? book::kNoNode
             : NodeId{static_cast<std::uint32_t>(found - manuscript.nodes.begin())};
}

void look_at_picture(const Manuscript& manuscript, const std::vector<bool>& shown, NodeId img,
                     Content& content) {
  const NodeId description = described_at(manuscript, img);
  const auto alternative = manuscript.attribute(img, "alt");
  const bool decorates = alternative && base::is_blank(*alternative);
  content.has_pictures = content.has_pictures || !decorates;
  content.describes_all_pictures = content.describes_all_pictures && alternative.has_value();
  content.describes_at_length =
      content.describes_at_length || (description != book::kNoNode && shown[description.value]);
}

bool is_index(const Manuscript& manuscript, NodeId node) {
  return manuscript.has_class(node, "index") || manuscript.attribute(node, "role") == "doc-index";
}

}  // namespace

std::vector<bool> shown_nodes(const Manuscript& manuscript, const std::vector<bool>& hidden) {
  std::vector<bool> shown(manuscript.nodes.size());
  for (std::uint32_t i = 0; i < shown.size(); ++i) {
    const book::Node& node = manuscript.nodes[i];
    const bool is_root = node.parent == book::kNoNode || node.kind == Kind::note;
    shown[i] = (i >= hidden.size() || !hidden[i]) && (is_root || shown[node.parent.value]);
  }
  return shown;
}

NodeId described_at(const Manuscript& manuscript, NodeId img) {
  for (const std::string_view name : {"aria-details", "aria-describedby"}) {
    const std::string_view ids = manuscript.attribute(img, name).value_or("");
    const std::string_view first = ids.substr(0, ids.find(' '));
    if (const NodeId found = with_id(manuscript, first); found != book::kNoNode) return found;
  }
  return book::kNoNode;
}

Content survey(const Manuscript& manuscript, const std::vector<bool>& hidden) {
  Content content;
  const std::vector<bool> shown = shown_nodes(manuscript, hidden);
  for (std::uint32_t i = 0; i < shown.size(); ++i) {
    if (!shown[i]) continue;
    const NodeId node{i};
    const Kind kind = manuscript.nodes[i].kind;
    if (kind == Kind::img) look_at_picture(manuscript, shown, node, content);
    content.has_headings = content.has_headings || book::heading_level(kind) > 0;
    content.has_formulas =
        content.has_formulas || (kind == Kind::math && manuscript.attribute(node, "mathml").has_value());
    content.has_ruby = content.has_ruby || kind == Kind::ruby;
    content.has_index =
        content.has_index || ((kind == Kind::section || kind == Kind::div) && is_index(manuscript, node));
  }
  return content;
}

}  // namespace reliure::access

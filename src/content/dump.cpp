#include "content/dump.h"

#include <vector>

namespace reliure::content {
namespace {

using book::Kind;
using book::kNoNode;
using book::Manuscript;
using book::Node;
using book::NodeId;

/// Quoted on one line: line ends, quotes and the spaces that look alike are escaped.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "\u00A0") {
      result += "\\nbsp;";
      i += 1;
    } else if (text.substr(i, 3) == "\u202F") {
      result += "\\nnbsp;";
      i += 2;
    } else if (text[i] == '\n') {
      result += "\\n";
    } else if (text[i] == '"' || text[i] == '\\') {
      result += '\\';
      result += text[i];
    } else {
      result += text[i];
    }
  }
  return result + '"';
}

/// How a node is named where another line speaks of it.
std::string reference(const Manuscript& manuscript, NodeId id) {
  if (id == kNoNode) return "-";
  const Node& node = manuscript[id];
  return node.id.empty() ? std::string(name(node.kind)) + "@" + std::to_string(id.value)
                         : "#" + std::string(node.id);
}

void write_node(const Manuscript& manuscript, NodeId id, std::string& out) {
  const Node& node = manuscript[id];
  if (node.kind == Kind::text) {
    out += quoted(node.text);
    return;
  }
  out += name(node.kind);
  if (!node.id.empty()) out.append("#").append(node.id);
  for (const std::string_view name : manuscript.classes_of(id)) out.append(".").append(name);
  if (!node.language.empty()) out.append(" [lang=").append(quoted(node.language)).append("]");
  for (const book::Attribute& attribute : manuscript.attributes_of(id)) {
    out.append(" [").append(attribute.name).append("=").append(quoted(attribute.value)).append("]");
  }
}

void write_tree(const Manuscript& manuscript, std::string& out) {
  std::vector<std::size_t> depth(manuscript.nodes.size());
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    const NodeId parent = manuscript.nodes[i].parent;
    if (parent != kNoNode) depth[i] = depth[parent.value] + 1;
    out.append(2 * depth[i], ' ');
    write_node(manuscript, {i}, out);
    out += '\n';
  }
}

std::string_view name_of(book::Matter matter) {
  switch (matter) {
    case book::Matter::front:
      return "front";
    case book::Matter::body:
      return "body";
    case book::Matter::back:
      return "back";
  }
  return "";
}

}  // namespace

std::string dump(const Manuscript& manuscript) {
  std::string out;
  write_tree(manuscript, out);
  out += "\nchapters\n";
  for (const book::Chapter& chapter : manuscript.chapters) {
    out.append("  ").append(chapter.slug).append(" ").append(name_of(chapter.matter));
    out.append(" ").append(std::to_string(chapter.depth)).append(" ").append(chapter.language);
    out.append(" ").append(quoted(chapter.title)).append("\n");
  }
  out += "\noutline\n";
  for (const book::OutlineEntry& entry : manuscript.outline) {
    out.append(static_cast<std::size_t>(2 * entry.level), ' ').append(quoted(entry.title)).append(" ");
    out.append(reference(manuscript, entry.heading)).append("\n");
  }
  out += "\nlinks\n";
  for (const book::LinkTarget& link : manuscript.links) {
    out.append("  a@").append(std::to_string(link.source.value)).append(" -> ");
    out.append(link.node == kNoNode ? std::string(link.url) : reference(manuscript, link.node)).append("\n");
  }
  out += "\nresources\n";
  for (const book::Resource& resource : manuscript.resources) {
    out.append("  ").append(resource.path).append(" ").append(resource.media_type).append(" ");
    out.append(std::to_string(resource.bytes.size())).append(" bytes\n");
  }
  return out;
}

}  // namespace reliure::content

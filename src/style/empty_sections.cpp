#include "style/empty_sections.h"

#include <algorithm>
#include <string>

namespace reliure::style {
namespace {

using book::Kind;
using book::Manuscript;
using book::NodeId;
using book::OutlineEntry;

bool is_text(const book::Node& node) {
  return node.kind == Kind::text && node.text.find_first_not_of(" \t\r\n\f") != std::string_view::npos;
}

/// What stands in a range of nodes: anything to see, and text that is hidden. A hidden picture alone makes no
/// section empty: it decorated the heading.
struct Content {
  bool visible = false;
  bool hidden = false;
};

Content content_of(const Manuscript& manuscript, const std::vector<bool>& hidden, std::uint32_t begin,
                   std::uint32_t end) {
  Content content;
  for (std::uint32_t i = begin; i < end && !content.visible; ++i) {
    const bool text = is_text(manuscript.nodes[i]);
    const bool picture = manuscript.nodes[i].kind == Kind::img;
    content.visible = content.visible || (!hidden[i] && (text || picture));
    content.hidden = content.hidden || (hidden[i] && text);
  }
  return content;
}

/// The end of the chapter that holds `heading`, in nodes.
std::uint32_t chapter_end(const Manuscript& manuscript, NodeId heading) {
  NodeId top = heading;
  while (manuscript[top].parent != book::kRoot) {
    top = manuscript[top].parent;
  }
  return manuscript[top].last_descendant.value + 1;
}

bool heads_chapter(const Manuscript& manuscript, NodeId heading) {
  return std::ranges::any_of(manuscript.chapters,
                             [heading](const book::Chapter& chapter) { return chapter.heading == heading; });
}

void hide(const Manuscript& manuscript, NodeId node, std::vector<bool>& hidden) {
  const std::uint32_t end = manuscript[node].last_descendant.value;
  std::fill(hidden.begin() + node.value, hidden.begin() + end + 1, true);
}

/// The headings to hide. From the last to the first, so that a section knows whether its subsections stay.
std::vector<NodeId> empty_headings(const Manuscript& manuscript, const std::vector<bool>& hidden) {
  std::vector<NodeId> empty;
  // By level, whether a heading that stays has been seen since the last one of a higher rank.
  std::vector<bool> stays;
  std::uint32_t next = static_cast<std::uint32_t>(manuscript.nodes.size());
  for (std::size_t i = manuscript.outline.size(); i-- > 0;) {
    const OutlineEntry& entry = manuscript.outline[i];
    const auto level = static_cast<std::size_t>(entry.level);
    stays.resize(std::max(stays.size(), level + 1), false);
    const bool has_subsection = std::find(stays.begin() + entry.level + 1, stays.end(), true) != stays.end();
    std::fill(stays.begin() + entry.level, stays.end(), false);
    const std::uint32_t begin = manuscript[entry.heading].last_descendant.value + 1;
    const Content content =
        content_of(manuscript, hidden, begin, std::min(next, chapter_end(manuscript, entry.heading)));
    next = entry.heading.value;
    const bool is_empty = !content.visible && content.hidden && !has_subsection;
    if (is_empty && !hidden[entry.heading.value] && !heads_chapter(manuscript, entry.heading)) {
      empty.push_back(entry.heading);
    } else {
      stays[level] = !hidden[entry.heading.value];
    }
  }
  std::reverse(empty.begin(), empty.end());
  return empty;
}

}  // namespace

void hide_empty_sections(const Manuscript& manuscript, std::vector<bool>& hidden,
                         base::Diagnostics& diagnostics) {
  const std::vector<NodeId> empty = empty_headings(manuscript, hidden);
  for (const NodeId heading : empty) {
    hide(manuscript, heading, hidden);
    const auto entry = std::ranges::find(manuscript.outline, heading, &OutlineEntry::heading);
    diagnostics.report(base::Code::style_empty_section, manuscript[heading].span,
                       "heading `" + entry->title + "` is left out: all that it heads is hidden",
                       "hide the heading by a style too, or show what it heads");
  }
}

}  // namespace reliure::style

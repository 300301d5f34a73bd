#include "style/outline.h"

#include <algorithm>

namespace reliure::style {
namespace {

using book::Kind;
using book::Manuscript;
using book::NodeId;
using book::OutlineEntry;

void hide(const Manuscript& manuscript, std::uint32_t node, std::vector<bool>& hidden) {
  const std::uint32_t end = manuscript.nodes[node].last_descendant.value + 1;
  std::fill(hidden.begin() + node, hidden.begin() + end, true);
}

bool is_nav(const Manuscript& manuscript, NodeId section, std::string_view css_class) {
  return manuscript[section].kind == Kind::nav && manuscript.has_class(section, css_class);
}

/// Hides lists and items that hold no line any more, from the last to the first: what is inside is settled
/// before.
void hide_empty_lists(const Manuscript& manuscript, NodeId contents, std::vector<bool>& hidden) {
  const std::uint32_t first = contents.value;
  std::vector<bool> has_line(manuscript[contents].last_descendant.value - first + 1);
  for (auto i = static_cast<std::uint32_t>(first + has_line.size()); i-- > first;) {
    const book::Node& node = manuscript.nodes[i];
    if (node.kind == Kind::a && !hidden[i]) has_line[i - first] = true;
    const bool is_list = node.kind == Kind::ol || node.kind == Kind::li || i == first;
    if (is_list && !has_line[i - first]) hide(manuscript, i, hidden);
    if (i > first && has_line[i - first]) has_line[node.parent.value - first] = true;
  }
}

/// Hides the links of the chapters `nav.NAME` that lead to what is gone, and the lists that this empties.
/// `gone` has one entry for each node.
void hide_lines(const Manuscript& manuscript, std::string_view name, const std::vector<bool>& gone,
                std::vector<bool>& hidden) {
  for (const book::Chapter& chapter : manuscript.chapters) {
    if (!is_nav(manuscript, chapter.section, name)) continue;
    auto link = std::ranges::lower_bound(manuscript.links, chapter.section, {}, &book::LinkTarget::source);
    for (; link != manuscript.links.end() && link->source <= manuscript[chapter.section].last_descendant;
         ++link) {
      if (link->node != book::kNoNode && gone[link->node.value]) hide(manuscript, link->source.value, hidden);
    }
    hide_empty_lists(manuscript, chapter.section, hidden);
  }
}

/// Whether a heading is part of what left the flow for the margin boxes.
bool in_margins(const Manuscript& manuscript, const Styles& styles, NodeId heading) {
  const auto next = std::ranges::upper_bound(styles.running_, heading, {}, &RunningElement::node);
  return next != styles.running_.begin() && heading <= manuscript[std::prev(next)->node].last_descendant;
}

}  // namespace

std::vector<OutlineEntry> listed_headings(const Manuscript& manuscript, const Styles& styles) {
  std::vector<OutlineEntry> listed;
  for (const OutlineEntry& entry : manuscript.outline) {
    const int given = styles[entry.heading].bookmark_level;
    if (given == 0 || styles.hidden(entry.heading)) continue;
    if (given < 0 && in_margins(manuscript, styles, entry.heading)) continue;
    const int deepest = listed.empty() ? 1 : listed.back().level + 1;
    const int level = std::min(given > 0 ? given : entry.level, deepest);
    listed.push_back({entry.heading, level, entry.title, styles[entry.heading].bookmark_closed});
  }
  return listed;
}

void hide_contents_lines(const Manuscript& manuscript, const std::vector<OutlineEntry>& listed,
                         std::vector<bool>& hidden) {
  if (listed.size() == manuscript.outline.size()) return;
  std::vector<bool> unlisted(manuscript.nodes.size());
  for (const OutlineEntry& entry : manuscript.outline) unlisted[entry.heading.value] = true;
  for (const OutlineEntry& entry : listed) unlisted[entry.heading.value] = false;
  hide_lines(manuscript, "contents", unlisted, hidden);
}

void hide_caption_lines(const Manuscript& manuscript, std::vector<bool>& hidden) {
  const std::vector<bool> gone = hidden;
  hide_lines(manuscript, "captions", gone, hidden);
}

}  // namespace reliure::style

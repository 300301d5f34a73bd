#include "content/ids.h"

#include <algorithm>
#include <string>

#include "content/ascii.h"
#include "content/attributes.h"
#include "content/slug.h"

namespace reliure::content {
namespace {

using book::Kind;
using book::Node;

/// The ids of the author's list as they are now; those that are not there are left out.
std::string renamed(const Draft& draft, std::string_view ids) {
  std::string result;
  while (!is_blank(ids)) {
    const auto row = draft.ids.find(next_word(ids));
    if (row == draft.ids.end()) continue;
    if (!result.empty()) result += ' ';
    result += draft[row->second].id;
  }
  return result;
}

/// Ids of long headings end with a whole word near this length: they are read in addresses.
constexpr std::size_t kLongest = 60;

std::string shortened(const std::string& slug_of_heading) {
  if (slug_of_heading.size() <= kLongest) return slug_of_heading;
  return slug_of_heading.substr(0, std::min(slug_of_heading.rfind('-', kLongest), kLongest));
}

void rename_references(Draft& draft) {
  for (Node& node : draft.nodes) {
    std::uint16_t kept = 0;
    for (std::uint16_t i = 0; i < node.attribute_count; ++i) {
      book::Attribute attribute = draft.attributes[node.first_attribute + i];
      if (refers_to_ids(attribute.name)) {
        attribute.value = draft.strings.store(renamed(draft, attribute.value));
        if (attribute.value.empty()) continue;
      }
      draft.attributes[node.first_attribute + kept++] = attribute;
    }
    node.attribute_count = kept;
  }
}

}  // namespace

void name_nodes(Draft& draft, std::string_view slug_of_page) {
  // As sites number headings of one text: `a`, `a-1`, `a-2`.
  UniqueNames names(1);
  UniqueNames github_names(1);
  const std::string prefix = std::string(slug_of_page) + "--";
  const auto name = [&](Node& node, std::string local) {
    node.id = draft.strings.store(prefix + names.take(std::move(local)));
    return node.id.substr(prefix.size());
  };
  // The author's ids first: what we add must not take one of theirs.
  for (Node& node : draft.nodes) {
    if (!node.id.empty()) name(node, xml_name(node.id));
  }
  for (const DraftHeading& heading : draft.headings) {
    Node& node = draft[heading.node];
    const std::string github = github_slug(heading.title);
    if (!github.empty()) draft.github_ids.try_emplace(github_names.take(github), heading.node);
    if (!node.id.empty()) continue;
    const std::string whole = slug(heading.title);
    std::string local = shortened(whole);
    if (local != whole) draft.ids.try_emplace(draft.strings.store(whole), heading.node);
    // A link may use the id that sites give a heading, unless the author has given it to something else.
    draft.ids.try_emplace(name(node, local.empty() ? "heading" : std::move(local)), heading.node);
  }
  int figures = 0;
  int tables = 0;
  for (const DraftCaption& caption : draft.captions) {
    Node& node = draft[caption.node];
    const std::string number = std::to_string(caption.is_table ? ++tables : ++figures);
    if (node.id.empty()) name(node, (caption.is_table ? "table-" : "figure-") + number);
  }
  for (Node& node : draft.nodes) {
    if (node.kind == Kind::note)
      name(node, "note-" + std::string(draft.attributes[node.first_attribute].value));
  }
  draft.nodes.front().id = draft.strings.store(slug_of_page);
  rename_references(draft);
}

}  // namespace reliure::content

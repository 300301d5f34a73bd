#include "content/parse.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "content/assemble.h"
#include "content/front.h"
#include "content/links.h"
#include "content/outline.h"
#include "content/pictures.h"
#include "content/read_page.h"
#include "content/site.h"
#include "content/typography.h"
#include "content/words.h"

namespace reliure::content {
namespace {

using book::Chapter;
using book::kNoNode;
using book::Manuscript;
using book::Matter;
using book::NodeId;

/// Everything between the drafts and the manuscript.
struct Parts {
  const source::Tree& tree;
  Site site;
  std::vector<Draft> drafts;
  std::vector<OutlinePlace> outline;
  /// By page.
  std::vector<std::vector<ResolvedLink>> links;
  std::vector<std::vector<book::PictureUse>> pictures;
  std::vector<SetChange> changes;
};

/// Takes what was changed in a draft before its nodes go to the manuscript.
void take_changes(Parts& parts, const Draft& draft) {
  parts.changes.insert(parts.changes.end(), draft.changes.begin(), draft.changes.end());
}

std::vector<Draft> read_pages(const source::Tree& tree, const Site& site, base::Jobs jobs) {
  std::vector<Draft> drafts(tree.pages.size());
  base::parallel_for(tree.pages.size(), jobs,
                     [&](std::size_t i) { drafts[i] = read_page(tree, tree.pages[i], site.slugs[i]); });
  return drafts;
}

void read_pictures(Parts& parts, Manuscript& manuscript, base::Diagnostics& diagnostics) {
  PictureReader reader(parts.tree, parts.site);
  for (std::size_t page = 0; page < parts.drafts.size(); ++page) {
    Draft& draft = parts.drafts[page];
    auto& uses = parts.pictures.emplace_back();
    for (const DraftPicture& picture : draft.pictures) {
      const auto resource = reader.read(picture, page, draft.diagnostics);
      if (resource) uses.push_back({picture.node, *resource});
    }
  }
  manuscript.cover = reader.read_cover(diagnostics);
  manuscript.resources = reader.take();
}

/// What was found on each page, in the order of its text. An element that HTML does not know is told once.
void report(Parts& parts, base::Diagnostics& diagnostics) {
  std::vector<std::string> told;
  for (Draft& draft : parts.drafts) {
    std::vector<base::Diagnostic> all(draft.diagnostics.all().begin(), draft.diagnostics.all().end());
    std::ranges::stable_sort(all, {}, [](const base::Diagnostic& diagnostic) { return diagnostic.span; });
    for (base::Diagnostic& diagnostic : all) {
      if (diagnostic.code == base::Code::content_unknown_element) {
        if (std::ranges::find(told, diagnostic.message) != told.end()) continue;
        told.push_back(diagnostic.message);
      }
      auto& reported = diagnostics.report(diagnostic.code, diagnostic.span, std::move(diagnostic.message));
      reported.labels = std::move(diagnostic.labels);
      reported.hints = std::move(diagnostic.hints);
    }
  }
}

/// A part made from the metadata, whose texts are set already, known by its id. Returns its section.
NodeId add_part(Parts& parts, Manuscript& manuscript, Draft draft, Matter matter) {
  const std::string slug(draft.nodes.front().id);
  set_typography(draft, parts.tree);
  const NodeId section{append_draft(manuscript, draft)};
  manuscript.chapters.push_back(
      {section, kNoNode, manuscript.metadata.title, slug, manuscript.metadata.language, 1, matter});
  return section;
}

void add_front(Parts& parts, Manuscript& manuscript) {
  const bool pictured = manuscript.cover.has_value();
  const NodeId section = add_part(parts, manuscript, cover(manuscript.metadata, pictured), Matter::front);
  if (pictured) manuscript.pictures.push_back({{section.value + 1}, *manuscript.cover});
  add_part(parts, manuscript, title_page(manuscript.metadata), Matter::front);
  // With nothing but the title again, the page would be a mistake.
  if (has_imprint(manuscript.metadata))
    add_part(parts, manuscript, colophon(manuscript.metadata), Matter::front);
}

/// Returns the links to outline entries, by nodes of the manuscript.
std::vector<ContentsLink> add_contents(Manuscript& manuscript, const Parts& parts) {
  std::vector<std::string_view> ids;
  for (const OutlinePlace& entry : parts.outline) ids.push_back(parts.drafts[entry.page][entry.heading].id);
  ContentsDraft made =
      contents(parts.outline, ids, parts.tree.manifest.contents_depth, manuscript.metadata.language);
  const std::string title = text_below(made.draft, made.draft.title);
  const NodeId heading = made.draft.title;
  const std::uint32_t base = append_draft(manuscript, made.draft);
  manuscript.chapters.push_back(
      {{base}, {heading.value + base}, title, "contents", manuscript.metadata.language, 1, Matter::front});
  for (ContentsLink& link : made.links) link.source.value += base;
  return std::move(made.links);
}

/// A list and where its lines lead.
struct AddedList {
  std::vector<CaptionPlace> captions;
  std::vector<ContentsLink> links;
};

std::vector<CaptionPlace> captions_of(const std::vector<Draft>& drafts, source::CaptionList list) {
  std::vector<CaptionPlace> captions;
  for (std::size_t page = 0; page < drafts.size(); ++page) {
    const Draft& draft = drafts[page];
    for (const DraftCaption& caption : draft.captions) {
      if (caption.is_table != (list == source::CaptionList::tables)) continue;
      captions.push_back({page, caption.node, draft[caption.node].id, text_below(draft, caption.caption)});
    }
  }
  return captions;
}

/// Lists of figures and of tables, where there is something to list.
std::vector<AddedList> add_lists(Manuscript& manuscript, const Parts& parts) {
  std::vector<AddedList> lists;
  for (const source::CaptionList list : parts.tree.manifest.lists) {
    AddedList added{captions_of(parts.drafts, list), {}};
    if (added.captions.empty()) continue;
    const std::string& language = manuscript.metadata.language;
    ContentsDraft made = caption_list(list, added.captions, language);
    const std::string title(list_title(list, language));
    const NodeId heading = made.draft.title;
    const std::uint32_t base = append_draft(manuscript, made.draft);
    manuscript.chapters.push_back(
        {{base}, {heading.value + base}, title, std::string(list_name(list)), language, 1, Matter::front});
    for (ContentsLink& link : made.links) link.source.value += base;
    added.links = std::move(made.links);
    lists.push_back(std::move(added));
  }
  return lists;
}

/// Returns, by page, what is to be added to the ids of its draft.
std::vector<std::uint32_t> add_chapters(Manuscript& manuscript, Parts& parts) {
  std::vector<std::uint32_t> bases;
  std::size_t nodes = manuscript.nodes.size();
  for (const Draft& draft : parts.drafts) nodes += draft.nodes.size();
  manuscript.nodes.reserve(nodes);
  for (std::size_t page = 0; page < parts.drafts.size(); ++page) {
    Draft& draft = parts.drafts[page];
    const source::Page& origin = parts.tree.pages[page];
    const std::string& own = origin.front_matter.language;
    take_changes(parts, draft);
    const std::uint32_t base = append_draft(manuscript, draft);
    bases.push_back(base);
    manuscript.chapters.push_back({{base},
                                   {draft.title.value + base},
                                   draft.headings.front().title,
                                   parts.site.slugs[page],
                                   own.empty() ? manuscript.metadata.language : own,
                                   std::max(1, origin.depth),
                                   Matter::body});
  }
  return bases;
}

void add_tables(Manuscript& manuscript, const Parts& parts, const std::vector<std::uint32_t>& bases,
                const std::vector<ContentsLink>& contents_links, const std::vector<AddedList>& lists) {
  const auto moved = [&](std::size_t page, NodeId id) { return NodeId{id.value + bases[page]}; };
  for (const OutlinePlace& entry : parts.outline) {
    manuscript.outline.push_back({moved(entry.page, entry.heading), entry.level, std::string(entry.title)});
  }
  for (const ContentsLink& link : contents_links) {
    manuscript.links.push_back({link.source, manuscript.outline[link.entry].heading, {}});
  }
  for (const AddedList& list : lists) {
    for (const ContentsLink& link : list.links) {
      const CaptionPlace& place = list.captions[link.entry];
      manuscript.links.push_back({link.source, moved(place.page, place.node), {}});
    }
  }
  for (std::size_t page = 0; page < parts.drafts.size(); ++page) {
    for (const ResolvedLink& link : parts.links[page]) {
      const NodeId target = link.page == kNoPageIndex ? kNoNode : moved(link.page, link.node);
      manuscript.links.push_back({moved(page, link.source), target, link.url});
    }
    for (const book::PictureUse& use : parts.pictures[page]) {
      manuscript.pictures.push_back({moved(page, use.node), use.resource});
    }
  }
  std::ranges::sort(manuscript.links, {}, &book::LinkTarget::source);
  std::ranges::sort(manuscript.pictures, {}, &book::PictureUse::node);
}

}  // namespace

Manuscript parse(const source::Tree& tree, base::Jobs jobs, base::Diagnostics& diagnostics,
                 std::vector<SetChange>* changes) {
  Manuscript manuscript;
  manuscript.metadata = tree.manifest.metadata;
  manuscript.nodes.emplace_back().kind = book::Kind::document;
  manuscript.nodes.front().last_descendant = book::kRoot;
  Parts parts{tree, map_site(tree), {}, {}, {}, {}, {}};
  set_metadata(manuscript.metadata, tree, parts.changes);
  parts.drafts = read_pages(tree, parts.site, jobs);
  parts.outline = number_headings(parts.drafts);
  for (std::size_t i = 0; i < tree.pages.size(); ++i) {
    parts.links.push_back(resolve_links(tree, parts.site, parts.drafts, i));
  }
  read_pictures(parts, manuscript, diagnostics);
  report(parts, diagnostics);
  if (tree.manifest.title_page) add_front(parts, manuscript);
  std::vector<ContentsLink> contents_links;
  if (tree.manifest.contents_depth > 0) contents_links = add_contents(manuscript, parts);
  const std::vector<AddedList> lists = add_lists(manuscript, parts);
  const std::vector<std::uint32_t> bases = add_chapters(manuscript, parts);
  add_tables(manuscript, parts, bases, contents_links, lists);
  if (tree.manifest.title_page) add_part(parts, manuscript, last_page(manuscript.metadata), Matter::back);
  if (changes != nullptr) *changes = std::move(parts.changes);
  return manuscript;
}

}  // namespace reliure::content

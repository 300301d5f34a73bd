#include "epub/plan.h"

#include <algorithm>

#include "access/access.h"
#include "base/language.h"
#include "epub/content_model.h"
#include "epub/escape.h"
#include "epub/file_names.h"
#include "epub/links.h"
#include "epub/page_breaks.h"
#include "epub/parts.h"
#include "epub/style_sheet.h"
#include "epub/words.h"

namespace reliure::epub {
namespace {

using book::Chapter;
using book::Manuscript;
using book::Node;

void mark_kept(Plan& plan) {
  const std::vector<bool> shown = access::shown_nodes(*plan.manuscript, plan.style->hidden);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (shown[i]) plan.facts[i] |= kKept;
  }
}

void mark_hidden(Plan& plan, NodeId id) {
  for (std::uint32_t i = id.value; i <= (*plan.manuscript)[id].last_descendant.value; ++i) {
    plan.facts[i] &= static_cast<std::uint8_t>(~kKept);
  }
}

/// Whether a list item that is shown is below the one given.
bool has_lines(const Plan& plan, NodeId item) {
  for (std::uint32_t i = item.value + 1; i <= (*plan.manuscript)[item].last_descendant.value; ++i) {
    if ((*plan.manuscript)[NodeId{i}].kind == Kind::li && plan.has(NodeId{i}, kKept)) return true;
  }
  return false;
}

/// A line of the contents whose heading is hidden goes with it, when no other lines are below it. From the
/// last to the first, so that lines below are settled before.
void prune_contents(Plan& plan, NodeId contents) {
  const Manuscript& manuscript = *plan.manuscript;
  const auto begin = std::ranges::lower_bound(manuscript.links, contents, {}, &book::LinkTarget::source);
  const auto end = std::ranges::upper_bound(manuscript.links, manuscript[contents].last_descendant, {},
                                            &book::LinkTarget::source);
  for (auto link = end; link != begin;) {
    --link;
    if (link->node == kNoNode || plan.has(link->node, kKept)) continue;
    NodeId item = link->source;
    while (item != contents && manuscript[item].kind != Kind::li) item = manuscript[item].parent;
    if (item != contents && !has_lines(plan, item)) mark_hidden(plan, item);
  }
}

/// Whether the node itself is something to read.
bool is_readable(const Plan& plan, NodeId id) {
  const Node& node = (*plan.manuscript)[id];
  if (node.kind == Kind::text) return !is_blank(node.text);
  if (node.kind == Kind::img) return !is_blank(plan.manuscript->attribute(id, "alt").value_or(""));
  return node.kind == Kind::note;
}

/// Tells each kept node what is below it, from the last node to the first.
void mark_content(Plan& plan) {
  const std::vector<Node>& nodes = plan.manuscript->nodes;
  for (const book::GeneratedText& text : plan.style->generated) {
    plan.facts[text.node.value] |= kHasText;
  }
  for (auto i = static_cast<std::uint32_t>(nodes.size()); i-- > 1;) {
    const NodeId id{i};
    if (!plan.has(id, kKept)) continue;
    if (is_readable(plan, id)) plan.facts[i] |= kHasText;
    std::uint8_t& parent = plan.facts[nodes[i].parent.value];
    if (plan.has(id, kHasText)) parent |= kHasText;
    // What is in a note is written elsewhere.
    if (nodes[i].kind == Kind::note) continue;
    if (!is_phrasing(nodes[i].kind) || plan.has(id, kHasBlock)) parent |= kHasBlock;
  }
}

void note_down_notes(Plan& plan) {
  const std::vector<Node>& nodes = plan.manuscript->nodes;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].kind == Kind::note && plan.has(NodeId{i}, kKept)) plan.notes.push_back(NodeId{i});
  }
  std::size_t next = 0;
  for (Document& document : plan.documents) {
    while (next < plan.notes.size() && plan.notes[next] < document.first) ++next;
    document.notes.begin = static_cast<std::uint32_t>(next);
    while (next < plan.notes.size() && plan.notes[next] <= document.last) ++next;
    document.notes.end = static_cast<std::uint32_t>(next);
  }
}

void describe(Document& document, const Plan& plan, const Chapter& chapter) {
  document.title = chapter.title;
  document.matter = chapter.matter;
  if (base::is_language_tag(chapter.language)) document.language = chapter.language;
  const NodeId heading = chapter.heading;
  if (heading != kNoNode && heading > document.section && heading <= document.last &&
      plan.has(heading, kKept)) {
    document.heading = heading;
  }
}

Listing listing_of(const Manuscript& manuscript, NodeId section) {
  const Node& node = manuscript[section];
  if (node.kind != Kind::nav) return Listing::none;
  if (manuscript.has_class(section, "contents")) return Listing::contents;
  if (!manuscript.has_class(section, "captions")) return Listing::none;
  return node.id == "list-of-tables" ? Listing::tables : Listing::figures;
}

Document make_document(const Plan& plan, NodeId section, const Chapter* chapter, FileNames& names) {
  const Manuscript& manuscript = *plan.manuscript;
  const Node& node = manuscript[section];
  Document document;
  document.section = document.first = section;
  document.last = node.last_descendant;
  document.is_title_page = manuscript.has_class(section, "title-page");
  document.listing = listing_of(manuscript, section);
  const std::string_view language = manuscript.language(section);
  document.language = base::is_language_tag(language) ? language : "en";
  if (chapter != nullptr) describe(document, plan, *chapter);
  std::string_view stem = document.is_title_page                  ? "title-page"
                          : document.listing == Listing::contents ? "contents"
                                                                  : "part";
  if (chapter != nullptr && !chapter->slug.empty()) stem = chapter->slug;
  document.file = names.take(stem, ending(plan.target));
  const bool listed_first = document.is_title_page || document.listing != Listing::none;
  if (plan.target == Target::site && listed_first) document.file = kIndex;
  return document;
}

/// The files in which a chapter goes on that is too large for one.
void add_parts(Plan& plan, FileNames& names) {
  const Document chapter = plan.documents.back();
  if (chapter.is_title_page || chapter.listing != Listing::none) return;
  for (const NodeId start : part_starts(plan, chapter.section)) {
    Document part = chapter;
    part.first = start;
    part.part = plan.documents.back().part + 1;
    part.heading = kNoNode;
    part.file =
        names.take(std::string_view(chapter.file).substr(0, chapter.file.rfind('.')), ending(plan.target));
    plan.documents.back().last = NodeId{start.value - 1};
    plan.documents.push_back(std::move(part));
  }
}

/// A file for each part of the book that is shown.
void lay_out_documents(Plan& plan) {
  const Manuscript& manuscript = *plan.manuscript;
  std::vector<const Chapter*> chapters;
  for (const Chapter& chapter : manuscript.chapters) chapters.push_back(&chapter);
  std::ranges::stable_sort(chapters, {}, &Chapter::section);
  FileNames names;
  // The files that every e-book has, and every site.
  for (const std::string_view taken : {"nav", "cover"}) names.take(taken, ending(Target::ebook));
  names.take("index", ending(Target::site));
  NodeId section = manuscript.nodes.empty() ? kNoNode : manuscript[book::kRoot].first_child;
  for (; section != kNoNode; section = manuscript[section].next_sibling) {
    const Node& node = manuscript[section];
    if (!plan.has(section, kKept) || (node.kind == Kind::text && is_blank(node.text))) continue;
    const auto chapter = std::ranges::lower_bound(chapters, section, {}, &Chapter::section);
    const bool found = chapter != chapters.end() && (*chapter)->section == section;
    plan.documents.push_back(make_document(plan, section, found ? *chapter : nullptr, names));
    if (plan.documents.back().listing != Listing::none) prune_contents(plan, section);
    add_parts(plan, names);
  }
}

/// Marks what links, headings' entries and sections' labels lead to.
void mark_targets(Plan& plan) {
  const auto mark = [&plan](NodeId node) {
    const NodeId target = shown_target(plan, node);
    if (target != kNoNode) plan.facts[target.value] |= kNeedsId;
  };
  for (const book::LinkTarget& link : plan.manuscript->links) {
    if (link.node != kNoNode) mark(link.node);
  }
  for (const NodeId node : selected_nodes(plan.style->css)) {
    if (node.value < plan.facts.size() && shown_target(plan, node) == node) mark(node);
  }
  for (const book::OutlineEntry& entry : plan.style->outline) mark(entry.heading);
  for (const Document& document : plan.documents) mark(document.heading);
}

/// Header cells that others may name. In a table where others do not stand, `th` is not written as one.
void note_down_header_cells(Plan& plan) {
  const std::vector<Node>& nodes = plan.manuscript->nodes;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const NodeId id{i};
    if (nodes[i].kind != Kind::th || nodes[i].id.empty() || !plan.has(id, kHasText)) continue;
    if (plan.has(id, kKept) && nodes[nodes[i].parent.value].kind == Kind::tr) plan.header_cells.push_back(id);
  }
  std::ranges::stable_sort(plan.header_cells, {}, [&nodes](NodeId id) { return nodes[id.value].id; });
}

/// Long descriptions that pictures name (`aria-details`, `aria-describedby`) and that are shown.
void note_down_descriptions(Plan& plan) {
  const Manuscript& manuscript = *plan.manuscript;
  for (const book::PictureUse& use : manuscript.pictures) {
    const NodeId described = access::described_at(manuscript, use.node);
    const NodeId target = shown_target(plan, described);
    if (target == kNoNode || target != described || !plan.has(use.node, kKept)) continue;
    plan.descriptions.emplace_back(use.node, target);
    plan.facts[target.value] |= kNeedsId;
  }
}

void choose_pictures(Plan& plan, base::Diagnostics& diagnostics) {
  const Manuscript& manuscript = *plan.manuscript;
  std::vector<bool> used(manuscript.resources.size());
  for (const book::PictureUse& use : manuscript.pictures) {
    if (plan.has(use.node, kKept)) used[use.resource] = true;
  }
  if (manuscript.cover) used[*manuscript.cover] = true;
  for (const std::uint32_t picture : plan.style->pictures) used[picture] = true;
  plan.pictures = picture_files(*plan.book, used, diagnostics);
}

}  // namespace

bool is_shown(const Plan& plan, NodeId node) {
  const Node& shown = (*plan.manuscript)[node];
  return plan.has(node, kKept) && !(shown.kind == Kind::text && is_blank(shown.text));
}

Plan make_plan(const book::Book& book, const book::EbookStyle& style, Target target,
               base::Diagnostics& diagnostics) {
  Plan plan;
  plan.target = target;
  plan.book = &book;
  plan.manuscript = style.manuscript != nullptr ? style.manuscript.get() : book.manuscript.get();
  plan.style = &style;
  plan.facts.resize(plan.manuscript->nodes.size());
  mark_kept(plan);
  lay_out_documents(plan);
  note_down_notes(plan);
  mark_content(plan);
  mark_targets(plan);
  note_down_header_cells(plan);
  note_down_descriptions(plan);
  choose_pictures(plan, diagnostics);
  place_page_breaks(plan);
  return plan;
}

bool begins_parent(const Plan& plan, NodeId node) {
  const Manuscript& manuscript = *plan.manuscript;
  do {
    node = manuscript[node].previous_sibling;
  } while (node != kNoNode && !is_shown(plan, node));
  return node == kNoNode;
}

bool ends_parent(const Plan& plan, NodeId node) {
  const Manuscript& manuscript = *plan.manuscript;
  do {
    node = manuscript[node].next_sibling;
  } while (node != kNoNode && !is_shown(plan, node));
  return node == kNoNode;
}

const Document* document_of(const Plan& plan, NodeId node) {
  auto document = std::ranges::upper_bound(plan.documents, node, {}, &Document::first);
  if (document == plan.documents.begin() || node == kNoNode) return nullptr;
  --document;
  return node <= document->last ? &*document : nullptr;
}

std::uint32_t note_number(const Plan& plan, const Document& document, NodeId note) {
  const auto row = std::ranges::lower_bound(plan.notes, note);
  return static_cast<std::uint32_t>(row - plan.notes.begin()) - document.notes.begin + 1;
}

const PictureFile* picture_of(const Plan& plan, NodeId img) {
  const auto& uses = plan.manuscript->pictures;
  const auto row = std::ranges::lower_bound(uses, img, {}, &book::PictureUse::node);
  if (row == uses.end() || row->node != img) return nullptr;
  const PictureFile& file = plan.pictures[row->resource];
  return file.name.empty() ? nullptr : &file;
}

NodeId header_cell(const Plan& plan, std::string_view id) {
  const auto id_of = [&plan](NodeId node) { return (*plan.manuscript)[node].id; };
  const auto row = std::ranges::lower_bound(plan.header_cells, id, {}, id_of);
  return row != plan.header_cells.end() && id_of(*row) == id && has_id(plan, *row) ? *row : kNoNode;
}

NodeId description_of(const Plan& plan, NodeId img) {
  const auto row = std::ranges::lower_bound(plan.descriptions, img, {}, &std::pair<NodeId, NodeId>::first);
  return row != plan.descriptions.end() && row->first == img ? row->second : kNoNode;
}

const book::GeneratedText* generated_text(const Plan& plan, NodeId node, book::GeneratedPlace place) {
  const auto& generated = plan.style->generated;
  auto row = std::ranges::lower_bound(generated, node, {}, &book::GeneratedText::node);
  for (; row != generated.end() && row->node == node; ++row) {
    if (row->place == place) return &*row;
  }
  return nullptr;
}

}  // namespace reliure::epub

#include "pdf/structure_tree.h"

#include <algorithm>
#include <charconv>

#include "pdf/trees.h"

namespace reliure::pdf {

namespace {

using book::Kind;
using book::NodeId;

enum class KidKind : std::uint8_t { element, mark, annotation };

/// One kid of an element, placed in document order by the node it comes from.
struct Kid {
  std::uint32_t element = 0;
  std::uint32_t key = 0;
  KidKind kind = KidKind::element;
  /// Index of the child element, or of the page.
  std::uint32_t index = 0;
  /// Marked-content id, or the annotation's object.
  std::uint32_t number = 0;
};

bool is_cell_or_row(std::string_view type) { return type == "TR" || type == "TH" || type == "TD"; }

/// A mark and where it stands.
struct PlacedMark {
  std::uint32_t order = 0;
  std::uint32_t page = 0;
  std::uint32_t id = 0;
};

/// All marks in the order of reading, which is not that of pages where sheets hold several.
std::vector<PlacedMark> in_reading_order(const TaggedPages& tagged) {
  std::vector<PlacedMark> marks;
  for (std::uint32_t page = 0; page < tagged.pages.size(); ++page) {
    for (std::uint32_t id = 0; id < tagged.marks[page].size(); ++id) {
      marks.push_back({tagged.marks[page][id].order, page, id});
    }
  }
  std::ranges::stable_sort(marks, {}, &PlacedMark::order);
  return marks;
}

/// The marks and annotations of all pages as kids, without the elements between them.
std::vector<Kid> collect_kids(const book::Manuscript& manuscript, const Structure& structure,
                              const TaggedPages& tagged) {
  std::vector<Kid> kids;
  std::vector<bool> begun(structure.elements.size());
  for (const PlacedMark& at : in_reading_order(tagged)) {
    const Mark& mark = tagged.marks[at.page][at.id];
    // What a style adds to an element stands before all that the element holds, or after it.
    const bool is_element = manuscript[mark.node].kind != Kind::text;
    const NodeId place =
        is_element && begun[mark.element] ? manuscript[mark.node].last_descendant : mark.node;
    begun[mark.element] = true;
    kids.push_back({mark.element, place.value, KidKind::mark, at.page, at.id});
  }
  for (std::uint32_t page = 0; page < tagged.pages.size(); ++page) {
    for (const LinkAnnotation& link : tagged.links[page]) {
      kids.push_back({link.element, 0xFFFFFFFF, KidKind::annotation, page, link.ref.number});
    }
  }
  return kids;
}

/// Which elements are in the file: those with kids, all above them, and the rows and cells of such tables.
std::vector<bool> find_shown(const Structure& structure, const std::vector<Kid>& kids) {
  std::vector<bool> shown(structure.elements.size());
  for (const Kid& kid : kids) {
    shown[kid.element] = true;
  }
  for (std::size_t i = structure.elements.size(); i-- > 0;) {
    if (shown[i] && structure.elements[i].parent != kNoElement) {
      shown[structure.elements[i].parent] = true;
    }
  }
  for (std::size_t i = 0; i < structure.elements.size(); ++i) {
    const Element& element = structure.elements[i];
    if (is_cell_or_row(element.type) && element.parent != kNoElement && shown[element.parent]) {
      shown[i] = true;
    }
  }
  return shown;
}

/// A span of rows or columns; 0 unless it is a number above 1.
int span_of(const book::Manuscript& manuscript, NodeId cell, std::string_view attribute) {
  const std::string_view value = manuscript.attribute(cell, attribute).value_or(std::string_view());
  int span = 0;
  std::from_chars(value.data(), value.data() + value.size(), span);
  return span > 1 && span <= 1000 ? span : 0;  // HTML's own limit for colspan
}

/// The scope that the author gave, else columns in the table's head and rows elsewhere.
std::string_view scope_of(const book::Manuscript& manuscript, NodeId cell) {
  const std::string_view value = manuscript.attribute(cell, "scope").value_or(std::string_view());
  if (value == "row" || value == "rowgroup") {
    return "Row";
  }
  if (value == "col" || value == "colgroup") {
    return "Column";
  }
  const NodeId row = manuscript[cell].parent;
  const NodeId group = row == book::kNoNode ? row : manuscript[row].parent;
  const bool in_head = group != book::kNoNode && manuscript[group].kind == Kind::thead;
  return in_head || manuscript[cell].previous_sibling != book::kNoNode ? "Column" : "Row";
}

void add_cell_attributes(Entries& entries, const book::Manuscript& manuscript, const Element& element) {
  Entries attributes;
  attributes.name("O", "Table");
  const bool header = element.type == "TH";
  if (header) {
    attributes.name("Scope", scope_of(manuscript, element.node));
  }
  const int columns = span_of(manuscript, element.node, "colspan");
  const int rows = span_of(manuscript, element.node, "rowspan");
  if (columns > 0) {
    attributes.integer("ColSpan", columns);
  }
  if (rows > 0) {
    attributes.integer("RowSpan", rows);
  }
  if (header || columns > 0 || rows > 0) {
    entries.raw("A", "<<" + attributes.take() + ">>");
  }
}

std::string note_id(NodeId node) {
  std::string out = "note-";
  append_integer(out, node.value);
  return out;
}

/// What an element says beside its type: language, alternative and expanded text, attributes.
void add_properties(Entries& entries, const book::Manuscript& manuscript, const Element& element) {
  const NodeId node = element.node;
  if (!manuscript[node].language.empty()) {
    entries.text("Lang", manuscript[node].language);
  }
  if (element.type == "Figure") {
    entries.text("Alt", manuscript.attribute(node, "alt").value_or(std::string_view()));
  } else if (element.type == "Note") {
    entries.string("ID", note_id(node));
  } else if (element.type == "L") {
    const bool numbered = manuscript[node].kind == Kind::ol;
    entries.raw("A", numbered ? "<</O /List /ListNumbering /Decimal>>" : "<</O /List /ListNumbering /Disc>>");
  } else if (element.type == "TH" || element.type == "TD") {
    add_cell_attributes(entries, manuscript, element);
  } else if (manuscript[node].kind == Kind::abbr) {
    if (const auto title = manuscript.attribute(node, "title"); title && !title->empty()) {
      entries.text("E", *title);
    }
  }
}

/// Writes elements whose kids are sorted by element.
struct TreeWriter {
  Objects& objects;
  const book::Manuscript& manuscript;
  const Structure& structure;
  const TaggedPages& tagged;
  std::vector<Ref> refs;
  Ref root;

  /// `page` is the element's own Pg; marks of other pages name theirs.
  void append_kid(std::string& out, const Kid& kid, std::uint32_t page) const {
    if (kid.kind == KidKind::element) {
      append_ref(out, refs[kid.index]);
    } else if (kid.kind == KidKind::mark && kid.index == page) {
      append_integer(out, kid.number);
    } else {
      out += kid.kind == KidKind::mark ? "<</Type /MCR /Pg " : "<</Type /OBJR /Pg ";
      append_ref(out, tagged.pages[kid.index]);
      out += kid.kind == KidKind::mark ? " /MCID " : " /Obj ";
      append_integer(out, kid.number);
      out += kid.kind == KidKind::mark ? ">>" : " 0 R>>";
    }
  }

  void write(std::uint32_t index, std::span<const Kid> kids) const {
    const Element& element = structure.elements[index];
    const auto mark = std::ranges::find(kids, KidKind::mark, &Kid::kind);
    Entries entries;
    entries.name("S", element.type).ref("P", element.parent == kNoElement ? root : refs[element.parent]);
    if (mark != kids.end()) {
      entries.ref("Pg", tagged.pages[mark->index]);
    }
    add_properties(entries, manuscript, element);
    std::string list = "[";
    for (const Kid& kid : kids) {
      append_kid(list, kid, mark != kids.end() ? mark->index : book::kNoPage);
      list += ' ';
    }
    if (!kids.empty()) {
      list.back() = ']';
      entries.raw("K", list);
    }
    objects.set(refs[index], entries.take());
  }

  void write_all(const std::vector<Kid>& kids) const {
    std::size_t at = 0;
    for (std::uint32_t index = 0; index < refs.size(); ++index) {
      const std::size_t begin = at;
      while (at < kids.size() && kids[at].element == index) {
        ++at;
      }
      if (refs[index]) {
        write(index, std::span(kids).subspan(begin, at - begin));
      }
    }
  }

  /// From pages and annotations back to elements (§14.7.4.4).
  std::string parent_tree() const {
    std::vector<TreeEntry> entries;
    for (std::size_t page = 0; page < tagged.pages.size(); ++page) {
      std::string list = "[";
      for (const Mark& mark : tagged.marks[page]) {
        append_ref(list, refs[mark.element]);
        list += ' ';
      }
      entries.push_back({std::to_string(page), list + "]"});
    }
    for (const std::vector<LinkAnnotation>& links : tagged.links) {
      for (const LinkAnnotation& link : links) {
        std::string ref;
        append_ref(ref, refs[link.element]);
        entries.push_back({std::to_string(entries.size()), std::move(ref)});
      }
    }
    return add_tree(objects, "Nums", entries);
  }

  /// Notes by their ID, which readers sort by bytes.
  std::string id_tree() const {
    std::vector<TreeEntry> entries;
    for (std::size_t i = 0; i < refs.size(); ++i) {
      if (refs[i] && structure.elements[i].type == "Note") {
        TreeEntry entry;
        append_string(entry.key, note_id(structure.elements[i].node));
        append_ref(entry.value, refs[i]);
        entries.push_back(std::move(entry));
      }
    }
    std::ranges::sort(entries, {}, &TreeEntry::key);
    return entries.empty() ? std::string() : add_tree(objects, "Names", entries);
  }
};

}  // namespace

Ref add_structure_tree(Objects& objects, const book::Manuscript& manuscript, const Structure& structure,
                       const TaggedPages& tagged) {
  std::vector<Kid> kids = collect_kids(manuscript, structure, tagged);
  const std::vector<bool> shown = find_shown(structure, kids);
  TreeWriter writer{
      objects, manuscript, structure, tagged, std::vector<Ref>(structure.elements.size()), objects.reserve()};
  for (std::uint32_t i = 0; i < structure.elements.size(); ++i) {
    const Element& element = structure.elements[i];
    if (shown[i]) {
      writer.refs[i] = objects.reserve();
      if (element.parent != kNoElement) {
        kids.push_back({element.parent, element.node.value, KidKind::element, i, 0});
      }
    }
  }
  std::ranges::stable_sort(kids, {}, [](const Kid& kid) { return std::pair(kid.element, kid.key); });
  writer.write_all(kids);
  Entries entries;
  entries.name("Type", "StructTreeRoot");
  if (!writer.refs.empty() && writer.refs.front()) {
    entries.ref("K", writer.refs.front());
  }
  entries.raw("ParentTree", "<<" + writer.parent_tree() + ">>");
  if (const std::string ids = writer.id_tree(); !ids.empty()) {
    entries.raw("IDTree", "<<" + ids + ">>");
  }
  objects.set(writer.root, entries.take());
  return writer.root;
}

}  // namespace reliure::pdf

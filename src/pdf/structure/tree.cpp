#include "pdf/structure/tree.h"

#include <algorithm>

#include "pdf/structure/properties.h"
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

/// Parts of a table that are there even when they are empty: each row has all of its cells.
bool is_part_of_table(std::string_view type) {
  constexpr std::string_view kTypes[] = {"THead", "TBody", "TFoot", "TR", "TH", "TD"};
  return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
}

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

/// Elements that hold no words, and yet have marks: what styles add to groups and lists.
struct Wrapper {
  Structure& structure;
  std::uint32_t parent = kNoElement;
  NodeId place;
  std::uint32_t around = kNoElement;

  std::uint32_t add(std::string_view type, std::uint32_t above) {
    structure.elements.push_back({type, above, book::kNoNode, place});
    return static_cast<std::uint32_t>(structure.elements.size() - 1);
  }

  /// The paragraph or the item for a mark of `element` at `at`. Marks that follow each other share one.
  std::uint32_t wrap(std::uint32_t element, NodeId at) {
    const std::string_view type = structure.elements[element].type;
    const std::string_view inner = type_of_marks(type);
    if (inner == type) {
      return element;
    }
    if (parent != element || place != at) {
      parent = element;
      place = at;
      const std::string_view item = type == "L" ? "LI" : type == "TOC" ? "TOCI" : std::string_view();
      around = add(inner, item.empty() ? element : add(item, element));
    }
    return around;
  }
};

/// The marks and annotations of all pages as kids, without the elements between them.
std::vector<Kid> collect_kids(const book::Manuscript& manuscript, Structure& structure, TaggedPages& tagged) {
  std::vector<Kid> kids;
  std::vector<bool> begun(structure.elements.size());
  Wrapper wrapper{structure, kNoElement, {}, kNoElement};
  for (const PlacedMark& at : in_reading_order(tagged)) {
    Mark& mark = tagged.marks[at.page][at.id];
    // What a style adds to an element stands before all that the element holds, or after it.
    const bool is_element = manuscript[mark.node].kind != Kind::text;
    const NodeId place =
        is_element && begun[mark.element] ? manuscript[mark.node].last_descendant : mark.node;
    begun[mark.element] = true;
    mark.element = wrapper.wrap(mark.element, place);
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
    if (is_part_of_table(element.type) && element.parent != kNoElement && shown[element.parent]) {
      shown[i] = true;
    }
  }
  return shown;
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

  /// The first item of the list, which comes right after it, has a label that is shown.
  bool has_labels(std::uint32_t list) const {
    const std::size_t label = list + std::size_t{2};
    return label < refs.size() && structure.elements[label].type == "Lbl" && refs[label];
  }

  /// Where pictures or a formula are on the page that shows the first of the marks (table 344).
  void add_box(Entries& entries, std::span<const Kid> kids) const {
    std::optional<Box> box;
    std::uint32_t page = book::kNoPage;
    for (const Kid& kid : kids) {
      if (kid.kind == KidKind::mark && (page == book::kNoPage || page == kid.index)) {
        page = kid.index;
        const std::optional<Box>& pictures = tagged.marks[kid.index][kid.number].pictures;
        box = box && pictures ? around(*box, *pictures) : pictures ? pictures : box;
      }
    }
    if (box) {
      std::string list;
      append_box(list, *box);
      entries.raw("A", "<</O /Layout /BBox " + list + ">>");
    }
  }

  void write(std::uint32_t index, std::span<const Kid> kids) const {
    const Element& element = structure.elements[index];
    const auto mark = std::ranges::find(kids, KidKind::mark, &Kid::kind);
    Entries entries;
    // A link that leads nowhere has no annotation, and is not one (ISO 14289-1 §7.18.5).
    const bool dead =
        element.type == "Link" && std::ranges::find(kids, KidKind::annotation, &Kid::kind) == kids.end();
    entries.name("S", dead ? "Span" : element.type)
        .ref("P", element.parent == kNoElement ? root : refs[element.parent]);
    if (mark != kids.end()) {
      entries.ref("Pg", tagged.pages[mark->index]);
    }
    add_properties(entries, manuscript, structure, index, has_labels(index));
    add_box(entries, kids);
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

  /// Notes and header cells by their IDs, which readers sort by bytes.
  std::string id_tree() const {
    std::vector<TreeEntry> entries;
    for (std::size_t i = 0; i < refs.size(); ++i) {
      const std::string id = element_id(structure, structure.elements[i]);
      if (refs[i] && !id.empty()) {
        TreeEntry entry;
        append_string(entry.key, id);
        append_ref(entry.value, refs[i]);
        entries.push_back(std::move(entry));
      }
    }
    std::ranges::sort(entries, {}, &TreeEntry::key);
    return entries.empty() ? std::string() : add_tree(objects, "Names", entries);
  }
};

}  // namespace

Ref add_structure_tree(Objects& objects, const book::Manuscript& manuscript, Structure structure,
                       TaggedPages tagged) {
  std::vector<Kid> kids = collect_kids(manuscript, structure, tagged);
  const std::vector<bool> shown = find_shown(structure, kids);
  TreeWriter writer{
      objects, manuscript, structure, tagged, std::vector<Ref>(structure.elements.size()), objects.reserve()};
  for (std::uint32_t i = 0; i < structure.elements.size(); ++i) {
    const Element& element = structure.elements[i];
    if (shown[i]) {
      writer.refs[i] = objects.reserve();
      if (element.parent != kNoElement) {
        kids.push_back({element.parent, element.place.value, KidKind::element, i, 0});
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

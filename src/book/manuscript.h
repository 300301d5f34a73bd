#pragma once
// The manuscript: every page of the book as one tree, whatever it was written in.
//
// Shape of the tree:
//
//   document
//     section.cover          made from the metadata, as the next two
//     section.title-page, then section.colophon
//     nav.contents           made from the outline: ol > li > a[href=#id] (> ol), headed by an h1
//     nav.captions ...       lists of figures and of tables: ol > li > a[href=#id], headed by an h1
//     section.chapter ...    one for each page, flat, in reading order; class depth-1, depth-2 ...;
//                            its first child is the heading made from the page's title; the first page
//                            has the class opening when its title is the book's
//     section.last-page      made from the metadata
//
// A footnote is a `note` node inside the paragraph, at the place of its call; its children are the
// note's blocks. Second calls to the same note are `a.noteref` links to it.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/span.h"
#include "base/string_arena.h"
#include "book/kind.h"

namespace reliure::book {

/// A node of one manuscript. `kNoNode` is none.
struct NodeId {
  std::uint32_t value = 0xFFFFFFFF;
  friend constexpr auto operator<=>(NodeId, NodeId) = default;
};
inline constexpr NodeId kNoNode{};
inline constexpr NodeId kRoot{0};

struct Attribute {
  std::string_view name;
  std::string_view value;
};

/// One element or text. Nodes are numbered in document order: a parent before its children, and the
/// nodes below `n` are exactly those from `n + 1` up to `last_descendant`.
struct Node {
  Kind kind = Kind::text;
  NodeId parent;
  NodeId first_child;
  NodeId next_sibling;
  NodeId previous_sibling;
  NodeId last_descendant;
  base::Span span;
  /// The text of a text node, white space as written (after HTML's own rules); empty for elements.
  std::string_view text;
  /// Unique in the book (`page--id`), empty when the author gave none and nothing needs one.
  std::string_view id;
  /// Declared on this element (`lang`), else empty; see `Manuscript::language`.
  std::string_view language;
  std::uint32_t first_attribute = 0;
  std::uint16_t attribute_count = 0;
  std::uint16_t class_count = 0;
  std::uint32_t first_class = 0;
};

/// Where an `a` leads: to a node of the book, or out of it.
struct LinkTarget {
  NodeId source;
  /// The node it leads to, or `kNoNode` for an outside address.
  NodeId node;
  /// The absolute address outside the book, else empty.
  std::string_view url;
};

enum class Matter : std::uint8_t { front, body, back };

/// A page of the site, or a generated section, as a part of the book.
struct Chapter {
  NodeId section;
  /// The heading that bears its title, or `kNoNode`.
  NodeId heading;
  std::string title;
  /// ASCII, unique in the book: `fiches-pratiques-impression`. Names its XHTML file and its ids.
  std::string slug;
  std::string language;
  /// 1 for the top level.
  int depth = 1;
  Matter matter = Matter::body;
};

/// A heading as the contents, the outline and the e-book's navigation list it, unless styles say otherwise.
struct OutlineEntry {
  NodeId heading;
  /// Depth in the book from 1, without gaps: at most one more than the entry before.
  int level = 1;
  std::string title;
  /// Whether a reader shows its bookmark without those below it.
  bool closed = true;
};

struct Author {
  std::string name;
  /// MARC relator code: `aut`, `edt`, `ill` ...
  std::string role = "aut";
};

/// What the book is a part of.
struct Series {
  std::string title;
  /// Its number in the series, as decimal numbers with points (`2`, `2.1`), or empty.
  std::string position;
};

/// Who stands for the claim that the book is accessible. A claim needs a name (EPUB Accessibility 1.1 §2.3).
struct Certification {
  /// Empty: the publisher, else the authors.
  std::string by;
  std::string credential;
  /// The address of a report.
  std::string report;
  /// The author may know better than checks do.
  bool claims = true;
};

struct Metadata {
  std::string title;
  std::string subtitle;
  /// BCP 47.
  std::string language = "en";
  /// A URI that stays the same across editions: `urn:uuid:...`, `urn:isbn:...`.
  std::string identifier;
  std::vector<Author> authors;
  std::string publisher;
  /// ISO 8601 date, or empty.
  std::string date;
  std::string rights;
  std::string description;
  std::vector<std::string> subjects;
  std::vector<Series> series;
  Certification certification;
};

/// A picture file that the book uses, once however often it is used.
struct Resource {
  /// Path below the book's root, with `/`.
  std::string path;
  std::string media_type;
  base::Bytes bytes;
  /// The first place that uses it.
  base::Span used_at;
};

/// An `img` and its resource.
struct PictureUse {
  NodeId node;
  std::uint32_t resource = 0;
};

/// Everything the author wrote, as one tree with its tables beside it. Immutable after `content::parse`.
struct Manuscript {
  Metadata metadata;
  std::vector<Node> nodes;
  std::vector<Attribute> attributes;
  std::vector<std::string_view> classes;
  std::vector<Chapter> chapters;
  std::vector<OutlineEntry> outline;
  /// Sorted by `source`.
  std::vector<LinkTarget> links;
  std::vector<Resource> resources;
  /// Sorted by `node`. An `img` whose file could not be used has no row.
  std::vector<PictureUse> pictures;
  /// A picture for the e-book's cover, as an index into `resources`.
  std::optional<std::uint32_t> cover;
  base::StringArena strings;

  const Node& operator[](NodeId id) const { return nodes[id.value]; }
  std::span<const Attribute> attributes_of(NodeId id) const;
  std::span<const std::string_view> classes_of(NodeId id) const;
  /// The value of an attribute other than id, class and lang; nothing when absent.
  std::optional<std::string_view> attribute(NodeId id, std::string_view name) const;
  bool has_class(NodeId id, std::string_view name) const;
  /// The language in force at the node: its own or the nearest ancestor's, else the book's.
  std::string_view language(NodeId id) const;
  const LinkTarget* link(NodeId source) const;
  const Resource* picture(NodeId img) const;
};

}  // namespace reliure::book

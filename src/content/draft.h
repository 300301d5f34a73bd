#pragma once
// A page on its way to the manuscript: its own small tree, built while other pages build theirs.
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "base/string_arena.h"
#include "book/manuscript.h"
#include "content/french.h"

namespace reliure::content {

/// An `a` with an address, still to be resolved.
struct DraftLink {
  book::NodeId node;
  std::string_view address;
  /// The address in the source.
  base::Span span;
  /// Where it leads when that is known already: a note of the same page.
  book::NodeId target;
  /// An empty text in a link without words, for the title of what it leads to.
  book::NodeId words = book::kNoNode;
  /// It stands for a film, a sound or a frame, which was reported.
  bool is_medium = false;
};

/// An `img` with an address, or an inline picture's own bytes.
struct DraftPicture {
  book::NodeId node;
  std::string_view address;
  base::Span span;
  base::Bytes svg;
  /// The author wrote an alternative text, be it an empty one.
  bool has_alternative = false;
};

struct DraftHeading {
  book::NodeId node;
  /// As the author counts, from 1; `numbered` replaces it by the depth in the book.
  int level = 1;
  /// Whether the contents and the outline list it.
  bool listed = true;
  std::string title;
};

/// A figure or table with a caption: what lists of them list, and what is numbered.
struct DraftCaption {
  book::NodeId node;
  /// Its `figcaption` or `caption`.
  book::NodeId caption;
  bool is_table = false;
};

/// What the rules of typography did in one text.
struct SetChange {
  /// The text's, or that of the element whose `alt` or `title` it is.
  base::Span span;
  /// The text as the author wrote it, held by the draft and then by the manuscript; of the metadata, by the
  /// tree of sources.
  std::string_view text;
  /// `piece` is of no meaning.
  Change change;
};

/// Ids refer to this draft's own nodes, whose first is its section.
struct Draft {
  std::vector<book::Node> nodes;
  std::vector<book::Attribute> attributes;
  std::vector<std::string_view> classes;
  base::StringArena strings;
  std::vector<DraftLink> links;
  std::vector<DraftPicture> pictures;
  std::vector<DraftHeading> headings;
  /// In document order; none is inside another.
  std::vector<DraftCaption> captions;
  std::vector<SetChange> changes;
  /// By the id as the author wrote it.
  std::unordered_map<std::string_view, book::NodeId> ids;
  /// Headings by the fragments that GitHub gives them (`github_slug`).
  std::unordered_map<std::string, book::NodeId> github_ids;
  /// The heading with the page's title.
  book::NodeId title = book::kNoNode;
  base::Diagnostics diagnostics;

  book::Node& operator[](book::NodeId id) { return nodes[id.value]; }
  const book::Node& operator[](book::NodeId id) const { return nodes[id.value]; }
};

/// Builds a draft's nodes in document order.
class DraftBuilder {
 public:
  explicit DraftBuilder(Draft& draft) : draft_(draft) {}

  book::NodeId open(book::Kind kind, base::Span span);
  void close();
  /// An element without children.
  book::NodeId leaf(book::Kind kind, base::Span span);
  book::NodeId text(std::string_view text, base::Span span);
  /// To the node opened last, before its children.
  void attribute(std::string_view name, std::string_view value);
  void add_class(std::string_view name);

  /// The kind of the innermost open element.
  book::Kind kind() const { return draft_.nodes[open_.back().node.value].kind; }
  book::NodeId node() const { return open_.back().node; }
  std::size_t depth() const { return open_.size(); }
  /// The last child of the innermost open element so far.
  book::NodeId last_child() const { return open_.back().last_child; }

 private:
  struct Open {
    book::NodeId node;
    book::NodeId last_child;
  };
  book::NodeId append(book::Kind kind, base::Span span);

  Draft& draft_;
  std::vector<Open> open_;
};

/// To a node that was built before.
void append_class(Draft& draft, book::NodeId node, std::string_view name);
void append_attribute(Draft& draft, book::NodeId node, std::string_view name, std::string_view value);

/// The text below a node as a reader hears it: pictures and formulas by their alternative text, notes left
/// out, white space collapsed.
std::string text_below(const Draft& draft, book::NodeId node);

}  // namespace reliure::content

#pragma once
// Where links and outline entries lead.
#include <string>
#include <vector>

#include "book/book.h"
#include "pdf/objects.h"

namespace reliure::pdf {

/// The places of a book's nodes in the file.
class Destinations {
 public:
  /// `pages` are the pages' objects.
  Destinations(const book::Book& book, const std::vector<Ref>& pages);
  /// An explicit destination (ISO 32000-1 §12.3.2.2): the node's anchor, or the top of its first page. Empty
  /// when the book shows neither.
  std::string to(book::NodeId node) const;
  /// The first link on the pages that leads to `note`, else what holds the note.
  std::string to_call(book::NodeId note) const;
  /// The entries of a name tree: every anchored node that has an id, under that id (§12.3.2.3).
  std::string add_names(Objects& objects) const;

 private:
  struct Place {
    book::NodeId node;
    std::uint32_t page = 0;
    base::Point at;
  };
  void collect_link(const book::Link& link, std::uint32_t page, const base::Transform& placement);
  void collect(const std::vector<book::Item>& items, std::uint32_t page, const base::Transform& placement);
  std::string destination(std::uint32_t page, base::Point at) const;

  const book::Book& book_;
  const std::vector<Ref>& pages_;
  /// The first anchor of each node, sorted by node.
  std::vector<Place> places_;
  /// The first call of each note, in the same way.
  std::vector<Place> calls_;
};

}  // namespace reliure::pdf

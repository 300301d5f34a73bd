#pragma once
// The structure tree in the file, with what ties it to pages and annotations.
#include <span>
#include <vector>

#include "book/book.h"
#include "pdf/content_stream.h"
#include "pdf/links.h"
#include "pdf/objects.h"
#include "pdf/structure/structure.h"

namespace reliure::pdf {

/// What the tree refers to; all by page.
struct TaggedPages {
  std::span<const Ref> pages;
  /// By marked-content id: what it belongs to.
  std::vector<std::vector<Mark>> marks;
  std::vector<std::vector<LinkAnnotation>> links;
};

/// Adds the elements that pages show, and table cells even when empty; returns the StructTreeRoot. The key of
/// a page in the parent tree is its index; those of annotations follow, in order.
Ref add_structure_tree(Objects& objects, const book::Manuscript& manuscript, Structure structure,
                       TaggedPages tagged);

}  // namespace reliure::pdf

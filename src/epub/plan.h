#pragma once
// What goes where in the e-book, settled before anything is written: so that every chapter can be written
// on its own, and a link knows the file and the id that it leads to.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "book/book.h"
#include "epub/pictures.h"
#include "epub/target.h"

namespace reliure::epub {

using book::Kind;
using book::kNoNode;
using book::NodeId;

/// What is known of a node before the writer comes to it; bits of `Plan::facts`.
enum Fact : std::uint8_t {
  /// Neither it nor anything around it is hidden.
  kKept = 1,
  /// It has an element below it that only flow content may hold.
  kHasBlock = 2,
  /// It has something to read: text, a described picture, generated text.
  kHasText = 4,
  /// Something leads to it.
  kNeedsId = 8,
};

/// A page of the book, before the byte `offset` of a text node or before an element.
struct PageBreak {
  NodeId node;
  std::uint32_t offset = 0;
  /// Index into `Book::pages`.
  std::uint32_t page = 0;
};

/// What a `nav` of the book lists.
enum class Listing : std::uint8_t { none, contents, figures, tables };

/// One XHTML file: a chapter or a part of one, the title page, the contents. The pages of a site before its
/// chapters are all in its first file.
struct Document {
  NodeId section;
  /// The nodes of the file; `first` is the section itself, but where a chapter goes on from another file.
  NodeId first;
  NodeId last;
  /// From 0: which file of its chapter it is.
  std::uint32_t part = 0;
  /// `kNoNode` when there is none to read.
  NodeId heading;
  std::string file;
  std::string title;
  std::string language;
  book::Matter matter = book::Matter::body;
  bool is_title_page = false;
  Listing listing = Listing::none;
  /// Into `Plan::breaks` and `Plan::notes`.
  book::Range breaks;
  book::Range notes;
};

struct Plan {
  Target target = Target::ebook;
  const book::Book* book = nullptr;
  const book::Manuscript* manuscript = nullptr;
  const book::EbookStyle* style = nullptr;
  /// By node.
  std::vector<std::uint8_t> facts;
  /// In reading order.
  std::vector<Document> documents;
  /// In reading order.
  std::vector<PageBreak> breaks;
  /// The kept `note` nodes in document order.
  std::vector<NodeId> notes;
  /// By resource of the manuscript.
  std::vector<PictureFile> pictures;
  /// Pictures and where their long descriptions stand, sorted.
  std::vector<std::pair<NodeId, NodeId>> descriptions;
  /// The header cells that have an id and words, sorted by id.
  std::vector<NodeId> header_cells;

  bool has(NodeId node, Fact fact) const { return (facts[node.value] & fact) != 0; }
};

/// The first file of a site.
inline constexpr std::string_view kIndex = "index.html";

Plan make_plan(const book::Book& book, const book::EbookStyle& style, Target target,
               base::Diagnostics& diagnostics);

/// Whether the node is kept, and more than white space.
bool is_shown(const Plan& plan, NodeId node);

/// Whether nothing shown stands before, or behind, the node in its parent.
bool begins_parent(const Plan& plan, NodeId node);
bool ends_parent(const Plan& plan, NodeId node);

/// The document that holds the node, or null.
const Document* document_of(const Plan& plan, NodeId node);

/// The number of a kept note in its document, from 1.
std::uint32_t note_number(const Plan& plan, const Document& document, NodeId note);

/// The picture file of an `img`, or null when the e-book cannot show it.
const PictureFile* picture_of(const Plan& plan, NodeId img);

/// The header cell with the id, or `kNoNode`.
NodeId header_cell(const Plan& plan, std::string_view id);

/// Where the long description of a picture stands, or `kNoNode`.
NodeId description_of(const Plan& plan, NodeId img);

/// What the style adds to the node as real text, or null.
const book::GeneratedText* generated_text(const Plan& plan, NodeId node, book::GeneratedPlace place);

}  // namespace reliure::epub

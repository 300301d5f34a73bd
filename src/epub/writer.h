#pragma once
// The state of one XHTML file while it is written.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "epub/columns.h"
#include "epub/content_model.h"
#include "epub/plan.h"

namespace reliure::epub {

/// An element that is open in the file.
struct Frame {
  /// Empty when its tags are left out.
  std::string_view tag;
  Kind kind = Kind::div;
  Model model = Model::flow;
  /// The element it writes, and the last node that stands in it. An implied element has no node and ends
  /// before the first sibling that does not need it.
  NodeId node;
  NodeId last;
  bool implied = false;
  /// Written as itself, so that rules on what may not be nested count it.
  bool counted = false;
  /// How far a table has come (`TableStage`), or whether a figure has its caption.
  std::uint8_t stage = 0;
  /// The part of a table that was put into it last came too late to be its head.
  bool late = false;
};

struct Writer {
  const Plan& plan;
  const Document& document;
  base::Diagnostics& diagnostics;
  std::string out{};
  std::vector<Frame> frames{};
  /// Into `Plan::breaks`.
  std::uint32_t next_break = 0;
  /// Calls of notes inside a link wait for its end: a link cannot hold another.
  std::vector<NodeId> waiting_calls{};
  /// By note of the document: whether its call has been written.
  std::vector<bool> called{};
  /// By kind: how many such elements are open.
  std::array<std::uint32_t, 256> open_count{};
  /// Of the open tables, the innermost last.
  std::vector<Columns> tables{};
  /// The paragraph that begins with its note's number, and that note.
  NodeId numbered_paragraph{};
  NodeId numbered_note{};

  std::uint32_t open(Kind kind) const { return open_count[static_cast<std::size_t>(kind)]; }
};

/// Writes the nodes from `first` to `last`, which are the children of the innermost open element and all
/// below them, and closes what they open.
void write_nodes(Writer& writer, NodeId first, NodeId last);

/// Writes page markers whose place is before `node`, where text may stand; all when `node` is `kNoNode`.
void write_page_markers(Writer& writer, NodeId node);

/// Makes the place ready for a child of `kind`: closes implied elements that it does not need, opens those
/// that it does. Says how the child is to be written there.
Fit settle(Writer& writer, NodeId node, Kind kind, bool has_block);

void open_frame(Writer& writer, const Frame& frame);
void close_frame(Writer& writer);

/// Writes the element that stands at `node` and returns the next node to write: its first child, or the node
/// behind it.
NodeId write_element(Writer& writer, NodeId node);

/// Writes a formula as the MathML that its author wrote, and returns the node behind it.
NodeId write_formula(Writer& writer, NodeId node);

/// Writes the call of a note, or keeps it until the link around it ends.
void write_note_call(Writer& writer, NodeId note);
void write_waiting_calls(Writer& writer);
/// Writes the number of a note as a link back to its call.
void write_back_link(Writer& writer, NodeId note);
/// Writes the notes of the document as its last section.
void write_notes(Writer& writer);

}  // namespace reliure::epub

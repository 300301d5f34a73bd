// Where an element may stand: the content models at work on the elements that are open.
#include <algorithm>

#include "epub/writer.h"

namespace reliure::epub {
namespace {

/// The parts of a table in the order that XHTML wants.
enum TableStage : std::uint8_t { kStart, kCaption, kColumns, kHead, kBody };

std::uint8_t stage_of(Kind kind) {
  switch (kind) {
    case Kind::caption:
      return kCaption;
    case Kind::colgroup:
      return kColumns;
    case Kind::thead:
      return kHead;
    default:
      return kBody;
  }
}

/// A part of a table that comes too late for its kind: a caption is shown as a cell, columns are left out.
Placement placed_in_table(const Frame& table, Kind kind, Placement placement) {
  if (kind == Kind::caption && table.stage >= kCaption) return {Fit::wrap, Kind::tbody};
  const bool columns = kind == Kind::colgroup || placement.wrapper == Kind::colgroup;
  if (columns && table.stage > kColumns) return {Fit::drop};
  return placement;
}

Placement placement_at(const Writer& writer, std::size_t level, NodeId node, Kind kind, bool has_block) {
  const Frame& frame = writer.frames[level];
  const Placement placement = place(frame.model, kind, has_block);
  if (frame.model == Model::table) return placed_in_table(frame, kind, placement);
  if (frame.model == Model::figure && kind == Kind::figcaption) {
    const bool at_an_end = begins_parent(writer.plan, node) || ends_parent(writer.plan, node);
    return {frame.stage == 0 && at_an_end ? Fit::as_is : Fit::as_div};
  }
  return placement;
}

void close_frames_above(Writer& writer, std::size_t level) {
  while (writer.frames.size() > level + 1) close_frame(writer);
}

/// Notes on the open element what has been put into it.
void advance(Frame& frame, Kind kind) {
  frame.late = frame.stage >= kHead;
  if (frame.model == Model::table) frame.stage = std::max(frame.stage, stage_of(kind));
  if (frame.model == Model::figure && kind == Kind::figcaption) frame.stage = 1;
}

void open_implied(Writer& writer, Kind kind) {
  Frame& parent = writer.frames.back();
  advance(parent, kind);
  Frame frame;
  frame.tag = book::name(kind);
  frame.kind = kind;
  frame.model = model_of(kind, parent.model);
  frame.last = parent.last;
  frame.implied = true;
  writer.out += '<';
  writer.out += frame.tag;
  writer.out += '>';
  open_frame(writer, frame);
}

}  // namespace

Fit settle(Writer& writer, NodeId node, Kind kind, bool has_block) {
  std::size_t level = writer.frames.size() - 1;
  while (writer.frames[level].implied) --level;
  for (;; ++level) {
    const Placement placement = placement_at(writer, level, node, kind, has_block);
    if (placement.fit != Fit::wrap) {
      close_frames_above(writer, level);
      if (placement.fit == Fit::as_is) advance(writer.frames[level], kind);
      return placement.fit;
    }
    const bool is_open =
        level + 1 < writer.frames.size() && writer.frames[level + 1].kind == placement.wrapper;
    if (!is_open) {
      close_frames_above(writer, level);
      open_implied(writer, placement.wrapper);
    }
  }
}

}  // namespace reliure::epub

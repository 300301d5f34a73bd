#include "layout/flow/ahead.h"

#include "layout/flow/block.h"

namespace reliure::layout {
namespace {

using book::NodeId;
using style::ComputedStyle;

/// Walks as `FlowBuilder` does, and sets nothing.
struct Lister {
  const Setting& setting;
  std::vector<WidePiece> found;

  void add_block(NodeId node, Place place) {
    const ComputedStyle& style = setting.style(node);
    if (setting.input.styles.hidden(node) || style.display == style::Display::table) return;
    add_children(node, inside_of(style, border_box(style, place), place.width));
  }

  void add_children(NodeId node, Place place) {
    for (const ContentPiece& piece : split_children(node, setting)) {
      if (const auto* block = std::get_if<NodeId>(&piece)) {
        add_block(*block, place);
      } else {
        found.push_back({std::get<InlineContent>(piece), place.width});
      }
    }
  }
};

}  // namespace

std::vector<WidePiece> list_paragraphs(std::span<const NodeId> blocks, base::Length width,
                                       const Setting& setting) {
  Lister lister{setting, {}};
  for (const NodeId block : blocks) {
    lister.add_block(block, {{}, width});
  }
  return std::move(lister.found);
}

SetParagraph set_ahead(const WidePiece& piece, const Setting& setting) {
  SetParagraph set;
  set.width = piece.width;
  Setting own{setting.input,  setting.generated, setting.references,
              setting.shaper, set.found,         setting.page_height};
  if (const ParagraphPtr paragraph = prepare(piece.content, own)) {
    const LineSlot slot{{}, piece.width};
    set.lines = break_lines(*paragraph, {&slot, 1}, own);
  }
  return set;
}

}  // namespace reliure::layout

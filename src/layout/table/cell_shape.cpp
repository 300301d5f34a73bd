#include "layout/table/cell_shape.h"

#include "layout/table/columns.h"

namespace reliure::layout {
namespace {

using base::Length;

void add_content(const Siblings& content, Length edges, const Workshop& workshop, CellShape& shape);

void add_block(const Element& element, Length edges, const Workshop& workshop, CellShape& shape) {
  const base::Edges own = block_edges(workshop.setting.style(element));
  shape.rest += own.vertical();
  if (!is_table(element, workshop.setting) && !is_picture(element, workshop.setting)) {
    add_content(content_of(element, workshop.setting), edges + own.horizontal(), workshop, shape);
  }
}

void add_content(const Siblings& content, Length edges, const Workshop& workshop, CellShape& shape) {
  for (const ContentPiece& piece : split(content, workshop.setting)) {
    if (const auto* block = std::get_if<Element>(&piece)) {
      add_block(*block, edges, workshop, shape);
    } else if (const auto* text = std::get_if<InlineContent>(&piece)) {
      const auto prepared = workshop.prepared.find(paragraph_key(*text));
      if (prepared != workshop.prepared.end() && prepared->second.paragraph != nullptr) {
        const Paragraph& paragraph = *prepared->second.paragraph;
        shape.texts.push_back({unbreakables(paragraph), line_height_of(paragraph), edges});
      }
    }
  }
}

}  // namespace

CellShape shape_of(const Cell& cell, const Workshop& workshop) {
  CellShape shape;
  const base::Edges edges = cell_edges(style_of(cell, workshop.setting));
  shape.rest = edges.vertical();
  add_content(cell.content, edges.horizontal(), workshop, shape);
  return shape;
}

Length height_at(const CellShape& shape, Length width) {
  Length height = shape.rest;
  for (const CellText& text : shape.texts) {
    height += text.line_height * count_lines(text.parts, width - text.edges);
  }
  return height;
}

}  // namespace reliure::layout

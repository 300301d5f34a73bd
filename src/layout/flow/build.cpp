#include "layout/flow/build.h"

#include <algorithm>

#include "layout/flow/block.h"
#include "layout/flow/set_box.h"
#include "layout/table/table.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;
/// What a picture asks for; one sized by its column gives way down to a letter or two.
InlineSize picture_size(const SetPicture& picture, const style::ComputedStyle& style) {
  const bool gives_way = style.width.percent != 0 || style.max_width.percent != 0;
  const Length width = picture.size.width;
  return {gives_way ? base::min(width, style.font_size * 2) : width, width};
}

InlineSize inner_size(const Element& element, Workshop& workshop) {
  const style::ComputedStyle& style = workshop.setting.style(element);
  if (is_table(element, workshop.setting)) {
    return measure_table(table_of(element.node, workshop.setting), workshop);
  }
  if (is_picture(element, workshop.setting)) {
    if (const auto picture = set_picture(element.node, {}, workshop.setting)) {
      return picture_size(*picture, style);
    }
  }
  return measure_content(content_of(element, workshop.setting), workshop);
}

InlineSize measure_paragraph(const InlineContent& content, Workshop& workshop) {
  ParagraphPtr paragraph = take_paragraph(content, workshop);
  if (paragraph == nullptr) {
    return {};
  }
  InlineSize size = measure(*paragraph);
  for (const Element& element : floats_of(*paragraph)) {
    const InlineSize beside = measure_block(element, workshop);
    size = {base::max(size.min_content, beside.min_content), size.max_content + beside.max_content};
  }
  PreparedParagraph& prepared = workshop.prepared[paragraph_key(content)];
  prepared.paragraph = std::move(paragraph);
  prepared.is_measured = true;
  return size;
}

InlineSize measure_piece(const ContentPiece& piece, Workshop& workshop) {
  if (const auto* block = std::get_if<Element>(&piece)) {
    return measure_block(*block, workshop);
  }
  const auto* table = std::get_if<TableBox>(&piece);
  return table != nullptr ? measure_table(*table, workshop)
                          : measure_paragraph(std::get<InlineContent>(piece), workshop);
}

}  // namespace

std::uint64_t paragraph_key(const InlineContent& content) {
  constexpr std::uint64_t kGenerated = std::uint64_t{1} << 40;
  if (content.first != book::kNoNode) return content.first.value;
  const std::uint64_t end = (content.after ? 1 : 0) + (content.block.pseudo ? 2 : 0);
  return kGenerated + std::uint64_t{content.block.node.value} * 4 + end;
}

namespace {

void measure_atoms(Paragraph& paragraph, Workshop& workshop) {
  const std::span<const Atom> atoms = atoms_of(paragraph);
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    set_atom_size(paragraph, i, measure_block(atoms[i].element, workshop));
  }
}

}  // namespace

ParagraphPtr take_paragraph(const InlineContent& content, Workshop& workshop) {
  const auto found = workshop.prepared.find(paragraph_key(content));
  const bool is_ready = found != workshop.prepared.end();
  ParagraphPtr paragraph = is_ready ? std::move(found->second.paragraph) : prepare(content, workshop.setting);
  const bool is_measured = is_ready && found->second.is_measured;
  if (is_ready) {
    workshop.setting.diagnostics.append(std::move(found->second.found));
    workshop.prepared.erase(found);
  }
  if (paragraph != nullptr && !is_measured) {
    measure_atoms(*paragraph, workshop);
  }
  return paragraph;
}

InlineSize measure_content(const Siblings& content, Workshop& workshop) {
  InlineSize widest;
  Length beside;
  for (const ContentPiece& piece : split(content, workshop.setting)) {
    const auto* block = std::get_if<Element>(&piece);
    const InlineSize size = measure_piece(piece, workshop);
    if (block != nullptr && is_floating(workshop.setting.style(*block))) {
      widest.min_content = base::max(widest.min_content, size.min_content);
      beside += size.max_content;
      continue;
    }
    widest = {base::max(widest.min_content, size.min_content),
              base::max(widest.max_content, size.max_content)};
  }
  widest.max_content += beside;
  return widest;
}

base::Edges block_edges(const style::ComputedStyle& style) {
  const auto edge = [&](std::size_t i) {
    return style.border[i].width + style.padding[i].length + style.margin[i].length;
  };
  return {edge(0), edge(1), edge(2), edge(3)};
}

InlineSize measure_block(const Element& element, Workshop& workshop) {
  const style::ComputedStyle& style = workshop.setting.style(element);
  InlineSize size = inner_size(element, workshop);
  if (has_columns(style) && style.column_count > 1) {
    const ColumnSet set = column_set_of(style, size.max_content);
    const auto beside = [&](Length width) { return (width + set.gap()) * style.column_count - set.gap(); };
    size = {beside(size.min_content), beside(size.max_content)};
  }
  if (!style.width.automatic && style.width.percent == 0) {
    size = {style.width.length, style.width.length};
  }
  const Length edges = block_edges(style).horizontal();
  return {size.min_content + edges, size.max_content + edges};
}

Flow build_content(const Siblings& content, Length width, Workshop& workshop, Length padding) {
  FlowBuilder builder(workshop, width);
  if (padding.raw > 0) {
    builder.add_padding(padding);
  }
  builder.begin_context();
  builder.add_content(content, {{}, width});
  builder.end_context();
  return builder.finish();
}

Flow build_sequence(std::span<const NodeId> blocks, const Stretch& stretch, Length width,
                    Workshop& workshop) {
  FlowBuilder builder(workshop, width, true);
  builder.restrict_to(stretch);
  for (const NodeId block : blocks) {
    builder.add_block(block, {{}, width});
  }
  return builder.finish();
}

}  // namespace reliure::layout

#include "layout/flow/ahead.h"

#include <utility>

#include "layout/flow/block.h"
#include "layout/table/grid.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;

/// Walks as `FlowBuilder` does, and sets nothing.
struct Lister {
  const Setting& setting;
  const Stretch& stretch;
  /// The multi-column container around, whose width spanning elements have.
  std::optional<Place> container{};
  std::vector<ParagraphAhead> found{};

  bool has(NodeId first, NodeId last) const {
    return setting.manuscript()[last].last_descendant >= stretch.from && first < stretch.to;
  }

  /// `place` is nothing below a table.
  void add_block(const Element& element, std::optional<Place> place) {
    const style::ComputedStyle& style = setting.style(element);
    if (!element.pseudo && (setting.input.styles.hidden(element.node) || !has(element.node, element.node)))
      return;
    if (is_floating(style)) {
      add_children(element, std::nullopt);
    } else if (is_table(element, setting)) {
      add_table(content_of(element, setting));
    } else if (place) {
      const Place outer = style.column_span && container ? *container : *place;
      add_content(element, inside_of(style, border_box(style, outer), outer.width));
    } else {
      add_children(element, std::nullopt);
    }
  }

  void add_content(const Element& element, Place place) {
    const style::ComputedStyle& style = setting.style(element);
    const ColumnSet set = has_columns(style) ? column_set_of(style, place.width) : ColumnSet{};
    if (set.count == 1) {
      add_children(element, place);
      return;
    }
    const std::optional<Place> outer = std::exchange(container, place);
    add_children(element, Place{place.x + set.x, set.width});
    container = outer;
  }

  void add_table(const Siblings& content) {
    for (const Cell& cell : read_grid(content, setting).cells) {
      add_pieces(cell.content, std::nullopt);
    }
  }

  void add_children(const Element& element, std::optional<Place> place) {
    add_pieces(content_of(element, setting), place);
  }

  void add_pieces(const Siblings& siblings, std::optional<Place> place) {
    for (const ContentPiece& piece : split(siblings, setting)) {
      if (const auto* block = std::get_if<Element>(&piece)) {
        add_block(*block, place);
      } else if (const auto* table = std::get_if<TableBox>(&piece)) {
        if (has(table->content.first, table->content.last)) {
          add_table(table->content);
        }
      } else if (const auto& content = std::get<InlineContent>(piece);
                 content.first == book::kNoNode || has(content.first, content.last)) {
        found.push_back({content, place ? std::optional(place->width) : std::nullopt});
      }
    }
  }
};

}  // namespace

std::vector<ParagraphAhead> list_paragraphs(std::span<const NodeId> blocks, const Stretch& stretch,
                                            Length width, const Setting& setting) {
  Lister lister{setting, stretch};
  for (const NodeId block : blocks) {
    lister.add_block(block, Place{{}, width});
  }
  return std::move(lister.found);
}

void make_place(const ParagraphAhead& paragraph, Ahead& ahead) {
  const std::uint64_t key = paragraph_key(paragraph.content);
  if (paragraph.width) {
    ahead.set[key].width = *paragraph.width;
  } else {
    ahead.prepared[key];
  }
}

void fill(const ParagraphAhead& paragraph, const Setting& setting, Ahead& ahead) {
  const std::uint64_t key = paragraph_key(paragraph.content);
  if (!paragraph.width) {
    PreparedParagraph& prepared = ahead.prepared.at(key);
    Setting own = reporting_to(prepared.found, setting);
    prepared.paragraph = prepare(paragraph.content, own);
    return;
  }
  SetParagraph& set = ahead.set.at(key);
  Setting own = reporting_to(set.found, setting);
  ParagraphPtr prepared = prepare(paragraph.content, own);
  if (prepared != nullptr && !is_plain(*prepared)) {
    set.paragraph = std::move(prepared);
  } else if (prepared != nullptr) {
    const LineSlot slot{{}, set.width};
    set.lines = break_lines(*prepared, {&slot, 1}, own);
  }
}

}  // namespace reliure::layout

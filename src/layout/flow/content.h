#pragma once
// Content: what stands in an element, sorted into blocks, paragraphs and tables. Where a part of a table
// lacks what must be around it, an anonymous box is (CSS 2.2 §9.2.1.1, §17.2.1): whatever the display,
// nothing is lost.
#include <utility>
#include <variant>
#include <vector>

#include "layout/paragraph/paragraph.h"
#include "layout/setting.h"

namespace reliure::layout {

/// Siblings in one element: all of its content, or a part of it that has an anonymous box.
struct Siblings {
  Element parent;
  /// Both `kNoNode` when there is only generated content, or none.
  book::NodeId first, last;
  /// They begin and end where the parent's content does: `::before` and `::after` are among them.
  bool before = false, after = false;
};

/// A table: an element, or an anonymous box around table parts that are in none (then `node` is `kNoNode`).
struct TableBox {
  book::NodeId node;
  Siblings content;
};

/// A piece of a block's content: a block, inline siblings that make a paragraph, or an anonymous table.
using ContentPiece = std::variant<Element, InlineContent, TableBox>;

/// All of an element's content.
Siblings content_of(const Element& element, const Setting& setting);

/// The pieces of content in order, without what is hidden or only white space.
std::vector<ContentPiece> split(const Siblings& content, const Setting& setting);

/// Whether `element` is a table: what has that display but none of a table's parts is set as a block.
bool is_table(const Element& element, const Setting& setting);

/// Whether `element` is an `img`; what it generates is none.
inline bool is_picture(const Element& element, const Setting& setting) {
  return !element.pseudo && setting.manuscript()[element.node].kind == book::Kind::img;
}

/// The element as a table.
inline TableBox table_of(book::NodeId node, const Setting& setting) {
  return {node, content_of(node, setting)};
}

/// Whether the element has content of its own making before or after its children.
bool generates(book::NodeId node, style::PseudoElement element, const Setting& setting);

/// What takes no part in the content: hidden or running elements, and the white space around blocks.
bool is_left_out(book::NodeId node, const Setting& setting);

/// The display that a node's box has among its siblings. Text is inline; so is a picture that would be a part
/// of a table. What floats is a block (CSS 2.2 §9.7), and so is a column that has something in it.
style::Display box_display(book::NodeId node, const Setting& setting);

/// Whether a box with this display belongs into a table.
constexpr bool is_table_part(style::Display display) { return display >= style::Display::table_row_group; }

/// Sorts siblings: `part` is called for those that `belongs` says may stand there, `rest` for each run of
/// others between them, which needs an anonymous box.
template <class Belongs, class Part, class Rest>
void for_each_part(const Siblings& content, const Setting& setting, Belongs belongs, Part part, Rest rest) {
  const auto generated = [&](style::PseudoElement element) {
    return generates(content.parent.node, element, setting);
  };
  Siblings run{content.parent, {}, {}, content.before && generated(style::PseudoElement::before), false};
  const auto end_run = [&] {
    if (run.first != book::kNoNode || run.before || run.after) {
      rest(std::as_const(run));
    }
    run = {content.parent, {}, {}, false, false};
  };
  const book::Manuscript& manuscript = setting.manuscript();
  for (book::NodeId node = content.first; node != book::kNoNode;
       node = node == content.last ? book::kNoNode : manuscript[node].next_sibling) {
    if (is_left_out(node, setting)) {
      continue;
    }
    if (const style::Display display = box_display(node, setting); belongs(display)) {
      end_run();
      part(node, display);
    } else {
      run.first = run.first == book::kNoNode ? node : run.first;
      run.last = node;
    }
  }
  run.after = content.after && generated(style::PseudoElement::after);
  end_run();
}

}  // namespace reliure::layout

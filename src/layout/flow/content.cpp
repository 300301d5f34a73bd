#include "layout/flow/content.h"

#include <utility>

#include "layout/white_space.h"

namespace reliure::layout {
namespace {

using book::NodeId;
using style::Display;
using style::PseudoElement;

bool is_empty_text(NodeId node, const Setting& setting) {
  const book::Node& at = setting.manuscript()[node];
  return at.kind == book::Kind::text && is_white_space(at.text);
}

bool is_inline(Display display) { return display == Display::inline_ || display == Display::inline_block; }

/// Whether what is generated is a block of its own (`::before { display: block }`). A part of a table is set
/// as text.
bool is_block_pseudo(NodeId node, PseudoElement element, const Setting& setting) {
  const style::ComputedStyle* style = setting.input.styles.pseudo(node, element);
  return style != nullptr &&
         (is_floating(*style) || (!is_inline(style->display) && !is_table_part(style->display)));
}

bool sets_marker_inside(NodeId node, const Setting& setting) {
  const style::ComputedStyle& style = setting.style(node);
  return style.display == Display::list_item && style.list_style_position == style::ListPosition::inside &&
         generates(node, PseudoElement::marker, setting);
}

/// Whether something stands in a column: it would not be seen.
bool is_filled_column(NodeId node, const Setting& setting) {
  const book::Manuscript& manuscript = setting.manuscript();
  const bool is_group = setting.style(node).display == Display::table_column_group;
  for (NodeId child = manuscript[node].first_child; child != book::kNoNode;
       child = manuscript[child].next_sibling) {
    const bool is_column = is_group && setting.style(child).display == Display::table_column &&
                           !is_filled_column(child, setting);
    if (!is_left_out(child, setting) && !is_column) {
      return true;
    }
  }
  return false;
}

/// Joins inline siblings, and parts of tables; ends a paragraph where a block comes.
class Splitter {
 public:
  Splitter(const Siblings& content, const Setting& setting)
      : block_(content.parent), setting_(setting), content_(content) {}

  std::vector<ContentPiece> run() {
    start();
    const book::Manuscript& manuscript = setting_.manuscript();
    for (NodeId node = content_.first; node != book::kNoNode;
         node = node == content_.last ? book::kNoNode : manuscript[node].next_sibling) {
      add(node);
    }
    finish();
    return std::move(pieces_);
  }

 private:
  void start() {
    open_.block = block_;
    if (block_.pseudo) {
      open_.before = content_.before;
      open_.after = content_.after;
      return;
    }
    open_.marker = content_.before && sets_marker_inside(block_.node, setting_);
    open_.before = content_.before && generates(block_.node, PseudoElement::before, setting_);
    if (open_.before && is_block_pseudo(block_.node, PseudoElement::before, setting_)) {
      open_.before = false;
      end_paragraph();
      pieces_.emplace_back(Element{block_.node, PseudoElement::before});
    }
  }

  void add(NodeId child) {
    if (setting_.input.styles.hidden(child) || setting_.generated.is_running(child)) {
      return;
    }
    const Display display = box_display(child, setting_);
    if (floats(child)) {
      add_float(child);
    } else if (is_table_part(display)) {
      add_table_part(child);
    } else if (!is_inline(display) || is_clearing_break(child)) {
      end_paragraph();
      pieces_.emplace_back(Element{child});
    } else if (open_.first != book::kNoNode || !is_empty_text(child, setting_)) {
      table_ = false;
      if (open_.first == book::kNoNode) {
        open_.first = child;
      }
      open_.last = child;
    }
  }

  void finish() {
    const bool after =
        !block_.pseudo && content_.after && generates(block_.node, PseudoElement::after, setting_);
    const bool apart = after && stands_apart(PseudoElement::after);
    open_.after = open_.after || (after && !apart);
    end_paragraph();
    if (apart) {
      pieces_.emplace_back(Element{block_.node, PseudoElement::after});
    }
  }

  /// `<br style="clear: both">`: what follows begins below the floats.
  bool is_clearing_break(NodeId child) const {
    return setting_.manuscript()[child].kind == book::Kind::br &&
           setting_.style(child).clear != style::Clear::none;
  }

  /// A float behind text is beside its last line.
  bool stands_apart(PseudoElement element) const {
    const style::ComputedStyle* style = setting_.input.styles.pseudo(block_.node, element);
    const bool beside = style != nullptr && is_floating(*style) && open_.first != book::kNoNode;
    return !beside && is_block_pseudo(block_.node, element, setting_);
  }

  bool floats(NodeId child) const {
    const book::Kind kind = setting_.manuscript()[child].kind;
    return kind != book::Kind::text && kind != book::Kind::note && is_floating(setting_.style(child));
  }

  /// A float before any text stands beside what follows; one in the midst of it belongs to the paragraph.
  void add_float(NodeId child) {
    table_ = false;
    if (open_.first != book::kNoNode) {
      open_.last = child;
    } else if (open_.before || open_.marker) {
      open_.first = open_.last = child;
    } else {
      pieces_.emplace_back(Element{child});
    }
  }

  /// Parts with nothing but white space between them share a table.
  void add_table_part(NodeId child) {
    if (!table_) {
      end_paragraph();
      pieces_.emplace_back(TableBox{{}, {block_, child, child}});
      table_ = true;
    }
    std::get<TableBox>(pieces_.back()).content.last = child;
  }

  void end_paragraph() {
    if (open_.first != book::kNoNode || open_.before || open_.after || open_.marker) {
      pieces_.emplace_back(open_);
    }
    open_ = {};
    open_.block = block_;
    table_ = false;
  }

  Element block_;
  const Setting& setting_;
  const Siblings& content_;
  InlineContent open_;
  /// The last piece is an anonymous table that the next part may join.
  bool table_ = false;
  std::vector<ContentPiece> pieces_;
};

}  // namespace

Siblings content_of(const Element& element, const Setting& setting) {
  if (element.pseudo) {
    const bool before = *element.pseudo == PseudoElement::before;
    return {element, {}, {}, before, !before};
  }
  const book::Manuscript& manuscript = setting.manuscript();
  Siblings all{element, manuscript[element.node].first_child, {}, true, true};
  for (NodeId child = all.first; child != book::kNoNode; child = manuscript[child].next_sibling) {
    all.last = child;
  }
  return all;
}

bool generates(NodeId node, PseudoElement element, const Setting& setting) {
  return setting.generated.find(node, element) != nullptr;
}

std::vector<ContentPiece> split(const Siblings& content, const Setting& setting) {
  const NodeId parent = content.parent.node;
  if (is_picture(content.parent, setting)) {
    if (set_picture(parent, {}, setting)) {
      return {};
    }
    InlineContent alternative;  // its text stands for a picture that is not there
    alternative.block = parent;
    alternative.first = alternative.last = parent;
    alternative.flat = true;
    return {alternative};
  }
  return Splitter(content, setting).run();
}

bool is_table(const Element& element, const Setting& setting) {
  if (element.pseudo || setting.style(element.node).display != Display::table) {
    return false;
  }
  const book::Manuscript& manuscript = setting.manuscript();
  bool others = false;
  for (NodeId child = manuscript[element.node].first_child; child != book::kNoNode;
       child = manuscript[child].next_sibling) {
    if (is_left_out(child, setting)) {
      continue;
    }
    if (is_table_part(box_display(child, setting))) {
      return true;
    }
    others = true;
  }
  return !others;
}

bool is_left_out(NodeId node, const Setting& setting) {
  return setting.input.styles.hidden(node) || setting.generated.is_running(node) ||
         is_empty_text(node, setting);
}

Display box_display(NodeId node, const Setting& setting) {
  const book::Kind kind = setting.manuscript()[node].kind;
  if (kind == book::Kind::text || kind == book::Kind::note) {
    return Display::inline_;
  }
  const style::ComputedStyle& style = setting.style(node);
  const Display display = style.display;
  if (!is_table_part(display)) {
    return display;
  }
  if (is_floating(style)) {
    return Display::block;
  }
  if (kind == book::Kind::img || kind == book::Kind::br || kind == book::Kind::wbr) {
    return Display::inline_;
  }
  const bool is_column = display == Display::table_column || display == Display::table_column_group;
  return is_column && is_filled_column(node, setting) ? Display::block : display;
}

}  // namespace reliure::layout

#include "layout/flow/build.h"

#include <algorithm>

#include "layout/flow/block.h"
#include "layout/table/table.h"

namespace reliure::layout {
namespace {

using base::Length;
using book::NodeId;
using style::Display;
using style::PseudoElement;

bool is_inline_level(NodeId node, const Setting& setting) {
  const book::Kind kind = setting.manuscript()[node].kind;
  if (kind == book::Kind::text || kind == book::Kind::note) {
    return true;
  }
  const Display display = setting.style(node).display;
  return display == Display::inline_ || display == Display::inline_block;
}

bool is_white_space(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

bool is_empty_text(NodeId node, const Setting& setting) {
  const book::Node& at = setting.manuscript()[node];
  return at.kind == book::Kind::text && is_white_space(at.text);
}

/// Whether `element` generates a block of its own (`::before { display: block }`).
bool is_block_pseudo(NodeId node, PseudoElement element, const Setting& setting) {
  const style::ComputedStyle* style = setting.input.styles.pseudo(node, element);
  return style != nullptr && (style->display == Display::block || style->display == Display::flow_root);
}

bool has_generated(NodeId node, PseudoElement element, const Setting& setting) {
  return setting.generated.find(node, element) != nullptr;
}

bool sets_marker_inside(NodeId node, const Setting& setting) {
  const style::ComputedStyle& style = setting.style(node);
  return style.display == Display::list_item && style.list_style_position == style::ListPosition::inside &&
         has_generated(node, PseudoElement::marker, setting);
}

/// Joins inline siblings; ends a paragraph where a block comes.
class Splitter {
 public:
  Splitter(NodeId block, const Setting& setting) : block_(block), setting_(setting) {}

  void start() {
    open_.block = block_;
    open_.marker = sets_marker_inside(block_, setting_);
    open_.before = has_generated(block_, PseudoElement::before, setting_);
    if (open_.before && is_block_pseudo(block_, PseudoElement::before, setting_)) {
      end_paragraph();
    }
  }

  void add(NodeId child) {
    if (setting_.input.styles.hidden(child) || setting_.generated.is_running(child)) {
      return;
    }
    if (!is_inline_level(child, setting_)) {
      end_paragraph();
      pieces_.emplace_back(child);
    } else if (open_.first != book::kNoNode || !is_empty_text(child, setting_)) {
      if (open_.first == book::kNoNode) {
        open_.first = child;
      }
      open_.last = child;
    }
  }

  std::vector<ContentPiece> finish() {
    if (has_generated(block_, PseudoElement::after, setting_)) {
      if (is_block_pseudo(block_, PseudoElement::after, setting_)) {
        end_paragraph();
      }
      open_.after = true;
    }
    end_paragraph();
    return std::move(pieces_);
  }

 private:
  void end_paragraph() {
    if (open_.first != book::kNoNode || open_.before || open_.after || open_.marker) {
      pieces_.emplace_back(open_);
    }
    open_ = {};
    open_.block = block_;
  }

  NodeId block_;
  const Setting& setting_;
  InlineContent open_;
  std::vector<ContentPiece> pieces_;
};

/// What a block adds to the width of its content.
Length horizontal_edges(const style::ComputedStyle& style) {
  Length sum;
  for (const std::size_t edge : {1u, 3u}) {
    sum += style.border[edge].width + style.padding[edge].length + style.margin[edge].length;
  }
  return sum;
}

InlineSize measure_paragraph(const InlineContent& content, Workshop& workshop) {
  ParagraphPtr paragraph = take_paragraph(content, workshop);
  if (paragraph == nullptr) {
    return {};
  }
  const InlineSize size = measure(*paragraph);
  workshop.prepared[paragraph_key(content)].paragraph = std::move(paragraph);
  return size;
}

}  // namespace

std::uint64_t paragraph_key(const InlineContent& content) {
  constexpr std::uint64_t kGenerated = std::uint64_t{1} << 40;
  return content.first != book::kNoNode
             ? content.first.value
             : kGenerated + std::uint64_t{content.block.value} * 2 + (content.after ? 1 : 0);
}

std::vector<ContentPiece> split_children(NodeId node, const Setting& setting) {
  Splitter splitter(node, setting);
  splitter.start();
  const book::Manuscript& manuscript = setting.manuscript();
  for (NodeId child = manuscript[node].first_child; child != book::kNoNode;
       child = manuscript[child].next_sibling) {
    splitter.add(child);
  }
  return splitter.finish();
}

ParagraphPtr take_paragraph(const InlineContent& content, Workshop& workshop) {
  const auto found = workshop.prepared.find(paragraph_key(content));
  if (found == workshop.prepared.end()) {
    return prepare(content, workshop.setting);
  }
  ParagraphPtr paragraph = std::move(found->second.paragraph);
  workshop.setting.diagnostics.append(std::move(found->second.found));
  workshop.prepared.erase(found);
  return paragraph;
}

InlineSize measure_content(NodeId element, Workshop& workshop) {
  InlineSize widest;
  for (const ContentPiece& piece : split_children(element, workshop.setting)) {
    const auto* block = std::get_if<NodeId>(&piece);
    const InlineSize size = block != nullptr ? measure_block(*block, workshop)
                                             : measure_paragraph(std::get<InlineContent>(piece), workshop);
    widest = {base::max(widest.min_content, size.min_content),
              base::max(widest.max_content, size.max_content)};
  }
  return widest;
}

InlineSize measure_block(NodeId node, Workshop& workshop) {
  const style::ComputedStyle& style = workshop.setting.style(node);
  InlineSize size =
      style.display == Display::table ? measure_table(node, workshop) : measure_content(node, workshop);
  if (has_columns(style) && style.column_count > 1) {
    const ColumnSet set = column_set_of(style, size.max_content);
    const auto beside = [&](Length width) { return (width + set.gap()) * style.column_count - set.gap(); };
    size = {beside(size.min_content), beside(size.max_content)};
  }
  if (!style.width.automatic && style.width.percent == 0) {
    size = {style.width.length, style.width.length};
  }
  const Length edges = horizontal_edges(style);
  return {size.min_content + edges, size.max_content + edges};
}

Flow build_content(NodeId element, Length width, Workshop& workshop) {
  FlowBuilder builder(workshop, width);
  builder.add_children(element, {{}, width});
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

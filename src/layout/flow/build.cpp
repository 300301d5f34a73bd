#include "layout/flow/build.h"

#include <algorithm>

#include "layout/flow/block.h"
#include "layout/flow/set_box.h"
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
    if (floats(child)) {
      add_float(child);
    } else if (!is_inline_level(child, setting_)) {
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
  bool floats(NodeId child) const {
    const book::Kind kind = setting_.manuscript()[child].kind;
    return kind != book::Kind::text && kind != book::Kind::note && is_floating(setting_.style(child));
  }

  /// A float before any text stands beside what follows; one in the midst of it belongs to the paragraph.
  void add_float(NodeId child) {
    if (open_.first != book::kNoNode) {
      open_.last = child;
    } else if (open_.before || open_.marker) {
      open_.first = open_.last = child;
    } else {
      pieces_.emplace_back(child);
    }
  }

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

/// What a picture asks for; one sized by its column gives way down to a letter or two.
InlineSize picture_size(const SetPicture& picture, const style::ComputedStyle& style) {
  const bool gives_way = style.width.percent != 0 || style.max_width.percent != 0;
  const Length width = picture.size.width;
  return {gives_way ? base::min(width, style.font_size * 2) : width, width};
}

InlineSize inner_size(NodeId node, Workshop& workshop) {
  const style::ComputedStyle& style = workshop.setting.style(node);
  if (is_table(node, workshop.setting)) {
    return measure_table(node, workshop);
  }
  if (workshop.setting.manuscript()[node].kind == book::Kind::img) {
    if (const auto picture = set_picture(node, {}, workshop.setting)) {
      return picture_size(*picture, style);
    }
  }
  return measure_content(node, workshop);
}

InlineSize measure_paragraph(const InlineContent& content, Workshop& workshop) {
  ParagraphPtr paragraph = take_paragraph(content, workshop);
  if (paragraph == nullptr) {
    return {};
  }
  InlineSize size = measure(*paragraph);
  for (const NodeId node : floats_of(*paragraph)) {
    const InlineSize beside = measure_block(node, workshop);
    size = {base::max(size.min_content, beside.min_content), size.max_content + beside.max_content};
  }
  PreparedParagraph& prepared = workshop.prepared[paragraph_key(content)];
  prepared.paragraph = std::move(paragraph);
  prepared.is_measured = true;
  return size;
}

}  // namespace

bool is_table(NodeId node, const Setting& setting) {
  if (setting.style(node).display != Display::table) {
    return false;
  }
  const book::Manuscript& manuscript = setting.manuscript();
  bool parts = false;
  bool others = false;
  for (NodeId child = manuscript[node].first_child; child != book::kNoNode;
       child = manuscript[child].next_sibling) {
    if (setting.input.styles.hidden(child) || is_empty_text(child, setting)) {
      continue;
    }
    const bool part = manuscript[child].kind != book::Kind::text &&
                      setting.style(child).display >= Display::table_row_group;
    (part ? parts : others) = true;
  }
  return parts || !others;
}

std::uint64_t paragraph_key(const InlineContent& content) {
  constexpr std::uint64_t kGenerated = std::uint64_t{1} << 40;
  return content.first != book::kNoNode
             ? content.first.value
             : kGenerated + std::uint64_t{content.block.value} * 2 + (content.after ? 1 : 0);
}

std::vector<ContentPiece> split_children(NodeId node, const Setting& setting) {
  if (setting.manuscript()[node].kind == book::Kind::img) {
    if (set_picture(node, {}, setting)) {
      return {};
    }
    InlineContent alternative;  // its text stands for a picture that is not there
    alternative.block = alternative.first = alternative.last = node;
    alternative.flat = true;
    return {alternative};
  }
  Splitter splitter(node, setting);
  splitter.start();
  const book::Manuscript& manuscript = setting.manuscript();
  for (NodeId child = manuscript[node].first_child; child != book::kNoNode;
       child = manuscript[child].next_sibling) {
    splitter.add(child);
  }
  return splitter.finish();
}

namespace {

void measure_atoms(Paragraph& paragraph, Workshop& workshop) {
  const std::span<const Atom> atoms = atoms_of(paragraph);
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    set_atom_size(paragraph, i, measure_block(atoms[i].node, workshop));
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

InlineSize measure_content(NodeId element, Workshop& workshop) {
  InlineSize widest;
  Length beside;
  for (const ContentPiece& piece : split_children(element, workshop.setting)) {
    const auto* block = std::get_if<NodeId>(&piece);
    const InlineSize size = block != nullptr ? measure_block(*block, workshop)
                                             : measure_paragraph(std::get<InlineContent>(piece), workshop);
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

InlineSize measure_block(NodeId node, Workshop& workshop) {
  const style::ComputedStyle& style = workshop.setting.style(node);
  InlineSize size = inner_size(node, workshop);
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

Flow build_content(NodeId element, Length width, Workshop& workshop, Length padding) {
  FlowBuilder builder(workshop, width);
  if (padding.raw > 0) {
    builder.add_padding(padding);
  }
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

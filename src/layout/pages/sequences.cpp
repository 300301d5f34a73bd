// Sequences: what follows on pages of one name, from one forced break of a chapter to the next.
#include <algorithm>
#include <map>

#include "layout/flow/block.h"
#include "layout/pages/plan.h"
#include "layout/white_space.h"

namespace reliure::layout {
namespace {

using book::NodeId;
using style::BreakRule;
using style::ComputedStyle;
using style::Display;

bool is_forced(BreakRule rule) {
  return rule != BreakRule::automatic && rule != BreakRule::avoid && rule != BreakRule::column;
}

/// Whether anything below `node` shows the page of another place.
bool refers_to_pages(NodeId node, const book::Manuscript& manuscript, const Generated& generated) {
  const NodeId last = manuscript[node].last_descendant;
  auto row =
      std::lower_bound(generated.all.begin(), generated.all.end(), node,
                       [](const GeneratedContent& content, NodeId wanted) { return content.node < wanted; });
  for (; row != generated.all.end() && row->node <= last; ++row) {
    for (const GeneratedPart& part : row->parts) {
      if (part.kind == GeneratedPart::Kind::target_page || part.kind == GeneratedPart::Kind::page_count) {
        return true;
      }
    }
  }
  return false;
}

/// Goes through the document's blocks in order and begins a sequence where the page's name changes.
class SequenceMaker {
 public:
  SequenceMaker(const book::Manuscript& manuscript, const style::Styles& styles, const Generated& generated)
      : manuscript_(manuscript), styles_(styles), generated_(generated) {}

  /// Makes `table` stand on its wide page.
  void move(NodeId table) {
    const std::string& name = styles_[table].wide_page;
    NodeId node = table;
    moved_[node] = name;
    const auto moves_along = [&](NodeId parent) {
      return parent != book::kRoot && (is_alone(node) || manuscript_[parent].kind == book::Kind::figure);
    };
    while (moves_along(manuscript_[node].parent)) {
      node = manuscript_[node].parent;
      moved_[node] = name;
      for (NodeId child = manuscript_[node].first_child; child != book::kNoNode;
           child = manuscript_[child].next_sibling) {
        moved_[child] = name;
      }
    }
    for (NodeId above = block_before(node);
         above != book::kNoNode && styles_[above].break_after == BreakRule::avoid;
         above = block_before(above)) {
      moved_[above] = name;
    }
  }

  std::vector<Sequence> run() {
    BreakRule after = BreakRule::automatic;
    for (NodeId block = manuscript_[book::kRoot].first_child; block != book::kNoNode;
         block = manuscript_[block].next_sibling) {
      if (manuscript_[block].kind == book::Kind::text || is_left_out(block)) {
        continue;
      }
      const ComputedStyle& style = styles_[block];
      const BreakRule demand = is_forced(style.break_before) ? style.break_before : after;
      if (sequences_.empty() || is_forced(demand)) {
        begin(block, style.page, demand);
      }
      block_ = block;
      refers_ = refers_to_pages(block, manuscript_, generated_);
      add_block(block, page_of(block));
      after = style.break_after;
    }
    resume();
    return std::move(sequences_);
  }

 private:
  void begin(NodeId at, const std::string& page_name, BreakRule demand) {
    if (!sequences_.empty()) {
      sequences_.back().stretch.to = at;
    }
    Sequence& sequence = sequences_.emplace_back();
    sequence.stretch.from = at;
    sequence.opens_book = sequences_.size() == 1;
    sequence.page_name = page_name;
    sequence.demand = is_forced(demand) ? demand : BreakRule::automatic;
    has_content_ = false;
  }

  /// Marks what goes on after pages for wide tables.
  void resume() {
    const Sequence* interrupted = nullptr;
    for (Sequence& sequence : sequences_) {
      const bool is_wide = moved_.contains(sequence.stretch.from);
      if (!is_wide) {
        sequence.resumes = interrupted != nullptr && interrupted->page_name == sequence.page_name &&
                           sequence.demand == BreakRule::automatic;
        interrupted = nullptr;
      }
      interrupted =
          is_wide && interrupted == nullptr && &sequence != sequences_.data() ? &sequence - 1 : interrupted;
    }
  }

  /// Whether a forced break begins a sequence wherever it is: behind a first page of another width, as a
  /// cover is, text is set anew.
  bool parts_sequence() const {
    return is_forced(demand_) && has_content_ && !room_of(sequences_.back(), styles_).has_one_width();
  }

  /// `node` and the blocks that begin with it stand on pages named `name`.
  void show(NodeId node, const std::string& name) {
    if (sequences_.back().page_name != name || parts_sequence()) {
      if (has_content_) {
        begin(opening_ == book::kNoNode ? node : opening_, name, demand_);
      } else {
        sequences_.back().page_name = name;  // so far only blocks that begin with this one
      }
    }
    has_content_ = true;
    opening_ = book::kNoNode;
    demand_ = BreakRule::automatic;
    Sequence& sequence = sequences_.back();
    if (sequence.blocks.empty() || sequence.blocks.back() != block_) {
      sequence.blocks.push_back(block_);
      sequence.refers = sequence.refers || refers_;
    }
  }

  /// Whether pages of several names may share the block: its children are blocks in the flow.
  bool is_divided(NodeId node) const {
    const ComputedStyle& style = styles_[node];
    const bool is_block = style.display == Display::block || style.display == Display::list_item;
    if (!is_block || has_columns(style) || style.float_ != style::Float::none) {
      return false;
    }
    for (NodeId child = manuscript_[node].first_child; child != book::kNoNode;
         child = manuscript_[child].next_sibling) {
      if (is_block_level(child)) {
        return true;
      }
    }
    return false;
  }

  /// The page that the block asks for.
  const std::string& page_of(NodeId node) const {
    const auto moved = moved_.find(node);
    return moved != moved_.end() ? moved->second : styles_[node].page;
  }

  NodeId block_before(NodeId node) const {
    do {
      node = manuscript_[node].previous_sibling;
    } while (node != book::kNoNode && !is_block_level(node));
    return node;
  }

  /// Whether nothing else is shown in the node's parent.
  bool is_alone(NodeId node) const {
    for (NodeId sibling = manuscript_[manuscript_[node].parent].first_child; sibling != book::kNoNode;
         sibling = manuscript_[sibling].next_sibling) {
      if (sibling != node && is_shown(sibling)) {
        return false;
      }
    }
    return true;
  }

  bool is_shown(NodeId node) const {
    const bool is_space =
        manuscript_[node].kind == book::Kind::text && is_white_space(manuscript_[node].text);
    return !is_space && !is_left_out(node);
  }

  bool is_left_out(NodeId node) const { return styles_.hidden(node) || generated_.is_running(node); }

  bool is_block_level(NodeId node) const {
    const book::Kind kind = manuscript_[node].kind;
    return kind != book::Kind::text && kind != book::Kind::note && !is_left_out(node) &&
           styles_[node].display != Display::inline_ && styles_[node].display != Display::inline_block &&
           !is_table_part(styles_[node].display);  // parts of one anonymous table share its pages
  }

  void add_block(NodeId node, const std::string& name) {
    opening_ = std::min(opening_, node);
    demand_ = is_forced(demand_) ? demand_ : styles_[node].break_before;
    if (is_divided(node)) {
      add_children(node, name);
    } else {
      show(node, name);
    }
    if (is_forced(styles_[node].break_after)) demand_ = styles_[node].break_after;
  }

  void add_children(NodeId node, const std::string& name) {
    for (NodeId child = manuscript_[node].first_child; child != book::kNoNode;
         child = manuscript_[child].next_sibling) {
      if (is_block_level(child)) {
        const std::string& own = page_of(child);
        add_block(child, own.empty() ? name : own);
      } else if (is_shown(child)) {
        show(child, name);
      }
    }
  }

  const book::Manuscript& manuscript_;
  const style::Styles& styles_;
  const Generated& generated_;
  std::vector<Sequence> sequences_;
  /// Blocks that stand on other pages than their style says.
  std::map<NodeId, std::string> moved_;
  /// The root's child that is gone through, and whether it shows page numbers.
  NodeId block_;
  bool refers_ = false;
  /// The outermost of the blocks that have begun and shown nothing yet, and what they ask of their page.
  NodeId opening_;
  BreakRule demand_ = BreakRule::automatic;
  /// The sequence has more than blocks that go on.
  bool has_content_ = false;
};

}  // namespace

std::vector<Sequence> make_sequences(const book::Manuscript& manuscript, const style::Styles& styles,
                                     const Generated& generated, std::span<const NodeId> wide_tables) {
  SequenceMaker maker(manuscript, styles, generated);
  for (const NodeId table : wide_tables) {
    maker.move(table);
  }
  return maker.run();
}

}  // namespace reliure::layout

#pragma once
// The cascade: which rules match an element, in the order in which they override each other.
#include <array>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "style/selector.h"
#include "style/sheet.h"

namespace reliure::style {

/// One selector of one rule. Its rank is its place in the order of origin, specificity and appearance.
struct RankedSelector {
  const Selector* selector = nullptr;
  const StyleRule* rule = nullptr;
  /// See `classes_asked_above`: most elements fail here, without a walk up the tree.
  NameSet asked_above = 0;
};

/// Rules by what their subject must have, so that an element looks at few of them.
struct RuleIndex {
  /// By rank.
  std::vector<RankedSelector> ranked;
  /// Ranks from here on are the author's.
  std::uint32_t first_author = 0;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_id;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_class;
  std::array<std::vector<std::uint32_t>, 256> by_kind;
  std::vector<std::uint32_t> others;
};

/// Selectors that ask for a class or an id that nothing in the manuscript has are left out of the lists.
RuleIndex index_rules(const Sheets& sheets, const book::Manuscript& manuscript);

/// Pseudo-elements and, behind them, the element itself.
inline constexpr std::size_t kPseudoElements = 6;
/// Ranks of the matching rules, ascending; the last list is the element's own.
using MatchedRules = std::array<std::vector<std::uint32_t>, kPseudoElements + 1>;

/// Fills `matched` (its lists are cleared first) with what matches the element.
void match_rules(const RuleIndex& index, book::NodeId element, const MatchContext& context,
                 MatchedRules& matched);

/// Blocks that no selector brings: HTML's presentational attributes, and the `style` attribute. May be null.
struct AttributeBlocks {
  const Block* hints = nullptr;
  const Block* inline_ = nullptr;
};

/// All declarations of the matching rules in ascending order of the cascade (CSS Cascade 4 §6).
std::vector<const Declaration*> cascaded(const RuleIndex& index, std::span<const std::uint32_t> ranks,
                                         const AttributeBlocks& attributes);

}  // namespace reliure::style

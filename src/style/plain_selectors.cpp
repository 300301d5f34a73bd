#include "style/plain_selectors.h"

#include <algorithm>
#include <optional>

namespace reliure::style {
namespace {

/// Lists beside lists multiply; no sheet that anybody wrote has more.
constexpr std::size_t kMostSelectors = 64;

bool is_type(const SimpleSelector& simple) { return simple.test == Test::type || simple.test == Test::root; }

bool is_list(const SimpleSelector& simple) {
  return simple.test == Test::any_of && !simple.weightless && !simple.list.empty();
}

bool is_plain(const SimpleSelector& simple) {
  switch (simple.test) {
    case Test::any_of:
      return false;
    case Test::none_of: {
      const auto& list = simple.list;
      return list.size() == 1 && list[0].compounds.size() == 1 && list[0].compounds[0].tests.size() == 1 &&
             is_plain(list[0].compounds[0].tests[0]) && list[0].compounds[0].tests[0].test != Test::none_of;
    }
    case Test::attribute:
      return !simple.ignore_case;
    default:
      return true;
  }
}

/// Where a list stands in a selector.
struct Place {
  std::size_t compound = 0, test = 0;
};

std::optional<Place> first_list(const Selector& selector) {
  for (std::size_t i = 0; i < selector.compounds.size(); ++i) {
    const auto& tests = selector.compounds[i].tests;
    const auto found = std::find_if(tests.begin(), tests.end(), is_list);
    if (found != tests.end()) return Place{i, static_cast<std::size_t>(found - tests.begin())};
  }
  return std::nullopt;
}

enum class Merge : std::uint8_t { made, matches_nothing, impossible };

/// Puts one selector of the list at `place` where the list is.
Merge merge(Selector& selector, Place place, const Selector& one) {
  // What is said of elements above would meet what the selector says of them itself.
  const bool leftmost = place.compound + 1 == selector.compounds.size();
  if (one.compounds.size() > 1 && !leftmost) return Merge::impossible;
  Compound& compound = selector.compounds[place.compound];
  compound.tests.erase(compound.tests.begin() + static_cast<std::ptrdiff_t>(place.test));
  for (const SimpleSelector& simple : one.compounds[0].tests) {
    const auto type = std::find_if(compound.tests.begin(), compound.tests.end(), is_type);
    if (is_type(simple) && type != compound.tests.end()) {
      if (type->test == Test::root || simple.test == Test::root) return Merge::impossible;
      if (type->kind != simple.kind) return Merge::matches_nothing;
      continue;
    }
    compound.tests.push_back(simple);
  }
  if (one.compounds.size() > 1) {
    compound.before = one.compounds[0].before;
    selector.compounds.insert(selector.compounds.end(), one.compounds.begin() + 1, one.compounds.end());
  }
  return Merge::made;
}

struct Plain {
  std::vector<Selector> selectors;
  /// They say what the selector said, with its weight.
  bool whole = true;
};

/// Those of the selector without its first list.
bool take_out(Plain& plain, const Selector& selector, Place place) {
  const std::vector<Selector>& list = selector.compounds[place.compound].tests[place.test].list;
  for (const Selector& one : list) {
    if (one.specificity != list.front().specificity) plain.whole = false;
    Selector made = selector;
    const Merge merged = merge(made, place, one);
    if (merged == Merge::impossible) return false;
    if (merged == Merge::made) plain.selectors.push_back(std::move(made));
  }
  return plain.selectors.size() <= kMostSelectors;
}

/// Nothing when there are no plain ones for it.
std::optional<Plain> plain_selectors(const Selector& selector) {
  Plain plain{{selector}, true};
  for (std::size_t at = 0; at < plain.selectors.size();) {
    const auto place = first_list(plain.selectors[at]);
    if (!place) {
      if (!is_plain(plain.selectors[at])) return std::nullopt;
      ++at;
      continue;
    }
    const Selector listed = std::move(plain.selectors[at]);
    plain.selectors.erase(plain.selectors.begin() + static_cast<std::ptrdiff_t>(at));
    Plain taken;
    if (!take_out(taken, listed, *place)) return std::nullopt;
    plain.whole = plain.whole && taken.whole;
    plain.selectors.insert(plain.selectors.begin() + static_cast<std::ptrdiff_t>(at), taken.selectors.begin(),
                           taken.selectors.end());
    if (plain.selectors.size() > kMostSelectors) return std::nullopt;
  }
  return plain;
}

}  // namespace

bool is_plain(const Selector& selector) {
  return selector.pseudo != PseudoElement::marker &&
         std::ranges::all_of(selector.compounds, [](const Compound& compound) {
           return std::ranges::all_of(compound.tests,
                                      [](const SimpleSelector& simple) { return is_plain(simple); });
         });
}

std::vector<StyleRule> with_plain_selectors(std::span<const StyleRule> rules) {
  std::vector<StyleRule> all(rules.begin(), rules.end());
  for (StyleRule& rule : all) {
    std::vector<Selector> selectors;
    for (Selector& selector : rule.selectors) {
      auto plain = first_list(selector) ? plain_selectors(selector) : std::nullopt;
      if (plain) {
        selectors.insert(selectors.end(), std::move_iterator(plain->selectors.begin()),
                         std::move_iterator(plain->selectors.end()));
      }
      if (!plain || !plain->whole) selectors.push_back(std::move(selector));
    }
    rule.selectors = std::move(selectors);
  }
  return all;
}

}  // namespace reliure::style

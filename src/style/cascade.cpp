#include "style/cascade.h"

#include <algorithm>
#include <unordered_set>

namespace reliure::style {
namespace {

/// Puts a rank where only elements that can match its subject look for it.
void file(RuleIndex& index, std::uint32_t rank) {
  const Compound& subject = index.ranked[rank].selector->compounds.front();
  const auto first = [&subject](Test test) {
    return std::ranges::find(subject.tests, test, &SimpleSelector::test);
  };
  if (const auto id = first(Test::id); id != subject.tests.end()) {
    index.by_id[id->name].push_back(rank);
  } else if (const auto name = first(Test::class_); name != subject.tests.end()) {
    index.by_class[name->name].push_back(rank);
  } else if (const auto type = first(Test::type); type != subject.tests.end()) {
    index.by_kind[static_cast<std::size_t>(type->kind)].push_back(rank);
  } else if (first(Test::never) == subject.tests.end()) {
    index.others.push_back(rank);
  }
}

/// The names that the manuscript has. Only looked up, so their order reaches no output.
struct KnownNames {
  std::unordered_set<std::string_view> classes, ids;
};

KnownNames known_names(const book::Manuscript& manuscript) {
  KnownNames known;
  for (const book::Node& node : manuscript.nodes)
    for_each_id(node.id, [&known](std::string_view id) { known.ids.insert(id); });
  known.classes.insert(manuscript.classes.begin(), manuscript.classes.end());
  return known;
}

/// Whether some element may have all the classes and ids that a selector asks for. A big sheet of a design
/// system is mostly about what a book does not have.
bool may_match(const Selector& selector, const KnownNames& known) {
  return std::ranges::all_of(selector.compounds, [&known](const Compound& compound) {
    return std::ranges::all_of(compound.tests, [&known](const SimpleSelector& simple) {
      if (simple.test == Test::class_) return known.classes.contains(simple.name);
      return simple.test != Test::id || known.ids.contains(simple.name);
    });
  });
}

}  // namespace

RuleIndex index_rules(const Sheets& sheets, const book::Manuscript& manuscript) {
  RuleIndex index;
  for (const StyleRule& rule : sheets.rules) {
    for (const Selector& selector : rule.selectors)
      index.ranked.push_back({&selector, &rule, classes_asked_above(selector)});
  }
  std::ranges::stable_sort(index.ranked, [](const RankedSelector& a, const RankedSelector& b) {
    return std::pair(a.rule->origin, a.selector->specificity) <
           std::pair(b.rule->origin, b.selector->specificity);
  });
  const auto author = std::ranges::find_if(
      index.ranked, [](const RankedSelector& each) { return each.rule->origin == Origin::author; });
  index.first_author = static_cast<std::uint32_t>(author - index.ranked.begin());
  const KnownNames known = known_names(manuscript);
  for (std::uint32_t rank = 0; rank < index.ranked.size(); ++rank) {
    if (may_match(*index.ranked[rank].selector, known)) file(index, rank);
  }
  return index;
}

void match_rules(const RuleIndex& index, book::NodeId element, const MatchContext& context,
                 MatchedRules& matched) {
  for (auto& list : matched) list.clear();
  const NameSet above = context.above[element.value];
  const auto look_at = [&](const std::vector<std::uint32_t>& ranks) {
    for (const std::uint32_t rank : ranks) {
      if ((index.ranked[rank].asked_above & ~above) != 0) continue;
      const Selector& selector = *index.ranked[rank].selector;
      const std::size_t slot = selector.pseudo ? static_cast<std::size_t>(*selector.pseudo) : kPseudoElements;
      if (matches(selector, element, context)) matched[slot].push_back(rank);
    }
  };
  const auto look_up = [&](const auto& table, std::string_view key) {
    if (const auto row = table.find(key); row != table.end()) look_at(row->second);
  };
  const book::Node& node = context.manuscript[element];
  look_at(index.others);
  look_at(index.by_kind[static_cast<std::size_t>(node.kind)]);
  for (const std::string_view name : context.manuscript.classes_of(element)) look_up(index.by_class, name);
  if (!index.by_id.empty()) for_each_id(node.id, [&](std::string_view id) { look_up(index.by_id, id); });
  for (auto& list : matched) {
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
}

std::vector<const Declaration*> cascaded(const RuleIndex& index, std::span<const std::uint32_t> ranks,
                                         const AttributeBlocks& attributes) {
  std::vector<const Declaration*> all;
  const auto add = [&all](const Block* block, bool important) {
    if (block == nullptr) return;
    for (const Declaration& declaration : *block) {
      if (declaration.important == important) all.push_back(&declaration);
    }
  };
  const auto author = std::ranges::lower_bound(ranks, index.first_author);
  const auto add_rules = [&](auto begin, auto end, bool important) {
    for (auto rank = begin; rank != end; ++rank) add(&index.ranked[*rank].rule->block, important);
  };
  add_rules(ranks.begin(), author, false);
  add(attributes.hints, false);
  add_rules(author, ranks.end(), false);
  add(attributes.inline_, false);
  add_rules(author, ranks.end(), true);
  add(attributes.inline_, true);
  add_rules(ranks.begin(), author, true);
  return all;
}

}  // namespace reliure::style

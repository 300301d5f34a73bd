#include <algorithm>

#include "style/selector.h"

namespace reliure::style {
namespace {

using book::Kind;
using book::kNoNode;
using book::Manuscript;
using book::NodeId;

/// How a match ended: a failure says how far to the left it is worth looking further, so that a long chain
/// of descendant and sibling combinators never takes more than one walk.
enum class Outcome : std::uint8_t { matched, fails_here, fails_among_siblings, fails_everywhere };

NodeId element_before(const Manuscript& manuscript, NodeId id) {
  do {
    id = manuscript[id].previous_sibling;
  } while (id != kNoNode && manuscript[id].kind == Kind::text);
  return id;
}

bool same_text(std::string_view a, std::string_view b, bool ignore_case) {
  return a.size() == b.size() &&
         (!ignore_case ? a == b : std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return ascii_lower(x) == ascii_lower(y);
         }));
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool has_word(std::string_view text, std::string_view word, bool ignore_case) {
  while (!text.empty()) {
    const auto end = std::find_if(text.begin(), text.end(), is_space);
    const auto size = static_cast<std::size_t>(end - text.begin());
    if (size > 0 && same_text(text.substr(0, size), word, ignore_case)) return true;
    text.remove_prefix(std::min(text.size(), size + 1));
  }
  return false;
}

bool contains(std::string_view text, std::string_view part, bool ignore_case) {
  for (std::size_t at = 0; at + part.size() <= text.size(); ++at) {
    if (same_text(text.substr(at, part.size()), part, ignore_case)) return true;
  }
  return false;
}

bool compare(const SimpleSelector& simple, std::string_view actual) {
  const std::string_view wanted = simple.value;
  const bool loose = simple.ignore_case;
  const bool fits = !wanted.empty() && actual.size() >= wanted.size();
  switch (simple.match) {
    case Match::present:
      return true;
    case Match::equal:
      return same_text(actual, wanted, loose);
    case Match::word:
      return has_word(actual, wanted, loose);
    case Match::dash:
      return same_text(actual, wanted, loose) ||
             (actual.size() > wanted.size() && actual[wanted.size()] == '-' &&
              same_text(actual.substr(0, wanted.size()), wanted, loose));
    case Match::prefix:
      return fits && same_text(actual.substr(0, wanted.size()), wanted, loose);
    case Match::suffix:
      return fits && same_text(actual.substr(actual.size() - wanted.size()), wanted, loose);
    case Match::substring:
      return fits && contains(actual, wanted, loose);
  }
  return false;
}

/// `class` is a list in the manuscript: equality is with the classes joined by spaces.
std::string joined_classes(const Manuscript& manuscript, NodeId id) {
  std::string joined;
  for (const std::string_view name : manuscript.classes_of(id)) {
    joined += joined.empty() ? "" : " ";
    joined += name;
  }
  return joined;
}

bool attribute_matches(const SimpleSelector& simple, NodeId id, const Manuscript& manuscript) {
  if (same_keyword(simple.name, "class"))
    return manuscript[id].class_count > 0 && compare(simple, joined_classes(manuscript, id));
  if (same_keyword(simple.name, "id"))
    return !manuscript[id].id.empty() && compare(simple, manuscript[id].id);
  if (same_keyword(simple.name, "lang"))
    return !manuscript[id].language.empty() && compare(simple, manuscript[id].language);
  for (const book::Attribute& attribute : manuscript.attributes_of(id)) {
    if (same_text(attribute.name, simple.name, true)) return compare(simple, attribute.value);
  }
  return false;
}

/// A language range as the author writes it: `fr` is also `fr-CA`; `*-CH` any Swiss one.
bool language_matches(std::string_view range, std::string_view language) {
  if (range.starts_with("*-")) {
    SimpleSelector subtag;
    subtag.value = range.substr(1);
    return contains(language, subtag.value, true);
  }
  SimpleSelector prefix;
  prefix.match = Match::dash;
  prefix.ignore_case = true;
  prefix.value = range;
  return !range.empty() && (range == "*" ? !language.empty() : compare(prefix, language));
}

bool nth_matches(const SimpleSelector& simple, std::uint32_t index, std::uint32_t count) {
  const std::int64_t place = simple.from_end ? std::int64_t{count} - index + 1 : std::int64_t{index};
  const std::int64_t beyond = place - simple.offset;
  if (simple.step == 0) return beyond == 0;
  return beyond % simple.step == 0 && beyond / simple.step >= 0;
}

bool is_empty(const Manuscript& manuscript, NodeId id) {
  for (NodeId child = manuscript[id].first_child; child != kNoNode; child = manuscript[child].next_sibling) {
    const book::Node& node = manuscript[child];
    if (node.kind != Kind::text || !std::all_of(node.text.begin(), node.text.end(), is_space)) return false;
  }
  return true;
}

/// A book's own id is `page--id`, the author's is what stands behind.
bool id_matches(std::string_view actual, std::string_view wanted) {
  if (actual == wanted) return true;
  return actual.size() > wanted.size() + 2 && actual.ends_with(wanted) &&
         actual.substr(actual.size() - wanted.size() - 2, 2) == "--";
}

bool any_matches(const std::vector<Selector>& list, NodeId id, const MatchContext& context) {
  return std::ranges::any_of(list, [&](const Selector& each) { return matches(each, id, context); });
}

bool test_matches(const SimpleSelector& simple, NodeId id, const MatchContext& context) {
  const Manuscript& manuscript = context.manuscript;
  const SiblingPlace& place = context.places[id.value];
  switch (simple.test) {
    case Test::type:
      return manuscript[id].kind == simple.kind;
    case Test::id:
      return id_matches(manuscript[id].id, simple.name);
    case Test::class_:
      return manuscript.has_class(id, simple.name);
    case Test::attribute:
      return attribute_matches(simple, id, manuscript);
    case Test::root:
      return id == book::kRoot;
    case Test::empty:
      return is_empty(manuscript, id);
    case Test::nth_child:
      return nth_matches(simple, place.index, place.count);
    case Test::nth_of_type:
      return nth_matches(simple, place.type_index, place.type_count);
    case Test::language:
      return language_matches(simple.name, manuscript.language(id));
    case Test::any_of:
      return any_matches(simple.list, id, context);
    case Test::none_of:
      return !any_matches(simple.list, id, context);
    case Test::link:
      return manuscript[id].kind == Kind::a && manuscript.attribute(id, "href").has_value();
    case Test::local_link: {
      const book::LinkTarget* const link = manuscript.link(id);
      return link != nullptr && link->node != book::kNoNode;
    }
    case Test::never:
      return false;
  }
  return false;
}

bool compound_matches(const Compound& compound, NodeId id, const MatchContext& context) {
  return std::ranges::all_of(compound.tests,
                             [&](const SimpleSelector& simple) { return test_matches(simple, id, context); });
}

/// Two bits of a set for a name, by FNV-1a: the same in every run.
NameSet bits_of(std::string_view name) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return NameSet{1} << (hash & 63) | NameSet{1} << ((hash >> 32) & 63);
}

Outcome match_from(const Selector& selector, std::size_t part, NodeId id, const MatchContext& context);

/// Whether the compound is for the element of that name, which a book has no node for.
bool names(const Compound& compound, std::string_view element) {
  return std::ranges::any_of(compound.tests, [element](const SimpleSelector& simple) {
    return simple.test == Test::root && same_keyword(simple.name, element);
  });
}

/// Above the root: it stands for `body` and for the `html` around that, so `body` has one more ancestor.
Outcome match_html(const Selector& selector, std::size_t part, const MatchContext& context) {
  const Compound& body = selector.compounds[part - 1];
  const Compound& html = selector.compounds[part];
  const bool above = !names(body, "html") && !names(html, "body") && html.before == Combinator::none;
  return above && compound_matches(html, book::kRoot, context) ? Outcome::matched : Outcome::fails_everywhere;
}

Outcome match_parent(const Selector& selector, std::size_t part, NodeId id, const MatchContext& context,
                     bool any_ancestor) {
  if (id == book::kRoot) return match_html(selector, part, context);
  NodeId parent = context.manuscript[id].parent;
  while (parent != kNoNode) {
    const Outcome outcome = match_from(selector, part, parent, context);
    if (outcome == Outcome::matched || outcome == Outcome::fails_everywhere || !any_ancestor)
      return outcome == Outcome::fails_here && !any_ancestor ? Outcome::fails_among_siblings : outcome;
    parent = context.manuscript[parent].parent;
  }
  return Outcome::fails_everywhere;
}

Outcome match_sibling(const Selector& selector, std::size_t part, NodeId id, const MatchContext& context,
                      bool any_before) {
  NodeId before = element_before(context.manuscript, id);
  while (before != kNoNode) {
    const Outcome outcome = match_from(selector, part, before, context);
    if (outcome != Outcome::fails_here || !any_before) return outcome;
    before = element_before(context.manuscript, before);
  }
  return Outcome::fails_among_siblings;
}

/// Matches the compounds from `part` leftwards, the first of them against `id`.
Outcome match_from(const Selector& selector, std::size_t part, NodeId id, const MatchContext& context) {
  const Compound& compound = selector.compounds[part];
  if (!compound_matches(compound, id, context)) return Outcome::fails_here;
  switch (compound.before) {
    case Combinator::none:
      return Outcome::matched;
    case Combinator::descendant:
      return match_parent(selector, part + 1, id, context, true);
    case Combinator::child:
      return match_parent(selector, part + 1, id, context, false);
    case Combinator::next_sibling:
      return match_sibling(selector, part + 1, id, context, false);
    case Combinator::later_sibling:
      return match_sibling(selector, part + 1, id, context, true);
  }
  return Outcome::fails_everywhere;
}

}  // namespace

std::vector<SiblingPlace> sibling_places(const Manuscript& manuscript) {
  std::vector<SiblingPlace> places(manuscript.nodes.size());
  std::array<std::uint32_t, 256> of_kind{};
  for (const book::Node& parent : manuscript.nodes) {
    std::uint32_t count = 0;
    for (NodeId id = parent.first_child; id != kNoNode; id = manuscript[id].next_sibling) {
      if (manuscript[id].kind == Kind::text) continue;
      places[id.value].index = ++count;
      places[id.value].type_index = ++of_kind[static_cast<std::size_t>(manuscript[id].kind)];
    }
    for (NodeId id = parent.first_child; id != kNoNode; id = manuscript[id].next_sibling) {
      places[id.value].count = count;
      places[id.value].type_count = of_kind[static_cast<std::size_t>(manuscript[id].kind)];
    }
    for (NodeId id = parent.first_child; id != kNoNode; id = manuscript[id].next_sibling)
      of_kind[static_cast<std::size_t>(manuscript[id].kind)] = 0;
  }
  if (!places.empty()) places[0] = {1, 1, 1, 1};
  return places;
}

std::vector<NameSet> classes_above(const Manuscript& manuscript) {
  std::vector<NameSet> own(manuscript.nodes.size()), above(manuscript.nodes.size());
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    for (const std::string_view name : manuscript.classes_of(NodeId{i})) own[i] |= bits_of(name);
    const NodeId parent = manuscript.nodes[i].parent;
    above[i] = parent == kNoNode ? own[i] : above[parent.value] | own[parent.value];
  }
  return above;
}

NameSet classes_asked_above(const Selector& selector) {
  NameSet asked = 0;
  for (std::size_t i = 1; i < selector.compounds.size(); ++i) {
    const Combinator relation = selector.compounds[i - 1].before;
    if (relation != Combinator::descendant && relation != Combinator::child) continue;
    for (const SimpleSelector& simple : selector.compounds[i].tests)
      asked |= simple.test == Test::class_ ? bits_of(simple.name) : 0;
  }
  return asked;
}

bool matches(const Selector& selector, NodeId element, const MatchContext& context) {
  return match_from(selector, 0, element, context) == Outcome::matched;
}

}  // namespace reliure::style

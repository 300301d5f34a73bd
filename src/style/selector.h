#pragma once
// Selectors: which elements a rule is for (Selectors 3, and of level 4 `:is`, `:where`, `:not`, `:lang`).
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "book/manuscript.h"
#include "style/styles.h"
#include "style/token.h"

namespace reliure::style {

enum class Combinator : std::uint8_t { none, descendant, child, next_sibling, later_sibling };

enum class Test : std::uint8_t {
  type,       ///< `kind`, or never when it names no element of a manuscript
  id,         ///< `name`
  class_,     ///< `name`
  attribute,  ///< `name`, `match`, `value`
  root,       ///< also `html` and `body`, which `name` says
  empty,      ///< no children, or white space only
  nth_child,  ///< `step`, `offset`, `from_end`
  nth_of_type,
  language,  ///< `name`: a range
  any_of,    ///< `:is`, `:where`: one of `list`
  none_of,   ///< `:not`: none of `list`
  link,
  local_link,  ///< to a place in the book, however the author wrote its address
  never,
};

enum class Match : std::uint8_t { present, equal, word, dash, prefix, suffix, substring };

struct Selector;

/// One condition on one element.
struct SimpleSelector {
  Test test = Test::never;
  book::Kind kind = book::Kind::text;
  Match match = Match::present;
  bool ignore_case = false;
  bool from_end = false;
  /// `:where`: it adds nothing to the specificity.
  bool weightless = false;
  std::int32_t step = 0;
  std::int32_t offset = 0;
  std::string_view name;
  std::string_view value;
  std::vector<Selector> list;
};

/// Conditions on one element, and how the compound before it is related.
struct Compound {
  std::vector<SimpleSelector> tests;
  Combinator before = Combinator::none;
};

/// Ids, classes and attributes, types, packed so that they compare as one number.
using Specificity = std::uint32_t;

struct Selector {
  /// From the subject leftwards.
  std::vector<Compound> compounds;
  Specificity specificity = 0;
  std::optional<PseudoElement> pseudo;
};

struct SelectorError {
  std::string message;
  const Token* at = nullptr;
  /// It names what a browser alone has (`::-webkit-scrollbar`): nothing to report.
  bool of_browsers = false;
};

/// The names of pseudo-classes and pseudo-elements, for suggestions.
std::span<const std::string_view> pseudo_names();

/// Parses a comma-separated list. One bad selector makes the list bad (Selectors 3 §15.1), but in `:is()` and
/// `:where()`, where it is left out and said in `error` all the same.
std::optional<std::vector<Selector>> parse_selectors(std::span<const Token> tokens, SelectorError& error);

/// Each element's place among its siblings, from 1, and how many they are.
struct SiblingPlace {
  std::uint32_t index = 0, count = 0;
  std::uint32_t type_index = 0, type_count = 0;
};
std::vector<SiblingPlace> sibling_places(const book::Manuscript& manuscript);

/// Calls `visit` with every name by which a selector finds the id. A book's id is `page--id`; the author's
/// own may itself hold `--`.
template <class Visit>
void for_each_id(std::string_view id, Visit visit) {
  if (id.empty()) return;
  visit(id);
  for (std::size_t at = id.find("--"); at != std::string_view::npos; at = id.find("--", at + 1))
    visit(id.substr(at + 2));
}

/// A set of class names in which some may seem to be that are not: two bits a name (Bloom 1970).
using NameSet = std::uint64_t;
/// What the elements above an element have of classes, for each node; the root has its own.
std::vector<NameSet> classes_above(const book::Manuscript& manuscript);
/// The classes that elements above the subject must have.
NameSet classes_asked_above(const Selector& selector);

/// What selectors are matched against.
struct MatchContext {
  const book::Manuscript& manuscript;
  std::span<const SiblingPlace> places;
  /// See `classes_above`.
  std::span<const NameSet> above = {};
};
/// Whether the selector, apart from its pseudo-element, matches the element.
bool matches(const Selector& selector, book::NodeId element, const MatchContext& context);

}  // namespace reliure::style

#include <algorithm>
#include <array>
#include <utility>

#include "style/selector.h"

namespace reliure::style {
namespace {

/// Deeper nesting of `:is(:not(...))` and longer chains than any sheet has; they bound recursion, and the
/// walks over ancestors that each level of nesting multiplies.
constexpr int kDeepestNesting = 4;
constexpr std::size_t kLongestChain = 64;
/// The largest an+b that is read; no list of siblings is longer than 32 bits.
constexpr Micro kLargestIndex = kLargestNumber / kOne;

constexpr Specificity kIdWeight = 1U << 20;
constexpr Specificity kClassWeight = 1U << 10;
constexpr Specificity kTypeWeight = 1;

struct Reader {
  std::span<const Token> tokens;
  SelectorError& error;
  int depth = 0;
  std::size_t at = 0;

  bool done() const { return at >= tokens.size() || tokens[at].kind == TokenKind::end; }
  const Token* peek() const { return done() ? nullptr : &tokens[at]; }
  bool is(TokenKind kind) const { return !done() && tokens[at].kind == kind; }
  bool is_delim(char c) const { return is(TokenKind::delim) && tokens[at].delim == c; }
  void skip_space() {
    while (is(TokenKind::whitespace)) ++at;
  }
  bool fail(std::string message) {
    if (error.message.empty()) {
      error.message = std::move(message);
      error.at = peek() != nullptr ? peek() : (tokens.empty() ? nullptr : &tokens[tokens.size() - 1]);
    }
    return false;
  }
};

bool read_list(Reader& in, std::vector<Selector>& list);
void read_forgiving_list(Reader& in, std::vector<Selector>& list);

std::optional<book::Kind> kind_named(std::string_view name) {
  constexpr std::string_view kNames[] = {
#define RELIURE_KIND(identifier, element) element,
#include "book/kinds.def"
#undef RELIURE_KIND
  };
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (same_keyword(name, kNames[i])) return static_cast<book::Kind>(i);
  }
  return std::nullopt;
}

SimpleSelector type_selector(std::string_view name) {
  SimpleSelector simple;
  if (same_keyword(name, "html") || same_keyword(name, "body")) {
    simple.test = Test::root;
    simple.name = name;
  } else if (const auto kind = kind_named(name)) {
    simple.test = Test::type;
    simple.kind = *kind;
  }
  return simple;
}

std::optional<Match> attribute_match(Reader& in) {
  if (in.is_delim('=')) return ++in.at, Match::equal;
  constexpr std::pair<char, Match> kOperators[] = {{'~', Match::word},
                                                   {'|', Match::dash},
                                                   {'^', Match::prefix},
                                                   {'$', Match::suffix},
                                                   {'*', Match::substring}};
  for (const auto& [sign, match] : kOperators) {
    if (!in.is_delim(sign)) continue;
    ++in.at;
    if (!in.is_delim('=')) return std::nullopt;
    return ++in.at, match;
  }
  return std::nullopt;
}

/// Behind `[`.
bool read_attribute(Reader& in, SimpleSelector& simple) {
  simple.test = Test::attribute;
  in.skip_space();
  if (!in.is(TokenKind::ident)) return in.fail("no attribute name after `[`");
  simple.name = in.tokens[in.at++].text;
  in.skip_space();
  if (in.is(TokenKind::close_square)) return ++in.at, true;
  const auto match = attribute_match(in);
  if (!match) return in.fail("no comparison after the attribute `" + std::string(simple.name) + "`");
  simple.match = *match;
  in.skip_space();
  if (!in.is(TokenKind::ident) && !in.is(TokenKind::string)) return in.fail("no value to compare with");
  simple.value = in.tokens[in.at++].text;
  in.skip_space();
  if (in.is(TokenKind::ident)) {
    simple.ignore_case = same_keyword(in.tokens[in.at].text, "i");
    if (!simple.ignore_case && !same_keyword(in.tokens[in.at].text, "s")) return in.fail("no `]`");
    ++in.at;
    in.skip_space();
  }
  if (!in.is(TokenKind::close_square)) return in.fail("no `]`");
  return ++in.at, true;
}

/// `-3`, `+3` behind the step of an+b, with or without white space around the sign.
bool read_nth_offset(Reader& in, SimpleSelector& simple) {
  in.skip_space();
  std::int32_t sign = 1;
  const bool apart = in.is_delim('+') || in.is_delim('-');
  if (apart) {
    sign = in.is_delim('-') ? -1 : 1;
    ++in.at;
    in.skip_space();
  }
  if (!in.is(TokenKind::number)) return !apart || in.fail("no number after the sign");
  const Token& token = in.tokens[in.at++];
  if (!token.integer || token.signed_ == apart) return in.fail("not of the form `an+b`");
  simple.offset = sign * static_cast<std::int32_t>(std::min(token.number / kOne, kLargestIndex));
  return true;
}

/// The part of `n-3` behind the `n`: nothing, `-` or `-` and digits.
bool read_nth_tail(Reader& in, SimpleSelector& simple, std::string_view tail) {
  if (tail.empty()) return read_nth_offset(in, simple);
  if (tail.front() != '-') return in.fail("not of the form `an+b`");
  tail.remove_prefix(1);
  if (tail.empty()) {
    in.skip_space();
    if (!in.is(TokenKind::number) || in.tokens[in.at].signed_) return in.fail("no number after the sign");
    simple.offset = static_cast<std::int32_t>(-(in.tokens[in.at++].number / kOne));
    return true;
  }
  Micro value = 0;
  for (const char c : tail) {
    if (c < '0' || c > '9') return in.fail("not of the form `an+b`");
    value = std::min(value * 10 + (c - '0'), kLargestIndex);
  }
  simple.offset = static_cast<std::int32_t>(-value);
  return true;
}

/// `2n+1`, `even`, `-n+3`, `4` (CSS Syntax 3 §6).
bool read_nth(Reader& in, SimpleSelector& simple) {
  in.skip_space();
  if (in.is_delim('+')) ++in.at;
  if (in.done()) return in.fail("not of the form `an+b`");
  const Token& token = in.tokens[in.at++];
  if (token.kind == TokenKind::number && token.integer) {
    simple.offset = static_cast<std::int32_t>(token.number / kOne);
    return true;
  }
  if (token.kind == TokenKind::dimension && token.integer && ascii_lower(token.text[0]) == 'n') {
    simple.step = static_cast<std::int32_t>(token.number / kOne);
    return read_nth_tail(in, simple, token.text.substr(1));
  }
  if (token.kind != TokenKind::ident) return in.fail("not of the form `an+b`");
  if (same_keyword(token.text, "even") || same_keyword(token.text, "odd")) {
    simple.step = 2;
    simple.offset = same_keyword(token.text, "odd") ? 1 : 0;
    return true;
  }
  const bool minus = token.text.front() == '-';
  const std::string_view rest = token.text.substr(minus ? 1 : 0);
  if (rest.empty() || ascii_lower(rest.front()) != 'n') return in.fail("not of the form `an+b`");
  simple.step = minus ? -1 : 1;
  return read_nth_tail(in, simple, rest.substr(1));
}

bool close_function(Reader& in) {
  in.skip_space();
  if (!in.is(TokenKind::close_paren)) return in.fail("no `)`");
  return ++in.at, true;
}

struct NthName {
  std::string_view name;
  Test test;
  bool from_end;
};
constexpr NthName kNthNames[] = {{"nth-child", Test::nth_child, false},
                                 {"nth-last-child", Test::nth_child, true},
                                 {"nth-of-type", Test::nth_of_type, false},
                                 {"nth-last-of-type", Test::nth_of_type, true}};

bool read_selector_argument(Reader& in, SimpleSelector& simple, Test test) {
  simple.test = test;
  if (in.depth >= kDeepestNesting) return in.fail("selectors nested too deeply");
  ++in.depth;
  bool read = true;
  if (test == Test::any_of) {
    read_forgiving_list(in, simple.list);
  } else {
    read = read_list(in, simple.list);
  }
  --in.depth;
  if (!read || !close_function(in)) return false;
  return std::ranges::none_of(simple.list, [](const Selector& each) { return each.pseudo.has_value(); }) ||
         in.fail("a pseudo-element inside a pseudo-class");
}

/// `:lang(fr, "de-*")` becomes `:is` of one test a language.
bool read_languages(Reader& in, SimpleSelector& simple) {
  simple.test = Test::any_of;
  while (true) {
    in.skip_space();
    if (!in.is(TokenKind::ident) && !in.is(TokenKind::string)) return in.fail("no language in `:lang()`");
    SimpleSelector language;
    language.test = Test::language;
    language.name = in.tokens[in.at++].text;
    simple.list.push_back({{Compound{{language}, Combinator::none}}, 0, std::nullopt});
    in.skip_space();
    if (!in.is(TokenKind::comma)) return close_function(in);
    ++in.at;
  }
}

/// Behind the name and `(` of a functional pseudo-class.
bool read_function(Reader& in, std::string_view name, SimpleSelector& simple) {
  if (same_keyword(name, "lang")) return read_languages(in, simple);
  if (same_keyword(name, "not")) return read_selector_argument(in, simple, Test::none_of);
  if (same_keyword(name, "is") || same_keyword(name, "where")) {
    simple.weightless = same_keyword(name, "where");
    return read_selector_argument(in, simple, Test::any_of);
  }
  for (const NthName& nth : kNthNames) {
    if (!same_keyword(name, nth.name)) continue;
    simple.test = nth.test;
    simple.from_end = nth.from_end;
    return read_nth(in, simple) && close_function(in);
  }
  return in.fail("the pseudo-class `:" + std::string(name) + "()` is not supported");
}

SimpleSelector nth(Test test, bool from_end) {
  SimpleSelector simple;
  simple.test = test;
  simple.from_end = from_end;
  simple.offset = 1;
  return simple;
}

/// States of windows, links and forms.
constexpr std::string_view kOfScreens[] = {
    "active",   "autofill",     "checked",           "default",      "disabled",
    "enabled",  "focus",        "focus-visible",     "focus-within", "fullscreen",
    "hover",    "in-range",     "indeterminate",     "invalid",      "modal",
    "optional", "out-of-range", "placeholder-shown", "read-only",    "read-write",
    "required", "target",       "user-invalid",      "valid",        "visited"};

bool read_pseudo_class(Reader& in, std::string_view name, std::vector<SimpleSelector>& tests) {
  const auto is = [name](std::string_view lower) { return same_keyword(name, lower); };
  const auto plain = [&tests](Test test) {
    SimpleSelector simple;
    simple.test = test;
    tests.push_back(std::move(simple));
    return true;
  };
  if (is("root")) return plain(Test::root);
  if (is("empty")) return plain(Test::empty);
  if (is("link") || is("any-link")) return plain(Test::link);
  if (is("local-link")) return plain(Test::local_link);
  // A book is never hovered, and none of its links has been visited.
  if (std::ranges::any_of(kOfScreens, is)) return plain(Test::never);
  const bool of_type = is("first-of-type") || is("last-of-type") || is("only-of-type");
  const Test test = of_type ? Test::nth_of_type : Test::nth_child;
  const bool only = is("only-child") || is("only-of-type");
  const bool first = only || is("first-child") || is("first-of-type");
  const bool last = only || is("last-child") || is("last-of-type");
  if (first) tests.push_back(nth(test, false));
  if (last) tests.push_back(nth(test, true));
  return first || last || in.fail("the pseudo-class `:" + std::string(name) + "` is not supported");
}

std::optional<PseudoElement> pseudo_element_named(std::string_view name) {
  constexpr std::pair<std::string_view, PseudoElement> kNames[] = {
      {"before", PseudoElement::before},
      {"after", PseudoElement::after},
      {"marker", PseudoElement::marker},
      {"first-letter", PseudoElement::first_letter},
      {"footnote-call", PseudoElement::footnote_call},
      {"footnote-marker", PseudoElement::footnote_marker}};
  for (const auto& [text, element] : kNames) {
    if (same_keyword(name, text)) return element;
  }
  return std::nullopt;
}

/// Whether the old form with one colon is that of a pseudo-element.
bool has_one_colon_form(PseudoElement element) {
  return element == PseudoElement::before || element == PseudoElement::after ||
         element == PseudoElement::first_letter;
}

Specificity specificity_of(const SimpleSelector& simple) {
  switch (simple.test) {
    case Test::type:
      return kTypeWeight;
    case Test::id:
      return kIdWeight;
    case Test::any_of:
    case Test::none_of: {
      Specificity most = 0;
      for (const Selector& each : simple.list) most = std::max(most, each.specificity);
      return most;
    }
    default:
      return kClassWeight;
  }
}

/// Behind a colon.
bool read_pseudo(Reader& in, Selector& selector, std::vector<SimpleSelector>& tests) {
  const bool element = in.is(TokenKind::colon);
  if (element) ++in.at;
  if (!in.is(TokenKind::ident) && !in.is(TokenKind::function)) return in.fail("no name after the colon");
  const Token& token = in.tokens[in.at];
  const bool function = token.kind == TokenKind::function;
  const auto pseudo = pseudo_element_named(token.text);
  if (!function && pseudo && (element || has_one_colon_form(*pseudo))) {
    selector.pseudo = pseudo;
    selector.specificity += kTypeWeight;
    return ++in.at, true;
  }
  if (in.error.message.empty()) in.error.of_browsers = token.text.front() == '-';
  if (element) return in.fail("the pseudo-element `::" + std::string(token.text) + "` is not supported");
  ++in.at;
  if (!function) {
    const std::size_t before = tests.size();
    const bool first_error = in.error.message.empty();
    if (!read_pseudo_class(in, token.text, tests)) {
      if (first_error) in.error.at = &token;
      return false;
    }
    // `:only-child` is two tests of one pseudo-class.
    selector.specificity += kClassWeight;
    return tests.size() > before;
  }
  SimpleSelector simple;
  if (!read_function(in, token.text, simple)) return false;
  if (same_keyword(token.text, "lang")) {
    selector.specificity += kClassWeight;
  } else if (!same_keyword(token.text, "where")) {
    selector.specificity += specificity_of(simple);
  }
  tests.push_back(std::move(simple));
  return true;
}

/// One of `.class`, `#id`, `[attribute]`, `:pseudo`; nothing read when there is none.
bool read_simple(Reader& in, Selector& selector, std::vector<SimpleSelector>& tests) {
  SimpleSelector simple;
  if (in.is(TokenKind::hash)) {
    if (!in.peek()->id) return in.fail("`#" + std::string(in.peek()->text) + "` is no id");
    simple.test = Test::id;
    simple.name = in.tokens[in.at++].text;
  } else if (in.is_delim('.')) {
    ++in.at;
    if (!in.is(TokenKind::ident)) return in.fail("no class name after `.`");
    simple.test = Test::class_;
    simple.name = in.tokens[in.at++].text;
  } else if (in.is(TokenKind::open_square)) {
    ++in.at;
    if (!read_attribute(in, simple)) return false;
  } else {
    ++in.at;
    return read_pseudo(in, selector, tests);
  }
  selector.specificity += specificity_of(simple);
  tests.push_back(std::move(simple));
  return true;
}

bool starts_simple(const Reader& in) {
  return in.is(TokenKind::hash) || in.is_delim('.') || in.is(TokenKind::open_square) ||
         in.is(TokenKind::colon);
}

bool read_compound(Reader& in, Selector& selector, Compound& compound) {
  bool any = false;
  if (in.is(TokenKind::ident)) {
    compound.tests.push_back(type_selector(in.tokens[in.at++].text));
    selector.specificity += kTypeWeight;
    any = true;
  } else if (in.is_delim('*')) {
    ++in.at;
    any = true;
  }
  while (starts_simple(in)) {
    if (selector.pseudo) return in.fail("a condition behind a pseudo-element");
    if (!read_simple(in, selector, compound.tests)) return false;
    any = true;
  }
  return any || in.fail(in.done() ? "a selector is missing" : "unexpected characters in a selector");
}

/// The combinator between two compounds; none at the end of a selector.
Combinator read_combinator(Reader& in) {
  const bool space = in.is(TokenKind::whitespace);
  in.skip_space();
  constexpr std::pair<char, Combinator> kSigns[] = {
      {'>', Combinator::child}, {'+', Combinator::next_sibling}, {'~', Combinator::later_sibling}};
  for (const auto& [sign, combinator] : kSigns) {
    if (!in.is_delim(sign)) continue;
    ++in.at;
    in.skip_space();
    return combinator;
  }
  const bool ended = in.done() || in.is(TokenKind::comma) || in.is(TokenKind::close_paren);
  return space && !ended ? Combinator::descendant : Combinator::none;
}

bool read_selector(Reader& in, Selector& selector) {
  in.skip_space();
  while (true) {
    Compound compound;
    if (!read_compound(in, selector, compound)) return false;
    selector.compounds.push_back(std::move(compound));
    const Combinator combinator = read_combinator(in);
    if (combinator == Combinator::none) break;
    if (selector.pseudo) return in.fail("an element behind a pseudo-element");
    if (selector.compounds.size() >= kLongestChain) return in.fail("a selector of too many parts");
    selector.compounds.back().before = combinator;
  }
  // Read from the left, each with the combinator behind it; kept from the subject, with the one before it.
  std::ranges::reverse(selector.compounds);
  for (std::size_t i = 0; i + 1 < selector.compounds.size(); ++i)
    selector.compounds[i].before = selector.compounds[i + 1].before;
  selector.compounds.back().before = Combinator::none;
  return true;
}

bool read_list(Reader& in, std::vector<Selector>& list) {
  while (true) {
    Selector selector;
    if (!read_selector(in, selector)) return false;
    list.push_back(std::move(selector));
    in.skip_space();
    if (!in.is(TokenKind::comma)) return true;
    ++in.at;
  }
}

/// To the comma or the bracket that ends the selector at hand.
void skip_selector(Reader& in) {
  int depth = 0;
  for (; !in.done(); ++in.at) {
    const TokenKind kind = in.tokens[in.at].kind;
    if (depth == 0 && (kind == TokenKind::comma || kind == TokenKind::close_paren)) return;
    if (kind == TokenKind::function || kind == TokenKind::open_paren) ++depth;
    if (kind == TokenKind::close_paren) --depth;
  }
}

/// A list that goes on behind what is no selector (Selectors 4 §4.1); `in.error` says what that was.
void read_forgiving_list(Reader& in, std::vector<Selector>& list) {
  while (true) {
    Selector selector;
    const std::size_t begin = in.at;
    const bool read = read_selector(in, selector) && !selector.pseudo;
    in.skip_space();
    if (read && (in.is(TokenKind::comma) || in.is(TokenKind::close_paren))) {
      list.push_back(std::move(selector));
    } else {
      in.fail(selector.pseudo ? "a pseudo-element inside a pseudo-class"
                              : "unexpected characters in a selector");
      in.at = begin;
      skip_selector(in);
    }
    if (!in.is(TokenKind::comma)) return;
    ++in.at;
  }
}

}  // namespace

std::span<const std::string_view> pseudo_names() {
  static constexpr std::string_view kNames[] = {
      "after",         "any-link",         "before",     "empty",        "first-child", "first-letter",
      "first-of-type", "footnote-call",    "is",         "lang",         "last-child",  "last-of-type",
      "link",          "local-link",       "marker",     "not",          "nth-child",   "nth-last-child",
      "nth-of-type",   "nth-last-of-type", "only-child", "only-of-type", "root",        "where"};
  return kNames;
}

std::optional<std::vector<Selector>> parse_selectors(std::span<const Token> tokens, SelectorError& error) {
  Reader in{tokens, error};
  std::vector<Selector> list;
  if (!read_list(in, list)) return std::nullopt;
  if (!in.done()) {
    in.fail("unexpected characters in a selector");
    return std::nullopt;
  }
  return list;
}

}  // namespace reliure::style

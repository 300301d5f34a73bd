#include "style/ebook_selector.h"

#include <algorithm>

#include "style/print.h"
#include "style/token.h"

namespace reliure::style {
namespace {

void write_list(std::string& out, const std::vector<Selector>& list) {
  for (const Selector& selector : list) {
    if (&selector != &list.front()) out += ", ";
    write_selector(out, selector);
  }
}

void write_nth(std::string& out, const SimpleSelector& simple) {
  if (simple.step == 0 && simple.offset == 1) {
    out += simple.from_end ? ":last-" : ":first-";
    out += simple.test == Test::nth_child ? "child" : "of-type";
    return;
  }
  out += simple.from_end ? ":nth-last-" : ":nth-";
  out += simple.test == Test::nth_child ? "child(" : "of-type(";
  if (simple.step != 0) out += std::to_string(simple.step) + "n";
  if (simple.step != 0 && simple.offset >= 0) out += "+";
  out += std::to_string(simple.offset) + ")";
}

void write_attribute(std::string& out, const SimpleSelector& simple) {
  constexpr std::string_view kOperators[] = {"", "=", "~=", "|=", "^=", "$=", "*="};
  out += '[';
  out += written_name(simple.name);
  if (simple.match != Match::present) {
    out += kOperators[static_cast<std::size_t>(simple.match)];
    print_string(out, simple.value);
    if (simple.ignore_case) out += " i";
  }
  out += ']';
}

void write_simple(std::string& out, const SimpleSelector& simple) {
  switch (simple.test) {
    case Test::type:
      if (simple.kind == book::Kind::document) {
        out += "body";
      } else {
        // A note is an aside in the e-book.
        out += simple.kind == book::Kind::note ? std::string_view("aside.footnote") : book::name(simple.kind);
      }
      return;
    case Test::id:
      // The author's id stands behind the page's name.
      out += "[id$=\"" + std::string(simple.name) + "\"]";
      return;
    case Test::class_:
      out += "." + written_name(simple.name);
      return;
    case Test::attribute:
      return write_attribute(out, simple);
    case Test::root:
      out += "body";
      return;
    case Test::empty:
      out += ":empty";
      return;
    case Test::nth_child:
    case Test::nth_of_type:
      return write_nth(out, simple);
    case Test::language:
      out += ":lang(" + written_name(simple.name) + ")";
      return;
    case Test::any_of:
    case Test::none_of:
      if (simple.list.size() == 1 && simple.test == Test::any_of) return write_selector(out, simple.list[0]);
      out += simple.test == Test::any_of ? ":is(" : ":not(";
      write_list(out, simple.list);
      out += ')';
      return;
    case Test::link:
      out += ":link";
      return;
    case Test::local_link:
      // In the package the book's own addresses are relative, and all others have a scheme.
      out += ":link:not([href*=\":\"])";
      return;
    case Test::never:
      return;
  }
}

bool is_type(const SimpleSelector& simple) { return simple.test == Test::type || simple.test == Test::root; }

bool can_match(const Selector& selector) {
  return std::ranges::none_of(selector.compounds, [](const Compound& compound) {
    return std::ranges::any_of(compound.tests,
                               [](const SimpleSelector& simple) { return simple.test == Test::never; });
  });
}

}  // namespace

std::string written_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    // A digit at the start would make a number of the name.
    if (out.empty() && c >= '0' && c <= '9') {
      out += std::string("\\3") + c + ' ';
      continue;
    }
    const char low = ascii_lower(c);
    const bool plain = (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                       static_cast<unsigned char>(c) >= 0x80;
    if (!plain) out += '\\';
    out += c;
  }
  return out;
}

void write_selector(std::string& out, const Selector& selector) {
  constexpr std::string_view kCombinators[] = {"", " ", " > ", " + ", " ~ "};
  constexpr std::string_view kPseudo[] = {"::before", "::after", "::marker", "::first-letter"};
  for (std::size_t i = selector.compounds.size(); i-- > 0;) {
    const Compound& compound = selector.compounds[i];
    out += kCombinators[static_cast<std::size_t>(compound.before)];
    if (compound.tests.empty() && !(i == 0 && selector.pseudo && selector.compounds.size() == 1)) out += '*';
    for (const SimpleSelector& simple : compound.tests) {
      if (is_type(simple)) write_simple(out, simple);
    }
    for (const SimpleSelector& simple : compound.tests) {
      if (!is_type(simple)) write_simple(out, simple);
    }
  }
  if (selector.pseudo) out += kPseudo[static_cast<std::size_t>(*selector.pseudo)];
}

bool is_for_readers(const Selector& selector) {
  const bool paged =
      selector.pseudo == PseudoElement::footnote_call || selector.pseudo == PseudoElement::footnote_marker;
  return !paged && can_match(selector);
}

void write_selector_of_text(std::string& out, const Selector& selector) {
  constexpr std::string_view kClasses[] = {" > .generated-before", " > .generated-after",
                                           " > .generated-marker"};
  Selector element = selector;
  element.pseudo.reset();
  write_selector(out, element);
  out += kClasses[static_cast<std::size_t>(*generated_place(selector))];
}

std::optional<book::GeneratedPlace> generated_place(const Selector& selector) {
  if (selector.pseudo == PseudoElement::before) return book::GeneratedPlace::before;
  if (selector.pseudo == PseudoElement::after) return book::GeneratedPlace::after;
  if (selector.pseudo == PseudoElement::marker) return book::GeneratedPlace::marker;
  return std::nullopt;
}

bool is_root(const Selector& selector) {
  const auto& tests = selector.compounds.front().tests;
  return selector.compounds.size() == 1 && !selector.pseudo && tests.size() == 1 &&
         (tests[0].test == Test::root ||
          (tests[0].test == Test::type && tests[0].kind == book::Kind::document));
}

bool is_body_text(const Selector& selector) {
  using book::Kind;
  constexpr Kind kTexts[] = {Kind::p, Kind::li, Kind::dd, Kind::div, Kind::section, Kind::td};
  if (is_root(selector)) return true;
  const auto& tests = selector.compounds.front().tests;
  const bool bare = selector.compounds.size() == 1 && !selector.pseudo && tests.size() == 1;
  if (!bare) return selector.compounds.size() == 1 && !selector.pseudo && tests.empty();
  return tests[0].test == Test::type && std::ranges::find(kTexts, tests[0].kind) != std::end(kTexts);
}

}  // namespace reliure::style

#include "style/ebook_selector.h"

#include <algorithm>

#include "style/print.h"
#include "style/token.h"

namespace reliure::style {
namespace {

void write_list(std::string& out, std::string_view function, const std::vector<Selector>& list,
                const NodesById& ids) {
  out += function;
  for (const Selector& selector : list) {
    if (&selector != &list.front()) out += ", ";
    write_selector(out, selector, ids);
  }
  out += ')';
}

/// All elements that have the id: several pages may have the same.
void write_id(std::string& out, std::string_view name, const NodesById& ids) {
  const auto found = ids.find(name);
  // Inside `:not()`; the weight of an id remains.
  if (found == ids.end()) return out += "#" + written_name(name), void();
  const bool several = found->second.size() > 1;
  if (several) out += ":is(";
  for (const book::NodeId node : found->second) {
    if (node != found->second.front()) out += ", ";
    out += "[id=\"node:" + std::to_string(node.value) + "\"]";
  }
  if (several) out += ')';
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

bool is_language(const Selector& selector) {
  const std::vector<SimpleSelector>& tests = selector.compounds.front().tests;
  return selector.compounds.size() == 1 && tests.size() == 1 && tests.front().test == Test::language;
}

bool is_type(const SimpleSelector& simple) { return simple.test == Test::type || simple.test == Test::root; }

void write_simple(std::string& out, const SimpleSelector& simple, const NodesById& ids) {
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
      return write_id(out, simple.name, ids);
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
      // One language is the only list that stands for itself.
      if (simple.test == Test::any_of && simple.list.size() == 1 && is_language(simple.list[0]))
        return write_selector(out, simple.list[0], ids);
      return write_list(out,
                        simple.test == Test::none_of ? ":not("
                        : simple.weightless          ? ":where("
                                                     : ":is(",
                        simple.list, ids);
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

bool can_match(const Selector& selector, const NodesById& ids) {
  return std::ranges::none_of(selector.compounds, [&ids](const Compound& compound) {
    return std::ranges::any_of(compound.tests, [&ids](const SimpleSelector& simple) {
      return simple.test == Test::never || (simple.test == Test::id && !ids.contains(simple.name)) ||
             (simple.test == Test::any_of && simple.list.empty());
    });
  });
}

bool names(const Compound& compound, std::string_view element) {
  return std::ranges::any_of(compound.tests, [element](const SimpleSelector& simple) {
    return simple.test == Test::root && same_keyword(simple.name, element);
  });
}

void write_compound(std::string& out, const Selector& selector, std::size_t i, const NodesById& ids) {
  const Compound& compound = selector.compounds[i];
  if (compound.tests.empty() && !(i == 0 && selector.pseudo && selector.compounds.size() == 1)) out += '*';
  // What is in the book is in `body`; `html` is only what that is in.
  const bool above_body = i > 0 && names(selector.compounds[i - 1], "body");
  for (const SimpleSelector& simple : compound.tests) {
    if (above_body && simple.test == Test::root) {
      out += simple.name.empty() ? ":root" : "html";
    } else if (is_type(simple)) {
      write_simple(out, simple, ids);
    }
  }
  for (const SimpleSelector& simple : compound.tests) {
    if (!is_type(simple)) write_simple(out, simple, ids);
  }
}

/// Whether elements without a class, an id or an attribute of their own can pass the test.
bool can_be_plain(const SimpleSelector& simple) {
  using book::Kind;
  constexpr Kind kTexts[] = {Kind::document, Kind::section, Kind::article, Kind::main, Kind::div,
                             Kind::p,        Kind::ul,      Kind::ol,      Kind::li,   Kind::dl,
                             Kind::dd,       Kind::tbody,   Kind::tr,      Kind::td,   Kind::span};
  switch (simple.test) {
    case Test::type:
      return std::ranges::find(kTexts, simple.kind) != std::end(kTexts);
    case Test::class_:
      // Of what holds a chapter's text, by the builder.
      return simple.name == "chapter";
    case Test::id:
    case Test::attribute:
    case Test::link:
    case Test::never:
      return false;
    case Test::any_of:
      return std::ranges::any_of(simple.list, is_body_text);
    default:
      return true;
  }
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

NodesById nodes_by_id(const book::Manuscript& manuscript) {
  NodesById ids;
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    for_each_id(manuscript.nodes[i].id, [&ids, i](std::string_view id) { ids[id].push_back({i}); });
  }
  return ids;
}

void write_selector(std::string& out, const Selector& selector, const NodesById& ids) {
  constexpr std::string_view kCombinators[] = {"", " ", " > ", " + ", " ~ "};
  constexpr std::string_view kPseudo[] = {"::before", "::after", "::marker", "::first-letter"};
  for (std::size_t i = selector.compounds.size(); i-- > 0;) {
    out += kCombinators[static_cast<std::size_t>(selector.compounds[i].before)];
    write_compound(out, selector, i, ids);
  }
  if (selector.pseudo) out += kPseudo[static_cast<std::size_t>(*selector.pseudo)];
}

bool is_for_readers(const Selector& selector, const NodesById& ids) {
  const bool paged =
      selector.pseudo == PseudoElement::footnote_call || selector.pseudo == PseudoElement::footnote_marker;
  return !paged && can_match(selector, ids);
}

void write_selector_of_text(std::string& out, const Selector& selector, const NodesById& ids) {
  constexpr std::string_view kClasses[] = {" > .generated-before", " > .generated-after",
                                           " > .generated-marker"};
  Selector element = selector;
  element.pseudo.reset();
  write_selector(out, element, ids);
  out += kClasses[static_cast<std::size_t>(*generated_place(selector))];
}

std::optional<book::GeneratedPlace> generated_place(const Selector& selector) {
  if (selector.pseudo == PseudoElement::before) return book::GeneratedPlace::before;
  if (selector.pseudo == PseudoElement::after) return book::GeneratedPlace::after;
  if (selector.pseudo == PseudoElement::marker) return book::GeneratedPlace::marker;
  return std::nullopt;
}

bool is_root(const Selector& selector) {
  return !selector.pseudo &&
         std::ranges::any_of(selector.compounds.front().tests, [](const SimpleSelector& simple) {
           return simple.test == Test::root ||
                  (simple.test == Test::type && simple.kind == book::Kind::document);
         });
}

bool is_body_text(const Selector& selector) {
  return !selector.pseudo && std::ranges::all_of(selector.compounds.front().tests, can_be_plain);
}

bool is_all_body_text(const Selector& selector) {
  const auto& tests = selector.compounds.front().tests;
  return selector.compounds.size() == 1 && is_body_text(selector) &&
         (tests.empty() || (tests.size() == 1 && tests[0].test == Test::type));
}

}  // namespace reliure::style

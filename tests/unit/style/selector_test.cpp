#include "style/selector.h"

#include <gtest/gtest.h>

#include "unit/style/builder.h"

namespace reliure::style::testing {
namespace {

/// section#s.chapter.depth-1 > h1, p#page--intro.lead, p, ul > (li, li, li), p[lang=fr-CA]
Book sample() {
  Element section = classed(
      Kind::section, "chapter depth-1",
      {element(Kind::h1, {text("Title")}), classed(Kind::p, "lead", {text("a")}),
       element(Kind::p, {text("b")}),
       element(Kind::ul, {element(Kind::li, {text("1")}), element(Kind::li), element(Kind::li, {text(" ")})}),
       with(element(Kind::p), "title", "One two-three")});
  section.children[1].id = "page--intro";
  section.children[4].language = "fr-CA";
  return Book({section});
}

/// The matching elements as `kind` and, for the second of a kind and so on, its number.
std::string matched(const Book& book, std::string_view selector) {
  base::StringArena strings;
  std::vector<Token> tokens = tokenize(selector, strings);
  SelectorError error;
  const auto list = parse_selectors(tokens, error);
  if (!list) return "error: " + error.message;
  const auto places = sibling_places(book.manuscript);
  const auto above = classes_above(book.manuscript);
  std::string out;
  std::map<Kind, int> seen;
  for (std::uint32_t i = 0; i < book.manuscript.nodes.size(); ++i) {
    const Kind kind = book.manuscript.nodes[i].kind;
    if (kind == Kind::text) continue;
    const int number = ++seen[kind];
    for (const Selector& each : *list) {
      if (!matches(each, {i}, {book.manuscript, places})) continue;
      EXPECT_EQ(classes_asked_above(each) & ~above[i], NameSet{0}) << "the filter would leave it out";
      out += (out.empty() ? "" : " ") + std::string(book::name(kind)) +
             (number > 1 ? std::to_string(number) : "");
      break;
    }
  }
  return out;
}

struct Case {
  const char* selector;
  const char* expected;
};
void PrintTo(const Case& each, std::ostream* out) { *out << each.selector; }

class Matches : public ::testing::TestWithParam<Case> {};
TEST_P(Matches, exactly_these) {
  const Book book = sample();
  EXPECT_EQ(matched(book, GetParam().selector), GetParam().expected) << GetParam().selector;
}
INSTANTIATE_TEST_SUITE_P(
    Selectors, Matches,
    ::testing::Values(
        Case{"p", "p p2 p3"}, Case{"P", "p p2 p3"}, Case{"html, body, :root, document", "document"},
        Case{".lead", "p"}, Case{"p.lead.chapter", ""}, Case{"section.chapter.depth-1", "section"},
        Case{"#intro", "p"}, Case{"#page--intro", "p"}, Case{"#tro", ""}, Case{"section > p", "p p2 p3"},
        Case{"document > p", ""}, Case{"body section li", "li li2 li3"}, Case{"h1 + p", "p"},
        Case{"h1 ~ p", "p p2 p3"}, Case{"h1 + p + p", "p2"}, Case{"ul ~ p", "p3"},
        Case{"document h1 ~ ul > li", "li li2 li3"}, Case{"li:first-child", "li"},
        Case{"li:last-child", "li3"}, Case{"li:nth-child(2)", "li2"}, Case{"li:nth-child(odd)", "li li3"},
        Case{"li:nth-child(2n)", "li2"}, Case{"li:nth-child( -n + 2 )", "li li2"},
        Case{"li:nth-child(n+2)", "li2 li3"}, Case{"li:nth-child(-n+1)", "li"},
        Case{"li:nth-last-child(1)", "li3"}, Case{"p:first-of-type", "p"}, Case{"p:last-of-type", "p3"},
        Case{"p:nth-of-type(2)", "p2"}, Case{"section > :only-of-type", "h1 ul"},
        Case{"section:only-child", "section"}, Case{"li:empty", "li2 li3"}, Case{"[title]", "p3"},
        Case{"[title~=\"two-three\"]", "p3"}, Case{"[title|=one i]", ""}, Case{"[title^=One]", "p3"},
        Case{"[title$='THREE' i]", "p3"}, Case{"[title*='e t']", "p3"}, Case{"[title='one two-three']", ""},
        Case{"[class]", "section p"}, Case{"[class^=chap]", "section"}, Case{"[id$=intro]", "p"},
        Case{"p:lang(fr)", "p p2 p3"}, Case{"p:lang(fr-CA)", "p3"}, Case{"p:lang('*-CA')", "p3"},
        Case{"p:lang(en, fr-ca)", "p3"}, Case{":is(h1, ul)", "h1 ul"}, Case{":where(h1)", "h1"},
        Case{"p:not(.lead)", "p2 p3"}, Case{"p:not(.lead, [title])", "p2"}, Case{"p:not(h1 + p)", "p2 p3"},
        Case{"html body .lead", "p"}, Case{"html > body > section > p.lead", "p"},
        Case{":root > body section", "section"}, Case{"html > section", "section"}, Case{"body html p", ""},
        Case{"body > body p", ""}, Case{"html > html p", ""}, Case{"html html body p", ""},
        Case{"div html body p", ""}, Case{"html ~ body p", ""}, Case{":is(h1, :bogus)", "h1"},
        Case{":is(:bogus(a, b), h1, p::before, ?)", "h1"}, Case{"p:not(:is(:bogus))", "p p2 p3"},
        Case{":where(a b c:bogus d, ul)", "ul"}, Case{"section *", "h1 p p2 ul li li2 li3 p3"},
        Case{"button", ""}, Case{"p:hover", ""}));

class Refuses : public ::testing::TestWithParam<Case> {};
TEST_P(Refuses, this_selector) {
  EXPECT_EQ(matched(sample(), GetParam().selector), std::string("error: ") + GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(
    Selectors, Refuses,
    ::testing::Values(Case{"p >", "a selector is missing"}, Case{"p,", "a selector is missing"},
                      Case{". a", "no class name after `.`"},
                      Case{"[a", "no comparison after the attribute `a`"},
                      Case{"p:nth-child(x)", "not of the form `an+b`"},
                      Case{"p:has(a)", "the pseudo-class `:has()` is not supported"},
                      Case{"p::selection", "the pseudo-element `::selection` is not supported"},
                      Case{"p::before b", "an element behind a pseudo-element"},
                      Case{"p::before.x", "a condition behind a pseudo-element"},
                      Case{":not(p::before)", "a pseudo-element inside a pseudo-class"},
                      Case{":not(:not(:not(:not(:not(:not(:not(:not(:not(p)))))))))",
                           "selectors nested too deeply"},
                      Case{"#1", "`#1` is no id"}, Case{"p ? q", "unexpected characters in a selector"}));

Specificity specificity(std::string_view selector) {
  base::StringArena strings;
  SelectorError error;
  const std::vector<Token> tokens = tokenize(selector, strings);
  return parse_selectors(tokens, error).value().front().specificity;
}

TEST(Specificity, ids_outweigh_classes_and_classes_types) {
  EXPECT_GT(specificity("#a"), specificity(".a.b.c.d"));
  EXPECT_GT(specificity(".a"), specificity("p q h1 h2"));
  EXPECT_EQ(specificity("p:first-child"), specificity("p.a"));
  EXPECT_EQ(specificity("p:only-child"), specificity("p.a"));
  EXPECT_EQ(specificity("p::before"), specificity("p q"));
}

TEST(Specificity, of_a_list_is_its_heaviest_and_where_has_none) {
  EXPECT_EQ(specificity(":is(p, #a)"), specificity("#a"));
  EXPECT_EQ(specificity(":not(.a, p)"), specificity(".a"));
  EXPECT_EQ(specificity(":where(#a)"), 0U);
  EXPECT_EQ(specificity(":lang(fr)"), specificity(".a"));
}

TEST(Selector, a_long_chain_over_a_deep_tree_takes_one_walk) {
  Element deep = element(Kind::p);
  for (int i = 0; i < 400; ++i) deep = element(Kind::div, {deep});
  const Book book({deep});
  std::string selector = "section";
  for (int i = 0; i < 60; ++i) selector += " div";
  EXPECT_EQ(matched(book, selector + " p"), "");
}

}  // namespace
}  // namespace reliure::style::testing

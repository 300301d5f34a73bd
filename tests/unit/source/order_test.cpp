// In which order pages are read, and what becomes of those that have no place in it.
#include <gtest/gtest.h>

#include "unit/source/loaded.h"

namespace reliure::source {
namespace {

/// A page whose navigation is written as a YAML flow map: `{key: a, parent: b}`.
base::Bytes page(const std::string& navigation) {
  return "---\neleventyNavigation: " + navigation + "\n---\n";
}

Loaded load_pages(std::map<Path, base::Bytes> files, const std::string& content = "") {
  files.emplace("book.yaml", "title: T\nlanguage: fr\n" + content);
  return load_book(std::move(files));
}

TEST(Navigation, TheOnlyRootIsTheFrontPageAndItsChildrenAreChapters) {
  const Loaded loaded = load_pages({{"index.md", page("{key: book, parent: site}")},
                                    {"b.md", page("{key: b, parent: book, order: 20}")},
                                    {"a.md", page("{key: a, parent: book, order: 30}")},
                                    {"c.md", page("{key: c, parent: b}")}});
  EXPECT_EQ(reported(loaded), Lines{});
  EXPECT_EQ(order(loaded.tree), (Lines{"1 index.md", "1 b.md", "2 c.md", "1 a.md"}));
}

TEST(Navigation, SeveralRootsAreChaptersThemselves) {
  const Loaded loaded = load_pages({{"a.md", page("{key: a, order: 2}")},
                                    {"b.md", page("{key: b, order: 1}")},
                                    {"c.md", page("{key: c, parent: a}")}});
  EXPECT_EQ(reported(loaded), Lines{});
  EXPECT_EQ(order(loaded.tree), (Lines{"1 b.md", "1 a.md", "2 c.md"}));
}

TEST(Navigation, EqualOrdersGoByPathAndNoOrderIsZero) {
  const Loaded loaded = load_pages({{"d.md", page("{key: d, order: -1}")},
                                    {"c.md", page("{key: c}")},
                                    {"b.md", page("{key: b, order: 0}")},
                                    {"a.md", page("{key: a, order: 0.5}")}});
  EXPECT_EQ(order(loaded.tree), (Lines{"1 d.md", "1 b.md", "1 c.md", "1 a.md"}));
}

TEST(Navigation, AnUnknownParentAmongSeveralRootsIsWarnedAbout) {
  const Loaded loaded = load_pages({{"a.md", page("{key: a}")}, {"b.md", page("{key: b, parent: aa}")}});
  EXPECT_EQ(reported(loaded), Lines{"b.md:2:38 source/unknown-parent: no page has the navigation key `aa`"});
  EXPECT_EQ(order(loaded.tree), (Lines{"1 a.md", "1 b.md"}));
}

TEST(Navigation, ASharedKeyIsWarnedAboutOnceAndLosesNoPage) {
  const Loaded loaded = load_pages({{"a.md", page("{key: k, order: 1}")},
                                    {"b.md", page("{key: k, order: 2}")},
                                    {"c.md", page("{key: k, order: 3}")}});
  EXPECT_EQ(reported(loaded), Lines{"a.md:2:27 source/duplicate-key: 3 pages share the navigation key `k`"});
  EXPECT_EQ(loaded.diagnostics.all()[0].labels.size(), 2u);
  EXPECT_EQ(order(loaded.tree), (Lines{"1 a.md", "1 b.md", "1 c.md"}));
}

TEST(Navigation, ASharedKeyAsParentMeansItsFirstPage) {
  const Loaded loaded = load_pages({{"a.md", page("{key: k, order: 2}")},
                                    {"b.md", page("{key: k, order: 1}")},
                                    {"c.md", page("{key: c, parent: k}")}});
  EXPECT_EQ(order(loaded.tree), (Lines{"1 b.md", "2 c.md", "1 a.md"}));
  ASSERT_EQ(loaded.diagnostics.all().size(), 1u);
  EXPECT_EQ(
      loaded.diagnostics.all()[0].hints,
      Lines{"pages that name it as their parent are put below `b.md`: give each page a key of its own"});
}

TEST(Navigation, ACircleIsCutAndPutAtTheEnd) {
  const Loaded loaded = load_pages({{"a.md", page("{key: a}")},
                                    {"b.md", page("{key: b, parent: c}")},
                                    {"c.md", page("{key: c, parent: b}")},
                                    {"d.md", page("{key: d, parent: c}")}});
  EXPECT_EQ(reported(loaded),
            Lines{"b.md:2:38 source/navigation-cycle: by its parents, `b.md` stands below itself"});
  EXPECT_EQ(order(loaded.tree), (Lines{"1 a.md", "1 b.md", "2 c.md", "3 d.md"}));
}

TEST(Navigation, APageBelowItselfIsKept) {
  const Loaded loaded = load_pages({{"a.md", page("{key: a, parent: a}")}});
  EXPECT_EQ(loaded.diagnostics.count(base::Severity::warning), 1u);
  EXPECT_EQ(order(loaded.tree), Lines{"1 a.md"});
}

TEST(Navigation, AChainOfManyPagesDoesNotOverflowTheStack) {
  std::map<Path, base::Bytes> files;
  for (int i = 0; i < 5'000; ++i) {
    files[std::to_string(i) + ".md"] =
        page("{key: k" + std::to_string(i) + ", parent: k" + std::to_string(i - 1) + "}");
  }
  const Loaded loaded = load_pages(std::move(files));
  ASSERT_EQ(loaded.tree.pages.size(), 5'000u);
  EXPECT_EQ(loaded.tree.pages.back().path, "4999.md");
  EXPECT_EQ(loaded.tree.pages.back().depth, 4'999);
}

TEST(Navigation, PagesWithoutItAreLeftOutWithAWarning) {
  const Loaded loaded =
      load_pages({{"a.md", page("{key: a}")}, {"b.md", "text\n"}, {"c.md", "---\ntitle: C\n---\n"}});
  EXPECT_EQ(reported(loaded),
            Lines{"b.md:1:1 source/left-out: 2 pages have no `eleventyNavigation` and are left out"});
  EXPECT_EQ(loaded.diagnostics.all()[0].labels.size(), 1u);
  EXPECT_EQ(order(loaded.tree), Lines{"1 a.md"});
}

TEST(Navigation, ExcludedPagesAreLeftOutInSilence) {
  const Loaded loaded =
      load_pages({{"a.md", page("{key: a}")}, {"b.md", "---\neleventyExcludeFromCollections: true\n---\n"}});
  EXPECT_EQ(reported(loaded), Lines{});
  EXPECT_EQ(order(loaded.tree), Lines{"1 a.md"});
}

TEST(Navigation, ATemplateWithAPlaceInTheBookIsWarnedAbout) {
  const Loaded loaded = load_pages({{"a.md", page("{key: a}")},
                                    {"b.njk", page("{key: b, parent: a}")},
                                    {"layout.njk", "<html>"},
                                    {"_includes/c.njk", page("{key: c}")}});
  EXPECT_EQ(reported(loaded), Lines{"b.njk:2:1 source/template: `b.njk` is a template and is left out"});
}

TEST(Folders, AreTheOrderWhereNoPageHasNavigation) {
  const Loaded loaded = load_pages({{"index.md", ""},
                                    {"b.md", ""},
                                    {"a/README.md", ""},
                                    {"a/x.html", ""},
                                    {"c/y.md", ""},
                                    {"c/d/index.md", ""},
                                    {"c/d/z.md", ""},
                                    {"_site/index.html", ""},
                                    {"picture.svg", ""}});
  EXPECT_EQ(reported(loaded), Lines{});
  EXPECT_EQ(order(loaded.tree), (Lines{"1 index.md", "1 a/README.md", "2 a/x.html", "1 b.md",
                                       "1 c/d/index.md", "2 c/d/z.md", "1 c/y.md"}));
}

TEST(Folders, WithoutAnyPageThereIsNoBook) {
  const Loaded loaded = load_pages({{"x.txt", ""}});
  EXPECT_EQ(reported(loaded), Lines{"book.yaml:1:1 source/no-pages: no page was found in `.`"});
}

TEST(List, IsTheOrderWithTitlesAndDepths) {
  const Loaded loaded =
      load_pages({{"p/a.md", ""}, {"p/b.md", ""}, {"p/c.md", ""}},
                 "content:\n  root: p\n  pages:\n    - b.md\n    - path: a.md\n      title: A\n"
                 "      pages: [c.md]\n");
  EXPECT_EQ(reported(loaded), Lines{});
  EXPECT_EQ(order(loaded.tree), (Lines{"1 b.md", "1 a.md", "2 c.md"}));
  EXPECT_EQ(loaded.tree.pages[1].title, "A");
}

TEST(List, AMissingPageIsReportedWhereItIsNamed) {
  const Loaded loaded = load_pages({{"intro.md", ""}, {"b.md", ""}}, "content: {pages: [itnro.md, b.md]}\n");
  EXPECT_EQ(reported(loaded), Lines{"book.yaml:3:19 source/missing-file: there is no page `itnro.md`"});
  EXPECT_EQ(loaded.diagnostics.all()[0].hints, Lines{"did you mean `intro.md`?"});
  EXPECT_EQ(order(loaded.tree), Lines{"1 b.md"});
}

TEST(List, APageStandsInTheBookOnce) {
  const Loaded loaded = load_pages({{"a.md", ""}}, "content: {pages: [a.md, ./a.md]}\n");
  EXPECT_EQ(reported(loaded), Lines{"book.yaml:3:25 source/duplicate-page: `a.md` is listed twice"});
  EXPECT_EQ(order(loaded.tree), Lines{"1 a.md"});
}

TEST(List, NoPageLeadsOutOfTheContentRoot) {
  const Loaded loaded = load_pages({{"p/a.md", ""}, {"b.md", ""}, {"/etc/passwd", ""}},
                                   "content: {root: p, pages: [a.md, ../b.md, /etc/passwd]}\n");
  EXPECT_EQ(
      reported(loaded),
      (Lines{"book.yaml:3:34 source/outside-root: the page `../b.md` lies outside the content root",
             "book.yaml:3:43 source/outside-root: the page `/etc/passwd` lies outside the content root"}));
  EXPECT_EQ(order(loaded.tree), Lines{"1 a.md"});
}

TEST(List, OnlyThreeFormsOfPagesAreUnderstood) {
  const Loaded loaded = load_pages({{"a.md", ""}}, "content: {pages: alphabetical}\n");
  EXPECT_EQ(reported(loaded), Lines{"book.yaml:3:18 source/bad-value: `pages` is `alphabetical`"});
}

Loaded load_summary(const std::string& summary) {
  return load_pages({{"src/SUMMARY.md", summary}, {"src/a.md", ""}, {"src/b.md", ""}, {"src/c d.md", ""}},
                    "content: {root: src, pages: SUMMARY.md}\n");
}

TEST(Summary, DepthComesFromTheIndentation) {
  const Loaded loaded = load_summary("# Summary\n\n[Foreword](a.md)\n\n- [B](b.md)\n    - [C](<c d.md>)\n");
  EXPECT_EQ(reported(loaded), Lines{});
  EXPECT_EQ(order(loaded.tree), (Lines{"1 a.md", "1 b.md", "2 c d.md"}));
  EXPECT_EQ(loaded.tree.pages[0].title, "Foreword");
}

TEST(Summary, ItemsOfOneListAreOnOneLevel) {
  const Loaded loaded = load_summary("* [A](a.md)\n\t* [B](b.md)\n* [C](c%20d.md)\n");
  EXPECT_EQ(order(loaded.tree), (Lines{"1 a.md", "2 b.md", "1 c d.md"}));
}

TEST(Summary, TitlesLoseTheirMarks) {
  const Loaded loaded = load_summary("1. [The `A` of **\\[B\\]**](a.md \"tip\")\n");
  EXPECT_EQ(reported(loaded), Lines{});
  EXPECT_EQ(loaded.tree.pages[0].title, "The A of [B]");
}

TEST(Summary, WhatIsNoPageIsReportedAtItsPlace) {
  const Loaded loaded = load_summary(
      "# Summary\n- [A](a.md)\n# Part\n- [Draft]()\n- [Gone](gone.md)\n- text\n- [Out](https://example.org)\n"
      "<!-- a comment\n- [B](b.md)\n-->\n---\n");
  EXPECT_EQ(reported(loaded),
            (Lines{"src/SUMMARY.md:3:1 source/part-title: the title of a part is not shown in the book",
                   "src/SUMMARY.md:4:3 source/draft: `Draft` has no page yet",
                   "src/SUMMARY.md:6:1 source/bad-entry: this line is no link to a page",
                   "src/SUMMARY.md:7:3 source/bad-entry: `Out` leads out of the book",
                   "src/SUMMARY.md:5:3 source/missing-file: there is no page `gone.md`"}));
  EXPECT_EQ(order(loaded.tree), Lines{"1 a.md"});
}

TEST(Summary, ASummaryThatIsNotThereIsReported) {
  const Loaded loaded = load_pages({{"a.md", ""}}, "content: {pages: SUMMARY.md}\n");
  EXPECT_EQ(reported(loaded), (Lines{"book.yaml:3:18 source/missing-file: there is no file `SUMMARY.md`",
                                     "book.yaml:1:1 source/no-pages: no page was found in `.`"}));
}

TEST(Summary, PathsAreSeenFromItsFolder) {
  const Loaded loaded =
      load_pages({{"src/SUMMARY.md", "- [A](a.md)\n- [B](../b.md)\n"}, {"src/a.md", ""}, {"b.md", ""}},
                 "content: {pages: src/SUMMARY.md}\n");
  EXPECT_EQ(reported(loaded), Lines{});
  EXPECT_EQ(order(loaded.tree), (Lines{"1 src/a.md", "1 b.md"}));
}

}  // namespace
}  // namespace reliure::source

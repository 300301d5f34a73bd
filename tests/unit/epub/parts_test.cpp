// Chapters that are too large for one file.
#include "epub/parts.h"

#include <gtest/gtest.h>

#include "unit/epub/sample.h"

namespace reliure::epub::test {
namespace {

std::string paragraphs(std::size_t count, std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += "<p>" + std::string(size, 'a') + "</p>";
  return out;
}

/// The kinds of the elements that parts of the chapter begin with.
std::vector<std::string> starts(const std::string& content, std::size_t largest) {
  Sample book = sample("<section>" + content + "</section>");
  const book::EbookStyle style = book.style;
  const book::Book whole = book_of(std::move(book));
  base::Diagnostics diagnostics;
  const Plan plan = make_plan(whole, style, Target::ebook, diagnostics);
  std::vector<std::string> kinds;
  for (const NodeId node : part_starts(plan, plan.documents[0].section, largest)) {
    kinds.emplace_back(book::name((*plan.manuscript)[node].kind));
  }
  return kinds;
}

using Kinds = std::vector<std::string>;

TEST(Parts, AreNoneOfAChapterThatFits) { EXPECT_EQ(starts(paragraphs(3, 100), 1000), Kinds{}); }

TEST(Parts, BeginWithAHeadingWhereThereIsOne) {
  const std::string section = "<h2>b</h2>" + paragraphs(3, 100);
  EXPECT_EQ(starts(section + section + section, 500), (Kinds{"h2", "h2"}));
}

TEST(Parts, NeverBeginBehindAHeading) {
  EXPECT_EQ(starts(paragraphs(4, 100) + "<h2>b</h2>" + paragraphs(5, 100), 450), (Kinds{"h2", "p"}));
}

TEST(Parts, OfTextWithoutHeadingsAreAsLargeAsTheyMayBe) {
  EXPECT_EQ(starts(paragraphs(9, 100), 350).size(), 2U);
}

TEST(Parts, LeaveABlockWhole) {
  EXPECT_EQ(starts("<table><tr><td>" + std::string(1000, 'a') + "</td></tr></table><p>b</p>", 300),
            (Kinds{"p"}));
  EXPECT_EQ(starts("<ul><li>" + std::string(1000, 'a') + "</li></ul>", 300), Kinds{});
}

/// A chapter of some hundred thousand bytes, with a wrapper around it, notes and links from end to end.
Archive large_chapter() {
  std::string content = "<h1 id=\"top\">A</h1><div class=\"wrap\" id=\"wrap\">";
  for (int i = 0; i < 12; ++i) {
    const std::string number = std::to_string(i);
    content += "<h2 id=\"s" + number + "\">S</h2>" + paragraphs(30, 1000) + "<p>c<note><p>n" + number +
               "</p></note> <a href=\"#s" + std::to_string(11 - i) + "\">x</a></p>";
  }
  return written(sample("<section>" + content + "</div></section>"));
}

TEST(Parts, AreFilesWithinTheLimit) {
  Archive files = large_chapter();
  for (const char* name : {"EPUB/c1.xhtml", "EPUB/c1-2.xhtml"}) {
    ASSERT_TRUE(files.contains(name)) << name;
    EXPECT_LT(files[name].size(), 300'000U) << name;
  }
  EXPECT_TRUE(files["EPUB/package.opf"].find("href=\"c1-2.xhtml\"") != std::string::npos);
}

TEST(Parts, KeepWhatLinksLeadTo) {
  Archive files = large_chapter();
  EXPECT_NE(files["EPUB/c1.xhtml"].find("<a href=\"c1-2.xhtml#s11\">"), std::string::npos);
  EXPECT_NE(files["EPUB/c1-2.xhtml"].find("<a href=\"c1.xhtml#s0\">"), std::string::npos);
  EXPECT_NE(files["EPUB/c1-2.xhtml"].find("id=\"s11\""), std::string::npos);
  EXPECT_NE(files["EPUB/nav.xhtml"].find("c1-2.xhtml#s11"), std::string::npos);
}

TEST(Parts, GoOnInsideTheElementsAroundThem) {
  Archive files = large_chapter();
  const std::string& second = files["EPUB/c1-2.xhtml"];
  EXPECT_NE(second.find("<div class=\"wrap\">"), std::string::npos);
  EXPECT_EQ(second.find("id=\"wrap\""), std::string::npos);
  EXPECT_NE(second.find("aria-label=\"A\""), std::string::npos);
  EXPECT_NE(second.find("<title>A (2) – Sample</title>"), std::string::npos);
}

TEST(Parts, HaveTheirOwnNotes) {
  Archive files = large_chapter();
  EXPECT_NE(files["EPUB/c1.xhtml"].find("n0</p></aside>"), std::string::npos);
  EXPECT_EQ(files["EPUB/c1.xhtml"].find("n11</p></aside>"), std::string::npos);
  EXPECT_NE(files["EPUB/c1-2.xhtml"].find("n11</p></aside>"), std::string::npos);
}

}  // namespace
}  // namespace reliure::epub::test

// What the program's own sheets promise, seen on the pages of small books and of the project's guide.
#include <gtest/gtest.h>

#include <regex>
#include <sstream>

#include "books/command.h"
#include "books/library.h"
#include "books/pdf.h"

namespace reliure::books {
namespace {

constexpr std::string_view kManifest = R"(title: A book
language: en
title-page: false
contents: false
content: {pages: [{path: one.md, pages: [two.md]}]}
styles: [guide, dsfr]
editions:
  print: {format: pdf, styles: print}
  screen: {format: pdf, styles: screen}
  pocket: {format: pdf, styles: pocket}
  large: {format: pdf, styles: large}
  eco: {format: pdf, styles: eco, colour: grey}
)";

/// A book of two pages, the second in the chapter of the first.
class SmallBook {
 public:
  SmallBook(std::string_view one, std::string_view two) {
    write(folder_.path() / "book.yaml", kManifest);
    write(folder_.path() / "one.md", one);
    write(folder_.path() / "two.md", two);
  }

  /// The texts of the pages of one edition, without those that the theme adds: cover, colophon, last page.
  std::vector<std::string> chapter_pages(const std::string& edition) const {
    const fs::path out = folder_.path() / edition;
    const Finished finished = run_reliure({"build", (folder_.path() / "book.yaml").string(), "--edition",
                                           edition, "-o", out.string(), "--strict"});
    EXPECT_EQ(finished.status, 0) << finished.err;
    std::vector<std::string> pages;
    for (std::string& page : page_texts(only_file(out, ".pdf"))) {
      if (!pages.empty() || page.find("Opening") != std::string::npos) pages.push_back(std::move(page));
    }
    return pages;
  }

 private:
  Folder folder_;
};

TEST(Themes, AChapterNeverOpensOnAPageThatHoldsNothingElse) {
  const SmallBook book("# Opening\n", "# Section\n\nIts first words.\n");
  for (const char* edition : {"print", "screen", "pocket", "large", "eco"}) {
    const std::vector<std::string> pages = book.chapter_pages(edition);
    ASSERT_FALSE(pages.empty()) << edition;
    EXPECT_NE(pages.front().find("Its first words."), std::string::npos) << edition;
  }
}

TEST(Themes, InPrintEveryLinkIntoTheBookNamesItsPageButThoseOfHeadings) {
  const SmallBook book(
      "# Opening\n\n## See [ourselves](#here) {#here}\n\nSee [there](two.md), "
      "[elsewhere](https://example.org/).\n",
      "# There\n\nText.\n");
  const std::vector<std::string> pages = book.chapter_pages("print");
  ASSERT_FALSE(pages.empty());
  EXPECT_NE(pages.front().find("See there (p. 1), elsewhere."), std::string::npos) << pages.front();
  EXPECT_EQ(pages.front().find("ourselves (p. 1)\n"), std::string::npos) << pages.front();
}

TEST(Themes, OfTheSitesIconsThoseWithANameAreReadAndOthersAreNot) {
  const SmallBook book(R"(# Opening

<p>Mail <span class="fr-icon-mail-line" aria-hidden="true"></span> <span class="fr-icon-error-warning-line"
aria-label="Attention"></span> text <span class="fr-icon-check-line" role="img" aria-label="Conforme"></span>.</p>

<p class="fr-badge fr-badge--success">Badge</p>
)",
                       "# There\n\nText.\n");
  const std::vector<std::string> pages = book.chapter_pages("screen");
  ASSERT_FALSE(pages.empty());
  EXPECT_NE(pages.front().find("Mail Attention text"), std::string::npos) << pages.front();
  EXPECT_NE(pages.front().find("BADGE"), std::string::npos) << pages.front();
}

/// The marks of text on the pages of an edition of the guide that are smaller than `points`, as the dump has
/// them.
std::vector<std::string> smaller_marks(const std::string& edition, double points) {
  const Finished dump = run_reliure(
      {"build", own_guide().manifest.string(), "--edition", edition, "--stop-after", "pages", "--dump"});
  EXPECT_EQ(dump.status, 0) << dump.err;
  const std::regex text(R"re(^\s*text \S+ \S+ \S+ ([\d.]+) ".*)re");
  std::vector<std::string> smaller;
  std::istringstream lines(dump.out);
  std::smatch found;
  for (std::string line; std::getline(lines, line);) {
    if (std::regex_match(line, found, text) && std::stod(found[1]) < points) smaller.push_back(line);
  }
  return smaller;
}

TEST(Themes, ForLowVisionNothingIsSmallerThan14PointsNorTextThan16) {
  EXPECT_EQ(smaller_marks("large", 14), std::vector<std::string>{});
  for (const std::string& mark : smaller_marks("large", 16)) {
    const bool head = mark.ends_with("(pagination)");
    const bool raised = mark.ends_with("(call)") || mark.find(" 14.4 \"") != std::string::npos;
    EXPECT_TRUE(head || raised) << mark;
  }
}

}  // namespace
}  // namespace reliure::books

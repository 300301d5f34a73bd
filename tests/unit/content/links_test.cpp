#include <gtest/gtest.h>

#include "support.h"

namespace reliure::content {
namespace {

/// A site of three pages: `/`, `/guide/`, `/guide/first/`.
struct SmallSite : Book {
  explicit SmallSite(std::string link) {
    page("index.md", "a", "Home");
    page("guide/index.md", "<p id=\"top-id\">b</p>\n\n## Été", "Guide");
    page("guide/first.md", std::move(link), "First");
  }
};

/// The id that the link of the third page leads to, or its address outside.
std::string target(std::string link) {
  SmallSite site(std::move(link));
  const auto manuscript = site.parse();
  if (manuscript.links.empty()) return "(nowhere)";
  const book::LinkTarget& found = manuscript.links.back();
  return std::string(found.node == book::kNoNode ? found.url : manuscript[found.node].id);
}

Lines reported_by(std::string link) {
  SmallSite site(std::move(link));
  site.parse();
  return site.reported();
}

TEST(Links, AddressesOfTheSiteLeadToTitles) {
  for (const char* address : {"/guide/", "/guide", "/guide/index.html", "/guide/index.md", "/guide/?x=1",
                              "index.md", "./index.md", "../guide/"}) {
    EXPECT_EQ(target("[x](" + std::string(address) + ")"), "guide--guide") << address;
  }
}
TEST(Links, TheRootIsAPage) {
  for (const char* address : {"/", "../index.md", "/index.html"}) {
    EXPECT_EQ(target("[x](" + std::string(address) + ")"), "index--home") << address;
  }
}
TEST(Links, FragmentsLeadToIds) {
  EXPECT_EQ(target("[x](/guide/#top-id)"), "guide--top-id");
  EXPECT_EQ(target("[x](index.md#ete)"), "guide--ete");
  EXPECT_EQ(target("[x](#first)"), "guide-first--first");
  EXPECT_EQ(target("[x](#)"), "guide-first--first");
  EXPECT_EQ(target("<a href=\"/guide/#%65te\">x</a>"), "guide--ete");
}
TEST(Links, FragmentsMayBeThoseOfOtherSites) {
  const std::string page = "## Où ça ?\n\n## Qu'est-ce ?\n\n## Dup\n\n## Dup\n\n## Dup\n\n## 日本\n\n";
  for (const auto& [fragment, id] :
       {std::pair("où-ça", "ou-ca"), std::pair("ou-ca", "ou-ca"), std::pair("où-ça-", "ou-ca"),
        std::pair("quest-ce", "qu-est-ce"), std::pair("qu-est-ce", "qu-est-ce"), std::pair("dup", "dup"),
        std::pair("dup-1", "dup-1"), std::pair("dup-2", "dup-2"), std::pair("日本", "heading")}) {
    EXPECT_EQ(target(page + "[x](#" + fragment + ")"), "guide-first--" + std::string(id)) << fragment;
  }
  SmallSite site(page + "[x](#ou-çaa)");
  site.parse();
  EXPECT_EQ(hints(site), Lines{"did you mean `#ou-ca`?"});
}
TEST(Links, APermalinkIsTheAddress) {
  SmallSite site("[x](/elsewhere/)");
  site.tree.pages[1].front_matter.permalink = "/elsewhere/";
  EXPECT_EQ(site.parse().links.size(), 1u);
  EXPECT_EQ(site.reported(), Lines{});
}
TEST(Links, ContentMayStandBelowTheSitesRoot) {
  Book book;
  book.tree.manifest.content_root = "book/pages";
  book.page("a.md", "[x](/pages/b/) [y](/b/) [z](b.md)");
  book.page("b.md", "c", "B");
  EXPECT_EQ(book.parse().links.size(), 3u);
}
TEST(Links, OutsideAddressesStay) {
  EXPECT_EQ(target("[x](https://a.org/b?c#d)"), "https://a.org/b?c#d");
  EXPECT_EQ(target("[x](mailto:a@b.org)"), "mailto:a@b.org");
  EXPECT_EQ(target("<a href=\"//a.org\">x</a>"), "https://a.org");
}
TEST(Links, CaseCounts) { EXPECT_EQ(target("[x](/Guide/)"), "(nowhere)"); }
TEST(Links, AnUnknownPageIsAnErrorAtItsAddress) {
  SmallSite site("a [x](/giude/) b");
  site.parse();
  EXPECT_EQ(site.reported(),
            Lines{"content/unknown-target 1:7 no page of the book has the address `/giude/`"});
  EXPECT_EQ(site.tree.sources.excerpt(site.diagnostics.all()[0].span), "/giude/");
  EXPECT_EQ(hints(site), Lines{"did you mean `/guide`?"});
}
TEST(Links, AnUnknownIdIsAnErrorWithTheNearest) {
  SmallSite site("<a href=\"/guide/#top-di\">x</a>");
  site.parse();
  EXPECT_EQ(site.reported(),
            Lines{"content/unknown-target 1:10 nothing on page `guide/index.md` has the id `top-di`"});
  EXPECT_EQ(hints(site), Lines{"did you mean `#top-id`?"});
}
TEST(Links, AFileIsNoPage) {
  SmallSite site("[x](/a.pdf) [y](/b.pdf)");
  site.files.add("book/a.pdf", "%PDF");
  site.parse();
  EXPECT_EQ(site.reported(),
            (Lines{"content/link-to-file 1:5 `/a.pdf` is a file of the site, not a page of the book",
                   "content/missing-download 1:17 the file `/b.pdf` is not there"}));
  EXPECT_FALSE(site.diagnostics.has_errors());
}
TEST(Links, ScriptsAreDropped) {
  EXPECT_EQ(reported_by("<a href=\"javascript:x()\">y</a>"),
            Lines{"content/dropped-address 1:10 a link with `javascript:` cannot be in a book"});
  EXPECT_EQ(target("<a href=\"java\nscript:x()\">y</a>"), "(nowhere)");
}
TEST(Links, AnEmptyOneTakesTheTitleOfItsTarget) {
  SmallSite site("[](index.md) [](/guide/#ete) [](/guide/#top-id)");
  const std::string all = dump(site.parse());
  EXPECT_EQ(site.reported(), Lines{});
  EXPECT_NE(all.find("[href=\"index.md\"]\n        \"Guide\""), std::string::npos);
  EXPECT_NE(all.find("[href=\"/guide/#ete\"]\n        \"Été\""), std::string::npos);
  EXPECT_NE(all.find("[href=\"/guide/#top-id\"]\n        \"Guide\""), std::string::npos);
}
TEST(Links, AnAddressWithoutHostIsDropped) {
  for (const char* address : {"https:", "http://", "https:///a", "HTTP://#a", "https:a.org"}) {
    EXPECT_EQ(target("[x](" + std::string(address) + ")"), "(nowhere)") << address;
  }
  EXPECT_EQ(reported_by("[x](http://)"),
            Lines{"content/dropped-address 1:5 the address `http://` names no host"});
}
TEST(Links, ALinkWithoutTextIsReportedOrTakesItsTitle) {
  EXPECT_EQ(reported_by("<a href=\"/\"><img src=\"data:,\" alt=\"\"></a>").at(0),
            "content/empty-link 1:1 nothing says where this link leads");
  EXPECT_EQ(body("<a href=\"https://a.org\" title=\"T\"></a>"),
            "p\n  a [title=\"T\"] [href=\"https://a.org\"] [aria-label=\"T\"]\n");
}
TEST(Links, AReferenceWithoutDefinitionIsReported) {
  SmallSite site(
      "a [b][nope] c\n\n[none]: /guide/\n[x][none] `[a][b]` row[1][2] \\[a][b]\n\n[none]: /guide/\n");
  site.parse();
  EXPECT_EQ(site.reported(), Lines{"content/empty-link 1:3 no link is defined by the name `nope`"});
  EXPECT_EQ(hints(site), Lines{"did you mean `[none]`?"});
}
TEST(Links, AnchorsStay) { EXPECT_EQ(body("<a name=\"x\"></a>b"), "p\n  a#page--x\n  \"b\"\n"); }

// Pictures.

const std::string kPng = "\x89PNG\r\n\x1A\n...";

struct PictureBook : Book {
  explicit PictureBook(std::string text) {
    files.add("book/img/a b.png", kPng);
    files.add("book/pages/c.svg", "<?xml version=\"1.0\"?><!-- x --><svg/>");
    files.add("other/d.png", kPng);
    page("pages/p.md", std::move(text));
  }
};

TEST(Pictures, FilesAreReadOnce) {
  PictureBook book("![x](/img/a%20b.png) <img src=\"../img/a b.png\" alt=\"\"> ![y](c.svg)");
  const auto manuscript = book.parse();
  ASSERT_EQ(manuscript.resources.size(), 2u);
  EXPECT_EQ(manuscript.resources[0].path, "img/a b.png");
  EXPECT_EQ(manuscript.resources[0].media_type, "image/png");
  EXPECT_EQ(manuscript.resources[1].media_type, "image/svg+xml");
  EXPECT_EQ(manuscript.pictures.size(), 3u);
  EXPECT_EQ(book.reported(), Lines{});
}
TEST(Pictures, AMissingFileIsAnErrorWithTheNearest) {
  PictureBook book("![x](/img/ab.png)");
  book.parse();
  EXPECT_EQ(book.reported(), Lines{"content/missing-picture 1:6 the picture `/img/ab.png` is not there"});
  EXPECT_EQ(hints(book), Lines{"did you mean `/img/a b.png`?"});
}
TEST(Pictures, AFileOutsideIsAnError) {
  PictureBook book("![x](../../other/d.png)");
  book.parse();
  EXPECT_EQ(book.reported(),
            Lines{"content/outside-root 1:6 picture `../../other/d.png` lies outside the book's folders"});
}
TEST(Pictures, ARemotePictureIsAnError) {
  PictureBook book("![x](https://a.org/b.png)");
  book.parse();
  EXPECT_EQ(book.reported(),
            Lines{"content/remote-picture 1:6 picture `https://a.org/b.png` is on the network"});
}
TEST(Pictures, AnEmbeddedPictureIsDecoded) {
  PictureBook book("![x](data:image/png;base64,iVBORw0KGgo=)");
  const auto manuscript = book.parse();
  ASSERT_EQ(manuscript.resources.size(), 1u);
  EXPECT_EQ(manuscript.resources[0].bytes, "\x89PNG\r\n\x1A\n");
}
TEST(Pictures, AFileThatIsNoPictureIsReported) {
  PictureBook book("![x](data:text/plain,abc)");
  book.parse();
  EXPECT_EQ(book.reported().at(0).substr(0, 24), "content/unusable-picture");
  EXPECT_TRUE(book.diagnostics.has_errors());
}
TEST(Pictures, AnEmptyFileIsAnError) {
  PictureBook book("![x](data:image/png;base64,)");
  book.parse();
  EXPECT_EQ(book.reported(),
            Lines{"content/unusable-picture 1:6 picture `embedded/picture-1.svg` is an empty file"});
}
TEST(Pictures, AnInformativePictureNeedsAText) {
  PictureBook book("![](c.svg)\n\n<img src=\"c.svg\">\n\n<img src=\"c.svg\" alt=\"\">");
  book.parse();
  EXPECT_EQ(book.reported(), (Lines{"content/missing-alt 1:1 picture `c.svg` has no alternative text",
                                    "content/missing-alt 3:1 picture `c.svg` has no alternative text"}));
}
TEST(Pictures, ThePictureElementIsItsFirstUsableSource) {
  PictureBook book("<picture><source srcset=\"c.svg 1x, d.svg 2x\"><img alt=\"\"></picture>");
  const auto manuscript = book.parse();
  ASSERT_EQ(manuscript.pictures.size(), 1u);
  EXPECT_EQ(manuscript.resources[0].path, "pages/c.svg");
}
TEST(Pictures, InlineSvgIsAResource) {
  PictureBook book(
      "<svg viewBox=\"0 0 1 1\" onload=\"x()\"><title>T</title><linearGradient/><script>y</script>"
      "<use xlink:href=\"#a\"/></svg>");
  const auto manuscript = book.parse();
  ASSERT_EQ(manuscript.resources.size(), 1u);
  EXPECT_EQ(manuscript.resources[0].bytes,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
            "viewBox=\"0 0 1 1\"><title>T</title><linearGradient/><use xlink:href=\"#a\"/></svg>");
  EXPECT_EQ(manuscript.attribute(manuscript.pictures[0].node, "alt"), "T");
}
TEST(Pictures, AnSvgIsReadInItsEncoding) {
  const auto bytes_of = [](std::string svg) {
    Book book;
    book.files.add("book/a.svg", std::move(svg));
    book.page("page.md", "![x](a.svg)");
    const auto manuscript = book.parse();
    return manuscript.resources.empty() ? book.reported().at(0) : manuscript.resources[0].bytes;
  };
  EXPECT_EQ(bytes_of("<?xml version=\"1.0\" encoding='ISO-8859-1'?><svg>\xE9\x80</svg>"), "<svg>é€</svg>");
  std::string little("\xFF\xFE", 2);
  std::string big("\xFE\xFF", 2);
  for (const char16_t unit : std::u16string_view(u"<?xml encoding=\"utf-16\"?><svg>é😀</svg>")) {
    little += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
    big += {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
  }
  EXPECT_EQ(bytes_of(little), "<svg>é😀</svg>");
  EXPECT_EQ(bytes_of(big), "<svg>é😀</svg>");
  EXPECT_EQ(bytes_of("<?xml version=\"1.0\" encoding=\"koi8-r\"?><svg/>"),
            "content/unusable-picture 1:6 `a.svg` is written in `koi8-r`");
}
TEST(Pictures, AnUnusableCoverIsReportedAtItsKey) {
  PictureBook book("a");
  book.files.add("book/c.png", "no picture");
  book.tree.manifest.cover = "book/c.png";
  book.tree.manifest.cover_span = {book.tree.pages[0].file, 0, 1};
  book.parse();
  EXPECT_EQ(book.reported(),
            Lines{"content/unusable-picture 1:1 `c.png` is no picture that a book can show"});
}
TEST(Pictures, TheCoverIsAResource) {
  PictureBook book("a");
  book.tree.manifest.cover = "book/img/a b.png";
  EXPECT_EQ(book.parse().cover, 0u);
}

}  // namespace
}  // namespace reliure::content

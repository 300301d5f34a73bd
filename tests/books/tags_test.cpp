// Pages written to break tags: what poppler reads back of the structure is what a listener is told.
#include <gtest/gtest.h>

#include <regex>

#include "books/command.h"
#include "books/library.h"

namespace reliure::books {
namespace {

constexpr std::string_view kManifest = R"(title: Tags
language: en
content: {pages: [page.md]}
styles: [plain.css]
editions: {print: {format: pdf}}
)";
constexpr std::string_view kSheet =
    ".cover, .title-page, .colophon, .contents, .last-page { display: none }\n";

/// The structure of a page, from its section on, two spaces a level; attributes stand in braces behind their
/// element, and links lose their objects' numbers.
std::string tags_of(std::string_view page, std::string_view sheet = {}) {
  const Folder folder;
  write(folder.path() / "book.yaml", kManifest);
  write(folder.path() / "page.md", page);
  write(folder.path() / "plain.css", std::string(kSheet) + std::string(sheet));
  write(
      folder.path() / "dot.svg",
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>)");
  const fs::path out = folder.path() / "out";
  const Finished built = run_reliure({"build", (folder.path() / "book.yaml").string(), "-o", out.string()});
  EXPECT_EQ(built.status, 0) << built.err;
  std::string text = run({"pdfinfo", "-struct-text", only_file(out, ".pdf").string()}).out;
  text = std::regex_replace(text, std::regex("^Document\n"), "");
  text = std::regex_replace(text, std::regex(" \\((block|inline)\\)"), "");
  text = std::regex_replace(text, std::regex(":\n +(/[^\n]*)\n"), " {$1}\n");
  text = std::regex_replace(text, std::regex("\\}\n +(/[^\n]*)\n"), " $1}\n");
  text = std::regex_replace(text, std::regex("Object [0-9]+ 0"), "@");
  text = std::regex_replace(text, std::regex("(cell|note)-[0-9]+"), "$1");
  return std::regex_replace(text, std::regex("/BBox \\[[^\\]]*\\]"), "/BBox");
}

TEST(Tags, HeadingsSkipNoLevel) {
  EXPECT_EQ(tags_of("### Deep\n\n# Top\n\n#### Four\n\n#### Four again\n\n##### Five\n\n## Two\n"), R"(  Sect
    H1
      "Top"
    H2
      "Deep"
    H3
      "Four"
    H3
      "Four again"
    H4
      "Five"
    H2
      "Two"
)");
}

TEST(Tags, ListsHoldItemsAlone) {
  EXPECT_EQ(
      tags_of("# L\n\n- one\n  1. inner\n- two\n\n    para\n\n<ul>stray <li>item</li><p>lost</p></ul>\n"),
      R"(  Sect
    H1
      "L"
    L {/ListNumbering /Disc}
      LI
        Lbl
          "•"
        LBody
          P
            "one"
          L {/ListNumbering /Decimal}
            LI
              Lbl
                "1."
              LBody
                "inner"
      LI
        Lbl
          "•"
        LBody
          P
            "two"
          P
            "para"
    L {/ListNumbering /Disc}
      LI
        Lbl
          "•"
        LBody
          "stray"
      LI
        Lbl
          "•"
        LBody
          "item"
      LI
        Lbl
          "•"
        LBody
          P
            "lost"
)");
  EXPECT_EQ(tags_of("# "
                    "D\n\n<dl><div><dt>a</dt><dt>b</dt><dd>1</dd></div><div><dt>c</dt><dd>2</dd><dd>3</dd></"
                    "div></dl>\n"),
            R"(  Sect
    H1
      "D"
    L {/ListNumbering /None}
      LI
        Lbl
          "a"
        Lbl
          "b"
        LBody
          "1"
      LI
        Lbl
          "c"
        LBody
          "2"
        LBody
          "3"
)");
}

TEST(Tags, TablesAreRegular) {
  EXPECT_EQ(tags_of("# T\n\n<table><caption>Cap</caption><thead><tr><th>A<th>B<th>C<tbody>"
                    "<tr><th colspan=9>Group<tr><th>r1<td>x<td><tr><td>only</table>\n"),
            R"(  Sect
    H1
      "T"
    Table
      Caption
        "Cap"
      THead
        TR
          TH <cell> {/Scope /Column}
            "A"
          TH <cell> {/Scope /Column}
            "B"
          TH <cell> {/Scope /Column}
            "C"
      TBody
        TR
          TH <cell> {/Scope /Column /ColSpan 3}
            "Group"
        TR
          TH <cell> {/Scope /Row}
            "r1"
          TD {/Headers [(cell) (cell) (cell)]}
            "x"
          TD {/Headers [(cell) (cell) (cell)]}
        TR
          TD {/Headers [(cell) (cell)]}
            "only"
          TD
          TD
)");
  EXPECT_EQ(tags_of("# T\n\n<table><thead><tr><th>A<th>B</table>\n"), R"(  Sect
    H1
      "T"
    Table
      TR
        TH {/Scope /Column}
          "A"
        TH {/Scope /Column}
          "B"
)");
  EXPECT_EQ(tags_of("# T\n\n<table><tr><td rowspan=9>tall<td>1<tr><td>2<tr><td colspan=2>over</table>\n",
                    "tr::before { content: 'row ' } table::after { content: 'end' }"),
            R"(  Sect
    H1
      "T"
    Table
      TBody
        TR
          TD {/RowSpan 3}
            "row"
            "tall"
            "end"
          TD
            "1"
        TR
          TD
            "row"
            "2"
        TR
          TD
            "row"
            "over"
)");
}

TEST(Tags, FeetFollowBodiesAndNotesStayInTheirCells) {
  EXPECT_EQ(tags_of("# T\n\n<table><tfoot><tr><td>sum<td>3<tbody><tr><th>a<span class=fn>In a "
                    "cell.</span><td><table><tr><th>in<td>ner</table>"
                    "<tr><th>b<td>2</table>\n",
                    ".fn { float: footnote }"),
            R"(  Sect
    H1
      "T"
    Table
      TBody
        TR
          TH {/Scope /Row}
            "a"
            Reference
              Link
                "1"
                @
            Note <note>
              Lbl
                Link
                  "1."
                  @
              P
                "In a cell."
          TD
            Table
              TBody
                TR
                  TH {/Scope /Row}
                    "in"
                  TD
                    "ner"
        TR
          TH {/Scope /Row}
            "b"
          TD
            "2"
      TFoot
        TR
          TD
            "sum"
          TD
            "3"
)");
}

TEST(Tags, WhatIsHiddenFromListenersIsDecoration) {
  EXPECT_EQ(tags_of("# H\n\n## <span aria-hidden=true>only seen</span>\n\n### Below\n\n<p "
                    "aria-hidden=true>ornament</p>\n\n"
                    "<ul style='list-style:none'><li>plain</li><li></li></ul>\n"),
            R"(  Sect
    H1
      "H"
    H2
      "Below"
    L {/ListNumbering /None}
      LI
        LBody
          "plain"
)");
}

TEST(Tags, AnEmptyCornerHeadsNothing) {
  EXPECT_EQ(tags_of("# T\n\n<table><tr><td></td><th>2023<th>2024<tr><th>A<td>1<td></table>\n"), R"(  Sect
    H1
      "T"
    Table
      TBody
        TR
          TD
          TH {/Scope /Column}
            "2023"
          TH {/Scope /Column}
            "2024"
        TR
          TH {/Scope /Row}
            "A"
          TD
            "1"
          TD
)");
}

TEST(Tags, SignsSayWhatTheyMean) {
  EXPECT_EQ(tags_of("# S\n\n<p>Done: <span role=img aria-label=Yes>x</span> <b class=o>star</b>, "
                    "a\uFEFFb</p>\n\n- item\n",
                    ".o::before { content: '*' / '' } li::marker { content: '+' / '' }"),
            R"(  Sect
    H1
      "S"
    P
      "Done: "
      Span
        "x"
      " "
      "star, "
      "a"
      "b"
    L {/ListNumbering /None}
      LI
        LBody
          "item"
)");
}

TEST(Tags, WordsStandInParagraphs) {
  EXPECT_EQ(
      tags_of(
          "# W\n\n<div>loose <em>words</em> here<p>para</p>tail</div>\n\n<blockquote>said</blockquote>\n\n"
          "<div class='box'><p>in a box</p></div>\n",
          ".box::before { content: 'Note' } .box::after { content: 'end' }"),
      R"(  Sect
    H1
      "W"
    Div
      P
        "loose words here"
      P
        "para"
      P
        "tail"
    BlockQuote
      P
        "said"
    Div
      P
        "Note"
      P
        "in a box"
      P
        "end"
)");
}

TEST(Tags, PicturesAndLinks) {
  EXPECT_EQ(tags_of("# P\n\n<figure><img src=dot.svg alt='A dot'><figcaption>Cap</figcaption></figure>\n\n"
                    "[![go](dot.svg)](https://example.org/) and <a href='https://example.org/'>a *link*</a>"
                    "<span aria-hidden=true>hidden</span> <abbr title='World Health'>WH</abbr>"
                    " <span lang=fr>mot</span>[^1]\n\n[^1]: The note.\n"),
            R"(  Sect
    H1
      "P"
    Div
      Figure {/BBox}
        ""
      Caption
        "Cap"
    P
      Link
        Figure {/BBox}
          ""
        @
      " and "
      Link
        "a link"
        @
      " "
      Span
        "WH"
      " "
      Span
        "mot"
      Reference
        Link
          "1"
          @
      Note <note>
        Lbl
          Link
            "1."
            @
        P
          "The note."
)");
}

}  // namespace
}  // namespace reliure::books

// MathML: what pages show of it, what is said for it, what the e-book keeps.
#include <gtest/gtest.h>

#include "support.h"

namespace reliure::content {
namespace {

using book::Kind;
using book::NodeId;

/// A formula as it comes out of a page.
struct Formula {
  /// The flat form as HTML, spaces as they are on paper: `~` for those that bind, `_` for those that may end
  /// a line.
  std::string flat;
  std::string said;
  std::string kept;
  Lines reported;
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string with_visible_spaces(std::string_view text) {
  std::string shown(text);
  for (const char* bound : {"\u2009\u2060", "\u205F\u2060"}) shown = replaced(shown, bound, "~");
  return replaced(replaced(shown, "\u205F", "_"), "\u2060", "");
}

void append(const book::Manuscript& manuscript, NodeId node, std::string& out) {
  for (NodeId child = manuscript[node].first_child; child != book::kNoNode;
       child = manuscript[child].next_sibling) {
    if (manuscript[child].kind == Kind::text) {
      out += with_visible_spaces(manuscript[child].text);
      continue;
    }
    const std::string name(book::name(manuscript[child].kind));
    out += "<" + name + ">";
    append(manuscript, child, out);
    out += "</" + name + ">";
  }
}

Formula formula(const std::string& mathml, const std::string& attributes = "") {
  Book book;
  book.page("page.md", "<p><math" + attributes + ">" + mathml + "</math></p>");
  const book::Manuscript manuscript = book.parse();
  Formula made;
  made.reported = book.reported();
  for (std::uint32_t i = 0; i < manuscript.nodes.size(); ++i) {
    if (manuscript.nodes[i].kind != Kind::math) continue;
    append(manuscript, {i}, made.flat);
    made.said = manuscript.attribute({i}, "alttext").value_or("");
    made.kept = manuscript.attribute({i}, "mathml").value_or("");
  }
  return made;
}

std::string flat(const std::string& mathml) { return formula(mathml).flat; }
std::string kept(const std::string& mathml) { return formula(mathml).kept; }

TEST(Formulas, LettersAreItalicAndNamesAndFiguresUpright) {
  EXPECT_EQ(flat("<mi>x</mi>"), "<i>x</i>");
  EXPECT_EQ(flat("<mi>π</mi><mn>2</mn>"), "<i>π</i>2");
  EXPECT_EQ(flat("<mi mathvariant=normal>d</mi><mi>∞</mi>"), "d∞");
  EXPECT_EQ(flat("<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>"), "sin~<i>x</i>");
  EXPECT_EQ(flat("<mi>sin</mi><mo>&#x2061;</mo><mo>(</mo><mi>x</mi><mo>)</mo>"), "sin(<i>x</i>)");
  EXPECT_EQ(flat("<mn>2</mn><mi>log</mi><mi>x</mi>"), "2~log~<i>x</i>");
}

TEST(Formulas, LettersOfMathematicalAlphabetsArePlainOnesInTheirStyle) {
  EXPECT_EQ(flat("<mi>𝑥</mi><mi>𝐯</mi><mi mathvariant=bold>w</mi>"), "<i>x</i><b>v</b><b>w</b>");
}

TEST(Formulas, OperatorsHaveSpaceBetweenOperandsAlone) {
  EXPECT_EQ(flat("<mi>a</mi><mo>=</mo><mo>-</mo><mi>b</mi><mo>+</mo><mn>1</mn>"), "<i>a</i>~=_−<i>b</i>~+_1");
  EXPECT_EQ(
      flat("<mi>f</mi><mo>(</mo><mi>x</mi><mo>,</mo><mi>y</mi><mo>)</mo><mo>≤</mo><mi>n</mi><mo>!</mo>"),
      "<i>f</i>(<i>x</i>,_<i>y</i>)~≤_<i>n</i>!");
  EXPECT_EQ(flat("<mn>2</mn><mo>&#x2062;</mo><mi>x</mi>"), "2<i>x</i>");
}

TEST(Formulas, ScriptsAreRaisedAndLowered) {
  EXPECT_EQ(flat("<msup><mi>x</mi><mn>2</mn></msup>"), "<i>x</i><sup>2</sup>");
  EXPECT_EQ(flat("<msub><mi>a</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow></msub>"),
            "<i>a</i><sub><i>i</i>+1</sub>");
  EXPECT_EQ(flat("<msup><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></msup>"),
            "(<i>a</i>~+_<i>b</i>)<sup>2</sup>");
  EXPECT_EQ(flat("<msup><mi>f</mi><mo>'</mo></msup>"), "<i>f</i>′");
  EXPECT_EQ(flat("<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"
                 "<msub><mi>x</mi><mi>i</mi></msub>"),
            "∑<sub><i>i</i>=1</sub><sup><i>n</i></sup>~<i>x</i><sub><i>i</i></sub>");
  EXPECT_EQ(flat("<mover><mi>x</mi><mo>¯</mo></mover>"), "<i>x\u0304</i>");
  EXPECT_EQ(
      flat("<mmultiscripts><mi>C</mi><mn>6</mn><none/><mprescripts/><none/><mn>14</mn></mmultiscripts>"),
      "<sup>14</sup><i>C</i><sub>6</sub>");
}

TEST(Formulas, FractionsHaveBracketsWhereTheyAreNeeded) {
  EXPECT_EQ(flat("<mfrac><mi>a</mi><mi>b</mi></mfrac>"), "<i>a</i>/<i>b</i>");
  EXPECT_EQ(
      flat("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><msup><mi>c</mi><mn>2</mn></msup></mfrac>"),
      "(<i>a</i>~+_<i>b</i>)/<i>c</i><sup>2</sup>");
  EXPECT_EQ(flat("<mi>x</mi><mfrac><mi>a</mi><mi>b</mi></mfrac>"), "<i>x</i>(<i>a</i>/<i>b</i>)");
}

TEST(Formulas, FractionsOfFiguresAreThoseOfTheFont) {
  EXPECT_EQ(flat("<mn>2</mn><mfrac><mn>3</mn><mn>4</mn></mfrac>"), "2~3⁄4");
  EXPECT_EQ(formula("<mfrac><mn>3</mn><mn>4</mn></mfrac>").reported, Lines{});
}

TEST(Formulas, RootsAndTablesAreWrittenOnTheLine) {
  EXPECT_EQ(flat("<msqrt><mn>2</mn></msqrt>"), "√2");
  EXPECT_EQ(flat("<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>"), "√(<i>a</i>~+_<i>b</i>)");
  EXPECT_EQ(flat("<mroot><mi>x</mi><mn>3</mn></mroot>"), "<sup>3</sup>√<i>x</i>");
  const std::string table =
      "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn>"
      "</mtd></mtr></mtable>";
  EXPECT_EQ(flat(table), "[<i>a</i>\u2002<i>b</i>; 0\u20021]");
  EXPECT_EQ(flat("<mo>(</mo>" + table + "<mo>)</mo>"), "(<i>a</i>\u2002<i>b</i>; 0\u20021)");
}

TEST(Formulas, WhatIsSimplifiedIsToldOnceForAPage) {
  const std::string fraction = "<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>";
  EXPECT_EQ(reported("A " + fraction + " and " + fraction),
            Lines{"content/flat-formula 1:3 2 formulas of this page are set on one line, with strokes and "
                  "brackets for fractions, roots and tables"});
  EXPECT_EQ(reported("<math><msup><mi>x</mi><mn>2</mn></msup></math>"), Lines{});
}

TEST(Formulas, AreSaidAsTheirAuthorsSayOrAsTheyStand) {
  EXPECT_EQ(formula("<mi>x</mi>", " alttext='an ex'").said, "an ex");
  EXPECT_EQ(formula("<msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><msub><mi>y</mi><mi>i</mi></msub>").said,
            "x² + y_i");
}

TEST(Formulas, KeepMathMlCore) {
  EXPECT_EQ(kept("<mi onclick='x()' id=a href='javascript:x()' mathvariant=bold>x</mi><mo stretchy=false> "
                 "&lt; </mo>"),
            "<mi mathvariant=\"bold\">x</mi><mo stretchy=\"false\">&lt;</mo>");
  EXPECT_EQ(kept("<semantics><mrow><mi>x</mi></mrow><annotation encoding='application/x-tex'>x</annotation>"
                 "</semantics>"),
            "<mrow><mi>x</mi></mrow>");
  EXPECT_EQ(kept("<mfenced open='[' separators=';'><mi>a</mi><mi>b</mi></mfenced>"),
            "<mrow><mo>[</mo><mi>a</mi><mo>;</mo><mi>b</mi><mo>)</mo></mrow>");
  EXPECT_EQ(kept("<mfrac><mi>a</mi></mfrac>"), "<mrow><mi>a</mi></mrow>");
  EXPECT_EQ(kept("<mtable><mi>a</mi></mtable>"), "<mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable>");
  EXPECT_EQ(kept("<script>x()</script>y"), "<mtext>y</mtext>");
}

TEST(Formulas, OfNothingAreNothing) {
  EXPECT_EQ(body("<p>a <math></math></p>"), "p\n  \"a \"\n");
  EXPECT_EQ(body("<p><mi>x</mi></p>"), "p\n  span\n    \"x\"\n");
}

TEST(Formulas, InHeadingsAreSaidInTheContents) {
  Book book;
  book.page("page.md", "## On <math><msup><mi>x</mi><mn>2</mn></msup></math>\n");
  EXPECT_EQ(book.parse().outline.at(1).title, "On x²");
}

TEST(Formulas, StandDeepWithoutHarm) {
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += "<msup><mi>x</mi>";
  EXPECT_NE(formula(deep).flat, "");
}

}  // namespace
}  // namespace reliure::content

// Text as readers get it: places, copying, search.
#include <gtest/gtest.h>

#include "unit/pdf/specimen.h"

namespace reliure::pdf::test {
namespace {

using base::points;

/// The text of all pages as poppler copies it.
std::string copied(const base::Bytes& pdf) { return run("pdftotext @ -", pdf); }

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) {
    ++n;
  }
  return n;
}

/// The first page's operators of a readable file: between the first `BT` and its `endstream`.
std::string operators(const base::Bytes& pdf) {
  const std::size_t begin = pdf.find("BT\n");
  return pdf.substr(begin, pdf.find("endstream", begin) - begin);
}

TEST(Text, IsCopiedAsWritten) {
  RELIURE_NEEDS("pdftotext");
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_text(points(40), points(60), "L’œuvre officielle : affliger 12 %, (a) [b] \\ c");
  EXPECT_EQ(copied(specimen.write()), "L’œuvre officielle : affliger 12 %, (a) [b] \\ c\n\n\f");
}

/// Makes the hyphen that ends the last run one that a line break added.
void soften_hyphen(book::Page& page) {
  auto& run = std::get<book::GlyphRun>(page.items.back().mark);
  page.text.replace(page.text.size() - 1, 1, "\u00AD");
  run.text.end = static_cast<std::uint32_t>(page.text.size());
}

TEST(Text, HyphenOfTheBreakerIsCopiedAsSoftHyphen) {
  RELIURE_NEEDS("pdftotext");
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_text(points(40), points(60), "un porte-avion de l’adminis-");
  soften_hyphen(specimen.page());
  specimen.add_text(points(40), points(74), "tration publique");
  EXPECT_EQ(copied(specimen.write()), "un porte-avion de l’adminis\u00AD\ntration publique\n\n\f");
}

TEST(Text, OneGlyphWithTwoTextsHasTwoCodes) {
  RELIURE_NEEDS("pdftotext");
  Specimen specimen;
  specimen.add_page("1");
  RunStyle small;
  small.feature = "c2sc";
  RunStyle small_too;
  small_too.feature = "smcp";
  specimen.add_text(points(40), points(60), "SNCF", small);
  specimen.add_text(points(40), points(90), "sncf", small_too);
  EXPECT_EQ(copied(specimen.write()), "SNCF\nsncf\n\n\f");
}

TEST(Text, ReplacedTextIsCopiedInstead) {
  RELIURE_NEEDS("pdftotext");
  Specimen specimen;
  specimen.add_page("1");
  RunStyle replaced;
  replaced.replacement = "Oui";
  specimen.add_text(points(40), points(60), "X", replaced);
  EXPECT_EQ(copied(specimen.write()), "Oui\n\n\f");
}

TEST(Text, SeveralGlyphsForOneCharacterAreCopiedAsOne) {
  RELIURE_NEEDS("pdftotext");
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_text(points(40), points(60), "ax");
  specimen.page().glyphs[1].cluster = 0;  // both glyphs now stand for the whole text
  specimen.page().text = "é ";
  EXPECT_EQ(copied(specimen.write()), "é\n\n\f");
}

TEST(Text, RunsOfOneFontAndLineShareOneArray) {
  Specimen specimen;
  specimen.add_page("1");
  const base::Length end = specimen.add_text(points(40), points(60), "Première ");
  specimen.add_text(end, points(60), "partie");
  const std::string text = operators(specimen.write({{}, true, {}}));
  EXPECT_EQ(count(text, "TJ"), 1u) << text;
  EXPECT_EQ(count(text, "Td"), 1u) << text;
}

TEST(Text, ColorAndFontAreSetOnlyWhenTheyChange) {
  Specimen specimen;
  specimen.add_page("1");
  RunStyle red;
  red.color = {255, 0, 0, 255};
  specimen.add_text(points(40), points(60), "rouge", red);
  specimen.add_text(points(40), points(80), "rouge", red);
  const std::string text = operators(specimen.write({{}, true, {}}));
  EXPECT_EQ(count(text, "1 0 0 rg"), 1u) << text;
  EXPECT_EQ(count(text, "Tf"), 1u) << text;
}

TEST(Text, PlacesDoNotDriftOverALongLine) {
  RELIURE_NEEDS("pdftotext");
  Specimen specimen;
  book::Page& page = specimen.add_page("1");
  std::string line;
  for (int i = 0; i < 60; ++i) {
    line += "ab ";
  }
  RunStyle small;
  small.size = 4;
  specimen.add_text(points(20), points(60), line, small);
  base::Length wide{0};
  for (std::size_t i = 0; i + 1 < page.glyphs.size(); ++i) {
    page.glyphs[i].advance += base::Length{777};  // spacing that no thousandth of an em divides
  }
  for (std::size_t i = 0; i + 3 < page.glyphs.size(); ++i) {
    wide += page.glyphs[i].advance;
  }
  const std::string boxes = run("pdftotext -bbox @ -", specimen.write());
  const std::size_t last = boxes.rfind("xMin=\"");
  ASSERT_NE(last, std::string::npos) << boxes;
  const double expected = 20.0 + static_cast<double>(wide.raw) / 65536;
  EXPECT_NEAR(std::stod(boxes.substr(last + 6)), expected, 0.006) << boxes.substr(last);
}

TEST(Text, RaisedGlyphsUseRiseAndReturnToTheLine) {
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_text(points(40), points(60), "ab");
  specimen.page().glyphs[1].dy = base::points(-3);
  const std::string text = operators(specimen.write({{}, true, {}}));
  EXPECT_EQ(count(text, "3 Ts"), 1u) << text;
  EXPECT_EQ(count(text, "0 Ts"), 1u) << text;
}

/// What layout makes of a line: glyphs 1.5 % wider, letters 0.08 pt apart, all in the advances.
void fit(book::Page& page) {
  auto& run = std::get<book::GlyphRun>(page.items.back().mark);
  run.stretch = 1015;
  run.letter_spacing = points(8) / 100;
  for (std::uint32_t i = run.glyphs.begin; i < run.glyphs.end; ++i) {
    book::Glyph& glyph = page.glyphs[i];
    glyph.advance = base::scaled(glyph.advance + run.letter_spacing, run.stretch, 1000);
  }
}

/// The strings of the one array of a page's text: kerning and adjustments part them.
std::size_t strings_in(const std::string& text) {
  const std::size_t array = text.find('[');
  return count(text.substr(array, text.find("TJ") - array), "<");
}

TEST(Text, FittedRunsNeedNoAdjustmentOfTheirOwn) {
  Specimen plain, fitted;
  for (Specimen* specimen : {&plain, &fitted}) {
    specimen->add_page("1");
    specimen->add_text(points(40), points(60), "largeur");
  }
  fit(fitted.page());
  const std::string text = operators(fitted.write({{}, true, {}}));
  EXPECT_EQ(count(text, "101.5 Tz"), 1u) << text;
  EXPECT_EQ(count(text, ".08 Tc"), 1u) << text;
  EXPECT_EQ(strings_in(text), strings_in(operators(plain.write({{}, true, {}})))) << text;
}

TEST(Text, FittedRunsStandWhereTheirAdvancesSay) {
  RELIURE_NEEDS("pdftotext");
  Specimen specimen;
  book::Page& page = specimen.add_page("1");
  specimen.add_text(points(20), points(60), "une ligne dont les lettres ont la largeur de la ligne");
  fit(page);
  base::Length wide{0};
  for (std::size_t i = 0; i < page.glyphs.size() - 5; ++i) {
    wide += page.glyphs[i].advance;
  }
  const std::string boxes = run("pdftotext -bbox @ -", specimen.write());
  const std::size_t last = boxes.rfind("xMin=\"");
  ASSERT_NE(last, std::string::npos) << boxes;
  const double expected = 20.0 + static_cast<double>(wide.raw) / 65536;
  EXPECT_NEAR(std::stod(boxes.substr(last + 6)), expected, 0.02) << boxes.substr(last);
}

TEST(Text, EmptyClustersAndOffsetsBeyondTheTextAreHarmless) {
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_text(points(40), points(60), "abc");
  specimen.page().glyphs[1].cluster = 400;
  specimen.page().glyphs[2].cluster = 1;
  int status = -1;
  const base::Bytes pdf = specimen.write();
  RELIURE_NEEDS("qpdf");
  EXPECT_NE(run("qpdf --check @", pdf, &status), "");
  EXPECT_EQ(status, 0);
}

}  // namespace
}  // namespace reliure::pdf::test

// The structure tree, as poppler reads it back.
#include "pdf/structure/structure.h"

#include <gtest/gtest.h>

#include <regex>

#include "unit/pdf/specimen.h"

namespace reliure::pdf::test {
namespace {

using base::points;
using book::Kind;
using book::NodeId;

constexpr Options kReadable{std::nullopt, true, {}};

/// Puts a text node's text on the last page, one line below the other.
class Setter {
 public:
  explicit Setter(Specimen& specimen) : specimen_(specimen) { specimen.add_page("1"); }
  NodeId text(NodeId parent, const std::string& text) {
    const NodeId node = specimen_.add_node(parent, Kind::text, text);
    mark(node, text);
    return node;
  }
  void mark(NodeId node, std::string_view text, book::Role role = book::Role::content) {
    RunStyle style;
    style.node = node;
    style.role = role;
    specimen_.add_text(points(40), y_ += points(14), text, style);
  }

 private:
  Specimen& specimen_;
  base::Length y_ = points(40);
};

/// The tree with its text, one element a line, without quotes of attributes.
std::string tree(Specimen& specimen) { return run("pdfinfo -struct-text @", specimen.write()); }

TEST(Structure, ParagraphsAndHeadingsHoldTheirText) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen;
  Setter set(specimen);
  const NodeId section = specimen.add_node(book::kRoot, Kind::section);
  set.text(specimen.add_node(section, Kind::h1), "Titre");
  set.text(specimen.add_node(section, Kind::p), "Un texte");
  EXPECT_EQ(tree(specimen),
            "Document\n"
            "  Sect\n"
            "    H1 (block)\n"
            "      \"Titre\"\n"
            "    P (block)\n"
            "      \"Un texte\"\n");
}

TEST(Structure, LinkStandsBetweenTheTextAroundIt) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen;
  Setter set(specimen);
  const NodeId paragraph = specimen.add_node(book::kRoot, Kind::p);
  set.text(paragraph, "avant");
  const NodeId link = specimen.add_node(paragraph, Kind::a);
  specimen.manuscript().links = {{link, book::kNoNode, "https://example.org/"}};
  set.text(link, "lien");
  specimen.add_item(book::Link{{points(40), points(60), points(50), points(12)}, link}, link);
  set.text(paragraph, "fin");
  const std::string said = tree(specimen);
  EXPECT_LT(said.find("\"avant\""), said.find("Link (inline)")) << said;
  EXPECT_LT(said.find("\"lien\""), said.find("\"fin\"")) << said;
  const base::Bytes pdf = specimen.write(kReadable);
  EXPECT_NE(pdf.find("/Type /OBJR"), std::string::npos);
  EXPECT_NE(pdf.find("/StructParent 1"), std::string::npos);
}

TEST(Structure, FootnoteIsReadAtItsCallWhereverItIsPrinted) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen;
  Setter set(specimen);
  const NodeId paragraph = specimen.add_node(book::kRoot, Kind::p);
  const NodeId before = specimen.add_node(paragraph, Kind::text, "avant");
  const NodeId note = specimen.add_node(paragraph, Kind::note);
  const NodeId inside = specimen.add_node(specimen.add_node(note, Kind::p), Kind::text, "note");
  const NodeId after = specimen.add_node(paragraph, Kind::text, "fin");
  set.mark(before, "avant");
  set.mark(after, "fin");
  set.mark(inside, "note");
  const std::string said = tree(specimen);
  EXPECT_LT(said.find("\"avant\""), said.find("\"note\"")) << said;
  EXPECT_LT(said.find("\"note\""), said.find("\"fin\"")) << said;
}

/// A note, and the text in it.
struct CalledNote {
  NodeId note, inside;
};

/// A paragraph that calls a note: all but the note's number and text.
CalledNote call_note(Specimen& specimen, Setter& set) {
  const NodeId paragraph = specimen.add_node(book::kRoot, Kind::p);
  const NodeId note = specimen.add_node(paragraph, Kind::note);
  const NodeId inside = specimen.add_node(specimen.add_node(note, Kind::p), Kind::text, "note");
  set.mark(note, "1", book::Role::note_call);
  specimen.add_item(book::Link{{points(40), points(60), points(5), points(12)}, note}, note);
  specimen.add_item(book::Anchor{{points(40), points(90)}, note}, note);
  return {note, inside};
}

TEST(Structure, CallOfANoteIsALinkAndItsNumberTheNotesLabel) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen;
  Setter set(specimen);
  const auto [note, inside] = call_note(specimen, set);
  set.mark(note, "2");
  set.mark(inside, "note");
  const std::string said = std::regex_replace(tree(specimen), std::regex("Object \\d+ 0"), "Object");
  EXPECT_EQ(said,
            "Document\n"
            "  P (block)\n"
            "    Reference (inline)\n"
            "      Link (inline)\n"
            "        \"1\"\n"
            "        Object\n"
            "    Note <note-2> (inline)\n"
            "      Lbl (block)\n"
            "        \"2\"\n"
            "      P (block)\n"
            "        \"note\"\n");
}

TEST(Structure, NumberOfANoteIsALinkBackInItsLabel) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen;
  Setter set(specimen);
  const auto [note, inside] = call_note(specimen, set);
  set.mark(note, "2", book::Role::note_number);
  specimen.add_item(book::Link{{points(40), points(90), points(5), points(12)}, note, true}, note);
  set.mark(inside, "note");
  const std::string said = std::regex_replace(tree(specimen), std::regex("Object \\d+ 0"), "Object");
  EXPECT_EQ(said,
            "Document\n"
            "  P (block)\n"
            "    Reference (inline)\n"
            "      Link (inline)\n"
            "        \"1\"\n"
            "        Object\n"
            "    Note <note-2> (inline)\n"
            "      Lbl (block)\n"
            "        Link (inline)\n"
            "          \"2\"\n"
            "          Object\n"
            "      P (block)\n"
            "        \"note\"\n");
  const base::Bytes pdf = specimen.write(kReadable);
  EXPECT_NE(pdf.find("/XYZ 40 535 null]"), std::string::npos) << "the number leads to the call";
}

TEST(Structure, LinkThatLeadsNowhereIsNoLink) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen;
  Setter set(specimen);
  const NodeId paragraph = specimen.add_node(book::kRoot, Kind::p);
  const NodeId link = specimen.add_node(paragraph, Kind::a);
  const NodeId unseen = specimen.add_node(book::kRoot, Kind::p);
  specimen.manuscript().links = {{link, unseen, {}}};
  set.mark(link, "lien");
  specimen.book().page_of.assign(specimen.manuscript().nodes.size(), book::kNoPage);
  EXPECT_NE(tree(specimen).find("Span (inline)\n      \"lien\""), std::string::npos) << tree(specimen);
}

TEST(Structure, ListItemsHaveLabelAndBody) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen;
  Setter set(specimen);
  const NodeId list = specimen.add_node(book::kRoot, Kind::ol);
  const NodeId item = specimen.add_node(list, Kind::li);
  set.mark(item, "1.");
  set.text(item, "premier");
  const std::string said = tree(specimen);
  EXPECT_NE(said.find("Lbl (block)\n        \"1.\""), std::string::npos) << said;
  EXPECT_NE(said.find("LBody (block)\n        \"premier\""), std::string::npos) << said;
}

TEST(Structure, ContentsAreATableOfContents) {
  Specimen specimen;
  const NodeId nav = specimen.add_node(book::kRoot, Kind::nav);
  const NodeId list = specimen.add_node(nav, Kind::ol);
  const NodeId item = specimen.add_node(list, Kind::li);
  const NodeId link = specimen.add_node(item, Kind::a);
  specimen.manuscript().links = {{link, item, {}}};
  Setter set(specimen);
  set.mark(item, "1.");
  set.text(link, "Préface");
  const Structure structure = plan_structure(specimen.book());
  std::string types;
  for (const Element& element : structure.elements) {
    types += std::string(element.type) + " ";
  }
  EXPECT_EQ(types, "Document Sect TOC TOCI Lbl Reference Link ");
}

TEST(Structure, CellsHaveScopeAndSpansAndEmptyOnesStay) {
  Specimen specimen;
  Setter set(specimen);
  const NodeId table = specimen.add_node(book::kRoot, Kind::table);
  const NodeId head = specimen.add_node(specimen.add_node(table, Kind::thead), Kind::tr);
  const NodeId wide = specimen.add_node(head, Kind::th);
  specimen.set_attribute(wide, "colspan", "2");
  set.text(wide, "En-tête");
  const NodeId row = specimen.add_node(specimen.add_node(table, Kind::tbody), Kind::tr);
  set.text(specimen.add_node(row, Kind::th), "Ligne");
  specimen.add_node(row, Kind::td);
  specimen.book().page_of.assign(specimen.manuscript().nodes.size(), 0);
  const base::Bytes pdf = specimen.write(kReadable);
  EXPECT_NE(pdf.find("/Scope /Column\n/ColSpan 2"), std::string::npos);
  EXPECT_NE(pdf.find("/Scope /Row"), std::string::npos);
  EXPECT_NE(pdf.find("/S /TD"), std::string::npos);
}

TEST(Structure, PicturesHaveTheirAlternativeOrAreDecoration) {
  Specimen specimen;
  specimen.add_page("1");
  specimen.add_picture(
      {{points(1), points(1)},
       book::Raster{
           1, 1, book::ColorSpace::gray, 8, book::Encoding::raw, base::Bytes(1, 'x'), {}, {}, false}});
  const NodeId told = specimen.add_node(book::kRoot, Kind::img);
  specimen.set_attribute(told, "alt", "Le cycle de vie");
  const NodeId silent = specimen.add_node(book::kRoot, Kind::img);
  specimen.set_attribute(silent, "alt", "");
  const base::Rect area{points(10), points(10), points(10), points(10)};
  specimen.add_item(book::Image{0, area}, told);
  specimen.add_item(book::Image{0, area}, silent);
  const base::Bytes pdf = specimen.write(kReadable);
  EXPECT_NE(pdf.find("/Alt (Le cycle de vie)"), std::string::npos);
  EXPECT_NE(pdf.find("/Figure <</MCID 0>>BDC"), std::string::npos);
  EXPECT_NE(pdf.find("/Artifact <</Type /Layout>>BDC"), std::string::npos);
}

TEST(Structure, RunningMatterIsAnArtifact) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen;
  Setter set(specimen);
  set.text(specimen.add_node(book::kRoot, Kind::p), "texte");
  set.mark(book::kNoNode, "12", book::Role::pagination);
  EXPECT_EQ(tree(specimen).find("12"), std::string::npos);
  EXPECT_NE(specimen.write(kReadable).find("/Artifact <</Type /Pagination>>BDC"), std::string::npos);
}

TEST(Structure, ParagraphOverTwoPagesIsOneElement) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen;
  Setter set(specimen);
  const NodeId text = set.text(specimen.add_node(book::kRoot, Kind::p), "début");
  specimen.add_page("2");
  set.mark(text, "suite");
  const std::string said = tree(specimen);
  EXPECT_EQ(said.find("P (block)"), said.rfind("P (block)")) << said;
  EXPECT_LT(said.find("\"début\""), said.find("\"suite\"")) << said;
}

TEST(Structure, LanguageOfAWordIsASpan) {
  Specimen specimen;
  Setter set(specimen);
  const NodeId word = specimen.add_node(specimen.add_node(book::kRoot, Kind::p), Kind::i);
  specimen.manuscript().nodes[word.value].language = "en";
  set.text(word, "reuse");
  EXPECT_NE(specimen.write(kReadable).find("/Lang (en)\n"), std::string::npos);
}

TEST(Structure, AbbreviationsSayWhatTheyStandFor) {
  Specimen specimen;
  Setter set(specimen);
  const NodeId word = specimen.add_node(specimen.add_node(book::kRoot, Kind::p), Kind::abbr);
  specimen.set_attribute(word, "title", "World Health Organization");
  set.text(word, "WHO");
  EXPECT_NE(specimen.write(kReadable).find("/E (World Health Organization)\n"), std::string::npos);
}

TEST(Structure, AFormulaIsSaidAsAWholeAndSaysWhereItIs) {
  Specimen specimen;
  Setter set(specimen);
  const NodeId formula = specimen.add_node(specimen.add_node(book::kRoot, Kind::p), Kind::math);
  specimen.set_attribute(formula, "alttext", "x squared");
  set.text(specimen.add_node(formula, Kind::i), "x");
  set.text(specimen.add_node(formula, Kind::sup), "2");
  const base::Bytes pdf = specimen.write(kReadable);
  EXPECT_NE(pdf.find("/S /Formula"), std::string::npos);
  EXPECT_NE(pdf.find("/Alt (x squared)"), std::string::npos);
  EXPECT_EQ(pdf.find("/MCID 1"), std::string::npos);
  EXPECT_NE(pdf.find("/A <</O /Layout /BBox ["), std::string::npos);
}

TEST(Structure, PicturesSayWhereTheyAre) {
  Specimen specimen;
  specimen.add_page("1").trim.height = points(100);
  specimen.add_picture(
      {{points(1), points(1)},
       book::Raster{
           1, 1, book::ColorSpace::gray, 8, book::Encoding::raw, base::Bytes(1, 'x'), {}, {}, false}});
  const NodeId picture = specimen.add_node(book::kRoot, Kind::img);
  specimen.set_attribute(picture, "alt", "a dot");
  specimen.add_item(book::Image{0, {points(10), points(20), points(30), points(40)}}, picture);
  specimen.add_item(book::Image{0, {points(50), points(20), points(10), points(10)}}, picture);
  EXPECT_NE(specimen.write(kReadable).find("/BBox [10 40 60 80]"), std::string::npos);
}

TEST(Structure, PrivateCharactersAreReadAsUnknown) {
  Specimen specimen;
  Setter set(specimen);
  set.text(specimen.add_node(book::kRoot, Kind::p), "a\xEE\x80\x81");
  const base::Bytes pdf = specimen.write(kReadable);
  EXPECT_NE(pdf.find("/Span <</MCID 1 /ActualText <FEFFFFFD>>>BDC"), std::string::npos);
}

TEST(Structure, ThousandsOfElementsAreValid) {
  RELIURE_NEEDS("qpdf");
  Specimen specimen;
  Setter set(specimen);
  for (int page = 0; page < 100; ++page) {
    for (int i = 0; i < 30; ++i) {
      const NodeId note = specimen.add_node(specimen.add_node(book::kRoot, Kind::p), Kind::note);
      set.text(note, "note");
    }
    specimen.add_page("");
  }
  int status = -1;
  const std::string said = run("qpdf --check @", specimen.write(), &status);
  EXPECT_EQ(status, 0) << said;
}

}  // namespace
}  // namespace reliure::pdf::test

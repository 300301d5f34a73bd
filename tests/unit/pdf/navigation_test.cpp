// What readers navigate by: outline, destinations, links, labels, metadata.
#include <gtest/gtest.h>

#include "pdf/links.h"
#include "pdf/metadata.h"
#include "pdf/page_labels.h"
#include "unit/pdf/specimen.h"

namespace reliure::pdf::test {
namespace {

using base::points;

constexpr Options kReadable{std::nullopt, true, {}};

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) {
    ++n;
  }
  return n;
}

TEST(Outline, NestsByLevelAndLeadsToTheAnchor) {
  RELIURE_NEEDS("qpdf");
  Specimen specimen;
  specimen.add_page("1");
  for (const auto& [level, title] : {std::pair{1, "Été"}, std::pair{2, "Un"}, std::pair{2, "Deux"}}) {
    const book::NodeId heading = specimen.add_node(book::kRoot, book::Kind::h1);
    specimen.manuscript().outline.push_back({heading, level, title});
    specimen.add_item(book::Anchor{{points(40), points(100)}, heading}, heading);
  }
  const std::string json = run("qpdf --json --json-key=outlines @", specimen.write());
  EXPECT_NE(json.find("\"title\": \"Été\""), std::string::npos) << json;
  EXPECT_EQ(count(json, "\"destpageposfrom1\": 1"), 3u) << json;
  // The first holds the other two.
  EXPECT_LT(json.find("Deux"), json.find("\"Été\"")) << json;
  const base::Bytes readable = specimen.write(kReadable);
  EXPECT_NE(readable.find("/Count -2"), std::string::npos);
  EXPECT_NE(readable.find("/XYZ 40 495 null]"), std::string::npos);
}

TEST(Outline, AnOpenBookmarkCountsAllThatIsSeenBelowIt) {
  Specimen specimen;
  specimen.add_page("1");
  const std::pair<int, bool> marks[] = {{1, false}, {2, true}, {3, true}, {3, true}, {2, true}};
  for (const auto& [level, closed] : marks) {
    const book::NodeId heading = specimen.add_node(book::kRoot, book::Kind::h1);
    specimen.manuscript().outline.push_back({heading, level, "title", closed});
    specimen.add_item(book::Anchor{{points(40), points(100)}, heading}, heading);
  }
  const base::Bytes readable = specimen.write(kReadable);
  EXPECT_EQ(count(readable, "/Count -2"), 1u);  // the first of level 2
  EXPECT_EQ(count(readable, "/Count 3"), 1u);   // the root: one, and two below it
  EXPECT_EQ(count(readable, "/Count 2"), 1u);   // the first
}

TEST(Outline, AHeadingThatNoPageShowsHasNoBookmark) {
  Specimen specimen;
  specimen.add_page("1");
  const book::NodeId heading = specimen.add_node(book::kRoot, book::Kind::h1);
  specimen.manuscript().outline.push_back({heading, 1, "Nulle part"});
  const base::Bytes readable = specimen.write(kReadable);
  EXPECT_EQ(readable.find("(Nulle part)"), std::string::npos);
  EXPECT_EQ(readable.find("/Dest "), std::string::npos);
}

TEST(Destinations, AnchoredNodesWithAnIdAreNamed) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen;
  specimen.add_page("1");
  for (int i = 0; i < 150; ++i) {
    const book::NodeId node = specimen.add_node(book::kRoot, book::Kind::p, {}, "id-" + std::to_string(i));
    specimen.add_item(book::Anchor{{points(40), points(i)}, node}, node);
  }
  const std::string said = run("pdfinfo -dests @", specimen.write());
  EXPECT_EQ(count(said, "\"id-"), 150u) << said;
  EXPECT_NE(said.find("[ XYZ   40  495 null      ] \"id-100\""), std::string::npos) << said;
}

TEST(Links, LeadOutByUriAndInByDestination) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen;
  specimen.add_page("1");
  const book::NodeId out = specimen.add_node(book::kRoot, book::Kind::a);
  specimen.add_node(out, book::Kind::text, "le\n  site");
  const book::NodeId in = specimen.add_node(book::kRoot, book::Kind::a);
  const book::NodeId target = specimen.add_node(book::kRoot, book::Kind::p);
  specimen.manuscript().links = {{out, book::kNoNode, "https://example.org/é(x)"}, {in, target, {}}};
  specimen.add_item(book::Anchor{{points(40), points(200)}, target}, target);
  specimen.add_item(book::Link{{points(40), points(50), points(100), points(12)}, out}, out);
  specimen.add_item(book::Link{{points(40), points(70), points(100), points(12)}, in}, in);
  EXPECT_NE(run("pdfinfo -url @", specimen.write()).find("https://example.org/%C3%A9(x)"), std::string::npos);
  const base::Bytes readable = specimen.write(kReadable);
  EXPECT_NE(readable.find("/Contents (le site)"), std::string::npos);
  EXPECT_NE(readable.find("/Rect [40 533 140 545]"), std::string::npos);
  EXPECT_NE(readable.find("/XYZ 40 395 null]"), std::string::npos);
}

TEST(Links, WithoutATargetInTheBookAreNotMade) {
  Specimen specimen;
  specimen.add_page("1");
  const book::NodeId link = specimen.add_node(book::kRoot, book::Kind::a);
  const book::NodeId hidden = specimen.add_node(book::kRoot, book::Kind::p);
  specimen.manuscript().links = {{link, hidden, {}}};
  specimen.add_item(book::Link{{points(40), points(50), points(100), points(12)}, link}, link);
  EXPECT_EQ(specimen.write(kReadable).find("/Annots"), std::string::npos);
}

TEST(Links, AreDescribedByTitleTextAndPictures) {
  Specimen specimen;
  const book::NodeId plain = specimen.add_node(book::kRoot, book::Kind::a);
  specimen.add_node(plain, book::Kind::text, " voir ");
  const book::NodeId picture = specimen.add_node(plain, book::Kind::img);
  specimen.set_attribute(picture, "alt", "le cycle");
  const book::NodeId titled = specimen.add_node(book::kRoot, book::Kind::a);
  specimen.set_attribute(titled, "title", "Le guide");
  EXPECT_EQ(link_description(specimen.manuscript(), plain), "voir le cycle");
  EXPECT_EQ(link_description(specimen.manuscript(), titled), "Le guide");
}

TEST(PageLabels, AreTakenApart) {
  EXPECT_EQ(parse_label("12"), (PageLabel{"", 'D', 12}));
  EXPECT_EQ(parse_label("A-3"), (PageLabel{"A-", 'D', 3}));
  EXPECT_EQ(parse_label("xiv"), (PageLabel{"", 'r', 14}));
  EXPECT_EQ(parse_label("IV"), (PageLabel{"", 'R', 4}));
  EXPECT_EQ(parse_label("iiii"), (PageLabel{"iiii", 0, 0}));
  EXPECT_EQ(parse_label("007"), (PageLabel{"00", 'D', 7}));
  EXPECT_EQ(parse_label("0"), (PageLabel{"0", 0, 0}));
  EXPECT_EQ(parse_label("Couverture"), (PageLabel{"Couverture", 0, 0}));
  EXPECT_EQ(parse_label(""), (PageLabel{"", 0, 0}));
}

TEST(PageLabels, OneRangeForPagesThatCountUp) {
  RELIURE_NEEDS("qpdf");
  Specimen specimen;
  for (const char* label : {"i", "ii", "1", "2", "3", "7"}) {
    specimen.add_page(label);
  }
  const base::Bytes readable = specimen.write(kReadable);
  EXPECT_EQ(count(readable, "/St "), 3u);
  const std::string json = run("qpdf --json --json-key=pagelabels @", readable);
  EXPECT_EQ(count(json, "\"index\":"), 3u) << json;
}

TEST(Metadata, SaysTitleAuthorsAndLanguageTwice) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen;
  specimen.add_page("1");
  book::Metadata& metadata = specimen.manuscript().metadata;
  metadata.title = "Achats < durables & « verts »";
  metadata.authors = {{"Anne Été", "aut"}, {"B. Deux", "edt"}};
  const base::Bytes pdf = specimen.write();
  const std::string said = run("pdfinfo @", pdf);
  EXPECT_NE(said.find("Achats < durables & « verts »"), std::string::npos) << said;
  EXPECT_NE(said.find("Anne Été, B. Deux"), std::string::npos) << said;
  EXPECT_EQ(said.find("CreationDate"), std::string::npos) << said;
  EXPECT_NE(pdf.find("Achats &lt; durables &amp; « verts »"), std::string::npos);
}

TEST(Metadata, SaysWhatTheBookIsAboutTwice) {
  RELIURE_NEEDS("pdfinfo");
  Specimen specimen;
  specimen.add_page("1");
  book::Metadata& metadata = specimen.manuscript().metadata;
  metadata.description = "Acheter < mieux";
  metadata.subjects = {"achats", "numérique"};
  const base::Bytes pdf = specimen.write();
  const std::string said = run("pdfinfo @", pdf);
  EXPECT_NE(said.find("Acheter < mieux"), std::string::npos) << said;
  EXPECT_NE(said.find("achats, numérique"), std::string::npos) << said;
  const std::string packet = xmp_packet(metadata, {}, {});
  EXPECT_NE(
      packet.find("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">Acheter &lt; mieux</rdf:li>"),
      std::string::npos)
      << packet;
  EXPECT_NE(packet.find("<dc:subject><rdf:Bag><rdf:li>achats</rdf:li><rdf:li>numérique</rdf:li></rdf:Bag>"),
            std::string::npos)
      << packet;
  EXPECT_NE(packet.find("<pdf:Keywords>achats, numérique</pdf:Keywords>"), std::string::npos) << packet;
}

TEST(Metadata, SaysWhoCanReadTheFile) {
  book::Metadata metadata;
  metadata.language = "fr";
  access::Content content;
  content.has_headings = content.has_pictures = true;
  const access::Statement statement =
      access::state(content, {access::Form::pdf, false, false, true}, metadata);
  Options options;
  options.statement = &statement;
  const std::string packet = xmp_packet(metadata, options, {true, true});
  EXPECT_NE(
      packet.find("<schema:accessMode><rdf:Bag><rdf:li>textual</rdf:li><rdf:li>visual</rdf:li></rdf:Bag>"),
      std::string::npos)
      << packet;
  EXPECT_NE(packet.find("<rdf:li>taggedPDF</rdf:li>"), std::string::npos) << packet;
  EXPECT_NE(packet.find("<pdfaSchema:namespaceURI>http://schema.org/</pdfaSchema:namespaceURI>"),
            std::string::npos)
      << packet;
  EXPECT_EQ(packet.find("displayTransformability"), std::string::npos) << "pages are not set anew";
  // Only PDF/A wants schemas described.
  EXPECT_EQ(xmp_packet(metadata, options, {true, false}).find("pdfaSchema"), std::string::npos);
}

TEST(Metadata, DatesAreUtcOfTheTimestamp) {
  EXPECT_EQ(pdf_date(0), "D:19700101000000Z");
  EXPECT_EQ(pdf_date(951827696), "D:20000229123456Z");
  EXPECT_EQ(pdf_date(-1), "D:19691231235959Z");
  EXPECT_EQ(xmp_date(1609459199), "2020-12-31T23:59:59Z");
  EXPECT_EQ(xmp_date(INT64_MAX), "9999-12-31T23:59:59Z");
}

TEST(Metadata, CharactersThatXmlForbidsAreLeftOut) {
  book::Metadata metadata;
  metadata.title = std::string("a\x01") + "b\xFF" + "c";
  const std::string packet = xmp_packet(metadata, {}, {});
  EXPECT_NE(packet.find("ab\uFFFDc"), std::string::npos) << packet;
}

}  // namespace
}  // namespace reliure::pdf::test

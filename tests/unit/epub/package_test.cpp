// The files around the chapters: package, navigation, pictures, cover, archive.
#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

#include "base/calendar.h"
#include "epub/pictures.h"
#include "epub/svg.h"
#include "unit/epub/sample.h"

namespace reliure::epub::test {
namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string bytes_of(Sample book, std::int64_t timestamp) {
  base::Diagnostics diagnostics;
  const book::EbookStyle style = book.style;
  return write(book_of(std::move(book)), style, {timestamp, {}}, diagnostics);
}

constexpr std::string_view kPlain = "<section><h1>One</h1><p>a</p></section>";

TEST(Archive, BeginsWithItsMediaTypeStored) {
  const std::string bytes = bytes_of(sample(kPlain), 0);
  EXPECT_EQ(bytes.substr(30, 8 + 20), "mimetypeapplication/epub+zip");
  EXPECT_EQ(names_in(bytes)[1], "META-INF/container.xml");
}

TEST(Archive, IsTheSameInEveryTimeZone) {
  const std::string first = bytes_of(sample(kPlain), 1600000000);
  setenv("TZ", "Pacific/Auckland", 1);
  tzset();
  const std::string second = bytes_of(sample(kPlain), 1600000000);
  unsetenv("TZ");
  tzset();
  EXPECT_EQ(first, second);
}

TEST(Archive, TakesTimesThatItsFormatCannotTell) {
  EXPECT_FALSE(unzipped(bytes_of(sample(kPlain), -1)).empty());
  EXPECT_FALSE(unzipped(bytes_of(sample(kPlain), 300000000000000)).empty());
}

TEST(Calendar, KnowsLeapDays) {
  EXPECT_EQ(base::iso_8601(base::date_time(951782400)), "2000-02-29T00:00:00Z");
  EXPECT_EQ(base::iso_8601(base::date_time(-1)), "1969-12-31T23:59:59Z");
}

TEST(Calendar, TellsDatesOfTheWebFromOthers) {
  for (const char* date :
       {"2021", "2021-05", "2021-05-04", "2020-02-29", "2021-05-04T10:00Z", "2021-05-04T10:00:00.5+02:00"}) {
    EXPECT_TRUE(base::is_w3c_date(date)) << date;
  }
  for (const char* date :
       {"", "21", "2021-13", "2021-02-29", "4 May 2021", "2021-05-04T10:00", "2021-05-04 "}) {
    EXPECT_FALSE(base::is_w3c_date(date)) << date;
  }
}

TEST(Package, SaysWhoMadeTheBook) {
  Sample book = sample(kPlain);
  book.manuscript.metadata.authors = {{"A & B", "aut"}, {"C", "illustrator"}};
  book.manuscript.metadata.subtitle = "Sub";
  book.manuscript.metadata.date = "soon";
  const std::string package = written(std::move(book))["EPUB/package.opf"];
  EXPECT_TRUE(holds(package,
                    "<dc:creator id=\"creator-1\">A &amp; B</dc:creator>\n"
                    "<meta refines=\"#creator-1\" property=\"role\" scheme=\"marc:relators\">aut</meta>"));
  EXPECT_TRUE(holds(package, "<meta refines=\"#subtitle\" property=\"title-type\">subtitle</meta>"));
  EXPECT_FALSE(holds(package, "dc:date"));
}

TEST(Package, SaysWhatTheBookIsAbout) {
  Sample book = sample(kPlain);
  book.manuscript.metadata.description = "D & E";
  book.manuscript.metadata.subjects = {"s", "t"};
  const std::string package = written(std::move(book))["EPUB/package.opf"];
  EXPECT_TRUE(holds(package, "<dc:description>D &amp; E</dc:description>\n"));
  EXPECT_TRUE(holds(package, "<dc:subject>s</dc:subject>\n<dc:subject>t</dc:subject>\n"));
}

TEST(Package, SaysWhichSeriesTheBookIsIn) {
  Sample book = sample(kPlain);
  book.manuscript.metadata.series = {{"Guides & cie", "2.1"}, {"Other", ""}};
  const std::string package = written(std::move(book))["EPUB/package.opf"];
  EXPECT_TRUE(holds(package,
                    "<meta property=\"belongs-to-collection\" id=\"series-1\">Guides &amp; cie</meta>\n"
                    "<meta refines=\"#series-1\" property=\"collection-type\">series</meta>\n"
                    "<meta refines=\"#series-1\" property=\"group-position\">2.1</meta>\n"));
  EXPECT_TRUE(holds(package, "id=\"series-2\">Other</meta>\n"));
  EXPECT_FALSE(holds(package, "\"#series-2\" property=\"group-position\""));
}

TEST(Package, NamesTheLanguagesOfItsChapters) {
  Sample book = sample("<section><p>a</p></section><section lang=\"de\"><p>b</p></section>");
  book.manuscript.metadata.language = "fr";
  book.manuscript.chapters[1].language = "de";
  const std::string package = written(std::move(book))["EPUB/package.opf"];
  EXPECT_TRUE(holds(package, "<dc:language>fr</dc:language>\n"));
  EXPECT_TRUE(holds(package, "<dc:language>de</dc:language>\n"));
}

TEST(Package, NamesThePrintedEditionWhosePagesAreMarked) {
  const auto source = [](const Options& options) {
    base::Diagnostics diagnostics;
    Sample book = sample("<section><p>a\fb</p></section>");
    const book::EbookStyle style = book.style;
    const std::string bytes = write(book_of(std::move(book)), style, options, diagnostics);
    return between(unzipped(bytes)["EPUB/package.opf"], "<meta property=\"pageBreakSource\">", "<");
  };
  Options options;
  EXPECT_TRUE(source(options).starts_with("urn:uuid:"));
  options.page_source = "urn:isbn:9782123456803";
  EXPECT_EQ(source(options), "urn:isbn:9782123456803");
  // Never the e-book itself.
  options.identifier = options.page_source;
  EXPECT_NE(source(options), "urn:isbn:9782123456803");
}

TEST(Package, WithoutIdentifierHasOneOfItsTitle) {
  const auto identifier = [](std::string title) {
    Sample book = sample(kPlain);
    book.manuscript.metadata.identifier = "";
    book.manuscript.metadata.title = std::move(title);
    return between(written(std::move(book))["EPUB/package.opf"], "<dc:identifier id=\"identifier\">", "<");
  };
  EXPECT_EQ(identifier("A"), identifier("A"));
  EXPECT_NE(identifier("A"), identifier("B"));
}

TEST(Package, OfNothingIsReportedAndWhole) {
  Archive files =
      written(sample("<section hidden=\"hidden\"><p>a</p></section>"), {base::Code::epub_empty_book});
  EXPECT_TRUE(holds(files["EPUB/package.opf"], "<itemref idref=\"nav\"/>"));
}

TEST(Landmarks, LeadOnlyToWhatIsInTheSpine) {
  const auto landmarks = [](std::string_view sections) {
    const std::string navigation = written(sample(sections))["EPUB/nav.xhtml"];
    return between(navigation, "Landmarks</h2>", "</nav>");
  };
  EXPECT_EQ(landmarks(kPlain),
            "\n<ol>\n<li><a epub:type=\"cover\" href=\"cover.xhtml\">Cover</a></li>\n"
            "<li><a epub:type=\"bodymatter\" href=\"c1.xhtml\">Start of the text</a></li>\n</ol>\n");
  EXPECT_TRUE(
      holds(landmarks("<nav class=\"contents\" slug=\"contents\"><h1>C</h1></nav><section>a</section>"),
            "<a epub:type=\"toc\" href=\"contents.xhtml\">"));
}

TEST(Accessibility, PromisesAlternativesOnlyWhenAllPicturesHaveThem) {
  const auto package = [](std::string_view pictures) {
    return written(sample("<section><h1>a</h1><p>" + std::string(pictures) + "</p></section>",
                          {resource("a.png", png())}))["EPUB/package.opf"];
  };
  EXPECT_TRUE(holds(package("<img src=\"a.png\" alt=\"b\"/>"), ">alternativeText<"));
  EXPECT_TRUE(holds(package("<img src=\"a.png\" alt=\"b\"/>"), "accessModeSufficient\">textual<"));
  EXPECT_FALSE(holds(package("<img src=\"a.png\" alt=\"b\"/><img src=\"a.png\"/>"), ">alternativeText<"));
  EXPECT_FALSE(holds(package("<img src=\"a.png\"/>"), "accessModeSufficient\">textual<"));
  EXPECT_FALSE(holds(package("<img src=\"a.png\" alt=\"\"/>"), ">visual<"));
}

TEST(Accessibility, SpeaksTheLanguageOfTheBook) {
  Sample book = sample(kPlain);
  book.manuscript.metadata.language = "fr-CA";
  EXPECT_TRUE(holds(written(std::move(book))["EPUB/package.opf"],
                    "accessibilitySummary\" xml:lang=\"fr\">Les titres"));
}

TEST(Accessibility, ClaimsWhatSomebodyStandsFor) {
  const auto package = [](book::Certification certification, std::string publisher) {
    Sample book = sample(kPlain);
    book.manuscript.metadata.certification = std::move(certification);
    book.manuscript.metadata.publisher = std::move(publisher);
    book.manuscript.metadata.authors.clear();
    return written(std::move(book))["EPUB/package.opf"];
  };
  constexpr std::string_view kClaim =
      "<meta property=\"dcterms:conformsTo\" id=\"conformance\">EPUB Accessibility 1.1 - WCAG 2.2 Level "
      "AA</meta>\n"
      "<meta property=\"a11y:certifiedBy\" refines=\"#conformance\" id=\"certifier\">";
  EXPECT_TRUE(holds(package({}, "House"), std::string(kClaim) + "House</meta>"));
  EXPECT_FALSE(holds(package({}, ""), "conformsTo"));
  EXPECT_FALSE(holds(package({"Who", "", "", false}, "House"), "conformsTo"));
  const std::string full = package({"Who", "Expert", "https://example.org/r", true}, "House");
  EXPECT_TRUE(holds(full, std::string(kClaim) + "Who</meta>"));
  EXPECT_TRUE(holds(full, "property=\"a11y:certifierCredential\" refines=\"#certifier\">Expert<"));
  EXPECT_TRUE(holds(
      full, "<link rel=\"a11y:certifierReport\" refines=\"#certifier\" href=\"https://example.org/r\"/>"));
}

TEST(Accessibility, NamesLongDescriptionsThatAreThere) {
  const auto files = [](std::string_view attributes) {
    return written(sample("<section><h1>a</h1><p><img src=\"a.png\" alt=\"b\" " + std::string(attributes) +
                              "/></p><div id=\"long\"><p>c</p></div></section>",
                          {resource("a.png", png())}));
  };
  Archive described = files("aria-describedby=\"long\"");
  EXPECT_TRUE(holds(described["EPUB/package.opf"], ">longDescription<"));
  EXPECT_TRUE(holds(described["EPUB/c1.xhtml"], " aria-details=\"long\""));
  EXPECT_FALSE(holds(files("aria-describedby=\"gone\"")["EPUB/package.opf"], ">longDescription<"));
}

TEST(Accessibility, NamesAnIndexAndReadings) {
  EXPECT_TRUE(holds(written(sample("<section role=\"doc-index\"><p>a</p></section>"))["EPUB/package.opf"],
                    ">index<"));
  EXPECT_TRUE(holds(written(sample("<section><p><ruby>a<rt>b</rt></ruby></p></section>"))["EPUB/package.opf"],
                    ">rubyAnnotations<"));
  EXPECT_FALSE(holds(written(sample(kPlain))["EPUB/package.opf"], ">index<"));
}

TEST(Accessibility, SaysNothingOfDescriptionsThatAreHidden) {
  Archive files =
      written(sample("<section><h1>a</h1><p><img src=\"a.png\" alt=\"b\" aria-details=\"long\"/></p>"
                     "<div id=\"long\" hidden=\"hidden\"><p>c</p></div></section>",
                     {resource("a.png", png())}));
  EXPECT_FALSE(holds(files["EPUB/package.opf"], ">longDescription<"));
  EXPECT_FALSE(holds(files["EPUB/c1.xhtml"], "aria-details"));
}

TEST(Accessibility, BlankNamesStandForNothing) {
  Sample book = sample(kPlain);
  book.manuscript.metadata.publisher = " ";
  book.manuscript.metadata.authors = {{" ", "aut"}};
  book.manuscript.metadata.certification.credential = "x";
  const std::string package = written(std::move(book))["EPUB/package.opf"];
  EXPECT_FALSE(holds(package, "conformsTo"));
  EXPECT_FALSE(holds(package, "certifier"));
}

TEST(Accessibility, AnimatedSheetsOfDrawingsMayFlash) {
  EXPECT_TRUE(is_animated("<svg xmlns=\"http://www.w3.org/2000/svg\"><style>@keyframes z{}</style></svg>"));
  EXPECT_FALSE(is_animated("<svg xmlns=\"http://www.w3.org/2000/svg\"><style>a{}</style></svg>"));
}

TEST(Accessibility, PicturesThatMoveMayFlash) {
  EXPECT_TRUE(is_animated(std::string("RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02", 21)));
  EXPECT_FALSE(is_animated(std::string("RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x10", 21)));
  EXPECT_TRUE(is_animated(png() + "acTL....IDAT"));
  EXPECT_FALSE(is_animated(png() + "IDAT....acTL"));
}

TEST(Navigation, ListsHeadingsThatAreShown) {
  Archive files =
      written(sample("<section><h1 id=\"c--a\">A</h1><h2 id=\"c--b\" hidden=\"hidden\">B</h2>"
                     "<h3 id=\"c--c\">C</h3><h3 id=\"c--d\"> </h3></section>"));
  EXPECT_EQ(
      between(files["EPUB/nav.xhtml"], "Contents</h2>", "</nav>"),
      "\n<ol>\n<li><a href=\"c1.xhtml#c--a\">A</a>\n<ol>\n<li><a href=\"c1.xhtml#c--c\">C</a></li>\n</ol>\n"
      "</li>\n</ol>\n");
  EXPECT_TRUE(holds(files["EPUB/toc.ncx"], "<text>C</text></navLabel><content src=\"c1.xhtml#c--c\"/>"));
}

TEST(Navigation, TellsTheLanguageOfTitlesInAnother) {
  Sample book =
      sample("<section lang=\"de\"><h1 id=\"a\">A</h1></section><section><h1 id=\"b\">B</h1></section>");
  book.manuscript.metadata.language = "en";
  const std::string contents = between(written(std::move(book))["EPUB/nav.xhtml"], "Contents</h2>", "</nav>");
  EXPECT_TRUE(holds(contents, "<a href=\"c1.xhtml#a\" lang=\"de\" xml:lang=\"de\">A</a>"));
  EXPECT_TRUE(holds(contents, "<a href=\"c2.xhtml#b\">B</a>"));
}

TEST(Navigation, SaysThatItsWordsAreEnglishWhereTheBookIsNot) {
  const auto navigation = [](std::string language) {
    Sample book = sample(kPlain);
    book.manuscript.metadata.language = std::move(language);
    return written(std::move(book))["EPUB/nav.xhtml"];
  };
  EXPECT_TRUE(holds(navigation("ja"), "<h2 id=\"toc-title\" lang=\"en\" xml:lang=\"en\">Contents</h2>"));
  EXPECT_TRUE(holds(navigation("fr-CA"), "<h2 id=\"toc-title\">Sommaire</h2>"));
}

TEST(Navigation, PassesOverTitlesThatNobodySees) {
  Archive files =
      written(sample("<section><h1 id=\"a\">A</h1><h2 id=\"b\">\u00A0\u200B</h2><p>x</p></section>"));
  EXPECT_FALSE(holds(files["EPUB/nav.xhtml"], "#b\">"));
  EXPECT_FALSE(holds(files["EPUB/toc.ncx"], "#b\""));
}

TEST(Chapters, AnIndexIsOneByItsRole) {
  Archive files = written(sample("<section class=\"index\"><h1>Index</h1><p>a, 1</p></section>"));
  EXPECT_TRUE(holds(files["EPUB/c1.xhtml"], "role=\"doc-index\""));
  EXPECT_FALSE(holds(files["EPUB/c1.xhtml"], "epub:type=\"index\""));
}

TEST(PageMarks, OfPagesThatANoteGoesOnOverStandWhereTheTextGoesOn) {
  Archive files = written(sample("<section><p>a<note><p>b\fc\fd</p></note> e \ff</p></section>"));
  const std::string text = between(files["EPUB/c1.xhtml"], "<p>a", "</p>");
  EXPECT_GT(text.find("page-1"), text.find(" e ")) << text;
  EXPECT_LT(text.find("page-1"), text.find("page-3")) << text;
}

TEST(Navigation, LinesOfTheContentsGoWithTheirHeadings) {
  Archive files =
      written(sample("<nav class=\"contents\" slug=\"contents\"><ol><li><a href=\"#x\">X</a></li>"
                     "<li><a href=\"#y\">Y</a></li></ol></nav>"
                     "<section><h2 id=\"x\" hidden=\"hidden\">X</h2><h2 id=\"y\">Y</h2></section>"));
  EXPECT_TRUE(holds(files["EPUB/contents.xhtml"], "<ol><li><a href=\"c2.xhtml#y\">Y</a></li></ol>"));
  EXPECT_TRUE(
      holds(files["EPUB/contents.xhtml"], "<nav class=\"contents\" epub:type=\"toc\" role=\"doc-toc\""));
}

TEST(Navigation, ListsOfFiguresAndTablesAreToldApartAndHaveTheirNumbers) {
  Archive files = written(
      sample("<nav class=\"captions\" id=\"list-of-figures\" slug=\"figures\"><h1 id=\"t\">Figures</h1><ol>"
             "<li><a href=\"#x\" before=\"Figure 1. \">X</a></li><li><a href=\"#y\">Y</a></li></ol></nav>"
             "<nav class=\"captions\" id=\"list-of-tables\" slug=\"tables\"><h1>Tables</h1><ol>"
             "<li><a href=\"#z\">Z</a></li></ol></nav>"
             "<section><figure id=\"x\">X</figure><figure id=\"y\" hidden=\"hidden\">Y</figure>"
             "<figure id=\"z\">Z</figure></section>"));
  EXPECT_TRUE(
      holds(files["EPUB/figures.xhtml"],
            "<nav id=\"list-of-figures\" class=\"captions\" epub:type=\"loi\" aria-labelledby=\"t\">"));
  EXPECT_FALSE(holds(files["EPUB/figures.xhtml"], "Y</a>"));
  EXPECT_EQ(between(files["EPUB/nav.xhtml"], "<h2 id=\"loi-title\">", "</nav>"),
            "Figures</h2>\n<ol>\n<li><a href=\"c3.xhtml#x\">Figure 1. X</a></li>\n</ol>\n");
  EXPECT_EQ(between(files["EPUB/nav.xhtml"], "<h2 id=\"lot-title\">", "</nav>"),
            "Tables</h2>\n<ol>\n<li><a href=\"c3.xhtml#z\">Z</a></li>\n</ol>\n");
  EXPECT_TRUE(holds(files["EPUB/nav.xhtml"], "<a epub:type=\"loi\" href=\"figures.xhtml\">Figures</a>"));
  EXPECT_TRUE(holds(files["EPUB/nav.xhtml"], "<a epub:type=\"lot\" href=\"tables.xhtml\">Tables</a>"));
}

TEST(Chapters, TellWhatTheyAre) {
  Archive files = written(sample("<section><h1>Glossary</h1></section>"));
  EXPECT_TRUE(holds(files["EPUB/c1.xhtml"],
                    "<section epub:type=\"glossary\" role=\"doc-glossary\" aria-labelledby="));
  EXPECT_TRUE(holds(files["EPUB/c1.xhtml"], "<title>Glossary – Sample</title>"));
}

TEST(Chapters, NeverShareAFile) {
  Archive files =
      written(sample("<section slug=\"nav\"><p>a</p></section><section slug=\"A b\"><p>b</p></section>"
                     "<section slug=\"a-b\"><p>c</p></section>"));
  EXPECT_EQ(files.count("EPUB/nav-2.xhtml") + files.count("EPUB/a-b.xhtml") + files.count("EPUB/a-b-2.xhtml"),
            3U);
}

TEST(Pictures, UsedOnesAloneAreTaken) {
  Archive files = written(sample("<section><p><img src=\"é/Ä b.PNG\" alt=\"\"/></p></section>",
                                 {resource("é/Ä b.PNG", png()), resource("c.png", png())}));
  EXPECT_EQ(files.count("EPUB/images/b.png"), 1U);
  EXPECT_EQ(files.count("EPUB/images/c.png"), 0U);
}

TEST(Pictures, OfTheSameBytesAreOneFile) {
  Sample book = sample("<section><p><img src=\"a.png\" alt=\"\"/><img src=\"b.png\" alt=\"\"/></p></section>",
                       {resource("a.png", png()), resource("b.png", png())});
  book.manuscript.cover = 1;
  Archive files = written(std::move(book));
  EXPECT_EQ(files.count("EPUB/images/a.png"), 1U);
  EXPECT_EQ(files.count("EPUB/images/b.png"), 0U);
  EXPECT_EQ(files["EPUB/c1.xhtml"].find("b.png"), std::string::npos);
  EXPECT_TRUE(holds(files["EPUB/package.opf"],
                    "href=\"images/a.png\" media-type=\"image/png\" "
                    "properties=\"cover-image\""));
}

TEST(Pictures, OfFormatsThatEbooksCannotHoldAreReported) {
  Archive files =
      written(sample("<section><p><img src=\"a.tif\" alt=\"b\"/></p></section>", {resource("a.tif", "II*")}),
              {base::Code::epub_picture_format});
  EXPECT_TRUE(holds(files["EPUB/c1.xhtml"], "<span class=\"as-img\">b</span>"));
}

TEST(Pictures, OfBrokenXmlAreReported) {
  Archive files = written(sample("<section><p><img src=\"a.svg\" alt=\"b\"/></p></section>",
                                 {resource("a.svg", "<svg><g></svg>")}),
                          {base::Code::epub_bad_svg});
  EXPECT_EQ(files.count("EPUB/images/a.svg"), 0U);
}

TEST(StyleSheet, NamesTheFilesOfItsPicturesAndFonts) {
  Sample book = sample("<section><p>x</p></section>", {resource("bg.png", png()), resource("bad.png", "?")});
  book.style.css = "a { background: url(\"picture:0\"), url(\"picture:1\") } b { src: url(\"font:1\") }";
  book.style.pictures = {0, 1};
  book::Font font;
  font.file = std::make_shared<const base::Bytes>("OTTO font");
  book.style.fonts = {font, font};
  const Archive files = written(std::move(book), {base::Code::epub_picture_format});
  EXPECT_NE(files.at("EPUB/style.css")
                .find("a { background: url(\"images/bg.png\"), none } b { src: "
                      "url(\"fonts/font-2.otf\") }"),
            std::string::npos);
  EXPECT_EQ(files.at("EPUB/fonts/font-2.otf"), "OTTO font");
  EXPECT_FALSE(files.contains("EPUB/fonts/font-1.otf"));
  EXPECT_TRUE(files.contains("EPUB/images/bg.png"));
  EXPECT_NE(files.at("EPUB/package.opf").find("href=\"fonts/font-2.otf\" media-type=\"font/otf\""),
            std::string::npos);
}

TEST(Cover, IsThePictureOfTheAuthor) {
  Sample book = sample(kPlain, {resource("c.png", png())});
  book.manuscript.cover = 0;
  Archive files = written(std::move(book));
  EXPECT_TRUE(holds(files["EPUB/package.opf"],
                    "href=\"images/c.png\" media-type=\"image/png\" properties=\"cover-image\""));
  EXPECT_TRUE(
      holds(files["EPUB/cover.xhtml"], "<img src=\"images/c.png\" alt=\"Sample\" role=\"doc-cover\"/>"));
}

TEST(Cover, WithoutPictureIsDrawn) {
  Archive files = written(sample(kPlain));
  EXPECT_TRUE(media_type_of(files["EPUB/cover.png"]) == "image/png");
  EXPECT_TRUE(holds(files["EPUB/package.opf"],
                    "href=\"cover.png\" media-type=\"image/png\" properties=\"cover-image\""));
  EXPECT_TRUE(holds(files["EPUB/package.opf"], "<spine toc=\"ncx\">\n<itemref idref=\"cover\"/>"));
  EXPECT_TRUE(holds(files["EPUB/cover.xhtml"], "<img src=\"cover.png\" alt=\"Sample\" role=\"doc-cover\"/>"));
  EXPECT_TRUE(holds(files["EPUB/nav.xhtml"], "epub:type=\"cover\""));
}

TEST(Cover, SaysTitleSubtitleAndAuthors) {
  Sample book = sample(kPlain);
  book.manuscript.metadata.subtitle = "A book";
  book.manuscript.metadata.authors = {{"Ada"}, {"Bob"}};
  EXPECT_TRUE(holds(written(std::move(book))["EPUB/cover.xhtml"], "alt=\"Sample – A book – Ada, Bob\""));
}

std::string inside(std::string_view svg) {
  const CleanedSvg clean =
      clean_svg("<svg xmlns=\"http://www.w3.org/2000/svg\">" + std::string(svg) + "</svg>");
  EXPECT_EQ(clean.problem, "");
  return clean.problem.empty() ? between(clean.text, "xlink\">", "</svg>") : "";
}

TEST(Svg, ScriptsEventsAndOutsideReferencesAreLeftOut) {
  EXPECT_EQ(inside("<script>f()</script><g onclick=\"f()\"><image href=\"http://a/b.png\"/></g>"), "<g></g>");
  EXPECT_EQ(inside("<style>@import 'a';b{fill:url(http://a)}</style>"), "<style>b{fill:none}</style>");
  EXPECT_EQ(inside("<a href=\"http://a\"><path d=\"M0 0\"/></a>"), "<path d=\"M0 0\"/>");
}

TEST(Svg, NothingThatRunsOrLoadsStays) {
  const char* const left_out[] = {
      "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>",
      "<use href=\"http://a/b.svg#c\"/>",
      "<use xlink:href=\"b.svg#c\"/>",
      "<image xlink:href=\"file:///etc/passwd\"/>",
      "<feImage href=\"//a/b\"/>",
      "<set attributeName=\"href\" to=\"javascript:f()\"/>",
      "<animate attributeName=\"x\" begin=\"f\"/>",
      "<iframe src=\"http://a\"/>",
      "<SCRIPT xmlns=\"http://www.w3.org/1999/xhtml\">f()</SCRIPT>"};
  for (const char* each : left_out) EXPECT_EQ(inside(each), "") << each;
  EXPECT_EQ(inside("<g ONLOAD=\"f()\" onbegin=\"f()\"/>"), "<g/>");
  EXPECT_EQ(inside("<g style=\"fill:url('http://a#b')\"/>"), "<g style=\"fill:none\"/>");
  EXPECT_EQ(inside("<a href=\"javascript:f()\"><g/></a>"), "<g/>");
}

TEST(Svg, WhatIsNotOfSvgIsLeftOutAndTitlesAreWords) {
  EXPECT_EQ(inside("<title>a<b>b<i>c</i></b></title>"), "<title>abc</title>");
  EXPECT_EQ(inside("<desc><p>a</p></desc>"), "<desc>a</desc>");
  EXPECT_EQ(inside("stray <details>a</details><widget><path d=\"M0 0\"/></widget> <g>b</g>"), " <g></g>");
  EXPECT_EQ(inside("<text>a<tspan>b</tspan><a>c</a> d</text>"), "<text>a<tspan>b</tspan>c d</text>");
}

TEST(Svg, EntitiesOfOtherFilesAreRefused) {
  const CleanedSvg clean = clean_svg(
      "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg "
      "xmlns=\"http://www.w3.org/2000/svg\"><title>&x;</title></svg>");
  EXPECT_TRUE(clean.text.empty() || holds(clean.text, "<title></title>"));
}

TEST(Svg, EntitiesThatMultiplyAreRefused) {
  std::string type = "<!ENTITY e0 \"" + std::string(1000, 'x') + "\">";
  for (int i = 1; i < 12; ++i) {
    std::string value;
    for (int j = 0; j < 10; ++j) value += "&e" + std::to_string(i - 1) + ";";
    type += "<!ENTITY e" + std::to_string(i) + " \"" + value + "\">";
  }
  const CleanedSvg clean = clean_svg(
      "<!DOCTYPE svg [" + type + "]><svg xmlns=\"http://www.w3.org/2000/svg\"><title>&e11;</title></svg>");
  EXPECT_LT(clean.text.size(), 10'000'000U);
}

TEST(Svg, ReferencesInsideStay) {
  const std::string drawing = "<path id=\"a\"/><use href=\"#a\"/><path fill=\"url(#a)\"/>";
  EXPECT_EQ(inside(drawing), drawing);
  EXPECT_EQ(inside("<path fill=\"url(#b)\"/><use href=\"#b\"/>"), "<path fill=\"none\"/>");
}

TEST(Svg, IdsThatXmlDoesNotTakeAreMendedWithTheirReferences) {
  EXPECT_EQ(
      inside("<path id=\"1 a\"/><path id=\"2\"/><use href=\"#2\"/><path fill=\"url(#2)\" stroke=\"#2\"/>"),
      "<path id=\"_1_a\"/><path id=\"_2\"/><use href=\"#_2\"/><path fill=\"url(#_2)\" stroke=\"#2\"/>");
}

TEST(Svg, MarkupOfEditorsIsLeftOut) {
  EXPECT_EQ(inside("<sodipodi:namedview a=\"b\"><c/></sodipodi:namedview><g inkscape:label=\"d\" "
                   "id=\"e\"/><g id=\"e\"/>"),
            "<g id=\"e\"/><g/>");
}

TEST(Svg, EntitiesOfTheDocumentTypeAreResolved) {
  const CleanedSvg clean = clean_svg(
      "<!DOCTYPE svg [<!ENTITY ns \"http://www.w3.org/2000/svg\">]><svg "
      "xmlns=\"&ns;\"><title>&#233;&amp;</title></svg>");
  EXPECT_EQ(clean.problem, "");
  EXPECT_TRUE(holds(clean.text, "<title>é&amp;</title>"));
  EXPECT_FALSE(holds(clean.text, "DOCTYPE"));
}

TEST(Svg, WhatIsNotWellFormedIsRefused) {
  for (const char* bad : {"<svg>", "<svg></g></svg>", "<svg a=b></svg>", "<svg>&nothing;</svg>",
                          "<svg/><svg/>", "<p/>", "<svg><!-- </svg>", "<svg>\xFF</svg>"}) {
    EXPECT_NE(clean_svg(bad).problem, "") << bad;
  }
}

}  // namespace
}  // namespace reliure::epub::test

#include "source/manifest.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "unit/source/loaded.h"

namespace reliure::source {
namespace {

TEST(Manifest, TheContentIsSeenFromTheSite) {
  const auto below_site = [](std::string content) {
    return load_book({{"book.yaml", "title: T\ncontent: " + std::move(content)}, {"site/guide/a.md", ""}})
        .tree.manifest.content_below_site;
  };
  EXPECT_EQ(below_site("{root: site/guide, site-root: site}"), "guide");
  EXPECT_EQ(below_site("{root: site/guide, site-root: site/guide}"), "");
  EXPECT_EQ(below_site("{root: site, site-root: site/guide}"), std::nullopt);
}

TEST(Manifest, EveryKeyIsRead) {
  const Loaded loaded = load_book({{"book.yaml", R"(title: T
subtitle: S
language: fr
identifier: urn:uuid:1
authors: [{name: A, role: edt}, B]
publisher: P
date: 2021-05-04
rights: R
description: D
subjects: [x, y]
cover: img/c.png
content: {root: pages, pages: [a.md], site-root: .}
markdown: {breaks: true, linkify: true}
contents: {depth: 2}
title-page: false
typography: false
styles: [styles/guide.css]
editions:
  print: {format: pdf, page: A5, styles: [print.css]}
  ebook: {format: epub, file: x.epub}
)"},
                                   {"pages/a.md", ""},
                                   {"img/c.png", ""},
                                   {"styles/guide.css", ""},
                                   {"print.css", ""}});
  EXPECT_EQ(reported(loaded), Lines{});
  const Manifest& manifest = loaded.tree.manifest;
  EXPECT_EQ(manifest.metadata.title, "T");
  EXPECT_EQ(manifest.metadata.subtitle, "S");
  EXPECT_EQ(manifest.metadata.language, "fr");
  EXPECT_EQ(manifest.metadata.identifier, "urn:uuid:1");
  ASSERT_EQ(manifest.metadata.authors.size(), 2u);
  EXPECT_EQ(manifest.metadata.authors[0].role, "edt");
  EXPECT_EQ(manifest.metadata.authors[1].name, "B");
  EXPECT_EQ(manifest.metadata.publisher, "P");
  EXPECT_EQ(manifest.metadata.date, "2021-05-04");
  EXPECT_EQ(manifest.metadata.rights, "R");
  EXPECT_EQ(manifest.metadata.description, "D");
  EXPECT_EQ(manifest.metadata.subjects, (Lines{"x", "y"}));
  EXPECT_EQ(manifest.cover, "img/c.png");
  EXPECT_EQ(manifest.content_root, "pages");
  EXPECT_EQ(manifest.site_root, "");
  EXPECT_TRUE(manifest.markdown.breaks && manifest.markdown.linkify);
  EXPECT_EQ(manifest.contents_depth, 2);
  EXPECT_FALSE(manifest.title_page || manifest.typography.any());
  ASSERT_EQ(manifest.editions.size(), 2u);
  EXPECT_EQ(manifest.editions[0].page, "A5");
  EXPECT_EQ(manifest.editions[0].file, "book.pdf");
  EXPECT_EQ(manifest.editions[1].file, "x.epub");
  EXPECT_EQ(loaded.tree.edition_styles[0][0].path, "print.css");
}

TEST(Manifest, DefaultsAreAPrintAndAnEbookEdition) {
  const Loaded loaded = load_manifest("title: T\nlanguage: fr\n");
  EXPECT_EQ(reported(loaded), Lines{});
  const Manifest& manifest = loaded.tree.manifest;
  ASSERT_EQ(manifest.editions.size(), 2u);
  EXPECT_EQ(manifest.editions[0].name, "print");
  EXPECT_EQ(manifest.editions[0].file, "book.pdf");
  EXPECT_EQ(manifest.editions[1].format, Format::epub);
  EXPECT_EQ(manifest.contents_depth, 3);
  EXPECT_TRUE(manifest.title_page && manifest.typography.rules == Typography::kUsage);
}

TEST(Manifest, ASiteIsAFolderWithANameOfItsOwn) {
  const auto files_of = [](const std::string& editions) {
    const Loaded loaded = load_manifest("title: T\nlanguage: fr\nname: guide\neditions: " + editions + "\n");
    Lines files = reported(loaded);
    for (const Edition& edition : loaded.tree.manifest.editions) files.push_back(edition.file);
    return files;
  };
  EXPECT_EQ(files_of("{site: {format: web, styles: []}}"), (Lines{"guide-web"}));
  EXPECT_EQ(files_of("{site: {format: web}, draft: {format: web}}"), (Lines{"guide-site", "guide-draft"}));
  EXPECT_EQ(files_of("{site: {format: web, file: public}}"), (Lines{"public"}));
  EXPECT_EQ(files_of("{site: {format: web, file: a/b}}"),
            (Lines{"book.yaml:4:38 source/bad-value: `a/b` is no file's name", "guide-web"}));
  EXPECT_EQ(files_of("{site: {format: web, colour: grey}}"),
            (Lines{"book.yaml:4:40 source/bad-value: a site has no `colour`", "guide-web"}));
}

TEST(Manifest, AllMistakesAreReportedInOneRun) {
  const Loaded loaded = load_manifest(R"(titel: T
language: français
date: 2021-02-30
authors: [{role: writer}]
contents: {depth: 9}
title-page: maybe
editions: {print: {format: pfd}}
)");
  EXPECT_EQ(reported(loaded),
            (Lines{"book.yaml:1:1 source/unknown-key: no key is called `titel`",
                   "book.yaml:1:1 source/missing-key: the book has no `title`",
                   "book.yaml:2:11 source/bad-value: `français` is no language",
                   "book.yaml:4:11 source/missing-key: an author has no `name`",
                   "book.yaml:3:7 source/bad-value: `2021-02-30` is no date of the calendar",
                   "book.yaml:5:19 source/bad-value: `depth` is `9`",
                   "book.yaml:6:13 source/bad-value: `title-page` is `maybe`",
                   "book.yaml:7:28 source/bad-value: no format is called `pfd`"}));
  EXPECT_EQ(loaded.diagnostics.all()[0].hints[0], "did you mean `title`?");
  EXPECT_EQ(loaded.diagnostics.all()[7].hints[0], "did you mean `pdf`?");
}

TEST(Manifest, ABookIsInSeriesAndSomebodyStandsForItsClaim) {
  const Loaded loaded = load_manifest(R"(title: T
language: fr
series: [Guides, {title: Notes, number: 2.1}, {number: 3}, {title: X, number: two}]
accessibility: {certified-by: C, credential: K, report: example.org, claim: false}
onix: false
)");
  EXPECT_EQ(reported(loaded),
            (Lines{"book.yaml:3:47 source/missing-key: a series has no `title`",
                   "book.yaml:3:79 source/bad-value: `two` is no number in a series",
                   "book.yaml:4:57 source/bad-value: `example.org` is no address of the web"}));
  const book::Metadata& metadata = loaded.tree.manifest.metadata;
  ASSERT_EQ(metadata.series.size(), 3u);
  EXPECT_EQ(metadata.series[1].title, "Notes");
  EXPECT_EQ(metadata.series[1].position, "2.1");
  EXPECT_EQ(metadata.certification.by, "C");
  EXPECT_FALSE(metadata.certification.claims);
  EXPECT_FALSE(loaded.tree.manifest.onix);
}

TEST(Manifest, AnEbookNamesTheEditionWhosePagesItMarks) {
  const auto editions = [](std::string_view ebook) {
    return load_manifest("title: T\nlanguage: fr\neditions:\n  ebook: {format: epub, " + std::string(ebook) +
                         "}\n  print: {format: pdf, identifier: 978-2-1234-5680-3}\n");
  };
  const Loaded named = editions("page-list: print");
  EXPECT_EQ(reported(named), Lines{});
  EXPECT_EQ(named.tree.manifest.editions[0].page_list, "print");
  EXPECT_EQ(named.tree.manifest.editions[1].identifier, "urn:isbn:9782123456803");
  EXPECT_FALSE(editions("page-list: false").tree.manifest.editions[0].has_page_list);
  const Loaded wrong = editions("page-list: pirnt");
  EXPECT_EQ(reported(wrong), Lines{"book.yaml:4:36 source/bad-value: no PDF edition is called `pirnt`"});
  EXPECT_EQ(wrong.diagnostics.all()[0].hints[0], "did you mean `print`?");
  EXPECT_EQ(reported(load_manifest("title: T\nlanguage: fr\neditions: {p: {format: pdf, page-list: p}}\n")),
            Lines{"book.yaml:3:40 source/bad-value: a PDF has no `page-list`"});
}

TEST(Manifest, AnEbookSaysWhichFontsItCarries) {
  const auto fonts = [](std::string_view value, std::string_view format) {
    return load_manifest("title: T\nlanguage: fr\neditions: {e: {format: " + std::string(format) +
                         ", fonts: " + std::string(value) + "}}\n");
  };
  EXPECT_EQ(fonts("all", "epub").tree.manifest.editions[0].fonts, EbookFonts::all);
  EXPECT_EQ(fonts("none", "epub").tree.manifest.editions[0].fonts, EbookFonts::none);
  EXPECT_EQ(reported(fonts("some", "epub")), Lines{"book.yaml:3:37 source/bad-value: `fonts` is `some`"});
  EXPECT_EQ(reported(fonts("all", "pdf")), Lines{"book.yaml:3:36 source/bad-value: a PDF has no `fonts`"});
}

TEST(Manifest, AMissingManifestIsReportedWithoutPlace) {
  Loaded loaded;
  const MemoryFiles files;
  loaded.tree = load(files, "none.yaml", loaded.diagnostics);
  EXPECT_EQ(reported(loaded), Lines{"source/missing-manifest: there is no manifest `none.yaml`"});
}

TEST(Manifest, AManifestThatIsNotAMapIsReportedOnce) {
  EXPECT_EQ(reported(load_manifest("- a\n- b\n")),
            Lines{"book.yaml:1:1 source/bad-value: the manifest is a list"});
}

TEST(Manifest, ABookWithoutLanguageIsWarnedAbout) {
  const Loaded loaded = load_manifest("title: T\n");
  EXPECT_EQ(reported(loaded),
            Lines{"book.yaml:1:1 source/no-language: the book has no `language`: English is assumed"});
  EXPECT_FALSE(loaded.diagnostics.has_errors());
}

TEST(Manifest, WhatIsNamedMustBeThere) {
  const Loaded loaded = load_manifest(
      "title: T\nlanguage: fr\ncover: c.png\nstyles: [gide.css, gudie]\ncontent: {site-root: site}\n");
  EXPECT_EQ(reported(loaded), (Lines{"book.yaml:5:22 source/missing-file: there is no folder `site`",
                                     "book.yaml:3:8 source/missing-file: there is no picture `c.png`",
                                     "book.yaml:4:10 source/missing-file: there is no style sheet `gide.css`",
                                     "book.yaml:4:20 source/missing-file: there is no style sheet "
                                     "`reliure:/styles/gudie.css`"}));
}

TEST(Manifest, AMissingStyleSheetIsSuggested) {
  const Loaded loaded = load_book(
      {{"book.yaml", "title: T\nlanguage: fr\nstyles: [gide.css]\n"}, {"guide.css", ""}, {"a.md", ""}});
  ASSERT_EQ(loaded.diagnostics.all().size(), 1u);
  EXPECT_EQ(loaded.diagnostics.all()[0].hints, Lines{"did you mean `guide.css`?"});
}

TEST(Manifest, ABareNameIsAStyleSheetOfTheProgram) {
  const Loaded loaded = load_book({{"book.yaml", "title: T\nlanguage: fr\nstyles: own\n"},
                                   {"reliure:/styles/own.css", ""},
                                   {"a.md", ""}});
  EXPECT_EQ(reported(loaded), Lines{});
  ASSERT_EQ(loaded.tree.styles.size(), 2u);
  EXPECT_EQ(loaded.tree.styles[0].path, "reliure:/styles/base.css");
  EXPECT_TRUE(loaded.tree.styles[0].built_in);
  EXPECT_EQ(loaded.tree.styles[1].path, "reliure:/styles/own.css");
  EXPECT_FALSE(loaded.tree.styles[1].built_in);
}

TEST(Manifest, AnIsbnBecomesAUri) {
  const Loaded loaded = load_manifest("title: T\nlanguage: fr\nidentifier: 978-2-07-036822-8\n");
  EXPECT_EQ(loaded.tree.manifest.metadata.identifier, "urn:isbn:9782070368228");
}

TEST(Manifest, AnIsbnWithAWrongDigitIsReported) {
  EXPECT_EQ(reported(load_manifest("title: T\nlanguage: fr\nidentifier: 978-2-07-036822-9\n")),
            Lines{"book.yaml:3:13 source/bad-value: `978-2-07-036822-9` is no identifier"});
}

TEST(Manifest, WithoutIdentifierTheTitleAndPublisherGiveOne) {
  const auto identifier = [](std::string manifest) {
    return load_manifest("language: fr\n" + manifest).tree.manifest.metadata.identifier;
  };
  EXPECT_EQ(identifier("title: T\n"), identifier("title: T\ndate: 2021-05-04\n"));
  EXPECT_NE(identifier("title: T\n"), identifier("title: T\npublisher: P\n"));
}

TEST(Manifest, EditionsOfOneFormatAreToldApartByName) {
  const Loaded loaded = load_manifest(
      "title: T\nlanguage: fr\nname: guide\neditions: {a4: {format: pdf}, a5: {format: pdf}, e: {format: "
      "epub}}\n");
  ASSERT_EQ(loaded.tree.manifest.editions.size(), 3u);
  EXPECT_EQ(loaded.tree.manifest.editions[0].file, "guide-a4.pdf");
  EXPECT_EQ(loaded.tree.manifest.editions[1].file, "guide-a5.pdf");
  EXPECT_EQ(loaded.tree.manifest.editions[2].file, "guide.epub");
}

TEST(Manifest, TwoEditionsCannotMakeOneFile) {
  EXPECT_EQ(reported(load_manifest("title: T\nlanguage: fr\neditions:\n  a: {format: pdf, file: x.pdf}\n"
                                   "  b: {format: pdf, file: x.pdf}\n")),
            Lines{"book.yaml:5:3 source/bad-value: the editions `a` and `b` both make `x.pdf`"});
}

TEST(Manifest, NamesOfOutputsStayInTheirFolder) {
  EXPECT_EQ(reported(load_manifest("title: T\nlanguage: fr\nname: ../x\neditions:\n  a/b: {format: pdf}\n"
                                   "  b: {format: epub, file: ../x.epub}\n")),
            (Lines{"book.yaml:3:7 source/bad-value: `../x` cannot begin a file's name",
                   "book.yaml:5:3 source/bad-value: `a/b` cannot name an edition",
                   "book.yaml:6:27 source/bad-value: `../x.epub` is no file's name"}));
}

TEST(Manifest, EditionsWithoutAnyAreReported) {
  EXPECT_EQ(reported(load_manifest("title: T\nlanguage: fr\neditions: {}\n")),
            Lines{"book.yaml:3:11 source/bad-value: `editions` names no edition"});
}

TEST(Manifest, AnOutputCannotTakeThePlaceOfAPage) {
  EXPECT_EQ(reported(load_manifest("title: T\nlanguage: fr\neditions:\n  a: {format: pdf, file: a.md}\n")),
            Lines{"book.yaml:4:26 source/bad-value: `a.md` does not end like the edition's format"});
}

TEST(Manifest, FontsOfTheAuthorComeBeforeTheShippedOnes) {
  const Loaded loaded = load_book({{"book.yaml",
                                    "title: T\nlanguage: fr\nfonts:\n"
                                    "  - {family: Mine, file: mine.otf, weight: 700, style: italic}\n"
                                    "  - {family: Gone, file: gone.otf, style: oblique}\n"},
                                   {"mine.otf", "font"},
                                   {"reliure:/fonts/fonts.yaml", "fonts: [{family: Shipped, file: s.ttf}]\n"},
                                   {"reliure:/fonts/s.ttf", "shipped"},
                                   {"a.md", ""}});
  EXPECT_EQ(reported(loaded), (Lines{"book.yaml:5:43 source/bad-value: no font style is called `oblique`",
                                     "book.yaml:5:26 source/missing-file: there is no font `gone.otf`"}));
  ASSERT_EQ(loaded.tree.fonts.size(), 2u);
  EXPECT_EQ(loaded.tree.fonts[0].family, "Mine");
  EXPECT_EQ(loaded.tree.fonts[0].weight, 700);
  EXPECT_TRUE(loaded.tree.fonts[0].italic);
  EXPECT_EQ(*loaded.tree.fonts[0].file, "font");
  EXPECT_EQ(loaded.tree.fonts[1].family, "Shipped");
  EXPECT_EQ(*loaded.tree.fonts[1].file, "shipped");
}

TEST(Manifest, HyphenationIsThereForTheShippedLanguages) {
  Lines languages;
  for (const Dictionary& dictionary : load_manifest("title: T\nlanguage: fr\n").tree.dictionaries) {
    EXPECT_FALSE(dictionary.patterns.empty());
    EXPECT_TRUE(dictionary.built_in);
    languages.push_back(dictionary.language);
  }
  // Others are there where their packages were installed when the program was built.
  for (const std::string language : {"en-gb", "en-us", "fr"}) {
    EXPECT_NE(std::ranges::find(languages, language), languages.end()) << language;
  }
}

TEST(Manifest, HyphenationOfYourOwnComesFirst) {
  const Loaded loaded = load_book({{"book.yaml",
                                    "title: T\nlanguage: fr\nhyphenation:\n  fr: p/hyph_fr.dic\n"
                                    "  de-AT: p/hyph_de_AT.dic\n"},
                                   {"p/hyph_fr.dic", "UTF-8\n1ba\n"},
                                   {"p/hyph_de_AT.dic", "ISO8859-1\n1bo\n"},
                                   {"a.md", ""}});
  EXPECT_EQ(reported(loaded), Lines{});
  ASSERT_GE(loaded.tree.dictionaries.size(), 2u);
  EXPECT_EQ(loaded.tree.dictionaries[0].language, "fr");
  EXPECT_EQ(loaded.tree.dictionaries[0].patterns, "UTF-8\n1ba\n");
  EXPECT_EQ(loaded.tree.dictionaries[1].language, "de-at");
  EXPECT_FALSE(loaded.tree.dictionaries[1].built_in);
}

TEST(Manifest, MistakesInHyphenationAreTold) {
  const Loaded loaded = load_book(
      {{"book.yaml", "title: T\nlanguage: fr\nhyphenation: {fr: gone.dic, de: [a], x_y: p.dic, es: p.tex}\n"},
       {"p.dic", "UTF-8\n"},
       {"p.tex", "\\patterns{1ba}\n"},
       {"a.md", ""}});
  EXPECT_EQ(reported(loaded),
            (Lines{"book.yaml:3:19 source/missing-file: there are no patterns `gone.dic`",
                   "book.yaml:3:33 source/bad-value: the patterns for `de` are a list",
                   "book.yaml:3:38 source/bad-value: `x_y` is no language",
                   "book.yaml:3:54 source/bad-value: `p.tex` does not begin with an encoding"}));
}

}  // namespace
}  // namespace reliure::source

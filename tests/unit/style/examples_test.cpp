// Every property has an example that is read, applied and printed; a new row without one fails.
#include <gtest/gtest.h>

#include <set>

#include "style/dump.h"
#include "style/property.h"
#include "unit/style/builder.h"

namespace reliure::style::testing {
namespace {

/// Declarations that set the property, and what `dump` says about an element that has them and nothing else.
struct Example {
  const char* property;
  const char* declarations;
  const char* printed;
};
void PrintTo(const Example& example, std::ostream* out) { *out << example.declarations; }

constexpr Example kExamples[] = {
    {"-reliure-bleed", "-reliure-bleed: sides", "-reliure-bleed: sides"},
    {"-reliure-continued", "-reliure-continued: \" (suite)\"", "-reliure-continued: \" (suite)\""},
    {"-reliure-expansion", "-reliure-expansion: 1.5%", "-reliure-expansion: 1.5%"},
    {"-reliure-letter-fit", "-reliure-letter-fit: 1%", "-reliure-letter-fit: 1%"},
    {"-reliure-protrusion", "-reliure-protrusion: auto", "-reliure-protrusion: auto"},
    {"-reliure-table-shrink", "-reliure-table-shrink: 80%", "-reliure-table-shrink: 80%"},
    {"-reliure-wide-page", "-reliure-wide-page: landscape", "-reliure-wide-page: landscape"},
    {"-webkit-box-decoration-break", "-webkit-box-decoration-break: clone", "box-decoration-break: clone"},
    {"all", "all: initial; text-indent: 3pt", "color: #000000; text-indent: 3pt"},
    {"background",
     "background: #eee linear-gradient(to right, red, blue) right 10pt bottom 25% / cover no-repeat",
     "background-color: #eeeeee; background-image: linear-gradient(90deg, #ff0000, #0000ff); "
     "background-position: calc(-10pt + 100%) 75%; background-repeat: no-repeat; background-size: cover"},
    {"background-color", "background-color: #ff000080", "background-color: #ff000080"},
    {"background-image",
     "background-image: linear-gradient(0.25turn, red 10%, blue), linear-gradient(to top left, currentcolor, "
     "white 3mm 50%)",
     "background-image: linear-gradient(90deg, #ff0000 10.0006%, #0000ff), linear-gradient(to top left, "
     "#111111, #ffffff 8.5039pt, #ffffff 50%)"},
    {"background-position",
     "background-image: linear-gradient(red, blue); background-position: right 20%, left",
     "background-image: linear-gradient(180deg, #ff0000, #0000ff); background-position: 100% 19.9997%"},
    {"background-repeat", "background-image: linear-gradient(red, blue); background-repeat: repeat-x",
     "background-image: linear-gradient(180deg, #ff0000, #0000ff); background-repeat: repeat-x"},
    {"background-size", "background-image: linear-gradient(red, blue); background-size: 50% auto",
     "background-image: linear-gradient(180deg, #ff0000, #0000ff); background-size: 50% auto"},
    {"block-size", "block-size: 3cm", "height: 85.0394pt"},
    {"bookmark-label", "bookmark-label: 'Part: ' content()", "bookmark-label: \"Part: \" content()"},
    {"bookmark-level", "bookmark-level: 3", "bookmark-level: 3"},
    {"bookmark-state", "bookmark-state: closed", "bookmark-state: closed"},
    {"border", "border: thin solid red",
     "border-bottom: 0.75pt solid #ff0000; border-left: 0.75pt solid #ff0000; border-right: 0.75pt solid "
     "#ff0000; border-top: 0.75pt solid #ff0000"},
    {"border-block", "border-block: 1pt solid",
     "border-bottom: 1pt solid #111111; border-top: 1pt solid #111111"},
    {"border-block-end", "border-block-end: 1pt dotted", "border-bottom: 1pt dotted #111111"},
    {"border-block-end-color", "border-block-end: solid; border-block-end-color: red",
     "border-bottom: 2.25pt solid #ff0000"},
    {"border-block-end-style", "border-block-end-style: solid", "border-bottom: 2.25pt solid #111111"},
    {"border-block-end-width", "border-block-end: solid; border-block-end-width: 3pt",
     "border-bottom: 3pt solid #111111"},
    {"border-block-start", "border-block-start: 1pt dotted", "border-top: 1pt dotted #111111"},
    {"border-block-start-color", "border-block-start: solid; border-block-start-color: red",
     "border-top: 2.25pt solid #ff0000"},
    {"border-block-start-style", "border-block-start-style: solid", "border-top: 2.25pt solid #111111"},
    {"border-block-start-width", "border-block-start: solid; border-block-start-width: 3pt",
     "border-top: 3pt solid #111111"},
    {"border-bottom", "border-bottom: 2pt dotted", "border-bottom: 2pt dotted #111111"},
    {"border-bottom-color", "border-bottom: solid; border-bottom-color: blue",
     "border-bottom: 2.25pt solid #0000ff"},
    {"border-bottom-left-radius", "border-bottom-left-radius: 4pt", "border-radius: 0 0 0 4pt"},
    {"border-bottom-right-radius", "border-bottom-right-radius: 50%", "border-radius: 0 0 50%"},
    {"border-bottom-style", "border-bottom-style: groove", "border-bottom: 2.25pt groove #111111"},
    {"border-bottom-width", "border-bottom: solid; border-bottom-width: 4pt",
     "border-bottom: 4pt solid #111111"},
    {"border-collapse", "border-collapse: collapse", "border-collapse: collapse"},
    {"border-color", "border: 1pt solid; border-color: red green",
     "border-bottom: 1pt solid #ff0000; border-left: 1pt solid #008000; border-right: 1pt solid #008000; "
     "border-top: 1pt solid #ff0000"},
    {"border-inline", "border-inline: 1pt solid",
     "border-left: 1pt solid #111111; border-right: 1pt solid #111111"},
    {"border-inline-end", "border-inline-end: 1pt dotted", "border-right: 1pt dotted #111111"},
    {"border-inline-end-color", "border-inline-end: solid; border-inline-end-color: red",
     "border-right: 2.25pt solid #ff0000"},
    {"border-inline-end-style", "border-inline-end-style: solid", "border-right: 2.25pt solid #111111"},
    {"border-inline-end-width", "border-inline-end: solid; border-inline-end-width: 3pt",
     "border-right: 3pt solid #111111"},
    {"border-inline-start", "border-inline-start: 1pt dotted", "border-left: 1pt dotted #111111"},
    {"border-inline-start-color", "border-inline-start: solid; border-inline-start-color: red",
     "border-left: 2.25pt solid #ff0000"},
    {"border-inline-start-style", "border-inline-start-style: solid", "border-left: 2.25pt solid #111111"},
    {"border-inline-start-width", "border-inline-start: solid; border-inline-start-width: 3pt",
     "border-left: 3pt solid #111111"},
    {"border-left", "border-left: 2pt dashed", "border-left: 2pt dashed #111111"},
    {"border-left-color", "border-left: solid; border-left-color: blue", "border-left: 2.25pt solid #0000ff"},
    {"border-left-style", "border-left-style: ridge", "border-left: 2.25pt ridge #111111"},
    {"border-left-width", "border-left: solid; border-left-width: thick",
     "border-left: 3.75pt solid #111111"},
    {"border-radius", "border-radius: 1pt 2pt 3pt 25%", "border-radius: 1pt 2pt 3pt 25%"},
    {"border-right", "border-right: 2pt double red", "border-right: 2pt double #ff0000"},
    {"border-right-color", "border-right: solid; border-right-color: blue",
     "border-right: 2.25pt solid #0000ff"},
    {"border-right-style", "border-right-style: inset", "border-right: 2.25pt inset #111111"},
    {"border-right-width", "border-right: solid; border-right-width: thin",
     "border-right: 0.75pt solid #111111"},
    {"border-spacing", "border-spacing: 1pt 2pt", "border-spacing: 1pt 2pt"},
    {"border-style", "border-style: solid dotted",
     "border-bottom: 2.25pt solid #111111; border-left: 2.25pt dotted #111111; border-right: 2.25pt dotted "
     "#111111; border-top: 2.25pt solid #111111"},
    {"border-top", "border-top: 2pt solid", "border-top: 2pt solid #111111"},
    {"border-top-color", "border-top: solid; border-top-color: blue", "border-top: 2.25pt solid #0000ff"},
    {"border-top-left-radius", "border-top-left-radius: 1em", "border-radius: 10pt 0 0"},
    {"border-top-right-radius", "border-top-right-radius: 2mm", "border-radius: 0 5.6693pt 0 0"},
    {"border-top-style", "border-top-style: outset", "border-top: 2.25pt outset #111111"},
    {"border-top-width", "border-top: solid; border-top-width: 1mm", "border-top: 2.8346pt solid #111111"},
    {"border-width", "border-style: solid; border-width: 1pt 2pt 3pt 4pt",
     "border-bottom: 3pt solid #111111; border-left: 4pt solid #111111; border-right: 2pt solid #111111; "
     "border-top: 1pt solid #111111"},
    {"bottom", "bottom: 2pt", "bottom: 2pt"},
    {"box-decoration-break", "box-decoration-break: clone", "box-decoration-break: clone"},
    {"box-sizing", "box-sizing: border-box", "box-sizing: border-box"},
    {"break-after", "break-after: avoid", "break-after: avoid"},
    {"break-before", "break-before: recto", "break-before: recto"},
    {"break-inside", "break-inside: avoid", "break-inside: avoid"},
    {"caption-side", "caption-side: bottom", "caption-side: bottom"},
    {"clear", "clear: both", "clear: both"},
    {"color", "color: hwb(120 0% 50%)", "color: #008000"},
    {"column-count", "column-count: 2", "column-count: 2"},
    {"column-fill", "column-fill: auto", "column-fill: auto"},
    {"column-gap", "column-gap: 1em", "column-gap: 10pt"},
    {"column-rule", "column-rule: 1pt solid red", "column-rule: 1pt solid #ff0000"},
    {"column-rule-color", "column-rule: solid; column-rule-color: blue", "column-rule: 2.25pt solid #0000ff"},
    {"column-rule-style", "column-rule-style: dotted", "column-rule: 2.25pt dotted #111111"},
    {"column-rule-width", "column-rule: solid; column-rule-width: thin", "column-rule: 0.75pt solid #111111"},
    {"column-span", "column-span: all", "column-span: all"},
    {"column-width", "column-width: 12em", "column-width: 120pt"},
    {"columns", "columns: 2 10em", "column-count: 2; column-width: 100pt"},
    {"content", "content: 'a' attr(id) counter(c, lower-roman) counters(c, '.') leader(dotted) / 'b'",
     "content: \"a\" attr(id) counter(c, lower-roman) counters(c, \".\") leader(\". \") / \"b\""},
    {"content",
     "content: target-counter(attr(href), page) target-text(attr(href)) string(s, last) element(head, "
     "first-except)",
     "content: target-counter(attr(href), page) target-text(attr(href)) string(s, last) element(head, "
     "first-except)"},
    {"content", "content: open-quote content() close-quote", "content: open-quote content() close-quote"},
    {"counter-increment", "counter-increment: c 2", "counter-increment: c 2"},
    {"counter-reset", "counter-reset: c", "counter-reset: c 0"},
    {"counter-set", "counter-set: c 3", "counter-set: c 3"},
    {"direction", "direction: rtl", "direction: rtl"},
    {"display", "display: inline-block", "display: inline-block"},
    {"float", "float: right", "display: block; float: right"},
    {"float-reference", "float-reference: page", "float-reference: page"},
    {"font", "font: italic bold 12pt/1.5 serif",
     "font-size: 12pt; font-style: italic; font-weight: 700; line-height: 1.5"},
    {"font-family", "font-family: 'Source Sans 3', sans-serif", "font-family: \"Source Sans 3\", sans-serif"},
    {"font-feature-settings", "font-feature-settings: 'ss01' on", "font-feature-settings: \"ss01\""},
    {"font-kerning", "font-kerning: none", "font-feature-settings: \"kern\" 0"},
    {"font-size", "font-size: 8pt", "font-size: 8pt"},
    {"font-style", "font-style: italic", "font-style: italic"},
    {"font-variant", "font-variant: small-caps tabular-nums", "font-feature-settings: \"smcp\", \"tnum\""},
    {"font-variant-caps", "font-variant-caps: all-small-caps", "font-feature-settings: \"c2sc\", \"smcp\""},
    {"font-variant-ligatures", "font-variant-ligatures: no-contextual", "font-feature-settings: \"calt\" 0"},
    {"font-variant-numeric", "font-variant-numeric: oldstyle-nums", "font-feature-settings: \"onum\""},
    {"font-variant-position", "font-variant-position: sub", "font-feature-settings: \"subs\""},
    {"font-weight", "font-weight: bold", "font-weight: 700"},
    {"gap", "gap: 1em 2em", "column-gap: 20pt"},
    {"height", "height: 2in", "height: 144pt"},
    {"hyphenate-limit-chars", "hyphenate-limit-chars: 6 3 3", "hyphenate-limit-chars: 6 3 3"},
    {"hyphenate-limit-last", "hyphenate-limit-last: always", "hyphenate-limit-last: always"},
    {"hyphenate-limit-lines", "hyphenate-limit-lines: 2", "hyphenate-limit-lines: 2"},
    {"hyphenate-limit-zone", "hyphenate-limit-zone: 5pt", "hyphenate-limit-zone: 5pt"},
    {"hyphens", "hyphens: auto", "hyphens: auto"},
    {"initial-letter", "initial-letter: 3.5 2", "initial-letter: 3.5 2"},
    {"inline-size", "inline-size: 50%", "width: 50%"},
    {"inset", "inset: 1pt 2pt", "bottom: 1pt; left: 2pt; right: 2pt; top: 1pt"},
    {"inset-block", "inset-block: 1pt 2pt", "bottom: 2pt; top: 1pt"},
    {"inset-block-end", "inset-block-end: 1pt", "bottom: 1pt"},
    {"inset-block-start", "inset-block-start: 1pt", "top: 1pt"},
    {"inset-inline", "inset-inline: 3pt", "left: 3pt; right: 3pt"},
    {"inset-inline-end", "inset-inline-end: 1pt", "right: 1pt"},
    {"inset-inline-start", "inset-inline-start: auto; inset-inline-start: -1pt", "left: -1pt"},
    {"left", "left: 5%", "left: 5.0003%"},
    {"letter-spacing", "letter-spacing: 0.1em", "letter-spacing: 1pt"},
    {"line-height", "line-height: 2", "line-height: 2"},
    {"list-style", "list-style: inside square", "list-style-position: inside; list-style-type: square"},
    {"list-style-image", "list-style-image: none; list-style-type: square", "list-style-type: square"},
    {"list-style-position", "list-style-position: inside", "list-style-position: inside"},
    {"list-style-type", "list-style-type: lower-greek", "list-style-type: lower-greek"},
    {"margin", "margin: 1pt auto 2pt",
     "margin-bottom: 2pt; margin-left: auto; margin-right: auto; margin-top: 1pt"},
    {"margin-block", "margin-block: 1pt 2pt", "margin-bottom: 2pt; margin-top: 1pt"},
    {"margin-block-end", "margin-block-end: 1pt", "margin-bottom: 1pt"},
    {"margin-block-start", "margin-block-start: -1pt", "margin-top: -1pt"},
    {"margin-bottom", "margin-bottom: -3pt", "margin-bottom: -3pt"},
    {"margin-inline", "margin-inline: auto", "margin-left: auto; margin-right: auto"},
    {"margin-inline-end", "margin-inline-end: 1pt", "margin-right: 1pt"},
    {"margin-inline-start", "margin-inline-start: 10%", "margin-left: 10.0006%"},
    {"margin-left", "margin-left: 10%", "margin-left: 10.0006%"},
    {"margin-right", "margin-right: auto", "margin-right: auto"},
    {"margin-top", "margin-top: calc(10% + 3pt)", "margin-top: calc(3pt + 10.0006%)"},
    {"max-block-size", "max-block-size: 3cm", "max-height: 85.0394pt"},
    {"max-height", "max-height: 30lh", "max-height: 359.9991pt"},
    {"max-inline-size", "max-inline-size: 20em", "max-width: 200pt"},
    {"max-width", "max-width: 25em", "max-width: 250pt"},
    {"min-block-size", "min-block-size: 1cm", "min-height: 28.3465pt"},
    {"min-height", "min-height: 4pc", "min-height: 48pt"},
    {"min-inline-size", "min-inline-size: 5em", "min-width: 50pt"},
    {"min-width", "min-width: 3q", "min-width: 2.126pt"},
    {"line-snap", "line-snap: baseline", "line-snap: baseline"},
    {"orphans", "orphans: 3", "orphans: 3"},
    {"overflow-wrap", "overflow-wrap: anywhere", "overflow-wrap: anywhere"},
    {"padding", "padding: 1pt 2pt",
     "padding-bottom: 1pt; padding-left: 2pt; padding-right: 2pt; padding-top: 1pt"},
    {"padding-block", "padding-block: 1pt 2pt", "padding-bottom: 2pt; padding-top: 1pt"},
    {"padding-block-end", "padding-block-end: 1pt", "padding-bottom: 1pt"},
    {"padding-block-start", "padding-block-start: 2pt", "padding-top: 2pt"},
    {"padding-bottom", "padding-bottom: 1ex", "padding-bottom: 4.75pt"},
    {"padding-inline", "padding-inline: 3pt", "padding-left: 3pt; padding-right: 3pt"},
    {"padding-inline-end", "padding-inline-end: 1pt", "padding-right: 1pt"},
    {"padding-inline-start", "padding-inline-start: 10%", "padding-left: 10.0006%"},
    {"padding-left", "padding-left: 1ch", "padding-left: 5.2pt"},
    {"padding-right", "padding-right: 8px", "padding-right: 6pt"},
    {"padding-top", "padding-top: 5%", "padding-top: 5.0003%"},
    {"page", "page: wide", "page: wide"},
    {"page-break-after", "page-break-after: always", "break-after: page"},
    {"page-break-before", "page-break-before: left", "break-before: left"},
    {"page-break-inside", "page-break-inside: avoid", "break-inside: avoid"},
    {"position", "position: running(heading)", "position: running(heading)"},
    {"position", "position: relative", "position: relative"},
    {"quotes", "quotes: '<' '>'", "quotes: \"<\" \">\""},
    {"right", "right: auto; right: -1pt", "right: -1pt"},
    {"string-set", "string-set: s content() ' ' attr(id)", "string-set: s content() \" \" attr(id)"},
    {"table-layout", "table-layout: fixed", "table-layout: fixed"},
    {"text-align", "text-align: justify", "text-align: justify"},
    {"text-align-last", "text-align-last: end", "text-align-last: end"},
    {"text-decoration", "text-decoration: underline", "text-decoration-line: underline"},
    {"text-decoration-line", "text-decoration-line: overline", "text-decoration-line: overline"},
    {"text-indent", "text-indent: 1.5em", "text-indent: 15pt"},
    {"text-transform", "text-transform: uppercase", "text-transform: uppercase"},
    {"text-wrap", "text-wrap: balance", "text-wrap: balance"},
    {"top", "top: 0.5em", "top: 5pt"},
    {"unicode-bidi", "unicode-bidi: isolate", "unicode-bidi: isolate"},
    {"vertical-align", "vertical-align: super", "vertical-align: super"},
    {"white-space", "white-space: pre", "white-space: pre"},
    {"widows", "widows: 4", "widows: 4"},
    {"width", "width: max(50%, 20%)", "width: 50%"},
    {"word-break", "word-break: break-word", "overflow-wrap: anywhere"},
    {"word-spacing", "word-spacing: 1pt", "word-spacing: 1pt"},
    {"word-wrap", "word-wrap: break-word", "overflow-wrap: anywhere"},
};

/// For the properties of `@page` alone: the line that `dump` prints of a page.
constexpr Example kPageExamples[] = {
    {"-reliure-flush-bottom", "-reliure-flush-bottom: 33.4%",
     "size: 595.2756pt 841.8898pt; margin: 0 0 0 0; bleed: 0 0 0 0; marks: none; -reliure-flush-bottom: 33%"},
    {"bleed", "bleed: 3mm",
     "size: 595.2756pt 841.8898pt; margin: 0 0 0 0; bleed: 8.5039pt 8.5039pt 8.5039pt 8.5039pt; marks: none"},
    {"bleed", "bleed: auto; marks: cross",
     "size: 595.2756pt 841.8898pt; margin: 0 0 0 0; bleed: 6pt 6pt 6pt 6pt; marks: cross"},
    {"marks", "marks: cross crop",
     "size: 595.2756pt 841.8898pt; margin: 0 0 0 0; bleed: 6pt 6pt 6pt 6pt; marks: crop cross"},
    {"size", "size: 100pt 200pt", "size: 100pt 200pt; margin: 0 0 0 0; bleed: 0 0 0 0; marks: none"},
};

class PropertyExample : public ::testing::TestWithParam<Example> {};
TEST_P(PropertyExample, is_read_applied_and_printed) {
  Book book({element(Kind::p)});
  book.sheet(":root { color: #111111 } p { " + std::string(GetParam().declarations) + " }").resolve();
  EXPECT_EQ(book.reports(), std::vector<std::string>{});
  const std::string dumped = dump(book.manuscript, book.styles);
  const std::size_t begin = dumped.find("\n  p ") + 5;
  EXPECT_EQ(dumped.substr(begin, dumped.find('\n', begin) - begin), GetParam().printed);
}
INSTANTIATE_TEST_SUITE_P(All, PropertyExample, ::testing::ValuesIn(kExamples));

class PagePropertyExample : public ::testing::TestWithParam<Example> {};
TEST_P(PagePropertyExample, is_read_applied_and_printed) {
  Book book;
  book.sheet("@page { " + std::string(GetParam().declarations) + " }").resolve();
  EXPECT_EQ(book.reports(), std::vector<std::string>{});
  const std::string dumped = dump(book.manuscript, book.styles);
  const std::size_t begin = dumped.find("@page :right ") + 13;
  EXPECT_EQ(dumped.substr(begin, dumped.find('\n', begin) - begin), GetParam().printed);
}
INSTANTIATE_TEST_SUITE_P(All, PagePropertyExample, ::testing::ValuesIn(kPageExamples));

TEST(Properties, all_have_an_example_that_sets_them) {
  std::set<std::string_view> shown;
  for (const auto examples : {std::span<const Example>(kExamples), std::span<const Example>(kPageExamples)}) {
    for (const Example& example : examples) {
      EXPECT_NE(std::string_view(example.declarations).find(std::string(example.property) + ":"),
                std::string_view::npos)
          << example.property;
      shown.insert(example.property);
    }
  }
  for (const Property* property : all_properties())
    EXPECT_TRUE(shown.contains(property->name)) << property->name;
  for (const Property& property : page_properties())
    EXPECT_TRUE(shown.contains(property.name)) << property.name;
}

}  // namespace
}  // namespace reliure::style::testing

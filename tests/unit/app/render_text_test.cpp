#include <gtest/gtest.h>

#include "app/render_diagnostics.h"

namespace reliure::app {
namespace {

using base::Code;
using base::Span;

/// The text for one mistake over the first occurrence of `marked` in a file.
std::string rendered(const std::string& text, const std::string& marked, bool color = false) {
  base::SourceMap sources;
  const base::FileId file = sources.add("a.md", text);
  const auto begin = static_cast<std::uint32_t>(text.find(marked));
  base::Diagnostics diagnostics;
  diagnostics.report(Code::source_bad_value,
                     Span{file, begin, begin + static_cast<std::uint32_t>(marked.size())}, "seen");
  return render_text(diagnostics.all(), sources, color);
}

TEST(RenderText, ShowsPlaceLineCaretsAndHints) {
  base::SourceMap sources;
  std::string text(40, '\n');
  text += "see [the knots](#knots)\n";
  const base::FileId file = sources.add("content/ch03.md", text);
  base::Diagnostics diagnostics;
  diagnostics.report(Code::source_missing_file, Span{file, 56, 62}, "no heading has the id `knots`",
                     "did you mean `#knot-table`?");
  EXPECT_EQ(render_text(diagnostics.all(), sources, false),
            R"(error[source/missing-file]: no heading has the id `knots`
  --> content/ch03.md:41:17
   |
41 | see [the knots](#knots)
   |                 ^^^^^^
   = hint: did you mean `#knot-table`?

)");
}

TEST(RenderText, ALabelShowsASecondPlace) {
  base::SourceMap sources;
  const base::FileId first = sources.add("a.md", "key: x\n");
  const base::FileId second = sources.add("b.md", "\n\n\n\n\n\n\n\n\nkey: x\n");
  base::Diagnostics diagnostics;
  diagnostics.report(Code::source_duplicate_key, Span{first, 5, 6}, "2 pages share the key `x`")
      .labels.push_back({Span{second, 14, 15}, "and here"});
  EXPECT_EQ(render_text(diagnostics.all(), sources, false),
            R"(warning[source/duplicate-key]: 2 pages share the key `x`
  --> a.md:1:6
   |
 1 | key: x
   |      ^
  ::: b.md:10:6
   |
10 | key: x
   |      - and here

)");
}

TEST(RenderText, WithoutPlaceOnlyTheMessageIsShown) {
  base::Diagnostics diagnostics;
  diagnostics.report(Code::source_missing_manifest, Span{}, "there is no manifest `x`", "write one");
  EXPECT_EQ(render_text(diagnostics.all(), base::SourceMap(), false),
            "error[source/missing-manifest]: there is no manifest `x`\n  = hint: write one\n\n");
}

TEST(RenderText, TabsWideAndCombiningCharactersKeepTheCaretsAligned) {
  EXPECT_EQ(rendered("\t日本e\u0301X\n", "X"),
            "error[source/bad-value]: seen\n --> a.md:1:6\n  |\n1 |     日本e\u0301X\n  |          ^\n\n");
  EXPECT_EQ(rendered("a 日本 b\n", "日本"),
            "error[source/bad-value]: seen\n --> a.md:1:3\n  |\n1 | a 日本 b\n  |   ^^^^\n\n");
}

TEST(RenderText, ALongLineIsCutAroundThePlace) {
  const std::string text = rendered(std::string(5000, 'a') + "X" + std::string(5000, 'b'), "X");
  EXPECT_NE(text.find(" --> a.md:1:5001\n"), std::string::npos);
  EXPECT_NE(text.find("\n1 | …" + std::string(40, 'a') + "X" + std::string(54, 'b') + "…\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("\n  | " + std::string(41, ' ') + "^\n"), std::string::npos) << text;
}

TEST(RenderText, ASpanOverSeveralLinesIsMarkedToTheEndOfTheFirst) {
  EXPECT_EQ(rendered("ab\ncd\n", "b\ncd"),
            "error[source/bad-value]: seen\n --> a.md:1:2\n  |\n1 | ab\n  |  ^\n\n");
}

TEST(RenderText, TheEndOfTheFileHasAPlace) {
  base::SourceMap sources;
  const base::FileId file = sources.add("a.md", "ab");
  base::Diagnostics diagnostics;
  diagnostics.report(Code::source_bad_value, Span{file, 2, 2}, "seen");
  EXPECT_EQ(render_text(diagnostics.all(), sources, false),
            "error[source/bad-value]: seen\n --> a.md:1:3\n  |\n1 | ab\n  |   ^\n\n");
}

TEST(RenderText, WhatWouldSteerTheTerminalIsMadeVisible) {
  const std::string text = rendered("a\x1b[2J\u202Eb\n", "b");
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_NE(text.find("1 | a\uFFFD[2J\uFFFDb\n"), std::string::npos) << text;
}

TEST(RenderText, ColoursComeOnlyWhenAskedFor) {
  EXPECT_EQ(rendered("ab\n", "a").find('\x1b'), std::string::npos);
  EXPECT_EQ(rendered("ab\n", "a", true).find("\x1b[1;31merror[source/bad-value]\x1b[0m"), 0u);
}

TEST(Repetitions, AreShownOnceInTheOrderFound) {
  base::Diagnostics diagnostics;
  diagnostics.report(Code::source_bad_value, Span{}, "second in the alphabet");
  diagnostics.report(Code::source_bad_value, Span{}, "a");
  diagnostics.report(Code::source_bad_value, Span{}, "second in the alphabet");
  const std::vector<base::Diagnostic> kept = without_repetitions(diagnostics.all());
  ASSERT_EQ(kept.size(), 2u);
  EXPECT_EQ(kept[0].message, "second in the alphabet");
  EXPECT_EQ(kept[1].message, "a");
}

}  // namespace
}  // namespace reliure::app

#include <gtest/gtest.h>

#include "app/json.h"
#include "app/places.h"
#include "app/render_diagnostics.h"
#include "base/utf8.h"
#include "source/text.h"

namespace reliure::app {
namespace {

using base::Code;
using base::Span;

class Report : public testing::Test {
 protected:
  Report() {
    const base::FileId file = sources_.add("a b/é.md", "é: \"x\"\ny\n");
    diagnostics_.report(Code::source_bad_value, Span{file, 4, 7}, "`title` is `\"x\"`", "write a text")
        .labels.push_back({Span{file, 8, 9}, "and here"});
    diagnostics_.report(Code::source_missing_manifest, Span{}, "none");
  }
  base::SourceMap sources_;
  base::Diagnostics diagnostics_;
};

TEST_F(Report, JsonHasEveryFieldAndColumnsInCodePoints) {
  EXPECT_EQ(render_json(diagnostics_.all(), sources_),
            R"({"diagnostics": [
  {"code": "source/bad-value", "severity": "error", "message": "`title` is `\"x\"`", "file": "a b/é.md", "line": 1, "column": 4, "endLine": 1, "endColumn": 7, "begin": 4, "end": 7, "labels": [{"message": "and here", "file": "a b/é.md", "line": 2, "column": 1, "endLine": 2, "endColumn": 2, "begin": 8, "end": 9}], "hints": ["write a text"]},
  {"code": "source/missing-manifest", "severity": "error", "message": "none", "labels": [], "hints": []}
]}
)");
}

TEST(Reports, OffsetsAreThoseOfTheFilesBytesAndTheReportIsUtf8) {
  base::SourceMap sources;
  base::Diagnostics diagnostics;
  source::MemoryFiles files;
  files.add("a.md", "\xEF\xBB\xBFx\xE9y\xE9 link");
  const base::FileId file = *source::read_text(files, "a.md", sources, diagnostics);
  const auto link = static_cast<std::uint32_t>(sources.text(file).find("link"));
  diagnostics.report(Code::source_bad_value, Span{file, link, link + 4}, "seen \xE9", "write");
  const std::string json = render_json(diagnostics.all(), sources);
  EXPECT_EQ(base::first_invalid(json), std::nullopt);
  EXPECT_NE(json.find(R"("column": 2, "endLine": 1, "endColumn": 3, "begin": 4, "end": 5,)"),
            std::string::npos)
      << json;
  EXPECT_NE(json.find(R"("column": 6, "endLine": 1, "endColumn": 10, "begin": 8, "end": 12,)"),
            std::string::npos)
      << json;
}

TEST_F(Report, SarifNamesRulesPlacesAndTheUnitOfColumns) {
  const std::string sarif = render_sarif(diagnostics_.all(), sources_);
  const auto holds = [&](std::string_view part) { return sarif.find(part) != std::string::npos; };
  EXPECT_TRUE(holds(R"("version": "2.1.0")"));
  EXPECT_TRUE(holds(R"("columnKind": "unicodeCodePoints")"));
  EXPECT_TRUE(holds(R"({"id": "source/bad-value", "shortDescription")"));
  EXPECT_TRUE(holds(R"("artifactLocation": {"uri": "a%20b/%C3%A9.md"})"));
  EXPECT_TRUE(holds(R"("region": {"startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 7})"));
  EXPECT_TRUE(holds(R"(\nhint: write a text)"));
  EXPECT_TRUE(holds(R"("relatedLocations": [{"message": {"text": "and here"})"));
}

TEST(Reports, WithoutDiagnosticsAreWellFormed) {
  EXPECT_EQ(render_json({}, base::SourceMap()), "{\"diagnostics\": []}\n");
  EXPECT_NE(render_sarif({}, base::SourceMap()).find("\"results\": []"), std::string::npos);
}

TEST(Json, EscapesWhatAStringCannotHold) {
  EXPECT_EQ(json_string("a\"b\\c\n\x01é\xFF"), "\"a\\\"b\\\\c\\n\\u0001é\uFFFD\"");
}

TEST(CodeTable, HasARowForEveryCode) {
  const std::string table = render_code_table();
  for (const base::CodeInfo& info : base::all_codes()) {
    EXPECT_NE(table.find("| `" + std::string(info.name) + "` | "), std::string::npos) << info.name;
  }
}

TEST(Places, AgreeWithTheSourceMapInAnyOrder) {
  base::SourceMap sources;
  const base::FileId file = sources.add("a.md", "é\n\nab é\r\n日");
  Places places(sources);
  for (const std::size_t offset : {11u, 0u, 2u, 3u, 4u, 9u, 7u, 14u, 1000u}) {
    const base::Place expected = sources.place(file, offset);
    const base::Place place = places.place(file, offset);
    EXPECT_EQ(place.line, expected.line) << offset;
    EXPECT_EQ(place.column, expected.column) << offset;
  }
}

}  // namespace
}  // namespace reliure::app

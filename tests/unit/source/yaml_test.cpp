#include "source/yaml.h"

#include <gtest/gtest.h>

#include "base/source_map.h"

namespace reliure::source {
namespace {

struct Parsed {
  base::SourceMap sources;
  base::Diagnostics diagnostics;
  std::optional<Yaml> yaml;
};

Parsed parse(std::string text) {
  Parsed parsed;
  const base::FileId file = parsed.sources.add("x.yaml", std::move(text));
  const auto size = static_cast<std::uint32_t>(parsed.sources.text(file).size());
  parsed.yaml = parse_yaml(parsed.sources.text(file), {file, 0, size}, parsed.diagnostics);
  return parsed;
}

TEST(Yaml, SpansCoverScalarsAsWritten) {
  const Parsed parsed = parse("é: à\r\ntwo: \"x \\\" y\" # c\nthree: 'it''s'\n");
  ASSERT_TRUE(parsed.yaml);
  EXPECT_EQ(parsed.sources.excerpt(parsed.yaml->find("é")->span), "à");
  EXPECT_EQ(parsed.sources.excerpt(parsed.yaml->find("two")->span), "\"x \\\" y\"");
  EXPECT_EQ(parsed.sources.excerpt(parsed.yaml->find("three")->span), "'it''s'");
  EXPECT_EQ(parsed.sources.excerpt(parsed.yaml->keys[1].span), "two");
}

TEST(Yaml, AliasesRepeatTheirAnchor) {
  const Parsed parsed = parse("a: &x [1, 2]\nb: *x\n");
  ASSERT_TRUE(parsed.yaml);
  EXPECT_EQ(parsed.yaml->find("b")->items.size(), 2u);
}

TEST(Yaml, AnAliasBombIsRefused) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "*a" + std::to_string(i - 1) + ", ";
    std::string line = "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int n = 0; n < 10; ++n) {
      line += before;
    }
    bomb += line + "x]\n";
  }
  const Parsed parsed = parse(bomb);
  EXPECT_FALSE(parsed.yaml);
  ASSERT_EQ(parsed.diagnostics.all().size(), 1u);
  EXPECT_EQ(parsed.diagnostics.all()[0].message, "aliases (`*name`) repeat too much");
}

TEST(Yaml, AnAliasInsideItsAnchorIsRefused) {
  const Parsed parsed = parse("a: &x [1, *x]\n");
  EXPECT_FALSE(parsed.yaml);
  ASSERT_EQ(parsed.diagnostics.all().size(), 1u);
  EXPECT_EQ(parsed.diagnostics.all()[0].message, "an alias stands inside the value that it repeats");
}

TEST(Yaml, DeepNestingIsRefusedBeforeTheStackEnds) {
  const Parsed parsed = parse(std::string(200'000, '['));
  EXPECT_FALSE(parsed.yaml);
  EXPECT_EQ(parsed.diagnostics.all().size(), 1u);
}

TEST(Yaml, ErrorsPointAtTheirPlace) {
  const Parsed parsed = parse("title: b\nsubtitle: a: b\n");
  EXPECT_FALSE(parsed.yaml);
  ASSERT_EQ(parsed.diagnostics.all().size(), 1u);
  const base::Diagnostic& found = parsed.diagnostics.all()[0];
  const base::Place place = parsed.sources.place(found.span.file, found.span.begin);
  EXPECT_EQ(found.message, "a `:` stands where no value can begin");
  EXPECT_EQ(place.line, 2u);
  EXPECT_EQ(place.column, 12u);
}

TEST(Yaml, AQuoteThatIsNeverClosedIsReportedWhereItOpens) {
  for (const char* text : {"a: 1\nb: \"c\nd: e\n", "a: 1\nb: 'it''s\nd: e\n"}) {
    const Parsed parsed = parse(text);
    EXPECT_FALSE(parsed.yaml);
    ASSERT_EQ(parsed.diagnostics.all().size(), 1u);
    const base::Diagnostic& found = parsed.diagnostics.all()[0];
    EXPECT_EQ(found.message, "a quote is opened and not closed");
    EXPECT_EQ(found.span.begin, 8u);
  }
  EXPECT_EQ(parse("a: \"b\n  c\"\nd: 'e\n  f'\n").yaml->find("d")->scalar, "e f");
}

TEST(Yaml, ASecondDocumentIsReported) {
  const Parsed parsed = parse("a: 1\n---\nb: 2\n");
  ASSERT_TRUE(parsed.yaml);
  ASSERT_EQ(parsed.diagnostics.all().size(), 1u);
  EXPECT_EQ(parsed.diagnostics.all()[0].message, "a second document begins here");
  EXPECT_EQ(parsed.diagnostics.all()[0].span.begin, 9u);
  EXPECT_TRUE(parse("---\na: 1\n---\n").diagnostics.all().empty());
}

TEST(Yaml, AKeyThatStandsTwiceIsReportedAndTheFirstCounts) {
  const Parsed parsed = parse("a: 1\nb: 2\na: 3\n");
  ASSERT_EQ(parsed.diagnostics.all().size(), 1u);
  EXPECT_EQ(parsed.diagnostics.all()[0].message, "the key `a` stands twice");
  EXPECT_EQ(parsed.yaml->find("a")->scalar, "1");
}

TEST(Yaml, AKeyMustBeAWord) {
  const Parsed parsed = parse("? [x]\n: y\n");
  ASSERT_EQ(parsed.diagnostics.all().size(), 1u);
  EXPECT_EQ(parsed.diagnostics.all()[0].message, "a key is not a word");
}

TEST(Yaml, AnEmptyDocumentIsNull) { EXPECT_EQ(parse("# only a comment\n").yaml->kind, Yaml::Kind::null); }

}  // namespace
}  // namespace reliure::source

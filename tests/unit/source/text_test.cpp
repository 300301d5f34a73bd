#include "source/text.h"

#include <gtest/gtest.h>

#include "unit/source/loaded.h"

namespace reliure::source {
namespace {

constexpr std::string_view kManifest = "title: T\nlanguage: fr\n";

TEST(Text, AByteOrderMarkIsDropped) {
  const Loaded loaded =
      load_book({{"book.yaml", "\xEF\xBB\xBF" + std::string(kManifest)}, {"a.md", "\xEF\xBB\xBFtext"}});
  EXPECT_EQ(reported(loaded), Lines{});
  EXPECT_EQ(loaded.tree.sources.text(loaded.tree.pages[0].file), "text");
}

TEST(Text, LineEndsStayAsTheyAre) {
  const Loaded loaded =
      load_book({{"book.yaml", std::string(kManifest)}, {"a.md", "---\r\ntitle: A\r\n---\r\nb\r\n"}});
  const Page& page = loaded.tree.pages[0];
  EXPECT_EQ(page.front_matter.title, "A");
  EXPECT_EQ(loaded.tree.sources.text(page.file).substr(page.body), "b\r\n");
}

TEST(Text, WhatIsNotUtf8IsReplacedAndReportedAtItsFirstByte) {
  const Loaded loaded = load_book({{"book.yaml", std::string(kManifest)}, {"a.md", "caf\xE9 ol\xE9\n"}});
  EXPECT_EQ(reported(loaded),
            Lines{"a.md:1:4 source/not-utf8: the byte `0xE9` is not UTF-8, the first of 2 such bytes"});
  EXPECT_EQ(loaded.tree.sources.text(loaded.tree.pages[0].file), "caf\xEF\xBF\xBD ol\xEF\xBF\xBD\n");
}

TEST(Text, Utf16IsRecognized) {
  const Loaded loaded =
      load_book({{"book.yaml", std::string(kManifest)}, {"a.md", std::string("\xFF\xFE\x61\0", 4)}});
  ASSERT_EQ(loaded.diagnostics.all().size(), 1u);
  EXPECT_EQ(loaded.diagnostics.all()[0].hints, Lines{"the file looks like UTF-16: save it as UTF-8"});
}

TEST(Text, AnEndlessFileIsRefused) {
  const Loaded loaded =
      load_book({{"book.yaml", std::string(kManifest)}, {"a.md", std::string((64u << 20) + 1, 'x')}});
  EXPECT_EQ(reported(loaded), Lines{"a.md:1:1 source/too-large: `a.md` is larger than 64 MiB"});
}

}  // namespace
}  // namespace reliure::source

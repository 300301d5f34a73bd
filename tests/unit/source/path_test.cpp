#include <gtest/gtest.h>

#include "source/file_system.h"

namespace reliure::source {
namespace {

TEST(Path, NormalizingResolvesPointsByName) {
  EXPECT_EQ(normalized("a/./b/../c"), "a/c");
  EXPECT_EQ(normalized("./"), "");
  EXPECT_EQ(normalized("/a/../../b"), "/b");
  EXPECT_EQ(normalized("a//b/"), "a/b");
}

TEST(Path, NormalizingKeepsWhatLeavesTheStart) {
  EXPECT_EQ(normalized("a/../../b"), "../b");
  EXPECT_EQ(normalized("../../b"), "../../b");
}

TEST(Path, NothingLeavesTheProgramsOwnFiles) {
  EXPECT_EQ(normalized("reliure:/fonts/../styles/base.css"), "reliure:/styles/base.css");
  EXPECT_EQ(normalized("reliure:/../../etc/passwd"), "reliure:/etc/passwd");
}

TEST(Path, JoiningSeesTheSecondFromTheFirst) {
  EXPECT_EQ(joined("a/b", "../c"), "a/c");
  EXPECT_EQ(joined("", "c"), "c");
  EXPECT_EQ(joined("a", "/c"), "/c");
  EXPECT_EQ(joined("a", "reliure:/styles/base.css"), "reliure:/styles/base.css");
  EXPECT_EQ(joined("a", ""), "a");
  EXPECT_EQ(joined("/", "a"), "/a");
}

TEST(Path, FolderIsWhatStandsBeforeTheLastSlash) {
  EXPECT_EQ(folder_of("a/b/c.md"), "a/b");
  EXPECT_EQ(folder_of("c.md"), "");
  EXPECT_EQ(folder_of("/c.md"), "/");
}

TEST(Path, BelowAFolderMeansWholeNames) {
  EXPECT_TRUE(is_below("a/b", "a"));
  EXPECT_FALSE(is_below("ab", "a"));
  EXPECT_TRUE(is_below("a", ""));
  EXPECT_FALSE(is_below("../a", ""));
  EXPECT_FALSE(is_below("/a", ""));
  EXPECT_TRUE(is_below("/a", "/"));
}

}  // namespace
}  // namespace reliure::source

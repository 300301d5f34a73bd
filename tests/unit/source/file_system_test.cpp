#include "source/file_system.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace reliure::source {
namespace {

namespace fs = std::filesystem;

/// A folder on disk that is gone after the test.
class DiskFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "reliure-XXXXXX").native();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = fs::canonical(name).native();
  }
  void TearDown() override { fs::remove_all(folder_); }
  Path write(const Path& name, const base::Bytes& content) {
    const fs::path path = fs::path(folder_) / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    return path.native();
  }
  Path folder_;
};

TEST(MemoryFiles, ListingIsSortedAndPassesOverHiddenFilesAndPackages) {
  const MemoryFiles files(
      {{"a/c.md", ""}, {"a/b/d.md", ""}, {"a/.git/x", ""}, {"a/node_modules/y.md", ""}, {"b.md", ""}});
  EXPECT_EQ(files.list("a"), (std::vector<Path>{"a/b/d.md", "a/c.md"}));
  EXPECT_EQ(files.list(""), (std::vector<Path>{"a/b/d.md", "a/c.md", "b.md"}));
}

TEST(MemoryFiles, ListingPassesOverSites) {
  const MemoryFiles files({{"a/c.md", ""}, {"a/site/.reliure-site", ""}, {"a/site/x/c.html", ""}});
  EXPECT_EQ(files.list(""), (std::vector<Path>{"a/c.md"}));
  EXPECT_EQ(files.list("a"), (std::vector<Path>{"a/c.md"}));
}

TEST(MemoryFiles, FoldersAreThereWithoutBeingFiles) {
  const MemoryFiles files(std::map<Path, base::Bytes>{{"a/c.md", "text"}});
  EXPECT_FALSE(files.exists("a"));
  EXPECT_EQ(files.canonical("a"), "a");
  EXPECT_EQ(files.canonical("a/../a/c.md"), "a/c.md");
  EXPECT_EQ(files.canonical("b"), std::nullopt);
  EXPECT_EQ(files.read("a/./c.md"), "text");
}

TEST(EmbeddedFiles, AreReadUnderTheProgramsOwnPaths) {
  const DiskFiles files;
  const auto fonts = files.read("reliure:/fonts/fonts.yaml");
  ASSERT_TRUE(fonts);
  EXPECT_NE(fonts->find("family: Source Serif 4"), std::string::npos);
  EXPECT_TRUE(files.exists("reliure:/hyphenation/hyph_fr.dic"));
  EXPECT_FALSE(files.exists("reliure:/fonts"));
  EXPECT_EQ(files.read("reliure:/nothing"), std::nullopt);
}

TEST(EmbeddedFiles, EqualTheFilesTheyWereMadeFrom) {
  const DiskFiles files;
  for (const Path& path : files.list("reliure:/fonts")) {
    const Path original = joined(RELIURE_SOURCE_DIR, path.substr(std::string_view("reliure:/").size()));
    EXPECT_EQ(files.read(path), files.read(original)) << path;
  }
  EXPECT_GE(files.list("reliure:/fonts").size(), 10u);
}

TEST_F(DiskFilesTest, ReadsWholeFiles) {
  const base::Bytes content = std::string("a\0b", 3) + std::string(100'000, 'x');
  EXPECT_EQ(DiskFiles().read(write("a.bin", content)), content);
  EXPECT_EQ(DiskFiles().read(folder_ + "/none"), std::nullopt);
  EXPECT_EQ(DiskFiles().read(folder_), std::nullopt);
}

TEST_F(DiskFilesTest, APipeIsNoFile) {
  const Path pipe = folder_ + "/pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(DiskFiles().read(pipe), std::nullopt);
  EXPECT_FALSE(DiskFiles().exists(pipe));
}

TEST_F(DiskFilesTest, ListingIsSortedAndPassesOverHiddenFilesAndPackages) {
  write("b.md", "");
  write("a/c.md", "");
  write(".git/x", "");
  write("node_modules/y.md", "");
  EXPECT_EQ(DiskFiles().list(folder_), (std::vector<Path>{folder_ + "/a/c.md", folder_ + "/b.md"}));
  EXPECT_TRUE(DiskFiles().list(folder_ + "/none").empty());
}

TEST_F(DiskFilesTest, ListingPassesOverSites) {
  write("a.md", "");
  write("site/.reliure-site", "");
  write("site/images/c.html", "");
  EXPECT_EQ(DiskFiles().list(folder_), (std::vector<Path>{folder_ + "/a.md"}));
}

TEST_F(DiskFilesTest, LinksToFoldersAreNotFollowed) {
  write("a/c.md", "");
  fs::create_directory_symlink(folder_, folder_ + "/a/loop");
  EXPECT_EQ(DiskFiles().list(folder_), (std::vector<Path>{folder_ + "/a/c.md"}));
}

TEST_F(DiskFilesTest, TheCanonicalPathSeesThroughLinks) {
  const Path file = write("a/c.md", "");
  fs::create_symlink(file, folder_ + "/link.md");
  EXPECT_EQ(DiskFiles().canonical(folder_ + "/link.md"), file);
  EXPECT_EQ(DiskFiles().canonical(folder_ + "/a/../a"), folder_ + "/a");
}

}  // namespace
}  // namespace reliure::source

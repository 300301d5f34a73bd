#include "app/write_output.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>

#include "app/command_error.h"

namespace reliure::app {
namespace {

namespace fs = std::filesystem;

void write_output(const source::Path& path, std::string_view bytes) { write_outputs({{path, bytes}}); }

/// Lets files of this process grow to a size, as a full disk would.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t size) : handler_(signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{size, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int);
};

class WriteOutput : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "reliure-XXXXXX").native();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  source::Path folder_;
};

TEST_F(WriteOutput, ReplacesTheOldFileAndLeavesNothingElse) {
  const source::Path path = folder_ + "/book.pdf";
  write_output(path, "first and longer");
  write_output(path, "second");
  EXPECT_EQ(source::DiskFiles().read(path), "second");
  EXPECT_EQ(files(), 1u);
}

TEST_F(WriteOutput, IsAsOpenAsTheMaskAllows) {
  const mode_t before = umask(027);
  write_output(folder_ + "/book.pdf", "x");
  umask(before);
  struct stat status {};
  ASSERT_EQ(stat((folder_ + "/book.pdf").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0640u);
}

TEST_F(WriteOutput, WhatCannotBeWrittenIsAFailureOfTheMachine) {
  EXPECT_THROW(write_output(folder_ + "/none/book.pdf", "x"), CommandError);
  fs::create_directory(folder_ + "/book.pdf");
  EXPECT_THROW(write_output(folder_ + "/book.pdf", "x"), CommandError);
  EXPECT_EQ(files(), 1u);
}

TEST_F(WriteOutput, WhenTheDiskIsFullEveryOldFileStays) {
  const source::Path pdf = folder_ + "/book.pdf";
  const source::Path epub = folder_ + "/book.epub";
  write_outputs({{pdf, "old"}, {epub, "old"}});
  {
    const SmallDisk disk(1000);
    const std::string large(5000, 'x');
    EXPECT_THROW(write_outputs({{pdf, "new"}, {epub, large}}), CommandError);
  }
  EXPECT_EQ(source::DiskFiles().read(pdf), "old");
  EXPECT_EQ(source::DiskFiles().read(epub), "old");
  EXPECT_EQ(files(), 2u);
}

TEST_F(WriteOutput, AFolderInThePlaceOfOneFileKeepsTheOtherOld) {
  write_output(folder_ + "/book.pdf", "old");
  fs::create_directory(folder_ + "/book.epub");
  EXPECT_THROW(write_outputs({{folder_ + "/book.pdf", "new"}, {folder_ + "/book.epub", "new"}}),
               CommandError);
  EXPECT_EQ(source::DiskFiles().read(folder_ + "/book.pdf"), "old");
  EXPECT_EQ(files(), 2u);
}

/// Writes a folder of these files, each with its name in it.
void write_site(const source::Path& path, const std::vector<std::string>& names) {
  OutputFolder folder{path, {}};
  for (const std::string& name : names) folder.files.push_back({name, name});
  write_outputs({}, {folder});
}

/// What `write_site` says when it fails.
std::string refusal(const source::Path& path) {
  try {
    write_site(path, {"new.html"});
  } catch (const CommandError& error) {
    return error.what();
  }
  return "";
}

TEST_F(WriteOutput, AFolderIsReplacedWithAllThatWasInIt) {
  const source::Path site = folder_ + "/site";
  write_site(site, {"index.html", "images/old/a.png", "b.html"});
  write_site(site, {"index.html", "images/c.png"});
  EXPECT_EQ(source::DiskFiles().read(site + "/index.html"), "index.html");
  EXPECT_EQ(source::DiskFiles().read(site + "/images/c.png"), "images/c.png");
  EXPECT_FALSE(fs::exists(site + "/b.html") || fs::exists(site + "/images/old"));
  EXPECT_EQ(files(), 1u);
  struct stat status {};
  ASSERT_EQ(stat(site.c_str(), &status), 0);
  EXPECT_NE(status.st_mode & S_IXUSR, 0u);
}

TEST_F(WriteOutput, AnEmptyFolderIsAsGoodAsNone) {
  fs::create_directory(folder_ + "/site");
  write_site(folder_ + "/site", {"index.html"});
  EXPECT_EQ(source::DiskFiles().read(folder_ + "/site/index.html"), "index.html");
  EXPECT_EQ(files(), 1u);
}

TEST_F(WriteOutput, AFolderOfOthersStays) {
  const source::Path site = folder_ + "/site";
  fs::create_directory(site);
  write_output(site + "/novel.txt", "ten years of work");
  EXPECT_NE(refusal(site).find("was not made by reliure"), std::string::npos);
  // A list of somebody else's makes it no site of ours.
  write_output(site + "/.reliure-site", "novel.txt\n");
  EXPECT_NE(refusal(site).find("was not made by reliure"), std::string::npos);
  EXPECT_EQ(source::DiskFiles().read(site + "/novel.txt"), "ten years of work");
  EXPECT_EQ(files(), 1u);
}

TEST_F(WriteOutput, AFileOfOthersKeepsTheSiteAroundIt) {
  const source::Path site = folder_ + "/site";
  write_site(site, {"index.html", "images/a.png"});
  write_output(site + "/images/mine.txt", "mine");
  EXPECT_NE(refusal(site).find("holds `images/mine.txt`"), std::string::npos);
  fs::remove(site + "/images/mine.txt");
  fs::create_symlink(folder_, site + "/images/link");
  EXPECT_NE(refusal(site).find("holds `images/link`"), std::string::npos);
  EXPECT_EQ(source::DiskFiles().read(site + "/index.html"), "index.html");
  EXPECT_EQ(files(), 1u);
}

TEST_F(WriteOutput, AFolderTakesNoPlaceOfAFileOrALink) {
  write_output(folder_ + "/file", "x");
  EXPECT_NE(refusal(folder_ + "/file").find("is no folder"), std::string::npos);
  write_site(folder_ + "/site", {"index.html"});
  fs::create_directory_symlink(folder_ + "/site", folder_ + "/link");
  EXPECT_NE(refusal(folder_ + "/link").find("is no folder"), std::string::npos);
  EXPECT_EQ(files(), 3u);
}

TEST_F(WriteOutput, WhenTheDiskIsFullTheOldFolderStays) {
  const source::Path site = folder_ + "/site";
  write_site(site, {"index.html"});
  write_output(folder_ + "/book.pdf", "old");
  {
    const SmallDisk disk(1000);
    const std::string large(5000, 'x');
    const OutputFolder folder{site, {{"index.html", "new"}, {"images/a.png", large}}};
    EXPECT_THROW(write_outputs({{folder_ + "/book.pdf", "new"}}, {folder}), CommandError);
  }
  EXPECT_EQ(source::DiskFiles().read(site + "/index.html"), "index.html");
  EXPECT_EQ(source::DiskFiles().read(folder_ + "/book.pdf"), "old");
  EXPECT_EQ(files(), 2u);
}

TEST_F(WriteOutput, MakesFoldersUnlessAFileIsInTheWay) {
  make_folder(folder_ + "/a/b");
  make_folder(folder_ + "/a/b");
  EXPECT_TRUE(fs::is_directory(folder_ + "/a/b"));
  write_output(folder_ + "/file", "x");
  EXPECT_THROW(make_folder(folder_ + "/file"), CommandError);
  EXPECT_THROW(make_folder(folder_ + "/file/below"), CommandError);
}

TEST_F(WriteOutput, GivesSignalsBackAfterwards) {
  write_output(folder_ + "/book.pdf", "x");
  sigset_t blocked;
  pthread_sigmask(SIG_SETMASK, nullptr, &blocked);
  EXPECT_EQ(sigismember(&blocked, SIGINT), 0);
}

}  // namespace
}  // namespace reliure::app

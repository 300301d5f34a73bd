// A book with mistakes gets an answer, and the last good output stays.
#include <gtest/gtest.h>

#include "books/command.h"
#include "books/library.h"

namespace reliure::books {
namespace {

constexpr std::string_view kManifest = "title: Book\nlanguage: en\ncontent: {pages: [page.md]}\n";

class BadInput : public testing::Test {
 protected:
  /// A good book, built once.
  void SetUp() override {
    write(book() / "book.yaml", kManifest);
    write(book() / "page.md", "# Heading\n\nText.\n");
    ASSERT_EQ(build().status, 0);
    good_pdf = read(only_file(out(), ".pdf"));
    good_epub = read(only_file(out(), ".epub"));
    ASSERT_FALSE(good_pdf.empty());
    ASSERT_FALSE(good_epub.empty());
  }

  fs::path book() const { return folder.path() / "book"; }
  fs::path out() const { return folder.path() / "out"; }
  Finished build() const {
    return run_reliure({"build", (book() / "book.yaml").string(), "-o", out().string()});
  }

  /// The run fails with this code, this place and a hint, and the outputs are the last good ones.
  void expect_refused(const std::string& code, const std::string& place) const {
    const Finished finished = build();
    EXPECT_EQ(finished.status, 1) << finished.err;
    EXPECT_NE(finished.err.find("error[" + code + "]"), std::string::npos) << finished.err;
    EXPECT_NE(finished.err.find(place), std::string::npos) << finished.err;
    EXPECT_NE(finished.err.find("= hint: "), std::string::npos) << finished.err;
    EXPECT_TRUE(read(only_file(out(), ".pdf")) == good_pdf) << "the last PDF is gone";
    EXPECT_TRUE(read(only_file(out(), ".epub")) == good_epub) << "the last EPUB is gone";
    // These two and the booksellers' file.
    EXPECT_EQ(std::distance(fs::directory_iterator(out()), fs::directory_iterator()), 3);
  }

  /// The run into `output` ends with 2, says this, and leaves the last good outputs alone.
  void expect_machine_failed(const fs::path& output, const std::string& message) const {
    const Finished finished = run_reliure({"build", (book() / "book.yaml").string(), "-o", output.string()});
    EXPECT_EQ(finished.status, 2) << finished.err;
    EXPECT_NE(finished.err.find(message), std::string::npos) << finished.err;
    EXPECT_TRUE(read(only_file(out(), ".pdf")) == good_pdf) << "the last PDF is gone";
  }

  const Folder folder;
  std::string good_pdf;
  std::string good_epub;
};

TEST_F(BadInput, AMissingManifest) {
  fs::remove(book() / "book.yaml");
  expect_refused("source/missing-manifest", "book/book.yaml");
}

TEST_F(BadInput, BadYaml) {
  write(book() / "book.yaml", "title: [Book\nlanguage: en\n");
  expect_refused("source/bad-yaml", "book/book.yaml:");
}

TEST_F(BadInput, ATitleThatIsEmpty) {
  for (const char* title : {"title: \"\"", "title: '  '", "title:", "title: ~"}) {
    write(book() / "book.yaml", std::string(title) + "\nlanguage: en\ncontent: {pages: [page.md]}\n");
    expect_refused("source/missing-key", "book/book.yaml:1:");
  }
}

TEST_F(BadInput, AManifestThatIsNotUtf8) {
  write(book() / "book.yaml", "title: B\xE9\nlanguage: en\ncontent: {pages: [page.md]}\n");
  expect_refused("source/not-utf8", "book/book.yaml:1:9");
}

TEST_F(BadInput, AnUnknownKey) {
  write(book() / "book.yaml", std::string(kManifest) + "autors: []\n");
  expect_refused("source/unknown-key", "book/book.yaml:4:1");
}

TEST_F(BadInput, APageThatIsNotUtf8) {
  write(book() / "page.md", "good\n\xE9t\xE9\n");
  expect_refused("source/not-utf8", "book/page.md:2:1");
}

TEST_F(BadInput, APageThatIsMissing) {
  fs::remove(book() / "page.md");
  expect_refused("source/missing-file", "book/book.yaml:3:");
}

TEST_F(BadInput, APictureThatIsMissing) {
  write(book() / "page.md", "![a cat](cat.png)\n");
  expect_refused("content/missing-picture", "book/page.md:1:");
}

TEST_F(BadInput, APictureThatIsCutOff) {
  write(book() / "page.md", "![a cat](cat.png)\n");
  const std::string whole = read(fs::path(RELIURE_SOURCE_DIR) / "tests/books/torture/img/gradient.png");
  write(book() / "cat.png", whole.substr(0, whole.size() / 2));
  expect_refused("image/truncated", "book/page.md:1:");
}

TEST_F(BadInput, APictureCutOffInItsFirstBytes) {
  write(book() / "page.md", "![a cat](cat.png)\n");
  write(book() / "cat.png", "\x89PNG");
  expect_refused("content/unusable-picture", "book/page.md:1:");
}

TEST_F(BadInput, APictureThatIsAnEmptyFile) {
  write(book() / "page.md", "![a cat](cat.png)\n");
  write(book() / "cat.png", "");
  expect_refused("content/unusable-picture", "book/page.md:1:");
}

TEST_F(BadInput, APictureThatIsNoPicture) {
  write(book() / "page.md", "![a cat](cat.png)\n");
  write(book() / "cat.png", "<html><body>404</body></html>\n");
  expect_refused("content/unusable-picture", "book/page.md:1:");
}

TEST_F(BadInput, APictureThatIsAFolder) {
  fs::create_directory(book() / "cat.png");
  write(book() / "page.md", "![a cat](cat.png)\n");
  expect_refused("content/missing-picture", "book/page.md:1:");
}

TEST_F(BadInput, APictureOfAFormatThatIsNotRead) {
  write(book() / "page.md", "![a cat](cat.gif)\n");
  write(book() / "cat.gif", std::string("GIF89a\1\0\1\0\x80\0\0", 13));
  expect_refused("image/unsupported", "book/page.md:1:");
}

TEST_F(BadInput, ACoverThatALinkOfTheDiskLeadsOutsideTheRoot) {
  write(folder.path() / "secret.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
  fs::create_symlink(folder.path() / "secret.svg", book() / "inside.svg");
  write(book() / "book.yaml", std::string(kManifest) + "cover: inside.svg\n");
  expect_refused("content/outside-root", "book/book.yaml");
}

TEST_F(BadInput, ACoverThatIsMissing) {
  write(book() / "book.yaml", std::string(kManifest) + "cover: cover.png\n");
  expect_refused("source/missing-file", "book/book.yaml:4:8");
}

TEST_F(BadInput, APictureOutsideTheRoot) {
  write(folder.path() / "secret.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
  write(book() / "page.md", "![a secret](../secret.svg)\n");
  expect_refused("content/outside-root", "book/page.md:1:");
}

TEST_F(BadInput, APictureThatALinkOfTheDiskLeadsOutsideTheRoot) {
  write(folder.path() / "secret.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
  fs::create_symlink(folder.path() / "secret.svg", book() / "inside.svg");
  write(book() / "page.md", "![a secret](inside.svg)\n");
  expect_refused("content/outside-root", "book/page.md:1:");
}

TEST_F(BadInput, ALinkToNowhere) {
  write(book() / "page.md", "# Heading\n\nsee [that](#headign)\n");
  expect_refused("content/unknown-target", "book/page.md:3:");
}

TEST_F(BadInput, AWarningIsNoReasonToFailUnlessItIsAskedFor) {
  write(book() / "page.md", "a <blurb>word</blurb>\n");
  EXPECT_EQ(build().status, 0);
  const Finished strict =
      run_reliure({"build", (book() / "book.yaml").string(), "-o", out().string(), "--strict"});
  EXPECT_EQ(strict.status, 1) << strict.err;
}

TEST_F(BadInput, MistakesOfTheCommandAreNotMistakesOfTheBook) {
  const std::string manifest = (book() / "book.yaml").string();
  const std::vector<std::vector<std::string>> commands = {{},
                                                          {"bild", manifest},
                                                          {"build"},
                                                          {"build", manifest, "--no-such-option"},
                                                          {"build", manifest, "--stop-after", "nothing"},
                                                          {"build", manifest, "--dump"},
                                                          {"build", manifest, "--jobs", "0"},
                                                          {"build", manifest, "--edition", "vellum"},
                                                          {"build", manifest, "-o", manifest}};
  for (const std::vector<std::string>& command : commands) {
    const Finished finished = run_reliure(command, {{}, folder.path().string()});
    EXPECT_EQ(finished.status, 2) << testing::PrintToString(command) << "\n" << finished.err;
    EXPECT_NE(finished.err, "") << testing::PrintToString(command);
  }
  const Finished epoch =
      run_reliure({"build", manifest}, {{{"SOURCE_DATE_EPOCH", "yesterday"}}, out().string()});
  EXPECT_EQ(epoch.status, 2) << epoch.err;
}

TEST_F(BadInput, AnOutputFolderInAFileIsTheMachinesMistake) {
  write(folder.path() / "file", "");
  expect_machine_failed(folder.path() / "file" / "out",
                        "the folder `" + (folder.path() / "file" / "out").string());
}

TEST_F(BadInput, AnOutputFolderThatIsAFileIsTheMachinesMistake) {
  write(folder.path() / "file", "as before");
  expect_machine_failed(folder.path() / "file", "Not a directory");
  EXPECT_EQ(read(folder.path() / "file"), "as before");
}

TEST_F(BadInput, APlaceThatCannotBeWrittenIsTheMachinesMistake) {
  // Nobody makes a folder there, not even root.
  expect_machine_failed("/proc/reliure/out", "the folder `/proc/reliure/out` cannot be made: ");
  expect_machine_failed("/proc", "cannot be written: ");
}

TEST_F(BadInput, AFolderInThePlaceOfAnOutputIsTheMachinesMistake) {
  const fs::path other = folder.path() / "other";
  fs::create_directories(other / "book.epub");
  expect_machine_failed(other, "book.epub` cannot be written: Is a directory");
  EXPECT_FALSE(fs::exists(other / "book.pdf")) << "one of two outputs is worse than none";
}

}  // namespace
}  // namespace reliure::books

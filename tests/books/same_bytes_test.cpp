// The same book is the same bytes, whoever makes it, where and when.
#include <gtest/gtest.h>

#include "books/command.h"
#include "books/epub.h"
#include "books/library.h"

namespace reliure::books {
namespace {

class SameBytes : public Judged {
 protected:
  /// Makes the book again and compares the files of all editions.
  void expect_same(const fs::path& manifest, std::vector<std::string> more,
                   const Surroundings& surroundings) {
    const Folder folder;
    std::vector<std::string> arguments = {"build", manifest.string(), "-o", folder.path().string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Finished finished = run_reliure(arguments, surroundings);
    ASSERT_EQ(finished.status, 0) << finished.err;
    for (const fs::path& pdf : pdfs()) {
      EXPECT_TRUE(read(folder.path() / pdf.filename()) == read(pdf)) << pdf.filename() << " differs";
    }
    EXPECT_TRUE(read(folder.path() / epub().filename()) == read(epub())) << "the EPUB differs";
  }
};

TEST_P(SameBytes, WithAnyNumberOfThreads) {
  for (const char* jobs : {"1", "2", "7"}) {
    SCOPED_TRACE(jobs);
    expect_same(GetParam().manifest, {"--jobs", jobs}, {});
  }
}

/// `C` and the first locale of the machine that writes numbers with a comma or turns `i` to `İ`.
std::vector<std::string> locales() {
  std::vector<std::string> names = {"C"};
  const std::string known = run({"locale", "-a"}).out;
  for (const char* name : {"fr_FR.utf8", "de_DE.utf8", "tr_TR.utf8", "C.utf8"}) {
    if (known.find(name) != std::string::npos) {
      names.emplace_back(name);
    }
  }
  return names;
}

TEST_P(SameBytes, InAnyLocaleAndTimeZone) {
  for (const std::string& locale : locales()) {
    for (const char* zone : {"Pacific/Kiritimati", "America/New_York"}) {
      SCOPED_TRACE(locale + " " + zone);
      expect_same(GetParam().manifest, {}, {{{"LC_ALL", locale}, {"LANG", locale}, {"TZ", zone}}, {}});
    }
  }
}

TEST_P(SameBytes, FromAnyFolder) {
  const Folder folder;
  expect_same(GetParam().manifest, {}, {{}, folder.path().string()});
  // Named from where it stands.
  expect_same(GetParam().manifest.filename(), {}, {{}, GetParam().manifest.parent_path().string()});
}

TEST_P(SameBytes, WhereverTheBookStands) {
  if (GetParam().name == "corpus") {
    GTEST_SKIP() << "its manifest names where the guide lies";
  }
  const Folder folder;
  const fs::path copy = folder.path() / "elsewhere" / GetParam().manifest.parent_path().filename();
  fs::create_directories(copy.parent_path());
  fs::copy(GetParam().manifest.parent_path(), copy, fs::copy_options::recursive);
  expect_same(copy / "book.yaml", {}, {});
}

TEST_P(SameBytes, TheEpochOfTheSourceIsTheDateOfTheFiles) {
  const Folder folder;
  const Finished finished = run_reliure({"build", GetParam().manifest.string(), "-o", folder.path().string()},
                                        {{{"SOURCE_DATE_EPOCH", "1234567890"}}, {}});
  ASSERT_EQ(finished.status, 0) << finished.err;
  EXPECT_EQ(read_ebook(folder.path() / epub().filename()).modified, "2009-02-13T23:31:30Z");
  for (const fs::path& pdf : pdfs()) {
    const Finished info =
        run({"pdfinfo", "-isodates", (folder.path() / pdf.filename()).string()}, {{{"TZ", "UTC"}}, {}});
    EXPECT_NE(info.out.find("2009-02-13T23:31:30Z"), std::string::npos) << info.out;
  }
}

INSTANTIATE_TEST_SUITE_P(Books, SameBytes, testing::ValuesIn(all_titles()), name_of);

}  // namespace
}  // namespace reliure::books

#pragma once
// The books that are judged: the project's own, the torture book, and the corpus where it is at hand.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "property/compiled.h"

namespace reliure::books {

namespace fs = std::filesystem;

struct Title {
  /// Fit for a test's name.
  std::string name;
  fs::path manifest;
  /// Why it cannot be judged here, else empty.
  std::string missing;
};

std::vector<Title> all_titles();
/// Pages in Arabic, Hebrew, Hindi, Thai, Japanese and Chinese.
Title scripts_title();
/// The project's own guide, in all editions.
Title own_guide();
/// The project's own manual.
Title own_manual();
/// The real guide of the first users.
Title corpus();
/// The corpus in all editions that the program has styles for.
Title corpus_in_all_editions();

/// A folder of its own that is removed at the end.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string read(const fs::path& path);
void write(const fs::path& path, std::string_view text);
/// The one file of `folder` with this ending; empty where there is none, or more than one.
fs::path only_file(const fs::path& folder, std::string_view ending);

/// A book as the program made it. Each is made once for all tests of a program.
struct Made {
  /// Of the first PDF edition, which is the one that `Compiled` holds the pages of.
  fs::path pdf;
  /// Of the first e-book.
  fs::path epub;
  /// Of all PDF editions, in the manifest's order.
  std::vector<fs::path> pdfs;
  /// What the program said.
  std::string said;
  int status = 0;
};
const Made& made(const Title& title);

/// The files that a manifest's editions of this format are written to, in its order.
std::vector<fs::path> files_of(const Title& title, const fs::path& folder, source::Format format);

/// The same book's stages. Reading its finished files needs to know what should be in them.
const laws::Compiled& compiled(const Title& title);

/// Tests that run for every book.
class Judged : public testing::TestWithParam<Title> {
 protected:
  void SetUp() override {
    if (!GetParam().missing.empty()) {
      GTEST_SKIP() << GetParam().missing;
    }
    ASSERT_EQ(made(GetParam()).status, 0) << made(GetParam()).said;
  }
  const fs::path& pdf() const { return made(GetParam()).pdf; }
  const fs::path& epub() const { return made(GetParam()).epub; }
  const std::vector<fs::path>& pdfs() const { return made(GetParam()).pdfs; }
  const laws::Compiled& stages() const { return compiled(GetParam()); }
};

inline std::string name_of(const testing::TestParamInfo<Title>& info) { return info.param.name; }

}  // namespace reliure::books

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
/// The one file of `folder` with this ending; empty where there is none.
fs::path only_file(const fs::path& folder, std::string_view ending);

/// A book as the program made it. Each is made once for all tests of a program.
struct Made {
  fs::path pdf;
  fs::path epub;
  /// What the program said.
  std::string said;
  int status = 0;
};
const Made& made(const Title& title);

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
  const laws::Compiled& stages() const { return compiled(GetParam()); }
};

inline std::string name_of(const testing::TestParamInfo<Title>& info) { return info.param.name; }

}  // namespace reliure::books

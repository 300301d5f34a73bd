// Registers every case of `tests/suite/STAGE/*.case` as a test `STAGE.name`.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "suite/case.h"
#include "suite/diff.h"
#include "suite/run.h"

namespace reliure::suite {
namespace {

namespace fs = std::filesystem;

constexpr std::pair<const char*, app::Stage> kStages[] = {{"source", app::Stage::source},
                                                          {"manuscript", app::Stage::manuscript},
                                                          {"styles", app::Stage::styles},
                                                          {"pages", app::Stage::pages}};

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

CaseFile read_cases(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return parse_cases(std::string(std::istreambuf_iterator<char>(stream), {}));
}

/// GoogleTest's filters take `-` for "not".
std::string test_name(std::string name) {
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

class CaseTest : public testing::Test {
 public:
  CaseTest(fs::path path, app::Stage stage, Case written)
      : path_(std::move(path)), stage_(stage), written_(std::move(written)) {}

  void TestBody() override {
    const Case seen = run(written_, stage_);
    if (expects_something(written_) && print(seen) == print(written_)) {
      return;
    }
    if (!is_set("RELIURE_BLESS")) {
      ADD_FAILURE() << (expects_something(written_) ? "" : "the case expects nothing\n") << explanation(seen);
    } else if (is_set("CI")) {
      ADD_FAILURE() << "RELIURE_BLESS is refused where CI is set: what comes out must be looked at\n"
                    << explanation(seen);
    } else {
      bless(seen);
    }
  }

 private:
  std::string explanation(const Case& seen) const {
    const std::string command = std::string(RELIURE_SUITE_PROGRAM) +
                                " --gtest_filter=" + path_.parent_path().filename().string() + "." +
                                test_name(written_.name);
    return path_.string() + ": " + written_.name + "\n" + diff(print(written_), print(seen)) +
           "run it alone:   " + command + "\nif it is right: RELIURE_BLESS=1 " + command + "\n";
  }

  void bless(const Case& seen) const {
    CaseFile file = read_cases(path_);
    for (Case& value : file.cases) {
      if (value.name == seen.name) {
        value = seen;
      }
    }
    std::ofstream(path_, std::ios::binary) << print(file);
  }

  fs::path path_;
  app::Stage stage_;
  Case written_;
};

void register_cases() {
  for (const auto& [name, stage] : kStages) {
    std::set<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(fs::path(RELIURE_SOURCE_DIR) / "tests/suite" / name)) {
      paths.insert(entry.path());
    }
    for (const fs::path& path : paths) {
      for (const Case& value : read_cases(path).cases) {
        testing::RegisterTest(
            name, test_name(value.name).c_str(), nullptr, nullptr, path.c_str(), 1,
            [path, stage = stage, value]() -> testing::Test* { return new CaseTest(path, stage, value); });
      }
    }
  }
}

}  // namespace
}  // namespace reliure::suite

int main(int count, char** arguments) {
  testing::InitGoogleTest(&count, arguments);
  reliure::suite::register_cases();
  return RUN_ALL_TESTS();
}

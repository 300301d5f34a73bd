// The pictures of a real guide, where it is at hand.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "unit/image/decoded.h"

namespace reliure::image {
namespace {

std::filesystem::path corpus() {
  const char* set = std::getenv("RELIURE_CORPUS");
  return set != nullptr ? std::filesystem::path(set)
                        : std::filesystem::path(RELIURE_SOURCE_DIR) / "../shared/corpus";
}

TEST(Corpus, EveryPictureIsReadAndNothingIsLeftOut) {
  const std::filesystem::path root = corpus() / "guide-achats" / "img";
  if (!std::filesystem::exists(root)) {
    GTEST_SKIP() << "no corpus at " << root;
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) {
      continue;
    }
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    const Decoded result = decoded(bytes.str(), entry.path().filename().string());
    EXPECT_TRUE(result.has_content()) << entry.path();
    for (const base::Diagnostic& diagnostic : result.diagnostics.all()) {
      ADD_FAILURE() << diagnostic.message;
    }
  }
}

}  // namespace
}  // namespace reliure::image

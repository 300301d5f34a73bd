#include "source/identifier.h"

#include <gtest/gtest.h>

namespace reliure::source {
namespace {

// The expected values are Python's `uuid.uuid5(uuid.NAMESPACE_URL, name)`.
TEST(Identifier, IsAVersionFiveUuid) {
  EXPECT_EQ(identifier_from(""), "urn:uuid:1b4db7eb-4057-5ddf-91e0-36dec72071f5");
  EXPECT_EQ(identifier_from("https://example.org/"), "urn:uuid:527dda32-a0de-5105-a042-cb475b5f7d11");
}

TEST(Identifier, ALongNameFillsSeveralBlocks) {
  EXPECT_EQ(identifier_from(std::string(200, 'x')), "urn:uuid:cd3580b9-d244-586a-8077-74317319b48d");
}

}  // namespace
}  // namespace reliure::source

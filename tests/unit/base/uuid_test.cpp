#include "base/uuid.h"

#include <gtest/gtest.h>

namespace reliure::base {
namespace {

// The expected values are Python's `uuid.uuid5(uuid.NAMESPACE_URL, name)`.
TEST(Uuid, IsAVersionFiveUuid) {
  EXPECT_EQ(uuid_urn(""), "urn:uuid:1b4db7eb-4057-5ddf-91e0-36dec72071f5");
  EXPECT_EQ(uuid_urn("https://example.org/"), "urn:uuid:527dda32-a0de-5105-a042-cb475b5f7d11");
  EXPECT_EQ(uuid_urn("http://www.ietf.org/rfc/rfc4122.txt"), "urn:uuid:d0690b3c-b29d-52e7-81b0-d573b503f2d4");
}

TEST(Uuid, ALongNameFillsSeveralBlocks) {
  EXPECT_EQ(uuid_urn(std::string(200, 'x')), "urn:uuid:cd3580b9-d244-586a-8077-74317319b48d");
}

}  // namespace
}  // namespace reliure::base

#pragma once
// Identifiers made from names, the same for the same name (UUID version 5; RFC 9562, section 5.5).
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace reliure::epub {

/// SHA-1 (FIPS 180-4); here to name things, not to guard them.
std::array<std::uint8_t, 20> sha1(std::string_view message);

/// `urn:uuid:` and the version 5 UUID of `name` in the namespace of URLs.
std::string uuid_urn(std::string_view name);

}  // namespace reliure::epub

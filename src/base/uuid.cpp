#include "base/uuid.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace reliure::base {
namespace {

/// RFC 9562 §6.6: 6ba7b811-9dad-11d1-80b4-00c04fd430c8, the namespace for URLs.
constexpr std::string_view kUrlNamespace("\x6b\xa7\xb8\x11\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8",
                                         16);

using Digest = std::array<std::uint32_t, 5>;

std::uint32_t big_endian(std::string_view text, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value = value << 8 | static_cast<unsigned char>(text[offset + i]);
  }
  return value;
}

/// The round's function and constant (FIPS 180-4 §4.1.1 and §4.2.1).
std::uint32_t mix(std::size_t round, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  switch (round / 20) {
    case 0:
      return ((b & c) | (~b & d)) + 0x5A827999;
    case 1:
      return (b ^ c ^ d) + 0x6ED9EBA1;
    case 2:
      return ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC;
    default:
      return (b ^ c ^ d) + 0xCA62C1D6;
  }
}

void add_block(std::string_view block, Digest& digest) {
  std::array<std::uint32_t, 80> words{};
  for (std::size_t i = 0; i < 16; ++i) {
    words[i] = big_endian(block, 4 * i);
  }
  for (std::size_t i = 16; i < 80; ++i) {
    words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  }
  auto [a, b, c, d, e] = digest;
  for (std::size_t i = 0; i < 80; ++i) {
    const std::uint32_t next = std::rotl(a, 5) + mix(i, b, c, d) + e + words[i];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  digest = {digest[0] + a, digest[1] + b, digest[2] + c, digest[3] + d, digest[4] + e};
}

/// SHA-1 (FIPS 180-4), which version 5 prescribes; nothing here is meant to be secret.
Digest sha1(std::string message) {
  const std::uint64_t bits = std::uint64_t{message.size()} * 8;
  message += '\x80';
  message.resize((message.size() + 8 + 63) / 64 * 64 - 8, '\0');
  for (int shift = 56; shift >= 0; shift -= 8) {
    message += static_cast<char>(bits >> shift & 0xFF);
  }
  Digest digest = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  for (std::size_t offset = 0; offset < message.size(); offset += 64) {
    add_block(std::string_view(message).substr(offset, 64), digest);
  }
  return digest;
}

}  // namespace

std::string uuid_urn(std::string_view name) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  Digest digest = sha1(std::string(kUrlNamespace).append(name));
  digest[1] = (digest[1] & 0xFFFF0FFF) | 0x5000;      // version 5
  digest[2] = (digest[2] & 0x3FFFFFFF) | 0x80000000;  // the variant of RFC 9562
  std::string text = "urn:uuid:";
  for (std::size_t i = 0; i < 32; ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) {
      text += '-';
    }
    text += kDigits[digest[i / 8] >> (28 - 4 * (i % 8)) & 15];
  }
  return text;
}

}  // namespace reliure::base

#include "base/utf8.h"

namespace reliure::base {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

constexpr bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

constexpr bool is_surrogate(char32_t character) { return character >= 0xD800 && character <= 0xDFFF; }

/// The length that a lead byte announces, 0 for a byte that cannot lead.
constexpr std::size_t sequence_size(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

/// The sequence at `offset`; size 0 where it is not UTF-8.
Decoded decode_strictly(std::string_view text, std::size_t offset) {
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const auto lead = static_cast<unsigned char>(text[offset]);
  const std::size_t size = sequence_size(lead);
  if (size == 1) return {lead, 1};
  if (size == 0 || text.size() - offset < size) return {kReplacement, 0};
  char32_t character = lead & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[offset + i]);
    if (!is_continuation(byte)) return {kReplacement, 0};
    character = character << 6 | (byte & 0x3Fu);
  }
  if (character < kSmallest[size] || is_surrogate(character) || character > 0x10FFFF)
    return {kReplacement, 0};
  return {character, size};
}

}  // namespace

Decoded decode(std::string_view text, std::size_t offset) {
  const Decoded decoded = decode_strictly(text, offset);
  return decoded.size == 0 ? Decoded{kReplacement, 1} : decoded;
}

void encode(char32_t character, std::string& out) {
  if (is_surrogate(character) || character > 0x10FFFF) {
    character = kReplacement;
  }
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xC0 | character >> 6);
    put(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    put(0xE0 | character >> 12);
    put(0x80 | (character >> 6 & 0x3F));
    put(0x80 | (character & 0x3F));
  } else {
    put(0xF0 | character >> 18);
    put(0x80 | (character >> 12 & 0x3F));
    put(0x80 | (character >> 6 & 0x3F));
    put(0x80 | (character & 0x3F));
  }
}

std::optional<std::size_t> first_invalid(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t size = decode_strictly(text, offset).size;
    if (size == 0) return offset;
    offset += size;
  }
  return std::nullopt;
}

std::size_t last_character(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && is_continuation(static_cast<unsigned char>(text[at]))) {
    --at;
  }
  return at;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    offset += decode(text, offset).size;
  }
  return count;
}

}  // namespace reliure::base

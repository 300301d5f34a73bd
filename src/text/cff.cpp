#include "text/cff.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/sfnt.h"

namespace reliure::text {
namespace {

std::size_t byte_at(std::string_view bytes, std::size_t offset) {
  return offset < bytes.size() ? static_cast<unsigned char>(bytes[offset]) : 0;
}

/// A big-endian number of `size` bytes (1 to 4).
std::size_t read_offset(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    value = value << 8 | byte_at(bytes, at + i);
  }
  return value;
}

/// An INDEX (§5): objects one behind the other.
struct Index {
  std::size_t count = 0;
  std::string_view first;
  /// Where the bytes behind it begin.
  std::size_t end = 0;
};

std::optional<Index> read_index(std::string_view table, std::size_t at) {
  constexpr std::size_t kHead = 3;  // count and the size of an offset
  const std::size_t count = read_u16(table, at);
  if (count == 0) return Index{0, {}, at + 2};
  const std::size_t size = byte_at(table, at + 2);
  if (size < 1 || size > 4) return std::nullopt;
  // Offsets count from the byte before the objects.
  const std::size_t base = at + kHead + (count + 1) * size - 1;
  const std::size_t begin = base + read_offset(table, at + kHead, size);
  const std::size_t next = base + read_offset(table, at + kHead + size, size);
  const std::size_t end = base + read_offset(table, at + kHead + count * size, size);
  if (begin > next || next > end || end > table.size()) return std::nullopt;
  return Index{count, table.substr(begin, next - begin), end};
}

/// What of a Top DICT counts here (§9).
struct TopDict {
  bool has_ros = false;
  std::size_t charset = 0;
  std::size_t char_strings = 0;
};

/// The bytes of the operand at `at`, and its value where it is an integer (§4).
struct Operand {
  std::size_t size = 1;
  std::int64_t value = 0;
};

Operand read_operand(std::string_view dict, std::size_t at) {
  const std::size_t first = byte_at(dict, at);
  const auto second = static_cast<std::int64_t>(byte_at(dict, at + 1));
  if (first == 28) return {3, static_cast<std::int16_t>(read_u16(dict, at + 1))};
  if (first == 29) return {5, static_cast<std::int32_t>(read_u32(dict, at + 1))};
  if (first == 30) {  // a real: half bytes up to 0xF
    std::size_t size = 2;
    while (at + size <= dict.size() && (byte_at(dict, at + size - 1) & 0xF) != 0xF &&
           byte_at(dict, at + size - 1) >> 4 != 0xF) {
      ++size;
    }
    return {size, 0};
  }
  const auto number = static_cast<std::int64_t>(first);
  if (first >= 247 && first <= 250) return {2, (number - 247) * 256 + second + 108};
  if (first >= 251 && first <= 254) return {2, -(number - 251) * 256 - second - 108};
  return {1, number - 139};
}

TopDict read_top_dict(std::string_view dict) {
  constexpr std::size_t kCharset = 15, kCharStrings = 17, kEscape = 12, kRos = 30, kLastOperator = 21;
  TopDict found;
  std::int64_t last = 0;
  for (std::size_t at = 0; at < dict.size();) {
    const std::size_t first = byte_at(dict, at);
    if (first > kLastOperator) {
      const Operand operand = read_operand(dict, at);
      last = operand.value;
      at += operand.size;
      continue;
    }
    const auto offset = static_cast<std::size_t>(last < 0 ? 0 : last);
    if (first == kCharset) found.charset = offset;
    if (first == kCharStrings) found.char_strings = offset;
    found.has_ros = found.has_ros || (first == kEscape && byte_at(dict, at + 1) == kRos);
    at += first == kEscape ? 2 : 1;
  }
  return found;
}

/// The shortest charset (§13) in which glyph n has CID n, for glyphs 1 to `last`: never longer than the one
/// that says something else of as many glyphs.
base::Bytes identity_charset(std::size_t last) {
  const std::size_t more = last - 1;
  if (last == 1) return base::Bytes("\0\0\1", 3);
  if (more <= 0xFF) return base::Bytes("\1\0\1", 3) + static_cast<char>(more);
  return base::Bytes("\2\0\1", 3) + static_cast<char>(more >> 8) + static_cast<char>(more & 0xFF);
}

}  // namespace

void number_cids_by_glyph(base::Bytes& table) {
  constexpr std::size_t kPredefined = 2;  // offsets up to this one are names of charsets
  const auto names = read_index(table, byte_at(table, 2));
  const auto dicts = names ? read_index(table, names->end) : std::nullopt;
  if (!dicts) return;
  const TopDict top = read_top_dict(dicts->first);
  const auto glyphs = read_index(table, top.char_strings);
  if (!top.has_ros || top.charset <= kPredefined || !glyphs || glyphs->count < 2) return;
  const base::Bytes charset = identity_charset(glyphs->count - 1);
  if (top.charset + charset.size() > table.size()) return;
  table.replace(top.charset, charset.size(), charset);
}

}  // namespace reliure::text

#include "content/source_place.h"

#include <algorithm>

namespace reliure::content {
namespace {

/// How much of the source may be left out of a text in one place: the marks at a line's head.
constexpr std::size_t kMostLeftOut = 64;
/// The longest name of an entity has 33 characters.
constexpr std::size_t kLongestEntity = 40;

std::size_t character_size(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

}  // namespace

std::size_t source_offset(std::string_view source, std::string_view text, std::size_t offset) {
  if (const std::size_t found = source.find(text); found != source.npos) return found + offset;
  std::size_t at = 0;
  for (std::size_t i = 0; i < offset && at < source.size();) {
    if (source[at] == text[i] && !(source[at] == '&' && text.substr(i, 5) == "&amp;")) {
      ++at;
      ++i;
      continue;
    }
    const std::size_t end = source[at] == '&' ? source.substr(at, kLongestEntity).find(';') : source.npos;
    if (end != source.npos) {
      at += end + 1;
      i += character_size(text[i]);
      continue;
    }
    const std::size_t next = source.substr(at, kMostLeftOut).find(text[i]);
    if (next == source.npos) {
      ++i;
    } else {
      at += next;
    }
  }
  return std::min(at, source.size());
}

}  // namespace reliure::content

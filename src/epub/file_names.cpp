#include "epub/file_names.h"

#include "epub/escape.h"

namespace reliure::epub {
namespace {

/// Long enough for any title, short enough for every file system an e-book is unpacked to.
constexpr std::size_t kLongestStem = 80;

std::string plain_stem(std::string_view stem) {
  std::string plain;
  for (const char c : stem.substr(0, kLongestStem)) {
    const bool kept = is_letter(c) || is_digit(c) || c == '_';
    if (kept) {
      plain += to_lower(c);
    } else if (!plain.empty() && plain.back() != '-') {
      plain += '-';
    }
  }
  while (!plain.empty() && plain.back() == '-') plain.pop_back();
  return plain.empty() ? "file" : plain;
}

}  // namespace

std::string FileNames::take(std::string_view stem, std::string_view ending) {
  const std::string plain = plain_stem(stem);
  std::string name = plain + std::string(ending);
  // Each stem counts on from the number it last got, so that many equal stems stay cheap.
  for (std::size_t& n = next_[plain]; !taken_.insert(name).second;) {
    name = plain + '-' + std::to_string(++n + 1) + std::string(ending);
  }
  return name;
}

}  // namespace reliure::epub

#include "text/patterns.h"

#include <hyphen.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"

namespace reliure::text {
namespace {

/// libhyphen's own buffer for a line; it would take a longer line for two.
constexpr std::size_t kLongestLine = MAX_CHARS - 2;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

/// `LEFTHYPHENMIN 2` and its like; what is longer than two digits is no number of letters.
bool is_setting(std::string_view line) {
  for (const std::string_view name :
       {"LEFTHYPHENMIN ", "RIGHTHYPHENMIN ", "COMPOUNDLEFTHYPHENMIN ", "COMPOUNDRIGHTHYPHENMIN "}) {
    if (!line.starts_with(name)) continue;
    const std::string_view value = line.substr(name.size());
    return value.size() <= 2 && all_digits(value);
  }
  return false;
}

/// `a1b2c`, `.a4`, `'a4`: letters, single digits between them, dots at the ends of words.
bool is_pattern(std::string_view text) {
  bool has_letter = false, after_digit = false;
  for (const char c : text) {
    if (is_digit(c) && after_digit) return false;
    after_digit = is_digit(c);
    const bool letter = static_cast<unsigned char>(c) >= 0x80 || c == '\'' || c == '-' || c == '.' ||
                        ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    if (!letter && !is_digit(c)) return false;
    has_letter |= letter;
  }
  return has_letter;
}

/// The replacement of `f1f/ff=f,1,2`: letters round one `=`, then where it begins and how much it replaces.
bool is_replacement(std::string_view text) {
  const std::size_t first = text.find(','), second = text.find(',', first == text.npos ? first : first + 1);
  if (second == text.npos || std::ranges::count(text.substr(0, first), '=') != 1) return false;
  const std::string_view position = text.substr(first + 1, second - first - 1), cut = text.substr(second + 1);
  return position.size() <= 2 && all_digits(position) && cut.size() <= 2 && all_digits(cut);
}

bool is_pattern_line(std::string_view line) {
  const std::size_t slash = line.find('/');
  return is_pattern(line.substr(0, slash)) && (slash == line.npos || is_replacement(line.substr(slash + 1)));
}

std::string latin1_to_utf8(std::string_view text) {
  std::string result;
  for (const char c : text) {
    base::encode(static_cast<unsigned char>(c), result);
  }
  return result;
}

std::string_view without_line_end(std::string_view line) {
  const std::size_t end = line.find_last_not_of("\r \t");
  return end == line.npos ? std::string_view() : line.substr(0, end + 1);
}

/// The file cut down to what libhyphen, which checks nothing, can read safely.
std::string clean(std::string_view file) {
  std::string result = "UTF-8\n";
  bool latin1 = false, first = true, second_level = false;
  std::size_t patterns = 0;
  for (std::size_t begin = 0; begin < file.size();) {
    const std::size_t end = std::min(file.find('\n', begin), file.size());
    const std::string_view line = without_line_end(file.substr(begin, end - begin));
    begin = end + 1;
    if (first) {
      first = false;
      latin1 = line == "ISO8859-1" || line == "ISO-8859-1";
      if (!latin1 && line != "UTF-8") return {};
      continue;
    }
    const std::string text = latin1 ? latin1_to_utf8(line) : std::string(line);
    const bool level = text == "NEXTLEVEL" && !second_level;
    second_level |= level;
    if (text.size() > kLongestLine || base::first_invalid(text)) continue;
    if (!level && !is_setting(text) && !is_pattern_line(text)) continue;
    patterns += is_pattern_line(text) ? 1 : 0;
    result.append(text).push_back('\n');
  }
  return patterns == 0 ? std::string() : result;
}

}  // namespace

void DestroyPatterns::operator()(_HyphenDict* patterns) const { hnj_hyphen_free(patterns); }

Patterns load_patterns(std::string_view file) {
  std::string cleaned = clean(file);
  if (cleaned.empty()) return nullptr;
  std::FILE* stream = fmemopen(cleaned.data(), cleaned.size(), "r");
  if (stream == nullptr) return nullptr;
  Patterns patterns(hnj_hyphen_load_file(stream));
  std::fclose(stream);
  return patterns;
}

std::vector<bool> divide(_HyphenDict* patterns, std::string_view word, std::size_t characters) {
  constexpr std::size_t kSlack = 5;  // asked for by hyphen.h
  std::string digits(word.size() + kSlack, '\0');
  char** replacements = nullptr;
  int *positions = nullptr, *cuts = nullptr;
  const int size = static_cast<int>(word.size());
  // Limits of 1: ours are counted in `hyphenate`.
  hnj_hyphen_hyphenate3(patterns, word.data(), size, digits.data(), nullptr, &replacements, &positions, &cuts,
                        1, 1, 1, 1);
  std::vector<bool> divided(characters);
  for (std::size_t i = 0; i < characters; ++i) {
    divided[i] = (digits[i] & 1) != 0 && (replacements == nullptr || replacements[i] == nullptr);
  }
  for (std::size_t i = 0; replacements != nullptr && i < word.size(); ++i) {
    std::free(replacements[i]);
  }
  std::free(replacements);
  std::free(positions);
  std::free(cuts);
  return divided;
}

}  // namespace reliure::text

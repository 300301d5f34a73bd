#include "text/patterns.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "base/charset.h"
#include "base/utf8.h"

namespace reliure::text {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter_of_pattern(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || c == '\'' || c == '-' || c == '.' ||
         ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/// `a1b2c`, `.a4`, `'a4`: letters, single digits between them, dots at the ends of words.
bool is_pattern(std::string_view text) {
  bool has_letter = false, after_digit = false;
  for (const char c : text) {
    const bool digit = is_digit(c);
    if (digit ? after_digit : !is_letter_of_pattern(c)) return false;
    after_digit = digit;
    has_letter = has_letter || !digit;
  }
  return has_letter;
}

/// Appends the pattern, unless it says nothing.
void read_pattern(std::string_view text, bool changes_letters, Patterns& patterns) {
  std::string letters, values(1, '\0');
  for (const char c : text) {
    if (!is_digit(c)) {
      letters += c;
      values += '\0';
    } else {
      // Made even, a place that would change letters keeps weaker patterns from dividing there.
      const int value = c - '0';
      values.back() = static_cast<char>(changes_letters ? value + value % 2 : value);
    }
  }
  if (values.find_first_not_of('\0') == values.npos) return;
  patterns.sorted.push_back({patterns.strings.store(letters), patterns.strings.store(values)});
}

std::string_view without_line_end(std::string_view line) {
  const std::size_t end = line.find_last_not_of("\r \t");
  return end == line.npos ? std::string_view() : line.substr(0, end + 1);
}

/// The number behind `name`, or `otherwise` where the line is another or says nothing sensible.
std::size_t setting(std::string_view line, std::string_view name, std::size_t otherwise) {
  if (!line.starts_with(name) || line.size() != name.size() + 1 || !is_digit(line.back())) return otherwise;
  return static_cast<std::size_t>(line.back() - '0');
}

void read_line(std::string_view line, Patterns& patterns) {
  if (line == "NEXTLEVEL") {
    patterns.compounds = std::exchange(patterns.sorted, {});
    return;
  }
  patterns.least_before = setting(line, "LEFTHYPHENMIN ", patterns.least_before);
  patterns.least_after = setting(line, "RIGHTHYPHENMIN ", patterns.least_after);
  patterns.least_before_in_part = setting(line, "COMPOUNDLEFTHYPHENMIN ", patterns.least_before_in_part);
  patterns.least_after_in_part = setting(line, "COMPOUNDRIGHTHYPHENMIN ", patterns.least_after_in_part);
  const std::string_view text = line.substr(0, line.find('/'));
  if (is_pattern(text)) read_pattern(text, text.size() < line.size(), patterns);
}

/// The letter of a pattern at `depth`; what ends before it comes first.
int letter_at(const Pattern& pattern, std::size_t depth) {
  return depth < pattern.letters.size() ? static_cast<unsigned char>(pattern.letters[depth]) : -1;
}

/// Raises `values` to what the pattern says.
void apply(const Pattern& pattern, std::span<char> values) {
  for (std::size_t i = 0; i < pattern.values.size(); ++i) {
    values[i] = std::max(values[i], pattern.values[i]);
  }
}

void sort_by_letters(std::vector<Pattern>& patterns) {
  std::ranges::stable_sort(patterns, {}, &Pattern::letters);
  const auto same = [](const Pattern& a, const Pattern& b) { return a.letters == b.letters; };
  patterns.erase(std::unique(patterns.begin(), patterns.end(), same), patterns.end());
}

/// Where these patterns divide the word.
std::vector<bool> match(std::span<const Pattern> sorted, std::string_view word) {
  const std::string text = '.' + std::string(word) + '.';
  std::string values(text.size() + 1, 0);
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    std::span<const Pattern> matching = sorted;
    for (std::size_t depth = 0; begin + depth < text.size() && !matching.empty(); ++depth) {
      const int letter = static_cast<unsigned char>(text[begin + depth]);
      const auto at_depth = [depth](const Pattern& pattern) { return letter_at(pattern, depth); };
      const auto first = std::ranges::lower_bound(matching, letter, {}, at_depth);
      const auto last = std::ranges::upper_bound(matching, letter, {}, at_depth);
      matching = std::span(first, last);
      if (!matching.empty() && matching.front().letters.size() == depth + 1) {
        apply(matching.front(), std::span(values).subspan(begin));
      }
    }
  }
  std::vector<bool> divided(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    divided[i] = values[i + 2] % 2 != 0;
  }
  return divided;
}

}  // namespace

Patterns load_patterns(std::string_view file) {
  const std::size_t first_end = std::min(file.find('\n'), file.size());
  const std::string_view encoding = without_line_end(file.substr(0, first_end));
  std::string_view text = file.substr(std::min(first_end + 1, file.size()));
  std::string decoded;
  if (encoding != "UTF-8") {
    std::optional<std::string> utf8 = base::to_utf8(text, encoding);
    if (!utf8) return {};
    text = decoded = *std::move(utf8);
  }
  Patterns patterns;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    read_line(without_line_end(text.substr(begin, end - begin)), patterns);
    begin = end + 1;
  }
  sort_by_letters(patterns.sorted);
  sort_by_letters(patterns.compounds);
  return patterns;
}

std::vector<bool> divide(const Patterns& patterns, std::string_view word) {
  if (patterns.compounds.empty()) return match(patterns.sorted, word);
  std::vector<bool> divided = match(patterns.compounds, word);
  for (std::size_t begin = 0; begin < word.size();) {
    std::size_t end = begin;
    while (end + 1 < word.size() && !divided[end]) ++end;
    const std::string_view part = word.substr(begin, ++end - begin);
    const std::vector<bool> inside = match(patterns.sorted, part);
    for (std::size_t i = 0; i < part.size(); ++i) {
      const bool room = base::count_characters(part.substr(0, i + 1)) >= patterns.least_before_in_part &&
                        base::count_characters(part.substr(i + 1)) >= patterns.least_after_in_part;
      if (inside[i] && room) divided[begin + i] = true;
    }
    begin = end;
  }
  return divided;
}

}  // namespace reliure::text

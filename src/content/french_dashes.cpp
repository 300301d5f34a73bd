#include <algorithm>

#include "content/french_spaces.h"

namespace reliure::content {
namespace {

/// The dashes of one sentence.
struct Sentence {
  std::vector<std::size_t> dashes;
  /// Whether it has a character yet.
  bool begun = false;
};

std::size_t before_spaces(const Line& line, std::size_t at) {
  while (at > 0 && is_space(line[at - 1])) --at;
  return at - 1;
}

std::size_t behind_spaces(const Line& line, std::size_t at) {
  while (is_space(line[at + 1])) ++at;
  return at + 1;
}

/// Whether nothing can stand between the dash and what closes behind it.
bool closes_only(const Line& line, std::size_t at) {
  return !is_space(line[at + 1]) || is_closing(line[behind_spaces(line, at)]);
}

/// `10 – 20`.
bool is_range(const Line& line, std::size_t at) {
  return is_digit(line[before_spaces(line, at)]) && is_digit(line[behind_spaces(line, at)]);
}

/// A dash between spaces, or before the mark that goes on behind it.
bool stands_apart(const Line& line, std::size_t at) {
  return (is_space(line[at - 1]) || is_opening(line[at - 1])) &&
         (is_space(line[at + 1]) || is_one_of(line[at + 1], U",;:.)!?…»”")) && !is_range(line, at);
}

/// `M.`, `art.`: the point is no end.
bool is_abbreviation(const Line& line, std::size_t point) {
  std::size_t begin = point;
  while (begin > 0 && is_letter(line[begin - 1])) --begin;
  const std::size_t size = point - begin;
  return (size == 1 && is_upper(line[begin])) || line.ends_with(point, U"MM.") ||
         line.ends_with(point, U"art.") || line.ends_with(point, U"cf.") || line.ends_with(point, U"ex.");
}

bool ends_sentence(const Line& line, std::size_t at, const Sentence& sentence) {
  if (!is_one_of(line[at], U".!?…") || !is_space(line[at + 1])) return false;
  const std::size_t behind = behind_spaces(line, at);
  const char32_t next = line[behind];
  // Another speaker, unless the dash closes: `quel prix ! – mais`, `etc. – compris`.
  if (is_dash(next)) {
    return sentence.dashes.size() % 2 == 0 && is_space(line[behind + 1]) &&
           is_upper(line[behind_spaces(line, behind)]);
  }
  const bool begins = is_upper(next) || is_digit(next) || is_opening(next) || next == U'“';
  return begins && !(line[at] == '.' && is_abbreviation(line, at));
}

/// One dash opens to the sentence's end, two hold what is between them; more are a list.
void end_sentence(const Line& line, Sentence& sentence, std::vector<std::size_t>& places) {
  const std::vector<std::size_t>& dashes = sentence.dashes;
  if (dashes.size() == 1) {
    const bool closes = closes_only(line, dashes[0]);
    places.push_back(closes ? before_spaces(line, dashes[0]) : dashes[0]);
  } else if (dashes.size() == 2 && !closes_only(line, dashes[0])) {
    places.push_back(dashes[0]);
    places.push_back(before_spaces(line, dashes[1]));
  }
  sentence.dashes.clear();
  sentence.begun = false;
}

}  // namespace

std::vector<std::size_t> inside_dashes(const Line& line) {
  std::vector<std::size_t> places;
  if (!line.contains(kEnDash) && !line.contains(kEmDash)) return places;
  Sentence sentence;
  for (std::size_t at = 1; at < line.end(); ++at) {
    if (is_space(line[at])) continue;
    if (is_dash(line[at])) {
      if (!sentence.begun && !closes_only(line, at)) {
        places.push_back(at);
      } else if (stands_apart(line, at)) {
        sentence.dashes.push_back(at);
      }
    }
    // A quotation or a parenthesis may begin with the dash of a speaker.
    sentence.begun = sentence.begun || !(is_opening(line[at]) || line[at] == U'“' || line[at] == '(');
    if (ends_sentence(line, at, sentence)) end_sentence(line, sentence, places);
  }
  end_sentence(line, sentence, places);
  std::ranges::sort(places);
  return places;
}

}  // namespace reliure::content

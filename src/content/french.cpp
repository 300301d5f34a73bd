#include "content/french.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <vector>

#include "base/utf8.h"

namespace reliure::content {
namespace {

constexpr char32_t kNoBreak = 0x00A0;
constexpr char32_t kNarrowNoBreak = 0x202F;
constexpr char32_t kApostrophe = 0x2019;
constexpr char32_t kEllipsis = 0x2026;
constexpr char32_t kOpening = 0x00AB;
constexpr char32_t kClosing = 0x00BB;

// --- Characters -------------------------------------------------------------------------------------------

constexpr bool is_space(char32_t c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == kNoBreak || c == kNarrowNoBreak ||
         c == 0x2009;
}
constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}
constexpr bool is_letter(char32_t c) {
  return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= 0xDF && c < 0x2000 && c != 0xF7);
}
constexpr bool is_high(char32_t c) { return c == ';' || c == '!' || c == '?'; }

constexpr bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

// --- A line -----------------------------------------------------------------------------------------------

/// The characters of a text with its neighbours in front and behind; out of range there is 0.
class Line {
 public:
  Line(std::string_view text, Neighbours neighbours) {
    characters_.reserve(text.size() + 2);
    offsets_.reserve(text.size() + 2);
    characters_.push_back(neighbours.before);
    offsets_.push_back(0);
    for (std::size_t at = 0; at < text.size();) {
      const base::Decoded decoded = base::decode(text, at);
      characters_.push_back(decoded.character);
      offsets_.push_back(static_cast<std::uint32_t>(at));
      at += decoded.size;
    }
    characters_.push_back(neighbours.after);
    offsets_.push_back(static_cast<std::uint32_t>(text.size()));
  }

  char32_t operator[](std::size_t index) const { return index < characters_.size() ? characters_[index] : 0; }
  /// The text is from 1 up to `end()`.
  std::size_t end() const { return characters_.size() - 1; }
  /// Where the character at `index` begins in the text, in bytes.
  std::size_t offset(std::size_t index) const { return offsets_[index]; }

  bool ends_with(std::size_t end, std::u32string_view word) const {
    const std::size_t begin = end + 1 - word.size();
    return end + 1 >= word.size() && std::u32string_view(characters_).substr(begin, word.size()) == word &&
           (begin == 0 || (!is_letter(characters_[begin - 1]) && !is_digit(characters_[begin - 1])));
  }
  bool begins_with(std::size_t begin, std::u32string_view word) const {
    const char32_t after = (*this)[begin + word.size()];
    return std::u32string_view(characters_).substr(begin, word.size()) == word && !is_letter(after) &&
           !is_digit(after);
  }
  /// Whether the word around `index` is a mail or web address, a path or a name with a scheme.
  bool in_address(std::size_t index) const {
    if (index >= word_begin_ && index < word_end_) return address_;
    word_begin_ = index;
    word_end_ = index + 1;
    while (word_begin_ > 0 && !is_space(characters_[word_begin_ - 1])) --word_begin_;
    while (word_end_ < characters_.size() && !is_space(characters_[word_end_])) ++word_end_;
    const auto word = std::u32string_view(characters_).substr(word_begin_, word_end_ - word_begin_);
    address_ =
        word.find(U"://") != word.npos || word.find(U"www.") != word.npos || word.find(U'@') != word.npos;
    return address_;
  }

 private:
  std::u32string characters_;
  std::vector<std::uint32_t> offsets_;
  mutable std::size_t word_begin_ = 0;
  mutable std::size_t word_end_ = 0;
  mutable bool address_ = false;
};

// --- Rules for a space that the author typed: `left` stands before it, `right` after -----------------------

/// `:)`, `;-)`, `::`: not punctuation.
bool is_smiley(const Line& line, std::size_t at) {
  return (line[at] == ':' || line[at] == ';') && is_one_of(line[at + 1], U"):(-;/|");
}

bool before_high(const Line& line, std::size_t, std::size_t right) {
  return is_high(line[right]) && !is_smiley(line, right);
}

bool before_colon(const Line& line, std::size_t, std::size_t right) {
  return line[right] == ':' && !is_smiley(line, right);
}

bool inside_guillemets(const Line& line, std::size_t left, std::size_t right) {
  return line[left] == kOpening || line[right] == kClosing;
}

/// `12 000`: up to three digits, then groups of three. Not `0800 123 456`, not `01 23`, not `2019 100`.
bool between_thousands(const Line& line, std::size_t left, std::size_t right) {
  const auto group_begin = [&line](std::size_t last) {
    while (last > 0 && is_digit(line[last - 1])) --last;
    return last;
  };
  std::size_t group_end = right;
  while (is_digit(line[group_end])) ++group_end;
  if (group_end - right != 3 || !is_digit(line[left])) return false;
  // Back to the first group: all others have three digits. No number has more than a dozen groups.
  std::size_t begin = group_begin(left);
  std::size_t last = left;
  for (int groups = 0; groups < 12; ++groups, begin = group_begin(last)) {
    const std::size_t size = last - begin + 1;
    if (size > 3) return false;
    const bool goes_on = begin >= 2 && is_space(line[begin - 1]) && is_digit(line[begin - 2]);
    if (!goes_on) {
      const bool is_part = begin > 0 && is_one_of(line[begin - 1], U".,-/:");
      return !is_part && (line[begin] != '0' || size == 1);
    }
    if (size != 3) return false;
    last = begin - 2;
  }
  return false;
}

constexpr std::array<std::u32string_view, 62> kUnits = {
    U"%",   U"‰",   U"€",     U"$",    U"£",       U"°C",       U"k€",       U"M€",       U"Md€",
    U"km",  U"m",   U"m²",    U"m³",   U"cm",      U"mm",       U"µm",       U"ha",       U"kg",
    U"g",   U"mg",  U"t",     U"l",    U"L",       U"ml",       U"cl",       U"h",        U"min",
    U"s",   U"ms",  U"W",     U"kW",   U"MW",      U"GW",       U"Wh",       U"kWh",      U"MWh",
    U"GWh", U"TWh", U"V",     U"A",    U"Hz",      U"kHz",      U"MHz",      U"GHz",      U"o",
    U"ko",  U"Ko",  U"Mo",    U"Go",   U"To",      U"Po",       U"Mb",       U"Gb",       U"dB",
    U"dpi", U"ppp", U"euros", U"euro", U"million", U"millions", U"milliard", U"milliards"};

bool before_unit(const Line& line, std::size_t left, std::size_t right) {
  return is_digit(line[left]) &&
         std::ranges::any_of(kUnits, [&](auto unit) { return line.begins_with(right, unit); });
}

struct Abbreviation {
  std::u32string_view word;
  bool (*before)(char32_t);
};

constexpr bool any(char32_t c) { return c != 0; }

constexpr Abbreviation kAbbreviations[] = {
    {U"n°", any},       {U"N°", any},        {U"nº", any},        {U"Nº", any},         {U"art.", any},
    {U"Art.", any},     {U"cf.", any},       {U"Cf.", any},       {U"M.", is_upper},    {U"MM.", is_upper},
    {U"Mme", is_upper}, {U"Mmes", is_upper}, {U"Mlle", is_upper}, {U"Dr", is_upper},    {U"Pr", is_upper},
    {U"p.", is_digit},  {U"pp.", is_digit},  {U"fig.", is_digit}, {U"chap.", is_digit}, {U"vol.", is_digit},
    {U"L.", is_digit},  {U"R.", is_digit},   {U"D.", is_digit},   {U"§", is_digit},
};

bool after_abbreviation(const Line& line, std::size_t left, std::size_t right) {
  return std::ranges::any_of(kAbbreviations, [&](const Abbreviation& abbreviation) {
    return line[left] == abbreviation.word.back() && abbreviation.before(line[right]) &&
           line.ends_with(left, abbreviation.word);
  });
}

constexpr std::array<std::u32string_view, 12> kMonths = {U"janvier",   U"février", U"mars",     U"avril",
                                                         U"mai",       U"juin",    U"juillet",  U"août",
                                                         U"septembre", U"octobre", U"novembre", U"décembre"};

/// `4 mai`, `1er juin`.
bool before_month(const Line& line, std::size_t left, std::size_t right) {
  return (is_digit(line[left]) || line.ends_with(left, U"1er")) &&
         std::ranges::any_of(kMonths, [&](auto month) { return line.begins_with(right, month); });
}

// --- Rules for a space that is missing between two characters that touch -----------------------------------

/// Whether the sign at `right` ends a word, and what follows it is no part of it.
bool ends_word(const Line& line, std::size_t left, std::size_t right) {
  const char32_t before = line[left];
  const char32_t after = line[right + 1];
  const bool word = is_letter(before) || is_digit(before) || is_one_of(before, U")»…”%€");
  const bool ends = after == 0 || is_space(after) || is_one_of(after, U")»…”!?");
  return word && ends && !line.in_address(left);
}

bool touches_high(const Line& line, std::size_t left, std::size_t right) {
  return is_high(line[right]) && ends_word(line, left, right);
}

/// Not after a scheme (`http:`) nor a drive (`C:`).
bool touches_colon(const Line& line, std::size_t left, std::size_t right) {
  if (line[right] != ':' || !ends_word(line, left, right)) return false;
  const bool scheme = line.ends_with(left, U"http") || line.ends_with(left, U"https") ||
                      line.ends_with(left, U"ftp") || line.ends_with(left, U"mailto");
  const bool drive = is_upper(line[left]) && (left == 0 || line[left - 1] == 0 || is_space(line[left - 1]));
  return !scheme && !drive;
}

bool touches_guillemet(const Line& line, std::size_t left, std::size_t right) {
  const bool after_opening = line[left] == kOpening && line[right] != 0 && line[right] != kClosing;
  const bool before_closing = line[right] == kClosing && line[left] != 0 && line[left] != kOpening;
  return after_opening || before_closing;
}

/// `10%`, `24€`, not `%20`.
bool touches_sign(const Line& line, std::size_t left, std::size_t right) {
  const char32_t after = line[right + 1];
  return is_one_of(line[right], U"%€‰") && is_digit(line[left]) && !is_digit(after) && !is_letter(after) &&
         after != '%' && !line.in_address(left);
}

/// `n°5`.
bool touches_number_sign(const Line& line, std::size_t left, std::size_t right) {
  return is_digit(line[right]) && is_one_of(line[left], U"°º") &&
         (line.ends_with(left, U"n°") || line.ends_with(left, U"N°") || line.ends_with(left, U"nº") ||
          line.ends_with(left, U"Nº"));
}

// --- The tables -------------------------------------------------------------------------------------------

struct Rule {
  bool (*applies)(const Line&, std::size_t left, std::size_t right);
  char32_t space;
};

/// The first that applies decides what a typed space becomes.
constexpr Rule kTyped[] = {
    {before_high, kNarrowNoBreak}, {before_colon, kNoBreak},
    {inside_guillemets, kNoBreak}, {between_thousands, kNarrowNoBreak},
    {before_unit, kNoBreak},       {after_abbreviation, kNoBreak},
    {before_month, kNoBreak},
};

/// The first that applies decides what is set between two characters.
constexpr Rule kMissing[] = {
    {touches_high, kNarrowNoBreak}, {touches_colon, kNoBreak},       {touches_guillemet, kNoBreak},
    {touches_sign, kNoBreak},       {touches_number_sign, kNoBreak},
};

/// The space of the first rule that applies, 0 for none.
template <std::size_t N>
char32_t decide(const Rule (&rules)[N], const Line& line, std::size_t left, std::size_t right) {
  if (line[left] == 0 || line[right] == 0) return 0;
  const auto* rule = std::ranges::find_if(rules, [&](const Rule& r) { return r.applies(line, left, right); });
  return rule == std::end(rules) ? 0 : rule->space;
}

// --- Setting ----------------------------------------------------------------------------------------------

bool is_elision(const Line& line, std::size_t at) {
  const char32_t after = line[at + 1];
  return line[at] == '\'' && is_letter(line[at - 1]) &&
         (is_letter(after) || is_digit(after) || after == kOpening) && !line.in_address(at);
}

/// Exactly three dots that are no path.
bool is_ellipsis(const Line& line, std::size_t at) {
  return line[at] == '.' && line[at + 1] == '.' && line[at + 2] == '.' && at + 2 < line.end() &&
         line[at + 3] != '.' && line[at + 3] != '/' && line[at - 1] != '.' && line[at - 1] != '/' &&
         !line.in_address(at);
}

/// Whether a rule could apply at all: most short texts have none of these.
bool may_need_setting(std::string_view text, Neighbours neighbours) {
  if (neighbours.before >= 0x80 || neighbours.after >= 0x80) return true;
  constexpr std::string_view kSigns = ";!?:'%.";
  if (neighbours.after != 0 && kSigns.find(static_cast<char>(neighbours.after)) != kSigns.npos) return true;
  return std::ranges::any_of(text, [](char c) {
    const bool sign = c == ';' || c == '!' || c == '?' || c == ':' || c == '\'' || c == '%' || c == '.';
    return sign || (c >= '0' && c <= '9') || c == '\xC2' || c == '\xE2' || c == 'M' || c == 'D' || c == 'P';
  });
}

/// Whether one of the rules for a missing space can apply between two characters.
bool may_miss_space(char32_t left, char32_t right) {
  if (left == kOpening || left == 0xB0 || left == 0xBA) return true;
  if (right < 0x80) return is_high(right) || right == ':' || right == '%';
  return right == kClosing || right == 0x20AC || right == 0x2030;
}

/// The text with the changes so far, and how far they reach.
class Setting {
 public:
  Setting(std::string_view text, const Line& line) : text_(text), line_(line) {}

  /// Sets `character` in place of those from `begin` up to `end`.
  void replace(std::size_t begin, std::size_t end, char32_t character) {
    result_.append(text_.substr(done_, line_.offset(begin) - done_));
    base::encode(character, result_);
    done_ = line_.offset(end);
    changed_ = true;
  }

  std::optional<std::string> finish() {
    if (!changed_) return std::nullopt;
    result_.append(text_.substr(done_));
    return std::move(result_);
  }

 private:
  std::string_view text_;
  const Line& line_;
  std::string result_;
  std::size_t done_ = 0;
  bool changed_ = false;
};

}  // namespace

std::optional<std::string> french(std::string_view text, Neighbours neighbours) {
  if (!may_need_setting(text, neighbours)) return std::nullopt;
  const Line line(text, neighbours);
  Setting setting(text, line);
  for (std::size_t at = 1; at < line.end();) {
    if (is_space(line[at])) {
      std::size_t right = at;
      while (right < line.end() && is_space(line[right])) ++right;
      const char32_t space = decide(kTyped, line, at - 1, right);
      const bool is_set = right == at + 1 && line[at] == space;
      if (space != 0 && !is_set) setting.replace(at, right, space);
      at = right;
      continue;
    }
    // A quotation that the text before opens is that text's to space.
    const bool touches = may_miss_space(line[at - 1], line[at]) && !is_space(line[at - 1]) &&
                         !(at == 1 && line[0] == kOpening);
    const char32_t space = touches ? decide(kMissing, line, at - 1, at) : 0;
    if (space != 0) setting.replace(at, at, space);
    const bool ellipsis = is_ellipsis(line, at);
    if (ellipsis) setting.replace(at, at + 3, kEllipsis);
    if (is_elision(line, at)) setting.replace(at, at + 1, kApostrophe);
    at += ellipsis ? 3 : 1;
  }
  const bool opens_next = line[line.end() - 1] == kOpening && line.end() > 1 && line[line.end()] != 0 &&
                          !is_space(line[line.end()]);
  if (opens_next) setting.replace(line.end(), line.end(), kNoBreak);
  return setting.finish();
}

}  // namespace reliure::content

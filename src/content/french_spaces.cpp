#include "content/french_spaces.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "content/french_numbers.h"

namespace reliure::content {
namespace {

using source::Typography;
using source::TypographyRule;

// --- Signs that are punctuation ---------------------------------------------------------------------------

/// `:)`, `;-)`, `:D`, `::`: not punctuation.
bool is_smiley(const Line& line, std::size_t at) {
  if (line[at] != ':' && line[at] != ';') return false;
  const bool mouth = is_one_of(line[at + 1], U"DPpOo") && !is_word(line[at + 2]);
  return mouth || is_one_of(line[at + 1], U"):(-;/|'");
}

/// `:smile:`, `:+1:`: the colon at `at` ends the name of an emoji.
bool ends_shortcode(const Line& line, std::size_t at) {
  std::size_t begin = at;
  while (is_word(line[begin - 1]) || is_one_of(line[begin - 1], U"_+-")) --begin;
  return begin != at && line[begin - 1] == ':' && !is_word(line[begin - 2]);
}

/// `!important`, `?page=2`, `:root`, `!=`, `:+1:`: a sign that begins a word is no punctuation; before a
/// capital (`Quoi ?Rien`) only the space behind it was forgotten. The sign may be the first of several: `?!`.
bool begins_word(const Line& line, std::size_t at) {
  const char32_t after = is_high(line[at + 1]) ? line[at + 2] : line[at + 1];
  return (is_word(after) && !is_upper(after)) || is_one_of(after, U"=_/\\#&+");
}

// --- Rules for a space that the author typed: `left` stands before it, `right` after -----------------------

bool before_high(const Line& line, std::size_t, std::size_t right) {
  return is_high(line[right]) && !is_smiley(line, right) && !begins_word(line, right);
}

bool before_colon(const Line& line, std::size_t, std::size_t right) {
  return line[right] == ':' && !is_smiley(line, right) && !begins_word(line, right);
}

/// Also behind the guillemet that goes on with a quotation at the head of a paragraph.
bool inside_guillemets(const Line& line, std::size_t left, std::size_t right) {
  const bool goes_on = left == 1 && is_closing(line[left]) && is_word(line[right]);
  return is_opening(line[left]) || is_closing(line[right]) || line[left] == U'“' || line[right] == U'”' ||
         goes_on;
}

// What may follow an abbreviation.
bool anything(const Line&, std::size_t) { return true; }
bool capital(const Line& line, std::size_t at) { return is_upper(line[at]); }
bool digit(const Line& line, std::size_t at) { return is_digit(line[at]); }

/// `12`, `XII`.
bool number(const Line& line, std::size_t at) {
  if (is_digit(line[at])) return true;
  std::u32string numeral;
  while (is_word(line[at]) && numeral.size() <= kLongestRoman) numeral += line[at++];
  return !numeral.empty() && is_roman(numeral);
}

/// Also `p. xii`, as the pages of a preface are numbered.
bool page_number(const Line& line, std::size_t at) {
  if (number(line, at)) return true;
  std::u32string numeral;
  while (is_one_of(line[at], U"ivxlc") && numeral.size() <= kLongestRoman) numeral += line[at++] - 'a' + 'A';
  return !numeral.empty() && !is_word(line[at]) && is_roman(numeral);
}

/// A name, or a title with its article: `Dupont`, `de Gaulle`, `d'Ormesson`, `le Président`, `la ministre`.
bool name_or_title(const Line& line, std::size_t at) {
  constexpr std::array kParticles = {U"le", U"la", U"les", U"de", U"du", U"des", U"van", U"von"};
  const bool elided = is_one_of(line[at], U"ld") && is_one_of(line[at + 1], U"'’");
  return capital(line, at) || elided || std::ranges::any_of(kParticles, [&](std::u32string_view particle) {
           return line.begins_with(at, particle) && is_space(line[at + particle.size()]);
         });
}

/// `3`, `L. 2112-3`, `L2112-3`, `R*111-1`, `IV`.
bool article(const Line& line, std::size_t at) {
  return number(line, at) ||
         (is_one_of(line[at], U"LRDA") && (is_one_of(line[at + 1], U".*") || is_digit(line[at + 1])));
}

struct Abbreviation {
  std::u32string_view word;
  bool (*before)(const Line&, std::size_t);
};

constexpr Abbreviation kAbbreviations[] = {
    {U"n°", anything},       {U"N°", anything},        {U"nº", anything},        {U"Nº", anything},
    {U"n°s", anything},      {U"cf.", anything},       {U"Cf.", anything},       {U"art.", article},
    {U"Art.", article},      {U"M.", name_or_title},   {U"MM.", name_or_title},  {U"Mme", name_or_title},
    {U"Mᵐᵉ", name_or_title}, {U"Mmes", name_or_title}, {U"Mlle", name_or_title}, {U"Mlles", name_or_title},
    {U"Mgr", name_or_title}, {U"Dr", name_or_title},   {U"Pr", name_or_title},   {U"Me", capital},
    {U"Mᵉ", capital},        {U"p.", page_number},     {U"pp.", page_number},    {U"fig.", number},
    {U"Fig.", number},       {U"tabl.", number},       {U"Tabl.", number},       {U"chap.", number},
    {U"Chap.", number},      {U"ch.", number},         {U"sect.", number},       {U"vol.", number},
    {U"Vol.", number},       {U"t.", number},          {U"al.", number},         {U"§", number},
    {U"annexe", number},     {U"Annexe", number},      {U"L.", digit},           {U"R.", digit},
    {U"D.", digit},
};

bool after_abbreviation(const Line& line, std::size_t left, std::size_t right) {
  const char32_t last = line[left];
  if (!is_one_of(last, U".°ºesrᵉ§")) return false;
  return std::ranges::any_of(kAbbreviations, [&](const Abbreviation& abbreviation) {
    return last == abbreviation.word.back() && line.ends_with(left, abbreviation.word) &&
           abbreviation.before(line, right);
  });
}

constexpr std::array kMonths = {U"janvier",  U"février",  U"mars",  U"avril",     U"mai",
                                U"juin",     U"juillet",  U"août",  U"septembre", U"octobre",
                                U"novembre", U"décembre", U"janv.", U"févr.",     U"juil.",
                                U"sept.",    U"oct.",     U"nov.",  U"déc."};

/// `4 mai`, `1er juin`; not `2021 mars`.
bool before_month(const Line& line, std::size_t left, std::size_t right) {
  if (!is_one_of(line[right], U"jfmasond")) return false;
  const bool day = is_digit(line[left]) && left - line.number_begin(left) < 2;
  return (day || line.ends_with(left, U"1er")) &&
         std::ranges::any_of(kMonths, [&](auto month) { return line.begins_with(right, month); });
}

// --- Rules for a space that is missing between two characters that touch -----------------------------------

/// Whether the sign at `right` ends a word, and what follows it is no part of it.
bool ends_word(const Line& line, std::size_t left, std::size_t right) {
  const char32_t after = line[right + 1];
  const bool word = is_word(line[left]) || is_one_of(line[left], U")]»›”…%€‰°²³");
  const bool ends = after == 0 || is_space(after) || is_one_of(after, U")]»›”…!?");
  return word && ends && !line.in_address(left);
}

bool touches_high(const Line& line, std::size_t left, std::size_t right) {
  return is_high(line[right]) && ends_word(line, left, right) && before_high(line, left, right);
}

/// Not after a scheme: `http:`.
bool touches_colon(const Line& line, std::size_t left, std::size_t right) {
  if (line[right] != ':' || !ends_word(line, left, right) || !before_colon(line, left, right)) return false;
  const bool scheme = line.ends_with(left, U"http") || line.ends_with(left, U"https") ||
                      line.ends_with(left, U"ftp") || line.ends_with(left, U"mailto");
  return !scheme && !ends_shortcode(line, right);
}

bool touches_guillemet(const Line& line, std::size_t left, std::size_t right) {
  return (is_opening(line[left]) && !is_closing(line[right])) ||
         (is_closing(line[right]) && !is_opening(line[left]));
}

/// `n°5`.
bool touches_number_sign(const Line& line, std::size_t left, std::size_t right) {
  return is_digit(line[right]) && !line.in_address(left) && is_one_of(line[left], U"°º") &&
         (line.ends_with(left, U"n°") || line.ends_with(left, U"N°") || line.ends_with(left, U"nº") ||
          line.ends_with(left, U"Nº"));
}

/// Whether one of the rules for a missing space can apply between two characters.
bool may_miss_space(char32_t left, char32_t right) {
  if (is_opening(left) || left == 0xB0 || left == 0xBA) return true;
  if (is_digit(left) && !is_digit(right)) return true;
  if (right < 0x80) return is_high(right) || right == ':';
  return is_closing(right);
}

// --- The tables -------------------------------------------------------------------------------------------

struct SpaceRule {
  bool (*applies)(const Line&, std::size_t left, std::size_t right);
  TypographyRule rule;
};

/// The first that applies and is on decides.
constexpr SpaceRule kTyped[] = {
    {inside_guillemets, TypographyRule::guillemets},
    {before_high, TypographyRule::high_punctuation},
    {before_colon, TypographyRule::colon},
    {between_thousands, TypographyRule::numbers},
    {before_percent, TypographyRule::percent},
    {before_currency, TypographyRule::currency},
    {before_unit, TypographyRule::units},
    {before_month, TypographyRule::dates},
    {after_abbreviation, TypographyRule::abbreviations},
};

constexpr SpaceRule kMissing[] = {
    {touches_high, TypographyRule::high_punctuation},     {touches_colon, TypographyRule::colon},
    {touches_guillemet, TypographyRule::guillemets},      {touches_percent, TypographyRule::percent},
    {touches_currency, TypographyRule::currency},         {touches_unit, TypographyRule::units},
    {touches_number_sign, TypographyRule::abbreviations},
};

template <std::size_t N>
std::optional<TypographyRule> first(const SpaceRule (&rules)[N], const Line& line, std::size_t left,
                                    std::size_t right, const Typography& typography) {
  if (line[left] == 0 || line[right] == 0) return std::nullopt;
  const auto* rule = std::ranges::find_if(rules, [&](const SpaceRule& each) {
    return typography[each.rule] != 0 && each.applies(line, left, right);
  });
  if (rule == std::end(rules)) return std::nullopt;
  return rule->rule;
}

}  // namespace

std::optional<TypographyRule> typed_space_rule(const Line& line, std::size_t left, std::size_t right,
                                               const Typography& typography) {
  return first(kTyped, line, left, right, typography);
}

std::optional<TypographyRule> missing_space_rule(const Line& line, std::size_t left, std::size_t right,
                                                 const Typography& typography) {
  if (!may_miss_space(line[left], line[right]) || is_space(line[left]) || is_space(line[right])) {
    return std::nullopt;
  }
  return first(kMissing, line, left, right, typography);
}

}  // namespace reliure::content

#include "content/french_spaces.h"

#include <algorithm>
#include <array>
#include <iterator>

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

/// `!important`, `?page=2`, `:root`, `!=`: a sign that begins a word is no punctuation; before a
/// capital (`Quoi ?Rien`) only the space behind it was forgotten. The sign may be the first of several: `?!`.
bool begins_word(const Line& line, std::size_t at) {
  const char32_t after = is_high(line[at + 1]) ? line[at + 2] : line[at + 1];
  return (is_word(after) && !is_upper(after)) || is_one_of(after, U"=_/\\#&");
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

/// `12 000`: up to three digits, then groups of three. Not `0800 123 456`, not `01 23`, not `2019 100`.
bool between_thousands(const Line& line, std::size_t left, std::size_t right) {
  if (!is_digit(line[left]) || !is_digit(line[right])) return false;
  std::size_t group_end = right;
  while (group_end - right < 4 && is_digit(line[group_end])) ++group_end;
  if (group_end - right != 3) return false;
  // Back to the first group: all others have three digits. No number has more than a dozen groups.
  std::size_t last = left;
  for (int groups = 0; groups < 12; ++groups) {
    const std::size_t begin = line.number_begin(last);
    const std::size_t size = last - begin + 1;
    if (size > 3) return false;
    const bool goes_on = begin >= 2 && is_space(line[begin - 1]) && is_digit(line[begin - 2]);
    if (!goes_on) return line[begin] != '0' && !(begin > 0 && is_one_of(line[begin - 1], U".,-/:+"));
    if (size != 3) return false;
    last = begin - 2;
  }
  return false;
}

constexpr std::array kUnits = {
    U"°C",       U"°F",       U"km",     U"m",     U"m²",    U"m³",   U"cm",     U"dm",      U"mm",
    U"µm",       U"nm",       U"ha",     U"kg",    U"g",     U"mg",   U"µg",     U"t",       U"kt",
    U"Mt",       U"Gt",       U"l",      U"L",     U"ml",    U"mL",   U"cl",     U"cL",      U"h",
    U"min",      U"s",        U"ms",     U"j",     U"W",     U"kW",   U"MW",     U"GW",      U"TW",
    U"Wh",       U"kWh",      U"MWh",    U"GWh",   U"TWh",   U"Wc",   U"kWc",    U"VA",      U"kVA",
    U"mAh",      U"Ah",       U"J",      U"kJ",    U"MJ",    U"V",    U"A",      U"mA",      U"Hz",
    U"kHz",      U"MHz",      U"GHz",    U"o",     U"ko",    U"Ko",   U"kB",     U"Mo",      U"Go",
    U"To",       U"Po",       U"Eo",     U"MB",    U"GB",    U"TB",   U"kb",     U"Mb",      U"Gb",
    U"kbit",     U"Mbit",     U"Gbit",   U"Mbps",  U"Gbps",  U"bits", U"octets", U"dB",      U"lm",
    U"lx",       U"cd",       U"nit",    U"nits",  U"dpi",   U"ppp",  U"px",     U"Mpx",     U"pt",
    U"CO2",      U"CO2e",     U"kgCO2e", U"kgCO2", U"tCO2e", U"tCO2", U"gCO2e",  U"million", U"millions",
    U"milliard", U"milliards"};

constexpr std::array kCurrencies = {U"€",   U"$",    U"£",   U"¥",   U"k€",   U"K€",    U"M€",
                                    U"Md€", U"Mds€", U"EUR", U"USD", U"euro", U"euros", U"€HT"};

/// A number and, behind the space, one of `words`; `2020 l'État` has no litres, `5 A++` no amperes.
template <std::size_t N>
bool before_word(const Line& line, std::size_t left, std::size_t right,
                 const std::array<const char32_t*, N>& words) {
  if (!is_digit(line[left])) return false;
  return std::ranges::any_of(words, [&](std::u32string_view word) {
    return line[right] == word.front() && line.begins_with(right, word) &&
           !is_one_of(line[right + word.size()], U"'’+");
  });
}

bool before_unit(const Line& line, std::size_t left, std::size_t right) {
  // `10 h 30`
  const bool hours = line[left] == 'h' && is_digit(line[right]) && is_digit(line[right + 1]) &&
                     !is_word(line[right + 2]) && left >= 2 && is_space(line[left - 1]) &&
                     is_digit(line[left - 2]);
  return hours || before_word(line, left, right, kUnits);
}

bool before_percent(const Line& line, std::size_t left, std::size_t right) {
  return is_digit(line[left]) && (line[right] == '%' || line[right] == U'‰') && !is_word(line[right + 1]);
}

bool before_currency(const Line& line, std::size_t left, std::size_t right) {
  return before_word(line, left, right, kCurrencies);
}

// What may follow an abbreviation.
bool anything(const Line&, std::size_t) { return true; }
bool number(const Line& line, std::size_t at) { return is_digit(line[at]); }
bool capital(const Line& line, std::size_t at) { return is_upper(line[at]); }
/// `3`, `L. 2112-3`, `L2112-3`, `R*111-1`.
bool article(const Line& line, std::size_t at) {
  return is_digit(line[at]) ||
         (is_one_of(line[at], U"LRDA") && (is_one_of(line[at + 1], U".*") || is_digit(line[at + 1])));
}

struct Abbreviation {
  std::u32string_view word;
  bool (*before)(const Line&, std::size_t);
};

constexpr Abbreviation kAbbreviations[] = {
    {U"n°", anything},  {U"N°", anything},  {U"nº", anything},  {U"Nº", anything},  {U"n°s", anything},
    {U"cf.", anything}, {U"Cf.", anything}, {U"art.", article}, {U"Art.", article}, {U"M.", capital},
    {U"MM.", capital},  {U"Mme", capital},  {U"Mmes", capital}, {U"Mlle", capital}, {U"Mlles", capital},
    {U"Dr", capital},   {U"Pr", capital},   {U"Mgr", capital},  {U"p.", number},    {U"pp.", number},
    {U"fig.", number},  {U"Fig.", number},  {U"chap.", number}, {U"vol.", number},  {U"t.", number},
    {U"al.", number},   {U"§", number},     {U"L.", number},    {U"R.", number},    {U"D.", number},
};

bool after_abbreviation(const Line& line, std::size_t left, std::size_t right) {
  const char32_t last = line[left];
  if (!is_one_of(last, U".°ºesr§")) return false;
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

/// Not after a scheme (`http:`) nor a drive (`C:`).
bool touches_colon(const Line& line, std::size_t left, std::size_t right) {
  if (line[right] != ':' || !ends_word(line, left, right) || !before_colon(line, left, right)) return false;
  const bool scheme = line.ends_with(left, U"http") || line.ends_with(left, U"https") ||
                      line.ends_with(left, U"ftp") || line.ends_with(left, U"mailto");
  const bool drive = is_upper(line[left]) && (line[left - 1] == 0 || is_space(line[left - 1]));
  return !scheme && !drive;
}

bool touches_guillemet(const Line& line, std::size_t left, std::size_t right) {
  return (is_opening(line[left]) && !is_closing(line[right])) ||
         (is_closing(line[right]) && !is_opening(line[left]));
}

/// Whether the sign behind a number ends it: `10%`, `24€`, not `%20`.
bool ends_number(const Line& line, std::size_t left, std::size_t right) {
  const char32_t after = line[right + 1];
  return is_digit(line[left]) && !is_word(after) && after != '%' && !line.in_address(left);
}

bool touches_percent(const Line& line, std::size_t left, std::size_t right) {
  return (line[right] == '%' || line[right] == U'‰') && ends_number(line, left, right);
}

bool touches_currency(const Line& line, std::size_t left, std::size_t right) {
  return line[right] == U'€' && ends_number(line, left, right) && !is_one_of(line[right + 1], U"'’+");
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
  if (right < 0x80) return is_high(right) || right == ':' || right == '%';
  return is_closing(right) || right == U'€' || right == U'‰';
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
    {touches_high, TypographyRule::high_punctuation}, {touches_colon, TypographyRule::colon},
    {touches_guillemet, TypographyRule::guillemets},  {touches_percent, TypographyRule::percent},
    {touches_currency, TypographyRule::currency},     {touches_number_sign, TypographyRule::abbreviations},
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

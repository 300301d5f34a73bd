#include "content/french_numbers.h"

#include <algorithm>
#include <array>

namespace reliure::content {
namespace {

/// No number has more groups of digits.
constexpr int kMostGroups = 12;

/// Whether all groups of digits from `begin` on have three: `456 789`, not `456 789 00012`.
bool groups_of_three(const Line& line, std::size_t begin) {
  for (int groups = 0; groups < kMostGroups; ++groups) {
    std::size_t end = begin;
    while (end - begin < 4 && is_digit(line[end])) ++end;
    if (end - begin != 3) return false;
    if (!is_space(line[end]) || !is_digit(line[end + 1])) return true;
    begin = end + 1;
  }
  return false;
}

/// Units that mean nothing else where they touch a number.
constexpr std::array kPlainUnits = {
    U"°C",  U"°F",  U"km",  U"m²",     U"m³",     U"km²",   U"km2",   U"cm",    U"cm²",   U"cm³",  U"mm",
    U"µm",  U"nm",  U"ha",  U"kg",     U"mg",     U"µg",    U"ml",    U"mL",    U"cl",    U"cL",   U"min",
    U"mn",  U"ms",  U"kW",  U"MW",     U"GW",     U"TW",    U"Wh",    U"kWh",   U"MWh",   U"GWh",  U"TWh",
    U"kWc", U"kVA", U"mAh", U"Hz",     U"kHz",    U"MHz",   U"GHz",   U"ko",    U"Ko",    U"kB",   U"Mo",
    U"Go",  U"To",  U"MB",  U"GB",     U"TB",     U"kbit",  U"Mbit",  U"Gbit",  U"Mbps",  U"Gbps", U"dB",
    U"dpi", U"ppp", U"Mpx", U"kgCO2e", U"kgCO₂e", U"kgCO2", U"kgCO₂", U"tCO2e", U"tCO₂e", U"tCO2", U"tCO₂"};

/// Units behind a space; `5g`, `3m` and `4K` may be something else.
constexpr std::array kOtherUnits = {
    U"m",       U"m2",       U"m3",       U"km³",      U"cm2",  U"cm3",   U"dm",    U"dm³",  U"dm3",
    U"mm²",     U"mm2",      U"g",        U"t",        U"kt",   U"Mt",    U"Gt",    U"l",    U"L",
    U"h",       U"s",        U"j",        U"W",        U"Wc",   U"VA",    U"Ah",    U"J",    U"kJ",
    U"MJ",      U"V",        U"A",        U"mA",       U"o",    U"Po",    U"Eo",    U"kb",   U"Mb",
    U"Gb",      U"bits",     U"octets",   U"lm",       U"lx",   U"cd",    U"nit",   U"nits", U"px",
    U"pt",      U"CO2",      U"CO₂",      U"CO2e",     U"CO₂e", U"gCO2e", U"gCO₂e", U"gCO2", U"gCO₂",
    U"million", U"millions", U"milliard", U"milliards"};

/// Whether one of `units` stands at `right`; `2020 l'État` has no litres, `5 A++` no amperes.
template <std::size_t N>
bool has_unit(const Line& line, std::size_t right, const std::array<const char32_t*, N>& units) {
  return std::ranges::any_of(units, [&](std::u32string_view unit) {
    return line[right] == unit.front() && line.begins_with(right, unit) &&
           !is_one_of(line[right + unit.size()], U"'’+_");
  });
}

/// Thousands and more of a currency.
constexpr std::array kMagnitudes = {U"k", U"K", U"M", U"Md", U"Mds", U"Mrd"};
constexpr std::array kCurrencies = {U"EUR",  U"USD",   U"GBP",   U"CHF",   U"CAD",    U"euro",   U"euros",
                                    U"Euro", U"Euros", U"EUROS", U"franc", U"francs", U"dollar", U"dollars"};

/// What is behind the sign of a currency that begins at `at`, or `at`: `€`, `k€`, `M$`, `€HT`, `$US`.
std::size_t currency_sign_end(const Line& line, std::size_t at) {
  std::size_t sign = at;
  for (const std::u32string_view magnitude : kMagnitudes) {
    if (line.begins_with(at, magnitude)) sign = at + magnitude.size();
  }
  if (!is_one_of(line[sign], U"€$£¥")) return at;
  constexpr std::array kSuffixes = {U"HT", U"TTC", U"US"};
  for (const std::u32string_view suffix : kSuffixes) {
    if (line.begins_with(sign + 1, suffix)) return sign + 1 + suffix.size();
  }
  return sign + 1;
}

bool has_currency(const Line& line, std::size_t right) {
  const std::size_t end = currency_sign_end(line, right);
  const bool sign = end != right && !is_word(line[end]) && !is_one_of(line[end], U"'’+_");
  return sign || has_unit(line, right, kCurrencies);
}

/// `3 Mds`, `2 millions`: a number with a word that multiplies what follows.
bool ends_with_magnitude(const Line& line, std::size_t last) {
  constexpr std::array kWords = {U"million", U"millions", U"milliard", U"milliards"};
  const auto behind_number = [&](std::u32string_view word) {
    return line.ends_with(last, word) && last > word.size() && is_space(line[last - word.size()]) &&
           is_digit(line[last - word.size() - 1]);
  };
  return std::ranges::any_of(kMagnitudes, behind_number) || std::ranges::any_of(kWords, behind_number);
}

/// `Mds`, and the `M` of `M €`.
bool begins_with_magnitude(const Line& line, std::size_t at) {
  return std::ranges::any_of(kMagnitudes, [&](std::u32string_view magnitude) {
    if (!line.begins_with(at, magnitude)) return false;
    const std::size_t end = at + magnitude.size();
    return magnitude.size() > 1 || (is_space(line[end]) && has_currency(line, end + 1));
  });
}

/// Whether the sign behind a number ends it: `10%`, `24€`, not `%20`.
bool ends_number(const Line& line, std::size_t left, std::size_t right) {
  const char32_t after = line[right + 1];
  return is_digit(line[left]) && !is_word(after) && after != '%' && !line.in_address(left);
}

/// Whether the digits that end at `last` are a number of prose rather than the end of a code: `3`, `1,5`,
/// `-5`, `10-15`; not `A4`, `IPX-5`, `v2.0`, `#12`.
bool is_plain_number(const Line& line, std::size_t last) {
  std::size_t begin = line.number_begin(last);
  while (begin >= 2 && is_one_of(line[begin - 1], U",.-") && is_digit(line[begin - 2])) {
    begin = line.number_begin(begin - 2);
  }
  if (is_one_of(line[begin - 1], U"-+")) --begin;
  const char32_t before = line[begin - 1];
  return !is_word(before) && !is_one_of(before, U"_-/\\#@=&*:.,°²³");
}

}  // namespace

bool between_thousands(const Line& line, std::size_t left, std::size_t right) {
  if (!is_digit(line[left]) || !groups_of_three(line, right)) return false;
  // Back to the first group: all others have three digits.
  std::size_t last = left;
  for (int groups = 0; groups < kMostGroups; ++groups) {
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

bool before_unit(const Line& line, std::size_t left, std::size_t right) {
  // `10 h 30`
  const bool hours = line[left] == 'h' && is_digit(line[right]) && is_digit(line[right + 1]) &&
                     !is_word(line[right + 2]) && left >= 2 && is_space(line[left - 1]) &&
                     is_digit(line[left - 2]);
  return hours ||
         (is_digit(line[left]) && (has_unit(line, right, kPlainUnits) || has_unit(line, right, kOtherUnits)));
}

bool before_percent(const Line& line, std::size_t left, std::size_t right) {
  return is_digit(line[left]) && (line[right] == '%' || line[right] == U'‰') && !is_word(line[right + 1]);
}

bool before_currency(const Line& line, std::size_t left, std::size_t right) {
  if (is_digit(line[left])) return has_currency(line, right) || begins_with_magnitude(line, right);
  return ends_with_magnitude(line, left) && has_currency(line, right);
}

bool touches_unit(const Line& line, std::size_t left, std::size_t right) {
  return is_digit(line[left]) && has_unit(line, right, kPlainUnits) && is_plain_number(line, left) &&
         !line.in_address(left);
}

bool touches_percent(const Line& line, std::size_t left, std::size_t right) {
  return (line[right] == '%' || line[right] == U'‰') && ends_number(line, left, right);
}

bool touches_currency(const Line& line, std::size_t left, std::size_t right) {
  if (!is_digit(line[left]) || line.in_address(left)) return false;
  if (line[right] == U'€') return has_currency(line, right);
  const bool multiplied = is_letter(line[right]) && currency_sign_end(line, right) != right;
  return multiplied && has_currency(line, right) && is_plain_number(line, left);
}

}  // namespace reliure::content

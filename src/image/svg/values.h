#pragma once
// The grammars of attribute values (SVG 1.1 sections 4.2, 7.6 and 8.3, CSS Color 4). Locale-free.
#include <optional>
#include <string_view>

#include "base/ascii.h"
#include "base/geometry.h"
#include "image/svg/geometry.h"

namespace reliure::image {

/// A value being read: what is left of it. Each reader takes what it recognises, else leaves it as it was.
using Rest = std::string_view;

bool is_space(char c);
bool is_letter(char c);
/// `A` to `Z` as small letters.
using base::lower;
bool equals_ignoring_case(std::string_view a, std::string_view b);
std::string_view trimmed(std::string_view text);
void skip_space(Rest& rest);
/// Space with at most one comma in it.
void skip_comma(Rest& rest);
bool take(Rest& rest, char c);
/// A finite number: sign, digits, point, exponent.
std::optional<double> take_number(Rest& rest);
/// Numbers separated by commas or spaces up to the end; nothing when anything else is there.
std::optional<std::vector<double>> numbers(std::string_view text);

/// What percentages and `em` are of, in user units.
struct Measure {
  double percent_of = 0;
  double font_size = 16;
};

/// A number with a unit (px pt pc mm cm in em ex %) in user units.
std::optional<double> length(std::string_view text, const Measure& measure);
/// A number or percentage as a fraction from 0 to 1.
std::optional<double> fraction(std::string_view text);
/// `#hex`, `rgb()`, `hsl()` and names; `currentColor` is the caller's.
std::optional<base::Color> color(std::string_view text);
/// The id in `url(#id)` with or without quotes, and in `rest` what follows; nothing for other values.
std::optional<std::string_view> take_reference(Rest& rest);
/// A `transform` list; nothing when it is damaged.
std::optional<Matrix> transform(std::string_view text);

/// Path data: false when it breaks off at an error, with everything before it drawn, as SVG wants it.
bool path_data(std::string_view text, Shape& shape);

}  // namespace reliure::image

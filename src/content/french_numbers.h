#pragma once
// Numbers of French and what belongs to them: thousands, units, percent, currencies. What is between `left`
// and `right` is the space that the author typed (`before_`), or nothing (`touches_`).
#include <cstddef>

#include "content/french_line.h"

namespace reliure::content {

/// `12 000`: up to three digits, then groups of three and nothing else. Not `0800 123 456`, not `01 23`, not
/// `2019 100`, not `123 456 789 00012`.
bool between_thousands(const Line& line, std::size_t left, std::size_t right);
/// `12 km`, `10 h 30`.
bool before_unit(const Line& line, std::size_t left, std::size_t right);
bool before_percent(const Line& line, std::size_t left, std::size_t right);
/// `3 €`, `10 k€ HT`, `3 Mds €`.
bool before_currency(const Line& line, std::size_t left, std::size_t right);

/// `25°C`, `3kg`: only units that are nothing else behind a number, and never inside of codes.
bool touches_unit(const Line& line, std::size_t left, std::size_t right);
bool touches_percent(const Line& line, std::size_t left, std::size_t right);
/// `24€`, `12M€`.
bool touches_currency(const Line& line, std::size_t left, std::size_t right);

}  // namespace reliure::content

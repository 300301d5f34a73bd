// Numbers as PDF prints them: no exponent, no locale, no zero that says nothing.
#include <algorithm>
#include <charconv>

#include "pdf/syntax.h"

namespace reliure::pdf {

namespace {

/// Lengths beyond 2^28 points are nonsense that must not overflow; readers place nothing there.
constexpr std::int64_t kLargestRaw = std::int64_t{1} << 44;

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (; exponent > 0; --exponent) {
    power *= 10;
  }
  return power;
}

}  // namespace

std::int64_t thousandths(base::Length length) {
  const std::int64_t raw = std::clamp(length.raw, -kLargestRaw, kLargestRaw);
  return base::scaled({raw}, 1000, base::kUnitsPerPoint).raw;
}

void append_integer(std::string& out, std::int64_t value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, end);
}

void append_decimal(std::string& out, std::int64_t value, int decimals) {
  if (value < 0) {
    out += '-';
    value = -value;
  }
  const std::int64_t unit = power_of_ten(decimals);
  const std::int64_t whole = value / unit;
  std::int64_t fraction = value % unit;
  if (whole != 0 || fraction == 0) {
    append_integer(out, whole);
  }
  if (fraction == 0) {
    return;
  }
  for (; fraction % 10 == 0; fraction /= 10) {
    --decimals;
  }
  char digits[20];
  for (int i = decimals - 1; i >= 0; --i) {
    digits[i] = static_cast<char>('0' + fraction % 10);
    fraction /= 10;
  }
  out += '.';
  out.append(digits, static_cast<std::size_t>(decimals));
}

void append_fixed(std::string& out, std::int64_t value, int decimals) {
  const std::int64_t held = std::clamp(value, -kLargestRaw, kLargestRaw);
  // Two steps keep the product within 63 bits however many decimals are asked for.
  const std::int64_t unit = power_of_ten(decimals);
  const std::int64_t fraction = base::scaled({held % 65536}, unit, 65536).raw;
  append_decimal(out, held / 65536 * unit + fraction, decimals);
}

}  // namespace reliure::pdf

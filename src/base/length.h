#pragma once
// Lengths: integers from shaping to page, so that every break is decided the same way everywhere.
#include <compare>
#include <cstdint>

namespace reliure::base {

/// A length in 1/65536 of a PostScript point (1/72 inch). Signed; wide enough never to overflow in a book.
struct Length {
  std::int64_t raw = 0;

  friend constexpr auto operator<=>(Length, Length) = default;
  friend constexpr Length operator+(Length a, Length b) { return {a.raw + b.raw}; }
  friend constexpr Length operator-(Length a, Length b) { return {a.raw - b.raw}; }
  friend constexpr Length operator-(Length a) { return {-a.raw}; }
  friend constexpr Length operator*(Length a, std::int64_t n) { return {a.raw * n}; }
  friend constexpr Length operator*(std::int64_t n, Length a) { return {a.raw * n}; }
  friend constexpr Length operator/(Length a, std::int64_t n) { return {a.raw / n}; }
  constexpr Length& operator+=(Length b) { return raw += b.raw, *this; }
  constexpr Length& operator-=(Length b) { return raw -= b.raw, *this; }
};

/// Raw units in one point.
inline constexpr std::int64_t kUnitsPerPoint = 65536;

/// `n` whole points.
constexpr Length points(std::int64_t n) { return {n * kUnitsPerPoint}; }

/// `length * numerator / denominator`, rounded half away from zero. `denominator` is positive.
/// The product must fit 63 bits: a page side (about 2^26 raw) times a numerator below 2^36 does.
constexpr Length scaled(Length length, std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t product = length.raw * numerator;
  const std::int64_t half = denominator / 2;
  return {(product >= 0 ? product + half : product - half) / denominator};
}

constexpr Length min(Length a, Length b) { return a < b ? a : b; }
constexpr Length max(Length a, Length b) { return a < b ? b : a; }

}  // namespace reliure::base

#pragma once
// Values: tokens to lengths, numbers, colours and keywords. A `take_...` function reads one value and moves
// behind it, or leaves the reader where it was and gives nothing.
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "style/computed_style.h"
#include "style/token.h"

namespace reliure::style {

/// What relative units refer to.
struct Units {
  Length font_size = base::points(10);
  Length root_font_size = base::points(10);
  Length line_height = base::points(14);
  Length root_line_height = base::points(14);
};

/// Whether it is negative whatever the percentage is of: not `calc(50% - 10pt)`.
constexpr bool is_negative(const Dimension& value) {
  return value.length <= Length{} && value.percent <= 0 && (value.length < Length{} || value.percent < 0);
}

/// Longest length that is kept, either sign: 2^34 raw is 92 metres. Longer ones are clamped, so that sums
/// and percentages of them stay within 63 bits.
inline constexpr Length kLongestLength{std::int64_t{1} << 34};

struct ValueReader {
  std::span<const Token> tokens;
  Units units;
  std::size_t at = 0;

  /// The next token that is not white space, or the `end` token.
  const Token& peek();
  void pass() { ++at; }
  bool done() { return peek().kind == TokenKind::end; }
};

bool take_keyword(ValueReader& in, std::string_view lower);
bool take_delim(ValueReader& in, char delim);
bool take_comma(ValueReader& in);
/// An identifier that is no CSS-wide keyword, as written.
std::optional<std::string_view> take_ident(ValueReader& in);
std::optional<std::string_view> take_string(ValueReader& in);
/// The `name(` of a function; its arguments are then read up to `take_close`.
bool take_function(ValueReader& in, std::string_view lower);
bool take_close(ValueReader& in);

std::optional<Micro> take_number(ValueReader& in);
std::optional<std::int32_t> take_integer(ValueReader& in);
/// In 1/65536: 100 % is 65536.
std::optional<std::int32_t> take_percentage(ValueReader& in);
std::optional<Length> take_length(ValueReader& in);
/// A length, a percentage, or a sum of both by `calc()`; `min()`, `max()` and `clamp()` of one kind.
std::optional<Dimension> take_dimension(ValueReader& in);
/// `currentcolor` is `current`.
std::optional<Color> take_color(ValueReader& in, Color current);

/// Millionths of a degree, from 0 up to 360: `deg`, `grad`, `rad` and `turn`.
std::optional<Micro> take_angle(ValueReader& in);
std::optional<LinearGradient> take_linear_gradient(ValueReader& in, Color current);
/// `url()`: the index into `book::Book::pictures`, or -1 for a picture that could not be had.
std::optional<std::int32_t> take_picture(ValueReader& in);

/// A table of keywords.
template <class T>
using Keywords = std::span<const std::pair<std::string_view, T>>;
template <class T>
std::optional<T> take_one_of(ValueReader& in, Keywords<T> keywords) {
  for (const auto& [keyword, value] : keywords) {
    if (take_keyword(in, keyword)) return value;
  }
  return std::nullopt;
}

/// `length * number`, clamped.
Length multiplied(Length length, Micro number);
Length clamped(Length length);

/// The colour of a name in lower case (`rebeccapurple`); nothing when CSS has none of that name.
std::optional<Color> named_color(std::string_view lower);
/// Adds all names of colours, for suggestions.
void add_color_names(std::vector<std::string_view>& names);

}  // namespace reliure::style

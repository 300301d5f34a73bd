#include <algorithm>
#include <vector>

#include "style/value.h"

namespace reliure::style {
namespace {

/// Products of two clamped numbers need up to 80 bits.
__extension__ typedef __int128 Wide;

/// Deeper nesting of brackets in `calc()` than anybody writes; bounds recursion.
constexpr int kDeepestCalc = 16;

constexpr Token kEnd{};

Wide rounded_quotient(Wide numerator, Wide denominator) {
  const Wide half = denominator / 2;
  return (numerator >= 0 ? numerator + half : numerator - half) / denominator;
}

std::int64_t within(Wide value, std::int64_t limit) {
  return static_cast<std::int64_t>(std::clamp<Wide>(value, -limit, limit));
}

struct AbsoluteUnit {
  std::string_view name;
  /// One unit is `points` / `per` points.
  std::int64_t points;
  std::int64_t per;
};
/// CSS Values 3 §6.2: 1in = 96px = 72pt = 2.54cm.
constexpr AbsoluteUnit kAbsoluteUnits[] = {{"pt", 1, 1},         {"px", 3, 4},  {"mm", 7200, 2540},
                                           {"cm", 7200, 254},    {"in", 72, 1}, {"pc", 12, 1},
                                           {"q", 7200, 4 * 2540}};

/// What `x` heights and `0` widths are taken to be, in 1/1000 em: those of our own text faces.
constexpr std::int64_t kXHeight = 475;
constexpr std::int64_t kZeroWidth = 520;

std::optional<Length> length_of(Micro number, std::string_view unit, const Units& units) {
  for (const AbsoluteUnit& each : kAbsoluteUnits) {
    if (!same_keyword(unit, each.name)) continue;
    const Wide raw = Wide{number} * base::kUnitsPerPoint * each.points;
    return Length{within(rounded_quotient(raw, Wide{each.per} * kOne), kLongestLength.raw)};
  }
  if (same_keyword(unit, "em")) return multiplied(units.font_size, number);
  if (same_keyword(unit, "rem")) return multiplied(units.root_font_size, number);
  if (same_keyword(unit, "lh")) return multiplied(units.line_height, number);
  if (same_keyword(unit, "rlh")) return multiplied(units.root_line_height, number);
  if (same_keyword(unit, "ex")) return multiplied(base::scaled(units.font_size, kXHeight, 1000), number);
  if (same_keyword(unit, "ch")) return multiplied(base::scaled(units.font_size, kZeroWidth, 1000), number);
  return std::nullopt;
}

/// What a `calc()` has come to so far: a number, or a length and a percentage.
struct Quantity {
  bool is_number = true;
  Micro number = 0;
  Length length;
  std::int64_t percent = 0;
};

constexpr std::int64_t kLargestPercent = kLargestNumber / kOne / 100 * 65536;

std::int64_t percent_of(Micro number) {
  return within(rounded_quotient(Wide{number} * 65536, Wide{100} * kOne), kLargestPercent);
}

Quantity times(Quantity a, Micro factor) {
  a.number = within(rounded_quotient(Wide{a.number} * factor, kOne), kLargestNumber);
  a.length = multiplied(a.length, factor);
  a.percent = within(rounded_quotient(Wide{a.percent} * factor, kOne), kLargestPercent);
  return a;
}

Quantity divided(Quantity a, Micro divisor) {
  const Wide sign = divisor < 0 ? -1 : 1;
  const Wide positive = sign * divisor;
  a.number = within(rounded_quotient(sign * a.number * kOne, positive), kLargestNumber);
  a.length = {within(rounded_quotient(sign * a.length.raw * kOne, positive), kLongestLength.raw)};
  a.percent = within(rounded_quotient(sign * a.percent * kOne, positive), kLargestPercent);
  return a;
}

Quantity plus(Quantity a, const Quantity& b, int sign) {
  a.number = within(Wide{a.number} + sign * b.number, kLargestNumber);
  a.length = clamped(a.length + b.length * sign);
  a.percent = within(Wide{a.percent} + sign * b.percent, kLargestPercent);
  return a;
}

std::optional<Quantity> take_sum(ValueReader& in, int depth);

/// Whether `a` is less than `b`; nothing when that depends on what a percentage is of.
std::optional<bool> is_less(const Quantity& a, const Quantity& b) {
  if (a.is_number != b.is_number) return std::nullopt;
  if (a.is_number) return a.number < b.number;
  if (a.percent == 0 && b.percent == 0) return a.length < b.length;
  if (a.length.raw == 0 && b.length.raw == 0) return a.percent < b.percent;
  return std::nullopt;
}

/// The smaller or the larger of two.
std::optional<Quantity> chosen(const Quantity& a, const Quantity& b, bool smaller) {
  const auto less = is_less(a, b);
  if (!less) return std::nullopt;
  return *less == smaller ? a : b;
}

/// The arguments of `min()`, `max()` or `clamp()`, up to the bracket (CSS Values 4 §10.2).
std::optional<Quantity> take_comparison(ValueReader& in, std::string_view function, int depth) {
  std::vector<Quantity> given;
  do {
    const auto each = take_sum(in, depth + 1);
    if (!each) return std::nullopt;
    given.push_back(*each);
  } while (take_comma(in));
  if (same_keyword(function, "clamp")) {
    if (given.size() != 3) return std::nullopt;
    const auto most = chosen(given[1], given[2], true);
    return most ? chosen(given[0], *most, false) : std::nullopt;
  }
  std::optional<Quantity> result = given[0];
  for (std::size_t i = 1; i < given.size() && result; ++i)
    result = chosen(*result, given[i], same_keyword(function, "min"));
  return result;
}

/// The inside of a bracket or a function, and the bracket that closes it.
std::optional<Quantity> take_inside(ValueReader& in, const Token& open, int depth) {
  if (depth >= kDeepestCalc) return std::nullopt;
  const bool plain = open.kind == TokenKind::open_paren || same_keyword(open.text, "calc");
  const bool compares = !plain && (same_keyword(open.text, "min") || same_keyword(open.text, "max") ||
                                   same_keyword(open.text, "clamp"));
  if (!plain && !compares) return std::nullopt;
  in.pass();
  auto inner = plain ? take_sum(in, depth + 1) : take_comparison(in, open.text, depth);
  if (!take_close(in)) return std::nullopt;
  return inner;
}

/// A number, length, percentage, bracket or function of these.
std::optional<Quantity> take_operand(ValueReader& in, int depth) {
  const Token token = in.peek();
  Quantity quantity;
  switch (token.kind) {
    case TokenKind::number:
      quantity.number = token.number;
      break;
    case TokenKind::percentage:
      quantity.is_number = false;
      quantity.percent = percent_of(token.number);
      break;
    case TokenKind::dimension: {
      const auto length = length_of(token.number, token.text, in.units);
      if (!length) return std::nullopt;
      quantity.is_number = false;
      quantity.length = *length;
      break;
    }
    case TokenKind::open_paren:
    case TokenKind::function:
      return take_inside(in, token, depth);
    default:
      return std::nullopt;
  }
  in.pass();
  return quantity;
}

std::optional<Quantity> take_product(ValueReader& in, int depth) {
  auto left = take_operand(in, depth);
  while (left) {
    const bool multiply = take_delim(in, '*');
    if (!multiply && !take_delim(in, '/')) break;
    const auto right = take_operand(in, depth);
    if (!right) return std::nullopt;
    if (multiply && right->is_number) {
      left = times(*left, right->number);
    } else if (multiply && left->is_number) {
      left = times(*right, left->number);
    } else if (!multiply && right->is_number && right->number != 0) {
      left = divided(*left, right->number);
    } else {
      return std::nullopt;
    }
  }
  return left;
}

std::optional<Quantity> take_sum(ValueReader& in, int depth) {
  auto left = take_product(in, depth);
  while (left) {
    const bool add = take_delim(in, '+');
    if (!add && !take_delim(in, '-')) break;
    const auto right = take_product(in, depth);
    if (!right || right->is_number != left->is_number) return std::nullopt;
    left = plus(*left, *right, add ? 1 : -1);
  }
  return left;
}

/// Reads a quantity, a zero without unit being a length where `zero_is_length`.
std::optional<Quantity> take_quantity(ValueReader& in, bool wants_number) {
  const std::size_t start = in.at;
  if (in.peek().kind != TokenKind::open_paren) {
    auto quantity = take_operand(in, 0);
    const bool zero = quantity && quantity->is_number && quantity->number == 0;
    if (!wants_number && zero) quantity->is_number = false;
    if (quantity && quantity->is_number == wants_number) return quantity;
  }
  in.at = start;
  return std::nullopt;
}

bool is_wide_keyword(std::string_view text) {
  return same_keyword(text, "inherit") || same_keyword(text, "initial") || same_keyword(text, "unset") ||
         same_keyword(text, "revert") || same_keyword(text, "default");
}

}  // namespace

const Token& ValueReader::peek() {
  while (at < tokens.size() && tokens[at].kind == TokenKind::whitespace) ++at;
  return at < tokens.size() ? tokens[at] : kEnd;
}

Length clamped(Length length) { return {std::clamp(length.raw, -kLongestLength.raw, kLongestLength.raw)}; }

Length multiplied(Length length, Micro number) {
  return {within(rounded_quotient(Wide{length.raw} * number, kOne), kLongestLength.raw)};
}

bool take_keyword(ValueReader& in, std::string_view lower) {
  const Token& token = in.peek();
  if (token.kind != TokenKind::ident || !same_keyword(token.text, lower)) return false;
  in.pass();
  return true;
}

bool take_delim(ValueReader& in, char delim) {
  if (in.peek().kind != TokenKind::delim || in.peek().delim != delim) return false;
  in.pass();
  return true;
}

bool take_comma(ValueReader& in) {
  if (in.peek().kind != TokenKind::comma) return false;
  in.pass();
  return true;
}

std::optional<std::string_view> take_ident(ValueReader& in) {
  const Token& token = in.peek();
  if (token.kind != TokenKind::ident || is_wide_keyword(token.text)) return std::nullopt;
  in.pass();
  return token.text;
}

std::optional<std::string_view> take_string(ValueReader& in) {
  const Token& token = in.peek();
  if (token.kind != TokenKind::string) return std::nullopt;
  in.pass();
  return token.text;
}

bool take_function(ValueReader& in, std::string_view lower) {
  const Token& token = in.peek();
  if (token.kind != TokenKind::function || !same_keyword(token.text, lower)) return false;
  in.pass();
  return true;
}

bool take_close(ValueReader& in) {
  // A value that ends the sheet may leave its brackets open (CSS Syntax 3 §5.4.8).
  if (in.done()) return true;
  if (in.peek().kind != TokenKind::close_paren) return false;
  in.pass();
  return true;
}

std::optional<Micro> take_number(ValueReader& in) {
  const auto quantity = take_quantity(in, true);
  return quantity ? std::optional(quantity->number) : std::nullopt;
}

std::optional<std::int32_t> take_integer(ValueReader& in) {
  const Token& token = in.peek();
  if (token.kind != TokenKind::number || !token.integer) return std::nullopt;
  in.pass();
  return static_cast<std::int32_t>(token.number / kOne);
}

std::optional<std::int32_t> take_percentage(ValueReader& in) {
  const Token& token = in.peek();
  if (token.kind != TokenKind::percentage) return std::nullopt;
  in.pass();
  return static_cast<std::int32_t>(percent_of(token.number));
}

std::optional<Length> take_length(ValueReader& in) {
  const std::size_t start = in.at;
  const auto quantity = take_quantity(in, false);
  if (quantity && quantity->percent == 0) return quantity->length;
  in.at = start;
  return std::nullopt;
}

std::optional<Micro> take_angle(ValueReader& in) {
  struct Unit {
    std::string_view name;
    /// One of it in millionths of a degree.
    Micro degrees;
  };
  constexpr Unit kUnits[] = {
      {"deg", kOne}, {"grad", kOne * 9 / 10}, {"rad", 57'295'780}, {"turn", 360 * kOne}};
  const Token& token = in.peek();
  const bool zero = token.kind == TokenKind::number && token.number == 0;
  if (zero) return in.pass(), 0;
  if (token.kind != TokenKind::dimension) return std::nullopt;
  for (const Unit& unit : kUnits) {
    if (!same_keyword(token.text, unit.name)) continue;
    in.pass();
    const Wide angle = Wide{token.number} * unit.degrees / kOne % (360 * kOne);
    return static_cast<Micro>((angle + 360 * kOne) % (360 * kOne));
  }
  return std::nullopt;
}

std::optional<Dimension> take_dimension(ValueReader& in) {
  const auto quantity = take_quantity(in, false);
  if (!quantity) return std::nullopt;
  return Dimension{false, quantity->length, static_cast<std::int32_t>(quantity->percent)};
}

}  // namespace reliure::style

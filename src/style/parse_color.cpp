#include <algorithm>
#include <array>
#include <string>

#include "style/value.h"

namespace reliure::style {
namespace {

std::optional<unsigned> hex_digit(char c) {
  const char low = ascii_lower(c);
  if (low >= '0' && low <= '9') return static_cast<unsigned>(low - '0');
  if (low >= 'a' && low <= 'f') return static_cast<unsigned>(low - 'a' + 10);
  return std::nullopt;
}

/// `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`.
std::optional<Color> hex_color(std::string_view digits) {
  const bool is_short = digits.size() == 3 || digits.size() == 4;
  if (!is_short && digits.size() != 6 && digits.size() != 8) return std::nullopt;
  std::array<std::uint8_t, 4> channels{0, 0, 0, 255};
  const std::size_t width = is_short ? 1 : 2;
  for (std::size_t i = 0; i * width < digits.size(); ++i) {
    const auto high = hex_digit(digits[i * width]);
    const auto low = hex_digit(digits[i * width + width - 1]);
    if (!high || !low) return std::nullopt;
    channels[i] = static_cast<std::uint8_t>(*high * 16 + *low);
  }
  return Color{channels[0], channels[1], channels[2], channels[3]};
}

/// A channel as 0 to 255 from 0 to `full`.
std::uint8_t channel(Micro value, Micro full) {
  const Micro bounded = std::clamp<Micro>(value, 0, full);
  return static_cast<std::uint8_t>((bounded * 255 + full / 2) / full);
}

/// A number, a percentage of `full`, or `none`, which is zero.
std::optional<Micro> take_part(ValueReader& in, Micro full) {
  if (take_keyword(in, "none")) return 0;
  if (const auto number = take_number(in)) return number;
  const auto percent = take_percentage(in);
  return percent ? std::optional(Micro{*percent} * full / 65536) : std::nullopt;
}

/// Commas throughout, or none and a slash before the alpha.
bool take_separator(ValueReader& in, bool commas) { return !commas || take_comma(in); }

std::optional<std::uint8_t> take_alpha(ValueReader& in, bool commas) {
  if (!(commas ? take_comma(in) : take_delim(in, '/'))) return 255;
  const auto alpha = take_part(in, kOne);
  return alpha ? std::optional(channel(*alpha, kOne)) : std::nullopt;
}

std::optional<Color> take_rgb(ValueReader& in) {
  constexpr Micro kFull = 255 * kOne;
  const auto red = take_part(in, kFull);
  const bool commas = in.peek().kind == TokenKind::comma;
  if (!red || !take_separator(in, commas)) return std::nullopt;
  const auto green = take_part(in, kFull);
  if (!green || !take_separator(in, commas)) return std::nullopt;
  const auto blue = take_part(in, kFull);
  const auto alpha = take_alpha(in, commas);
  if (!blue || !alpha || !take_close(in)) return std::nullopt;
  return Color{channel(*red, kFull), channel(*green, kFull), channel(*blue, kFull), *alpha};
}

/// A hue in millionths of a degree, 0 up to 360; an angle, or degrees without unit.
std::optional<Micro> take_hue(ValueReader& in) {
  constexpr Micro kTurn = 360 * kOne;
  if (take_keyword(in, "none")) return 0;
  const Token& token = in.peek();
  if (token.kind != TokenKind::number) return take_angle(in);
  in.pass();
  return (token.number % kTurn + kTurn) % kTurn;
}

/// CSS Color 4 §7.1: the channel `n` of a hue, saturation and lightness.
Micro hsl_channel(Micro n, Micro hue, Micro saturation, Micro lightness) {
  const Micro k = (n * kOne + hue / 30) % (12 * kOne);
  const Micro a = saturation * std::min(lightness, kOne - lightness) / kOne;
  const Micro ramp = std::clamp(std::min(k - 3 * kOne, 9 * kOne - k), -kOne, kOne);
  return lightness - a * ramp / kOne;
}

/// Where red, green and blue are on the circle of hues, in twelfths.
constexpr std::array<Micro, 3> kPrimaries{0, 8, 4};

/// A percentage, or a number of hundredths, as a part of one.
std::optional<Micro> take_share(ValueReader& in) {
  const auto share = take_part(in, 100 * kOne);
  return share ? std::optional(std::clamp<Micro>(*share / 100, 0, kOne)) : std::nullopt;
}

std::optional<Color> take_hsl(ValueReader& in) {
  const auto hue = take_hue(in);
  const bool commas = in.peek().kind == TokenKind::comma;
  if (!hue || !take_separator(in, commas)) return std::nullopt;
  const auto saturation = take_share(in);
  if (!saturation || !take_separator(in, commas)) return std::nullopt;
  const auto lightness = take_share(in);
  const auto alpha = take_alpha(in, commas);
  if (!lightness || !alpha || !take_close(in)) return std::nullopt;
  std::array<std::uint8_t, 3> rgb{};
  for (std::size_t i = 0; i < 3; ++i)
    rgb[i] = channel(hsl_channel(kPrimaries[i], *hue, *saturation, *lightness), kOne);
  return Color{rgb[0], rgb[1], rgb[2], *alpha};
}

/// CSS Color 4 §8: a pure hue with white and black mixed in.
std::optional<Color> take_hwb(ValueReader& in) {
  const auto hue = take_hue(in);
  const auto white = hue ? take_share(in) : std::nullopt;
  const auto black = white ? take_share(in) : std::nullopt;
  const auto alpha = take_alpha(in, false);
  if (!black || !alpha || !take_close(in)) return std::nullopt;
  const Micro sum = *white + *black;
  std::array<std::uint8_t, 3> rgb{};
  for (std::size_t i = 0; i < 3; ++i) {
    const Micro pure = hsl_channel(kPrimaries[i], *hue, kOne, kOne / 2);
    const Micro mixed = sum >= kOne ? *white * kOne / sum : pure * (kOne - sum) / kOne + *white;
    rgb[i] = channel(mixed, kOne);
  }
  return Color{rgb[0], rgb[1], rgb[2], *alpha};
}

/// Inks as the light that they leave, without a profile (CSS Color 5 §10.2).
std::optional<Color> take_cmyk(ValueReader& in) {
  std::array<Micro, 4> inks{};
  bool commas = false;
  for (std::size_t i = 0; i < 4; ++i) {
    if (i == 1) commas = in.peek().kind == TokenKind::comma;
    if (i > 0 && !take_separator(in, commas)) return std::nullopt;
    const auto ink = take_part(in, kOne);
    if (!ink) return std::nullopt;
    inks[i] = std::clamp<Micro>(*ink, 0, kOne);
  }
  const auto alpha = take_alpha(in, commas);
  if (!alpha || !take_close(in)) return std::nullopt;
  std::array<std::uint8_t, 3> rgb{};
  for (std::size_t i = 0; i < 3; ++i) rgb[i] = channel((kOne - inks[i]) * (kOne - inks[3]) / kOne, kOne);
  return Color{rgb[0], rgb[1], rgb[2], *alpha};
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), ascii_lower);
  return lower;
}

std::optional<Color> take_color_token(ValueReader& in, Color current) {
  const Token& token = in.peek();
  if (token.kind == TokenKind::hash) return in.pass(), hex_color(token.text);
  if (take_function(in, "rgb") || take_function(in, "rgba")) return take_rgb(in);
  if (take_function(in, "hsl") || take_function(in, "hsla")) return take_hsl(in);
  if (take_function(in, "hwb")) return take_hwb(in);
  if (take_function(in, "device-cmyk") || take_function(in, "cmyk")) return take_cmyk(in);
  if (token.kind != TokenKind::ident) return std::nullopt;
  in.pass();
  const std::string name = lower_case(token.text);
  if (name == "currentcolor") return current;
  if (name == "transparent") return Color{0, 0, 0, 0};
  return named_color(name);
}

}  // namespace

std::optional<Color> take_color(ValueReader& in, Color current) {
  const std::size_t start = in.at;
  const auto color = take_color_token(in, current);
  if (!color) in.at = start;
  return color;
}

}  // namespace reliure::style

#include <algorithm>
#include <array>
#include <cmath>

#include "image/svg/values.h"

namespace reliure::image {
namespace {

struct NamedColor {
  std::string_view name;
  std::uint32_t rgb;
};

/// CSS Color 4, section 6.1, sorted by name.
constexpr NamedColor kNames[] = {
#include "image/svg/color_names.inc"
};

std::optional<base::Color> named_color(std::string_view text) {
  std::array<char, 24> buffer{};
  if (text.size() > buffer.size()) {
    return std::nullopt;
  }
  std::transform(text.begin(), text.end(), buffer.begin(), lower);
  const std::string_view name(buffer.data(), text.size());
  if (name == "transparent") {
    return base::Color{0, 0, 0, 0};
  }
  const auto* found = std::lower_bound(std::begin(kNames), std::end(kNames), name,
                                       [](const NamedColor& c, std::string_view n) { return c.name < n; });
  if (found == std::end(kNames) || found->name != name) {
    return std::nullopt;
  }
  return base::Color{static_cast<std::uint8_t>(found->rgb >> 16), static_cast<std::uint8_t>(found->rgb >> 8),
                     static_cast<std::uint8_t>(found->rgb), 255};
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const char small = lower(c);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::optional<base::Color> hex_color(std::string_view digits) {
  const std::size_t n = digits.size();
  if (n != 3 && n != 4 && n != 6 && n != 8) {
    return std::nullopt;
  }
  const std::size_t width = n <= 4 ? 1 : 2;
  std::array<std::uint8_t, 4> parts{0, 0, 0, 255};
  for (std::size_t i = 0; i * width < n; ++i) {
    const int high = hex_digit(digits[i * width]);
    const int low = hex_digit(digits[i * width + width - 1]);
    if (high < 0 || low < 0) {
      return std::nullopt;
    }
    parts[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return base::Color{parts[0], parts[1], parts[2], parts[3]};
}

std::uint8_t to_byte(double value) { return static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0) + 0.5); }

/// The arguments of a colour function, old syntax (commas) or new (spaces, `/` before alpha).
struct Arguments {
  std::array<double, 4> values{0, 0, 0, 1};
  std::array<bool, 4> percent{};
  std::size_t count = 0;
};

std::optional<Arguments> take_arguments(std::string_view text) {
  Arguments arguments;
  Rest rest = trimmed(text);
  while (!rest.empty()) {
    const std::optional<double> value = take_number(rest);
    if (!value || arguments.count == arguments.values.size()) {
      return std::nullopt;
    }
    const bool percent = take(rest, '%');
    if (!percent && equals_ignoring_case(rest.substr(0, 3), "deg")) {
      rest.remove_prefix(3);
    }
    arguments.values[arguments.count] = *value;
    arguments.percent[arguments.count] = percent;
    ++arguments.count;
    skip_comma(rest);
    if (take(rest, '/')) {
      skip_space(rest);
    }
  }
  if (arguments.count < 3) {
    return std::nullopt;
  }
  if (arguments.percent[3]) {
    arguments.values[3] /= 100;
  }
  return arguments;
}

base::Color from_rgb(const Arguments& arguments) {
  const auto part = [&](std::size_t i) {
    return to_byte(arguments.percent[i] ? arguments.values[i] * 2.55 : arguments.values[i]);
  };
  return {part(0), part(1), part(2), to_byte(arguments.values[3] * 255)};
}

/// CSS Color 4, section 7.1.
base::Color from_hsl(const Arguments& arguments) {
  double hue = std::fmod(arguments.values[0], 360);
  hue = hue < 0 ? hue + 360 : hue;
  const double saturation = std::clamp(arguments.values[1] / 100, 0.0, 1.0);
  const double lightness = std::clamp(arguments.values[2] / 100, 0.0, 1.0);
  const auto part = [&](double n) {
    const double k = std::fmod(n + hue / 30, 12);
    const double amplitude = saturation * std::min(lightness, 1 - lightness);
    return to_byte(255 * (lightness - amplitude * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}))));
  };
  return {part(0), part(8), part(4), to_byte(arguments.values[3] * 255)};
}

}  // namespace

std::optional<base::Color> color(std::string_view text) {
  Rest rest = trimmed(text);
  if (take(rest, '#')) {
    return hex_color(rest);
  }
  const std::size_t open = rest.find('(');
  if (open == std::string_view::npos) {
    return named_color(rest);
  }
  const std::string_view function = rest.substr(0, open);
  const std::size_t close = rest.find(')');
  if (close == std::string_view::npos || close < open) {
    return std::nullopt;
  }
  const std::optional<Arguments> arguments = take_arguments(rest.substr(open + 1, close - open - 1));
  if (!arguments) {
    return std::nullopt;
  }
  if (equals_ignoring_case(function, "rgb") || equals_ignoring_case(function, "rgba")) {
    return from_rgb(*arguments);
  }
  if (equals_ignoring_case(function, "hsl") || equals_ignoring_case(function, "hsla")) {
    return from_hsl(*arguments);
  }
  return std::nullopt;
}

}  // namespace reliure::image

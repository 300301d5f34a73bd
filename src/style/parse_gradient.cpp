// `linear-gradient()` and pictures as values (CSS Images 3 §3.1).
#include "style/value.h"

namespace reliure::style {
namespace {

/// `to left`, `to top right`; false when it is neither.
bool take_direction(ValueReader& in, LinearGradient& gradient) {
  std::int8_t x = 0, y = 0;
  for (int i = 0; i < 2; ++i) {
    if (x == 0 && take_keyword(in, "left")) {
      x = -1;
    } else if (x == 0 && take_keyword(in, "right")) {
      x = 1;
    } else if (y == 0 && take_keyword(in, "top")) {
      y = -1;
    } else if (y == 0 && take_keyword(in, "bottom")) {
      y = 1;
    }
  }
  if (x == 0 && y == 0) return false;
  constexpr std::int32_t kQuarter = 90 * 65536;
  if (x != 0 && y != 0) {
    gradient.to_corner = true;
    gradient.corner_x = x;
    gradient.corner_y = y;
  } else if (x != 0) {
    gradient.angle = x > 0 ? kQuarter : 3 * kQuarter;
  } else {
    gradient.angle = y > 0 ? 2 * kQuarter : 0;
  }
  return true;
}

/// The angle or the side with the comma behind it, when there is one.
bool take_line(ValueReader& in, LinearGradient& gradient) {
  if (take_keyword(in, "to")) return take_direction(in, gradient) && take_comma(in);
  const auto angle = take_angle(in);
  if (!angle) return true;
  gradient.angle = static_cast<std::int32_t>((*angle * 65536 + kOne / 2) / kOne);
  return take_comma(in);
}

/// `<color> <position>{0,2}`: two positions are two stops of the colour.
bool take_stop(ValueReader& in, LinearGradient& gradient, Color current) {
  // More stops than anybody draws; bounds what a page holds.
  constexpr std::size_t kMostStops = 256;
  const auto color = take_color(in, current);
  if (!color || gradient.stops.size() >= kMostStops) return false;
  gradient.stops.push_back({*color, take_dimension(in).value_or(Dimension{})});
  if (const auto second = take_dimension(in)) gradient.stops.push_back({*color, *second});
  return true;
}

std::optional<LinearGradient> take_gradient(ValueReader& in, Color current) {
  LinearGradient gradient;
  if (!take_function(in, "linear-gradient") || !take_line(in, gradient)) return std::nullopt;
  do {
    if (!take_stop(in, gradient, current)) return std::nullopt;
  } while (take_comma(in));
  if (gradient.stops.size() < 2 || !take_close(in)) return std::nullopt;
  return gradient;
}

}  // namespace

std::optional<LinearGradient> take_linear_gradient(ValueReader& in, Color current) {
  const std::size_t start = in.at;
  auto gradient = take_gradient(in, current);
  if (!gradient) in.at = start;
  return gradient;
}

std::optional<std::int32_t> take_picture(ValueReader& in) {
  const std::size_t start = in.at;
  const bool quoted = take_function(in, "url");
  const Token& token = in.peek();
  const bool is_address = token.kind == (quoted ? TokenKind::string : TokenKind::url) && token.address != 0;
  if (is_address) in.pass();
  if (!is_address || (quoted && !take_close(in))) return in.at = start, std::nullopt;
  return token.address < 0 ? -1 : token.address - 1;
}

}  // namespace reliure::style

#include "layout/flow/gradient.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace reliure::layout {
namespace {

using base::Length;
using base::Point;
using style::ColorStop;
using style::LinearGradient;

constexpr std::int64_t kDegree = 65536;
/// Pi / 180 in 1/2^40.
constexpr std::int64_t kRadians = 19190027205;
/// What numbers between -1 and 1 are counted in.
constexpr std::int64_t kOne = std::int64_t{1} << 30;

std::int64_t product(std::int64_t a, std::int64_t b) { return a * b / kOne; }

/// The sine of 0 to 90 degrees by its series, up to the term that no length shows.
std::int64_t quarter_sine(std::int64_t degrees) {
  const std::int64_t x = degrees * kRadians / kDegree / 1024;
  const std::int64_t square = product(x, x);
  std::int64_t term = x, sum = x;
  for (std::int64_t n = 2; n <= 12; n += 2) {
    term = -product(term, square) / (n * (n + 1));
    sum += term;
  }
  return std::clamp<std::int64_t>(sum, 0, kOne);
}

/// In integers, so that every machine draws the same line.
std::int64_t sine(std::int64_t degrees) {
  degrees = ((degrees % (360 * kDegree)) + 360 * kDegree) % (360 * kDegree);
  if (degrees >= 180 * kDegree) {
    return -sine(degrees - 180 * kDegree);
  }
  return quarter_sine(degrees > 90 * kDegree ? 180 * kDegree - degrees : degrees);
}

Length times(Length length, std::int64_t factor) { return base::scaled(length, factor >> 8, kOne >> 8); }

std::int64_t magnitude(std::int64_t value) { return value < 0 ? -value : value; }

/// The largest integer whose square is not above `value`.
std::int64_t square_root(std::int64_t value) {
  std::int64_t root = 0;
  for (std::int64_t bit = std::int64_t{1} << 31; bit > 0; bit >>= 1) {
    if ((root + bit) * (root + bit) <= value) {
      root += bit;
    }
  }
  return root;
}

/// The gradient line: from its middle, the middle of the area, to its end; and its whole length.
struct Line {
  Point half;
  Length length;
};

/// The line of an angle ends where a line square to it meets the corner (§3.1.1).
Line angled(std::int64_t angle, base::Rect area) {
  const std::int64_t s = sine(angle), c = sine(angle + 90 * kDegree);
  const Length length = times(area.width, magnitude(s)) + times(area.height, magnitude(c));
  return {{times(length / 2, s), -times(length / 2, c)}, length};
}

/// The line towards a corner: square to the diagonal between its neighbours, so that these have the colour
/// of the middle.
Line towards_corner(const LinearGradient& gradient, base::Rect area) {
  std::int64_t width = area.width.raw, height = area.height.raw;
  // Only their relation counts: small enough that cubes fit.
  while (std::max(width, height) >= std::int64_t{1} << 20) {
    width >>= 1;
    height >>= 1;
  }
  const std::int64_t squares = std::max<std::int64_t>(1, width * width + height * height);
  const std::int64_t part = width * height * 65536 / squares;
  const Length x = base::scaled(area.height, part, 65536), y = base::scaled(area.width, part, 65536);
  const std::int64_t a = x.raw >> 6, b = y.raw >> 6;
  return {{x * gradient.corner_x, y * gradient.corner_y}, Length{square_root(a * a + b * b) * 128}};
}

Line line_of(const LinearGradient& gradient, base::Rect area) {
  if (!gradient.to_corner) {
    return angled(gradient.angle, area);
  }
  if (gradient.corner_x != 0 && gradient.corner_y != 0) {
    return towards_corner(gradient, area);
  }
  const bool sideways = gradient.corner_x != 0;
  return {{area.width / 2 * gradient.corner_x, area.height / 2 * gradient.corner_y},
          sideways ? area.width : area.height};
}

/// A stop's place on the line in 1/65536 of its length. What lies absurdly far out is brought nearer.
std::int64_t place_of(const style::Dimension& position, Length line) {
  constexpr std::int64_t kFarthest = std::int64_t{1} << 30;
  const std::int64_t length = line.raw > 0 ? position.length.raw * 4096 / line.raw * 16 : 0;
  return std::clamp(length + position.percent, -kFarthest, kFarthest);
}

/// The places of all stops: the given ones never go back, the others lie evenly between (§3.4.3).
std::vector<std::int64_t> places_of(const std::vector<ColorStop>& stops, Length line) {
  std::vector<std::int64_t> places(stops.size());
  std::size_t given = 0;
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const bool last = i + 1 == stops.size();
    const style::Dimension& position = stops[i].position;
    if (position.automatic && i > 0 && !last) {
      continue;
    }
    places[i] = position.automatic ? (i == 0 ? 0 : 65536) : place_of(position, line);
    places[i] = i == 0 ? places[i] : std::max(places[i], places[given]);
    const auto gaps = static_cast<std::int64_t>(i - given);
    for (std::size_t between = given + 1; between < i; ++between) {
      const auto step = static_cast<std::int64_t>(between - given);
      places[between] = places[given] + (places[i] - places[given]) * step / gaps;
    }
    given = i;
  }
  return places;
}

/// Adds a stop. A transparent one takes the colours of its neighbours, so that what fades keeps its colour,
/// as if colours were mixed by their opacity (§3.4.2).
void add_stop(const std::vector<ColorStop>& stops, std::size_t i, std::int32_t offset,
              std::vector<book::GradientStop>& out) {
  const auto faded = [](base::Color color) { return base::Color{color.red, color.green, color.blue, 0}; };
  if (stops[i].color.alpha > 0) {
    out.push_back({offset, stops[i].color});
    return;
  }
  if (i > 0) {
    out.push_back({offset, faded(stops[i - 1].color)});
  }
  if (i + 1 < stops.size()) {
    out.push_back({offset, faded(stops[i + 1].color)});
  }
}

}  // namespace

book::Gradient place_gradient(const LinearGradient& gradient, base::Rect area) {
  book::Gradient placed;
  if (gradient.stops.empty()) {
    return placed;
  }
  const Line line = line_of(gradient, area);
  const std::vector<std::int64_t> places = places_of(gradient.stops, line.length);
  // The line is made longer where stops lie outside of it.
  const std::int64_t first = std::min<std::int64_t>(0, places.front());
  const std::int64_t last = std::max<std::int64_t>(65536, places.back());
  const Point middle{area.x + area.width / 2, area.y + area.height / 2};
  const auto at = [&](std::int64_t place) {
    return Point{middle.x + base::scaled(line.half.x, place * 2 - 65536, 65536),
                 middle.y + base::scaled(line.half.y, place * 2 - 65536, 65536)};
  };
  placed.start = at(first);
  placed.end = at(last);
  for (std::size_t i = 0; i < gradient.stops.size(); ++i) {
    const auto offset = static_cast<std::int32_t>((places[i] - first) * 65536 / (last - first));
    add_stop(gradient.stops, i, offset, placed.stops);
  }
  return placed;
}

}  // namespace reliure::layout

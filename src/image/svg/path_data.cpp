#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "image/svg/values.h"

namespace reliure::image {
namespace {

/// Where the pen is while path data is read.
struct Pen {
  Shape& shape;
  Vec at;
  Vec start;
  /// The last control point, mirrored by `S` and `T` when the command before drew a curve of their kind.
  Vec control;
  char before = 'M';
  bool open = false;
};

/// How many numbers one turn of a command takes; none for letters that are no command.
std::size_t argument_count(char command) {
  switch (command) {
    case 'Z':
      return 0;
    case 'H':
    case 'V':
      return 1;
    case 'M':
    case 'L':
    case 'T':
      return 2;
    case 'S':
    case 'Q':
      return 4;
    case 'C':
      return 6;
    default:
      return 7;
  }
}

bool is_command(char c) { return std::string_view("MZLHVCSQTA").find(c) != std::string_view::npos; }

/// A subpath that was closed and is drawn on begins again where it began.
void reopen(Pen& pen) {
  if (!pen.open) {
    pen.shape.move(pen.at);
    pen.start = pen.at;
    pen.open = true;
  }
}

void line_to(Pen& pen, Vec p) {
  reopen(pen);
  pen.shape.line(p);
  pen.at = p;
}

void cubic_to(Pen& pen, Vec p, Vec q, Vec r) {
  reopen(pen);
  pen.shape.curve(p, q, r);
  pen.control = q;
  pen.at = r;
}

void quadratic_to(Pen& pen, Vec control, Vec to) {
  const Vec from = pen.at;
  cubic_to(pen, from + 2.0 / 3 * (control - from), to + 2.0 / 3 * (control - to), to);
  pen.control = control;
}

Vec mirrored_control(const Pen& pen, std::string_view kinds) {
  return kinds.find(pen.before) == std::string_view::npos ? pen.at : pen.at + (pen.at - pen.control);
}

double angle(Vec p) { return std::atan2(p.y, p.x) * 180.0 / std::numbers::pi; }

/// From the end points to the centre: SVG 1.1, appendix F.6.5 and F.6.6. Values: rx, ry, rotation, large,
/// sweep.
void arc_to(Pen& pen, const std::array<double, 7>& v, Vec to) {
  double rx = std::abs(v[0]);
  double ry = std::abs(v[1]);
  const Vec from = pen.at;
  if (rx == 0 || ry == 0 || (from.x == to.x && from.y == to.y)) {
    line_to(pen, to);
    return;
  }
  const Matrix turn = rotation(v[2]);
  const Vec half = 0.5 * (from - to);
  const Vec p{turn.a * half.x + turn.b * half.y, turn.c * half.x + turn.d * half.y};
  const double excess = (p.x / rx) * (p.x / rx) + (p.y / ry) * (p.y / ry);
  if (excess > 1) {
    rx *= std::sqrt(excess);
    ry *= std::sqrt(excess);
  }
  const Vec unit{p.x / rx, p.y / ry};
  const double distance = unit.x * unit.x + unit.y * unit.y;
  const double root = std::sqrt(std::max(0.0, (1 - distance) / distance));
  const double side = (v[3] != 0) == (v[4] != 0) ? -root : root;
  const Vec center{side * unit.y, -side * unit.x};
  const Vec middle = 0.5 * (from + to);
  const Matrix frame =
      translation(middle.x, middle.y) * turn * scaling(rx, ry) * translation(center.x, center.y);
  const double start = angle(unit - center);
  double sweep = angle(-1.0 * unit - center) - start;
  if (v[4] != 0 && sweep < 0) {
    sweep += 360;
  } else if (v[4] == 0 && sweep > 0) {
    sweep -= 360;
  }
  reopen(pen);
  add_arc(pen.shape, frame, start, sweep);
  pen.shape.points.back() = to;
  pen.at = to;
}

/// One turn of a command. `origin` is added to its points: the pen's place for small letters, else zero.
void draw(Pen& pen, char command, const std::array<double, 7>& v, Vec origin) {
  const Vec first = origin + Vec{v[0], v[1]};
  switch (command) {
    case 'M':
      pen.shape.move(first);
      pen.at = pen.start = first;
      pen.open = true;
      break;
    case 'L':
      line_to(pen, first);
      break;
    case 'H':
      line_to(pen, {origin.x + v[0], pen.at.y});
      break;
    case 'V':
      line_to(pen, {pen.at.x, origin.y + v[0]});
      break;
    case 'C':
      cubic_to(pen, first, origin + Vec{v[2], v[3]}, origin + Vec{v[4], v[5]});
      break;
    case 'S':
      cubic_to(pen, mirrored_control(pen, "CS"), first, origin + Vec{v[2], v[3]});
      break;
    case 'Q':
      quadratic_to(pen, first, origin + Vec{v[2], v[3]});
      break;
    case 'T':
      quadratic_to(pen, mirrored_control(pen, "QT"), first);
      break;
    case 'A':
      arc_to(pen, v, origin + Vec{v[5], v[6]});
      break;
    default:
      if (pen.open) {
        pen.shape.close();
      }
      pen.at = pen.start;
      pen.open = false;
      break;
  }
  pen.before = command;
}

/// The numbers of one turn; an arc's flags are single digits that need nothing between them.
bool take_arguments(Rest& rest, char command, std::array<double, 7>& values) {
  const std::size_t count = argument_count(command);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) {
      skip_comma(rest);
    }
    if (command == 'A' && (i == 3 || i == 4)) {
      const bool set = take(rest, '1');
      if (!set && !take(rest, '0')) {
        return false;
      }
      values[i] = set ? 1 : 0;
      continue;
    }
    const std::optional<double> value = take_number(rest);
    if (!value) {
      return false;
    }
    values[i] = *value;
  }
  return true;
}

bool starts_number(const Rest& rest) { return !rest.empty() && !is_letter(rest.front()); }

}  // namespace

bool path_data(std::string_view text, Shape& shape) {
  Pen pen{shape, {}, {}, {}, 'M', false};
  Rest rest = trimmed(text);
  bool first = true;
  while (!rest.empty()) {
    const bool relative = rest.front() >= 'a';
    char command = relative ? static_cast<char>(rest.front() - ('a' - 'A')) : rest.front();
    if (!is_command(command) || (first && command != 'M')) {
      return false;
    }
    first = false;
    rest.remove_prefix(1);
    skip_space(rest);
    do {
      std::array<double, 7> values{};
      if (!take_arguments(rest, command, values)) {
        return false;
      }
      draw(pen, command, values, relative ? pen.at : Vec{});
      command = command == 'M' ? 'L' : command;
      skip_comma(rest);
    } while (command != 'Z' && starts_number(rest));
  }
  return true;
}

}  // namespace reliure::image

#include "image/svg/values.h"

#include <charconv>
#include <cmath>

namespace reliure::image {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) {
      return false;
    }
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  skip_space(text);
  while (!text.empty() && is_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

void skip_space(Rest& rest) {
  while (!rest.empty() && is_space(rest.front())) {
    rest.remove_prefix(1);
  }
}

void skip_comma(Rest& rest) {
  skip_space(rest);
  if (take(rest, ',')) {
    skip_space(rest);
  }
}

bool take(Rest& rest, char c) {
  if (rest.empty() || rest.front() != c) {
    return false;
  }
  rest.remove_prefix(1);
  return true;
}

std::optional<double> take_number(Rest& rest) {
  Rest digits = rest;
  const bool plus = take(digits, '+');
  const std::size_t sign = !plus && !digits.empty() && digits.front() == '-' ? 1 : 0;
  // `from_chars` also reads `inf` and `nan`, which are no numbers here.
  const char first = digits.size() > sign ? digits[sign] : ' ';
  if (!(first >= '0' && first <= '9') && first != '.') {
    return std::nullopt;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || !std::isfinite(value)) {
    return std::nullopt;
  }
  digits.remove_prefix(static_cast<std::size_t>(end - digits.data()));
  rest = digits;
  return value;
}

std::optional<std::vector<double>> numbers(std::string_view text) {
  std::vector<double> values;
  Rest rest = trimmed(text);
  while (!rest.empty()) {
    const std::optional<double> value = take_number(rest);
    if (!value) {
      return std::nullopt;
    }
    values.push_back(*value);
    skip_comma(rest);
  }
  return values;
}

std::optional<double> length(std::string_view text, const Measure& measure) {
  Rest rest = trimmed(text);
  const std::optional<double> number = take_number(rest);
  if (!number) {
    return std::nullopt;
  }
  struct Unit {
    std::string_view name;
    double size;
  };
  // An `ex` is taken for half an `em`, as CSS allows where the font is not known.
  const Unit units[] = {{"", 1},
                        {"px", 1},
                        {"pt", 4.0 / 3},
                        {"pc", 16},
                        {"mm", 96 / 25.4},
                        {"cm", 96 / 2.54},
                        {"in", 96},
                        {"q", 96 / 101.6},
                        {"em", measure.font_size},
                        {"rem", 16},
                        {"ex", measure.font_size / 2},
                        {"%", measure.percent_of / 100}};
  for (const Unit& unit : units) {
    if (equals_ignoring_case(rest, unit.name)) {
      return *number * unit.size;
    }
  }
  return std::nullopt;
}

std::optional<double> fraction(std::string_view text) {
  Rest rest = trimmed(text);
  std::optional<double> value = take_number(rest);
  if (value && take(rest, '%')) {
    *value /= 100;
  }
  if (!value || !rest.empty()) {
    return std::nullopt;
  }
  return *value < 0 ? 0 : *value > 1 ? 1 : *value;
}

std::optional<std::string_view> take_reference(Rest& rest) {
  Rest text = trimmed(rest);
  if (!equals_ignoring_case(text.substr(0, 4), "url(")) {
    return std::nullopt;
  }
  const std::size_t end = text.find(')');
  if (end == std::string_view::npos) {
    return std::nullopt;
  }
  std::string_view id = trimmed(text.substr(4, end - 4));
  if (id.size() >= 2 && (id.front() == '"' || id.front() == '\'') && id.back() == id.front()) {
    id = trimmed(id.substr(1, id.size() - 2));
  }
  if (!take(id, '#')) {
    // Another file, which is never opened: a reference to nothing.
    id = {};
  }
  rest = text.substr(end + 1);
  return id;
}

namespace {

std::optional<Matrix> make_transform(std::string_view name, const std::vector<double>& v) {
  const std::size_t n = v.size();
  if (name == "matrix" && n == 6) {
    return Matrix{v[0], v[1], v[2], v[3], v[4], v[5]};
  }
  if (name == "translate" && (n == 1 || n == 2)) {
    return translation(v[0], n == 2 ? v[1] : 0);
  }
  if (name == "scale" && (n == 1 || n == 2)) {
    return scaling(v[0], n == 2 ? v[1] : v[0]);
  }
  if (name == "rotate" && n == 1) {
    return rotation(v[0]);
  }
  if (name == "rotate" && n == 3) {
    return translation(v[1], v[2]) * rotation(v[0]) * translation(-v[1], -v[2]);
  }
  if (name == "skewX" && n == 1) {
    return skewing(v[0], 0);
  }
  if (name == "skewY" && n == 1) {
    return skewing(0, v[0]);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Matrix> transform(std::string_view text) {
  Matrix result;
  Rest rest = trimmed(text);
  if (rest == "none") {
    return result;
  }
  while (!rest.empty()) {
    const std::size_t open = rest.find('(');
    const std::size_t close = rest.find(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
      return std::nullopt;
    }
    const std::optional<std::vector<double>> values = numbers(rest.substr(open + 1, close - open - 1));
    const std::optional<Matrix> next =
        values ? make_transform(trimmed(rest.substr(0, open)), *values) : std::nullopt;
    if (!next) {
      return std::nullopt;
    }
    result = result * *next;
    rest.remove_prefix(close + 1);
    skip_comma(rest);
  }
  return result;
}

}  // namespace reliure::image

#include "style/print.h"

#include "style/property.h"

namespace reliure::style {
namespace {

constexpr std::string_view kCounterStyles[] = {"none",        "decimal",     "decimal-leading-zero",
                                               "lower-roman", "upper-roman", "lower-alpha",
                                               "upper-alpha", "lower-greek", "disc",
                                               "circle",      "square",      "dash",
                                               "string"};
constexpr std::string_view kBorderStyles[] = {"none",   "solid", "dashed", "dotted", "double",
                                              "groove", "ridge", "inset",  "outset"};

/// `value` as a decimal with up to `digits` decimals, of which it holds `value * 10^digits`.
void print_decimal(std::string& out, std::int64_t value, int digits) {
  if (value < 0) out += '-';
  std::string text = std::to_string(value < 0 ? -value : value);
  const auto decimals = static_cast<std::size_t>(digits);
  if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
  text.insert(text.size() - decimals, 1, '.');
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  out += text;
}

void print_hex(std::string& out, std::uint8_t byte) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += kDigits[byte >> 4];
  out += kDigits[byte & 0xF];
}

void print_function(std::string& out, std::string_view function, std::string_view arguments) {
  out += function;
  out += '(';
  out += arguments;
  out += ')';
}

std::string with_style(std::string arguments, CounterStyle style) {
  if (style == CounterStyle::decimal) return arguments;
  return arguments + ", " + std::string(name(style));
}

std::string quoted(std::string_view text) {
  std::string out;
  print_string(out, text);
  return out;
}

void print_part(std::string& out, const ContentPart& part) {
  using Kind = ContentPart::Kind;
  switch (part.kind) {
    case Kind::text:
      return print_string(out, part.value);
    case Kind::attribute:
      return print_function(out, "attr",
                            part.separator.empty() ? part.value : part.value + ", " + quoted(part.separator));
    case Kind::counter:
      return print_function(out, "counter", with_style(part.value, part.counter_style));
    case Kind::counters:
      return print_function(out, "counters",
                            with_style(part.value + ", " + quoted(part.separator), part.counter_style));
    case Kind::target_counter:
      return print_function(out, "target-counter",
                            with_style("attr(href), " + part.value, part.counter_style));
    case Kind::target_text:
      return print_function(out, "target-text",
                            part.separator.empty() ? "attr(href)" : "attr(href), " + part.separator);
    case Kind::string:
      return print_function(out, "string",
                            part.separator.empty() ? part.value : part.value + ", " + part.separator);
    case Kind::leader:
      return print_function(out, "leader", quoted(part.value));
    case Kind::open_quote:
      out += "open-quote";
      return;
    case Kind::close_quote:
      out += "close-quote";
      return;
    case Kind::own_text:
      return print_function(out, "content", part.separator);
    case Kind::element:
      return print_function(out, "element",
                            part.separator.empty() ? part.value : part.value + ", " + part.separator);
  }
}

}  // namespace

std::string_view name(CounterStyle style) { return kCounterStyles[static_cast<std::size_t>(style)]; }
std::string_view name(BorderStyle style) { return kBorderStyles[static_cast<std::size_t>(style)]; }

void print_number(std::string& out, Micro number) { print_decimal(out, number, 6); }

void print(std::string& out, Length length) {
  print_decimal(out, base::scaled(length, 10000, base::kUnitsPerPoint).raw, 4);
  if (length.raw != 0) out += "pt";
}

void print(std::string& out, const Dimension& dimension) {
  if (dimension.automatic) {
    out += "auto";
  } else if (dimension.percent == 0) {
    print(out, dimension.length);
  } else {
    const bool sum = dimension.length.raw != 0;
    if (sum) {
      out += "calc(";
      print(out, dimension.length);
      out += " + ";
    }
    // Four decimals of a percentage that is kept in 1/65536 of the whole.
    print_decimal(out, base::scaled({dimension.percent}, 1000000, 65536).raw, 4);
    out += sum ? "%)" : "%";
  }
}

void print(std::string& out, Color color) {
  if (color.alpha == 0) {
    out += "transparent";
    return;
  }
  out += '#';
  for (const std::uint8_t channel : {color.red, color.green, color.blue}) print_hex(out, channel);
  if (color.alpha != 255) print_hex(out, color.alpha);
}

void print_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '\n') {
      out += "\\a ";
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  out += '"';
}

void print(std::string& out, const LinearGradient& gradient) {
  if (gradient.stops.empty()) return out += "none", void();
  out += "linear-gradient(";
  if (gradient.to_corner) {
    out += gradient.corner_y < 0 ? "to top " : "to bottom ";
    out += gradient.corner_x < 0 ? "left" : "right";
  } else {
    // Four decimals of a degree that is kept in 1/65536.
    print_decimal(out, base::scaled({gradient.angle}, 10000, 65536).raw, 4);
    out += "deg";
  }
  for (const ColorStop& stop : gradient.stops) {
    out += ", ";
    print(out, stop.color);
    if (stop.position.automatic) continue;
    out += ' ';
    print(out, stop.position);
  }
  out += ')';
}

void print(std::string& out, const std::vector<ContentPart>& parts) {
  for (const ContentPart& part : parts) {
    if (&part != &parts.front()) out += ' ';
    print_part(out, part);
  }
}

void print(std::string& out, const std::vector<CounterChange>& changes) {
  if (changes.empty()) out += "none";
  for (const CounterChange& change : changes) {
    if (&change != &changes.front()) out += ' ';
    out += change.name + ' ' + std::to_string(change.value);
  }
}

}  // namespace reliure::style

#pragma once
// Values as CSS text, the same on every machine.
#include <string>
#include <string_view>
#include <vector>

#include "style/computed_style.h"
#include "style/value.h"

namespace reliure::style {

/// In points, up to four decimals: `10.5pt`.
void print(std::string& out, Length length);
void print(std::string& out, const Dimension& dimension);
/// `#rrggbb`, `#rrggbbaa` or `transparent`.
void print(std::string& out, Color color);
/// In double quotes, escaped.
void print_string(std::string& out, std::string_view text);
/// A number in millionths, without zeros at the end.
void print_number(std::string& out, Micro number);
/// `linear-gradient(...)`, or `none` when it has no stops.
void print(std::string& out, const LinearGradient& gradient);
void print(std::string& out, const std::vector<ContentPart>& parts);
void print(std::string& out, const std::vector<CounterChange>& changes);
std::string_view name(CounterStyle style);
std::string_view name(BorderStyle style);

}  // namespace reliure::style

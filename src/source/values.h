#pragma once
// Values of YAML, checked: each function gives the value or its default, and reports what does not fit.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "source/yaml.h"

namespace reliure::source {

/// Whether `value` is a map; a null is none and is not reported. `what` names it in the message.
bool is_map(const Yaml* value, std::string_view what, base::Diagnostics& diagnostics);
/// Reports the keys of a map that are not among `known`, each with the nearest known one.
void check_keys(const Yaml& map, std::span<const std::string_view> known, base::Diagnostics& diagnostics);

/// The text under `key`; empty when it is absent or null.
std::string text_at(const Yaml& map, std::string_view key, base::Diagnostics& diagnostics);
/// `true` or `false` under `key`.
bool flag_at(const Yaml& map, std::string_view key, bool fallback, base::Diagnostics& diagnostics);
/// A finite number under `key`.
std::optional<double> number_at(const Yaml& map, std::string_view key, base::Diagnostics& diagnostics);
/// A whole number from `least` to `greatest` under `key`.
int integer_at(const Yaml& map, std::string_view key, std::pair<int, int> range, int fallback,
               base::Diagnostics& diagnostics);

/// A text and where it stands.
struct PlacedText {
  std::string text;
  base::Span span;
};
/// The texts under `key`: a list, or one text alone. Empty ones are left out.
std::vector<PlacedText> texts_at(const Yaml& map, std::string_view key, base::Diagnostics& diagnostics);

/// Reports a value that does not fit, with a hint that says what would.
void report_bad_value(const Yaml& value, std::string message, std::string hint,
                      base::Diagnostics& diagnostics);
/// What a value is, for messages: "`text`", "a list", "a map", "nothing".
std::string seen(const Yaml& value);

/// Whether `text` is an ISO 8601 calendar date: a year, a month or a day that exists.
bool is_date(std::string_view text);

}  // namespace reliure::source

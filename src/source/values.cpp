#include "source/values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace reliure::source {
namespace {

using base::Code;
using base::Diagnostics;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_present(const Yaml* value) { return value != nullptr && value->kind != Yaml::Kind::null; }

std::string quoted_list(std::span<const std::string_view> words) {
  std::string list;
  for (const std::string_view word : words) {
    list.append(list.empty() ? "`" : ", `").append(word).append("`");
  }
  return list;
}

/// The number that all of `text` is, or nothing.
template <typename Number>
std::optional<Number> whole_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

/// The fields of a date between its hyphens, each of digits only; empty when the form is wrong.
std::vector<int> date_fields(std::string_view text) {
  constexpr std::size_t kSizes[] = {4, 2, 2};
  std::vector<int> fields;
  for (const std::size_t size : kSizes) {
    const std::string_view field = text.substr(0, size);
    if (field.size() != size || !std::ranges::all_of(field, is_digit)) {
      return {};
    }
    fields.push_back(*whole_number<int>(field));
    text.remove_prefix(size);
    if (text.empty()) {
      return fields;
    }
    if (text.front() != '-') {
      return {};
    }
    text.remove_prefix(1);
  }
  return {};
}

int days_in(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

}  // namespace

std::string seen(const Yaml& value) {
  switch (value.kind) {
    case Yaml::Kind::null:
      return "nothing";
    case Yaml::Kind::list:
      return "a list";
    case Yaml::Kind::map:
      return "a map";
    case Yaml::Kind::scalar:
      break;
  }
  return "`" + value.scalar + "`";
}

void report_bad_value(const Yaml& value, std::string message, std::string hint, Diagnostics& diagnostics) {
  diagnostics.report(Code::source_bad_value, value.span, std::move(message), std::move(hint));
}

bool is_map(const Yaml* value, std::string_view what, Diagnostics& diagnostics) {
  if (!is_present(value)) {
    return false;
  }
  if (value->kind != Yaml::Kind::map) {
    report_bad_value(*value, std::string(what) + " is " + seen(*value),
                     "write keys and values below it, indented", diagnostics);
    return false;
  }
  return true;
}

void check_keys(const Yaml& map, std::span<const std::string_view> known, Diagnostics& diagnostics) {
  for (const YamlKey& key : map.keys) {
    if (std::ranges::find(known, key.name) != known.end()) {
      continue;
    }
    const std::string_view near = base::nearest(key.name, known);
    diagnostics.report(Code::source_unknown_key, key.span, "no key is called `" + key.name + "`",
                       near.empty() ? "the keys here are " + quoted_list(known)
                                    : "did you mean `" + std::string(near) + "`?");
  }
}

std::string text_at(const Yaml& map, std::string_view key, Diagnostics& diagnostics) {
  const Yaml* value = map.find(key);
  if (!is_present(value)) {
    return {};
  }
  if (value->kind != Yaml::Kind::scalar) {
    report_bad_value(*value, "`" + std::string(key) + "` is " + seen(*value), "write one text", diagnostics);
    return {};
  }
  return value->scalar;
}

bool flag_at(const Yaml& map, std::string_view key, bool fallback, Diagnostics& diagnostics) {
  const Yaml* value = map.find(key);
  if (!is_present(value)) {
    return fallback;
  }
  if (value->scalar == "true" || value->scalar == "false") {
    return value->scalar == "true";
  }
  report_bad_value(*value, "`" + std::string(key) + "` is " + seen(*value), "write `true` or `false`",
                   diagnostics);
  return fallback;
}

std::optional<double> number_at(const Yaml& map, std::string_view key, Diagnostics& diagnostics) {
  const Yaml* value = map.find(key);
  if (!is_present(value)) {
    return std::nullopt;
  }
  const std::optional<double> number = whole_number<double>(value->scalar);
  if (!number || !std::isfinite(*number)) {
    report_bad_value(*value, "`" + std::string(key) + "` is " + seen(*value), "write a number", diagnostics);
    return std::nullopt;
  }
  return number;
}

int integer_at(const Yaml& map, std::string_view key, std::pair<int, int> range, int fallback,
               Diagnostics& diagnostics) {
  const Yaml* value = map.find(key);
  if (!is_present(value)) {
    return fallback;
  }
  const std::optional<int> number = whole_number<int>(value->scalar);
  if (!number || *number < range.first || *number > range.second) {
    report_bad_value(
        *value, "`" + std::string(key) + "` is " + seen(*value),
        "write a whole number from " + std::to_string(range.first) + " to " + std::to_string(range.second),
        diagnostics);
    return fallback;
  }
  return *number;
}

std::vector<PlacedText> texts_at(const Yaml& map, std::string_view key, Diagnostics& diagnostics) {
  const Yaml* value = map.find(key);
  std::vector<PlacedText> texts;
  if (!is_present(value)) {
    return texts;
  }
  const auto add = [&](const Yaml& item) {
    if (item.kind != Yaml::Kind::scalar) {
      report_bad_value(item, "an entry of `" + std::string(key) + "` is " + seen(item),
                       "write one text an entry", diagnostics);
    } else if (!item.scalar.empty()) {
      texts.push_back({item.scalar, item.span});
    }
  };
  if (value->kind == Yaml::Kind::list) {
    std::ranges::for_each(value->items, add);
  } else {
    add(*value);
  }
  return texts;
}

bool is_date(std::string_view text) {
  const std::vector<int> fields = date_fields(text);
  if (fields.empty() || (fields.size() > 1 && (fields[1] < 1 || fields[1] > 12))) {
    return false;
  }
  return fields.size() < 3 || (fields[2] >= 1 && fields[2] <= days_in(fields[0], fields[1]));
}

}  // namespace reliure::source

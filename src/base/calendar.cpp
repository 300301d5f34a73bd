#include "base/calendar.h"

#include <algorithm>

namespace reliure::base {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;
/// 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z.
constexpr std::int64_t kFirst = -62167219200;
constexpr std::int64_t kLast = 253402300799;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string digits(std::int64_t number, std::size_t width) {
  const std::string text = std::to_string(number);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

/// Whether `text` begins as `pattern` says: `0` stands for a digit, all else for itself.
bool matches(std::string_view text, std::string_view pattern) {
  if (text.size() < pattern.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '0' ? !is_digit(text[i]) : text[i] != pattern[i]) return false;
  }
  return true;
}

int two_digits(std::string_view text, std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); }

bool is_time_zone(std::string_view text) {
  if (text == "Z") return true;
  return text.size() == 6 && (matches(text, "+00:00") || matches(text, "-00:00")) &&
         two_digits(text, 1) < 24 && two_digits(text, 4) < 60;
}

/// What follows the day: `T10:00Z`, `T10:00:00+02:00`, `T10:00:00.5Z`.
bool is_w3c_time(std::string_view text) {
  if (!matches(text, "T00:00") || two_digits(text, 1) > 23 || two_digits(text, 4) > 59) return false;
  text.remove_prefix(6);
  if (matches(text, ":00")) {
    if (two_digits(text, 1) > 59) return false;
    text.remove_prefix(3);
    if (text.size() > 1 && text[0] == '.' && is_digit(text[1])) {
      text.remove_prefix(1);
      while (!text.empty() && is_digit(text[0])) text.remove_prefix(1);
    }
  }
  return is_time_zone(text);
}

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

}  // namespace

DateTime date_time(std::int64_t timestamp) {
  timestamp = std::clamp(timestamp, kFirst, kLast);
  std::int64_t days = timestamp / kSecondsPerDay;
  std::int64_t seconds = timestamp % kSecondsPerDay;
  if (seconds < 0) {
    seconds += kSecondsPerDay;
    --days;
  }
  // Days since 0000-03-01, so that the leap day ends a year; 146097 days are 400 years.
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  DateTime time;
  time.year = era * 400 + year_of_era + (month <= 2 ? 1 : 0);
  time.month = static_cast<int>(month);
  time.day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  time.hour = static_cast<int>(seconds / 3600);
  time.minute = static_cast<int>(seconds / 60 % 60);
  time.second = static_cast<int>(seconds % 60);
  return time;
}

std::string iso_8601(const DateTime& time) {
  return digits(time.year, 4) + '-' + digits(time.month, 2) + '-' + digits(time.day, 2) + 'T' +
         digits(time.hour, 2) + ':' + digits(time.minute, 2) + ':' + digits(time.second, 2) + 'Z';
}

std::string compact(const DateTime& time) {
  return digits(time.year, 4) + digits(time.month, 2) + digits(time.day, 2) + digits(time.hour, 2) +
         digits(time.minute, 2) + digits(time.second, 2);
}

bool is_w3c_date(std::string_view text) {
  if (!matches(text, "0000")) return false;
  if (text.size() == 4) return true;
  if (!matches(text, "0000-00")) return false;
  const int month = two_digits(text, 5);
  if (month < 1 || month > 12) return false;
  if (text.size() == 7) return true;
  if (!matches(text, "0000-00-00")) return false;
  const int year = two_digits(text, 0) * 100 + two_digits(text, 2);
  const int day = two_digits(text, 8);
  if (day < 1 || day > days_in_month(year, month)) return false;
  return text.size() == 10 || is_w3c_time(text.substr(10));
}

}  // namespace reliure::base

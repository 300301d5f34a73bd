#pragma once
// Seconds since 1970 as a date of the Gregorian calendar, without the machine's clock or time zone.
#include <cstdint>
#include <string>
#include <string_view>

namespace reliure::base {

struct DateTime {
  std::int64_t year = 1970;
  int month = 1, day = 1, hour = 0, minute = 0, second = 0;
};

/// UTC. Times before the year 0 or after 9999 become the nearest time within.
DateTime date_time(std::int64_t timestamp);

/// `2021-05-04T10:00:00Z`, the form of `dcterms:modified`.
std::string iso_8601(const DateTime& time);
/// `20210504100000`
std::string compact(const DateTime& time);

/// Whether `text` is a date of the W3C profile of ISO 8601: a year, a month, a day, or a day with time.
bool is_w3c_date(std::string_view text);

}  // namespace reliure::base

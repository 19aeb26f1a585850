#pragma once

#include <lwm2m/access/channel/der.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// From when until when a certificate is valid, both included, in seconds since 1970-01-01 UTC.
struct validity {
  std::int64_t not_before = 0;
  std::int64_t not_after = 0;
  bool valid = false;  ///< well-formed
};

namespace detail {

/// Days from 1970-01-01 to a day of the proleptic Gregorian calendar.
constexpr std::int64_t days_from_civil(int year, int month, int day) noexcept {
  const std::int64_t y = month <= 2 ? year - 1 : year;
  const std::int64_t era = y / 400, of_era = y % 400;
  const std::int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

constexpr int days_in_month(int year, int month) noexcept {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/// The two digits at `at`; -1 when they are none.
constexpr int two_digits(bytes digits, std::size_t at) noexcept {
  const int tens = digits[at] - '0', ones = digits[at + 1] - '0';
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}

/// `YYMMDDHHMMSSZ` or `YYYYMMDDHHMMSSZ`, the only forms that certificates may have (RFC 5280).
constexpr bool read_time(const der_element& time, std::int64_t& seconds) noexcept {
  const bool generalized = time.tag == der::generalized_time;
  const std::size_t from = generalized ? 2 : 0;
  const bytes digits = time.content;
  if (!generalized && time.tag != der::utc_time) return false;
  if (digits.size() != 13 + from || digits[12 + from] != 'Z') return false;
  int part[6] = {};
  for (std::size_t k = 0; k < 6; ++k) part[k] = two_digits(digits, from + 2 * k);
  for (const int value : part)
    if (value < 0) return false;
  const int century = generalized ? two_digits(digits, 0) : part[0] < 50 ? 20 : 19;
  const int year = century * 100 + part[0];
  if (century < 0 || part[1] < 1 || part[1] > 12 || part[2] < 1) return false;
  if (part[2] > days_in_month(year, part[1]) || part[3] > 23 || part[4] > 59 || part[5] > 59)
    return false;
  const std::int64_t hours = days_from_civil(year, part[1], part[2]) * 24 + part[3];
  seconds = (hours * 60 + part[4]) * 60 + part[5];
  return true;
}

}  // namespace detail

/// Reads the content of a Validity. Malformed: `valid` is false.
[[nodiscard]] constexpr validity validity_of(bytes content) noexcept {
  der_reader times{content};
  validity read;
  const bool from = detail::read_time(times.next(), read.not_before);
  const bool until = detail::read_time(times.next(), read.not_after);
  read.valid = from && until && times.is_done();
  return read;
}

}  // namespace lwm2m::access::inline v0::channel

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
constexpr std::int32_t days_from_civil(std::int32_t year, int month, int day) noexcept {
  year += 400;  // January of the year 0 belongs to the one before, and no quotient may round up
  if (month <= 2) --year, month += 12;  // a year that begins in March: the leap day is its last
  return year * 365 + year / 4 - year / 100 + year / 400 + (153 * month - 457) / 5 + day - 865566;
}

constexpr int days_in_month(int year, int month) noexcept {
  if (month != 2) return 30 + (month + month / 8) % 2;
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
}

/// The number of the two digits at `at`; 100 when they are none.
constexpr int two_digits(bytes digits, std::size_t at) noexcept {
  const unsigned tens = digits[at] - unsigned{'0'}, ones = digits[at + 1] - unsigned{'0'};
  return tens > 9 || ones > 9 ? 100 : static_cast<int>(tens * 10 + ones);
}

/// `YYMMDDHHMMSSZ` or `YYYYMMDDHHMMSSZ`, the only forms that certificates may have (RFC 5280).
constexpr bool read_time(const der_element& time, std::int64_t& seconds) noexcept {
  const bool generalized = time.tag == der::generalized_time;
  const std::size_t from = generalized ? 2 : 0;
  const bytes digits = time.content;
  if (!generalized && time.tag != der::utc_time) return false;
  if (digits.size() != 13 + from || digits[12 + from] != 'Z') return false;
  const auto part = [&](std::size_t k) { return two_digits(digits, from + 2 * k); };
  const int century = generalized ? two_digits(digits, 0) : part(0) < 50 ? 20 : 19;
  if (century > 99 || part(0) > 99) return false;
  const int year = century * 100 + part(0), month = part(1), day = part(2);
  if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return false;
  if (part(3) > 23 || part(4) > 59 || part(5) > 59) return false;
  seconds = days_from_civil(year, month, day) * std::int64_t{86400} +
            ((part(3) * 60 + part(4)) * 60 + part(5));
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

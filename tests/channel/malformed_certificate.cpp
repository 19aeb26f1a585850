// A certificate with one part of it malformed, or of a version that may not have it.

#include <lwm2m/access/channel/certificate.hpp>
#include <support/catch.hpp>

#include <chrono>
#include <cstdio>
#include <string>

#include "support/client_world.hpp"

using namespace stated;
using pki::octets;
using pki::tlv;
using pki::operator+;

namespace {

octets joined(std::initializer_list<octets> all) {
  octets made;
  for (const octets& each : all) made = made + each;
  return made;
}
octets time(const std::string& text) {
  return tlv(text.size() == 13 ? 0x17 : 0x18, pki::of_text(text));
}

/// The parts of a certificate that can be read; a test makes one of them another.
struct parts {
  octets version{0xA0, 0x03, 0x02, 0x01, 0x02};
  octets algorithm = tlv(0x30, tlv(0x06, {0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2}));
  octets subject = tlv(0x30, {});
  octets not_before = time("260101000000Z"), not_after = time("360101000000Z");
  octets tail{};
  octets signature{0x03, 0x02, 0x00, 0x00};

  octets der() const {
    const octets key = client_key().spki, serial{0x02, 0x01, 0x01};
    const octets body = tlv(0x30, joined({version, serial, algorithm, tlv(0x30, {}),
                                          tlv(0x30, not_before + not_after), subject, key, tail}));
    return tlv(0x30, joined({body, algorithm, signature}));
  }
  channel::certificate read() {
    whole = der();
    return channel::certificate_of(view_of(whole));
  }
  octets whole{};
};

template <class Change>
bool is_read(const Change& change) {
  parts made;
  change(made);
  return made.read().is_valid();
}
bool is_read_with_subject(const octets& inside) {
  return is_read([&](parts& of) { of.subject = tlv(0x30, inside); });
}
bool is_read_from(const std::string& not_before) {
  return is_read([&](parts& of) { of.not_before = time(not_before); });
}
const octets version_1{}, version_2{0xA0, 0x03, 0x02, 0x01, 0x01};

}  // namespace

namespace {

/// The size of the content of the one element that fills `input`; -1: there is none.
long size_of(const octets& input) {
  const octets exact(input.begin(), input.end());  // one step beyond it is seen by the sanitizer
  channel::der_reader reader{view_of(exact)};
  const channel::der_element read = reader.next();
  CHECK(reader.is_done() == static_cast<bool>(read));
  if (!read) return -1;
  CHECK(read.tag == input[0]);
  CHECK(read.whole.data() == exact.data());
  CHECK(read.whole.size() == exact.size());
  CHECK(read.content.end() == read.whole.end());
  return static_cast<long>(read.content.size());
}
octets header_and(const octets& header, std::size_t size) { return header + octets(size, 0); }

}  // namespace

TEST_CASE("lengths of DER, each in as few octets as it needs", "[channel][I19]") {
  CHECK(size_of({0x30, 0x00}) == 0);
  CHECK(size_of(header_and({0x30, 0x7F}, 127)) == 127);
  CHECK(size_of(header_and({0x30, 0x81, 0x80}, 128)) == 128);
  CHECK(size_of(header_and({0x30, 0x81, 0xFF}, 255)) == 255);
  CHECK(size_of(header_and({0x30, 0x82, 0x01, 0x02}, 258)) == 258);
  CHECK(size_of(header_and({0x30, 0x83, 0x01, 0x02, 0x03}, 0x10203)) == 0x10203);
  CHECK(size_of(header_and({0x30, 0x80}, 128)) == -1);  // of no said length
  CHECK(size_of(header_and({0x30, 0x81, 0x7F}, 127)) == -1);
  CHECK(size_of(header_and({0x30, 0x82, 0x00, 0x80}, 128)) == -1);
  CHECK(size_of(header_and({0x30, 0x83, 0x00, 0x01, 0x02}, 258)) == -1);
  CHECK(size_of(header_and({0x30, 0x84, 0x01, 0x00, 0x00, 0x00}, 0x1000000)) == -1);  // too many
  for (const octets& cut_off : {octets{0x30}, octets{0x30, 0x80}, octets{0x30, 0x81},
                                octets{0x30, 0x82, 0x01}, octets{0x30, 0x83, 0x01, 0x02},
                                octets{0x30, 0x05, 0x00}, octets{0x30, 0x82, 0x01, 0x02, 0x00}})
    CHECK(size_of(cut_off) == -1);
}

TEST_CASE("the bits of an INTEGER that is not negative, and as short as it can be",
          "[channel][I18][I19]") {
  const auto bits_of = [](const octets& input) {
    const octets exact(input.begin(), input.end());
    return channel::integer_bits(view_of(exact));
  };
  for (const octets& none : {octets{}, octets{0}, octets{0x80}, octets{0xFF, 1}, octets{0, 0},
                             octets{0, 1}, octets{0, 0x7F}, octets{0, 0, 0x80}, octets{0, 0x7F, 1}})
    CHECK(bits_of(none) == 0);
  CHECK(bits_of({1}) == 1);
  CHECK(bits_of({0x40}) == 7);
  CHECK(bits_of({0x7F}) == 7);
  CHECK(bits_of({0, 0x80}) == 8);
  CHECK(bits_of({0, 0xFF}) == 8);
  CHECK(bits_of({1, 0}) == 9);
  CHECK(bits_of({1, 0x80}) == 9);
  CHECK(bits_of({0x7F, 0xFF}) == 15);
  CHECK(bits_of({0, 0xFF, 0xFF}) == 16);
  CHECK(bits_of({0, 0x80, 0, 0}) == 24);
}

TEST_CASE("tags of DER that are one octet, and nothing behind what failed", "[channel][I19]") {
  for (unsigned tag = 0; tag < 256; ++tag) {
    const bool is_plain = tag != 0 && tag % 32 != 31;
    CHECK(size_of({static_cast<std::uint8_t>(tag), 0x00}) == (is_plain ? 0 : -1));
  }
  const octets one{0x30}, two{0x02, 0x00, 0x30, 0x00};
  channel::der_reader cut_off{view_of(one)};
  CHECK(cut_off.has(0x30));
  CHECK_FALSE(cut_off.next_if(0x30));
  CHECK_FALSE(cut_off.is_valid());
  channel::der_reader failed{view_of(two)};
  CHECK_FALSE(failed.expect(0x30));
  CHECK(failed.at_end());
  CHECK_FALSE(failed.next());
  CHECK_FALSE(failed.has(0x02));
  CHECK_FALSE(failed.is_done());
  channel::der_reader nothing{{}};
  CHECK_FALSE(nothing.has(0x30));
  CHECK_FALSE(nothing.next());
  CHECK(nothing.is_done());
  CHECK_FALSE(nothing.expect(0x30));
  CHECK_FALSE(nothing.is_done());
}

TEST_CASE("the certificate of these tests can be read", "[channel][I19]") {
  parts made;
  CHECK(made.read().is_valid());
  CHECK(made.read().version == 3);
}

TEST_CASE("names that are no Names", "[channel][I19]") {
  const octets type{0x06, 0x03, 0x55, 0x04, 0x03}, value{0x0C, 0x01, 'a'};
  const octets attribute = tlv(0x30, type + value);
  CHECK(is_read_with_subject(tlv(0x31, attribute)));
  CHECK(is_read_with_subject(tlv(0x31, attribute + attribute)));
  CHECK_FALSE(is_read_with_subject(tlv(0x31, {})));
  CHECK_FALSE(is_read_with_subject(tlv(0x30, attribute)));
  CHECK_FALSE(is_read_with_subject(tlv(0x31, tlv(0x31, type + value))));
  CHECK_FALSE(is_read_with_subject(tlv(0x31, attribute + octets{0x30})));
  CHECK_FALSE(is_read_with_subject(tlv(0x31, attribute) + octets{0x31}));
  CHECK_FALSE(is_read_with_subject(tlv(0x31, tlv(0x30, type))));
  CHECK_FALSE(is_read_with_subject(tlv(0x31, tlv(0x30, value))));
  CHECK_FALSE(is_read_with_subject(tlv(0x31, tlv(0x30, type + value + value))));
}

TEST_CASE("what a certificate of an older version may not have", "[channel][I9][I19]") {
  const octets issuer_id = tlv(0x81, {0, 1}), subject_id = tlv(0x82, {0, 1});
  const octets extensions = tlv(0xA3, tlv(0x30, {}));
  for (const octets& tail : {issuer_id, subject_id, issuer_id + subject_id}) {
    CHECK(is_read([&](parts& of) { of.tail = tail; }));
    CHECK(is_read([&](parts& of) { of.version = version_2, of.tail = tail; }));
    CHECK_FALSE(is_read([&](parts& of) { of.version = version_1, of.tail = tail; }));
  }
  CHECK(is_read([&](parts& of) { of.tail = extensions; }));
  CHECK_FALSE(is_read([&](parts& of) { of.version = version_2, of.tail = extensions; }));
  CHECK_FALSE(is_read([&](parts& of) { of.tail = subject_id + issuer_id; }));
  CHECK(is_read([](parts& of) { of.version = version_1; }));
  for (const octets& none : {octets{0xA0, 0x03, 0x02, 0x01, 0x03}, octets{0xA0, 0x02, 0x02, 0x00},
                             octets{0xA0, 0x04, 0x02, 0x02, 0x00, 0x02}})
    CHECK_FALSE(is_read([&](parts& of) { of.version = none; }));
}

TEST_CASE("a critical flag, an algorithm and a signature that are malformed", "[channel][I19]") {
  const octets name{0x06, 0x03, 0x55, 0x1D, 0x11}, value{0x04, 0x02, 0x30, 0x00};
  const auto with_critical = [&](const octets& flag) {
    return is_read(
        [&](parts& of) { of.tail = tlv(0xA3, tlv(0x30, tlv(0x30, joined({name, flag, value})))); });
  };
  CHECK(with_critical({}));
  CHECK(with_critical({0x01, 0x01, 0xFF}));
  CHECK_FALSE(with_critical({0x01, 0x00}));
  CHECK_FALSE(with_critical({0x01, 0x02, 0xFF, 0xFF}));
  CHECK_FALSE(is_read([](parts& of) { of.algorithm = tlv(0x30, {0x05, 0x00}); }));
  CHECK_FALSE(is_read([](parts& of) { of.signature = {0x03, 0x00}; }));
  CHECK_FALSE(is_read([](parts& of) { of.signature = {0x03, 0x02, 0x08, 0x00}; }));
  CHECK(is_read([](parts& of) { of.signature = {0x03, 0x02, 0x07, 0x00}; }));
}

TEST_CASE("extensions that are read once, whole, and not beyond their end", "[channel][I19]") {
  const auto extension = [](std::uint8_t last, const octets& value) {
    return tlv(0x30, octets{0x06, 0x03, 0x55, 0x1D, last} + tlv(0x04, value));
  };
  const octets names = tlv(0x30, {0x82, 0x01, 'a'});
  const octets usage = tlv(0x30, {0x06, 0x08, 0x2B, 6, 1, 5, 5, 7, 3, 1});
  const octets san = extension(0x11, names), eku = extension(0x25, usage);
  const octets other = extension(0x0E, {1, 2, 3});
  const auto is_read_with = [](const octets& extensions, const octets& behind = {}) {
    return is_read([&](parts& of) { of.tail = tlv(0xA3, tlv(0x30, extensions) + behind); });
  };
  CHECK(is_read_with(san + eku + other));
  CHECK(is_read_with(other + other));
  CHECK_FALSE(is_read_with(san + san));
  CHECK_FALSE(is_read_with(eku + other + eku));
  CHECK_FALSE(is_read_with(san, {5, 0}));
  CHECK_FALSE(is_read_with(san + octets{0x30}));
  CHECK_FALSE(is_read_with(san + octets{0x31, 0x00}));
  for (const std::uint8_t which : {std::uint8_t{0x11}, std::uint8_t{0x25}}) {
    CHECK(is_read_with(extension(which, {0x30, 0x00})));  // names nobody
    CHECK_FALSE(is_read_with(extension(which, {})));
    CHECK_FALSE(is_read_with(extension(which, names + octets{5, 0})));
    CHECK_FALSE(is_read_with(extension(which, {0x31, 0x00})));
    CHECK_FALSE(is_read_with(extension(which, tlv(0x30, {0x82, 0x01}))));
    CHECK_FALSE(is_read_with(extension(which, tlv(0x30, {0x82, 0x00, 0x82}))));
  }
  const octets name{0x06, 0x03, 0x55, 0x1D, 0x0E}, value{0x04, 0x01, 0x00};
  CHECK(is_read_with(tlv(0x30, name + value)));
  CHECK_FALSE(is_read_with(tlv(0x30, name)));
  CHECK_FALSE(is_read_with(tlv(0x30, value)));
  CHECK_FALSE(is_read_with(tlv(0x30, name + value + value)));
  CHECK_FALSE(is_read([](parts& of) { of.tail = {0xA3, 0x00}; }));
  CHECK_FALSE(is_read([&](parts& of) { of.tail = tlv(0xA3, tlv(0x31, san)); }));
  CHECK_FALSE(is_read([&](parts& of) { of.tail = tlv(0xA3, tlv(0x30, san)) + octets{5, 0}; }));

  parts made;
  made.tail = tlv(0xA3, tlv(0x30, san + eku));
  const channel::certificate read = made.read();
  CHECK(read.has_subject_alternative_name);
  CHECK(read.has_extended_key_usage);
  CHECK(read.subject_alternative_names.size() == names.size() - 2);
  CHECK(read.extended_key_usage.size() == usage.size() - 2);
  CHECK_FALSE(parts{}.read().has_subject_alternative_name);
  CHECK_FALSE(parts{}.read().has_extended_key_usage);
}

TEST_CASE("what cannot be read says nothing of itself", "[channel][I19]") {
  parts made;
  made.signature = {0x03, 0x00};
  for (const channel::certificate& none : {channel::certificate{}, made.read()}) {
    CHECK_FALSE(none.is_valid());
    CHECK(none.version == 0);
    CHECK(none.whole.empty());
    CHECK(none.key.bits == 0);
    CHECK_FALSE(none.key.is_valid());
    CHECK_FALSE(none.has_subject_alternative_name);
    CHECK_FALSE(none.has_extended_key_usage);
  }
}

TEST_CASE("days and times that there are not", "[channel][I19]") {
  for (const char* day : {"240229235959Z", "000229000000Z", "20000229000000Z", "24000229000000Z",
                          "251231000000Z", "19700101000000Z"})
    CHECK(is_read_from(day));
  for (const char* none : {"250229000000Z", "21000229000000Z", "260001000000Z", "261301000000Z",
                           "260100000000Z", "260132000000Z", "260431000000Z", "260101240000Z",
                           "260101006000Z", "260101000060Z", "2601010000000", "26x101000000Z",
                           "2x260101000000Z", "x0260101000000Z", "2601010000:0Z", "26010100000/Z"})
    CHECK_FALSE(is_read_from(none));
  parts made;
  made.not_before = time("19700101000000Z");
  CHECK(made.read().validity.not_before == 0);
  made.not_before = time("20000301000001Z");
  CHECK(made.read().validity.not_before == 951868801);
}

TEST_CASE("a century, a year and a tag of a time that are none", "[channel][I19]") {
  for (const char* none : {"x60101000000Z", "2x0101000000Z", ":60101000000Z", "20x60101000000Z",
                           "202x0101000000Z", "202:0101000000Z", "2:260101000000Z"})
    CHECK_FALSE(is_read_from(none));
  for (const char* none : {"26010100000:Z", "260101000:00Z", "2601010:0000Z"})
    CHECK_FALSE(is_read_from(none));
  CHECK_FALSE(is_read([](parts& of) { of.not_before[0] = 0x16; }));
  CHECK_FALSE(is_read([](parts& of) { of.not_after[0] = 0x19; }));
  CHECK(channel::validity{}.not_before == 0);
  CHECK(channel::validity{}.not_after == 0);
  CHECK_FALSE(channel::validity{}.valid);
}

TEST_CASE("the first and the last day of every month, as the standard library counts them",
          "[channel][I9][I10][I19]") {
  namespace calendar = std::chrono;
  const auto written = [](int year, unsigned month, unsigned day) {
    char text[24];
    std::snprintf(text, sizeof text, "%04d%02u%02u000000Z", year, month, day);
    return std::string{text};
  };
  const auto read = [](const std::string& text) {
    const octets both = time(text) + time(text);
    return channel::validity_of(view_of(both));
  };
  int wrong = 0;
  for (int year = 0; year < 10000; year += year % 100 < 5 || year / 100 == 20 ? 1 : 5)
    for (unsigned month = 1; month <= 12; ++month) {
      const auto y = calendar::year{year};
      const auto m = calendar::month{month};
      const auto last =
          unsigned{calendar::year_month_day_last{y, calendar::month_day_last{m}}.day()};
      for (const unsigned day : {1U, last}) {
        const calendar::sys_days days{y / m / calendar::day{day}};
        const auto seconds = std::int64_t{days.time_since_epoch().count()} * 86400;
        const std::string text = written(year, month, day);
        const auto made = read(text);
        wrong += made.valid && made.not_before == seconds && made.not_after == seconds ? 0 : 1;
        if (year < 1950 || year > 2049) continue;
        wrong += read(text.substr(2)).not_before == seconds ? 0 : 1;  // a UTCTime
      }
      wrong += read(written(year, month, last + 1)).valid ? 1 : 0;
    }
  CHECK(wrong == 0);
  CHECK(read(written(9999, 12, 31)).valid);
}

TEST_CASE("every hour, minute and second of a day", "[channel][I9][I10]") {
  int wrong = 0;
  for (int second = 0; second < 86400; second += 7) {
    char text[24];
    std::snprintf(text, sizeof text, "700101%02d%02d%02dZ", second / 3600, second / 60 % 60,
                  second % 60);
    const octets both = time(text) + time(text);
    const auto made = channel::validity_of(view_of(both));
    wrong += made.valid && made.not_before == second ? 0 : 1;
  }
  CHECK(wrong == 0);
}

// A certificate with one part of it malformed, or of a version that may not have it.

#include <lwm2m/access/channel/certificate.hpp>
#include <support/catch.hpp>

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
    return is_read([&](parts& of) {
      of.tail = tlv(0xA3, tlv(0x30, tlv(0x30, joined({name, flag, value}))));
    });
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

// convert both ways, over generated devices and worked examples; malformed input gives an error and
// nothing else.
#include "program/convert/formats.hpp"

#include "program/cases/walk.hpp"
#include "program/suite/random_device.hpp"
#include "program/text/load.hpp"

#include <lwm2m/access/text/print.hpp>

#include <iostream>

#include "support/catch.hpp"

using namespace program;

namespace {

std::string acls_of(const device& of) {
  std::string text;
  for (std::size_t k = 0; k < of.policy.access_control_count(); ++k) {
    lac::print_access_control(of.policy.access_control_at(k), [&](char c) { text += c; });
    text += '\n';
  }
  return text;
}

/// What policy text says of data; empty where it is no policy.
std::string acls_of(const device_data& data) {
  const loaded_text text = load({"made", policy_text_of(data, "1.1", {})});
  return text.documents.empty() ? "" : acls_of(*text.documents.front().client);
}

std::string bytes(std::initializer_list<int> octets) {
  std::string text;
  for (const int each : octets) text += static_cast<char>(each);
  return text;
}

constexpr const char* object_2_formats[] = {"senml-json", "senml-cbor", "tlv", "lwm2m-json",
                                            "bootstrap-json"};

const std::string worked_example =
    "acl /2/0 for /1/0 owner 127 { 127: RWE }\n"
    "acl /2/2 for /3/0 owner 127 { 127: RWE, 310: R }\n";

}  // namespace

TEST_CASE("Object 2 survives every format") {
  random_devices random{99};
  std::size_t converted = 0, differ = 0;
  for (unsigned k = 0; k < 300; ++k) {
    const auto one = random.next();
    for (const char* name : object_2_formats) {
      const format_row& format = *format_named(name);
      device_data data;
      std::string trouble;
      const bool is_read = format.read(format.write(*one), data, trouble);
      ++converted;
      differ += is_read && acls_of(data) == acls_of(*one) ? 0U : 1U;
    }
  }
  std::cout << "figure: Object 2 written and read in " << std::size(object_2_formats)
            << " formats: " << converted << " conversions, " << differ << " differ\n";
  CHECK(differ == 0);
}

TEST_CASE("what a device answers to a Read of /2") {
  const std::string tlv =
      bytes({0x08, 0x00, 0x0E, 0xC1, 0x00, 0x01, 0xC1, 0x01, 0x00, 0x83, 0x02, 0x41, 0x7F,
             0x07, 0xC1, 0x03, 0x7F, 0x08, 0x02, 0x12, 0xC1, 0x00, 0x03, 0xC1, 0x01, 0x00,
             0x87, 0x02, 0x41, 0x7F, 0x07, 0x61, 0x01, 0x36, 0x01, 0xC1, 0x03, 0x7F});
  const std::string senml =
      R"([{"bn":"/2/","n":"0/0","v":1},{"n":"0/1","v":0},{"n":"0/2/127","v":7},{"n":"0/3","v":127},
          {"n":"2/0","v":3},{"n":"2/1","v":0},{"n":"2/2/127","v":7},{"n":"2/2/310","v":1},
          {"n":"2/3","v":127}])";
  const std::string json =
      R"({"bn":"/2/","e":[{"n":"0/0","v":1},{"n":"0/1","v":0},{"n":"0/2/127","v":7},
          {"n":"0/3","v":127},{"n":"2/0","v":3},{"n":"2/1","v":0},{"n":"2/2/127","v":7},
          {"n":"2/2/310","v":1},{"n":"2/3","v":127}]})";
  std::string trouble;
  device_data from_tlv, from_senml, from_json;
  REQUIRE(read_tlv(tlv, from_tlv, trouble));
  REQUIRE(read_senml_json(senml, from_senml, trouble));
  REQUIRE(read_lwm2m_json(json, from_json, trouble));
  CHECK(acls_of(from_tlv) == worked_example);
  CHECK(acls_of(from_senml) == worked_example);
  CHECK(acls_of(from_json) == worked_example);
}

TEST_CASE("SenML CBOR with base value, fractionless reals and items without length") {
  // [_ {-2: "/2/0/", -5: 1, 0: "0", 2: 0}, {0: "1", 2: -1}, {0: "3", 2: 100.0_1}, ...]
  const std::string octets =
      bytes({0x9F, 0xA4, 0x21, 0x65, '/',  '2',  '/',  '0',  '/',  0x24, 0x01, 0x00,
             0x61, '0',  0x02, 0x00, 0xA2, 0x00, 0x61, '1',  0x02, 0x20, 0xBF, 0x00,
             0x7F, 0x61, '3',  0xFF, 0x02, 0xF9, 0x56, 0x40, 0xFF, 0xFF});
  device_data data;
  std::string trouble;
  REQUIRE(read_senml_cbor(octets, data, trouble));
  CHECK(acls_of(data) == "acl /2/0 for /1/0 owner 101 { }\n");
}

TEST_CASE("a bootstrap server's configuration") {
  const std::string json =
      R"({"acls":{"0":{"objectId":3,"objectInstanceId":0,"acls":{"101":15,"102":1},
          "AccessControlOwner":101},"4":{"objectId":5,"objectInstanceId":65535,
          "acls":{"101":16},"AccessControlOwner":65535}}})";
  device_data data;
  std::string trouble;
  REQUIRE(read_bootstrap_json(json, data, trouble));
  CHECK(acls_of(data) ==
        "acl /2/0 for /3/0 owner 101 { 101: RWED, 102: R }\n"
        "acl /2/4 for /5 owner bootstrap { 101: C }\n");
}

TEST_CASE("a registration's links, with a root of their own and attributes") {
  device_data data;
  std::string trouble;
  REQUIRE(
      read_link_format("</lwm2m>;rt=\"oma.lwm2m\";ct=\"60,110\", </lwm2m/1/0>,</lwm2m/1/2>,\n"
                       "</lwm2m/2/0>, </lwm2m/3/0>;ver=1.2,</lwm2m/5>",
                       data, trouble));
  CHECK(policy_text_of(data, "1.1", {101}) ==
        "edition 1.1\nservers 101\nobject /1 multiple instances 0 2 { }\n"
        "object /3 single instances 0 { }\nobject /5 single { }\n");
  const loaded_text text = load({"made", policy_text_of(data, "1.1", {})});
  REQUIRE(text.mistakes.empty());
  CHECK(write_link_format(*text.documents.front().client) == "</1/0>,</1/2>,</3/0>,</5>\n");
}

TEST_CASE("object definitions in XML, and back") {
  const std::string xml = R"(<?xml version="1.0"?>
    <LWM2M><Object ObjectType="MODefinition"><Name>Lamp &amp; more</Name><ObjectID>3311</ObjectID>
    <LWM2MVersion>1.1</LWM2MVersion><ObjectVersion>2.0</ObjectVersion>
    <MultipleInstances>Multiple</MultipleInstances><Mandatory>Optional</Mandatory><Resources>
    <Item ID="5851"><Name>Dimmer</Name><Operations>RW</Operations>
      <MultipleInstances>Single</MultipleInstances><Mandatory>Optional</Mandatory></Item>
    <Item ID="5850"><Name>On</Name><Operations>RW</Operations>
      <MultipleInstances>Multiple</MultipleInstances><Mandatory>Mandatory</Mandatory></Item>
    <Item ID="5852"><Name>Reset</Name><Operations>E</Operations></Item>
    <Item ID="5853"><Name>Nothing</Name><Operations></Operations></Item>
    </Resources></Object></LWM2M>)";
  device_data data, again;
  std::string trouble;
  REQUIRE(read_ddf(xml, data, trouble));
  const std::string text = policy_text_of(data, "1.1", {});
  CHECK(text ==
        "edition 1.1\n# Lamp & more, version 2.0 (LwM2M 1.1)\nobject /3311 multiple "
        "{ 5850: RW multiple mandatory, 5851: RW, 5852: E, 5853: - }\n");
  const loaded_text read = load({"made", text});
  REQUIRE(read.mistakes.empty());
  REQUIRE(read_ddf(write_ddf(*read.documents.front().client), again, trouble));
  CHECK(again.objects.front().resources == data.objects.front().resources);
  CHECK(again.objects.front().id == 3311);
}

TEST_CASE("Bootstrap-Writes bring a policy to a device") {
  const std::string head =
      "edition 1.1 servers 101 102 object /1 multiple instances 0 1 { 0: R } "
      "object /3 single instances 0 { 0: R }\n";
  const std::string acls =
      "acl /2/0 for /1/0 owner 101 { 101: RWE, 102: R }\n"
      "acl /2/3 for /3/0 owner 101 { default: R }\n"
      "acl /2/4 for /1 owner bootstrap { 101: C }\n";
  const loaded_text text = load({"policy", head + acls});
  REQUIRE(text.mistakes.empty());
  std::string checks;
  for (std::size_t begin = 0; begin < acls.size(); begin = acls.find('\n', begin) + 1)
    checks += "expect " + acls.substr(begin, acls.find('\n', begin) - begin) + '\n';
  const text_file cases{"cases",
                        head + write_bootstrap_writes(*text.documents.front().client) + checks};
  const case_report report = walk_cases(cases);
  CHECK(report.mistake.is_none());
  CHECK(report.counted.differing == 0);
  CHECK(report.counted.expectations == 7);
}

TEST_CASE("malformed input is refused with a reason") {
  const auto refuses = [](const char* name, const std::string& content) {
    device_data data;
    std::string trouble;
    CAPTURE(name, content);
    CHECK(!format_named(name)->read(content, data, trouble));
    CHECK(!trouble.empty());
  };
  const std::string deep(100'000, '[');
  for (const char* name : {"senml-json", "lwm2m-json", "bootstrap-json"}) {
    refuses(name, "");
    refuses(name, "{");
    refuses(name, deep);
    refuses(name, "3");
  }
  refuses("senml-json", R"([{"n":"/2/0/0","v":"1"}])");
  refuses("senml-json", R"([{"n":"/2/0/0","v":1},{"n":"/2/0/0","v":1}])");
  refuses("senml-json", R"([{"n":"/2/0/0","v":1e30}])");
  refuses("senml-json", R"([{"n":"/2/0/0","v":1}])");
  refuses("senml-cbor", "");
  refuses("senml-cbor", std::string(1000, '\x9F'));
  refuses("senml-cbor", bytes({0x9B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}));
  refuses("senml-cbor",
          bytes({0x81, 0xA1, 0x00, 0x7B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}));
  refuses("tlv", bytes({0x08, 0x00, 0xFF}));
  refuses("tlv", bytes({0x08, 0x00, 0x03, 0xC3, 0x00, 0x01}));
  refuses("tlv", bytes({0xC1, 0x00, 0x01}));
  refuses("link-format", "</3/0");
  refuses("link-format", "</3/0/1>");
  refuses("link-format", "nonsense");
  refuses("ddf", "");
  refuses("ddf", "<LWM2M></LWM2M>");
  refuses("ddf", "<!DOCTYPE x [<!ENTITY a \"&a;&a;\">]><LWM2M><Object>&a;</Object></LWM2M>");
  std::string tower;
  for (unsigned k = 0; k < 100'000; ++k) tower += "<a>";
  refuses("ddf", tower);
}

TEST_CASE("every octet string cut short is refused or read, and never more than that") {
  random_devices random{3};
  for (unsigned k = 0; k < 20; ++k) {
    const auto one = random.next();
    for (const char* name : object_2_formats) {
      const std::string whole = format_named(name)->write(*one);
      for (std::size_t size = 0; size < whole.size(); ++size) {
        device_data data;
        std::string trouble;
        if (!format_named(name)->read(whole.substr(0, size), data, trouble))
          CHECK(!trouble.empty());
      }
    }
  }
}

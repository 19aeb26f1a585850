#include "hostile.hpp"

#include <openssl/asn1.h>
#include <openssl/objects.h>

#include <functional>

#include "client_world.hpp"

namespace hostile {

namespace {

using pki::common_name;
using pki::operator+;
using pki::dns;
using pki::ip;
using pki::octets;
using pki::spec;

const std::string name = stated::endpoint;
const std::string host = stated::server_host;

std::string wide(const std::string& text, std::size_t bytes_each) {
  std::string out;
  for (const char c : text) out += std::string(bytes_each - 1, '\0') + c;
  return out;
}

struct table {
  std::vector<row> rows;
  std::function<spec()> base;

  void add(bool allowed, const std::string& label, const std::function<void(spec&)>& change,
           const std::string& uri = "coaps://" + host) {
    spec what = base();
    what.name = label;
    change(what);
    rows.push_back({pki::issue(what), allowed, uri});
  }
  void good(const std::string& label, const std::function<void(spec&)>& change,
            const std::string& uri = "coaps://" + host) {
    add(true, label, change, uri);
  }
  void bad(const std::string& label, const std::function<void(spec&)>& change,
           const std::string& uri = "coaps://" + host) {
    add(false, label, change, uri);
  }
};

/// What is wrong or right with a certificate of either end.
void add_common(table& t, int right_purpose, int wrong_purpose) {
  t.good("as it should be", [](spec&) {});
  t.good("P-384", [](spec& s) { s.key = "P-384"; });
  t.good("SHA-384", [](spec& s) { s.digest = "SHA384"; });
  t.good("both purposes",
         [](spec& s) { s.extended_key_usage = {NID_server_auth, NID_client_auth}; });
  t.good("right purpose", [=](spec& s) { s.extended_key_usage = {right_purpose}; });
  t.bad("any purpose", [](spec& s) { s.extended_key_usage = {NID_anyExtendedKeyUsage}; });
  t.bad("wrong purpose", [=](spec& s) { s.extended_key_usage = {wrong_purpose}; });
  t.bad("code signing", [](spec& s) { s.extended_key_usage = {NID_code_sign}; });
  t.bad("SHA-1", [](spec& s) { s.digest = "SHA1"; });
  t.bad("MD5", [](spec& s) { s.digest = "MD5", s.by = spec::signer::rsa_intermediate; });
  t.good("RSA intermediate", [](spec& s) { s.by = spec::signer::rsa_intermediate; });
  t.bad("SHA-1 intermediate", [](spec& s) { s.by = spec::signer::sha1_intermediate; });
  t.bad("P-192", [](spec& s) { s.key = "P-192"; });
  t.bad("P-224", [](spec& s) { s.key = "P-224"; });
  t.bad("RSA-1024", [](spec& s) { s.key = "RSA-1024"; });
  t.bad("version 1", [](spec& s) { s.version = 1; });
  t.bad("expired", [](spec& s) { s.from_days = -30, s.until_days = -1; });
  t.bad("not yet valid", [](spec& s) { s.from_days = 10; });
  t.bad("another root", [](spec& s) { s.by = spec::signer::other_authority; });
  t.bad("self-signed", [](spec& s) { s.by = spec::signer::self; });
}

void subject(table& t, bool allowed, const std::string& label,
             const std::vector<pki::attribute>& attributes) {
  t.add(allowed, label, [&](spec& s) { s.subject = attributes; });
}

std::vector<row> make_client_rows() {
  table t{{}, stated::client_spec};
  add_common(t, NID_client_auth, NID_server_auth);
  const auto cn = [&](const std::string& label, const std::string& value,
                      int type = V_ASN1_UTF8STRING) {
    subject(t, false, label, {common_name(value, type)});
  };
  const auto of = [](int nid, const std::string& value) {
    return pki::attribute{nid, V_ASN1_UTF8STRING, value};
  };
  subject(t, true, "PrintableString", {common_name(name, V_ASN1_PRINTABLESTRING)});
  subject(t, true, "O beside it", {of(NID_organizationName, "Org"), common_name(name)});
  subject(t, false, "no subject at all", {});
  subject(t, false, "no CN", {of(NID_organizationName, name)});
  subject(t, false, "two CNs, first right", {common_name(name), common_name("attacker")});
  subject(t, false, "two CNs, last right", {common_name("attacker"), common_name(name)});
  subject(t, false, "the same CN twice", {common_name(name), common_name(name)});
  subject(t, false,
          "O holds /CN=", {of(NID_organizationName, "x/CN=" + name), common_name("attacker")});
  subject(t, false,
          "O holds , CN=", {of(NID_organizationName, "x, CN=" + name), common_name("attacker")});
  subject(t, false, "OU is the name", {of(NID_organizationalUnitName, name), common_name("x")});
  subject(t, false, "serialNumber is the name", {of(NID_serialNumber, name), common_name("x")});
  subject(t, false, "emailAddress is the name",
          {of(NID_pkcs9_emailAddress, name), common_name("x")});
  cn("another name", "urn:dev:os:0023C7-000002");
  cn("NUL inside", name + std::string("\0.evil", 6));
  cn("NUL at the end", name + std::string("\0", 1));
  cn("NUL in front", std::string("\0", 1) + name);
  cn("NUL in the middle", name.substr(0, 8) + std::string("\0", 1) + name.substr(8));
  cn("empty CN", "");
  cn("leading space", " " + name);
  cn("trailing space", name + " ");
  cn("inner space", name.substr(0, 8) + " " + name.substr(8));
  cn("line feed", name + "\n");
  cn("prefix", name.substr(0, name.size() - 1));
  cn("longer", name + "1");
  cn("other case", "URN:DEV:OS:0023C7-000001");
  cn("CN= inside", "CN=" + name);
  cn("/CN= inside", "attacker/CN=" + name);
  cn("comma inside", name + ",O=x");
  cn("escaped", "\\75" + name.substr(1));
  cn("byte order mark", "\xEF\xBB\xBF" + name);
  cn("look-alike letter", "urn:d\xD0\xB5v:os:0023C7-000001");
  cn("malformed UTF-8", name + "\xFF");
  cn("overlong UTF-8", "\xC1\xB5" + name.substr(1));
  cn("surrogate", name + "\xED\xA0\x80");
  cn("BMPString", wide(name, 2), V_ASN1_BMPSTRING);
  cn("UniversalString", wide(name, 4), V_ASN1_UNIVERSALSTRING);
  cn("TeletexString", name, V_ASN1_T61STRING);
  cn("IA5String", name, V_ASN1_IA5STRING);
  cn("VisibleString", name, V_ASN1_VISIBLESTRING);
  cn("OCTET STRING", name, V_ASN1_OCTET_STRING);
  cn("PrintableString with @", name + "@", V_ASN1_PRINTABLESTRING);
  cn("300 octets", name + std::string(276, 'x'));
  t.bad("name only in SubjectAltName", [](spec& s) {
    s.subject = {common_name("x")};
    s.has_alternative_names = true;
    s.alternative_names = {dns(name), pki::tlv(0x86, pki::of_text(name))};
  });
  return t.rows;
}

std::vector<row> make_server_rows() {
  table t{{}, stated::server_spec};
  add_common(t, NID_server_auth, NID_client_auth);
  const auto names = [&](bool allowed, const std::string& label, const std::vector<octets>& list,
                         const std::string& uri = "coaps://" + host) {
    t.add(allowed, label, [&](spec& s) { s.alternative_names = list; }, uri);
  };
  const auto one = [&](const std::string& label, const std::string& dns_name) {
    names(false, label, {dns(dns_name)});
  };
  const std::string four = "coaps://127.0.0.1", six = "coaps://[::1]:5684";
  const octets loopback_6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  std::vector<octets> many;
  for (int k = 0; k < 200; ++k) many.push_back(dns("n" + std::to_string(k) + ".example.com"));
  names(false, "200 other names", many);
  many.push_back(dns(host));
  names(true, "200 names before it", many);
  names(true, "other case", {dns("LWM2M.EXAMPLE.COM")});
  names(true, "other names beside it", {dns("x.example.com"), ip({10, 0, 0, 1}), dns(host)});
  one("another name", "other.example.com");
  one("wildcard label", "*.example.com");
  one("wildcard alone", "*");
  one("two wildcards", "*.*.com");
  one("wildcard in the middle", "lwm2m.*.com");
  one("wildcard at the end", "lwm2m.example.*");
  one("label ends in a wildcard", "lw*.example.com");
  one("label starts with a wildcard", "*m.example.com");
  one("wildcard over two labels", "*.com");
  one("final dot", host + ".");
  one("leading dot", "." + host);
  one("leading dot of the domain", ".example.com");
  one("NUL at the end", host + std::string("\0", 1));
  one("NUL and more", host + std::string("\0.evil.example", 14));
  one("NUL in front", std::string("\0", 1) + host);
  one("empty name", "");
  one("space behind", host + " ");
  one("list in one name", host + ",other.example.com");
  one("suffix", "x" + host);
  one("prefix", host + ".evil.example");
  names(true, "address", {ip({127, 0, 0, 1})}, four);
  names(false, "another address", {ip({127, 0, 0, 2})}, four);
  names(false, "address as a DNS name", {dns("127.0.0.1")}, four);
  names(false, "wildcard as an address", {dns("*.0.0.1")}, four);
  names(false, "address with a mask", {ip({127, 0, 0, 1, 255, 255, 255, 255})}, four);
  names(false, "address of five octets", {ip({127, 0, 0, 1, 0})}, four);
  names(false, "address of no octets", {ip({})}, four);
  names(false, "address as text", {ip(pki::of_text("127.0.0.1"))}, four);
  names(false, "mapped into IPv6", {ip({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 127, 0, 0, 1})},
        four);
  names(true, "IPv6 address", {ip(loopback_6)}, six);
  names(false, "another IPv6 address", {ip(octets(16, 0))}, six);
  names(false, "IPv6 address as a DNS name", {dns("::1")}, six);
  names(false, "wildcard for IPv6", {dns("*")}, six);
  names(false, "e-mail address", {pki::tlv(0x81, pki::of_text(host))});
  names(false, "URI", {pki::tlv(0x86, pki::of_text("coaps://" + host))});
  const auto by_cn = [&](const std::string& label, const std::string& value,
                         const std::vector<octets>& list, bool has_list) {
    t.bad(label, [&](spec& s) {
      s.subject = {common_name(value)};
      s.alternative_names = list;
      s.has_alternative_names = has_list;
    });
  };
  by_cn("CN and no SubjectAltName", host, {}, false);
  by_cn("wildcard in the CN", "*.example.com", {}, false);
  by_cn("CN, and an address", host, {ip({10, 0, 0, 1})}, true);
  by_cn("CN, and a URI", host, {pki::tlv(0x86, pki::of_text("coaps://x"))}, true);
  by_cn("CN, and an empty name", host, {dns("")}, true);
  t.bad(
      "CN is the address",
      [](spec& s) {
        s.subject = {common_name("127.0.0.1")};
        s.has_alternative_names = false;
      },
      four);
  const auto raw = [&](const std::string& label, const octets& value) {
    t.bad(label, [&](spec& s) { s.raw_alternative_names = value; });
  };
  raw("SubjectAltName cut off", {0x30, 0x20, 0x82, 0x11});
  raw("octets behind SubjectAltName", pki::tlv(0x30, dns(host)) + octets{0x05, 0x00});
  raw("SubjectAltName is a SET", pki::tlv(0x31, dns(host)));
  raw("entry longer than the list", {0x30, 0x04, 0x82, 0x11, 'l', 'w'});
  t.bad("SubjectAltName twice", [](spec& s) { s.doubled_alternative_names = true; });
  return t.rows;
}

}  // namespace

const std::vector<row>& client_rows() {
  static const std::vector<row> rows = make_client_rows();
  return rows;
}

const std::vector<row>& server_rows() {
  static const std::vector<row> rows = make_server_rows();
  return rows;
}

}  // namespace hostile

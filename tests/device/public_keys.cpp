// Servers told apart by a raw public key, which libcoap has with GnuTLS alone, and by a
// certificate.

#include <openssl/evp.h>

#include <support/catch.hpp>

#include "channel/support/pki.hpp"
#include "support/lwm2m_server.hpp"

namespace {

std::string policy() { return content_of(test_file("../examples/device/policy.acl")); }
std::string text_of(const pki::octets& from) { return {from.begin(), from.end()}; }

std::string pem(const std::string& kind, const pki::octets& der) {
  std::string base64(4 * (der.size() / 3 + 1) + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(base64.data()), der.data(),
                                   static_cast<int>(der.size()));
  base64.resize(static_cast<std::size_t>(size));
  std::string lines = "-----BEGIN " + kind + "-----\n";
  for (std::size_t k = 0; k < base64.size(); k += 64) lines += base64.substr(k, 64) + '\n';
  return lines + "-----END " + kind + "-----\n";
}

/// A key of this end, as files that the device and coap-client take.
struct own_key {
  pki::key_ptr key = pki::make_key("P-256");
  scratch_file public_der{text_of(pki::spki_of(key.get()))};
  scratch_file private_der{text_of(pki::private_key_der(key.get()))};
  scratch_file private_pem{pem("EC PRIVATE KEY", pki::private_key_der(key.get()))};
};

/// A certificate of this end, likewise.
struct own_certificate {
  explicit own_certificate(const pki::spec& what) : made{pki::issue(what)} {}
  pki::issued made;
  scratch_file der{text_of(made.der)};
  scratch_file private_der{text_of(made.private_key)};
  scratch_file certificate_pem{pem("CERTIFICATE", made.der)};
  scratch_file private_pem{pem("EC PRIVATE KEY", made.private_key)};
};

pki::spec server_certificate(const pki::octets& address) {
  pki::spec what;
  what.name = "server";
  what.subject = {pki::common_name("server")};
  what.alternative_names = {pki::ip(address)};
  return what;
}

pki::spec device_certificate(const std::string& name) {
  pki::spec what;
  what.name = "device";
  what.subject = {pki::common_name(name)};
  what.alternative_names = {pki::ip({127, 0, 0, 1})};
  return what;
}

/// A device that listens for the Servers of a list, and what it takes to ask it.
class public_key_device {
 public:
  public_key_device(const std::string& library, const std::string& servers,
                    std::vector<std::string> options)
      : library_{library},
        rights_{policy()},
        known_{servers},
        device_{library, rights_.name(), known_.name(), listening(std::move(options))} {
    REQUIRE(device_.says("listening on "));
    REQUIRE(device_.says("\n"));
  }

  process& running() { return device_; }

  /// What coap-client writes when it reads `/3/0/0` with these options.
  std::string asks(const std::vector<std::string>& options) {
    std::vector<std::string> words{"coap-client-" + library_, "-v", "6", "-B", "2"};
    words.insert(words.end(), options.begin(), options.end());
    words.push_back(device_.behind("listening on ") + "/3/0/0");
    process client{words};
    (void)client.wait();
    return client.output();
  }

 private:
  static std::vector<std::string> listening(std::vector<std::string> options) {
    options.insert(options.end(), {"--listen", free_uri});
    return options;
  }

  std::string library_;
  scratch_file rights_, known_;
  live_device device_;
};

bool is_answered(const std::string& output) {
  return output.find(" c:2.") != std::string::npos || output.find(" c:4.") != std::string::npos;
}

}  // namespace

TEST_CASE("a Server is told by its raw public key", "[device][I8]") {
  const own_key device_key, known, unknown;
  public_key_device device{
      "gnutls",
      "101 rpk - " + known.public_der.name() + '\n' + psk_line(server_102),
      {"--own-key", device_key.public_der.name(), device_key.private_der.name()}};
  const std::string given = device.asks({"-M", known.private_pem.name()});
  INFO(given);
  CHECK(given.find(" c:2.05 ") != std::string::npos);
  CHECK(device.running().says("101 is admitted\n101 read /3/0/0 -> 2.05"));
  CHECK_FALSE(is_answered(device.asks({"-M", unknown.private_pem.name()})));
  CHECK(device.running().says("not admitted: No account has these credentials."));
  CHECK(device.running().says("nobody read /3/0/0 -> no answer"));
  const std::string psk = device.asks({"-u", server_102.identity, "-k", server_102.key});
  CHECK(psk.find(" c:2.05 ") != std::string::npos);
}

TEST_CASE("a Server is told by the host that its certificate names", "[device][I10]") {
  const std::string library = GENERATE(from_range(libraries));
  INFO(library);
  const own_certificate device_own{device_certificate("urn:dev:1")};
  const own_certificate server{server_certificate({127, 0, 0, 1})};
  const own_certificate other{server_certificate({127, 0, 0, 2})};
  const scratch_file authority_der{text_of(pki::root().der)};
  const scratch_file authority_pem{pem("CERTIFICATE", pki::root().der)};
  public_key_device device{library,
                           "101 certificate coaps://127.0.0.1 -\n" + psk_line(server_102),
                           {"--name", "urn:dev:1", "--own-certificate", device_own.der.name(),
                            device_own.private_der.name(), authority_der.name()}};
  const auto asks_with = [&](const own_certificate& own) {
    return device.asks({"-c", own.certificate_pem.name(), "-j", own.private_pem.name(), "-C",
                        authority_pem.name()});
  };
  const std::string given = asks_with(server);
  INFO(given);
  CHECK(given.find(" c:2.05 ") != std::string::npos);
  CHECK(device.running().says("101 is admitted\n101 read /3/0/0 -> 2.05"));
  CHECK_FALSE(is_answered(asks_with(other)));
  CHECK(device.running().says("The certificate names other hosts than the Server URI's."));
}

TEST_CASE("the device registers where the certificate names the host", "[device][I10]") {
  const std::string library = GENERATE(from_range(libraries));
  const bool is_right = GENERATE(true, false);
  INFO(library << ", the right host: " << is_right);
  const own_certificate device_own{device_certificate("urn:dev:1")};
  const std::uint8_t last = is_right ? 2 : 1;
  const pki::issued made = pki::issue(server_certificate({127, 0, 0, last}));
  const client::own_credentials own{client::channel::security_mode::certificate, made.der,
                                    made.private_key, pki::root().der};
  const scratch_file authority{text_of(pki::root().der)};
  lwm2m_server server{server_101};
  server.use(own);
  const scratch_file rights{policy()}, known{"101 certificate " + server.listen() + " -\n"};
  live_device device{library,
                     rights.name(),
                     known.name(),
                     {"--name", "urn:dev:1", "--own-certificate", device_own.der.name(),
                      device_own.private_der.name(), authority.name()}};
  if (is_right) {
    REQUIRE(server.is_registered_with());
    CHECK(server.ask({"get", "/3/0/0"}).payload == "Example");
  } else {
    CHECK_FALSE(server.is_registered_with(std::chrono::milliseconds{1500}));
    CHECK(device.says("The certificate names other hosts than the Server URI's."));
  }
  device.interrupt();
  if (is_right) CHECK(server.is_left());
  CHECK(device.wait() == 0);
}

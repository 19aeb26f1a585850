#include "coap.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <system_error>

namespace client {

channel::bytes view_of(const coap_bin_const_t& from) { return {from.s, from.length}; }

coap_bin_const_t bin_of(channel::bytes from) { return {from.size(), from.data()}; }

std::optional<coap_address_t> address_of(const std::string& uri) {
  const std::size_t begin = uri.find("://"), end = uri.rfind(':');
  if (begin == std::string::npos || end <= begin + 3) return std::nullopt;
  const std::string host = uri.substr(begin + 3, end - begin - 3);
  std::uint16_t port = 0;
  const char* const last = uri.data() + uri.size();
  const auto [behind, problem] = std::from_chars(uri.data() + end + 1, last, port);
  if (behind != last || problem != std::errc{}) return std::nullopt;
  coap_address_t address;
  coap_address_init(&address);
  address.size = sizeof address.addr.sin;
  address.addr.sin.sin_family = AF_INET;
  address.addr.sin.sin_port = htons(port);
  if (inet_pton(AF_INET, host.c_str(), &address.addr.sin.sin_addr) != 1) return std::nullopt;
  return address;
}

bool is_free(const coap_address_t& address) {
  const int probe = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  const bool is_bound = probe >= 0 && bind(probe, &address.addr.sa, address.size) == 0;
  if (probe >= 0) close(probe);
  return is_bound;
}

std::string uri_of(const coap_endpoint_t* listening) {
  const std::string where = coap_endpoint_str(listening);
  return "coaps://" + where.substr(0, where.find(' '));
}

std::string_view payload_of(const coap_pdu_t* message) {
  const std::uint8_t* data = nullptr;
  std::size_t size = 0, offset = 0, total = 0;
  (void)coap_get_data_large(message, &size, &data, &offset, &total);
  return {reinterpret_cast<const char*>(data), size};
}

coap_dtls_pki_t pki_of(const own_credentials& own) {
  coap_dtls_pki_t setup{};
  setup.version = COAP_DTLS_PKI_SETUP_VERSION;
  setup.verify_peer_cert = 1;
  setup.check_common_ca = 1;
  setup.cert_chain_validation = 1;
  setup.cert_chain_verify_depth = 3;
  setup.is_rpk_not_cert = own.mode == channel::security_mode::raw_public_key;
  setup.pki_key.key_type = COAP_PKI_KEY_ASN1;
  coap_pki_key_asn1_t& key = setup.pki_key.key.asn1;
  key.ca_cert = own.authority.data();
  key.ca_cert_len = own.authority.size();
  key.public_cert = own.public_part.data();
  key.public_cert_len = own.public_part.size();
  key.private_key = own.private_key.data();
  key.private_key_len = own.private_key.size();
  key.private_key_type = COAP_ASN1_PKEY_EC;
  return setup;
}

std::string token_of(const coap_pdu_t* message) {
  const coap_bin_const_t token = coap_pdu_get_token(message);
  return {reinterpret_cast<const char*>(token.s), token.length};
}

void add_option(coap_pdu_t* to, coap_option_num_t option, unsigned number) {
  std::uint8_t octets[4];
  (void)coap_add_option(to, option, coap_encode_var_safe(octets, sizeof octets, number), octets);
}

void add_option(coap_pdu_t* to, coap_option_num_t option, const std::string& text) {
  (void)coap_add_option(to, option, text.size(),
                        reinterpret_cast<const std::uint8_t*>(text.data()));
}

}  // namespace client

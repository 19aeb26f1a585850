#pragma once

#include <lwm2m/access/channel.hpp>

#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <vector>

namespace client {

namespace lac = lwm2m::access;
namespace channel = lwm2m::access::channel;

/// One Server that the device knows, with the values of its Security Object instance.
struct server_security {
  lac::short_server_id server{};
  channel::security_mode mode{};
  std::string uri{};       ///< with a port, where the device registers; else the Server comes to it
  std::string identity{};  ///< of PSK
  std::vector<std::uint8_t> key{};       ///< of PSK
  std::vector<std::uint8_t> peer_key{};  ///< the Server's public key or certificate, in DER

  friend bool operator==(const server_security&, const server_security&) = default;
};

/// The device's own raw public key, or certificate, in DER. Empty: it has none.
struct own_credentials {
  channel::security_mode mode = channel::security_mode::none;
  std::vector<std::uint8_t> public_part{};  ///< SubjectPublicKeyInfo, or certificate
  std::vector<std::uint8_t> private_key{};
  std::vector<std::uint8_t> authority{};  ///< who issued the certificates of the Servers
};

/// A list of Servers keeps its addresses: the accounts of the channel borrow from it.
using servers = std::list<server_security>;

/// Reads one Server a line; `-` stands for what is left out, `#` begins a comment:
///
///     101 psk coaps://127.0.0.1:5684 IDENTITY KEY-IN-HEX
///     102 rpk - SERVER-KEY.der
///     103 certificate coaps://server.example SERVER-CERTIFICATE.der
///     104 nosec coap://127.0.0.1:5683
///
/// The host of the URI is what a Server's certificate must name.
/// Nothing, and a line on standard error, when it cannot be read.
[[nodiscard]] std::optional<servers> read_servers(const std::string& file);

/// The octets of a file; nothing, and a line on standard error, when it cannot be read.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> read_octets(const std::string& file);

/// The PSK identity that this end has with a Server.
[[nodiscard]] channel::bytes identity_of(const server_security& server);

/// The account of a Server. It borrows from all three.
[[nodiscard]] channel::account account_of(const server_security& server, const own_credentials& own,
                                          const std::string& name);

}  // namespace client

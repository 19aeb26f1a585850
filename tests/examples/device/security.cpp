#include "security.hpp"

#include <charconv>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

namespace client {

namespace {

using channel::security_mode;

std::optional<std::vector<std::uint8_t>> octets_of_hex(const std::string& digits) {
  if (digits.empty() || digits.size() % 2 != 0) return std::nullopt;
  std::vector<std::uint8_t> octets;
  for (std::size_t k = 0; k < digits.size(); k += 2) {
    std::uint8_t octet = 0;
    const char* const end = digits.data() + k + 2;
    const auto read = std::from_chars(digits.data() + k, end, octet, 16);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    octets.push_back(octet);
  }
  return octets;
}

security_mode mode_of(const std::string& word) {
  if (word == "psk") return security_mode::psk;
  if (word == "rpk") return security_mode::raw_public_key;
  if (word == "certificate") return security_mode::certificate;
  return word == "nosec" ? security_mode::no_sec : security_mode::none;
}

/// Whether what belongs to the mode stands on the rest of the line.
bool read_credentials(std::istringstream& words, server_security& into) {
  std::string word;
  if (into.mode == security_mode::no_sec) return true;
  if (into.mode == security_mode::psk) {
    if (!(words >> into.identity >> word)) return false;
    const auto key = octets_of_hex(word);
    if (key) into.key = *key;
    return key.has_value();
  }
  if (!(words >> word)) return false;
  if (word == "-") return true;
  const auto key = read_octets(word);
  if (key) into.peer_key = *key;
  return key.has_value();
}

std::optional<server_security> read_line(const std::string& line) {
  std::istringstream words{line};
  server_security one;
  long number = 0;
  std::string mode, extra;
  if (!(words >> number >> mode >> one.uri)) return std::nullopt;
  one.server = lac::short_server_id{number};
  one.mode = mode_of(mode);
  if (one.uri == "-") one.uri.clear();
  const bool is_right = one.server.is_valid() && one.mode != security_mode::none &&
                        read_credentials(words, one) && !(words >> extra);
  return is_right ? std::optional{one} : std::nullopt;
}

}  // namespace

channel::bytes identity_of(const server_security& server) {
  return {reinterpret_cast<const std::uint8_t*>(server.identity.data()), server.identity.size()};
}

std::optional<std::vector<std::uint8_t>> read_octets(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  std::vector<std::uint8_t> octets{std::istreambuf_iterator<char>{in}, {}};
  if (in.is_open() && !in.bad() && !octets.empty()) return octets;
  std::cerr << file << ": cannot be read, or is empty\n";
  return std::nullopt;
}

std::optional<servers> read_servers(const std::string& file) {
  std::ifstream in{file};
  if (!in) {
    std::cerr << file << ": cannot be read\n";
    return std::nullopt;
  }
  servers all;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    line.erase(std::min(line.find('#'), line.size()));
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto one = read_line(line);
    if (!one) {
      std::cerr << file << ':' << number << ": Expected SSID, mode, URI or -, and credentials.\n";
      return std::nullopt;
    }
    all.push_back(std::move(*one));
  }
  return all;
}

channel::account account_of(const server_security& server, const own_credentials& own,
                            const std::string& name) {
  channel::account account;
  account.kind = channel::account_kind::server;
  account.server = server.server;
  account.mode = server.mode;
  account.server_uri = server.uri;
  account.peer_key = server.peer_key;
  if (server.mode == security_mode::psk) {
    account.identity = identity_of(server);
    account.secret_key = server.key;
  } else if (server.mode != security_mode::no_sec) {
    account.identity = own.public_part;
    account.endpoint_name = name;
  }
  return account;
}

}  // namespace client

#include "options.hpp"

#include <charconv>
#include <functional>
#include <iostream>

namespace client {

namespace {

constexpr char usage[] = R"(usage: lwm2m-device POLICY SERVERS [OPTION...]
  POLICY   policy text: the Objects, and what each Server may do
  SERVERS  one Server a line: SSID psk|rpk|certificate|nosec URI|- CREDENTIALS; read again on SIGHUP
  --listen coaps://ADDRESS:PORT   Servers may come here; port 0 takes a free one
  --name NAME                     the Endpoint Name
  --lifetime SECONDS              of a registration
  --sensor-period SECONDS         between two measurements; 0: none
  --allow-nosec SSID              lets this Server come without security
  --own-key PUBLIC.der PRIVATE.der
  --own-certificate CERTIFICATE.der PRIVATE.der AUTHORITY.der
)";

std::optional<unsigned> number_of(const std::string& text) {
  unsigned number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc{} && read.ptr == end ? std::optional{number} : std::nullopt;
}

/// An option, how many words follow it, and what they do.
struct option {
  const char* name;
  std::size_t words;
  bool (*take)(options& into, const std::string* words);
};

bool take_seconds(std::chrono::seconds& into, const std::string& word) {
  const auto number = number_of(word);
  if (number) into = std::chrono::seconds{*number};
  return number.has_value();
}

const option known[] = {
    {"--listen", 1,
     [](options& into, const std::string* words) {
       into.listen.push_back(words[0]);
       return true;
     }},
    {"--name", 1,
     [](options& into, const std::string* words) {
       into.name = words[0];
       return true;
     }},
    {"--lifetime", 1,
     [](options& into, const std::string* words) { return take_seconds(into.lifetime, words[0]); }},
    {"--sensor-period", 1,
     [](options& into, const std::string* words) {
       return take_seconds(into.sensor_period, words[0]);
     }},
    {"--allow-nosec", 1,
     [](options& into, const std::string* words) {
       const auto server = number_of(words[0]);
       if (server) into.no_sec.insert(*server);
       return server.has_value();
     }},
    {"--own-key", 2,
     [](options& into, const std::string* words) {
       into.own_key.assign(words, words + 2);
       return true;
     }},
    {"--own-certificate", 3,
     [](options& into, const std::string* words) {
       into.own_certificate.assign(words, words + 3);
       return true;
     }},
};

bool take(options& into, const std::vector<std::string>& arguments, std::size_t& at) {
  for (const option& each : known) {
    if (arguments[at] != each.name) continue;
    if (arguments.size() - at <= each.words) return false;
    const bool is_right = each.take(into, &arguments[at + 1]);
    at += each.words;
    return is_right;
  }
  return false;
}

}  // namespace

std::optional<options> read_options(const std::vector<std::string>& arguments) {
  options read;
  bool is_right = arguments.size() >= 2;
  if (is_right) read.policy_file = arguments[0];
  if (is_right) read.servers_file = arguments[1];
  for (std::size_t at = 2; is_right && at < arguments.size(); ++at)
    is_right = take(read, arguments, at);
  if (is_right) return read;
  std::cerr << usage;
  return std::nullopt;
}

}  // namespace client

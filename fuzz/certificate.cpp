// Octets that say they are a certificate: whatever is read of them lies within them, and one octet
// more or less is none.

#include <lwm2m/access/channel/account_check.hpp>

#include <vector>

#include "input.hpp"

namespace {

namespace channel = lwm2m::access::channel;
using channel::bytes;
using fuzz::must;

void lies_within(bytes part, bytes whole) {
  must(part.empty() || (part.begin() >= whole.begin() && part.end() <= whole.end()),
       "what is read lies in the certificate");
}

void read_names(const channel::certificate& read) {
  std::size_t octets = 0;
  const auto within = [&](const channel::der_element& one) {
    lies_within(one.whole, read.whole);
    lies_within(one.content, one.whole);
    octets += one.whole.size();
  };
  must(channel::for_each_common_name(read.issuer, within), "an issuer can be walked");
  must(channel::for_each_common_name(read.subject, within), "a subject can be walked");
  must(octets <= read.issuer.size() + read.subject.size(), "no name is told twice");
  (void)for_each_alternative_name(read, within);
  for (const char* host : {"coaps://lwm2m.example.com", "coaps://192.0.2.1", "coaps://[::1]"}) {
    const channel::host wanted = channel::host_of_uri(host);
    const bool strictly = names_host(read, wanted, {}) == channel::name_match::match;
    const bool loosely = names_host(read, wanted, {true, true}) == channel::name_match::match;
    must(loosely || !strictly, "what is allowed beyond the rule takes nothing away");
  }
  must(names_endpoint(read, "") != channel::name_match::match, "an empty name is nobody's");
}

void read_whole(bytes der) {
  const channel::certificate read = channel::certificate_of(der);
  (void)channel::public_key_of(der);
  (void)channel::signature_algorithm_of(der);
  if (!read.is_valid()) return must(read.whole.empty(), "what is malformed says nothing");
  must(read.whole.data() == der.data() && read.whole.size() == der.size(), "all of it is read");
  for (const bytes part : {read.issuer, read.subject, read.key.whole,
                           read.subject_alternative_names, read.extended_key_usage})
    lies_within(part, der);
  must(read.version >= 1 && read.version <= 3 && read.key.is_valid(), "a valid one is complete");
  must(channel::public_key_of(read.key.whole).bits == read.key.bits, "its key reads the same");
  must(!may_be_used_as(read, channel::dtls_role::unknown), "an unknown end may not use it");
  read_names(read);

  std::vector<std::uint8_t> longer(der.begin(), der.end());
  longer.push_back(0);
  must(!channel::certificate_of({longer.data(), longer.size()}).is_valid(), "nothing lies behind");
  must(!channel::certificate_of({der.data(), der.size() - 1}).is_valid(), "nothing is missing");
}

void configure(bytes der) {
  channel::account one{.kind = channel::account_kind::server,
                       .server = lwm2m::access::short_server_id{101},
                       .mode = channel::security_mode::certificate};
  one.identity = der;
  one.peer_key = der;
  one.server_uri = "coaps://lwm2m.example.com";
  const bool accepted = faults_of(one).empty();
  must(!accepted || channel::certificate_of(der).is_valid(), "an account needs a certificate");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  read_whole({data, size});
  configure({data, size});
  return 0;
}

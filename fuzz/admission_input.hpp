#pragma once

// Credentials, accounts, sessions and policies of admission, chosen by the octets of an input.

#include "admission_model.hpp"
#include "input.hpp"

namespace fuzz {

using channel::security_mode;
using lwm2m::access::short_server_id;

template <class T>
T one_of(input& from, std::initializer_list<T> all) {
  return all.begin()[from.below(static_cast<unsigned>(all.size()))];
}

inline const octets& psk_identity(input& from) {
  static const octets all[] = {of_text("a"), of_text("b"), {}};
  return all[from.below(3)];
}
inline const octets& raw_key(input& from) {
  static const octets all[] = {public_key(1), public_key(2), public_key(9)};
  return all[from.below(3)];
}
inline const octets& any_certificate(input& from) {
  const unsigned k = from.below(5);
  return k < 4 ? certificates()[k].der : garbage();
}
/// OSCORE: a Recipient ID or an ID Context, either of which may be empty.
inline bytes identifier(input& from) {
  static const octets all[] = {{}, {0x00}, {0x01}};
  return view_of(all[from.below(3)]);
}
inline bytes certificate_view(input& from) { return view_of(any_certificate(from)); }
inline bytes value_of(input& from, identity_kind kind) {
  if (kind == identity_kind::psk) return view_of(psk_identity(from));
  if (kind == identity_kind::oscore) return identifier(from);
  return view_of(kind == identity_kind::raw_public_key ? raw_key(from) : any_certificate(from));
}
inline identity any_identity(input& from) {
  const auto kind = static_cast<identity_kind>(from.below(4));
  return {kind, value_of(from, kind)};
}

/// The SHA-256 of what is pinned, of which there are a few.
inline void take_digest(account& of) {
  static std::vector<octets> all = [] {
    std::vector<octets> shown{public_key(1), public_key(2), public_key(9), garbage()}, made;
    for (const known_certificate& each : certificates()) shown.push_back(each.der);
    for (const octets& each : shown) {
      octets digest(32);
      channel::detail::make_sha256(view_of(each), digest.data());
      made.push_back(digest);
    }
    return made;
  }();
  std::uint8_t wanted[32];
  channel::detail::make_sha256(of.peer_key, wanted);
  for (const octets& each : all)
    if (equal(view_of(each), bytes{wanted})) of.peer_key = view_of(each);
  of.matching = channel::matching_type::sha256;
}

inline account any_account(input& from) {
  static const octets secret = of_text("secret");
  account made;
  made.kind = one_of(from, {account_kind::server, account_kind::server,
                            account_kind::bootstrap_server, account_kind::client});
  if (made.kind == account_kind::server) made.server = short_server_id{101 + from.below(3)};
  made.mode = static_cast<security_mode>(from.below(7));
  if (from.below(8) != 7) made.identity = value_of(from, kind_of(made));
  if (is_psk(made)) made.secret_key = view_of(secret);
  if (is_oscore(made)) made.id_context = identifier(from);
  const unsigned pinned = from.below(3);
  if (pinned != 0 && !is_psk(made))
    made.peer_key = view_of(pinned == 1 ? raw_key(from) : any_certificate(from));
  made.server_uri = one_of(from, {"coaps://one.example", "coaps://two.example", ""});
  if (made.kind == account_kind::client) {
    made.endpoint_name = one_of(from, {"urn:1", "urn:2", ""});
    if (!made.endpoint_name.empty()) made.certificate_name = one_of(from, {"", "", "urn:3"});
  }
  made.trust_pin_alone = from.below(4) == 3;
  made.usage = static_cast<channel::certificate_usage>(from.below(5));
  made.sni = one_of(from, {"", "", "two.example"});
  if (pinned != 0 && !is_psk(made) && from.below(3) == 2) take_digest(made);
  return made;
}

inline stated_session any_session(input& from) {
  stated_session made;
  made.number = from.below(4);
  made.established = from.below(16) != 15;
  made.end = static_cast<channel::dtls_role>((from.below(8) + 1) % 3);
  made.peer_is = any_identity(from);
  made.local_is = any_identity(from);
  using channel::answer;
  made.verified = one_of(from, {answer::yes, answer::yes, answer::unknown, answer::no});
  made.version = one_of<std::uint16_t>(from, {0xFEFD, 0xFEFD, 0xFEFC, 0x0303, 0x0304, 0xFEFF});
  made.suite = suites[from.below(9)].code;
  made.history = one_of(from, {resumption::full_handshake, resumption::ticket, resumption::unknown,
                               resumption::full_handshake});
  using channel::hash;
  made.signed_with = one_of(from, {hash::sha256, hash::sha256, hash::sha1, hash::unknown});
  made.group = one_of<std::uint16_t>(from, {256, 256, 224, 0});
  const unsigned shape = from.below(4);
  if (from.below(4) == 3) made.anchor = certificate_view(from);
  made.shaken = from.below(3);
  if (shape < 3) made.chain.emplace_back();
  if (shape == 1) made.chain.push_back(certificates()[0].der);
  if (shape == 2) made.chain.push_back(garbage());
  return made;
}

inline channel::channel_policy any_policy(input& from) {
  const unsigned switches = from.octet();
  channel::channel_policy made;
  made.allow_other_suites = (switches & 1) != 0;
  made.allow_tls = (switches & 2) != 0;
  made.allow_no_sec = (switches & 4) != 0;
  made.now = one_of<std::int64_t>(from, {0, 0, 1800000000, 1000000000, 2147483647});
  return made;
}

inline edition_name any_edition(input& from) {
  return static_cast<edition_name>((from.below(8) + 3) % 5);
}

}  // namespace fuzz

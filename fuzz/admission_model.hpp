#pragma once

// Section I once more: which account a session reaches, whether it is admitted, and how long that
// holds; over credentials of which all is known beforehand.

#include <lwm2m/access/channel/admission.hpp>
#include <lwm2m/access/channel/channel_policy.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "der.hpp"

namespace fuzz {

namespace channel = lwm2m::access::channel;
using channel::account;
using channel::account_kind;
using channel::bytes;
using channel::identity;
using channel::identity_kind;
using channel::resumption;

inline bytes view_of(const octets& all) { return {all.data(), all.size()}; }

/// A certificate, and what it says.
struct known_certificate {
  octets der;
  std::vector<std::string> common_names;
  std::vector<std::string> hosts;
  octets key;
};

inline known_certificate issue(const std::vector<std::string>& common_names,
                               const std::vector<std::string>& hosts, std::uint8_t key) {
  octets subject, alternative;
  for (const std::string& each : common_names)
    append(subject, common_name(0x0C, of_text(each)));
  for (const std::string& each : hosts) append(alternative, tlv(0x82, of_text(each)));
  return {certificate(subject, alternative, key), common_names, hosts, public_key(key)};
}

inline const std::vector<known_certificate>& certificates() {
  static const std::vector<known_certificate> all{
      issue({"urn:1"}, {"one.example"}, 1), issue({"urn:2"}, {"two.example"}, 2),
      issue({"urn:3"}, {"one.example", "two.example"}, 3), issue({"urn:1", "urn:2"}, {}, 4)};
  return all;
}

inline const octets& garbage() {
  static const octets none{0x30, 0x01, 0x00};
  return none;
}

/// A session, as a library may state it.
struct stated_session {
  std::uint64_t number = 1;
  bool established = true;
  identity peer_is{}, local_is{};
  channel::answer verified{};
  std::uint16_t version = 0, suite = 0;
  channel::dtls_role end{};
  resumption history{};
  channel::hash signed_with{};
  std::uint16_t group = 0;
  std::vector<octets> chain{};

  channel::session_id id() const noexcept { return channel::session_id{number}; }
  bool is_established() const noexcept { return established; }
  identity peer() const noexcept { return peer_is; }
  channel::answer peer_verified() const noexcept { return verified; }
  identity local() const noexcept { return local_is; }
  std::uint16_t protocol() const noexcept { return version; }
  std::uint16_t cipher_suite() const noexcept { return suite; }
  channel::dtls_role role() const noexcept { return end; }
  resumption resumed() const noexcept { return history; }
  channel::hash handshake_signature_hash() const noexcept { return signed_with; }
  std::uint16_t key_exchange_bits() const noexcept { return group; }
  std::size_t peer_chain_size() const noexcept { return chain.size(); }
  bytes peer_chain(std::size_t k) const noexcept { return view_of(chain[k]); }
};

/// A suite, and what the rules say of it.
struct known_suite {
  std::uint16_t code;
  bool is_sound, is_listed, for_psk, for_keys, is_1_3, has_group;
};
inline constexpr known_suite suites[] = {
    {0xC0A8, true, true, true, false, false, false},   // PSK, AES-128-CCM-8
    {0x00AE, true, true, true, false, false, false},   // PSK, AES-128-CBC, SHA-256
    {0xC0AE, true, true, false, true, false, true},    // ECDHE, ECDSA, AES-128-CCM-8
    {0xC023, true, true, false, true, false, true},    // ECDHE, ECDSA, AES-128-CBC, SHA-256
    {0xC02B, true, false, false, true, false, true},   // ECDHE, ECDSA, AES-128-GCM
    {0x1301, true, false, true, true, true, true},     // AES-128-GCM of 1.3
    {0x008C, false, false, true, false, false, false}, // PSK, AES-128-CBC, SHA-1
    {0xC006, false, false, false, true, false, true},  // ECDHE, ECDSA, no cipher
    {0x0000, false, false, false, false, false, false},
};

/// An account as it is configured, and what became of it.
struct known_account {
  account configured;
  unsigned generation;
  unsigned admission = 0;
  std::uint64_t session = 0;
  std::vector<std::uint64_t> keyed{};  // the sessions that its key went to, the latest last
  std::optional<identity> verdict{};
};

inline bool same(const identity& a, const identity& b) {
  return a.kind == b.kind && equal(a.value, b.value);
}
inline bool is_psk(const account& of) { return of.mode == channel::security_mode::psk; }
inline bool is_certificate(const account& of) {
  return of.mode == channel::security_mode::certificate ||
         of.mode == channel::security_mode::certificate_est;
}
inline identity_kind kind_of(const account& of) {
  if (is_psk(of)) return identity_kind::psk;
  if (is_certificate(of)) return identity_kind::certificate;
  const bool raw = of.mode == channel::security_mode::raw_public_key;
  return raw ? identity_kind::raw_public_key : identity_kind::none;
}
inline std::string string_of(channel::text of) { return {of.begin(), of.end()}; }

/// I9, I10, I19.
inline bool names(const known_certificate& one, const account& of) {
  if (of.kind == account_kind::client)
    return of.endpoint_name.empty() ||
           (one.common_names.size() == 1 && one.common_names[0] == string_of(of.endpoint_name));
  const std::string uri = string_of(of.server_uri);
  return std::any_of(one.hosts.begin(), one.hosts.end(),
                     [&](const std::string& host) { return uri == "coaps://" + host; });
}

/// I8, I10, I17: whether these credentials are the account's.
inline bool has(const account& of, const identity& shown) {
  if (kind_of(of) != shown.kind) return false;
  if (is_psk(of)) return equal(of.identity, shown.value);
  if (!is_certificate(of)) return equal(of.peer_key, shown.value);
  for (const known_certificate& each : certificates())
    if (equal(view_of(each.der), shown.value))
      return names(each, of) && (of.peer_key.empty() || equal(of.peer_key, shown.value) ||
                                 equal(of.peer_key, view_of(each.key)));
  return false;
}

/// I21: the one account with these credentials, a Client's without a name where no other has them.
inline known_account* account_of(std::vector<known_account>& all, const identity& shown) {
  std::vector<known_account*> named, unnamed;
  for (known_account& each : all) {
    const account& one = each.configured;
    const bool is_unnamed = one.kind == account_kind::client && one.endpoint_name.empty();
    if (has(one, shown)) (is_unnamed ? unnamed : named).push_back(&each);
  }
  const auto& found = named.empty() ? unnamed : named;
  return found.size() == 1 ? found[0] : nullptr;
}

/// By what the two ends identified themselves (I17).
inline identity shown_by(const stated_session& s) {
  const bool own = s.end == channel::dtls_role::client && s.local_is.kind == identity_kind::psk;
  return own ? s.local_is : s.peer_is;
}

/// I2 to I6.
inline bool has_sound_suite(const stated_session& s, identity_kind kind,
                            const channel::channel_policy& rules) {
  const bool is_1_3 = s.version == 0xFEFC || s.version == 0x0304;
  const bool tls = s.version == 0x0303 || s.version == 0x0304;
  if (s.version != 0xFEFD && !is_1_3 && !tls) return false;
  if (tls && !rules.allow_tls) return false;
  for (const known_suite& each : suites)
    if (each.code == s.suite)
      return each.is_sound && (each.is_listed || rules.allow_other_suites) &&
             (kind == identity_kind::psk ? each.for_psk : each.for_keys) && each.is_1_3 == is_1_3;
  return false;
}

/// I7.
inline bool has_sound_handshake(const stated_session& s) {
  const bool has_group = std::any_of(std::begin(suites), std::end(suites), [&](const auto& each) {
    return each.code == s.suite && each.has_group;
  });
  return s.signed_with == channel::hash::sha256 && (!has_group || s.group >= 256);
}

/// I15.
inline bool edition_has(lwm2m::access::edition_name edition, channel::security_mode mode) {
  using lwm2m::access::edition_name;
  if (edition == edition_name{}) return false;
  return edition != edition_name::draft || mode <= channel::security_mode::certificate;
}

/// I6: what lies above the leaf can be read, or is known from the full handshake.
inline bool has_sound_chain(const stated_session& s, bool has_verdict) {
  const bool above = std::all_of(s.chain.begin() + (s.chain.empty() ? 0 : 1), s.chain.end(),
                                 [](const octets& each) { return each != garbage(); });
  return above && (!s.chain.empty() || has_verdict);
}

/// The account that is admitted; none when the session is refused.
inline known_account* admitted(std::vector<known_account>& all, const stated_session& s,
                               const channel::channel_policy& rules, account_kind wanted) {
  const identity shown = shown_by(s);
  if (!s.established || s.number == 0 || !shown.is_somebody()) return nullptr;    // I1, I16
  known_account* found = account_of(all, shown);
  if (found == nullptr) return nullptr;
  const account& one = found->configured;
  const bool full = s.history == resumption::full_handshake;
  const bool resumed = !full && s.history != resumption::unknown;
  const bool has_verdict = found->verdict && same(*found->verdict, shown);        // I12
  const bool pinned = is_certificate(one) && !one.verify_chain;                   // I10
  const bool verified = s.verified == channel::answer::yes || pinned ||
                        (resumed && has_verdict && s.verified == channel::answer::unknown);
  if (!verified || s.end == channel::dtls_role::unknown) return nullptr;          // I1, I20
  if (!has_sound_suite(s, shown.kind, rules)) return nullptr;
  if (is_certificate(one) && !pinned && !has_sound_chain(s, resumed && has_verdict))
    return nullptr;
  if (is_certificate(one) && rules.now != 0 &&
      (rules.now < 1767225600 || rules.now > 2082758400))                         // 2026, 2036
    return nullptr;
  if (!is_psk(one)) {                                                             // I8, I11
    const bool offered = s.local_is.is_somebody() && s.local_is.kind == shown.kind;
    if (!offered && !(resumed && has_verdict)) return nullptr;
    if (offered && !one.identity.empty() && !equal(one.identity, s.local_is.value)) return nullptr;
  }
  const bool keyed = is_psk(one) && std::count(found->keyed.begin(), found->keyed.end(),
                                               s.number) != 0;                    // I17
  const bool made = resumed ? has_verdict
                            : keyed || (full && !is_psk(one) && has_sound_handshake(s));
  return made && one.kind == wanted && edition_has(rules.edition, one.mode) ? found : nullptr;
}

}  // namespace fuzz

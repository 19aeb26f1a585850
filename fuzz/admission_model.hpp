#pragma once

// Section I once more: which account a session reaches, whether it is admitted, and how long that
// holds; over credentials of which all is known beforehand.

#include <lwm2m/access/channel/admission.hpp>
#include <lwm2m/access/channel/channel_policy.hpp>
#include <lwm2m/access/channel/session_binding.hpp>

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
using lwm2m::access::edition_name;

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
  for (const std::string& each : common_names) append(subject, common_name(0x0C, of_text(each)));
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
  static constexpr channel::configuration_facts fixed_by_configuration{.anchor = true};

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
  bytes anchor{};
  unsigned shaken = 1;
  channel::session_binding* kept = nullptr;

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
  bytes sole_anchor() const noexcept { return anchor; }
  std::uint32_t handshakes() const noexcept { return shaken; }
  channel::session_binding* binding() const noexcept { return kept; }
};

/// A suite, and what the rules say of it.
struct known_suite {
  std::uint16_t code;
  bool is_sound, is_listed, for_psk, for_keys, is_1_3, has_group;
};
inline constexpr known_suite suites[] = {
    {0xC0A8, true, true, true, false, false, false},    // PSK, AES-128-CCM-8
    {0x00AE, true, true, true, false, false, false},    // PSK, AES-128-CBC, SHA-256
    {0xC0AE, true, true, false, true, false, true},     // ECDHE, ECDSA, AES-128-CCM-8
    {0xC023, true, true, false, true, false, true},     // ECDHE, ECDSA, AES-128-CBC, SHA-256
    {0xC02B, true, false, false, true, false, true},    // ECDHE, ECDSA, AES-128-GCM
    {0x1301, true, false, true, true, true, true},      // AES-128-GCM of 1.3
    {0x008C, false, false, true, false, false, false},  // PSK, AES-128-CBC, SHA-1
    {0xC006, false, false, false, true, false, true},   // ECDHE, ECDSA, no cipher
    {0x0000, false, false, false, false, false, false},
};

/// An account as it is configured.
struct known_account {
  account configured;
  unsigned generation;
};

/// What a session's binding holds: the account whose key went to a session, and the verdict.
struct known_binding {
  unsigned key_of = 0;
  std::uint64_t key_to = 0;
  unsigned verdict_of = 0;
  std::optional<identity> verdict{};
};

/// An admission that holds.
struct known_admission {
  std::uint64_t session;
  unsigned shaken, account, number;
};

/// Whom admission is asked for: a kind of account, under a policy, and perhaps the account.
struct asked {
  account_kind wanted{};
  edition_name edition{};
  channel::channel_policy policy{};
  std::optional<account> meant{};
};

inline bool same(const identity& a, const identity& b) {
  return a.kind == b.kind && equal(a.value, b.value);
}
inline bool is_psk(const account& of) { return of.mode == channel::security_mode::psk; }
inline bool is_certificate(const account& of) {
  return of.mode == channel::security_mode::certificate ||
         of.mode == channel::security_mode::certificate_est;
}
inline bool is_oscore(const account& of) { return of.mode == channel::security_mode::oscore; }
inline identity_kind kind_of(const account& of) {
  if (is_psk(of)) return identity_kind::psk;
  if (is_oscore(of)) return identity_kind::oscore;
  if (is_certificate(of)) return identity_kind::certificate;
  const bool raw = of.mode == channel::security_mode::raw_public_key;
  return raw ? identity_kind::raw_public_key : identity_kind::none;
}
inline std::string string_of(channel::text of) { return {of.begin(), of.end()}; }

inline const known_certificate* certificate_in(const identity& shown) {
  if (shown.kind != identity_kind::certificate) return nullptr;
  for (const known_certificate& each : certificates())
    if (equal(view_of(each.der), shown.value)) return &each;
  return nullptr;
}
inline bool is_unnamed(const account& of) {
  return of.kind == account_kind::client && of.endpoint_name.empty();
}
inline bool has_usage(edition_name of) {
  return of == edition_name::v1_1 || of == edition_name::v1_2;
}

/// I9: whether a Client of that name has an account of its own, by whatever it is secured.
inline bool has_owner(const std::vector<known_account>& all, const std::string& name) {
  return std::any_of(all.begin(), all.end(), [&](const known_account& each) {
    const account& one = each.configured;
    return one.kind == account_kind::client && !one.endpoint_name.empty() &&
           (string_of(one.endpoint_name) == name || string_of(one.certificate_name) == name);
  });
}

/// I9, I10, I19.
inline bool names(const std::vector<known_account>& all, const known_certificate& one,
                  const account& of, edition_name edition) {
  if (of.kind == account_kind::client) {
    if (one.common_names.size() != 1) return false;
    if (is_unnamed(of)) return !has_owner(all, one.common_names[0]);
    const bool looked_up =
        !of.certificate_name.empty() && edition != edition_name::draft && edition != edition_name{};
    return one.common_names[0] == string_of(looked_up ? of.certificate_name : of.endpoint_name);
  }
  const bool by_sni = has_usage(edition) && !of.sni.empty();
  const std::string uri = by_sni ? "coaps://" + string_of(of.sni) : string_of(of.server_uri);
  return std::any_of(one.hosts.begin(), one.hosts.end(),
                     [&](const std::string& host) { return uri == "coaps://" + host; });
}

/// Whether `pin` is `shown`, exactly or by its SHA-256; other digests nobody makes here.
inline bool is_given_by(const account& of, edition_name edition, bytes shown) {
  if (!has_usage(edition) || of.matching == channel::matching_type::exact)
    return equal(of.peer_key, shown);
  std::uint8_t digest[32];
  channel::detail::make_sha256(shown, digest);
  return of.matching == channel::matching_type::sha256 && equal(of.peer_key, bytes{digest});
}

/// I23: what a certificate account asks for, row by row.
enum class pinned { nothing, leaf, in_path, at_end };
struct proof {
  bool path, name;
  pinned where;
};
inline proof asked_of(const account& of, edition_name edition) {
  using channel::certificate_usage;
  if (of.peer_key.empty()) return {true, true, pinned::nothing};
  const bool path = !of.trust_pin_alone;
  if (of.kind == account_kind::client) return {path, true, pinned::leaf};
  if (edition == edition_name::v1_0) return {false, true, pinned::leaf};
  if (!has_usage(edition)) return {path, true, pinned::leaf};
  if (of.usage == certificate_usage::ca_constraint) return {true, true, pinned::in_path};
  if (of.usage == certificate_usage::trust_anchor_assertion) return {true, true, pinned::at_end};
  if (of.usage == certificate_usage::service_certificate_constraint)
    return {path, true, pinned::leaf};
  return {false, false, pinned::leaf};
}

/// Whether the pin is where it is to be. No path here is shown to its end: its anchor is known
/// where the session states it, and verified the path.
inline bool has_pin(const account& of, edition_name edition, const known_certificate& leaf,
                    const stated_session& s) {
  const pinned where = asked_of(of, edition).where;
  if (where == pinned::nothing) return true;
  const bool takes_key = has_usage(edition) || of.kind == account_kind::client;
  if (where == pinned::leaf)
    return is_given_by(of, edition, view_of(leaf.der)) ||
           (takes_key && is_given_by(of, edition, view_of(leaf.key)));
  if (s.anchor.empty() || s.verified != channel::answer::yes) return false;
  const known_certificate* anchor = certificate_in({identity_kind::certificate, s.anchor});
  return is_given_by(of, edition, s.anchor) ||
         (anchor != nullptr && is_given_by(of, edition, view_of(anchor->key)));
}

/// I12: whether a full handshake with this peer was admitted under these credentials.
inline bool has_verdict(const known_account& of, const identity& shown, const known_binding* kept) {
  if (kept == nullptr || kept->verdict_of != of.generation || !kept->verdict) return false;
  return shown.kind != identity_kind::certificate || same(*kept->verdict, shown);
}

/// I17.
inline bool is_keyed(const known_account& of, const stated_session& s, const known_binding* kept) {
  return is_psk(of.configured) && kept != nullptr && kept->key_of == of.generation &&
         kept->key_to == s.number;
}

/// I8, I10, I23: whether these credentials are the account's.
inline bool has(const std::vector<known_account>& all, const known_account& each,
                const stated_session& s, const identity& shown, edition_name edition,
                const known_binding* kept) {
  const account& of = each.configured;
  if (kind_of(of) != shown.kind || shown.kind == identity_kind::none) return false;
  if (is_psk(of)) return equal(of.identity, shown.value);
  if (!is_certificate(of)) return is_given_by(of, edition, shown.value);
  const known_certificate* leaf = certificate_in(shown);
  if (leaf == nullptr) return false;
  const proof wanted = asked_of(of, edition);
  const bool resumed = s.history == resumption::ticket && has_verdict(each, shown, kept);
  const bool stated = !s.anchor.empty() && s.verified == channel::answer::yes;
  // What is not shown was compared in the full handshake; what is shown, and is another, was not.
  const bool unknown = (wanted.where == pinned::in_path) ||
                       (wanted.where == pinned::at_end && !stated) ||
                       (wanted.where != pinned::nothing && has_usage(edition) &&
                        of.matching > channel::matching_type::sha256);
  const bool fits = has_pin(of, edition, *leaf, s) || (resumed && unknown);
  return fits && (!wanted.name || names(all, *leaf, of, edition));
}

/// I17, I21: the account that a session is of: the one that is meant, or the one whose key it was,
/// or the one of the kind with these credentials, one for Clients without an account after those.
inline known_account* account_of(std::vector<known_account>& all, const stated_session& s,
                                 const identity& shown, const asked& by,
                                 const known_binding* kept) {
  std::vector<known_account*> wanted, others, unnamed;
  for (known_account& each : all) {
    const account& one = each.configured;
    if (by.meant && !channel::account_key{*by.meant}.names(one)) continue;
    if (!has(all, each, s, shown, by.edition, kept)) continue;
    if (is_keyed(each, s, kept)) return &each;
    (is_unnamed(one) ? unnamed : one.kind == by.wanted ? wanted : others).push_back(&each);
  }
  if (wanted.size() > 1) return nullptr;
  const auto& found = !wanted.empty() ? wanted : !others.empty() ? others : unnamed;
  return found.empty() ? nullptr : found.back();
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
inline bool edition_has(edition_name edition, channel::security_mode mode) {
  if (edition == edition_name{}) return false;
  if (mode == channel::security_mode::oscore) return has_usage(edition);
  return edition != edition_name::draft || mode <= channel::security_mode::certificate;
}

/// A security context of OSCORE, as a stack may state it.
struct oscore_session {
  std::uint64_t number = 1;
  bool established = true;
  identity peer_is{};
  channel::answer verified{}, encrypts{}, protects{};

  channel::session_id id() const noexcept { return channel::session_id{number}; }
  bool is_established() const noexcept { return established; }
  identity peer() const noexcept { return peer_is; }
  channel::answer peer_verified() const noexcept { return verified; }
  identity local() const noexcept { return {}; }
  channel::answer encrypted() const noexcept { return encrypts; }
  channel::answer integrity_protected() const noexcept { return protects; }
};

/// I14: the account of both identifiers, of the kind that is asked for where there are two.
inline known_account* admitted(std::vector<known_account>& all, const oscore_session& s,
                               const asked& by) {
  if (!s.established || s.number == 0 || s.peer_is.kind != identity_kind::oscore) return nullptr;
  const channel::answer yes = channel::answer::yes;
  if (s.verified != yes || s.encrypts != yes || s.protects != yes) return nullptr;
  for (known_account& each : all) {
    const account& one = each.configured;
    if (by.meant && !channel::account_key{*by.meant}.names(one)) continue;
    if (is_oscore(one) && one.kind == by.wanted && edition_has(by.edition, one.mode) &&
        equal(one.identity, s.peer_is.value) && equal(one.id_context, s.peer_is.id_context))
      return &each;
  }
  return nullptr;
}

/// I6: what lies above the leaf can be read, or is known from the full handshake.
inline bool has_sound_chain(const stated_session& s, bool has_verdict) {
  const bool above = std::all_of(s.chain.begin() + (s.chain.empty() ? 0 : 1), s.chain.end(),
                                 [](const octets& each) { return each != garbage(); });
  return above && (!s.chain.empty() || has_verdict);
}

/// The account that is admitted; none when the session is refused.
inline known_account* admitted(std::vector<known_account>& all, const stated_session& s,
                               const asked& by, const known_binding* kept) {
  const identity shown = shown_by(s);
  if (!s.established || s.number == 0 || !shown.is_somebody()) return nullptr;  // I1, I16
  known_account* found = account_of(all, s, shown, by, kept);
  if (found == nullptr) return nullptr;
  const account& one = found->configured;
  const bool full = s.history == resumption::full_handshake;
  const bool resumed = !full && s.history != resumption::unknown;
  const bool verdict = resumed && has_verdict(*found, shown, kept);            // I12
  const bool pinned = is_certificate(one) && !asked_of(one, by.edition).path;  // I10, I23
  const bool verified = s.verified == channel::answer::yes || pinned ||
                        (verdict && s.verified == channel::answer::unknown);
  if (!verified || s.end == channel::dtls_role::unknown) return nullptr;  // I1, I20
  if (!has_sound_suite(s, shown.kind, by.policy)) return nullptr;
  if (is_certificate(one) && !pinned && !has_sound_chain(s, verdict)) return nullptr;
  const std::int64_t now = by.policy.now;
  if (is_certificate(one) && now != 0 && (now < 1767225600 || now > 2082758400))  // 2026, 2036
    return nullptr;
  if (!is_psk(one)) {  // I8, I11
    const bool offered = s.local_is.is_somebody() && s.local_is.kind == shown.kind;
    if (one.kind != account_kind::client && one.identity.empty()) return nullptr;  // EST
    if (!offered && !verdict) return nullptr;
    if (offered && !one.identity.empty() && !equal(one.identity, s.local_is.value)) return nullptr;
  }
  const bool made =
      resumed ? verdict
              : is_keyed(*found, s, kept) || (full && !is_psk(one) && has_sound_handshake(s));
  return made && one.kind == by.wanted && edition_has(by.edition, one.mode) ? found : nullptr;
}

}  // namespace fuzz

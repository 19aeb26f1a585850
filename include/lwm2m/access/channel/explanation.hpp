#pragma once

#include <lwm2m/access/channel/accounts.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// One side of a comparison: nothing, characters or octets, or a number. A number is as the rules
/// have it: bits, a code point, a value of an enumeration, seconds since 1970.
struct compared {
  enum class form : std::uint8_t { nothing = 0, characters, octets, number };

  constexpr compared() noexcept = default;
  constexpr compared(text characters) noexcept : is{form::characters}, name{characters} {}
  constexpr compared(bytes octets) noexcept : is{form::octets}, value{octets} {}
  template <class Number>
    requires requires(Number of) { static_cast<std::int64_t>(of); }
  constexpr compared(Number of) noexcept
      : is{form::number}, number{static_cast<std::int64_t>(of)} {}

  form is{};
  text name{};
  bytes value{};
  std::int64_t number = 0;
};

/// One reason of a refusal, with what was looked for and what was found (I20).
struct refusal_detail {
  refusal why{};
  compared looked_for{};
  compared found{};
};

namespace detail {

inline compared name_found(const certificate& leaf, const evidence& shown) noexcept {
  if (states_name(shown)) return text_of(shown.facts.credential.value);
  const single_common_name name = common_name_of(leaf);
  return name.value.empty() ? compared{} : compared{text_of(name.value)};
}

/// Key of the leaf, or of the first certificate above it that is too small.
inline compared key_found(const evidence& shown) noexcept {
  if (shown.facts.credential.kind == identity_kind::raw_public_key)
    return public_key_of(shown.facts.credential.value).bits;
  return shown.leaf.key.bits;
}

inline std::int64_t bits_wanted(const evidence& shown) noexcept {
  return shown.leaf.key.algorithm == key_algorithm::rsa ? 2048 : 256;
}

/// What the account gives for the host of a Server.
inline compared host_wanted(const account& one, const channel_edition& edition) noexcept {
  return edition.has_certificate_usage && !one.sni.empty() ? one.sni : one.server_uri;
}

/// The two sides of a reason that is about names, keys and certificates.
inline refusal_detail detail_of_credentials(refusal why, const account& one,
                                            const evidence& shown) noexcept {
  const identity& peer = shown.facts.credential;
  switch (why) {
    case refusal::cn_missing:
    case refusal::cn_several:
    case refusal::cn_encoding:
    case refusal::cn_other:
    case refusal::name_has_account:
      return {why, common_name_for(one, shown.edition.looks_names_up),
              name_found(shown.leaf, shown)};
    case refusal::endpoint_name_too_long:
      return {why, longest_endpoint_name, common_name_of(shown.leaf).value.size()};
    case refusal::host_name_missing:
    case refusal::host_unknown:
      return {why, host_wanted(one, shown.edition), {}};
    case refusal::pinned_key_other:
    case refusal::pin_unknown:
      return {why, one.peer_key, peer.value};
    case refusal::own_identity_other:
    case refusal::own_identity_missing:
      return {why, one.identity, shown.facts.local.value};
    case refusal::account_unknown:
    case refusal::identity_has_nul:
      return {why, one.identity, peer.value};
    case refusal::mode_other:
      return {why, identity_kind_of(one.mode), peer.kind};
    case refusal::key_too_small:
    case refusal::key_unknown:
      return {why, bits_wanted(shown), key_found(shown)};
    default:
      return {why, {}, {}};
  }
}

inline std::int64_t suite_wanted(identity_kind of) noexcept {
  const view<std::uint16_t> all = must_have_suites(of);
  return all.empty() ? 0 : all[0];
}

/// The two sides of a reason that is about the session, or the account as a whole.
inline refusal_detail detail_of_session(refusal why, const account& one, account_kind wanted,
                                        const evidence& shown, std::int64_t now) noexcept {
  const session_facts& facts = shown.facts;
  switch (why) {
    case refusal::protocol_refused:
    case refusal::tls_not_allowed:
      return {why, 0xFEFD, facts.protocol};
    case refusal::suite_unknown:
    case refusal::suite_null_cipher:
    case refusal::suite_anonymous:
    case refusal::suite_export:
    case refusal::suite_sha1:
    case refusal::suite_weak:
    case refusal::suite_not_for_dtls:
    case refusal::suite_of_other_version:
    case refusal::suite_of_other_mode:
    case refusal::suite_not_listed:
      return {why, suite_wanted(identity_kind_of(one.mode)), facts.suite.code()};
    case refusal::group_too_small:
    case refusal::group_unknown:
      return {why, 256, facts.group_bits};
    case refusal::handshake_hash_too_weak:
    case refusal::handshake_hash_unknown:
      return {why, hash::sha256, facts.handshake_hash};
    case refusal::hash_too_weak:
    case refusal::hash_unknown:
      return {why, hash::sha256, shown.leaf.signature.hash};
    case refusal::certificate_expired:
      return {why, now, shown.leaf.validity.not_after};
    case refusal::certificate_not_yet_valid:
      return {why, now, shown.leaf.validity.not_before};
    case refusal::certificate_not_v3:
      return {why, 3, shown.leaf.version};
    case refusal::account_is_bootstrap:
    case refusal::account_is_server:
    case refusal::account_is_client:
      return {why, wanted, one.kind};
    default:
      return detail_of_credentials(why, one, shown);
  }
}

/// Every name of the kind of the host that the certificate has, one after the other.
template <class Sink>
void tell_hosts(const account_slot& slot, const evidence& shown, Sink& sink) noexcept {
  const compared wanted = host_wanted(slot.configured, shown.edition);
  if (states_name(shown)) {
    sink(refusal_detail{refusal::host_name_other, wanted, text_of(shown.facts.credential.value)});
    return;
  }
  const bool by_name = reference_host(slot, shown.edition).kind == host_kind::dns_name;
  bool told = false;
  for_each_alternative_name(shown.leaf, [&](const der_element& entry) {
    if (entry.tag != der::primitive(by_name ? 2 : 7)) return;
    told = true;
    sink(refusal_detail{refusal::host_name_other, wanted,
                        by_name ? compared{text_of(entry.content)} : compared{entry.content}});
  });
  if (!told) sink(refusal_detail{refusal::host_name_other, wanted, name_found(shown.leaf, shown)});
}

/// Calls `sink` for each reason of the account that was found or meant.
struct explaining {
  template <class Accounts, session Session, class Sink>
  static void tell(const Accounts& accounts, const Session& session, edition_name edition,
                   const channel_policy& policy, account_key meant, Sink& sink) noexcept {
    const typename Accounts::terms under{edition, policy, meant.kind, meant};
    accounts.examine(session, under, [&](const evidence& shown, const account_match& found) {
      const account_slot none{};
      const account_slot& slot = found.slot != nullptr ? *found.slot : none;
      found.why.for_each([&](refusal why) {
        if (why == refusal::host_name_other) return tell_hosts(slot, shown, sink);
        sink(detail_of_session(why, slot.configured, meant.kind, shown, policy.now));
      });
    });
  }
};

}  // namespace detail

/// Why a session is not admitted for the account that it was opened for, reason by reason: calls
/// `sink(const refusal_detail&)` with what was looked for and what was found (I20), more than once
/// where a certificate has several names. Nothing is changed; nothing is told of a session that
/// would be admitted. What it tells is borrowed from session and account, until `sink` returns. For
/// operators: it tells the configured identity, and no secret.
template <class Accounts, session Session, class Sink>
void explain_refusal(const Accounts& accounts, const Session& session, edition_name edition,
                     const channel_policy& policy, account_key meant, Sink sink) noexcept {
  detail::explaining::tell(accounts, session, edition, policy, meant, sink);
}

}  // namespace lwm2m::access::inline v0::channel

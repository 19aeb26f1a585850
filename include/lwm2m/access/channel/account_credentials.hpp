#pragma once

#include <lwm2m/access/channel/account_slot.hpp>
#include <lwm2m/access/channel/peer_name.hpp>
#include <lwm2m/access/channel/session_binding.hpp>
#include <lwm2m/access/channel/session_facts.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::channel::detail {

/// What a session is judged by, all of it borrowed.
struct evidence {
  const session_facts& facts;
  const certificate& leaf;       // not valid where the session shows none
  const certificate_path& path;  // above it
  const channel_edition& edition;
  view<account_slot> slots;
  const void* by;  // whose bindings count
};

inline constexpr certificate no_certificate{};
inline constexpr certificate_path no_path{};

/// Whether this account's PSK was supplied to this session (I17).
constexpr bool is_keyed(const account_slot& slot, const evidence& shown) noexcept {
  const session_facts& facts = shown.facts;
  return slot.kind == identity_kind::psk &&
         binding_access::key_of(facts.binding, shown.by, facts.over.id) == slot.generation;
}

/// Whether a full handshake with this peer and with the present credentials was admitted (I12).
constexpr bool has_verdict(const account_slot& slot, const evidence& shown) noexcept {
  const session_binding* kept = shown.facts.binding;
  return binding_access::verdict_of(kept, shown.by) == slot.generation && slot.is_used() &&
         binding_access::is_on(*kept, shown.facts.credential);
}

// --- names

constexpr refusals refusals_of_common_name(name_match how) noexcept {
  switch (how) {
    case name_match::match:
      return {};
    case name_match::malformed:
      return refusal::certificate_malformed;
    case name_match::missing:
      return refusal::cn_missing;
    case name_match::several:
      return refusal::cn_several;
    case name_match::wrong_encoding:
      return refusal::cn_encoding;
    case name_match::other:
      break;
  }
  return refusal::cn_other;
}

constexpr refusals refusals_of_host(name_match how) noexcept {
  if (how == name_match::missing) return refusal::host_name_missing;
  if (how == name_match::other) return refusal::host_name_other;
  return refusals_of_common_name(how);
}

constexpr bool states_name(const evidence& shown) noexcept {
  return shown.facts.credential.kind == identity_kind::verified_name;
}

/// The name of a Client, from its certificate or as it was verified in one; empty for any other
/// peer.
constexpr single_common_name client_name_of(const evidence& shown) noexcept {
  if (states_name(shown)) return {name_match::match, shown.facts.credential.value};
  if (shown.facts.credential.kind != identity_kind::certificate) return {};
  single_common_name name = common_name_of(shown.leaf);
  for (const std::uint8_t octet : name.value)
    if (octet == 0) name.problem = name_match::wrong_encoding;
  return name;
}

constexpr bool equal_text(text a, text b) noexcept { return equal<char>(a, b); }

/// The Client's account that has the name in the certificate, of whatever mode; null: nobody's.
template <class Name>
constexpr const account_slot* owner_of(view<account_slot> slots, Name name) noexcept {
  for (const account_slot& slot : slots) {
    const account& one = slot.configured;
    if (one.kind != account_kind::client || is_unnamed(one)) continue;
    if (equal_text(name, one.endpoint_name) ||
        (!one.certificate_name.empty() && equal_text(name, one.certificate_name)))
      return &slot;
  }
  return nullptr;
}

constexpr const account_slot* owner_of_name(const evidence& shown) noexcept {
  const single_common_name name = client_name_of(shown);
  return name.problem == name_match::match ? owner_of(shown.slots, name.value) : nullptr;
}

/// A Client's name against the account: its own, or one that has no account of its own (I9).
constexpr refusals refusals_of_client_name(const account& one, const evidence& shown) noexcept {
  const single_common_name name = client_name_of(shown);
  if (name.problem != name_match::match) return refusals_of_common_name(name.problem);
  if (!is_unnamed(one)) {
    const text wanted = common_name_for(one, shown.edition.looks_names_up);
    return equal_text(name.value, wanted) ? refusals{} : refusals{refusal::cn_other};
  }
  refusals found;
  found.add_if(name.value.empty(), refusal::cn_missing);
  found.add_if(name.value.size() > longest_endpoint_name, refusal::endpoint_name_too_long);
  return found.add_if(owner_of(shown.slots, name.value) != nullptr, refusal::name_has_account);
}

/// The reference identity of a Server: the SNI, where there is one and the edition has it, or the
/// host of the Server URI (I10).
constexpr host reference_host(const account_slot& slot, const channel_edition& edition) noexcept {
  const text sni = slot.configured.sni;
  return edition.has_certificate_usage && !sni.empty() ? host_of_literal(sni) : slot.server_host;
}

inline text text_of(bytes octets) noexcept {
  return {static_cast<const char*>(static_cast<const void*>(octets.data())), octets.size()};
}

/// The name that the account expects: the Client's in the CN (I9), the host in SubjectAltName
/// (I10).
constexpr refusals refusals_of_name(const account_slot& slot, const evidence& shown) noexcept {
  const account& one = slot.configured;
  if (one.kind == account_kind::client) return refusals_of_client_name(one, shown);
  const host wanted = reference_host(slot, shown.edition);
  if (wanted.kind == host_kind::none) return refusal::host_unknown;
  if (states_name(shown)) {
    const host stated = host_of_literal(text_of(shown.facts.credential.value));
    return is_same_host(stated, wanted) ? refusals{} : refusals{refusal::host_name_other};
  }
  const host_match_options options{one.allow_wildcard, one.allow_common_name};
  return refusals_of_host(names_host(shown.leaf, wanted, options));
}

// --- pins

/// Where in the path the pinned certificate or key is to be (I23).
enum class pin_place : std::uint8_t { nowhere = 0, leaf, path, anchor };

/// What a certificate account asks for.
struct asked_for {
  bool path, name;
  pin_place pin;
};

/// The table of I23. A pinned Client is asked for all three.
constexpr asked_for asked_by(const account& one, const channel_edition& edition) noexcept {
  const bool path = !one.trust_pin_alone;
  if (one.peer_key.empty()) return {true, true, pin_place::nowhere};
  if (one.kind == account_kind::client) return {path, true, pin_place::leaf};
  if (edition.takes_pin_for_path) return {false, true, pin_place::leaf};
  if (!edition.has_certificate_usage) return {path, true, pin_place::leaf};
  switch (one.usage) {
    case certificate_usage::ca_constraint:
      return {true, true, pin_place::path};
    case certificate_usage::service_certificate_constraint:
      return {path, true, pin_place::leaf};
    case certificate_usage::trust_anchor_assertion:
      return {true, true, pin_place::anchor};
    case certificate_usage::left_out:
    case certificate_usage::domain_issued_certificate:
      break;
  }
  return {false, false, pin_place::leaf};
}

constexpr refusals refusals_of_match(pin_match how) noexcept {
  if (how == pin_match::same) return {};
  return how == pin_match::other ? refusal::pinned_key_other : refusal::pin_unknown;
}

/// How `peer_key` is given: an edition without Matching Type has it exactly.
constexpr matching_type matching_of(const account& one, const channel_edition& edition) noexcept {
  return edition.has_certificate_usage ? one.matching : matching_type::exact;
}

/// The pin against the leaf. The draft and 1.0 pin a Server's certificate, not its key.
constexpr pin_match match_leaf(const account& one, const evidence& shown) noexcept {
  if (states_name(shown)) return pin_match::unknown;
  const matching_type by = matching_of(one, shown.edition);
  const bool takes_key = shown.edition.has_certificate_usage || one.kind == account_kind::client;
  return takes_key ? compare_pin(one.peer_key, by, shown.leaf.whole, shown.leaf.key.whole,
                                 shown.facts.digests)
                   : compare_pin(one.peer_key, by, shown.leaf.whole, shown.facts.digests);
}

/// The pin against the path, or against the anchor that the session states to be its only one.
constexpr pin_match match_path(const account& one, pin_place place,
                               const evidence& shown) noexcept {
  const matching_type by = matching_of(one, shown.edition);
  const digest_source& digests = shown.facts.digests;
  const pin_match found = place == pin_place::anchor
                              ? shown.path.find_at_end(one.peer_key, by, digests)
                              : shown.path.find(one.peer_key, by, digests);
  const bytes anchor = shown.facts.sole_anchor;
  if (found != pin_match::unknown || anchor.empty()) return found;
  if (shown.facts.peer_verified != answer::yes) return found;
  const bytes key = certificate_of(anchor).key.whole;
  const pin_match at_end = compare_pin(one.peer_key, by, anchor, key, digests);
  const bool decides = at_end == pin_match::same || place == pin_place::anchor;
  return decides ? at_end : pin_match::unknown;
}

constexpr refusals refusals_of_pin(const account& one, pin_place place,
                                   const evidence& shown) noexcept {
  if (place == pin_place::nowhere) return {};
  return refusals_of_match(place == pin_place::leaf ? match_leaf(one, shown)
                                                    : match_path(one, place, shown));
}

// --- credentials

/// Why a certificate is not what an account of that mode asks for (I9, I10, I23). What a resumed
/// session no longer shows was compared in its full handshake.
constexpr refusals refusals_of_leaf(const account_slot& slot, const evidence& shown) noexcept {
  if (!states_name(shown) && !shown.leaf.is_valid()) return refusal::certificate_malformed;
  const asked_for asked = asked_by(slot.configured, shown.edition);
  refusals found = refusals_of_pin(slot.configured, asked.pin, shown);
  if (found.has(refusal::pin_unknown) && is_resumed(shown.facts.resumed) &&
      has_verdict(slot, shown))
    found.remove(refusal::pin_unknown);
  return asked.name ? found.add(refusals_of_name(slot, shown)) : found;
}

/// Whether an account's identity or key is the one that is shown. They often begin alike: the last
/// octets come first.
constexpr bool is_same(bytes own, bytes shown) noexcept {
  return own.size() == shown.size() &&
         (own.empty() || (own[own.size() - 1] == shown[own.size() - 1] && equal(own, shown)));
}

/// Why the credentials of a session are not the account's; empty: they are (I8).
constexpr refusals refusals_of_credentials(const account_slot& slot,
                                           const evidence& shown) noexcept {
  const identity& peer = shown.facts.credential;
  const account& one = slot.configured;
  if (slot.kind != account_kind_of(peer.kind)) return refusal::mode_other;
  switch (slot.kind) {
    case identity_kind::psk:
      if (is_same(one.identity, peer.value)) return {};
      return shown.facts.role == dtls_role::client ? refusal::own_identity_other
                                                   : refusal::account_unknown;
    case identity_kind::oscore:
      return is_same(one.identity, peer.value) && is_same(one.id_context, peer.id_context)
                 ? refusals{}
                 : refusals{refusal::account_unknown};
    case identity_kind::raw_public_key:
      return refusals_of_match(compare_pin(one.peer_key, matching_of(one, shown.edition),
                                           peer.value, shown.facts.digests));
    case identity_kind::certificate:
      return refusals_of_leaf(slot, shown);
    case identity_kind::verified_name:
    case identity_kind::none:
      break;
  }
  return refusal::mode_other;
}

}  // namespace lwm2m::access::inline v0::channel::detail

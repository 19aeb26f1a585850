#pragma once

#include <lwm2m/access/channel/account_credentials.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel::detail {

/// The account that a session's credentials belong to, or why there is none.
struct account_match {
  const account_slot* slot = nullptr;
  refusals why{};
};

/// Whether an account of another mode has what the session shows: as its own identity, as what it
/// pins, or by name.
constexpr bool has_shown(const account_slot& slot, const evidence& shown) noexcept {
  const account& one = slot.configured;
  const bytes value = shown.facts.credential.value;
  if (value.empty()) return false;
  if (equal(one.identity, value)) return true;
  if (shown.facts.credential.kind == identity_kind::raw_public_key)
    return equal(pinned_key(one.peer_key).whole, value);
  if (!shown.leaf.is_valid()) return false;
  const bool is_pinned =
      equal(one.peer_key, shown.leaf.whole) || equal(one.peer_key, shown.leaf.key.whole);
  return is_pinned || (!is_unnamed(one) && refusals_of_name(slot, shown).empty());
}

/// Whether some account of another mode has what the session shows: it is not reached so (I8).
constexpr bool is_of_other_mode(const evidence& shown) noexcept {
  for (const account_slot& slot : shown.slots)
    if (slot.is_used() && slot.kind != account_kind_of(shown.facts.credential.kind) &&
        has_shown(slot, shown))
      return true;
  return false;
}

/// The accounts that a session's credentials could belong to, one after the other.
struct account_search {
  account_kind wanted{};
  const account_slot* match = nullptr;          // of the kind that is asked for
  const account_slot* of_other_kind = nullptr;  // the credentials are its own
  const account_slot* unnamed = nullptr;        // matches, and comes last (I9)
  bool is_ambiguous = false;
  std::size_t considered = 0;  // of the kind that is asked for, and of the mode
  refusals nearly{};           // of the last of these

  constexpr void consider(const account_slot& slot, refusals why) noexcept {
    const bool is_wanted = slot.configured.kind == wanted;
    if (is_wanted) {
      ++considered;
      nearly = why;
    }
    if (!why.empty()) return;
    if (is_unnamed(slot.configured)) {
      unnamed = &slot;
      return;
    }
    const account_slot*& place = is_wanted ? match : of_other_kind;
    is_ambiguous = is_ambiguous || (is_wanted && place != nullptr);
    place = &slot;
  }

  [[nodiscard]] constexpr const account_slot* result() const noexcept {
    const account_slot* by_name = match != nullptr ? match : of_other_kind;
    return by_name != nullptr ? by_name : unnamed;
  }
};

/// Why nobody has the credentials: the reasons of the account that can only be meant, if there is
/// one: the one that has the name in the certificate, or the only one of kind and mode (I20).
constexpr refusals refusals_of_unknown(const account_search& search,
                                       const evidence& shown) noexcept {
  refusals why = refusal::account_unknown;
  const account_slot* owner =
      search.wanted == account_kind::client ? owner_of_name(shown) : nullptr;
  if (owner != nullptr)
    why.add(refusals_of_credentials(*owner, shown));
  else if (search.considered == 1)
    why.add(search.nearly);
  return why.add_if(is_of_other_mode(shown), refusal::mode_other);
}

/// The account whose PSK was supplied to the session, which shows its identity; null: none.
constexpr const account_slot* find_keyed(const evidence& shown) noexcept {
  const session_facts& facts = shown.facts;
  const std::uint64_t of = binding_access::key_of(facts.binding, shown.by, facts.over.id);
  if (of == 0) return nullptr;
  for (const account_slot& slot : shown.slots)
    if (slot.generation == of)
      return is_same(slot.configured.identity, facts.credential.value) ? &slot : nullptr;
  return nullptr;
}

/// The account is found from the session's own credentials (I21). A PSK is that of the account that
/// supplied it (I17).
constexpr account_match find_account(const evidence& shown, account_kind wanted) noexcept {
  const identity_kind kind = account_kind_of(shown.facts.credential.kind);
  if (kind == identity_kind::psk)
    if (const account_slot* keyed = find_keyed(shown)) return {keyed, {}};
  account_search search{.wanted = wanted};
  for (const account_slot& slot : shown.slots)
    if (slot.kind == kind) search.consider(slot, refusals_of_credentials(slot, shown));
  if (search.is_ambiguous) return {nullptr, refusal::account_ambiguous};
  const account_slot* found = search.result();
  return found != nullptr ? account_match{found, {}}
                          : account_match{nullptr, refusals_of_unknown(search, shown)};
}

/// The account that the caller opened the session for, which is judged alone: the name narrows, and
/// proves nothing (I21).
constexpr account_match match_of(const account_slot* meant, const evidence& shown) noexcept {
  if (meant == nullptr) return {nullptr, refusal::account_unknown};
  if (!shown.facts.credential.is_somebody()) return {meant, {}};
  return {meant, refusals_of_credentials(*meant, shown)};
}

}  // namespace lwm2m::access::inline v0::channel::detail

#pragma once

#include <lwm2m/access/channel/admission.hpp>
#include <lwm2m/access/channel/admission_rules.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// The accounts that are configured, and the only place where authority is made: section I. It is
/// used through `accounts<Capacity>`, which holds the storage. No call runs beside another one.
class account_registry {
 public:
  account_registry(const account_registry&) = delete;
  account_registry& operator=(const account_registry&) = delete;

  // --- what is configured

  /// Adds an account. Every fault is named, and nothing is changed unless the set is empty.
  [[nodiscard]] constexpr account_faults add(const account& more) noexcept {
    account_faults faults = faults_of(more);
    faults.add_if(find(account_key{more}) != nullptr, account_fault::account_doubled);
    faults.add(faults_among_others(more, nullptr));
    account_slot* place = find_free();
    faults.add_if(place == nullptr, account_fault::no_room);
    if (faults.empty()) fill(*place, more);
    return faults;
  }

  /// Gives an account new credentials or names. Admissions, supplied keys and the verdict of its
  /// last handshake end with the old ones (I12, I22). Faults as `add`; `account_unknown`.
  [[nodiscard]] constexpr account_faults change(const account& to) noexcept {
    account_faults faults = faults_of(to);
    account_slot* place = find(account_key{to});
    if (place == nullptr) return faults.add(account_fault::account_unknown);
    faults.add(faults_among_others(to, place));
    if (faults.empty()) fill(*place, to);
    return faults;
  }

  /// Removes an account, and with it all that was admitted (I22). False: there is none.
  constexpr bool remove(account_key of) noexcept {
    account_slot* place = find(of);
    if (place != nullptr) *place = {};
    return place != nullptr;
  }

  [[nodiscard]] constexpr bool has(account_key of) const noexcept { return find(of) != nullptr; }

  // --- keys, while a handshake runs

  /// At the DTLS client: identity and key for the session that is being made with this account,
  /// which is bound to it from now on (I17). Empty: there is no such PSK account, or no such
  /// session. An account is bound to one session at a time: the next call takes the place of this
  /// one.
  [[nodiscard]] constexpr psk_credentials supply_key(account_key of, session_id to) noexcept {
    account_slot* place = find(of);
    if (place != nullptr && to.is_valid()) place->keyed = {};
    return supply(place, to);
  }

  /// At the DTLS server: the key for the identity that the peer sent. Empty: nobody has it. Anyone
  /// can send an identity: an account stays bound to the last four sessions that its key went to,
  /// so that one which does not complete takes no other's place.
  [[nodiscard]] constexpr psk_credentials supply_key(bytes identity, session_id to) noexcept {
    return supply(place_of(detail::find_by_octets(all(), {identity_kind::psk, identity})), to);
  }

  // --- admission

  /// A Server, at a Client (I1 to I22). The session's earlier admission ends, whatever comes out.
  template <channel::session Session>
  constexpr admission<authenticated_server> admit_server(const Session& session,
                                                         const channel_policy& policy) noexcept {
    return decide<authenticated_server>(detail::facts_of(session), policy, account_kind::server);
  }

  /// The Bootstrap Server, at a Client.
  template <channel::session Session>
  constexpr admission<authenticated_bootstrap_server> admit_bootstrap_server(
      const Session& session, const channel_policy& policy) noexcept {
    return decide<authenticated_bootstrap_server>(detail::facts_of(session), policy,
                                                  account_kind::bootstrap_server);
  }

  /// A Client, at a Server (I9). Where its Endpoint Name is not known yet, `refusals_at_register`
  /// finishes the check.
  template <channel::session Session>
  constexpr admission<authenticated_client> admit_client(const Session& session,
                                                         const channel_policy& policy) noexcept {
    return decide<authenticated_client>(detail::facts_of(session), policy, account_kind::client);
  }

  /// The Server of the one NoSec account, over a channel that proves nothing (I15). Refused unless
  /// the policy allows it by name and the edition has the mode.
  constexpr admission<unauthenticated_server> admit_unauthenticated_server(
      session_id channel, const channel_policy& policy) noexcept {
    session_ended(channel);
    refusals why;
    why.add_if(!channel.is_valid(), refusal::session_unnamed);
    why.add_if(!policy.allow_no_sec, refusal::no_sec_not_allowed);
    why.add_if(!has_mode(policy.edition, security_mode::no_sec), refusal::mode_not_in_edition);
    account_slot* place = find_no_sec_server();
    if (place == nullptr) why.add(refusal::account_unknown);
    if (!why.empty()) return admission<unauthenticated_server>{why};
    return issue<unauthenticated_server>(*place, channel);
  }

  /// At a Server: whether the admitted Client may register under this Endpoint Name; what is in the
  /// set is answered with 4.00, and the session is closed (I9).
  template <channel::session Session>
  [[nodiscard]] constexpr refusals refusals_at_register(const authenticated_client& who,
                                                        const Session& session,
                                                        text endpoint_name) const noexcept {
    if (!is_current(who, session.id())) return refusal::account_unknown;
    const account& one = slots_[who.place_].configured;
    const identity peer = session.peer();
    if (identity_kind_of(one.mode) == identity_kind::certificate) {
      const certificate leaf = certificate_of(peer.value);
      const refusals name = detail::refusals_of_common_name(names_endpoint(leaf, endpoint_name));
      if (!name.empty()) return name;
    }
    const bool same = equal<char>(one.endpoint_name, endpoint_name);
    return one.endpoint_name.empty() || same ? refusals{} : refusals{refusal::cn_other};
  }

  // --- how long it holds

  /// Whether what was admitted still is, for a request that came over `over`: account, credentials
  /// and session are the same, and no later admission took its place (I22).
  template <account_kind Kind, security_mode Mode>
  [[nodiscard]] constexpr bool is_current(const admitted<Kind, Mode>& who,
                                          session_id over) const noexcept {
    if (who.by_ != this) return false;
    const account_slot& slot = slots_[who.place_];
    return slot.generation == who.generation_ && slot.admission == who.admission_ &&
           slot.session == over;
  }

  /// The session is closed, or its object is about to be freed: nothing admitted on it holds, and
  /// no key was supplied to it. Its verdict stays, for a resumption.
  constexpr void session_ended(session_id over) noexcept {
    end_admission(over);
    for (account_slot& each : *this) each.keyed.drop(over);
  }

  /// The verdict of the account's last admitted full handshake, to be kept with the exported
  /// session; none when there is none (I12).
  [[nodiscard]] constexpr kept_verdict verdict_of(account_key of) const noexcept {
    const account_slot* place = find(of);
    if (place == nullptr || !place->has_verdict) return {};
    kept_verdict kept;
    kept.credentials_ = detail::credentials_of(place->configured);
    kept.peer_ = place->verdict_on;
    kept.present_ = 1;
    return kept;
  }

  /// Takes back a verdict that was kept. False, and nothing is changed, when the account is gone or
  /// its credentials are no longer those of the verdict.
  constexpr bool keep(account_key of, const kept_verdict& verdict) noexcept {
    account_slot* place = find(of);
    if (place == nullptr || !verdict) return false;
    if (verdict.credentials_ != detail::credentials_of(place->configured)) return false;
    place->has_verdict = true;
    place->verdict_on = verdict.peer_;
    return true;
  }

 protected:
  constexpr account_registry(account_slot* slots, std::size_t size) noexcept
      : slots_{slots}, size_{size} {}
  ~account_registry() = default;

 private:
  [[nodiscard]] constexpr account_slot* begin() const noexcept { return slots_; }
  [[nodiscard]] constexpr account_slot* end() const noexcept { return slots_ + size_; }
  [[nodiscard]] constexpr view<account_slot> all() const noexcept { return {slots_, size_}; }

  [[nodiscard]] constexpr account_slot* find(const account_key& of) const noexcept {
    for (account_slot& each : *this)
      if (each.is_used() && of.names(each.configured)) return &each;
    return nullptr;
  }

  [[nodiscard]] constexpr account_slot* place_of(const detail::account_match& found) noexcept {
    return found.slot != nullptr ? slots_ + (found.slot - slots_) : nullptr;
  }

  [[nodiscard]] constexpr account_slot* find_free() const noexcept {
    for (account_slot& each : *this)
      if (!each.is_used()) return &each;
    return nullptr;
  }

  [[nodiscard]] constexpr account_slot* find_no_sec_server() const noexcept {
    for (account_slot& each : *this)
      if (each.configured.mode == security_mode::no_sec &&
          each.configured.kind == account_kind::server)
        return &each;
    return nullptr;
  }

  [[nodiscard]] constexpr account_faults faults_among_others(
      const account& one, const account_slot* itself) const noexcept {
    account_faults faults;
    for (const account_slot& each : *this)
      faults.add_if(
          each.is_used() && &each != itself && detail::are_indistinguishable(one, each.configured),
          account_fault::credentials_doubled);
    return faults;
  }

  constexpr void fill(account_slot& place, const account& with) noexcept {
    place = {};
    place.kind = identity_kind_of(with.mode);
    place.configured = with;
    place.server_host = host_of_uri(with.server_uri);
    place.generation = ++latest_;
  }

  /// A session is admitted for one account at most.
  constexpr void end_admission(session_id over) noexcept {
    for (account_slot& each : *this)
      if (each.session == over) {
        each.admission = {};
        each.session = {};
        return;
      }
  }

  constexpr psk_credentials supply(account_slot* place, session_id to) noexcept {
    session_ended(to);
    if (place == nullptr || !to.is_valid() || place->configured.mode != security_mode::psk)
      return {};
    place->keyed.add(to);
    return {place->configured.identity, place->configured.secret_key};
  }

  template <class Token>
  constexpr admission<Token> decide(const detail::session_facts& facts,
                                    const channel_policy& policy, account_kind wanted) noexcept {
    end_admission(facts.id);
    const auto found = detail::judge(all(), facts, policy, wanted);
    if (!found.why.empty()) return admission<Token>{found.why};
    account_slot& place = *place_of(found);
    if (policy.keep_verdicts && !is_resumed(facts.resumed)) keep_verdict(place, facts);
    return issue<Token>(place, facts.id);
  }

  static constexpr void keep_verdict(account_slot& place,
                                     const detail::session_facts& facts) noexcept {
    place.has_verdict = true;
    if (place.kind == identity_kind::certificate)
      place.verdict_on = detail::fingerprint_of(facts.credential.value);
  }

  template <class Token>
  constexpr admission<Token> issue(account_slot& place, session_id over) noexcept {
    place.session = over;
    place.admission = ++latest_;
    admission<Token> made{refusals{}};
    Token& who = made.token_;
    who.by_ = this;
    who.place_ = static_cast<std::size_t>(&place - slots_);
    who.generation_ = place.generation;
    who.admission_ = place.admission;
    who.session_ = over;
    who.server_ = place.configured.server;
    return made;
  }

  account_slot* slots_;
  std::size_t size_;
  std::uint64_t latest_{};  // number of a generation or an admission
};

/// Storage for up to `Capacity` accounts, in place.
template <std::size_t Capacity>
class accounts : public account_registry {
 public:
  constexpr accounts() noexcept : account_registry{slots_, Capacity} {}
  [[nodiscard]] static constexpr std::size_t capacity() noexcept { return Capacity; }

 private:
  account_slot slots_[Capacity == 0 ? 1 : Capacity] = {};
};

}  // namespace lwm2m::access::inline v0::channel

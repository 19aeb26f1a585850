#pragma once

#include <lwm2m/access/channel/admission.hpp>
#include <lwm2m/access/channel/admission_rules.hpp>
#include <lwm2m/access/channel/configured_accounts.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

namespace detail {
struct explaining;
}  // namespace detail

/// The accounts that are configured, and the only place where authority is made: section I. `Self`
/// has the storage: `accounts<Accounts, Sessions>`, or an `account_registry` that borrows one. No
/// call runs beside another one.
template <class Self>
class account_operations : public configured_accounts<Self> {
 public:
  // --- keys, while a handshake runs

  /// At the DTLS client: identity and key for the session that is being made with this account,
  /// which is bound to it from now on (I17). Empty: there is no such PSK account, or no such
  /// session.
  [[nodiscard]] constexpr psk_credentials supply_key(account_key of, session_id to,
                                                     session_binding& into) noexcept {
    return supply(find(of), to, into);
  }

  /// At the DTLS server: the key for the identity that the peer sent. Empty: nobody has it, or more
  /// than one account. Anyone can send an identity: what this binds is this session alone.
  [[nodiscard]] constexpr psk_credentials supply_key(bytes identity, session_id to,
                                                     session_binding& into) noexcept {
    const account_slot* found = nullptr;
    for (const account_slot& each : slots()) {
      if (each.kind != identity_kind::psk || !equal(each.configured.identity, identity)) continue;
      if (found != nullptr) return supply(nullptr, to, into);
      found = &each;
    }
    return supply(found, to, into);
  }

  // --- admission

  /// A Server, at a Client (I1 to I23), under an edition. `meant`: the account that the session was
  /// opened for, which alone is judged then (I21); without it the account is found from the
  /// session's credentials. The session's earlier admission ends, whatever comes out.
  template <channel::session Session>
  constexpr admission<authenticated_server> admit_server(const Session& session,
                                                         edition_name edition,
                                                         const channel_policy& policy = {},
                                                         account_key meant = {}) noexcept {
    return decide<authenticated_server>(session, {edition, policy, account_kind::server, meant});
  }

  /// The Bootstrap Server, at a Client.
  template <channel::session Session>
  constexpr admission<authenticated_bootstrap_server> admit_bootstrap_server(
      const Session& session, edition_name edition, const channel_policy& policy = {},
      account_key meant = {}) noexcept {
    return decide<authenticated_bootstrap_server>(
        session, {edition, policy, account_kind::bootstrap_server, meant});
  }

  /// A Client, at a Server (I9). The admission carries its Endpoint Name.
  template <channel::session Session>
  constexpr admission<authenticated_client> admit_client(const Session& session,
                                                         edition_name edition,
                                                         const channel_policy& policy = {},
                                                         account_key meant = {}) noexcept {
    return decide<authenticated_client>(session, {edition, policy, account_kind::client, meant});
  }

  /// The Server of a NoSec account, over a channel that proves nothing (I15): the one that is
  /// `meant`, or the only one. Refused unless the policy allows it by name and the edition has the
  /// mode.
  constexpr admission<unauthenticated_server> admit_unauthenticated_server(
      session_id channel, edition_name edition, const channel_policy& policy,
      account_key meant = {}) noexcept {
    session_ended(channel);
    refusals why;
    why.add_if(!channel.is_valid(), refusal::session_unnamed);
    why.add_if(!policy.allow_no_sec, refusal::no_sec_not_allowed);
    why.add_if(!has_mode(edition, security_mode::no_sec), refusal::mode_not_in_edition);
    const account_slot* place = find_no_sec(meant, why);
    if (!why.empty()) return admission<unauthenticated_server>{why};
    return issue<unauthenticated_server>(*place, channel, {});
  }

  /// At a Server: whether the admitted Client may register under this Endpoint Name: the one that
  /// its admission carries, given or, where the edition allows it, left out. What is in the set is
  /// answered with 4.00, and the session is closed (I9).
  [[nodiscard]] constexpr refusals refusals_at_register(const authenticated_client& who,
                                                        session_moment over, edition_name edition,
                                                        text endpoint_name) const noexcept {
    if (!holds(who, over)) return refusal::account_unknown;
    if (has_lost_name(who)) return refusal::name_has_account;
    const bool left_out =
        endpoint_name.empty() && detail::channel_edition_of(edition).registers_unnamed;
    const bool same = equal<char>(who.endpoint_name(), endpoint_name);
    return left_out || same ? refusals{} : refusals{refusal::endpoint_name_other};
  }

  // --- how long it holds

  /// Whether what was admitted still is, for a request that came over `over`: account, credentials
  /// and session are the same, the session has made no other handshake, and no later admission took
  /// its place (I22). A Client without an account of its own has none by now, either (I9).
  template <account_kind Kind, security_mode Mode>
  [[nodiscard]] constexpr bool is_current(const admitted<Kind, Mode>& who,
                                          session_moment over) const noexcept {
    return holds(who, over) && !has_lost_name(who);
  }

  /// The session is closed, or its object is about to be freed: nothing admitted on it holds. Its
  /// binding keeps the verdict, for a resumption.
  constexpr void session_ended(session_id over) noexcept {
    for (admission_slot& each : admissions())
      if (each.is_used() && each.over.id == over) each = {};
  }

  /// The verdict of the session's admitted full handshake, to be stored with the exported session;
  /// none when there is none, or its account has other credentials by now (I12).
  [[nodiscard]] constexpr kept_verdict verdict_of(const session_binding& of) const noexcept {
    const account_slot* place = of_generation(detail::binding_access::verdict_of(&of, mark()));
    if (place == nullptr) return {};
    return detail::binding_access::keep(of, detail::credentials_of(place->configured));
  }

  /// Takes a verdict that was stored into the binding of the session that is resumed. False, and
  /// nothing is changed, when the account is gone or has other credentials by now.
  constexpr bool keep(session_binding& into, account_key of, const kept_verdict& kept) noexcept {
    const account_slot* place = find(of);
    if (place == nullptr || !kept) return false;
    if (!detail::binding_access::is_of(kept, detail::credentials_of(place->configured)))
      return false;
    detail::binding_access::take(into, mark());
    detail::binding_access::set_verdict(into, place->generation,
                                        detail::binding_access::peer_of(kept));
    return true;
  }

 protected:
  constexpr account_operations() noexcept = default;
  ~account_operations() = default;

 private:
  friend struct detail::explaining;
  using base = configured_accounts<Self>;
  using base::admissions;
  using base::find;
  using base::mark;
  using base::of_generation;
  using base::self;
  using base::slots;

  struct terms {
    edition_name edition;
    const channel_policy& policy;
    account_kind wanted;
    account_key meant;
  };

  template <class Token>
  [[nodiscard]] constexpr bool holds(const Token& who, session_moment over) const noexcept {
    if (who.by_ != mark()) return false;
    const admission_slot& slot = self().admission_begin()[who.place_];
    const bool made_another = over.handshakes != 0 && slot.over.handshakes != 0 &&
                              over.handshakes != slot.over.handshakes;
    return slot.admission == who.admission_ && slot.over.id == over.id && !made_another;
  }

  /// Whether a Client was admitted without an account of its own, and has one by now (I9).
  template <class Token>
  [[nodiscard]] static constexpr bool has_lost_name(const Token&) noexcept {
    return false;
  }
  [[nodiscard]] constexpr bool has_lost_name(const authenticated_client& who) const noexcept {
    const admission_slot& slot = self().admission_begin()[who.place_];
    const account_slot* place = of_generation(slot.generation);
    return place != nullptr && detail::is_unnamed(place->configured) &&
           detail::owner_of(slots(), who.endpoint_name()) != nullptr;
  }

  /// The Server's NoSec account that is meant, or the only one; else why there is none.
  constexpr const account_slot* find_no_sec(const account_key& meant,
                                            refusals& why) const noexcept {
    const account_slot* found = nullptr;
    for (const account_slot& each : slots()) {
      const account& one = each.configured;
      if (one.mode != security_mode::no_sec || one.kind != account_kind::server) continue;
      if (meant.is_given() && !meant.names(one)) continue;
      why.add_if(found != nullptr, refusal::account_ambiguous);
      found = &each;
    }
    why.add_if(found == nullptr, refusal::account_unknown);
    return found;
  }

  constexpr psk_credentials supply(const account_slot* place, session_id to,
                                   session_binding& into) noexcept {
    session_ended(to);
    detail::binding_access::take(into, mark());
    detail::binding_access::set_key(into, 0, {});
    if (place == nullptr || !to.is_valid() || place->configured.mode != security_mode::psk)
      return {};
    detail::binding_access::set_key(into, place->generation, to);
    return {place->configured.identity, place->configured.secret_key};
  }

  /// What section I says of a session: f(evidence, account_match).
  template <channel::session Session, class F>
  constexpr auto examine(const Session& session, const terms& under, F f) const noexcept {
    const detail::session_facts facts = detail::facts_of(session);
    if (facts.is_established && facts.credential.kind == identity_kind::certificate) {
      const certificate leaf = certificate_of(facts.credential.value);
      return examine(facts, leaf, detail::path_of(session, leaf), under, f);
    }
    return examine(facts, detail::no_certificate, detail::no_path, under, f);
  }
  template <class F>
  constexpr auto examine(const detail::session_facts& facts, const certificate& leaf,
                         const detail::certificate_path& path, const terms& under,
                         F f) const noexcept {
    const detail::evidence shown{facts,   leaf,  path, detail::channel_edition_of(under.edition),
                                 slots(), mark()};
    return f(shown, detail::judge(shown, under.policy, under.edition,
                                  {under.wanted, under.meant.is_given(), find_meant(under.meant)}));
  }

  template <class Token, channel::session Session>
  constexpr admission<Token> decide(const Session& session, const terms& under) noexcept {
    session_ended(session.id());
    return examine(session, under,
                   [this](const detail::evidence& shown, const detail::account_match& found) {
                     return conclude<Token>(shown, found);
                   });
  }

  [[nodiscard]] constexpr const account_slot* find_meant(const account_key& of) const noexcept {
    return of.is_given() ? find(of) : nullptr;
  }

  /// Admits who was found, and keeps the verdict of a full handshake (I12).
  template <class Token>
  constexpr admission<Token> conclude(const detail::evidence& shown,
                                      const detail::account_match& found) noexcept {
    if (!found.why.empty()) return admission<Token>{found.why};
    const detail::session_facts& facts = shown.facts;
    admission<Token> made =
        issue<Token>(*found.slot, facts.over, detail::client_name_of(shown).value);
    if (made && facts.binding != nullptr && !is_resumed(facts.resumed)) {
      detail::binding_access::take(*facts.binding, mark());
      detail::binding_access::set_verdict(*facts.binding, found.slot->generation,
                                          detail::subject_of(facts.credential));
    }
    return made;
  }

  /// `name`: what the certificate names, for a Client without an account of its own.
  template <class Token>
  constexpr admission<Token> issue(const account_slot& of, session_moment over,
                                   bytes name) noexcept {
    for (std::size_t k = 0; k < self().admission_count(); ++k) {
      admission_slot& place = self().admission_begin()[k];
      if (place.is_used()) continue;
      place = {over, ++self().latest(), of.generation};
      admission<Token> made{refusals{}};
      Token& who = made.token_;
      who.by_ = mark();
      who.place_ = k;
      who.admission_ = place.admission;
      who.session_ = over.id;
      who.server_ = of.configured.server;
      who.set_name(name, of.configured.endpoint_name);
      return made;
    }
    return admission<Token>{refusal::sessions_full};
  }
};

}  // namespace lwm2m::access::inline v0::channel

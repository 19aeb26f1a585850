#pragma once

#include <lwm2m/access/channel/account_check.hpp>
#include <lwm2m/access/channel/admission.hpp>
#include <lwm2m/access/channel/admission_rules.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// What is wrong with an account that was to be configured, and which other account it cannot be
/// told from, where that is a fault (I21).
struct account_report : account_faults {
  account_key other{};  ///< none where there is no `credentials_doubled`
};

/// The accounts that are configured, and the only place where authority is made: section I. `Self`
/// has the storage: `accounts<Accounts, Sessions>`, or an `account_registry` that borrows one. No
/// call runs beside another one.
template <class Self>
class account_operations {
 public:
  // --- what is configured

  /// Adds an account. Every fault is named, and nothing is changed unless the set is empty.
  [[nodiscard]] constexpr account_report add(const account& more) noexcept {
    account_report report = check(more, nullptr);
    account_slot* place = find_free();
    report.add_if(find(account_key{more}) != nullptr, account_fault::account_doubled);
    report.add_if(place == nullptr, account_fault::no_room);
    if (report.empty()) fill(*place, more);
    return report;
  }

  /// Gives an account new credentials or names. Admissions, supplied keys and verdicts end with the
  /// old ones (I12, I22). Faults as `add`; `account_unknown`.
  [[nodiscard]] constexpr account_report change(const account& to) noexcept {
    account_slot* place = find(account_key{to});
    account_report report = check(to, place);
    report.add_if(place == nullptr, account_fault::account_unknown);
    if (!report.empty()) return report;
    end_admissions_of(place->generation);
    fill(*place, to);
    return report;
  }

  /// Removes an account, and with it all that was admitted (I22). False: there is none.
  constexpr bool remove(account_key of) noexcept {
    account_slot* place = find(of);
    if (place == nullptr) return false;
    end_admissions_of(place->generation);
    *place = {};
    return true;
  }

  /// Makes these the accounts that `staged` has, as one change (G5). An account that is the same in
  /// both keeps what was admitted, supplied and reached with it; with any other that ends. What is
  /// borrowed is then what `staged` borrows. False, and nothing is changed: there is no room.
  template <class Other>
  [[nodiscard]] constexpr bool become(const account_operations<Other>& staged) noexcept {
    if (staged.used() > self().slot_count()) return false;
    for (std::size_t k = 0; k < self().slot_count(); ++k) {
      account_slot& place = self().slot_begin()[k];
      if (place.is_used() && !take_from(place, staged)) remove(account_key{place.configured});
    }
    for (const account_slot& each : staged.slots())
      if (each.is_used() && !has(account_key{each.configured})) fill(*find_free(), each.configured);
    return true;
  }

  [[nodiscard]] constexpr bool has(account_key of) const noexcept { return find(of) != nullptr; }

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
  template <class Other>
  friend class account_operations;

  /// How many accounts there are.
  [[nodiscard]] constexpr std::size_t used() const noexcept {
    std::size_t count = 0;
    for (const account_slot& each : slots()) count += each.is_used() ? 1U : 0U;
    return count;
  }

  /// Borrows from `staged` what an account borrowed before. False: it is not the same there.
  template <class Other>
  constexpr bool take_from(account_slot& place, const account_operations<Other>& staged) noexcept {
    const account_slot* const same = staged.find(account_key{place.configured});
    if (same == nullptr || !(detail::credentials_of(same->configured) ==
                             detail::credentials_of(place.configured)))
      return false;
    place.configured = same->configured;
    return true;
  }

  struct terms {
    edition_name edition;
    const channel_policy& policy;
    account_kind wanted;
    account_key meant;
  };

  [[nodiscard]] constexpr Self& self() noexcept { return static_cast<Self&>(*this); }
  [[nodiscard]] constexpr const Self& self() const noexcept {
    return static_cast<const Self&>(*this);
  }
  [[nodiscard]] constexpr const void* mark() const noexcept { return self().mark(); }
  [[nodiscard]] constexpr view<account_slot> slots() const noexcept {
    return {self().slot_begin(), self().slot_count()};
  }
  [[nodiscard]] constexpr detail::cells<admission_slot> admissions() noexcept {
    return {self().admission_begin(), self().admission_count()};
  }

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

  [[nodiscard]] constexpr const account_slot* find(const account_key& of) const noexcept {
    for (const account_slot& each : slots())
      if (each.is_used() && of.names(each.configured)) return &each;
    return nullptr;
  }
  [[nodiscard]] constexpr account_slot* find(const account_key& of) noexcept {
    const account_slot* found = static_cast<const account_operations&>(*this).find(of);
    return found != nullptr ? self().slot_begin() + (found - slots().begin()) : nullptr;
  }
  [[nodiscard]] constexpr account_slot* find_free() noexcept {
    for (std::size_t k = 0; k < self().slot_count(); ++k)
      if (!self().slot_begin()[k].is_used()) return self().slot_begin() + k;
    return nullptr;
  }
  [[nodiscard]] constexpr const account_slot* of_generation(
      std::uint64_t generation) const noexcept {
    for (const account_slot& each : slots())
      if (generation != 0 && each.generation == generation) return &each;
    return nullptr;
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

  constexpr account_report check(const account& one, const account_slot* itself) const noexcept {
    account_report report{faults_of(one), {}};
    for (const account_slot& each : slots()) {
      if (!each.is_used() || &each == itself || report.other.is_given()) continue;
      if (!detail::are_indistinguishable(one, each.configured)) continue;
      report.add(account_fault::credentials_doubled);
      report.other = account_key{each.configured};
    }
    return report;
  }

  constexpr void fill(account_slot& place, const account& with) noexcept {
    place = {};
    place.kind = identity_kind_of(with.mode);
    place.configured = with;
    place.server_host = host_of_uri(with.server_uri);
    place.generation = ++self().latest();
  }

  constexpr void end_admissions_of(std::uint64_t generation) noexcept {
    for (admission_slot& each : admissions())
      if (each.generation == generation) each = {};
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

  template <class Token, channel::session Session>
  constexpr admission<Token> decide(const Session& session, const terms& under) noexcept {
    const detail::session_facts facts = detail::facts_of(session);
    session_ended(facts.over.id);
    if (facts.is_established && facts.credential.kind == identity_kind::certificate) {
      const certificate leaf = certificate_of(facts.credential.value);
      return decide<Token>(facts, leaf, detail::path_of(session, leaf), under);
    }
    return decide<Token>(facts, detail::no_certificate, detail::no_path, under);
  }

  template <class Token>
  constexpr admission<Token> decide(const detail::session_facts& facts, const certificate& leaf,
                                    const detail::certificate_path& path,
                                    const terms& under) noexcept {
    const detail::evidence shown{facts,   leaf,  path, detail::channel_edition_of(under.edition),
                                 slots(), mark()};
    const detail::admission_target target{under.wanted, under.meant.is_given(),
                                          self().find(under.meant)};
    const auto found = detail::judge(shown, under.policy, under.edition, target);
    if (!found.why.empty()) return admission<Token>{found.why};
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

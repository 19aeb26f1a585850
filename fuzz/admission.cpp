// Accounts, sessions and admissions in any order: who is admitted, and how long that holds, as the
// rules of section I say.

#include <lwm2m/access/channel/accounts.hpp>

#include <functional>
#include <memory>
#include <type_traits>

#include "admission_input.hpp"

namespace {

using namespace fuzz;
using channel::session_id;

bool is_same_configuration(const account& a, const account& b) {
  return a.kind == b.kind && a.server == b.server && a.mode == b.mode &&
         equal(a.identity, b.identity) && equal(a.id_context, b.id_context) &&
         equal(a.secret_key, b.secret_key) && equal(a.peer_key, b.peer_key) &&
         string_of(a.server_uri) == string_of(b.server_uri) &&
         string_of(a.endpoint_name) == string_of(b.endpoint_name) &&
         string_of(a.sni) == string_of(b.sni) &&
         string_of(a.certificate_name) == string_of(b.certificate_name) && a.usage == b.usage &&
         a.matching == b.matching && a.trust_pin_alone == b.trust_pin_alone;
}

class run {
 public:
  explicit run(input& from) : from_{from} {}

  void step() {
    switch (from_.below(13)) {
      case 0:
        return change();
      case 1:
        return remove();
      case 2:
        return end_session(from_.below(4));
      case 3:
        return supply_by_account();
      case 4:
        return supply_by_identity();
      case 5:
        return keep_verdict();
      case 6:
        return admit_no_sec();
      case 7:
      case 8:
        return add();
      case 9:
        return admit_oscore();
      default:
        return admit();
    }
  }

  /// Every token ever given out holds as long as the model says, and over its own session alone.
  void check_tokens() const {
    for (const token& each : tokens_) {
      const auto found = std::find_if(live_.begin(), live_.end(), [&](const known_admission& one) {
        return one.number == each.number;
      });
      const bool lost = each.unnamed && has_owner(known_, each.name);
      for (std::uint64_t over = 0; over < 4; ++over)
        for (unsigned shaken = 0; shaken < 3; ++shaken) {
          channel::session_moment moment{session_id{over}};
          moment.handshakes = shaken;
          const bool same_session = found != live_.end() && found->session == over && over != 0;
          const bool same_handshake =
              shaken == 0 || (same_session && (found->shaken == 0 || found->shaken == shaken));
          must(each.is_current(moment) == (same_session && same_handshake && !lost),
               "an admission holds as long as account, credentials, session and handshake");
        }
    }
  }

 private:
  struct token {
    std::function<bool(channel::session_moment)> is_current;
    unsigned number;
    bool unnamed;  // of a Client without an account of its own
    std::string name;
  };

  known_account* find(const channel::account_key& key) {
    for (known_account& each : known_)
      if (key.names(each.configured)) return &each;
    return nullptr;
  }

  void add() {
    const account more = any_account(from_);
    if (!accounts_.add(more).empty()) return;
    must(find(channel::account_key{more}) == nullptr, "an account is there once");
    must(known_.size() < accounts_.capacity(), "there is room for an account that is added");
    known_.push_back({more, ++count_});
  }
  void end_admissions_of(unsigned account) {
    std::erase_if(live_, [&](const auto& each) { return each.account == account; });
  }
  void change() {
    const account to = any_account(from_);
    known_account* place = find(channel::account_key{to});
    if (!accounts_.change(to).empty()) return;
    must(place != nullptr, "only an account that is there is changed");
    end_admissions_of(place->generation);
    *place = {to, ++count_};
  }
  void remove() {
    const account of = any_account(from_);
    const channel::account_key key{of};
    known_account* place = find(key);
    must(accounts_.remove(key) == (place != nullptr), "an account that is there is removed");
    if (place != nullptr) {
      end_admissions_of(place->generation);
      known_.erase(known_.begin() + (place - known_.data()));
    }
    must(!accounts_.has(key), "an account that was removed is gone");
  }

  void end_admission_on(std::uint64_t session) {
    std::erase_if(live_, [&](const auto& each) { return each.session == session; });
  }
  void end_session(std::uint64_t session) {
    accounts_.session_ended(session_id{session});
    end_admission_on(session);
  }

  /// I17: what is supplied binds one session, in the binding that it was supplied to.
  void supplied(const channel::psk_credentials& given, known_account* to, std::uint64_t session,
                known_binding& into) {
    end_admission_on(session);
    const bool wanted = to != nullptr && is_psk(to->configured) && session != 0;
    must(wanted == !given.secret_key.empty(), "a key is supplied where there is one");
    into.key_of = wanted ? to->generation : 0;
    into.key_to = wanted ? session : 0;
    if (wanted)
      must(equal(given.identity, to->configured.identity), "the identity is the account's own");
  }
  void supply_by_account() {
    const account of = any_account(from_);
    const channel::account_key key{of};
    const std::uint64_t session = from_.below(4);
    const unsigned place = from_.below(4);
    const auto given = accounts_.supply_key(key, session_id{session}, bindings_[place]);
    supplied(given, find(key), session, known_bindings_[place]);
  }
  void supply_by_identity() {
    const bytes shown = view_of(psk_identity(from_));
    const std::uint64_t session = from_.below(4);
    const unsigned place = from_.below(4);
    const auto given = accounts_.supply_key(shown, session_id{session}, bindings_[place]);
    std::vector<known_account*> found;
    for (known_account& each : known_)
      if (is_psk(each.configured) && equal(each.configured.identity, shown)) found.push_back(&each);
    supplied(given, found.size() == 1 ? found[0] : nullptr, session, known_bindings_[place]);
  }

  void keep_verdict() {
    const account of = any_account(from_);
    const channel::account_key key{of};
    const unsigned at = from_.below(4);
    known_binding& into = known_bindings_[at];
    if (from_.below(2) == 0) {
      kept_ = accounts_.verdict_of(bindings_[at]);
      const auto owner = std::find_if(known_.begin(), known_.end(), [&](const auto& each) {
        return each.generation == into.verdict_of;
      });
      const bool is_there = owner != known_.end();
      must(static_cast<bool>(kept_) == is_there, "there is a verdict after a full handshake");
      kept_of_ =
          is_there ? std::optional{std::pair{owner->configured, into.verdict}} : std::nullopt;
      return;
    }
    known_account* place = find(key);
    const bool fits =
        place != nullptr && kept_of_ && is_same_configuration(place->configured, kept_of_->first);
    must(accounts_.keep(bindings_[at], key, kept_) == fits, "a verdict holds with its credentials");
    if (!fits) return;
    into.verdict_of = place->generation;
    into.verdict = kept_of_->second;
  }

  template <class Admission>
  bool take(Admission given, const known_account* wanted, std::uint64_t session, unsigned shaken,
            const std::string& name) {
    const bool room = live_.size() < accounts_.session_capacity();
    must(static_cast<bool>(given) == (wanted != nullptr && room), "who is admitted, and who not");
    must(given.reasons().empty() == static_cast<bool>(given), "a refusal has a reason");
    if (!given) {
      must(!given->is_somebody(), "who is not admitted is nobody");
      return false;
    }
    must(given->server() == wanted->configured.server, "a token is of its account (I13)");
    if constexpr (requires { given->endpoint_name(); })
      must(string_of(given->endpoint_name()) == name, "an admission carries the name (I9)");
    live_.push_back({session, shaken, wanted->generation, ++count_});
    auto kept = std::make_shared<std::decay_t<decltype(*given)>>(std::move(*given));
    must(!given->is_somebody(), "a token that was moved is nobody");
    tokens_.push_back(
        {[this, kept](channel::session_moment over) { return accounts_.is_current(*kept, over); },
         count_, is_unnamed(wanted->configured), name});
    return true;
  }

  void admit() {
    stated_session s = any_session(from_);
    const unsigned place = from_.below(5);
    known_binding* const kept = place < 4 ? &known_bindings_[place] : nullptr;
    s.kept = place < 4 ? &bindings_[place] : nullptr;
    asked by;
    by.policy = any_policy(from_);
    by.edition = any_edition(from_);
    by.wanted =
        one_of(from_, {account_kind::server, account_kind::bootstrap_server, account_kind::client});
    if (from_.below(3) == 2) by.meant = any_account(from_);
    const channel::account_key meant =
        by.meant ? channel::account_key{*by.meant} : channel::account_key{};
    end_admission_on(s.number);
    const known_account* found = admitted(known_, s, by, kept);
    std::string name;
    if (found != nullptr) name = string_of(found->configured.endpoint_name);
    if (found != nullptr && is_unnamed(found->configured))
      name = certificate_in(shown_by(s))->common_names[0];
    const auto [edition, policy] = std::pair{by.edition, by.policy};
    const bool done = by.wanted == account_kind::server
                          ? take(accounts_.admit_server(s, edition, policy, meant), found, s.number,
                                 s.shaken, name)
                      : by.wanted == account_kind::client
                          ? take(accounts_.admit_client(s, edition, policy, meant), found, s.number,
                                 s.shaken, name)
                          : take(accounts_.admit_bootstrap_server(s, edition, policy, meant), found,
                                 s.number, s.shaken, name);
    const bool full = s.history == resumption::full_handshake || s.history == resumption::unknown;
    if (!done || !full || kept == nullptr) return;
    kept->verdict_of = found->generation;
    kept->verdict = shown_by(s);
  }

  void admit_oscore() {
    using channel::answer;
    oscore_session s;
    s.number = from_.below(4);
    s.established = from_.below(16) != 15;
    s.peer_is = {from_.below(8) == 7 ? identity_kind::none : identity_kind::oscore,
                 identifier(from_), identifier(from_)};
    for (answer* each : {&s.verified, &s.encrypts, &s.protects})
      *each = one_of(from_, {answer::yes, answer::yes, answer::yes, answer::unknown, answer::no});
    asked by;
    by.edition = any_edition(from_);
    by.wanted = one_of(from_, {account_kind::server, account_kind::client});
    if (from_.below(3) == 2) by.meant = any_account(from_);
    const channel::account_key meant =
        by.meant ? channel::account_key{*by.meant} : channel::account_key{};
    end_admission_on(s.number);
    const known_account* found = admitted(known_, s, by);
    const std::string name = found == nullptr ? "" : string_of(found->configured.endpoint_name);
    if (by.wanted == account_kind::server)
      (void)take(accounts_.admit_server(s, by.edition, {}, meant), found, s.number, 0, name);
    else
      (void)take(accounts_.admit_client(s, by.edition, {}, meant), found, s.number, 0, name);
  }

  void admit_no_sec() {
    const std::uint64_t session = from_.below(4);
    const channel::channel_policy rules = any_policy(from_);
    const edition_name edition = any_edition(from_);
    const account of = any_account(from_);
    const auto meant = from_.below(2) == 0 ? channel::account_key{} : channel::account_key{of};
    end_admission_on(session);
    std::vector<const known_account*> found;
    for (const known_account& each : known_)
      if (each.configured.mode == security_mode::no_sec &&
          each.configured.kind == account_kind::server &&
          (!meant.is_given() || meant.names(each.configured)))
        found.push_back(&each);
    const bool may = session != 0 && rules.allow_no_sec && found.size() == 1 &&
                     fuzz::edition_has(edition, security_mode::no_sec);
    (void)take(accounts_.admit_unauthenticated_server(session_id{session}, edition, rules, meant),
               may ? found[0] : nullptr, session, 0, "");
  }

  input& from_;
  channel::accounts<4, 3> accounts_{};
  channel::session_binding bindings_[4] = {};
  std::vector<known_account> known_{};
  known_binding known_bindings_[4] = {};
  std::vector<known_admission> live_{};
  std::vector<token> tokens_{};
  channel::kept_verdict kept_{};
  std::optional<std::pair<account, std::optional<identity>>> kept_of_{};
  unsigned count_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::input from{data, size};
  run all{from};
  for (int left = 64; left > 0 && !from.is_used_up(); --left) {
    all.step();
    all.check_tokens();
  }
  return 0;
}

// Accounts, sessions and admissions in any order: who is admitted, and how long that holds, as the
// rules of section I say.

#include <lwm2m/access/channel/accounts.hpp>

#include <functional>
#include <memory>
#include <type_traits>

#include "admission_model.hpp"
#include "input.hpp"

namespace {

using namespace fuzz;
using channel::security_mode;
using channel::session_id;
using lwm2m::access::short_server_id;

template <class T>
T one_of(input& from, std::initializer_list<T> all) {
  return all.begin()[from.below(static_cast<unsigned>(all.size()))];
}

const octets& psk_identity(input& from) {
  static const octets all[] = {of_text("a"), of_text("b"), {}};
  return all[from.below(3)];
}
const octets& raw_key(input& from) {
  static const octets all[] = {public_key(1), public_key(2), public_key(9)};
  return all[from.below(3)];
}
const octets& any_certificate(input& from) {
  const unsigned k = from.below(5);
  return k < 4 ? certificates()[k].der : garbage();
}
bytes certificate_view(input& from) { return view_of(any_certificate(from)); }
bytes value_of(input& from, identity_kind kind) {
  if (kind == identity_kind::psk) return view_of(psk_identity(from));
  return view_of(kind == identity_kind::raw_public_key ? raw_key(from) : any_certificate(from));
}
identity any_identity(input& from) {
  const auto kind = static_cast<identity_kind>(from.below(4));
  return {kind, value_of(from, kind)};
}

/// The SHA-256 of what is pinned, of which there are a few.
void take_digest(account& of) {
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

account any_account(input& from) {
  static const octets secret = of_text("secret");
  account made;
  made.kind = one_of(from, {account_kind::server, account_kind::server,
                            account_kind::bootstrap_server, account_kind::client});
  if (made.kind == account_kind::server) made.server = short_server_id{101 + from.below(3)};
  made.mode = static_cast<security_mode>(from.below(6));
  if (from.below(8) != 7) made.identity = value_of(from, kind_of(made));
  if (is_psk(made)) made.secret_key = view_of(secret);
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

stated_session any_session(input& from) {
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

channel::channel_policy any_policy(input& from) {
  const unsigned switches = from.octet();
  channel::channel_policy made;
  made.allow_other_suites = (switches & 1) != 0;
  made.allow_tls = (switches & 2) != 0;
  made.allow_no_sec = (switches & 4) != 0;
  made.now = one_of<std::int64_t>(from, {0, 0, 1800000000, 1000000000, 2147483647});
  return made;
}

edition_name any_edition(input& from) { return static_cast<edition_name>((from.below(8) + 3) % 5); }

bool is_same_configuration(const account& a, const account& b) {
  return a.kind == b.kind && a.server == b.server && a.mode == b.mode &&
         equal(a.identity, b.identity) && equal(a.secret_key, b.secret_key) &&
         equal(a.peer_key, b.peer_key) && string_of(a.server_uri) == string_of(b.server_uri) &&
         string_of(a.endpoint_name) == string_of(b.endpoint_name) &&
         string_of(a.sni) == string_of(b.sni) &&
         string_of(a.certificate_name) == string_of(b.certificate_name) && a.usage == b.usage &&
         a.matching == b.matching && a.trust_pin_alone == b.trust_pin_alone;
}

class run {
 public:
  explicit run(input& from) : from_{from} {}

  void step() {
    switch (from_.below(12)) {
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

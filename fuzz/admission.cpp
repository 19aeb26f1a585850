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
const octets& certificate_in(input& from) {
  const unsigned k = from.below(5);
  return k < 4 ? certificates()[k].der : garbage();
}
bytes value_of(input& from, identity_kind kind) {
  if (kind == identity_kind::psk) return view_of(psk_identity(from));
  return view_of(kind == identity_kind::raw_public_key ? raw_key(from) : certificate_in(from));
}
identity any_identity(input& from) {
  const auto kind = static_cast<identity_kind>(from.below(4));
  return {kind, value_of(from, kind)};
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
    made.peer_key = view_of(pinned == 1 ? raw_key(from) : certificate_in(from));
  made.server_uri = one_of(from, {"coaps://one.example", "coaps://two.example", ""});
  if (made.kind == account_kind::client) made.endpoint_name = one_of(from, {"urn:1", "urn:2", ""});
  made.verify_chain = from.below(4) != 3;
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
  made.history = one_of(from, {resumption::full_handshake, resumption::ticket,
                               resumption::unknown, resumption::full_handshake});
  using channel::hash;
  made.signed_with = one_of(from, {hash::sha256, hash::sha256, hash::sha1, hash::unknown});
  made.group = one_of<std::uint16_t>(from, {256, 256, 224, 0});
  const unsigned shape = from.below(4);
  if (shape < 3) made.chain.emplace_back();
  if (shape == 1) made.chain.push_back(certificates()[0].der);
  if (shape == 2) made.chain.push_back(garbage());
  return made;
}

channel::channel_policy any_policy(input& from) {
  const unsigned switches = from.octet();
  channel::channel_policy made;
  made.edition = static_cast<lwm2m::access::edition_name>((from.below(8) + 3) % 5);
  made.allow_other_suites = (switches & 1) != 0;
  made.allow_tls = (switches & 2) != 0;
  made.allow_no_sec = (switches & 4) != 0;
  made.now = one_of<std::int64_t>(from, {0, 0, 1800000000, 1000000000, 2147483647});
  return made;
}

bool is_same_configuration(const account& a, const account& b) {
  return a.kind == b.kind && a.server == b.server && a.mode == b.mode &&
         equal(a.identity, b.identity) && equal(a.secret_key, b.secret_key) &&
         equal(a.peer_key, b.peer_key) && string_of(a.server_uri) == string_of(b.server_uri) &&
         string_of(a.endpoint_name) == string_of(b.endpoint_name) &&
         a.verify_chain == b.verify_chain;
}

class run {
 public:
  explicit run(input& from) : from_{from} {}

  void step() {
    switch (from_.below(12)) {
      case 0: return change();
      case 1: return remove();
      case 2: return end_session(from_.below(4));
      case 3: return supply_by_account();
      case 4: return supply_by_identity();
      case 5: return keep_verdict();
      case 6: return admit_no_sec();
      case 7: case 8: return add();
      default: return admit();
    }
  }

  /// Every token ever given out holds as long as the model says, and over its own session alone.
  void check_tokens() const {
    for (const token& each : tokens_) {
      const auto found = std::find_if(known_.begin(), known_.end(), [&](const known_account& one) {
        return one.generation == each.generation && one.admission == each.admission;
      });
      for (std::uint64_t over = 0; over < 4; ++over)
        must(each.is_current(session_id{over}) ==
                 (found != known_.end() && found->session == over && over != 0),
             "an admission holds as long as account, credentials and session");
    }
  }

 private:
  struct token {
    std::function<bool(session_id)> is_current;
    unsigned generation, admission;
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
  void change() {
    const account to = any_account(from_);
    known_account* place = find(channel::account_key{to});
    if (!accounts_.change(to).empty()) return;
    must(place != nullptr, "only an account that is there is changed");
    *place = {to, ++count_};
  }
  void remove() {
    const account of = any_account(from_);
    const channel::account_key key{of};
    known_account* place = find(key);
    must(accounts_.remove(key) == (place != nullptr), "an account that is there is removed");
    if (place != nullptr) known_.erase(known_.begin() + (place - known_.data()));
    must(!accounts_.has(key), "an account that was removed is gone");
  }

  void end_admission_on(std::uint64_t session) {
    for (known_account& each : known_)
      if (each.session == session) each.admission = 0, each.session = 0;
  }
  void forget_session(std::uint64_t session) {
    end_admission_on(session);
    for (known_account& each : known_)
      each.keyed.erase(std::remove(each.keyed.begin(), each.keyed.end(), session),
                       each.keyed.end());
  }
  void end_session(std::uint64_t session) {
    accounts_.session_ended(session_id{session});
    forget_session(session);
  }

  /// I17: this end makes one session with an account at a time; at the DTLS server, where anyone can
  /// send an identity, the last four count.
  void supplied(const channel::psk_credentials& given, known_account* to, std::uint64_t session,
                std::size_t at_a_time) {
    forget_session(session);
    const bool wanted = to != nullptr && is_psk(to->configured) && session != 0;
    must(wanted == !given.secret_key.empty(), "a key is supplied where there is one");
    if (!wanted) return;
    must(equal(given.identity, to->configured.identity), "the identity is the account's own");
    to->keyed.push_back(session);
    while (to->keyed.size() > at_a_time) to->keyed.erase(to->keyed.begin());
  }
  void supply_by_account() {
    const account of = any_account(from_);
    const channel::account_key key{of};
    const std::uint64_t session = from_.below(4);
    const auto given = accounts_.supply_key(key, session_id{session});
    supplied(given, find(key), session, 1);
  }
  void supply_by_identity() {
    const bytes shown = view_of(psk_identity(from_));
    const std::uint64_t session = from_.below(4);
    const auto given = accounts_.supply_key(shown, session_id{session});
    known_account* found = nullptr;
    for (known_account& each : known_)
      if (has(each.configured, {identity_kind::psk, shown})) found = &each;
    supplied(given, found, session, 4);
  }

  void keep_verdict() {
    const account of = any_account(from_);
    const channel::account_key key{of};
    known_account* place = find(key);
    if (from_.below(2) == 0) {
      kept_ = accounts_.verdict_of(key);
      const bool is_there = place != nullptr && place->verdict;
      must(static_cast<bool>(kept_) == is_there, "there is a verdict after a full handshake");
      kept_of_ = is_there ? std::optional{*place} : std::nullopt;
      return;
    }
    const bool fits = place != nullptr && kept_of_ &&
                      is_same_configuration(place->configured, kept_of_->configured);
    must(accounts_.keep(key, kept_) == fits, "a verdict holds with its credentials");
    if (fits) place->verdict = kept_of_->verdict;
  }

  template <class Admission>
  void take(Admission given, known_account* wanted, std::uint64_t session) {
    must(static_cast<bool>(given) == (wanted != nullptr), "who is admitted, and who is not");
    must(given.reasons().empty() == (wanted != nullptr), "a refusal has a reason");
    if (!wanted) return must(!given->is_somebody(), "who is not admitted is nobody");
    must(given->server() == wanted->configured.server, "a token is of its account (I13)");
    wanted->session = session;
    wanted->admission = ++count_;
    auto kept = std::make_shared<std::decay_t<decltype(*given)>>(std::move(*given));
    must(!given->is_somebody(), "a token that was moved is nobody");
    tokens_.push_back({[this, kept](session_id over) { return accounts_.is_current(*kept, over); },
                       wanted->generation, wanted->admission});
  }

  void admit() {
    const stated_session s = any_session(from_);
    const channel::channel_policy rules = any_policy(from_);
    const auto wanted = one_of(from_, {account_kind::server, account_kind::bootstrap_server,
                                       account_kind::client});
    end_admission_on(s.number);
    known_account* found = admitted(known_, s, rules, wanted);
    if (wanted == account_kind::server)
      take(accounts_.admit_server(s, rules), found, s.number);
    else if (wanted == account_kind::client)
      take(accounts_.admit_client(s, rules), found, s.number);
    else
      take(accounts_.admit_bootstrap_server(s, rules), found, s.number);
    const bool full = s.history == resumption::full_handshake || s.history == resumption::unknown;
    if (found != nullptr && full) found->verdict = shown_by(s);
  }

  void admit_no_sec() {
    const std::uint64_t session = from_.below(4);
    const channel::channel_policy rules = any_policy(from_);
    forget_session(session);
    known_account* found = nullptr;
    for (known_account& each : known_)
      if (each.configured.mode == security_mode::no_sec &&
          each.configured.kind == account_kind::server)
        found = &each;
    const bool may = session != 0 && rules.allow_no_sec &&
                     fuzz::edition_has(rules.edition, security_mode::no_sec);
    take(accounts_.admit_unauthenticated_server(session_id{session}, rules), may ? found : nullptr,
         session);
  }

  input& from_;
  channel::accounts<4> accounts_{};
  std::vector<known_account> known_{};
  std::vector<token> tokens_{};
  channel::kept_verdict kept_{};
  std::optional<known_account> kept_of_{};
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

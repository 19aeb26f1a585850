#pragma once

// Servers that are admitted over PSK sessions, and accounts, credentials and sessions that come and
// go meanwhile; beside it, in plain numbers, which of the tokens still hold (I22).

#include <lwm2m/access/guard.hpp>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/large_worlds.hpp"

namespace decisions {

namespace lac = lwm2m::access;
namespace channel = lwm2m::access::channel;

/// A session of which everything but the PSK identity is as it should be.
struct psk_session {
  unsigned number;
  std::string identity;

  static channel::bytes bytes_of(const std::string& text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
  }
  channel::session_id id() const noexcept { return channel::session_id{std::uint64_t{number}}; }
  bool is_established() const noexcept { return true; }
  channel::identity peer() const noexcept { return {}; }
  channel::answer peer_verified() const noexcept { return channel::answer::yes; }
  channel::identity local() const noexcept {
    return {channel::identity_kind::psk, bytes_of(identity)};
  }
  std::uint16_t protocol() const noexcept { return 0xFEFD; }
  std::uint16_t cipher_suite() const noexcept { return 0xC0A8; }
  channel::dtls_role role() const noexcept { return channel::dtls_role::client; }
  channel::resumption resumed() const noexcept { return channel::resumption::full_handshake; }
};
static_assert(channel::dtls_session<psk_session>);

/// The guard of a world, and who it admitted.
template <class Policy, class Objects>
class admitted_servers {
 public:
  admitted_servers(const Policy& policy, const Objects& objects, const reference::world& w)
      : guard_{policy, objects, accounts_, rules_} {
    for (const unsigned server : w.accounts) {
      add(server);
      admit(server, ++last_session_);
    }
  }
  admitted_servers(const admitted_servers&) = delete;
  admitted_servers& operator=(const admitted_servers&) = delete;

  [[nodiscard]] bool empty() const { return tokens_.empty(); }

  /// Something happens to an account or a session.
  void happen(dice& d) {
    const unsigned server = large::any_of(d, state_).first;
    switch (d.below(6)) {
      case 0:
        return remove(server);
      case 1:
        return state_[server].present ? change(server) : add(server);
      case 2:
        return end_session(1 + d.below(last_session_));
      case 3:
        return admit(server, 1 + d.below(last_session_));
      default:
        return admit(server, ++last_session_);
    }
  }

  /// Some token, fresh or stale, on its own session or another one.
  struct use {
    std::size_t token;
    unsigned over;
    unsigned server;  ///< who that is; 0 where it does not hold
  };
  use any_use(dice& d) const {
    const std::size_t k = d.below(static_cast<unsigned>(tokens_.size()));
    const held& one = tokens_[k];
    const unsigned over = d.once_in(8) ? d.below(last_session_ + 1) : one.session;
    const auto live = live_.find(over);
    const bool holds = live != live_.end() && live->second.admission == one.admission;
    return {k, over, holds ? one.server : 0};
  }
  [[nodiscard]] lac::decision ask(const use& by, const reference::question& q) const {
    const channel::session_id over =
        by.over == 0 ? channel::session_id{} : channel::session_id{std::uint64_t{by.over}};
    return guard_.authorize(*tokens_[by.token].token, {over, q.op, q.uri, q.payload});
  }

 private:
  struct account {
    bool present = false;
    std::string identity{};
    std::string key{};
  };
  struct held {
    channel::admission<channel::authenticated_server> token;
    unsigned server, session;
    unsigned admission;  ///< its number among all
  };
  struct holding {
    unsigned server, admission;
  };

  channel::account configured(unsigned server) {
    account& of = state_[server];
    channel::account one{.kind = channel::account_kind::server,
                         .server = lac::short_server_id{server},
                         .mode = channel::security_mode::psk};
    one.identity = psk_session::bytes_of(of.identity);
    one.secret_key = psk_session::bytes_of(of.key);
    return one;
  }
  void renew(unsigned server) {
    account& of = state_[server];
    of.present = true;
    end_admissions_of(server);
    of.identity = "identity of " + std::to_string(server);
    keys_.push_back(std::to_string(1'000'000'000'000'000 + keys_.size()));
    of.key = keys_.back();
  }
  void add(unsigned server) {
    renew(server);
    REQUIRE(accounts_.add(configured(server)).empty());
  }
  void change(unsigned server) {
    renew(server);
    REQUIRE(accounts_.change(configured(server)).empty());
  }
  void remove(unsigned server) {
    REQUIRE(accounts_.remove(lac::short_server_id{server}) == state_[server].present);
    state_[server].present = false;
    end_admissions_of(server);
  }
  void end_admissions_of(unsigned server) {
    std::erase_if(live_, [&](const auto& each) { return each.second.server == server; });
  }
  void end_session(unsigned number) {
    accounts_.session_ended(channel::session_id{std::uint64_t{number}});
    live_.erase(number);
  }
  void admit(unsigned server, unsigned over) {
    account& of = state_[server];
    channel::session_binding binding;
    const channel::bound session{psk_session{over, of.identity}, binding};
    (void)accounts_.supply_key(lac::short_server_id{server}, session.id(), binding);
    auto admitted = guard_.admit(session);
    live_.erase(over);
    const bool expected = of.present && live_.size() < accounts_.session_capacity();
    REQUIRE(static_cast<bool>(admitted) == expected);
    if (!expected) return;
    live_[over] = {server, ++last_admission_};
    tokens_.push_back({std::move(admitted), server, over, last_admission_});
  }

  channel::channel_policy rules_{};
  channel::accounts<12, 40> accounts_;
  lac::guard<const Policy, Objects> guard_;
  std::map<unsigned, account> state_;
  std::map<unsigned, holding> live_;  ///< by session
  std::vector<std::string> keys_;
  std::vector<held> tokens_;
  unsigned last_session_ = 0;
  unsigned last_admission_ = 0;
};

}  // namespace decisions

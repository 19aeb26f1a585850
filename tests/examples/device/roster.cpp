#include "roster.hpp"

#include <lwm2m/access/channel/sentences.hpp>
#include <lwm2m/access/sentences.hpp>

#include <algorithm>
#include <iostream>

#include "log.hpp"

namespace client {

/// Whether it is listed as it is; then it is taken from the list.
bool roster::is_listed(const server_security& one, servers& in) {
  const auto found = std::find(in.begin(), in.end(), one);
  const bool is_there = found != in.end();
  if (is_there) in.erase(found);
  return is_there;
}

lac::short_server_id roster::leave(servers::iterator one) {
  const lac::short_server_id server = one->server;
  (void)door_.accounts().remove(server);
  all_.erase(one);
  log(std::to_string(server.value()) + " is no Server of this device any more");
  return server;
}

/// Takes the first Server of the list; every fault is named.
bool roster::enter(servers& first_of, std::vector<lac::short_server_id>& come) {
  all_.splice(all_.end(), first_of, first_of.begin());
  const server_security& one = all_.back();
  const std::string who = std::to_string(one.server.value());
  bool is_right =
      one.mode != channel::security_mode::no_sec || asked_.no_sec.contains(one.server.value());
  if (!is_right) {
    std::cerr << who << ": without security only with --allow-nosec " << who << '\n';
  } else {
    door_.accounts().add(account_of(one, own_, asked_.name)).for_each([&](auto fault) {
      std::cerr << who << ": " << channel::sentence(fault) << '\n';
      is_right = false;
    });
  }
  if (is_right)
    come.push_back(one.server);
  else
    all_.pop_back();
  return is_right;
}

bool roster::change_policy(const std::vector<lac::short_server_id>& gone,
                           const std::vector<lac::short_server_id>& come) {
  const lac::status done = device_.change_accounts(gone, come, touched_);
  if (done != lac::status::done) std::cerr << lac::sentence(done) << '\n';
  return done == lac::status::done;
}

}  // namespace client

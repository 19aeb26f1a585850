// Who is at the other end of a session, from its handshake to its end.
#include <utility>

#include "coap.hpp"
#include "dtls.hpp"
#include "endpoint.hpp"

namespace client {

/// A Server came to the device: the key for the identity that it sent, where there is one.
const coap_bin_const_t* endpoint::server_key(coap_bin_const_t* identity, coap_session_t* session,
                                             void* self) {
  endpoint& here = *static_cast<endpoint*>(self);
  here.ended(session);
  peer& from = here.peers_[session];
  from.id = dtls_session_of(session);
  here.key_ = bin_of(
      here.door_.accounts().supply_key(view_of(*identity), from.id, from.binding).secret_key);
  return here.key_.length == 0 ? nullptr : &here.key_;
}

/// The device came to a Server: the credentials of the account that it came with.
const coap_dtls_cpsk_info_t* endpoint::client_key(coap_str_const_t*, coap_session_t* session,
                                                  void* to) {
  endpoint& here = of(session);
  peer& with = here.peers_[session];
  with.id = dtls_session_of(session);
  with.connecting_to = static_cast<const server_security*>(to);
  const auto given =
      here.door_.accounts().supply_key(with.connecting_to->server, with.id, with.binding);
  here.offered_ = {bin_of(given.identity), bin_of(given.secret_key)};
  return given.secret_key.empty() ? nullptr : &here.offered_;
}

int endpoint::on_event(coap_session_t* session, coap_event_t what) {
  endpoint& here = of(session);
  for (const coap_event_t end : {COAP_EVENT_DTLS_CLOSED, COAP_EVENT_DTLS_ERROR,
                                 COAP_EVENT_DTLS_RENEGOTIATE, COAP_EVENT_SERVER_SESSION_DEL})
    if (what == end) here.ended(session);
  return 0;
}

/// Admits who is at the other end of an established session, once.
void endpoint::judge(coap_session_t* session) {
  peer& with = peers_[session];
  if (std::exchange(with.is_judged, true)) return;
  with.id = dtls_session_of(session);
  const bool came_here = with.connecting_to == nullptr;
  const channel::account_key opened_for =
      came_here ? channel::account_key{} : channel::account_key{with.connecting_to->server};
  with.who = admit(door_, session, with.binding, opened_for,
                   came_here ? channel::bytes{} : identity_of(*with.connecting_to));
  const lac::short_server_id server = server_on(session);
  if (!server.is_valid()) closing_.push_back(session);
  // A Server that connects anew leaves its earlier session: its admission has ended.
  for (const auto& [other, held] : peers_)
    if (other != session && server.is_valid() && server_of(held.who) == server)
      closing_.push_back(other);
}

void endpoint::ended(coap_session_t* session) {
  const auto found = peers_.find(session);
  if (found == peers_.end()) return;
  door_.accounts().session_ended(found->second.id);
  observations_.session_ended(session);
  std::erase(closing_, session);
  std::erase_if(awaited_, [&](const auto& each) { return each.first.first == session; });
  peers_.erase(found);
  session_ended(session);
}

/// The end of a handshake is looked for: there is not always an event that tells of it.
void endpoint::judge_established() {
  std::vector<coap_session_t*> established;
  for (const auto& [session, with] : peers_)
    if (!with.is_judged && coap_session_get_state(session) == COAP_SESSION_STATE_ESTABLISHED)
      established.push_back(session);
  for (coap_session_t* each : established) judge(each);
}

lac::short_server_id endpoint::server_on(coap_session_t* session) const {
  const auto found = peers_.find(session);
  return found == peers_.end() ? lac::short_server_id{} : server_of(found->second.who);
}

void endpoint::close(lac::short_server_id of) {
  for (const auto& [session, with] : peers_)
    if (server_of(with.who) == of) closing_.push_back(session);
}

void endpoint::close(coap_session_t* session) {
  ended(session);
  released_.push_back(session);
}

}  // namespace client

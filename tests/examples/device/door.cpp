#include "door.hpp"

namespace client {

lac::decision door::authorize(const visitor& who, const lac::arrived_request& arrived) const {
  if (const auto* server = std::get_if<channel::authenticated_server>(&who))
    return guard_.authorize(*server, arrived);
  if (const auto* server = std::get_if<channel::unauthenticated_server>(&who))
    return guard_.authorize(*server, arrived);
  return {};
}

lac::requester door::requester_of(const visitor& who, channel::session_id over) const {
  if (const auto* server = std::get_if<channel::authenticated_server>(&who))
    return guard_.server_of(*server, over);
  if (const auto* server = std::get_if<channel::unauthenticated_server>(&who))
    return guard_.server_of(*server, over);
  return {};
}

lac::short_server_id server_of(const visitor& who) {
  if (const auto* server = std::get_if<channel::authenticated_server>(&who))
    return server->server();
  if (const auto* server = std::get_if<channel::unauthenticated_server>(&who))
    return server->server();
  return {};
}

}  // namespace client

#include <lwm2m/access/channel/openssl.hpp>
#include <lwm2m/access/channel/sentences.hpp>

#include <cstring>

#include "stack.hpp"

struct opened {
  stack& self;
  connection& to;
};

// README
unsigned client_key(SSL* ssl, const char*, char* identity, unsigned room, unsigned char* key,
                    unsigned key_room) {
  auto& [self, to] = *static_cast<opened*>(SSL_get_app_data(ssl));
  const auto given = self.accounts.supply_key(to.opened_for, channel::session_id{ssl}, to.binding);
  if (given.identity.size() >= room || given.secret_key.size() > key_room) return 0;
  std::memcpy(identity, given.identity.data(), given.identity.size());
  identity[given.identity.size()] = '\0';
  std::memcpy(key, given.secret_key.data(), given.secret_key.size());
  return static_cast<unsigned>(given.secret_key.size());
}

bool configure(SSL_CTX* context) {
  SSL_CTX_set_psk_client_callback(context, client_key);
  return channel::configure(context, channel::identity_kind::psk);
}

auto established(stack& self, connection& to, SSL* ssl) {  // SSL_do_handshake returned 1
  const channel::bound session{channel::openssl_session{ssl}, to.binding};
  auto who = self.guard.admit(session, to.opened_for);
  who.reasons().for_each([&](channel::refusal why) { self.log(sentence(why)); });
  return who;  // kept beside the session, until session_ended
}

auto arrived(stack& self, SSL* ssl, const channel::authenticated_server& who,
             lac::operation operation, lac::path target) {
  return self.guard.authorize(who, {channel::session_id{ssl}, operation, target, {}});
}
// README

#include <lwm2m/access/channel/mbedtls.hpp>

#include "stack.hpp"

// README
void configure(stack& self, connection& to, mbedtls_ssl_config& config, mbedtls_ssl_context& ssl) {
  const auto given = self.accounts.supply_key(to.opened_for, channel::session_id{&ssl}, to.binding);
  channel::configure(&config, channel::identity_kind::psk);
  mbedtls_ssl_conf_psk(&config, given.secret_key.data(), given.secret_key.size(),
                       given.identity.data(), given.identity.size());
}

auto established(stack& self, connection& to, mbedtls_ssl_context& ssl, int handshake,
                 channel::bytes identity) {
  channel::mbedtls_notes notes;   // what Mbed TLS has no getter for
  notes.handshake = handshake;    // what mbedtls_ssl_handshake returned
  notes.psk_identity = identity;  // what this client was configured with
  notes.resumed = channel::resumption::full_handshake;
  const channel::bound session{channel::mbedtls_session{&ssl, notes}, to.binding};
  return self.guard.admit(session, to.opened_for);
}
// README

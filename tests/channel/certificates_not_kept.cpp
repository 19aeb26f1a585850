// Mbed TLS built without MBEDTLS_SSL_KEEP_PEER_CERTIFICATE: it shows no certificate of the peer, as
// a context that has not shaken hands does, and the notes take what the verify callback saw (I9,
// I18).

#include <lwm2m/access/channel/mbedtls.hpp>
#include <support/catch.hpp>

#include "support/client_world.hpp"

namespace channel = lwm2m::access::channel;
using stated::view_of;

TEST_CASE("certificates that Mbed TLS does not keep come from the verify callback",
          "[channel][I9][I18]") {
  mbedtls_ssl_context ssl;
  mbedtls_ssl_config config;
  mbedtls_ssl_init(&ssl);
  mbedtls_ssl_config_init(&config);
  REQUIRE(mbedtls_ssl_config_defaults(&config, MBEDTLS_SSL_IS_SERVER,
                                      MBEDTLS_SSL_TRANSPORT_DATAGRAM,
                                      MBEDTLS_SSL_PRESET_DEFAULT) == 0);
  mbedtls_ssl_conf_rng(&config, [](void*, unsigned char*, std::size_t) { return 0; }, nullptr);
  REQUIRE(mbedtls_ssl_setup(&ssl, &config) == 0);
  REQUIRE(mbedtls_ssl_get_peer_cert(&ssl) == nullptr);

  channel::mbedtls_notes notes;
  notes.handshake = 0;
  const channel::mbedtls_session nobody{&ssl, notes};
  CHECK_FALSE(nobody.peer().is_somebody());
  CHECK(nobody.peer_chain_size() == 0);
  CHECK(nobody.peer_verified() == channel::answer::no);

  const channel::bytes seen[] = {view_of(stated::client_certificate().der),
                                 view_of(pki::root().der)};
  notes.path = seen;
  const channel::mbedtls_session client{&ssl, notes};
  CHECK(client.peer().kind == channel::identity_kind::certificate);
  CHECK(client.peer().value.data() == seen[0].data());
  REQUIRE(client.peer_chain_size() == 2);
  CHECK(client.peer_chain(1).data() == seen[1].data());
  mbedtls_ssl_free(&ssl);
  mbedtls_ssl_config_free(&config);
}

#pragma once

#include <lwm2m/access/c/channel.h>
#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/c/channel_constants.hpp>
#include <lwm2m/access/channel/accounts.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::c {

[[nodiscard]] constexpr channel::bytes bytes_from(const lwm2m_access_bytes& of) noexcept {
  return {of.data, of.data ? of.size : 0};
}
[[nodiscard]] constexpr channel::identity identity_from(const lwm2m_access_identity& of) noexcept {
  return {told<channel::identity_kind>(of.kind), bytes_from(of.value), bytes_from(of.id_context)};
}

/// A session of a stack's own library, asked through its functions. What a stack vouches for by
/// its configuration (I7) is told as the least that is enough. `Anchor` and `Path` are what it
/// vouches for that has no such least.
template <bool Anchor, bool Path>
class lent_session {
 public:
  static constexpr channel::configuration_facts fixed_by_configuration{.anchor = Anchor,
                                                                       .path = Path};

  constexpr explicit lent_session(const lwm2m_access_session& from) noexcept
      : session_{from.session}, ask_{*from.functions}, binding_{from.binding} {}

  [[nodiscard]] constexpr channel::session_id id() const noexcept {
    return channel::session_id{static_cast<const void*>(session_)};
  }
  [[nodiscard]] bool is_established() const noexcept { return ask_.is_established(session_); }
  [[nodiscard]] channel::identity peer() const noexcept { return identity_of(ask_.peer); }
  [[nodiscard]] channel::answer peer_verified() const noexcept {
    return told<channel::answer>(ask_.peer_verified(session_));
  }
  [[nodiscard]] channel::identity local() const noexcept { return identity_of(ask_.local); }
  [[nodiscard]] std::uint16_t protocol() const noexcept { return ask_.protocol(session_); }
  [[nodiscard]] std::uint16_t cipher_suite() const noexcept { return ask_.cipher_suite(session_); }
  [[nodiscard]] channel::dtls_role role() const noexcept {
    return told<channel::dtls_role>(ask_.role(session_));
  }
  [[nodiscard]] channel::resumption resumed() const noexcept {
    return told<channel::resumption>(ask_.resumed(session_));
  }

  [[nodiscard]] std::size_t peer_chain_size() const noexcept {
    return ask_.peer_chain_size && ask_.peer_chain ? ask_.peer_chain_size(session_) : 0;
  }
  [[nodiscard]] channel::bytes peer_chain(std::size_t k) const noexcept {
    lwm2m_access_bytes found{};
    ask_.peer_chain(session_, k, &found);
    return bytes_from(found);
  }
  [[nodiscard]] channel::hash handshake_signature_hash() const noexcept {
    if (ask_.handshake_hash) return told<channel::hash>(ask_.handshake_hash(session_));
    return ask_.hash_is_configured ? channel::hash::sha256 : channel::hash::unknown;
  }
  [[nodiscard]] std::uint16_t key_exchange_bits() const noexcept {
    if (ask_.key_exchange_bits) return ask_.key_exchange_bits(session_);
    return ask_.group_is_configured ? 256 : 0;
  }
  [[nodiscard]] std::uint32_t handshakes() const noexcept {
    return ask_.handshakes ? ask_.handshakes(session_) : 0;
  }
  [[nodiscard]] std::size_t digest(channel::hash with, channel::bytes of,
                                   std::uint8_t* out) const noexcept {
    return ask_.digest ? ask_.digest(session_, number_of(with), {of.data(), of.size()}, out) : 0;
  }
  [[nodiscard]] channel::bytes sole_anchor() const noexcept {
    lwm2m_access_bytes found{};
    if (ask_.sole_anchor) ask_.sole_anchor(session_, &found);
    return bytes_from(found);
  }
  [[nodiscard]] channel::session_binding* binding() const noexcept { return inside(binding_); }

 private:
  [[nodiscard]] channel::identity identity_of(void (*ask)(void*,
                                                          lwm2m_access_identity*)) const noexcept {
    lwm2m_access_identity found{};
    ask(session_, &found);
    return identity_from(found);
  }

  void* session_;
  const lwm2m_access_session_functions& ask_;
  lwm2m_access_binding* binding_;
};
using plain_session = lent_session<false, false>;
static_assert(channel::dtls_session<plain_session> && channel::shows_peer_chain<plain_session> &&
              channel::shows_handshake_hash<plain_session> && channel::shows_group<plain_session> &&
              channel::counts_handshakes<plain_session> && channel::makes_digests<plain_session> &&
              channel::states_sole_anchor<plain_session> && channel::has_binding<plain_session>);

/// Calls `f` with the session as what it vouches for.
template <class F>
auto with_session(const lwm2m_access_session& from, F f) noexcept {
  const bool anchor = from.functions->anchor_is_configured;
  if (from.functions->path_is_configured)
    return anchor ? f(lent_session<true, true>{from}) : f(lent_session<false, true>{from});
  return anchor ? f(lent_session<true, false>{from}) : f(plain_session{from});
}

[[nodiscard]] constexpr lwm2m_access_status check_session(
    const lwm2m_access_session* from) noexcept {
  if (!from || !from->session || !from->functions) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
  const lwm2m_access_session_functions& lent = *from->functions;
  const bool complete = lent.is_established && lent.peer && lent.peer_verified && lent.local &&
                        lent.protocol && lent.cipher_suite && lent.role && lent.resumed;
  return complete ? done : lwm2m_access_status{LWM2M_ACCESS_STATUS_ARGUMENT_MISSING};
}

[[nodiscard]] constexpr lwm2m_access_status check_kind(lwm2m_access_account_kind kind) noexcept {
  return check_enumeration(kind == LWM2M_ACCESS_ACCOUNT_SERVER ||
                           kind == LWM2M_ACCESS_ACCOUNT_BOOTSTRAP_SERVER);
}

[[nodiscard]] constexpr channel::channel_policy rules_from(
    const lwm2m_access_channel_rules& of) noexcept {
  return {.allow_other_suites = of.allow_other_suites,
          .allow_tls = of.allow_tls,
          .allow_no_sec = of.allow_no_sec,
          .now = of.now};
}

[[nodiscard]] constexpr channel::account_key key_from(lwm2m_access_account_kind kind,
                                                      std::int64_t server) noexcept {
  if (kind == LWM2M_ACCESS_ACCOUNT_BOOTSTRAP_SERVER) return channel::account_key{bootstrap};
  return channel::account_key{short_server_id{server}};
}

/// The account that a session was opened for; 0: it is not named.
[[nodiscard]] constexpr channel::account_key meant_from(lwm2m_access_account_kind kind,
                                                        std::int64_t server) noexcept {
  return server == 0 ? channel::account_key{} : key_from(kind, server);
}

[[nodiscard]] constexpr channel::account account_from(const lwm2m_access_account& of) noexcept {
  return {.kind = static_cast<channel::account_kind>(of.kind),
          .server = short_server_id{of.server},
          .mode = of.mode == LWM2M_ACCESS_MODE_OSCORE ? channel::security_mode::oscore
                                                      : channel::security_mode_of(of.mode),
          .identity = bytes_from(of.identity),
          .id_context = bytes_from(of.id_context),
          .secret_key = bytes_from(of.secret_key),
          .peer_key = bytes_from(of.peer_key),
          .usage = static_cast<channel::certificate_usage>(of.usage),
          .matching = static_cast<channel::matching_type>(of.matching),
          .server_uri = channel::text{of.server_uri},
          .sni = channel::text{of.sni},
          .endpoint_name = channel::text{of.endpoint_name},
          .certificate_name = channel::text{of.certificate_name},
          .trust_pin_alone = of.trust_pin_alone,
          .allow_wildcard = of.allow_wildcard,
          .allow_common_name = of.allow_common_name};
}

}  // namespace lwm2m::access::inline v0::c

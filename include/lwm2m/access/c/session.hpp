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
  return {told(of.kind, channel::identity_kind::certificate), bytes_from(of.value)};
}

/// A session of a stack's own library, asked through its functions. What a stack vouches for by
/// its configuration (I7) is told as the least that is enough.
class lent_session {
 public:
  constexpr explicit lent_session(const lwm2m_access_session& from) noexcept
      : session_{from.session}, ask_{*from.functions} {}

  [[nodiscard]] constexpr channel::session_id id() const noexcept {
    return channel::session_id{static_cast<const void*>(session_)};
  }
  [[nodiscard]] bool is_established() const noexcept { return ask_.is_established(session_); }
  [[nodiscard]] channel::identity peer() const noexcept {
    return identity_from(ask_.peer(session_));
  }
  [[nodiscard]] channel::answer peer_verified() const noexcept {
    return told(ask_.peer_verified(session_), channel::answer::yes);
  }
  [[nodiscard]] channel::identity local() const noexcept {
    return identity_from(ask_.local(session_));
  }
  [[nodiscard]] std::uint16_t protocol() const noexcept { return ask_.protocol(session_); }
  [[nodiscard]] std::uint16_t cipher_suite() const noexcept { return ask_.cipher_suite(session_); }
  [[nodiscard]] channel::dtls_role role() const noexcept {
    return told(ask_.role(session_), channel::dtls_role::server);
  }
  [[nodiscard]] channel::resumption resumed() const noexcept {
    return told(ask_.resumed(session_), channel::resumption::resumed);
  }

  [[nodiscard]] std::size_t peer_chain_size() const noexcept {
    return ask_.peer_chain_size && ask_.peer_chain ? ask_.peer_chain_size(session_) : 0;
  }
  [[nodiscard]] channel::bytes peer_chain(std::size_t k) const noexcept {
    return bytes_from(ask_.peer_chain(session_, k));
  }
  [[nodiscard]] channel::hash handshake_signature_hash() const noexcept {
    if (ask_.handshake_hash) return told(ask_.handshake_hash(session_), channel::hash::streebog256);
    return ask_.hash_is_configured ? channel::hash::sha256 : channel::hash::unknown;
  }
  [[nodiscard]] std::uint16_t key_exchange_bits() const noexcept {
    if (ask_.key_exchange_bits) return ask_.key_exchange_bits(session_);
    return ask_.group_is_configured ? 256 : 0;
  }

 private:
  void* session_;
  const lwm2m_access_session_functions& ask_;
};
static_assert(channel::dtls_session<lent_session> && channel::shows_peer_chain<lent_session> &&
              channel::shows_handshake_hash<lent_session> && channel::shows_group<lent_session>);

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

[[nodiscard]] constexpr lwm2m_access_status check_rules(
    const lwm2m_access_channel_rules* rules) noexcept {
  if (!rules) return LWM2M_ACCESS_STATUS_ARGUMENT_MISSING;
  return check_enumeration(is_edition(rules->edition));
}

[[nodiscard]] constexpr channel::channel_policy rules_from(
    const lwm2m_access_channel_rules& of) noexcept {
  return {.edition = static_cast<edition_name>(of.edition),
          .allow_other_suites = of.allow_other_suites,
          .allow_tls = of.allow_tls,
          .allow_no_sec = of.allow_no_sec,
          .keep_verdicts = !of.never_resumes,
          .now = of.now};
}

[[nodiscard]] constexpr channel::account_key key_from(lwm2m_access_account_kind kind,
                                                      std::int64_t server) noexcept {
  if (kind == LWM2M_ACCESS_ACCOUNT_BOOTSTRAP_SERVER) return channel::account_key{bootstrap};
  return channel::account_key{short_server_id{server}};
}

[[nodiscard]] constexpr channel::account account_from(const lwm2m_access_account& of) noexcept {
  return {.kind = static_cast<channel::account_kind>(of.kind),
          .server = short_server_id{of.server},
          .mode = told(of.mode, channel::security_mode::certificate_est),
          .identity = bytes_from(of.identity),
          .secret_key = bytes_from(of.secret_key),
          .peer_key = bytes_from(of.peer_key),
          .server_uri = channel::text{of.server_uri},
          .endpoint_name = channel::text{of.endpoint_name},
          .verify_chain = !of.trust_pin_alone,
          .allow_wildcard = of.allow_wildcard,
          .allow_common_name = of.allow_common_name};
}

}  // namespace lwm2m::access::inline v0::c

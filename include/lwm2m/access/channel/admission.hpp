#pragma once

#include <lwm2m/access/channel/account.hpp>
#include <lwm2m/access/channel/refusal.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

class account_registry;

/// Who was admitted: an authority that only an `account_registry` hands out, for one account, with
/// the credentials that it had, on one session (I22). It is moved and never copied; moved from, or
/// default-constructed, it is nobody. It is no plain data either: no cast of bits makes one.
template <account_kind Kind, security_mode Mode = security_mode::none>
class admitted {
 public:
  constexpr admitted() noexcept = default;
  constexpr admitted(admitted&& from) noexcept { take(from); }
  constexpr admitted& operator=(admitted&& from) noexcept {
    if (this != &from) take(from);
    return *this;
  }
  admitted(const admitted&) = delete;
  admitted& operator=(const admitted&) = delete;
  constexpr ~admitted() noexcept {}  // not trivial: no bit_cast

  /// Whether it was ever somebody. Whether it still is: `account_registry::is_current`.
  [[nodiscard]] constexpr bool is_somebody() const noexcept { return admission_ != 0; }

  /// The Short Server ID of the account (I13); nobody for what is no Server.
  [[nodiscard]] constexpr short_server_id server() const noexcept { return server_; }

  /// The session that it belongs to.
  [[nodiscard]] constexpr session_id session() const noexcept { return session_; }

 private:
  friend class account_registry;

  constexpr void take(admitted& from) noexcept {
    by_ = from.by_;
    place_ = from.place_;
    generation_ = from.generation_;
    admission_ = from.admission_;
    session_ = from.session_;
    server_ = from.server_;
    from.by_ = nullptr;
    from.admission_ = from.generation_ = 0;
    from.session_ = {};
    from.server_ = {};
  }

  const account_registry* by_ = nullptr;
  std::size_t place_ = 0;
  std::uint64_t generation_ = 0;
  std::uint64_t admission_ = 0;
  session_id session_{};
  short_server_id server_{};
};

/// A Server that proved who it is, at a Client.
using authenticated_server = admitted<account_kind::server>;

/// The Bootstrap Server that proved who it is, at a Client. It is no Server (I11).
using authenticated_bootstrap_server = admitted<account_kind::bootstrap_server>;

/// A Client that proved who it is, at a Server (I9).
using authenticated_client = admitted<account_kind::client>;

/// A Server that proved nothing: NoSec, allowed by name (I15). Another type, for a gate of its own.
using unauthenticated_server = admitted<account_kind::server, security_mode::no_sec>;

/// What became of a session: who was admitted, or every reason why nobody was (I20).
/// Default-constructed: nobody.
template <class Token>
class [[nodiscard]] admission {
 public:
  constexpr admission() noexcept = default;

  [[nodiscard]] constexpr explicit operator bool() const noexcept { return reasons_.empty(); }

  /// Why not; empty when somebody was admitted.
  [[nodiscard]] constexpr refusals reasons() const noexcept { return reasons_; }

  /// Who was admitted; nobody when there are reasons.
  [[nodiscard]] constexpr Token& operator*() noexcept { return token_; }
  [[nodiscard]] constexpr const Token& operator*() const noexcept { return token_; }
  [[nodiscard]] constexpr Token* operator->() noexcept { return &token_; }
  [[nodiscard]] constexpr const Token* operator->() const noexcept { return &token_; }

 private:
  friend class account_registry;
  constexpr explicit admission(refusals why) noexcept : reasons_{why} {}

  Token token_{};
  refusals reasons_{refusal::not_decided};
};

}  // namespace lwm2m::access::inline v0::channel

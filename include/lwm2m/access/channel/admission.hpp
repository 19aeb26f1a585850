#pragma once

#include <lwm2m/access/channel/account.hpp>
#include <lwm2m/access/channel/refusal.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

template <class Self>
class account_operations;

namespace detail {

/// The Endpoint Name that a Client's admission carries, its own copy (I9); of others nothing.
template <account_kind Kind>
class carried_name {
 protected:
  constexpr void set_name(bytes, text) noexcept {}
};

template <>
class carried_name<account_kind::client> {
 public:
  /// The authenticated Endpoint Name, 1..128 octets; a Register without one takes it. Empty of
  /// nobody.
  [[nodiscard]] constexpr text endpoint_name() const noexcept { return {name_, size_}; }

 protected:
  /// The name of the account or, where it has none, that of the certificate. What is longer than
  /// there is room for was refused.
  constexpr void set_name(bytes certified, text configured) noexcept {
    size_ = configured.empty() ? certified.size() : configured.size();
    for (std::size_t k = 0; k < size_; ++k)
      name_[k] = configured.empty() ? static_cast<char>(certified[k]) : configured[k];
  }

 private:
  char name_[longest_endpoint_name] = {};
  std::size_t size_ = 0;
};

}  // namespace detail

/// Who was admitted: an authority that only `accounts` hand out, for one account, with
/// the credentials that it had, on one session (I22). It is moved and never copied; moved from, or
/// default-constructed, it is nobody. It is no plain data either: no cast of bits makes one.
template <account_kind Kind, security_mode Mode = security_mode::none>
class admitted : public detail::carried_name<Kind> {
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

  /// Whether it was ever somebody. Whether it still is: `is_current` of the accounts.
  [[nodiscard]] constexpr bool is_somebody() const noexcept { return admission_ != 0; }

  /// The Short Server ID of the account (I13); nobody for what is no Server.
  [[nodiscard]] constexpr short_server_id server() const noexcept { return server_; }

  /// The session that it belongs to.
  [[nodiscard]] constexpr session_id session() const noexcept { return session_; }

 private:
  template <class Self>
  friend class account_operations;

  constexpr void take(admitted& from) noexcept {
    static_cast<detail::carried_name<Kind>&>(*this) = from;
    static_cast<detail::carried_name<Kind>&>(from) = {};
    by_ = from.by_;
    place_ = from.place_;
    admission_ = from.admission_;
    session_ = from.session_;
    server_ = from.server_;
    from.by_ = nullptr;
    from.admission_ = 0;
    from.session_ = {};
    from.server_ = {};
  }

  const void* by_ = nullptr;  // the accounts that admitted it
  std::size_t place_ = 0;     // of the admission among theirs
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

/// A Server that proved nothing: NoSec, allowed by name (I15). Another type, which the guard takes
/// only where its channel policy allows NoSec too.
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
  template <class Self>
  friend class account_operations;
  constexpr explicit admission(refusals why) noexcept : reasons_{why} {}

  Token token_{};
  refusals reasons_{refusal::not_decided};
};

}  // namespace lwm2m::access::inline v0::channel

#pragma once

#include <lwm2m/access/channel/account.hpp>
#include <lwm2m/access/channel/peer_name.hpp>
#include <lwm2m/access/channel/refusal.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0::channel {

namespace detail {

template <class T>
constexpr bool has_nul(const view<T>& in) noexcept {
  for (const T octet : in)
    if (octet == 0) return true;
  return false;
}

/// EC of at least 256 bits, RSA of at least 2048 (I7, I18); a key of unknown size is not.
constexpr bool is_large_enough(const public_key& key) noexcept {
  switch (key.algorithm) {
    case key_algorithm::elliptic_curve:
    case key_algorithm::edwards:
      return key.bits >= 256;
    case key_algorithm::rsa:
      return key.bits >= 2048;
    case key_algorithm::dsa:
    case key_algorithm::unknown:
      break;
  }
  return false;
}

/// SHA-1 and MD5 (I6).
constexpr bool is_weak(hash of) noexcept { return of == hash::sha1 || of == hash::md5; }

constexpr account_faults faults_of_names(const account& of) noexcept {
  const bool at_client =
      of.kind == account_kind::server || of.kind == account_kind::bootstrap_server;
  const bool needs_host = at_client && identity_kind_of(of.mode) == identity_kind::certificate;
  account_faults faults;
  faults.add_if(of.kind == account_kind::none || of.kind > account_kind::client,
                account_fault::kind_missing);
  faults.add_if(of.kind == account_kind::server && !of.server.is_valid(),
                account_fault::server_missing);
  faults.add_if(of.kind != account_kind::server && of.server.is_valid(),
                account_fault::server_not_wanted);
  faults.add_if(of.mode == security_mode::none || of.mode > security_mode::certificate_est,
                account_fault::mode_missing);
  faults.add_if(needs_host && host_of_uri(of.server_uri).kind == host_kind::none,
                account_fault::host_missing);
  faults.add_if(of.kind == account_kind::client && of.endpoint_name.empty() &&
                    identity_kind_of(of.mode) != identity_kind::certificate,
                account_fault::endpoint_name_missing);
  faults.add_if(has_nul<char>(of.endpoint_name), account_fault::endpoint_name_has_nul);
  return faults;
}

constexpr account_faults faults_of_psk(const account& of) noexcept {
  account_faults faults;
  faults.add_if(of.identity.empty(), account_fault::identity_missing);
  faults.add_if(has_nul(of.identity), account_fault::identity_has_nul);
  faults.add_if(of.secret_key.empty(), account_fault::secret_key_missing);
  return faults;
}

constexpr account_faults faults_of_key(const public_key& key, account_fault malformed) noexcept {
  if (!key.is_valid()) return malformed;
  return is_large_enough(key) ? account_faults{} : account_fault::key_too_small;
}

constexpr account_faults faults_of_raw_public_key(const account& of) noexcept {
  account_faults faults;
  if (!of.identity.empty())
    faults.add(faults_of_key(public_key_of(of.identity), account_fault::identity_malformed));
  if (of.peer_key.empty()) return faults.add(account_fault::peer_key_missing);
  return faults.add(faults_of_key(public_key_of(of.peer_key), account_fault::peer_key_malformed));
}

constexpr account_faults faults_of_own_certificate(const account& of) noexcept {
  const certificate own = certificate_of(of.identity);
  if (!own.is_valid()) return account_fault::identity_malformed;
  account_faults faults = faults_of_key(own.key, account_fault::identity_malformed);
  faults.add_if(is_weak(own.signature.hash), account_fault::hash_too_weak);
  const bool is_client = of.kind != account_kind::client && !of.endpoint_name.empty();
  faults.add_if(is_client && names_endpoint(own, of.endpoint_name) != name_match::match,
                account_fault::own_certificate_names_other);
  return faults;
}

constexpr account_faults faults_of_certificate(const account& of) noexcept {
  account_faults faults;
  if (!of.identity.empty()) faults.add(faults_of_own_certificate(of));
  if (!of.peer_key.empty())
    return faults.add(faults_of_key(pinned_key(of.peer_key), account_fault::peer_key_malformed));
  return faults.add_if(!of.verify_chain, account_fault::nothing_to_verify);
}

}  // namespace detail

/// Everything that is wrong with an account taken by itself (I8 to I10, I15, I16, I18).
[[nodiscard]] constexpr account_faults faults_of(const account& of) noexcept {
  account_faults faults = detail::faults_of_names(of);
  const identity_kind kind = identity_kind_of(of.mode);
  const bool optional = of.kind == account_kind::client || kind == identity_kind::none;
  if (kind == identity_kind::psk) return faults.add(detail::faults_of_psk(of));
  faults.add_if(of.identity.empty() && !optional, account_fault::identity_missing);
  if (kind == identity_kind::raw_public_key) faults.add(detail::faults_of_raw_public_key(of));
  if (kind == identity_kind::certificate) faults.add(detail::faults_of_certificate(of));
  return faults;
}

}  // namespace lwm2m::access::inline v0::channel

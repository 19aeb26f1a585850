#pragma once

#include <lwm2m/access/channel/account.hpp>
#include <lwm2m/access/channel/host.hpp>
#include <lwm2m/access/channel/peer_name.hpp>
#include <lwm2m/access/channel/strength.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0::channel {

namespace detail {

template <class T>
constexpr bool has_nul(const view<T>& in) noexcept {
  for (const T octet : in)
    if (octet == 0) return true;
  return false;
}

constexpr bool is_ascii(text in) noexcept {
  for (const char c : in)
    if (static_cast<unsigned char>(c) > 0x7F) return false;
  return true;
}

/// The values of enumerations, and what belongs to the kind of account.
constexpr account_faults faults_of_kind(const account& of) noexcept {
  account_faults faults;
  faults.add_if(of.kind == account_kind::none || of.kind > account_kind::client,
                account_fault::kind_missing);
  faults.add_if(of.kind == account_kind::server && !of.server.is_valid(),
                account_fault::server_missing);
  faults.add_if(of.kind != account_kind::server && of.server.is_valid(),
                account_fault::server_not_wanted);
  faults.add_if(of.mode == security_mode::none || of.mode > security_mode::oscore,
                account_fault::mode_missing);
  faults.add_if(of.usage > certificate_usage::domain_issued_certificate ||
                    of.matching > matching_type::sha512,
                account_fault::pin_rule_unknown);
  return faults;
}

/// At a Client, the host that the Server's certificate is to name (I10).
constexpr account_faults faults_of_host(const account& of) noexcept {
  const bool at_client =
      of.kind == account_kind::server || of.kind == account_kind::bootstrap_server;
  if (!at_client || identity_kind_of(of.mode) != identity_kind::certificate) return {};
  account_faults faults;
  const bool ascii = is_ascii(of.server_uri) && is_ascii(of.sni);
  faults.add_if(!ascii, account_fault::host_not_ascii);
  faults.add_if(ascii && host_of_uri(of.server_uri).kind == host_kind::none,
                account_fault::host_missing);
  faults.add_if(ascii && !of.sni.empty() && host_of_literal(of.sni).kind != host_kind::dns_name,
                account_fault::sni_malformed);
  return faults;
}

/// Endpoint Names (I9, I16).
constexpr account_faults faults_of_names(const account& of) noexcept {
  account_faults faults;
  faults.add_if(of.kind == account_kind::client && of.endpoint_name.empty() &&
                    identity_kind_of(of.mode) != identity_kind::certificate,
                account_fault::endpoint_name_missing);
  faults.add_if(of.endpoint_name.empty() && !of.certificate_name.empty(),
                account_fault::endpoint_name_missing);
  faults.add_if(of.endpoint_name.size() > longest_endpoint_name,
                account_fault::endpoint_name_too_long);
  faults.add_if(has_nul<char>(of.endpoint_name) || has_nul<char>(of.certificate_name),
                account_fault::endpoint_name_has_nul);
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

/// What is pinned: a certificate or key, or a digest of one.
constexpr account_faults faults_of_pin(const account& of) noexcept {
  if (of.matching == matching_type::exact)
    return faults_of_key(pinned_key(of.peer_key), account_fault::peer_key_malformed);
  const bool fits = of.peer_key.size() == digest_size(of.matching);
  return fits ? account_faults{} : account_faults{account_fault::peer_key_malformed};
}

constexpr account_faults faults_of_raw_public_key(const account& of) noexcept {
  account_faults faults;
  if (!of.identity.empty())
    faults.add(faults_of_key(public_key_of(of.identity), account_fault::identity_malformed));
  if (of.peer_key.empty()) return faults.add(account_fault::peer_key_missing);
  if (of.matching != matching_type::exact) return faults.add(faults_of_pin(of));
  return faults.add(faults_of_key(public_key_of(of.peer_key), account_fault::peer_key_malformed));
}

constexpr account_faults faults_of_own_certificate(const account& of) noexcept {
  const certificate own = certificate_of(of.identity);
  if (!own.is_valid()) return account_fault::identity_malformed;
  account_faults faults = faults_of_key(own.key, account_fault::identity_malformed);
  faults.add_if(is_weak(own.signature.hash), account_fault::hash_too_weak);
  const bool is_client = of.kind != account_kind::client && !of.endpoint_name.empty();
  faults.add_if(is_client && names_endpoint(own, common_name_for(of, true)) != name_match::match,
                account_fault::own_certificate_names_other);
  return faults;
}

constexpr account_faults faults_of_certificate(const account& of) noexcept {
  const bool pins_path = of.usage == certificate_usage::ca_constraint ||
                         of.usage == certificate_usage::trust_anchor_assertion;
  account_faults faults;
  if (!of.identity.empty()) faults.add(faults_of_own_certificate(of));
  if (of.peer_key.empty())
    return faults.add_if(of.trust_pin_alone, account_fault::nothing_to_verify);
  faults.add_if(of.trust_pin_alone && pins_path, account_fault::anchor_not_verified);
  return faults.add(faults_of_pin(of));
}

}  // namespace detail

/// Everything that is wrong with an account taken by itself (I8 to I10, I15, I16, I18).
[[nodiscard]] constexpr account_faults faults_of(const account& of) noexcept {
  account_faults faults = detail::faults_of_kind(of);
  faults.add(detail::faults_of_host(of)).add(detail::faults_of_names(of));
  const identity_kind kind = identity_kind_of(of.mode);
  const bool may_lack_identity = of.kind == account_kind::client ||
                                 of.mode == security_mode::certificate_est ||
                                 kind == identity_kind::none || kind == identity_kind::oscore;
  if (kind == identity_kind::psk) return faults.add(detail::faults_of_psk(of));
  faults.add_if(of.identity.empty() && !may_lack_identity, account_fault::identity_missing);
  if (kind == identity_kind::raw_public_key) faults.add(detail::faults_of_raw_public_key(of));
  if (kind == identity_kind::certificate) faults.add(detail::faults_of_certificate(of));
  return faults;
}

}  // namespace lwm2m::access::inline v0::channel

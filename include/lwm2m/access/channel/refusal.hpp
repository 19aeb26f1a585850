#pragma once

#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// A set of the values of an enumeration, of which there are 63 at most: in C, where 0 is none of
/// them, each is a bit of 64. Default-constructed: empty.
template <class Enum>
class set_of {
  static constexpr bool has_room() noexcept { return static_cast<unsigned>(last_of(Enum{})) < 63; }

 public:
  constexpr set_of() noexcept = default;
  constexpr set_of(Enum only) noexcept : bits_{mask(only)} {
    static_assert(has_room(), "A set has room for 63 values.");
  }

  [[nodiscard]] constexpr bool has(Enum wanted) const noexcept {
    return (bits_ & mask(wanted)) != 0;
  }
  [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
  [[nodiscard]] constexpr int size() const noexcept {
    int n = 0;
    for (std::uint64_t rest = bits_; rest != 0; rest &= rest - 1) ++n;
    return n;
  }

  constexpr set_of& add(set_of more) noexcept {
    bits_ |= more.bits_;
    return *this;
  }
  /// Adds `reason` where `when` holds: a table of conditions reads as one.
  constexpr set_of& add_if(bool when, Enum reason) noexcept { return when ? add(reason) : *this; }
  constexpr set_of& remove(set_of fewer) noexcept {
    bits_ &= ~fewer.bits_;
    return *this;
  }

  /// Calls `f(Enum)` for each, in the order of their values.
  template <class F>
  constexpr void for_each(F f) const noexcept {
    for (unsigned k = 0; k < 64; ++k)
      if ((bits_ >> k & 1U) != 0) f(static_cast<Enum>(k));
  }

  friend constexpr bool operator==(set_of, set_of) noexcept = default;

 private:
  static constexpr std::uint64_t mask(Enum of) noexcept {
    const auto number = static_cast<unsigned>(of);
    return number < 64 ? std::uint64_t{1} << number : 0;
  }
  std::uint64_t bits_ = 0;
};

/// Why a session is not admitted. `sentences.hpp` has a sentence for each.
enum class refusal : std::uint8_t {
  not_decided = 0,            ///< what a default-constructed admission says
  not_established,            ///< I1
  session_unnamed,            ///< I22: the session has no ID that a token could name
  role_unknown,               ///< I1: the library does not say which end this is
  not_encrypted,              ///< I2
  not_integrity_protected,    ///< I2
  protocol_refused,           ///< I3
  tls_not_allowed,            ///< I3
  suite_unknown,              ///< I2: no registered cipher suite
  suite_null_cipher,          ///< I2
  suite_anonymous,            ///< I2
  suite_export,               ///< I2
  suite_sha1,                 ///< I6
  suite_weak,                 ///< I2: MD5, RC4, or keys below 128 bits
  suite_not_for_dtls,         ///< I3
  suite_of_other_version,     ///< I3: a 1.3 suite in 1.2, or the other way round
  suite_of_other_mode,        ///< I8: it does not authenticate that kind of identity
  suite_not_listed,           ///< I4, I5: none of the mode's own, and no others are allowed
  peer_unidentified,          ///< I1, I16
  peer_not_verified,          ///< I1
  verification_unknown,       ///< I20: the library does not say whether the peer was verified
  own_identity_missing,       ///< I1: this end offered no credentials
  own_identity_other,         ///< I8, I11: it offered others than the account's
  account_unknown,            ///< I21: no account has these credentials
  account_ambiguous,          ///< I21: more than one account has them
  account_is_bootstrap,       ///< I11: these are the Bootstrap Server's
  account_is_server,          ///< I11: these are a Server's
  account_is_client,          ///< these are a Client's
  mode_other,                 ///< I8: the account is configured for another security mode
  mode_not_in_edition,        ///< I15
  no_sec_not_allowed,         ///< I15
  key_not_supplied,           ///< I17: the account did not supply the key of this session
  key_too_small,              ///< I7, I18: EC below 256 bits, RSA below 2048
  key_unknown,                ///< I18: algorithm, curve or size is not known here
  hash_too_weak,              ///< I6: SHA-1 or MD5 in a certificate of the chain
  hash_unknown,               ///< I6, I20
  handshake_hash_too_weak,    ///< I6, I7
  handshake_hash_unknown,     ///< I7: neither told nor fixed by configuration
  group_too_small,            ///< I7
  group_unknown,              ///< I7: neither told nor fixed by configuration
  certificate_malformed,      ///< I19: the leaf, a certificate above it, or a raw public key
  certificate_not_v3,         ///< I9, I10
  certificate_wrong_usage,    ///< its extended key usage leaves out what it was used for
  certificate_expired,        ///< by the clock of the policy
  certificate_not_yet_valid,  ///< by the clock of the policy
  chain_unseen,               ///< I6: the library does not show the chain
  pinned_key_other,           ///< I8, I10
  cn_missing,                 ///< I9
  cn_several,                 ///< I19
  cn_encoding,                ///< I19
  cn_other,                   ///< I9
  host_name_missing,          ///< I10: no name of the kind of the host
  host_name_other,            ///< I10
  host_unknown,               ///< I10: the account's Server URI has no host to compare
  resumption_unknown,         ///< I12: the library does not say whether it was resumed
  resumed_without_verdict,    ///< I12: no full handshake with these credentials was admitted
  endpoint_name_other,        ///< I9: the Register's Endpoint Name is not the authenticated one
  endpoint_name_too_long,     ///< I9: the authenticated name has more than 128 octets
  name_has_account,           ///< I9: the name has an account of its own, which is not this one
  own_certificate_missing,    ///< I15: the account has no certificate yet (EST)
  pin_unknown,                ///< I20, I23: what is pinned cannot be compared with what is shown
  sessions_full,              ///< I22: no room for one more admission
  identity_has_nul            ///< I16
};
[[nodiscard]] constexpr refusal last_of(refusal) noexcept { return refusal::identity_has_nul; }

using refusals = set_of<refusal>;

/// Why an account cannot be configured. `sentences.hpp` has a sentence for each.
enum class account_fault : std::uint8_t {
  none = 0,                     ///< never in a set
  kind_missing,                 ///< of a Server, of the Bootstrap Server or of a Client
  server_missing,               ///< a Server without a Short Server ID
  server_not_wanted,            ///< a Short Server ID for what is no Server
  account_doubled,              ///< that Server, Bootstrap Server or Client has an account
  account_unknown,              ///< there is none to change
  no_room,                      ///< the capacity is used up
  mode_missing,                 ///< I15
  identity_missing,             ///< I16: "Public Key or Identity" is empty
  identity_has_nul,             ///< I16
  identity_malformed,           ///< I8: no public key, or no certificate, in DER
  secret_key_missing,           ///< I8: a PSK account without "Secret Key"
  peer_key_missing,             ///< I8: a raw public key account without the peer's key
  peer_key_malformed,           ///< I8
  key_too_small,                ///< I7, I18
  hash_too_weak,                ///< I6: the own certificate is signed with SHA-1 or MD5
  host_missing,                 ///< I10: the Server URI has no host that a certificate can name
  endpoint_name_missing,        ///< I9: of a Client that no certificate names
  endpoint_name_has_nul,        ///< I16
  own_certificate_names_other,  ///< I9: its CN is not the Endpoint Name
  nothing_to_verify,            ///< I10: the chain is not verified and nothing is pinned
  credentials_doubled,          ///< I21: credentials cannot tell it from another account
  host_not_ascii,               ///< I10: certificates name the A-label of such a host
  sni_malformed,                ///< I10: no DNS name
  endpoint_name_too_long,       ///< I9: more than 128 octets
  pin_rule_unknown,             ///< I23: no value of Certificate Usage, or of Matching Type
  anchor_not_verified           ///< I23: a pin of the path, where the path is not verified
};
[[nodiscard]] constexpr account_fault last_of(account_fault) noexcept {
  return account_fault::anchor_not_verified;
}

using account_faults = set_of<account_fault>;

}  // namespace lwm2m::access::inline v0::channel

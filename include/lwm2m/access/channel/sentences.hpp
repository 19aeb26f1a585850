#pragma once

#include <lwm2m/access/channel/refusal.hpp>

namespace lwm2m::access::inline v0::channel {

/// A sentence for an operator: why a session was not admitted, and where it can be mended (I20).
[[nodiscard]] constexpr const char* sentence(refusal why) noexcept {
  switch (why) {
    case refusal::not_decided:
      return "No session was judged.";
    case refusal::not_established:
      return "The handshake is not complete.";
    case refusal::session_unnamed:
      return "The session has no ID that an admission could name.";
    case refusal::role_unknown:
      return "The library does not say which end of the handshake this is.";
    case refusal::not_encrypted:
      return "The channel is not known to encrypt every exchange.";
    case refusal::not_integrity_protected:
      return "The channel is not known to protect the integrity of every exchange.";
    case refusal::protocol_refused:
      return "The protocol is none of DTLS 1.2 or later.";
    case refusal::tls_not_allowed:
      return "The session is TLS, which the policy does not allow.";
    case refusal::suite_unknown:
      return "The cipher suite is not registered.";
    case refusal::suite_null_cipher:
      return "The cipher suite does not encrypt.";
    case refusal::suite_anonymous:
      return "The cipher suite authenticates nobody.";
    case refusal::suite_export:
      return "The key exchange is one that was weakened for export.";
    case refusal::suite_sha1:
      return "The MAC of the cipher suite is SHA-1.";
    case refusal::suite_weak:
      return "The cipher suite rests on MD5, RC4, 3DES or a key below 128 bits.";
    case refusal::suite_not_for_dtls:
      return "The registry does not allow the suite in DTLS.";
    case refusal::suite_of_other_version:
      return "The cipher suite belongs to another version of the protocol.";
    case refusal::suite_of_other_mode:
      return "The cipher suite does not authenticate by what the peer identified itself with.";
    case refusal::suite_not_listed:
      return "The cipher suite is not one of the security mode's own, and no others are allowed.";
    case refusal::peer_unidentified:
      return "The peer has no identity, or an empty one.";
    case refusal::peer_not_verified:
      return "The library could not verify the peer.";
    case refusal::verification_unknown:
      return "The library does not say whether the peer was verified.";
    case refusal::own_identity_missing:
      return "This end offered no credentials to the peer.";
    case refusal::own_identity_other:
      return "This end offered other credentials than those of the account.";
    case refusal::account_unknown:
      return "No account has these credentials.";
    case refusal::account_ambiguous:
      return "More than one account has these credentials.";
    case refusal::account_is_bootstrap:
      return "The credentials are the Bootstrap Server's, which is admitted as such only.";
    case refusal::account_is_server:
      return "The credentials are a Server's.";
    case refusal::account_is_client:
      return "The credentials are a Client's.";
    case refusal::mode_other:
      return "The account is configured for another security mode.";
    case refusal::mode_not_in_edition:
      return "The edition does not have the security mode.";
    case refusal::no_sec_not_allowed:
      return "The policy does not allow NoSec.";
    case refusal::key_not_supplied:
      return "The account did not supply the key of this session.";
    case refusal::key_too_small:
      return "A key is too small: EC needs 256 bits or more, RSA 2048 or more.";
    case refusal::key_unknown:
      return "The algorithm, curve or size of a key is not known.";
    case refusal::hash_too_weak:
      return "A certificate is signed with SHA-1 or MD5.";
    case refusal::hash_unknown:
      return "A certificate is signed with an unknown algorithm.";
    case refusal::handshake_hash_too_weak:
      return "The handshake is signed with SHA-1 or MD5.";
    case refusal::handshake_hash_unknown:
      return "The hash of the handshake's signature is neither told nor fixed by configuration.";
    case refusal::group_too_small:
      return "The group of the key exchange is below 256 bits.";
    case refusal::group_unknown:
      return "The group of the key exchange is neither told nor fixed by configuration.";
    case refusal::certificate_malformed:
      return "A certificate or public key is malformed.";
    case refusal::certificate_not_v3:
      return "The certificate is not X.509 version 3.";
    case refusal::certificate_wrong_usage:
      return "The extended key usage of the certificate leaves out what it was used for.";
    case refusal::certificate_expired:
      return "The certificate has expired.";
    case refusal::certificate_not_yet_valid:
      return "The certificate is not valid yet.";
    case refusal::chain_unseen:
      return "The library does not show the certificates that the peer was verified by.";
    case refusal::pinned_key_other:
      return "The certificate or key of the peer is not the one that is configured.";
    case refusal::cn_missing:
      return "The certificate has no common name.";
    case refusal::cn_several:
      return "The certificate has more than one common name.";
    case refusal::cn_encoding:
      return "The common name is no well-formed UTF8String or PrintableString.";
    case refusal::cn_other:
      return "The common name is not the Endpoint Name.";
    case refusal::host_name_missing:
      return "The certificate has no name of the kind of the Server URI's host.";
    case refusal::host_name_other:
      return "The certificate names other hosts than the Server URI's.";
    case refusal::host_unknown:
      return "The Server URI of the account has no host to compare.";
    case refusal::resumption_unknown:
      return "The library does not say whether the session was resumed.";
    case refusal::resumed_without_verdict:
      return "The session was resumed, and no full handshake with the present credentials was "
             "admitted.";
  }
  return "Unknown reason.";
}

/// A sentence for an operator: why an account cannot be configured.
[[nodiscard]] constexpr const char* sentence(account_fault what) noexcept {
  switch (what) {
    case account_fault::none:
      return "There is no fault.";
    case account_fault::kind_missing:
      return "The kind of the account is missing.";
    case account_fault::server_missing:
      return "A Server's account needs a Short Server ID.";
    case account_fault::server_not_wanted:
      return "A Short Server ID belongs into the account of a Server only.";
    case account_fault::account_doubled:
      return "There is an account for it already.";
    case account_fault::account_unknown:
      return "There is no such account.";
    case account_fault::no_room:
      return "There is no room for one more account.";
    case account_fault::mode_missing:
      return "The security mode is missing.";
    case account_fault::identity_missing:
      return "\"Public Key or Identity\" is empty.";
    case account_fault::identity_has_nul:
      return "The PSK identity holds a NUL byte.";
    case account_fault::identity_malformed:
      return "\"Public Key or Identity\" is not what the security mode needs.";
    case account_fault::secret_key_missing:
      return "\"Secret Key\" is empty.";
    case account_fault::peer_key_missing:
      return "The public key of the peer is missing.";
    case account_fault::peer_key_malformed:
      return "The public key of the peer is malformed.";
    case account_fault::key_too_small:
      return "A key is too small or not known: EC needs 256 bits or more, RSA 2048 or more.";
    case account_fault::hash_too_weak:
      return "The own certificate is signed with SHA-1 or MD5.";
    case account_fault::host_missing:
      return "The Server URI has no host that a certificate could name.";
    case account_fault::endpoint_name_missing:
      return "The Endpoint Name of a Client without a certificate is missing.";
    case account_fault::endpoint_name_has_nul:
      return "The Endpoint Name holds a NUL byte.";
    case account_fault::own_certificate_names_other:
      return "The own certificate does not name the Endpoint Name.";
    case account_fault::nothing_to_verify:
      return "The chain is not verified, and no certificate or key is pinned.";
    case account_fault::credentials_doubled:
      return "Credentials cannot tell the account from another one.";
  }
  return "Unknown fault.";
}

}  // namespace lwm2m::access::inline v0::channel

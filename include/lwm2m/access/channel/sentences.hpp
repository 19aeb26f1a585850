#pragma once

#include <lwm2m/access/channel/refusal.hpp>
#include <lwm2m/access/sentence_table.hpp>

namespace lwm2m::access::inline v0::channel {

namespace detail {

using access::detail::is_complete;
using access::detail::sentence_in;
using access::detail::sentence_row;

inline constexpr sentence_row<refusal> refusal_sentences[] = {
    {refusal::not_decided, "No session was judged."},
    {refusal::not_established, "The handshake is not complete."},
    {refusal::session_unnamed, "The session has no ID that an admission could name."},
    {refusal::role_unknown, "The library does not say which end of the handshake this is."},
    {refusal::not_encrypted, "The channel is not known to encrypt every exchange."},
    {refusal::not_integrity_protected,
     "The channel is not known to protect the integrity of every exchange."},
    {refusal::protocol_refused, "The protocol is none of DTLS 1.2 or later."},
    {refusal::tls_not_allowed, "The session is TLS, which the policy does not allow."},
    {refusal::suite_unknown, "The cipher suite is not registered."},
    {refusal::suite_null_cipher, "The cipher suite does not encrypt."},
    {refusal::suite_anonymous, "The cipher suite authenticates nobody."},
    {refusal::suite_export, "The key exchange is one that was weakened for export."},
    {refusal::suite_sha1, "The MAC of the cipher suite is SHA-1."},
    {refusal::suite_weak, "The cipher suite rests on MD5, RC4, 3DES or a key below 128 bits."},
    {refusal::suite_not_for_dtls, "The registry does not allow the suite in DTLS."},
    {refusal::suite_of_other_version,
     "The cipher suite belongs to another version of the protocol."},
    {refusal::suite_of_other_mode,
     "The cipher suite does not authenticate by what the peer identified itself with."},
    {refusal::suite_not_listed,
     "The cipher suite is not one of the security mode's own, and no others are allowed."},
    {refusal::peer_unidentified, "The peer has no identity, or an empty one."},
    {refusal::peer_not_verified, "The library could not verify the peer."},
    {refusal::verification_unknown, "The library does not say whether the peer was verified."},
    {refusal::own_identity_missing, "This end offered no credentials to the peer."},
    {refusal::own_identity_other, "This end offered other credentials than those of the account."},
    {refusal::account_unknown, "No account has these credentials."},
    {refusal::account_ambiguous, "More than one account has these credentials."},
    {refusal::account_is_bootstrap,
     "The credentials are the Bootstrap Server's, which is admitted as such only."},
    {refusal::account_is_server, "The credentials are a Server's."},
    {refusal::account_is_client, "The credentials are a Client's."},
    {refusal::mode_other, "The account is configured for another security mode."},
    {refusal::mode_not_in_edition, "The edition does not have the security mode."},
    {refusal::no_sec_not_allowed, "The policy does not allow NoSec."},
    {refusal::key_not_supplied, "The account did not supply the key of this session."},
    {refusal::key_too_small, "A key is too small: EC needs 256 bits or more, RSA 2048 or more."},
    {refusal::key_unknown, "The algorithm, curve or size of a key is not known."},
    {refusal::hash_too_weak, "A certificate is signed with SHA-1 or MD5."},
    {refusal::hash_unknown, "A certificate is signed with an unknown algorithm."},
    {refusal::handshake_hash_too_weak, "The handshake is signed with SHA-1 or MD5."},
    {refusal::handshake_hash_unknown,
     "The hash of the handshake's signature is neither told nor fixed by configuration."},
    {refusal::group_too_small, "The group of the key exchange is below 256 bits."},
    {refusal::group_unknown,
     "The group of the key exchange is neither told nor fixed by configuration."},
    {refusal::certificate_malformed, "A certificate or public key is malformed."},
    {refusal::certificate_not_v3, "The certificate is not X.509 version 3."},
    {refusal::certificate_wrong_usage,
     "The extended key usage of the certificate leaves out what it was used for."},
    {refusal::certificate_expired, "The certificate has expired."},
    {refusal::certificate_not_yet_valid, "The certificate is not valid yet."},
    {refusal::chain_unseen,
     "The library does not show the certificates that the peer was verified by, up to the anchor."},
    {refusal::pinned_key_other,
     "The certificate or key of the peer is not the one that is configured."},
    {refusal::cn_missing, "The certificate has no common name."},
    {refusal::cn_several, "The certificate has more than one common name."},
    {refusal::cn_encoding,
     "The common name is no well-formed UTF8String or PrintableString, or holds a NUL."},
    {refusal::cn_other, "The common name is not the one that the account asks for."},
    {refusal::host_name_missing,
     "The certificate has no name of the kind of the Server URI's host."},
    {refusal::host_name_other, "The certificate names other hosts than the Server URI's."},
    {refusal::host_unknown, "The Server URI of the account has no host to compare."},
    {refusal::resumption_unknown, "The library does not say whether the session was resumed."},
    {refusal::resumed_without_verdict,
     "The session was resumed, and no full handshake with the present credentials was admitted."},
    {refusal::endpoint_name_other, "The Endpoint Name is not the one that was authenticated."},
    {refusal::endpoint_name_too_long, "The authenticated name has more than 128 octets."},
    {refusal::name_has_account, "The name has an account of its own, with other credentials."},
    {refusal::own_certificate_missing, "The account has no certificate yet."},
    {refusal::pin_unknown,
     "The certificate or key that is configured cannot be compared with what the session shows."},
    {refusal::sessions_full, "There is no room for one more admitted session."},
    {refusal::identity_has_nul, "The identity of the peer holds a NUL byte."},
};
static_assert(is_complete(refusal_sentences));

inline constexpr sentence_row<account_fault> account_fault_sentences[] = {
    {account_fault::none, "There is no fault."},
    {account_fault::kind_missing, "The kind of the account is missing."},
    {account_fault::server_missing, "A Server's account needs a Short Server ID."},
    {account_fault::server_not_wanted,
     "A Short Server ID belongs into the account of a Server only."},
    {account_fault::account_doubled, "There is an account for it already."},
    {account_fault::account_unknown, "There is no such account."},
    {account_fault::no_room, "There is no room for one more account."},
    {account_fault::mode_missing, "The security mode is missing."},
    {account_fault::identity_missing, "\"Public Key or Identity\" is empty."},
    {account_fault::identity_has_nul, "The PSK identity holds a NUL byte."},
    {account_fault::identity_malformed,
     "\"Public Key or Identity\" is not what the security mode needs."},
    {account_fault::secret_key_missing, "\"Secret Key\" is empty."},
    {account_fault::peer_key_missing, "The public key of the peer is missing."},
    {account_fault::peer_key_malformed, "The public key of the peer is malformed."},
    {account_fault::key_too_small,
     "A key is too small or not known: EC needs 256 bits or more, RSA 2048 or more."},
    {account_fault::hash_too_weak, "The own certificate is signed with SHA-1 or MD5."},
    {account_fault::host_missing, "The Server URI has no host that a certificate could name."},
    {account_fault::endpoint_name_missing,
     "The Endpoint Name of a Client without a certificate is missing."},
    {account_fault::endpoint_name_has_nul, "The Endpoint Name holds a NUL byte."},
    {account_fault::own_certificate_names_other,
     "The own certificate does not name the Endpoint Name."},
    {account_fault::nothing_to_verify,
     "The chain is not verified, and no certificate or key is pinned."},
    {account_fault::credentials_doubled, "Credentials cannot tell the account from another one."},
    {account_fault::host_not_ascii,
     "The host is not ASCII: certificates name its A-label, which begins with \"xn--\"."},
    {account_fault::sni_malformed, "The SNI is no DNS name."},
    {account_fault::endpoint_name_too_long, "The Endpoint Name has more than 128 octets."},
    {account_fault::pin_rule_unknown, "Certificate Usage or Matching Type has no such value."},
    {account_fault::anchor_not_verified,
     "The configured certificate is one of the path, which is not verified."},
};
static_assert(is_complete(account_fault_sentences));

}  // namespace detail

/// A sentence for an operator: why a session was not admitted, and where it can be mended (I20).
[[nodiscard]] constexpr const char* sentence(refusal why) noexcept {
  return detail::sentence_in(detail::refusal_sentences, why);
}

/// A sentence for an operator: why an account cannot be configured.
[[nodiscard]] constexpr const char* sentence(account_fault what) noexcept {
  return detail::sentence_in(detail::account_fault_sentences, what);
}

}  // namespace lwm2m::access::inline v0::channel

#pragma once

#include <lwm2m/access/c/channel_constants.h>
#include <lwm2m/access/c/constants.hpp>
#include <lwm2m/access/channel/accounts.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0::c {

/// The value of that number, up to the last one; any other is 0: not told.
template <class Enum>
[[nodiscard]] constexpr Enum told(std::uint8_t number, Enum last) noexcept {
  return number <= number_of(last) ? static_cast<Enum>(number) : Enum{};
}

/// The sets as C has them: bit n for the constant n.
[[nodiscard]] constexpr std::uint64_t to_c(channel::refusals from) noexcept {
  std::uint64_t bits = 0;
  from.for_each([&](channel::refusal each) { bits |= std::uint64_t{1} << number_after(each); });
  return bits;
}
[[nodiscard]] constexpr std::uint64_t to_c(channel::account_faults from) noexcept {
  std::uint64_t bits = 0;
  from.for_each([&](channel::account_fault each) { bits |= std::uint64_t{1} << number_of(each); });
  return bits;
}

static_assert(number_after(channel::refusal::not_decided) == LWM2M_ACCESS_REFUSAL_NOT_DECIDED);
static_assert(number_after(channel::refusal::not_established) ==
              LWM2M_ACCESS_REFUSAL_NOT_ESTABLISHED);
static_assert(number_after(channel::refusal::session_unnamed) ==
              LWM2M_ACCESS_REFUSAL_SESSION_UNNAMED);
static_assert(number_after(channel::refusal::role_unknown) == LWM2M_ACCESS_REFUSAL_ROLE_UNKNOWN);
static_assert(number_after(channel::refusal::not_encrypted) == LWM2M_ACCESS_REFUSAL_NOT_ENCRYPTED);
static_assert(number_after(channel::refusal::not_integrity_protected) ==
              LWM2M_ACCESS_REFUSAL_NOT_INTEGRITY_PROTECTED);
static_assert(number_after(channel::refusal::protocol_refused) ==
              LWM2M_ACCESS_REFUSAL_PROTOCOL_REFUSED);
static_assert(number_after(channel::refusal::tls_not_allowed) ==
              LWM2M_ACCESS_REFUSAL_TLS_NOT_ALLOWED);
static_assert(number_after(channel::refusal::suite_unknown) == LWM2M_ACCESS_REFUSAL_SUITE_UNKNOWN);
static_assert(number_after(channel::refusal::suite_null_cipher) ==
              LWM2M_ACCESS_REFUSAL_SUITE_NULL_CIPHER);
static_assert(number_after(channel::refusal::suite_anonymous) ==
              LWM2M_ACCESS_REFUSAL_SUITE_ANONYMOUS);
static_assert(number_after(channel::refusal::suite_export) == LWM2M_ACCESS_REFUSAL_SUITE_EXPORT);
static_assert(number_after(channel::refusal::suite_sha1) == LWM2M_ACCESS_REFUSAL_SUITE_SHA1);
static_assert(number_after(channel::refusal::suite_weak) == LWM2M_ACCESS_REFUSAL_SUITE_WEAK);
static_assert(number_after(channel::refusal::suite_not_for_dtls) ==
              LWM2M_ACCESS_REFUSAL_SUITE_NOT_FOR_DTLS);
static_assert(number_after(channel::refusal::suite_of_other_version) ==
              LWM2M_ACCESS_REFUSAL_SUITE_OF_OTHER_VERSION);
static_assert(number_after(channel::refusal::suite_of_other_mode) ==
              LWM2M_ACCESS_REFUSAL_SUITE_OF_OTHER_MODE);
static_assert(number_after(channel::refusal::suite_not_listed) ==
              LWM2M_ACCESS_REFUSAL_SUITE_NOT_LISTED);
static_assert(number_after(channel::refusal::peer_unidentified) ==
              LWM2M_ACCESS_REFUSAL_PEER_UNIDENTIFIED);
static_assert(number_after(channel::refusal::peer_not_verified) ==
              LWM2M_ACCESS_REFUSAL_PEER_NOT_VERIFIED);
static_assert(number_after(channel::refusal::verification_unknown) ==
              LWM2M_ACCESS_REFUSAL_VERIFICATION_UNKNOWN);
static_assert(number_after(channel::refusal::own_identity_missing) ==
              LWM2M_ACCESS_REFUSAL_OWN_IDENTITY_MISSING);
static_assert(number_after(channel::refusal::own_identity_other) ==
              LWM2M_ACCESS_REFUSAL_OWN_IDENTITY_OTHER);
static_assert(number_after(channel::refusal::account_unknown) ==
              LWM2M_ACCESS_REFUSAL_ACCOUNT_UNKNOWN);
static_assert(number_after(channel::refusal::account_ambiguous) ==
              LWM2M_ACCESS_REFUSAL_ACCOUNT_AMBIGUOUS);
static_assert(number_after(channel::refusal::account_is_bootstrap) ==
              LWM2M_ACCESS_REFUSAL_ACCOUNT_IS_BOOTSTRAP);
static_assert(number_after(channel::refusal::account_is_server) ==
              LWM2M_ACCESS_REFUSAL_ACCOUNT_IS_SERVER);
static_assert(number_after(channel::refusal::account_is_client) ==
              LWM2M_ACCESS_REFUSAL_ACCOUNT_IS_CLIENT);
static_assert(number_after(channel::refusal::mode_other) == LWM2M_ACCESS_REFUSAL_MODE_OTHER);
static_assert(number_after(channel::refusal::mode_not_in_edition) ==
              LWM2M_ACCESS_REFUSAL_MODE_NOT_IN_EDITION);
static_assert(number_after(channel::refusal::no_sec_not_allowed) ==
              LWM2M_ACCESS_REFUSAL_NO_SEC_NOT_ALLOWED);
static_assert(number_after(channel::refusal::key_not_supplied) ==
              LWM2M_ACCESS_REFUSAL_KEY_NOT_SUPPLIED);
static_assert(number_after(channel::refusal::key_too_small) == LWM2M_ACCESS_REFUSAL_KEY_TOO_SMALL);
static_assert(number_after(channel::refusal::key_unknown) == LWM2M_ACCESS_REFUSAL_KEY_UNKNOWN);
static_assert(number_after(channel::refusal::hash_too_weak) == LWM2M_ACCESS_REFUSAL_HASH_TOO_WEAK);
static_assert(number_after(channel::refusal::hash_unknown) == LWM2M_ACCESS_REFUSAL_HASH_UNKNOWN);
static_assert(number_after(channel::refusal::handshake_hash_too_weak) ==
              LWM2M_ACCESS_REFUSAL_HANDSHAKE_HASH_TOO_WEAK);
static_assert(number_after(channel::refusal::handshake_hash_unknown) ==
              LWM2M_ACCESS_REFUSAL_HANDSHAKE_HASH_UNKNOWN);
static_assert(number_after(channel::refusal::group_too_small) ==
              LWM2M_ACCESS_REFUSAL_GROUP_TOO_SMALL);
static_assert(number_after(channel::refusal::group_unknown) == LWM2M_ACCESS_REFUSAL_GROUP_UNKNOWN);
static_assert(number_after(channel::refusal::certificate_malformed) ==
              LWM2M_ACCESS_REFUSAL_CERTIFICATE_MALFORMED);
static_assert(number_after(channel::refusal::certificate_not_v3) ==
              LWM2M_ACCESS_REFUSAL_CERTIFICATE_NOT_V3);
static_assert(number_after(channel::refusal::certificate_wrong_usage) ==
              LWM2M_ACCESS_REFUSAL_CERTIFICATE_WRONG_USAGE);
static_assert(number_after(channel::refusal::certificate_expired) ==
              LWM2M_ACCESS_REFUSAL_CERTIFICATE_EXPIRED);
static_assert(number_after(channel::refusal::certificate_not_yet_valid) ==
              LWM2M_ACCESS_REFUSAL_CERTIFICATE_NOT_YET_VALID);
static_assert(number_after(channel::refusal::chain_unseen) == LWM2M_ACCESS_REFUSAL_CHAIN_UNSEEN);
static_assert(number_after(channel::refusal::pinned_key_other) ==
              LWM2M_ACCESS_REFUSAL_PINNED_KEY_OTHER);
static_assert(number_after(channel::refusal::cn_missing) == LWM2M_ACCESS_REFUSAL_CN_MISSING);
static_assert(number_after(channel::refusal::cn_several) == LWM2M_ACCESS_REFUSAL_CN_SEVERAL);
static_assert(number_after(channel::refusal::cn_encoding) == LWM2M_ACCESS_REFUSAL_CN_ENCODING);
static_assert(number_after(channel::refusal::cn_other) == LWM2M_ACCESS_REFUSAL_CN_OTHER);
static_assert(number_after(channel::refusal::host_name_missing) ==
              LWM2M_ACCESS_REFUSAL_HOST_NAME_MISSING);
static_assert(number_after(channel::refusal::host_name_other) ==
              LWM2M_ACCESS_REFUSAL_HOST_NAME_OTHER);
static_assert(number_after(channel::refusal::host_unknown) == LWM2M_ACCESS_REFUSAL_HOST_UNKNOWN);
static_assert(number_after(channel::refusal::resumption_unknown) ==
              LWM2M_ACCESS_REFUSAL_RESUMPTION_UNKNOWN);
static_assert(number_after(channel::refusal::resumed_without_verdict) ==
              LWM2M_ACCESS_REFUSAL_RESUMED_WITHOUT_VERDICT);
static_assert(number_after(channel::refusal::endpoint_name_other) ==
              LWM2M_ACCESS_REFUSAL_ENDPOINT_NAME_OTHER);
static_assert(number_after(channel::refusal::endpoint_name_too_long) ==
              LWM2M_ACCESS_REFUSAL_ENDPOINT_NAME_TOO_LONG);
static_assert(number_after(channel::refusal::name_has_account) ==
              LWM2M_ACCESS_REFUSAL_NAME_HAS_ACCOUNT);
static_assert(number_after(channel::refusal::own_certificate_missing) ==
              LWM2M_ACCESS_REFUSAL_OWN_CERTIFICATE_MISSING);
static_assert(number_after(channel::refusal::pin_unknown) == LWM2M_ACCESS_REFUSAL_PIN_UNKNOWN);
static_assert(number_after(channel::refusal::sessions_full) == LWM2M_ACCESS_REFUSAL_SESSIONS_FULL);
static_assert(number_after(channel::refusal::identity_has_nul) ==
              LWM2M_ACCESS_REFUSAL_IDENTITY_HAS_NUL);
static_assert(number_of(channel::account_fault::kind_missing) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_KIND_MISSING);
static_assert(number_of(channel::account_fault::server_missing) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_SERVER_MISSING);
static_assert(number_of(channel::account_fault::server_not_wanted) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_SERVER_NOT_WANTED);
static_assert(number_of(channel::account_fault::account_doubled) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_ACCOUNT_DOUBLED);
static_assert(number_of(channel::account_fault::account_unknown) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_ACCOUNT_UNKNOWN);
static_assert(number_of(channel::account_fault::no_room) == LWM2M_ACCESS_ACCOUNT_FAULT_NO_ROOM);
static_assert(number_of(channel::account_fault::mode_missing) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_MODE_MISSING);
static_assert(number_of(channel::account_fault::identity_missing) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_IDENTITY_MISSING);
static_assert(number_of(channel::account_fault::identity_has_nul) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_IDENTITY_HAS_NUL);
static_assert(number_of(channel::account_fault::identity_malformed) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_IDENTITY_MALFORMED);
static_assert(number_of(channel::account_fault::secret_key_missing) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_SECRET_KEY_MISSING);
static_assert(number_of(channel::account_fault::peer_key_missing) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_PEER_KEY_MISSING);
static_assert(number_of(channel::account_fault::peer_key_malformed) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_PEER_KEY_MALFORMED);
static_assert(number_of(channel::account_fault::key_too_small) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_KEY_TOO_SMALL);
static_assert(number_of(channel::account_fault::hash_too_weak) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_HASH_TOO_WEAK);
static_assert(number_of(channel::account_fault::host_missing) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_HOST_MISSING);
static_assert(number_of(channel::account_fault::endpoint_name_missing) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_ENDPOINT_NAME_MISSING);
static_assert(number_of(channel::account_fault::endpoint_name_has_nul) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_ENDPOINT_NAME_HAS_NUL);
static_assert(number_of(channel::account_fault::own_certificate_names_other) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_OWN_CERTIFICATE_NAMES_OTHER);
static_assert(number_of(channel::account_fault::nothing_to_verify) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_NOTHING_TO_VERIFY);
static_assert(number_of(channel::account_fault::credentials_doubled) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_CREDENTIALS_DOUBLED);
static_assert(number_of(channel::account_fault::host_not_ascii) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_HOST_NOT_ASCII);
static_assert(number_of(channel::account_fault::sni_malformed) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_SNI_MALFORMED);
static_assert(number_of(channel::account_fault::endpoint_name_too_long) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_ENDPOINT_NAME_TOO_LONG);
static_assert(number_of(channel::account_fault::pin_rule_unknown) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_PIN_RULE_UNKNOWN);
static_assert(number_of(channel::account_fault::anchor_not_verified) ==
              LWM2M_ACCESS_ACCOUNT_FAULT_ANCHOR_NOT_VERIFIED);
static_assert(channel::security_mode_of(LWM2M_ACCESS_MODE_PSK) == channel::security_mode::psk);
static_assert(channel::security_mode_of(LWM2M_ACCESS_MODE_RAW_PUBLIC_KEY) ==
              channel::security_mode::raw_public_key);
static_assert(channel::security_mode_of(LWM2M_ACCESS_MODE_CERTIFICATE) ==
              channel::security_mode::certificate);
static_assert(channel::security_mode_of(LWM2M_ACCESS_MODE_NO_SEC) ==
              channel::security_mode::no_sec);
static_assert(channel::security_mode_of(LWM2M_ACCESS_MODE_CERTIFICATE_EST) ==
              channel::security_mode::certificate_est);
static_assert(channel::security_mode_of(LWM2M_ACCESS_MODE_OSCORE) == channel::security_mode::none);
static_assert(channel::security_mode_of(LWM2M_ACCESS_MODE_UNKNOWN) == channel::security_mode::none);
static_assert(number_of(channel::certificate_usage::ca_constraint) ==
              LWM2M_ACCESS_USAGE_CA_CONSTRAINT);
static_assert(number_of(channel::certificate_usage::service_certificate_constraint) ==
              LWM2M_ACCESS_USAGE_SERVICE_CERTIFICATE_CONSTRAINT);
static_assert(number_of(channel::certificate_usage::trust_anchor_assertion) ==
              LWM2M_ACCESS_USAGE_TRUST_ANCHOR_ASSERTION);
static_assert(number_of(channel::certificate_usage::domain_issued_certificate) ==
              LWM2M_ACCESS_USAGE_DOMAIN_ISSUED_CERTIFICATE);
static_assert(number_of(channel::matching_type::exact) == LWM2M_ACCESS_MATCHING_EXACT);
static_assert(number_of(channel::matching_type::sha256) == LWM2M_ACCESS_MATCHING_SHA256);
static_assert(number_of(channel::matching_type::sha384) == LWM2M_ACCESS_MATCHING_SHA384);
static_assert(number_of(channel::matching_type::sha512) == LWM2M_ACCESS_MATCHING_SHA512);
static_assert(number_of(channel::identity_kind::psk) == LWM2M_ACCESS_IDENTITY_PSK);
static_assert(number_of(channel::identity_kind::raw_public_key) ==
              LWM2M_ACCESS_IDENTITY_RAW_PUBLIC_KEY);
static_assert(number_of(channel::identity_kind::certificate) == LWM2M_ACCESS_IDENTITY_CERTIFICATE);
static_assert(number_of(channel::identity_kind::verified_name) ==
              LWM2M_ACCESS_IDENTITY_VERIFIED_NAME);
static_assert(number_of(channel::identity_kind::oscore) == LWM2M_ACCESS_IDENTITY_OSCORE);
static_assert(number_of(channel::answer::no) == LWM2M_ACCESS_ANSWER_NO);
static_assert(number_of(channel::answer::yes) == LWM2M_ACCESS_ANSWER_YES);
static_assert(number_of(channel::dtls_role::client) == LWM2M_ACCESS_DTLS_CLIENT);
static_assert(number_of(channel::dtls_role::server) == LWM2M_ACCESS_DTLS_SERVER);
static_assert(number_of(channel::resumption::full_handshake) ==
              LWM2M_ACCESS_RESUMPTION_FULL_HANDSHAKE);
static_assert(number_of(channel::resumption::session_id) == LWM2M_ACCESS_RESUMPTION_SESSION_ID);
static_assert(number_of(channel::resumption::ticket) == LWM2M_ACCESS_RESUMPTION_TICKET);
static_assert(number_of(channel::resumption::restored_connection) ==
              LWM2M_ACCESS_RESUMPTION_RESTORED_CONNECTION);
static_assert(number_of(channel::resumption::resumed) == LWM2M_ACCESS_RESUMPTION_RESUMED);
static_assert(number_of(channel::hash::md5) == LWM2M_ACCESS_HASH_MD5);
static_assert(number_of(channel::hash::sha1) == LWM2M_ACCESS_HASH_SHA1);
static_assert(number_of(channel::hash::sha224) == LWM2M_ACCESS_HASH_SHA224);
static_assert(number_of(channel::hash::sha256) == LWM2M_ACCESS_HASH_SHA256);
static_assert(number_of(channel::hash::sha384) == LWM2M_ACCESS_HASH_SHA384);
static_assert(number_of(channel::hash::sha512) == LWM2M_ACCESS_HASH_SHA512);
static_assert(number_of(channel::hash::sm3) == LWM2M_ACCESS_HASH_SM3);
static_assert(number_of(channel::hash::ascon_hash256) == LWM2M_ACCESS_HASH_ASCON_HASH256);
static_assert(number_of(channel::hash::streebog256) == LWM2M_ACCESS_HASH_STREEBOG256);
static_assert(number_of(channel::account_kind::server) == LWM2M_ACCESS_ACCOUNT_SERVER);
static_assert(number_of(channel::account_kind::bootstrap_server) ==
              LWM2M_ACCESS_ACCOUNT_BOOTSTRAP_SERVER);

}  // namespace lwm2m::access::inline v0::c

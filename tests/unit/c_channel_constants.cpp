// Written by tests/tools/generate_c_constants.py: C++ enumerators have the numbers of C.

#include "support/catch.hpp"
#include "support/numbers.hpp"

#include <lwm2m/access/c/channel_constants.h>
#include <lwm2m/access/channel.hpp>

namespace {

namespace channel = lwm2m::access::channel;

// clang-format off

constexpr pair<channel::account_kind> all_of_account_kind[] = {
    {channel::account_kind::server, LWM2M_ACCESS_ACCOUNT_SERVER},
    {channel::account_kind::bootstrap_server, LWM2M_ACCESS_ACCOUNT_BOOTSTRAP_SERVER},
};
static_assert(agree(all_of_account_kind, 0));

constexpr pair<channel::certificate_usage> all_of_certificate_usage[] = {
    {channel::certificate_usage::left_out, LWM2M_ACCESS_USAGE_LEFT_OUT},
    {channel::certificate_usage::ca_constraint, LWM2M_ACCESS_USAGE_CA_CONSTRAINT},
    {channel::certificate_usage::service_certificate_constraint,
     LWM2M_ACCESS_USAGE_SERVICE_CERTIFICATE_CONSTRAINT},
    {channel::certificate_usage::trust_anchor_assertion, LWM2M_ACCESS_USAGE_TRUST_ANCHOR_ASSERTION},
    {channel::certificate_usage::domain_issued_certificate,
     LWM2M_ACCESS_USAGE_DOMAIN_ISSUED_CERTIFICATE},
};
static_assert(agree(all_of_certificate_usage, 0));

constexpr pair<channel::matching_type> all_of_matching_type[] = {
    {channel::matching_type::exact, LWM2M_ACCESS_MATCHING_EXACT},
    {channel::matching_type::sha256, LWM2M_ACCESS_MATCHING_SHA256},
    {channel::matching_type::sha384, LWM2M_ACCESS_MATCHING_SHA384},
    {channel::matching_type::sha512, LWM2M_ACCESS_MATCHING_SHA512},
};
static_assert(agree(all_of_matching_type, 0));

constexpr pair<channel::identity_kind> all_of_identity_kind[] = {
    {channel::identity_kind::psk, LWM2M_ACCESS_IDENTITY_PSK},
    {channel::identity_kind::raw_public_key, LWM2M_ACCESS_IDENTITY_RAW_PUBLIC_KEY},
    {channel::identity_kind::certificate, LWM2M_ACCESS_IDENTITY_CERTIFICATE},
    {channel::identity_kind::verified_name, LWM2M_ACCESS_IDENTITY_VERIFIED_NAME},
    {channel::identity_kind::oscore, LWM2M_ACCESS_IDENTITY_OSCORE},
};
static_assert(agree(all_of_identity_kind, 0));

constexpr pair<channel::answer> all_of_answer[] = {
    {channel::answer::no, LWM2M_ACCESS_ANSWER_NO},
    {channel::answer::yes, LWM2M_ACCESS_ANSWER_YES},
};
static_assert(agree(all_of_answer, 0));

constexpr pair<channel::dtls_role> all_of_dtls_role[] = {
    {channel::dtls_role::client, LWM2M_ACCESS_DTLS_CLIENT},
    {channel::dtls_role::server, LWM2M_ACCESS_DTLS_SERVER},
};
static_assert(agree(all_of_dtls_role, 0));

constexpr pair<channel::resumption> all_of_resumption[] = {
    {channel::resumption::full_handshake, LWM2M_ACCESS_RESUMPTION_FULL_HANDSHAKE},
    {channel::resumption::session_id, LWM2M_ACCESS_RESUMPTION_SESSION_ID},
    {channel::resumption::ticket, LWM2M_ACCESS_RESUMPTION_TICKET},
    {channel::resumption::restored_connection, LWM2M_ACCESS_RESUMPTION_RESTORED_CONNECTION},
    {channel::resumption::resumed, LWM2M_ACCESS_RESUMPTION_RESUMED},
};
static_assert(agree(all_of_resumption, 0));

constexpr pair<channel::hash> all_of_hash[] = {
    {channel::hash::md5, LWM2M_ACCESS_HASH_MD5},
    {channel::hash::sha1, LWM2M_ACCESS_HASH_SHA1},
    {channel::hash::sha224, LWM2M_ACCESS_HASH_SHA224},
    {channel::hash::sha256, LWM2M_ACCESS_HASH_SHA256},
    {channel::hash::sha384, LWM2M_ACCESS_HASH_SHA384},
    {channel::hash::sha512, LWM2M_ACCESS_HASH_SHA512},
    {channel::hash::sm3, LWM2M_ACCESS_HASH_SM3},
    {channel::hash::ascon_hash256, LWM2M_ACCESS_HASH_ASCON_HASH256},
    {channel::hash::streebog256, LWM2M_ACCESS_HASH_STREEBOG256},
};
static_assert(agree(all_of_hash, 0));

constexpr pair<channel::refusal> all_of_refusal[] = {
    {channel::refusal::not_decided, LWM2M_ACCESS_REFUSAL_NOT_DECIDED},
    {channel::refusal::not_established, LWM2M_ACCESS_REFUSAL_NOT_ESTABLISHED},
    {channel::refusal::session_unnamed, LWM2M_ACCESS_REFUSAL_SESSION_UNNAMED},
    {channel::refusal::role_unknown, LWM2M_ACCESS_REFUSAL_ROLE_UNKNOWN},
    {channel::refusal::not_encrypted, LWM2M_ACCESS_REFUSAL_NOT_ENCRYPTED},
    {channel::refusal::not_integrity_protected, LWM2M_ACCESS_REFUSAL_NOT_INTEGRITY_PROTECTED},
    {channel::refusal::protocol_refused, LWM2M_ACCESS_REFUSAL_PROTOCOL_REFUSED},
    {channel::refusal::tls_not_allowed, LWM2M_ACCESS_REFUSAL_TLS_NOT_ALLOWED},
    {channel::refusal::suite_unknown, LWM2M_ACCESS_REFUSAL_SUITE_UNKNOWN},
    {channel::refusal::suite_null_cipher, LWM2M_ACCESS_REFUSAL_SUITE_NULL_CIPHER},
    {channel::refusal::suite_anonymous, LWM2M_ACCESS_REFUSAL_SUITE_ANONYMOUS},
    {channel::refusal::suite_export, LWM2M_ACCESS_REFUSAL_SUITE_EXPORT},
    {channel::refusal::suite_sha1, LWM2M_ACCESS_REFUSAL_SUITE_SHA1},
    {channel::refusal::suite_weak, LWM2M_ACCESS_REFUSAL_SUITE_WEAK},
    {channel::refusal::suite_not_for_dtls, LWM2M_ACCESS_REFUSAL_SUITE_NOT_FOR_DTLS},
    {channel::refusal::suite_of_other_version, LWM2M_ACCESS_REFUSAL_SUITE_OF_OTHER_VERSION},
    {channel::refusal::suite_of_other_mode, LWM2M_ACCESS_REFUSAL_SUITE_OF_OTHER_MODE},
    {channel::refusal::suite_not_listed, LWM2M_ACCESS_REFUSAL_SUITE_NOT_LISTED},
    {channel::refusal::peer_unidentified, LWM2M_ACCESS_REFUSAL_PEER_UNIDENTIFIED},
    {channel::refusal::peer_not_verified, LWM2M_ACCESS_REFUSAL_PEER_NOT_VERIFIED},
    {channel::refusal::verification_unknown, LWM2M_ACCESS_REFUSAL_VERIFICATION_UNKNOWN},
    {channel::refusal::own_identity_missing, LWM2M_ACCESS_REFUSAL_OWN_IDENTITY_MISSING},
    {channel::refusal::own_identity_other, LWM2M_ACCESS_REFUSAL_OWN_IDENTITY_OTHER},
    {channel::refusal::account_unknown, LWM2M_ACCESS_REFUSAL_ACCOUNT_UNKNOWN},
    {channel::refusal::account_ambiguous, LWM2M_ACCESS_REFUSAL_ACCOUNT_AMBIGUOUS},
    {channel::refusal::account_is_bootstrap, LWM2M_ACCESS_REFUSAL_ACCOUNT_IS_BOOTSTRAP},
    {channel::refusal::account_is_server, LWM2M_ACCESS_REFUSAL_ACCOUNT_IS_SERVER},
    {channel::refusal::account_is_client, LWM2M_ACCESS_REFUSAL_ACCOUNT_IS_CLIENT},
    {channel::refusal::mode_other, LWM2M_ACCESS_REFUSAL_MODE_OTHER},
    {channel::refusal::mode_not_in_edition, LWM2M_ACCESS_REFUSAL_MODE_NOT_IN_EDITION},
    {channel::refusal::no_sec_not_allowed, LWM2M_ACCESS_REFUSAL_NO_SEC_NOT_ALLOWED},
    {channel::refusal::key_not_supplied, LWM2M_ACCESS_REFUSAL_KEY_NOT_SUPPLIED},
    {channel::refusal::key_too_small, LWM2M_ACCESS_REFUSAL_KEY_TOO_SMALL},
    {channel::refusal::key_unknown, LWM2M_ACCESS_REFUSAL_KEY_UNKNOWN},
    {channel::refusal::hash_too_weak, LWM2M_ACCESS_REFUSAL_HASH_TOO_WEAK},
    {channel::refusal::hash_unknown, LWM2M_ACCESS_REFUSAL_HASH_UNKNOWN},
    {channel::refusal::handshake_hash_too_weak, LWM2M_ACCESS_REFUSAL_HANDSHAKE_HASH_TOO_WEAK},
    {channel::refusal::handshake_hash_unknown, LWM2M_ACCESS_REFUSAL_HANDSHAKE_HASH_UNKNOWN},
    {channel::refusal::group_too_small, LWM2M_ACCESS_REFUSAL_GROUP_TOO_SMALL},
    {channel::refusal::group_unknown, LWM2M_ACCESS_REFUSAL_GROUP_UNKNOWN},
    {channel::refusal::certificate_malformed, LWM2M_ACCESS_REFUSAL_CERTIFICATE_MALFORMED},
    {channel::refusal::certificate_not_v3, LWM2M_ACCESS_REFUSAL_CERTIFICATE_NOT_V3},
    {channel::refusal::certificate_wrong_usage, LWM2M_ACCESS_REFUSAL_CERTIFICATE_WRONG_USAGE},
    {channel::refusal::certificate_expired, LWM2M_ACCESS_REFUSAL_CERTIFICATE_EXPIRED},
    {channel::refusal::certificate_not_yet_valid, LWM2M_ACCESS_REFUSAL_CERTIFICATE_NOT_YET_VALID},
    {channel::refusal::chain_unseen, LWM2M_ACCESS_REFUSAL_CHAIN_UNSEEN},
    {channel::refusal::pinned_key_other, LWM2M_ACCESS_REFUSAL_PINNED_KEY_OTHER},
    {channel::refusal::cn_missing, LWM2M_ACCESS_REFUSAL_CN_MISSING},
    {channel::refusal::cn_several, LWM2M_ACCESS_REFUSAL_CN_SEVERAL},
    {channel::refusal::cn_encoding, LWM2M_ACCESS_REFUSAL_CN_ENCODING},
    {channel::refusal::cn_other, LWM2M_ACCESS_REFUSAL_CN_OTHER},
    {channel::refusal::host_name_missing, LWM2M_ACCESS_REFUSAL_HOST_NAME_MISSING},
    {channel::refusal::host_name_other, LWM2M_ACCESS_REFUSAL_HOST_NAME_OTHER},
    {channel::refusal::host_unknown, LWM2M_ACCESS_REFUSAL_HOST_UNKNOWN},
    {channel::refusal::resumption_unknown, LWM2M_ACCESS_REFUSAL_RESUMPTION_UNKNOWN},
    {channel::refusal::resumed_without_verdict, LWM2M_ACCESS_REFUSAL_RESUMED_WITHOUT_VERDICT},
    {channel::refusal::endpoint_name_other, LWM2M_ACCESS_REFUSAL_ENDPOINT_NAME_OTHER},
    {channel::refusal::endpoint_name_too_long, LWM2M_ACCESS_REFUSAL_ENDPOINT_NAME_TOO_LONG},
    {channel::refusal::name_has_account, LWM2M_ACCESS_REFUSAL_NAME_HAS_ACCOUNT},
    {channel::refusal::own_certificate_missing, LWM2M_ACCESS_REFUSAL_OWN_CERTIFICATE_MISSING},
    {channel::refusal::pin_unknown, LWM2M_ACCESS_REFUSAL_PIN_UNKNOWN},
    {channel::refusal::sessions_full, LWM2M_ACCESS_REFUSAL_SESSIONS_FULL},
    {channel::refusal::identity_has_nul, LWM2M_ACCESS_REFUSAL_IDENTITY_HAS_NUL},
};
static_assert(agree(all_of_refusal, 1));

constexpr pair<channel::account_fault> all_of_account_fault[] = {
    {channel::account_fault::kind_missing, LWM2M_ACCESS_ACCOUNT_FAULT_KIND_MISSING},
    {channel::account_fault::server_missing, LWM2M_ACCESS_ACCOUNT_FAULT_SERVER_MISSING},
    {channel::account_fault::server_not_wanted, LWM2M_ACCESS_ACCOUNT_FAULT_SERVER_NOT_WANTED},
    {channel::account_fault::account_doubled, LWM2M_ACCESS_ACCOUNT_FAULT_ACCOUNT_DOUBLED},
    {channel::account_fault::account_unknown, LWM2M_ACCESS_ACCOUNT_FAULT_ACCOUNT_UNKNOWN},
    {channel::account_fault::no_room, LWM2M_ACCESS_ACCOUNT_FAULT_NO_ROOM},
    {channel::account_fault::mode_missing, LWM2M_ACCESS_ACCOUNT_FAULT_MODE_MISSING},
    {channel::account_fault::identity_missing, LWM2M_ACCESS_ACCOUNT_FAULT_IDENTITY_MISSING},
    {channel::account_fault::identity_has_nul, LWM2M_ACCESS_ACCOUNT_FAULT_IDENTITY_HAS_NUL},
    {channel::account_fault::identity_malformed, LWM2M_ACCESS_ACCOUNT_FAULT_IDENTITY_MALFORMED},
    {channel::account_fault::secret_key_missing, LWM2M_ACCESS_ACCOUNT_FAULT_SECRET_KEY_MISSING},
    {channel::account_fault::peer_key_missing, LWM2M_ACCESS_ACCOUNT_FAULT_PEER_KEY_MISSING},
    {channel::account_fault::peer_key_malformed, LWM2M_ACCESS_ACCOUNT_FAULT_PEER_KEY_MALFORMED},
    {channel::account_fault::key_too_small, LWM2M_ACCESS_ACCOUNT_FAULT_KEY_TOO_SMALL},
    {channel::account_fault::hash_too_weak, LWM2M_ACCESS_ACCOUNT_FAULT_HASH_TOO_WEAK},
    {channel::account_fault::host_missing, LWM2M_ACCESS_ACCOUNT_FAULT_HOST_MISSING},
    {channel::account_fault::endpoint_name_missing,
     LWM2M_ACCESS_ACCOUNT_FAULT_ENDPOINT_NAME_MISSING},
    {channel::account_fault::endpoint_name_has_nul,
     LWM2M_ACCESS_ACCOUNT_FAULT_ENDPOINT_NAME_HAS_NUL},
    {channel::account_fault::own_certificate_names_other,
     LWM2M_ACCESS_ACCOUNT_FAULT_OWN_CERTIFICATE_NAMES_OTHER},
    {channel::account_fault::nothing_to_verify, LWM2M_ACCESS_ACCOUNT_FAULT_NOTHING_TO_VERIFY},
    {channel::account_fault::credentials_doubled, LWM2M_ACCESS_ACCOUNT_FAULT_CREDENTIALS_DOUBLED},
    {channel::account_fault::host_not_ascii, LWM2M_ACCESS_ACCOUNT_FAULT_HOST_NOT_ASCII},
    {channel::account_fault::sni_malformed, LWM2M_ACCESS_ACCOUNT_FAULT_SNI_MALFORMED},
    {channel::account_fault::endpoint_name_too_long,
     LWM2M_ACCESS_ACCOUNT_FAULT_ENDPOINT_NAME_TOO_LONG},
    {channel::account_fault::pin_rule_unknown, LWM2M_ACCESS_ACCOUNT_FAULT_PIN_RULE_UNKNOWN},
    {channel::account_fault::anchor_not_verified, LWM2M_ACCESS_ACCOUNT_FAULT_ANCHOR_NOT_VERIFIED},
};
static_assert(agree(all_of_account_fault, 0));

// clang-format on

}  // namespace

TEST_CASE("The constants of admission are those of the C++ enumerations") {
  STATIC_REQUIRE(agree(all_of_refusal, 1));
}

TEST_CASE("Security Mode has its values on the wire in C") {
  using channel::security_mode;
  constexpr pair<security_mode> all[] = {
      {security_mode::psk, LWM2M_ACCESS_MODE_PSK},
      {security_mode::raw_public_key, LWM2M_ACCESS_MODE_RAW_PUBLIC_KEY},
      {security_mode::certificate, LWM2M_ACCESS_MODE_CERTIFICATE},
      {security_mode::no_sec, LWM2M_ACCESS_MODE_NO_SEC},
      {security_mode::certificate_est, LWM2M_ACCESS_MODE_CERTIFICATE_EST},
      {security_mode::none, LWM2M_ACCESS_MODE_OSCORE},
      {security_mode::none, LWM2M_ACCESS_MODE_UNKNOWN}};
  for (const auto& [mode, constant] : all) CHECK(channel::security_mode_of(constant) == mode);
}

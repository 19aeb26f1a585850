#pragma once

/// The constants of admission. Where 0 is a value in C++, it is "not told" here, and counts as
/// no answer at all. Written as constants.h is.

#include <stdint.h>

// clang-format off

/// Whose account it is.
typedef uint8_t lwm2m_access_account_kind;
enum {
  LWM2M_ACCESS_ACCOUNT_SERVER = 1,
  LWM2M_ACCESS_ACCOUNT_BOOTSTRAP_SERVER = 2
};

/// Security Mode (Object 0, Resource 2): the values on the wire. OSCORE has none there: it is an
/// account with an OSCORE Object Instance. UNKNOWN is no mode, nor is any other value.
typedef uint8_t lwm2m_access_security_mode;
enum {
  LWM2M_ACCESS_MODE_PSK = 0,
  LWM2M_ACCESS_MODE_RAW_PUBLIC_KEY = 1,
  LWM2M_ACCESS_MODE_CERTIFICATE = 2,
  LWM2M_ACCESS_MODE_NO_SEC = 3,
  LWM2M_ACCESS_MODE_CERTIFICATE_EST = 4,
  LWM2M_ACCESS_MODE_OSCORE = 128,
  LWM2M_ACCESS_MODE_UNKNOWN = 255
};

/// Certificate Usage (Object 0, Resource 15), one more than its value on the wire. 0: left out,
/// which is as the last one.
typedef uint8_t lwm2m_access_certificate_usage;
enum {
  LWM2M_ACCESS_USAGE_LEFT_OUT = 0,  ///< as the last one
  LWM2M_ACCESS_USAGE_CA_CONSTRAINT = 1,  ///< 0: it is in the path; path and name are checked
  /// 1: it is the leaf; path and name are checked
  LWM2M_ACCESS_USAGE_SERVICE_CERTIFICATE_CONSTRAINT = 2,
  /// 2: it is the anchor; path and name are checked
  LWM2M_ACCESS_USAGE_TRUST_ANCHOR_ASSERTION = 3,
  LWM2M_ACCESS_USAGE_DOMAIN_ISSUED_CERTIFICATE = 4  ///< 3: it is the leaf; that is enough
};

/// Matching Type (Object 0, Resource 13): the values on the wire.
typedef uint8_t lwm2m_access_matching_type;
enum {
  LWM2M_ACCESS_MATCHING_EXACT = 0,
  LWM2M_ACCESS_MATCHING_SHA256 = 1,
  LWM2M_ACCESS_MATCHING_SHA384 = 2,
  LWM2M_ACCESS_MATCHING_SHA512 = 3
};

/// By what an end identified itself. 0: by nothing.
typedef uint8_t lwm2m_access_identity_kind;
enum {
  LWM2M_ACCESS_IDENTITY_PSK = 1,  ///< a PSK identity
  LWM2M_ACCESS_IDENTITY_RAW_PUBLIC_KEY = 2,  ///< a SubjectPublicKeyInfo in DER
  LWM2M_ACCESS_IDENTITY_CERTIFICATE = 3,  ///< the leaf certificate in DER
  LWM2M_ACCESS_IDENTITY_VERIFIED_NAME = 4,  ///< of a certificate that is not handed out
  LWM2M_ACCESS_IDENTITY_OSCORE = 5  ///< Recipient ID and ID Context
};

/// What a library says of a fact. 0: it does not say.
typedef uint8_t lwm2m_access_answer;
enum {
  LWM2M_ACCESS_ANSWER_NO = 1,
  LWM2M_ACCESS_ANSWER_YES = 2
};

/// Which end of the DTLS handshake this is. 0: the library does not say.
typedef uint8_t lwm2m_access_dtls_role;
enum {
  LWM2M_ACCESS_DTLS_CLIENT = 1,
  LWM2M_ACCESS_DTLS_SERVER = 2
};

/// How a session came to be. 0: the library does not say.
typedef uint8_t lwm2m_access_resumption;
enum {
  LWM2M_ACCESS_RESUMPTION_FULL_HANDSHAKE = 1,
  LWM2M_ACCESS_RESUMPTION_SESSION_ID = 2,  ///< abbreviated handshake, by session ID
  LWM2M_ACCESS_RESUMPTION_TICKET = 3,  ///< abbreviated handshake, by ticket or by a PSK of DTLS 1.3
  /// no handshake: the live connection was saved and restored
  LWM2M_ACCESS_RESUMPTION_RESTORED_CONNECTION = 4,
  LWM2M_ACCESS_RESUMPTION_RESUMED = 5  ///< by means that the library does not say
};

/// The hash of a handshake's signature. 0: not known.
typedef uint8_t lwm2m_access_hash;
enum {
  LWM2M_ACCESS_HASH_MD5 = 1,
  LWM2M_ACCESS_HASH_SHA1 = 2,
  LWM2M_ACCESS_HASH_SHA224 = 3,
  LWM2M_ACCESS_HASH_SHA256 = 4,
  LWM2M_ACCESS_HASH_SHA384 = 5,
  LWM2M_ACCESS_HASH_SHA512 = 6,
  LWM2M_ACCESS_HASH_SM3 = 7,
  LWM2M_ACCESS_HASH_ASCON_HASH256 = 8,
  LWM2M_ACCESS_HASH_STREEBOG256 = 9
};

/// Why a session is not admitted: `lwm2m_access_set_has(refusals, LWM2M_ACCESS_REFUSAL_...)`.
enum {
  LWM2M_ACCESS_REFUSAL_NOT_DECIDED = 1,  ///< what a default-constructed admission says
  LWM2M_ACCESS_REFUSAL_NOT_ESTABLISHED = 2,  ///< I1
  LWM2M_ACCESS_REFUSAL_SESSION_UNNAMED = 3,  ///< I22: the session has no ID that a token could name
  LWM2M_ACCESS_REFUSAL_ROLE_UNKNOWN = 4,  ///< I1: the library does not say which end this is
  LWM2M_ACCESS_REFUSAL_NOT_ENCRYPTED = 5,  ///< I2
  LWM2M_ACCESS_REFUSAL_NOT_INTEGRITY_PROTECTED = 6,  ///< I2
  LWM2M_ACCESS_REFUSAL_PROTOCOL_REFUSED = 7,  ///< I3
  LWM2M_ACCESS_REFUSAL_TLS_NOT_ALLOWED = 8,  ///< I3
  LWM2M_ACCESS_REFUSAL_SUITE_UNKNOWN = 9,  ///< I2: no registered cipher suite
  LWM2M_ACCESS_REFUSAL_SUITE_NULL_CIPHER = 10,  ///< I2
  LWM2M_ACCESS_REFUSAL_SUITE_ANONYMOUS = 11,  ///< I2
  LWM2M_ACCESS_REFUSAL_SUITE_EXPORT = 12,  ///< I2
  LWM2M_ACCESS_REFUSAL_SUITE_SHA1 = 13,  ///< I6
  LWM2M_ACCESS_REFUSAL_SUITE_WEAK = 14,  ///< I2: MD5, RC4, or keys below 128 bits
  LWM2M_ACCESS_REFUSAL_SUITE_NOT_FOR_DTLS = 15,  ///< I3
  /// I3: a 1.3 suite in 1.2, or the other way round
  LWM2M_ACCESS_REFUSAL_SUITE_OF_OTHER_VERSION = 16,
  /// I8: it does not authenticate that kind of identity
  LWM2M_ACCESS_REFUSAL_SUITE_OF_OTHER_MODE = 17,
  /// I4, I5: none of the mode's own, and no others are allowed
  LWM2M_ACCESS_REFUSAL_SUITE_NOT_LISTED = 18,
  LWM2M_ACCESS_REFUSAL_PEER_UNIDENTIFIED = 19,  ///< I1, I16
  LWM2M_ACCESS_REFUSAL_PEER_NOT_VERIFIED = 20,  ///< I1
  /// I20: the library does not say whether the peer was verified
  LWM2M_ACCESS_REFUSAL_VERIFICATION_UNKNOWN = 21,
  LWM2M_ACCESS_REFUSAL_OWN_IDENTITY_MISSING = 22,  ///< I1: this end offered no credentials
  LWM2M_ACCESS_REFUSAL_OWN_IDENTITY_OTHER = 23,  ///< I8, I11: it offered others than the account's
  LWM2M_ACCESS_REFUSAL_ACCOUNT_UNKNOWN = 24,  ///< I21: no account has these credentials
  LWM2M_ACCESS_REFUSAL_ACCOUNT_AMBIGUOUS = 25,  ///< I21: more than one account has them
  LWM2M_ACCESS_REFUSAL_ACCOUNT_IS_BOOTSTRAP = 26,  ///< I11: these are the Bootstrap Server's
  LWM2M_ACCESS_REFUSAL_ACCOUNT_IS_SERVER = 27,  ///< I11: these are a Server's
  LWM2M_ACCESS_REFUSAL_ACCOUNT_IS_CLIENT = 28,  ///< these are a Client's
  /// I8: the account is configured for another security mode
  LWM2M_ACCESS_REFUSAL_MODE_OTHER = 29,
  LWM2M_ACCESS_REFUSAL_MODE_NOT_IN_EDITION = 30,  ///< I15
  LWM2M_ACCESS_REFUSAL_NO_SEC_NOT_ALLOWED = 31,  ///< I15
  /// I17: the account did not supply the key of this session
  LWM2M_ACCESS_REFUSAL_KEY_NOT_SUPPLIED = 32,
  LWM2M_ACCESS_REFUSAL_KEY_TOO_SMALL = 33,  ///< I7, I18: EC below 256 bits, RSA below 2048
  LWM2M_ACCESS_REFUSAL_KEY_UNKNOWN = 34,  ///< I18: algorithm, curve or size is not known here
  LWM2M_ACCESS_REFUSAL_HASH_TOO_WEAK = 35,  ///< I6: SHA-1 or MD5 in a certificate of the chain
  LWM2M_ACCESS_REFUSAL_HASH_UNKNOWN = 36,  ///< I6, I20
  LWM2M_ACCESS_REFUSAL_HANDSHAKE_HASH_TOO_WEAK = 37,  ///< I6, I7
  /// I7: neither told nor fixed by configuration
  LWM2M_ACCESS_REFUSAL_HANDSHAKE_HASH_UNKNOWN = 38,
  LWM2M_ACCESS_REFUSAL_GROUP_TOO_SMALL = 39,  ///< I7
  LWM2M_ACCESS_REFUSAL_GROUP_UNKNOWN = 40,  ///< I7: neither told nor fixed by configuration
  /// I19: the leaf, a certificate above it, or a raw public key
  LWM2M_ACCESS_REFUSAL_CERTIFICATE_MALFORMED = 41,
  LWM2M_ACCESS_REFUSAL_CERTIFICATE_NOT_V3 = 42,  ///< I9, I10
  /// its extended key usage leaves out what it was used for
  LWM2M_ACCESS_REFUSAL_CERTIFICATE_WRONG_USAGE = 43,
  LWM2M_ACCESS_REFUSAL_CERTIFICATE_EXPIRED = 44,  ///< by the clock of the policy
  LWM2M_ACCESS_REFUSAL_CERTIFICATE_NOT_YET_VALID = 45,  ///< by the clock of the policy
  LWM2M_ACCESS_REFUSAL_CHAIN_UNSEEN = 46,  ///< I6: the library does not show the chain
  LWM2M_ACCESS_REFUSAL_PINNED_KEY_OTHER = 47,  ///< I8, I10
  LWM2M_ACCESS_REFUSAL_CN_MISSING = 48,  ///< I9
  LWM2M_ACCESS_REFUSAL_CN_SEVERAL = 49,  ///< I19
  LWM2M_ACCESS_REFUSAL_CN_ENCODING = 50,  ///< I19
  LWM2M_ACCESS_REFUSAL_CN_OTHER = 51,  ///< I9
  LWM2M_ACCESS_REFUSAL_HOST_NAME_MISSING = 52,  ///< I10: no name of the kind of the host
  LWM2M_ACCESS_REFUSAL_HOST_NAME_OTHER = 53,  ///< I10
  LWM2M_ACCESS_REFUSAL_HOST_UNKNOWN = 54,  ///< I10: the account's Server URI has no host to compare
  /// I12: the library does not say whether it was resumed
  LWM2M_ACCESS_REFUSAL_RESUMPTION_UNKNOWN = 55,
  /// I12: no full handshake with these credentials was admitted
  LWM2M_ACCESS_REFUSAL_RESUMED_WITHOUT_VERDICT = 56,
  /// I9: the Register's Endpoint Name is not the authenticated one
  LWM2M_ACCESS_REFUSAL_ENDPOINT_NAME_OTHER = 57,
  /// I9: the authenticated name has more than 128 octets
  LWM2M_ACCESS_REFUSAL_ENDPOINT_NAME_TOO_LONG = 58,
  /// I9: the name has an account of its own, which is not this one
  LWM2M_ACCESS_REFUSAL_NAME_HAS_ACCOUNT = 59,
  /// I15: the account has no certificate yet (EST)
  LWM2M_ACCESS_REFUSAL_OWN_CERTIFICATE_MISSING = 60,
  /// I20, I23: what is pinned cannot be compared with what is shown
  LWM2M_ACCESS_REFUSAL_PIN_UNKNOWN = 61,
  LWM2M_ACCESS_REFUSAL_SESSIONS_FULL = 62,  ///< I22: no room for one more admission
  LWM2M_ACCESS_REFUSAL_IDENTITY_HAS_NUL = 63  ///< I16
};

/// Why an account cannot be configured: `lwm2m_access_set_has(faults, ...)`.
enum {
  /// of a Server, of the Bootstrap Server or of a Client
  LWM2M_ACCESS_ACCOUNT_FAULT_KIND_MISSING = 1,
  LWM2M_ACCESS_ACCOUNT_FAULT_SERVER_MISSING = 2,  ///< a Server without a Short Server ID
  LWM2M_ACCESS_ACCOUNT_FAULT_SERVER_NOT_WANTED = 3,  ///< a Short Server ID for what is no Server
  /// that Server, Bootstrap Server or Client has an account
  LWM2M_ACCESS_ACCOUNT_FAULT_ACCOUNT_DOUBLED = 4,
  LWM2M_ACCESS_ACCOUNT_FAULT_ACCOUNT_UNKNOWN = 5,  ///< there is none to change
  LWM2M_ACCESS_ACCOUNT_FAULT_NO_ROOM = 6,  ///< the capacity is used up
  LWM2M_ACCESS_ACCOUNT_FAULT_MODE_MISSING = 7,  ///< I15
  LWM2M_ACCESS_ACCOUNT_FAULT_IDENTITY_MISSING = 8,  ///< I16: "Public Key or Identity" is empty
  LWM2M_ACCESS_ACCOUNT_FAULT_IDENTITY_HAS_NUL = 9,  ///< I16
  /// I8: no public key, or no certificate, in DER
  LWM2M_ACCESS_ACCOUNT_FAULT_IDENTITY_MALFORMED = 10,
  LWM2M_ACCESS_ACCOUNT_FAULT_SECRET_KEY_MISSING = 11,  ///< I8: a PSK account without "Secret Key"
  /// I8: a raw public key account without the peer's key
  LWM2M_ACCESS_ACCOUNT_FAULT_PEER_KEY_MISSING = 12,
  LWM2M_ACCESS_ACCOUNT_FAULT_PEER_KEY_MALFORMED = 13,  ///< I8
  LWM2M_ACCESS_ACCOUNT_FAULT_KEY_TOO_SMALL = 14,  ///< I7, I18
  /// I6: the own certificate is signed with SHA-1 or MD5
  LWM2M_ACCESS_ACCOUNT_FAULT_HASH_TOO_WEAK = 15,
  /// I10: the Server URI has no host that a certificate can name
  LWM2M_ACCESS_ACCOUNT_FAULT_HOST_MISSING = 16,
  /// I9: of a Client that no certificate names
  LWM2M_ACCESS_ACCOUNT_FAULT_ENDPOINT_NAME_MISSING = 17,
  LWM2M_ACCESS_ACCOUNT_FAULT_ENDPOINT_NAME_HAS_NUL = 18,  ///< I16
  /// I9: its CN is not the Endpoint Name
  LWM2M_ACCESS_ACCOUNT_FAULT_OWN_CERTIFICATE_NAMES_OTHER = 19,
  /// I10: the chain is not verified and nothing is pinned
  LWM2M_ACCESS_ACCOUNT_FAULT_NOTHING_TO_VERIFY = 20,
  /// I21: credentials cannot tell it from another account
  LWM2M_ACCESS_ACCOUNT_FAULT_CREDENTIALS_DOUBLED = 21,
  /// I10: certificates name the A-label of such a host
  LWM2M_ACCESS_ACCOUNT_FAULT_HOST_NOT_ASCII = 22,
  LWM2M_ACCESS_ACCOUNT_FAULT_SNI_MALFORMED = 23,  ///< I10: no DNS name
  LWM2M_ACCESS_ACCOUNT_FAULT_ENDPOINT_NAME_TOO_LONG = 24,  ///< I9: more than 128 octets
  /// I23: no value of Certificate Usage, or of Matching Type
  LWM2M_ACCESS_ACCOUNT_FAULT_PIN_RULE_UNKNOWN = 25,
  /// I23: a pin of the path, where the path is not verified
  LWM2M_ACCESS_ACCOUNT_FAULT_ANCHOR_NOT_VERIFIED = 26
};
// clang-format on

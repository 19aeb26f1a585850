#pragma once

/// Admission in C: who is at the other end of a session, and is that proven? For a Client, whose
/// peers are Servers and the Bootstrap Server. The functions are declared in <lwm2m/access.h>.

#include <lwm2m/access/c/channel_constants.h>
#include <lwm2m/access/c/constants.h>
#include <lwm2m/access/c/storage.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether a set of refusals or account faults has the one of that number.
static inline bool lwm2m_access_set_has(uint64_t set, unsigned number) {
  return number < 64 && (set >> number & 1) != 0;
}

/// Borrowed octets.
typedef struct lwm2m_access_bytes {
  const uint8_t* data;
  size_t size;
} lwm2m_access_bytes;

/// An identity as it went over the wire: a PSK identity, a SubjectPublicKeyInfo or a certificate in
/// DER, a name that was verified in one, or OSCORE's Recipient ID. All zeros: nothing was said.
typedef struct lwm2m_access_identity {
  lwm2m_access_identity_kind kind;
  lwm2m_access_bytes value;
  lwm2m_access_bytes id_context;  ///< of OSCORE alone
} lwm2m_access_identity;

/// The Security values of one account. What it points to is borrowed until the account is changed
/// or removed. What is left out as zeros is the strict choice.
typedef struct lwm2m_access_account {
  lwm2m_access_account_kind kind;
  lwm2m_access_security_mode mode;
  int64_t server;                 ///< the Short Server ID; 0 for the Bootstrap Server
  lwm2m_access_bytes identity;    ///< "Public Key or Identity"; OSCORE: the Recipient ID
  lwm2m_access_bytes id_context;  ///< of OSCORE alone
  lwm2m_access_bytes secret_key;  ///< "Secret Key" of a PSK; a private key stays with the library
  lwm2m_access_bytes peer_key;    ///< "Server Public Key"
  lwm2m_access_certificate_usage usage;  ///< Resource 15 (rule I23)
  lwm2m_access_matching_type matching;   ///< Resource 13 (rule I23)
  const char* server_uri;                ///< zero-terminated; NULL: none
  const char* sni;                       ///< Resource 14, zero-terminated; NULL: none
  const char* endpoint_name;             ///< zero-terminated; NULL: not known
  const char* certificate_name;          ///< the CN, where it is another name; NULL: it is not
  bool trust_pin_alone;                  ///< the chain is not verified: what is pinned must match
  bool allow_wildcard;                   ///< rule I19
  bool allow_common_name;                ///< rule I19
} lwm2m_access_account;

/// What a stack's DTLS library says of a session that is established: each function is given the
/// `session` of `lwm2m_access_session`. Identities and octets are stored at the last argument,
/// which is all zeros before; what they point to must live until the call of admission is over.
/// Those behind the line may be NULL.
typedef struct lwm2m_access_session_functions {
  bool (*is_established)(void* session);
  /// At a PSK's DTLS client: nothing.
  void (*peer)(void* session, lwm2m_access_identity* found);
  lwm2m_access_answer (*peer_verified)(void* session);
  /// What this end offered.
  void (*local)(void* session, lwm2m_access_identity* found);
  uint16_t (*protocol)(void* session);      ///< as on the wire: 0xFEFD is DTLS 1.2
  uint16_t (*cipher_suite)(void* session);  ///< the IANA code point
  lwm2m_access_dtls_role (*role)(void* session);
  lwm2m_access_resumption (*resumed)(void* session);
  // ---
  size_t (*peer_chain_size)(void* session);  ///< 0: the chain is gone
  void (*peer_chain)(void* session, size_t k, lwm2m_access_bytes* found);
  lwm2m_access_hash (*handshake_hash)(void* session);
  uint16_t (*key_exchange_bits)(void* session);
  uint32_t (*handshakes)(void* session);  ///< how many were completed on it (rule I22)
  /// SHA-384 and SHA-512 into the 64 octets at `out`: how many were stored; 0: it cannot.
  size_t (*digest)(void* session, lwm2m_access_hash with, lwm2m_access_bytes of, uint8_t* out);
  /// The one anchor, in DER (rule I23).
  void (*sole_anchor)(void* session, lwm2m_access_bytes* found);
  bool hash_is_configured;    ///< no signature with SHA-1 or MD5 is offered or taken (rule I7)
  bool group_is_configured;   ///< no group below 256 bits is offered or taken (rule I7)
  bool anchor_is_configured;  ///< no path ends in an anchor whose key is too small (rule I18)
  bool path_is_configured;    ///< keys, hashes and use of a path that is not handed out (rule I14)
} lwm2m_access_session_functions;

/// One session: an address that names it as long as it lives, and what can be asked of it.
typedef struct lwm2m_access_session {
  void* session;
  const lwm2m_access_session_functions* functions;
  lwm2m_access_binding* binding;  ///< NULL: no PSK, and no resumption
} lwm2m_access_session;

/// The verdict of a full handshake (rule I12), to be kept with the session that a stack exports
/// before the Client sleeps without power. Of this build only. All zeros: none.
typedef struct lwm2m_access_kept_verdict {
  uint32_t hidden[17];
} lwm2m_access_kept_verdict;

/// What a stack allows beyond the rules. All zeros: nothing.
typedef struct lwm2m_access_channel_rules {
  bool allow_other_suites;
  bool allow_tls;
  bool allow_no_sec;
  int64_t now;  ///< seconds since 1970-01-01 UTC; 0: no clock
} lwm2m_access_channel_rules;

#pragma once

#include <lwm2m/access/channel/cipher_suite_table.hpp>
#include <lwm2m/access/channel/session.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// How a cipher suite agrees on keys. The suites of (D)TLS 1.3 leave it open: `any`.
enum class key_exchange : std::uint8_t {
  unknown = 0,
  null,
  rsa,
  dh,
  dhe,
  ecdh,
  ecdhe,
  psk,
  dhe_psk,
  rsa_psk,
  ecdhe_psk,
  krb5,
  srp,
  eccpwd,
  gost,
  any
};

/// By what a cipher suite authenticates. The suites of (D)TLS 1.3 leave it open: `any`.
enum class suite_authentication : std::uint8_t {
  none = 0,
  anonymous,
  rsa,
  dss,
  ecdsa,
  psk,
  rsa_psk,
  krb5,
  srp,
  rsa_srp,
  dss_srp,
  eccpwd,
  gost,
  any
};

/// The cipher of a suite; `null` encrypts nothing (I2).
enum class cipher : std::uint8_t {
  null = 0,
  rc4,
  rc2,
  idea,
  des,
  triple_des,
  aes,
  camellia,
  ascon,
  seed,
  sm4,
  chacha20,
  aegis,
  aria,
  kuznyechik,
  magma,
  gost28147
};

/// How a suite uses its cipher.
enum class cipher_mode : std::uint8_t {
  none = 0,
  stream,
  cbc,
  aead,
  gcm,
  ccm,
  ccm_8,
  poly1305,
  hmac,
  ctr_omac,
  cnt_imit,
  mgm_l,
  mgm_s
};

/// What protects the integrity of a record: a MAC of its own, or the AEAD cipher.
enum class suite_mac : std::uint8_t { null = 0, md5, sha1, sha256, sha384, aead, omac, imit };

/// What the registry of IANA recommends.
enum class recommendation : std::uint8_t { no = 0, yes, discouraged };

namespace detail {

// What the three bits of a key's size stand for.
inline constexpr std::uint16_t cipher_key_bits[] = {0, 40, 56, 128, 168, 256, 0, 0};

/// Code points without a gap between them, and the place of the first one in the tables.
struct suite_run {
  std::uint16_t first = 0, size = 0, at = 0;
};

constexpr bool begins_run(std::size_t at) noexcept {
  return at == 0 || cipher_suite_codes[at] != cipher_suite_codes[at - 1] + 1;
}

constexpr std::size_t count_runs() noexcept {
  std::size_t runs = 0;
  for (std::size_t at = 0; at < cipher_suite_count; ++at) runs += begins_run(at) ? 1U : 0U;
  return runs;
}

struct suite_runs {
  suite_run all[count_runs()] = {};

  /// The longest first.
  constexpr suite_runs() noexcept {
    for (std::size_t at = 0, end = 0; at < cipher_suite_count; at = end) {
      while (++end < cipher_suite_count && !begins_run(end)) continue;
      insert({cipher_suite_codes[at], static_cast<std::uint16_t>(end - at),
              static_cast<std::uint16_t>(at)});
    }
  }

 private:
  /// What is shorter makes room, and an empty one goes.
  constexpr void insert(suite_run more) noexcept {
    for (suite_run& each : all) {
      if (each.size >= more.size) continue;
      const suite_run shorter = each;
      each = more;
      more = shorter;
    }
  }
};

// The registry has few of them, and the longest has most suites: one is found sooner than by its
// code point.
inline constexpr suite_runs cipher_suite_runs{};

}  // namespace detail

/// The facts of one registered cipher suite. Default-constructed: no suite.
class cipher_suite {
 public:
  constexpr cipher_suite() noexcept = default;

  /// The suite of an IANA code point; `is_registered()` is false when the registry has none.
  [[nodiscard]] static constexpr cipher_suite of(std::uint16_t code) noexcept {
    for (const detail::suite_run& run : detail::cipher_suite_runs.all) {
      const auto within = static_cast<std::uint16_t>(code - run.first);
      if (within < run.size) return {code, detail::cipher_suite_facts[run.at + within]};
    }
    return {};
  }

  [[nodiscard]] constexpr bool is_registered() const noexcept { return facts_ != 0; }
  [[nodiscard]] constexpr std::uint16_t code() const noexcept { return code_; }

  [[nodiscard]] constexpr channel::key_exchange key_exchange() const noexcept {
    return static_cast<channel::key_exchange>(field(0, 4));
  }
  /// A key exchange that was weakened for export.
  [[nodiscard]] constexpr bool is_export() const noexcept { return field(4, 1) != 0; }
  [[nodiscard]] constexpr suite_authentication authentication() const noexcept {
    return static_cast<suite_authentication>(field(5, 4));
  }
  [[nodiscard]] constexpr channel::cipher cipher() const noexcept {
    return static_cast<channel::cipher>(field(9, 5));
  }
  [[nodiscard]] constexpr cipher_mode mode() const noexcept {
    return static_cast<cipher_mode>(field(14, 4));
  }
  /// The size of the cipher's key; 0 for NULL.
  [[nodiscard]] constexpr std::uint16_t key_bits() const noexcept {
    return detail::cipher_key_bits[field(18, 3)];
  }
  [[nodiscard]] constexpr suite_mac mac() const noexcept {
    return static_cast<suite_mac>(field(21, 3));
  }
  [[nodiscard]] constexpr channel::hash prf_hash() const noexcept {
    constexpr hash hashes[] = {hash::unknown,     hash::sha256, hash::sha384,
                               hash::sha512,      hash::sm3,    hash::ascon_hash256,
                               hash::streebog256, hash::unknown};
    return hashes[field(24, 3)];
  }
  /// Whether the registry allows it in DTLS.
  [[nodiscard]] constexpr bool is_for_dtls() const noexcept { return field(27, 1) != 0; }
  [[nodiscard]] constexpr recommendation iana_recommends() const noexcept {
    return static_cast<recommendation>(field(28, 2));
  }
  /// Whether it belongs to (D)TLS 1.3, whose suites name no key exchange and no authentication.
  [[nodiscard]] constexpr bool is_for_1_3() const noexcept { return field(30, 1) != 0; }

  [[nodiscard]] constexpr bool encrypts() const noexcept { return cipher() != cipher::null; }
  [[nodiscard]] constexpr bool is_aead() const noexcept { return mac() == suite_mac::aead; }

  /// Whether the key exchange is over an elliptic curve of its own group.
  [[nodiscard]] constexpr bool has_elliptic_group() const noexcept {
    const auto how = key_exchange();
    return how == channel::key_exchange::ecdhe || how == channel::key_exchange::ecdhe_psk;
  }

  /// Whether it can authenticate a peer that identifies itself in this way (I3, I8).
  [[nodiscard]] constexpr bool authenticates(identity_kind kind) const noexcept {
    switch (authentication()) {
      case suite_authentication::any:
        return kind != identity_kind::none;
      case suite_authentication::psk:
        return kind == identity_kind::psk;
      case suite_authentication::rsa:
      case suite_authentication::dss:
      case suite_authentication::ecdsa:
        return kind == identity_kind::raw_public_key || kind == identity_kind::certificate ||
               kind == identity_kind::verified_name;
      default:
        return false;  // no LwM2M mode uses it
    }
  }

 private:
  constexpr cipher_suite(std::uint16_t code, std::uint32_t facts) noexcept
      : code_{code}, facts_{facts} {}

  [[nodiscard]] constexpr std::uint32_t field(unsigned first, unsigned width) const noexcept {
    return facts_ >> first & ((1U << width) - 1U);
  }

  std::uint16_t code_ = 0;
  std::uint32_t facts_ = 0;
};

/// The size of the tag of an AEAD suite in bits; 0 for the others.
[[nodiscard]] constexpr std::uint16_t aead_tag_bits(const cipher_suite& suite) noexcept {
  if (!suite.is_aead()) return 0;
  const bool halved = suite.mode() == cipher_mode::ccm_8 || suite.cipher() == cipher::magma;
  return halved ? 64 : 128;
}

/// How many suites are registered.
inline constexpr std::size_t cipher_suite_count = detail::cipher_suite_count;

}  // namespace lwm2m::access::inline v0::channel

#pragma once

#include <lwm2m/access/channel/pin.hpp>
#include <lwm2m/access/channel/refusal.hpp>
#include <lwm2m/access/channel/session.hpp>
#include <lwm2m/access/channel/strength.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel::detail {

/// One certificate above the leaf, borrowed from the session.
struct path_link {
  bytes whole{}, key{}, issuer{}, subject{};
  refusals strength{};  // but the hash that it is signed with
  refusals signing{};   // that hash: counts unless this one is its own issuer
  bool is_on_path = false;

  [[nodiscard]] constexpr bool is_self_issued() const noexcept { return equal(issuer, subject); }
};

/// The certificates that a session shows above the leaf (I18, I23). What lies on no path from the
/// leaf, by issuer and subject, is not judged; where several have the name of an issuer, all are.
class certificate_path {
 public:
  static constexpr std::size_t capacity = 8;

  constexpr certificate_path() noexcept = default;

  template <shows_peer_chain Session>
  constexpr certificate_path(const Session& session, const certificate& leaf) noexcept
      : leaf_{leaf.whole, leaf.key.whole, leaf.issuer, leaf.subject, {}, {}, true} {
    const std::size_t size = session.peer_chain_size();
    is_shown_ = size > 0 && size - 1 <= capacity;
    for (std::size_t k = 1; is_shown_ && k < size; ++k) add(certificate_of(session.peer_chain(k)));
    mark_above(leaf.issuer);
  }

  /// Whether the session shows certificates, and not more than are looked at.
  [[nodiscard]] constexpr bool is_shown() const noexcept { return is_shown_; }

  /// Whether an anchor is among them: one that is its own issuer.
  [[nodiscard]] constexpr bool is_shown_to_its_end() const noexcept {
    if (!is_shown_) return false;
    bool found = leaf_.is_self_issued();
    for (const path_link& each : all()) found = found || (each.is_on_path && each.is_self_issued());
    return found;
  }

  /// Keys and hashes of what lies on a path, and what cannot be read (I6, I18).
  [[nodiscard]] constexpr refusals weaknesses() const noexcept {
    refusals found = unreadable_;
    for (const path_link& each : all()) {
      if (!each.is_on_path) continue;
      found.add(each.strength);
      const bool is_end = each.is_self_issued() && only_one_named(each.subject) != nullptr;
      if (!is_end) found.add(each.signing);  // nothing rests on what an anchor says of itself
    }
    return found;
  }

  /// Whether the pin is a certificate of the one path that the shown ones make, up to the anchor.
  /// Where several have the name of an issuer, it is not known which one was used: nothing is
  /// proven.
  [[nodiscard]] constexpr pin_match find(bytes pin, matching_type by,
                                         const digest_source& digests) const noexcept {
    if (!ends()) return pin_match::unknown;
    pin_match found = compare_pin(pin, by, leaf_.whole, leaf_.key, digests);
    const path_link* at = leaf_.is_self_issued() ? nullptr : only_one_named(leaf_.issuer);
    while (at != nullptr && found == pin_match::other) {
      found = compare_pin(pin, by, at->whole, at->key, digests);
      at = at->is_self_issued() ? nullptr : only_one_named(at->issuer);
    }
    return found;
  }

  /// Whether the pin is the anchor in which the one path ends.
  [[nodiscard]] constexpr pin_match find_at_end(bytes pin, matching_type by,
                                                const digest_source& digests) const noexcept {
    if (!ends()) return pin_match::unknown;
    const path_link* at = end();
    return at == nullptr ? compare_pin(pin, by, leaf_.whole, leaf_.key, digests)
                         : compare_pin(pin, by, at->whole, at->key, digests);
  }

 private:
  [[nodiscard]] constexpr view<path_link> all() const noexcept { return {links_, size_}; }

  constexpr void add(const certificate& one) noexcept {
    if (!one.is_valid()) {
      unreadable_.add(refusal::certificate_malformed);
      return;
    }
    path_link& made = links_[size_++];
    made = {one.whole, one.key.whole, one.issuer, one.subject, {}, {}, false};
    made.strength = refusals_of_key_strength(one.key);
    made.signing = refusals_of_hash(one.signature.hash);
  }

  constexpr void mark_above(bytes issuer) noexcept {
    for (std::size_t k = 0; k < size_; ++k) {
      path_link& each = links_[k];
      if (each.is_on_path || !equal(each.subject, issuer)) continue;
      each.is_on_path = true;
      if (!each.is_self_issued()) mark_above(each.issuer);  // at most `capacity` deep
    }
  }

  /// The one certificate of that name, which may have been sent twice; null where there are others.
  [[nodiscard]] constexpr const path_link* only_one_named(bytes subject) const noexcept {
    const path_link* found = nullptr;
    for (const path_link& each : all()) {
      if (!equal(each.subject, subject)) continue;
      if (found != nullptr && !equal(found->whole, each.whole)) return nullptr;
      if (found == nullptr) found = &each;
    }
    return found;
  }

  /// The anchor of the one path; null: the leaf itself, or none.
  [[nodiscard]] constexpr const path_link* end() const noexcept {
    const path_link* at = leaf_.is_self_issued() ? nullptr : only_one_named(leaf_.issuer);
    for (std::size_t left = size_; at != nullptr && left > 0; --left) {
      if (at->is_self_issued()) return at;
      at = only_one_named(at->issuer);
    }
    return nullptr;
  }
  [[nodiscard]] constexpr bool ends() const noexcept {
    return is_shown_ && (leaf_.is_self_issued() || end() != nullptr);
  }

  path_link leaf_{};
  path_link links_[capacity] = {};
  std::size_t size_ = 0;
  refusals unreadable_{};
  bool is_shown_ = false;
};

}  // namespace lwm2m::access::inline v0::channel::detail

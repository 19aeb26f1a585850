#pragma once

#include <lwm2m/access/channel/account_check.hpp>
#include <lwm2m/access/channel/account_slot.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// What is wrong with an account that was to be configured, and which other account it cannot be
/// told from, where that is a fault (I21).
struct account_report : account_faults {
  account_key other{};  ///< none where there is no `credentials_doubled`
};

/// The accounts that are configured: one half of `accounts`, the other one is admission. `Self` has
/// the storage.
template <class Self>
class configured_accounts {
 public:
  /// Adds an account. Every fault is named, and nothing is changed unless the set is empty.
  [[nodiscard]] constexpr account_report add(const account& more) noexcept {
    account_report report = check(more, nullptr);
    account_slot* place = find_free();
    report.add_if(find(account_key{more}) != nullptr, account_fault::account_doubled);
    report.add_if(place == nullptr, account_fault::no_room);
    if (report.empty()) fill(*place, more);
    return report;
  }

  /// Gives an account new credentials or names. Admissions, supplied keys and verdicts end with the
  /// old ones (I12, I22). Faults as `add`; `account_unknown`.
  [[nodiscard]] constexpr account_report change(const account& to) noexcept {
    account_slot* place = find(account_key{to});
    account_report report = check(to, place);
    report.add_if(place == nullptr, account_fault::account_unknown);
    if (!report.empty()) return report;
    end_admissions_of(place->generation);
    fill(*place, to);
    return report;
  }

  /// Removes an account, and with it all that was admitted (I22). False: there is none.
  constexpr bool remove(account_key of) noexcept {
    account_slot* place = find(of);
    if (place == nullptr) return false;
    end_admissions_of(place->generation);
    *place = {};
    return true;
  }

  /// Makes these the accounts that `staged` has, as one change (G5). An account that is the same in
  /// both keeps what was admitted, supplied and reached with it; with any other that ends. What is
  /// borrowed is then what `staged` borrows. False, and nothing is changed: there is no room.
  template <class Other>
  [[nodiscard]] constexpr bool become(const configured_accounts<Other>& staged) noexcept {
    if (staged.used() > self().slot_count()) return false;
    for (std::size_t k = 0; k < self().slot_count(); ++k) {
      account_slot& place = self().slot_begin()[k];
      if (place.is_used() && !take_from(place, staged)) remove(account_key{place.configured});
    }
    for (const account_slot& each : staged.slots())
      if (each.is_used() && !has(account_key{each.configured})) fill(*find_free(), each.configured);
    return true;
  }

  [[nodiscard]] constexpr bool has(account_key of) const noexcept { return find(of) != nullptr; }

 protected:
  constexpr configured_accounts() noexcept = default;
  ~configured_accounts() = default;

  [[nodiscard]] constexpr Self& self() noexcept { return static_cast<Self&>(*this); }
  [[nodiscard]] constexpr const Self& self() const noexcept {
    return static_cast<const Self&>(*this);
  }
  [[nodiscard]] constexpr const void* mark() const noexcept { return self().mark(); }
  [[nodiscard]] constexpr view<account_slot> slots() const noexcept {
    return {self().slot_begin(), self().slot_count()};
  }
  [[nodiscard]] constexpr detail::cells<admission_slot> admissions() noexcept {
    return {self().admission_begin(), self().admission_count()};
  }

  [[nodiscard]] constexpr const account_slot* find(const account_key& of) const noexcept {
    for (const account_slot& each : slots())
      if (each.is_used() && of.names(each.configured)) return &each;
    return nullptr;
  }
  [[nodiscard]] constexpr account_slot* find(const account_key& of) noexcept {
    const account_slot* found = static_cast<const configured_accounts&>(*this).find(of);
    return found != nullptr ? self().slot_begin() + (found - slots().begin()) : nullptr;
  }
  [[nodiscard]] constexpr account_slot* find_free() noexcept {
    for (std::size_t k = 0; k < self().slot_count(); ++k)
      if (!self().slot_begin()[k].is_used()) return self().slot_begin() + k;
    return nullptr;
  }
  [[nodiscard]] constexpr const account_slot* of_generation(
      std::uint64_t generation) const noexcept {
    for (const account_slot& each : slots())
      if (generation != 0 && each.generation == generation) return &each;
    return nullptr;
  }

 private:
  template <class Other>
  friend class configured_accounts;

  /// How many accounts there are.
  [[nodiscard]] constexpr std::size_t used() const noexcept {
    std::size_t count = 0;
    for (const account_slot& each : slots()) count += each.is_used() ? 1U : 0U;
    return count;
  }

  /// Borrows from `staged` what an account borrowed before. False: it is not the same there.
  template <class Other>
  constexpr bool take_from(account_slot& place, const configured_accounts<Other>& staged) noexcept {
    const account_slot* const same = staged.find(account_key{place.configured});
    if (same == nullptr ||
        !(detail::credentials_of(same->configured) == detail::credentials_of(place.configured)))
      return false;
    place.configured = same->configured;
    place.server_host = same->server_host;
    return true;
  }

  constexpr account_report check(const account& one, const account_slot* itself) const noexcept {
    account_report report{faults_of(one), {}};
    for (const account_slot& each : slots()) {
      if (!each.is_used() || &each == itself || report.other.is_given()) continue;
      if (!detail::are_indistinguishable(one, each.configured)) continue;
      report.add(account_fault::credentials_doubled);
      report.other = account_key{each.configured};
    }
    return report;
  }

  constexpr void fill(account_slot& place, const account& with) noexcept {
    place = {};
    place.kind = identity_kind_of(with.mode);
    place.configured = with;
    place.server_host = host_of_uri(with.server_uri);
    place.generation = ++self().latest();
  }

  constexpr void end_admissions_of(std::uint64_t generation) noexcept {
    for (admission_slot& each : admissions())
      if (each.generation == generation) each = {};
  }
};

}  // namespace lwm2m::access::inline v0::channel

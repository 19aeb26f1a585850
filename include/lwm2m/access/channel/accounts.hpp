#pragma once

#include <lwm2m/access/channel/account_operations.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::channel {

/// Room for `Accounts` accounts and for `Sessions` sessions that are admitted at a time, in place.
/// All zeros when empty.
template <std::size_t Accounts, std::size_t Sessions = Accounts>
class accounts : public account_operations<accounts<Accounts, Sessions>> {
 public:
  constexpr accounts() noexcept = default;
  accounts(const accounts&) = delete;
  accounts& operator=(const accounts&) = delete;

  [[nodiscard]] static constexpr std::size_t capacity() noexcept { return Accounts; }
  [[nodiscard]] static constexpr std::size_t session_capacity() noexcept { return Sessions; }

 private:
  friend class account_operations<accounts>;
  friend class configured_accounts<accounts>;
  friend class account_registry;

  [[nodiscard]] constexpr account_slot* slot_begin() noexcept { return slots_; }
  [[nodiscard]] constexpr const account_slot* slot_begin() const noexcept { return slots_; }
  [[nodiscard]] static constexpr std::size_t slot_count() noexcept { return Accounts; }
  [[nodiscard]] constexpr admission_slot* admission_begin() noexcept { return admissions_; }
  [[nodiscard]] constexpr const admission_slot* admission_begin() const noexcept {
    return admissions_;
  }
  [[nodiscard]] static constexpr std::size_t admission_count() noexcept { return Sessions; }
  [[nodiscard]] constexpr std::uint64_t& latest() noexcept { return latest_; }
  [[nodiscard]] constexpr const void* mark() const noexcept { return &latest_; }

  account_slot slots_[Accounts == 0 ? 1 : Accounts] = {};
  admission_slot admissions_[Sessions == 0 ? 1 : Sessions] = {};
  std::uint64_t latest_ = 0;  // number of a generation or an admission
};

/// Some `accounts`, whatever their capacity: it borrows them, and is copied like a reference.
class account_registry : public account_operations<account_registry> {
 public:
  template <std::size_t Accounts, std::size_t Sessions>
  constexpr account_registry(accounts<Accounts, Sessions>& of) noexcept
      : slots_{of.slots_},
        slot_count_{Accounts},
        admissions_{of.admissions_},
        admission_count_{Sessions},
        latest_{&of.latest_} {}

 private:
  friend class account_operations<account_registry>;
  friend class configured_accounts<account_registry>;

  [[nodiscard]] constexpr account_slot* slot_begin() const noexcept { return slots_; }
  [[nodiscard]] constexpr std::size_t slot_count() const noexcept { return slot_count_; }
  [[nodiscard]] constexpr admission_slot* admission_begin() const noexcept { return admissions_; }
  [[nodiscard]] constexpr std::size_t admission_count() const noexcept { return admission_count_; }
  [[nodiscard]] constexpr std::uint64_t& latest() const noexcept { return *latest_; }
  [[nodiscard]] constexpr const void* mark() const noexcept { return latest_; }

  account_slot* slots_;
  std::size_t slot_count_;
  admission_slot* admissions_;
  std::size_t admission_count_;
  std::uint64_t* latest_;
};

}  // namespace lwm2m::access::inline v0::channel

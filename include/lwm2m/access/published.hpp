#pragma once

#include <lwm2m/access/editable_policy.hpp>

#include <atomic>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// What became of an edit of a published policy. Only `done` changed what readers see.
enum class [[nodiscard]] publication : std::uint8_t {
  done = 1,
  dropped,  ///< the edit returned false
  busy      ///< another edit is open, or a reader holds the version before: not called
};

/// Optional: one policy for several threads. Readers decide on a version that does not change while
/// they hold it, and never wait. A writer edits a copy and publishes it; the version before stays
/// as it is until its readers have gone (left-right: two copies in turn).
///
///     lac::published<my_policy> shared{loaded};
///     auto now = shared.current();                                 // in any thread
///     const auto decided = lac::authorize(*now, objects, request);
///
///     const auto done = shared.update([&](my_policy& next) {      // in any thread, one at a time
///       return next.add_account(103_server) == lac::status::done; // false: dropped
///     });
///
/// * A read is a handful of instructions more than one of a plain policy, two of them atomic. Cores
///   that read at the same time share the cache line of a counter.
/// * Memory: two policies, and 24 octets where a pointer has 8. No heap. At most 2^32 - 1 readers
///   at a time.
/// * It needs atomic read-modify-write of 32 bits without a lock: no Cortex-M0+ has it, and there
///   it does not compile. It knows no operating system: a writer that waits is given the
///   way to do so.
/// * What a reader holds may be one version old by the time at which it answers. `is_settled` says
///   when every reader sees the newest: ask it before an account's keys are used again.
///
/// Pending requests: a reader gets a const policy, and nothing changes through it. A request that
/// changes the policy is begun and committed inside of one `update`, on the copy that is edited; it
/// is visible when that is published. A stack that performs outside of `update` decides first on
/// what it reads, performs, then begins and commits in an `update`, where everything is asked again
/// of the newest version: refused there, it takes back what it performed. The reference of an edit
/// does not outlive the edit, and neither may a pending request of it.
template <editable_policy Policy>
class published {
  using counter = std::atomic<std::uint32_t>;
  static_assert(editable_policy<Policy> && counter::is_always_lock_free &&
                    std::atomic<void*>::is_always_lock_free,
                "published needs atomic read-modify-write of 32 bits without a lock");

 public:
  constexpr published() noexcept = default;
  constexpr explicit published(const Policy& first) noexcept : copies_{first, first} {}
  published(const published&) = delete;
  published& operator=(const published&) = delete;

  /// One version, for as long as it is held: keep it for a decision, not for a session.
  class reader {
   public:
    explicit reader(const published& from) noexcept : held_{from.entrance_.load()} {
      held_->fetch_add(1);
      policy_ = from.shown_.load();
    }
    ~reader() { held_->fetch_sub(1, std::memory_order_release); }
    reader(const reader&) = delete;
    reader& operator=(const reader&) = delete;

    [[nodiscard]] const Policy& operator*() const noexcept { return *policy_; }
    [[nodiscard]] const Policy* operator->() const noexcept { return policy_; }

   private:
    counter* held_;
    const Policy* policy_;
  };

  [[nodiscard]] reader current() const noexcept { return reader{*this}; }

  /// Calls `edit` with a copy of the newest version and publishes the copy when it returns true;
  /// when it returns false, nothing has happened. While a reader holds the version before, `wait`
  /// is called repeatedly; when it returns false, the result is `busy`. Another edit that is open,
  /// in this thread or another, is `busy` at once. Readers cannot block it forever: those that
  /// begin after the last publication read that version.
  template <class Edit, class Wait>
  publication update(const Edit& edit, const Wait& wait) noexcept {
    if (edits_.exchange(true, std::memory_order_acquire)) return publication::busy;
    bool settled = settle();
    while (!settled && wait()) settled = settle();
    const publication result = settled ? publish(edit) : publication::busy;
    edits_.store(false, std::memory_order_release);
    return result;
  }

  /// The same without waiting.
  template <class Edit>
  publication update(const Edit& edit) noexcept {
    return update(edit, [] { return false; });
  }

  /// Whether no reader holds a version before the newest; false while an edit is open.
  [[nodiscard]] bool is_settled() noexcept {
    if (edits_.exchange(true, std::memory_order_acquire)) return false;
    const bool settled = settle();
    edits_.store(false, std::memory_order_release);
    return settled;
  }

 private:
  template <class Edit>
  publication publish(const Edit& edit) noexcept {
    const Policy* const now = shown_.load(std::memory_order_relaxed);
    Policy& next = now == &copies_[0] ? copies_[1] : copies_[0];
    next = *now;  // its generation counts on from the higher of both, of a dropped edit too
    if (!edit(next)) return publication::dropped;
    shown_.store(&next);
    unsettled_ = 2;
    return publication::done;
  }

  /// Whether both counters have been seen at 0 since the last publication, so that nobody holds the
  /// version before. New readers use the counter that was seen at 0 first, so that the other one
  /// falls to 0.
  bool settle() noexcept {
    counter* const entrance = entrance_.load(std::memory_order_relaxed);
    counter* const other = entrance == &readers_[0] ? &readers_[1] : &readers_[0];
    if (unsettled_ == 2 && other->load() == 0) {
      unsettled_ = 1;
      entrance_.store(other);
      if (entrance->load() == 0) unsettled_ = 0;
    } else if (unsettled_ == 1 && other->load() == 0) {
      unsettled_ = 0;
    }
    return unsettled_ == 0;
  }

  Policy copies_[2]{};
  std::atomic<const Policy*> shown_{&copies_[0]};
  mutable counter readers_[2]{};
  std::atomic<counter*> entrance_{&readers_[0]};
  std::atomic<bool> edits_{false};
  std::uint8_t unsettled_ = 0;  // counters that were not seen at 0 since the last publication
};

}  // namespace lwm2m::access::inline v0

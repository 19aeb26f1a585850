// Policies as bytes and back: large random ones of every edition, into more, as much and less room.
#include <rapidcheck.h>

#include <lwm2m/access/snapshot.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/large_worlds.hpp"

namespace {

namespace lac = lwm2m::access;
using bytes = std::vector<std::uint8_t>;

large::policy any_policy() {
  dice d{*rc::gen::arbitrary<unsigned>()};
  return administration::policy_of<large::policy>(large::any_world(d));
}

bytes saved(const auto& policy) {
  bytes all(lac::snapshot_size(policy));
  const lac::saved_snapshot done = lac::save(policy, all.data(), all.size());
  RC_ASSERT((done.status == lac::snapshot_status::done));
  RC_ASSERT(done.size == all.size());
  return all;
}

template <class Policy>
lac::snapshot_status restored(const bytes& from, Policy& into) {
  Policy memory;
  return lac::restore({from.data(), from.size()}, into, memory);
}

/// Restores into a policy that holds something else.
template <class Policy>
void comes_back_into(const large::policy& before) {
  const bytes all = saved(before);
  Policy after{lac::editions::v1_0};
  (void)after.add_account(lac::short_server_id{9});
  const std::uint32_t generation = after.generation();
  RC_ASSERT((restored(all, after) == lac::snapshot_status::done));
  RC_ASSERT(after == before);
  RC_ASSERT(after.generation() != generation);
  RC_ASSERT(saved(after) == all);
}

std::size_t fours_of(const auto& policy) {
  std::size_t all = 0;
  for (std::size_t k = 0; k < policy.access_control_count(); ++k)
    all += std::max<std::size_t>(1, (policy.access_control_at(k).entries().size() + 3) / 4);
  return all;
}

}  // namespace

TEST_CASE("a snapshot gives the policy back, into as much room and into more") {
  CHECK(rc::check("restore(save(p)) == p, save(restore(save(p))) == save(p)", [] {
    const large::policy before = any_policy();
    comes_back_into<large::policy>(before);
    comes_back_into<lac::policy<100, 400, 12>>(before);
  }));
}

TEST_CASE("a snapshot goes into less room exactly when it fits, and changes nothing when not") {
  std::size_t fitted = 0, refused = 0;
  CHECK(rc::check("all of it or nothing", [&] {
    const large::policy before = any_policy();
    using small = lac::policy<24, 80, 5>;
    small after{lac::editions::v1_0};
    (void)after.add_account(lac::short_server_id{9});
    const small kept = after;
    const bool fits = before.access_control_count() <= 24 && fours_of(before) <= 24 &&
                      before.account_count() <= 5;
    const lac::snapshot_status done = restored(saved(before), after);
    ++(fits ? fitted : refused);
    if (fits) {
      RC_ASSERT((done == lac::snapshot_status::done));
      RC_ASSERT(after == before);
    } else {
      RC_ASSERT((done == lac::snapshot_status::no_room));
      RC_ASSERT(after == kept);
      RC_ASSERT(after.generation() == kept.generation());
    }
  }));
  CHECK(fitted > 0);
  CHECK(refused > 0);
}

TEST_CASE("a snapshot of another edition is none for a policy whose type has one") {
  CHECK(rc::check("the edition of the type, or nothing", [] {
    const large::policy before = any_policy();
    lac::policy<64, 256, 8, lac::fixed_edition<lac::editions::v1_1>> after;
    const bool same = before.rules() == lac::editions::v1_1;
    const lac::snapshot_status done = restored(saved(before), after);
    RC_ASSERT(
        (done == (same ? lac::snapshot_status::done : lac::snapshot_status::edition_differs)));
    RC_ASSERT(after.account_count() == (same ? before.account_count() : 0));
    RC_ASSERT(after.access_control_count() == (same ? before.access_control_count() : 0));
    if (same) RC_ASSERT(saved(after) == saved(before));
  }));
}

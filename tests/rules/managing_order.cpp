// The values of a Write in any order, more of them than are looked at in one pass: what they change
// does not depend on their order, and one that is conveyed twice is found wherever it stands.

#include <lwm2m/access.hpp>
#include <lwm2m/access/incoming_request.hpp>
#include <support/catch.hpp>

#include <algorithm>
#include <memory>
#include <random>
#include <set>
#include <vector>

namespace {

namespace lac = lwm2m::access;
using lac::operation;
using lac::reason;

constexpr lac::short_server_id owner{101}, other{102};
using policy = lac::policy<4, 1024, 4>;
using assignments = std::vector<lac::assignment>;

lac::path entry(std::size_t of, std::size_t id) {
  return {lac::objects::access_control, lac::object_instance_id{of}, lac::resource_id{2},
          lac::resource_instance_id{id}};
}

/// `/2/0` to `/2/2`, of which 101 is the Owner, with some entries each.
std::unique_ptr<policy> made() {
  auto policy_made = std::make_unique<policy>(lac::editions::v1_2);
  REQUIRE(policy_made->add_account(owner) == lac::status::done);
  REQUIRE(policy_made->add_account(other) == lac::status::done);
  for (std::size_t k = 0; k < 3; ++k) {
    const lac::acl_entry entries[] = {{lac::short_server_id{3 + k}, lac::access_rights{1}},
                                      {lac::short_server_id{700 * k + 64}, lac::access_rights{2}}};
    REQUIRE(policy_made->add({lac::object_instance_id{k},
                              {lac::object_id{3303}, lac::object_instance_id{k}},
                              owner,
                              entries}) == lac::status::done);
  }
  return policy_made;
}

/// 300 entries of three ACLs, adjacent or far apart; every tenth is one to delete.
assignments any_values(std::mt19937& random) {
  const std::size_t apart = std::vector<std::size_t>{1, 2, 17, 63, 64, 65, 400}[random() % 7];
  std::set<std::pair<std::size_t, std::size_t>> chosen;
  while (chosen.size() < 300) chosen.insert({random() % 3, 1 + apart * (random() % 140)});
  assignments all;
  for (const auto& [of, id] : chosen) {
    const bool deletes = random() % 10 == 0;
    all.push_back({entry(of, id), static_cast<std::int64_t>(random() % 32),
                   deletes ? lac::value_kind::nothing : lac::value_kind::integer});
  }
  return all;
}

lac::decision write(policy& to, const assignments& values) {
  const lac::object_model<1, 1, 1> objects;
  return lac::administer(to, objects, {owner, operation::write_composite, {}, {}},
                         lac::view<lac::assignment>{values});
}

bool are_same(const policy& a, const policy& b) {
  for (std::size_t k = 0; k < 3; ++k) {
    const auto one = a.find_id(lac::object_instance_id{k}).entries();
    const auto two = b.find_id(lac::object_instance_id{k}).entries();
    if (one.size() != two.size()) return false;
    auto at = two.begin();
    for (const lac::acl_entry each : one) {
      if (!(each == *at)) return false;
      ++at;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("F6: the order of the values does not matter", "[F6][E6][C10]") {
  std::mt19937 random{20131210};
  for (int left = 60; left > 0; --left) {
    assignments values = any_values(random);
    // What is deleted must be there (E6).
    assignments first;
    for (const lac::assignment& each : values) first.push_back({each.at, 7});
    const auto sorted = made(), shuffled = made();
    REQUIRE(write(*sorted, first).allowed());
    REQUIRE(write(*sorted, values).allowed());
    std::shuffle(first.begin(), first.end(), random);
    std::shuffle(values.begin(), values.end(), random);
    REQUIRE(write(*shuffled, first).allowed());
    REQUIRE(write(*shuffled, values).allowed());
    REQUIRE(are_same(*sorted, *shuffled));
  }
}

TEST_CASE("C8: a value that is conveyed twice is found wherever it stands", "[C8]") {
  std::mt19937 random{20131210};
  for (int left = 200; left > 0; --left) {
    assignments values = any_values(random);
    for (lac::assignment& each : values) each.kind = lac::value_kind::integer;
    std::shuffle(values.begin(), values.end(), random);
    for (auto more = 1 + random() % 3; more > 0; --more) {
      const lac::assignment again = values[random() % values.size()];
      values.insert(values.begin() + static_cast<std::ptrdiff_t>(random() % values.size()), again);
    }
    std::set<std::pair<unsigned, unsigned>> seen;
    const auto second = std::find_if(values.begin(), values.end(), [&](const auto& each) {
      return !seen.insert({each.at.object_instance().value(), each.at.resource_instance().value()})
                  .second;
    });
    REQUIRE(second != values.end());
    const auto policy = made(), before = made();
    const lac::decision taken = write(*policy, values);
    REQUIRE(taken.reason() == reason::value_doubled);
    REQUIRE(taken.first_bad_path() == second->at);
    REQUIRE(are_same(*policy, *before));
  }
}

TEST_CASE("C8: an ACL may be named twice where no value is conveyed", "[C8][F8]") {
  const auto policy = made();
  const lac::object_model<1, 1, 1> objects;
  const lac::path acl{lac::objects::access_control, lac::object_instance_id{1},
                      lac::resource_id{2}};
  lac::assignment memory[4];
  lac::incoming_request work{*policy, objects, {owner, operation::write, acl, {}}, memory};
  work.add(acl);
  work.add(acl);
  SECTION("a value that is doubled behind them is found") {
    work.add(lac::assignment{entry(1, 5), 1});
    work.add(lac::assignment{entry(1, 5), 1});
    CHECK(work.decide().decision().reason() == reason::value_doubled);
    return;
  }
  auto pending = work.decide();
  REQUIRE(pending.allowed());
  REQUIRE(pending.commit().allowed());
  CHECK(policy->find_id(lac::object_instance_id{1}).entries().empty());
}

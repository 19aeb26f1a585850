// The index from a target to what governs it, through the policy: full tables and random churn.
// Targets that an attacker chooses: index_attack.cpp.

#include <lwm2m/access/policy.hpp>

#include <lwm2m/access/begin.hpp>
#include <lwm2m/access/object_model.hpp>

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "support/catch.hpp"

namespace {

namespace lac = lwm2m::access;
using lac::status;

lac::object_instance_id n(std::size_t id) { return lac::object_instance_id{id}; }
lac::access_control_target of(std::uint32_t key) {
  return lac::access_control_target::from_wire(lac::object_id{key >> 16}, key & 0xFFFFU);
}
lac::access_control_view one(std::size_t id, std::uint32_t key) {
  return {n(id), of(key), lac::bootstrap, {}};
}

/// Whether `key` may be a target: not Object 0 or 2, no reserved Object ID.
bool can_be_governed(std::uint32_t key) {
  const std::uint32_t object = key >> 16;
  return object != 0 && object != 2 && object != 65535;
}

std::vector<std::uint32_t> distinct_keys(std::size_t count, std::mt19937& random,
                                         std::uint32_t highest = 0xFFFFFFFFU) {
  std::set<std::uint32_t> all;
  std::uniform_int_distribution<std::uint32_t> any{0x10000, highest};
  while (all.size() < count)
    if (const std::uint32_t key = any(random); can_be_governed(key)) all.insert(key);
  std::vector<std::uint32_t> keys{all.begin(), all.end()};
  std::shuffle(keys.begin(), keys.end(), random);
  return keys;
}

/// Fills a policy with these targets: `/2/k` for the `k`-th. How many were refused.
template <std::size_t Instances>
std::size_t fill(lac::policy<Instances, 1, 1>& policy, const std::vector<std::uint32_t>& keys) {
  std::size_t refused = 0;
  for (std::size_t k = 0; k < keys.size(); ++k)
    refused += policy.add(one(k, keys[k])) == status::done ? 0U : 1U;
  return refused;
}

/// Every one of them is found, by target and by ID.
template <class Policy>
bool finds_all(const Policy& policy, const std::vector<std::uint32_t>& keys) {
  for (std::size_t k = 0; k < keys.size(); ++k)
    if (policy.find(of(keys[k])).id() != n(k) || policy.find_id(n(k)).target() != of(keys[k]))
      return false;
  return true;
}

template <std::size_t Instances>
using instances = lac::policy<Instances, 1, 1>;

template <std::size_t Instances>
std::unique_ptr<instances<Instances>> empty() {
  return std::make_unique<instances<Instances>>(lac::editions::v1_1);
}

}  // namespace

TEST_CASE("a full table of 4,096 instances with random IDs") {
  std::mt19937 random{4096};
  for (int round = 0; round < 10; ++round) {
    const auto policy = empty<4096>();
    const auto keys = distinct_keys(4096, random);
    CHECK(fill(*policy, keys) == 0);
    CHECK(policy->access_control_count() == 4096);
    CHECK(finds_all(*policy, keys));
    CHECK(policy->add(one(4096, 0xFFF00001U)) == status::no_room);
    CHECK(policy->lowest_free_id() == n(4096));
    std::size_t found = 0;
    for (const std::uint32_t key : distinct_keys(10'000, random))
      found += policy->find(of(key)) ? 1U : 0U;
    CHECK(found <= 1);  // a random one may be one of them
  }
}

TEST_CASE("a full table of one Object's instances, in any order") {
  std::mt19937 random{5};
  for (const bool shuffled : {false, true}) {
    std::vector<std::uint32_t> keys;
    for (std::uint32_t i = 0; i < 4096; ++i) keys.push_back(5U << 16 | i);
    if (shuffled) std::shuffle(keys.begin(), keys.end(), random);
    const auto policy = empty<4096>();
    CHECK(fill(*policy, keys) == 0);
    CHECK(finds_all(*policy, keys));
  }
}

TEST_CASE("all 65,535 instances of Object 2") {
  std::mt19937 random{65535};
  const auto policy = empty<65535>();
  const auto keys = distinct_keys(65535, random);
  CHECK(fill(*policy, keys) == 0);
  CHECK(policy->access_control_count() == 65535);
  CHECK(finds_all(*policy, keys));
  CHECK_FALSE(policy->lowest_free_id().is_valid());
  REQUIRE(policy->erase_id(n(40'000)) == status::done);
  CHECK_FALSE(policy->find(of(keys[40'000])));
  CHECK(policy->lowest_free_id() == n(40'000));
  CHECK(policy->add(one(40'000, keys[40'000])) == status::done);
  CHECK(finds_all(*policy, keys));
}

TEST_CASE("small tables are filled to the last one") {
  std::mt19937 random{8};
  std::size_t refused = 0;
  const auto fill_all = [&]<std::size_t Instances>(std::integral_constant<std::size_t, Instances>) {
    for (int round = 0; round < 2'000; ++round) {
      const auto policy = empty<Instances>();
      const auto keys = distinct_keys(Instances, random, 0x3FFFF);
      refused += fill(*policy, keys);
      if (!finds_all(*policy, keys)) ++refused;
    }
  };
  fill_all(std::integral_constant<std::size_t, 1>{});
  fill_all(std::integral_constant<std::size_t, 2>{});
  fill_all(std::integral_constant<std::size_t, 3>{});
  fill_all(std::integral_constant<std::size_t, 5>{});
  fill_all(std::integral_constant<std::size_t, 8>{});
  fill_all(std::integral_constant<std::size_t, 13>{});
  CHECK(refused == 0);
}

TEST_CASE("a policy without room for any holds none") {
  const auto policy = empty<0>();
  CHECK(policy->add(one(0, 0x50001)) == status::no_room);
  CHECK_FALSE(policy->find(of(0x50001)));
}

TEST_CASE("random churn against std::map") {
  constexpr std::size_t room = 64;
  std::mt19937 random{64};
  const auto below = [&](std::size_t end) { return random() % end; };
  const auto policy = empty<room>();
  std::map<std::size_t, std::uint32_t> wanted;  // from ID to target
  const auto governs = [&](std::uint32_t key) {
    for (const auto& [id, each] : wanted)
      if (each == key) return true;
    return false;
  };
  for (int round = 0; round < 100'000; ++round) {
    const std::size_t id = below(96);
    const auto key = static_cast<std::uint32_t>(0x50000 + below(128));
    const bool there = wanted.contains(id);
    if (below(3) == 0) {
      REQUIRE(policy->erase_id(n(id)) == (there ? status::done : status::id_unknown));
      wanted.erase(id);
    } else if (below(3) == 0) {
      const status given = policy->set_target(n(id), of(key));
      const bool fits = there && (wanted[id] == key || !governs(key));
      REQUIRE((given == status::done) == fits);
      if (there && fits) wanted[id] = key;
      if (!there) wanted.erase(id);
    } else {
      const status given = policy->add(one(id, key));
      const bool fits = !there && !governs(key) && wanted.size() < room;
      REQUIRE((given == status::done) == fits);
      if (fits) wanted[id] = key;
    }
    REQUIRE(policy->access_control_count() == wanted.size());
    for (std::uint32_t each = 0x50000; round % 50 == 0 && each < 0x50080; ++each)
      REQUIRE(static_cast<bool>(policy->find(of(each))) == governs(each));
    for (const auto& [each, target] : wanted)
      if (round % 50 == 0) REQUIRE(policy->find(of(target)).id() == n(each));
  }
}

TEST_CASE("an index takes five and a half bytes a record, and a few more in a small one") {
  const auto bytes = []<std::size_t... Capacity>(std::index_sequence<Capacity...>) {
    return std::vector<std::size_t>{sizeof(lac::target_index<Capacity>)...};
  }(std::make_index_sequence<256>{});
  for (std::size_t capacity = 0; capacity < bytes.size(); ++capacity) {
    CHECK(2 * bytes[capacity] > 11 * capacity);
    CHECK(2 * bytes[capacity] <= 11 * capacity + 80);
  }
}

TEST_CASE("of a full index of random targets few records overflow") {
  constexpr std::size_t size = 1024;
  static lac::target_index<size> index;
  std::vector<std::uint32_t> keys{0};
  std::uint32_t last = 20131210;
  for (std::size_t k = 1; k <= size; ++k) {
    last = last * 1664525U + 1013904223U;
    keys.push_back(last | 1U);
    index.insert(k, [&](std::size_t place) { return keys[place]; });
  }
  CHECK(index.overflowed() <= size / 32);
  std::cout << "figure: target index: " << index.overflowed() << " of " << size
            << " random records overflow" << std::endl;
}

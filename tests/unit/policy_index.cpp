// The index from a target to what governs it, through the policy: full tables, random churn, and
// IDs that an attacker chooses.

#include <lwm2m/access/policy.hpp>

#include <lwm2m/access/administration.hpp>
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
#include "support/refusing_index.hpp"

/// An index of a size that no other test has. It finds no place for an instance of Object 7: no
/// keys are known for which that happens to the real one.
template <>
class lwm2m::access::target_index<1021>
    : public refusing_index<access_control_target{object_id{7}}.key(),
                            access_control_target{object_id{7}, object_instance_id{0}}.key()> {};

namespace {

namespace lac = lwm2m::access;
using lac::status;

lac::object_instance_id n(std::size_t id) { return lac::object_instance_id{id}; }
lac::access_control_target of(std::uint32_t key) {
  return lac::access_control_target::from_wire(key >> 16, key & 0xFFFFU);
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

// As target_index.hpp hashes with its first multiplier. An attacker can read it there; should the
// engine hash otherwise one day, these keys are only random ones.
std::uint32_t mix(std::uint32_t key) {
  const std::uint32_t hash = key * 0x9E3779B1U;
  return (hash ^ hash >> 15) * 0x85EBCA77U;
}
std::uint32_t bucket(std::uint32_t half, std::uint32_t count) { return half * count >> 16; }

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
  REQUIRE(policy->erase(n(40'000)) == status::done);
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

TEST_CASE("IDs chosen to meet in a few buckets are taken in") {
  constexpr std::size_t room = 256;
  constexpr std::uint32_t buckets = (room * 5 + 7) / 8;
  std::size_t refused = 0, sets = 0;
  for (std::uint32_t crowded = 1; crowded <= 32; crowded *= 2) {
    std::vector<std::uint32_t> keys;  // both buckets among the first `crowded`
    for (std::uint32_t key = 0x50000; keys.size() < room && key < 0x40000000U; ++key)
      if (const std::uint32_t hash = mix(key);
          bucket(hash >> 16, buckets) < crowded && bucket(hash & 0xFFFFU, buckets) < crowded)
        keys.push_back(key);
    REQUIRE(keys.size() == room);
    const auto policy = empty<room>();
    refused += fill(*policy, keys);
    CHECK(finds_all(*policy, keys));
    ++sets;
  }
  CHECK(refused == 0);
  std::cout << "figure: target index: " << sets << " sets of " << room
            << " IDs that meet in 1 to 32 of " << buckets << " buckets, refused " << refused
            << std::endl;
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
      REQUIRE(policy->erase(n(id)) == (there ? status::done : status::id_unknown));
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

TEST_CASE("an index that finds no place for a record keeps the others") {
  // Five records of one key: their two buckets have four slots under every multiplier.
  constexpr std::uint32_t crowded = 9, nobody = 0;
  for (std::size_t fifth = 1; fifth <= 9; ++fifth) {
    std::vector<std::uint32_t> keys{nobody, crowded, crowded, crowded, crowded, 1, 2, 3, 4};
    const auto key_at = [&](std::size_t place) { return keys[place]; };
    lac::target_index<16> index;
    for (std::size_t place = 1; place <= 8; ++place)
      REQUIRE(index.insert(place, lac::places_up_to{place}, key_at));
    const auto finds_others = [&](std::size_t but) {
      for (std::size_t place = 1; place < keys.size(); ++place)
        if (keys[place] != crowded) CHECK(index.find(keys[place], key_at) == place);
      const std::size_t found = index.find(crowded, key_at);
      CHECK(keys[found] == crowded);
      CHECK(found != but);
      CHECK(index.find(nobody, key_at) == index.none);
    };
    index.shift_up(fifth);
    keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(fifth), crowded);
    finds_others(fifth);
    CHECK_FALSE(index.insert(fifth, lac::places_up_to{9}, key_at));
    finds_others(fifth);
    index.shift_down(fifth);
    keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(fifth));
    finds_others(0);
  }
}

TEST_CASE("an index takes three and a half bytes a record, and a few more in a small one") {
  const auto bytes = []<std::size_t... Capacity>(std::index_sequence<Capacity...>) {
    return std::vector<std::size_t>{sizeof(lac::target_index<Capacity>)...};
  }
  (std::make_index_sequence<256>{});
  for (std::size_t capacity = 0; capacity < bytes.size(); ++capacity) {
    CHECK(2 * bytes[capacity] > 7 * capacity + 16);
    CHECK(2 * bytes[capacity] <= 7 * capacity + 48);
  }
}

TEST_CASE("a target that the index finds no place for is refused, and changes nothing (C10)",
          "[C10]") {
  const auto policy = empty<1021>();
  REQUIRE(policy->add(one(1, 0x50001)) == status::done);
  REQUIRE(policy->add(one(3, 0x50003)) == status::done);
  const auto before = *policy;
  const auto refuses = [&](status given) {
    CHECK(given == status::no_room);
    CHECK(*policy == before);
    CHECK(policy->entry_room() == before.entry_room());
    CHECK(policy->generation() == before.generation());
    CHECK(policy->find(of(0x50001)).id() == n(1));
    CHECK(policy->find(of(0x50003)).id() == n(3));
    CHECK_FALSE(policy->find(of(0x70000)));
  };
  for (const std::size_t id : {0U, 2U, 4U}) refuses(policy->add(one(id, 0x70000)));
  for (const std::size_t id : {1U, 3U}) refuses(policy->set_target(n(id), of(0x70000)));
}

TEST_CASE("a Write of a target that the index finds no place for changes nothing (C10)", "[C10]") {
  const auto policy = empty<1021>();
  REQUIRE(policy->add_account(lac::short_server_id{101}) == status::done);
  REQUIRE(policy->add(one(1, 0x50001)) == status::done);
  const auto before = *policy;
  const lac::object_model<1, 1, 1> objects;
  const lac::path managed{lac::objects::access_control, n(1)};
  const auto at = [&](lac::resource_id resource) {
    return lac::path{managed.object(), n(1), resource};
  };
  namespace resources = lac::access_control_resources;
  const lac::path entry{managed.object(), n(1), resources::acl, lac::resource_instance_id{101}};
  for (const std::int64_t level : {0, 65535}) {
    const lac::assignment values[] = {
        {entry, 16}, {at(resources::object), 7}, {at(resources::object_instance), level}};
    for (const lac::operation what : {lac::operation::write, lac::operation::update}) {
      const lac::decision given =
          lac::administer(*policy, objects, {lac::bootstrap, what, managed, {}}, values);
      CHECK(given.reason() == lac::reason::no_room);
      CHECK(given.code() == lac::coap::internal_server_error);
      CHECK(*policy == before);
      CHECK(policy->generation() == before.generation());
    }
  }
}

// No set of targets, picked with full knowledge of the index, makes a change lose, double or hide
// anything, or be refused while there is room.

#include <lwm2m/access/policy.hpp>

#include <algorithm>
#include <bit>
#include <iostream>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <vector>

#include "support/catch.hpp"
#include "support/index_attack.hpp"

namespace {

namespace lac = lwm2m::access;
using index_attack::meeting, index_attack::stuck;
using lac::access_control_target, lac::status;
using targets = std::vector<access_control_target>;

lac::object_instance_id n(std::size_t id) { return lac::object_instance_id{id}; }

/// A policy of `Instances`, and beside it what it should hold.
template <std::size_t Instances>
class attacked {
 public:
  status add(std::size_t id, access_control_target target) {
    const status done = policy_->add(lac::access_control_view{n(id), target, lac::bootstrap, {}});
    if (done == status::done) wanted_[target.key()] = id;
    return done;
  }
  status erase(std::size_t id) {
    const auto there = policy_->find_id(n(id));
    const std::uint32_t key = there ? there.target().key() : 0;
    const status done = policy_->erase_id(n(id));
    if (done == status::done) wanted_.erase(key);
    return done;
  }
  status move(std::size_t id, access_control_target target) {
    const auto there = policy_->find_id(n(id));
    const std::uint32_t key = there ? there.target().key() : 0;
    const status done = policy_->set_target(n(id), target);
    if (done == status::done) wanted_.erase(key);
    if (done == status::done) wanted_[target.key()] = id;
    return done;
  }

  [[nodiscard]] bool is_full() const { return wanted_.size() == Instances; }
  [[nodiscard]] bool has(access_control_target target) const {
    return wanted_.contains(target.key());
  }
  [[nodiscard]] bool has(std::size_t id) const {
    return static_cast<bool>(policy_->find_id(n(id)));
  }

  /// Whether of `all` exactly those are found that should be, each with its ID.
  [[nodiscard]] bool agrees(const targets& all) const {
    std::size_t found = 0;
    for (const access_control_target each : all) {
      const auto there = policy_->find(each);
      const auto wanted = wanted_.find(each.key());
      if (static_cast<bool>(there) != (wanted != wanted_.end())) return false;
      if (!there) continue;
      if (there.id() != n(wanted->second) || there.target() != each) return false;
      ++found;
    }
    return found == wanted_.size() && policy_->access_control_count() == found;
  }

 private:
  std::unique_ptr<lac::policy<Instances, 1, 1>> policy_ =
      std::make_unique<lac::policy<Instances, 1, 1>>(lac::editions::v1_1);
  std::map<std::uint32_t, std::size_t> wanted_;
};

/// Adds all of them, takes half of them away again in a random order, moves the others to those
/// targets, and adds again until it is full. `step`: after how many changes all is looked up.
template <std::size_t Instances>
void attack(const targets& all, std::size_t step = 1) {
  REQUIRE(all.size() >= Instances);
  attacked<Instances> world;
  std::size_t changes = 0;
  const auto made = [&](status done) {
    REQUIRE(done == status::done);
    if (++changes % step == 0) REQUIRE(world.agrees(all));
  };
  for (std::size_t k = 0; k < Instances; ++k) made(world.add(k, all[k]));
  REQUIRE(world.agrees(all));
  std::vector<std::size_t> order(Instances);
  for (std::size_t k = 0; k < Instances; ++k) order[k] = k;
  std::shuffle(order.begin(), order.end(), std::mt19937{Instances});
  const std::size_t half = Instances / 2;
  for (std::size_t k = 0; k < half; ++k) made(world.erase(order[k]));
  for (std::size_t k = 0; k < half; ++k) made(world.move(order[half + k], all[order[k]]));
  for (std::size_t k = 0; k < half; ++k) made(world.add(order[k], all[order[half + k]]));
  REQUIRE(world.agrees(all));
}

/// Every target with which an index fails that looks only at its buckets and hashes with the
/// multipliers `multiplier * 0x19660D + 0x3C6EF35E` in turn: for each of 129 of them three whose
/// two buckets are one, among the instances of six Objects. The first multiplier's come last.
template <std::size_t Instances>
targets of_every_multiplier() {
  constexpr std::uint32_t buckets = lac::target_index<Instances>::bucket_count;
  const auto scaled = [](std::uint32_t hash) { return (hash >> 16) * buckets >> 16; };
  targets picked, first;
  std::set<std::uint32_t> keys;
  std::uint32_t multiplier = 0x9E3779B1U;
  for (int tried = 0; tried <= 128; ++tried) {
    std::map<std::uint32_t, targets> at;
    for (std::uint32_t i = 0; i < 6 * 65535; ++i) {
      const access_control_target one{lac::object_id{3 + i % 6}, lac::object_instance_id{i / 6}};
      const std::uint32_t hash = one.key() * multiplier;
      const std::uint32_t bucket = scaled(hash);
      if (bucket != scaled((hash ^ hash >> 15) * 0x85EBCA77U)) continue;
      if (at[bucket].push_back(one); at[bucket].size() == 3) {
        for (const access_control_target each : at[bucket])
          if (keys.insert(each.key()).second) (tried == 0 ? first : picked).push_back(each);
        break;
      }
    }
    multiplier = multiplier * 0x19660DU + 0x3C6EF35EU;
  }
  picked.insert(picked.end(), first.begin(), first.end());
  return picked;
}

}  // namespace

TEST_CASE("targets that all meet in two buckets are taken in, found, moved and erased") {
  attack<1>(meeting<lac::target_index<1>>(1, 2));
  attack<5>(meeting<lac::target_index<5>>(5, 2));
  attack<8>(meeting<lac::target_index<8>>(8, 2));
  attack<64>(meeting<lac::target_index<64>>(64, 2));
  attack<1024>(meeting<lac::target_index<1024>>(1024, 2), 16);
}

TEST_CASE("targets that all lie in one bucket, or are stuck in a few, are taken in and found") {
  attack<64>(stuck<lac::target_index<64>>(64, 1));
  attack<64>(stuck<lac::target_index<64>>(64, 16));
  attack<1024>(stuck<lac::target_index<1024>>(1024, 64), 16);
  attack<4096>(stuck<lac::target_index<4096>>(4096, 1024), 1024);
}

TEST_CASE("65,535 targets that meet in one bucket of 64 are taken in and found") {
  constexpr std::size_t most = 65535;
  attack<most>(meeting<lac::target_index<most>>(most, lac::target_index<most>::bucket_count / 64),
               65535);
}

TEST_CASE("targets picked against a sequence of multipliers are taken in and found") {
  const auto try_all = []<std::size_t Instances>(std::integral_constant<std::size_t, Instances>) {
    const targets picked = of_every_multiplier<Instances>();
    REQUIRE(picked.size() > 300);
    attacked<Instances> world;
    for (std::size_t k = 0; k < picked.size(); ++k) {
      REQUIRE(world.add(k, picked[k]) == status::done);
      REQUIRE(world.agrees(picked));
    }
  };
  try_all(std::integral_constant<std::size_t, 512>{});
  try_all(std::integral_constant<std::size_t, 1024>{});
}

TEST_CASE("adding, erasing and moving under attack, against std::map") {
  constexpr std::size_t room = 64;
  using index = lac::target_index<room>;
  // Some that fit, some that are moved about, some that overflow, and more than there is room for.
  targets all = meeting<index>(40, 2);
  for (const targets& more : {meeting<index>(40, 8), stuck<index>(24, 4), meeting<index>(64, 60)})
    for (const access_control_target each : more)
      if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
  std::mt19937 random{2013};
  attacked<room> world;
  std::size_t refused = 0;
  for (int round = 0; round < 50'000; ++round) {
    const std::size_t id = random() % 80;
    const access_control_target target = all[random() % all.size()];
    const bool there = world.has(id), governed = world.has(target);
    const unsigned what = random() % 8;
    bool fits = there;
    status done = status::done;
    if (what < 5) {
      fits = !there && !governed && !world.is_full();
      done = world.add(id, target);
    } else if (what < 7) {
      done = world.erase(id);
    } else {
      fits = there && !governed;
      if (governed) continue;
      done = world.move(id, target);
    }
    REQUIRE((done == status::done) == fits);
    REQUIRE(world.agrees(all));
    refused += fits ? 0U : 1U;
  }
  CHECK(refused > 1000);
}

TEST_CASE("the index reads no more records than it says, whatever the keys are") {
  constexpr std::size_t room = 1024;
  using index_type = lac::target_index<room>;
  for (const std::size_t few : {std::size_t{2}, std::size_t{30}, index_type::bucket_count}) {
    const targets picked = meeting<index_type>(room, few);
    std::vector<std::uint32_t> keys{0};
    std::size_t reads = 0, most_of_find = 0, most_of_insert = 0, most_of_erase = 0;
    const auto key_at = [&](std::size_t place) {
      reads += place == 0 ? 0U : 1U;
      return keys[place];
    };
    const auto counted = [&](std::size_t& most, const auto& run) {
      reads = 0;
      run();
      most = std::max(most, reads);
    };
    const auto index = std::make_unique<index_type>();
    for (const access_control_target each : picked) {
      keys.push_back(each.key());
      counted(most_of_insert, [&] { index->insert(keys.size() - 1, key_at); });
    }
    const std::size_t overflowed = index->overflowed();
    const auto search = static_cast<std::size_t>(std::bit_width(overflowed)) + 1;
    for (std::size_t place = 1; place < keys.size(); ++place)
      counted(most_of_find, [&] { CHECK(index->find(keys[place], key_at) == place); });
    for (std::size_t place = 1; place < keys.size(); ++place)
      counted(most_of_erase, [&] { index->erase(place, key_at); });
    CHECK(index->overflowed() == 0);
    CHECK(most_of_find <= 4 + search);
    CHECK(most_of_insert <= 2 + 2 * index_type::most_moves + search);
    CHECK(most_of_erase <= 1 + search);
    std::cout << "figure: target index: " << room << " keys that meet in " << few << " of "
              << index_type::bucket_count << " buckets, none refused, " << overflowed
              << " overflow; records read at most: " << most_of_find << " to find, "
              << most_of_insert << " to insert, " << most_of_erase << " to erase" << std::endl;
  }
}

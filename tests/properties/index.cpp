// The index of a policy against std::map, where every operation may be refused and most targets
// meet in two of its buckets.
#include <rapidcheck.h>

#include <lwm2m/access/policy.hpp>

#include <map>
#include <vector>

#include "support/catch.hpp"
#include "support/index_attack.hpp"

namespace {

namespace lac = lwm2m::access;
using lac::access_control_target, lac::status;

constexpr std::size_t room = 8;
using policy = lac::policy<room, 48, 2>;
using index_type = lac::target_index<room>;

/// Targets that meet in two buckets, that are stuck in one, any others, and some that cannot be.
std::vector<access_control_target> pool() {
  std::vector<access_control_target> all = index_attack::meeting<index_type>(10, 2);
  for (const access_control_target each : index_attack::stuck<index_type>(8, 3))
    all.push_back(each);
  for (const unsigned i : {0U, 1U, 2U, 3U})
    all.push_back({lac::object_id{5}, lac::object_instance_id{i}});
  for (const unsigned o : {0U, 2U}) all.push_back({lac::object_id{o}, lac::object_instance_id{7}});
  all.push_back({});
  return all;
}

/// What a policy should hold: from the key of a target to ID, number of entries.
struct held {
  unsigned id;
  std::size_t entries;
};
using model = std::map<std::uint32_t, held>;

model::iterator at_id(model& all, unsigned id) {
  auto at = all.begin();
  while (at != all.end() && at->second.id != id) ++at;
  return at;
}

std::size_t fours(std::size_t entries) { return entries == 0 ? 1 : (entries + 3) / 4; }
std::size_t fours_of(const model& all) {
  std::size_t sum = 0;
  for (const auto& [key, one] : all) sum += fours(one.entries);
  return sum;
}

struct operation {
  unsigned kind;  // add, erase, set_target, set_entries
  unsigned id;
  access_control_target target;
  std::size_t entries;
  bool is_broken;
};

operation any_operation(const std::vector<access_control_target>& all) {
  return {*rc::gen::weightedElement<unsigned>({{4, 0}, {2, 1}, {2, 2}, {1, 3}}),
          *rc::gen::element(0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U, 65535U),
          *rc::gen::elementOf(all), *rc::gen::inRange<std::size_t>(0, 21),
          *rc::gen::inRange(0, 8) == 0};
}

/// Ascending entries, or two of one ID.
std::vector<lac::acl_entry> entries_of(const operation& what) {
  std::vector<lac::acl_entry> made;
  for (std::size_t k = 0; k < what.entries; ++k)
    made.push_back({lac::acl_instance_id{lac::short_server_id{k + 1}}, lac::access_rights{1}});
  if (what.is_broken && made.size() > 1) made[1] = made[0];
  return made;
}

/// Whether the operation is to be done, and then the model after it.
bool expected(model& all, const operation& what) {
  const auto present = at_id(all, what.id);
  const bool there = present != all.end();
  const bool broken = what.is_broken && what.entries > 1;
  switch (what.kind) {
    case 0: {
      if (what.id == 65535 || !what.target.is_valid() || broken || there) return false;
      if (all.contains(what.target.key()) || all.size() == room) return false;
      if (fours_of(all) + fours(what.entries) > 12) return false;
      all[what.target.key()] = {what.id, what.entries};
      return true;
    }
    case 1:
      if (there) all.erase(present);
      return there;
    case 2: {
      if (!there || !what.target.is_valid()) return false;
      if (present->first == what.target.key()) return true;
      if (all.contains(what.target.key())) return false;
      const held moved = present->second;
      all.erase(present);
      all[what.target.key()] = moved;
      return true;
    }
    default:
      if (!there || broken) return false;
      if (fours_of(all) - fours(present->second.entries) + fours(what.entries) > 12) return false;
      present->second.entries = what.entries;
      return true;
  }
}

status run(policy& on, const operation& what) {
  const lac::object_instance_id id{what.id};
  const auto entries = entries_of(what);
  const lac::acl_view acl{entries.data(), entries.size()};
  if (what.kind == 0) return on.add(lac::access_control_view{id, what.target, lac::bootstrap, acl});
  if (what.kind == 1) return on.erase_id(id);
  if (what.kind == 2) return on.set_target(id, what.target);
  return on.set_entries(id, acl);
}

void finds_what_it_should(const policy& on, const model& wanted,
                          const std::vector<access_control_target>& all) {
  for (const access_control_target each : all) {
    const auto found = on.find(each);
    const auto there = wanted.find(each.key());
    RC_ASSERT(static_cast<bool>(found) == (there != wanted.end()));
    if (!found) continue;
    RC_ASSERT(found.id().value() == there->second.id);
    RC_ASSERT((found.target() == each));
    RC_ASSERT(found.entries().size() == there->second.entries);
    RC_ASSERT((on.find_id(found.id()).target() == each));
  }
  RC_ASSERT(on.access_control_count() == wanted.size());
  RC_ASSERT(on.entry_room() == 4 * (12 - fours_of(wanted)));
}

}  // namespace

TEST_CASE("whatever is refused, a policy finds what a std::map finds") {
  const std::vector<access_control_target> all = pool();
  CHECK(rc::check("policy against std::map", [&all] {
    policy on{lac::editions::v1_1};
    model wanted;
    const int operations = *rc::gen::inRange(1, 120);
    for (int k = 0; k < operations; ++k) {
      const operation what = any_operation(all);
      const policy before = on;
      const bool fits = expected(wanted, what);
      RC_ASSERT((run(on, what) == status::done) == fits);
      finds_what_it_should(on, wanted, all);
      if (!fits) RC_ASSERT((on == before && on.generation() == before.generation()));
    }
  }));
}

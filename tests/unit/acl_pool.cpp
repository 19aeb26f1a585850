// The ACLs of a pool against a std::map each: every entry found, in order, and every block given
// back.

#include <lwm2m/access/acl_pool.hpp>
#include <lwm2m/access/policy_source.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <random>
#include <vector>

#include "support/catch.hpp"
#include "support/world.hpp"

namespace {

namespace lac = lwm2m::access;

constexpr std::size_t blocks = 24;
using pool = lac::acl_pool<blocks>;
using contents = std::map<unsigned, unsigned>;  // from entry ID to right

lac::acl_entry entry(unsigned id, unsigned right) {
  return {stack::entry_id(id), lac::access_rights{static_cast<std::uint16_t>(right)}};
}
std::vector<lac::acl_entry> listed(const contents& all) {
  std::vector<lac::acl_entry> entries;
  for (const auto& [id, right] : all) entries.push_back(entry(id, right));
  return entries;
}
std::size_t blocks_of(std::size_t entries) { return entries <= 4 ? 1 : 1 + blocks_of(entries - 4); }

struct kept_acl {
  std::size_t place = pool::none;
  contents all{};
};

/// `find` gives the right of each entry that is there, and nothing else.
void finds(const contents& all, const auto& find) {
  for (unsigned id = 0; id <= 13; ++id) {
    const lac::acl_right found = find(stack::entry_id(id));
    REQUIRE(static_cast<bool>(found) == all.contains(id));
    if (found) REQUIRE(found.rights().raw() == all.at(id));
  }
  REQUIRE_FALSE(find(lac::acl_instance_id{}));
  const lac::acl_right any = find(lac::default_short_server_id{});
  REQUIRE(static_cast<bool>(any) == all.contains(0));
  if (any) REQUIRE(any.rights().raw() == all.at(0));
}

/// Makes changes to the model; an entry with the right `gone` is erased.
constexpr unsigned gone = 65536;
std::vector<lac::acl_change> changes_of(const contents& wanted) {
  std::vector<lac::acl_change> all;
  for (const auto& [id, right] : wanted)
    all.push_back(
        {stack::entry_id(id), right == gone ? lac::acl_right{} : entry(id, right).rights});
  return all;
}
contents after(contents all, const contents& wanted) {
  for (const auto& [id, right] : wanted) {
    all.erase(id);
    if (right != gone) all[id] = right;
  }
  return all;
}

static_assert(lac::readable_access_control<lac::access_control_view>);

void agree(const pool& held, const std::vector<kept_acl>& acls) {
  std::size_t free = blocks;
  for (const kept_acl& each : acls) {
    free -= blocks_of(each.all.size());
    const std::vector<lac::acl_entry> entries = listed(each.all);
    const lac::access_control_view borrowed{{}, {}, {}, lac::acl_view{entries}};
    finds(each.all, [&](auto id) { return held.find(each.place, id); });
    finds(each.all, [&](auto id) { return borrowed.find(id); });
    REQUIRE(held.entries(each.place) == lac::acl_view{entries});
    REQUIRE(held.entries(each.place).empty() == each.all.empty());
    std::size_t k = 0;
    for (const auto& [id, right] : each.all)
      REQUIRE(held.entries(each.place)[k++] == entry(id, right));
  }
  REQUIRE(held.room() == free);
}

}  // namespace

TEST_CASE("an ACL takes a block for each four entries, and one without entries takes one") {
  for (std::size_t entries = 0; entries < 40; ++entries)
    CHECK(lac::acl_blocks_of(entries) == blocks_of(entries));
}

TEST_CASE("a pool has one block more than it has room for, and three numbers") {
  constexpr std::size_t unit = alignof(std::size_t);
  const auto padded = [](std::size_t bytes) { return (bytes + unit - 1) / unit * unit; };
  CHECK(sizeof(lac::acl_pool<3>) == padded(sizeof(std::size_t) + 2 * 2 + 4 * (16 + 2)));
  CHECK(sizeof(lac::acl_pool<5>) == padded(sizeof(std::size_t) + 2 * 2 + 6 * (16 + 2)));
  CHECK(sizeof(lac::acl_pool<65536>) == padded(sizeof(std::size_t) + 2 * 4 + 65537 * (16 + 4)));
}

TEST_CASE("where no ACL is there are no entries") {
  const pool held{};
  CHECK(held.room() == blocks);
  CHECK(held.entries(pool::none).empty());
  CHECK(held.entries(pool::none).size() == 0);
  CHECK_FALSE(held.find(pool::none, stack::entry_id(1)));
  CHECK_FALSE(held.find(pool::none, lac::acl_instance_id{}));
  CHECK_FALSE(held.find(pool::none, lac::default_short_server_id{}));
}

TEST_CASE("an Access Control Object Instance of somebody else is there, and is equal to its like") {
  const lac::acl_entry entries[] = {entry(0, 1), entry(2, 3)};
  const lac::access_control_view one{lac::object_instance_id{7}, stack::target_of({3, 0}),
                                     lac::bootstrap, entries};
  const lac::access_control_view without{
      lac::object_instance_id{7}, stack::target_of({3, 0}), lac::bootstrap, {}};
  const lac::access_control_view none;
  CHECK(static_cast<bool>(one));
  CHECK_FALSE(static_cast<bool>(none));
  CHECK(one == lac::access_control_view{one});
  CHECK_FALSE(one == without);
  CHECK_FALSE(without == none);
}

TEST_CASE("every change of every ACL of up to six entries") {
  for (unsigned set = 0; set < 64; ++set) {
    contents before;
    for (unsigned k = 0; k < 6; ++k)
      if ((set >> k & 1U) != 0) before[k] = 100 + k;
    const auto changed = [&](const auto& change) {
      pool held;
      std::vector<kept_acl> acls{{held.add(listed({{7, 1}})), {{7, 1}}},
                                 {held.add(listed(before)), before}};
      change(held, acls[1]);
      agree(held, acls);
    };
    for (unsigned id = 0; id < 7; ++id) {
      changed([&](pool& held, kept_acl& acl) {
        acl.all[id] = 60000;
        held.set(acl.place, entry(id, 60000));
      });
      changed([&](pool& held, kept_acl& acl) {
        if (acl.all.erase(id) != 0) held.erase(acl.place, stack::entry_id(id));
      });
    }
    for (const contents& after :
         {contents{}, contents{{3, 1}}, contents{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}}})
      changed([&](pool& held, kept_acl& acl) {
        acl.all = after;
        held.set_all(acl.place, listed(after));
      });
  }
}

TEST_CASE("every set of changes to every ACL of up to six entries, made at once") {
  for (unsigned set = 0; set < 64; ++set)
    for (unsigned ways = 0; ways < 2187; ++ways) {  // each of seven entries: left, set or erased
      contents before, wanted;
      for (unsigned id = 0, way = ways; id < 7; ++id, way /= 3) {
        if (id < 6 && (set >> id & 1U) != 0) before[id] = 100 + id;
        if (way % 3 != 0) wanted[id] = way % 3 == 1 ? 200 + id : gone;
      }
      pool held;
      std::vector<kept_acl> acls{{held.add(listed({{7, 1}})), {{7, 1}}},
                                 {held.add(listed(before)), before}};
      const auto changes = changes_of(wanted);
      acls[1].all = after(before, wanted);
      REQUIRE(held.size_after(acls[1].place, changes) == acls[1].all.size());
      held.change(acls[1].place, changes);
      const std::vector<lac::acl_entry> entries = listed(acls[1].all);
      REQUIRE(held.entries(acls[1].place) == lac::acl_view{entries});
      if (ways % 7 == set % 7) agree(held, acls);
    }
}

TEST_CASE("changes made at once take no more room than the ACL as it is afterwards") {
  std::mt19937 random{8};
  const auto below = [&](unsigned end) { return static_cast<unsigned>(random() % end); };
  for (int round = 0; round < 20'000; ++round) {
    contents before, wanted;
    for (unsigned left = below(24); left > 0; --left) before[below(40)] = below(65536);
    for (unsigned left = below(24); left > 0; --left)
      wanted[below(40)] = below(3) == 0 ? gone : below(65536);
    const contents all = after(before, wanted);
    pool held;
    std::vector<kept_acl> acls{{held.add(listed(before)), before}};
    const std::size_t needed = std::max(blocks_of(all.size()), blocks_of(before.size()));
    while (acls.size() + needed < blocks + 1)
      acls.push_back({held.add(listed({{1, 1}})), {{1, 1}}});
    held.change(acls[0].place, changes_of(wanted));
    acls[0].all = all;
    agree(held, acls);
  }
}

TEST_CASE("random changes of several ACLs against std::map") {
  std::mt19937 random{4};
  const auto below = [&](unsigned end) { return static_cast<unsigned>(random() % end); };
  pool held;
  std::vector<kept_acl> acls;
  for (int round = 0; round < 5'000; ++round) {
    const auto any = [&]() -> kept_acl& { return acls[below(static_cast<unsigned>(acls.size()))]; };
    const unsigned id = below(14), right = below(65536);
    switch (acls.empty() ? 0 : below(6)) {
      case 0: {
        contents all;
        for (unsigned left = below(10); left > 0; --left) all[below(14)] = below(65536);
        if (held.room() < blocks_of(all.size())) break;
        acls.push_back({held.add(listed(all)), all});
        break;
      }
      case 1: {
        const std::size_t k = below(static_cast<unsigned>(acls.size()));
        if (below(3) != 0) break;
        held.erase(acls[k].place);
        acls.erase(acls.begin() + static_cast<std::ptrdiff_t>(k));
        break;
      }
      case 2: {
        kept_acl& acl = any();
        if (acl.all.erase(id) != 0) held.erase(acl.place, stack::entry_id(id));
        break;
      }
      case 3: {
        kept_acl& acl = any();
        contents wanted;
        for (unsigned left = below(8); left > 0; --left)
          wanted[below(14)] = below(3) == 0 ? gone : below(65536);
        const contents all = after(acl.all, wanted);
        if (blocks_of(all.size()) > held.room() + blocks_of(acl.all.size())) break;
        acl.all = all;
        held.change(acl.place, changes_of(wanted));
        break;
      }
      default: {
        kept_acl& acl = any();
        if (held.room() == 0 && !acl.all.contains(id) && acl.all.size() % 4 == 0) break;
        acl.all[id] = right;
        held.set(acl.place, entry(id, right));
      }
    }
    agree(held, acls);
  }
}

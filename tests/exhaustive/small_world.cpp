// The small world: every combination of edition, accounts, access control enabled or disabled,
// requester, own entry, default entry, operation, level and Access Type. The reference and the
// engine are asked all of them.

#include "exhaustive/comparison.hpp"
#include "support/catch.hpp"

namespace {

using namespace exhaustive;

constexpr unsigned absent = 32;  // one above the highest access right: no entry

constexpr unsigned owner = 101;
constexpr unsigned listed = 102;
constexpr unsigned unlisted = 103;

/// One requester: who asks, and whose entry is the one that is varied.
struct part {
  unsigned server;
  unsigned entry_of;
};
constexpr part parts[] = {{owner, owner}, {listed, listed}, {unlisted, listed},
                          {104, listed},  {0, listed},      {65535, listed}};

const std::set<unsigned> account_sets[] = {{}, {listed}, {owner, listed, unlisted}};

/// Every path level, and every Access Type at the levels that have one.
std::vector<path> paths() {
  std::vector<path> all{at(5), at(5, 1), at(5, 1, 16), at(5, 1, 0, 0)};
  for (unsigned type = 0; type < 8; ++type) {
    all.push_back(at(5, 1, type));
    all.push_back(at(5, 1, 8 + type, 0));
  }
  return all;
}

asked everything(unsigned server) {
  std::vector<question> all;
  for (const operation op : operations())
    for (const path& p : paths()) all.push_back(about(server, op, p));
  return asked{all};
}

/// Asks everything with each own entry and each default entry, of the stack's own storage and,
/// where it can hold such a thing, of the ready-made policy.
void with_every_entry(comparison& compare, world& w, const part& who) {
  const asked all = everything(who.server);
  const stack::objects objects = stack::objects_from(w);
  for (unsigned own = 0; own <= absent; ++own)
    for (unsigned other = 0; other <= absent; ++other) {
      auto& entries = w.acls[{5, 1}].entries;
      entries.clear();
      if (own != absent) entries[who.entry_of] = own;
      if (other != absent) entries[0] = other;
      const auto policy = stack::ready_made_from(w);
      REQUIRE(policy.has_value() != w.disabled);
      if (policy)
        compare.decisions(w, *policy, objects, all);
      else
        compare.decisions(w, stack::policy_from(w), objects, all);
    }
}

void in_edition(comparison& compare, edition_name edition) {
  for (const auto& accounts : account_sets)
    for (const bool disabled : {false, true}) {
      world w{edition, disabled, accounts, {}, {}, {}};
      w.objects[5] = every_access_type(false, {1});
      w.acls[{5, 1}] = {0, owner, {}};
      w.acls[{5, 65535}] = {1, 65535, {{listed, reference::C}, {unlisted, 0}}};
      for (const part& who : parts) with_every_entry(compare, w, who);
    }
}

}  // namespace

TEST_CASE("the small world is decided as the reference decides it") {
  comparison compare{"small world"};
  for (const edition_name edition : editions) in_edition(compare, edition);
  CHECK(compare.differences() == 0);
  CHECK(compare.decisions() > 40'000'000);
}

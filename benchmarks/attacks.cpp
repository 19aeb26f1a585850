#include "../tests/support/index_attack.hpp"
#include "change.hpp"
#include "right.hpp"

#include <cstdio>
#include <string>
#include <vector>

/// Run under callgrind by `count`: decisions and changes in a policy, all targets of which were
/// searched for so that they meet in few buckets of its index.

namespace {

using namespace workload;
using targets_of = std::vector<lac::access_control_target>;

unsigned sink = 0;

/// One figure for each of the targets: `count` takes the dearest.
template <class Policy>
void decisions(const std::string& figure, const Policy& policy, const targets_of& asked) {
  for (const lac::access_control_target& each : asked)
    for (const standing as : {standing::own_entry, standing::default_entry})
      sink += count_right<asking::any_server>(figure, policy,
                                              {{server_of(as, 2), each, lac::operation::read}});
}

/// Every target is added, moved and erased again.
template <class Policy>
void changes(Policy& policy, std::size_t free, std::size_t n, const targets_of& added) {
  const lac::object_instance_id id{free};
  for (std::size_t k = 0; k < added.size(); ++k) {
    count("attack, make an instance" + over(n), 1, [&] { measured::add(policy, free, added[k]); });
    count("attack, a target that is governed" + over(n), 1,
          [&] { measured::add(policy, free + 1, added[k]); });
    count("attack, move an instance" + over(n), 1,
          [&] { measured::set_target(policy, id, added[(k + 1) % added.size()]); });
    count("attack, erase an instance" + over(n), 1, [&] { measured::erase(policy, id); });
  }
}

/// N instances, both buckets of which are among the `few` first ones; room for one more.
template <std::size_t N>
void attacked(std::size_t few) {
  using index = lac::target_index<N + 1>;
  constexpr std::size_t asked = 16;
  const targets_of all = index_attack::meeting<index>(N + asked, few);
  const auto policy = with_accounts<policy_of<N + 1, at_run_time>>();
  for (std::size_t k = 0; k < N; ++k)
    if (policy->add(instance(k, all[k])) != lac::status::done) std::puts("attack: refused");
  targets_of present, absent{all.begin() + N, all.end()};
  for (std::size_t k = 0; k < asked; ++k) present.push_back(all[k * N / asked]);
  std::printf("attack, N=%zu: all meet in %zu of %zu buckets\n", N, few, index::bucket_count);
  decisions("attack, one decision" + over(N), *policy, present);
  decisions("attack, a missing target" + over(N), *policy, absent);
  changes(*policy, N, N, absent);
}

/// The right of the Server whose entry is the last of an ACL of N, which its Owner can make as long
/// as the policy has room for.
template <std::size_t N>
void long_acl() {
  const auto policy = with_accounts<lac::policy<1, N>>();
  std::vector<lac::acl_change> all;
  for (std::size_t k = 1; k < N; ++k)
    all.push_back({lac::short_server_id{k}, lac::access_rights{1}});
  const lac::short_server_id last{65534};
  all.push_back({last, lac::access_rights{1}});
  if (policy->add_account(last) != lac::status::done ||
      policy->add({lac::object_instance_id{0}, target(0), server_102, {}}) != lac::status::done ||
      policy->change_entries(lac::object_instance_id{0}, lac::view<lac::acl_change>{all}) !=
          lac::status::done)
    std::puts("attack: refused");
  sink += count_right<asking::any_server>("attack, the last entry of a long ACL" + over(N), *policy,
                                          {{last, target(0), lac::operation::read}});
}

}  // namespace

int main() {
  long_acl<64>();
  long_acl<1024>();
  long_acl<16384>();
  attacked<64>(2);
  attacked<1024>(14);
  attacked<16384>(224);
  return sink == 0 ? 1 : 0;
}

#include "adversary.hpp"
#include "measured.hpp"
#include "workload.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

/// Run under callgrind by `count`: what each thing costs in instructions.

namespace measured {

namespace lac = lwm2m::access;

struct answer {
  lac::obtained_right right;
  bool met;
};

/// The right, with its reason: sections A and B.
template <class Policy>
LWM2M_ACCESS_MEASURED answer right(const Policy& policy, lac::short_server_id server,
                                   lac::access_control_target target, lac::operation op) {
  const lac::obtained_right obtained = lac::obtain_access_right(policy, server, target);
  return {obtained, obtained.rights.has_all(lac::facts_of(op).needs)};
}

template <class Policy, class Objects>
LWM2M_ACCESS_MEASURED lac::decision authorize(const Policy& policy, const Objects& objects,
                                              const lac::request& asked) {
  return lac::authorize(policy, objects, asked);
}

template <class Policy, class Objects>
LWM2M_ACCESS_MEASURED std::size_t visible(const Policy& policy, const Objects& objects,
                                          const lac::request& asked) {
  std::size_t shown = 0;
  for (const lac::path each : lac::visible(policy, objects, asked))
    shown += each.is_none() ? 0U : 1U;
  return shown;
}

template <class Policy>
LWM2M_ACCESS_MEASURED void add(Policy& policy, std::size_t k) {
  (void)policy.add(workload::instance(k));
}
template <class Policy>
LWM2M_ACCESS_MEASURED void erase(Policy& policy, lac::object_instance_id id) {
  (void)policy.erase(id);
}
template <class Policy>
LWM2M_ACCESS_MEASURED void set_entry(Policy& policy, lac::object_instance_id id,
                                     lac::acl_entry entry) {
  (void)policy.set_entry(id, entry);
}
template <class Policy>
LWM2M_ACCESS_MEASURED void erase_entry(Policy& policy, lac::object_instance_id id,
                                       lac::acl_instance_id entry) {
  (void)policy.erase_entry(id, entry);
}
template <class Policy>
LWM2M_ACCESS_MEASURED void set_entries(Policy& policy, lac::object_instance_id id,
                                       lac::acl_view entries) {
  (void)policy.set_entries(id, entries);
}

}  // namespace measured

namespace {

using namespace workload;

unsigned sink = 0;

std::string over(std::size_t n) { return " N=" + std::to_string(n); }

template <class Policy>
void count_right(const std::string& figure, const Policy& policy,
                 const std::vector<question>& asked) {
  count(figure, asked.size(), [&] {
    for (const question& each : asked)
      sink += measured::right(policy, each.server, each.target, each.op).met ? 1U : 0U;
  });
}

/// Item 1: hits and misses, by how the Server comes to its right.
template <std::size_t N, class Edition>
void rights(const std::string& edition) {
  struct row {
    const char* name;
    standing as;
    targets where;
  };
  constexpr row rows[] = {{"own entry", standing::own_entry, targets::random},
                          {"owner", standing::owner, targets::random},
                          {"default entry", standing::default_entry, targets::random},
                          {"any Server", standing::any, targets::random},
                          {"first target", standing::any, targets::first},
                          {"last target", standing::any, targets::last},
                          {"missing target", standing::any, targets::missing},
                          {"no account", standing::no_account, targets::random}};
  const auto policy = loaded<N, Edition>();
  for (const row& each : rows)
    count_right("right, " + edition + ", " + each.name + over(N), *policy,
                questions(N, 1000, each.as, each.where));
}

/// Item 2: the dearest single decisions on targets picked against the index.
template <std::size_t N>
void attacked() {
  const adversary::attack made = adversary::pick<N>(N > 1024 ? 16 : 256);
  const auto policy = with_accounts<policy_of<N, at_run_time>>();
  std::size_t taken_in = 0;
  for (const lac::access_control_target& each : made.governed)
    if (policy->add(instance(taken_in, each)) == lac::status::done) ++taken_in;
  std::printf("attack, N=%zu: %zu taken in, %zu refused with a status\n", N, taken_in,
              made.refused);
  for (const lac::access_control_target& each : made.asked)
    for (const standing as : {standing::own_entry, standing::default_entry})
      count_right("attack, one decision" + over(N), *policy,
                  {{server_of(as, 2), each, lac::operation::read}});
}

/// 32 Objects of 20 Resources and 64 instances each.
using model = lac::object_model<32, 32 * 64, 32 * 20>;

[[nodiscard]] model filled_model() {
  model made;
  for (unsigned o = 0; o < object_spread; ++o) {
    const lac::object_id object{first_object + o};
    (void)made.add_object(object, lac::multiplicity::multiple);
    for (unsigned r = 0; r < 20; ++r)
      (void)made.add_resource(object, {lac::resource_id{r}, lac::access_type{0xE0}});
    for (unsigned i = 0; i < 64; ++i) (void)made.add_instance(object, lac::object_instance_id{i});
  }
  return made;
}

/// Item 3: Read, Write and Execute of Resources; and a Read of a whole Object.
template <class Edition>
void whole_requests(const std::string& edition) {
  const auto objects = std::make_unique<model>(filled_model());
  const auto policy = loaded<2048, Edition>();
  std::vector<lac::request> asked;
  for (const question& each : questions(2048, 1000, standing::any, targets::random))
    if (each.op != lac::operation::delete_)
      asked.push_back({each.server, each.op,
                       lac::path{each.target.object(), each.target.instance(),
                                 lac::resource_id{asked.size() % 20}}});
  count("authorize, " + edition + ", a Resource", asked.size(), [&] {
    for (const lac::request& each : asked)
      sink += static_cast<unsigned>(measured::authorize(*policy, *objects, each).code());
  });
  for (const auto& [name, server] :
       {std::pair{"listed", server_101}, std::pair{"owner or default", server_104}})
    count("visible, " + edition + ", an instance, " + name, 64, [&] {
      sink += static_cast<unsigned>(measured::visible(
          *policy, *objects,
          {server, lac::operation::read, lac::path{lac::object_id{first_object}}}));
    });
}

/// Item 9: one change where it costs most, at the instance that was there first.
template <std::size_t N>
void changes() {
  const auto policy = loaded<N, at_run_time>();
  const lac::object_instance_id first{0};
  const lac::acl_entry added{server_103, lac::access_rights{1}};
  count("change, set the right of an entry" + over(N), 1, [&] {
    measured::set_entry(*policy, first, {server_101, lac::access_rights{1}});
  });
  count("change, erase an entry" + over(N), 1,
        [&] { measured::erase_entry(*policy, first, server_103); });
  count("change, make an entry" + over(N), 1, [&] { measured::set_entry(*policy, first, added); });
  count("change, replace an ACL" + over(N), 1, [&] {
    measured::set_entries(*policy, first, {entries, 4});
  });
  count("change, erase an instance" + over(N), 1, [&] { measured::erase(*policy, first); });
  count("change, make an instance" + over(N), 1, [&] { measured::add(*policy, 0); });
}

/// Item 9: loading, the IDs of the Access Control Object Instances in two orders.
template <std::size_t N>
void loading() {
  std::vector<std::size_t> order(N);
  for (std::size_t k = 0; k < N; ++k) order[k] = k;
  for (const char* name : {"ascending", "random"}) {
    const auto policy = with_accounts<policy_of<N, at_run_time>>();
    count(std::string{"load, an instance, "} + name + over(N), N, [&] {
      for (const std::size_t k : order) measured::add(*policy, k);
    });
    std::shuffle(order.begin(), order.end(), std::mt19937{1});
  }
}

template <std::size_t N>
void rights_under_both() {
  rights<N, at_run_time>("run-time edition");
  rights<N, fixed>("fixed edition");
}

}  // namespace

int main() {
  rights_under_both<8>();
  rights_under_both<64>();
  rights_under_both<1024>();
  rights_under_both<16384>();
  rights_under_both<65535>();
  attacked<64>();
  attacked<1024>();
  attacked<16384>();
  whole_requests<at_run_time>("run-time edition");
  whole_requests<fixed>("fixed edition");
  changes<64>();
  changes<1024>();
  changes<16384>();
  loading<64>();
  loading<1024>();
  loading<4096>();
  return sink == 0 ? 1 : 0;
}

#include "change.hpp"

#include <algorithm>
#include <string>
#include <vector>

/// Run under callgrind by `count`: changes to a policy, and loading one.

namespace {

using namespace workload;

/// Item 9: one change where it costs most, at the instance that was there first.
template <std::size_t N>
void changes() {
  const auto policy = loaded<N, at_run_time>();
  const lac::object_instance_id first{0};
  const lac::acl_entry added{server_103, lac::access_rights{1}};
  count("change, set the right of an entry" + over(N), 1,
        [&] { measured::set_entry(*policy, first, {server_101, lac::access_rights{1}}); });
  count("change, erase an entry" + over(N), 1,
        [&] { measured::erase_entry(*policy, first, server_103); });
  count("change, make an entry" + over(N), 1, [&] { measured::set_entry(*policy, first, added); });
  count("change, replace an ACL" + over(N), 1,
        [&] { measured::set_entries(*policy, first, {entries, 4}); });
  count("change, erase an instance" + over(N), 1, [&] { measured::erase(*policy, first); });
  count("change, make an instance" + over(N), 1, [&] { measured::add(*policy, 0); });
}

/// As many entries of one ACL at once: made, set again, every other one erased, and refused because
/// the last one does not fit.
template <std::size_t N>
void writing() {
  const auto policy = with_accounts<lac::policy<1, N>>();
  if (policy->add({lac::object_instance_id{0}, target(0), server_102, {}}) != lac::status::done)
    throw std::runtime_error{"not added"};
  std::vector<lac::acl_change> all, half;
  for (std::size_t k = 1; k <= N + 1; ++k) {
    const lac::short_server_id server{k};
    all.push_back({server, lac::access_rights{1}});
    if (k % 2 == 0) half.push_back({server, {}});
  }
  const auto write = [&](const char* what, lac::view<lac::acl_change> changes) {
    count(std::string{"write, "} + what + over(N), N,
          [&] { measured::change_entries(*policy, lac::object_instance_id{0}, changes); });
  };
  write("refused at the last entry", all);
  all.pop_back();
  write("entries that are made", all);
  write("entries that are set", all);
  write("every other entry erased", half);
}

/// A Write of as many entries of one ACL, from the request to the policy that has changed: in the
/// order of their IDs, and in the opposite one, adjacent or apart; refused at the last one.
template <std::size_t N>
void requesting() {
  const auto asked_to_write = [](const char* what, std::size_t apart, bool reversed, bool refused) {
    const auto policy = with_accounts<lac::policy<1, N>>();
    if (policy->add({lac::object_instance_id{0}, target(0), server_102, {}}) != lac::status::done)
      throw std::runtime_error{"not added"};
    const lac::path acl{lac::objects::access_control, lac::object_instance_id{0}};
    std::vector<lac::assignment> values;
    for (std::size_t k = 1; k <= N; ++k)
      values.push_back({{acl.object(), acl.object_instance(), lac::resource_id{2},
                         lac::resource_instance_id{k * apart}},
                        1});
    if (reversed) std::reverse(values.begin(), values.end());
    if (refused) values.back().value = -1;
    bool is_done = false;
    count(std::string{"write request, "} + what + over(N), N, [&] {
      is_done = measured::write(*policy, {server_102, lac::operation::update, acl, {}}, values);
    });
    if (is_done == refused) throw std::runtime_error{"not as expected"};
  };
  asked_to_write("ascending", 1, false, false);
  asked_to_write("in another order", 1, true, false);
  asked_to_write("in another order, IDs apart", 15, true, false);
  asked_to_write("in another order, refused at the last", 15, true, true);
}

/// A Server Account goes: what only it could reach is erased, and the rest has its entry taken. Of
/// every two Access Control Object Instances one is left, or none.
template <std::size_t N>
void removing() {
  for (const std::size_t left : {0U, 1U}) {
    const auto policy = with_accounts<policy_of<N, at_run_time>>();
    for (std::size_t k = 0; k < N; ++k) {
      const bool stays = left != 0 && k % 2 == 0;
      (void)policy->add({lac::object_instance_id{k}, target(k), server_103,
                         lac::acl_view{stays ? entries + 1 : entries, stays ? 2U : 0U}});
    }
    count(std::string{"account removed, "} +
              (left == 0 ? "nothing stays" : "every other one stays") + over(N),
          N, [&] { measured::remove_account(*policy, server_103); });
  }
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

}  // namespace

int main() {
  changes<64>();
  changes<1024>();
  changes<16384>();
  writing<64>();
  writing<512>();
  writing<4096>();
  requesting<64>();
  requesting<512>();
  requesting<4096>();
  removing<64>();
  removing<1024>();
  removing<16384>();
  loading<64>();
  loading<1024>();
  loading<4096>();
  loading<16384>();
}

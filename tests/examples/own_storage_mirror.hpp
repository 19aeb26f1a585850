#pragma once

#include "own_storage.hpp"

#include <lwm2m/access.hpp>

#include <algorithm>
#include <deque>
#include <vector>

namespace own_storage {

/// A stack's linked lists that say what a ready-made policy and model say, for tests: the lists are
/// in no order, as a stack's may be.
class mirror {
 public:
  template <class Policy, class Model>
  mirror(const Policy& policy, const Model& model) {
    client_.access_control_off = policy.is_disabled();
    client_.changes = 1;
    for (const lac::short_server_id each : policy.accounts())
      client_.servers = &servers_.emplace_back(stack::server_node{each.value(), client_.servers});
    for (std::size_t k = 0; k < policy.access_control_count(); ++k)
      add(policy.access_control_at(k));
    for (std::size_t k = model.object_count(); k > 0; --k) add(model.object_at(k - 1));
  }
  mirror(const mirror&) = delete;
  mirror& operator=(const mirror&) = delete;

  [[nodiscard]] const stack::client& client() const { return client_; }

 private:
  void add(const auto& from) {
    stack::access_node& to = access_.emplace_back(stack::access_node{
        from.id().value(), from.target().object().value(), from.target().instance().value(),
        from.owner().value(), nullptr, client_.access});
    client_.access = &to;
    for (const lac::acl_entry each : from.entries())
      to.entries =
          &entries_.emplace_back(stack::acl_node{each.id.value(), each.rights.raw(), to.entries});
  }

  void add(const lac::object_view& from) {
    auto& descriptors = descriptors_.emplace_back();
    for (const lac::resource_definition& each : from.resources())
      descriptors.push_back(descriptor(each));
    stack::instance_node* instances = nullptr;
    for (std::size_t k = from.instances().size(); k > 0; --k)
      instances = &instances_.emplace_back(
          stack::instance_node{from.instances()[k - 1].value(), instances});
    client_.objects = &objects_.emplace_back(
        stack::object_node{from.id().value(), !from.is_single(), descriptors.data(),
                           descriptors.size(), instances, client_.objects});
  }

  static stack::resource_descriptor descriptor(const lac::resource_definition& from) {
    stack::resource_descriptor to{from.id().value(), {}, from.is_multiple(), from.is_mandatory()};
    char* letter = to.operations;
    if (from.operations().has(lac::resource_operation::read)) *letter++ = 'R';
    if (from.operations().has(lac::resource_operation::write)) *letter++ = 'W';
    if (from.operations().has(lac::resource_operation::execute)) *letter++ = 'E';
    return to;
  }

  stack::client client_{};
  std::deque<stack::server_node> servers_{};
  std::deque<stack::acl_node> entries_{};
  std::deque<stack::access_node> access_{};
  std::deque<std::vector<stack::resource_descriptor>> descriptors_{};
  std::deque<stack::instance_node> instances_{};
  std::deque<stack::object_node> objects_{};
};

/// The paths of a range, for comparing: lists in another order show the same in another order.
template <class Range>
[[nodiscard]] std::vector<lac::path> all_of(const Range& range) {
  std::vector<lac::path> all;
  for (const lac::path& each : range) all.push_back(each);
  return all;
}
[[nodiscard]] inline bool are_the_same(const std::vector<lac::path>& a,
                                       const std::vector<lac::path>& b) {
  return a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());
}

}  // namespace own_storage

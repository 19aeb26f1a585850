#pragma once

#include "program/cases/files.hpp"

#include <memory>
#include <random>

namespace program {

/// Small devices, no two alike: any edition, one to four accounts, a handful of Objects and Access
/// Control Object Instances, entries for strangers and by default, reserved bits, pre-grants.
class random_devices {
 public:
  explicit random_devices(unsigned seed) : random_{seed} {}

  std::unique_ptr<device> next() {
    auto made = std::make_unique<device>();
    const lac::edition editions[] = {lac::editions::draft, lac::editions::v1_0, lac::editions::v1_1,
                                     lac::editions::v1_2};
    made->policy = policy{editions[below(4)]};
    const std::uint32_t accounts = 1 + below(4);
    for (std::uint32_t k = 0; k < accounts; ++k) (void)made->policy.add_account(server());
    objects(made->model);
    if (below(8) != 0)
      access_controls(made->policy);
    else
      (void)made->policy.disable();
    return made;
  }

  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }

  lac::short_server_id server() {
    const unsigned numbers[] = {1, 2, 101, 102, 65534};
    return lac::short_server_id{numbers[below(5)]};
  }

  /// One more change, or none: what the next version of a policy may look like.
  void change(policy& of) {
    const std::uint32_t count = static_cast<std::uint32_t>(of.access_control_count());
    if (below(4) == 0 || count == 0) return access_controls(of);
    const auto id = of.access_control_at(below(count)).id();
    switch (below(5)) {
      case 0:
        (void)of.set_owner(id, server());
        return;
      case 1:
        (void)of.erase_id(id);
        return;
      case 2:
        (void)of.add_account(server());
        return;
      case 3:
        (void)of.erase_account(server());
        return;
      default:
        (void)of.set_entry(id, {server(), lac::access_rights{std::uint16_t(below(32))}});
    }
  }

 private:
  void objects(model& into) {
    for (const unsigned id : {0U, 1U, 3U, 9U, 21U}) {
      if (below(4) == 0) continue;
      const bool single = id == 3;
      (void)into.add_object(lac::object_id{id},
                            single ? lac::multiplicity::single : lac::multiplicity::multiple);
      for (std::uint32_t k = 0; k < below(3) + (single ? 1 : 0); ++k)
        (void)into.add_instance(lac::object_id{id}, lac::object_instance_id{k});
      for (std::uint32_t k = 0; k < 1 + below(3); ++k)
        (void)into.add_resource(lac::object_id{id},
                                {lac::resource_id{k}, lac::access_type{std::uint8_t(below(8) << 5)},
                                 below(3) == 0, below(3) == 0});
    }
  }

  void access_controls(policy& into) {
    for (std::uint32_t k = 0; k < below(5); ++k) {
      const unsigned objects[] = {1, 3, 9};
      const lac::object_id object{objects[below(3)]};
      const lac::access_control_target target =
          below(4) == 0 ? lac::access_control_target{object}
                        : lac::access_control_target{object, lac::object_instance_id{below(3)}};
      const lac::access_control_owner owner = target.is_object_level() || below(6) == 0
                                                  ? lac::access_control_owner{lac::bootstrap}
                                                  : lac::access_control_owner{server()};
      const lac::object_instance_id id = into.lowest_free_id();
      if (into.add({id, target, owner, {}}) != lac::status::done) continue;
      for (std::uint32_t n = 0; n < below(4); ++n) entry(into, id);
    }
  }

  void entry(policy& into, lac::object_instance_id id) {
    const lac::acl_instance_id who = below(4) == 0
                                         ? lac::acl_instance_id{lac::default_short_server_id{}}
                                         : lac::acl_instance_id{server()};
    (void)into.set_entry(id, {who, lac::access_rights{std::uint16_t(below(34))}});
  }

  std::minstd_rand random_;
};

}  // namespace program

#pragma once

// Random policies, object models and requests, small enough that they meet often.

#include <lwm2m/access.hpp>
#include <lwm2m/access/affected.hpp>
#include <lwm2m/access/visible.hpp>

#include <vector>

#include "support/dice.hpp"

namespace random_worlds {

namespace lac = lwm2m::access;

using policy = lac::policy<24, 96, 4>;
using model = lac::object_model<6, 24, 32>;

inline std::uint16_t any_object(dice& d) { return d.one_of({0, 1, 1, 3, 3, 5, 5, 21, 3303, 9}); }
inline std::uint16_t any_server(dice& d) { return d.one_of({101, 101, 102, 102, 103, 7}); }

inline model random_model(dice& d) {
  model made;
  for (const unsigned id : {1U, 3U, 5U, 21U, 3303U}) {
    const lac::object_id object{id};
    const bool single = d.below(3) == 0;
    (void)made.add_object(object, single ? lac::multiplicity::single : lac::multiplicity::multiple);
    for (unsigned k = 1 + d.below(4); k > 0; --k)
      (void)made.add_instance(object, lac::object_instance_id{d.below(4)});
    for (unsigned k = 3 + d.below(6); k > 0; --k)
      (void)made.add_resource(object, {lac::resource_id{d.below(6)},
                                       lac::access_type{static_cast<std::uint8_t>(d.below(8) << 5)},
                                       d.below(3) == 0, d.below(4) == 0});
  }
  return made;
}

inline policy random_policy(dice& d) {
  policy made{lac::edition_of(static_cast<lac::edition_name>(1 + d.below(4)))};
  for (unsigned k = 1 + d.below(5); k > 0; --k)
    (void)made.add_account(lac::short_server_id{any_server(d)});
  if (d.below(8) == 0) (void)made.disable();
  for (unsigned k = d.below(4) == 0 ? 0 : d.below(20); k > 0; --k) {
    const lac::object_id object{any_object(d)};
    const bool whole = d.below(4) == 0;
    const lac::access_control_target target =
        whole ? lac::access_control_target{object}
              : lac::access_control_target{object, lac::object_instance_id{d.below(4)}};
    const auto owner = lac::access_control_owner::from_wire(whole ? 65535U : any_server(d));
    const lac::object_instance_id id{d.below(30)};
    if (made.add({id, target, owner, lac::acl_view{}}) != lac::status::done) continue;
    for (unsigned e = d.below(4); e > 0; --e) {
      const lac::acl_instance_id entry{lac::resource_instance_id{d.one_of({0, 101, 102, 103})}};
      const unsigned rights = whole ? 16 * d.below(2) : d.below(16);
      (void)made.set_entry(id, {entry, lac::access_rights{static_cast<std::uint16_t>(rights)}});
    }
  }
  return made;
}

inline lac::path random_path(dice& d) {
  const lac::object_id o{d.below(6) == 0 ? std::uint16_t{2} : any_object(d)};
  const lac::object_instance_id i{d.below(5)};
  const lac::resource_id r{d.below(6)};
  switch (d.below(12)) {
    case 0:
      return lac::path::root();
    case 1:
    case 2:
      return lac::path{o};
    case 3:
    case 4:
    case 5:
      return lac::path{o, i};
    case 6:
      return lac::path{o, i, r, lac::resource_instance_id{d.one_of({0, 1, 101, 102})}};
    default:
      return lac::path{o, i, r};
  }
}

struct question {
  lac::request asked{};
  std::vector<lac::path> payload{};
};

inline question random_question(dice& d) {
  question made;
  made.asked.op = static_cast<lac::operation>(1 + d.below(15));
  if (d.below(12) == 0)
    made.asked.who = lac::bootstrap;
  else
    made.asked.who = lac::short_server_id{any_server(d)};
  const bool one_path = !lac::facts_of(made.asked.op).is.lists();
  if (one_path) made.asked.target = random_path(d);
  const bool conveys = !one_path || d.below(3) == 0;
  for (unsigned k = conveys ? 1 + d.below(3) : 0; k > 0; --k) {
    const lac::path& at = made.asked.target;
    const bool inside = one_path && at.level() == lac::level::object_instance && d.below(8) != 0;
    made.payload.push_back(
        inside ? lac::path{at.object(), at.object_instance(), lac::resource_id{d.below(6)}}
               : random_path(d));
  }
  return made;
}

}  // namespace random_worlds

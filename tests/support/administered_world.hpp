#pragma once

// A policy made from a world, and read back as one.

#include <lwm2m/access/life_cycle.hpp>
#include <lwm2m/access/policy.hpp>

#include <array>
#include <cstddef>
#include <cstring>
#include <sstream>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include "support/administration_model.hpp"
#include "support/world.hpp"

namespace administration {

namespace lac = lwm2m::access;
using op = operation;

inline constexpr edition_name every_edition[] = {edition_name::draft, edition_name::v1_0,
                                                 edition_name::v1_1, edition_name::v1_2};
inline constexpr edition_name finals[] = {edition_name::v1_0, edition_name::v1_1,
                                          edition_name::v1_2};
inline constexpr edition_name with_composites[] = {edition_name::v1_1, edition_name::v1_2};

/// The path of these numbers, which may be reserved ones.
inline path at(unsigned o) { return path{lac::object_id{o}}; }
inline path at(unsigned o, unsigned i) { return {lac::object_id{o}, lac::object_instance_id{i}}; }
inline path at(unsigned o, unsigned i, unsigned r) {
  return {lac::object_id{o}, lac::object_instance_id{i}, lac::resource_id{r}};
}
inline path at(unsigned o, unsigned i, unsigned r, unsigned n) {
  return {lac::object_id{o}, lac::object_instance_id{i}, lac::resource_id{r},
          lac::resource_instance_id{n}};
}

// ------------------------------------------------------------------ states

/// What a policy says, in the words of policy text.
inline std::string words(const world& w) {
  std::ostringstream to;
  to << "edition " << reference::words(w.edition) << "\nservers";
  for (const unsigned each : w.accounts) to << ' ' << each;
  to << (w.disabled ? "\naccess-control disabled\n" : "\n");
  for (const auto& [governed, each] : w.acls) reference::tell(to, governed, each);
  return to.str();
}

/// The policy of the engine as a world, which then has the given objects.
template <class Policy>
world world_of(const Policy& policy, std::map<unsigned, reference::object> objects = {}) {
  world w{policy.rules().name, policy.is_disabled(), {}, {}, std::move(objects), {}};
  for (const lac::short_server_id each : policy.accounts()) w.accounts.insert(each.value());
  for (std::size_t k = 0; k < policy.access_control_count(); ++k) {
    const auto one = policy.access_control_at(k);
    access_control to{one.id().value(), one.owner().value(), {}};
    for (const lac::acl_entry each : one.entries()) to.entries[each.id.value()] = each.rights.raw();
    w.acls[{one.target().object().value(), one.target().instance().value()}] = to;
  }
  return w;
}

inline change told_change(const lac::access_control_change& told) {
  return {
      told.kind, told.id.value(), {told.target.object().value(), told.target.instance().value()}};
}

inline std::string words(const changes& all) {
  static const char* const kinds[] = {"(0)", "made", "changed", "erased"};
  std::ostringstream to;
  for (const change& each : all)
    to << kinds[static_cast<std::size_t>(each.kind)] << " /2/" << each.n << " for /"
       << each.governed.first << '/' << each.governed.second << '\n';
  return to.str();
}

/// The bytes of a policy: what a refused command must leave as they were.
template <class Policy>
class bytes_of {
 public:
  explicit bytes_of(const Policy& policy) { std::memcpy(bytes_.data(), &policy, sizeof policy); }
  bool are_still_those_of(const Policy& policy) const {
    return std::memcmp(bytes_.data(), &policy, sizeof policy) == 0;
  }

 private:
  std::array<unsigned char, sizeof(Policy)> bytes_;
};

/// The policy of that size that says what the world does. The world must fit.
template <class Policy>
Policy policy_of(const world& w) {
  Policy made{lac::edition_of(w.edition)};
  bool held = true;
  const auto hold = [&](status what) { held = held && what == status::done; };
  for (const unsigned each : w.accounts) hold(made.add_account(lac::short_server_id{each}));
  for (const auto& [governed, from] : w.acls) {
    lac::access_control<lac::acl<24>> to{lac::object_instance_id{from.n},
                                         stack::target_of(governed),
                                         stack::owner_of(from.owner),
                                         {}};
    for (const auto& [who, right] : from.entries)
      hold(to.acl.add(stack::entry_id(who), lac::access_rights{static_cast<std::uint16_t>(right)}));
    hold(made.add(to));
  }
  if (w.disabled) hold(made.disable());
  if (!held) throw std::logic_error{"the policy has no room for the world"};
  return made;
}

inline constexpr unsigned by_bootstrap = 65536;

using paths = std::vector<path>;

// ------------------------------------------------------------------ a world to begin with

/// Three Servers; an instance of 101 (`/2/0`), one of 102 (`/2/1`), one of the Bootstrap interface
/// (`/2/2`), and who may Create instances of Object 5 (`/2/3`).
inline world home(edition_name edition) {
  using reference::C, reference::D, reference::E, reference::R, reference::W;
  using reference::type_E, reference::type_R, reference::type_W;
  world w{edition, false, {101, 102, 103}, {}, {}, {}};
  w.objects[0] = {false, {0}, {{0, {type_R}}}, {0}};
  w.objects[1] = {false, {0}, {{0, {type_R}}, {1, {type_R | type_W}}}};
  w.objects[3] = {true, {0}, {{0, {type_R}}, {4, {type_E}}, {13, {type_R | type_W}}}};
  w.objects[5] = {
      false,
      {1, 2},
      {{0, {type_R | type_W, false, true}}, {1, {type_R}}, {3, {type_R | type_W, true}}}};
  w.acls[{3, 0}] = {0, 101, {{101, R | W | E | D}, {102, R}}};
  w.acls[{5, 1}] = {1, 102, {{0, R}, {101, R | W}}};
  w.acls[{5, 2}] = {2, 65535, {{102, R | W | E | D}}};
  w.acls[{5, 65535}] = {3, 65535, {{101, C}, {102, 0}}};
  return w;
}

/// The same, with so many entries in `/2/0` that a policy with room for eight fours has `left` of
/// them. Each of the other instances has room for more in its own.
inline world crowded(edition_name edition, unsigned left) {
  world w = home(edition);
  auto& entries = w.acls.at({3, 0}).entries;
  for (unsigned id = 1001; entries.size() < 4 * (5 - left); ++id) entries[id] = reference::R;
  return w;
}
using policy_of_eight_fours = lac::policy<8, 32, 4>;

}  // namespace administration

#pragma once

// The small world of the theorems: few Objects, Servers and rights, but every kind of each. It is
// the same while compiling and at run time.

#include <vector>

#include "theorems/theorem.hpp"

namespace theorems::small {

using policy = lac::policy<10, 28, 4>;
using model = lac::object_model<8, 12, 24>;
using world = theorems::world<policy, model>;

inline constexpr unsigned absent = 32;

/// What is varied of a policy.
struct variant {
  lac::edition_name edition;
  std::size_t accounts;  ///< 0 to 3: 102, then 101, then 103
  unsigned owner;        ///< of `/5/1`
  unsigned own;          ///< right of the entry of 102, or `absent`
  unsigned other;        ///< right of the default entry, or `absent`
  bool disabled;         ///< then without Access Control Object Instances
};

constexpr model objects() {
  model made;
  const auto add = [&](unsigned id, lac::multiplicity kind, auto... instances) {
    (void)made.add_object(lac::object_id{id}, kind);
    ((void)made.add_instance(lac::object_id{id}, lac::object_instance_id{instances}), ...);
  };
  const auto define = [&](unsigned id, unsigned resource, unsigned type, bool multiple = false,
                          bool mandatory = false) {
    const lac::access_type operations{static_cast<std::uint8_t>(type)};
    (void)made.add_resource(lac::object_id{id},
                            {lac::resource_id{resource}, operations, multiple, mandatory});
  };
  add(0, lac::multiplicity::single, 0);
  define(0, 0, 0xC0);
  add(1, lac::multiplicity::multiple, 0);
  define(1, 0, 0x80, false, true);
  add(3, lac::multiplicity::single, 0);
  define(3, 0, 0x80);
  define(3, 4, 0x20);
  define(3, 13, 0xC0, true);
  add(5, lac::multiplicity::multiple, 1, 2);
  define(5, 0, 0xC0, false, true);
  define(5, 1, 0x80, false, true);
  define(5, 2, 0x20);
  define(5, 3, 0xC0, true);
  define(5, 4, 0x00);
  add(6, lac::multiplicity::single);
  define(6, 0, 0xC0);
  add(21, lac::multiplicity::single, 0);
  define(21, 0, 0xC0);
  return made;
}

constexpr void govern(policy& to, unsigned id, lac::access_control_target target, unsigned owner,
                      unsigned own, unsigned other) {
  const auto owned_by = lac::access_control_owner::from_wire(owner);
  const lac::object_instance_id n{id};
  const unsigned mask = target.is_object_level() ? 16 : 31;
  const auto right = [mask](unsigned raw) {
    return lac::access_rights{static_cast<std::uint16_t>(raw & mask)};
  };
  (void)to.add({n, target, owned_by, lac::acl_view{}});
  if (own != absent) (void)to.set_entry(n, {102_server, right(own)});
  if (other != absent) (void)to.set_entry(n, {lac::default_short_server_id{}, right(other)});
}

constexpr policy policy_of(const variant& v) {
  policy made{lac::edition_of(v.edition)};
  const lac::short_server_id servers[] = {102_server, 101_server, 103_server};
  for (std::size_t k = 0; k < v.accounts; ++k) (void)made.add_account(servers[k]);
  if (v.disabled) {
    (void)made.disable();
    return made;
  }
  const auto instance = [](const path& at) { return lac::access_control_target::of(at); };
  govern(made, 0, instance("/3/0"_path), 101, v.own, v.other);
  govern(made, 4, instance("/5/1"_path), v.owner, v.own, v.other);
  govern(made, 2, instance("/5/2"_path), 65535, v.own, absent);
  govern(made, 5, instance("/5"_path), 65535, v.own, v.other);
  govern(made, 6, instance("/6"_path), 65535, v.own, absent);
  govern(made, 3, instance("/5/9"_path), 101, v.own, v.other);
  govern(made, 9, instance("/21/0"_path), 101, v.own, absent);
  return made;
}

constexpr world world_of(const variant& v) { return {policy_of(v), objects()}; }

/// Calls `act` with each world.
void for_each_variant(const auto& act) {
  using enum lac::edition_name;
  for (const lac::edition_name edition : {draft, v1_0, v1_1, v1_2})
    for (const std::size_t accounts : {0U, 1U, 2U, 3U}) {
      if (edition == v1_2) act(variant{edition, accounts, 101, absent, absent, true});
      for (const unsigned owner : {101U, 102U})
        for (const unsigned own : {absent, 0U, 1U, 2U, 4U, 8U, 16U, 31U})
          for (const unsigned other : {absent, 0U, 1U, 31U})
            act(variant{edition, accounts, owner, own, other, false});
    }
}

// ------------------------------------------------------------------ what is asked

struct question {
  lac::requester who{};
  operation op{};
  path target{};
  path_list payload{};

  /// It borrows the payload.
  [[nodiscard]] constexpr lac::request asked() const { return {who, op, target, payload}; }
};

inline constexpr lac::requester requesters[] = {
    101_server, 102_server, 103_server, 104_server, lac::short_server_id{}, lac::bootstrap};

inline constexpr path paths[] = {path{},
                                 path::root(),
                                 "/0"_path,
                                 "/0/0/0"_path,
                                 "/21"_path,
                                 "/21/0"_path,
                                 "/21/0/0"_path,
                                 "/1"_path,
                                 "/1/0"_path,
                                 "/1/0/0"_path,
                                 "/3"_path,
                                 "/3/0"_path,
                                 "/3/1"_path,
                                 "/3/0/0"_path,
                                 "/3/0/4"_path,
                                 "/3/0/13"_path,
                                 "/3/0/13/0"_path,
                                 "/3/0/0/0"_path,
                                 "/3/0/9"_path,
                                 "/5"_path,
                                 "/5/1"_path,
                                 "/5/2"_path,
                                 "/5/7"_path,
                                 "/5/9"_path,
                                 "/5/1/0"_path,
                                 "/5/1/1"_path,
                                 "/5/1/2"_path,
                                 "/5/1/3"_path,
                                 "/5/1/4"_path,
                                 "/5/1/3/7"_path,
                                 "/5/2/0"_path,
                                 "/6"_path,
                                 "/6/0"_path,
                                 "/8"_path,
                                 "/8/0/0"_path,
                                 "/2"_path,
                                 "/2/0"_path,
                                 "/2/4"_path,
                                 "/2/8"_path,
                                 "/2/0/0"_path,
                                 "/2/4/2"_path,
                                 "/2/4/3"_path,
                                 "/2/0/4"_path,
                                 "/2/4/2/0"_path,
                                 "/2/4/2/102"_path,
                                 "/2/4/2/103"_path,
                                 "/2/0/3/0"_path,
                                 path{lac::object_id{5}, lac::object_instance_id{}},
                                 path{lac::objects::access_control, lac::object_instance_id{4u},
                                      lac::resource_id{2u}, lac::resource_instance_id{}}};

/// Paths of a list.
inline constexpr path listed[] = {"/5"_path,     "/5/1"_path,      "/5/1/0"_path, "/5/2/3/1"_path,
                                  "/3/0/0"_path, "/3/0/4"_path,    "/5/7/0"_path, "/0/0/0"_path,
                                  "/2/4/3"_path, "/2/0/2/102"_path};

/// What a Write or Create conveys, and to where.
inline constexpr path targets[] = {"/5"_path,   "/5/1"_path, "/5/9"_path,  "/6"_path,
                                   "/3/0"_path, "/2/4"_path, "/5/1/3"_path};
inline constexpr path conveyed[] = {
    "/5/9/0"_path,
    "/5/9/1"_path,
    "/5/1/0"_path,
    "/5/1/3/7"_path,
    "/5/1/1"_path,
    "/6/0/0"_path,
    "/3/0/13"_path,
    "/2/4/3"_path,
    path{lac::object_id{5u}, lac::object_instance_id{}, lac::resource_id{0u}}};

/// The question about one path: as Uri-Path, or as the list of a composite.
constexpr question about_one(lac::requester who, operation op, const path& at) {
  question q{who, op, at, {}};
  if (op < operation::send) return q;
  q.target = {};
  q.payload.add(at);
  return q;
}

inline void add_payloads(std::vector<question>& all, lac::requester who, operation op,
                         const path& target, lac::view<path> named) {
  all.push_back({who, op, target, {}});
  for (const path& first : named)
    for (const path* second = &first; second != named.end(); ++second) {
      question q{who, op, target, {}};
      q.payload.add(first);
      if (first != *second) q.payload.add(*second);
      all.push_back(q);
    }
}

/// Everything that is asked of each world.
inline std::vector<question> questions() {
  std::vector<question> all;
  for (const lac::requester who : requesters) {
    for (int op = 0; op <= 16; ++op)
      for (const path& at : paths) all.push_back(about_one(who, operation(op), at));
    if (who == lac::requester{}) continue;
    for (const operation op : {operation::read_composite, operation::observe_composite,
                               operation::write_composite, operation::send, operation::notify})
      add_payloads(all, who, op, path{}, listed);
    for (const operation op : {operation::write, operation::update, operation::create})
      for (const path& target : targets) add_payloads(all, who, op, target, conveyed);
  }
  return all;
}

}  // namespace theorems::small

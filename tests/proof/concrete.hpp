#pragma once

// The formula of model.hpp, computed: a world of the engine's own policy and objects.

#include <bit>

#include "proof/model.hpp"

namespace proof {

/// A 16-bit number.
struct number {
  unsigned value;

  explicit number(auto from) : value{number_of(from)} {}
  friend bool operator==(const number&, const number&) = default;
};

template <class Policy, class Objects>
struct concrete_world {
  using number = proof::number;
  using truth = bool;

  const Policy& policy;
  const Objects& objects;

  static bool includes(const number& all, const number& wanted) {
    return (wanted.value & ~all.value) == 0;
  }
  template <class Value>
  static Value choose(bool when, const Value& then, const Value& otherwise) {
    return when ? then : otherwise;
  }

  [[nodiscard]] const lac::edition& rules() const { return policy.rules(); }
  [[nodiscard]] bool account(number s) const { return policy.has_account(server(s)); }
  [[nodiscard]] bool only_account() const { return policy.account_count() == 1; }
  [[nodiscard]] bool disabled() const { return policy.is_disabled(); }

  [[nodiscard]] bool room(number entries) const { return policy.has_room_for(entries.value); }

  [[nodiscard]] bool governed(number o, number i) const { return static_cast<bool>(find(o, i)); }
  [[nodiscard]] number owner(number o, number i) const { return owner_of(find(o, i)); }
  [[nodiscard]] bool present(number o, number i, number id) const {
    return static_cast<bool>(find(o, i).find(entry(id)));
  }
  [[nodiscard]] number right(number o, number i, number id) const {
    return number{find(o, i).find(entry(id)).rights().raw()};
  }

  [[nodiscard]] bool managed(number n) const { return static_cast<bool>(find_id(n)); }
  [[nodiscard]] number managed_owner(number n) const { return owner_of(find_id(n)); }
  [[nodiscard]] bool managed_present(number n, number id) const {
    return static_cast<bool>(find_id(n).find(entry(id)));
  }

  [[nodiscard]] bool object(number o) const { return static_cast<bool>(of(o)); }
  [[nodiscard]] bool single(number o) const { return of(o).is_single(); }
  [[nodiscard]] bool occupied(number o) const { return of(o).instance_count() > 0; }
  [[nodiscard]] bool must_convey(number o) const {
    for (const lac::resource_definition& each : of(o).resources())
      if (each.is_mandatory() && each.operations().has(lac::resource_operation::write)) return true;
    return false;
  }
  [[nodiscard]] bool instance(number o, number i) const {
    return of(o).has_instance(lac::object_instance_id{i.value});
  }
  [[nodiscard]] bool kept(number o, number i) const {
    if constexpr (requires { of(o).is_kept(lac::object_instance_id{}); })
      return of(o).is_kept(lac::object_instance_id{i.value});
    return false;
  }
  /// Of a `single` Object always 0 (D8).
  [[nodiscard]] number lowest_free(number o) const {
    unsigned lowest = 0;
    while (!single(o) && lowest < 65535 && instance(o, number{lowest})) ++lowest;
    return number{lowest};
  }
  [[nodiscard]] bool filled(number o) const { return of(o).instance_count() == 65535; }
  [[nodiscard]] bool defined(number o, number r) const {
    return static_cast<bool>(definition(o, r));
  }
  [[nodiscard]] number type(number o, number r) const {
    return number{definition(o, r).operations().raw()};
  }
  [[nodiscard]] bool multiple(number o, number r) const { return definition(o, r).is_multiple(); }
  [[nodiscard]] bool resource(number o, number i, number r) const {
    return of(o).has_resource(lac::object_instance_id{i.value}, lac::resource_id{r.value});
  }
  [[nodiscard]] bool resource_instance(number o, number i, number r, number n) const {
    return of(o).has_resource_instance(lac::object_instance_id{i.value}, lac::resource_id{r.value},
                                       lac::resource_instance_id{n.value});
  }

  [[nodiscard]] static number needs(number op) { return number{facts(op).needs.raw()}; }
  [[nodiscard]] static number supported_by(number op) {
    return number{facts(op).supported_by.raw()};
  }
  [[nodiscard]] static number traits(number op) {
    return number{std::bit_cast<std::uint8_t>(facts(op).is)};
  }
  [[nodiscard]] static bool for_bootstrap(number op, number level) {
    return facts(op).for_bootstrap.has(static_cast<lac::level>(level.value));
  }
  [[nodiscard]] static bool applies(number op, number level) {
    return facts(op).applies.has(static_cast<lac::level>(level.value));
  }

 private:
  static const lac::operation_facts& facts(number op) {
    return lac::facts_of(static_cast<lac::operation>(op.value));
  }
  static lac::short_server_id server(number s) { return lac::short_server_id{s.value}; }
  static lac::acl_instance_id entry(number id) {
    return lac::acl_instance_id{lac::resource_instance_id{id.value}};
  }
  static number owner_of(const auto& one) { return number{one.owner().value()}; }
  [[nodiscard]] auto find(number o, number i) const {
    return policy.find(lac::access_control_target::from_wire(lac::object_id{o.value}, i.value));
  }
  [[nodiscard]] auto find_id(number n) const {
    return policy.find_id(lac::object_instance_id{n.value});
  }
  [[nodiscard]] auto of(number o) const { return objects.find_object(lac::object_id{o.value}); }
  [[nodiscard]] lac::resource_definition definition(number o, number r) const {
    return of(o).definition(lac::resource_id{r.value});
  }
};

/// What is asked, of one path. `at` is the Uri-Path, or the one of a Write-Composite.
template <class World>
question<World> question_about(const lac::request& asked, const lac::path& at) {
  return {asked.who.is_bootstrap(),
          number{asked.who.server().value()},
          number{asked.op},
          number{at.level()},
          number{at.object().value()},
          number{at.object_instance().value()},
          number{at.resource().value()},
          number{at.resource_instance().value()}};
}

}  // namespace proof

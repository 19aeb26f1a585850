#pragma once

// What mends a refusal: for each reason, the change to the world or to the request that its name
// asks for.

#include "theorems/theorem.hpp"

namespace theorems {

template <class World>
class mended {
 public:
  constexpr mended(const World& w, const lac::request& q)
      : w_{w}, who_{q.who}, op_{q.op}, target_{q.target} {
    for (const path& each : q.payload) payload_.add(each);
  }

  [[nodiscard]] constexpr lac::request asked() const { return {who_, op_, target_, payload_}; }
  [[nodiscard]] constexpr lac::decision decide() const { return theorems::decide(w_, asked()); }

  /// Mends what `given` was refused for.
  constexpr void mend(const lac::decision& given) { mend(given.reason(), given.first_bad_path()); }

 private:
  constexpr void mend(reason why, const path& at) {
    // clang-format off
    switch (why) {
      case reason::object_is_restricted: return replace(at, move(at, 5));
      case reason::composite_path_too_short: return replace(at, lengthened(at));
      case reason::no_account: return give_account();
      case reason::operation_unknown: return know_operation();
      case reason::not_for_bootstrap: return ask_as(server_102);
      case reason::path_missing: return name_something();
      case reason::path_is_root: return replace(at, object_5);
      case reason::payload_outside_uri_path: return drop(at);
      case reason::payload_names_two_instances: return drop(at);
      case reason::object_not_found: return add_object(at);
      case reason::object_instance_not_found: return add_instance(at);
      case reason::operation_not_on_object: return replace(at, path{at.object(), instance_of(at)});
      case reason::access_right_missing: return grant(at, rule::needed(op_));
      case reason::not_the_owner: return own(at);
      case reason::kept_by_the_client: return leave_to_bootstrap(at);
      case reason::nothing_readable: return make_readable();
      case reason::no_right_on_any_instance: return make_readable();
      case reason::resource_not_found: return add_resource(at);
      case reason::resource_instance_not_found: return replace(at, resource_of(at));
      case reason::operation_not_on_this_level: return change_level(at);
      case reason::device_instance_is_kept: return replace(at, move(at, 5));
      case reason::operation_not_supported: return support(at);
      case reason::access_control_read_only: return replace(at, owner_of(at));
      case reason::mandatory_resource_missing: return payload_.add(in_made_instance(at));
      case reason::object_instance_exists: return erase_instance(at);
      case reason::object_instance_id_reserved: return name_instance(at, 40);
      case reason::object_instance_id_not_zero: return name_instance(at, 0);
      case reason::entry_id_reserved: return replace(at, entry_of(at));
      case reason::no_room: return leave_one_account();
      default: return;
    }
    // clang-format on
  }

  // --- the request

  constexpr void ask_as(lac::requester who) { who_ = who; }
  constexpr void replace(const path& at, const path& by) {
    if (target_ == at) target_ = by;
    change_payload([&](const path& each) { return each == at ? by : each; });
  }
  constexpr void drop(const path& at) {
    change_payload([&](const path& each) { return each == at ? path{} : each; });
    if (at.is_none()) payload_ = {};
  }
  constexpr void change_payload(const auto& change) {
    const path_list before = payload_;
    payload_ = {};
    for (std::size_t k = 0; k < before.size(); ++k)
      if (const path each = change(before.data()[k]); each != path{} || before.data()[k].is_none())
        payload_.add(each);
  }

  static constexpr path move(const path& at, unsigned object) {
    const lac::object_id o{object};
    if (at.level() <= level::object) return path{o};
    if (at.level() == level::object_instance) return path{o, at.object_instance()};
    if (at.level() == level::resource) return path{o, at.object_instance(), at.resource()};
    return path{o, at.object_instance(), at.resource(), at.resource_instance()};
  }
  static constexpr path with_instance(const path& at, lac::object_instance_id i) {
    if (at.level() <= level::object_instance) return path{at.object(), i};
    if (at.level() == level::resource) return path{at.object(), i, at.resource()};
    return path{at.object(), i, at.resource(), at.resource_instance()};
  }
  static constexpr path lengthened(const path& at) {
    const bool has_object = at.object().is_valid();
    return path{has_object ? at.object() : lac::object_id{5u},
                at.level() > level::object ? at.object_instance() : lac::object_instance_id{1u},
                lac::resource_id{3u}};
  }
  static constexpr path resource_of(const path& at) {
    return path{at.object(), at.object_instance(), at.resource()};
  }
  static constexpr path owner_of(const path& at) {
    return path{at.object(), at.object_instance(), lac::resource_id{3u}};
  }
  static constexpr path entry_of(const path& at) {
    return path{at.object(), at.object_instance(), at.resource(), lac::resource_instance_id{102u}};
  }
  constexpr void change_level(const path& at) {
    if (op_ == operation::create) return replace(at, path{at.object()});
    if (op_ == operation::delete_) return replace(at, path{at.object(), at.object_instance()});
    const bool above = at.level() < level::resource;
    replace(at, above ? lengthened(at) : resource_of(at));
  }
  constexpr void name_something() {
    if (rule::lists_paths(op_)) return payload_.add(resource_5_1_3);
    target_ = op_ == operation::create ? object_5 : resource_5_1_3;
  }
  constexpr void name_instance(const path& at, unsigned id) {
    const lac::object_instance_id free{id};
    if (target_.level() >= level::object_instance) target_ = with_instance(target_, free);
    change_payload([&](const path& each) {
      return each.object() == at.object() && each.level() >= level::object_instance
                 ? with_instance(each, free)
                 : each;
    });
  }
  /// A Resource that is missing, in the instance that the request names, whatever that is.
  [[nodiscard]] constexpr path in_made_instance(const path& at) const {
    if (target_.level() > level::object) return with_instance(at, target_.object_instance());
    for (std::size_t k = 0; k < payload_.size(); ++k)
      if (const path& each = payload_.data()[k]; each.level() > level::object)
        return with_instance(at, each.object_instance());
    return at;
  }
  constexpr void leave_to_bootstrap(const path& at) {
    if (op_ == operation::create)
      replace(at, move(at, 5));
    else
      who_ = lac::bootstrap;
  }
  constexpr void know_operation() {
    if (!rule::is_operation(op_))
      op_ = operation::read;
    else
      w_ = under(w_, lac::editions::v1_1);
  }

  // --- the policy

  constexpr void give_account() {
    if (!who_.server().is_valid()) who_ = server_102;
    if (w_.policy.add_account(who_.server()) == lac::status::done) return;
    (void)w_.policy.erase_account(w_.policy.accounts()[0]);
    (void)w_.policy.add_account(who_.server());
  }
  /// A2: then nothing is to be granted.
  constexpr void leave_one_account() {
    erase_accounts(w_.policy, [&](lac::short_server_id each) { return each != who_.server(); });
  }
  constexpr void grant(const path& at, lac::access_rights needed) {
    const lac::access_control_target target = governing(w_, {who_, op_, at, {}});
    if (!target.is_valid() || (!target.is_object_level() && !target.instance().is_valid()))
      return replace(at, path{at.object()});
    if (!w_.policy.find(target))
      (void)w_.policy.add({w_.policy.lowest_free_id(), target, lac::bootstrap, lac::acl_view{}});
    const auto one = w_.policy.find(target);
    const lac::acl_entry entry{who_.server(), needed};
    if (w_.policy.set_entry(one.id(), entry) != lac::status::done) leave_one_account();
  }
  /// An Object-level instance is the Bootstrap interface's alone.
  constexpr void own(const path& at) {
    if (w_.policy.set_owner(at.object_instance(), who_.server()) == lac::status::done) return;
    if (rule::is_of_bootstrap(op_) && at.level() == level::object_instance)
      who_ = lac::bootstrap;
    else
      replace(at, move(at, 5));
  }

  // --- the objects

  /// An instance that is there, else the lowest one.
  [[nodiscard]] constexpr lac::object_instance_id instance_of(const path& at) const {
    if (at.object() == lac::objects::access_control && w_.policy.access_control_count() > 0)
      return w_.policy.access_control_id(0);
    const auto object = w_.objects.find_object(at.object());
    const bool any = object && object.instance_count() > 0;
    return any ? object.instance(0) : lac::object_instance_id{0u};
  }
  constexpr void add_object(const path& at) {
    const auto what = lac::multiplicity::multiple;
    if (w_.objects.add_object(at.object(), what) != lac::status::done) replace(at, move(at, 5));
  }
  constexpr void add_instance(const path& at) {
    const bool is_managed = at.object() == lac::objects::access_control;
    if (is_managed && w_.policy.access_control_count() == 0)
      (void)w_.policy.add({lac::object_instance_id{0u},
                           {lac::object_id{5u}, lac::object_instance_id{1u}},
                           lac::bootstrap,
                           lac::acl_view{}});
    if (is_managed ||
        w_.objects.add_instance(at.object(), at.object_instance()) != lac::status::done)
      replace(at, with_instance(at, instance_of(at)));
  }
  constexpr void add_resource(const path& at) {
    if (at.object() == lac::objects::access_control) return replace(at, owner_of(at));
    const lac::resource_definition added{at.resource(), lac::access_type{0xE0}, true, false};
    if (w_.objects.add_resource(at.object(), added) == lac::status::done) return;
    const auto object = w_.objects.find_object(at.object());
    replace(at, path{at.object(), at.object_instance(), object.definition_at(0).id()});
  }
  constexpr void erase_instance(const path& at) {
    const auto object = w_.objects.find_object(at.object());
    const bool there = object.has_instance(at.object_instance());
    (void)w_.objects.erase_instance(at.object(), there ? at.object_instance() : object.instance(0));
  }
  /// The same objects, but with a Resource that supports everything.
  constexpr void support(const path& at) {
    if (at.object() == lac::objects::access_control) return replace(at, move(at, 5));
    decltype(w_.objects) other;
    for (std::size_t k = 0; k < w_.objects.object_count(); ++k) {
      const auto one = w_.objects.object_at(k);
      (void)other.add_object(
          one.id(), one.is_single() ? lac::multiplicity::single : lac::multiplicity::multiple);
      for (const lac::object_instance_id i : one.instances()) (void)other.add_instance(one.id(), i);
      for (lac::resource_definition each : one.resources()) {
        if (one.id() == at.object() && each.id() == at.resource())
          each = {each.id(), lac::access_type{0xE0}, each.is_multiple(), each.is_mandatory()};
        (void)other.add_resource(one.id(), each);
      }
    }
    w_.objects = other;
  }

  /// Of a list, the first path; mended as a Read of it is.
  constexpr void make_readable() {
    path at = !lists(asked()) ? target_ : payload_.size() == 0 ? path{} : payload_.data()[0];
    const path first = at;
    if (at.object() == lac::objects::security || at.object() == lac::objects::oscore ||
        at.level() <= level::root)
      at = object_5;
    if (at.level() == level::object) at = path{at.object(), instance_of(at)};
    mended read{w_, {who_, operation::read, at, {}}};
    for (int left = 20; left > 0 && !read.decide().allowed(); --left) read.mend(read.decide());
    w_ = read.w_;
    who_ = read.who_;
    if (first.is_none())
      payload_.add(read.target_);
    else if (first.level() != level::object || !first.contains(at))
      replace(first, read.target_);
  }

  World w_;
  lac::requester who_;
  operation op_;
  path target_;
  path_list payload_{};
};

}  // namespace theorems

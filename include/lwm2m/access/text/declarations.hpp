#pragma once

#include <lwm2m/access/fixed_vector.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/status.hpp>
#include <lwm2m/access/text/reader.hpp>
#include <lwm2m/access/text/words.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0::detail {

/// What a refused change to a policy or an object model says of the text; `room` when there is
/// none.
[[nodiscard]] constexpr text_expectation expectation_of(status why,
                                                        text_expectation room) noexcept {
  struct row {
    status why;
    text_expectation expected;
  };
  constexpr row rows[] = {
      {status::server_doubled, text_expectation::no_server_twice},
      {status::edition_cannot_disable, text_expectation::an_edition_that_can_disable},
      {status::access_control_present, text_expectation::no_acl_beside_disabled},
      {status::object_invalid, text_expectation::an_object_other_than_2},
      {status::object_doubled, text_expectation::no_object_twice},
      {status::resource_doubled, text_expectation::no_resource_twice},
      {status::id_doubled, text_expectation::no_access_control_twice},
      {status::target_doubled, text_expectation::no_target_twice},
  };
  for (const row& each : rows)
    if (each.why == why) return each.expected;
  return room;
}

/// An acl without its entries, as it stands in the text, and where its parts stand that can be
/// doubled.
struct acl_head {
  token word{};
  token id_at{};
  token target_at{};
  object_instance_id id{};
  access_control_target target{};
  access_control_owner owner{};
};

/// Puts `value` where it belongs in ascending order; false when its like is there. There must be
/// room.
template <class T, std::size_t Capacity>
constexpr bool insert_in_order(fixed_vector<T, Capacity>& into, const T& value) noexcept {
  std::size_t place = into.size();
  while (place > 0 && !(id_of(into[place - 1]) < id_of(value))) --place;
  if (place < into.size() && id_of(into[place]) == id_of(value)) return false;
  into.insert(place, value);
  return true;
}

/// The declarations of one document: edition, servers, access-control, object and acl, read into a
/// policy and an object model that hold nothing before.
template <class Policy, class Model>
class declaration_reader;

template <std::size_t Instances, std::size_t Entries, std::size_t Accounts, class Edition,
          std::size_t Objects, std::size_t ObjectInstances, std::size_t Resources>
class declaration_reader<policy<Instances, Entries, Accounts, Edition>,
                         object_model<Objects, ObjectInstances, Resources>> : public text_reader {
  using Policy = policy<Instances, Entries, Accounts, Edition>;
  using Model = object_model<Objects, ObjectInstances, Resources>;

 public:
  constexpr declaration_reader(view<char> text, Policy& policy, Model& model) noexcept
      : text_reader{text}, policy_{policy}, model_{model} {}

  /// All of a text that holds nothing else.
  constexpr text_mistake read_all() noexcept {
    while (at_.kind() != token_kind::end && declaration()) {
    }
    if (mistake().is_none()) (void)has_edition();
    return mistake();
  }

 protected:
  [[nodiscard]] constexpr bool is_declaration() const noexcept {
    return at_.is("acl") || at_.is("object") || at_.is("servers") || at_.is("edition") ||
           at_.is("access-control");
  }

  constexpr bool declaration() noexcept {
    if (at_.is("acl")) return access_control();
    if (at_.is("object")) return object();
    if (at_.is("servers")) return servers();
    if (at_.is("edition")) return edition_line();
    if (at_.is("access-control")) return enabling();
    return refuse(text_expectation::a_declaration);
  }

  /// Begins the next document, from nothing.
  constexpr void restart() noexcept {
    policy_ = Policy::under(edition{});
    model_ = Model{};
    is_disabled_ = enabling_is_said_ = policy_is_begun_ = false;
  }

  constexpr bool has_edition() noexcept {
    return policy_is_begun_ || refuse(text_expectation::an_edition_before_it);
  }

  // acl: the parts that a declaration and a check share

  /// All of an acl before its entries.
  constexpr bool take_acl(acl_head& into) noexcept {
    into.word = at_.now();
    if (!has_edition() || !take("acl", text_expectation::acl_or_no_acl)) return false;
    if (at_.kind() == token_kind::path && !take_acl_path(into)) return false;
    return take("for", text_expectation::the_word_for) && take_target(into) &&
           take("owner", text_expectation::the_word_owner) && take_owner(into);
  }

  /// The entries that can stand in the acl of that target, at most `room`.
  constexpr bool take_acl_entries(access_control_target target,
                                  std::size_t room = Entries) noexcept {
    entries_.erase(0, entries_.size());
    return take_braces([this, target, room] { return entry(target, room); });
  }
  [[nodiscard]] constexpr acl_view entries() const noexcept { return entries_; }

 private:
  // edition, servers, access-control

  constexpr bool edition_line() noexcept {
    if (policy_is_begun_) return refuse(text_expectation::one_edition);
    at_.advance();
    const edition rules = edition_of(edition_at(at_));
    if (!rules.is_valid()) return refuse(text_expectation::an_edition_name);
    Policy begun = Policy::under(rules);
    if (!(begun.rules() == rules)) return refuse(text_expectation::the_edition_of_the_policy);
    for (const short_server_id server : view<short_server_id>{policy_.accounts()})
      (void)begun.add_account(server);
    policy_ = begun;
    policy_is_begun_ = true;
    at_.advance();
    return !is_disabled_ || is_done(disabled_at_, policy_.disable());
  }

  constexpr bool servers() noexcept {
    at_.advance();
    while (at_.kind() == token_kind::number && !is_request()) {
      short_server_id server;
      if (!see_id(server, text_expectation::a_short_server_id)) return false;
      if (!is_done(policy_.add_account(server), text_expectation::room_for_a_server)) return false;
      at_.advance();
    }
    return true;
  }

  /// A number followed by an operation starts a request.
  [[nodiscard]] constexpr bool is_request() const noexcept {
    scanner next = at_;
    next.advance();
    return operation_at(next) != operation{};
  }

  constexpr bool enabling() noexcept {
    if (enabling_is_said_) return refuse(text_expectation::one_access_control_line);
    enabling_is_said_ = true;
    at_.advance();
    disabled_at_ = at_.now();
    is_disabled_ = skip("disabled");
    if (!is_disabled_) return take("enabled", text_expectation::enabled_or_disabled);
    return !policy_is_begun_ || is_done(disabled_at_, policy_.disable());
  }

  // object

  constexpr bool object() noexcept {
    at_.advance();
    const token object_at = at_.now();
    path at;
    if (!take_path(at, text_expectation::an_object)) return false;
    if (at.level() != level::object) return refuse(object_at, text_expectation::an_object);
    const bool is_single = at_.is("single");
    if (!skip("single") && !take("multiple", text_expectation::single_or_multiple)) return false;
    if (!instances(is_single ? 1 : 65535)) return false;
    resources_.erase(0, resources_.size());
    if (!take_braces([this] { return resource(); })) return false;
    const auto can_have = is_single ? multiplicity::single : multiplicity::multiple;
    return is_done(object_at, model_.add({at.object(), can_have, instances_, resources_}),
                   text_expectation::room_for_an_object);
  }

  constexpr bool instances(std::size_t most) noexcept {
    instances_.erase(0, instances_.size());
    if (!skip("instances")) return true;
    for (; at_.kind() == token_kind::number; at_.advance()) {
      object_instance_id id;
      if (!see_id(id, text_expectation::an_object_instance_id)) return false;
      if (instances_.size() == most)
        return refuse(text_expectation::one_instance_of_a_single_object);
      if (instances_.size() == model_.instance_room())
        return refuse(text_expectation::room_for_an_instance);
      if (!insert_in_order(instances_, id)) return refuse(text_expectation::no_instance_twice);
    }
    return true;
  }

  constexpr bool resource() noexcept {
    const token id_at = at_.now();
    resource_id id;
    access_type operations;
    if (!take_id(id, text_expectation::a_resource_id)) return false;
    if (!take(token_kind::colon, text_expectation::a_colon)) return false;
    if (!skip_letters(operations, operation_letters))
      return refuse(text_expectation::an_access_type);
    const bool says_more = at_.kind() == token_kind::word;
    const bool multiple = says_more && skip("multiple");
    const bool mandatory = says_more && skip("mandatory");
    const resource_definition read{id, operations, multiple, mandatory};
    if (resources_.size() == model_.resource_room())
      return refuse(id_at, text_expectation::room_for_a_resource);
    return insert_in_order(resources_, read) || refuse(id_at, text_expectation::no_resource_twice);
  }

  // acl

  constexpr bool access_control() noexcept {
    if (is_disabled_) return refuse(text_expectation::no_acl_beside_disabled);
    acl_head read;
    if (!take_acl(read) || !take_acl_entries(read.target, policy_.entry_room())) return false;
    if (!read.id.is_valid()) read.id = policy_.lowest_free_id();
    const status added = policy_.add({read.id, read.target, read.owner, entries_});
    const token at = added == status::id_doubled       ? read.id_at
                     : added == status::target_doubled ? read.target_at
                                                       : read.word;
    return is_done(at, added, text_expectation::room_for_an_access_control);
  }

  constexpr bool entry(access_control_target target, std::size_t room) noexcept {
    const token entry_at = at_.now();
    acl_entry read;
    if (!take_entry_id(read.id) || !take(token_kind::colon, text_expectation::a_colon) ||
        !take_rights_of(target, read.rights))
      return false;
    if (entries_.size() == room) return refuse(entry_at, text_expectation::room_for_an_entry);
    return insert_in_order(entries_, read) || refuse(entry_at, text_expectation::no_entry_twice);
  }

  constexpr bool take_acl_path(acl_head& into) noexcept {
    path at;
    into.id_at = at_.now();
    if (!take_path(at, text_expectation::an_access_control_path)) return false;
    into.id = at.object_instance();
    return (at.level() == level::object_instance && at.object() == objects::access_control) ||
           refuse(into.id_at, text_expectation::an_access_control_path);
  }

  constexpr bool take_target(acl_head& into) noexcept {
    path at;
    into.target_at = at_.now();
    if (!take_path(at, text_expectation::a_target)) return false;
    if (at.level() != level::object && at.level() != level::object_instance)
      return refuse(into.target_at, text_expectation::a_target);
    into.target = access_control_target::of(at);
    return into.target.is_valid() ||
           refuse(into.target_at, text_expectation::a_target_that_can_be_governed);
  }

  constexpr bool take_owner(acl_head& into) noexcept {
    if (skip("bootstrap")) {
      into.owner = bootstrap;
      return true;
    }
    short_server_id server;
    if (!see_id(server, text_expectation::an_access_control_owner)) return false;
    if (into.target.is_object_level()) return refuse(text_expectation::bootstrap_as_owner);
    into.owner = server;
    at_.advance();
    return true;
  }

  constexpr bool take_rights_of(access_control_target target, access_rights& into) noexcept {
    const token rights_at = at_.now();
    if (!take_rights(into, policy_.rules().highest_access_right)) return false;
    return !target.is_object_level() || object_level_rights.has_all(into) ||
           refuse(rights_at, text_expectation::create_or_no_right);
  }

  // whether a policy or an object model took a change

  constexpr bool is_done(const token& at, status what, text_expectation room = {}) noexcept {
    return what == status::done || refuse(at, expectation_of(what, room));
  }
  constexpr bool is_done(status what, text_expectation room) noexcept {
    return is_done(at_.now(), what, room);
  }

  Policy& policy_;
  Model& model_;
  fixed_vector<object_instance_id, ObjectInstances> instances_{};
  fixed_vector<resource_definition, Resources> resources_{};
  fixed_vector<acl_entry, Policy::entry_capacity()> entries_{};
  token disabled_at_{};
  bool is_disabled_ = false;
  bool enabling_is_said_ = false;
  bool policy_is_begun_ = false;
};

}  // namespace lwm2m::access::inline v0::detail

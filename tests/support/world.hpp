#pragma once

// Worlds for the tests: a stack's own storage that meets the concepts of the engine (nothing of the
// ready-made models is in it), worlds of the reference carried over to it and to the ready-made
// policy, and both printed as policy text.

#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/object_source.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/policy_source.hpp>
#include <lwm2m/access/request.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "support/reference.hpp"
#include "support/words.hpp"

// ------------------------------------------------------------------ a stack's own objects

namespace stack {

namespace lac = lwm2m::access;

/// An Access Type of the letters R, W and E; "-" or "" for none.
constexpr lac::access_type type(const char* letters) {
  lac::access_type all;
  for (; *letters != 0; ++letters) {
    if (*letters == 'R') all = all.with(lac::resource_operation::read);
    if (*letters == 'W') all = all.with(lac::resource_operation::write);
    if (*letters == 'E') all = all.with(lac::resource_operation::execute);
  }
  return all;
}

/// An access right of the letters R, W, E, D and C; "-" or "" for none.
constexpr lac::access_rights rights(const char* letters) {
  lac::access_rights all;
  for (; *letters != 0; ++letters) {
    if (*letters == 'R') all = all.with(lac::right::read);
    if (*letters == 'W') all = all.with(lac::right::write);
    if (*letters == 'E') all = all.with(lac::right::execute);
    if (*letters == 'D') all = all.with(lac::right::delete_);
    if (*letters == 'C') all = all.with(lac::right::create);
  }
  return all;
}

enum class kind { optional, mandatory, multiple, mandatory_multiple };

struct resource {
  unsigned id;
  lac::access_type operations;
  bool multiple;
  bool mandatory;

  constexpr resource() : id{65535}, operations{}, multiple{false}, mandatory{false} {}
  constexpr resource(unsigned number, const char* letters, kind what = kind::optional)
      : id{number},
        operations{type(letters)},
        multiple{what == kind::multiple || what == kind::mandatory_multiple},
        mandatory{what == kind::mandatory || what == kind::mandatory_multiple} {}
};

enum class object_kind { single, multiple };
inline constexpr auto single = object_kind::single;
inline constexpr auto multiple = object_kind::multiple;

/// An Object with at most 4 instances and 24 Resources.
struct object_entry {
  unsigned id = 65535;
  object_kind what = multiple;
  std::array<unsigned, 4> instances{};
  std::size_t instance_count = 0;
  std::array<unsigned, 4> kept{};
  std::size_t kept_count = 0;
  std::array<resource, 24> resources{};
  std::size_t resource_count = 0;

  constexpr object_entry() = default;
  constexpr object_entry(unsigned number, object_kind kind, std::initializer_list<unsigned> there,
                         std::initializer_list<resource> defined)
      : id{number}, what{kind} {
    for (const unsigned each : there) instances.at(instance_count++) = each;
    for (const resource& each : defined) resources.at(resource_count++) = each;
  }

  /// The same, of which Bootstrap-Delete does not take these instances (K2).
  constexpr object_entry keeping(std::initializer_list<unsigned> all) const {
    object_entry made = *this;
    for (const unsigned each : all) made.kept.at(made.kept_count++) = each;
    return made;
  }
};

/// What the engine gets in its hands: a pointer.
class object_ref {
 public:
  constexpr object_ref() = default;
  constexpr object_ref(const object_entry& of, const lac::path* gone, std::size_t gone_count)
      : object_{&of}, gone_{gone}, gone_count_{gone_count} {}

  constexpr explicit operator bool() const noexcept { return object_ != nullptr; }
  constexpr bool is_single() const noexcept { return object_->what == single; }
  constexpr bool has_instance(lac::object_instance_id id) const noexcept {
    for (std::size_t k = 0; k < object_->instance_count; ++k)
      if (object_->instances[k] == id.value()) return true;
    return false;
  }
  constexpr bool is_kept(lac::object_instance_id id) const noexcept {
    for (std::size_t k = 0; k < object_->kept_count; ++k)
      if (object_->kept[k] == id.value()) return true;
    return false;
  }
  constexpr std::size_t instance_count() const noexcept { return object_->instance_count; }
  constexpr lac::object_instance_id instance(std::size_t k) const noexcept {
    return lac::object_instance_id{object_->instances[k]};
  }
  constexpr lac::resource_definition definition(lac::resource_id id) const noexcept {
    for (std::size_t k = 0; k < object_->resource_count; ++k)
      if (object_->resources[k].id == id.value()) return definition_at(k);
    return {};
  }
  constexpr std::size_t definition_count() const noexcept { return object_->resource_count; }
  constexpr lac::resource_definition definition_at(std::size_t k) const noexcept {
    const resource& each = object_->resources[k];
    return {lac::resource_id{each.id}, each.operations, each.multiple, each.mandatory};
  }
  constexpr bool has_resource(lac::object_instance_id i, lac::resource_id r) const noexcept {
    return static_cast<bool>(definition(r)) && is_there({lac::object_id{object_->id}, i, r});
  }
  constexpr bool has_resource_instance(lac::object_instance_id i, lac::resource_id r,
                                       lac::resource_instance_id n) const noexcept {
    return has_resource(i, r) && is_there({lac::object_id{object_->id}, i, r, n});
  }

 private:
  constexpr bool is_there(const lac::path& wanted) const noexcept {
    for (std::size_t k = 0; k < gone_count_; ++k)
      if (gone_[k] == wanted) return false;
    return true;
  }

  const object_entry* object_ = nullptr;
  const lac::path* gone_ = nullptr;
  std::size_t gone_count_ = 0;
};

/// At most 8 Objects. Every Resource is there, and every instance of a multiple one, but `gone`.
class objects {
 public:
  constexpr objects() = default;
  constexpr objects(std::initializer_list<object_entry> all,
                    std::initializer_list<lac::path> gone = {}) {
    for (const object_entry& each : all) add(each);
    for (const lac::path& each : gone) remove(each);
  }
  constexpr void add(const object_entry& each) { objects_.at(count_++) = each; }
  constexpr void remove(const lac::path& each) { gone_.at(gone_count_++) = each; }

  constexpr object_ref find_object(lac::object_id id) const noexcept {
    for (std::size_t k = 0; k < count_; ++k)
      if (objects_[k].id == id.value()) return {objects_[k], gone_.data(), gone_count_};
    return {};
  }
  constexpr std::size_t object_count() const noexcept { return count_; }
  constexpr lac::object_id object(std::size_t k) const noexcept {
    return lac::object_id{objects_[k].id};
  }

 private:
  std::array<object_entry, 8> objects_{};
  std::size_t count_ = 0;
  std::array<lac::path, 16> gone_{};
  std::size_t gone_count_ = 0;
};

static_assert(lac::object_source<objects>);

// ------------------------------------------------------------------ a stack's own policy

/// An Access Control Object Instance, at most 4 entries, in no order.
struct grant {
  unsigned n = 65535;
  lac::access_control_target target{};
  lac::access_control_owner owner{};
  std::array<lac::acl_entry, 4> entries{};
  std::size_t entry_count = 0;
};

class grant_ref {
 public:
  constexpr grant_ref() = default;
  constexpr explicit grant_ref(const grant& of) : grant_{&of} {}
  constexpr explicit operator bool() const noexcept { return grant_ != nullptr; }
  constexpr lac::access_control_owner owner() const noexcept { return grant_->owner; }
  constexpr lac::acl_right find(lac::acl_instance_id id) const noexcept {
    for (std::size_t k = 0; k < grant_->entry_count; ++k)
      if (grant_->entries[k].id == id) return grant_->entries[k].rights;
    return {};
  }

 private:
  const grant* grant_ = nullptr;
};

/// At most 4 accounts and 8 Access Control Object Instances. Unlike the ready-made policy it can
/// hold what a text or a Server could not bring in: rights with reserved bits, access control that
/// is disabled beside Access Control Object Instances.
struct policy {
  lac::edition edition{};
  bool disabled = false;
  std::array<lac::short_server_id, 4> accounts{};
  std::size_t accounts_used = 0;
  std::array<grant, 8> grants{};
  std::size_t grants_used = 0;

  constexpr const lac::edition& rules() const noexcept { return edition; }
  constexpr bool is_disabled() const noexcept { return disabled; }
  constexpr bool has_account(lac::short_server_id server) const noexcept {
    for (std::size_t k = 0; k < accounts_used; ++k)
      if (accounts[k] == server) return true;
    return false;
  }
  constexpr std::size_t account_count() const noexcept { return accounts_used; }
  constexpr grant_ref find(lac::access_control_target target) const noexcept {
    for (std::size_t k = 0; k < grants_used; ++k)
      if (grants[k].target == target) return grant_ref{grants[k]};
    return {};
  }
  constexpr grant_ref find_id(lac::object_instance_id id) const noexcept {
    for (std::size_t k = 0; k < grants_used; ++k)
      if (grants[k].n == id.value()) return grant_ref{grants[k]};
    return {};
  }
  constexpr std::size_t access_control_count() const noexcept { return grants_used; }
  constexpr lac::object_instance_id access_control_id(std::size_t k) const noexcept {
    return lac::object_instance_id{grants[k].n};
  }
  constexpr std::uint32_t generation() const noexcept { return 1; }
};

static_assert(lac::policy_source<policy>);

// ------------------------------------------------------------------ worlds carried over

inline lac::acl_instance_id entry_id(unsigned number) {
  return lac::acl_instance_id{lac::resource_instance_id{number}};
}
inline lac::access_control_owner owner_of(unsigned number) {
  if (number == 65535) return lac::bootstrap;
  return lac::short_server_id{number};
}
inline lac::access_control_target target_of(reference::target governed) {
  if (governed.second == 65535) return lac::access_control_target{lac::object_id{governed.first}};
  return {lac::object_id{governed.first}, lac::object_instance_id{governed.second}};
}

inline object_entry object_from(unsigned id, const reference::object& from) {
  object_entry made{id, from.single ? single : multiple, {}, {}};
  for (const unsigned i : from.instances) made.instances.at(made.instance_count++) = i;
  for (const unsigned i : from.kept) made.kept.at(made.kept_count++) = i;
  for (const auto& [r, defined] : from.resources) {
    resource& each = made.resources.at(made.resource_count++);
    each.id = r;
    each.operations = lac::access_type{static_cast<std::uint8_t>(defined.access_type)};
    each.multiple = defined.multiple;
    each.mandatory = defined.mandatory;
  }
  return made;
}

inline objects objects_from(const reference::world& w) {
  objects made;
  for (const auto& [id, from] : w.objects) made.add(object_from(id, from));
  for (const lac::path& each : w.gone) made.remove(each);
  return made;
}

inline policy policy_from(const reference::world& w) {
  policy made{.edition = lac::edition_of(w.edition), .disabled = w.disabled};
  for (const unsigned each : w.accounts)
    made.accounts.at(made.accounts_used++) = lac::short_server_id{each};
  for (const auto& [governed, from] : w.acls) {
    grant& to = made.grants.at(made.grants_used++);
    to.n = from.n;
    to.target = target_of(governed);
    to.owner = owner_of(from.owner);
    for (const auto& [who, right] : from.entries)
      to.entries.at(to.entry_count++) = {entry_id(who),
                                         lac::access_rights{static_cast<std::uint16_t>(right)}};
  }
  return made;
}

/// The ready-made policy, or nothing when it refuses to hold such a world.
inline constexpr reference::capacity ready_made_room{8, 24, 4};
using ready_made_policy =
    lac::policy<ready_made_room.instances, ready_made_room.entries, ready_made_room.accounts>;
inline std::optional<ready_made_policy> ready_made_from(const reference::world& w) {
  ready_made_policy made{lac::edition_of(w.edition)};
  bool held = true;
  const auto hold = [&](lac::status what) { held = what == lac::status::done && held; };
  for (const unsigned each : w.accounts) hold(made.add_account(lac::short_server_id{each}));
  for (const auto& [governed, from] : w.acls) {
    lac::access_control<lac::acl<4>> to{
        lac::object_instance_id{from.n}, target_of(governed), owner_of(from.owner), {}};
    for (const auto& [who, right] : from.entries)
      hold(to.acl.add(entry_id(who), lac::access_rights{static_cast<std::uint16_t>(right)}));
    hold(made.add(to));
  }
  if (w.disabled) hold(made.disable());
  if (!held) return std::nullopt;
  return made;
}

/// The world as the ready-made policy and object model say it: with room, and with no instance that
/// is kept.
inline reference::world in_ready_made(reference::world w) {
  w.room = ready_made_room;
  for (auto& [id, each] : w.objects) each.kept.clear();
  return w;
}

/// The ready-made object model, or nothing when Resources are gone: in it all are there.
using ready_made_objects = lac::object_model<8, 16, 64>;
template <class Model = ready_made_objects>
std::optional<Model> ready_made_objects_from(const reference::world& w) {
  Model made;
  bool held = w.gone.empty();
  const auto hold = [&](lac::status what) { held = what == lac::status::done && held; };
  for (const auto& [id, from] : w.objects) {
    const lac::object_id o{id};
    hold(made.add_object(o, from.single ? lac::multiplicity::single : lac::multiplicity::multiple));
    for (const unsigned i : from.instances) hold(made.add_instance(o, lac::object_instance_id{i}));
    for (const auto& [r, defined] : from.resources)
      hold(made.add_resource(
          o, {lac::resource_id{r}, lac::access_type{static_cast<std::uint8_t>(defined.access_type)},
              defined.multiple, defined.mandatory}));
  }
  if (!held) return std::nullopt;
  return made;
}

/// Whether the engine decided what the reference says it must.
inline bool is_as(const reference::answer& wanted, const lac::decision& given) {
  return given.code() == wanted.code && given.verdict() == wanted.act &&
         wanted.why.contains(given.reason()) && given.step() == wanted.at &&
         wanted.names(given.first_bad_path()) &&
         (!wanted.by || given.determined_by() == *wanted.by);
}

/// The request of the engine. It borrows the payload of `q`.
inline lac::request request_from(const reference::question& q) {
  lac::requester who{lac::short_server_id{q.server}};
  if (q.bootstrap) who = lac::bootstrap;
  return {who, q.op, q.uri, q.payload};
}

}  // namespace stack

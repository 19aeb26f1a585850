#pragma once

// A stack that has its data already, and keeps it: Access Control Object Instances and their
// entries in linked lists, objects with descriptors of their own. Two small classes show the engine
// where it lies; nothing is copied.

#include <lwm2m/access/object_source.hpp>
#include <lwm2m/access/policy_source.hpp>

#include <cstddef>
#include <cstdint>

// ---------------------------------------------------------------- what the stack has

namespace stack {

struct acl_node {
  std::uint16_t server;  // 0: the default entry
  std::uint16_t rights;
  acl_node* next;
};

struct access_node {
  std::uint16_t id;  // of /2
  std::uint16_t object;
  std::uint16_t instance;  // 65535: the Object itself
  std::uint16_t owner;     // 65535: Bootstrap
  acl_node* entries;
  access_node* next;
};

struct server_node {
  std::uint16_t ssid;
  server_node* next;
};

struct resource_descriptor {
  std::uint16_t id;
  char operations[4];  // "RW"
  bool multiple;
  bool mandatory;
};

struct instance_node {
  std::uint16_t id;
  instance_node* next;
};

struct object_node {
  std::uint16_t id;
  bool multiple;
  const resource_descriptor* descriptors;
  std::size_t descriptor_count;
  instance_node* instances;
  object_node* next;
};

struct client {
  server_node* servers;
  access_node* access;
  object_node* objects;
  bool access_control_off;
  std::uint32_t changes;  // counted up with every change to any of these but `objects`
};

}  // namespace stack

// ---------------------------------------------------------------- how the engine sees it

namespace own_storage {

namespace lac = lwm2m::access;

/// The first node for which `wanted` holds, or none.
template <class Node, class Wanted>
constexpr const Node* find(const Node* first, const Wanted& wanted) noexcept {
  while (first && !wanted(*first)) first = first->next;
  return first;
}

template <class Node>
constexpr std::size_t count(const Node* first) noexcept {
  std::size_t n = 0;
  for (; first; first = first->next) ++n;
  return n;
}

template <class Node>
constexpr const Node& node_at(const Node* first, std::size_t k) noexcept {
  for (; k > 0; --k) first = first->next;
  return *first;
}

/// One Access Control Object Instance: a pointer.
class access_control_ref {
 public:
  constexpr access_control_ref(const stack::access_node* node) noexcept : node_{node} {}

  constexpr explicit operator bool() const noexcept { return node_ != nullptr; }
  constexpr lac::access_control_owner owner() const noexcept {
    return lac::access_control_owner::from_wire(node_->owner);
  }
  constexpr lac::acl_right find(lac::acl_instance_id id) const noexcept {
    const auto* entry = own_storage::find(
        node_->entries, [id](const stack::acl_node& n) { return n.server == id.value(); });
    return entry ? lac::acl_right{lac::access_rights{entry->rights}} : lac::acl_right{};
  }

 private:
  const stack::access_node* node_;
};

/// The policy, as the engine asks for it.
class policy {
 public:
  constexpr policy(const stack::client& client, const lac::edition& rules) noexcept
      : client_{client}, rules_{rules} {}

  constexpr const lac::edition& rules() const noexcept { return rules_; }
  constexpr bool is_disabled() const noexcept { return client_.access_control_off; }

  constexpr bool has_account(lac::short_server_id id) const noexcept {
    return id.is_valid() && find_node(client_.servers, [id](const stack::server_node& n) {
             return n.ssid == id.value();
           });
  }
  constexpr std::size_t account_count() const noexcept { return count(client_.servers); }

  constexpr access_control_ref find(lac::access_control_target target) const noexcept {
    return find_node(client_.access, [target](const stack::access_node& n) {
      return n.object == target.object().value() && n.instance == target.instance().value();
    });
  }
  constexpr access_control_ref find_id(lac::object_instance_id id) const noexcept {
    return find_node(client_.access,
                     [id](const stack::access_node& n) { return n.id == id.value(); });
  }
  constexpr std::size_t access_control_count() const noexcept { return count(client_.access); }
  constexpr lac::object_instance_id access_control_id(std::size_t k) const noexcept {
    return lac::object_instance_id{node_at(client_.access, k).id};
  }
  constexpr std::uint32_t generation() const noexcept {
    return client_.changes == 0 ? 1 : client_.changes;
  }

 private:
  template <class Node, class Wanted>
  static constexpr const Node* find_node(const Node* first, const Wanted& wanted) noexcept {
    return own_storage::find(first, wanted);
  }

  const stack::client& client_;
  const lac::edition& rules_;
};
static_assert(lac::policy_source<policy>);

/// "RW" of a descriptor as the Access Type of the text.
constexpr lac::access_type access_type_of(const char* letters) noexcept {
  lac::access_type all;
  for (; *letters; ++letters)
    all = all.with(*letters == 'R'   ? lac::resource_operation::read
                   : *letters == 'W' ? lac::resource_operation::write
                                     : lac::resource_operation::execute);
  return all;
}

/// One Object: a pointer.
class object_ref {
 public:
  constexpr object_ref(const stack::object_node* node) noexcept : node_{node} {}

  constexpr explicit operator bool() const noexcept { return node_ != nullptr; }
  constexpr bool is_single() const noexcept { return !node_->multiple; }
  constexpr bool has_instance(lac::object_instance_id id) const noexcept {
    return find(node_->instances,
                [id](const stack::instance_node& n) { return n.id == id.value(); });
  }
  constexpr std::size_t instance_count() const noexcept { return count(node_->instances); }
  constexpr lac::object_instance_id instance(std::size_t k) const noexcept {
    return lac::object_instance_id{node_at(node_->instances, k).id};
  }

  constexpr std::size_t definition_count() const noexcept { return node_->descriptor_count; }
  constexpr lac::resource_definition definition_at(std::size_t k) const noexcept {
    const stack::resource_descriptor& from = node_->descriptors[k];
    return {lac::resource_id{from.id}, access_type_of(from.operations), from.multiple,
            from.mandatory};
  }
  constexpr lac::resource_definition definition(lac::resource_id id) const noexcept {
    for (std::size_t k = 0; k < definition_count(); ++k)
      if (node_->descriptors[k].id == id.value()) return definition_at(k);
    return {};
  }

  constexpr bool has_resource(lac::object_instance_id, lac::resource_id id) const noexcept {
    return static_cast<bool>(definition(id));
  }
  constexpr bool has_resource_instance(lac::object_instance_id, lac::resource_id id,
                                       lac::resource_instance_id) const noexcept {
    return definition(id).is_multiple();
  }

 private:
  const stack::object_node* node_;
};

/// The objects, as the engine asks for them.
class objects {
 public:
  constexpr explicit objects(const stack::client& client) noexcept : client_{client} {}

  constexpr object_ref find_object(lac::object_id id) const noexcept {
    return own_storage::find(client_.objects,
                             [id](const stack::object_node& n) { return n.id == id.value(); });
  }
  constexpr std::size_t object_count() const noexcept { return count(client_.objects); }
  constexpr lac::object_id object(std::size_t k) const noexcept {
    return lac::object_id{node_at(client_.objects, k).id};
  }

 private:
  const stack::client& client_;
};
static_assert(lac::object_source<objects>);

}  // namespace own_storage

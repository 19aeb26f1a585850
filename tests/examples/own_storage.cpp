// Decides requests over a stack's own linked lists.

#include "own_storage.hpp"

#include <lwm2m/access.hpp>

#include <cstdio>

namespace lac = lwm2m::access;
using namespace lac::literals;

namespace {

// What the stack has in its memory.
stack::acl_node of_102{102, 1, nullptr};
stack::access_node for_device{1, 3, 0, 101, &of_102, nullptr};
stack::access_node for_server{0, 1, 0, 101, nullptr, &for_device};
stack::server_node server_102{102, nullptr};
stack::server_node server_101{101, &server_102};

constexpr stack::resource_descriptor of_server[] = {{0, "R", false, true}, {1, "RW", false, true}};
constexpr stack::resource_descriptor of_device[] = {{0, "R", false, false},
                                                    {13, "RW", false, false}};
stack::instance_node first{0, nullptr};
stack::object_node device{3, false, of_device, 2, &first, nullptr};
stack::object_node server{1, true, of_server, 2, &first, &device};
stack::client client{&server_101, &for_server, &server, false, 1};

bool allows(lac::short_server_id who, lac::operation what, lac::path where) {
  const own_storage::policy policy{client, lac::editions::v1_1};
  const own_storage::objects objects{client};
  const lac::decision taken = lac::authorize(policy, objects, {who, what, where});
  std::printf("%u %s /%u/%u/%u: %u.%02u\n", who.value(),
              what == lac::operation::read ? "reads" : "writes", where.object().value(),
              where.object_instance().value(), where.resource().value(),
              static_cast<unsigned>(taken.code()) >> 5, static_cast<unsigned>(taken.code()) & 31U);
  return taken.allowed();
}

}  // namespace

int main() {
  const bool reads = allows(102_server, lac::operation::read, "/3/0/13"_path);
  const bool writes = allows(102_server, lac::operation::write, "/3/0/13"_path);
  of_102.rights = 3;  // the stack changes its own list: the next decision sees it
  ++client.changes;
  const bool writes_then = allows(102_server, lac::operation::write, "/3/0/13"_path);
  const bool owner_writes = allows(101_server, lac::operation::write, "/1/0/1"_path);
  return reads && !writes && writes_then && owner_writes ? 0 : 1;
}

#pragma once

// What the examples take for granted: a stack with a policy, objects, accounts and a guard.

#include <lwm2m/access/guard.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>

#include <cstdio>

namespace lac = lwm2m::access;
namespace channel = lwm2m::access::channel;

/// One connection, at either end of which a session object of a library lies.
struct connection {
  lac::short_server_id opened_for{};
  channel::session_binding binding{};
};

struct stack {
  lac::policy<8, 16> policy{lac::editions::v1_1};
  lac::object_model<8, 8, 32> objects{};
  channel::accounts<4> accounts{};
  channel::channel_policy rules{};
  lac::guard<lac::policy<8, 16>, lac::object_model<8, 8, 32>> guard{policy, objects, accounts,
                                                                    rules};

  void log(const char* sentence) const { std::puts(sentence); }
};

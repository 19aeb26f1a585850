#pragma once

// All doors of the library, as a stack may include them in each of its files.
#ifdef FROM_SINGLE_HEADER
#include <lwm2m-access.hpp>
#else
#include <lwm2m/access.hpp>
#include <lwm2m/access/channel.hpp>
#include <lwm2m/access/channel/sentences.hpp>
#include <lwm2m/access/guard.hpp>
#include <lwm2m/access/sentences.hpp>
#include <lwm2m/access/snapshot.hpp>
#include <lwm2m/access/text.hpp>
#endif

namespace lac = lwm2m::access;
using namespace lac::literals;

inline constexpr auto device = lac::policy_text<R"(
  edition 1.1
  servers 101 102
  object /3 single instances 0 { 0: R, 13: RW }
  acl for /3/0 owner 101 { 101: RWED, 102: R }
)">;

inline lac::decision decide(lac::operation what) {
  return lac::authorize(device, device, {102_server, what, "/3/0/13"_path});
}

lac::decision decided_elsewhere(lac::operation what);
const char* sentence_elsewhere(lac::channel::refusal why);

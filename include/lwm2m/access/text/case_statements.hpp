#pragma once

#include <lwm2m/access/access_control.hpp>
#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/policy_source.hpp>
#include <lwm2m/access/request.hpp>
#include <lwm2m/access/text/lists.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0 {

/// What the `->` of a case file says: what a request must get, and what it shows.
struct case_expectation {
  std::uint16_t code = 0;    ///< 205 is 2.05; 0 when it is an act of the Client's
  verdict act{};             ///< send, suppress or cancel
  bool is_stated = false;    ///< there is a `->`
  bool lists_paths = false;  ///< there are braces
  text_list<path> paths{};   ///< what is in them

  /// Whether `taken` is what is expected; anything is when nothing is stated.
  [[nodiscard]] constexpr bool is_met_by(const decision& taken) const noexcept {
    if (!is_stated) return true;
    return code == 0 ? taken.verdict() == act : is_met_by(taken.code());
  }
  [[nodiscard]] constexpr bool is_met_by(coap given) const noexcept {
    const auto number = static_cast<unsigned>(given);
    return !is_stated || (number != 0 && code == (number >> 5) * 100 + (number & 31U));
  }
};

/// What a request conveys after `=`.
enum class case_value : std::uint8_t {
  none = 0,
  integer,  ///< rights are the integer that they are on the wire
  nothing,  ///< E6: the SenML-ETCH null
  entries   ///< braces with ACL entries
};

/// A request as it stands in a case file. What it conveys is as it comes over the wire.
struct case_request {
  requester who{};
  operation op{};
  text_list<path> paths{};        ///< one, but for composites, Send and Cancel Observation
  bool lists_paths = false;       ///< several, or of an operation that has no Uri-Path
  bool has_instance = false;      ///< `instance` stands there
  object_instance_id instance{};  ///< that a Create asks for; 65535 is the reserved one
  bool has_target = false;        ///< `for` stands there: Resources 0 and 1 of Object 2
  std::int64_t target_object = 0;
  std::int64_t target_instance = 65535;
  case_value value{};
  std::int64_t integer = 0;  ///< at its full width; beyond it, the nearest there is
  text_list<conveyed_entry> entries{};
  bool has_owner = false;
  std::int64_t owner = 0;
  bool has_payload = false;            ///< there are braces
  text_list<conveyed_path> payload{};  ///< what is in them
  case_expectation expected{};
};

/// What happens in a case file, beside requests.
enum class case_event_kind : std::uint8_t {
  account_added = 1,
  account_removed,
  bootstrap_begun,  ///< K8
  bootstrap_dropped,
  bootstrap_finished
};

struct case_event {
  case_event_kind kind{};
  short_server_id server{};     ///< whose account
  case_expectation expected{};  ///< the instances to be deleted; the code of `finish`
};

/// A check of a case file: what Object 2 is to hold at this point.
struct case_check {
  bool is_there = false;    ///< `acl`; otherwise `no acl`
  path target{};            ///< what it is for
  object_instance_id id{};  ///< not valid: any
  access_control_owner owner{};
  text_list<acl_entry> entries{};

  /// Whether `there`, which governs the target or is none, is as it is to be.
  [[nodiscard]] constexpr bool is_met_by(const readable_access_control auto& there) const noexcept {
    if (!is_there || !there) return !is_there && !there;
    std::size_t size = 0;
    for (const acl_entry each : entries) {
      const acl_right found = there.find(each.id);
      if (!found || found.rights() != each.rights) return false;
      ++size;
    }
    return size == there.entries().size() && there.owner() == owner &&
           (!id.is_valid() || there.id() == id);
  }
};

}  // namespace lwm2m::access::inline v0

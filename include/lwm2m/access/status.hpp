#pragma once

#include <cstdint>

namespace lwm2m::access::inline v0 {

/// What became of a change to a policy, an ACL or an object model. Only `done` changed anything.
enum class [[nodiscard]] status : std::uint8_t {
  none = 0,  ///< no status: never returned
  done,
  no_room,                 ///< the capacity is used up
  server_doubled,          ///< the Server has an account already
  server_invalid,          ///< a Short Server ID is 1..65534
  server_unknown,          ///< the Server has no account
  entry_doubled,           ///< the ACL has an entry for that ID already
  entry_invalid,           ///< an entry ID is 0..65534
  entry_unknown,           ///< the ACL has no entry for that ID
  id_doubled,              ///< the Object Instance ID of Object 2 is taken
  id_invalid,              ///< an Object Instance ID is 0..65534
  id_unknown,              ///< there is no such Access Control Object Instance
  target_doubled,          ///< F9: the target has an Access Control Object Instance already
  target_invalid,          ///< F11: Object 0, 2 or a reserved ID
  owner_invalid,           ///< invalid, or (A12) a Server at Object level
  right_invalid,           ///< A11, A12: above the edition's highest, or not C at Object level
  edition_cannot_disable,  ///< A8: the edition does not allow it
  access_control_present,  ///< A8: the policy has Access Control Object Instances
  object_doubled,          ///< the object model has that Object already
  object_invalid,          ///< an Object the model cannot hold: reserved ID, or Object 2
  object_unknown,
  resource_doubled,
  resource_invalid,
  instance_doubled,
  instance_invalid,
  instance_unknown,
  being_changed,         ///< called by a listener that is told of a change
  bootstrap_in_progress  ///< K8: use the open session to change accounts
};
[[nodiscard]] constexpr status last_of(status) noexcept { return status::bootstrap_in_progress; }

}  // namespace lwm2m::access::inline v0

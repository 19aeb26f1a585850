#include "device.hpp"

#include <lwm2m/access/text.hpp>

/// Whether a policy text is right, and in use; else nothing is changed.
extern "C" bool load(lac::view<char> text, policy_of<lac::editions::v1_1>& policy, model& objects,
                     policy_of<lac::editions::v1_1>& staged, model& staged_objects) {
  return lac::parse_policy(text, policy, objects, staged, staged_objects).is_none();
}

#include "device.hpp"

/// One path, one decision; the edition has no composite operations.
extern "C" lac::decision decide(const policy_of<lac::editions::v1_0>& policy, const model& objects,
                                lac::requester who, lac::operation op, const lac::path& at) {
  return lac::authorize(policy, objects, who, op, at);
}

#include <lwm2m/access/visible.hpp>

#include "device.hpp"

using policy_1_1 = policy_of<lac::editions::v1_1>;

/// Every operation, with the paths of its payload.
extern "C" lac::decision decide(const policy_1_1& policy, const model& objects,
                                const lac::request& asked) {
  return lac::authorize(policy, objects, asked);
}

/// What a Read, a composite or a Send may show.
extern "C" void show(const policy_1_1& policy, const model& objects, const lac::request& asked,
                     void (*shown)(lac::path)) {
  for (const lac::path each : lac::visible(policy, objects, asked)) shown(each);
}

#include "composite.cpp"

/// A request that may change Object 2.
extern "C" lac::decision change(policy_1_1& policy, const model& objects, const lac::request& asked,
                                lac::view<lac::assignment> values) {
  return lac::administer(policy, objects, asked, values);
}

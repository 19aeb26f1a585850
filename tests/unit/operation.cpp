#include <lwm2m/access/operation.hpp>

namespace {

namespace lac = lwm2m::access;
using lac::level;

constexpr level above[] = {level::none, level::root};
constexpr level all[] = {level::object, level::object_instance, level::resource,
                         level::resource_instance};

}  // namespace

TEST_CASE("an operation has facts of its own, and applies to no path above an Object") {
  for (unsigned number = 1; number <= 15; ++number) {
    const auto op = static_cast<lac::operation>(number);
    const lac::operation_facts& facts = lac::facts_of(op);
    CAPTURE(number);
    CHECK(facts.op == op);
    for (const level at : above) CHECK_FALSE(facts.applies.has(at));
    bool anywhere = false;
    for (const level at : all) anywhere = anywhere || facts.applies.has(at);
    CHECK(anywhere);
  }
}

TEST_CASE("what is no operation has no facts: it applies nowhere, and nobody may") {
  for (unsigned number = 0; number < 256; ++number) {
    if (number >= 1 && number <= 15) continue;
    const lac::operation_facts& facts = lac::facts_of(static_cast<lac::operation>(number));
    CAPTURE(number);
    CHECK(facts.op == lac::operation{});
    for (const level at : all) CHECK_FALSE(facts.for_bootstrap.has(at));
    CHECK_FALSE(facts.for_bootstrap.has(level::root));
    CHECK(facts.success == lac::coap::none);
    for (const level at : above) CHECK_FALSE(facts.applies.has(at));
    for (const level at : all) CHECK_FALSE(facts.applies.has(at));
  }
}

// What the tables of the headers count on: behind `last_of` there is no enumerator. A table of rows
// that ends there has one for each value, or does not compile.

#include "support/catch.hpp"

#include <lwm2m/access.hpp>
#include <lwm2m/access/channel.hpp>
#include <lwm2m/access/explain.hpp>
#include <lwm2m/access/snapshot.hpp>
#include <lwm2m/access/text.hpp>

#include <string_view>

namespace {

namespace lac = lwm2m::access;
namespace channel = lac::channel;

/// Whether the value has a name: what has none is written as a cast of its number.
template <auto Value>
constexpr bool is_named() {
  const std::string_view name = __PRETTY_FUNCTION__;
  return name.find("= (", name.find("Value")) == std::string_view::npos;
}
static_assert(is_named<lac::verdict::denied>() && !is_named<static_cast<lac::verdict>(200)>());

template <class Enum>
constexpr bool last_is_last() {
  constexpr unsigned last = static_cast<unsigned>(last_of(Enum{}));
  return is_named<static_cast<Enum>(last)>() && !is_named<static_cast<Enum>(last + 1)>() &&
         !is_named<static_cast<Enum>(last + 2)>();
}

}  // namespace

TEST_CASE("behind the last enumerator there is none") {
  STATIC_REQUIRE(last_is_last<lac::reason>());
  STATIC_REQUIRE(last_is_last<lac::determined_by>());
  STATIC_REQUIRE(last_is_last<lac::operation>());
  STATIC_REQUIRE(last_is_last<lac::edition_name>());
  STATIC_REQUIRE(last_is_last<lac::status>());
  STATIC_REQUIRE(last_is_last<lac::snapshot_status>());
  STATIC_REQUIRE(last_is_last<lac::text_expectation>());
  STATIC_REQUIRE(last_is_last<lac::hint>());
  STATIC_REQUIRE(last_is_last<lac::value_kind>());
  STATIC_REQUIRE(last_is_last<channel::refusal>());
  STATIC_REQUIRE(last_is_last<channel::account_fault>());
  STATIC_REQUIRE(last_is_last<channel::security_mode>());
  STATIC_REQUIRE(last_is_last<channel::answer>());
  STATIC_REQUIRE(last_is_last<channel::dtls_role>());
  STATIC_REQUIRE(last_is_last<channel::identity_kind>());
  STATIC_REQUIRE(last_is_last<channel::resumption>());
  STATIC_REQUIRE(last_is_last<channel::hash>());
}

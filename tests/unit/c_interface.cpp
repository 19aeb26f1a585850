// The C interface and the engine in random worlds, over a stack's own objects lent through
// functions: the same decisions, the same paths. That every function refuses what it must is tested
// from C.

#include "support/catch.hpp"

#include "examples/own_storage_mirror.hpp"
#include "unit/random_worlds.hpp"

#include <lwm2m/access/access_c.hpp>

using namespace random_worlds;
using own_storage::all_of;

namespace {

/// The functions that lend `own_storage::objects`.
const own_storage::objects& lent(void* context) {
  return *static_cast<const own_storage::objects*>(context);
}
own_storage::object_ref lent(void* context, std::uint16_t object) {
  return lent(context).find_object(lac::object_id{object});
}
lwm2m_access_path to_c(const lac::path& from) {
  return {{from.object().value(), from.object_instance().value(), from.resource().value(),
           from.resource_instance().value()},
          static_cast<lwm2m_access_level>(from.level())};
}
lwm2m_access_resource to_c(const lac::resource_definition& from) {
  return {from.id().value(), from.operations().raw(), from.is_multiple(), from.is_mandatory()};
}

constexpr lwm2m_access_object_functions functions = {
    .object_count = [](void* c) { return lent(c).object_count(); },
    .object = [](void* c, std::size_t k) { return lent(c).object(k).value(); },
    .multiplicity =
        [](void* c, std::uint16_t o) {
          const auto found = lent(c, o);
          const int known = found && found.is_single() ? int{LWM2M_ACCESS_MULTIPLICITY_SINGLE}
                                                       : int{LWM2M_ACCESS_MULTIPLICITY_MULTIPLE};
          return static_cast<lwm2m_access_multiplicity>(found ? known : 0);
        },
    .instance_count = [](void* c, std::uint16_t o) { return lent(c, o).instance_count(); },
    .instance = [](void* c, std::uint16_t o,
                   std::size_t k) { return lent(c, o).instance(k).value(); },
    .definition_count = [](void* c, std::uint16_t o) { return lent(c, o).definition_count(); },
    .definition = [](void* c, std::uint16_t o, std::size_t k,
                     lwm2m_access_resource* found) { *found = to_c(lent(c, o).definition_at(k)); },
    .has_instance = nullptr,
    .find_definition = nullptr,
    .has_resource = nullptr,
    .has_resource_instance = nullptr,
    .is_kept = nullptr};

lwm2m_access_request to_c(const lac::request& from, const std::vector<lwm2m_access_path>& payload) {
  const int who = from.who.is_bootstrap() ? int{LWM2M_ACCESS_REQUESTER_BOOTSTRAP}
                                          : int{LWM2M_ACCESS_REQUESTER_SERVER};
  return {.who = static_cast<lwm2m_access_requester>(who),
          .operation = static_cast<lwm2m_access_operation>(from.op),
          .target = to_c(from.target),
          .server = from.who.server().value(),
          .payload = payload.data(),
          .payload_size = payload.size()};
}

lac::path to_cpp(const lwm2m_access_path& from) {
  return lac::path::of_ids(from.id, static_cast<lac::level>(from.level));
}

bool is_same(const lwm2m_access_decision& mine, const lac::decision& theirs) {
  const auto after = [](auto value) { return static_cast<unsigned>(value) + 1; };
  const auto code = static_cast<unsigned>(theirs.code());
  return mine.verdict == after(theirs.verdict()) && mine.reason == after(theirs.reason()) &&
         mine.step == after(theirs.step()) && mine.determined_by == after(theirs.determined_by()) &&
         mine.code == (code == 0 ? unsigned{LWM2M_ACCESS_CODE_NONE} : code) &&
         to_cpp(mine.first_bad_path) == theirs.first_bad_path();
}

std::vector<lac::path> taken;
bool take(void*, const lwm2m_access_path* path) {
  taken.push_back(to_cpp(*path));
  return true;
}

/// The same policy behind the C interface.
void carry_over(const policy& from, lwm2m_access_policy* to) {
  std::uint8_t bytes[1024];
  const auto saved = lac::save(from, bytes, sizeof bytes);
  REQUIRE(saved.status == lac::snapshot_status::done);
  static lwm2m_access_policy staged;
  for (lwm2m_access_policy* const each : {to, &staged})
    REQUIRE(lwm2m_access_policy_make(each, sizeof *each, LWM2M_ACCESS_EDITION_ANY) ==
            LWM2M_ACCESS_STATUS_DONE);
  REQUIRE(lwm2m_access_restore(to, &staged, bytes, saved.size, nullptr) ==
          LWM2M_ACCESS_STATUS_DONE);
}

}  // namespace

TEST_CASE("The C interface gives the decisions of the engine") {
  dice d{4711};
  static lwm2m_access_policy policy_in_c;
  lwm2m_access_pending work;
  for (int world = 0; world < 200; ++world) {
    const policy ready = random_policy(d);
    const model there = random_model(d);
    carry_over(ready, &policy_in_c);
    const own_storage::mirror lists{ready, there};
    own_storage::objects own{lists.client()};
    const lwm2m_access_objects objects{nullptr, &functions, &own};
    for (int k = 0; k < 100; ++k) {
      question asked = random_question(d);
      asked.asked.payload = asked.payload;
      std::vector<lwm2m_access_path> payload;
      for (const lac::path& each : asked.payload) payload.push_back(to_c(each));
      const lwm2m_access_request request = to_c(asked.asked, payload);
      const lac::decision theirs = lac::authorize(ready, own, asked.asked);
      lwm2m_access_decision mine;
      REQUIRE(lwm2m_access_authorize(&policy_in_c, &objects, &request, &mine) ==
              LWM2M_ACCESS_STATUS_DONE);
      REQUIRE(is_same(mine, theirs));
      lwm2m_access_assignment kept[8];
      REQUIRE(lwm2m_access_start(&work, sizeof work, &policy_in_c, &objects, &request, kept, 8) ==
              LWM2M_ACCESS_STATUS_DONE);
      REQUIRE(lwm2m_access_decide(&work, &mine) == LWM2M_ACCESS_STATUS_DONE);
      policy begun = ready;
      lac::assignment room[8];
      REQUIRE(
          is_same(mine, lac::incoming_request{begun, own, asked.asked, room}.decide().decision()));
      REQUIRE(is_same(mine, lac::begin(begun, own, asked.asked).decision()));
      REQUIRE(lwm2m_access_begin(&work, sizeof work, &policy_in_c, &objects, &request, nullptr, 0,
                                 &mine) == LWM2M_ACCESS_STATUS_DONE);
      REQUIRE(is_same(mine, lac::begin(begun, own, asked.asked).decision()));
      taken.clear();
      REQUIRE(lwm2m_access_visible(&policy_in_c, &objects, &request, take, nullptr) ==
              LWM2M_ACCESS_STATUS_DONE);
      REQUIRE(taken == all_of(lac::visible(ready, own, asked.asked)));
      taken.clear();
      REQUIRE(lwm2m_access_readable(&policy_in_c, &objects, &request, take, nullptr) ==
              LWM2M_ACCESS_STATUS_DONE);
      REQUIRE(taken == all_of(lac::readable(ready, own, asked.asked)));
      taken.clear();
      REQUIRE(lwm2m_access_affected(&policy_in_c, &objects, &request, take, nullptr) ==
              LWM2M_ACCESS_STATUS_DONE);
      REQUIRE(taken == all_of(lac::affected(ready, own, asked.asked)));
    }
  }
}

TEST_CASE("The storages of the C interface are little larger than what lies in them") {
  // They are as large as they have to be where a pointer has 8 octets.
  constexpr bool is_tight = sizeof(void*) == 8;
  CHECK(LWM2M_ACCESS_POLICY_BYTES(32, 128, 8) - sizeof(lac::c::stored_policy) <= 192);
  CHECK(LWM2M_ACCESS_MODEL_BYTES(16, 48, 160) - sizeof(lac::c::stored_model) <=
        (is_tight ? 64U : 128U));
  CHECK(LWM2M_ACCESS_ACCOUNTS_BYTES(8) - sizeof(lac::c::stored_accounts) <=
        (is_tight ? 1024U : 2048U));
  CHECK(LWM2M_ACCESS_POLICY_BYTES(1, 1, 1) >= sizeof(lac::policy<1, 1, 1>) + 32);
  CHECK(LWM2M_ACCESS_POLICY_BYTES(1000, 4000, 64) >= sizeof(lac::policy<1000, 4000, 64>) + 32);
  CHECK(LWM2M_ACCESS_POLICY_BYTES(9999, 65535, 8) >= sizeof(lac::policy<9999, 65535, 8>) + 32);
  CHECK(LWM2M_ACCESS_POLICY_BYTES(9999, 65536, 8) >= sizeof(lac::policy<9999, 65536, 8>) + 32);
  CHECK(LWM2M_ACCESS_MODEL_BYTES(1, 1, 1) >= sizeof(lac::object_model<1, 1, 1>) + 8);
  CHECK(LWM2M_ACCESS_MODEL_BYTES(99, 999, 999) >= sizeof(lac::object_model<99, 999, 999>) + 8);
  CHECK(LWM2M_ACCESS_MODEL_BYTES(999, 65535, 9) >= sizeof(lac::object_model<999, 65535, 9>) + 8);
  CHECK(LWM2M_ACCESS_MODEL_BYTES(999, 65536, 9) >= sizeof(lac::object_model<999, 65536, 9>) + 8);
  CHECK(LWM2M_ACCESS_MODEL_BYTES(999, 9, 65536) >= sizeof(lac::object_model<999, 9, 65536>) + 8);
}

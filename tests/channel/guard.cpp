#include <lwm2m/access/guard.hpp>
#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>
#include <support/catch.hpp>

#include <cstdlib>
#include <type_traits>
#include <utility>

#include "support/client_world.hpp"

using namespace stated;
namespace lac = lwm2m::access;
using namespace lac::literals;

namespace {

/// A Device that 101 may read, and an account each for 101 and 102.
struct guarded_world : client_world {
  lac::policy<4, 8> rights{lac::editions::v1_1};
  lac::object_model<4, 4, 8> objects;
  lac::guard<decltype(rights), decltype(objects)> guard{rights, objects, accounts, policy()};

  guarded_world() {
    using lac::status;
    const lac::object_id device = lac::objects::device;
    bool ok = rights.add_account(server_101) == status::done &&
              rights.add_account(server_102) == status::done &&
              objects.add_object(device, lac::multiplicity::single) == status::done;
    ok = ok && objects.add_resource(
                   device, {lac::resource_id{0},
                            lac::access_type::of(lac::resource_operation::read)}) == status::done;
    ok = ok && objects.add_instance(device, lac::object_instance_id{0}) == status::done;
    const lac::acl_entry entry{server_101, lac::access_rights::of(lac::right::read)};
    ok = ok && rights.add({lac::object_instance_id{0},
                           {device, lac::object_instance_id{0}},
                           lac::bootstrap,
                           lac::acl_view{&entry, 1}}) == status::done;
    if (!ok) std::abort();
  }

  lac::arrived_request asks(session_id over) {
    return {over, lac::operation::read, "/3/0/0"_path, {}};
  }
  auto admit_101(session_id over) {
    auto s = psk_session();
    s.sid = over;
    (void)accounts.supply_key(server_101, over, *s.kept);
    return guard.admit(s);
  }
  auto admit_102(session_id over) {
    auto s = rpk_session();
    s.sid = over;
    return guard.admit(s);
  }
};

/// The refusals that a guard has told of.
struct told_denials {
  int count = 0;
  lac::reason last{};

  static void hook(void* into, const lac::request&, const lac::decision& taken) {
    auto& told = *static_cast<told_denials*>(into);
    ++told.count;
    told.last = taken.reason();
  }
};

const session_id first{std::uint64_t{1}}, second{std::uint64_t{2}};

}  // namespace

TEST_CASE("the Short Server ID comes from the admission", "[channel][I13]") {
  guarded_world w;
  const auto reads = w.admit_101(first);
  const auto other = w.admit_102(second);
  REQUIRE(reads);
  REQUIRE(other);
  CHECK(reads->server() == server_101);
  CHECK(w.guard.authorize(*reads, w.asks(first)).allowed());
  CHECK(w.guard.authorize(*other, w.asks(second)).reason() == lac::reason::access_right_missing);
}

TEST_CASE("a guard begins requests of who was admitted", "[channel][I13][I22]") {
  guarded_world w;
  const auto who = w.admit_101(first);
  REQUIRE(who);
  CHECK(w.guard.server_of(*who, first) == server_101);
  CHECK(w.guard.begin(*who, w.asks(first)).allowed());
  const auto shown = w.guard.visible(*who, w.asks(first));
  CHECK(*shown.begin() == "/3/0/0"_path);
  CHECK(w.guard.shows(*who, w.asks(first), "/3/0/0"_path));
  CHECK(w.guard.server_of(*who, second) == short_server_id{});
  CHECK(w.guard.begin(*who, w.asks(second)).decision().reason() == lac::reason::no_account);
  w.accounts.session_ended(first);
  CHECK(w.guard.begin(*who, w.asks(first)).decision().reason() == lac::reason::no_account);
  CHECK(w.guard.readable(*who, w.asks(first)).empty());
}

TEST_CASE("a guard tells of each request that is refused", "[channel][I20]") {
  guarded_world w;
  const auto who = w.admit_101(first);
  REQUIRE(who);
  told_denials told;
  w.guard.on_denial(told_denials::hook, &told);
  lac::arrived_request missing = w.asks(first);
  CHECK(w.guard.begin(*who, missing).allowed());
  CHECK(told.count == 0);
  missing.target = "/3/0/9"_path;
  CHECK_FALSE(w.guard.begin(*who, missing).allowed());
  CHECK(told.count == 1);
  CHECK(told.last == lac::reason::resource_not_found);
}

TEST_CASE("a guard tells of a refusal once the last record is there", "[channel][I20]") {
  guarded_world w;
  const auto who = w.admit_101(first);
  REQUIRE(who);
  told_denials told;
  w.guard.on_denial(told_denials::hook, &told);
  lac::arrived_request writes = w.asks(first);
  writes.op = lac::operation::update;
  auto refused = w.guard.start(*who, writes, {});
  refused.add("/3/0/0"_path);
  CHECK(told.count == 0);
  CHECK_FALSE(refused.decide().allowed());
  CHECK(told.count == 1);
  CHECK(told.last == lac::reason::access_right_missing);
  CHECK(w.guard.start(*who, w.asks(first), {}).decide().allowed());
  CHECK(told.count == 1);
}

TEST_CASE("a guard tells of what is refused in a Bootstrap session", "[channel][I20][K4]") {
  guarded_world w;
  auto s = psk_session(identity_bootstrap);
  s.sid = second;
  (void)w.accounts.supply_key(lac::bootstrap, second, *s.kept);
  const auto who = w.guard.admit_bootstrap(s);
  REQUIRE(who);
  told_denials told;
  w.guard.on_denial(told_denials::hook, &told);
  lac::policy<4, 8> staged{lac::editions::v1_1};
  channel::accounts<8> staged_accounts;
  auto session = w.guard.open_bootstrap(staged, staged_accounts);
  CHECK_FALSE(w.guard.begin(*who, session, w.objects, w.asks(second)).allowed());  // a Read
  CHECK(told.count == 1);
  CHECK(told.last == lac::reason::not_for_bootstrap);
}

TEST_CASE("an account that is removed is gone from the policy and the channel",
          "[channel][G4][I22]") {
  guarded_world w;
  const auto who = w.admit_102(second);
  REQUIRE(who);
  REQUIRE(w.guard.remove_account(server_102, [](const lac::path&) {}) == lac::status::done);
  CHECK_FALSE(w.rights.has_account(server_102));
  CHECK_FALSE(w.accounts.has(server_102));
  CHECK(w.guard.server_of(*who, second) == short_server_id{});
  CHECK(w.guard.remove_account(server_102, [](const lac::path&) {}) == lac::status::server_unknown);
}

TEST_CASE("a token ends with its account, its credentials or its session", "[channel][I22]") {
  guarded_world w;
  auto who = w.admit_101(first);
  REQUIRE(who);
  REQUIRE(w.guard.authorize(*who, w.asks(first)).allowed());
  const auto refused = [&](const channel::authenticated_server& token, session_id over) {
    const auto decision = w.guard.authorize(token, w.asks(over));
    return !decision.allowed() && decision.code() == lac::coap::unauthorized;
  };

  SECTION("used on another session") {
    CHECK(refused(*who, second));
    CHECK(refused(*who, session_id{}));
    REQUIRE(w.admit_102(second));
    CHECK(refused(*who, second));
    CHECK_FALSE(refused(*who, first));
  }
  SECTION("the account is removed, and added again") {
    REQUIRE(w.accounts.remove(server_101));
    CHECK(refused(*who, first));
    REQUIRE(w.accounts.add(psk_account()).empty());
    CHECK(refused(*who, first));
    REQUIRE(w.admit_101(first));
    CHECK(refused(*who, first));
  }
  SECTION("another Server became 101") {
    REQUIRE(w.accounts.remove(server_101));
    REQUIRE(w.accounts.remove(server_102));
    auto next = rpk_account();
    next.server = server_101;
    REQUIRE(w.accounts.add(next).empty());
    CHECK(refused(*who, first));
    REQUIRE(w.admit_102(first));
    CHECK(refused(*who, first));
  }
  SECTION("the credentials change") {
    auto changed = psk_account();
    const auto other_key = pki::of_text("fedcba9876543210");
    changed.secret_key = view_of(other_key);
    REQUIRE(w.accounts.change(changed).empty());
    CHECK(refused(*who, first));
  }
  SECTION("the session is closed, and its place used by another one") {
    w.accounts.session_ended(first);
    CHECK(refused(*who, first));
    REQUIRE(w.admit_101(first));
    CHECK(refused(*who, first));
  }
  SECTION("another Server is admitted on what is the same session by its address") {
    REQUIRE(w.admit_102(first));
    CHECK(refused(*who, first));
  }
  SECTION("a session that is admitted again and refused") {
    auto bad = psk_session();
    bad.sid = first;
    bad.suite = 0x00B0;
    CHECK_FALSE(w.guard.admit(bad));
    CHECK(refused(*who, first));
  }
  SECTION("the Server connects anew: both sessions hold, and one ends without the other") {
    const auto anew = w.admit_101(second);
    REQUIRE(anew);
    CHECK_FALSE(refused(*who, first));
    w.accounts.session_ended(first);
    CHECK(refused(*who, first));
    CHECK_FALSE(refused(*anew, second));
  }
  SECTION("moved from, and of another guard") {
    const channel::authenticated_server taken = std::move(*who);
    CHECK(refused(*who, first));
    CHECK_FALSE(refused(taken, first));
    guarded_world twin;
    REQUIRE(twin.admit_101(first));
    CHECK_FALSE(twin.guard.authorize(taken, twin.asks(first)).allowed());
    CHECK(refused(channel::authenticated_server{}, first));
  }
}

TEST_CASE("tokens are authority, not data", "[channel][I22]") {
  using server = channel::authenticated_server;
  STATIC_REQUIRE(!std::is_copy_constructible_v<server>);
  STATIC_REQUIRE(!std::is_copy_assignable_v<server>);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<server>);
  STATIC_REQUIRE(!std::is_trivially_copyable_v<server>);
  STATIC_REQUIRE(!std::is_aggregate_v<server>);
  STATIC_REQUIRE(!std::is_constructible_v<server, short_server_id>);
  STATIC_REQUIRE(!std::is_constructible_v<server, channel::unauthenticated_server>);
  STATIC_REQUIRE(!std::is_constructible_v<server, channel::authenticated_bootstrap_server>);
  STATIC_REQUIRE(!std::is_constructible_v<server, channel::authenticated_client>);
  STATIC_REQUIRE(!std::is_copy_constructible_v<channel::accounts<2>>);
}

TEST_CASE("the Bootstrap Server asks over the Bootstrap interface", "[channel][I11]") {
  guarded_world w;
  auto s = psk_session(identity_bootstrap);
  (void)w.accounts.supply_key(lac::bootstrap, s.sid, *s.kept);
  const auto who = w.guard.admit_bootstrap(s);
  REQUIRE(who);
  const lac::arrived_request deletes{s.sid, lac::operation::delete_, "/3/0"_path, {}};
  const lac::arrived_request reads{s.sid, lac::operation::read, "/3/0/0"_path, {}};
  CHECK(w.guard.authorize(*who, reads).reason() == lac::reason::not_for_bootstrap);
  CHECK(w.guard.authorize(*who, deletes).reason() != lac::reason::no_account);
  w.accounts.session_ended(s.sid);
  CHECK(w.guard.authorize(*who, deletes).reason() == lac::reason::no_account);
}

TEST_CASE("a Bootstrap session commits policy and accounts together", "[channel][G5][K8]") {
  guarded_world w;
  const auto who_101 = w.admit_101(first);
  const auto who_102 = w.admit_102(second);
  REQUIRE(who_101);
  REQUIRE(who_102);
  auto boots = psk_session(identity_bootstrap);
  boots.sid = session_id{std::uint64_t{3}};
  (void)w.accounts.supply_key(lac::bootstrap, boots.sid, *boots.kept);
  const auto who = w.guard.admit_bootstrap(boots);
  REQUIRE(who);

  decltype(w.rights) staged{lac::editions::v1_1};
  decltype(w.accounts) staged_accounts;
  auto session = w.guard.open_bootstrap(staged, staged_accounts);
  REQUIRE(session.is_open());
  const lac::assignment values[] = {{"/2/0/3"_path, 101}};
  const lac::arrived_request writes{boots.sid, lac::operation::write, "/2/0/3"_path, {}, values};
  REQUIRE(w.guard.begin(*who, session, w.objects, writes).commit());
  REQUIRE(session.remove_account(server_102, [](const lac::path&) {}) == lac::status::done);

  const lac::object_instance_id n{0};
  CHECK(w.rights.find_id(n).owner() == lac::access_control_owner{lac::bootstrap});
  CHECK(w.rights.has_account(server_102));
  CHECK(w.guard.server_of(*who_102, second) == server_102);

  SECTION("finished") {
    REQUIRE(session.finish(w.objects) == lac::coap::changed);
    CHECK(w.rights.find_id(n).owner().is(server_101));
    CHECK_FALSE(w.rights.has_account(server_102));
    CHECK_FALSE(w.accounts.has(server_102));
    CHECK(w.guard.server_of(*who_102, second) == short_server_id{});
    CHECK(w.guard.server_of(*who_101, first) == server_101);
    CHECK(session.finish(w.objects) == lac::coap::not_acceptable);
  }
  SECTION("dropped") {
    session.drop();
    CHECK(w.rights.find_id(n).owner() == lac::access_control_owner{lac::bootstrap});
    CHECK(w.accounts.has(server_102));
    CHECK(w.guard.begin(*who, session, w.objects, writes).decision().reason() ==
          lac::reason::no_account);
  }
}

TEST_CASE("NoSec is taken where the channel policy allows it by name", "[channel][I15]") {
  guarded_world w;
  REQUIRE(w.accounts.remove(server_101));
  REQUIRE(
      w.accounts
          .add({.kind = account_kind::server, .server = server_101, .mode = security_mode::no_sec})
          .empty());
  auto rules = policy();
  lac::guard closed{w.rights, w.objects, w.accounts, rules};
  CHECK(closed.admit_unauthenticated(first).reasons() == only(refusal::no_sec_not_allowed));
  rules.allow_no_sec = true;
  lac::guard open{w.rights, w.objects, w.accounts, rules};
  const auto who = open.admit_unauthenticated(first);
  REQUIRE(who);
  CHECK(open.authorize(*who, w.asks(first)).allowed());
  CHECK_FALSE(open.authorize(*who, w.asks(second)).allowed());
  CHECK(closed.authorize(*who, w.asks(first)).reason() == lac::reason::no_account);
}

TEST_CASE("accounts and admission work while compiling", "[channel]") {
  constexpr bool admits_nobody = [] {
    channel::accounts<2> accounts;
    const bool empty = accounts.add({}).empty();
    return !empty && !accounts.admit_server(channel::null_session{}, {});
  }();
  STATIC_REQUIRE(admits_nobody);
}

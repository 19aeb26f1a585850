// Section K: what a Bootstrap session stages, and what Servers get meanwhile (K8).

#include <lwm2m/access/bootstrap_session.hpp>

#include <memory>

#include "support/administered.hpp"

namespace {

using namespace administration;
using reference::C, reference::D, reference::E, reference::R, reference::W;
using policy = lac::policy<8, 24, 4>;
using session = lac::bootstrap_session<policy>;

lac::short_server_id server(unsigned id) { return lac::short_server_id{id}; }

/// A device, and a Bootstrap session on it, with the policy and the objects that it stages.
struct bootstrapped {
  explicit bootstrapped(const world& w) : of{w}, staged_world{w}, work{of.policy(), staged} {}

  /// A request of Bootstrap, carried out on what is staged.
  coap asks(operation what, const path& uri, const values& conveyed = {}) {
    const question q{true, 0, what, uri, {}};
    const auto objects = stack::objects_from(staged_world);
    auto pending = work.begin(objects, stack::request_from(q), conveyed);
    const coap code = pending.code();
    if (pending.allowed()) CHECK(static_cast<bool>(pending.commit()));
    return code;
  }
  coap finishes() {
    return work.finish(stack::objects_from(staged_world), [&](const lac::fault&) { ++faults; });
  }

  device<> of;
  world staged_world;
  policy staged{};
  session work;
  std::size_t faults = 0;
};

values whole(unsigned n, target governed, unsigned owner) {
  return {{at(2, n, 0), governed.first}, {at(2, n, 1), governed.second}, {at(2, n, 3), owner}};
}

}  // namespace

TEST_CASE("K8 Servers are decided for by what was there, until Finish commits everything", "[K8]") {
  for (const edition_name edition : every_edition) {
    bootstrapped b{home(edition)};
    const bytes_of before{b.staged};
    CHECK(b.asks(op::write, at(2, 7), whole(7, {1, 0}, 104)) == coap::changed);
    CHECK(b.asks(op::write, at(2, 0, 3), {{at(2, 0, 3), 102}}) == coap::changed);
    REQUIRE(lac::account_added(b.work.edit(), server(104)) == status::done);
    b.of.is_as_expected();
    CHECK(b.of.decide(104, op::read, at(1, 0)).reason() == reason::no_account);
    CHECK(b.finishes() == coap::changed);
    b.of.expected().accounts.insert(104);
    b.of.expected().acls[{1, 0}] = {7, 104, {}};
    b.of.expected().acls[{3, 0}].owner = 102;
    b.of.is_as_expected();
  }
}

TEST_CASE("K8 a Finish with a fault is 4.06 with every fault, and the session goes on",
          "[K8][G6]") {
  for (const edition_name edition : finals) {
    bootstrapped b{home(edition)};
    CHECK(b.asks(op::write, at(2, 7), whole(7, {5, 9}, 104)) == coap::changed);
    CHECK(b.finishes() == coap::not_acceptable);
    CHECK(b.faults == 2);
    b.of.is_as_expected();
    CHECK(b.asks(op::write, at(2, 7), whole(7, {1, 0}, 101)) == coap::changed);
    CHECK(b.finishes() == coap::changed);
    CHECK(b.faults == 2);
    b.of.expected().acls[{1, 0}] = {7, 101, {}};
    b.of.is_as_expected();
  }
}

TEST_CASE("K8 the instances that it makes are part of it", "[K8]") {
  for (const edition_name edition : every_edition) {
    bootstrapped b{home(edition)};
    CHECK(b.asks(op::write, at(5, 7)) == coap::changed);
    b.staged_world.objects[5].instances.insert(7);
    CHECK(b.asks(op::write, at(2, 7), whole(7, {5, 7}, 101)) == coap::changed);
    CHECK(b.asks(op::delete_, at(5, 1)) == coap::deleted);
    b.staged_world.objects[5].instances.erase(1);
    b.of.is_as_expected();
    CHECK(b.finishes() == coap::changed);
    b.of.expected().acls[{5, 7}] = {7, 101, {}};
    b.of.expected().acls.erase({5, 1});
    b.of.is_as_expected();
  }
}

TEST_CASE("K8 while it is open, no Server changes Object 2, makes or deletes an instance", "[K8]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    policy staged{};
    session open{d.policy(), staged};
    CHECK(d.policy().is_bootstrap_open());
    const auto refused = [&](unsigned who, operation what, const path& uri, const values& conveyed,
                             const paths& payload) {
      d.refuses(who, what, uri, conveyed, reason::bootstrap_in_progress,
                coap::internal_server_error, payload);
    };
    refused(101, op::create, at(5), {}, {at(5, 4, 0)});
    refused(102, op::delete_, at(5, 2), {}, {});
    refused(102, op::update, at(2, 1), {{at(2, 1, 2, 103), R}}, {});
    refused(102, op::write, at(2, 1, 3), {{at(2, 1, 3), 101}}, {});
    if (edition == edition_name::v1_2) refused(102, op::delete_, at(2, 1, 2, 0), {}, {});

    // After every other check.
    d.refuses(103, op::create, at(5), {}, reason::access_right_missing, coap::unauthorized,
              {at(5, 4, 0)});
    d.refuses(101, op::update, at(2, 1), {{at(2, 1, 2, 103), R}}, reason::not_the_owner,
              coap::unauthorized);
    d.refuses(102, op::update, at(2, 1), {{at(2, 1, 2, 103), 65536}},
              reason::access_right_out_of_range, coap::bad_request);

    // The rest goes on.
    CHECK(d.decide(102, op::read, at(5, 1)).allowed());
    CHECK(d.decide(101, op::write, at(5, 1, 3)).allowed());
    open.drop();
    CHECK_FALSE(d.policy().is_bootstrap_open());
    d.expected().acls[{5, 1}].entries[103] = R;
    d.performs(102, op::update, at(2, 1), {{at(2, 1, 2, 103), R}}, coap::changed,
               {{change_kind::changed, 1, {5, 1}}});
  }
}

TEST_CASE("K8 before room it is said that a session is open", "[K8][C10]") {
  for (const edition_name edition : every_edition) {
    using full = lac::policy<4, 16, 4>;
    device<full> d{home(edition)};
    d.refuses(101, op::create, at(5), {}, reason::no_room, coap::internal_server_error,
              {at(5, 4, 0)});
    full staged{};
    lac::bootstrap_session<full> open{d.policy(), staged};
    d.refuses(101, op::create, at(5), {}, reason::bootstrap_in_progress,
              coap::internal_server_error, {at(5, 4, 0)});
  }
}

TEST_CASE("K8 a session that is dropped leaves everything as it was", "[K8]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    policy staged{};
    {
      session work{d.policy(), staged};
      const question q{true, 0, op::delete_, path::root(), {}};
      const auto objects = stack::objects_from(d.expected());
      auto pending = work.begin(objects, stack::request_from(q));
      REQUIRE(pending.allowed());
      CHECK(static_cast<bool>(pending.commit()));
      REQUIRE(lac::account_removed(work.edit(), server(101), lac::ignore_all{},
                                   lac::ignore_all{}) == status::done);
    }
    CHECK_FALSE(d.policy().is_bootstrap_open());
    d.is_as_expected();
    access_control& made = d.expected().acls[{5, 4}];
    made = {4, 101, {}};
    if (edition == edition_name::draft) made.entries[101] = R | W | E | D;
    d.performs(101, op::create, at(5), {}, coap::created, {{change_kind::made, 4, {5, 4}}},
               {at(5, 4, 0)});
  }
}

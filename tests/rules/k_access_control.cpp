// Section K on Object 2: what Bootstrap writes there (K6), and what its Deletes take along (K7).

#include "support/administered.hpp"

namespace {

using namespace administration;
using reference::C, reference::D, reference::E, reference::R, reference::W;

/// It is told as made, and then as written.
changes made(unsigned n, target governed) {
  return {{change_kind::made, n, governed}, {change_kind::changed, n, governed}};
}
changes changed(unsigned n, target governed) { return {{change_kind::changed, n, governed}}; }

/// `/2/n` as Bootstrap conveys it.
values whole(unsigned n, target governed, unsigned owner) {
  return {{at(2, n, 0), governed.first}, {at(2, n, 1), governed.second}, {at(2, n, 3), owner}};
}
values with(values all, values others) {
  all.insert(all.end(), others.begin(), others.end());
  return all;
}

void write_is_refused(edition_name edition, const path& uri, const values& conveyed, reason why) {
  device d{home(edition)};
  d.refuses(by_bootstrap, op::write, uri, conveyed, why, coap::bad_request);
}

}  // namespace

TEST_CASE("K6 a Write of /2/n makes the whole instance", "[K6]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.expected().acls[{1, 0}] = {7, 102, {{0, R}, {103, R | W}}};
    d.performs(by_bootstrap, op::write, at(2, 7),
               with(whole(7, {1, 0}, 102), {{at(2, 7, 2, 103), 3}, {at(2, 7, 2, 0), 1}}),
               coap::changed, made(7, {1, 0}));
    CHECK(d.decide(103, op::write, at(1, 0, 1)).allowed());
  }
}

TEST_CASE("K6 one that is made needs its target and its Owner", "[K6]") {
  for (const edition_name edition : every_edition) {
    for (std::size_t left_out = 0; left_out < 3; ++left_out) {
      values conveyed = whole(7, {1, 0}, 102);
      conveyed.erase(conveyed.begin() + static_cast<std::ptrdiff_t>(left_out));
      write_is_refused(edition, at(2, 7), conveyed, reason::value_missing);
    }
    write_is_refused(edition, at(2, 7), {}, reason::value_missing);
    for (const unsigned resource : {0U, 1U, 3U})
      write_is_refused(edition, at(2, 7, resource), {{at(2, 7, resource), 1}},
                       reason::value_missing);
  }
}

TEST_CASE("K6 what is left out of one that is there is kept, but for the entries", "[K6][F8]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.expected().acls[{5, 1}] = {1, 101, {}};
    d.performs(by_bootstrap, op::write, at(2, 1), {{at(2, 1, 3), 101}}, coap::changed,
               changed(1, {5, 1}));
    d.expected().acls[{5, 1}].entries = {{103, D}};
    d.performs(by_bootstrap, op::write, at(2, 1), {{at(2, 1, 2, 103), D}}, coap::changed,
               changed(1, {5, 1}));
    d.expected().acls[{5, 1}].entries.clear();
    d.performs(by_bootstrap, op::write, at(2, 1), {}, coap::changed, changed(1, {5, 1}));
  }
}

TEST_CASE("K6 a Write of /2 sets several in one request, all or nothing", "[K6]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    const values both = with(whole(7, {1, 0}, 102), {{at(2, 1, 2, 101), R}});
    d.refuses(by_bootstrap, op::write, at(2), with(both, {{at(2, 0, 2, 102), 65536}}),
              reason::access_right_out_of_range, coap::bad_request);
    d.expected().acls[{1, 0}] = {7, 102, {}};
    d.expected().acls[{5, 1}] = {1, 102, {{101, R}}};
    d.performs(by_bootstrap, op::write, at(2), both, coap::changed,
               {{change_kind::made, 7, {1, 0}},
                {change_kind::changed, 7, {1, 0}},
                {change_kind::changed, 1, {5, 1}}});
  }
}

TEST_CASE("K6 /2/n/0 to /2/n/3 set that alone", "[K6]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    auto& acls = d.expected().acls;
    acls[{5, 1}].owner = 103;
    d.performs(by_bootstrap, op::write, at(2, 1, 3), {{at(2, 1, 3), 103}}, coap::changed,
               changed(1, {5, 1}));
    acls[{5, 1}].entries = {{102, R}};
    d.performs(by_bootstrap, op::write, at(2, 1, 2), {{at(2, 1, 2, 102), R}}, coap::changed,
               changed(1, {5, 1}));
    acls[{1, 1}] = acls[{5, 1}];
    acls.erase({5, 1});
    d.performs(by_bootstrap, op::write, at(2, 1, 0), {{at(2, 1, 0), 1}}, coap::changed,
               {{change_kind::changed, 1, {5, 1}}, {change_kind::changed, 1, {1, 1}}});
  }
}

TEST_CASE("K6 a target that is moved leaves the old one without access control", "[K6][A7]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    auto& acls = d.expected().acls;
    acls[{1, 0}] = {1, 102, {{102, R}}};
    acls.erase({5, 1});
    d.performs(by_bootstrap, op::write, at(2, 1),
               with(whole(1, {1, 0}, 102), {{at(2, 1, 2, 102), R}}), coap::changed,
               {{change_kind::changed, 1, {5, 1}}, {change_kind::changed, 1, {1, 0}}});
    CHECK(d.decide(102, op::read, at(1, 0)).allowed());
    CHECK(d.decide(102, op::read, at(5, 1)).reason() == reason::access_right_missing);
  }
}

TEST_CASE("K6 a target and an Owner may not exist yet", "[K6][K8]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.expected().acls[{77, 3}] = {7, 109, {}};
    d.performs(by_bootstrap, op::write, at(2, 7), whole(7, {77, 3}, 109), coap::changed,
               made(7, {77, 3}));
  }
}

TEST_CASE("K6 the values are held to A11, A12, F6, F7, F9 and F11",
          "[K6][A11][A12][F6][F7][F9][F11]") {
  for (const edition_name edition : every_edition) {
    const auto refused = [&](target governed, unsigned owner, values others, reason why) {
      write_is_refused(edition, at(2, 7), with(whole(7, governed, owner), others), why);
    };
    refused({1, 0}, 102, {{at(2, 7, 2, 101), 65536}}, reason::access_right_out_of_range);
    refused({5, 65535}, 102, {}, reason::target_doubled);
    refused({1, 65535}, 102, {}, reason::object_level_owner_is_bootstrap);
    refused({1, 65535}, 65535, {{at(2, 7, 2, 101), R | C}}, reason::object_level_takes_only_create);
    refused({1, 0}, 102, {{at(2, 7, 2, 65535), R}}, reason::entry_id_reserved);
    refused({1, 0}, 102, {{at(2, 7, 2, 101), R}, {at(2, 7, 2, 101), R}}, reason::value_doubled);
    refused({1, 0}, 0, {}, reason::owner_out_of_range);
    refused({1, 0}, 65536 + 101, {}, reason::owner_out_of_range);
    refused({5, 1}, 102, {}, reason::target_doubled);
    refused({0, 0}, 102, {}, reason::target_out_of_range);
    refused({2, 0}, 102, {}, reason::target_out_of_range);
    refused({65535, 0}, 102, {}, reason::target_out_of_range);
    refused({1, 65536}, 102, {}, reason::target_out_of_range);
  }
}

TEST_CASE("K6 what a target that is moved to Object level keeps is held to A12", "[K6][A12]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.refuses(by_bootstrap, op::write, at(2, 2, 1), {{at(2, 2, 1), 65535}}, reason::target_doubled,
              coap::bad_request);
    d.refuses(by_bootstrap, op::write, at(2, 2), whole(2, {1, 65535}, 101),
              reason::object_level_owner_is_bootstrap, coap::bad_request);
    d.expected().acls[{1, 65535}] = {2, 65535, {{101, C}}};
    d.expected().acls.erase({5, 2});
    d.performs(by_bootstrap, op::write, at(2, 2),
               with(whole(2, {1, 65535}, 65535), {{at(2, 2, 2, 101), C}}), coap::changed,
               {{change_kind::changed, 2, {5, 2}}, {change_kind::changed, 2, {1, 65535}}});
  }
}

TEST_CASE("K6 without room it is 5.00, nothing changed (C10)", "[K6][C10]") {
  for (const edition_name edition : every_edition) {
    device<lac::policy<4, 16, 4>> d{home(edition)};
    d.refuses(by_bootstrap, op::write, at(2, 7), whole(7, {1, 0}, 102), reason::no_room,
              coap::internal_server_error);
  }
}

TEST_CASE("K7 a Delete takes along what governs what goes, Object-level ones stay", "[K7][G2]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.expected().acls.erase({5, 1});
    d.expected().acls.erase({5, 2});
    d.performs(by_bootstrap, op::delete_, at(5), {}, coap::deleted,
               {{change_kind::erased, 1, {5, 1}}, {change_kind::erased, 2, {5, 2}}});
  }
}

TEST_CASE("K7 what is kept keeps its access control", "[K7][D4]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    const bool goes = edition == edition_name::draft;
    if (goes) d.expected().acls.erase({3, 0});
    d.performs(by_bootstrap, op::delete_, at(3), {}, coap::deleted,
               goes ? changes{{change_kind::erased, 0, {3, 0}}} : changes{});
  }
}

TEST_CASE("K7 a Delete of /2 or of / takes all access control", "[K7]") {
  for (const edition_name edition : every_edition)
    for (const path& uri : {at(2), path::root()}) {
      device d{home(edition)};
      changes all;
      for (const auto& [governed, one] : d.expected().acls)
        all.insert({change_kind::erased, one.n, governed});
      d.expected().acls.clear();
      d.performs(by_bootstrap, op::delete_, uri, {}, coap::deleted, all);
    }
}

TEST_CASE("K7 a Delete of /2/n takes that", "[K7]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.expected().acls.erase({5, 65535});
    d.performs(by_bootstrap, op::delete_, at(2, 3), {}, coap::deleted,
               {{change_kind::erased, 3, {5, 65535}}});
  }
}

// Who may change Object 2, and what of it: F1 to F5, with the operations that are no Write.

#include "support/administered.hpp"

namespace {

using namespace administration;
using reference::C, reference::D, reference::E, reference::R, reference::W;

constexpr coap denied = coap::unauthorized;
constexpr coap not_allowed = coap::method_not_allowed;

changes changed(unsigned n, target governed) { return {{change_kind::changed, n, governed}}; }

/// Everything that a Server could change `/2/n` with.
struct attempt {
  op what;
  path uri;
  values conveyed;
};
std::vector<attempt> attempts(unsigned n) {
  const assignment entry{at(2, n, 2, 103), 1};
  const assignment owner{at(2, n, 3), 103};
  return {{op::write, at(2, n), {entry, owner}},
          {op::update, at(2, n), {entry, owner}},
          {op::write, at(2, n, 2), {entry}},
          {op::update, at(2, n, 2), {entry}},
          {op::write, at(2, n, 2, 103), {entry}},
          {op::update, at(2, n, 2, 103), {entry}},
          {op::write, at(2, n, 3), {owner}},
          {op::update, at(2, n, 3), {owner}},
          {op::write, at(2, n, 0), {}},
          {op::write, at(2, n, 1), {}},
          {op::execute, at(2, n), {}},
          {op::execute, at(2, n, 2), {}},
          {op::execute, at(2, n, 3), {}},
          {op::execute, at(2, n, 2, 102), {}},
          {op::delete_, at(2, n, 2), {}},
          {op::delete_, at(2, n, 3), {}},
          {op::delete_, at(2, n, 2, 102), {}}};
}

}  // namespace

TEST_CASE("F1: only the Access Control Owner changes an Access Control Object Instance", "[F1]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const unsigned who : {102U, 103U})
      for (const attempt& each : attempts(0))
        d.refuses(who, each.what, each.uri, each.conveyed, reason::not_the_owner, denied);
    d.expected().acls[{3, 0}].entries[103] = R | W;
    d.performs(101, op::update, at(2, 0), {{at(2, 0, 2, 103), R | W}}, coap::changed,
               changed(0, {3, 0}));
    d.expected().acls[{3, 0}].owner = 103;
    d.performs(101, op::update, at(2, 0, 3), {{at(2, 0, 3), 103}}, coap::changed,
               changed(0, {3, 0}));
    d.refuses(101, op::update, at(2, 0, 3), {{at(2, 0, 3), 101}}, reason::not_the_owner, denied);
  }
}

TEST_CASE("F1: every right to the target is no ownership of what governs it", "[F1]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls[{3, 0}].entries[102] = R | W | E | D | C;
    w.acls[{3, 0}].entries[0] = R | W | E | D | C;
    device d{w};
    for (const attempt& each : attempts(0))
      d.refuses(102, each.what, each.uri, each.conveyed, reason::not_the_owner, denied);
  }
}

TEST_CASE("F1: the Owner needs no right to the target", "[F1]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls[{3, 0}].entries = {{101, 0}};
    device d{w};
    d.expected().acls[{3, 0}].entries[101] = R | W | E | D;
    d.performs(101, op::update, at(2, 0, 2, 101), {{at(2, 0, 2, 101), R | W | E | D}},
               coap::changed, changed(0, {3, 0}));
  }
}

TEST_CASE("F1: one account alone has rights, not ownership (A2)", "[F1][A2]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.accounts = {102};
    device d{w};
    CHECK(d.decide(102, op::write, at(3, 0, 13)).allowed());
    for (const unsigned n : {0U, 2U, 3U})
      for (const attempt& each : attempts(n))
        d.refuses(102, each.what, each.uri, each.conveyed, reason::not_the_owner, denied);
    d.expected().acls[{5, 1}].entries[0] = R | W;
    d.performs(102, op::update, at(2, 1, 2, 0), {{at(2, 1, 2, 0), R | W}}, coap::changed,
               changed(1, {5, 1}));
  }
}

TEST_CASE("F1: access control that is disabled gives rights, not ownership (A8)", "[F1][A8]") {
  // There is no Access Control Object Instance then: nothing that could be owned.
  world w = home(edition_name::v1_2);
  w.acls.clear();
  w.disabled = true;
  device d{w};
  d.refuses(101, op::update, at(2, 0), {{at(2, 0, 2, 101), 1}}, reason::object_instance_not_found,
            coap::not_found);
}

TEST_CASE("F1: a Server without an account changes nothing (C2)", "[F1][C2]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.acls[{3, 0}].owner = 104;  // the Owner's account has not come yet
    device d{w};
    for (const unsigned who : {104U, 0U, 65535U})
      for (const attempt& each : attempts(0))
        d.refuses(who, each.what, each.uri, each.conveyed, reason::no_account, denied);
  }
}

TEST_CASE("F1: Execute, and Delete below the instance, by the Owner", "[F1][C4]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const path& each : {at(2, 0), at(2, 0, 2, 102)})
      d.refuses(101, op::execute, each, {}, reason::operation_not_on_this_level, not_allowed);
    for (const path& each : {at(2, 0, 2), at(2, 0, 3), at(2, 0, 0)}) {
      d.refuses(101, op::execute, each, {}, reason::operation_not_supported, not_allowed);
      d.refuses(101, op::delete_, each, {}, reason::operation_not_on_this_level, not_allowed);
    }
  }
}

TEST_CASE("F2: what the Bootstrap interface owns no Server changes", "[F2]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const unsigned who : {101U, 102U, 103U})
      for (const unsigned n : {2U, 3U})
        for (const attempt& each : attempts(n))
          d.refuses(who, each.what, each.uri, each.conveyed, reason::not_the_owner, denied);
  }
}

TEST_CASE("F2: 65535 is no Server that could be the Owner", "[F2][A1]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const attempt& each : attempts(2))
      d.refuses(65535, each.what, each.uri, each.conveyed, reason::no_account, denied);
  }
}

TEST_CASE("F2: the Bootstrap interface changes what it owns and what it does not", "[F2][A9]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.expected().acls[{5, 2}].entries = {{103, R}};
    d.performs(by_bootstrap, op::write, at(2, 2), {{at(2, 2, 2, 103), R}}, coap::changed,
               changed(2, {5, 2}));
    d.expected().acls[{3, 0}] = {0, 65535, {{102, W}}};
    d.performs(by_bootstrap, op::write, at(2, 0), {{at(2, 0, 2, 102), W}, {at(2, 0, 3), 65535}},
               coap::changed, changed(0, {3, 0}));
  }
}

TEST_CASE("F3: every account may look at Object 2", "[F3]") {
  const path shown[] = {at(2),       at(2, 0),    at(2, 3),         at(2, 0, 0),
                        at(2, 0, 2), at(2, 1, 3), at(2, 0, 2, 102), at(2, 1, 2, 0)};
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const unsigned who : {101U, 102U, 103U})
      for (const path& each : shown)
        for (const op what : {op::read, op::discover, op::observe, op::write_attributes}) {
          const coap code = what == op::write_attributes ? coap::changed : coap::content;
          d.performs(who, what, each, {}, code, {});
        }
    for (const op what :
         {op::read, op::discover, op::observe, op::write_attributes, op::cancel_observation})
      d.refuses(104, what, at(2, 0), {}, reason::no_account, denied);
  }
}

TEST_CASE("F3: an ACL entry that is not there is not found", "[F3]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const op what : {op::read, op::discover, op::observe, op::write_attributes})
      for (const path& each : {at(2, 0, 2, 103), at(2, 0, 2, 0), at(2, 0, 2, 65535)})
        d.refuses(101, what, each, {}, reason::resource_instance_not_found, coap::not_found);
  }
}

TEST_CASE("F4: Resources 0 and 1 are read-only for the Owner", "[F4]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const op what : {op::write, op::update}) {
      for (const path& each : {at(2, 0, 0), at(2, 0, 1)}) {
        d.refuses(101, what, each, {{each, 5}}, reason::access_control_read_only, not_allowed);
        d.refuses(101, what, each, {}, reason::access_control_read_only, not_allowed);
        d.refuses(101, what, at(2, 0), {{each, 5}}, reason::access_control_read_only, not_allowed);
        d.refuses(101, what, at(2, 0), {{at(2, 0, 2, 101), R}}, reason::access_control_read_only,
                  not_allowed, {each});
      }
      // Of its own value too, and among values that could be written.
      d.refuses(101, what, at(2, 0), {{at(2, 0, 2, 101), R}, {at(2, 0, 0), 3}},
                reason::access_control_read_only, not_allowed);
    }
  }
}

TEST_CASE("F4: a plain Write of Resource 0 or 1 is told before a value that cannot be", "[F4]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const op what : {op::write, op::update})
      for (const unsigned target_resource : {0U, 1U})
        for (const assignment& bad :
             values{{at(2, 0, 2, 101), 65536}, {at(2, 0, 2, 65535), 1}, {at(2, 0, 3), 104}})
          d.refuses(101, what, at(2, 0), {bad, {at(2, 0, target_resource), 3}},
                    reason::access_control_read_only, not_allowed);
  }
}

TEST_CASE("F5: a Server makes and deletes no Access Control Object Instance", "[F5]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const unsigned who : {101U, 102U, 103U}) {
      d.refuses(who, op::create, at(2), {}, reason::kept_by_the_client, denied,
                {at(2, 9, 0), at(2, 9, 1), at(2, 9, 3)});
      d.refuses(who, op::create, at(2, 9), {}, reason::kept_by_the_client, denied);
      d.refuses(who, op::create, at(2), {}, reason::kept_by_the_client, denied);
      for (const unsigned n : {0U, 1U, 2U, 3U})
        d.refuses(who, op::delete_, at(2, n), {}, reason::kept_by_the_client, denied);
    }
  }
}

TEST_CASE("F5: one account alone makes and deletes none either", "[F5][A2]") {
  for (const edition_name edition : every_edition) {
    world w = home(edition);
    w.accounts = {101};
    device d{w};
    d.refuses(101, op::create, at(2), {}, reason::kept_by_the_client, denied);
    d.refuses(101, op::delete_, at(2, 0), {}, reason::kept_by_the_client, denied);
  }
}

TEST_CASE("F5: the Owner deletes one ACL entry, in 1.2", "[F5]") {
  device d{home(edition_name::v1_2)};
  d.refuses(102, op::delete_, at(2, 0, 2, 102), {}, reason::not_the_owner, denied);
  d.refuses(101, op::delete_, at(2, 0, 2, 103), {}, reason::resource_instance_not_found,
            coap::not_found);
  d.refuses(101, op::delete_, at(2, 0, 3, 0), {}, reason::resource_instance_not_found,
            coap::not_found);
  d.expected().acls[{3, 0}].entries.erase(102);
  d.performs(101, op::delete_, at(2, 0, 2, 102), {}, coap::deleted, changed(0, {3, 0}));
  d.refuses(101, op::delete_, at(2, 0, 2, 102), {}, reason::resource_instance_not_found,
            coap::not_found);
  d.expected().acls[{3, 0}].entries.erase(101);
  d.performs(101, op::delete_, at(2, 0, 2, 101), {}, coap::deleted, changed(0, {3, 0}));
  CHECK(d.decide(101, op::read, at(3, 0)).allowed());  // A4
}

TEST_CASE("F5: before 1.2 nobody deletes an ACL entry", "[F5][C4]") {
  for (const edition_name edition : {edition_name::draft, edition_name::v1_0, edition_name::v1_1}) {
    device d{home(edition)};
    d.refuses(101, op::delete_, at(2, 0, 2, 102), {}, reason::operation_not_on_this_level,
              not_allowed);
    d.refuses(101, op::delete_, at(2, 0, 2, 103), {}, reason::resource_instance_not_found,
              coap::not_found);
  }
}

TEST_CASE("F5: on /2 itself nothing is written, executed or deleted", "[F5][C4]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const unsigned who : {101U, 103U})
      for (const op what : {op::write, op::update, op::execute, op::delete_})
        d.refuses(who, what, at(2), {}, reason::operation_not_on_object, not_allowed);
  }
}

TEST_CASE("F5: a missing instance is found missing before anything else", "[F5][C3]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const unsigned who : {101U, 103U})
      for (const op what : {op::write, op::update, op::delete_})
        for (const path& each : {at(2, 9), at(2, 9, 2), at(2, 9, 0), at(2, 9, 2, 101)})
          d.refuses(who, what, each, {}, reason::object_instance_not_found, coap::not_found);
  }
}

TEST_CASE("F5: a missing Resource is found missing after the Owner is asked for", "[F5][C6]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const op what : {op::write, op::update, op::execute, op::delete_})
      for (const path& each : {at(2, 0, 4), at(2, 0, 9)}) {
        d.refuses(102, what, each, {}, reason::not_the_owner, denied);
        d.refuses(101, what, each, {}, reason::resource_not_found, coap::not_found);
      }
    d.refuses(101, op::write, at(2, 0, 3, 0), {{at(2, 0, 3, 0), 102}},
              reason::resource_instance_not_found, coap::not_found);
  }
}

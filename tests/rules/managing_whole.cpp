// A request as a whole: C9, C10, F10, what Bootstrap may (F9, F11, K), and a Write-Composite (E5).

#include "support/administered.hpp"

namespace {

using namespace administration;
using reference::C, reference::D, reference::E, reference::R, reference::W;

constexpr coap denied = coap::unauthorized;
constexpr coap bad = coap::bad_request;
constexpr operation both_writes[] = {op::write, op::update};

changes changed(unsigned n, target governed) { return {{change_kind::changed, n, governed}}; }

/// H2: what was governed before is told too, for the observations of it.
changes moved(unsigned n, target before, target after) {
  return {{change_kind::changed, n, before}, {change_kind::changed, n, after}};
}

constexpr auto composite = op::write_composite;

}  // namespace

TEST_CASE("C9: a value outside the Uri-Path refuses the whole", "[C9]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const operation what : both_writes)
      for (const assignment& outside : values{{at(2, 1, 2, 101), 1}, {at(2, 1, 3), 101}}) {
        const assignment inside{at(2, 0, 2, 101), R};
        for (const unsigned who : {101U, by_bootstrap}) {
          if (who == by_bootstrap && what == op::update) continue;  // K5
          d.refuses(who, what, at(2, 0), {inside, outside}, reason::payload_outside_uri_path, bad);
          d.refuses(who, what, at(2, 0), {inside}, reason::payload_outside_uri_path, bad,
                    {outside.at});
        }
        // Before existence and rights.
        d.refuses(103, what, at(2, 0), {outside}, reason::payload_outside_uri_path, bad);
        d.refuses(101, what, at(2, 9), {outside}, reason::payload_outside_uri_path, bad);
      }
    d.refuses(101, op::update, at(2, 0, 2), {{at(2, 0, 3), 102}}, reason::payload_outside_uri_path,
              bad);
    d.refuses(101, op::update, at(2, 0, 2, 101), {{at(2, 0, 2, 102), 1}},
              reason::payload_outside_uri_path, bad);
    d.refuses(102, op::update, at(5, 1), {{at(2, 1, 3), 101}}, reason::payload_outside_uri_path,
              bad);
  }
}

TEST_CASE("C10: a new entry without room changes nothing", "[C10]") {
  for (const edition_name edition : every_edition) {
    device<policy_of_eight_fours> d{crowded(edition, 0)};
    const values two{{at(2, 0, 2, 103), R}, {at(2, 0, 2, 0), R}};
    for (const path& uri : {at(2, 0), at(2, 0, 2)})
      d.refuses(101, op::update, uri, two, reason::no_room, coap::internal_server_error);
    d.refuses(101, op::write, at(2, 0, 2, 0), {two[1]}, reason::no_room,
              coap::internal_server_error);
    // A new Owner and a right of an entry that is there are not written either.
    d.refuses(101, op::update, at(2, 0), {{at(2, 0, 2, 102), W}, {at(2, 0, 3), 102}, two[0]},
              reason::no_room, coap::internal_server_error);
    d.expected().acls[{3, 0}].entries[102] = W;
    d.performs(101, op::update, at(2, 0), {{at(2, 0, 2, 102), W}}, coap::changed,
               changed(0, {3, 0}));
    // Another instance has room in its own four: for two more, not for three.
    const values three{{at(2, 1, 2, 102), W}, {at(2, 1, 2, 103), W}, {at(2, 1, 2, 104), W}};
    d.refuses(102, op::update, at(2, 1), three, reason::no_room, coap::internal_server_error);
    d.expected().acls[{5, 1}].entries[102] = W;
    d.expected().acls[{5, 1}].entries[103] = W;
    d.performs(102, op::update, at(2, 1), {three[0], three[1]}, coap::changed, changed(1, {5, 1}));
  }
}

TEST_CASE("C10: the room that is left goes to the ACL that grows", "[C10]") {
  for (const edition_name edition : every_edition) {
    device<policy_of_eight_fours> d{crowded(edition, 1)};
    values five{{at(2, 0, 3), 101}};  // an ACL is counted once, wherever its entries come
    for (unsigned id = 201; id <= 205; ++id) five.push_back({at(2, 0, 2, id), R});
    d.refuses(101, op::update, at(2, 0), five, reason::no_room, coap::internal_server_error);
    five.pop_back();
    for (unsigned id = 201; id <= 204; ++id) d.expected().acls[{3, 0}].entries[id] = R;
    d.performs(101, op::update, at(2, 0), five, coap::changed, changed(0, {3, 0}));
    d.refuses(101, op::update, at(2, 0), {{at(2, 0, 2, 205), R}}, reason::no_room,
              coap::internal_server_error);
  }
}

TEST_CASE("C10: a replace has the room of what it takes away", "[C10][F8]") {
  for (const edition_name edition : every_edition) {
    device<policy_of_eight_fours> d{crowded(edition, 0)};  // 20 entries in /2/0
    values all;
    for (unsigned id = 301; id <= 321; ++id) all.push_back({at(2, 0, 2, id), W});
    d.refuses(101, op::write, at(2, 0), all, reason::no_room, coap::internal_server_error);
    all.pop_back();
    d.expected().acls[{3, 0}].entries.clear();
    for (unsigned id = 301; id <= 320; ++id) d.expected().acls[{3, 0}].entries[id] = W;
    d.performs(101, op::write, at(2, 0), all, coap::changed, changed(0, {3, 0}));
  }
}

TEST_CASE("C10: a value that cannot be is told before the want of room", "[C10][C8]") {
  for (const edition_name edition : every_edition) {
    device<policy_of_eight_fours> d{crowded(edition, 0)};
    d.refuses(101, op::update, at(2, 0), {{at(2, 0, 2, 103), R}, {at(2, 0, 2, 0), -1}},
              reason::access_right_out_of_range, bad);
  }
}

TEST_CASE("F9: Bootstrap gives no target a second Access Control Object Instance", "[F9]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const path& uri : {at(2, 2), at(2, 2, 1)})
      d.refuses(by_bootstrap, op::write, uri, {{at(2, 2, 1), 1}}, reason::target_doubled, bad);
    d.refuses(by_bootstrap, op::write, at(2, 2), {{at(2, 2, 0), 3}, {at(2, 2, 1), 0}},
              reason::target_doubled, bad);
    d.performs(by_bootstrap, op::write, at(2, 2, 1), {{at(2, 2, 1), 2}}, coap::changed,
               changed(2, {5, 2}));  // its own target is not another one's
  }
}

TEST_CASE("F9: a policy takes no second one for a target", "[F9]") {
  for (const edition_name edition : every_edition) {
    auto policy = policy_of<lac::policy<8, 24, 4>>(home(edition));
    const bytes_of before{policy};
    const lac::access_control_view second{
        lac::object_instance_id{7}, stack::target_of({3, 0}), lac::bootstrap, {}};
    CHECK(policy.add(second) == status::target_doubled);
    CHECK(policy.set_target(lac::object_instance_id{2}, stack::target_of({3, 0})) ==
          status::target_doubled);
    CHECK(before.are_still_those_of(policy));
  }
}

TEST_CASE("A12: Bootstrap makes an Object-level one that of an instance", "[A12][K6]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    auto taken = d.expected().acls.extract({5, 65535});
    taken.key() = {5, 7};
    taken.mapped() = {3, 101, {{101, R | W}}};
    d.expected().acls.insert(std::move(taken));
    d.performs(by_bootstrap, op::write, at(2, 3),
               {{at(2, 3, 2, 101), R | W}, {at(2, 3, 3), 101}, {at(2, 3, 1), 7}}, coap::changed,
               moved(3, {5, 65535}, {5, 7}));
  }
}

TEST_CASE("F11: nothing governs Object 0, Object 2 or Object 65535", "[F11]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const std::int64_t object : {0, 2, 65535, 65536, 65536 + 3, -1, -65533})
      for (const path& uri : {at(2, 2), at(2, 2, 0)})
        d.refuses(by_bootstrap, op::write, uri, {{at(2, 2, 0), object}},
                  reason::target_out_of_range, bad);
    for (const std::int64_t instance : {65536, 65536 + 7, -1, 131071})
      for (const path& uri : {at(2, 2), at(2, 2, 1)})
        d.refuses(by_bootstrap, op::write, uri, {{at(2, 2, 1), instance}},
                  reason::target_out_of_range, bad);
  }
}

TEST_CASE("F11: a policy takes none for them", "[F11]") {
  for (const edition_name edition : every_edition) {
    auto policy = policy_of<lac::policy<8, 24, 4>>(home(edition));
    const bytes_of before{policy};
    for (const unsigned object : {0U, 2U, 65535U})
      for (const unsigned instance : {0U, 65535U}) {
        const lac::access_control_target governed = stack::target_of({object, instance});
        const lac::access_control_view added{
            lac::object_instance_id{7}, governed, lac::bootstrap, {}};
        CHECK(policy.add(added) == status::target_invalid);
        CHECK(policy.set_target(lac::object_instance_id{2}, governed) == status::target_invalid);
      }
    CHECK(before.are_still_those_of(policy));
  }
}

TEST_CASE("K4: Bootstrap reads Object 2 from 1.1 on, and does not Create or Execute", "[K4][K5]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    const bool reads = edition == edition_name::v1_1 || edition == edition_name::v1_2;
    if (reads)
      d.performs(by_bootstrap, op::read, at(2), {}, coap::content, {});
    else
      d.refuses(by_bootstrap, op::read, at(2), {}, reason::not_for_bootstrap,
                coap::method_not_allowed);
    for (const operation what : {op::create, op::execute, op::observe, op::write_attributes})
      d.refuses(by_bootstrap, what, at(2, 0), {}, reason::not_for_bootstrap,
                coap::method_not_allowed);
    d.refuses(by_bootstrap, composite, {}, {{at(2, 0, 2, 101), 1}}, reason::not_for_bootstrap,
              coap::method_not_allowed);
  }
}

TEST_CASE("K7: Bootstrap deletes Access Control Object Instances", "[K7][F5]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const auto& [n, governed] : std::map<unsigned, target>{{0, {3, 0}}, {3, {5, 65535}}}) {
      d.expected().acls.erase(governed);
      d.performs(by_bootstrap, op::delete_, at(2, n), {}, coap::deleted,
                 {{change_kind::erased, n, governed}});
    }
    d.refuses(by_bootstrap, op::delete_, at(2, 0), {}, reason::object_instance_not_found,
              coap::not_found);
  }
}

TEST_CASE("F10: one part refused refuses the whole", "[F10]") {
  const values good{{at(2, 0, 2, 102), R | W}, {at(2, 0, 2, 103), R}, {at(2, 0, 3), 102}};
  const std::pair<assignment, reason> bad_ones[] = {
      {{at(2, 0, 2, 104), 65536}, reason::access_right_out_of_range},
      {{at(2, 0, 2, 65535), 1}, reason::entry_id_reserved},
      {{at(2, 0, 2, 103), W}, reason::value_doubled},
      {{at(2, 0, 2), 1}, reason::value_missing}};
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const auto& [each, why] : bad_ones)
      for (const operation what : both_writes) {
        values all = good;
        all.push_back(each);
        d.refuses(101, what, at(2, 0), all, why, bad);
        if (why == reason::value_doubled) continue;
        all.pop_back();
        all.insert(all.begin(), each);
        d.refuses(101, what, at(2, 0), all, why, bad);
      }
    d.refuses(101, op::update, at(2, 0), {good[0], good[1], {at(2, 0, 3), 104}},
              reason::owner_without_account, bad);
  }
}

TEST_CASE("F10: what was decided at the first block is decided again", "[F10]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    const lac::decision first = d.decide(102, op::update, at(2, 1));
    CHECK(first.allowed());
    CHECK(lac::still_valid(d.policy(), first));
    d.refuses(103, op::update, at(2, 1), {{at(2, 1, 3), 103}}, reason::not_the_owner, denied);
    CHECK(lac::still_valid(d.policy(), first));  // a refusal changes nothing
    d.expected().acls[{5, 1}].owner = 103;
    d.performs(102, op::update, at(2, 1), {{at(2, 1, 3), 103}}, coap::changed, changed(1, {5, 1}));
    CHECK_FALSE(lac::still_valid(d.policy(), first));
    d.refuses(102, op::update, at(2, 1), {{at(2, 1, 2, 102), R}}, reason::not_the_owner, denied);
  }
}

TEST_CASE("E5: a Write-Composite into Object 2 merges", "[E5]") {
  for (const edition_name edition : with_composites) {
    world w = home(edition);
    w.acls[{5, 1}].owner = 101;
    device d{w};
    d.expected().acls[{3, 0}] = {0, 102, {{101, R | W | E | D}, {102, R}, {103, W}}};
    d.expected().acls[{5, 1}].entries[0] = 0;
    d.expected().acls[{5, 1}].entries[103] = R;
    d.performs(
        101, composite, {},
        {{at(2, 0, 2, 103), W}, {at(2, 1, 2, 0), 0}, {at(2, 1, 2, 103), R}, {at(2, 0, 3), 102}},
        coap::changed, {{change_kind::changed, 0, {3, 0}}, {change_kind::changed, 1, {5, 1}}});
  }
}

TEST_CASE("E5: a Write-Composite that touches what another Server owns writes nothing", "[E5]") {
  for (const edition_name edition : with_composites) {
    device d{home(edition)};
    const assignment own{at(2, 0, 2, 103), R}, other{at(2, 1, 2, 103), R};
    const assignment of_bootstrap{at(2, 2, 3), 101};
    for (const values& all : {values{own, other}, values{other, own}, values{own, of_bootstrap}})
      d.refuses(101, composite, {}, all, reason::not_the_owner, denied);
    // Ownership is asked for before missing Resources, and before any value.
    d.refuses(101, composite, {}, {{at(2, 0, 9), 1}, other}, reason::not_the_owner, denied);
    d.refuses(101, composite, {}, {{at(2, 0, 0), 1}, other}, reason::not_the_owner, denied);
    d.refuses(101, composite, {}, {{at(2, 0, 2, 101), -1}, other}, reason::not_the_owner, denied);
  }
}

TEST_CASE("E5: the rights to other Objects and the ownership are one step", "[E5][E2]") {
  for (const edition_name edition : with_composites) {
    device d{home(edition)};
    const assignment own{at(2, 0, 2, 103), R};
    d.refuses(101, composite, {}, {own}, reason::access_right_missing, denied, {at(5, 2, 0)});
    d.refuses(101, composite, {}, {own}, reason::operation_not_supported, coap::method_not_allowed,
              {at(3, 0, 0)});
    d.refuses(101, composite, {}, {{at(2, 0, 2, 65535), R}}, reason::operation_not_supported,
              coap::method_not_allowed, {at(3, 0, 0)});
    d.refuses(101, composite, {}, {{at(2, 9, 2, 101), R}}, reason::object_instance_not_found,
              coap::not_found, {at(5, 2, 0)});
    d.refuses(101, composite, {}, {{at(2, 0), 1}}, reason::composite_path_too_short, bad);
    d.expected().acls[{3, 0}].entries[103] = R;
    d.performs(101, composite, {}, {own}, coap::changed, changed(0, {3, 0}), {at(3, 0, 13)});
  }
}

TEST_CASE("E5: values are looked at in the order of the paths", "[E5]") {
  const values read_only{{at(2, 0, 0), 1}};
  const std::pair<assignment, reason> bad_ones[] = {
      {{at(2, 0, 2, 101), 65536}, reason::access_right_out_of_range},
      {{at(2, 0, 2, 65535), 1}, reason::entry_id_reserved},
      {{at(2, 0, 3), 104}, reason::owner_without_account},
      {{at(2, 0, 3), 65535}, reason::owner_out_of_range}};
  for (const edition_name edition : with_composites) {
    device d{home(edition)};
    for (const auto& [each, why] : bad_ones) {
      d.refuses(101, composite, {}, {each, read_only[0]}, why, bad);
      d.refuses(101, composite, {}, {read_only[0], each}, reason::access_control_read_only,
                coap::method_not_allowed);
      d.refuses(101, composite, {}, {{at(2, 0, 2, 103), 1}, each}, why, bad);
    }
    d.refuses(101, composite, {}, {{at(2, 0, 2, 103), 1}}, reason::value_missing, bad,
              {at(2, 0, 3)});
    d.refuses(101, composite, {}, {{at(2, 0, 2, 103), 1}, {at(2, 0, 2, 103), 1}},
              reason::value_doubled, bad);
  }
}

TEST_CASE("E5: what a Server cannot write to Resource 1 makes no Object-level ACL", "[E5][A12]") {
  for (const edition_name edition : with_composites) {
    device d{home(edition)};
    d.refuses(101, composite, {}, {{at(2, 0, 2, 101), R}, {at(2, 0, 1), 65535}},
              reason::access_control_read_only, coap::method_not_allowed);
  }
}

TEST_CASE("E5: a Write-Composite without room writes nothing", "[E5][C10]") {
  for (const edition_name edition : with_composites) {
    world w = crowded(edition, 1);
    w.acls[{5, 1}].owner = 101;
    for (const unsigned id : {201U, 202U}) w.acls[{5, 1}].entries[id] = R;
    device<policy_of_eight_fours> d{w};  // both ACLs are full, one of them can grow
    d.refuses(101, composite, {}, {{at(2, 0, 2, 103), R}, {at(2, 1, 2, 103), R}}, reason::no_room,
              coap::internal_server_error);
    d.expected().acls[{5, 1}].entries[103] = R;
    d.performs(101, composite, {}, {{at(2, 1, 2, 103), R}}, coap::changed, changed(1, {5, 1}));
  }
}

TEST_CASE("E5: draft and 1.0 have no Write-Composite", "[E5]") {
  for (const edition_name edition : {edition_name::draft, edition_name::v1_0}) {
    device d{home(edition)};
    d.refuses(101, composite, {}, {{at(2, 0, 2, 103), R}}, reason::operation_unknown,
              coap::method_not_allowed);
  }
}

TEST_CASE("F10: values of another Object change nothing of Object 2", "[F10]") {
  // `values` are those of Object 2. A stack that passes the others too must not write them there.
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const values& each : {values{{at(5, 1, 0), 3}}, values{{at(5, 1, 1), 2}},
                               values{{at(5, 1, 3, 102), 1}}, values{{at(5, 1, 3), 102}}})
      d.performs(by_bootstrap, op::write, at(5, 1), each, coap::changed, {});
    d.performs(102, op::update, at(5, 2), {{at(5, 2, 0), 3}}, coap::changed, {});
  }
  for (const edition_name edition : with_composites) {
    world w = home(edition);
    w.acls[{5, 1}].owner = 101;
    device d{w};
    d.expected().acls[{5, 1}].entries[103] = R;
    d.performs(101, composite, {}, {{at(5, 1, 3, 7), 9}, {at(2, 1, 2, 103), R}}, coap::changed,
               changed(1, {5, 1}));
  }
}

TEST_CASE("F10: what takes entries away comes before what needs their room", "[F10][C10][E6][K6]") {
  const std::optional<reference::capacity> no_more{{2, 12, 3}};
  world w = home(edition_name::v1_2);
  w.room = no_more;
  w.acls.clear();
  w.acls[{3, 0}] = {0, 101, {{101, 15}, {102, 1}, {103, 1}, {1, 1}}};
  w.acls[{5, 1}] = {1, 101, {{101, 15}, {102, 1}, {103, 1}, {1, 1}, {2, 1}}};
  using full = lac::policy<2, 12, 3>;
  {
    device<full> d{w};
    d.expected().acls[{3, 0}].entries[2] = R;
    d.expected().acls[{5, 1}].entries.erase(2);
    d.performs(101, composite, {},
               {{at(2, 0, 2, 2), R}, {at(2, 1, 2, 2), 0, lac::value_kind::nothing}}, coap::changed,
               {{change_kind::changed, 0, {3, 0}}, {change_kind::changed, 1, {5, 1}}});
  }
  {
    device<full> d{w};
    d.expected().acls[{3, 0}].entries = {{1, R}, {2, R}, {101, R}, {102, R}, {103, R}};
    d.expected().acls[{5, 1}].entries = {{101, R}};
    values conveyed;
    for (const auto& [entry, right] : d.expected().acls[{3, 0}].entries)
      conveyed.push_back({at(2, 0, 2, entry), right});
    conveyed.push_back({at(2, 1, 2, 101), R});
    d.performs(by_bootstrap, op::write, at(2), conveyed, coap::changed,
               {{change_kind::changed, 0, {3, 0}}, {change_kind::changed, 1, {5, 1}}});
  }
}

TEST_CASE("F8: a Bootstrap-Write of /2 takes an ACL that comes without entries", "[F8][K6]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.expected().acls[{3, 0}].entries.clear();
    d.expected().acls[{5, 1}].entries = {{101, R}};
    d.performs(by_bootstrap, op::write, at(2), {{at(2, 1, 2, 101), R}}, coap::changed,
               {{change_kind::changed, 0, {3, 0}}, {change_kind::changed, 1, {5, 1}}},
               {at(2, 0, 2)});
  }
}

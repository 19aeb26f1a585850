// The values of a Write on Object 2, at their full width: A11, A12, C8, F6, F7, F8.

#include <limits>

#include "support/administered.hpp"

namespace {

using namespace administration;
using reference::C, reference::D, reference::E, reference::R, reference::W;

constexpr coap bad = coap::bad_request;
constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t wide = std::int64_t{1} << 32;  // narrowed, 0 is left of it

constexpr operation both_writes[] = {op::write, op::update};

changes changed(unsigned n, target governed) { return {{change_kind::changed, n, governed}}; }

/// Every Uri-Path at which the Owner of `/2/0` can convey the value at `where`.
paths uris_of(const path& where) {
  if (where.level() == level::resource) return {at(2, 0), where};
  return {at(2, 0), at(2, 0, 2), where};
}

/// By whom, in both senses of Write; Bootstrap has one, and not on an entry (K5).
void refuses_everywhere(device<>& d, unsigned who, const assignment& value, reason why) {
  for (const operation what : both_writes)
    for (const path& uri : uris_of(value.at))
      if (who != by_bootstrap || (what == op::write && uri.level() <= level::resource))
        d.refuses(who, what, uri, {value}, why, bad);
}

}  // namespace

TEST_CASE("A11: an access right is at most 65535, in 1.2 at most 31", "[A11]") {
  for (const edition_name edition : every_edition) {
    const std::int64_t most = edition == edition_name::v1_2 ? 31 : 65535;
    device d{home(edition)};
    for (const std::int64_t value :
         {most + 1, std::int64_t{65536}, std::int64_t{65536 + 1}, std::int64_t{131072 + 31},
          std::int64_t{-1}, std::int64_t{-65535}, wide, wide + 1, wide + 31, lowest, highest})
      for (const unsigned who : {101U, by_bootstrap})
        refuses_everywhere(d, who, {at(2, 0, 2, 103), value}, reason::access_right_out_of_range);
    for (const std::int64_t value : {std::int64_t{0}, std::int64_t{31}, most})
      for (const path& uri : uris_of(at(2, 0, 2, 103))) {
        d.expected().acls[{3, 0}].entries[103] = static_cast<unsigned>(value);
        d.performs(101, op::update, uri, {{at(2, 0, 2, 103), value}}, coap::changed,
                   changed(0, {3, 0}));
      }
  }
}

TEST_CASE("A11: reserved bits of a stored right are kept and mean nothing", "[A11]") {
  for (const edition_name edition : {edition_name::draft, edition_name::v1_0, edition_name::v1_1}) {
    device d{home(edition)};
    d.expected().acls[{3, 0}].entries[103] = 0xFFE0 | R;
    d.performs(101, op::update, at(2, 0, 2, 103), {{at(2, 0, 2, 103), 0xFFE0 | R}}, coap::changed,
               changed(0, {3, 0}));
    CHECK(d.decide(103, op::read, at(3, 0)).allowed());
    CHECK_FALSE(d.decide(103, op::write, at(3, 0, 13)).allowed());
    CHECK_FALSE(d.decide(103, op::execute, at(3, 0, 4)).allowed());
  }
}

TEST_CASE("A12: an Object-level ACL takes no bit but C", "[A12]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const std::int64_t value : {R, W, E, D, R | C, W | C, R | W | E | D | C})
      for (const path& uri : {at(2, 3), at(2, 3, 2)})
        d.refuses(by_bootstrap, op::write, uri, {{at(2, 3, 2, 103), value}},
                  reason::object_level_takes_only_create, bad);
    d.expected().acls[{5, 65535}].entries = {{103, C}};
    d.performs(by_bootstrap, op::write, at(2, 3), {{at(2, 3, 2, 103), C}}, coap::changed,
               changed(3, {5, 65535}));
    d.expected().acls[{5, 65535}].entries = {{103, 0}};
    d.performs(by_bootstrap, op::write, at(2, 3, 2), {{at(2, 3, 2, 103), 0}}, coap::changed,
               changed(3, {5, 65535}));
  }
}

TEST_CASE("A12: an Object-level ACL takes no reserved bit either", "[A12]") {
  for (const edition_name edition : {edition_name::draft, edition_name::v1_0, edition_name::v1_1}) {
    device d{home(edition)};
    for (const std::int64_t value : {32, 32 | 16, 65535})
      d.refuses(by_bootstrap, op::write, at(2, 3), {{at(2, 3, 2, 103), value}},
                reason::object_level_takes_only_create, bad);
  }
}

TEST_CASE("A12: the Bootstrap interface owns the Object-level Access Control", "[A12]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const path& uri : {at(2, 3, 3), at(2, 3)}) {
      d.refuses(by_bootstrap, op::write, uri, {{at(2, 3, 3), 101}},
                reason::object_level_owner_is_bootstrap, bad);
      if (uri == at(2, 3)) d.expected().acls[{5, 65535}].entries.clear();
      d.performs(by_bootstrap, op::write, uri, {{at(2, 3, 3), 65535}}, coap::changed,
                 changed(3, {5, 65535}));
    }
  }
}

TEST_CASE("C8: a Write on Object 2 conveys what it names", "[C8][F7]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const operation what : both_writes) {
      for (const path& uri : {at(2, 0, 2), at(2, 0, 3), at(2, 0, 2, 102)})
        d.refuses(101, what, uri, {}, reason::value_missing, bad);
      for (const path& named : {at(2, 0, 3), at(2, 0, 2, 102)}) {
        d.refuses(101, what, at(2, 0), {}, reason::value_missing, bad, {named});
        d.refuses(101, what, at(2, 0), {{at(2, 0, 2, 101), 1}}, reason::value_missing, bad,
                  {named});
      }
      d.refuses(101, what, at(2, 0), {{at(2, 0, 2), 1}}, reason::value_missing, bad);
      d.refuses(101, what, at(2, 0, 2), {{at(2, 0, 2), 1}}, reason::value_missing, bad);
      d.refuses(101, what, at(2, 0, 3), {}, reason::value_missing, bad, {at(2, 0, 3)});
    }
  }
}

TEST_CASE("F7: a replace that conveys nothing leaves no entry, an update changes nothing", "[F7]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    const changes told = changed(0, {3, 0});
    d.performs(101, op::update, at(2, 0), {}, coap::changed, told);
    // D2: a Resource that Object 2 does not define is ignored, and is nothing.
    d.performs(101, op::update, at(2, 0), {{at(2, 0, 9), 1}}, coap::changed, told);
    d.expected().acls[{3, 0}].entries.clear();
    d.performs(101, op::write, at(2, 0), {{at(2, 0, 9), 1}}, coap::changed, told);
    d.expected().acls[{3, 0}].entries[102] = R;
    d.performs(101, op::update, at(2, 0), {{at(2, 0, 2, 102), R}}, coap::changed, told);
    d.expected().acls[{3, 0}].entries.clear();
    d.performs(101, op::write, at(2, 0), {}, coap::changed, told);
    d.expected().acls[{3, 0}].owner = 102;  // F8: of the Owner alone likewise
    d.performs(101, op::write, at(2, 0), {{at(2, 0, 3), 102}}, coap::changed, told);
  }
}

TEST_CASE("F6: a value of the wrong kind is 4.00", "[F6][F7]") {
  const auto wrong = [](const path& where) {
    return assignment{where, 1, lac::value_kind::not_an_integer};
  };
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const operation what : both_writes) {
      for (const path& where : {at(2, 0, 2, 102), at(2, 0, 3)})
        d.refuses(101, what, at(2, 0), {wrong(where)}, reason::value_not_an_integer, bad);
      d.refuses(101, what, at(2, 0, 3), {wrong(at(2, 0, 3))}, reason::value_not_an_integer, bad);
    }
    for (const unsigned resource : {0U, 1U, 3U})
      d.refuses(by_bootstrap, op::write, at(2, 0), {wrong(at(2, 0, resource))},
                reason::value_not_an_integer, bad);
  }
}

TEST_CASE("C8: of a Bootstrap Write too", "[C8][A9]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const path& uri : {at(2, 0, 0), at(2, 0, 1), at(2, 0, 2), at(2, 0, 3)})
      d.refuses(by_bootstrap, op::write, uri, {}, reason::value_missing, bad);
    d.refuses(by_bootstrap, op::write, at(2, 0), {{at(2, 0, 3), 101}}, reason::value_missing, bad,
              {at(2, 0, 0)});
  }
}

TEST_CASE("C8: one value is not said twice", "[C8]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const operation what : both_writes) {
      const assignment entry{at(2, 0, 2, 103), R};
      const assignment owner{at(2, 0, 3), 102};
      for (const assignment& each : {entry, owner}) {
        d.refuses(101, what, at(2, 0), {each, each}, reason::value_doubled, bad);
        d.refuses(101, what, each.at, {each, each}, reason::value_doubled, bad);
      }
      d.refuses(101, what, at(2, 0), {entry, owner, {at(2, 0, 2, 103), W}}, reason::value_doubled,
                bad);
      d.refuses(101, what, at(2, 0, 2), {entry, {at(2, 0, 2, 102), R}, entry},
                reason::value_doubled, bad);
    }
    d.refuses(by_bootstrap, op::write, at(2, 0), {{at(2, 0, 1), 1}, {at(2, 0, 1), 1}},
              reason::value_doubled, bad);
  }
}

TEST_CASE("F6: a Write to an entry that does not exist makes it", "[F6]") {
  for (const edition_name edition : every_edition)
    for (const operation what : both_writes) {
      device d{home(edition)};
      d.expected().acls[{3, 0}].entries[103] = R;
      d.performs(101, what, at(2, 0, 2, 103), {{at(2, 0, 2, 103), R}}, coap::changed,
                 changed(0, {3, 0}));
      d.expected().acls[{3, 0}].entries[0] = W;
      d.performs(101, what, at(2, 0, 2, 0), {{at(2, 0, 2, 0), W}}, coap::changed,
                 changed(0, {3, 0}));
      d.expected().acls[{3, 0}].entries[0] = 0;  // an entry of nothing is an entry
      d.performs(101, what, at(2, 0, 2, 0), {{at(2, 0, 2, 0), 0}}, coap::changed,
                 changed(0, {3, 0}));
    }
}

TEST_CASE("F6: there is no entry 65535", "[F6]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const unsigned who : {101U, by_bootstrap})
      refuses_everywhere(d, who, {at(2, 0, 2, 65535), 1}, reason::entry_id_reserved);
    for (const operation what : both_writes)
      d.refuses(101, what, at(2, 0, 2), {{at(2, 0, 2, 102), 1}, {at(2, 0, 2, 65535), 1}},
                reason::entry_id_reserved, bad);
  }
}

TEST_CASE("F6: an entry whose ID does not fit 16 bits is not another Server's", "[F6]") {
  // 65536 + 102, as a stack makes a path of it.
  const path wider{lac::object_id{2}, lac::object_instance_id{0}, lac::resource_id{2},
                   lac::resource_instance_id{65536 + 102}};
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const operation what : both_writes)
      d.refuses(101, what, at(2, 0, 2), {{wider, W}}, reason::entry_id_reserved, bad);
  }
}

TEST_CASE("F6: an entry for a Server without an account waits for it", "[F6]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.expected().acls[{3, 0}].entries[104] = R;
    d.performs(101, op::update, at(2, 0), {{at(2, 0, 2, 104), R}}, coap::changed,
               changed(0, {3, 0}));
    CHECK_FALSE(d.decide(104, op::read, at(3, 0)).allowed());
    REQUIRE(lac::account_added(d.policy(), lac::short_server_id{104}) == status::done);
    CHECK(d.decide(104, op::read, at(3, 0)).allowed());
  }
}

TEST_CASE("F7: the Owner is 1..65534, looked at before it is narrowed", "[F7]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const std::int64_t value :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{65535}, std::int64_t{65536},
          std::int64_t{65536 + 102}, std::int64_t{131072 + 65535}, wide + 102, wide + 65535,
          std::int64_t{-65536 + 102}, lowest, highest})
      refuses_everywhere(d, 101, {at(2, 0, 3), value}, reason::owner_out_of_range);
  }
}

TEST_CASE("F7: the Owner has an account", "[F7]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    for (const std::int64_t value : {1, 100, 104, 65534}) {
      refuses_everywhere(d, 101, {at(2, 0, 3), value}, reason::owner_without_account);
    }
    REQUIRE(lac::account_added(d.policy(), lac::short_server_id{104}) == status::done);
    d.expected().accounts.insert(104);
    d.expected().acls[{3, 0}].owner = 104;
    d.performs(101, op::update, at(2, 0, 3), {{at(2, 0, 3), 104}}, coap::changed,
               changed(0, {3, 0}));
  }
}

TEST_CASE("F7: only the Bootstrap interface sets the Owner 65535", "[F7]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    refuses_everywhere(d, 101, {at(2, 0, 3), 65535}, reason::owner_out_of_range);
    for (const std::int64_t value :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{65536}, std::int64_t{65536 + 101},
          std::int64_t{131071}, wide + 65535, lowest, highest})
      refuses_everywhere(d, by_bootstrap, {at(2, 0, 3), value}, reason::owner_out_of_range);
    d.expected().acls[{3, 0}].owner = 65535;
    d.performs(by_bootstrap, op::write, at(2, 0, 3), {{at(2, 0, 3), 65535}}, coap::changed,
               changed(0, {3, 0}));
  }
}

TEST_CASE("F7: a replace without the Owner keeps the old one", "[F7]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.expected().acls[{3, 0}] = {0, 101, {{103, R}}};
    d.performs(101, op::write, at(2, 0), {{at(2, 0, 2, 103), R}}, coap::changed,
               changed(0, {3, 0}));
  }
}

TEST_CASE("F8: a replace leaves exactly the entries that it conveys", "[F8]") {
  for (const edition_name edition : every_edition)
    for (const path& uri : {at(2, 1), at(2, 1, 2)}) {
      device d{home(edition)};
      d.expected().acls[{5, 1}].entries = {{101, W}, {103, R}};
      d.performs(102, op::write, uri, {{at(2, 1, 2, 103), R}, {at(2, 1, 2, 101), W}}, coap::changed,
                 changed(1, {5, 1}));
      d.expected().acls[{5, 1}].entries = {{0, E}};
      d.performs(102, op::write, uri, {{at(2, 1, 2, 0), E}}, coap::changed, changed(1, {5, 1}));
      d.expected().acls[{5, 1}].entries = {};
      d.performs(102, op::write, uri, {}, coap::changed, changed(1, {5, 1}), {at(2, 1, 2)});
    }
}

TEST_CASE("F8: a replace of the instance by its Owner alone leaves no entry", "[F8]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.expected().acls[{5, 1}] = {1, 103, {}};
    d.performs(102, op::write, at(2, 1), {{at(2, 1, 3), 103}}, coap::changed, changed(1, {5, 1}));
  }
}

TEST_CASE("F8: a replace of one entry or of the Owner leaves the others", "[F8]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.expected().acls[{5, 1}].entries[101] = R;
    d.performs(102, op::write, at(2, 1, 2, 101), {{at(2, 1, 2, 101), R}}, coap::changed,
               changed(1, {5, 1}));
    d.expected().acls[{5, 1}].owner = 101;
    d.performs(102, op::write, at(2, 1, 3), {{at(2, 1, 3), 101}}, coap::changed,
               changed(1, {5, 1}));
  }
}

TEST_CASE("F8: a partial update merges", "[F8]") {
  for (const edition_name edition : every_edition)
    for (const path& uri : {at(2, 1), at(2, 1, 2)}) {
      device d{home(edition)};
      d.expected().acls[{5, 1}].entries = {{0, R}, {101, W}, {103, R}};
      d.performs(102, op::update, uri, {{at(2, 1, 2, 103), R}, {at(2, 1, 2, 101), W}},
                 coap::changed, changed(1, {5, 1}));
      d.performs(102, op::update, uri, {}, coap::changed, changed(1, {5, 1}), {at(2, 1, 2)});
    }
}

TEST_CASE("F8: entries and the Owner in one request", "[F8][F7]") {
  for (const edition_name edition : every_edition) {
    device d{home(edition)};
    d.expected().acls[{5, 1}] = {1, 101, {{0, R}, {101, R | W}, {103, W}}};
    d.performs(102, op::update, at(2, 1), {{at(2, 1, 3), 101}, {at(2, 1, 2, 103), W}},
               coap::changed, changed(1, {5, 1}));
    d.expected().acls[{5, 1}] = {1, 103, {{102, R}}};
    d.performs(101, op::write, at(2, 1), {{at(2, 1, 2, 102), R}, {at(2, 1, 3), 103}}, coap::changed,
               changed(1, {5, 1}));
  }
}

// A Short Server ID that is used again inherits nothing (G4): what a Server may that has the ID of
// one that is gone, a Server may that nothing ever named.

#include <rapidcheck.h>

#include <lwm2m/access/access_right.hpp>

#include <string>
#include <vector>

#include "support/administered.hpp"

namespace {

using namespace administration;

constexpr unsigned unheard_of = 200;
const target targets[] = {{1, 0}, {3, 0}, {5, 1}, {5, 2}, {5, 65535}, {1, 65535}};

/// Owners, entries and pre-granted entries of every kind; a default entry only `with_default`.
world any_world(edition_name edition, bool with_default) {
  world w = home(edition);
  w.acls.clear();
  unsigned n = 0;
  for (const target& each : targets) {
    ++n;
    if (*rc::gen::inRange(0, 4) == 0) continue;
    const bool object_level = is_object_level(each);
    access_control made{n, object_level ? 65535 : *rc::gen::element(101U, 102U, 103U, 65535U), {}};
    const unsigned who[] = {0, 101, 102, 103, 104};
    for (const unsigned one : who)
      if ((one != 0 || with_default) && *rc::gen::arbitrary<bool>())
        made.entries[one] = object_level ? reference::C : *rc::gen::inRange(0U, 32U);
    w.acls[each] = made;
  }
  return w;
}

/// Every request of one Server here.
std::vector<question> requests_of(unsigned server) {
  std::vector<question> all;
  for (const operation what : {op::read, op::write, op::update, op::execute, op::delete_,
                               op::create, op::discover, op::observe, op::write_attributes}) {
    for (unsigned n = 1; n <= 6; ++n)
      for (const path& uri : {at(2, n), at(2, n, 3), at(2, n, 2, 102)})
        all.push_back({false, server, what, uri, {}});
    for (const target& each : targets) {
      if (is_object_level(each))
        all.push_back({false, server, what, at(each.first), {}});
      else
        all.push_back({false, server, what, at(each.first, each.second), {}});
    }
    for (const path& uri : {at(1, 0, 1), at(3, 0, 4), at(3, 0, 13), at(5, 1, 0), at(5, 2, 3, 0)})
      all.push_back({false, server, what, uri, {}});
  }
  return all;
}

using policy = lac::policy<8, 40, 5>;

policy after_reuse(const world& w, unsigned server) {
  auto made = policy_of<policy>(w);
  const auto ignore = lac::ignore_all{};
  RC_ASSERT(lac::account_removed(made, lac::short_server_id{server}, ignore, ignore) ==
            status::done);
  RC_ASSERT(lac::account_added(made, lac::short_server_id{server}) == status::done);
  RC_ASSERT(lac::account_added(made, lac::short_server_id{unheard_of}) == status::done);
  return made;
}

}  // namespace

TEST_CASE("a Short Server ID used again may what a new one may", "[G4]") {
  for (const edition_name edition : every_edition)
    CHECK(rc::check(std::string{"used again, edition "} + reference::words(edition), [&] {
      const world w = any_world(edition, true);
      for (const unsigned server : {101U, 102U, 103U}) {
        const policy now = after_reuse(w, server);
        const auto objects = stack::objects_from(w);
        const auto again = requests_of(server), fresh = requests_of(unheard_of);
        for (std::size_t k = 0; k < again.size(); ++k) {
          const auto given = lac::authorize(now, objects, stack::request_from(again[k]));
          const auto wanted = lac::authorize(now, objects, stack::request_from(fresh[k]));
          RC_ASSERT(given.code() == wanted.code());
          RC_ASSERT(given.reason() == wanted.reason());
          RC_ASSERT(given.determined_by() == wanted.determined_by());
        }
      }
    }));
}

TEST_CASE("a Short Server ID used again has no right anywhere", "[G4]") {
  for (const edition_name edition : every_edition)
    CHECK(rc::check(std::string{"no right, edition "} + reference::words(edition), [&] {
      const world w = any_world(edition, false);
      for (const unsigned server : {101U, 102U, 103U}) {
        const policy now = after_reuse(w, server);
        for (const target& each : targets)
          RC_ASSERT(
              lac::obtain_access_right(now, lac::short_server_id{server}, stack::target_of(each))
                  .rights.raw() == 0);
        for (std::size_t k = 0; k < now.access_control_count(); ++k)
          RC_ASSERT(!now.access_control_at(k).owner().is(lac::short_server_id{server}));
      }
    }));
}

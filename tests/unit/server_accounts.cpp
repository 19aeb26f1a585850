// The accounts against a std::set: whatever is added and erased, and what is refused.

#include <lwm2m/access/server_accounts.hpp>

#include <algorithm>
#include <set>
#include <vector>

#include "support/catch.hpp"
#include "support/dice.hpp"

namespace {

namespace lac = lwm2m::access;
using lac::short_server_id, lac::status;

constexpr unsigned ids[] = {0, 1, 2, 101, 65533, 65534, 65535};

template <std::size_t Capacity>
void must_be_like_a_set() {
  lac::server_accounts<Capacity> made;
  std::set<unsigned> wanted;
  dice d{20131210};
  for (int round = 0; round < 2'000; ++round) {
    const unsigned id = ids[d.below(7)];
    const short_server_id server{id};
    if (d.once_in(2)) {
      const status refused = id == 0 || id == 65535      ? status::server_invalid
                             : wanted.contains(id)       ? status::server_doubled
                             : wanted.size() == Capacity ? status::no_room
                                                         : status::done;
      REQUIRE(made.add(server) == refused);
      if (refused == status::done) wanted.insert(id);
    } else {
      const bool is_gone = wanted.erase(id) != 0;
      REQUIRE(made.erase(server) == (is_gone ? status::done : status::server_unknown));
    }
    REQUIRE(made.size() == wanted.size());
    REQUIRE(std::equal(wanted.begin(), wanted.end(), made.data(),
                       [](unsigned a, short_server_id b) { return short_server_id{a} == b; }));
    for (const unsigned each : ids)
      REQUIRE(made.has(short_server_id{each}) == wanted.contains(each));
  }
}

}  // namespace

TEST_CASE("server_accounts are as a std::set of their capacity") {
  must_be_like_a_set<0>();
  must_be_like_a_set<1>();
  must_be_like_a_set<2>();
  must_be_like_a_set<3>();
  must_be_like_a_set<9>();
}

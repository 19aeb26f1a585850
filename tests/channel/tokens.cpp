// The token of an admitted session, which only moves (I22), and the session that says nothing
// (I16).

#include <support/catch.hpp>

#include "support/client_world.hpp"

using namespace stated;

TEST_CASE("a token moved onto itself stays", "[channel][I22]") {
  client_world w;
  auto who = w.accounts.admit_server(rpk_session(), v1_1, policy());
  REQUIRE(who);
  auto& same = *who;
  *who = static_cast<channel::authenticated_server&&>(same);
  CHECK(who->is_somebody());
  CHECK(w.accounts.is_current(*who, rpk_session().sid));
}

TEST_CASE("a token that takes another one's place is that one, and the other nobody",
          "[channel][I22]") {
  client_world w;
  auto who = w.accounts.admit_server(rpk_session(), v1_1, policy());
  REQUIRE(who);
  channel::authenticated_server kept;
  kept = static_cast<channel::authenticated_server&&>(*who);
  CHECK(kept.is_somebody());
  CHECK(kept.server() == server_102);
  CHECK(kept.session() == rpk_session().sid);
  CHECK(w.accounts.is_current(kept, rpk_session().sid));
  CHECK_FALSE(who->is_somebody());
  CHECK_FALSE(who->session().is_valid());
  CHECK_FALSE(w.accounts.is_current(*who, rpk_session().sid));
}

TEST_CASE("the null session says nothing of itself", "[channel][I16]") {
  constexpr channel::null_session none;
  CHECK_FALSE(none.id().is_valid());
  CHECK_FALSE(none.is_established());
  CHECK_FALSE(none.peer().is_somebody());
  CHECK_FALSE(none.local().is_somebody());
  CHECK(none.peer_verified() == answer::unknown);
  CHECK(none.role() == dtls_role::unknown);
  CHECK(none.resumed() == resumption::unknown);
  CHECK(none.protocol() == 0);
  CHECK(none.cipher_suite() == 0);
  client_world w;
  CHECK(w.accounts.admit_server(none, v1_1, policy()).reasons() == only(refusal::not_established));
}

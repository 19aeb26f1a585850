// The flow of a request, in a stack that has a guard and a session.
#include <lwm2m/access.hpp>
#include <lwm2m/access/channel.hpp>
#include <lwm2m/access/guard.hpp>

namespace lac = lwm2m::access;

struct stack {
  lac::policy<8, 16> policy{lac::editions::v1_1};
  lac::object_model<8, 8, 32> objects{};
  lac::channel::accounts<4> accounts{};
};

int close(const lac::channel::null_session&, lac::channel::refusals);
int reply(lac::coap);
int undo(const lac::arrived_request&);
bool perform(const lac::arrived_request&, const lac::path& made);
inline constexpr auto on_change = [](const lac::access_control_change&) {};
inline constexpr auto what_went_wrong = lac::coap::internal_server_error;

int serve(stack& own, lac::channel::null_session session, lac::channel::account_key opened_for,
          lac::operation operation, lac::path target, lac::view<lac::path> payload,
          lac::view<lac::assignment> values) {
  auto& [policy, objects, accounts] = own;
  // snippet tests/examples/README.md 1
  return reply(work.code());
}

#include <lwm2m/access.hpp>
#include <lwm2m/access/bootstrap_session.hpp>
#include <lwm2m/access/snapshot.hpp>
#include <lwm2m/access/text/parse.hpp>

/// What the C interface is measured beside: the same in C++, with its capacities.
namespace lac = lwm2m::access;
using granted_policy = lac::policy<32, 128, 8>;
using client_model = lac::object_model<16, 48, 160>;

extern "C" {
lac::obtained_right right(const granted_policy& granted, lac::short_server_id server,
                          lac::access_control_target target) {
  return lac::obtain_access_right(granted, server, target);
}
lac::decision decide(const granted_policy& granted, const client_model& objects,
                     const lac::request& asked) {
  return lac::authorize(granted, objects, asked);
}
lac::decision change(granted_policy& granted, const client_model& objects,
                     const lac::request& asked, lac::view<lac::assignment> values) {
  return lac::administer(granted, objects, asked, values);
}
lac::status removed(granted_policy& granted, lac::short_server_id server) {
  return lac::account_removed(granted, server, lac::ignore_all{}, lac::ignore_all{});
}
lac::status deleted(granted_policy& granted, lac::access_control_target target) {
  return lac::instance_deleted(granted, target, lac::ignore_all{});
}
lac::coap boot(granted_policy& granted, granted_policy& staged, const client_model& objects,
               const lac::request& asked, lac::view<lac::assignment> values) {
  lac::bootstrap_session session{granted, staged};
  (void)session.begin(objects, asked, values).commit();
  return session.finish(objects, lac::ignore_all{});
}
lac::text_mistake load(granted_policy& granted, client_model& objects, lac::view<char> text) {
  return lac::parse_policy(text, granted, objects);
}
lac::snapshot_status restore(granted_policy& granted, granted_policy& staged,
                             lac::view<std::uint8_t> bytes) {
  return lac::restore(bytes, granted, staged);
}
lac::saved_snapshot save(const granted_policy& granted, std::uint8_t* to, std::size_t capacity) {
  return lac::save(granted, to, capacity);
}
}

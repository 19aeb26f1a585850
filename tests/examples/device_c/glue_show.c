/* What a Server may see, and what becomes of its observations. */
#include "glue_access.h"
#include "payload.h"
#include "values.h"

static bool add_leaf(void* shown, const lwm2m_access_path* leaf, int64_t value) {
  records_add(shown, leaf, json_integer(value));
  return true;
}
static bool add_resource(void* shown, const lwm2m_access_path* at) {
  json_t* const held = values_find(at);
  if (at->id[0] == 2)
    lwm2m_access_read_access_control(&engine.policy, at, add_leaf, shown);
  else if (held)
    records_add(shown, at, json_incref(held));
  return true;
}

unsigned glue_show(int64_t server, const struct request* asked, struct response* answer) {
  const lwm2m_access_request request = {
      .who = LWM2M_ACCESS_REQUESTER_SERVER,
      .server = server,
      .operation = asked->operation,
      .target = asked->target,
      .payload = asked->conveyed.at,
      .payload_size = request_is_composite(asked) ? asked->conveyed.count : 0};
  struct records shown = {0};
  lwm2m_access_readable(&engine.policy, &engine.objects, &request, add_resource, &shown);
  const unsigned fault = payload_write(asked, &shown, answer);
  records_end(&shown);
  return fault;
}

struct discovery {
  int64_t server;
  const lwm2m_access_path* target;
  struct response* answer;
};
static bool add_links(void* context, const lwm2m_access_path* at) {
  const struct discovery* const below = context;
  if (!path_is_same(at, below->target)) glue_discover(below->server, at, below->answer);
  return true;
}

void glue_discover(int64_t server, const lwm2m_access_path* target, struct response* answer) {
  const lwm2m_access_request request = {.who = LWM2M_ACCESS_REQUESTER_SERVER,
                                        .server = server,
                                        .operation = LWM2M_ACCESS_OPERATION_DISCOVER,
                                        .target = *target};
  struct discovery below = {server, target, answer};
  payload_add_link(answer, target);
  lwm2m_access_visible(&engine.policy, &engine.objects, &request, add_links, &below);
}

lwm2m_access_observation_state glue_review(int64_t server, const struct request* asked) {
  const lwm2m_access_observation held = {
      .server = server,
      .target = asked->target,
      .listed = asked->conveyed.at,
      .listed_size = request_is_composite(asked) ? asked->conveyed.count : 0};
  lwm2m_access_observation_state state = 0;
  lwm2m_access_review(&engine.policy, &engine.objects, &held, &state);
  return state;
}

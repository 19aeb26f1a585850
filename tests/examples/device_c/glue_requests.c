/* From a CoAP message to an operation; decide, perform, commit. */
#include "device.h"
#include "glue_access.h"
#include "log.h"
#include "observations.h"

unsigned glue_map(const struct message* message, struct request* into) {
  lwm2m_access_coap_request asked = {.from = LWM2M_ACCESS_COAP_SENDER_SERVER};
  lwm2m_access_coap_operation found;
  asked.method = message->method;
  asked.observe = lwm2m_access_coap_observe_of(message->observe);
  asked.payload = lwm2m_access_coap_payload_of(message->content_format, message->payload.size);
  asked.accepts_links = message->accept == FORMAT_LINK;
  asked.has_query = message->query_size != 0;
  lwm2m_access_coap_uri_make(&asked.uri);
  for (size_t k = 0; k < message->path_size && k < MESSAGE_SEGMENTS; ++k)
    lwm2m_access_coap_uri_add(&asked.uri, (const char*)message->path[k].data,
                              message->path[k].size);
  /* Object 2 is not in the model: its instances are the policy's, and no POST creates one. */
  asked.instance_is_missing = asked.uri.numbers.id[0] != 2 &&
                              !lwm2m_access_model_has_instance(
                                  &engine.model, asked.uri.numbers.id[0], asked.uri.numbers.id[1]);
  if (lwm2m_access_coap_operation_of(&asked, lwm2m_access_policy_edition(&engine.policy), &found) !=
      LWM2M_ACCESS_STATUS_DONE)
    return LWM2M_ACCESS_CODE_METHOD_NOT_ALLOWED;
  into->operation = found.operation;
  into->target = found.meaning ? found.target : asked.uri.numbers;
  return found.meaning ? 0 : found.code;
}

void glue_base_of(const struct request* asked, lwm2m_access_path* base) {
  const lwm2m_access_request request = {
      .who = LWM2M_ACCESS_REQUESTER_SERVER, .operation = asked->operation, .target = asked->target};
  if (asked->operation != LWM2M_ACCESS_OPERATION_CREATE ||
      lwm2m_access_created_instance(&engine.objects, &request, base) != LWM2M_ACCESS_STATUS_DONE)
    *base = asked->target;
}

/* What a payload names, with the values of Object 2. */
static void add_records(lwm2m_access_pending* work, const struct records* conveyed) {
  for (size_t k = 0; k < conveyed->count; ++k) {
    const json_t* const value = conveyed->value[k];
    lwm2m_access_assignment leaf;
    if (conveyed->at[k].id[0] != 2 || !value) {
      lwm2m_access_add_path(work, &conveyed->at[k]);
      continue;
    }
    if (json_is_integer(value))
      lwm2m_access_integer_leaf(&leaf, &conveyed->at[k], json_integer_value(value));
    else
      lwm2m_access_other_leaf(&leaf, &conveyed->at[k]);
    lwm2m_access_add_value(work, &leaf);
  }
}

/* Does what was allowed; `made` is what a Create makes. 0, or the code that says why it cannot. */
static unsigned perform(const lwm2m_access_request* request, const struct request* asked,
                        const lwm2m_access_path* made, struct response* answer) {
  switch (asked->operation) {
    case LWM2M_ACCESS_OPERATION_CANCEL_OBSERVATION:
      return 0;
    case LWM2M_ACCESS_OPERATION_DISCOVER:
      glue_discover(request->server, &asked->target, answer);
      return 0;
    case LWM2M_ACCESS_OPERATION_READ:
    case LWM2M_ACCESS_OPERATION_OBSERVE:
    case LWM2M_ACCESS_OPERATION_READ_COMPOSITE:
    case LWM2M_ACCESS_OPERATION_OBSERVE_COMPOSITE:
      return glue_show(request->server, asked, answer);
    case LWM2M_ACCESS_OPERATION_CREATE:
      answer->created = *made;
      return device_change(asked, made);
    default:
      return device_change(asked, &asked->target);
  }
}

void glue_changed(void* context, const lwm2m_access_change* change) {
  lwm2m_access_path instance;
  (void)context;
  lwm2m_access_path_make(&instance, 2, 2, change->id, 0, 0);
  observations_touch(&instance);
}

void glue_serve(const coap_session_t* session, const struct admitted* peer,
                const struct request* asked, struct response* answer) {
  static const lwm2m_access_listener listener = {.changed = glue_changed};
  lwm2m_access_assignment values[64];
  lwm2m_access_request request = {.operation = asked->operation, .target = asked->target};
  lwm2m_access_pending work;
  lwm2m_access_decision decision;
  lwm2m_access_path made;
  if (lwm2m_access_identify(&engine.accounts, &peer->admission, session, 0, &request) !=
      LWM2M_ACCESS_STATUS_DONE) {
    log_unanswered(asked);
    return;
  }
  lwm2m_access_start(&work, sizeof work, &engine.policy, &engine.objects, &request, values,
                     sizeof values / sizeof values[0]);
  add_records(&work, &asked->conveyed);
  lwm2m_access_decide(&work, &decision);
  if (lwm2m_access_is_allowed(&decision)) {
    lwm2m_access_instance(&work, &made);
    answer->code = perform(&request, asked, &made, answer);
    /* Nothing has changed the policy since it was decided: a commit cannot be refused. */
    if (answer->code == 0) lwm2m_access_commit(&work, &listener, &decision);
  }
  lwm2m_access_drop(&work); /* where it was not committed: it has not happened */
  if (answer->code != 0) {
    log_fault(request.server, asked, answer->code);
    return;
  }
  answer->code = decision.code;
  log_decision(request.server, asked, &decision);
}

/* The same in C. */
#include <lwm2m/access.h>

#include <string.h>

int stack_in_c_works(void);

int stack_in_c_works(void) {
  static const char text[] =
      "edition 1.1 servers 101 102 object /3 single instances 0 { 13: RW } "
      "acl for /3/0 owner 101 { 102: R }";
  static lwm2m_access_policy policy;
  static lwm2m_access_model model;
  const lwm2m_access_objects objects = {&model, NULL, NULL};
  lwm2m_access_request request = {.who = LWM2M_ACCESS_REQUESTER_SERVER,
                                  .operation = LWM2M_ACCESS_OPERATION_READ,
                                  .server = 102};
  lwm2m_access_decision reads, writes;
  lwm2m_access_path_make(&request.target, 3, 3, 0, 13, 0);
  if (lwm2m_access_policy_make(&policy, sizeof policy, LWM2M_ACCESS_EDITION_1_1) !=
          LWM2M_ACCESS_STATUS_DONE ||
      lwm2m_access_model_make(&model, sizeof model) != LWM2M_ACCESS_STATUS_DONE ||
      lwm2m_access_load_text(&policy, &model, text, strlen(text), NULL, NULL) !=
          LWM2M_ACCESS_STATUS_DONE)
    return 0;
  lwm2m_access_authorize(&policy, &objects, &request, &reads);
  request.operation = LWM2M_ACCESS_OPERATION_WRITE;
  lwm2m_access_authorize(&policy, &objects, &request, &writes);
  return lwm2m_access_is_allowed(&reads) && !lwm2m_access_is_allowed(&writes) &&
         lwm2m_access_version() == LWM2M_ACCESS_VERSION;
}

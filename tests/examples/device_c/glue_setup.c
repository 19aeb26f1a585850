/* The policy, the Objects and the accounts, when the device starts. */
#include "glue_access.h"

struct engine engine;

lwm2m_access_status glue_load(const char* text, size_t size, lwm2m_access_text_error* mistake) {
  lwm2m_access_policy_make(&engine.policy, sizeof engine.policy, LWM2M_ACCESS_EDITION_ANY);
  lwm2m_access_model_make(&engine.model, sizeof engine.model);
  lwm2m_access_accounts_make(&engine.accounts, sizeof engine.accounts);
  engine.objects.model = &engine.model;
  return lwm2m_access_load_text(&engine.policy, &engine.model, text, size, NULL, mistake);
}

lwm2m_access_status glue_add_server(int64_t server, const struct octets* identity,
                                    const struct octets* key, uint64_t* faults) {
  const lwm2m_access_account account = {.kind = LWM2M_ACCESS_ACCOUNT_SERVER,
                                        .mode = LWM2M_ACCESS_MODE_PSK,
                                        .server = server,
                                        .identity = {identity->data, identity->size},
                                        .secret_key = {key->data, key->size}};
  const lwm2m_access_status done = lwm2m_access_accounts_add(&engine.accounts, &account, faults);
  if (done != LWM2M_ACCESS_STATUS_DONE || lwm2m_access_has_account(&engine.policy, server))
    return done;
  return lwm2m_access_account_added(&engine.policy, server);
}

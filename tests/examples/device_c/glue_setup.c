/* The policy, the Objects and the accounts, when the device starts. */
#include "device.h"
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
  return lwm2m_access_accounts_add(&engine.accounts, &account, faults);
}

void glue_remove_server(int64_t server) {
  lwm2m_access_accounts_remove(&engine.accounts, LWM2M_ACCESS_ACCOUNT_SERVER, server);
}

/* Nobody can reach that instance any more. */
static void erase(void* context, const lwm2m_access_path* instance) {
  (void)context;
  device_erase(instance);
}

lwm2m_access_status glue_change_accounts(const int64_t* gone, size_t gone_count,
                                         const int64_t* come, size_t come_count) {
  static lwm2m_access_policy staged;
  const lwm2m_access_listener listener = {.changed = glue_changed, .to_be_deleted = erase};
  lwm2m_access_transaction changes;
  lwm2m_access_status done = LWM2M_ACCESS_STATUS_DONE;
  lwm2m_access_policy_make(&staged, sizeof staged, LWM2M_ACCESS_EDITION_ANY);
  lwm2m_access_transaction_open(&changes, sizeof changes, &engine.policy, &staged);
  for (size_t k = 0; k < gone_count; ++k) lwm2m_access_account_removed(&staged, gone[k], &listener);
  for (size_t k = 0; k < come_count && done == LWM2M_ACCESS_STATUS_DONE; ++k)
    if (!lwm2m_access_has_account(&staged, come[k]))
      done = lwm2m_access_account_added(&staged, come[k]);
  lwm2m_access_transaction_commit(&changes);
  return done;
}

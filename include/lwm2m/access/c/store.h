#pragma once

/// A policy as text and as bytes.

#include <lwm2m/access/c/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Reads the text into a made `policy`, and a made `model` unless it is NULL, both of them empty:
/// no account, no Access Control instance, no Object. TEXT_WRONG: they stay empty, and `error`,
/// unless it is NULL, says where and why. EDITION_DIFFERS: they stay empty. Without a model the
/// text must declare no object. `listener`, which may be NULL, is told `replaced`.
lwm2m_access_status lwm2m_access_load_text(lwm2m_access_policy* policy, lwm2m_access_model* model,
                                           const char* text, size_t size,
                                           const lwm2m_access_listener* listener,
                                           lwm2m_access_text_error* error);

/// Replaces what a made `policy`, and a made `model` unless it is NULL, hold by what the text
/// declares. TEXT_WRONG, EDITION_DIFFERS: they are as they were. The text is read into `staged`
/// first, and `staged_model` where there is a model: other made ones, whose contents are lost.
lwm2m_access_status lwm2m_access_reload_text(lwm2m_access_policy* policy, lwm2m_access_model* model,
                                             lwm2m_access_policy* staged,
                                             lwm2m_access_model* staged_model, const char* text,
                                             size_t size, const lwm2m_access_listener* listener,
                                             lwm2m_access_text_error* error);

/// The size of the largest snapshot of a policy with such capacities.
#define LWM2M_ACCESS_SNAPSHOT_BYTES(instances, entries, accounts) \
  (20 + 2 * (accounts) + 10 * (instances) +                       \
   16 * ((entries) > 4 * (instances) ? ((entries) + 3) / 4 : (instances)))

/// How many bytes a snapshot of the policy has; 0 for a policy that was not made.
size_t lwm2m_access_snapshot_size(const lwm2m_access_policy* policy);

/// Writes a snapshot and its size. BUFFER_TOO_SMALL: nothing is written.
lwm2m_access_status lwm2m_access_save(const lwm2m_access_policy* policy, uint8_t* buffer,
                                      size_t capacity, size_t* size);

/// Replaces the contents of a made `policy` by those of a snapshot, which is read into `staged`
/// first: another made policy, whose contents are lost. SNAPSHOT_... (of another edition, too),
/// NOT_A_SNAPSHOT: `policy` stays as it was. `listener`, which may be NULL, is told `replaced`.
lwm2m_access_status lwm2m_access_restore(lwm2m_access_policy* policy, lwm2m_access_policy* staged,
                                         const uint8_t* snapshot, size_t size,
                                         const lwm2m_access_listener* listener);

#ifdef __cplusplus
}
#endif

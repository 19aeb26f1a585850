#pragma once

/// What the numbers of the C interface mean, in words.

#include <lwm2m/access/c/constants.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A sentence in English for each number, for a log; never NULL. They are there when the C++
/// file includes <lwm2m/access/c/sentences.hpp> beside access_c.hpp.
const char* lwm2m_access_status_sentence(lwm2m_access_status status);
const char* lwm2m_access_reason_sentence(lwm2m_access_reason reason);
const char* lwm2m_access_determined_by_sentence(lwm2m_access_determined_by determined_by);
const char* lwm2m_access_expected_sentence(uint8_t expected);
const char* lwm2m_access_refusal_sentence(unsigned refusal);
const char* lwm2m_access_account_fault_sentence(unsigned fault);
const char* lwm2m_access_hint_sentence(lwm2m_access_hint hint);

/// The word of an operation, as a case file has it: `read`, `write-attributes`; never NULL.
const char* lwm2m_access_operation_word(lwm2m_access_operation operation);

#ifdef __cplusplus
}
#endif

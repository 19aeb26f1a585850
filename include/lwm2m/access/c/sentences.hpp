#pragma once

#include <lwm2m/access/c/sentences.h>
#include <lwm2m/access/c/constants.hpp>
#include <lwm2m/access/channel/sentences.hpp>
#include <lwm2m/access/sentences.hpp>
#include <lwm2m/access/text/words.hpp>

// The functions that say in a sentence what the numbers of the C interface mean. Included beside
// access_c.hpp by who wants them: they cost a few kilobytes of text.

namespace lwm2m::access::inline v0::c {

/// What only the C interface has to say.
[[nodiscard]] constexpr const char* sentence_of_status(lwm2m_access_status status) noexcept {
  switch (status) {
    case LWM2M_ACCESS_STATUS_ARGUMENT_MISSING:
      return "A pointer is NULL that must not be.";
    case LWM2M_ACCESS_STATUS_NOT_MADE:
      return "Nothing was made in the storage: call its make, begin, start or open first.";
    case LWM2M_ACCESS_STATUS_STORAGE_TOO_SMALL:
      return "The storage is too small: were both sides compiled with the same capacities?";
    case LWM2M_ACCESS_STATUS_STORAGE_MISALIGNED:
      return "The storage is not aligned to LWM2M_ACCESS_ALIGNMENT.";
    case LWM2M_ACCESS_STATUS_ENUMERATION_UNKNOWN:
      return "A number is no value of its enumeration.";
    case LWM2M_ACCESS_STATUS_PATH_INVALID:
      return "A path is not one that the functions and macros of the interface make.";
    case LWM2M_ACCESS_STATUS_POLICY_CHANGED:
      return "The policy was changed meanwhile: begin again.";
    case LWM2M_ACCESS_STATUS_TEXT_WRONG:
      return "The policy text has a mistake: see line, column and what was expected.";
    case LWM2M_ACCESS_STATUS_NO_SUCH_PLACE:
      return "The index is not below the count.";
    case LWM2M_ACCESS_STATUS_FAULTY:
      return "The policy has faults: the listener is told each.";
    case LWM2M_ACCESS_STATUS_ACCOUNT_FAULTY:
      return "The account has faults: see the set of them.";
    case LWM2M_ACCESS_STATUS_REFUSED:
      return "The session is not admitted: see the set of refusals.";
    case LWM2M_ACCESS_STATUS_NOT_ADMITTED:
      return "Nobody is admitted on the session.";
    case LWM2M_ACCESS_STATUS_EDITION_DIFFERS:
      return "The text is of another edition than the policy.";
    default:
      return "This is no value of the enumeration.";
  }
}

}  // namespace lwm2m::access::inline v0::c

const char* lwm2m_access_status_sentence(lwm2m_access_status status) {
  using namespace lwm2m::access;
  constexpr unsigned first_of_snapshots = 64, first_of_c = 128;
  if (status >= first_of_c) return c::sentence_of_status(status);
  if (status < first_of_snapshots) return sentence(static_cast<lwm2m::access::status>(status));
  return sentence(static_cast<snapshot_status>(status - first_of_snapshots));
}

const char* lwm2m_access_reason_sentence(lwm2m_access_reason reason) {
  using namespace lwm2m::access;
  return sentence(static_cast<lwm2m::access::reason>(reason - 1));
}

const char* lwm2m_access_determined_by_sentence(lwm2m_access_determined_by determined_by) {
  using namespace lwm2m::access;
  return sentence(static_cast<lwm2m::access::determined_by>(determined_by - 1));
}

const char* lwm2m_access_hint_sentence(lwm2m_access_hint hint) {
  using namespace lwm2m::access;
  return sentence(static_cast<lwm2m::access::hint>(hint - 1));
}

const char* lwm2m_access_expected_sentence(uint8_t expected) {
  using namespace lwm2m::access;
  return sentence(static_cast<text_expectation>(expected));
}

const char* lwm2m_access_refusal_sentence(unsigned refusal) {
  using namespace lwm2m::access;
  const unsigned number = refusal >= 1 && refusal < 64 ? refusal - 1 : 63;
  return channel::sentence(static_cast<channel::refusal>(number));
}

const char* lwm2m_access_account_fault_sentence(unsigned fault) {
  using namespace lwm2m::access;
  return channel::sentence(static_cast<channel::account_fault>(fault < 64 ? fault : 63));
}

const char* lwm2m_access_operation_word(lwm2m_access_operation operation) {
  using namespace lwm2m::access;
  for (const detail::operation_word& each : detail::operation_words)
    if (c::number_of(each.op) == operation) return each.word.text;
  return "unknown";
}

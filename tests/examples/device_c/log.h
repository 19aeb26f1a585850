#pragma once

/* One line on standard output for each decision: `102 write /3/0/13 -> 4.01: ...`. */

#include "request.h"

void log_decision(int64_t server, const struct request* asked, const lwm2m_access_decision* taken);

/* What an allowed request conveys cannot be done, or a message is not understood. */
void log_fault(int64_t server, const struct request* asked, unsigned code);
void log_unanswered(const struct request* asked);

void log_observation(int64_t server, const struct request* asked,
                     lwm2m_access_observation_state state);
void log_admission(int64_t server);
void log_refusals(uint64_t refusals);

#pragma once

#include <lwm2m/access/channel/refusal.hpp>
#include <lwm2m/access/decision.hpp>

#include <string>
#include <vector>

#include "device.hpp"

namespace client {

/// One line on standard output, written at once.
void log(const std::string& line);

/// Who asked for what, what was answered, and why: `102 write /3/0/13 -> 4.01: ...`.
void log_decision(lac::short_server_id who, const incoming& asked, const lac::decision& taken);

/// A request over a session on which nobody is admitted.
void log_unanswered(const incoming& asked);

/// A request that is not understood, whose values do not fit, or for which there is no room.
void log_fault(lac::short_server_id who, const incoming& asked, unsigned code);

/// What became of an observation: `102 observes /3/0/14: suppressed`.
void log_observation(lac::short_server_id who, const std::vector<lac::path>& observed,
                     const std::string& state);

/// Why nobody was admitted on a session.
void log_refusals(lac::channel::refusals why);

}  // namespace client

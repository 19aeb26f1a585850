#pragma once

/// The language of policies: `policy_text` reads it while compiling, `parse_policy` at run time,
/// and `print_policy` writes it. Requests and what they must get are in text/case_file.hpp.
#include <lwm2m/access/text/expectation.hpp>
#include <lwm2m/access/text/parse.hpp>
#include <lwm2m/access/text/policy_text.hpp>
#include <lwm2m/access/text/print.hpp>

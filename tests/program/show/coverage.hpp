#pragma once

#include "program/analysis/coverage.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace program {

/// What of a policy the requests did not need.
[[nodiscard]] std::string coverage_text(const coverage_of_cases& of);
[[nodiscard]] nlohmann::ordered_json coverage_json(const coverage_of_cases& of);

}  // namespace program

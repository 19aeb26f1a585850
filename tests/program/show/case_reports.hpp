#pragma once

#include "program/cases/walk.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace program {

/// What one case file came to, for programs.
[[nodiscard]] nlohmann::ordered_json cases_json(const std::string& file, const case_report& of);

/// A `testsuite` of JUnit's format, as build servers read it: each statement with an expectation is
/// a test case.
[[nodiscard]] std::string cases_junit(const std::string& file, const case_report& of);

}  // namespace program

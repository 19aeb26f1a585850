#pragma once

#include "case_runner.hpp"
#include "rows.hpp"

#include <functional>
#include <string>

namespace program {

/// What the statements of case files come to.
struct case_counts {
  std::size_t requests = 0;
  std::size_t expectations = 0;
  std::size_t differing = 0;
  std::size_t without_expectation = 0;  ///< requests
};
case_counts& operator+=(case_counts& a, const case_counts& b);

/// `47 requests, 47 expectations, 0 differ`.
[[nodiscard]] std::string sentence_of(const case_counts& of);

/// A request, and the device that it was decided by, as it was before.
struct asked_request {
  const device& before;
  const wire_request& asked;
};
using request_observer = std::function<void(const asked_request&)>;

/// What a case file came to, statement by statement. A session that is opened or closed twice is a
/// mistake that is known only here; it borrows from the file.
struct case_report {
  program::rows rows{};
  case_counts counted{};
  lac::text_mistake mistake{};
};

/// Goes through a case file and does to a Client what it says. `told`, where there is one, is
/// called for each request, before it is answered.
[[nodiscard]] case_report walk_cases(const text_file& file, const request_observer& told = {});

}  // namespace program

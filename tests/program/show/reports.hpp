#pragma once

#include "program/analysis/difference.hpp"
#include "program/analysis/explain.hpp"
#include "program/analysis/lint.hpp"
#include "program/analysis/query.hpp"
#include "program/analysis/reach.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <utility>
#include <vector>

namespace program {

/// What each analysis found, for people and for programs.

[[nodiscard]] std::string findings_text(const loaded_text& text, const lint_result& found);
[[nodiscard]] nlohmann::ordered_json findings_json(const loaded_text& text,
                                                   const lint_result& found);
/// SARIF 2.1.0, as code review tools read it: one run over all texts.
[[nodiscard]] nlohmann::ordered_json findings_sarif(
    const std::vector<std::pair<const loaded_text*, lint_result>>& found);

[[nodiscard]] std::string explanation_text(const explanation& of);
[[nodiscard]] nlohmann::ordered_json explanation_json(const explanation& of);

[[nodiscard]] std::string difference_text(const difference& of);
[[nodiscard]] nlohmann::ordered_json difference_json(const difference& of);

[[nodiscard]] std::string answer_text(const query_answer& of);
[[nodiscard]] nlohmann::ordered_json answer_json(const query_answer& of);

[[nodiscard]] std::string reach_text(const std::vector<reached>& of);
[[nodiscard]] nlohmann::ordered_json reach_json(const std::vector<reached>& of);

}  // namespace program

#pragma once

#include "program/analysis/rights.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace program {

/// The matrix for people: a letter for each right, in small where nothing supports it, `*` where
/// the Server is the Access Control Owner.
[[nodiscard]] std::string matrix_text(const rights_matrix& of);
[[nodiscard]] std::string matrix_markdown(const rights_matrix& of);

/// The matrix as a picture of its own, for light and dark.
[[nodiscard]] std::string matrix_svg(const rights_matrix& of, const std::string& title);

[[nodiscard]] nlohmann::ordered_json matrix_json(const rights_matrix& of);

/// What the letters mean, in one line each.
[[nodiscard]] std::string matrix_legend();

}  // namespace program

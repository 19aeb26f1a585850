#pragma once

#include "program/analysis/answers.hpp"

namespace program {

/// What one Server may do in one place.
struct standing {
  lac::access_rights granted{};  ///< the right is there (C5 passes)
  lac::access_rights working{};  ///< and something supports it: the operation is performed
  bool manages = false;          ///< may change the ACL: it is the Access Control Owner (F1)
};

/// A row of the matrix: one place, each Server's standing there.
struct matrix_row {
  lac::path at{};
  lac::object_instance_id governed_by{};  ///< not valid: no Access Control Object Instance
  lac::access_control_owner owner{};
  bool exists = true;  ///< what the row is about is there
  std::vector<standing> servers{};
};

/// Who may do what: by Object (Create) and Object Instance, with their Resources where asked for.
struct rights_matrix {
  std::vector<lac::short_server_id> servers{};
  std::vector<matrix_row> rows{};
};

/// How far a matrix goes into detail.
enum class detail_level : std::uint8_t { instances = 1, resources };

/// The matrix of a device, every letter of it by decisions of the engine.
[[nodiscard]] rights_matrix matrix_of(const device& of, detail_level down_to);

}  // namespace program

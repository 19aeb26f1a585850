#pragma once

#include "program/analysis/difference.hpp"

#include <optional>
#include <string>
#include <vector>

namespace program {

/// A question about what is allowed: which of these Servers may do which of these operations on
/// which of these paths. What is left empty is open: everything is looked at.
struct question {
  std::vector<lac::short_server_id> servers{};
  std::vector<lac::short_server_id> but{};
  std::vector<lac::operation> operations{};
  std::vector<lac::path> paths{};
};

/// Reads `who may OPERATION PATH`, `what may SERVER do`, or
/// `over what may anybody|SERVER... [but SERVER...] OPERATION`; nothing when it is none of them.
[[nodiscard]] std::optional<question> question_of(const std::vector<std::string>& words);

/// Reads `can-reach [SERVER]`: whose reach is asked for, nobody for everybody's; nothing when it is
/// no such question.
[[nodiscard]] std::optional<lac::short_server_id> can_reach_of(
    const std::vector<std::string>& words);

/// What is allowed of what is asked about, as few boxes of `over`.
struct query_answer {
  space over{};
  std::vector<box<3>> lines{};
};
[[nodiscard]] query_answer answer_to(const question& asked, const device& of);

}  // namespace program

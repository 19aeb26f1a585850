#pragma once

#include "program/analysis/edits.hpp"
#include "program/cases/names.hpp"
#include "program/cases/wire.hpp"

namespace program {

/// How far a step of the decision (section C) was.
enum class step_state : std::uint8_t { passed = 1, failed, not_reached };

/// One step, in the order in which they are taken.
struct explained_step {
  const char* rules;
  const char* asks;
  step_state state;
};

/// A single change that would turn the answer, and how much else it would change.
struct turning_edit {
  edit change{};
  std::size_t rights = 0;   ///< rights that some Server would gain or lose somewhere
  std::size_t servers = 0;  ///< Servers that would
};

/// Why a request is answered as it is, and what would turn the answer.
struct explanation {
  lac::decision taken{};
  lac::path decided_at{};  ///< the path that it turned on
  std::vector<explained_step> steps{};
  std::string decided_by{};             ///< the Access Control Object Instance and its entry
  std::vector<std::string> hints{};     ///< what is easily taken for the right, and is not
  std::vector<turning_edit> turning{};  ///< fewest rights first, then fewest Servers
  std::size_t tried = 0;                ///< how many single changes were tried
};

/// The decision on a request as it comes over the wire, its values included; nothing is changed.
[[nodiscard]] lac::decision decide_wire(const device& of, const wire_request& asked);

[[nodiscard]] explanation explain_request(const device& of, const wire_request& asked);

/// The same for a request as a case file writes it, `102 write /3/0/13`, without an expectation.
/// Nothing when it is wrong; `trouble` then says how.
[[nodiscard]] std::optional<explanation> explain_text(const device& of, const name_table& names,
                                                      const std::string& request,
                                                      std::string& trouble);

/// How many rights two policies differ in, over the accounts and targets of both, and for how many
/// Servers. Ownership, which gives the right to change an ACL, counts as one.
struct rights_distance {
  std::size_t rights = 0;
  std::size_t servers = 0;
};
[[nodiscard]] rights_distance distance_of(const device& before, const device& after);

}  // namespace program

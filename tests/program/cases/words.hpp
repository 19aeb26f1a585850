#pragma once

#include <lwm2m/access/access_bits.hpp>
#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/explain.hpp>
#include <lwm2m/access/path.hpp>

#include <string>
#include <vector>

namespace program {

namespace lac = lwm2m::access;

/// A path as it is written, `/3/0/1`.
[[nodiscard]] std::string text_of(const lac::path& at);

/// A list of paths, `{ /3/0 /4/0 }`.
[[nodiscard]] std::string text_of(const std::vector<lac::path>& listed);

/// Access rights by their letters, `RW`, `-` for none; a number when a reserved bit is set.
[[nodiscard]] std::string text_of(lac::access_rights rights);

/// An operation by its word, `read`.
[[nodiscard]] std::string text_of(lac::operation op);

/// A response code as it is written, `2.05`.
[[nodiscard]] std::string code_of(unsigned code);

/// The response code, or what becomes of an act of the Client's own: `send`, `suppress`, `cancel`.
[[nodiscard]] std::string answer_of(const lac::decision& taken);

/// The reason, the path when it is another than the request's own, and what helps with it, else
/// what the right came from.
[[nodiscard]] std::string why(const lac::decision& taken, const lac::path& target,
                              const lac::explanation& more = {});

}  // namespace program

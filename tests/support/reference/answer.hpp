#pragma once

// What a decision says, and what a step of it does when it refuses.

#include <cstdint>

#include "support/reference/world.hpp"

namespace reference {

/// Reasons: one, or several of which the rules do not say that one comes before the other.
class reasons {
 public:
  constexpr reasons() = default;
  constexpr reasons(reason one) : bits_{std::uint64_t{1} << static_cast<unsigned>(one)} {}

  constexpr bool contains(reason one) const { return (bits_ & reasons{one}.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr reasons& operator|=(reasons others) {
    bits_ |= others.bits_;
    return *this;
  }
  friend constexpr reasons operator|(reasons a, reasons b) { return a |= b; }
  friend constexpr bool operator==(reasons, reasons) = default;

 private:
  std::uint64_t bits_ = 0;
};
constexpr reasons operator|(reason a, reason b) { return reasons{a} | reasons{b}; }

/// A step that does not pass: where it stands in section C, what is answered, why and at which
/// path. No statement of the path where the rules make none.
struct refusal {
  step at;
  coap code;
  reasons why;
  std::optional<path> where{};
  bool in_any_instance = false;  ///< D7 tells of an Object and a Resource
};
using refused = std::optional<refusal>;

/// What is decided. `by`, `needed` and `found` are empty where the rules say nothing of them.
struct answer {
  coap code;
  verdict act;
  reasons why{reason::allowed};
  step at = step::passed;
  std::optional<path> where{path{}};
  bool in_any_instance = false;
  std::optional<determined_by> by{};
  std::optional<unsigned> needed{}, found{};

  bool is_good() const { return act == verdict::allowed || act == verdict::send; }

  /// Whether `given` is the first bad path that this answer names.
  bool names(const path& given) const {
    if (!where) return true;
    if (!in_any_instance) return given == *where;
    return given.level() == where->level() && given.object() == where->object() &&
           given.resource() == where->resource() && instance_of(given) != 65535;
  }
};

}  // namespace reference

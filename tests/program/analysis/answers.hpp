#pragma once

#include "program/analysis/space.hpp"

#include <lwm2m/access/request.hpp>

#include <cstdint>

namespace program {

/// What a request gets: the response code, or what becomes of an act of the Client's own. Small
/// enough that a whole space of them can be kept.
struct answer {
  lac::coap code{};
  lac::verdict verdict{};

  [[nodiscard]] bool allowed() const {
    return verdict == lac::verdict::allowed || verdict == lac::verdict::send;
  }
  friend bool operator==(const answer&, const answer&) = default;
};

[[nodiscard]] inline answer answer_of_decision(const lac::decision& taken) {
  return {taken.code(), taken.verdict()};
}

/// A request for one operation on one path, as small as it can be: it conveys nothing, but for a
/// Create, which conveys what it must (D7), for otherwise the right to Create could never be seen.
/// Composite operations and Send list the one path: that a list of several is answered by what its
/// paths are answered alone is what section E says.
class bare_request {
 public:
  bare_request(const device& of, lac::short_server_id who, lac::operation op, const lac::path& at);

  /// Borrows from this.
  [[nodiscard]] lac::request request() const { return {who_, op_, target_, payload()}; }

 private:
  [[nodiscard]] lac::view<lac::path> payload() const {
    return lists_ ? lac::view<lac::path>{&listed_, 1} : lac::view<lac::path>{conveyed_};
  }
  void convey_what_must_be(const device& of);

  lac::requester who_;
  lac::operation op_;
  lac::path target_{};
  bool lists_;
  lac::path listed_{};
  std::vector<lac::path> conveyed_{};
};

/// The engine's decision on a bare request.
[[nodiscard]] lac::decision decide_bare(const device& of, lac::short_server_id who,
                                        lac::operation op, const lac::path& at);

/// The engine's answers over a whole space.
class answers {
 public:
  answers(const device& of, const space& over);

  [[nodiscard]] answer at(std::size_t server, std::size_t op, std::size_t path) const {
    return table_[(path * operations_ + op) * servers_ + server];
  }

 private:
  std::size_t servers_;
  std::size_t operations_;
  std::vector<answer> table_;
};

}  // namespace program

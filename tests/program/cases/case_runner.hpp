#pragma once

#include "files.hpp"
#include "wire.hpp"

#include <lwm2m/access/bootstrap_session.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace program {

using paths = std::vector<lac::path>;

/// What became of one statement of a case file, beside what it says should.
struct case_result {
  std::string answer;           ///< a code, an act of the Client's, done or holds
  std::string why;              ///< a sentence, where there is something to say
  bool is_stated = false;       ///< the statement says what is expected
  bool answer_differs = false;  ///< from what is expected
  bool shown_differ = false;
  paths shown{};           ///< what the braces of the expectation are about
  paths expected_paths{};  ///< what they say

  [[nodiscard]] bool differs() const { return answer_differs || shown_differ; }
};

/// A Client that does what a case file says: its policy and objects, and those of the Bootstrap
/// session where one is open (K8).
class case_runner {
 public:
  /// A document begins: `client()` holds its declarations, and no session is open.
  void begin_document() { session_.reset(); }

  /// Answers a request and does to the Client what it does (the language's "Requests").
  case_result request(const lac::case_request& asked);

  /// An account that comes or goes, a Bootstrap session that begins, is dropped or finishes.
  case_result event(const lac::case_event& what);

  [[nodiscard]] case_result check(const lac::case_check& what) const;

  /// What Servers are answered by.
  [[nodiscard]] device& client() { return *client_; }

  /// What the request is answered by: the session's own where it is of Bootstrap and one is open.
  [[nodiscard]] device& asked_device(const lac::case_request& asked) {
    return asked.who.is_bootstrap() && session_ ? *staged_ : *client_;
  }

  [[nodiscard]] bool is_session_open() const { return session_.has_value(); }

 private:
  case_result account(const lac::case_event& what);
  case_result begin_session();
  case_result finish_session(const lac::case_event& what);

  std::unique_ptr<device> client_ = std::make_unique<device>();
  std::unique_ptr<device> staged_ = std::make_unique<device>();
  std::optional<lac::bootstrap_session<policy>> session_{};
};

}  // namespace program

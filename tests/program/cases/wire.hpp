#pragma once

#include "files.hpp"

#include <lwm2m/access/begin.hpp>

#include <vector>

namespace program {

/// A request of a case file as it would come over the wire: the paths and the values that its
/// payload names.
class wire_request {
 public:
  wire_request(const lac::case_request& asked, const model& objects);

  /// Borrows from this.
  [[nodiscard]] lac::request request() const { return {who_, op_, target_, payload_}; }
  [[nodiscard]] lac::view<lac::assignment> values() const { return values_; }

 private:
  void convey_payload(const lac::case_request& asked, const model& objects);
  void convey_values(const lac::case_request& asked, lac::path at);

  lac::requester who_;
  lac::operation op_;
  lac::path target_;
  std::vector<lac::path> payload_;
  std::vector<lac::assignment> values_;
};

}  // namespace program

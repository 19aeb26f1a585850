#pragma once

// What a device must answer: the reference, over the same policy text.

#include <memory>
#include <string>

#include "program/cases/wire.hpp"
#include "support/administration_model.hpp"

/// A device as the reference sees it.
class expected_device {
 public:
  expected_device() = default;
  expected_device(const program::policy& granted, const program::model& objects);

  /// A request with all that its payload conveys, as the device is now.
  [[nodiscard]] program::wire_request wire(const lwm2m::access::case_request& asked) const {
    return {asked, *model_};
  }

  /// The code of the answer, as `2.05`. What the request changes is changed.
  std::string answer(const program::wire_request& asked);

  [[nodiscard]] const reference::world& world() const { return world_; }

 private:
  reference::world world_{};
  std::shared_ptr<program::model> model_{};
};

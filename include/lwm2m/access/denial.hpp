#pragma once

#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/request.hpp>

namespace lwm2m::access::inline v0 {

/// Told of every request that is refused when it is decided; `context` is the stack's own. Of a
/// payload that was decoded record by record, `asked` has no paths.
using denial_hook = void (*)(void* context, const request& asked, const decision& taken);

namespace detail {

/// A hook and what it is called with; without a hook nobody is told.
struct denial_listener {
  denial_hook hook = nullptr;
  void* context = nullptr;

  constexpr void tell(const request& asked, const decision& taken) const noexcept {
    if (hook != nullptr && !taken.allowed()) hook(context, asked, taken);
  }
};

}  // namespace detail

}  // namespace lwm2m::access::inline v0

#pragma once

#include <lwm2m/access/c/arguments.hpp>
#include <lwm2m/access/consistency.hpp>

namespace lwm2m::access::inline v0::c {

/// Tells a listener, which may be null, in the words of C.
struct teller {
  const lwm2m_access_listener* listener;

  void operator()(const access_control_change& change) const noexcept {
    const lwm2m_access_change told{number_of(change.kind), change.id.value(),
                                   change.target.object().value(),
                                   change.target.instance().value()};
    if (listener && listener->changed) listener->changed(listener->context, &told);
  }
  void operator()(const fault& found) const noexcept {
    const lwm2m_access_fault told{number_of(found.kind), found.id.value(),
                                  found.target.object().value(), found.target.instance().value()};
    if (listener && listener->fault) listener->fault(listener->context, &told);
  }
  void operator()(const path& instance) const noexcept {
    const lwm2m_access_path told = to_c(instance);
    if (listener && listener->to_be_deleted) listener->to_be_deleted(listener->context, &told);
  }
  void replaced() const noexcept {
    if (listener && listener->replaced) listener->replaced(listener->context);
  }
};

}  // namespace lwm2m::access::inline v0::c

#pragma once

#include <lwm2m/access/object_exceptions.hpp>
#include <lwm2m/access/object_source.hpp>
#include <lwm2m/access/status.hpp>
#include <lwm2m/access/traits.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0 {

/// Whether an Object can have more than one instance.
enum class multiplicity : std::uint8_t { single = 1, multiple };

/// What the reader of a policy text needs of the objects that it is read into: the changes that
/// `object_model` offers, each made as a whole or refused with a `status`. `object_model` documents
/// what each refuses.
template <class Objects>
concept editable_objects =
    object_source<Objects> && detail::copyable<Objects> &&
    requires(Objects& objects, object_id id, multiplicity instances, object_instance_id instance,
             const resource_definition& resource, const object_exception& exception) {
      { objects.clear() } noexcept;
      { objects.add_object(id, instances) } noexcept -> detail::same_as<status>;
      { objects.add_instance(id, instance) } noexcept -> detail::same_as<status>;
      { objects.add_resource(id, resource) } noexcept -> detail::same_as<status>;
      { objects.add_exception(exception) } noexcept -> detail::same_as<status>;
    };

}  // namespace lwm2m::access::inline v0

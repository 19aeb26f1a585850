#pragma once

#include <lwm2m/access/access_control_object.hpp>
#include <lwm2m/access/path.hpp>

#include <cstdint>

namespace lwm2m::access::inline v0 {

/// What kind of value a payload conveys for one path.
enum class value_kind : std::uint8_t {
  integer = 1,
  not_an_integer,  ///< a text, a float, an opaque value: wrong wherever Object 2 takes a value (F6)
  nothing,         ///< the SenML-ETCH null: of a Write-Composite, delete it (E6)
  no_value         ///< the path alone, as one of `request::payload`: an ACL without entries (F8)
};
[[nodiscard]] constexpr value_kind last_of(value_kind) noexcept { return value_kind::no_value; }

/// A value that a Write conveys, as it came over the wire, not narrowed: of one ACL entry (`at` is
/// `/2/n/2/id`; an ID that does not fit is the reserved 65535), of the Access Control Owner
/// (`/2/n/3`), or of the target (`/2/n/0`, `/2/n/1`). Values of other Objects are the stack's
/// business; of them the engine looks only at `nothing`.
struct assignment {
  path at{};
  std::int64_t value = 0;  ///< that of an `integer`
  value_kind kind = value_kind::integer;
};

namespace detail {

[[nodiscard]] constexpr bool names_entry(const path& at) noexcept {
  return at.resource() == access_control_resources::acl && at.level() == level::resource_instance;
}
[[nodiscard]] constexpr bool names_acl(const path& at) noexcept {
  return at.resource() == access_control_resources::acl && at.level() == level::resource;
}
[[nodiscard]] constexpr bool names_owner(const path& at) noexcept {
  return at.resource() == access_control_resources::owner;
}
[[nodiscard]] constexpr bool names_target(const path& at) noexcept {
  return at.resource() == access_control_resources::object ||
         at.resource() == access_control_resources::object_instance;
}

/// F6: the ACL entry that no Server can have.
[[nodiscard]] constexpr bool names_reserved_entry(const path& at) noexcept {
  return at.object() == objects::access_control && names_entry(at) &&
         !at.resource_instance().is_valid();
}

/// Whether a path is of a Resource that Object 2 defines.
[[nodiscard]] constexpr bool is_managed(const path& at) noexcept {
  return at.object() == objects::access_control && at.level() >= level::resource &&
         at.resource().value() <= access_control_resources::owner.value();
}

}  // namespace detail

}  // namespace lwm2m::access::inline v0

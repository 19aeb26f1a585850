#pragma once

#include <lwm2m/access/access_control.hpp>
#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/edition.hpp>
#include <lwm2m/access/object_source.hpp>
#include <lwm2m/access/operation.hpp>
#include <lwm2m/access/path.hpp>
#include <lwm2m/access/request.hpp>

namespace lwm2m::access::inline v0::detail {

/// One path of a request and what is asked of it, with the facts that the checks of section C turn
/// on. Each function answers one of their conditions.
struct question {
  const edition& rules;
  const operation_facts& asked;
  requester who;
  path at;

  [[nodiscard]] constexpr bool creates() const noexcept { return asked.op == operation::create; }
  [[nodiscard]] constexpr bool deletes() const noexcept { return asked.op == operation::delete_; }

  [[nodiscard]] constexpr bool notifies() const noexcept { return asked.op == operation::notify; }
  [[nodiscard]] constexpr bool sends() const noexcept { return asked.op == operation::send; }

  /// A composite operation, Send, or the Notify of an Observe-Composite: a list of paths.
  [[nodiscard]] constexpr bool is_composite() const noexcept {
    return asked.by == addressing::composite_read || asked.by == addressing::composite_write ||
           (notifies() && at.is_none());
  }

  /// Write, partial update or a path of a Write-Composite.
  [[nodiscard]] constexpr bool writes() const noexcept {
    return asked.supported_by == operation_rows::writable;
  }

  /// Read, Observe, Notify, Discover and their composites show something; the others do not.
  [[nodiscard]] constexpr bool shows() const noexcept {
    return notifies() || sends() ||
           (asked.success == coap::content && asked.op != operation::cancel_observation);
  }
  [[nodiscard]] constexpr bool discovers() const noexcept {
    return asked.op == operation::discover;
  }

  /// The same question of another path.
  [[nodiscard]] constexpr question of(const path& other) const noexcept {
    return {rules, asked, who, other};
  }

  /// C1: Object 0, and where the edition has OSCORE, Object 21.
  [[nodiscard]] constexpr bool names_restricted_object() const noexcept {
    return at.object() == objects::security ||
           (rules.oscore_is_restricted && at.object() == objects::oscore);
  }

  /// E2: a Write-Composite names Resources and Resource Instances.
  [[nodiscard]] constexpr bool is_too_short() const noexcept {
    return asked.by == addressing::composite_write && at.level() < level::resource;
  }

  /// A9: what Bootstrap does without C1, C2 and C5.
  [[nodiscard]] constexpr bool is_for_bootstrap() const noexcept {
    if (asked.for_bootstrap != bootstrap_use::on_some_objects)
      return asked.for_bootstrap == bootstrap_use::performed;
    return (rules.bootstrap_reads_access_control && at.object() == objects::access_control) ||
           (rules.bootstrap_reads_servers && at.object() == objects::server);
  }

  /// Whether the edition has the operation at all (section B).
  [[nodiscard]] constexpr bool is_defined() const noexcept {
    return asked.by != addressing::undefined && (!is_composite() || rules.has_composites);
  }

  /// Whose access control decides: that of the instance, or (A10, D5) the Object-level one.
  [[nodiscard]] constexpr access_control_target governing() const noexcept {
    const bool by_object =
        creates() && !(rules.creates_on_instance && at.level() > level::object);
    return by_object ? access_control_target{at.object()}
                     : access_control_target{at.object(), at.object_instance()};
  }

  /// C3: the instance is there. A Create asks for the Object only.
  template <object_handle Object>
  [[nodiscard]] constexpr bool finds_instance_in(const Object& object) const noexcept {
    return at.level() == level::object || creates() ||
           (at.object_instance().is_valid() && object.has_instance(at.object_instance()));
  }

  /// C4 on an Object.
  [[nodiscard]] constexpr bool applies_to_object() const noexcept {
    return at.level() != level::object || asked.applies.has(level::object);
  }

  /// C5: on an Object only Create needs a right.
  [[nodiscard]] constexpr bool needs_right() const noexcept {
    return !who.is_bootstrap() && !asked.needs.is_none() &&
           (at.level() != level::object || creates());
  }

  /// C6: the Resource is there. Not asked for Create.
  template <object_handle Object>
  [[nodiscard]] constexpr bool finds_resource_in(const Object& object) const noexcept {
    return at.level() < level::resource || creates() ||
           object.has_resource(at.object_instance(), at.resource());
  }

  /// C6: the Resource Instance is there, which a Resource that is not multiple never has.
  template <object_handle Object>
  [[nodiscard]] constexpr bool finds_resource_instance_in(const Object& object) const noexcept {
    return at.level() < level::resource_instance || creates() ||
           (object.definition(at.resource()).multiple &&
            object.has_resource_instance(at.object_instance(), at.resource(),
                                         at.resource_instance()));
  }

  /// C4 below an Object.
  [[nodiscard]] constexpr bool applies_to(const resource_definition& resource) const noexcept {
    if (creates() && at.level() == level::object_instance) return rules.creates_on_instance;
    if (deletes() && at.level() == level::resource_instance)
      return rules.deletes_resource_instances && resource.supports(operation_rows::writable);
    return asked.applies.has(at.level());
  }

  /// D4: the Device instance is never deleted.
  [[nodiscard]] constexpr bool deletes_device() const noexcept {
    return deletes() && rules.keeps_device_instance && at.level() == level::object_instance &&
           at.object() == objects::device && at.object_instance().value() == 0;
  }

  /// A9: what Bootstrap does without C7.
  [[nodiscard]] constexpr bool is_exempt_from_access_type() const noexcept {
    return who.is_bootstrap() && asked.for_bootstrap == bootstrap_use::performed;
  }

  /// C7: the Access Type. Above a Resource there is nothing to support.
  [[nodiscard]] constexpr bool is_supported_by(const resource_definition& resource) const noexcept {
    return at.level() < level::resource || is_exempt_from_access_type() ||
           resource.supports(asked.supported_by);
  }

  /// D2, D6: whether a conveyed Resource fails the request. One that the Object does not define is
  /// ignored.
  [[nodiscard]] constexpr bool refuses_conveyed(const resource_definition& named) const noexcept {
    const bool is_checked = creates() ? rules.create_refuses_read_only
                                      : writes() && !is_exempt_from_access_type();
    return is_checked && named && !named.supports(operation_rows::writable);
  }

  /// Why C7 refuses: on Object 2 a Write meets F4.
  [[nodiscard]] constexpr reason unsupported() const noexcept {
    return writes() && at.object() == objects::access_control ? reason::access_control_read_only
                                                              : reason::operation_not_supported;
  }

  /// F6: the ACL entry that no Server can have.
  [[nodiscard]] constexpr bool writes_reserved_entry() const noexcept {
    return writes() && at.object() == objects::access_control &&
           at.level() == level::resource_instance && !at.resource_instance().is_valid();
  }
};

}  // namespace lwm2m::access::inline v0::detail

#pragma once

#include <lwm2m/access/access_right.hpp>
#include <lwm2m/access/assignment.hpp>
#include <lwm2m/access/client_object.hpp>
#include <lwm2m/access/operation.hpp>
#include <lwm2m/access/request.hpp>

namespace lwm2m::access::inline v0::detail {

/// What is known of a request before its checks begin. `plain`, as most requests are: its Object is
/// above 2, checking its one path decides it, it lists no paths and makes no instance. The compiler
/// then drops the checks that cannot fail for such a request. `plain_resource`: in addition its
/// path is that of a Resource.
enum class request_shape : std::uint8_t { any, plain, plain_resource };

/// Which Server asks for which operation under which policy, whatever the path is. Each function is
/// one condition in the checks of section C, for the path given. Requests of the Bootstrap
/// interface do not come here: they have section K.
template <policy_source Policy, request_shape Shape = request_shape::any>
class question {
  static constexpr bool is_any = Shape == request_shape::any;

 public:
  constexpr question(const Policy& policy, short_server_id server, operation op) noexcept
      : policy_{policy}, asked_{facts_of(op)}, server_{server} {}
  constexpr question(const Policy& policy, short_server_id server,
                     const operation_facts& asked) noexcept
      : policy_{policy}, asked_{asked}, server_{server} {}

  [[nodiscard]] constexpr const Policy& policy() const noexcept { return policy_; }
  [[nodiscard]] constexpr const operation_facts& asked() const noexcept { return asked_; }
  [[nodiscard]] constexpr bool is_of_server() const noexcept { return server_.is_valid(); }
  [[nodiscard]] constexpr bool is(operation op) const noexcept { return asked_.op == op; }

  [[nodiscard]] constexpr bool writes() const noexcept { return asked_.is.writes(); }
  [[nodiscard]] constexpr bool creates() const noexcept {
    return is_any && asked_.is.makes_instance();
  }
  [[nodiscard]] constexpr bool notifies() const noexcept { return is(operation::notify); }

  /// Whether a request has the plain shape. Not that of a Create (D7, D8) and of a Notify of an
  /// Object (H3), which are checked as a whole.
  [[nodiscard]] constexpr bool is_plain(const path& at) const noexcept {
    const bool is_settled =
        asked_.is.is_settled_by_path() || (asked_.is.may_list() && level::object < at.level());
    return is_settled && server_.is_valid() && objects::access_control < at.object();
  }
  template <request_shape Known>
  [[nodiscard]] constexpr question<Policy, Known> as() const noexcept {
    return {policy_, server_, asked_};
  }

  /// How deep the path goes.
  [[nodiscard]] static constexpr level level_of(const path& at) noexcept {
    return Shape == request_shape::plain_resource ? level::resource : at.level();
  }

  /// A composite operation, Send, or without a Uri-Path the Notify or Cancel Observation of an
  /// Observe-Composite: a list of paths. A constant false in an edition without composites.
  [[nodiscard]] constexpr bool is_list(const path& target) const noexcept {
    return rules().has_composites && names_list(target);
  }

  /// Whether only the readable paths of its list stay (E1, E3).
  [[nodiscard]] constexpr bool is_list_to_show(const path& target) const noexcept {
    return is_list(target) && asked_.is.shows();
  }

  /// C1: Object 0, and where the edition has OSCORE, Object 21.
  [[nodiscard]] constexpr bool is_restricted(object_id object) const noexcept {
    return (is_any && object == objects::security) ||
           (object == objects::oscore && rules().oscore_is_restricted);
  }

  /// E2: a Write-Composite names Resources and Resource Instances.
  [[nodiscard]] constexpr bool is_too_short(const path& at) const noexcept {
    return writes_list() && rules().has_composites && level_of(at) < level::resource;
  }

  /// Who may ask at all: C2, and the operations that the edition has (section B).
  [[nodiscard]] constexpr reason check_requester(const path& target) const noexcept {
    const bool is_somebody = !is_any || server_.is_valid();
    if (!is_somebody || !policy_.has_account(server_)) return reason::no_account;
    if (!rules().is_valid()) [[unlikely]]
      return reason::edition_unknown;
    if ((is_any && is(operation{})) || (names_list(target) && !rules().has_composites))
      return reason::operation_unknown;
    return reason::allowed;
  }

  /// Section F governs Object 2.
  [[nodiscard]] static constexpr bool manages(const path& at) noexcept {
    return is_any && at.object() == objects::access_control;
  }

  /// C3: the path names an instance that does not exist. A Create needs only the Object.
  template <object_source Objects>
  [[nodiscard]] constexpr bool misses_instance(const client_object<Policy, Objects>& object,
                                               const path& at) const noexcept {
    return level_of(at) > level::object && !creates() && !object.has_instance(at.object_instance());
  }

  /// C4 on an Object.
  [[nodiscard]] constexpr bool applies_to_object(const path& at) const noexcept {
    return level_of(at) != level::object || asked_.applies.has(level::object);
  }

  /// C4: the operation applies at the level of the path.
  [[nodiscard]] constexpr bool applies_to(const path& at,
                                          resource_definition resource) const noexcept {
    if (creates() && level_of(at) == level::object_instance) return rules().creates_on_instance;
    if (is(operation::delete_) && level_of(at) == level::resource_instance)
      return rules().deletes_resource_instances && resource.supports(operation_rows::writable);
    return asked_.applies.has(level_of(at));
  }

  /// The right for a path: section A, or for Object 2 section F, where ownership stands in for it.
  [[nodiscard]] constexpr obtained_right right_for(const path& at) const noexcept {
    if (needs_none(at)) return {full_rights, determined_by::nothing};  // B
    if (!manages(at)) return access_right_of_account(policy_, server_, governing(at));
    const auto managed = policy_.find_id(at.object_instance());
    if (managed && managed.owner().is(server_)) return {owner_rights, determined_by::owner};
    return {access_rights::of(right::read), determined_by::any_account};  // F3
  }

  /// Section B: whether the operation needs no right on the path.
  [[nodiscard]] constexpr bool needs_none(const path& at) const noexcept {
    return asked_.needs == access_rights{} || (level_of(at) == level::object && !creates());
  }

  /// Whose access control decides: that of the instance, or (A10, D5) the Object-level one.
  [[nodiscard]] constexpr access_control_target governing(const path& at) const noexcept {
    const bool by_object =
        creates() && !(rules().creates_on_instance && level_of(at) > level::object);
    return by_object ? access_control_target{at.object()}
                     : access_control_target{at.object(), at.object_instance()};
  }

  /// C5; F1, F2 and F5 on Object 2, whose instances no Server creates or deletes.
  [[nodiscard]] constexpr reason check_right(const path& at, access_rights granted) const noexcept {
    if (manages(at) && is_made_by_client_only(at)) return reason::kept_by_the_client;
    if (granted.has_all(asked_.needs)) return reason::allowed;
    return manages(at) ? reason::not_the_owner : reason::access_right_missing;
  }

  /// The Resource of the path; empty when it does not exist, or the path names no Resource. For a
  /// Write-Composite, which makes what does not exist yet (E2), the definition of the Object.
  template <object_source Objects>
  [[nodiscard]] constexpr resource_definition resource_in(
      const client_object<Policy, Objects>& object, const path& at) const noexcept {
    if (creates() || level_of(at) < level::resource) return {};
    return writes_list() ? object.definition(at.resource()) : object.resource_of(at);
  }

  /// C6: the path names a Resource that does not exist.
  [[nodiscard]] constexpr bool misses_resource(resource_definition resource,
                                               const path& at) const noexcept {
    return level_of(at) >= level::resource && !resource && !creates();
  }

  /// C6. A Write makes an ACL entry that does not exist (F6), a Write-Composite any Resource
  /// Instance (E2); what is to be deleted must exist (E6).
  template <object_source Objects>
  [[nodiscard]] constexpr bool misses_resource_instance(
      const client_object<Policy, Objects>& object, resource_definition resource, const path& at,
      value_kind conveyed) const noexcept {
    if (level_of(at) < level::resource_instance || creates()) return false;
    if (!resource.is_multiple()) return true;
    const bool is_deleted = conveyed == value_kind::nothing && rules().deletes_resource_instances;
    const bool is_made = writes() && !is_deleted && (manages(at) || writes_list());
    return !is_made && !object.has_resource_instance(at);
  }

  /// D4: the Device instance is never deleted.
  [[nodiscard]] constexpr bool deletes_device(const path& at) const noexcept {
    return is(operation::delete_) && rules().keeps_device_instance &&
           level_of(at) == level::object_instance && at.object() == objects::device &&
           at.object_instance().value() == 0;
  }

  /// C7: the Access Type of a Resource.
  [[nodiscard]] constexpr bool is_supported(const path& at,
                                            resource_definition resource) const noexcept {
    return level_of(at) < level::resource || resource.supports(asked_.supported_by);
  }

  /// D2, D6: a conveyed Resource that fails the request. One that the Object does not define is
  /// ignored.
  [[nodiscard]] constexpr bool refuses_conveyed(resource_definition resource) const noexcept {
    const bool is_checked = creates() ? rules().create_refuses_read_only : writes();
    return is_checked && resource && !resource.supports(operation_rows::writable);
  }

  /// The reason when C7 refuses; for a Write on Object 2 that of F4.
  [[nodiscard]] constexpr reason unsupported(const path& at) const noexcept {
    return writes() && manages(at) ? reason::access_control_read_only
                                   : reason::operation_not_supported;
  }

  /// F6: the ACL entry that no Server can have.
  [[nodiscard]] constexpr bool writes_reserved_entry(const path& at) const noexcept {
    return writes() && names_reserved_entry(at);
  }

  /// Whether the requester can read every instance of an Object without a look at ACLs: Object 2
  /// (F3), or any Object where A2 or A8 applies.
  [[nodiscard]] constexpr bool reads_all(object_id object) const noexcept {
    return object == objects::access_control || granted_to_all(policy_) != determined_by::nothing;
  }

  /// For an Object that is not readable as a whole: whether this instance is readable (D9).
  [[nodiscard]] constexpr bool reads(object_id object, object_instance_id instance) const noexcept {
    return governed_right(policy_, server_, {object, instance}).rights.has(right::read);
  }

  /// The decision that follows from a finding; `where` is the path that did not pass.
  [[nodiscard]] constexpr decision decide(finding found, const path& where) const noexcept {
    const std::uint32_t generation = policy_.generation();
    if (found.allowed())
      return decision::taken(asked_.is.is_own_act() ? verdict::send : verdict::allowed,
                             asked_.success, found, path{}, generation);
    if (asked_.is.is_own_act()) [[unlikely]]
      return refuse_act(found, where);
    return decision::taken(verdict::denied, facts_of(found.why()).code, found, where, generation);
  }

 private:
  [[nodiscard]] constexpr const edition& rules() const noexcept { return policy_.rules(); }

  [[nodiscard]] constexpr bool names_list(const path& target) const noexcept {
    return is_any && (asked_.is.lists() || (asked_.is.may_list() && target.is_none()));
  }
  [[nodiscard]] constexpr bool writes_list() const noexcept {
    return is_any && asked_.is.lists() && writes();
  }

  /// F5: what no Server may do to Object 2.
  [[nodiscard]] constexpr bool is_made_by_client_only(const path& at) const noexcept {
    return creates() || (is(operation::delete_) && level_of(at) == level::object_instance);
  }

  /// The verdict when an act of the Client's own is refused (H2, H5).
  [[nodiscard]] constexpr decision refuse_act(finding found, const path& where) const noexcept {
    const step failed = facts_of(found.why()).step;
    const bool is_gone = failed == step::existence || failed == step::resource;
    if (notifies() && is_gone)
      return decision::taken(verdict::gone, coap::not_found, found, where, policy_.generation());
    const bool cancels = notifies() && rules().refused_notify_cancels;
    return decision::taken(cancels ? verdict::cancel : verdict::suppress, coap::none, found, where,
                           policy_.generation());
  }

  const Policy& policy_;
  const operation_facts& asked_;  // a row of the table
  short_server_id server_;
};

}  // namespace lwm2m::access::inline v0::detail

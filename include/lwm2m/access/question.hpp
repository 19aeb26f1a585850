#pragma once

#include <lwm2m/access/access_right.hpp>
#include <lwm2m/access/client_object.hpp>
#include <lwm2m/access/operation.hpp>
#include <lwm2m/access/request.hpp>

namespace lwm2m::access::inline v0::detail {

/// Who asks for which operation under which policy, whatever the path is. Each function is one
/// condition that the checks of section C turn on, for the path given.
template <policy_source Policy>
class question {
 public:
  constexpr question(const Policy& policy, requester who, operation op) noexcept
      : policy_{policy},
        asked_{facts_of(op)},
        server_{who.server()},
        is_bootstrap_{who.is_bootstrap()} {}

  [[nodiscard]] constexpr const Policy& policy() const noexcept { return policy_; }
  [[nodiscard]] constexpr const operation_facts& asked() const noexcept { return asked_; }
  [[nodiscard]] constexpr bool is_of_server() const noexcept { return server_.is_valid(); }
  [[nodiscard]] constexpr bool is(operation op) const noexcept { return asked_.op == op; }

  [[nodiscard]] constexpr bool writes() const noexcept { return asked_.writes(); }
  [[nodiscard]] constexpr bool creates() const noexcept {
    return asked_.by == addressing::new_instance;
  }
  [[nodiscard]] constexpr bool notifies() const noexcept {
    return asked_.by == addressing::observed;
  }

  /// Notify and Send are the Client's own acts: they are done or not, and answer nothing.
  [[nodiscard]] constexpr bool is_own_act() const noexcept {
    return asked_.by > addressing::one_path && asked_.success == coap::none;
  }

  /// Whether a request is as most are: for a Server, of an Object that says nothing of Servers, and
  /// settled by its one path. It lists no paths, and is not looked at as a whole, as what a Create
  /// makes (D7, D8) and what a Notify of an Object shows (H3).
  [[nodiscard]] constexpr bool is_plain(const path& at) const noexcept {
    const bool is_settled =
        asked_.by == addressing::one_path || (notifies() && level::object < at.level());
    return is_settled && is_of_server() && objects::access_control < at.object();
  }

  /// Read, Observe, Notify, Discover and their composites show something; the others do not.
  [[nodiscard]] constexpr bool shows() const noexcept {
    return is_own_act() || (asked_.success == coap::content && !is(operation::cancel_observation));
  }

  /// A composite operation, Send, or the Notify of an Observe-Composite, which has no Uri-Path: a
  /// list of paths. Folds to "no" in an edition that has none.
  [[nodiscard]] constexpr bool is_composite(const path& target) const noexcept {
    return rules().has_composites && names_list(target);
  }

  /// Why a list that comes to nothing is refused: no path at all, or none that stays (E1, E3).
  [[nodiscard]] constexpr reason nothing_listed() const noexcept {
    return writes() ? reason::path_missing : reason::nothing_readable;
  }

  /// C1: Object 0, and where the edition has OSCORE, Object 21. Bootstrap may (A9).
  [[nodiscard]] constexpr bool is_restricted(const path& at) const noexcept {
    if (is_bootstrap_) return false;
    return at.object() == objects::security ||
           (at.object() == objects::oscore && rules().oscore_is_restricted);
  }

  /// E2: a Write-Composite names Resources and Resource Instances.
  [[nodiscard]] constexpr bool is_too_short(const path& at) const noexcept {
    return asked_.by == addressing::composite_write && rules().has_composites &&
           at.level() < level::resource;
  }

  /// Who may ask at all: C2, A9, and the operations that the edition has (section B).
  [[nodiscard]] constexpr finding check_requester(const path& target) const noexcept {
    if (!is_bootstrap_ && !policy_.has_account(server_))
      return {reason::no_account, determined_by::no_account};
    if (!rules().is_valid()) [[unlikely]]
      return {reason::edition_unknown};
    if (asked_.by == addressing::undefined || (names_list(target) && !rules().has_composites))
      return {reason::operation_unknown};
    if (is_bootstrap_ && !is_for_bootstrap(target)) return {reason::not_for_bootstrap};
    return {reason::allowed};
  }

  /// What becomes of an act of the Client's own that is refused (H2).
  [[nodiscard]] constexpr verdict refused_act() const noexcept {
    return notifies() && rules().refused_notify_cancels ? verdict::cancel : verdict::suppress;
  }

  /// Section F governs Object 2.
  [[nodiscard]] static constexpr bool manages(const path& at) noexcept {
    return at.object() == objects::access_control;
  }

  /// C3: the instance is asked for, and not there. A Create asks for the Object only.
  template <object_source Objects>
  [[nodiscard]] constexpr bool misses_instance(const client_object<Policy, Objects>& object,
                                               const path& at) const noexcept {
    return at.level() > level::object && !creates() && !object.has_instance(at.object_instance());
  }

  /// C4 on an Object.
  [[nodiscard]] constexpr bool applies_to_object(const path& at) const noexcept {
    return at.level() != level::object || asked_.applies.has(level::object);
  }

  /// C4: the operation applies at the level of the path.
  [[nodiscard]] constexpr bool applies_to(const path& at,
                                          resource_definition resource) const noexcept {
    if (creates() && at.level() == level::object_instance) return rules().creates_on_instance;
    if (is(operation::delete_) && at.level() == level::resource_instance)
      return rules().deletes_resource_instances && resource.supports(operation_rows::writable);
    return asked_.applies.has(at.level());
  }

  /// The right for a path: section A, or for Object 2 section F, where ownership stands in for it.
  [[nodiscard]] constexpr obtained_right right_for(const path& at) const noexcept {
    if (is_bootstrap_) return {full_rights, determined_by::from_bootstrap};  // A9
    if (asked_.needs == access_rights{} || (at.level() == level::object && !creates()))
      return {full_rights, determined_by::nothing};  // B
    if (!manages(at)) return access_right_of_account(policy_, server_, governing(at));
    const auto managed = policy_.find_id(at.object_instance());
    if (managed && managed.owner().is(server_)) return {owner_rights, determined_by::owner};
    return {access_rights::of(right::read), determined_by::any_account};  // F3
  }

  /// C5; F1, F2 and F5 on Object 2, whose instances no Server creates or deletes.
  [[nodiscard]] constexpr reason check_right(const path& at, access_rights granted) const noexcept {
    if (manages(at) && is_kept(at)) return reason::kept_by_the_client;
    if (granted.has_all(asked_.needs)) return reason::allowed;
    return manages(at) ? reason::not_the_owner : reason::access_right_missing;
  }

  /// The Resource that is asked for; empty when it is not there, or none is asked for.
  template <object_source Objects>
  [[nodiscard]] constexpr resource_definition resource_in(
      const client_object<Policy, Objects>& object, const path& at) const noexcept {
    if (creates() || at.level() < level::resource) return {};
    return object.resource_of(at);
  }

  /// C6: it is asked for, and not there.
  [[nodiscard]] constexpr bool misses_resource(resource_definition resource,
                                               const path& at) const noexcept {
    return at.level() >= level::resource && !resource && !creates();
  }

  /// C6. A Write makes the ACL entry that is not there (F6).
  template <object_source Objects>
  [[nodiscard]] constexpr bool misses_resource_instance(
      const client_object<Policy, Objects>& object, resource_definition resource,
      const path& at) const noexcept {
    if (at.level() < level::resource_instance || creates()) return false;
    if (!resource.is_multiple()) return true;
    return !(manages(at) && writes()) && !object.has_resource_instance(at);
  }

  /// D4: the Device instance is never deleted.
  [[nodiscard]] constexpr bool deletes_device(const path& at) const noexcept {
    return is(operation::delete_) && rules().keeps_device_instance &&
           at.level() == level::object_instance && at.object() == objects::device &&
           at.object_instance().value() == 0;
  }

  /// C7: the Access Type of a Resource.
  [[nodiscard]] constexpr bool is_supported(const path& at,
                                            resource_definition resource) const noexcept {
    return at.level() < level::resource || resource.supports(asked_.supported_by) ||
           is_exempt_from_access_type();
  }

  /// D2, D6: a conveyed Resource that fails the request. One that the Object does not define is
  /// ignored.
  [[nodiscard]] constexpr bool refuses_conveyed(resource_definition resource) const noexcept {
    const bool is_checked =
        creates() ? rules().create_refuses_read_only : writes() && !is_exempt_from_access_type();
    return is_checked && resource && !resource.supports(operation_rows::writable);
  }

  /// Why C7 refuses: a Write on Object 2 meets F4.
  [[nodiscard]] constexpr reason unsupported(const path& at) const noexcept {
    return writes() && manages(at) ? reason::access_control_read_only
                                   : reason::operation_not_supported;
  }

  /// F6: the ACL entry that no Server can have.
  [[nodiscard]] constexpr bool writes_reserved_entry(const path& at) const noexcept {
    return manages(at) && writes() && at.level() == level::resource_instance &&
           at.resource() == access_control_resources::acl && !at.resource_instance().is_valid();
  }

  /// Whether every instance of an Object that exists can be read by a requester of whom all else is
  /// known: of Object 2 by anybody (F3), of any by Bootstrap (A9) or where a door is open (A2, A8).
  [[nodiscard]] constexpr bool reads_all(object_id object) const noexcept {
    return object == objects::access_control || is_bootstrap_ ||
           open_door(policy_) != determined_by::nothing;
  }

  /// Of an Object of which not all can be read: whether this instance can (D9).
  [[nodiscard]] constexpr bool reads(object_id object, object_instance_id instance) const noexcept {
    return governed_right(policy_, server_, {object, instance}).rights.has(right::read);
  }

  /// The decision that follows from what was found; `where` is the path that did not pass.
  [[nodiscard]] constexpr decision decide(finding found, const path& where) const noexcept {
    const std::uint32_t generation = policy_.generation();
    if (found.allowed())
      return decision::taken(is_own_act() ? verdict::send : verdict::allowed, asked_.success, found,
                             path{}, generation);
    return decision::taken(is_own_act() ? refused_act() : verdict::denied,
                           is_own_act() ? coap::none : facts_of(found.why()).code, found, where,
                           generation);
  }

 private:
  [[nodiscard]] constexpr const edition& rules() const noexcept { return policy_.rules(); }

  [[nodiscard]] constexpr bool names_list(const path& target) const noexcept {
    return asked_.lists_paths() || (notifies() && target.is_none());
  }

  /// F5: what no Server does to Object 2.
  [[nodiscard]] constexpr bool is_kept(const path& at) const noexcept {
    return !is_bootstrap_ &&
           (creates() || (is(operation::delete_) && at.level() == level::object_instance));
  }

  /// A9: what Bootstrap does without C1, C2 and C5.
  [[nodiscard]] constexpr bool is_for_bootstrap(const path& at) const noexcept {
    if (asked_.for_bootstrap != bootstrap_use::on_some_objects)
      return asked_.for_bootstrap == bootstrap_use::performed;
    return (rules().bootstrap_reads_access_control && manages(at)) ||
           (rules().bootstrap_reads_servers && at.object() == objects::server);
  }

  /// A9: what Bootstrap does without C7.
  [[nodiscard]] constexpr bool is_exempt_from_access_type() const noexcept {
    return is_bootstrap_ && asked_.for_bootstrap == bootstrap_use::performed;
  }

  /// Whose access control decides: that of the instance, or (A10, D5) the Object-level one.
  [[nodiscard]] constexpr access_control_target governing(const path& at) const noexcept {
    const bool by_object =
        creates() && !(rules().creates_on_instance && at.level() > level::object);
    return by_object ? access_control_target{at.object()}
                     : access_control_target{at.object(), at.object_instance()};
  }

  const Policy& policy_;
  operation_facts asked_;
  short_server_id server_;
  bool is_bootstrap_;
};

}  // namespace lwm2m::access::inline v0::detail

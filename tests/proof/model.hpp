#pragma once

// Sections A, B, C and K (and of F what they need) for one path, once more: as a formula. Written
// over an algebra of numbers and truths, it is printed for a solver (symbolic.hpp), and it is
// computed and compared with the engine (concrete.hpp). The tables are the engine's own; that they
// hold what the rules say is proved of them in tables.smt2.
//
// A world says what a policy, its edition and the objects are. It has `number`, `truth`, and:
//   rules().x                       the switches of the edition
//   account(s), only_account(), disabled()
//   room(entries)                   for an Access Control Object Instance with so many entries
//   governed(o, i), owner(o, i), present(o, i, id), right(o, i, id)     by target
//   managed(n), managed_owner(n), managed_present(n, id)                by Object 2 instance
//   object(o), single(o), occupied(o), must_convey(o), instance(o, i), kept(o, i)
//   lowest_free(o), filled(o)       the instance ID that is free, and whether none is
//   defined(o, r), type(o, r), multiple(o, r), resource(o, i, r), resource_instance(o, i, r, n)
//   needs(op), supported_by(op), traits(op), applies(op, level), for_bootstrap(op, level)
//   includes(all, wanted), choose(when, then, otherwise)

#include <lwm2m/access.hpp>

namespace proof {

namespace lac = lwm2m::access;
using lac::reason;

constexpr unsigned number_of(auto value) { return static_cast<unsigned>(value); }

/// Who asks for what, about one path.
template <class World>
struct question {
  typename World::truth bootstrap;
  typename World::number server, op, level, o, i, r, n;
};

template <class World>
class formula {
 public:
  using number = typename World::number;
  using truth = typename World::truth;

  formula(const World& world, const question<World>& asked) : w{world}, q{asked} {}

  /// The reason: by section C for a Server, by section K for the Bootstrap interface.
  number check() const { return ite(q.bootstrap, check_bootstrap(), check_server()); }

  /// Section A: the right of the Server for the target (o, i), which may be an Object-level one.
  number right_of(const truth& object_level) const {
    const number i = ite(object_level, number{65535}, q.i);
    const number nobody{0}, none{0}, full{lac::full_rights.raw()};
    const truth is_target = object_level || !(q.i == number{65535});
    number found = ite(w.present(q.o, i, nobody), w.right(q.o, i, nobody), none);  // A5, A6
    found = ite(w.rules().owner_has_full_right && w.owner(q.o, i) == q.server,
                number{lac::owner_rights.raw()}, found);                         // A4
    found = ite(object_level, none, found);                                      // A10
    found = ite(w.present(q.o, i, q.server), w.right(q.o, i, q.server), found);  // A3
    found = ite(is_target && w.governed(q.o, i), found, none);                   // A7
    found = ite(is_door_open(), full, found);                                    // A2, A8
    return ite(has_account(), found, none);                                      // A1
  }

 private:
  /// Section C.
  number check_server() const {
    using enum reason;
    number found = ite(is_op(lac::operation::create), check_creation(), number{allowed});
    found = ite(writes_reserved_entry(), entry_id_reserved, found);  // F6
    found = ite(!is_supported(),
                ite(writes() && manages(), access_control_read_only, operation_not_supported),
                found);                                                         // C7, F4
    found = ite(deletes_device(), device_instance_is_kept, found);              // D4
    found = ite(!applies(), operation_not_on_this_level, found);                // C4
    found = ite(!has_resource_instance(), resource_instance_not_found, found);  // C6
    found = ite(!has_resource(), resource_not_found, found);                    // C6
    found = ite(!has_right(), ite(manages(), not_the_owner, access_right_missing), found);  // C5
    found = ite(is_made_by_client(), kept_by_the_client, found);                            // F5
    found = ite(at(lac::level::object) && !w.applies(q.op, q.level), operation_not_on_object,
                found);                                                                 // C4
    found = ite(!has_instance(), object_instance_not_found, found);                     // C3
    found = ite(!has_object(), object_not_found, found);                                // C3
    found = ite(at(lac::level::root), path_is_root, found);                             // C4
    found = ite(at(lac::level::none), ite(ends_list(), allowed, path_missing), found);  // B
    found = ite(is_too_short(), composite_path_too_short, found);                       // E2
    found = ite(is_unknown(), operation_unknown, found);                                // B
    found = ite(!has_account(), no_account, found);                                     // C2
    return ite(is_restricted(), object_is_restricted, found);                           // C1
  }

  /// Section K, in the order of K5.
  number check_bootstrap() const {
    using enum reason;
    const truth in_instance = from(lac::level::object_instance);
    number found = number{allowed};
    found = ite(writes() && in_instance && !manages() && w.single(q.o) && !(q.i == number{0}),
                object_instance_id_not_zero, found);  // K1
    found = ite(writes() && in_instance && q.i == number{65535}, object_instance_id_reserved,
                found);                                                                   // K1
    found = ite(from(lac::level::resource) && !is_defined(), resource_not_found, found);  // C6
    found = ite(deletes() && !manages() && w.kept(q.o, q.i), instance_is_kept, found);    // K2
    found = ite(deletes_device(), device_instance_is_kept, found);                        // D4, K2
    found = ite(at(lac::level::object_instance) && !writes() && !is_there(),
                object_instance_not_found, found);  // C3
    found = ite(!has_object(), object_not_found, found);
    found = ite(at(lac::level::root), allowed, found);          // K2, K3
    return ite(!is_for_bootstrap(), not_for_bootstrap, found);  // K5
  }

  // --- who, and what for

  truth is_door_open() const {
    return w.only_account() || (w.rules().may_be_disabled && w.disabled());
  }

  truth has_account() const {
    return !(q.server == number{0}) && !(q.server == number{65535}) && w.account(q.server);
  }
  truth is_op(lac::operation op) const { return q.op == number{op}; }
  truth at(lac::level level) const { return q.level == number{level}; }
  truth below(lac::level level) const {
    truth found = at(level);
    for (unsigned each = 0; each < number_of(level); ++each)
      found = found || q.level == number{each};
    return !found;
  }
  truth from(lac::level level) const { return at(level) || below(level); }
  truth manages() const { return q.o == number{lac::objects::access_control.value()}; }
  truth is(std::uint8_t trait) const { return World::includes(w.traits(q.op), number{trait}); }
  truth writes() const { return is(lac::operation_traits::write); }
  truth lists() const { return is(lac::operation_traits::list); }
  truth writes_list() const { return writes() && lists(); }
  truth deletes() const {
    return is_op(lac::operation::delete_) && at(lac::level::object_instance);
  }
  /// A list of paths, without a Uri-Path: the end of an Observe-Composite is.
  truth ends_list() const {
    return is_op(lac::operation::cancel_observation) && at(lac::level::none);
  }
  truth is_restricted() const {
    const truth looks = w.rules().has_composites || !lists();
    return looks &&
           (q.o == number{lac::objects::security.value()} ||
            (w.rules().oscore_is_restricted && q.o == number{lac::objects::oscore.value()}));
  }
  truth is_too_short() const {
    return w.rules().has_composites && writes_list() && !from(lac::level::resource);
  }
  truth is_unknown() const {
    return is(lac::operation_traits::undefined) ||
           ((lists() || ends_list()) && !w.rules().has_composites);
  }
  truth is_for_bootstrap() const {
    const truth is_named =
        (w.rules().bootstrap_reads_access_control && manages()) ||
        (w.rules().bootstrap_reads_servers && q.o == number{lac::objects::server.value()});
    return w.for_bootstrap(q.op, q.level) && (!is_op(lac::operation::read) || is_named);
  }

  // --- what there is

  truth has_object() const { return manages() || w.object(q.o); }
  truth is_there() const {
    return ite(manages(), w.managed(q.i), !(q.i == number{65535}) && w.instance(q.o, q.i));
  }
  truth has_instance() const {
    return is_op(lac::operation::create) || !from(lac::level::object_instance) || is_there();
  }
  truth is_defined() const {
    return ite(manages(),
               q.r == number{0} || q.r == number{1} || q.r == number{2} || q.r == number{3},
               w.defined(q.o, q.r));
  }
  /// E2: a Write-Composite makes what the Object defines and is not there.
  truth has_resource() const {
    const truth there = is_defined() && (manages() || writes_list() || w.resource(q.o, q.i, q.r));
    return is_op(lac::operation::create) || !from(lac::level::resource) || there;
  }
  truth has_resource_instance() const {
    const truth entry = q.r == number{2} && (writes() || w.managed_present(q.i, q.n));
    const truth there =
        w.multiple(q.o, q.r) && (writes_list() || w.resource_instance(q.o, q.i, q.r, q.n));
    return is_op(lac::operation::create) || !at(lac::level::resource_instance) ||
           ite(manages(), entry, there);
  }
  /// The Access Type of the Resource. Of Object 2: 0 and 1 are read-only.
  number type() const {
    const truth read_only = q.r == number{0} || q.r == number{1};
    return ite(manages(), ite(read_only, number{0x80}, number{0xC0}), w.type(q.o, q.r));
  }
  truth supports(const number& needed) const { return World::includes(type(), needed); }

  // --- the right

  truth has_right() const {
    const truth by_object = is_op(lac::operation::create) &&
                            !(w.rules().creates_on_instance && below(lac::level::object));
    const truth asks_none =
        w.needs(q.op) == number{0} || (at(lac::level::object) && !is_op(lac::operation::create));
    const truth owned = w.managed(q.i) && w.managed_owner(q.i) == q.server && has_account();
    const number managed = ite(owned, number{lac::owner_rights.raw()}, number{1});
    const number granted = ite(manages(), managed, right_of(by_object));
    return asks_none || World::includes(granted, w.needs(q.op));
  }
  truth is_made_by_client() const {
    return manages() && (is_op(lac::operation::create) || deletes());
  }

  // --- whether it applies

  truth applies() const {
    const truth creates = is_op(lac::operation::create) && at(lac::level::object_instance);
    const truth deletes_one = is_op(lac::operation::delete_) && at(lac::level::resource_instance);
    const number writable{lac::access_type::of(lac::resource_operation::write).raw()};
    return ite(creates, w.rules().creates_on_instance,
               ite(deletes_one, w.rules().deletes_resource_instances && supports(writable),
                   w.applies(q.op, q.level)));
  }
  truth deletes_device() const {
    return w.rules().keeps_device_instance && deletes() &&
           q.o == number{lac::objects::device.value()} && q.i == number{0};
  }
  truth is_supported() const {
    return !from(lac::level::resource) || supports(w.supported_by(q.op));
  }
  truth writes_reserved_entry() const {
    return writes() && manages() && at(lac::level::resource_instance) && q.r == number{2} &&
           q.n == number{65535};
  }
  /// C8 and C10 of a Create without a payload.
  number check_creation() const {
    using enum reason;
    const truth is_named = from(lac::level::object_instance);
    const number made = ite(is_named, q.i, w.lowest_free(q.o));
    const number entries = ite(w.rules().creator_gets_entry, number{1}, number{0});
    const truth is_taken = is_named && !(q.i == number{65535}) && w.instance(q.o, q.i);
    number found = ite(is_door_open() || w.governed(q.o, made) || w.room(entries), allowed,
                       no_room);                                                   // C10
    found = ite(w.filled(q.o), no_room, found);                                    // C10
    found = ite(w.single(q.o) && w.occupied(q.o), object_instance_exists, found);  // D8
    found = ite(is_named && w.single(q.o) && !(q.i == number{0}), object_instance_id_not_zero,
                found);                                                                 // D8
    found = ite(is_named && q.i == number{65535}, object_instance_id_reserved, found);  // D8
    found = ite(is_taken, object_instance_exists, found);                               // D8
    return ite(w.must_convey(q.o), mandatory_resource_missing, found);                  // D7
  }

  static number ite(const truth& when, reason then, const number& otherwise) {
    return World::choose(when, number{then}, otherwise);
  }
  static number ite(const truth& when, reason then, reason otherwise) {
    return World::choose(when, number{then}, number{otherwise});
  }
  template <class Value>
  static Value ite(const truth& when, const Value& then, const Value& otherwise) {
    return World::choose(when, then, otherwise);
  }

  const World& w;
  const question<World>& q;
};

}  // namespace proof

#pragma once

#include <lwm2m/access/inlining.hpp>
#include <lwm2m/access/question.hpp>

#include <cstddef>

// Section E: the outcome of a list of paths, and what of an Object can be read.

namespace lwm2m::access::inline v0::detail {

template <policy_source Policy, request_shape Shape, object_source Objects>
constexpr reason check_resource(const question<Policy, Shape>& q,
                                const client_object<Policy, Objects>& object, const path& at,
                                value_kind conveyed) noexcept;  // authorize.hpp

/// A path and its index in the source; the path `is_none()` at the end.
struct numbered_path {
  std::size_t k;
  path at;
};

/// The instances of an Object, read from it one by one.
template <object_handle Object>
struct asked_instances {
  Object object;
  std::size_t count;

  [[nodiscard]] constexpr std::size_t size() const noexcept { return count; }
  [[nodiscard]] constexpr object_instance_id operator[](std::size_t k) const noexcept {
    return object.instance(k);
  }
};

/// All `count` instances of an Object, or an empty range for 0; as an array where the Object can
/// give one.
template <object_handle Object>
constexpr auto instances_of(const Object& object, std::size_t count) noexcept {
  if constexpr (requires {
                  { object.instances() } -> derived_from<view<object_instance_id>>;
                })
    return count != 0 ? object.instances() : decltype(object.instances()){};
  else
    return asked_instances<Object>{object, count};
}

/// For an Object that is not readable as a whole: the first readable instance from the `k`-th on.
template <policy_source Policy, class Instances>
constexpr numbered_path next_readable(const question<Policy>& q, object_id id,
                                      const Instances& instances, std::size_t k) noexcept {
  for (; k < instances.size(); ++k) {
    const object_instance_id one = instances[k];
    if (q.reads(id, one)) [[likely]]
      return {k, path{id, one}};
  }
  return {k, path{}};
}

/// What exists at a path, or below or above it, and what of it the requester can read (E1).
struct readability {
  bool is_involved = false;  ///< an Object Instance
  bool is_readable = false;  ///< the requester has R on one
  bool stays = false;        ///< something of the path can be read

  constexpr void add(const readability& more) noexcept {
    is_involved = is_involved || more.is_involved;
    is_readable = is_readable || more.is_readable;
    stays = stays || more.stays;
  }
};

/// The same for an Object, which stays when an instance of it can be read (D9, E1, H3).
template <policy_source Policy, object_source Objects>
constexpr readability readability_of_object(const question<Policy>& q, const Objects& objects,
                                            object_id id) noexcept {
  const client_object object{q.policy(), objects, id};
  const std::size_t count = object ? object.instance_count() : 0;
  if (count == 0) return {};
  const bool is_readable =
      q.reads_all(id) ||
      !next_readable(q, id, instances_of(object.described(), count), 0).at.is_none();
  return {true, is_readable, is_readable};
}

/// The same for `/`: every Object but the restricted ones, Object 2 included (E1).
template <policy_source Policy, object_source Objects>
constexpr readability readability_of_all(const question<Policy>& q,
                                         const Objects& objects) noexcept {
  readability all = readability_of_object(q, objects, access::objects::access_control);
  for (std::size_t k = 0; k < objects.object_count() && !all.stays; ++k)
    if (!q.is_restricted(objects.object(k)))
      all.add(readability_of_object(q, objects, objects.object(k)));
  return all;
}

/// The same for an Object Instance, or something below one.
template <policy_source Policy, object_source Objects>
constexpr readability readability_of_instance(const question<Policy>& q, const Objects& objects,
                                              const path& at) noexcept {
  const client_object object{q.policy(), objects, at.object()};
  if (!object || !object.has_instance(at.object_instance())) return {};
  const bool is_readable = q.reads_all(at.object()) || q.reads(at.object(), at.object_instance());
  return {true, is_readable,
          is_readable && check_resource(q, object, at, value_kind::integer) == reason::allowed};
}

/// The same for any path. A restricted Object that a path names is involved, and cannot be read
/// (E1).
template <policy_source Policy, object_source Objects>
LWM2M_ACCESS_NOINLINE constexpr readability readability_of(const question<Policy>& q,
                                                           const Objects& objects,
                                                           const path& at) noexcept {
  if (at.level() == level::none) return {};
  if (at.level() == level::root) return readability_of_all(q, objects);
  if (q.is_restricted(at.object())) return {true, false, false};
  return at.level() == level::object ? readability_of_object(q, objects, at.object())
                                     : readability_of_instance(q, objects, at);
}

/// The outcome of a list of paths so far.
class list_of_paths {
 public:
  constexpr void add(const path& named, const readability& more) noexcept {
    names_any_ = names_any_ || !named.is_none();
    all_.add(more);
  }

  /// Whether no further path changes the outcome.
  [[nodiscard]] constexpr bool is_settled(operation_traits of) const noexcept {
    return of.is_own_act() ? all_.stays : all_.is_readable;
  }

  /// Why the list is refused as a whole; `allowed` when it is not. A Read-Composite shows what it
  /// can unless an instance is involved and none can be read (E1); a Send or Notify of which
  /// nothing stays is not sent (E3). A Write-Composite names a path at least (E2), and so does each
  /// of the others; that of a Cancel Observation is not looked at (section B).
  [[nodiscard]] constexpr reason outcome(operation_traits of) const noexcept {
    if (!of.shows() && !of.writes()) return reason::allowed;
    if (!names_any_) return reason::path_missing;
    if (of.writes()) return reason::allowed;
    if (of.is_own_act()) return all_.stays ? reason::allowed : reason::nothing_readable;
    return all_.is_involved && !all_.is_readable ? reason::no_right_on_any_instance
                                                 : reason::allowed;
  }

 private:
  readability all_{};
  bool names_any_ = false;
};

}  // namespace lwm2m::access::inline v0::detail

#pragma once

#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/path_range.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

namespace detail {

/// The paths that a request could show, and which of them stay.
template <policy_source Policy, object_source Objects>
class visible_paths {
 public:
  using cursor = std::size_t;

  constexpr visible_paths(const Policy& policy, const Objects& objects,
                          const request& asked) noexcept
      : question_{policy, asked.who.server(), asked.op},
        objects_{objects},
        object_{policy, objects, asked.target.object()},
        listed_{asked.payload},
        target_{asked.target},
        is_bootstrap_{asked.who.is_bootstrap()},
        shows_{authorize(policy, objects, asked).allowed() ? shown_by() : nothing},
        size_{count()} {}

  /// The first path from the cursor on that stays; no path at the end.
  [[nodiscard]] constexpr walked<cursor> next(cursor k) const noexcept {
    if (shows_ != readable_instances) return next_of_others(k);
    LWM2M_ACCESS_ASSUME(question_.is_of_server());
    const auto [at, found] = next_readable(question_, target_.object(), readable_, k);  // D9, H3
    return {found, at + 1};
  }

 private:
  enum what : std::uint8_t {
    nothing,
    listed,
    instances,
    readable_instances,
    instances_of_all,
    resources,
    itself
  };

  [[nodiscard]] constexpr what shown_by() const noexcept {
    if (!question_.asked().is.shows()) return nothing;
    if (is_bootstrap_ && question_.is(operation::discover)) return instances_of_all;  // K3
    if (question_.is_list(target_)) return listed;
    if (target_.level() == level::object_instance) return resources;
    if (target_.level() != level::object) return itself;
    return shows_all() ? instances : readable_instances;
  }

  [[nodiscard]] constexpr std::size_t count() const noexcept {
    switch (shows_) {
      case listed:
        return listed_.size();
      case instances:
      case readable_instances:
        return object_.instance_count();
      case resources:
        return object_.definition_count();
      case instances_of_all:
        return target_.level() == level::root ? objects_.object_count() + 1 : 1;
      default:
        return shows_ == itself ? 1 : 0;
    }
  }

  /// Discover lists all, unfiltered; so does what Bootstrap reads (K4).
  [[nodiscard]] constexpr bool shows_all() const noexcept {
    return is_bootstrap_ || question_.is(operation::discover) ||
           question_.reads_all(target_.object());
  }

  LWM2M_ACCESS_NOINLINE [[nodiscard]] constexpr walked<cursor> next_of_others(
      cursor k) const noexcept {
    if (shows_ == instances_of_all) return next_of_all(k);
    for (; k < size_; ++k)
      if (const path found = one_of_others(k); !found.is_none()) return {found, k + 1};
    return {{}, k};
  }

  [[nodiscard]] constexpr path one_of_others(std::size_t k) const noexcept {
    if (shows_ == instances) return path{target_.object(), object_.instance(k)};
    if (shows_ == resources) return resource(k);
    if (shows_ == itself) return target_;
    return readability_of(question_, objects_, listed_[k]).stays ? listed_[k] : path{};
  }

  /// D1, H3.
  [[nodiscard]] constexpr path resource(std::size_t k) const noexcept {
    const object_instance_id in = target_.object_instance();
    const resource_definition one = object_.there(object_.definition_at(k), in);
    const bool stays = one && one.supports(question_.asked().supported_by);
    return stays ? path{target_.object(), in, one.id()} : path{};
  }

  /// K3: every instance of the Object, or of all Objects, Object 2 last; an Object without one as
  /// itself. The cursor has the index of the Object in its upper part, that of the instance in the
  /// lower.
  [[nodiscard]] constexpr walked<cursor> next_of_all(cursor k) const noexcept {
    constexpr cursor one_object = cursor{1} << 17;
    for (; k / one_object < size_; k = (k / one_object + 1) * one_object) {
      const object_id id = object_of_all(k / one_object);
      const client_object object{question_.policy(), objects_, id};
      const std::size_t i = k % one_object;
      if (object && i < object.instance_count()) return {path{id, object.instance(i)}, k + 1};
      if (object && i == 0) return {path{id}, k + 1};
    }
    return {{}, k};
  }
  [[nodiscard]] constexpr object_id object_of_all(std::size_t k) const noexcept {
    if (target_.level() != level::root) return target_.object();
    return k < objects_.object_count() ? objects_.object(k) : access::objects::access_control;
  }

  question<Policy> question_;
  const Objects& objects_;
  client_object<Policy, Objects> object_;
  view<path> listed_;
  path target_;
  bool is_bootstrap_;
  what shows_;
  std::size_t size_;
  decltype(instances_of(some<object_handle_of<Objects>>(), 0)) readable_{
      instances_of(object_.described(), shows_ == readable_instances ? size_ : 0)};
};

/// The type of `visible`. It borrows: a temporary policy or object model does not compile.
struct visible_function {
  template <policy_source Policy, object_source Objects>
  [[nodiscard]] constexpr auto operator()(const Policy& policy, const Objects& objects,
                                          const request& asked) const noexcept {
    return path_range<visible_paths<Policy, Objects>>(policy, objects, asked);
  }
  void operator()(const policy_source auto&&, const object_source auto&,
                  const request&) const = delete;
  void operator()(const policy_source auto&, const object_source auto&&,
                  const request&) const = delete;
  void operator()(const policy_source auto&&, const object_source auto&&,
                  const request&) const = delete;
};

}  // namespace detail

/// `visible(policy, objects, request)`: what stays visible of a Read, Observe, Notify, Discover,
/// composite or Send, a `path_range`: the instances of an Object, the Resources of an Object
/// Instance, the listed paths that stay; a Resource shows itself (D1, D9, D10, E1, E3, H3). Of
/// Bootstrap-Discover the Object Instances, and Objects without one (K3). Empty when the request is
/// refused or shows nothing. It changes nothing.
inline constexpr detail::visible_function visible{};

}  // namespace lwm2m::access::inline v0

#pragma once

#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/path_range.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

namespace detail {

/// The Resources and Resource Instances that may go out with the answer to a request, or with the
/// Client's own message: in the order of its paths, then of Objects, instances and definitions.
template <policy_source Policy, object_source Objects>
class readable_paths {
 public:
  /// The position of a walk: the path of the request, the Object of `/`, the instance, the
  /// Resource.
  struct cursor {
    std::size_t scope = 0, object = 0, instance = 0, resource = 0;
  };

  constexpr readable_paths(const Policy& policy, const Objects& objects,
                           const request& asked) noexcept
      : question_{policy, asked.who.server(), asked.op},
        objects_{objects},
        asked_{asked},
        sees_all_{asked.who.is_bootstrap() || asked.op == operation::discover},
        scopes_{authorize(policy, objects, asked).allowed() ? scope_count() : 0} {}

  /// The next one from the cursor on; no path at the end.
  [[nodiscard]] constexpr walked<cursor> next(cursor at) const noexcept {
    for (; at.scope < scopes_; at = {at.scope + 1})
      if (const path found = next_in(scope(at.scope), at); !found.is_none()) return {found, at};
    return {{}, at};
  }

  /// Whether a Resource or Resource Instance may go out.
  [[nodiscard]] constexpr bool shows(const path& leaf) const noexcept {
    if (leaf.level() < level::resource || !passes(leaf)) return false;
    for (std::size_t k = 0; k < scopes_; ++k)
      if (scope(k).contains(leaf)) return true;
    return false;
  }

 private:
  [[nodiscard]] constexpr bool is_list() const noexcept {
    return question_.is_list(asked_.target) && !asked_.who.is_bootstrap();
  }
  [[nodiscard]] constexpr std::size_t scope_count() const noexcept {
    const bool is_bare = asked_.who.is_bootstrap() && asked_.op == operation::discover;  // K3
    if (!question_.asked().is.shows() || is_bare) return 0;
    return is_list() ? asked_.payload.size() : 1;
  }
  [[nodiscard]] constexpr const path& scope(std::size_t k) const noexcept {
    return is_list() ? asked_.payload[k] : asked_.target;
  }

  [[nodiscard]] constexpr path next_in(const path& within, cursor& at) const noexcept {
    if (within.level() >= level::resource)
      return at.object++ == 0 && passes(within) ? within : path{};
    const bool is_root = within.level() == level::root;
    const std::size_t count = is_root ? objects_.object_count() + 1 : within.is_none() ? 0 : 1;
    for (; at.object < count; at = {at.scope, at.object + 1}) {
      const object_id id = is_root ? object_of_all(at.object) : within.object();
      if (const path found = next_of(id, within, at); !found.is_none()) return found;
    }
    return {};
  }

  [[nodiscard]] constexpr object_id object_of_all(std::size_t k) const noexcept {
    return k < objects_.object_count() ? objects_.object(k) : access::objects::access_control;
  }

  /// For one Object: all its instances, or the one that the path names.
  [[nodiscard]] constexpr path next_of(object_id id, const path& within,
                                       cursor& at) const noexcept {
    const client_object object{question_.policy(), objects_, id};
    if (!object || is_closed(id)) return {};
    const bool is_one = within.level() == level::object_instance;
    const std::size_t count = is_one ? 1 : object.instance_count();
    for (; at.instance < count; at = {at.scope, at.object, at.instance + 1}) {
      const object_instance_id in =
          is_one ? within.object_instance() : object.instance(at.instance);
      if (!object.has_instance(in) || !sees(id, in)) continue;
      while (at.resource < object.definition_count())
        if (const auto one = object.there(object.definition_at(at.resource++), in); supports(one))
          return {id, in, one.id()};
    }
    return {};
  }

  /// Whether a Resource or Resource Instance exists, supports Read, and the requester has the
  /// right.
  [[nodiscard]] constexpr bool passes(const path& leaf) const noexcept {
    const client_object object{question_.policy(), objects_, leaf.object()};
    if (!object || is_closed(leaf.object()) || !object.has_instance(leaf.object_instance()) ||
        !sees(leaf.object(), leaf.object_instance()))
      return false;
    const resource_definition one = object.resource_of(leaf);
    const bool is_there = leaf.level() == level::resource ||
                          (one.is_multiple() && object.has_resource_instance(leaf));
    return supports(one) && is_there;
  }

  [[nodiscard]] constexpr bool is_closed(object_id id) const noexcept {
    return !asked_.who.is_bootstrap() && question_.is_restricted(id);
  }
  [[nodiscard]] constexpr bool sees(object_id id, object_instance_id in) const noexcept {
    return sees_all_ || question_.reads_all(id) || question_.reads(id, in);
  }
  [[nodiscard]] constexpr bool supports(resource_definition one) const noexcept {
    return one && one.supports(question_.asked().supported_by);
  }

  question<Policy> question_;
  const Objects& objects_;
  request asked_;
  bool sees_all_;
  std::size_t scopes_;
};

/// The type of `readable`. It borrows: a temporary policy or object model does not compile.
struct readable_function {
  template <policy_source Policy, object_source Objects>
  [[nodiscard]] constexpr auto operator()(const Policy& policy, const Objects& objects,
                                          const request& asked) const noexcept {
    return path_range<readable_paths<Policy, Objects>>(policy, objects, asked);
  }
  void operator()(const policy_source auto&&, const object_source auto&,
                  const request&) const = delete;
  void operator()(const policy_source auto&, const object_source auto&&,
                  const request&) const = delete;
  void operator()(const policy_source auto&&, const object_source auto&&,
                  const request&) const = delete;
};

/// The type of `shows`.
struct shows_function {
  template <policy_source Policy, object_source Objects>
  [[nodiscard]] constexpr bool operator()(const Policy& policy, const Objects& objects,
                                          const request& asked, const path& leaf) const noexcept {
    return readable_paths<Policy, Objects>{policy, objects, asked}.shows(leaf);
  }
};

}  // namespace detail

/// `readable(policy, objects, request)`: every Resource that may go out with the answer, a
/// `path_range`, for each operation that shows something, `/` and lists of paths included: a stack
/// that serialises exactly these leaks nothing. For a request on a Resource Instance it is that
/// Resource Instance. Discover, which shows no values, lists every Resource. A path that the
/// request lists twice, or within another, is walked as often. It changes nothing.
inline constexpr detail::readable_function readable{};

/// `shows(policy, objects, request, leaf)`: whether a Resource or Resource Instance may go out: it
/// is one that `readable` gives, or an instance of one. For a stack that serialises first and
/// filters then. It changes nothing.
inline constexpr detail::shows_function shows{};

}  // namespace lwm2m::access::inline v0

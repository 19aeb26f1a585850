#pragma once

#include <lwm2m/access/authorize.hpp>
#include <lwm2m/access/path_range.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

namespace detail {

/// The Resources that a Write or Create was refused for, or that an allowed one ignores.
template <policy_source Policy, object_source Objects>
class affected_paths {
 public:
  using cursor = std::size_t;

  constexpr affected_paths(const Policy& policy, const Objects& objects, const request& asked,
                           view<assignment> values, const decision& taken) noexcept
      : policy_{policy},
        objects_{objects},
        asked_{asked},
        values_{values},
        names_{named_by(taken)} {}

  /// The next such path from the cursor on: of the target, then of the payload, then of the values;
  /// a path that `is_none()` at the end.
  [[nodiscard]] constexpr walked<cursor> next(cursor k) const noexcept {
    for (; names_ != nothing && k <= asked_.payload.size() + values_.size(); ++k)
      if (const path found = one(k); !found.is_none()) return {found, k + 1};
    return {{}, k};
  }

 private:
  enum what : std::uint8_t { nothing, unsupported, ignored };

  [[nodiscard]] constexpr what named_by(const decision& taken) const noexcept {
    const operation_traits is = facts_of(asked_.op).is;
    if (!is.writes() && !is.makes_instance()) return nothing;
    if (taken.allowed()) return ignored;
    const bool is_it = taken.reason() == reason::operation_not_supported ||
                       taken.reason() == reason::access_control_read_only;
    return is_it ? unsupported : nothing;
  }

  [[nodiscard]] constexpr path one(std::size_t k) const noexcept {
    const std::size_t paths = asked_.payload.size();
    const path& named = k == 0       ? asked_.target
                        : k <= paths ? asked_.payload[k - 1]
                                     : values_[k - 1 - paths].at;
    if (named.level() < level::resource) return {};
    const resource_definition resource = definition_of(policy_, objects_, named);
    const bool is_writable = resource.supports(operation_rows::writable);
    return (names_ == ignored ? is_ignored(resource) : resource && !is_writable) ? named : path{};
  }

  /// D2: what the Object does not define; D6: of a Create what cannot be written.
  [[nodiscard]] constexpr bool is_ignored(resource_definition resource) const noexcept {
    const bool is_made = facts_of(asked_.op).is.makes_instance();
    return !resource || (is_made && !resource.supports(operation_rows::writable));
  }

  const Policy& policy_;
  const Objects& objects_;
  request asked_;
  view<assignment> values_;
  what names_;
};

/// The type of `affected`. It borrows: a temporary policy or object model does not compile.
struct affected_function {
  template <policy_source Policy, object_source Objects>
  [[nodiscard]] constexpr auto operator()(const Policy& policy, const Objects& objects,
                                          const request& asked) const noexcept {
    return path_range<affected_paths<Policy, Objects>>(policy, objects, asked, view<assignment>{},
                                                       authorize(policy, objects, asked));
  }

  /// The same of a Write with what it conveys for Object 2. Needs begin.hpp.
  template <policy_source Policy, object_source Objects>
  [[nodiscard]] constexpr auto operator()(const Policy& policy, const Objects& objects,
                                          const request& asked,
                                          view<assignment> values) const noexcept {
    return path_range<affected_paths<Policy, Objects>>(policy, objects, asked, values,
                                                       authorize(policy, objects, asked, values));
  }
  void operator()(const policy_source auto&&, const object_source auto&,
                  const request&) const = delete;
  void operator()(const policy_source auto&, const object_source auto&&,
                  const request&) const = delete;
  void operator()(const policy_source auto&&, const object_source auto&&,
                  const request&) const = delete;
};

}  // namespace detail

/// `affected(policy, objects, request)`, a `path_range`: of a Write or Create that is refused
/// because Resources do not support Write, those Resources (C7, D2, D6, F4). Of an allowed one,
/// what it ignores, and the stack is to leave out: Resources that the Object does not define (D2,
/// K1), and those that a Create conveys and that do not support Write (D6). It changes nothing.
inline constexpr detail::affected_function affected{};

}  // namespace lwm2m::access::inline v0

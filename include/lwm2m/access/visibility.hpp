#pragma once

#include <lwm2m/access/authorize.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

namespace detail {

/// The first, from the `k`-th of `count` on, for which `path_at` gives a path.
template <class PathAt>
constexpr numbered_path first_path(const PathAt& path_at, std::size_t k,
                                   std::size_t count) noexcept {
  for (; k < count; ++k)
    if (const path found = path_at(k); !found.is_none()) return {k, found};
  return {k, path{}};
}

/// What a request could show, path by path, and which of it stays.
template <policy_source Policy, object_source Objects>
class visible_paths {
 public:
  constexpr visible_paths(const Policy& policy, const Objects& objects,
                          const request& asked) noexcept
      : question_{policy, asked.who, asked.op},
        objects_{objects},
        object_{policy, objects, asked.target.object()},
        listed_{asked.payload},
        target_{asked.target},
        shows_{authorize(policy, objects, asked).allowed() ? shown_by() : nothing},
        size_{count()} {}

  /// The first path, from the `k`-th on, that is not left out.
  [[nodiscard]] constexpr numbered_path next(std::size_t k) const noexcept {
    if (shows_ != readable_instances) return next_of_others(k);
    LWM2M_ACCESS_HOLDS(question_.is_of_server());
    return next_readable(question_, target_.object(), readable_, k);  // D9, H3
  }

 private:
  enum what : std::uint8_t { nothing, listed, instances, readable_instances, resources, itself };

  [[nodiscard]] constexpr what shown_by() const noexcept {
    if (!question_.shows()) return nothing;
    if (question_.is_composite(target_)) return listed;
    if (target_.level() == level::object_instance) return resources;
    if (target_.level() != level::object) return itself;
    if (shows_all()) return instances;
    return question_.is_of_server() ? readable_instances : nothing;
  }

  [[nodiscard]] constexpr std::size_t count() const noexcept {
    if (shows_ == listed) return listed_.size();
    if (shows_ == instances || shows_ == readable_instances) return object_.instance_count();
    if (shows_ == resources) return object_.definition_count();
    return shows_ == itself ? 1 : 0;
  }

  /// Discover lists all, unfiltered.
  [[nodiscard]] constexpr bool shows_all() const noexcept {
    return question_.is(operation::discover) || question_.reads_all(target_.object());
  }

  LWM2M_ACCESS_APART [[nodiscard]] constexpr numbered_path next_of_others(
      std::size_t k) const noexcept {
    return first_path([&](std::size_t n) { return one_of_others(n); }, k, size_);
  }

  [[nodiscard]] constexpr path one_of_others(std::size_t k) const noexcept {
    if (shows_ == instances) return path{target_.object(), object_.instance(k)};
    if (shows_ == resources) return resource(k);
    if (shows_ == itself) return target_;
    return stays(question_, objects_, listed_[k]) ? listed_[k] : path{};
  }

  /// D1, H3.
  [[nodiscard]] constexpr path resource(std::size_t k) const noexcept {
    const object_instance_id in = target_.object_instance();
    const resource_definition one = object_.there(object_.definition_at(k), in);
    const bool stays = one && one.supports(question_.asked().supported_by);
    return stays ? path{target_.object(), in, one.id()} : path{};
  }

  question<Policy> question_;
  const Objects& objects_;
  client_object<Policy, Objects> object_;
  view<path> listed_;
  path target_;
  what shows_;
  std::size_t size_;
  decltype(instances_of(some<object_handle_of<Objects>>(), 0)) readable_{
      instances_of(object_.described(), shows_ == readable_instances ? size_ : 0)};
};

/// The Resources that a Write or Create conveys and that do not support Write.
template <policy_source Policy, object_source Objects>
class affected_paths {
 public:
  constexpr affected_paths(const Policy& policy, const Objects& objects,
                           const request& asked) noexcept
      : policy_{policy},
        objects_{objects},
        asked_{asked},
        size_{is_refused_for_it(authorize(policy, objects, asked)) ? asked.payload.size() + 1 : 0} {
  }

  /// The first path, from the `k`-th of the target and what is conveyed on, that is not left out.
  [[nodiscard]] constexpr numbered_path next(std::size_t k) const noexcept {
    return first_path([&](std::size_t n) { return one(n); }, k, size_);
  }

 private:
  /// No path when its Resource supports Write, or is not there.
  [[nodiscard]] constexpr path one(std::size_t k) const noexcept {
    const path& named = k == 0 ? asked_.target : asked_.payload[k - 1];
    if (named.level() < level::resource) return {};
    const resource_definition resource = definition_of(policy_, objects_, named);
    return resource && !resource.supports(operation_rows::writable) ? named : path{};
  }

  [[nodiscard]] constexpr bool is_refused_for_it(const decision& taken) const noexcept {
    const question<Policy> q{policy_, asked_.who, asked_.op};
    return (q.writes() || q.creates()) && (taken.reason() == reason::operation_not_supported ||
                                           taken.reason() == reason::access_control_read_only);
  }

  const Policy& policy_;
  const Objects& objects_;
  request asked_;
  std::size_t size_;
};

}  // namespace detail

/// The paths of `Source` that are not left out, found while one walks along. It borrows what it
/// was made from: policy, object model and the request's list of paths must outlive it.
template <class Source>
class path_range {
 public:
  /// Where a walk ends.
  struct end_of_paths {};

  class iterator {
   public:
    constexpr explicit iterator(const Source& source) noexcept
        : source_{source}, found_{source.next(0)} {}
    [[nodiscard]] constexpr path operator*() const noexcept { return found_.at; }
    LWM2M_ACCESS_IN_ONE_PIECE constexpr iterator& operator++() noexcept {
      found_ = source_.next(found_.k + 1);
      return *this;
    }
    friend constexpr bool operator==(const iterator& at, end_of_paths) noexcept {
      return at.found_.at.is_none();
    }

   private:
    const Source& source_;
    detail::numbered_path found_;
  };

  template <policy_source Policy, object_source Objects>
  constexpr path_range(const Policy& policy, const Objects& objects, const request& asked) noexcept
      : source_{policy, objects, asked} {}

  [[nodiscard]] constexpr iterator begin() const noexcept { return iterator{source_}; }
  [[nodiscard]] constexpr end_of_paths end() const noexcept { return {}; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin() == end(); }

 private:
  Source source_;
};

/// What stays visible of a Read, Observe, Notify, Discover, composite or Send: the instances of an
/// Object, the Resources of an Object Instance, the listed paths that stay; a Resource shows
/// itself (D1, D9, D10, E1, E3, H3). Empty when the request is refused or shows nothing.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr auto visible(const Policy& policy, const Objects& objects,
                                     const request& asked) noexcept {
  return path_range<detail::visible_paths<Policy, Objects>>{policy, objects, asked};
}

/// The Resources of a Write or Create that do not support Write, when that is what it is refused
/// for (C7, D2, D6). Empty when it is allowed, or refused for something else.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr auto affected(const Policy& policy, const Objects& objects,
                                      const request& asked) noexcept {
  return path_range<detail::affected_paths<Policy, Objects>>{policy, objects, asked};
}

/// Both borrow: a temporary policy or object model does not compile.
void visible(const policy_source auto&&, const object_source auto&, const request&) = delete;
void visible(const policy_source auto&, const object_source auto&&, const request&) = delete;
void visible(const policy_source auto&&, const object_source auto&&, const request&) = delete;
void affected(const policy_source auto&&, const object_source auto&, const request&) = delete;
void affected(const policy_source auto&, const object_source auto&&, const request&) = delete;
void affected(const policy_source auto&&, const object_source auto&&, const request&) = delete;

}  // namespace lwm2m::access::inline v0

#pragma once

#include <lwm2m/access/authorize.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

namespace detail {

/// What a request could show, path by path, and which of it stays.
template <policy_source Policy, object_source Objects>
class visible_paths {
 public:
  constexpr visible_paths(const Policy& policy, const Objects& objects,
                          const request& asked) noexcept
      : policy_{policy},
        objects_{objects},
        question_{policy.rules(), facts_of(asked.op), asked.who, asked.target},
        listed_{asked.payload},
        allowed_{question_.shows() && authorize(policy, objects, asked).allowed()} {}

  [[nodiscard]] constexpr std::size_t size() const noexcept {
    if (!allowed_) return 0;
    if (question_.is_composite()) return listed_.size();
    return in_object(policy_, objects_, question_, [this](const auto& object) -> std::size_t {
      if (question_.at.level() == level::object) return object.instance_count();
      if (question_.at.level() == level::object_instance) return object.definition_count();
      return 1;
    });
  }

  /// The `k`-th path; no path when it is left out.
  [[nodiscard]] constexpr path at(std::size_t k) const noexcept {
    if (question_.is_composite())
      return stays(policy_, objects_, question_.of(listed_[k])) ? listed_[k] : path{};
    return in_object(policy_, objects_, question_, [this, k](const auto& object) -> path {
      const path& at = question_.at;
      if (at.level() == level::object) return shown(path{at.object(), object.instance(k)});
      if (at.level() > level::object_instance) return at;
      const resource_id id = object.definition_at(k).id;
      if (!object.has_resource(at.object_instance(), id)) return {};
      return shown(path{at.object(), at.object_instance(), id});
    });
  }

 private:
  /// Discover lists all, unfiltered; the others what could be read alone (D1, D9, H3).
  [[nodiscard]] constexpr path shown(const path& inner) const noexcept {
    const bool stays =
        question_.discovers() || check_path(policy_, objects_, question_.of(inner)).allowed();
    return stays ? inner : path{};
  }

  const Policy& policy_;
  const Objects& objects_;
  question question_;
  view<path> listed_;
  bool allowed_;
};

/// The Resources that a Write or Create conveys and that do not support Write.
template <policy_source Policy, object_source Objects>
class affected_paths {
 public:
  constexpr affected_paths(const Policy& policy, const Objects& objects,
                           const request& asked) noexcept
      : policy_{policy},
        objects_{objects},
        question_{policy.rules(), facts_of(asked.op), asked.who, asked.target},
        asked_{asked},
        reached_{(question_.writes() || question_.creates()) &&
                 authorize(policy, objects, asked).step() >= step::operation_support} {}

  /// The target, and what is conveyed.
  [[nodiscard]] constexpr std::size_t size() const noexcept {
    return reached_ ? asked_.payload.size() + 1 : 0;
  }

  /// The `k`-th path; no path when its Resource supports Write.
  [[nodiscard]] constexpr path at(std::size_t k) const noexcept {
    const path& named = k == 0 ? asked_.target : asked_.payload[k - 1];
    if (named.level() < level::resource) return {};
    return in_object(policy_, objects_, question_.of(named), [&](const auto& object) -> path {
      const resource_definition resource = object.definition(named.resource());
      return resource && !resource.supports(operation_rows::writable) ? named : path{};
    });
  }

 private:
  const Policy& policy_;
  const Objects& objects_;
  question question_;
  request asked_;
  bool reached_;
};

}  // namespace detail

/// The paths of `Source` that are not left out, found while one walks along. It borrows what it
/// was made from: policy, object model and the request's list of paths must outlive it.
template <class Source>
class path_range {
 public:
  class iterator {
   public:
    constexpr iterator(const Source& source, std::size_t k) noexcept : source_{&source}, k_{k} {
      settle();
    }
    [[nodiscard]] constexpr path operator*() const noexcept { return path_; }
    constexpr iterator& operator++() noexcept {
      ++k_;
      settle();
      return *this;
    }
    friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept {
      return a.k_ == b.k_;
    }

   private:
    constexpr void settle() noexcept {
      for (path_ = {}; k_ < source_->size(); ++k_)
        if (path_ = source_->at(k_); !path_.is_none()) return;
    }

    const Source* source_;
    std::size_t k_;
    path path_{};
  };

  constexpr explicit path_range(const Source& source) noexcept : source_{source} {}

  [[nodiscard]] constexpr iterator begin() const noexcept { return {source_, 0}; }
  [[nodiscard]] constexpr iterator end() const noexcept { return {source_, source_.size()}; }
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
  return path_range{detail::visible_paths<Policy, Objects>{policy, objects, asked}};
}

/// The Resources that a Write or Create conveys and that do not support Write: what a 4.05 turned
/// on (D2, D6), or what an allowed Create ignores. Empty when the request fails earlier.
template <policy_source Policy, object_source Objects>
[[nodiscard]] constexpr auto affected(const Policy& policy, const Objects& objects,
                                      const request& asked) noexcept {
  return path_range{detail::affected_paths<Policy, Objects>{policy, objects, asked}};
}

/// Both borrow: a temporary policy or object model does not compile.
void visible(const policy_source auto&&, const object_source auto&, const request&) = delete;
void visible(const policy_source auto&, const object_source auto&&, const request&) = delete;
void visible(const policy_source auto&&, const object_source auto&&, const request&) = delete;
void affected(const policy_source auto&&, const object_source auto&, const request&) = delete;
void affected(const policy_source auto&, const object_source auto&&, const request&) = delete;
void affected(const policy_source auto&&, const object_source auto&&, const request&) = delete;

}  // namespace lwm2m::access::inline v0

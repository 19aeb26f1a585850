#pragma once

#include <lwm2m/access/fixed_vector.hpp>
#include <lwm2m/access/path.hpp>
#include <lwm2m/access/view.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// One way in which an instance differs from what its Object defines, or the list of the Resource
/// Instances of one Resource. A default-constructed one is invalid.
class object_exception {
 public:
  constexpr object_exception() noexcept = default;

  /// A Bootstrap-Delete keeps the Object Instance (K2).
  [[nodiscard]] static constexpr object_exception kept(object_id object,
                                                       object_instance_id instance) noexcept {
    return {{object, instance}, true};
  }

  /// Of the Resource, in every instance, only those Resource Instances exist that are listed.
  [[nodiscard]] static constexpr object_exception listed(object_id object,
                                                         resource_id resource) noexcept {
    return {{object, {}, resource}, true};
  }

  /// The Resource Instance is listed.
  [[nodiscard]] static constexpr object_exception listed(
      object_id object, resource_id resource, resource_instance_id resource_instance) noexcept {
    return {{object, {}, resource, resource_instance}, true};
  }

  /// The Resource or Resource Instance is not there, although it is defined.
  [[nodiscard]] static constexpr object_exception absent(const path& at) noexcept {
    return {at, false};
  }

  /// The Resource Instance is there, although it is not listed.
  [[nodiscard]] static constexpr object_exception present(const path& at) noexcept {
    return {at, true};
  }

  /// What it is about. The Object Instance ID is not valid where it is about all instances, the
  /// Resource Instance ID where it is about a Resource, the Resource ID where it is about an
  /// instance.
  [[nodiscard]] constexpr object_id object() const noexcept { return object_; }
  [[nodiscard]] constexpr object_instance_id instance() const noexcept { return instance_; }
  [[nodiscard]] constexpr resource_id resource() const noexcept { return resource_; }
  [[nodiscard]] constexpr resource_instance_id resource_instance() const noexcept {
    return resource_instance_;
  }

  [[nodiscard]] constexpr bool is_kept() const noexcept {
    return instance_.is_valid() && !resource_.is_valid();
  }
  [[nodiscard]] constexpr bool is_listed() const noexcept {
    return object_.is_valid() && !instance_.is_valid();
  }
  [[nodiscard]] constexpr bool is_absent() const noexcept {
    return resource_.is_valid() && !is_there_;
  }
  [[nodiscard]] constexpr bool is_valid() const noexcept {
    return object_.is_valid() && (instance_.is_valid() || resource_.is_valid());
  }

  /// The path that is absent or present.
  [[nodiscard]] constexpr path at() const noexcept {
    if (resource_instance_.is_valid()) return {object_, instance_, resource_, resource_instance_};
    return {object_, instance_, resource_};
  }

  /// The sort key: the four IDs, an invalid ID before all others.
  [[nodiscard]] constexpr std::uint64_t order() const noexcept {
    return behind(object_.value()) << 48 | behind(instance_.value()) << 32 |
           behind(resource_.value()) << 16 | behind(resource_instance_.value());
  }

  friend constexpr bool operator==(const object_exception&,
                                   const object_exception&) noexcept = default;

 private:
  constexpr object_exception(const path& at, bool is_there) noexcept
      : object_{at.object()},
        instance_{at.object_instance()},
        resource_{at.resource()},
        resource_instance_{at.resource_instance()},
        is_there_{is_there} {}

  /// The ID plus 1, and 0 for the reserved 65535.
  [[nodiscard]] static constexpr std::uint64_t behind(std::uint16_t id) noexcept {
    return (id + 1U) & 0xFFFFU;
  }

  object_id object_{};
  object_instance_id instance_{};
  resource_id resource_{};
  resource_instance_id resource_instance_{};
  bool is_there_ = false;
};

/// The exceptions of a model, ascending by `order()`, at most one of each order.
template <std::size_t Capacity>
class object_exceptions {
 public:
  [[nodiscard]] constexpr view<object_exception> all() const noexcept {
    return {rows_.data(), rows_.size()};
  }
  [[nodiscard]] constexpr std::size_t room() const noexcept { return rows_.room(); }

  /// The exception with the order of `like`; null when there is none.
  [[nodiscard]] constexpr const object_exception* find(
      const object_exception& like) const noexcept {
    const std::size_t k = place_of(like);
    return k < rows_.size() && rows_[k].order() == like.order() ? &rows_[k] : nullptr;
  }

  /// Adds an exception, or replaces the one of the same order. False: there is no room, nothing is
  /// changed.
  constexpr bool set(const object_exception& added) noexcept {
    const std::size_t k = place_of(added);
    const bool is_new = find(added) == nullptr;
    if (is_new && room() == 0) return false;
    if (is_new) rows_.open(k, 1);
    rows_[k] = added;
    return true;
  }

  /// Erases the exception with the order of `like`, if there is one.
  constexpr void erase(const object_exception& like) noexcept {
    if (find(like) != nullptr) rows_.erase(place_of(like));
  }

  /// Erases all that are about that Object Instance.
  constexpr void erase_of(object_id object, object_instance_id instance) noexcept {
    const std::size_t first = place_of(object_exception::kept(object, instance));
    std::size_t count = 0;
    while (first + count < rows_.size() && rows_[first + count].object() == object &&
           rows_[first + count].instance() == instance)
      ++count;
    rows_.erase(first, count);
  }

  constexpr void clear() noexcept { rows_.erase(0, rows_.size()); }

 private:
  [[nodiscard]] constexpr std::size_t place_of(const object_exception& like) const noexcept {
    return first_not([&](std::size_t k) { return rows_[k].order() < like.order(); }, rows_.size());
  }

  fixed_vector<object_exception, Capacity> rows_{};
};

/// Of capacity 0: it takes no memory.
template <>
class object_exceptions<0> {
 public:
  [[nodiscard]] static constexpr view<object_exception> all() noexcept { return {}; }
  [[nodiscard]] static constexpr std::size_t room() noexcept { return 0; }
  [[nodiscard]] static constexpr const object_exception* find(const object_exception&) noexcept {
    return nullptr;
  }
  static constexpr bool set(const object_exception&) noexcept { return false; }
  static constexpr void erase(const object_exception&) noexcept {}
  static constexpr void erase_of(object_id, object_instance_id) noexcept {}
  static constexpr void clear() noexcept {}
};

}  // namespace lwm2m::access::inline v0

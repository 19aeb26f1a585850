#pragma once

#include <lwm2m/access/identifiers.hpp>
#include <lwm2m/access/traits.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// How deep a path goes.
enum class level : std::uint32_t {
  none,  ///< no path at all
  root,  ///< `/`
  object,
  object_instance,
  resource,
  resource_instance
};

/// A path `/object/instance/resource/resource-instance`, of any depth from `/` on.
/// Default-constructed it is no path at all, which is never `/`.
class path {
 public:
  constexpr path() noexcept : path{{}, {}, {}, {}, access::level::none} {}

  constexpr explicit path(object_id object) noexcept
      : path{object, {}, {}, {}, access::level::object} {}
  constexpr path(object_id object, object_instance_id instance) noexcept
      : path{object, instance, {}, {}, access::level::object_instance} {}
  constexpr path(object_id object, object_instance_id instance, resource_id resource) noexcept
      : path{object, instance, resource, {}, access::level::resource} {}
  constexpr path(object_id object, object_instance_id instance, resource_id resource,
                 resource_instance_id resource_instance) noexcept
      : path{object, instance, resource, resource_instance, access::level::resource_instance} {}

  /// `/`: everything.
  [[nodiscard]] static constexpr path root() noexcept {
    path everything;
    everything.depth_ = access::level::root;
    return everything;
  }

  /// The path of `depth` that has these IDs; the IDs beyond the depth must be 65535. No path when
  /// they are not, or when there is no such depth.
  [[nodiscard]] static constexpr path of_ids(const std::uint16_t (&ids)[4],
                                             access::level depth) noexcept {
    if (depth == access::level::none || access::level::resource_instance < depth) return {};
    unsigned beyond = 0;
    for (std::size_t k = static_cast<std::size_t>(depth) - 1; k < 4; ++k) beyond |= ids[k] ^ 65535U;
    if (beyond != 0) return {};
    return {object_id{ids[0]}, object_instance_id{ids[1]}, resource_id{ids[2]},
            resource_instance_id{ids[3]}, depth};
  }

  /// Reads `/`, or up to four numbers with a `/` before each and no leading zero. Anything else is
  /// no path. A number above 65534 becomes the reserved 65535, which is invalid.
  [[nodiscard]] static constexpr path parse(const char* text, std::size_t size) noexcept;

  /// The same from a string, a string view, or anything else with `data()` and `size()`.
  template <class Text>
    requires requires(const Text& text) {
      { text.data() } -> detail::converts_to<const char*>;
      { text.size() } -> detail::converts_to<std::size_t>;
    }
  [[nodiscard]] static constexpr path parse(const Text& text) noexcept {
    return parse(text.data(), text.size());
  }

  /// The path one level deeper, with the ID that these digits of a Uri-Path option spell. No path
  /// when they are not a number, have a leading zero, or the path is that of a Resource Instance.
  [[nodiscard]] constexpr path child(const char* digits, std::size_t size) const noexcept;

  [[nodiscard]] constexpr access::level level() const noexcept { return depth_; }
  [[nodiscard]] constexpr bool is_none() const noexcept { return depth_ == access::level::none; }

  /// Each is valid only when the path is deep enough.
  [[nodiscard]] constexpr object_id object() const noexcept { return object_id{ids_[0]}; }
  [[nodiscard]] constexpr object_instance_id object_instance() const noexcept {
    return object_instance_id{ids_[1]};
  }
  [[nodiscard]] constexpr resource_id resource() const noexcept { return resource_id{ids_[2]}; }
  [[nodiscard]] constexpr resource_instance_id resource_instance() const noexcept {
    return resource_instance_id{ids_[3]};
  }

  /// Whether `inner` is this path or lies below it. False when either is no path.
  [[nodiscard]] constexpr bool contains(const path& inner) const noexcept {
    if (is_none() || inner.depth_ < depth_) return false;
    for (std::size_t i = 0; i < depth(); ++i)
      if (ids_[i] != inner.ids_[i]) return false;
    return true;
  }

  friend constexpr bool operator==(const path&, const path&) noexcept = default;

 private:
  friend class decision;

  constexpr path(object_id object, object_instance_id instance, resource_id resource,
                 resource_instance_id resource_instance, access::level depth) noexcept
      : ids_{object.value(), instance.value(), resource.value(), resource_instance.value()},
        depth_{depth} {}

  /// How many IDs it has, unless it is no path.
  [[nodiscard]] constexpr std::size_t depth() const noexcept {
    return static_cast<std::size_t>(depth_) - 1;
  }

  /// The four IDs as one number, the Object ID in the lowest bits, and the inverse.
  [[nodiscard]] constexpr std::uint64_t packed() const noexcept {
    return std::uint64_t{ids_[0]} | std::uint64_t{ids_[1]} << 16 | std::uint64_t{ids_[2]} << 32 |
           std::uint64_t{ids_[3]} << 48;
  }
  [[nodiscard]] static constexpr path unpacked(std::uint64_t ids, access::level depth) noexcept {
    const auto id = [ids](unsigned shift) { return static_cast<std::uint16_t>(ids >> shift); };
    return {object_id{id(0)}, object_instance_id{id(16)}, resource_id{id(32)},
            resource_instance_id{id(48)}, depth};
  }

  std::uint16_t ids_[4];
  access::level depth_;
};

constexpr path path::child(const char* digits, std::size_t size) const noexcept {
  if (is_none() || depth() == 4 || size == 0 || (digits[0] == '0' && size > 1)) return {};
  object_id number{0};
  for (std::size_t i = 0; i < size; ++i) {
    if (digits[i] < '0' || digits[i] > '9') return {};
    if (number.is_valid())
      number = object_id{std::int32_t{10} * number.value() + (digits[i] - '0')};
  }
  path result = *this;
  result.ids_[depth()] = number.value();
  result.depth_ = static_cast<access::level>(static_cast<std::uint8_t>(depth_) + 1);
  return result;
}

constexpr path path::parse(const char* text, std::size_t size) noexcept {
  if (size == 0 || text[0] != '/') return {};
  path result = root();
  for (std::size_t first = 1; size > 1 && first <= size;) {
    std::size_t end = first;
    while (end < size && text[end] != '/') ++end;
    result = result.child(text + first, end - first);
    first = end + 1;
  }
  return result;
}

namespace detail {
void a_path_is_slash_or_up_to_four_numbers_from_0_to_65534();  // never defined: a message
}

namespace literals {
/// `"/3/0/1"_path`. A text that is no path, or names a reserved ID, does not compile.
consteval path operator""_path(const char* text, std::size_t size) {
  const path read = path::parse(text, size);
  const auto names_it = [&](level at, bool valid) { return read.level() < at || valid; };
  if (read.is_none() || !names_it(level::object, read.object().is_valid()) ||
      !names_it(level::object_instance, read.object_instance().is_valid()) ||
      !names_it(level::resource, read.resource().is_valid()) ||
      !names_it(level::resource_instance, read.resource_instance().is_valid()))
    detail::a_path_is_slash_or_up_to_four_numbers_from_0_to_65534();
  return read;
}
}  // namespace literals

}  // namespace lwm2m::access::inline v0

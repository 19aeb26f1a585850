#pragma once

#include <lwm2m/access/access_control.hpp>
#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/identifiers.hpp>
#include <lwm2m/access/path.hpp>
#include <lwm2m/access/view.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <ranges>
#include <version>

#if defined(__cpp_lib_format)
#include <lwm2m/access/sentences.hpp>
#include <lwm2m/access/text/print.hpp>

#include <format>
#include <string_view>
#endif

/// Optional: what a hosted program expects of a type beside the library's own needs. Hashes and an
/// order, so that identifiers, paths and targets are keys of the standard containers; `view` as a
/// range of `std::ranges`; and, where the standard library has `std::format`, formatters of
/// identifiers, paths, answers and decisions.
namespace lwm2m::access::inline v0 {

/// By number; an invalid identifier (65535) comes last.
template <class Tag, std::uint16_t Lowest>
[[nodiscard]] constexpr std::strong_ordering operator<=>(identifier<Tag, Lowest> a,
                                                         identifier<Tag, Lowest> b) noexcept {
  return a.value() <=> b.value();
}
[[nodiscard]] constexpr std::strong_ordering operator<=>(acl_instance_id a,
                                                         acl_instance_id b) noexcept {
  return a.value() <=> b.value();
}
[[nodiscard]] constexpr std::strong_ordering operator<=>(access_control_owner a,
                                                         access_control_owner b) noexcept {
  return a.value() <=> b.value();
}

namespace detail {

/// What paths are ordered by: at each level the ID, with 0 for a path that ends above it.
struct path_key {
  bool is_path;
  std::uint32_t ids[4];

  constexpr explicit path_key(const path& at) noexcept
      : is_path{!at.is_none()},
        ids{key(at, level::object, at.object().value()),
            key(at, level::object_instance, at.object_instance().value()),
            key(at, level::resource, at.resource().value()),
            key(at, level::resource_instance, at.resource_instance().value())} {}

  friend constexpr auto operator<=>(const path_key&, const path_key&) noexcept = default;

 private:
  static constexpr std::uint32_t key(const path& at, level depth, std::uint16_t id) noexcept {
    return at.level() < depth ? 0 : id + std::uint32_t{1};
  }
};

}  // namespace detail

/// As in a listing: no path, then `/`, and each path before what lies below it.
[[nodiscard]] constexpr std::strong_ordering operator<=>(const path& a, const path& b) noexcept {
  return detail::path_key{a} <=> detail::path_key{b};
}

namespace detail {

/// Spreads the bits of a number over the whole hash: IDs are small and often count up.
[[nodiscard]] constexpr std::size_t hash_of(std::uint64_t number) noexcept {
  number = (number ^ number >> 33) * 0xFF51AFD7ED558CCDU;
  number = (number ^ number >> 33) * 0xC4CEB9FE1A85EC53U;
  return static_cast<std::size_t>(number ^ number >> 33);
}

[[nodiscard]] constexpr std::size_t hash_of_path(const path& at) noexcept {
  const std::uint64_t ids = std::uint64_t{at.object().value()} |
                            std::uint64_t{at.object_instance().value()} << 16 |
                            std::uint64_t{at.resource().value()} << 32 |
                            std::uint64_t{at.resource_instance().value()} << 48;
  return hash_of(hash_of(ids) + static_cast<std::uint64_t>(at.level()));
}

}  // namespace detail
}  // namespace lwm2m::access::inline v0

template <class Tag, std::uint16_t Lowest>
struct std::hash<lwm2m::access::identifier<Tag, Lowest>> {
  [[nodiscard]] constexpr std::size_t operator()(
      lwm2m::access::identifier<Tag, Lowest> of) const noexcept {
    return lwm2m::access::detail::hash_of(of.value());
  }
};

template <>
struct std::hash<lwm2m::access::acl_instance_id> {
  [[nodiscard]] constexpr std::size_t operator()(lwm2m::access::acl_instance_id of) const noexcept {
    return lwm2m::access::detail::hash_of(of.value());
  }
};

template <>
struct std::hash<lwm2m::access::access_control_owner> {
  [[nodiscard]] constexpr std::size_t operator()(
      lwm2m::access::access_control_owner of) const noexcept {
    return lwm2m::access::detail::hash_of(of.value());
  }
};

template <>
struct std::hash<lwm2m::access::path> {
  [[nodiscard]] constexpr std::size_t operator()(const lwm2m::access::path& of) const noexcept {
    return lwm2m::access::detail::hash_of_path(of);
  }
};

template <>
struct std::hash<lwm2m::access::access_control_target> {
  [[nodiscard]] constexpr std::size_t operator()(
      lwm2m::access::access_control_target of) const noexcept {
    return lwm2m::access::detail::hash_of(std::uint64_t{of.object().value()} << 16 |
                                          of.instance().value());
  }
};

template <class T>
inline constexpr bool std::ranges::enable_borrowed_range<lwm2m::access::view<T>> = true;
template <class T>
inline constexpr bool std::ranges::enable_view<lwm2m::access::view<T>> = true;

#if defined(__cpp_lib_format)

/// Its number, with what a format of a number can say: `{:5}`.
template <class Tag, std::uint16_t Lowest>
struct std::formatter<lwm2m::access::identifier<Tag, Lowest>> : std::formatter<std::uint16_t> {
  auto format(lwm2m::access::identifier<Tag, Lowest> of, auto& context) const {
    return std::formatter<std::uint16_t>::format(of.value(), context);
  }
};

/// `/3/0/1`, `/`, and an empty text for no path; with a width and an alignment where one is given.
template <>
struct std::formatter<lwm2m::access::path> : std::formatter<std::string_view> {
  auto format(const lwm2m::access::path& of, auto& context) const {
    char text[24];  // four numbers of five digits
    std::size_t size = 0;
    lwm2m::access::print_path(of, [&](const char* data, std::size_t count) {
      for (std::size_t k = 0; k < count; ++k) text[size++] = data[k];
    });
    return std::formatter<std::string_view>::format({text, size}, context);
  }
};

/// `4.01`; `-` for `coap::none`.
template <>
struct std::formatter<lwm2m::access::coap> : std::formatter<std::string_view> {
  auto format(lwm2m::access::coap of, auto& context) const {
    const auto code = static_cast<unsigned>(of);
    const char text[] = {static_cast<char>('0' + (code >> 5)), '.',
                         static_cast<char>('0' + (code & 31) / 10),
                         static_cast<char>('0' + (code & 31) % 10)};
    const bool is_none = of == lwm2m::access::coap::none;
    return std::formatter<std::string_view>::format(
        is_none ? std::string_view{"-"} : std::string_view{text, sizeof text}, context);
  }
};

/// `denied 4.01 /3/0/1: ` and the sentence of its reason; without the path when the decision has no
/// first bad path.
template <>
struct std::formatter<lwm2m::access::decision> {
  constexpr auto parse(auto& context) { return context.begin(); }

  auto format(const lwm2m::access::decision& of, auto& context) const {
    constexpr std::string_view verdicts[] = {"denied",   "allowed", "send",
                                             "suppress", "cancel",  "gone"};
    const lwm2m::access::path where = of.first_bad_path();
    return std::format_to(context.out(), "{} {}{}{}: {}",
                          verdicts[static_cast<unsigned>(of.verdict())], of.code(),
                          where.is_none() ? "" : " ", where, lwm2m::access::sentence(of.reason()));
  }
};

#endif

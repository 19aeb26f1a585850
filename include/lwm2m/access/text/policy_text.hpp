#pragma once

#include <lwm2m/access/object_model.hpp>
#include <lwm2m/access/policy.hpp>
#include <lwm2m/access/text/counting.hpp>
#include <lwm2m/access/text/declarations.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// A string literal as a template argument.
template <std::size_t N>
struct fixed_text {
  constexpr fixed_text(const char (&text)[N]) noexcept {
    for (std::size_t i = 0; i < N; ++i) characters[i] = text[i];
  }
  char characters[N]{};
};

/// The policy and the object model of a text in one value, with room for what is in it. Both can be
/// taken from it, and each converts into a larger one that can be edited.
template <text_sizes Sizes>
class text_policy
    : public policy<Sizes.access_controls, Sizes.entries, Sizes.accounts>,
      public object_model<Sizes.objects, Sizes.instances, Sizes.resources, Sizes.exceptions> {
 public:
  using policy_type = policy<Sizes.access_controls, Sizes.entries, Sizes.accounts>;
  using model_type =
      object_model<Sizes.objects, Sizes.instances, Sizes.resources, Sizes.exceptions>;

  /// Whether both declare the same.
  template <text_sizes Other>
  [[nodiscard]] constexpr bool operator==(const text_policy<Other>& other) const noexcept {
    const typename text_policy<Other>::policy_type& granted = other;
    const typename text_policy<Other>::model_type& objects = other;
    return policy_type::operator==(granted) && model_type::operator==(objects);
  }
};

namespace detail {

/// What was read, and the mistake when there is one. A constant cannot hold a `text_mistake`, which
/// points into the text.
template <text_sizes Sizes>
struct text_reading {
  text_policy<Sizes> value{};
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  text_expectation expected = text_expectation::nothing;
};

template <text_sizes Sizes>
[[nodiscard]] constexpr text_reading<Sizes> read_exactly(view<char> text) noexcept {
  text_reading<Sizes> result;
  declaration_reader<typename text_policy<Sizes>::policy_type,
                     typename text_policy<Sizes>::model_type>
      reader{text, result.value, result.value};
  const text_mistake mistake = reader.read_all();
  result.line = mistake.line();
  result.column = mistake.column();
  result.expected = mistake.expected();
  return result;
}

}  // namespace detail

template <std::uint32_t Number>
struct line;
template <std::uint32_t Number>
struct column;
template <text_expectation Expectation>
struct expected;

/// Has no definition: its name is what the compiler says of a text that is wrong.
template <class Line, class Column, class Expected>
struct mistake_in_policy_text;

namespace detail {

/// Read once: the compilers evaluate a constant in a function anew wherever the function is called.
template <fixed_text Text>
inline constexpr auto reading_of =
    read_exactly<sizes_of(view<char>{Text.characters})>(view<char>{Text.characters});

template <std::uint32_t Line, std::uint32_t Column, text_expectation Expected, class Value>
[[nodiscard]] constexpr auto right(const Value& value) {
  if constexpr (Expected == text_expectation::nothing)
    return value;
  else
    return mistake_in_policy_text<line<Line>, column<Column>, expected<Expected>>{};
}

}  // namespace detail

/// The policy and the object model that a text declares, read while compiling:
///
///     constexpr auto device = policy_text<R"(
///       edition 1.1
///       servers 101 102
///       object /3 single instances 0 { 0: R, 4: E, 13: RW }
///       acl for /3/0 owner 101 { 101: RWED, 102: R }
///     )">;
///
/// A mistake does not compile: the first error names `mistake_in_policy_text` with line, column and
/// what was expected. The line that the literal begins on is line 1. The type, a `text_policy`,
/// carries sizes only. Use it to initialize a constant of your own, as above: then the text is in
/// no symbol of the object file either.
template <fixed_text Text>
inline constexpr auto policy_text =
    detail::right<detail::reading_of<Text>.line, detail::reading_of<Text>.column,
                  detail::reading_of<Text>.expected>(detail::reading_of<Text>.value);

}  // namespace lwm2m::access::inline v0

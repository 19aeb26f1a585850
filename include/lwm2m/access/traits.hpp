#pragma once

/// The concepts and traits that the library uses, written here because the C++ libraries of small
/// systems have neither <concepts> nor <type_traits>.
namespace lwm2m::access::inline v0::detail {

template <class A, class B>
inline constexpr bool is_same = false;
template <class A>
inline constexpr bool is_same<A, A> = true;

template <class A, class B>
concept same_as = is_same<A, B>;

/// Whether a function that takes a `To` can be called with a `From`.
template <class From, class To>
concept converts_to = requires(void (&take)(To), From (&give)()) { take(give()); };

/// Whether `Derived` is the class `Base`, or one that derives from it publicly.
template <class Derived, class Base>
concept derived_from = converts_to<const Derived*, const Base*>;

template <class T>
concept copyable = requires(T& to, const T& from) {
  T(from);
  to = from;
};

/// Whether byte copies of a `T` are copies of it.
template <class T>
concept trivially_copyable = __is_trivially_copyable(T);

template <class Array, class Element>
inline constexpr bool is_array = false;
template <class Element, decltype(sizeof 0) Size>
inline constexpr bool is_array<Element[Size], Element> = true;
template <class Element, decltype(sizeof 0) Size>
inline constexpr bool is_array<Element[Size], const Element> = true;

/// Whether it is an array of known size, of elements of that type.
template <class Array, class Element>
concept array_of = is_array<Array, Element>;

template <class T, class... Others>
concept one_of = (same_as<T, Others> || ...);

/// The integer types of the language without `bool` and without 128-bit extensions.
template <class T>
concept unsigned_integer = one_of<T, unsigned char, unsigned short, unsigned, unsigned long,
                                  unsigned long long, char8_t, char16_t, char32_t>;
template <class T>
concept integer =
    unsigned_integer<T> || one_of<T, char, signed char, wchar_t, short, int, long, long long>;

template <bool First, class A, class B>
struct choice {
  using type = A;
};
template <class A, class B>
struct choice<false, A, B> {
  using type = B;
};

/// `A` when `First` holds, else `B`.
template <bool First, class A, class B>
using choose = typename choice<First, A, B>::type;

/// A value of the type, in an expression that is not evaluated: never defined.
template <class T>
const T& some() noexcept;

}  // namespace lwm2m::access::inline v0::detail

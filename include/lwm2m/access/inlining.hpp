#pragma once

// How functions are compiled where speed is asked for. Where size is asked for (-Os), and by
// compilers that do not know the attributes, the macros are empty, and
// LWM2M_ACCESS_OPTIMIZE_FOR_SPEED is false.
//
// LWM2M_ACCESS_FLATTEN: everything that the function calls is inlined into it.
// LWM2M_ACCESS_ALWAYS_INLINE: the same, and the function into its callers.
// LWM2M_ACCESS_NOINLINE: the function is called, so that its callers stay short.
// LWM2M_ACCESS_UNROLL_8: the loop that follows is unrolled eight times.
#if defined(__GNUC__) && !defined(__OPTIMIZE_SIZE__)
#define LWM2M_ACCESS_FLATTEN [[gnu::flatten]]
#define LWM2M_ACCESS_ALWAYS_INLINE [[gnu::flatten, gnu::always_inline]]
#define LWM2M_ACCESS_NOINLINE [[gnu::noinline]]
#define LWM2M_ACCESS_UNROLL_8 _Pragma("GCC unroll 8")
#define LWM2M_ACCESS_OPTIMIZE_FOR_SPEED true
#else
#define LWM2M_ACCESS_FLATTEN
#define LWM2M_ACCESS_ALWAYS_INLINE
#define LWM2M_ACCESS_NOINLINE
#define LWM2M_ACCESS_UNROLL_8
#define LWM2M_ACCESS_OPTIMIZE_FOR_SPEED false
#endif

/// Optimizer assumption, as C++23 `[[assume]]`: undefined behaviour when the condition is false. In
/// a constant expression, and under the sanitizers, that is an error.
#if defined(__GNUC__)
#define LWM2M_ACCESS_ASSUME(condition)         \
  do {                                         \
    if (!(condition)) __builtin_unreachable(); \
  } while (false)
#else
#define LWM2M_ACCESS_ASSUME(condition) static_cast<void>(0)
#endif

/// `[[no_unique_address]]`, which MSVC has under a name of its own.
#if defined(_MSC_VER)
#define LWM2M_ACCESS_NO_UNIQUE_ADDRESS [[msvc::no_unique_address]]
#else
#define LWM2M_ACCESS_NO_UNIQUE_ADDRESS [[no_unique_address]]
#endif

#pragma once

/// How a function is compiled where speed is asked for: as one piece with all that it calls, as a
/// part of who calls it, or apart. Where size is asked for (`-Os`), and by compilers that do not
/// know the attributes, each decides for itself, and what is said once more to be faster is not.
#if defined(__GNUC__) && !defined(__OPTIMIZE_SIZE__)
#define LWM2M_ACCESS_IN_ONE_PIECE [[gnu::flatten]]
#define LWM2M_ACCESS_IN_ITS_CALLER [[gnu::flatten, gnu::always_inline]]
#define LWM2M_ACCESS_APART [[gnu::noinline]]
#define LWM2M_ACCESS_UNROLLED _Pragma("GCC unroll 8")
#define LWM2M_ACCESS_SAYS_MORE true
#else
#define LWM2M_ACCESS_IN_ONE_PIECE
#define LWM2M_ACCESS_IN_ITS_CALLER
#define LWM2M_ACCESS_APART
#define LWM2M_ACCESS_UNROLLED
#define LWM2M_ACCESS_SAYS_MORE false
#endif

/// What always holds, said for the compiler, which then asks no more. Where it does not hold,
/// nothing is sure; while compiling and under the sanitizers it is an error.
#if defined(__GNUC__)
#define LWM2M_ACCESS_HOLDS(condition)          \
  do {                                         \
    if (!(condition)) __builtin_unreachable(); \
  } while (false)
#else
#define LWM2M_ACCESS_HOLDS(condition) static_cast<void>(0)
#endif

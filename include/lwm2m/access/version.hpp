#pragma once

#if defined(__cplusplus) && \
    !(__cplusplus >= 202002L || (defined(_MSVC_LANG) && _MSVC_LANG >= 202002L))
#error "lwm2m::access needs C++20: compile with -std=c++20 or later"
#endif

/// The version of the library (Semantic Versioning): the one place that says it.
#define LWM2M_ACCESS_VERSION_MAJOR 0
#define LWM2M_ACCESS_VERSION_MINOR 2
#define LWM2M_ACCESS_VERSION_PATCH 0

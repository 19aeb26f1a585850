#pragma once

/// The version of the library (Semantic Versioning): the one place that says it.
#define LWM2M_ACCESS_VERSION_MAJOR 0
#define LWM2M_ACCESS_VERSION_MINOR 1
#define LWM2M_ACCESS_VERSION_PATCH 0

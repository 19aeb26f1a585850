#pragma once

// Catch2, version 3 or 2, whichever there is. Keep to what both have: TEST_CASE with tags, SECTION,
// CHECK, REQUIRE, STATIC_REQUIRE, INFO, CAPTURE, GENERATE.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

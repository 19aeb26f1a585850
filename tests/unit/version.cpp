#include <lwm2m/access/version.hpp>

#include <string>

#include "support/catch.hpp"

TEST_CASE("the version of the headers is the version of the package") {
  const auto version = std::to_string(LWM2M_ACCESS_VERSION_MAJOR) + '.' +
                       std::to_string(LWM2M_ACCESS_VERSION_MINOR) + '.' +
                       std::to_string(LWM2M_ACCESS_VERSION_PATCH);
  CHECK(version == LWM2M_ACCESS_CMAKE_VERSION);
}

# The test libraries, and those of the program: the system's, else a fixed archive, checked by its
# hash.
include(FetchContent)
if(POLICY CMP0135)
  cmake_policy(SET CMP0135 NEW) # what is unpacked is as old as its unpacking
endif()

FetchContent_Declare(
  Catch2
  URL https://github.com/catchorg/Catch2/archive/refs/tags/v3.7.1.tar.gz
  URL_HASH SHA256=c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c)
FetchContent_Declare(
  rapidcheck # has no releases: the last commit of 2023
  URL https://github.com/emil-e/rapidcheck/archive/ff6af6fc683159deb51c543b065eba14dfcf329b.tar.gz
  URL_HASH
    SHA512=79f1e869a3c55f62d3609cc4b3a56977f720c3eacf5e1792aa3a9bd5ab90aa077371bc0902d6c31503885f9ebcc633ed242ae6995866cb46fd12afdf425500e3
)

find_package(Catch2 QUIET)
if(NOT Catch2_FOUND)
  FetchContent_MakeAvailable(Catch2)
  list(APPEND CMAKE_MODULE_PATH "${catch2_SOURCE_DIR}/extras")
endif()
find_package(rapidcheck QUIET)
if(NOT rapidcheck_FOUND)
  FetchContent_MakeAvailable(rapidcheck)
endif()

# The program lwm2m-access: arguments, JSON, XML.
FetchContent_Declare(
  CLI11
  URL https://github.com/CLIUtils/CLI11/archive/refs/tags/v2.3.2.tar.gz
  URL_HASH SHA256=aac0ab42108131ac5d3344a9db0fdf25c4db652296641955720a4fbe52334e22)
FetchContent_Declare(
  nlohmann_json
  URL https://github.com/nlohmann/json/releases/download/v3.11.3/json.tar.xz
  URL_HASH SHA256=d6c65aca6b1ed68e7a182f4757257b107ae403032760ed6ef121c9d55e81757d)
FetchContent_Declare(
  pugixml
  URL https://github.com/zeux/pugixml/releases/download/v1.13/pugixml-1.13.tar.gz
  URL_HASH SHA256=40c0b3914ec131485640fa57e55bf1136446026b41db91c1bef678186a12abbe)
set(CLI11_BUILD_TESTS OFF)
set(CLI11_BUILD_EXAMPLES OFF)
foreach(library CLI11 nlohmann_json pugixml)
  find_package(${library} QUIET)
  if(NOT ${library}_FOUND)
    FetchContent_MakeAvailable(${library})
  endif()
endforeach()

# What was fetched is not ours to warn about.
foreach(fetched Catch2 Catch2WithMain rapidcheck CLI11 nlohmann_json pugixml-static)
  if(TARGET ${fetched})
    get_target_property(fetched_include ${fetched} INTERFACE_INCLUDE_DIRECTORIES)
    set_target_properties(${fetched} PROPERTIES INTERFACE_SYSTEM_INCLUDE_DIRECTORIES
                                                "${fetched_include}")
  endif()
endforeach()

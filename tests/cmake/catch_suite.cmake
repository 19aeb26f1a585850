# lwm2m_access_catch_suite(NAME FILE...): the Catch2 executable test_NAME from FILE..., each of its
# test cases a ctest named NAME.CASE. The tags of all suites together are the rules that are tested.
include(Catch)

# Catch2 costs seconds in every translation unit: it is compiled once, for all suites. The empty
# source is there because CMake precompiles only what a source uses, and catch_main.cpp cannot.
set(empty "${CMAKE_CURRENT_BINARY_DIR}/empty.cpp")
set(catch_main "${PROJECT_SOURCE_DIR}/tests/support/catch_main.cpp")
file(CONFIGURE OUTPUT "${empty}" CONTENT "")
add_library(lwm2m_access_catch STATIC "${catch_main}" "${empty}")
set_source_files_properties("${catch_main}" PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
target_link_libraries(lwm2m_access_catch PUBLIC lwm2m_access_strict Catch2::Catch2 rapidcheck)
target_include_directories(lwm2m_access_catch PUBLIC "${PROJECT_SOURCE_DIR}/tests")
target_compile_definitions(lwm2m_access_catch
                           PUBLIC LWM2M_ACCESS_CMAKE_VERSION="${PROJECT_VERSION}")
target_precompile_headers(lwm2m_access_catch PRIVATE
                          "${PROJECT_SOURCE_DIR}/tests/support/catch.hpp")

function(lwm2m_access_catch_suite name)
  lwm2m_access_own_catch_suite(${name} ${ARGN})
  target_precompile_headers(test_${name} REUSE_FROM lwm2m_access_catch)
endfunction()

# The same, of an executable that is compiled in a way of its own, so that it cannot share.
function(lwm2m_access_own_catch_suite name)
  add_executable(test_${name} ${ARGN})
  target_link_libraries(test_${name} PRIVATE lwm2m_access_catch)
  if(Catch2_FOUND AND Catch2_VERSION VERSION_LESS 3)
    set(empty_is_failure EXTRA_ARGS --warn NoTests) # as version 3 does unasked
  endif()
  catch_discover_tests(test_${name} TEST_PREFIX "${name}." ${empty_is_failure}
                       PROPERTIES LABELS ${name})
  set_property(GLOBAL APPEND PROPERTY lwm2m_access_catch_suites $<TARGET_FILE:test_${name}>)
endfunction()

# Every case file: all its expectations hold, and it is still itself after printing.
file(GLOB cases CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}"
     "${PROJECT_SOURCE_DIR}/tests/cases/*.acl")
foreach(case IN LISTS cases)
  cmake_path(GET case STEM LAST_ONLY name)
  add_test(NAME cases.${name} COMMAND lwm2m-access decide "${case}"
           WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(cases.${name} PROPERTIES LABELS cases)
endforeach()
add_test(NAME program.check_program
         COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/check_program" $<TARGET_FILE:lwm2m-access>
         WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
set_tests_properties(program.check_program PROPERTIES LABELS program)

file(GLOB suite CONFIGURE_DEPENDS "suite/*.cpp")
lwm2m_access_catch_suite(program ${suite})
target_link_libraries(test_program PRIVATE lwm2m_access_program)
target_compile_definitions(
  test_program PRIVATE LWM2M_ACCESS_FLEET="${CMAKE_CURRENT_SOURCE_DIR}/suite/fleet"
                       LWM2M_ACCESS_CASES="${PROJECT_SOURCE_DIR}/tests/cases")

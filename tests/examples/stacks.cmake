# Stacks that include the library: one is written in C, one has storage of its own.

# The C compiler that belongs to the C++ one, with the same sanitizers.
string(REPLACE "clang++" "clang" c_compiler "${CMAKE_CXX_COMPILER}")
string(REPLACE "g++" "gcc" c_compiler "${c_compiler}")
if(NOT CMAKE_C_COMPILER
   AND NOT c_compiler STREQUAL CMAKE_CXX_COMPILER
   AND EXISTS "${c_compiler}")
  set(CMAKE_C_COMPILER "${c_compiler}")
endif()
enable_language(C)
string(APPEND CMAKE_C_FLAGS " ${CMAKE_CXX_FLAGS}")

# A stack in C, with the functions that its one C++ file makes.
function(lwm2m_access_c_stack name)
  add_executable(${name} "${PROJECT_SOURCE_DIR}/tests/examples/c_engine.cpp" ${ARGN})
  target_link_libraries(${name} PRIVATE lwm2m_access_strict)
  set_target_properties(${name} PROPERTIES C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF)
endfunction()

lwm2m_access_c_stack(c_client c_client.c)
# Nothing of the interface takes a structure that is returned by value.
set_source_files_properties(c_client.c PROPERTIES COMPILE_OPTIONS "-Waggregate-return;-Werror")

add_executable(own_storage own_storage.cpp)
target_link_libraries(own_storage PRIVATE lwm2m_access_strict)

if(LWM2M_ACCESS_BUILD_TESTS)
  # Small, so that all its limits are reached.
  file(GLOB c_interface CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/unit/c_interface/*.c")
  lwm2m_access_c_stack(c_interface ${c_interface})
  target_compile_definitions(
    c_interface
    PRIVATE LWM2M_ACCESS_C_INSTANCES=4 LWM2M_ACCESS_C_ENTRIES=6 LWM2M_ACCESS_C_ACCOUNTS=3
            LWM2M_ACCESS_C_OBJECTS=3 LWM2M_ACCESS_C_OBJECT_INSTANCES=4 LWM2M_ACCESS_C_RESOURCES=6)
  foreach(stack c_client c_interface own_storage)
    add_test(NAME stacks.${stack} COMMAND ${stack})
  endforeach()

  add_executable(own_storage_cases own_storage_cases.cpp)
  target_link_libraries(own_storage_cases PRIVATE lwm2m_access_cases)
  file(GLOB all_cases CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/cases/*.acl")
  add_test(NAME stacks.own_storage_cases COMMAND own_storage_cases ${all_cases})
endif()

# Stacks that include the library: one is written in C.

# The C compiler that belongs to the C++ one, with the same sanitizers.
string(REPLACE "clang++" "clang" c_compiler "${CMAKE_CXX_COMPILER}")
string(REPLACE "g++" "gcc" c_compiler "${c_compiler}")
if(NOT CMAKE_C_COMPILER AND EXISTS "${c_compiler}")
  set(CMAKE_C_COMPILER "${c_compiler}")
endif()
enable_language(C)
string(APPEND CMAKE_C_FLAGS " ${CMAKE_CXX_FLAGS}")

# A stack in C, with the functions that its one C++ file makes.
function(lwm2m_access_c_stack name)
  add_executable(${name} "${CMAKE_CURRENT_LIST_DIR}/c_engine.cpp" ${ARGN})
  target_link_libraries(${name} PRIVATE lwm2m_access_strict)
  set_target_properties(${name} PROPERTIES C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF)
endfunction()

lwm2m_access_c_stack(c_client "${CMAKE_CURRENT_LIST_DIR}/c_client.c")

if(LWM2M_ACCESS_BUILD_TESTS)
  # Small, so that all its limits are reached.
  lwm2m_access_c_stack(c_interface "${PROJECT_SOURCE_DIR}/tests/unit/c_interface.c")
  target_compile_definitions(
    c_interface
    PRIVATE LWM2M_ACCESS_C_INSTANCES=4 LWM2M_ACCESS_C_ENTRIES=6 LWM2M_ACCESS_C_ACCOUNTS=3
            LWM2M_ACCESS_C_OBJECTS=3 LWM2M_ACCESS_C_OBJECT_INSTANCES=4 LWM2M_ACCESS_C_RESOURCES=6)
  foreach(stack c_client c_interface)
    add_test(NAME stacks.${stack} COMMAND ${stack})
  endforeach()
endif()

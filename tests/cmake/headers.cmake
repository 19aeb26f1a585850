# Every public header, alone and twice, is a translation unit of its own; and nothing of it may stay
# in the object file of who only includes it. The adapters need a DTLS library: tests/channel has them.
file(STRINGS "${PROJECT_SOURCE_DIR}/tests/tools/adapters.regex" adapters)
file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/include"
     "${PROJECT_SOURCE_DIR}/include/*.hpp" "${PROJECT_SOURCE_DIR}/include/*.h")
list(FILTER headers EXCLUDE REGEX "${adapters}")

foreach(header IN LISTS headers)
  set(unit "${CMAKE_CURRENT_BINARY_DIR}/headers/${header}.cpp")
  file(CONFIGURE OUTPUT "${unit}" CONTENT "#include <${header}>\n#include <${header}>\n")
  list(APPEND units "${unit}")
endforeach()
add_library(lwm2m_access_headers OBJECT ${units})
target_link_libraries(lwm2m_access_headers PRIVATE lwm2m_access_strict)
target_compile_options(lwm2m_access_headers PRIVATE -O0)

set(tools "${PROJECT_SOURCE_DIR}/tests/tools")
if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
  add_test(NAME headers.leave_nothing_behind
           COMMAND "${tools}/empty_objects" $<TARGET_OBJECTS:lwm2m_access_headers>
           COMMAND_EXPAND_LISTS)
  set_tests_properties(headers.leave_nothing_behind PROPERTIES LABELS static)
endif()

# The same with every compiler that we promise; a missing one is a failure, by name.
file(STRINGS "${tools}/compilers.list" compilers)
foreach(compiler IN LISTS compilers)
  add_test(NAME matrix.${compiler} COMMAND "${tools}/matrix" ${compiler})
  set_tests_properties(matrix.${compiler} PROPERTIES LABELS static)
endforeach()
add_test(NAME headers.survive_macros COMMAND "${tools}/macro_hygiene" "${CMAKE_CXX_COMPILER}")
set_tests_properties(headers.survive_macros PROPERTIES LABELS static)

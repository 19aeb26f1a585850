# lwm2m_access_strict: the library, and for our own targets the warnings that none may have.
file(STRINGS "${PROJECT_SOURCE_DIR}/tests/tools/warnings.flags" warning_flags)
add_library(lwm2m_access_strict INTERFACE)
target_link_libraries(lwm2m_access_strict INTERFACE lwm2m::access)
target_compile_options(lwm2m_access_strict INTERFACE ${warning_flags})
set(CMAKE_CXX_EXTENSIONS OFF)

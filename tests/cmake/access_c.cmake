# lwm2m_access_c_library(NAME [MACRO=VALUE...]): a static library NAME with the functions of
# <lwm2m/access.h>, for a stack in C. The macros are those of c/storage.h without LWM2M_ACCESS_C_,
# as INSTANCES=64: they are the library's public definitions, for all that includes the header must
# see the same. It is linked by the C compiler: of other libraries it needs memcmp, memcpy, memmove,
# memset and strlen alone. CXX must be one of the project's languages.
set_property(GLOBAL PROPERTY lwm2m_access_include_dir "${lwm2m_access_include_dir}")

function(lwm2m_access_c_library name)
  get_property(include_dir GLOBAL PROPERTY lwm2m_access_include_dir)
  list(TRANSFORM ARGN PREPEND LWM2M_ACCESS_C_ OUTPUT_VARIABLE definitions)
  # CMake would link with the C++ compiler whatever has a C++ file in it.
  get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
  set(objects ${name}_objects)
  add_library(${objects} OBJECT EXCLUDE_FROM_ALL "${include_dir}/lwm2m/access/access_c.cpp")
  target_compile_features(${objects} PRIVATE cxx_std_20)
  target_compile_options(${objects} PRIVATE -fno-exceptions -fno-rtti -ffunction-sections)
  target_include_directories(${objects} PRIVATE "${include_dir}")
  target_compile_definitions(${objects} PRIVATE ${definitions})

  add_library(${name} STATIC EXCLUDE_FROM_ALL $<TARGET_OBJECTS:${objects}>)
  if("C" IN_LIST languages)
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE C)
  endif()
  target_include_directories(${name} INTERFACE "${include_dir}")
  target_compile_definitions(${name} INTERFACE ${definitions})
endfunction()

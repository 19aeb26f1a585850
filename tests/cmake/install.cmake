# What an installation holds: the headers, the source of the C functions, the CMake package
# lwm2m-access with the function that compiles that source, a pkg-config file.
# Everything in it is the same for every machine, so it stands under share/.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_DATADIR}/cmake/lwm2m-access")

if(CMAKE_VERSION VERSION_LESS 3.23)
  install(DIRECTORY include/ DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  install(TARGETS lwm2m_access EXPORT lwm2m-access
          INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
else()
  install(TARGETS lwm2m_access EXPORT lwm2m-access FILE_SET HEADERS)
endif()
install(
  EXPORT lwm2m-access
  NAMESPACE lwm2m::
  FILE lwm2m-access-targets.cmake
  DESTINATION "${package_dir}")
install(FILES include/lwm2m/access/access_c.cpp
        DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/lwm2m/access")
file(RELATIVE_PATH include_from_package "${CMAKE_INSTALL_PREFIX}/${package_dir}"
     "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
file(
  WRITE "${PROJECT_BINARY_DIR}/lwm2m-access-config.cmake"
  "include(\"\${CMAKE_CURRENT_LIST_DIR}/lwm2m-access-targets.cmake\")\n"
  "cmake_path(SET lwm2m_access_include_dir NORMALIZE\n"
  "           \"\${CMAKE_CURRENT_LIST_DIR}/${include_from_package}\")\n"
  "include(\"\${CMAKE_CURRENT_LIST_DIR}/access_c.cmake\")\n")
install(FILES "${PROJECT_BINARY_DIR}/lwm2m-access-config.cmake" tests/cmake/access_c.cmake
        DESTINATION "${package_dir}")

# Before 1.0 a new minor version may break; from then on only a new major one.
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(compatibility SameMinorVersion)
else()
  set(compatibility SameMajorVersion)
endif()
write_basic_package_version_file(lwm2m-access-config-version.cmake COMPATIBILITY ${compatibility}
                                 ARCH_INDEPENDENT)
install(FILES "${PROJECT_BINARY_DIR}/lwm2m-access-config-version.cmake"
        DESTINATION "${package_dir}")

file(RELATIVE_PATH include_from_pc "${CMAKE_INSTALL_FULL_DATADIR}/pkgconfig"
     "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
file(
  WRITE "${PROJECT_BINARY_DIR}/lwm2m-access.pc"
  "Name: lwm2m-access\n"
  "Description: ${PROJECT_DESCRIPTION}\n"
  "Version: ${PROJECT_VERSION}\n"
  "Cflags: -I\${pcfiledir}/${include_from_pc}\n")
install(FILES "${PROJECT_BINARY_DIR}/lwm2m-access.pc"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/pkgconfig")

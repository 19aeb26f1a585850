# The program, its manual page and what makes shells complete its commands.
install(TARGETS lwm2m-access RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
if(CMAKE_CROSSCOMPILING)
  return()
endif()
set(papers "${CMAKE_CURRENT_BINARY_DIR}/papers")
add_custom_command(
  TARGET lwm2m-access POST_BUILD
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${papers}"
  COMMAND lwm2m-access man > "${papers}/lwm2m-access.1"
  COMMAND lwm2m-access completion bash > "${papers}/lwm2m-access"
  COMMAND lwm2m-access completion zsh > "${papers}/_lwm2m-access"
  COMMAND lwm2m-access completion fish > "${papers}/lwm2m-access.fish")
install(FILES "${papers}/lwm2m-access.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES "${papers}/lwm2m-access"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(FILES "${papers}/_lwm2m-access" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions")
install(FILES "${papers}/lwm2m-access.fish"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")

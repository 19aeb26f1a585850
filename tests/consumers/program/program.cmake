# The program that every consumer builds, of two C++ files, the C interface and a C file: hosted, and
# as for a bare machine.
set(program "${CMAKE_CURRENT_LIST_DIR}")
foreach(variant hosted freestanding)
  add_executable(${variant} "${program}/main.cpp" "${program}/other.cpp" "${program}/engine.cpp"
                            "${program}/stack.c")
  target_compile_definitions(${variant} PRIVATE WITH_C)
  target_link_libraries(${variant} PRIVATE lwm2m::access)
endforeach()
target_compile_options(
  freestanding PRIVATE -ffreestanding $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)

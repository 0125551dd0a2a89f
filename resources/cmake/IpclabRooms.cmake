# A room is one static library with one include root of its own. A file can include "core/error.h" only when
# its room links core: the roots are links in the build folder, so that the arrows of the design are kept by
# the compiler and not by good intentions.

add_library(ipclab_warnings INTERFACE)
target_compile_options(ipclab_warnings INTERFACE -Wall -Wextra -Wconversion -Wshadow -Wno-psabi
                       $<$<BOOL:${IPCLAB_WERROR}>:-Werror>)

# Tests keep assertions, ours and the standard library's; what people use is hardened instead.
add_library(ipclab_checks INTERFACE)
if(IPCLAB_ASSERTIONS)
  target_compile_options(ipclab_checks INTERFACE -UNDEBUG -D_GLIBCXX_ASSERTIONS)
else()
  target_compile_options(ipclab_checks INTERFACE -fstack-protector-strong $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE
                         -D_FORTIFY_SOURCE=2>)
endif()

add_library(ipclab_sanitizers INTERFACE)
if(IPCLAB_SANITIZE)
  target_compile_options(ipclab_sanitizers INTERFACE -fsanitize=${IPCLAB_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(ipclab_sanitizers INTERFACE -fsanitize=${IPCLAB_SANITIZE})
endif()
if(IPCLAB_FUZZ)  # what is fuzzed says which ways were taken
  target_compile_options(ipclab_sanitizers INTERFACE -fsanitize=fuzzer-no-link,float-cast-overflow)
endif()
target_link_libraries(ipclab_sanitizers INTERFACE ipclab_checks)

# ipclab_precompiled(<name> HEADERS <headers…> LINKS <targets…> [OPTIONS <options…>]): headers that many files read and
# that take long, compiled once. A room or a program takes them with PRECOMPILED <name>; it links at least what they
# link, and has the same options.
function(ipclab_precompiled name)
  cmake_parse_arguments(PCH "" "" "HEADERS;LINKS;OPTIONS" ${ARGN})
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp CONTENT "// Compiles the headers, holds nothing.\n")
  add_library(ipclab_precompiled_${name} OBJECT ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp)
  target_link_libraries(ipclab_precompiled_${name} PRIVATE ${PCH_LINKS} ipclab_sanitizers ipclab_warnings)
  target_compile_options(ipclab_precompiled_${name} PRIVATE ${PCH_OPTIONS})
  target_precompile_headers(ipclab_precompiled_${name} PRIVATE ${PCH_HEADERS})
  set_target_properties(ipclab_precompiled_${name} PROPERTIES AUTOMOC OFF)
endfunction()

function(ipclab_use_precompiled target name)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # ccache asks for the first. The others: with a precompiled header GCC 12 forgets that std::string is the system's,
    # whose false alarms (PR 105329, 105651) it keeps to itself otherwise.
    target_compile_options(${target} PRIVATE -fpch-preprocess -Wno-array-bounds -Wno-restrict
                           -Wno-stringop-overflow)
  endif()
  target_precompile_headers(${target} REUSE_FROM ipclab_precompiled_${name})
endfunction()

# Where all is built from scratch (app/run in a new folder, CI) up to sixteen files of a target are compiled as one:
# their headers are read once, which takes less than half the time. Two of a target may then not use one name for two
# things. More files at once save little and leave processors idle at the end. tests/run for those who work on the
# sources compiles single files.
set(CMAKE_UNITY_BUILD_BATCH_SIZE 16 CACHE STRING "how many files are compiled as one")

# ipclab_room(<name> <folder> LINKS <targets…> [PRECOMPILED <name>]): the sources are every .cpp of the folder, tree-wide.
function(ipclab_room name folder)
  cmake_parse_arguments(ROOM "" "PRECOMPILED" "LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h ${folder}/*.def)
  list(FILTER sources EXCLUDE REGEX "_main\\.cpp$")
  # Alone: files that are alike on purpose, one an entry of a list, use the same names; and a registry may be replaced
  # by another one, as tests/examples does.
  set(alone ${sources})
  list(FILTER alone INCLUDE REGEX "/impl/|/registry\\.cpp$")
  set_source_files_properties(${alone} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  add_library(ipclab_${name} STATIC ${sources})
  set(root ${CMAKE_BINARY_DIR}/rooms/${name})
  file(MAKE_DIRECTORY ${root})
  file(CREATE_LINK ${folder} ${root}/${name} SYMBOLIC)
  target_include_directories(ipclab_${name} PUBLIC ${root})
  target_link_libraries(ipclab_${name} PUBLIC ${ROOM_LINKS} ipclab_sanitizers PRIVATE ipclab_warnings)
  if(ROOM_PRECOMPILED)
    ipclab_use_precompiled(ipclab_${name} ${ROOM_PRECOMPILED})
  endif()
endfunction()

# A room is one static library with one include root of its own. A file can include "core/error.h" only when
# its room links core: the roots are links in the build folder, so that the arrows of the design are kept by
# the compiler and not by good intentions.

add_library(ipclab_warnings INTERFACE)
target_compile_options(ipclab_warnings INTERFACE -Wall -Wextra -Wconversion -Wshadow -Wno-psabi
                       $<$<BOOL:${IPCLAB_WERROR}>:-Werror>)

add_library(ipclab_sanitizers INTERFACE)
if(IPCLAB_SANITIZE)
  target_compile_options(ipclab_sanitizers INTERFACE -fsanitize=${IPCLAB_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(ipclab_sanitizers INTERFACE -fsanitize=${IPCLAB_SANITIZE})
endif()

# ipclab_room(<name> <folder> LINKS <targets…>): the sources are every .cpp of the folder, tree-wide.
function(ipclab_room name folder)
  cmake_parse_arguments(ROOM "" "" "LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h ${folder}/*.def)
  list(FILTER sources EXCLUDE REGEX "_main\\.cpp$")
  add_library(ipclab_${name} STATIC ${sources})
  set(root ${CMAKE_BINARY_DIR}/rooms/${name})
  file(MAKE_DIRECTORY ${root})
  file(CREATE_LINK ${folder} ${root}/${name} SYMBOLIC)
  target_include_directories(ipclab_${name} PUBLIC ${root})
  target_link_libraries(ipclab_${name} PUBLIC ${ROOM_LINKS} ipclab_sanitizers PRIVATE ipclab_warnings)
endfunction()

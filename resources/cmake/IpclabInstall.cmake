# What `cmake --install` puts where. The program finds its children in ../libexec/ipclab from its own folder.

set(desktop ${CMAKE_SOURCE_DIR}/resources/desktop)
install(FILES ${desktop}/ipclab.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${desktop}/ipclab.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${desktop}/ipclab-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ipclab.xml)
install(FILES ${desktop}/ipclab.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/ipclab.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
# For foreign programs that read and write messages.
install(FILES ${CMAKE_SOURCE_DIR}/resources/include/ipclab_message.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

# The programs are targets of rooms that the top level adds later: wait until all are there.
function(ipclab_install_programs)
  foreach(program IN ITEMS ipclab ipclab-launcher ipclab-worker ipclab-stacks)
    if(NOT TARGET ${program})
      message(WARNING "target ${program} does not exist: it is not installed")
    elseif(program STREQUAL ipclab)
      install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    else()
      install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/ipclab)
    endif()
  endforeach()
endfunction()
cmake_language(DEFER DIRECTORY ${CMAKE_SOURCE_DIR} CALL ipclab_install_programs)

# Which stacks this machine can build: each has a library of its own, none is required. What is found here is known to
# all that is built (built_stacks.def) and is made into the one program that has them, ipclab-stacks.
#
# ipclab_stack(<key> FOUND <variables…> SOURCES <files of engine/stacks…> LINKS <targets…>): built where all of the
# variables are true. The key is that of links/stacks.def.
set(IPCLAB_BUILT_STACKS "")
set(IPCLAB_STACK_SOURCES "")
set(IPCLAB_STACK_LINKS "")

macro(ipclab_stack key)
  cmake_parse_arguments(STACK "" "" "FOUND;SOURCES;LINKS" ${ARGN})
  option(IPCLAB_STACK_${key} "build the stack ${key} where its library is found" ON)
  set(missing "")
  foreach(variable IN LISTS STACK_FOUND)
    if(NOT ${variable})
      list(APPEND missing ${variable})
    endif()
  endforeach()
  if(missing)
    message(STATUS "stack ${key}: left out, no ${missing}")
  elseif(IPCLAB_STACK_${key})
    list(APPEND IPCLAB_BUILT_STACKS ${key})
    list(APPEND IPCLAB_STACK_SOURCES ${STACK_SOURCES})
    list(APPEND IPCLAB_STACK_LINKS ${STACK_LINKS})
  endif()
endmacro()

find_package(Boost 1.74 QUIET)
find_package(OpenSSL 3 QUIET)
pkg_check_modules(ZeroMQ QUIET IMPORTED_TARGET libzmq>=4.3)

set(beast beast/http_side.cpp beast/callers.cpp beast/wire.cpp)
ipclab_stack(http FOUND Boost_FOUND SOURCES impl/http.cpp ${beast} LINKS Boost::headers)
ipclab_stack(https FOUND Boost_FOUND OpenSSL_FOUND SOURCES impl/https.cpp beast/tls.cpp ${beast}
             LINKS Boost::headers OpenSSL::SSL)
ipclab_stack(websocket FOUND Boost_FOUND SOURCES impl/websocket.cpp beast/ws_frames.cpp ${beast} LINKS Boost::headers)
ipclab_stack(jsonRpc FOUND Boost_FOUND SOURCES impl/json_rpc.cpp beast/base64.cpp ${beast}
             LINKS Boost::headers nlohmann_json::nlohmann_json)
ipclab_stack(zeromq FOUND ZeroMQ_FOUND SOURCES impl/zeromq.cpp LINKS PkgConfig::ZeroMQ)

include(IpclabStubs)
set(framed framed/framed_socket.cpp framed/framed_server.cpp)
ipclab_stack(oncRpc FOUND IPCLAB_TIRPC_FOUND IPCLAB_RPCGEN
             SOURCES impl/onc_rpc.cpp onc/onc_messages.cpp onc/onc_client.cpp onc/onc_server.cpp forms/xdr_form.cpp ${framed}
             LINKS ipclab_onc_stubs)
ipclab_stack(grpc FOUND IPCLAB_GRPC_FOUND IPCLAB_PROTOC IPCLAB_GRPC_PLUGIN
             SOURCES impl/grpc.cpp grpc/grpc_acceptor.cpp forms/protobuf_form.cpp ${framed} LINKS ipclab_grpc_stubs)
foreach(key thrift thriftCompact)
  string(REPLACE C _c file ${key})
  ipclab_stack(${key} FOUND IPCLAB_THRIFT_FOUND IPCLAB_THRIFT_COMPILER
               SOURCES impl/${file}.cpp framed/thrift_ends.cpp forms/thrift_forms.cpp ${framed}
               LINKS ipclab_thrift_stubs)
endforeach()
ipclab_stack(dbus FOUND IPCLAB_SDBUS_FOUND IPCLAB_DBUS_DAEMON SOURCES impl/dbus.cpp dbus/bus_daemon.cpp framed/framed_socket.cpp
             LINKS PkgConfig::IPCLAB_SDBUS)

set(IPCLAB_BUILT_STACKS ${IPCLAB_BUILT_STACKS} CACHE INTERNAL "stacks whose library was found")
list(REMOVE_DUPLICATES IPCLAB_STACK_SOURCES)
list(REMOVE_DUPLICATES IPCLAB_STACK_LINKS)
list(TRANSFORM IPCLAB_BUILT_STACKS REPLACE "(.+)" "BUILT_STACK(\\1)\n" OUTPUT_VARIABLE built)
list(JOIN built "" built)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/stacks/built_stacks.def CONTENT "${built}" @ONLY)

# What the compilers of interface languages make of engine/stacks/idl: messages and stubs, in the build folder, as
# libraries of their own without our warnings. Each only where its compiler and library were found.
set(IPCLAB_IDL ${CMAKE_SOURCE_DIR}/engine/stacks/idl)
set(IPCLAB_STUBS ${CMAKE_BINARY_DIR}/stacks/stubs)
file(MAKE_DIRECTORY ${IPCLAB_STUBS})

# Those who link it see its headers as the system's.
function(ipclab_stub_library name)
  cmake_parse_arguments(STUBS "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${STUBS_SOURCES})
  target_include_directories(${name} SYSTEM PUBLIC ${IPCLAB_STUBS})
  target_compile_options(${name} PRIVATE -w)
  target_link_libraries(${name} PUBLIC ${STUBS_LINKS} PRIVATE ipclab_sanitizers)
  set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
endfunction()

# ONC RPC: rpcgen. It does not write over a file that is there.
pkg_check_modules(IPCLAB_TIRPC QUIET IMPORTED_TARGET GLOBAL libtirpc)
find_program(IPCLAB_RPCGEN rpcgen)
function(ipclab_rpcgen kind source output)
  add_custom_command(OUTPUT ${IPCLAB_STUBS}/${output} DEPENDS ${IPCLAB_IDL}/${source}
                     COMMAND ${CMAKE_COMMAND} -E rm -f ${IPCLAB_STUBS}/${output}
                     COMMAND ${IPCLAB_RPCGEN} -C -N -M ${kind} -o ${IPCLAB_STUBS}/${output} ${source}
                     WORKING_DIRECTORY ${IPCLAB_IDL} VERBATIM)
endfunction()
if(IPCLAB_TIRPC_FOUND AND IPCLAB_RPCGEN)
  ipclab_rpcgen(-h link.x link.h)
  ipclab_rpcgen(-c link.x link_xdr.c)
  ipclab_rpcgen(-l link.x link_client.c)
  ipclab_rpcgen(-m link.x link_server.c)
  ipclab_rpcgen(-h record.x record.h)
  ipclab_rpcgen(-c record.x record_xdr.c)
  ipclab_stub_library(ipclab_onc_stubs LINKS PkgConfig::IPCLAB_TIRPC
                      SOURCES ${IPCLAB_STUBS}/link.h ${IPCLAB_STUBS}/link_xdr.c ${IPCLAB_STUBS}/link_client.c
                      ${IPCLAB_STUBS}/link_server.c ${IPCLAB_STUBS}/record.h ${IPCLAB_STUBS}/record_xdr.c)
  target_compile_definitions(ipclab_onc_stubs PRIVATE _GNU_SOURCE)
endif()

# gRPC without TLS: protoc and its plug-in.
pkg_check_modules(IPCLAB_GRPC QUIET IMPORTED_TARGET GLOBAL grpc++_unsecure protobuf)
find_program(IPCLAB_PROTOC protoc)
find_program(IPCLAB_GRPC_PLUGIN grpc_cpp_plugin)
if(IPCLAB_GRPC_FOUND AND IPCLAB_PROTOC AND IPCLAB_GRPC_PLUGIN)
  set(files link.pb.h link.pb.cc link.grpc.pb.h link.grpc.pb.cc record.pb.h record.pb.cc)
  list(TRANSFORM files PREPEND ${IPCLAB_STUBS}/)
  add_custom_command(OUTPUT ${files} DEPENDS ${IPCLAB_IDL}/link.proto ${IPCLAB_IDL}/record.proto
                     COMMAND ${IPCLAB_PROTOC} -I${IPCLAB_IDL} --cpp_out=${IPCLAB_STUBS} link.proto record.proto
                     COMMAND ${IPCLAB_PROTOC} -I${IPCLAB_IDL} --grpc_out=${IPCLAB_STUBS}
                             --plugin=protoc-gen-grpc=${IPCLAB_GRPC_PLUGIN} link.proto
                     VERBATIM)
  ipclab_stub_library(ipclab_grpc_stubs SOURCES ${files} LINKS PkgConfig::IPCLAB_GRPC)
endif()

# Thrift.
pkg_check_modules(IPCLAB_THRIFT QUIET IMPORTED_TARGET GLOBAL thrift)
find_program(IPCLAB_THRIFT_COMPILER thrift)
if(IPCLAB_THRIFT_FOUND AND IPCLAB_THRIFT_COMPILER)
  set(files Link.h Link.cpp link_types.h record_types.h record_types.cpp)
  list(TRANSFORM files PREPEND ${IPCLAB_STUBS}/)
  add_custom_command(OUTPUT ${files} DEPENDS ${IPCLAB_IDL}/link.thrift ${IPCLAB_IDL}/record.thrift
                     COMMAND ${IPCLAB_THRIFT_COMPILER} --gen cpp:no_skeleton -out ${IPCLAB_STUBS} ${IPCLAB_IDL}/link.thrift
                     COMMAND ${IPCLAB_THRIFT_COMPILER} --gen cpp:no_skeleton -out ${IPCLAB_STUBS}
                             ${IPCLAB_IDL}/record.thrift
                     VERBATIM)
  ipclab_stub_library(ipclab_thrift_stubs SOURCES ${files} LINKS PkgConfig::IPCLAB_THRIFT)
endif()

# D-Bus by systemd's library; the bus itself is a program.
pkg_check_modules(IPCLAB_SDBUS QUIET IMPORTED_TARGET GLOBAL libsystemd)
find_program(IPCLAB_DBUS_DAEMON dbus-daemon)

# The tests of core and links alone, so that they can be built without the rooms above.
set(here ${CMAKE_CURRENT_LIST_DIR})
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/rooms/tests)
foreach(folder helpers contract)
  file(CREATE_LINK ${here}/${folder} ${CMAKE_BINARY_DIR}/rooms/tests/${folder} SYMBOLIC)
endforeach()

# Real ends in real processes: shared by the tests of links and whatever else needs them.
add_library(ipclab_test_ends STATIC ${here}/helpers/leak_guard.cpp ${here}/helpers/end_job.cpp ${here}/helpers/link_lab.cpp
            ${here}/helpers/start_end.cpp)
# Taken apart by tests/examples, which brings one of them itself.
set_target_properties(ipclab_test_ends PROPERTIES UNITY_BUILD OFF)
target_include_directories(ipclab_test_ends PUBLIC ${CMAKE_BINARY_DIR}/rooms/tests)
target_link_libraries(ipclab_test_ends PUBLIC ipclab_links GTest::gmock PRIVATE ipclab_warnings)
add_executable(ipclab-test-end ${here}/helpers/end_main.cpp)
target_link_libraries(ipclab-test-end PRIVATE ipclab_test_ends ipclab_warnings)
# The same with the ends of stacks.
add_executable(ipclab-test-stacks-end ${here}/helpers/stacks_end_main.cpp)
target_link_libraries(ipclab-test-stacks-end PRIVATE ipclab_stacks ipclab_test_ends ipclab_warnings)
target_compile_definitions(ipclab_test_ends PRIVATE IPCLAB_TEST_END="$<TARGET_FILE:ipclab-test-end>"
                           IPCLAB_TEST_STACKS_END="$<TARGET_FILE:ipclab-test-stacks-end>")

ipclab_test(ipclab_test_traits SOURCES ${here}/contract/traits_test.cpp ${here}/helpers/other_user.cpp LINKS ipclab_test_ends)
ipclab_test(ipclab_test_contract SOURCES ${here}/contract/processes_test.cpp ${here}/contract/ends_test.cpp ${here}/contract/end_properties_test.cpp ${here}/contract/sync_test.cpp LINKS ipclab_test_ends)
add_dependencies(ipclab_test_contract ipclab-test-end ipclab-test-stacks-end ipclab-stacks)

add_executable(ipclab_bench_links ${here}/bench/links_bench.cpp ${here}/bench/two_processes.cpp ${here}/bench/bare_streams.cpp
               ${here}/bench/bare_udp.cpp ${here}/bench/bare_queues.cpp ${here}/bench/bare_memory.cpp
               ${here}/bench/bare_models.cpp)
target_link_libraries(ipclab_bench_links PRIVATE ipclab_links ipclab_warnings)

ipclab_test(ipclab_test_core SOURCES ${here}/core/histogram_test.cpp ${here}/core/owners_test.cpp
            ${here}/core/run_directory_test.cpp ${here}/core/short_slices_test.cpp
            ${here}/core/guarded_thread_test.cpp ${here}/core/packet_queue_test.cpp
            ${here}/core/run_processes_test.cpp ${here}/core/text_test.cpp ${here}/core/whole_file_test.cpp
            ${here}/core/sentences_test.cpp ${here}/core/connection_test.cpp ${here}/core/call_test.cpp
            ${here}/core/waiting_test.cpp ${here}/core/table_format_test.cpp
            LINKS ipclab_test_ends)
target_include_directories(ipclab_test_core PRIVATE ${here})  # runs/temp_dir.h

ipclab_test(ipclab_test_links SOURCES ${here}/links/framing_test.cpp ${here}/links/message_test.cpp ${here}/links/shared_ring_test.cpp
            ${here}/links/mechanisms_test.cpp ${here}/links/queues_test.cpp ${here}/links/duplex_test.cpp
            ${here}/links/connections_test.cpp LINKS ipclab_test_ends)

# The ends of stacks in one process.
set(stacks_tests ${here}/stacks/stacks_test.cpp)
if("https" IN_LIST IPCLAB_BUILT_STACKS)  # with it all that Boost.Beast brings
  list(APPEND stacks_tests ${here}/stacks/parts_test.cpp ${here}/stacks/strangers_test.cpp)
endif()
list(APPEND stacks_tests ${here}/stacks/forms_test.cpp ${here}/stacks/call_trace_test.cpp ${here}/stacks/grpc_warm_up.cpp)
if("oncRpc" IN_LIST IPCLAB_BUILT_STACKS OR "thrift" IN_LIST IPCLAB_BUILT_STACKS OR "grpc" IN_LIST IPCLAB_BUILT_STACKS)
  list(APPEND stacks_tests ${here}/stacks/framed_strangers_test.cpp)  # with them framed connections
endif()
if("dbus" IN_LIST IPCLAB_BUILT_STACKS)
  list(APPEND stacks_tests ${here}/stacks/dbus_strangers_test.cpp)
endif()
ipclab_test(ipclab_test_stacks SOURCES ${stacks_tests} ${here}/helpers/other_user.cpp LINKS ipclab_stacks ipclab_test_ends)
target_include_directories(ipclab_test_stacks PRIVATE ${here}/stacks)

# Against minimal programs of the libraries: where all of them are there.
set(measured https zeromq oncRpc grpc thrift dbus)
list(REMOVE_ITEM measured ${IPCLAB_BUILT_STACKS})
if(NOT measured)
  find_package(OpenSSL QUIET)
  find_package(Boost QUIET)
  pkg_check_modules(ZeroMQ QUIET IMPORTED_TARGET libzmq)
  add_executable(ipclab_bench_stacks ${here}/bench/stacks_bench.cpp ${here}/bench/two_processes.cpp
                 ${here}/bench/bare_http.cpp ${here}/bench/bare_websocket.cpp ${here}/bench/bare_zeromq.cpp
                 ${here}/bench/bare_onc_rpc.cpp ${here}/bench/bare_grpc.cpp ${here}/bench/bare_thrift.cpp
                 ${here}/bench/bare_dbus.cpp)
  target_link_libraries(ipclab_bench_stacks PRIVATE ipclab_stacks Boost::headers OpenSSL::SSL PkgConfig::ZeroMQ
                        ipclab_onc_stubs ipclab_grpc_stubs ipclab_thrift_stubs PkgConfig::IPCLAB_SDBUS nlohmann_json::nlohmann_json ipclab_warnings)
  set_target_properties(ipclab_bench_stacks PROPERTIES UNITY_BUILD OFF)
endif()

add_subdirectory(${here}/examples)

# ipclab_test(<name> SOURCES <files…> LINKS <targets…>): a GoogleTest program whose tests CTest knows one by one.
# gtest_main is linked unless a source brings its own main. Discovered when ctest runs, not while building, and
# ended after a minute, or five with a sanitizer: a test of interprocess communication that fails tends to hang.
include(GoogleTest)

# What a test itself does needs no optimizing, and compiles in half the time; what it tests is made as ever.
set(IPCLAB_TEST_OPTIONS -O0 -U_FORTIFY_SOURCE)

function(ipclab_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;LINKS" ${ARGN})
  set(headers tests)
  if(Qt6::Test IN_LIST TEST_LINKS)
    set(headers window_tests)
  endif()
  add_executable(${name} ${TEST_SOURCES})
  target_link_libraries(${name} PRIVATE ${TEST_LINKS} GTest::gtest_main GTest::gmock ipclab_sanitizers ipclab_warnings)
  ipclab_use_precompiled(${name} ${headers})
  # As the precompiled headers are: one setting for all, whether Qt asks for it or not.
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
  target_compile_options(${name} PRIVATE -fPIC ${IPCLAB_TEST_OPTIONS})
  set(seconds 60)
  if(IPCLAB_SANITIZE)
    set(seconds 300)
  endif()
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT ${seconds})
endfunction()

# ipclab_benchmark(<name> SOURCES <files…> LINKS <targets…>): a Google Benchmark program; never a test.
function(ipclab_benchmark name)
  cmake_parse_arguments(BENCH "" "" "SOURCES;LINKS" ${ARGN})
  if(TARGET benchmark::benchmark)
    add_executable(${name} ${BENCH_SOURCES})
    target_link_libraries(${name} PRIVATE ${BENCH_LINKS} benchmark::benchmark ipclab_warnings)
  endif()
endfunction()

# ipclab_demo(<name> SOURCES <files…> LINKS <targets…>): something to look at; built by name only.
function(ipclab_demo name)
  cmake_parse_arguments(DEMO "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} EXCLUDE_FROM_ALL ${DEMO_SOURCES})
  target_link_libraries(${name} PRIVATE ${DEMO_LINKS} ipclab_warnings)
endfunction()

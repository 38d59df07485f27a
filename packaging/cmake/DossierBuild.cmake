# How every target of the project is compiled: language level, warnings, sanitizers, precompiled headers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
# Qt's generated sources sit in the build tree and are not ours to keep free of warnings.
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT MSVC)
    # The precompiled header's time stamp would otherwise make every object a miss.
    set(launcher "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${CCACHE_PROGRAM}")
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

add_library(dossier_options INTERFACE)
target_compile_features(dossier_options INTERFACE cxx_std_20)
target_include_directories(dossier_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(dossier_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400
    DOSSIER_VERSION="${PROJECT_VERSION}")
if(MSVC)
    target_compile_options(dossier_options INTERFACE /W4 /utf-8 /permissive- /Zc:__cplusplus)
else()
    target_compile_options(dossier_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Woverloaded-virtual -Wswitch-enum -Wformat=2)
    # GCC 12 believes that the other alternative of Result's std::variant is read (GCC bugs 80635, 105562).
    target_compile_options(dossier_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    # ccache and precompiled headers agree only with this
    target_compile_options(dossier_options INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Xclang -fno-pch-timestamp>)
endif()
if(DOSSIER_SANITIZE STREQUAL "address")
    target_compile_options(dossier_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(dossier_options INTERFACE -fsanitize=address,undefined)
elseif(DOSSIER_SANITIZE STREQUAL "thread")
    target_compile_options(dossier_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
    target_link_options(dossier_options INTERFACE -fsanitize=thread)
endif()

if(DOSSIER_FUZZ)
    # What libFuzzer steers by; its main comes only into the fuzz programs (tests/fuzz). Comparisons are not traced: it costs
    # a fifth of the runs, most texts are compared within Qt, and the dictionaries have the words.
    target_compile_options(dossier_options INTERFACE -fsanitize=fuzzer-no-link -fno-sanitize-coverage=trace-cmp)
endif()

# One floor of core: every source of core/<name>, as a static library core_<name>.
#   dossier_floor(records core_security Qt6::Sql)
function(dossier_floor name)
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.h")
    dossier_platform_sources(sources)
    if(NOT sources)
        return()
    endif()
    add_library(core_${name} STATIC ${sources})
    target_link_libraries(core_${name} PUBLIC dossier_options Qt6::Core ${ARGN})
    dossier_faster(core_${name})
endfunction()

# Leaves out the sources that belong to another platform: …Win.cpp, …Mac.cpp, …Linux.cpp, …Unix.cpp
function(dossier_platform_sources variable)
    set(files ${${variable}})
    if(WIN32)
        list(FILTER files EXCLUDE REGEX "(Mac|Linux|Unix)\\.(cpp|mm)$")
    elseif(APPLE)
        list(FILTER files EXCLUDE REGEX "(Win|Linux)\\.cpp$")
    else()
        list(FILTER files EXCLUDE REGEX "(Win|Mac)\\.(cpp|mm)$")
    endif()
    set(${variable} ${files} PARENT_SCOPE)
endfunction()

function(dossier_faster target)
    target_precompile_headers(${target} PRIVATE <QString> <QHash> <QVector> <QDateTime> <memory> <optional> <variant> <vector> <functional>)
    if(DOSSIER_UNITY)
        dossier_unity(${target})
    endif()
endfunction()

function(dossier_unity target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    # What belongs to one platform stands alone: its headers are its own, and checks for another platform pass it over.
    get_target_property(own ${target} SOURCES)
    list(FILTER own INCLUDE REGEX "(Win|Mac|Linux|Unix)\\.(cpp|mm)$")
    if(own)
        set_source_files_properties(${own} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
endfunction()

# Where the test programs see this computer's disk: under Wine it is a drive.
set(DOSSIER_TEST_DRIVE "")
if(WIN32 AND CMAKE_CROSSCOMPILING)
    set(DOSSIER_TEST_DRIVE "Z:")
endif()

# A Catch2 test program: dossier_test(test_standardize SOURCES… LIBRARIES core_standardize). SHARDS 4: its cases are four tests,
# side by side. COST: about how many seconds, so that on a fresh machine the long ones do not begin last.
function(dossier_test target)
    cmake_parse_arguments(arg "" "SHARDS;COST" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    add_executable(${target} ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE dossier_options ${arg_LIBRARIES} Catch2::Catch2)
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    dossier_faster(${target})
    # A sanitizer makes a program several times as slow, the one of threads most; Wine takes a second to start one.
    if(DOSSIER_SANITIZE OR DOSSIER_TEST_DRIVE)
        set(longest 2400)
    else()
        set(longest 1200)
    endif()
    set(tests ${target})
    if(arg_SHARDS)
        list(TRANSFORM tests APPEND "_1")
        foreach(shard RANGE 2 ${arg_SHARDS})
            list(APPEND tests ${target}_${shard})
        endforeach()
        math(EXPR shard 0)
        foreach(test IN LISTS tests)
            add_test(NAME ${test} COMMAND ${target} --shard-count ${arg_SHARDS} --shard-index ${shard})
            math(EXPR shard "${shard} + 1")
        endforeach()
        if(WIN32 OR APPLE) # the system says where its data lies: there is one such place for a program
            set_tests_properties(${tests} PROPERTIES RESOURCE_LOCK ${target})
        endif()
    else()
        add_test(NAME ${target} COMMAND ${target})
    endif()
    set_tests_properties(${tests} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${longest}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;DOSSIER_SOURCE_DIR=${DOSSIER_TEST_DRIVE}${PROJECT_SOURCE_DIR}")
    if(arg_COST)
        set_tests_properties(${tests} PROPERTIES COST ${arg_COST})
    endif()
endfunction()

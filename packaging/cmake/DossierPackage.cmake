# What is installed, and the packages made of it. `cpack --preset …` is not needed: `cpack` in the build folder makes what its
# system has: NSIS installer and zip for Windows, a .deb on Linux, a disk image on macOS. packaging/SIGNING.md says what is signed.
if(NOT PROJECT_IS_TOP_LEVEL OR NOT DOSSIER_WINDOW)
    return()
endif()
set(packaging "${PROJECT_SOURCE_DIR}/packaging")

set(CPACK_PACKAGE_NAME dossier)
set(CPACK_PACKAGE_VENDOR "Dossier")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Client records of a small office, encrypted, without a server")
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
# One package; nothing that a subproject installs comes along.
set(CPACK_INSTALL_CMAKE_PROJECTS "${PROJECT_BINARY_DIR};dossier;program;/")
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program)

if(WIN32)
    include(PackageWindows)
elseif(APPLE)
    include(PackageMac)
else()
    include(PackageLinux)
endif()
include(CPack)

# The pictures in the containers of Windows and macOS, made anew when icons/dossier.svg has changed.
if(NOT CMAKE_CROSSCOMPILING)
    add_executable(make_icons EXCLUDE_FROM_ALL "${packaging}/icons/MakeIcons.cpp")
    target_link_libraries(make_icons PRIVATE dossier_options Qt6::Gui Qt6::Svg)
    add_custom_target(program_icons
        COMMAND ${CMAKE_COMMAND} -E env QT_QPA_PLATFORM=offscreen $<TARGET_FILE:make_icons>
            "${packaging}/icons/dossier.svg" "${packaging}/windows/dossier.ico" "${packaging}/mac/dossier.icns"
            "${packaging}/windows/installer.bmp")
endif()

# macOS: the program as a bundle with Qt inside, on a disk image to drag from. dossierctl lies within the bundle, beside the
# program whose libraries it shares. packaging/SIGNING.md says how both are signed and notarized.
set(minimum "${CMAKE_OSX_DEPLOYMENT_TARGET}")
if(NOT minimum) # then the compiler builds for the system that it runs on
    execute_process(COMMAND sw_vers -productVersion OUTPUT_VARIABLE minimum OUTPUT_STRIP_TRAILING_WHITESPACE)
    string(REGEX MATCH "^[0-9]+" minimum "${minimum}")
endif()
configure_file("${packaging}/mac/Info.plist.in" "${PROJECT_BINARY_DIR}/packaging/Info.plist.in" @ONLY)
set_target_properties(dossier PROPERTIES
    MACOSX_BUNDLE ON
    OUTPUT_NAME Dossier
    MACOSX_BUNDLE_INFO_PLIST "${PROJECT_BINARY_DIR}/packaging/Info.plist.in")
target_sources(dossier PRIVATE "${packaging}/mac/dossier.icns")
set_source_files_properties("${packaging}/mac/dossier.icns" TARGET_DIRECTORY dossier PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
foreach(language en zh-Hans)
    set(names "${packaging}/mac/${language}.lproj/InfoPlist.strings")
    target_sources(dossier PRIVATE "${names}")
    set_source_files_properties("${names}" TARGET_DIRECTORY dossier PROPERTIES MACOSX_PACKAGE_LOCATION "Resources/${language}.lproj")
endforeach()

install(TARGETS dossier BUNDLE DESTINATION . COMPONENT program)
install(TARGETS dossierctl RUNTIME DESTINATION Dossier.app/Contents/MacOS COMPONENT program)
get_filename_component(qt_programs "${Qt6_DIR}/../../../bin" ABSOLUTE)
find_program(MACDEPLOYQT macdeployqt HINTS "${qt_programs}" REQUIRED)
install(CODE "
    execute_process(COMMAND \"${MACDEPLOYQT}\" \"\${CMAKE_INSTALL_PREFIX}/Dossier.app\"
        \"-executable=\${CMAKE_INSTALL_PREFIX}/Dossier.app/Contents/MacOS/dossierctl\" -always-overwrite
        COMMAND_ERROR_IS_FATAL ANY)" COMPONENT program)
# With the name of a certificate in the keychain the bundle is signed for the hardened runtime, inside out; without one it gets
# the ad hoc signature that Apple silicon wants of every program.
set(DOSSIER_SIGN_IDENTITY "-" CACHE STRING "macOS: whose certificate signs, as codesign knows it; - for none")
configure_file("${packaging}/mac/sign.cmake.in" "${PROJECT_BINARY_DIR}/packaging/sign.cmake" @ONLY)
install(SCRIPT "${PROJECT_BINARY_DIR}/packaging/sign.cmake" COMPONENT program)

set(CPACK_GENERATOR DragNDrop)
set(CPACK_PACKAGE_FILE_NAME "dossier-${PROJECT_VERSION}-macos-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_DMG_VOLUME_NAME "Dossier ${PROJECT_VERSION}")
set(CPACK_DMG_FORMAT UDZO)
# A signed bundle must not be changed any more.
set(CPACK_STRIP_FILES OFF)

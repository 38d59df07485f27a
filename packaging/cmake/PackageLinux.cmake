# Linux: the places of the freedesktop.org specifications, and a .deb whose dependencies are read from the programs.
include(GNUInstallDirs)
set(id org.dossier.Dossier)
string(TIMESTAMP DOSSIER_RELEASE_DATE "%Y-%m-%d" UTC) # SOURCE_DATE_EPOCH, where it is set
configure_file("${packaging}/linux/${id}.metainfo.xml.in" "${PROJECT_BINARY_DIR}/packaging/${id}.metainfo.xml" @ONLY)
install(TARGETS dossier dossierctl RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT program)
install(FILES "${packaging}/linux/${id}.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications" COMPONENT program)
install(FILES "${packaging}/icons/dossier.svg" RENAME ${id}.svg
    DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps" COMPONENT program)
install(FILES "${PROJECT_BINARY_DIR}/packaging/${id}.metainfo.xml"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo" COMPONENT program)
install(FILES "${packaging}/dossierctl.bash" RENAME dossierctl
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT program)
install(FILES "${packaging}/linux/copyright" "${packaging}/scripting.md" "${packaging}/update-notice.md"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/dossier" COMPONENT program)
# Debian wants these small ones compressed, and without a time stamp.
find_program(GZIP_PROGRAM gzip REQUIRED)
string(TIMESTAMP DOSSIER_CHANGELOG_DATE "%a, %d %b %Y 00:00:00 +0000" UTC)
configure_file("${packaging}/linux/changelog.in" "${PROJECT_BINARY_DIR}/packaging/debian/changelog" @ONLY)
foreach(file "${packaging}/dossierctl.1" "${packaging}/linux/dossier.1" "${PROJECT_SOURCE_DIR}/CHANGELOG.md"
        "${PROJECT_BINARY_DIR}/packaging/debian/changelog")
    cmake_path(GET file FILENAME name)
    set(packed "${PROJECT_BINARY_DIR}/packaging/${name}.gz")
    add_custom_command(OUTPUT "${packed}" DEPENDS "${file}"
        COMMAND ${CMAKE_COMMAND} -E copy "${file}" "${PROJECT_BINARY_DIR}/packaging/${name}"
        COMMAND "${GZIP_PROGRAM}" -9nf "${PROJECT_BINARY_DIR}/packaging/${name}" VERBATIM)
    list(APPEND packed_files "${packed}")
endforeach()
add_custom_target(packed_documents ALL DEPENDS ${packed_files})
install(FILES "${PROJECT_BINARY_DIR}/packaging/dossierctl.1.gz" "${PROJECT_BINARY_DIR}/packaging/dossier.1.gz"
    DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT program)
install(FILES "${PROJECT_BINARY_DIR}/packaging/CHANGELOG.md.gz" RENAME NEWS.md.gz
    DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/dossier" COMPONENT program)
install(FILES "${PROJECT_BINARY_DIR}/packaging/changelog.gz"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/dossier" COMPONENT program)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The makers of Dossier <maintainers@dossier.invalid>")
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "\
Keeps the client records of an office right, current and without duplicates.
One encrypted folder, on this computer or on a share, is the whole office;
there is no server. Window (dossier) and command line (dossierctl), in Chinese
and English.")
# Libraries by what the programs link; Qt's plugins are asked for at run time, which nobody can read out of them.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-qpa-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

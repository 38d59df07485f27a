# cmake -DROOT=<source dir> -P CheckFloors.cmake
# Reads every include of core and refuses one that climbs: a folder of core may include itself and the folders of
# lower floors, and nothing of the screen. Linking does not show this, because a system's Qt headers all lie in one
# include path.
set(FLOORS
    base:0
    crypto:1 standardize:1
    storage:2
    security:3
    records:4
    validation:5 search:5
    duplicates:6 lifecycle:6
    approval:7 quality:7
    exchange:8 reports:8
    workspace:9)
foreach(entry IN LISTS FLOORS)
    string(REPLACE ":" ";" entry "${entry}")
    list(GET entry 0 folder)
    list(GET entry 1 "floor_of_${folder}")
endforeach()

set(screen "^[ \t]*#[ \t]*include[ \t]*<(Qt(Widgets|Gui|Svg|PrintSupport)/|Q(Widget|Application|GuiApplication|MessageBox|Dialog|Pixmap|Image|Icon|Color|Font|Painter|Clipboard)[A-Za-z]*>)")

file(GLOB_RECURSE sources RELATIVE "${ROOT}" "${ROOT}/core/*.h" "${ROOT}/core/*.cpp")
if(NOT sources)
    message(FATAL_ERROR "no sources below ${ROOT}/core: this test would prove nothing")
endif()
foreach(source IN LISTS sources)
    string(REGEX REPLACE "^core/([^/]+)/.*$" "\\1" own "${source}")
    if(NOT DEFINED "floor_of_${own}")
        message(SEND_ERROR "${source}: stands in no known folder of core")
        continue()
    endif()
    file(STRINGS "${ROOT}/${source}" lines REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS lines)
        if(line MATCHES "${screen}")
            message(SEND_ERROR "${source}: core knows nothing of a screen: ${line}")
        elseif(line MATCHES "\"core/([a-z]+)/[^\"]+\"")
            set(other "${CMAKE_MATCH_1}")
            if(NOT DEFINED "floor_of_${other}")
                message(SEND_ERROR "${source}: no such folder of core: ${line}")
            elseif(NOT other STREQUAL own AND NOT "${floor_of_${other}}" LESS "${floor_of_${own}}")
                message(SEND_ERROR "${source}: ${own} (floor ${floor_of_${own}}) may not include ${other} (floor ${floor_of_${other}})")
            endif()
        elseif(line MATCHES "\"[^\"]*\"" AND NOT line MATCHES "\\.moc\"")
            message(SEND_ERROR "${source}: includes are written from the root, \"core/…\": ${line}")
        endif()
    endforeach()
endforeach()

#!/usr/bin/env bash
# install.sh INSTALLER.exe [--zip FILE.zip] [--older INSTALLER.exe] [--pictures DIR]: installs, starts, updates and uninstalls
# Dossier under Wine, and says of each step what it found. Exit 1 where something is not as it must be.
#
# Everything happens in a Wine prefix of its own that is made here and removed at the end (INSTALL_PREFIX keeps one). Needs wine, and
# Xvfb where there is no display. Wine is not Windows: no UAC, no SmartScreen, no antivirus, no Explorer that would show the menu.
set -uo pipefail
file() { readlink -e "$1" || { echo "install.sh: no file $1" >&2; exit 2; }; } # the script goes elsewhere
installer=$(file "${1:?which installer?}") || exit 2; shift
zip= older= pictures=
while [ $# -gt 0 ]; do
    case $1 in --zip) zip=$(file "$2") || exit 2;; --older) older=$(file "$2") || exit 2;; --pictures) pictures=$(readlink -m "$2");; *) echo "install.sh: what is $1?" >&2; exit 2;; esac
    shift 2
done
version=$(basename "$installer" | sed -n 's/^dossier-\([0-9.]*\)-.*/\1/p')

work=$(mktemp -d)
export WINEPREFIX=${INSTALL_PREFIX:-$work/prefix}
export WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe=d" LC_ALL=${WINE_LOCALE:-C.UTF-8}
screen=
if [ -z "${DISPLAY:-}" ]; then
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 & screen=$!
    for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
    export DISPLAY=:$(cat "$work/display")
fi
leave() {
    wineserver -k 2>/dev/null
    [ -n "$screen" ] && kill "$screen" 2>/dev/null
    rm -rf "$work"
}
trap leave EXIT

failures=0
check() { # words, then a command that says whether it is so
    local words=$1; shift
    if "$@" >/dev/null 2>&1; then echo "  ok      $words"; else echo "  WRONG   $words"; failures=$((failures + 1)); fi
}
none() { ! "$@"; }
step() { echo; echo "$*"; }
win() { timeout 300 wine "$@" </dev/null; }
quietly() { win "$@" >"$work/out" 2>&1; }
# A key of the registry as text; wine's reg writes the console's code page, which is UTF-8 here.
registry() { win reg query "$@" 2>/dev/null | tr -d '\r'; }
picture() { # name: what the screen shows
    [ -n "$pictures" ] && command -v import >/dev/null || return 0
    mkdir -p "$pictures"; import -display "$DISPLAY" -window root "$pictures/$1.png"
}
# An uninstaller goes on in a copy of itself.
until_gone() { for _ in $(seq 100); do [ -e "$1" ] || return 0; sleep 0.2; done; return 1; }

uninstall_key='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Dossier'
folder_key='HKCU\Software\Classes\Directory\shell\Dossier.Open'

[ -e "$WINEPREFIX/system.reg" ] || wineboot -u >/dev/null 2>&1
wineserver -w
quietly winecfg -v win10; wineserver -w
user=$(ls "$WINEPREFIX/drive_c/users" | grep -v Public | head -1)
home=$WINEPREFIX/drive_c/users/$user
programs=$home/AppData/Local/Programs/Dossier
menu="$home/AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
echo "$(wine --version), $(basename "$installer") of $(stat -c %s "$installer") bytes, version $version"

step "Silent installation for one person"
before=$(find "$WINEPREFIX/drive_c/Program Files" "$WINEPREFIX/drive_c/windows" | sort | sha256sum)
quietly "$installer" /S; code=$?
check "ends with 0 (it was $code)" [ $code = 0 ]
for file in dossier.exe dossierctl.exe Qt6Core.dll Qt6Widgets.dll platforms/qwindows.dll LICENSE.txt README.txt uninstall.exe; do
    check "$file is there" [ -f "$programs/$file" ]
done
check "nothing is in Program Files and Windows" [ "$before" = "$(find "$WINEPREFIX/drive_c/Program Files" "$WINEPREFIX/drive_c/windows" | sort | sha256sum)" ]
check "the start menu has it" [ -f "$menu/Dossier.lnk" ]
check "Windows knows the version" grep -q "DisplayVersion.*$version" <(registry "$uninstall_key")
check "and how to take it away" grep -q 'QuietUninstallString.*uninstall.exe" /S' <(registry "$uninstall_key")
check "folders named ….dossier open with it" grep -q 'dossier.exe" "%1"' <(registry "$folder_key\\command")
echo "  $(find "$programs" -type f | wc -l) files, $(du -sm "$programs" | cut -f1) MB"

step "The installed programs"
cd "$work" || exit 1
check "dossierctl says its version" grep -q "$version" <(win "$programs/dossierctl.exe" --version)
office="$home/客户 资料/Acme 公司.dossier"
mkdir -p "$(dirname "$office")"
place=$(winepath -w "$office")
printf 'granite walrus umbrella\n' >"$work/password"
password=$(winepath -w "$work/password")
ctl() { win "$programs/dossierctl.exe" --office "$place" --user li --password-file "$password" "$@"; }
check "an office is made in a folder with Chinese letters and blanks" \
    ctl office create --name Acme --admin li --recovery-file - --kdf-memory 64
check "a client is entered" ctl client add --set type=company --set "name=Acme Ltd"
check "and listed" grep -q '"total": *1' <(ctl --json client list)
quietly reg add 'HKCU\Software\Dossier\Dossier' /v language /d zh /f

window=
start_window() { wine "$programs/dossier.exe" "$@" </dev/null >/dev/null 2>&1 & window=$!; sleep "${WINDOW_WAIT:-10}"; }
runs() { kill -0 "$window"; }
close_window() { quietly taskkill /F /IM dossier.exe; wait "$window" 2>/dev/null; }
start_window "$place"
check "the window starts on this office and stays" runs
picture window

step "An update while it runs"
quietly "$installer" /S; code=$?
check "is refused with 3 (it was $code)" [ $code = 3 ]
check "and leaves the program whole" [ -f "$programs/dossier.exe" ]
close_window
check "it is closed now" none runs

step "An update when it is closed"
touch "$programs/notes of mine.txt"
if [ -n "$older" ]; then
    quietly "$older" /S; code=$?
    check "an older version over a newer one is refused with 4 (it was $code)" [ $code = 4 ]
    quietly "$programs/uninstall.exe" /S; until_gone "$programs/dossier.exe"; until_gone "$programs/uninstall.exe"
    quietly "$older" /S "/OFFICE=$place"
    check "the older version is installed" [ -f "$programs/dossier.exe" ]
fi
quietly "$installer" /S; code=$?
check "ends with 0 (it was $code)" [ $code = 0 ]
check "Windows knows the version" grep -q "DisplayVersion.*$version" <(registry "$uninstall_key")
check "what the person put there is still there" [ -f "$programs/notes of mine.txt" ]
[ -n "$older" ] && check "the office's shortcut has stayed" [ -f "$menu/Dossier - Acme 公司.lnk" ]

step "A shortcut that opens an office"
quietly "$installer" /S "/OFFICE=$place"; code=$?
check "ends with 0 (it was $code)" [ $code = 0 ]
check "the start menu has it" [ -f "$menu/Dossier - Acme 公司.lnk" ]
check "the desktop has it" [ -f "$home/Desktop/Dossier - Acme 公司.lnk" ]
check "it names the office" grep -qaP 'A\x00c\x00m\x00e\x00' "$menu/Dossier - Acme 公司.lnk"

step "Uninstalling"
start_window
quietly "$programs/uninstall.exe" /S "_?=$(winepath -w "$programs")"; code=$?
check "is refused with 3 while the program runs (it was $code)" [ $code = 3 ]
close_window
quietly "$programs/uninstall.exe" /S
until_gone "$programs/uninstall.exe"
check "the programs are gone" none [ -e "$programs/dossier.exe" ]
check "and the libraries" none [ -e "$programs/Qt6Core.dll" ]
check "and the plugins with their folders" none [ -e "$programs/platforms" ]
check "the start menu is as before" none [ -e "$menu/Dossier.lnk" ]
check "the office's shortcuts are gone" none [ -e "$home/Desktop/Dossier - Acme 公司.lnk" ]
check "Windows lists it no more" none grep -q Display <(registry "$uninstall_key")
check "the menu of folders is as before" none grep -q dossier <(registry "$folder_key")
check "what the person put into the folder is still there" [ -f "$programs/notes of mine.txt" ]
check "the office is untouched" [ -f "$office/office.db" ]
check "the settings are untouched" grep -q language <(registry 'HKCU\Software\Dossier\Dossier')
rm -rf "$programs"

step "A folder of one's own with Chinese letters and blanks"
programs="$WINEPREFIX/drive_c/办公 软件/客户 档案"
# /D takes the rest of the line without quotes, which only a shell of Windows passes on like that.
cp "$installer" "$WINEPREFIX/drive_c/setup.exe"
quietly cmd /c 'C:\setup.exe /S /D=C:\办公 软件\客户 档案'; code=$?
check "ends with 0 (it was $code)" [ $code = 0 ]
check "the programs are there" [ -f "$programs/dossier.exe" ]
check "dossierctl runs from there" grep -q "$version" <(win "$programs/dossierctl.exe" --version)
check "and reads the office" grep -q '"total": *1' <(ctl --json client list)
start_window
check "the window starts from there" runs
close_window
check "an update finds the folder by itself" quietly "$installer" /S
check "and does not go elsewhere" none [ -e "$home/AppData/Local/Programs/Dossier/dossier.exe" ]
quietly "$programs/uninstall.exe" /S; until_gone "$programs"
check "uninstalled, the folder is gone" none [ -e "$programs" ]

if [ -n "$zip" ]; then
    step "The portable zip ($(stat -c %s "$zip") bytes)"
    mkdir -p "$WINEPREFIX/drive_c/便携 版"
    (cd "$WINEPREFIX/drive_c/便携 版" && unzip -q "$zip")
    programs=$(dirname "$(find "$WINEPREFIX/drive_c/便携 版" -name dossier.exe)")
    check "has a folder, and a README in it" [ -f "$programs/README.txt" ]
    check "dossierctl runs from there" grep -q "$version" <(win "$programs/dossierctl.exe" --version)
    start_window
    check "the window starts from there" runs
    close_window
fi

if [ -n "$pictures" ]; then
    step "What people see"
    for locale in en_US.UTF-8 zh_CN.UTF-8; do
        [ "$(LC_ALL=$locale locale charmap 2>&1)" = UTF-8 ] || { echo "  (no locale $locale on this machine)"; continue; }
        wineserver -k; wineserver -w
        LC_ALL=$locale wine "$installer" >/dev/null 2>&1 & sleep 8
        picture "installer-${locale%%.*}"
        wineserver -k; wineserver -w
    done
    echo "  pictures in $pictures"
fi

echo
[ $failures = 0 ] && echo "all as it must be" || echo "$failures not as it must be"
[ $failures = 0 ]

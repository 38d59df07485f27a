#!/usr/bin/env bash
# A program for Linux and one for Windows (under Wine) on one office of this computer at the same time. Wine keeps the locks of
# Windows programs also as the system's own, so the two should keep each other out; if they did not, that should be seen, and
# never a record be lost or stored twice. Exit 77: one of the two is not there.
#   together.sh dossierctl dossierctl.exe [emulator…]
set -uo pipefail
linux=$1 windows=$2; shift 2
[ -x "$linux" ] && [ -e "$windows" ] || { echo "together: build both first"; exit 77; }
work=$(mktemp -d); export HOME=$work/home XDG_DATA_HOME=$work/home
trap 'rm -rf "$work"' EXIT
cd "$work" && mkdir home
printf 'granite walrus umbrella\n' >password
who=(--office Acme.dossier --user li --password-file password --language en)
emulator=("$@")
on() { # linux|windows words…
    local system=$1; shift
    if [ "$system" = linux ]; then "$linux" "${who[@]}" "$@"; else "${emulator[@]}" "$windows" "${who[@]}" "$@"; fi
}
failed=0
check() { # what, expected, found
    if [ "$2" = "$3" ]; then echo "ok      $1: $3"; else echo "FAILED  $1: $3 instead of $2"; failed=1; fi
}
total() { on "$1" --json client list --limit 1 | sed -n 's/.*"total": \([0-9]*\).*/\1/p'; }
adds() { # mark count
    local i; for i in $(seq "$2"); do echo "client add --force --set 'name=苏州$1-$i号贸易有限公司'"; done
}
accepted() { grep -c '"exit":0' "$1"; }

on linux office create --name Acme --admin li --recovery-file code --kdf-memory 64 >/dev/null || exit 1
on windows client list >/dev/null; check "Windows opens what Linux made" 0 $?

echo "-- the lock test between the two"
on windows --json office test-share --with-another-computer --wait 120 >meet.windows 2>&1 & meeting=$!
on linux --json office test-share --with-another-computer --wait 120 >meet.linux 2>&1; check "Linux" 0 $?
wait $meeting; check "Windows" 0 $?
grep -hE '"(name|ok)"' meet.linux | paste - - | sed 's/ *"//g; s/,//g' | sed 's/^/        /'

echo "-- both save at once"
count=40
adds windows $count | on windows --json batch - >saved.windows & both=$!
adds linux $count | on linux --json batch - >saved.linux
wait $both
check "accepted from Linux" $count "$(accepted saved.linux)"
check "accepted from Windows" $count "$(accepted saved.windows)"
for system in linux windows; do check "seen from $system" $((2 * count)) "$(total $system)"; done

echo "-- one is killed in the middle of saving"
many=400
for killed in windows linux; do
    other=linux; [ $killed = linux ] && other=windows
    before=$(total $other)
    adds "killed-$killed" $many >orders
    if [ $killed = linux ]; then "$linux" "${who[@]}" --json batch - <orders >cut.$killed 2>/dev/null & victim=$!
    else "${emulator[@]}" "$windows" "${who[@]}" --json batch - <orders >cut.$killed 2>/dev/null & victim=$!; fi
    until [ "$(accepted cut.$killed)" -ge 5 ] || ! kill -0 $victim 2>/dev/null; do sleep 0.02; done
    kill -9 $victim; wait $victim 2>/dev/null; check "end of $killed by the kill" 137 $?
    told=$(accepted cut.$killed); sleep 1
    check "saved by $killed after it was killed" 0 $(( $(accepted cut.$killed) - told )) # what emulates it has not left it behind
    if [ "$told" -ge 5 ] && [ "$told" -lt $many ]; then check "it was in the middle, at" "$told" "$told"
    else check "accepted from $killed when it was killed" "5 to $many" "$told"; fi
    adds "after-$killed" 10 | on $other --json batch - >after.$other
    check "accepted from $other after $killed was killed" 10 "$(accepted after.$other)"
    lost=$(( before + $(accepted cut.$killed) + 10 - $(total $other) )) # one whose answer was not read any more is no loss
    if [ $lost -eq 0 ] || [ $lost -eq -1 ]; then lost=0; fi
    check "lost of what $killed was told to be saved" 0 "$lost"
done

echo "-- whole"
for system in linux windows; do
    on $system office check >/dev/null; check "office check on $system" 0 $?
    on $system audit verify >/dev/null; check "audit verify on $system" 0 $?
done
check "the same number on both" "$(total linux)" "$(total windows)"
exit $failed

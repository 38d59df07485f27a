#!/usr/bin/env bash
# own-share.sh emulator…: gives Wine what Windows has by itself, the computer's drives as shares (\\localhost\c$), so that tests can
# open offices by such paths. Wine looks for the folders of a share among its drives, under unc; what lies there are links to the
# drives themselves. Still no SMB: the file, its locks and its caches are those of the local disk.
set -euo pipefail
drives=$(dirname "$("$@" winepath -u 'C:\' | tr -d '\r')")
[ -d "$drives" ] || { echo "own-share: no drives of Wine found"; exit 1; }
mkdir -p "$drives/unc/localhost"
for drive in "$drives"/[a-z]:; do
    letter=$(basename "$drive" :)
    ln -sfn "../../$letter:" "$drives/unc/localhost/$letter\$"
done
ls "$drives/unc/localhost"

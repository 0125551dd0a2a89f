#!/usr/bin/env bash
# rooms_diagram.sh [ROOT]: the arrows of README's "Who may include whom" are those that the build allows: who links
# whom, directly or through others. Prints what only one of them has. rooms_diagram.sh --self-test: it can fail.
set -euo pipefail
export LC_ALL=C.UTF-8

# reaches: from "LOWER UPPER" pairs all pairs, through others too, sorted.
reaches() {
    awk '{ arrow[$1, $2] = 1; room[$1]; room[$2] }
         END {
             for (via in room) for (low in room) if ((low, via) in arrow)
                 for (high in room) if ((via, high) in arrow) arrow[low, high] = 1
             for (pair in arrow) { split(pair, ends, SUBSEP); print ends[1], ends[2] }
         }' | sort
}

# "a, b ← c ← d": a c, b c, c d. What stands behind two spaces says more about the line.
inReadme() {
    awk '/^## Who may include whom/ { here = 1 } here && /^```/ { if (++fences == 2) exit; next } fences == 1' "$1/README.md" |
        sed 's/  .*//' | awk -F ' ← ' '{
            for (i = 1; i < NF; ++i) {
                low = split($i, lows, ", "); high = split($(i + 1), highs, ", ")
                for (l = 1; l <= low; ++l) for (h = 1; h <= high; ++h) print lows[l], highs[h]
            }
        }' | reaches
}

inBuild() {
    cat "$1"/{engine,widgets,app}/CMakeLists.txt |
        sed -nE 's/^ *ipclab_room\(([a-z_]+) [^ ]+ LINKS ([^)]*)\).*/\1 \2/p' |
        awk '{ for (i = 2; i <= NF; ++i) if (sub(/^ipclab_/, "", $i)) print $i, $1 }' | reaches
}

compare() {
    local differences
    differences=$(diff <(inReadme "$1") <(inBuild "$1") |
                      sed -nE 's/^< (.*) (.*)/README alone says: \1 ← \2/p; s/^> (.*) (.*)/the build alone allows: \1 ← \2/p') || true
    [[ -n $(inBuild "$1") ]] || { printf 'no room was found\n'; return 1; }
    [[ -z $differences ]] || { printf '%s\n' "$differences"; return 1; }
    printf 'README draws the rooms as they are built\n'
}

selfTest() {
    local tree
    tree=$(mktemp -d)
    # shellcheck disable=SC2064
    trap "rm -rf '$tree'" EXIT
    mkdir -p "$tree"/{engine,widgets,app}
    # shellcheck disable=SC2016
    printf 'ipclab_room(core ${here}/core LINKS Threads::Threads)\nipclab_room(b ${here}/b LINKS ipclab_core)\n' >"$tree/engine/CMakeLists.txt"
    # shellcheck disable=SC2016
    printf 'ipclab_room(c ${here}/c LINKS ipclab_b Qt6::Core PRECOMPILED x)\n' >"$tree/widgets/CMakeLists.txt"
    : >"$tree/app/CMakeLists.txt"
    printf '## Who may include whom\n\n```\ncore ← b ← c     no Qt\n```\n' >"$tree/README.md"
    compare "$tree" >/dev/null || { printf 'self-test: a true diagram was refused\n'; exit 1; }
    printf '## Who may include whom\n\n```\ncore ← b, c\n```\n' >"$tree/README.md"
    [[ $(compare "$tree") == *'the build alone allows: b ← c'* ]] || { printf 'self-test: a missing arrow was not seen\n'; exit 1; }
    printf '## Who may include whom\n\n```\ncore ← b ← c ← d\n```\n' >"$tree/README.md"
    [[ $(compare "$tree") == *'README alone says: c ← d'* ]] || { printf 'self-test: an arrow too many was not seen\n'; exit 1; }
    printf 'self-test passed\n'
}

if [[ ${1:-} == --self-test ]]; then selfTest; else compare "${1:-.}"; fi

#!/usr/bin/env bash
# include_rules.sh [ROOT]: what the rooms may include, where the compiler alone would not notice, and no sleeping
# in tests. Prints "file:line: rule" for each breach. include_rules.sh --self-test: proves that it can fail.
set -euo pipefail
export LC_ALL=C

breaches=0

# rule MESSAGE REGEX FOLDER…: no line of a source in these folders matches. Only what exists is searched; a
# folder with "!" before it is left out. Line comments do not count.
rule() {
    local message=$1 regex=$2 place line found=() skip=()
    shift 2
    for place in "$@"; do
        if [[ $place == !* ]]; then skip+=("${place#!}"); elif [[ -d $place ]]; then found+=("$place"); fi
    done
    [[ ${#found[@]} -gt 0 ]] || return 0
    while IFS= read -r line; do
        for place in "${skip[@]}"; do
            [[ $line == "$place"[/:]* ]] && continue 2
        done
        [[ $line =~ ^[^:]+:[0-9]+ ]]
        printf '%s: %s\n' "${BASH_REMATCH[0]}" "$message"
        breaches=$((breaches + 1))
    done < <(grep -rnE --include='*.cpp' --include='*.h' --include='*.def' "^([^/]|/[^/])*($regex)" "${found[@]}" || true)
}

checkTree() {
    cd "$1"
    local include='#[[:space:]]*include[[:space:]]*'
    rule "an include climbs out of its folder: include from the room's root (\"core/error.h\")" \
        "${include}[<\"]\.\.?/" app engine widgets tests
    rule "Qt in the engine: only engine/runs and engine/exercises may use it, the rest is linked into the children" \
        "${include}[<\"](Q[A-Z]|Qt[A-Z]|q[a-z]+\.h)" engine '!engine/runs' '!engine/exercises'
    rule "the window and the command line must not know a mechanism: ask the registry" \
        "${include}[<\"](engine/)?links/impl/" app widgets engine/document engine/protocol engine/results engine/sampling engine/recording engine/export engine/runs
    rule "the window and the command line reach the launcher through runs only" \
        "${include}[<\"](engine/)?launcher/" app widgets
    # Workers make threads to show them; creating one is a cost that is measured.
    rule "a thread that an exception could leave: start it with startThread (\"core/guarded_thread.h\")" \
        'std::(thread|async)|std::jthread[[:space:]]*[({]|std::jthread[[:space:]]+[a-z][A-Za-z_]*[({]|pthread_create|QThread::create|QtConcurrent' \
        app engine widgets '!engine/core/guarded_thread.h' '!engine/programs' '!engine/observe/process_costs.cpp'
    rule "text becomes markup in one place: markupText (core/markup.h)" 'toHtmlEscaped' app widgets engine
    rule "a warning the window cannot translate: a sentence of core/sentences.def, by say()" \
        '(warnings\.push_back|[^.A-Za-z]warn|RunWarning)[({]+(std::string\()?"' engine/results engine/runs engine/launcher
    # Benchmarks are no tests; nanosleep is left to children whose sleep is what the test looks at.
    rule "a test that sleeps: wait for a condition with a deadline" \
        '(^|[^A-Za-z0-9_])(sleep|usleep|qSleep|msleep|sleep_for|sleep_until)[[:space:]]*\(' tests '!tests/helpers' '!tests/bench'
    if [[ $breaches -gt 0 ]]; then
        printf '%d breach(es) of the include rules\n' "$breaches"
        return 1
    fi
    printf 'the include rules hold\n'
}

# expect PLACE: the report names it.
expect() {
    grep -qF -- "$1" "$report" || { printf 'self-test: "%s" was not reported\n' "$1"; exit 1; }
}

selfTest() {
    local tree
    tree=$(mktemp -d)
    report=$tree/report
    # shellcheck disable=SC2064
    trap "rm -rf '$tree'" EXIT
    mkdir -p "$tree"/{app,widgets/plot,engine/core,engine/runs,tests/core,tests/helpers}
    # What is allowed, and looks alike.
    printf '#include "core/error.h"\n#include <queue>\n' >"$tree/engine/core/good.cpp"
    printf '#include <QProcess>\n' >"$tree/engine/runs/good.cpp"
    printf '// never sleep(1) here\nbool asleep(int);\nbool x = asleep(3);\n' >"$tree/tests/core/good.cpp"
    printf 'int main() { sleep(1); }\n' >"$tree/tests/helpers/sleeps.cpp"
    printf 'std::jthread x() { return std::jthread([] {}); }\n' >"$tree/engine/core/guarded_thread.h"
    printf 'std::jthread m_thread;\nvoid f() { std::this_thread::yield(); }\n' >"$tree/engine/core/threads.cpp"
    (breaches=0 checkTree "$tree") >"$report" || { cat "$report"; printf 'self-test: a good tree was refused\n'; exit 1; }
    # What is not.
    printf 'int a;\n#include "../core/error.h"\n' >"$tree/widgets/plot/climbs.h"
    printf '#include <QString>\n# include <QtCore/qglobal.h>\n' >"$tree/engine/core/qt.cpp"
    printf '#include "links/impl/pipe.h"\n' >"$tree/app/pipe.cpp"
    printf '#include "launcher/spawn.h"\n' >"$tree/widgets/spawn.cpp"
    printf 'm_a = std::jthread([] {});\nstd::thread b;\nstd::jthread c([] {});\n' >"$tree/engine/runs/threads.cpp"
    printf 'void f() { sleep(1); }\nvoid g() { std::this_thread::sleep_for(1s); }\nvoid h() { QTest::qSleep(1); }\n' \
        >"$tree/tests/core/bad_test.cpp"
    printf 'QString f(QString t) { return t.toHtmlEscaped(); }\n' >"$tree/app/escapes.cpp"
    printf 'void f() { warn("a " + b); }\nX x = RunWarning{"c"};\nvoid g() { m_data.warnings.push_back("d"); }\n' \
        >"$tree/engine/runs/warns.cpp"
    if (breaches=0 checkTree "$tree") >"$report"; then
        printf 'self-test: a bad tree was accepted\n'
        exit 1
    fi
    expect 'widgets/plot/climbs.h:2: '
    expect 'engine/core/qt.cpp:1: '
    expect 'engine/core/qt.cpp:2: '
    expect 'app/pipe.cpp:1: '
    expect 'widgets/spawn.cpp:1: '
    expect 'tests/core/bad_test.cpp:1: '
    expect 'tests/core/bad_test.cpp:2: '
    expect 'tests/core/bad_test.cpp:3: '
    expect 'engine/runs/threads.cpp:1: '
    expect 'engine/runs/threads.cpp:2: '
    expect 'engine/runs/threads.cpp:3: '
    expect 'app/escapes.cpp:1: '
    expect 'engine/runs/warns.cpp:1: '
    expect 'engine/runs/warns.cpp:2: '
    expect 'engine/runs/warns.cpp:3: '
    expect '15 breach(es) of the include rules'
    printf 'the check reports each kind of breach\n'
}

if [[ ${1:-} == --self-test ]]; then
    selfTest
else
    checkTree "${1:-$(dirname -- "${BASH_SOURCE[0]}")/../..}"
fi

#!/usr/bin/env bash
# translations_complete.sh LUPDATE TS SOURCE_FOLDER…: every text of the sources is in the .ts, translated, and
# nothing in it has lost its source. Compares with what lupdate makes of the sources now.
# translations_complete.sh --plurals LUPDATE TS SOURCE_FOLDER…: the same of the texts with a number, which are all that
# the English .ts holds.
# translations_complete.sh --found LUPDATE CONTEXT TEXT SOURCE…: the text of these sources is found for translation.
# translations_complete.sh --self-test LUPDATE: proves that it can fail. What lupdate is given stands in IPCLAB_TEXTS of
# resources/CMakeLists.txt.
set -euo pipefail

# messages TS: one line each: kind, context, source, translation.
messages() {
    awk 'BEGIN { RS = "</message>" }
         function inner(tag,    from, rest) {
             from = match($0, "<" tag "( [^>]*)?>")
             if (!from) return ""
             rest = substr($0, from + RLENGTH)
             return substr(rest, 1, index(rest, "</" tag ">") - 1)
         }
         { if (match($0, /<name>[^<]*<\/name>/)) context = substr($0, RSTART + 6, RLENGTH - 13) }
         /<source>/ {
             kind = "finished"
             if (match($0, /<translation type="[a-z]+"/)) kind = substr($0, RSTART + 19, RLENGTH - 20)
             line = kind "\t" context "\t" inner("source") "\t" inner("translation")
             gsub(/[\r\n]+[ ]*/, " ", line)
             print line
         }' "$1"
}

# faults COMMITTED FRESH: one line for each message that is not as it should be.
faults() {
    awk -F '\t' '
        function text() { return $2 ": \"" $3 "\"" }
        function places(s,    found) { # which of %1 … %9 and %n it has
            found = ""
            gsub(/%L/, "%", s)
            for (digit = 1; digit <= 9; ++digit) if (index(s, "%" digit)) found = found digit
            return found (index(s, "%n") ? "n" : "")
        }
        committed { known[$2, $3] = 1; next }
        $1 == "vanished" || $1 == "obsolete" { print "no longer in the sources: " text(); next }
        !(($2, $3) in known) { print "missing: " text(); next }
        $1 == "unfinished" || $4 == "" || $4 ~ /<numerusform><\/numerusform>/ { print "not translated: " text(); next }
        $4 ~ /[a-z]\(s\)/ || ($3 ~ /[a-z]\(s\)/ && $3 !~ /%n/) { print "neither one nor many: " text() " → \"" $4 "\""; next }
        places($3) != places($4) { print "other placeholders than its source: " text() " → \"" $4 "\"" }
    ' committed=1 <(messages "$1") committed=0 <(messages "$2")
}

checkTranslations() {
    local lupdate=$1 committed=$2 scratch report
    shift 2
    scratch=$(mktemp -d)
    cp "$committed" "$scratch/fresh.ts"
    "$lupdate" -silent -locations none -disable-heuristic sametext -disable-heuristic similartext \
        ${plurals:+-pluralonly} "$@" \
        -ts "$scratch/fresh.ts" >"$scratch/log" 2>&1 || { cat "$scratch/log"; rm -rf "$scratch"; return 1; }
    report=$(faults "$committed" "$scratch/fresh.ts")
    printf '%s texts in the sources\n' "$(messages "$scratch/fresh.ts" | grep -vc '^\(vanished\|obsolete\)' || true)"
    rm -rf "$scratch"
    [[ -z $report ]] && return
    printf '%s\n' "$report"
    printf '%d fault(s) in %s: build the target update-translations, then translate\n' "$(wc -l <<<"$report")" "$committed"
    return 1
}

isFound() {
    local lupdate=$1 context=$2 text=$3 scratch
    shift 3
    scratch=$(mktemp -d)
    "$lupdate" -silent -locations none "$@" -ts "$scratch/fresh.ts" >/dev/null
    messages "$scratch/fresh.ts" | cut -f 2,3 | grep -xF "$context"$'\t'"$text" >/dev/null && rm -rf "$scratch" && return
    printf '%s: "%s" is not found by lupdate, which found:\n' "$context" "$text"
    messages "$scratch/fresh.ts"
    rm -rf "$scratch"
    return 1
}

# sample SOURCE_TEXT TS_BODY: a source folder and a .ts to try the check on.
sample() {
    mkdir -p "$tree/src"
    printf 'struct A { Q_OBJECT\n const char* t() { return tr("%s"); } };\n' "$1" >"$tree/src/a.cpp"
    printf '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="%s">\n<context>\n    <name>A</name>\n%s</context>\n</TS>\n' \
        "${language:-ko_KR}" "$2" >"$tree/a.ts"
}

message() { printf '    <message>\n        <source>%s</source>\n        <translation%s>%s</translation>\n    </message>\n' "$@"; }

rows() { # ONE MANY
    printf '    <message numerus="yes">\n        <source>%%n row(s)</source>\n        <translation><numerusform>%s</numerusform>' "$1"
    printf '<numerusform>%s</numerusform></translation>\n    </message>\n' "$2"
}

# refused WHAT: the check fails on the sample and says this.
refused() {
    local report
    if report=$(checkTranslations "$lupdate" "$tree/a.ts" "$tree/src"); then
        printf 'self-test: accepted, though %s\n' "$1"
        exit 1
    fi
    [[ $report == *"$1"* ]] || { printf 'self-test: expected "%s", got: %s\n' "$1" "$report"; exit 1; }
}

selfTest() {
    lupdate=$1
    tree=$(mktemp -d)
    trap 'rm -rf "$tree"' EXIT
    sample "Run" ""
    refused 'missing: A: "Run"'
    sample "Run %1 &amp; go" "$(message Other '' '다른')"
    refused 'missing: A: "Run'
    sample "Run" "$(message Run ' type="unfinished"' '')"
    refused 'not translated: A: "Run"'
    sample "Run" "$(message Run '' '실행'; message Gone '' '없음')"
    refused 'no longer in the sources: A: "Gone"'
    sample "Run %1" "$(message 'Run %1' '' '실행')"
    refused 'other placeholders'
    sample "%1 row(s)" "$(message '%1 row(s)' '' '%1행')"
    refused 'neither one nor many'
    sample "Run %1" "$(message 'Run %1' '' '%1 실행')"
    checkTranslations "$lupdate" "$tree/a.ts" "$tree/src" || { printf 'self-test: a complete file was refused\n'; exit 1; }
    local plurals=yes language=en numbered='Run"), tr("%n row(s)", nullptr, 2), tr("Go'
    sample "$numbered" ''
    refused 'missing: A: "%n row(s)"'
    sample "$numbered" "$(rows '%n row(s)' '%n rows')"
    refused 'neither one nor many'
    sample "$numbered" "$(rows '%n row' '')"
    refused 'not translated'
    sample "$numbered" "$(rows '%n row' '%n rows')"
    checkTranslations "$lupdate" "$tree/a.ts" "$tree/src" ||
        { printf 'self-test: texts without a number were asked for\n'; exit 1; }
    plurals='' language=ko_KR
    printf 'constexpr Info kInfo{.name = TEXT("mechanism", "pipe of " "two"), .id = "pipe"};\n' >"$tree/src/b.cpp"
    isFound "$lupdate" mechanism 'pipe of two' -tr-function-alias QT_TRANSLATE_NOOP+=TEXT "$tree/src" || exit 1
    ! isFound "$lupdate" mechanism 'pipe' -tr-function-alias QT_TRANSLATE_NOOP+=TEXT "$tree/src" >/dev/null ||
        { printf 'self-test: a text without a mark was found\n'; exit 1; }
    printf 'the check reports each kind of fault\n'
}

case ${1:-} in
--self-test) selfTest "$2" ;;
--plurals) shift && plurals=yes checkTranslations "$@" ;;
--found) shift && isFound "$@" ;;
*) checkTranslations "$@" ;;
esac

#!/usr/bin/env bash
# json_additions.sh BEFORE BEFORE_AGAIN AFTER: of results of one experiment (ipclab run --json), two by the program as it was
# and one by a newer one, whether the newer differs in additions alone: every field is still there, of the same type, and
# what was the same text in both runs before is so now. Prints what is missing or other, then what was added.
# json_additions.sh --self-test: proves that it can fail.
set -euo pipefail
export LC_ALL=C

# PATH TYPE of every value, indices of lists as []; what is null may be anything.
shape() {
    jq -r 'def at: map(if type == "number" then "[]" else . end) | join("/");
           paths as $p | (getpath($p) | type) as $t | select($t != "null") | ($p | at) + " " + $t' "$1" | sort -u
}
fields() { jq -r '[paths] | map(map(if type == "number" then "[]" else . end) | join("/")) | unique | .[]' "$1" | sort -u; }
# PATH TEXT of texts that say what something is: not of what happened in a run.
texts() {
    jq -r 'def at: map(tostring) | join("/");
           paths(type == "string") as $p
           | select($p[0] | IN("events", "tasks", "warnings", "deadlocks", "host", "failure") | not)
           | select($p | any(. == "last_words" or . == "first_receives" or . == "deliveries" or . == "exit" or . == "reason") | not)
           | ($p | at) + " " + getpath($p)' "$1" | sort -u
}

compare() {
    local missing changed other
    # A field of a list that was empty in one run is missed nowhere.
    missing=$(comm -23 <(comm -12 <(fields "$1") <(fields "$2")) <(fields "$3"))
    changed=$(comm -23 <(comm -12 <(shape "$1") <(shape "$2")) <(shape "$3"))
    changed=$(join -j 1 <(sort -k1,1 <<<"$changed") <(shape "$3" | sort -k1,1) || true)
    other=$(comm -23 <(comm -12 <(texts "$1") <(texts "$2")) <(texts "$3"))
    [[ -z $missing ]] || sed 's/^/missing: /' <<<"$missing"
    [[ -z $changed ]] || sed 's/^/another type: /' <<<"$changed"
    [[ -z $other ]] || sed 's/^/another text: /' <<<"$other"
    comm -13 <({ fields "$1"; fields "$2"; } | sort -u) <(fields "$3") | sed 's/^/added: /'
    [[ -z $missing$changed$other ]]
}

selfTest() {
    local folder
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' RETURN
    cd "$folder"
    echo '{"links":[{"name":"l","sent":1,"max":null}],"events":[{"what":"a"}]}' >before
    echo '{"links":[{"name":"l","sent":7,"max":3,"more":{"p50":1}}],"events":[{"what":"b"}]}' >added
    [[ $(compare before before added) == $'added: links/[]/more\nadded: links/[]/more/p50' ]]
    echo '{"links":[{"name":"l","max":3}],"events":[{"what":"b"}]}' >missing
    echo '{"links":[{"name":"l","sent":"7","max":3}],"events":[{"what":"b"}]}' >type
    echo '{"links":[{"name":"m","sent":7,"max":3}],"events":[{"what":"b"}]}' >text
    for each in missing type text; do
        if compare before before "$each" >/dev/null; then
            echo "json_additions.sh does not notice: $each" >&2
            return 1
        fi
    done
}

if [[ ${1-} == --self-test ]]; then selfTest; else compare "$1" "$2" "$3"; fi

#!/usr/bin/env bash
# bench_arguments.sh PROGRAM [ARGUMENT…]: a benchmark that is asked for what it does not know measures nothing: it says
# what it does know, and ends with 2.
set -uo pipefail
said=$("$@" 2>&1 >/dev/null)
status=$?
[[ $status == 2 && $said == *"Usage: ${1##*/}"* ]] || { echo "$* ended with $status and said: $said"; exit 1; }

#!/bin/sh
# Passes messages of 64 bytes on, one by one. The links are called "in" and "out".
message=$(mktemp) || exit 1
trap 'rm -f "$message"' EXIT
in=$IPCLAB_LINK_IN_FD out=$IPCLAB_LINK_OUT_FD
while dd bs=64 count=1 iflag=fullblock status=none <&"$in" >"$message" && [ -s "$message" ]; do
    cat "$message" >&"$out"
done

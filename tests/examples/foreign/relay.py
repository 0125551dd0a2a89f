#!/usr/bin/env python3
"""Passes on every message after 5 ms, byte for byte: its send time and its origin are kept."""
import os
import struct
import time

HEADER = struct.Struct("=IIQqHHI")  # magic, size, sequence, send time, producer, lateness, check


def end(role):
    """The descriptor of the one link of that role."""
    for name, value in os.environ.items():
        if name.startswith("IPCLAB_LINK_") and name.endswith("_ROLE") and value == role:
            return int(os.environ[name[: -len("ROLE")] + "FD"])
    raise SystemExit(f"no link to {role}")


source = os.fdopen(end("receive"), "rb")
sink = os.fdopen(end("send"), "wb", buffering=0)
while len(header := source.read(HEADER.size)) == HEADER.size:
    magic, size, *_ = HEADER.unpack(header)
    if magic != 0x4C435049:  # "IPCL"
        raise SystemExit("no message")
    message = header + source.read(size - HEADER.size)
    time.sleep(0.005)
    sink.write(message)

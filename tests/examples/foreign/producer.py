#!/usr/bin/env python3
"""Makes 200 messages of 100 bytes that are counted, checked and timed like those of any producer."""
import os
import struct
import time

MASK = (1 << 64) - 1


def mix(x):
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB & MASK
    return x ^ (x >> 31)


def stamp(size, sequence, producer, send_time_ns):
    """A message of that size, as ipclab_stamp() of ipclab_message.h makes it."""
    x = mix(sequence + 0x9E3779B97F4A7C15 & MASK)
    x = mix(x ^ send_time_ns)
    x = mix(x ^ (size << 32 | producer))
    check = (x ^ (x >> 32)) & 0xFFFFFFFF
    message = bytearray(size)
    struct.pack_into("=IIQqHHI", message, 0, 0x4C435049, size, sequence, send_time_ns, producer, 0, check)
    word = (check << 32) ^ sequence
    checked_to = 32
    for at in range(64, size - 7, 64):
        word = word + 0x9E3779B97F4A7C15 & MASK
        struct.pack_into("=Q", message, at, word)
        checked_to = at + 8
    tail = max(checked_to, size - 8)
    message[tail:] = struct.pack("=Q", word ^ MASK)[: size - tail]
    return message


producer = int(os.environ["IPCLAB_PROCESS"])
for sequence in range(200):
    os.write(1, stamp(100, sequence, producer, time.monotonic_ns()))

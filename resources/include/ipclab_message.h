/* The messages of ipclab, for programs in C or C++ that are a node of an experiment ("program": "command").
 *
 * A message is a header of 32 bytes, in the byte order of the machine, and a payload. Its header carries its own size, so
 * that a byte stream needs nothing else to be cut into messages. A receiver of ipclab counts and checks every message
 * that is whole, whoever wrote it: pass on what you have read, byte for byte, and its send time and origin are kept;
 * or make your own with ipclab_stamp(). What is no message is counted as bytes. */
#ifndef IPCLAB_MESSAGE_H
#define IPCLAB_MESSAGE_H

#include <stdint.h>
#include <string.h>

#define IPCLAB_MAGIC UINT32_C(0x4c435049) /* "IPCL" */
#define IPCLAB_LEAST_BYTES 32             /* a header alone */
#define IPCLAB_MOST_BYTES (16u << 20)

struct ipclab_header {
    uint32_t magic;
    uint32_t size_bytes;   /* of the whole message */
    uint64_t sequence;     /* 0, 1, 2 … of its producer: gaps are losses */
    int64_t send_time_ns;  /* CLOCK_MONOTONIC; 0: not stamped, its latency is not counted */
    uint16_t producer;     /* IPCLAB_PROCESS of the environment */
    uint16_t lateness;     /* how late it was sent, as ipclab codes it; 0: it was not due at a time */
    uint32_t check;        /* of the header */
};

static inline uint64_t ipclab_mix(uint64_t x) {
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 31);
}

static inline uint32_t ipclab_check(const struct ipclab_header *header) {
    uint64_t x = ipclab_mix(header->sequence + UINT64_C(0x9e3779b97f4a7c15));
    x = ipclab_mix(x ^ (uint64_t)header->send_time_ns);
    x = ipclab_mix(x ^ (((uint64_t)header->size_bytes << 32) | ((uint32_t)header->lateness << 16) | header->producer));
    return (uint32_t)(x ^ (x >> 32));
}

/* Does a message begin with these 32 bytes? */
static inline int ipclab_is_header(const struct ipclab_header *header) {
    return header->magic == IPCLAB_MAGIC && header->size_bytes >= IPCLAB_LEAST_BYTES &&
           header->size_bytes <= IPCLAB_MOST_BYTES && header->check == ipclab_check(header);
}

/* Makes a message of that many bytes (32 … 16 Mi): its header, one word of eight bytes at each multiple of 64 that has
 * room for it, by which torn data are found, and a last word at the very end. The bytes between are yours. */
static inline void ipclab_stamp(void *message, uint32_t size_bytes, uint64_t sequence, uint32_t producer,
                                int64_t send_time_ns) {
    struct ipclab_header header = {IPCLAB_MAGIC, size_bytes, sequence, send_time_ns, (uint16_t)producer, 0, 0};
    char *bytes = (char *)message;
    uint32_t at, checked_to = IPCLAB_LEAST_BYTES, tail;
    uint64_t word;
    header.check = ipclab_check(&header);
    memcpy(bytes, &header, sizeof header);
    word = ((uint64_t)header.check << 32) ^ sequence;
    for (at = 64; at + 8 <= size_bytes; at += 64) {
        word += UINT64_C(0x9e3779b97f4a7c15);
        memcpy(bytes + at, &word, 8);
        checked_to = at + 8;
    }
    word = ~word;
    tail = size_bytes - 8 > checked_to ? size_bytes - 8 : checked_to;
    memcpy(bytes + tail, &word, size_bytes - tail);
}

#endif

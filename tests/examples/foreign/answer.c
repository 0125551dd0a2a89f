/* Answers every message with one of its own of the same size: a server in C, for a client of ipclab. Its ends are
 * standard input and standard output, as those of every command with one link each way. */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "ipclab_message.h"

/* Reads exactly so many bytes; 0: the other side has ended. */
static int read_all(int fd, char *to, size_t size) {
    size_t have = 0;
    while (have < size) {
        const ssize_t got = read(fd, to + have, size - have);
        if (got == 0 || (got < 0 && errno != EINTR)) return 0;
        if (got > 0) have += (size_t)got;
    }
    return 1;
}

static int write_all(int fd, const char *from, size_t size) {
    size_t done = 0;
    while (done < size) {
        const ssize_t put = write(fd, from + done, size - done);
        if (put < 0 && errno != EINTR) return 0;
        if (put > 0) done += (size_t)put;
    }
    return 1;
}

int main(void) {
    static char message[65536];
    const char *self = getenv("IPCLAB_PROCESS"); /* the producer of what this process makes */
    const uint32_t producer = self != NULL ? (uint32_t)atoi(self) : 0;
    uint64_t sequence = 0;
    while (read_all(STDIN_FILENO, message, sizeof(struct ipclab_header))) {
        struct ipclab_header request;
        memcpy(&request, message, sizeof request);
        if (!ipclab_is_header(&request) || request.size_bytes > sizeof message) return 1;
        if (!read_all(STDIN_FILENO, message + sizeof request, request.size_bytes - sizeof request)) return 1;
        /* With the request's own time the client measures the whole round trip. */
        ipclab_stamp(message, request.size_bytes, sequence++, producer, request.send_time_ns);
        if (!write_all(STDOUT_FILENO, message, request.size_bytes)) return 1;
    }
    return 0;
}

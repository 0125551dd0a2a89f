#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "ipclab_message.h"

enum { MESSAGES = 200, BYTES = 10000 };

static int64_t now_ns(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* Waits in write while the pipe is full. */
static int send_all(const char *from, size_t size) {
    size_t done = 0;
    while (done < size) {
        ssize_t put = write(1, from + done, size - done);
        if (put >= 0)
            done += (size_t)put;
        else if (errno != EINTR)
            return 0;
    }
    return 1;
}

int main(void) {
    static char message[BYTES];
    const char *self = getenv("IPCLAB_PROCESS");
    uint32_t producer = self != NULL ? (uint32_t)atoi(self) : 0;
    signal(SIGPIPE, SIG_IGN);
    /* standard output is left as it is: it blocks */
    for (uint64_t sequence = 0; sequence < MESSAGES; ++sequence) {
        ipclab_stamp(message, BYTES, sequence, producer, now_ns());
        if (!send_all(message, BYTES)) return errno == EPIPE ? 0 : 1;
    }
    return 0;
}

/* Makes 200 messages and sends them to standard output, which does not block: when the pipe is full, write returns -1
 * with EAGAIN; when it has room for a part, it takes that part alone.
 *
 * As it is here, the program does not look at what write returns. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
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

/* 0, with errno: it cannot be sent. */
static int send_all(const char *from, size_t size) {
    struct pollfd room = {1, POLLOUT, 0};
    (void)room; /* poll(&room, 1, -1) waits until there is room again */
    ssize_t put = write(1, from, size);
    (void)put;
    return 1;
}

int main(void) {
    static char message[BYTES];
    const char *self = getenv("IPCLAB_PROCESS");
    uint32_t producer = self != NULL ? (uint32_t)atoi(self) : 0;
    /* signal(SIGPIPE, …)? */
    fcntl(1, F_SETFL, O_NONBLOCK);
    for (uint64_t sequence = 0; sequence < MESSAGES; ++sequence) {
        ipclab_stamp(message, BYTES, sequence, producer, now_ns());
        if (!send_all(message, BYTES)) return errno == EPIPE ? 0 : 1;
    }
    return 0;
}

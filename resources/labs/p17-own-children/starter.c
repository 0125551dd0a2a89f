/* For every message a child: it hands the message back through a pipe of its own, and the parent passes it on.
 *
 * As it is here, the parent does all by itself. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <sys/wait.h> /* waitpid */
#include <unistd.h>

#include "ipclab_message.h"

/* Reads exactly so many bytes; 0: the end of file came first. */
static int read_all(int fd, char *to, size_t size) {
    size_t have = 0;
    while (have < size) {
        ssize_t got = read(fd, to + have, size - have);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return 0;
        have += (size_t)got;
    }
    return 1;
}

static int write_all(int fd, const char *from, size_t size) {
    size_t done = 0;
    while (done < size) {
        ssize_t put = write(fd, from + done, size - done);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return 0;
        done += (size_t)put;
    }
    return 1;
}

int main(void) {
    static char message[4096], answer[4096];
    struct ipclab_header header;
    while (read_all(0, (char *)&header, sizeof header)) {
        if (header.size_bytes > sizeof message) return 1;
        memcpy(message, &header, sizeof header);
        if (!read_all(0, message + sizeof header, header.size_bytes - sizeof header)) return 1;
        /* pipe, fork; the child writes the message into the pipe and calls _exit; the parent reads until the end of file */
        memcpy(answer, message, header.size_bytes);
        if (!write_all(1, answer, header.size_bytes)) return 1;
    }
    return 0;
}

#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <sys/wait.h>
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
        int p[2];
        if (pipe(p) < 0) return 2;
        pid_t child = fork();
        if (child < 0) return 3;
        if (child == 0) {
            close(p[0]);
            _exit(write_all(p[1], message, header.size_bytes) ? 0 : 1);
        }
        close(p[1]);
        size_t have = 0;
        for (ssize_t got; (got = read(p[0], answer + have, sizeof answer - have)) > 0;) have += (size_t)got;
        close(p[0]);
        if (!write_all(1, answer, have)) return 1;
        if (waitpid(child, NULL, 0) != child) return 4;
    }
    return 0;
}

#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* Asks again and again whether something has come. */
int main(void) {
    char buffer[4096];
    fcntl(0, F_SETFL, O_NONBLOCK);
    for (;;) {
        ssize_t got = read(0, buffer, sizeof buffer), done = 0;
        if (got == 0) return 0;
        while (done < got) {
            ssize_t put = write(1, buffer + done, (size_t)(got - done));
            if (put > 0) done += put;
        }
    }
}

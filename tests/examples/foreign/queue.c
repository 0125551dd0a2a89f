/* Sends a hundred messages into a POSIX message queue, which it opens by the name it is handed. The link is called
 * "queue": its variables begin with IPCLAB_LINK_QUEUE_. */
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "ipclab_message.h"

int main(void) {
    const char *name = getenv("IPCLAB_LINK_QUEUE_NAME");
    const char *self = getenv("IPCLAB_PROCESS");
    mqd_t queue;
    uint64_t sequence;
    if (name == NULL || self == NULL) return fputs("no link called queue\n", stderr), 1;
    queue = mq_open(name, O_WRONLY);
    if (queue == (mqd_t)-1) return perror(name), 1;
    for (sequence = 0; sequence < 100; ++sequence) {
        char message[64];
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        ipclab_stamp(message, sizeof message, sequence, (uint32_t)atoi(self),
                     (int64_t)now.tv_sec * 1000000000 + now.tv_nsec);
        if (mq_send(queue, message, sizeof message, 0) != 0) return perror("mq_send"), 1;
    }
    return 0;
}

#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <pthread.h>
#include <unistd.h>

#include "ipclab_message.h"

enum { SLOTS = 4, MOST = 1024, WORKERS = 2 };

struct slot {
    uint32_t size;
    char bytes[MOST];
};

/* A bounded buffer, the lock that guards it, and one condition variable: something in it has changed. */
static struct slot buffer[SLOTS];
static int first, count, ended;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

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

/* Waits for room. Whoever waits, for whatever, is woken: both kinds wait on the same condition variable. */
static void put(const struct slot *from) {
    pthread_mutex_lock(&lock);
    while (count == SLOTS) pthread_cond_wait(&changed, &lock);
    buffer[(first + count) % SLOTS] = *from;
    ++count;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
}

/* The oldest is to go by way of a pointer, which points nowhere. */
static int take(struct slot *to) {
    static struct slot *volatile oldest;
    pthread_mutex_lock(&lock);
    while (count == 0 && !ended) pthread_cond_wait(&changed, &lock);
    if (count == 0 && ended) {
        pthread_mutex_unlock(&lock);
        return 0;
    }
    *oldest = buffer[first];
    *to = *oldest;
    first = (first + 1) % SLOTS;
    --count;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    return 1;
}

static void *work(void *unused) {
    struct slot mine;
    (void)unused;
    while (take(&mine)) write_all(1, mine.bytes, mine.size); /* at most PIPE_BUF: whole messages */
    return NULL;
}

int main(void) {
    static struct slot next;
    struct ipclab_header header;
    pthread_t workers[WORKERS];
    for (int i = 0; i < WORKERS; ++i) {
        if (pthread_create(&workers[i], NULL, work, NULL) != 0) return 2;
    }
    while (read_all(0, (char *)&header, sizeof header)) {
        if (header.size_bytes > MOST) return 1;
        next.size = header.size_bytes;
        memcpy(next.bytes, &header, sizeof header);
        if (!read_all(0, next.bytes + sizeof header, header.size_bytes - sizeof header)) return 1;
        put(&next);
    }
    pthread_mutex_lock(&lock);
    ended = 1;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    for (int i = 0; i < WORKERS; ++i) pthread_join(workers[i], NULL);
    return 0;
}

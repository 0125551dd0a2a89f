#include "serving/blocking.h"

#include <sys/socket.h>
#include <sys/time.h>

#include "core/error.h"
#include "serving/serving_loop.h"

namespace ipclab {

void setPatience(int fd, Nanoseconds idleNs) {
    if (idleNs <= 0) return;
    const timeval patience{idleNs / kNsPerSecond, (idleNs % kNsPerSecond + 999) / 1000};
    check(::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience), "setsockopt SO_RCVTIMEO");
    check(::setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience), "setsockopt SO_SNDTIMEO");
}

Ending serveBlocking(Conversation& conversation, ServingCounts& counts, const std::function<bool()>& stops) {
    for (;;) {
        const Step step = conversation.proceed(1, 0, counts);
        if (conversation.moved()) {
            count(counts.wakeUps);
            count(counts.events);
        }
        if (stops()) {
            conversation.proceed(kMostReads, MSG_DONTWAIT, counts);
            return Ending::Stopped;
        }
        if (step == Step::Over) return Ending::Finished;
        const bool timedOut = step == Step::Receive || step == Step::Send;
        if (timedOut && !conversation.mayRest()) return Ending::Idle;
    }
}

}  // namespace ipclab

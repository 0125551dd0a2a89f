#include "serving/uring.h"

#include <cerrno>

#include "core/error.h"
#include "core/sentences.h"
#include "links/system_limits.h"

namespace ipclab {

#if !IPCLAB_HAS_URING

Availability uringAvailability() {
    return {false, say(Sentence::BuiltWithout, {{"library", "liburing"}, {"package", "liburing-dev"}})};
}

#else

namespace {

constexpr unsigned kRequests = 256;
constexpr unsigned kCompletions = 4096;

// Without the flag where the kernel is older: it then interrupts the thread for every completion.
int initialise(io_uring& ring, unsigned requests) {
    io_uring_params params{};
    params.flags = IORING_SETUP_CQSIZE | IORING_SETUP_COOP_TASKRUN;
    params.cq_entries = kCompletions;
    const int rc = ::io_uring_queue_init_params(requests, &ring, &params);
    if (rc != -EINVAL) return rc;
    params = {};
    params.flags = IORING_SETUP_CQSIZE;
    params.cq_entries = kCompletions;
    return ::io_uring_queue_init_params(requests, &ring, &params);
}

std::string findObstacle() {
    io_uring ring{};
    const int rc = initialise(ring, 2);
    if (rc == 0) {
        ::io_uring_queue_exit(&ring);
        return {};
    }
    const auto disabled = readLimit("/proc/sys/kernel/io_uring_disabled");
    if (disabled.value_or(0) != 0) return say(Sentence::UringDisabled, {{"value", *disabled}});
    return say(Sentence::UringRefused, {{"why", errorText(-rc)}});
}

}  // namespace

// Asked for once: the kernel takes a ring apart by interrupting whoever made it.
Availability uringAvailability() {
    static const std::string obstacle = findObstacle();
    return {obstacle.empty(), obstacle};
}

Ring::Ring(ServingCounts& counts) : m_counts(counts) { checkError(-initialise(m_ring, kRequests), "io_uring_setup"); }

io_uring_sqe& Ring::request() {
    io_uring_sqe* sqe = ::io_uring_get_sqe(&m_ring);
    while (sqe == nullptr) {
        count(m_counts.waitCalls);
        const int rc = ::io_uring_submit(&m_ring);
        if (rc < 0 && rc != -EBUSY && rc != -EAGAIN && rc != -EINTR) throwErrno(-rc, "io_uring_enter");
        sqe = ::io_uring_get_sqe(&m_ring);
    }
    return *sqe;
}

// What was handed over counts as a success, whatever the wait came to: the completions that are there say more.
int Ring::wait(Nanoseconds timeoutNs) {
    __kernel_timespec timeout{timeoutNs / kNsPerSecond, timeoutNs % kNsPerSecond};
    io_uring_cqe* first = nullptr;
    const int rc = ::io_uring_submit_and_wait_timeout(&m_ring, &first, 1, &timeout, nullptr);
    if (const unsigned ready = ::io_uring_cq_ready(&m_ring); ready > 0) return static_cast<int>(ready);
    const bool nothing = rc >= 0 || rc == -ETIME || rc == -EBUSY || rc == -EAGAIN;
    errno = nothing ? EINTR : -rc;
    return -1;
}

void Ring::cancelAll() {
    io_uring_sqe& sqe = request();
    ::io_uring_prep_cancel64(&sqe, 0, IORING_ASYNC_CANCEL_ANY | IORING_ASYNC_CANCEL_ALL);
    ::io_uring_sqe_set_data64(&sqe, kNobody);
}

#endif

}  // namespace ipclab

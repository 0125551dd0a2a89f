// A ring of requests and one of completions shared with the kernel, io_uring(7): many requests go in by one system
// call, which also waits for what has been completed. The ring exists only where the program was built with liburing.
// One thread.
#pragma once

#if IPCLAB_HAS_URING
#include <liburing.h>
#endif

#include "links/mechanism.h"
#include "serving/serving_loop.h"

namespace ipclab {

// Can there be a ring here? Else why not, and what to do about it.
[[nodiscard]] Availability uringAvailability();

#if IPCLAB_HAS_URING

class Ring {
public:
    // Throws std::system_error.
    explicit Ring(ServingCounts& counts);
    ~Ring() { ::io_uring_queue_exit(&m_ring); }
    Ring(const Ring&) = delete;
    Ring& operator=(const Ring&) = delete;

    // Room for a request, which goes to the kernel with the next wait, or at once where there is none.
    [[nodiscard]] io_uring_sqe& request();
    // The same: every request that is under way ends, with -ECANCELED unless it has been completed. Completions of this
    // one carry kNobody.
    void cancelAll();
    static constexpr std::uint64_t kNobody = 0;
    // Hands over the requests and waits for a completion, at most so long. As the call that ServingLoop::wait() makes:
    // how many there are, or -1 with EINTR.
    int wait(Nanoseconds timeoutNs);
    // Takes those that are there; `handle` is given each as a copy, and may make requests.
    template <typename Handle>
    void each(Handle handle) {
        io_uring_cqe* cqe = nullptr;
        while (::io_uring_peek_cqe(&m_ring, &cqe) == 0) {
            const io_uring_cqe copy = *cqe;
            ::io_uring_cqe_seen(&m_ring, cqe);
            handle(copy);
        }
    }

private:
    ServingCounts& m_counts;
    io_uring m_ring{};
};

#endif

}  // namespace ipclab

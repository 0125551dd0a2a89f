// A model of Windows' I/O completion port: threads take completions of calls that were begun earlier, not descriptors
// that are ready, and no more than a bound of them run at once, however many wait. Built from epoll(7): one of the
// threads that have nothing to do waits there for all of them, and makes the call itself when it can. Where it differs:
// a thread that blocks in something else counts as running here; Windows lets another run meanwhile.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "core/clock.h"
#include "serving/epoll.h"

namespace ipclab {

struct Completion {
    void* key = nullptr;  // as begun
    ssize_t result = 0;   // of the call, or -errno
};

class CompletionPort {
public:
    // bound: of threads that run at once, one at least.
    explicit CompletionPort(unsigned bound);

    using Attempt = std::function<ssize_t(ServingCounts& counts)>;

    // Any thread. Makes `attempt` when the descriptor is ready for `events` (EPOLLIN or EPOLLOUT): it returns what the
    // call does, or -errno, and is made again after -EAGAIN. One at a time a descriptor. Throws std::system_error.
    void begin(int fd, std::uint32_t events, void* key, Attempt attempt, ServingCounts& counts);
    // Something of the program's own, as PostQueuedCompletionStatus does.
    void post(const Completion& completion);

    // A thread that takes completions: it runs from the return of next() to its next call.
    class Runner {
    public:
        explicit Runner(CompletionPort& port) : m_port(port) {}
        ~Runner();
        Runner(const Runner&) = delete;
        Runner& operator=(const Runner&) = delete;

        // Nothing: none came in time, or the bound was reached for so long.
        std::optional<Completion> next(Nanoseconds timeoutNs, ServingCounts& counts);

    private:
        CompletionPort& m_port;
        bool m_runs = false;
    };

    [[nodiscard]] unsigned bound() const { return m_bound; }
    // The most that have run at once so far.
    [[nodiscard]] unsigned mostRunning() const { return m_mostRunning.load(std::memory_order_relaxed); }

private:
    struct Begun {
        std::uint32_t events = 0;
        void* key = nullptr;
        Attempt attempt{};  // empty: nothing is begun
    };
    using Lock = std::unique_lock<std::mutex>;

    std::optional<Completion> take(Nanoseconds timeoutNs, ServingCounts& counts);
    void leave();
    // With the lock, which it lets go meanwhile.
    void poll(Lock& lock, Nanoseconds timeoutNs, ServingCounts& counts);
    void attempt(int fd, Lock& lock, ServingCounts& counts);

    const unsigned m_bound;
    Epoll m_epoll;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Completion> m_completions;
    std::vector<Begun> m_begun;  // by descriptor
    unsigned m_running = 0;
    bool m_polling = false;
    std::atomic<unsigned> m_mostRunning{0};
};

}  // namespace ipclab

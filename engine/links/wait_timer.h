// Ends system calls that sleep without knowing a time limit (msgrcv(2), msgsnd(2)): a timer of its own sends the
// thread a signal, and the call returns with EINTR. It goes on ticking, because a tick that came just before the call
// was for nothing. The signal is SIGURG: nobody else here uses it, and where no handler is left it does nothing.
//
// One thread at a time; the timer follows it.
#pragma once

#include <time.h>

#include <cstdint>

#include "core/clock.h"

namespace ipclab {

class WaitTimer {
public:
    WaitTimer() = default;
    WaitTimer(const WaitTimer&) = delete;
    WaitTimer& operator=(const WaitTimer&) = delete;
    ~WaitTimer();

    // The calling thread is signalled after firstNs and then every thenNs. Throws std::system_error. Both above 0.
    void start(Nanoseconds firstNs, Nanoseconds thenNs);
    // The same, unless it ticks for this thread already.
    void keepTicking(Nanoseconds everyNs) {
        if (m_tickingFor != thisThread()) start(everyNs, everyNs);
    }
    void stop();

    // How often any such timer of this process has fired: what tells a tick from another signal.
    static std::uint64_t ticks();

private:
    static const void* thisThread();
    void makeFor(const void* thread);

    timer_t m_timer{};
    const void* m_madeFor = nullptr;     // the thread; null: there is no timer
    const void* m_tickingFor = nullptr;  // null: it does not tick
};

// What stopped a call that returned EINTR: a tick, or a signal that the caller wants to know of? Made before the call.
class Interruption {
public:
    [[nodiscard]] bool isTick() const { return WaitTimer::ticks() != m_ticks; }

private:
    std::uint64_t m_ticks = WaitTimer::ticks();
};

// After which an end that waits for ever looks up: are its peers still there?
inline constexpr Nanoseconds kPatienceNs = kNsPerSecond;

}  // namespace ipclab

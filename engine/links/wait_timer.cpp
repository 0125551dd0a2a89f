#include "links/wait_timer.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>

#include "core/error.h"
#include "core/sentences.h"

namespace ipclab {

namespace {

constexpr int kSignal = SIGURG;

std::atomic<std::uint64_t> g_ticks;  // of this process; written by the handler

void onTick(int) { g_ticks.fetch_add(1, std::memory_order_relaxed); }

}  // namespace

const void* WaitTimer::thisThread() {
    static thread_local const char marker = 0;
    return &marker;
}

std::uint64_t WaitTimer::ticks() { return g_ticks.load(std::memory_order_relaxed); }

WaitTimer::~WaitTimer() {
    if (m_madeFor != nullptr) ::timer_delete(m_timer);
}

void WaitTimer::makeFor(const void* thread) {
    if (m_madeFor == thread) return;
    if (m_madeFor != nullptr) ::timer_delete(m_timer);
    m_madeFor = m_tickingFor = nullptr;
    struct sigaction tick {};
    tick.sa_handler = onTick;  // and no SA_RESTART
    check(::sigaction(kSignal, &tick, nullptr), "sigaction SIGURG");
    sigevent event{};
    event.sigev_notify = SIGEV_THREAD_ID;
    event.sigev_signo = kSignal;
    event._sigev_un._tid = ::gettid();
    check(::timer_create(CLOCK_MONOTONIC, &event, &m_timer), say(Sentence::TimerTakesPlace));
    m_madeFor = thread;
}

void WaitTimer::start(Nanoseconds firstNs, Nanoseconds thenNs) {
    const void* thread = thisThread();
    makeFor(thread);
    const itimerspec times{toTimespec(thenNs), toTimespec(firstNs)};
    check(::timer_settime(m_timer, 0, &times, nullptr), "timer_settime");
    m_tickingFor = thread;
}

void WaitTimer::stop() {
    if (m_tickingFor == nullptr) return;
    const itimerspec never{};
    ::timer_settime(m_timer, 0, &never, nullptr);
    m_tickingFor = nullptr;
}

}  // namespace ipclab

#include "serving/completion_port.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <chrono>
#include <utility>

#include "core/deadline.h"
#include "core/error.h"

namespace ipclab {

CompletionPort::CompletionPort(unsigned bound) : m_bound(std::max(1U, bound)) {}

void CompletionPort::begin(int fd, std::uint32_t events, void* key, Attempt attempt, ServingCounts& counts) {
    const auto place = static_cast<std::size_t>(fd);
    const std::scoped_lock lock(m_mutex);
    if (place >= m_begun.size()) m_begun.resize(2 * place + 1);
    assert(!m_begun[place].attempt);
    m_begun[place] = {events, key, std::move(attempt)};
    m_epoll.rearm(fd, events | EPOLLONESHOT, epollData(fd), counts);
}

void CompletionPort::post(const Completion& completion) {
    const std::scoped_lock lock(m_mutex);
    m_completions.push_back(completion);
    m_changed.notify_one();
}

CompletionPort::Runner::~Runner() {
    if (m_runs) m_port.leave();
}

std::optional<Completion> CompletionPort::Runner::next(Nanoseconds timeoutNs, ServingCounts& counts) {
    if (std::exchange(m_runs, false)) m_port.leave();
    auto completion = m_port.take(timeoutNs, counts);
    m_runs = completion.has_value();
    return completion;
}

void CompletionPort::leave() {
    const std::scoped_lock lock(m_mutex);
    assert(m_running > 0);
    --m_running;
    if (!m_completions.empty()) m_changed.notify_one();
}

// One of those that wait looks for what is ready; the others, and those beyond the bound, sleep until it has found
// something or goes off with it.
std::optional<Completion> CompletionPort::take(Nanoseconds timeoutNs, ServingCounts& counts) {
    const Deadline deadline(timeoutNs);
    Lock lock(m_mutex);
    for (;;) {
        if (!m_completions.empty() && m_running < m_bound) {
            const Completion completion = m_completions.front();
            m_completions.pop_front();
            ++m_running;
            if (m_running > mostRunning()) m_mostRunning.store(m_running, std::memory_order_relaxed);
            m_changed.notify_one();
            return completion;
        }
        const Nanoseconds leftNs = deadline.wholeNs();
        if (!m_polling) {
            poll(lock, leftNs, counts);
        } else if (leftNs > 0) {
            count(counts.waitCalls);
            m_changed.wait_until(lock, std::chrono::system_clock::now() + std::chrono::nanoseconds(leftNs));
        }
        if (leftNs == 0 && (m_completions.empty() || m_running == m_bound)) return std::nullopt;
    }
}

void CompletionPort::poll(Lock& lock, Nanoseconds timeoutNs, ServingCounts& counts) {
    std::array<epoll_event, 64> events{};
    m_polling = true;
    lock.unlock();
    count(counts.waitCalls);
    const int timeoutMs = static_cast<int>((timeoutNs + 999'999) / 1'000'000);
    const int ready = ::epoll_wait(m_epoll.fd(), events.data(), static_cast<int>(events.size()), timeoutMs);
    const int error = errno;
    lock.lock();
    for (int i = 0; i < ready; ++i) attempt(events[static_cast<std::size_t>(i)].data.fd, lock, counts);
    m_polling = false;
    m_changed.notify_one();
    if (ready < 0 && error != EINTR) throwErrno(error, "waiting for completions");
}

void CompletionPort::attempt(int fd, Lock& lock, ServingCounts& counts) {
    Begun begun = std::exchange(m_begun[static_cast<std::size_t>(fd)], {});
    if (!begun.attempt) return;
    lock.unlock();
    const ssize_t result = begun.attempt(counts);
    lock.lock();
    if (result != -EAGAIN) {
        m_completions.push_back({begun.key, result});
        return;
    }
    m_begun[static_cast<std::size_t>(fd)] = std::move(begun);
    m_epoll.rearm(fd, m_begun[static_cast<std::size_t>(fd)].events | EPOLLONESHOT, epollData(fd), counts);
}

}  // namespace ipclab

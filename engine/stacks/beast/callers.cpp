#include "stacks/beast/callers.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <cerrno>

#include "core/error.h"

namespace ipclab {

Door::Door(UniqueFd listener, unsigned expected) : m_listener(std::move(listener)), m_missing(expected) {
    check(::fcntl(m_listener.get(), F_SETFL, O_NONBLOCK), "fcntl of a listening socket");
}

std::vector<UniqueFd> Door::arrivals() {
    std::vector<UniqueFd> arrived;
    for (;;) {
        ++m_systemCalls;
        UniqueFd socket(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        if (!socket && (errno == ECONNABORTED || errno == EINTR)) continue;
        if (!socket && (errno == EAGAIN || errno == EMFILE)) return arrived;
        if (!socket) throwErrno(errno, "accept4");
        sendAtOnce(socket.get());
        arrived.push_back(std::move(socket));
        if (arrived.size() == kMostStrangers) return arrived;
    }
}

void Door::noteKnown() {
    if (m_missing > 0 && --m_missing == 0) m_listener.reset();
}

void CallerList::noteKnown(Caller& caller) {
    if (caller.known) return;
    caller.known = true;
    caller.connection.open(caller.wire.fd());
    m_door.noteKnown();
    m_allCameNow = !m_door.isOpen();
}

bool CallerList::has(const Caller* caller) const {
    return std::ranges::any_of(m_callers, [&](const auto& one) { return one.get() == caller; });
}

std::uint64_t CallerList::systemCalls() const {
    std::uint64_t calls = m_systemCalls + m_door.systemCalls();
    for (const auto& caller : m_callers) calls += caller->wire.systemCalls();
    return calls;
}

void CallerList::drop(std::size_t index) {
    const auto at = m_callers.begin() + static_cast<std::ptrdiff_t>(index);
    m_refused += (*at)->known ? 0 : 1;
    m_systemCalls += (*at)->wire.systemCalls();
    if ((*at)->wire.endError() != 0) (*at)->connection.noteEnd((*at)->wire.endError());
    m_callers.erase(at);
}

// Who says nothing for too long, and the eldest where there are too many. Once all have come nobody else belongs here.
void CallerList::dropStrangers() {
    const Nanoseconds now = monotonicNow();
    auto strangers =
        static_cast<std::size_t>(std::ranges::count_if(m_callers, [](const auto& it) { return !it->known; }));
    for (std::size_t i = 0; i < m_callers.size();) {
        const Caller& caller = *m_callers[i];
        const bool tooMany = strangers > kMostStrangers;
        if (caller.known || (!tooMany && m_door.isOpen() && now - caller.sinceNs < kStrangerNs)) {
            ++i;
            continue;
        }
        drop(i);
        --strangers;
    }
}

WaitResult CallerList::wait(StackWait what, Nanoseconds atMostNs) {
    m_entries.clear();
    if (what == StackWait::ForMessage && m_door.isOpen()) m_entries.push_back({m_door.fd(), POLLIN, 0});
    for (const auto& caller : m_callers) {
        if (what == StackWait::ForMessage && caller->wire.holdsBytes()) return WaitResult::Ready;
        const short events = caller->wire.events(what);
        if (events != 0) m_entries.push_back({caller->wire.fd(), events, 0});
    }
    ++m_systemCalls;
    const timespec time{atMostNs / kNsPerSecond, atMostNs % kNsPerSecond};
    const int ready = ::ppoll(m_entries.data(), m_entries.size(), &time, nullptr);
    if (ready < 0) return WaitResult::Interrupted;
    return ready == 0 ? WaitResult::TimedOut : WaitResult::Ready;
}

StackStep CallerList::flush() {
    StackStep step = StackStep::Done;
    for (const auto& caller : m_callers) {
        if (caller->wire.flush() == StackStep::Later) step = StackStep::Later;
    }
    return step;
}

}  // namespace ipclab

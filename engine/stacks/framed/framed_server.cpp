#include "stacks/framed/framed_server.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

#include "core/error.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kStrangerBytes = 1024;         // what a token is shown in is shorter
constexpr Nanoseconds kStrangerNs = 5 * kNsPerSecond;  // it is sent with the connection
constexpr std::ptrdiff_t kMostStrangers = 64;          // at once

}  // namespace

FramedServer::FramedServer(const StackPlace& place, UniqueFd listener, Framing framing)
    : m_place(place), m_framing(framing) {
    check(::fcntl(listener.get(), F_SETFL, O_NONBLOCK), "fcntl O_NONBLOCK");
    m_listeners.push_back(std::move(listener));
}

StackStep FramedServer::next(std::span<const std::byte>& request, StackPatience patience) {
    if (m_listeners.empty() && m_callers.size() == 1) return takeFrom(*m_callers.front(), request, patience);
    const bool waits = patience == StackPatience::MayWait;
    const bool arrived = std::ranges::any_of(m_callers, [](const auto& caller) { return caller->socket.hasFrame(); });
    const WaitResult ready = waitForAny(POLLIN, waits && !arrived ? kWaitSliceNs : 0);
    if (ready == WaitResult::Interrupted) return StackStep::Interrupted;
    if (!m_listeners.empty()) accept();
    for (std::size_t looked = 0; looked < m_callers.size(); ++looked) {
        Caller& caller = *m_callers[m_turn++ % m_callers.size()];
        const std::size_t before = m_callers.size();
        const StackStep step = takeFrom(caller, request, StackPatience::None);
        if (step != StackStep::Later) return step;
        if (m_callers.size() != before) break;  // one has gone, or others with him: look anew
    }
    return StackStep::Later;
}

StackStep FramedServer::takeFrom(Caller& caller, std::span<const std::byte>& request, StackPatience patience) {
    for (;;) {
        if (!caller.socket.isSent() && caller.socket.flush() == StackStep::Gone) break;
        std::span<const std::byte> frame;
        const StackStep step = caller.socket.receive(frame, patience);
        if (step == StackStep::Later || step == StackStep::Interrupted) return step;
        if (step != StackStep::Done) break;
        const bool wasComplete = isComplete();
        const Taken taken = take(caller, frame, request);
        if (taken == Taken::Bad) break;
        if (taken == Taken::Request) {
            m_asked = &caller;
            return StackStep::Done;
        }
        if (isComplete() != wasComplete) {
            m_listeners.clear();
            while (auto* stranger = firstStranger()) drop(*stranger);
            return StackStep::Later;
        }
    }
    drop(caller);
    return StackStep::Later;
}

WaitResult FramedServer::wait(StackWait what, Nanoseconds atMostNs) {
    if (what == StackWait::ForMessage) return waitForAny(POLLIN, atMostNs);
    return waitForAny(0, atMostNs);
}

WaitResult FramedServer::waitForAny(short events, Nanoseconds atMostNs) {
    m_polled.clear();
    if (events != 0) {
        for (const UniqueFd& listener : m_listeners) m_polled.push_back({listener.get(), events, 0});
    }
    for (const auto& caller : m_callers) {
        const short out = caller->socket.isSent() ? 0 : POLLOUT;
        m_polled.push_back({caller->socket.descriptor(), static_cast<short>(events | out), 0});
    }
    ++m_systemCalls;
    return pollDescriptors(m_polled, atMostNs);
}

bool FramedServer::ended(bool sendersGone) {
    return sendersGone || (isComplete() && std::ranges::none_of(m_callers, &Caller::client));
}

StackStep FramedServer::flush() {
    bool all = true;
    for (const auto& caller : m_callers) all = caller->socket.flush() != StackStep::Later && all;
    return all ? StackStep::Done : StackStep::Later;
}

std::uint64_t FramedServer::systemCalls() const {
    std::uint64_t calls = m_systemCalls;
    for (const auto& caller : m_callers) calls += caller->socket.systemCalls();
    return calls;
}

void FramedServer::admit(Caller& caller, bool client) {
    caller.known = true;
    if (!client || caller.client) return;
    caller.client = true;
    caller.socket.setLimit(m_place.limit + kStrangerBytes);
    ++m_come;
}

bool FramedServer::reply(Caller& to, std::span<const std::byte> frame, bool noted) {
    return to.socket.isSent() && sendNoted(to.socket, frame, CallStep::SendReply, noted) == StackStep::Done;
}

void FramedServer::accept() {
    for (const UniqueFd& listener : m_listeners) {
        for (;;) {
            ++m_systemCalls;
            UniqueFd fd(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
            if (!fd) break;
            const int on = 1;
            check(::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on), "setsockopt TCP_NODELAY");
            m_callers.push_back(std::make_unique<Caller>(
                Caller{.socket = FramedSocket(std::move(fd), m_framing, kStrangerBytes), .sinceNs = monotonicNow()}));
            if (std::ranges::count(m_callers, false, &Caller::known) > kMostStrangers) drop(*firstStranger());
        }
    }
    dropSilent();
}

FramedServer::Caller* FramedServer::firstStranger() const {
    const auto found = std::ranges::find(m_callers, false, &Caller::known);
    return found == m_callers.end() ? nullptr : found->get();
}

void FramedServer::dropSilent() {
    const Nanoseconds now = monotonicNow();
    for (auto* first = firstStranger(); first != nullptr && now - first->sinceNs > kStrangerNs; first = firstStranger())
        drop(*first);
}

void FramedServer::drop(Caller& caller) {
    if (!caller.known) ++m_refused;
    if (m_asked == &caller) m_asked = nullptr;
    m_systemCalls += caller.socket.systemCalls();
    std::erase_if(m_callers, [&](const auto& each) { return each.get() == &caller; });
}

}  // namespace ipclab

// What comes of the requests of a process that loads a server: answers and their times, those that do not come, and
// what is told of them at the end.
#include <string.h>

#include <algorithm>
#include <utility>

#include "core/deadline.h"
#include "core/error.h"
#include "programs/load_run.h"

namespace ipclab {

namespace {

using std::memory_order_relaxed;

constexpr Nanoseconds kLastAnswersNs = kNsPerSecond / 2;  // what is under way when the run stops may take so long

}  // namespace

void LoadRun::noteAnswer(Client& client) {
    const Nanoseconds now = monotonicNow();
    const LoadConnection& connection = client.connection;
    const Nanoseconds transitNs = now - connection.sentNs();
    EndpointSlot& server = serverOf(connection.answeredBy());
    LatencySlot& latency = m_worker.segment().latencies()[server.latency];
    Nanoseconds none = 0;
    server.firstLatencyNs.compare_exchange_strong(none, transitNs, memory_order_relaxed);
    latency.transit.record(transitNs);
    latency.response.record(connection.dueNs() != 0 ? now - connection.dueNs() : transitNs);
    if (connection.dueNs() != 0) server.paced.fetch_add(1, std::memory_order_release);
    client.connection.noteAnswered(now);
    m_worker.countIteration();
    client.awaiting = false;
    --m_awaiting;
    ++m_answered;
}

// Of several, each says which it is.
EndpointSlot& LoadRun::serverOf(std::uint32_t process) const {
    const auto found = std::ranges::find(m_servers, process, &EndpointSlot::process);
    return found == m_servers.end() ? *m_servers.front() : **found;
}

// Those that have been answered are no longer waited for.
void LoadRun::giveUpOverdue() {
    while (const AnswerDeadlines::Entry* first = m_deadlines.first()) {
        const auto [index, request, untilNs] = *first;
        const bool waits = m_clients[index].awaiting && m_clients[index].connection.number() == request;
        if (waits && untilNs > monotonicNow()) return;
        m_deadlines.removeFirst();
        if (!waits) continue;
        giveUp(index);
        afterAnswer(index);
        if (m_clients[index].connection.state() == State::Over) noteOver(index);
    }
}

void LoadRun::giveUp(std::size_t index) {
    m_clients[index].connection.giveUpAnswer();
    m_clients[index].awaiting = false;
    --m_awaiting;
    ++m_givenUp;
}

// The kernel answers for a port on which nobody listens (udp(7), ECONNREFUSED).
void LoadRun::noteUnreachable(int error) {
    if (std::exchange(m_unreachable, true)) return;
    m_worker.tell("port-unreachable", {{"errno", ::strerrorname_np(error)}, {"error", errorText(error)}});
}

// --- the end --------------------------------------------------------------------------------------------------------

void LoadRun::finish() {
    const bool stopped = m_worker.isStopping();
    const Deadline deadline(kLastAnswersNs);
    m_free.clear();
    while (m_awaiting > 0 && m_alive > 0 && !deadline.expired() && !serversGone()) {
        wait();
        giveUpOverdue();
    }
    const bool alone = m_alive == 0 || serversGone();
    if (!stopped && m_way == LoadWay::Requests && alone && !m_worker.countReached(m_asked))
        m_worker.setOutcome(Outcome::PeerClosed);
    for (std::size_t i = 0; i < m_clients.size(); ++i) {
        if (m_end.datagrams() && m_clients[i].awaiting) giveUp(i);
        m_clients[i].connection.close();
    }
    m_end.slot().systemCalls.store(m_shared.systemCalls, memory_order_relaxed);
    tellEnd();
}

void LoadRun::tellEnd() const {
    if (m_end.datagrams() && m_asked > 0)
        m_worker.tell("datagrams-answered", {{"asked", m_asked},
                                             {"answered", m_answered},
                                             {"given_up", m_givenUp},
                                             {"timeout_us", m_deadlines.timeoutNs() / 1000},
                                             {"late", m_shared.late},
                                             {"copies", m_shared.copies},
                                             {"strangers", m_shared.strangers}});
    if (m_closed + m_reset + m_refused == 0) return;
    m_worker.tell("load-ended", {{"closed", m_closed}, {"reset", m_reset}, {"refused", m_refused}});
}

}  // namespace ipclab

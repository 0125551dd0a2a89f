#include "programs/load_run.h"

#include <string.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cmath>
#include <utility>

#include "core/deadline.h"
#include "core/error.h"

namespace ipclab {

namespace {

using std::memory_order_relaxed;

constexpr Nanoseconds kRetryNs = kNsPerSecond / 1000;   // where the server's queue of connections is full
constexpr Nanoseconds kReopenNs = kNsPerSecond / 100;   // after a connection that was refused
constexpr Nanoseconds kAnswerTimeoutNs = kNsPerSecond;  // for the answer to a datagram
constexpr std::size_t kEventsAtOnce = 512;

LoadWay wayOf(const std::string& word) {
    const auto found = std::ranges::find(kLoadWays, word);
    return found == kLoadWays.end() ? LoadWay::Requests : static_cast<LoadWay>(found - kLoadWays.begin());
}

// Of `all`, those that are to send: a share of them, or so many.
std::size_t activeOf(std::optional<double> asked, std::size_t all) {
    if (!asked) return all;
    const double count = *asked < 1 ? std::ceil(*asked * static_cast<double>(all)) : *asked;
    return std::min(all, static_cast<std::size_t>(count));
}

std::vector<EndpointSlot*> serversOf(const Segment& segment, std::uint32_t link) {
    std::vector<EndpointSlot*> servers;
    for (EndpointSlot& slot : segment.endpointsOf(link)) {
        if (slot.role == PortRole::Receiver) servers.push_back(&slot);
    }
    return servers;
}

SocketAddress addressOf(const HeldEnd& end) { return end.family().parse(end.plan().wiring.names.front()); }

CallerSlot& callerSlotOf(const Segment& segment, const HeldEnd& end) {
    assert(end.slot().caller != kNoIndex);
    return segment.callers()[end.slot().caller];
}

}  // namespace

LoadRun::LoadRun(WorkerContext& worker, const HeldEnd& end)
    : m_worker(worker),
      m_end(end),
      m_servers(serversOf(worker.segment(), end.link())),
      m_shared{.end = end,
               .calls = LoadCalls(callerSlotOf(worker.segment(), end), m_servers.size() == 1),
               .process = worker.plan().process,
               .server = addressOf(end)},
      m_way(wayOf(worker.parameters().way)),
      m_epoll(check(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      m_active(activeOf(worker.parameters().active, worker.parameters().connections.value_or(1))),
      m_connectRate(worker.parameters().connectRate.value_or(0)),
      m_deadlines(worker.parameters().timeoutNs.value_or(kAnswerTimeoutNs)) {
    if (end.datagrams()) m_shared.datagram.resize(sizeof(SocketNonce) + end.maxMessageBytes() + 1);
    const std::size_t count = worker.parameters().connections.value_or(1);
    m_clients.reserve(count);
    for (std::size_t i = 0; i < count; ++i) m_clients.emplace_back(m_shared);
}

void LoadRun::run() {
    m_startNs = monotonicNow();
    while (m_worker.checkPoint() && !isDone()) {
        openDue();
        noteConnected();
        giveUpOverdue();
        askDue();
        wait();
    }
    finish();
}

bool LoadRun::isDone() const {
    if (m_worker.countReached(m_asked) && m_awaiting == 0) return true;
    if (serversGone()) return true;
    return m_begun == m_clients.size() && m_alive == 0 && m_again.empty();
}

// --- opening --------------------------------------------------------------------------------------------------------

void LoadRun::openDue() {
    const Nanoseconds now = monotonicNow();
    if (now < m_retryNs) return;
    if (m_way == LoadWay::Churn) reopenDue();
    // Then those that are open show who they are: a server does not wait for that for ever.
    constexpr int kOpenedAtOnce = 64;
    for (int i = 0; i < kOpenedAtOnce && m_begun < m_clients.size() && nextOpenNs() <= now; ++i) {
        if (!openOne(m_begun)) return;
        ++m_begun;
    }
}

Nanoseconds LoadRun::nextOpenNs() const {
    if (m_connectRate <= 0) return m_retryNs;
    const double offset = static_cast<double>(m_opens) / m_connectRate * 1e9;
    return std::max(m_retryNs, m_startNs + static_cast<Nanoseconds>(offset));
}

// False: later.
bool LoadRun::openOne(std::size_t index) {
    Client& client = m_clients[index];
    if (!client.connection.connect()) {
        m_retryNs = monotonicNow() + kRetryNs;
        return false;
    }
    ++m_opens;
    ++m_alive;
    ++m_connecting;
    client.opened = false;
    client.watched = 0;
    if (client.connection.state() == State::Over) {
        noteOver(index);
    } else {
        watch(index);
    }
    return true;
}

void LoadRun::reopenDue() {
    const Nanoseconds now = monotonicNow();
    while (!m_again.empty() && m_again.front().second <= now && nextOpenNs() <= now) {
        const std::size_t index = m_again.front().first;
        m_clients[index].connection = LoadConnection(m_shared);
        if (!openOne(index)) return;
        m_again.pop_front();
    }
}

// All are open, or have failed; with a rate the first requests do not wait for that. A socket for datagrams asks
// nobody.
void LoadRun::noteConnected() {
    if (m_told || m_begun < m_clients.size() || m_connecting > 0) return;
    m_told = true;
    if (m_end.datagrams()) return;
    m_worker.tell(
        "load-connected",
        {{"opened", m_opened}, {"connections", m_clients.size()}, {"took_us", (monotonicNow() - m_startNs) / 1000}});
}

// --- asking ---------------------------------------------------------------------------------------------------------

void LoadRun::askDue() {
    if (m_way != LoadWay::Churn && isOpening()) return;
    while (!m_free.empty() && !m_worker.countReached(m_asked)) {
        if (m_pendingNs < 0) {
            if (!m_worker.isDue()) return;
            m_pendingNs = m_worker.intendedNs();
        }
        const std::size_t index = m_free.front();
        m_free.pop_front();
        if (askOver(index, m_pendingNs)) {
            m_pendingNs = -1;
        } else if (m_clients[index].connection.state() == State::Open) {
            return m_free.push_back(index);  // there is no room for it now
        }
    }
}

bool LoadRun::askOver(std::size_t index, Nanoseconds dueNs) {
    LoadConnection& connection = m_clients[index].connection;
    if (connection.state() != State::Open) return false;
    const bool asked = connection.request(m_worker.messageBytes(), dueNs);
    if (asked) {
        ++m_asked;
        ++m_awaiting;
        m_clients[index].awaiting = true;
        if (m_end.datagrams()) m_deadlines.add(index, connection.number(), connection.sentNs());
        if (m_way == LoadWay::HalfClose) connection.shutDownSending();
    }
    if (connection.state() == State::Over) {
        noteOver(index);
    } else {
        watch(index);
    }
    return asked;
}

// --- what comes -----------------------------------------------------------------------------------------------------

void LoadRun::wait() {
    std::array<epoll_event, kEventsAtOnce> events{};
    const timespec timeout = toTimespec(timeoutNs());
    m_worker.setWaiting(m_awaiting > 0 || m_connecting > 0 ? WaitReason::Events : WaitReason::Sleep);
    ++m_shared.systemCalls;
    const int ready = ::epoll_pwait2(m_epoll.get(), events.data(), static_cast<int>(events.size()), &timeout, nullptr);
    m_worker.setWaiting(WaitReason::None);
    if (ready < 0 && errno != EINTR) throwErrno(errno, "epoll_pwait2");
    for (const epoll_event& event : std::span(events).first(static_cast<std::size_t>(std::max(ready, 0))))
        handle(event.data.u64, event.events);
    m_end.slot().systemCalls.store(m_shared.systemCalls, memory_order_relaxed);
}

Nanoseconds LoadRun::timeoutNs() const {
    Nanoseconds untilNs = monotonicNow() + kWaitSliceNs;
    if (m_begun < m_clients.size()) untilNs = std::min(untilNs, nextOpenNs());
    if (!m_again.empty()) untilNs = std::min(untilNs, std::max(m_again.front().second, nextOpenNs()));
    const bool mayAsk = !m_free.empty() && (m_way == LoadWay::Churn || !isOpening());
    if (const AnswerDeadlines::Entry* first = m_deadlines.first()) untilNs = std::min(untilNs, first->untilNs);
    if (mayAsk && !m_worker.countReached(m_asked)) untilNs = std::min(untilNs, m_worker.nextDueNs());
    return std::max<Nanoseconds>(untilNs - monotonicNow(), 0);
}

void LoadRun::handle(std::size_t index, std::uint32_t events) {
    LoadConnection& connection = m_clients[index].connection;
    if (connection.state() == State::Connecting) {
        connection.finishConnecting(m_way != LoadWay::Silent);
        if (connection.wasOpen()) {
            m_clients[index].opened = true;
            --m_connecting;
            ++m_opened;
        }
        if (connection.state() == State::Open) begin(index);
    } else if (connection.state() == State::Open) {
        if ((events & EPOLLOUT) != 0) connection.writeOn();
        if ((events & (EPOLLIN | EPOLLHUP | EPOLLRDHUP | EPOLLERR)) != 0 && connection.state() == State::Open)
            readFrom(index);
        if (m_way == LoadWay::SlowReader && connection.state() == State::Open) flood(connection);
    } else {
        return;
    }
    if (connection.state() == State::Over) return noteOver(index);
    watch(index);
}

void LoadRun::readFrom(std::size_t index) {
    Client& client = m_clients[index];
    if (m_way != LoadWay::Requests && m_way != LoadWay::Churn && m_way != LoadWay::Reset && m_way != LoadWay::HalfClose)
        return client.connection.readAway();
    if (client.connection.readOn() != LoadConnection::Got::Answer) return;
    noteAnswer(client);
    afterAnswer(index);
}

void LoadRun::afterAnswer(std::size_t index) {
    LoadConnection& connection = m_clients[index].connection;
    switch (m_way) {
        case LoadWay::Churn:
            return connection.close();
        case LoadWay::Reset:
            return connection.close(true);
        case LoadWay::HalfClose:
            return;  // the server closes when it has seen the end
        default:
            m_free.push_back(index);
    }
}

// It is connected, and has shown who it is where it does. Of datagrams whatever is no request is all that is ever sent.
void LoadRun::begin(std::size_t index) {
    beginBy(index);
    const bool asks = m_way == LoadWay::Requests || m_way == LoadWay::Churn;
    if (m_end.datagrams() && !asks) m_clients[index].connection.close();
}

void LoadRun::beginBy(std::size_t index) {
    Client& client = m_clients[index];
    std::vector<std::byte> message(std::max(m_worker.messageBytes(), 2 * kMinMessageBytes));
    prepareMessage(message);
    stampMessage(message, 0, m_worker.plan().process, {});
    switch (m_way) {
        case LoadWay::Garbage:
            std::ranges::generate(message, [&] { return static_cast<std::byte>(m_worker.random().next()); });
            client.connection.put(message);
            return;
        case LoadWay::HalfMessage:
            client.connection.put(std::span(message).first(message.size() / 2));
            return;
        case LoadWay::Huge: {
            constexpr std::uint32_t kFourGigabytes = UINT32_MAX;
            std::ranges::copy(std::as_bytes(std::span(&kFourGigabytes, 1)),
                              message.begin() + offsetof(MessageHeader, sizeBytes));
            client.connection.put(message);
            return;
        }
        case LoadWay::SlowReader:
            return flood(client.connection);
        case LoadWay::Silent:
            return;
        default:
            if (isActive(index)) m_free.push_back(index);
    }
}

// As long as there is room to send.
void LoadRun::flood(LoadConnection& connection) {
    constexpr int kAtOnce = 64;  // then others have their turn
    for (int i = 0; i < kAtOnce && connection.state() == State::Open && m_worker.checkPoint(); ++i) {
        if (!connection.request(m_worker.messageBytes(), 0)) break;
        connection.forgetAnswer();
        ++m_asked;
    }
}

void LoadRun::watch(std::size_t index) {
    Client& client = m_clients[index];
    const LoadConnection& connection = client.connection;
    const bool reads = connection.state() == State::Open && m_way != LoadWay::SlowReader;
    const bool writes =
        connection.state() == State::Connecting || connection.isWriting() || m_way == LoadWay::SlowReader;
    epoll_event event{};
    event.events = EPOLLERR | (reads ? EPOLLIN : EPOLLRDHUP) | (writes ? EPOLLOUT : 0U);
    event.data.u64 = index;
    if (event.events == client.watched) return;
    ++m_shared.systemCalls;
    const int what = client.watched == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
    check(::epoll_ctl(m_epoll.get(), what, connection.fd(), &event), "epoll_ctl");
    client.watched = event.events;
}

void LoadRun::noteOver(std::size_t index) {
    Client& client = m_clients[index];
    const int error = client.connection.error();
    --m_alive;
    if (std::exchange(client.awaiting, false)) {  // it will never come
        --m_awaiting;
        if (m_end.datagrams()) ++m_givenUp;
    }
    if (!client.opened) {
        --m_connecting;
        if (m_refused++ == 0 && error != 0)
            m_worker.tell("connect-refused", {{"errno", ::strerrorname_np(error)}, {"error", errorText(error)}});
    } else if (m_end.datagrams() && error != 0) {
        noteUnreachable(error);
    } else if (!client.connection.isClosedHere()) {
        ++(error == ECONNRESET || error == EPIPE ? m_reset : m_closed);
    }
    const bool inVain = !client.opened && m_end.peers().receiversGone();
    if (m_way == LoadWay::Churn && !inVain)
        m_again.emplace_back(index, monotonicNow() + (client.opened ? 0 : kReopenNs));
}

}  // namespace ipclab

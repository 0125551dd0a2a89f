#include "programs/server_service.h"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>

#include "programs/cpu_work.h"

namespace ipclab {

namespace {

using std::memory_order_relaxed;

constexpr std::size_t kFirstServedBytes = 256;  // of a connection: a few small requests

Stamp stampIn(const MessageHeader& header) { return {header.sendTimeNs, header.lateness}; }

// Its address; where it has none, as over Unix sockets mostly, its process.
std::string peerOf(int fd) {
    const std::string address = SocketName::ofPeer(fd).text();
    if (!address.empty()) return address;
    ucred who{};
    socklen_t size = sizeof who;
    const bool told = ::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &size) == 0 && who.pid != 0;
    return told ? "pid " + std::to_string(who.pid) : "descriptor " + std::to_string(fd);
}

}  // namespace

bool announcesTooMuch(const MessageHeader& header, std::uint32_t most) {
    return header.magic == kMessageMagic && header.sizeBytes > most;
}

// --- one connection -------------------------------------------------------------------------------------------------

ServedClient::ServedClient(ServerService& service, int fd)
    : m_service(service), m_fd(fd), m_connection(service.end().connections()) {}

std::span<std::byte> ServedClient::room() {
    // A packet comes whole or is cut: there is room for the longest one.
    const std::size_t least = m_service.end().keepsBoundaries() ? m_service.end().maxMessageBytes() : m_needed;
    const std::size_t wanted = std::max(m_answered + least, kFirstServedBytes);
    if (m_buffer.size() < wanted) m_buffer.resize(wanted);
    return std::span(m_buffer).subspan(m_filled);
}

Verdict ServedClient::received(std::size_t sizeBytes, const Origin*) {
    m_filled += sizeBytes;
    assert(m_filled <= m_buffer.size());
    while (unread().size() >= m_needed) {
        if (!(m_greeted ? answerNext() : greet())) return Verdict::Close;
    }
    if (m_service.end().keepsBoundaries() && m_filled != m_answered) {
        m_why = m_greeted ? HangUp::HalfMessage : HangUp::Stranger;  // the rest of a packet never comes
        return Verdict::Close;
    }
    return Verdict::GoOn;
}

bool ServedClient::greet() {
    SocketNonce shown{};
    std::memcpy(shown.data(), unread().data(), sizeof shown);
    if (shown != m_service.end().nonce()) {
        m_why = HangUp::Stranger;
        return false;
    }
    m_greeted = true;
    m_connection.open(m_fd);
    if (m_connection.slot() != nullptr && !m_service.isServersOwn())
        m_connection.slot()->descriptor.store(0, memory_order_relaxed);
    std::ranges::copy(unread().subspan(sizeof shown), m_buffer.begin());
    m_filled -= sizeof shown;
    m_needed = kMinMessageBytes;
    return true;
}

bool ServedClient::answerNext() {
    const std::span<std::byte> there = unread();
    const MessageHeader header = readHeader(there);
    const std::uint32_t most = m_service.end().maxMessageBytes();
    if (!isHeader(there.first(kMinMessageBytes)) || header.sizeBytes > most) {
        m_why = announcesTooMuch(header, most) ? HangUp::TooLarge : HangUp::Garbage;
        m_service.noteCorrupted();
        return false;
    }
    if (there.size() < header.sizeBytes) {
        m_needed = header.sizeBytes;
        return true;
    }
    const std::span<std::byte> message = there.first(header.sizeBytes);
    if (!isIntact(message) || !m_service.knows(header)) {
        m_why = HangUp::Garbage;
        m_service.noteCorrupted();
        return false;
    }
    m_service.execute(header, m_next, m_connection.slot());
    stampMessage(message, header.sequence, m_service.process(), stampIn(header));
    m_answered += message.size();
    m_needed = kMinMessageBytes;
    return true;
}

void ServedClient::inputEnded() {
    m_connection.noteEnd(0);
    if (m_filled != m_answered) m_why = HangUp::HalfMessage;
}

// Of packets one at a time: there is never another in the buffer.
std::span<const std::byte> ServedClient::toSend() { return std::span(m_buffer).subspan(m_sent, m_answered - m_sent); }

Verdict ServedClient::sent(std::size_t sizeBytes) {
    m_sent += sizeBytes;
    if (m_sent < m_answered) return Verdict::GoOn;
    std::ranges::copy(unread(), m_buffer.begin());
    m_filled -= m_answered;
    m_sent = m_answered = 0;
    return Verdict::GoOn;
}

std::optional<HangUp> ServedClient::reason(bool idle) const {
    if (m_why || !idle) return m_why;
    if (m_sent < m_answered) return HangUp::DoesNotRead;
    if (m_greeted) return HangUp::HalfMessage;
    return m_filled == 0 ? HangUp::SaidNothing : HangUp::Stranger;
}

std::string ServedClient::peerText() const {
    // Of one that was reset the kernel tells no more.
    const ConnectionSlot* slot = m_connection.slot();
    const std::string address = slot != nullptr && m_greeted ? slot->peer.load().text() : std::string();
    return address.empty() ? peerOf(m_fd) : address;
}

// --- all of them ----------------------------------------------------------------------------------------------------

ServerService::ServerService(const WorkerContext& worker, const HeldEnd& end, HangUpCounts& hangUps)
    : m_worker(worker),
      m_end(end),
      m_hangUps(worker, hangUps, end.datagrams()),
      m_places(worker.segment().header().counts.processes, kNoIndex) {
    for (const EndpointSlot& slot : worker.segment().endpointsOf(end.link())) {
        if (slot.role != PortRole::Sender || slot.process >= m_places.size()) continue;
        m_places[slot.process] = static_cast<std::uint32_t>(m_senders.size());
        m_senders.push_back(&slot);
    }
}

void ServerService::ended(Served& served, int, Ending how, int error) {
    auto& client = static_cast<ServedClient&>(served);
    if (how == Ending::Failed) client.noteEnd(error);
    if (how == Ending::Failed && error == ECONNRESET) return m_hangUps.note(HangUp::Reset, client.peerText());
    if (how == Ending::Stopped) return;
    if (const auto why = client.reason(how == Ending::Idle)) m_hangUps.note(*why, client.peerText());
}

void ServerService::turnedAway(TurnAway why, int fd, int) {
    switch (why) {
        case TurnAway::AboveLimit:
            return m_hangUps.note(HangUp::AboveLimit, peerOf(fd));
        case TurnAway::NoDescriptor:
            return m_hangUps.note(HangUp::NoDescriptor, peerOf(fd));
        case TurnAway::NoThread:
            return m_hangUps.note(HangUp::NoThread, peerOf(fd));
        case TurnAway::NoProcess:
            return m_hangUps.note(HangUp::NoProcess, peerOf(fd));
    }
}

bool ServerService::knows(const MessageHeader& request) const {
    return request.producer < m_places.size() && m_places[request.producer] != kNoIndex;
}

// Requests of one process go over many connections, and only those of one connection come in order.
void ServerService::execute(const MessageHeader& request, std::uint64_t& next, ConnectionSlot* connection) const {
    const Nanoseconds now = monotonicNow();
    const std::uint32_t place = m_places[request.producer];
    EndpointSlot& slot = m_end.slot();
    m_end.countReceived(connection, request.sizeBytes, now);
    slot.newest.fetch_add(1, memory_order_relaxed);
    if (slot.deliveries != kNoIndex)
        m_worker.segment().deliveries()[slot.deliveries + place].fetch_add(1, memory_order_relaxed);
    if (request.sequence + 1 == next) slot.duplicated.fetch_add(1, memory_order_relaxed);
    if (request.sequence + 1 < next) slot.reordered.fetch_add(1, memory_order_relaxed);
    next = std::max(next, request.sequence + 1);
    const std::uint32_t caller = m_senders[place]->caller;
    if (caller != kNoIndex) m_worker.segment().callers()[caller].execute(request.sequence, now);
    work();
    HeldEnd::countAnswer(connection, PortRole::Receiver, request.sizeBytes);
}

void ServerService::noteCorrupted() const { m_end.slot().corrupted.fetch_add(1, memory_order_relaxed); }

// As it is set now: its clients may be served by threads and processes that take over no settings.
void ServerService::work() const {
    const ControlSlot& control = m_worker.segment().controls()[m_worker.plan().process];
    const Nanoseconds workNs = m_worker.isStopping() ? 0 : control.workNs.load(memory_order_relaxed);
    if (workNs > 0) burnCpu(workNs);
    ProcessSlot& slot = m_worker.segment().processes()[m_worker.plan().process];
    slot.iterations.fetch_add(1, memory_order_relaxed);
}

}  // namespace ipclab

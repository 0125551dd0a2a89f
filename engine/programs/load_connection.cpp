#include "programs/load_connection.h"

#include <sys/socket.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>

#include "core/error.h"
#include "links/socket_buffers.h"

namespace ipclab {

namespace {

using std::memory_order_relaxed;

constexpr std::size_t kFirstAnswerBytes = 256;

}  // namespace

bool LoadConnection::connect() {
    assert(m_state == State::NotYet);
    const SocketFamily& family = m_shared->end.family();
    if (!m_fd) {
        m_shared->systemCalls += 1;
        m_fd.reset(check(::socket(family.domain(), family.type() | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), "socket"));
        setSocketBuffer(m_fd.get(), SO_SNDBUF, m_shared->end.sendBufferBytes());
        family.tune(m_fd.get(), m_shared->end.tcp());
        m_connection = Connection(m_shared->end.connections());
    }
    m_shared->systemCalls += 1;
    const int rc = family.connect(m_fd.get(), m_shared->server);
    if (rc != 0 && errno == EAGAIN) return false;
    m_state = State::Connecting;
    if (rc != 0 && errno != EINPROGRESS && errno != EINTR) end(errno);
    return true;
}

void LoadConnection::finishConnecting(bool greets) {
    assert(m_state == State::Connecting);
    int error = 0;
    socklen_t size = sizeof error;
    m_shared->systemCalls += 1;
    check(::getsockopt(m_fd.get(), SOL_SOCKET, SO_ERROR, &error, &size), "getsockopt SO_ERROR");
    if (error != 0) return end(error);
    m_state = State::Open;
    m_wasOpen = true;
    const bool toGroup = m_shared->end.family().isGroup();
    m_connection.open(m_fd.get(), toGroup ? SocketName::of(m_shared->server.storage, m_shared->server.sizeBytes)
                                          : SocketName::ofPeer(m_fd.get()));
    const SocketNonce nonce = m_shared->end.nonce();
    if (greets && !m_shared->end.datagrams()) put(std::as_bytes(std::span(nonce)));
}

bool LoadConnection::request(std::uint32_t sizeBytes, Nanoseconds dueNs) {
    assert(m_state == State::Open && !m_awaiting);
    if (isWriting() && !writeOn()) return false;
    if (isWriting()) return false;
    prepare(sizeBytes, dueNs);
    // Before it is sent: the server may have carried it out by the time sending returns.
    m_isRecorded = m_shared->calls.issue(m_number);
    const ssize_t sent = sendSome(m_out);
    if (sent <= 0) {
        const int error = errno;
        m_shared->calls.withdraw(m_number, m_isRecorded);
        m_written = m_out.size();  // none of it is to be written later
        if (sent < 0) end(error);
        return false;
    }
    ++m_shared->nextRequest;
    m_shared->calls.noteIssued(m_number, m_isRecorded, m_sentNs);
    m_shared->end.countSent(m_connection.slot(), sizeBytes, m_sentNs);
    m_written = static_cast<std::size_t>(sent);
    m_awaiting = true;
    return true;
}

void LoadConnection::prepare(std::uint32_t sizeBytes, Nanoseconds dueNs) {
    if (!m_isPrepared || m_out.size() != nonceBytes() + sizeBytes) {
        const SocketNonce nonce = m_shared->end.nonce();
        m_out.resize(nonceBytes() + sizeBytes);
        std::memcpy(m_out.data(), nonce.data(), nonceBytes());
        prepareMessage(std::span(m_out).subspan(nonceBytes()));
        m_isPrepared = true;
    }
    m_written = 0;
    m_number = m_shared->nextRequest;
    m_dueNs = dueNs;
    m_sentNs = monotonicNow();
    const std::uint16_t lateness = dueNs == 0 ? std::uint16_t{0} : latenessCode(m_sentNs - dueNs);
    stampMessage(std::span(m_out).subspan(nonceBytes()), m_number, m_shared->process, {m_sentNs, lateness});
}

bool LoadConnection::put(std::span<const std::byte> bytes) {
    if (m_state != State::Open) return false;
    m_out.erase(m_out.begin(), m_out.begin() + static_cast<std::ptrdiff_t>(m_written));
    if (m_shared->end.datagrams()) {
        const SocketNonce nonce = m_shared->end.nonce();
        const auto prefix = std::as_bytes(std::span(nonce));
        m_out.assign(prefix.begin(), prefix.end());
    }
    m_out.insert(m_out.end(), bytes.begin(), bytes.end());
    m_written = 0;
    m_isPrepared = false;
    return writeOn();
}

bool LoadConnection::writeOn() {
    while (m_state == State::Open && isWriting()) {
        const ssize_t sent = sendSome(std::span(m_out).subspan(m_written));
        if (sent < 0) end(errno);
        if (sent <= 0) break;
        m_written += static_cast<std::size_t>(sent);
    }
    return m_state == State::Open;
}

// 0: no room now. -1: errno says what it was.
ssize_t LoadConnection::sendSome(std::span<const std::byte> bytes) {
    const bool toGroup = m_shared->end.family().isGroup();
    for (;;) {
        m_shared->systemCalls += 1;
        const ssize_t sent = toGroup ? ::sendto(m_fd.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL,
                                                m_shared->server.get(), m_shared->server.sizeBytes)
                                     : ::send(m_fd.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0) return sent;
        if (errno == EINTR) continue;
        if (errno != EAGAIN) return -1;
        m_shared->end.slot().wouldBlock.fetch_add(1, memory_order_relaxed);
        return 0;
    }
}

LoadConnection::Got LoadConnection::readOn() {
    if (m_shared->end.datagrams()) return readDatagrams();
    for (;;) {
        if (m_in.size() < std::max(m_out.size(), kFirstAnswerBytes))
            m_in.resize(std::max(m_out.size(), kFirstAnswerBytes));
        m_shared->systemCalls += 1;
        const ssize_t got = ::recv(m_fd.get(), m_in.data() + m_read, m_in.size() - m_read, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && errno == EAGAIN) return Got::Nothing;
        if (got <= 0) {
            end(got == 0 ? 0 : errno);
            return Got::Nothing;
        }
        m_read += static_cast<std::size_t>(got);
        if (m_read < kMinMessageBytes) continue;
        const MessageHeader header = readHeader(m_in);
        if (m_read < header.sizeBytes && header.sizeBytes <= m_in.size()) continue;
        const auto answer = std::span(m_in).first(std::min<std::size_t>(m_read, header.sizeBytes));
        const bool right = m_awaiting && header.sequence == m_number && isIntact(answer) && m_read == answer.size();
        if (!right) {
            m_shared->end.slot().corrupted.fetch_add(1, memory_order_relaxed);
            end(EBADMSG);
            return Got::Nothing;
        }
        m_read = 0;
        return takeAnswer(header);
    }
}

LoadConnection::Got LoadConnection::takeAnswer(const MessageHeader& header) {
    m_awaiting = false;
    m_answeredBy = header.producer;
    HeldEnd::countAnswer(m_connection.slot(), PortRole::Sender, header.sizeBytes);
    return Got::Answer;
}

// --- datagrams ------------------------------------------------------------------------------------------------------

LoadConnection::Got LoadConnection::readDatagrams() {
    std::vector<std::byte>& room = m_shared->datagram;
    for (;;) {
        m_shared->systemCalls += 1;
        const ssize_t got = ::recv(m_fd.get(), room.data(), room.size(), 0);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && errno != EAGAIN) end(errno);
        if (got < 0) return Got::Nothing;
        if (takeDatagram(std::span(room).first(static_cast<std::size_t>(got))) == Got::Answer) return Got::Answer;
    }
}

LoadConnection::Got LoadConnection::takeDatagram(std::span<const std::byte> datagram) {
    SocketNonce shown{};
    std::memcpy(shown.data(), datagram.data(), std::min(datagram.size(), sizeof shown));
    if (datagram.size() < sizeof shown + kMinMessageBytes || shown != m_shared->end.nonce()) {
        ++m_shared->strangers;
        return Got::Nothing;
    }
    const auto message = datagram.subspan(sizeof shown);
    const MessageHeader header = readHeader(message);
    if (!isIntact(message)) {
        m_shared->end.slot().corrupted.fetch_add(1, memory_order_relaxed);
        return Got::Nothing;
    }
    if (m_awaiting && header.sequence == m_number) return takeAnswer(header);
    ++(m_shared->givenUp.erase(header.sequence) > 0 ? m_shared->late : m_shared->copies);
    return Got::Nothing;
}

void LoadConnection::giveUpAnswer() {
    assert(m_awaiting);
    forgetAnswer();
    m_shared->calls.noteUnanswered();
    m_shared->givenUp.insert(m_number);
    if (m_shared->givenUp.size() > kGivenUpKept) m_shared->givenUp.erase(m_shared->givenUp.begin());
}

void LoadConnection::readAway() {
    std::array<std::byte, 4096> room{};
    for (;;) {
        m_shared->systemCalls += 1;
        const ssize_t got = ::recv(m_fd.get(), room.data(), room.size(), 0);
        if (got > 0 || (got < 0 && errno == EINTR)) continue;
        if (got == 0 || errno != EAGAIN) end(got == 0 ? 0 : errno);
        return;
    }
}

void LoadConnection::shutDownSending() {
    m_shared->systemCalls += 1;
    ::shutdown(m_fd.get(), SHUT_WR);
}

void LoadConnection::close(bool reset) {
    if (m_state == State::NotYet || m_state == State::Over) return;
    const linger now{.l_onoff = 1, .l_linger = 0};
    m_closedHere = true;
    if (reset) ::setsockopt(m_fd.get(), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    end(0);
}

void LoadConnection::end(int error) {
    if (error != 0) m_connection.noteEnd(error);
    m_error = error;
    m_state = State::Over;
    if (m_awaiting) m_shared->end.datagrams() ? giveUpAnswer() : forgetAnswer();
    m_connection = Connection();
    m_shared->systemCalls += m_fd ? 1 : 0;
    m_fd.reset();
}

}  // namespace ipclab

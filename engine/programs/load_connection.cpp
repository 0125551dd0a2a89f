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
    const SocketAddress address = family.parse(m_shared->end.plan().wiring.names.front());
    m_shared->systemCalls += 1;
    const int rc = ::connect(m_fd.get(), address.get(), address.sizeBytes);
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
    m_connection.open(m_fd.get());
    const SocketNonce nonce = m_shared->end.nonce();
    if (greets) put(std::as_bytes(std::span(nonce)));
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
    if (!m_isPrepared || m_out.size() != sizeBytes) {
        m_out.resize(sizeBytes);
        prepareMessage(m_out);
        m_isPrepared = true;
    }
    m_written = 0;
    m_number = m_shared->nextRequest;
    m_dueNs = dueNs;
    m_sentNs = monotonicNow();
    const std::uint16_t lateness = dueNs == 0 ? std::uint16_t{0} : latenessCode(m_sentNs - dueNs);
    stampMessage(m_out, m_number, m_shared->process, {m_sentNs, lateness});
}

bool LoadConnection::put(std::span<const std::byte> bytes) {
    if (m_state != State::Open) return false;
    m_out.erase(m_out.begin(), m_out.begin() + static_cast<std::ptrdiff_t>(m_written));
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
    for (;;) {
        m_shared->systemCalls += 1;
        const ssize_t sent = ::send(m_fd.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0) return sent;
        if (errno == EINTR) continue;
        if (errno != EAGAIN) return -1;
        m_shared->end.slot().wouldBlock.fetch_add(1, memory_order_relaxed);
        return 0;
    }
}

LoadConnection::Got LoadConnection::readOn() {
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
        m_awaiting = false;
        HeldEnd::countAnswer(m_connection.slot(), PortRole::Sender, header.sizeBytes);
        return Got::Answer;
    }
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
    if (m_awaiting) forgetAnswer();
    m_connection = Connection();
    m_shared->systemCalls += m_fd ? 1 : 0;
    m_fd.reset();
}

}  // namespace ipclab

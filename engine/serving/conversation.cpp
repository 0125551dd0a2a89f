#include "serving/conversation.h"

#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <utility>

namespace ipclab {

Conversation::Conversation(int fd, bool datagrams, std::unique_ptr<Served> served)
    : m_fd(fd), m_datagrams(datagrams), m_served(std::move(served)) {
    assert(m_served != nullptr);
}

Conversation::~Conversation() {
    if (m_fd >= 0 && !m_datagrams) ::close(m_fd);
}

Step Conversation::next() const {
    if (m_over) return Step::Over;
    if (!m_served->toSend().empty()) return Step::Send;
    return m_inputOver || m_closing ? Step::Over : Step::Receive;
}

Step Conversation::proceed(unsigned mostReads, int flags, ServingCounts& counts) {
    unsigned reads = 0;
    for (;;) {
        const Step step = next();
        if (step == Step::Over) return step;
        if (step == Step::Receive && reads == mostReads) return Step::More;
        count(counts.ioCalls);
        const ssize_t result = step == Step::Send ? sendOnce(flags) : receiveOnce(flags);
        if (result == -EINTR) continue;
        if (result == -EAGAIN && !(step == Step::Send && m_datagrams)) return step;
        if (step == Step::Send) {
            sent(result, counts);
        } else {
            received(result);
            ++reads;
        }
    }
}

ssize_t Conversation::receiveOnce(int flags) {
    const std::span<std::byte> room = m_served->room();
    assert(!room.empty());
    ssize_t got = 0;
    if (m_datagrams) {
        m_origin.sizeBytes = sizeof m_origin.address;
        got = ::recvfrom(m_fd, room.data(), room.size(), flags, reinterpret_cast<sockaddr*>(&m_origin.address),
                         &m_origin.sizeBytes);
    } else {
        got = ::recv(m_fd, room.data(), room.size(), flags);
    }
    return got < 0 ? -errno : got;
}

ssize_t Conversation::sendOnce(int flags) {
    const std::span<const std::byte> bytes = m_served->toSend();
    ssize_t put = 0;
    if (m_datagrams) {
        put = ::sendto(m_fd, bytes.data(), bytes.size(), flags | MSG_NOSIGNAL,
                       reinterpret_cast<const sockaddr*>(&m_origin.address), m_origin.sizeBytes);
    } else {
        put = ::send(m_fd, bytes.data(), bytes.size(), flags | MSG_NOSIGNAL);
    }
    return put < 0 ? -errno : put;
}

void Conversation::received(ssize_t result) {
    m_moved = true;
    if (result > 0 || (result == 0 && m_datagrams)) {
        const Verdict verdict = m_served->received(static_cast<std::size_t>(result), m_datagrams ? &m_origin : nullptr);
        if (verdict == Verdict::Close) end(Ending::Closed, 0);
    } else if (result == 0) {
        m_inputOver = true;
        m_served->inputEnded();
    } else if (!m_datagrams) {  // an error that a datagram socket reports is about one sent before (ip(7),
                                // ECONNREFUSED)
        m_over = true;
        end(Ending::Failed, static_cast<int>(-result));
    }
}

void Conversation::sent(ssize_t result, ServingCounts& counts) {
    m_moved = true;
    if (result < 0 && !m_datagrams) {
        m_over = true;
        end(Ending::Failed, static_cast<int>(-result));
        return;
    }
    if (result < 0) count(counts.lost);
    const std::size_t size = result < 0 ? m_served->toSend().size() : static_cast<std::size_t>(result);
    if (m_served->sent(size) == Verdict::Close) end(Ending::Closed, 0);
}

void Conversation::end(Ending how, int error) {
    m_closing = true;
    m_ending = how;
    m_error = error;
}

bool Conversation::moved() {
    if (m_moved) m_quietLooks = 0;
    return std::exchange(m_moved, false);
}

void Conversation::close(Service& service, Ending how, ServingCounts& counts) {
    assert(m_fd >= 0);
    if (next() != Step::Over && !m_closing) m_ending = how;
    service.ended(*m_served, m_fd, m_ending, m_error);
    m_served.reset();
    if (!m_datagrams) {
        count(counts.ioCalls);
        ::close(m_fd);
    }
    m_fd = -1;
}

}  // namespace ipclab

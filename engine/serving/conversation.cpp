#include "serving/conversation.h"

#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <utility>

namespace ipclab {

Conversation::Conversation(int fd, bool datagrams, std::unique_ptr<Served> served)
    : m_fd(fd), m_datagrams(datagrams), m_mayRest(served->mayRest()), m_served(std::move(served)) {}

Conversation::~Conversation() {
    if (m_fd >= 0 && !m_datagrams) ::close(m_fd);
}

Step Conversation::next() const {
    if (m_failed) return Step::Over;
    if (!m_served->toSend().empty()) return Step::Send;
    return m_inputOver || m_closing ? Step::Over : Step::Receive;
}

Step Conversation::proceed(unsigned mostReads, int flags, ServingCounts& counts) {
    unsigned reads = 0;
    for (;;) {
        const Step step = next();
        if (step == Step::Over) return step;
        if (step == Step::Receive && reads == mostReads) return Step::More;
        const ssize_t result = tryStep(step, flags, counts);
        if (result == -EINTR) return Step::Interrupted;
        if (result == -EAGAIN) return step;
        done(step, result, counts);
        if (step == Step::Receive) ++reads;
    }
}

// A datagram socket without room for an answer has lost it: nobody waits for its turn.
ssize_t Conversation::tryStep(Step step, int flags, ServingCounts& counts) {
    assert(step == Step::Receive || step == Step::Send);
    count(counts.ioCalls);
    if (step == Step::Receive) return receiveOnce(flags);
    const ssize_t result = sendOnce(flags);
    return m_datagrams && result == -EAGAIN ? -ENOBUFS : result;
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

void Conversation::done(Step step, ssize_t result, ServingCounts& counts) {
    m_moved = true;
    m_quietLooks.store(0, std::memory_order_relaxed);
    step == Step::Receive ? received(result) : sent(result, counts);
    m_mayRest.store(m_served->mayRest(), std::memory_order_relaxed);
}

// An error that a datagram socket reports on receiving is about one that was sent before (ip(7), ECONNREFUSED).
void Conversation::received(ssize_t result) {
    if (result > 0 || (result == 0 && m_datagrams)) {
        const Origin* from = m_datagrams ? &m_origin : nullptr;
        if (m_served->received(static_cast<std::size_t>(result), from) == Verdict::Close) end(Ending::Closed, 0);
    } else if (result == 0) {
        m_inputOver = true;
        m_served->inputEnded();
    } else if (!m_datagrams) {
        m_failed = true;
        end(Ending::Failed, static_cast<int>(-result));
    }
}

void Conversation::sent(ssize_t result, ServingCounts& counts) {
    if (result < 0 && !m_datagrams) {
        m_failed = true;
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

bool Conversation::moved() { return std::exchange(m_moved, false); }

void Conversation::giveUp(Ending why) {
    assert(why != Ending::Finished);
    m_givenUp.store(why, std::memory_order_relaxed);
    if (!m_datagrams) ::shutdown(m_fd, SHUT_RDWR);
}

void Conversation::close(Service& service, Ending how, ServingCounts& counts) {
    assert(m_fd >= 0);
    const Ending givenUp = m_givenUp.load(std::memory_order_relaxed);
    if (givenUp != Ending::Finished) {
        m_ending = givenUp;
        m_error = 0;
    } else if (!m_closing && (next() != Step::Over || how == Ending::Stopped)) {
        m_ending = how;
    }
    service.ended(*m_served, m_fd, m_ending, m_error);
    m_served.reset();
    if (!m_datagrams) {
        count(counts.ioCalls);
        ::close(m_fd);
    }
    m_fd = -1;
}

}  // namespace ipclab

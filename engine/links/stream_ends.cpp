#include "links/stream_ends.h"

#include <poll.h>

#include "core/error.h"
#include "links/refusals.h"
#include "links/socket_buffers.h"
#include "links/spin.h"

namespace ipclab {

namespace {

template <typename Status>
Status statusOf(WaitResult result) {
    return result == WaitResult::TimedOut ? Status::TimedOut : Status::Interrupted;
}

// Waiting for a lock that the end may not wait for is "would block" to the caller.
Deadline lockDeadline(const EndOptions& options) {
    return Deadline(options.mode == Blocking::NonBlocking ? 0 : options.timeoutNs);
}

template <typename Status>
Status lockStatus(WaitResult result, const EndOptions& options) {
    if (result == WaitResult::TimedOut && options.mode == Blocking::NonBlocking) return Status::WouldBlock;
    return statusOf<Status>(result);
}

}  // namespace

std::string streamRefusal(const LinkRequest& spec) {
    const std::string counts = capacityInMessagesRefusal(spec, Sentence::ByteStreamCountsBytes);
    return counts.empty() ? aboveLaboratory(spec) : counts;
}

SharedLock SharedLock::create() {
    SharedLock lock;
    lock.m_memory = makeSharedMemoryFile("ipclab-lock", sizeof(RobustLock));
    lock.get()->initialise();
    return lock;
}

SharedLock SharedLock::adopt(int fd) {
    SharedLock lock;
    lock.m_memory.fd = adoptDescriptor(fd);
    lock.m_memory.mapping = SharedMapping(fd, sizeof(RobustLock));
    return lock;
}

SendStatus StreamSender::send(std::span<const std::byte> message) {
    if (message.size() > m_maxBytes) return SendStatus::TooLong;
    const SendStatus status = m_lock ? sendLocked(message) : sendInTime(message);
    m_systemCalls += std::exchange(m_writer.stream().systemCalls, 0);
    return status;
}

SendStatus StreamSender::sendInTime(std::span<const std::byte> message) {
    const SendStatus status = m_writer.write(message);
    if (status != SendStatus::WouldBlock || m_options.mode == Blocking::NonBlocking) return status;
    return writeInTime(message, Deadline(m_options.timeoutNs));
}

SendStatus StreamSender::sendLocked(std::span<const std::byte> message) {
    const Deadline deadline = lockDeadline(m_options);
    const WaitResult locked = m_lock.get()->lock(deadline, m_systemCalls);
    if (locked != WaitResult::Ready) return lockStatus<SendStatus>(locked, m_options);
    const LockHold hold(m_lock.get(), m_systemCalls);
    return m_options.mode == Blocking::NonBlocking ? m_writer.write(message) : writeInTime(message, deadline);
}

SendStatus StreamSender::writeInTime(std::span<const std::byte> message, const Deadline& deadline) {
    if (const auto status = spinFirst(m_options, [&] { return m_writer.write(message); })) return *status;
    for (;;) {
        const SendStatus status = m_writer.write(message);
        if (status != SendStatus::WouldBlock) return status;
        const WaitResult waited = m_writer.stream().wait(POLLOUT, deadline);
        if (waited != WaitResult::Ready) return statusOf<SendStatus>(waited);
    }
}

ReceiveResult StreamReceiver::receive(std::span<std::byte> buffer) {
    const ReceiveResult result = receiveOnce(buffer);
    m_systemCalls += std::exchange(m_reader.stream().systemCalls, 0);
    return result;
}

ReceiveResult StreamReceiver::receiveOnce(std::span<std::byte> buffer) {
    if (!m_lock) return receiveInTime(buffer);
    return m_reader.holdsFrame() ? m_reader.receive(buffer) : receiveLocked(buffer);
}

ReceiveResult StreamReceiver::receiveInTime(std::span<std::byte> buffer) {
    const ReceiveResult result = m_reader.receive(buffer);
    if (result.status != ReceiveStatus::WouldBlock || m_options.mode == Blocking::NonBlocking) return result;
    return readInTime(buffer, Deadline(m_options.timeoutNs));
}

ReceiveResult StreamReceiver::receiveLocked(std::span<std::byte> buffer) {
    const Deadline deadline = lockDeadline(m_options);
    const WaitResult locked = m_lock.get()->lock(deadline, m_systemCalls);
    if (locked != WaitResult::Ready) return {lockStatus<ReceiveStatus>(locked, m_options)};
    const LockHold hold(m_lock.get(), m_systemCalls);
    return m_options.mode == Blocking::NonBlocking ? m_reader.receive(buffer) : readInTime(buffer, deadline);
}

ReceiveResult StreamReceiver::readInTime(std::span<std::byte> buffer, const Deadline& deadline) {
    if (const auto result = spinFirst(m_options, [&] { return m_reader.receive(buffer); })) return *result;
    for (;;) {
        const ReceiveResult result = m_reader.receive(buffer);
        if (result.status != ReceiveStatus::WouldBlock) return result;
        const WaitResult waited = m_reader.stream().wait(POLLIN, deadline);
        if (waited != WaitResult::Ready) return {statusOf<ReceiveStatus>(waited)};
    }
}

}  // namespace ipclab

// The two ends over one byte stream: timeouts, and a lock where several processes write or read the same stream.
// Pipe and FIFO use them for every link, stream sockets where there is one connection.
#pragma once

#include <limits.h>

#include <memory>

#include "links/framing.h"
#include "links/robust_lock.h"
#include "links/wiring.h"

namespace ipclab {

// A write of up to PIPE_BUF bytes is atomic (pipe(7)); longer ones of several writers mix.
[[nodiscard]] inline bool writesMayMix(unsigned senders, std::uint64_t maxMessageBytes) {
    return senders > 1 && maxMessageBytes > PIPE_BUF;
}

// An O_NONBLOCK descriptor or not, as such an end needs it: one that must come back in time may not sleep in the call.
[[nodiscard]] inline ByteStream::Waiting waitingOf(const EndOptions& options) {
    const bool inTheCall = options.mode == Blocking::Blocking && options.timeoutNs < 0 && options.spinNs <= 0;
    return inTheCall ? ByteStream::Waiting::InTheCall : ByteStream::Waiting::Nowait;
}

// The limit of a link: what was asked for, else what a header can say.
[[nodiscard]] inline std::uint64_t streamMessageLimit(const LinkRequest& spec) {
    return spec.maxMessageBytes > 0 ? spec.maxMessageBytes : kMaxMessageBytes;
}

// What no byte stream can do; empty: nothing of it was asked.
std::string streamRefusal(const LinkRequest& spec);

// A lock in memory of its own that is mapped by inheriting a descriptor.
class SharedLock {
public:
    SharedLock() = default;
    static SharedLock create();
    static SharedLock adopt(int fd);

    [[nodiscard]] RobustLock* get() const { return static_cast<RobustLock*>(m_memory.mapping.data()); }
    [[nodiscard]] int fd() const { return m_memory.fd.get(); }
    explicit operator bool() const { return get() != nullptr; }
    void closeDescriptor() { m_memory.fd.reset(); }

private:
    SharedMemoryFile m_memory;
};

class StreamSender final : public Sender {
public:
    StreamSender(ByteStream stream, SharedLock lock, const EndOptions& options, std::uint64_t maxMessageBytes)
        : m_writer(std::move(stream), static_cast<bool>(lock), options.writes),
          m_lock(std::move(lock)),
          m_options(options),
          m_maxBytes(maxMessageBytes) {
        m_connection = m_writer.stream().connection().slot();
    }

    SendStatus send(std::span<const std::byte> message) override;
    [[nodiscard]] int descriptor() const override { return m_writer.stream().fd(); }

private:
    SendStatus sendInTime(std::span<const std::byte> message);
    SendStatus sendLocked(std::span<const std::byte> message);
    SendStatus writeInTime(std::span<const std::byte> message, const Deadline& deadline);

    FrameWriter m_writer;
    SharedLock m_lock;
    EndOptions m_options;
    std::uint64_t m_maxBytes;
};

class StreamReceiver final : public Receiver {
public:
    StreamReceiver(ByteStream stream, SharedLock lock, const EndOptions& options, bool verify)
        : m_reader(std::move(stream), {.exact = static_cast<bool>(lock), .verify = verify}),
          m_lock(std::move(lock)),
          m_options(options) {
        m_connection = m_reader.stream().connection().slot();
    }

    ReceiveResult receive(std::span<std::byte> buffer) override;
    [[nodiscard]] int descriptor() const override { return m_reader.stream().fd(); }

private:
    ReceiveResult receiveOnce(std::span<std::byte> buffer);
    ReceiveResult receiveInTime(std::span<std::byte> buffer);
    ReceiveResult receiveLocked(std::span<std::byte> buffer);
    ReceiveResult readInTime(std::span<std::byte> buffer, const Deadline& deadline);

    FrameReader m_reader;
    SharedLock m_lock;
    EndOptions m_options;
};

}  // namespace ipclab

// What a server does with its connections: bytes in, bytes out, and no system call. How it waits for them, reads and
// writes them is a strategy's (serving/strategy.h), so that the same service is measured under each. Several threads
// and forked processes may serve at once; one connection is served by one thread at a time.
#pragma once

#include <sys/socket.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace ipclab {

// Close: nothing more is read, what is still to be sent is sent, then the connection is closed.
enum class Verdict : std::uint8_t { GoOn, Close };

// Who sent a datagram.
struct Origin {
    sockaddr_storage address{};
    socklen_t sizeBytes = 0;
};

// One connection, or one datagram socket with all who send to it.
class Served {
public:
    virtual ~Served() = default;
    Served() = default;
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;

    // Where the bytes received next go; never empty while toSend() is. Of a datagram socket: room for the longest one.
    // It stays where it is until received().
    [[nodiscard]] virtual std::span<std::byte> room() = 0;
    // So many of them have come. from: nullptr for a connection.
    [[nodiscard]] virtual Verdict received(std::size_t sizeBytes, const Origin* from) = 0;
    // Nothing has been begun on it that should go on: it may be silent for as long as it likes.
    [[nodiscard]] virtual bool mayRest() const { return false; }
    // The other side sends no more; what it asked before is still to be answered. Not called for datagram sockets.
    virtual void inputEnded() {}
    // What the next call sends: of a stream as much as one likes, of a socket that keeps boundaries one message, of a
    // datagram socket the answer to whoever sent the last one. It stays where it is until sent(). Nothing is read
    // while something is to be sent: who does not read his answers cannot make the server keep more of them.
    [[nodiscard]] virtual std::span<const std::byte> toSend() = 0;
    [[nodiscard]] virtual Verdict sent(std::size_t sizeBytes) = 0;
};

// How a connection ended.
enum class Ending : std::uint8_t {
    Finished,  // the other side sends no more, and all is answered
    Closed,    // the service said so
    Failed,    // with that errno: ECONNRESET, EPIPE …
    Idle,      // nothing came from it, or went to it, for too long (ServingSettings::idleNs)
    Stopped,   // the server stops
};

// Why a connection was closed as soon as it came. `value` is the descriptor of AboveLimit, else an errno.
enum class TurnAway : std::uint8_t {
    AboveLimit,    // its descriptor is beyond what the call that waits can hold (FD_SETSIZE of select(2))
    NoDescriptor,  // EMFILE or ENFILE: the process or the system has no more
    NoThread,      // a thread a client: no more can be made
    NoProcess,     // a process a client: no more can be forked
};

class Service {
public:
    virtual ~Service() = default;

    // A connection was accepted, or a datagram socket is now served; the descriptor stays the strategy's. nullptr:
    // the service refuses it, and it is closed. In the thread or process that will serve it, or the one that accepts.
    [[nodiscard]] virtual std::unique_ptr<Served> opened(int fd) = 0;
    // Just before the descriptor is closed. error: of Ending::Failed.
    virtual void ended(Served& served, int fd, Ending how, int error) = 0;
    // fd: still open, so that the kernel can tell who it is.
    virtual void turnedAway(TurnAway why, int fd, int value) = 0;
    // In a process that the strategy has forked, before it serves anybody.
    virtual void forked() {}
};

}  // namespace ipclab

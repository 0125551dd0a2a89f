// A descriptor that carries bytes: a pipe, a FIFO, a terminal or a connected socket, with the three system calls an
// end makes on it, each counted. Nothing here waits unless the descriptor does.
#pragma once

#include <sys/socket.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>

#include "core/deadline.h"
#include "core/unique_fd.h"
#include "links/connection.h"

namespace ipclab {

class ByteStream {
public:
    // A socket of packets keeps boundaries: what is written in one call is read in one. A terminal says by EIO what
    // others say by end of file and EPIPE (tty_ioctl(4), pty(7)).
    enum class Kind : std::uint8_t { File, Socket, Packets, Terminal };
    // Nowait on a file: the descriptor is O_NONBLOCK already (a flag all who share it have in common, so the caller
    // must own its open file description); on a socket it is asked for with each call.
    enum class Waiting : std::uint8_t { InTheCall, Nowait };

    ByteStream() = default;
    ByteStream(UniqueFd fd, Kind kind, Waiting waiting, Connection connection = {})
        : m_fd(std::move(fd)),
          m_connection(std::move(connection)),
          m_kind(kind),
          m_flags(MSG_NOSIGNAL | (waiting == Waiting::Nowait ? MSG_DONTWAIT : 0)),
          m_receiveFlags(m_flags | (kind == Kind::Packets ? MSG_TRUNC : 0)) {}

    [[nodiscard]] int fd() const { return m_fd.get(); }
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] Connection& connection() { return m_connection; }
    [[nodiscard]] const Connection& connection() const { return m_connection; }

    // As read(2) and write(2). Sockets raise no SIGPIPE; of packets the whole length is returned, though no more than
    // fits was read. Inline: after a system call every return is mispredicted.
    ssize_t readSome(std::byte* to, std::size_t sizeBytes) {
        ++systemCalls;
        if (isSocket()) {
            const ssize_t got = ::recv(m_fd.get(), to, sizeBytes, m_receiveFlags);
            if (m_quickAck) acknowledge();
            return got;
        }
        return m_kind == Kind::File ? ::read(m_fd.get(), to, sizeBytes) : readTerminal(to, sizeBytes);
    }
    ssize_t writeSome(const std::byte* from, std::size_t sizeBytes) {
        ++systemCalls;
        if (isSocket()) return ::send(m_fd.get(), from, sizeBytes, m_flags);
        return m_kind == Kind::File ? ::write(m_fd.get(), from, sizeBytes) : writeTerminal(from, sizeBytes);
    }

    // Of a TCP connection: every receive is followed by a call that has what came acknowledged now (TCP_QUICKACK).
    void acknowledgeAtOnce() {
        m_quickAck = true;
        acknowledge();
    }

    // Waits at most one slice of the deadline for POLLIN or POLLOUT (or an end or error, which the next call tells).
    // TimedOut only when the deadline itself has passed.
    WaitResult wait(short events, const Deadline& deadline);
    // False when it was not ready in that time, or a signal came first.
    [[nodiscard]] bool waitReady(short events, Nanoseconds atMostNs);
    // Without an end, through signals.
    void waitOn(short events);

    std::uint64_t systemCalls = 0;

private:
    [[nodiscard]] bool isSocket() const { return m_kind == Kind::Socket || m_kind == Kind::Packets; }
    void acknowledge();
    ssize_t readTerminal(std::byte* to, std::size_t sizeBytes);
    ssize_t writeTerminal(const std::byte* from, std::size_t sizeBytes);

    UniqueFd m_fd;
    Connection m_connection;
    Kind m_kind = Kind::File;
    int m_flags = 0;
    int m_receiveFlags = 0;
    bool m_quickAck = false;
};

// Waits at most one slice of the deadline for one descriptor, as ByteStream::wait does. Adds its system call.
WaitResult waitForDescriptor(int fd, short events, const Deadline& deadline, std::uint64_t& systemCalls);

// A timeout for poll(2), rounded up so that a wait never returns early and spins.
constexpr int toPollMs(Nanoseconds ns) { return static_cast<int>((ns + 999'999) / 1'000'000); }

}  // namespace ipclab

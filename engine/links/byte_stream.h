// A descriptor that carries bytes without boundaries: a pipe, a FIFO or a stream socket, with the three system
// calls an end makes on it, each counted. Nothing here waits unless the descriptor does.
#pragma once

#include <sys/socket.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>

#include "core/unique_fd.h"
#include "core/deadline.h"

namespace ipclab {

class ByteStream {
public:
    enum class Kind : std::uint8_t { File, Socket };
    // Nowait on a file: the descriptor is O_NONBLOCK already (a flag all who share it have in common, so the caller
    // must own its open file description); on a socket it is asked for with each call.
    enum class Waiting : std::uint8_t { InTheCall, Nowait };

    ByteStream() = default;
    ByteStream(UniqueFd fd, Kind kind, Waiting waiting) : m_fd(std::move(fd)), m_kind(kind), m_waiting(waiting) {}

    [[nodiscard]] int fd() const { return m_fd.get(); }

    // As read(2) and write(2). Sockets raise no SIGPIPE. Inline: after a system call every return is mispredicted.
    ssize_t readSome(std::byte* to, std::size_t sizeBytes) {
        ++systemCalls;
        return m_kind == Kind::Socket ? ::recv(m_fd.get(), to, sizeBytes, flags()) : ::read(m_fd.get(), to, sizeBytes);
    }
    ssize_t writeSome(const std::byte* from, std::size_t sizeBytes) {
        ++systemCalls;
        return m_kind == Kind::Socket ? ::send(m_fd.get(), from, sizeBytes, flags())
                                      : ::write(m_fd.get(), from, sizeBytes);
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
    [[nodiscard]] int flags() const { return MSG_NOSIGNAL | (m_waiting == Waiting::Nowait ? MSG_DONTWAIT : 0); }

    UniqueFd m_fd;
    Kind m_kind = Kind::File;
    Waiting m_waiting = Waiting::InTheCall;
};

// A timeout for poll(2), rounded up so that a wait never returns early and spins.
constexpr int toPollMs(Nanoseconds ns) { return static_cast<int>((ns + 999'999) / 1'000'000); }

}  // namespace ipclab

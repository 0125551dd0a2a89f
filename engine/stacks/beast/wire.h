// The bytes of one TCP connection of a stack whose library parses and formats, but leaves reading and writing to
// others: read when they come, written as far as there is room, the rest later. Every system call is counted.
#pragma once

#include <sys/uio.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/unique_fd.h"
#include "stacks/stack.h"

namespace ipclab {

// What moves the bytes: as read(2) and writev(2), -1 and errno EAGAIN where they would wait.
class Wire {
public:
    explicit Wire(UniqueFd socket) : m_socket(std::move(socket)) {}
    virtual ~Wire() = default;
    [[nodiscard]] virtual ssize_t read(std::span<std::byte> into, StackPatience patience);
    [[nodiscard]] virtual ssize_t write(std::span<const iovec> pieces);
    // Is there something to read that poll(2) does not know of?
    [[nodiscard]] virtual bool holdsBytes() const { return false; }
    // Would the write that had no room get further when something can be read?
    [[nodiscard]] virtual bool writesOnceRead() const { return false; }
    [[nodiscard]] int fd() const { return m_socket.get(); }
    [[nodiscard]] std::uint64_t systemCalls() const { return m_systemCalls; }

protected:
    UniqueFd m_socket;
    std::uint64_t m_systemCalls = 0;
};

class BufferedWire {
public:
    explicit BufferedWire(std::unique_ptr<Wire> wire) : m_wire(std::move(wire)) {}

    // One read. Done: there are more bytes.
    [[nodiscard]] StackStep fill(StackPatience patience);
    [[nodiscard]] std::span<const std::byte> bytes() const { return std::span(m_input).subspan(m_from, m_to - m_from); }
    void consume(std::size_t count);

    // Writes what there is room for and keeps the rest.
    void write(std::span<const iovec> pieces);
    // Done: nothing is left to be written.
    [[nodiscard]] StackStep flush();
    // Why nothing more can be read: 0 the end, or an errno.
    [[nodiscard]] int endError() const { return m_endError; }
    [[nodiscard]] bool hasRest() const { return m_written < m_output.size(); }

    [[nodiscard]] bool holdsBytes() const { return m_wire->holdsBytes(); }
    // What poll(2) is to wait for.
    [[nodiscard]] short events(StackWait what) const;
    [[nodiscard]] WaitResult wait(StackWait what, Nanoseconds atMostNs);
    [[nodiscard]] int fd() const { return m_wire->fd(); }
    [[nodiscard]] std::uint64_t systemCalls() const { return m_wire->systemCalls() + m_waits; }

private:
    void keep(std::span<const iovec> pieces, std::size_t from);

    std::unique_ptr<Wire> m_wire;
    std::vector<std::byte> m_input;
    std::size_t m_from = 0, m_to = 0;
    std::string m_output;
    std::size_t m_written = 0;
    bool m_broken = false;  // nobody reads what is written
    int m_endError = 0;
    std::uint64_t m_waits = 0;
};

// Connected to "127.0.0.1:4711"; nothing: nobody listens there.
UniqueFd connectToLoopback(const std::string& address);
void sendAtOnce(int fd);  // TCP_NODELAY

}  // namespace ipclab

// The launcher's end of the control socket (SOCK_SEQPACKET, one JSON document a packet). Sending never blocks: a
// window that does not read must not stop the launcher from reaping and cleaning up.
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>

#include "core/unique_fd.h"

namespace ipclab {

class ControlChannel {
public:
    explicit ControlChannel(UniqueFd socket);

    [[nodiscard]] int fd() const { return m_socket.get(); }
    // The window's end is closed: nobody is interested in this run any more.
    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] bool hasUnsent() const { return !m_unsent.empty(); }

    // Queues what does not fit and sends it on flush().
    void send(std::string packet);
    // With descriptors (SCM_RIGHTS, unix(7)); sent at once or not at all. Returns false when it was not.
    bool sendDescriptors(const std::string& packet, std::span<const int> fds);
    void flush();

    // The next packet, or nothing when none has come.
    std::optional<std::string> receive();
    // The descriptor that came with the packet received last; none when it had none.
    [[nodiscard]] UniqueFd takeDescriptor() { return std::move(m_descriptor); }

private:
    bool trySend(const std::string& packet);

    UniqueFd m_socket;
    std::deque<std::string> m_unsent;
    UniqueFd m_descriptor;
    bool m_closed = false;
};

}  // namespace ipclab

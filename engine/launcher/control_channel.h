// The launcher's end of the control socket (SOCK_SEQPACKET, one JSON document a packet). Sending never blocks: a
// window that does not read must not stop the launcher from reaping and cleaning up. What does not fit now is sent by
// flush(), in its order.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "core/packet_queue.h"

namespace ipclab {

class ControlChannel {
public:
    explicit ControlChannel(UniqueFd socket);

    [[nodiscard]] int fd() const { return m_socket.get(); }
    // The window's end is closed: nobody is interested in this run any more.
    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] bool hasUnsent() const { return !m_unsent.empty(); }

    void send(std::string packet);
    // With descriptors, which the caller may close then. False, with errno: they could not be duplicated or are too
    // many, and nothing is sent.
    bool sendDescriptors(std::string packet, std::span<const int> fds);
    void flush();

    // The next packet, or nothing when none has come.
    std::optional<std::string> receive();
    // The descriptor that came with the packet received last; none when it had none.
    [[nodiscard]] UniqueFd takeDescriptor() { return std::move(m_descriptor); }

private:
    UniqueFd m_socket;
    PacketQueue m_unsent;
    UniqueFd m_descriptor;
    bool m_closed = false;
};

}  // namespace ipclab

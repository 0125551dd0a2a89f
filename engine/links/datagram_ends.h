// The ends of a link over datagram sockets: each call carries one message whole or nothing. A datagram socket knows
// no connection and so no end of file: that everybody is gone is asked of Peers, at every slice of a wait.
#pragma once

#include "core/unique_fd.h"
#include "links/deadline.h"
#include "links/mechanism.h"

namespace ipclab {

// How long a call that sleeps in the kernel does so before Peers are asked (SO_RCVTIMEO, SO_SNDTIMEO; socket(7)).
void setPatience(int fd);

class DatagramSender final : public Sender {
public:
    // The socket is connected. everyReceiver: nobody answers for the receivers, so Peers are asked now and then.
    DatagramSender(UniqueFd socket, const EndOptions& options, const Peers& peers, std::uint64_t maxMessageBytes,
                   bool everyReceiver);

    SendStatus send(std::span<const std::byte> message) override;
    [[nodiscard]] int descriptor() const override { return m_socket.get(); }

private:
    SendStatus sendOnce(std::span<const std::byte> message);
    SendStatus sendSlowly(std::span<const std::byte> message, SendStatus status);

    UniqueFd m_socket;
    EndOptions m_options;
    const Peers& m_peers;
    std::uint64_t m_maxBytes;
    bool m_everyReceiver;
    int m_flags;
    std::uint32_t m_untilLook = 0;
    bool m_closed = false;
};

class DatagramReceiver final : public Receiver {
public:
    // fromPorts: the ports on the loopback interface whose datagrams count; empty: everybody's, because only those of
    // the link can reach the socket.
    DatagramReceiver(UniqueFd socket, const EndOptions& options, const Peers& peers,
                     std::vector<std::uint64_t> fromPorts);

    ReceiveResult receive(std::span<std::byte> buffer) override;
    [[nodiscard]] int descriptor() const override { return m_socket.get(); }

private:
    ReceiveResult receiveOnce(std::span<std::byte> buffer, int flags);
    ssize_t receiveKnown(std::span<std::byte> buffer, int flags);
    ReceiveResult receiveSlowly(std::span<std::byte> buffer, ReceiveResult result);

    UniqueFd m_socket;
    EndOptions m_options;
    const Peers& m_peers;
    std::vector<std::uint64_t> m_fromPorts;
    int m_flags;
};

}  // namespace ipclab

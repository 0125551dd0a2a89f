// What is still to be sent over a SOCK_SEQPACKET socket: packets in their order, each with the descriptors that go with
// it (SCM_RIGHTS, unix(7)). Nothing is lost, nothing overtakes, and no call blocks: neither end of a run's control
// socket may wait for the other.
//
// The descriptors are the queue's own: those that are lent are duplicated, so that the lender may close them at once.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <vector>

#include "core/unique_fd.h"

namespace ipclab {

class PacketQueue {
public:
    // What one packet may carry: SCM_MAX_FD of the kernel.
    static constexpr std::size_t kMostDescriptors = 253;

    void add(std::string packet, std::vector<UniqueFd> fds = {});
    // False, with errno, when the descriptors cannot be duplicated or are too many; then nothing was added.
    [[nodiscard]] bool addLending(std::string packet, std::span<const int> fds);

    // Sends what goes now. False: nobody reads the other end any more; what was left is dropped.
    bool flush(int socket);

    [[nodiscard]] bool empty() const { return m_packets.empty(); }
    [[nodiscard]] std::size_t size() const { return m_packets.size(); }
    void clear() { m_packets.clear(); }

private:
    struct Packet {
        std::string text;
        std::vector<UniqueFd> fds;
    };
    static bool send(int socket, const Packet& packet);

    std::deque<Packet> m_packets;
};

// Is that what a socket says whose buffer is full, or which has as many descriptors under way as are allowed?
bool sendsLater(int error);

}  // namespace ipclab

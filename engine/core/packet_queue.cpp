#include "core/packet_queue.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <cassert>

#include <array>
#include <cerrno>
#include <cstring>

namespace ipclab {

bool sendsLater(int error) {
    return error == EAGAIN || error == ENOBUFS || error == EINTR || error == ENOMEM || error == ETOOMANYREFS;
}

void PacketQueue::add(std::string packet, std::vector<UniqueFd> fds) {
    assert(fds.size() <= kMostDescriptors);
    m_packets.push_back({std::move(packet), std::move(fds)});
}

bool PacketQueue::addLending(std::string packet, std::span<const int> fds) {
    if (fds.size() > kMostDescriptors) {
        errno = EINVAL;
        return false;
    }
    std::vector<UniqueFd> own;
    for (const int fd : fds) {
        own.emplace_back(::fcntl(fd, F_DUPFD_CLOEXEC, 3));
        if (!own.back()) return false;
    }
    add(std::move(packet), std::move(own));
    return true;
}

bool PacketQueue::flush(int socket) {
    while (!m_packets.empty()) {
        if (send(socket, m_packets.front())) {
            m_packets.pop_front();
        } else if (sendsLater(errno)) {
            return true;
        } else {
            m_packets.clear();
            return false;
        }
    }
    return true;
}

bool PacketQueue::send(int socket, const Packet& packet) {
    iovec data{const_cast<char*>(packet.text.data()), packet.text.size()};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(kMostDescriptors * sizeof(int))> control{};
    if (!packet.fds.empty()) {
        auto* header = reinterpret_cast<cmsghdr*>(control.data());
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(packet.fds.size() * sizeof(int));
        unsigned char* to = CMSG_DATA(header);
        for (const UniqueFd& fd : packet.fds) {
            const int number = fd.get();
            std::memcpy(to, &number, sizeof number);
            to += sizeof number;
        }
        message.msg_control = control.data();
        message.msg_controllen = CMSG_SPACE(packet.fds.size() * sizeof(int));
    }
    return ::sendmsg(socket, &message, MSG_DONTWAIT | MSG_NOSIGNAL) >= 0;
}

}  // namespace ipclab

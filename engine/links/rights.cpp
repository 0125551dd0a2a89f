#include "links/rights.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "core/error.h"

namespace ipclab {

namespace {

struct ControlBuffer {
    alignas(cmsghdr) std::array<std::byte, CMSG_SPACE(kMostRights * sizeof(int))> bytes{};
};

void takeDescriptors(msghdr& header, std::vector<UniqueFd>& into) {
    for (cmsghdr* part = CMSG_FIRSTHDR(&header); part != nullptr; part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
        const std::size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(part) + i * sizeof fd, sizeof fd);
            into.emplace_back(fd);
        }
    }
}

}  // namespace

HandOver trySendRights(int socket, std::span<const std::byte> bytes, std::span<const int> descriptors) {
    iovec part{const_cast<std::byte*>(bytes.data()), bytes.size()};
    ControlBuffer control;
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control.bytes.data();
    header.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
    cmsghdr* rights = CMSG_FIRSTHDR(&header);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(descriptors.size_bytes());
    std::memcpy(CMSG_DATA(rights), descriptors.data(), descriptors.size_bytes());
    while (::sendmsg(socket, &header, MSG_DONTWAIT | MSG_NOSIGNAL) < 0) {
        if (errno == EAGAIN || errno == ETOOMANYREFS) return HandOver::NoRoom;
        if (errno == EPIPE || errno == ECONNREFUSED || errno == ECONNRESET || errno == ENOTCONN)
            return HandOver::PeerClosed;
        if (errno != EINTR) throwErrno(errno, "sendmsg of descriptors");
    }
    return HandOver::Done;
}

std::optional<RightsMessage> tryReceiveRights(int socket, std::span<std::byte> bytes) {
    iovec part{bytes.data(), bytes.size()};
    ControlBuffer control;
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control.bytes.data();
    header.msg_controllen = control.bytes.size();
    ssize_t got = -1;
    while ((got = ::recvmsg(socket, &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC)) < 0) {
        if (errno == EAGAIN) return std::nullopt;
        if (errno != EINTR) throwErrno(errno, "recvmsg of descriptors");
    }
    RightsMessage message;
    message.sizeBytes = static_cast<std::size_t>(got);
    takeDescriptors(header, message.descriptors);
    return message;
}

}  // namespace ipclab

#include "launcher/control_channel.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

namespace ipclab {

namespace {

constexpr std::size_t kLongestPacket = 64U << 10;
constexpr std::size_t kMostUnsent = 65'536;  // beyond this the window is gone in all but name

UniqueFd descriptorOf(msghdr& message) {
    const cmsghdr* header = CMSG_FIRSTHDR(&message);
    if (header == nullptr || header->cmsg_type != SCM_RIGHTS || header->cmsg_len != CMSG_LEN(sizeof(int))) return {};
    int fd = -1;
    std::memcpy(&fd, CMSG_DATA(header), sizeof fd);
    return UniqueFd(fd);
}

bool wouldBlock(int error) { return error == EAGAIN || error == ENOBUFS || error == EINTR; }

}  // namespace

ControlChannel::ControlChannel(UniqueFd socket) : m_socket(std::move(socket)) {
    ::fcntl(m_socket.get(), F_SETFD, FD_CLOEXEC);
}

bool ControlChannel::trySend(const std::string& packet) {
    if (m_closed) return true;
    if (::send(m_socket.get(), packet.data(), packet.size(), MSG_DONTWAIT | MSG_NOSIGNAL) >= 0) return true;
    if (wouldBlock(errno)) return false;
    m_closed = true;
    return true;
}

void ControlChannel::send(std::string packet) {
    flush();
    if (m_unsent.empty() && trySend(packet)) return;
    m_unsent.push_back(std::move(packet));
    if (m_unsent.size() > kMostUnsent) m_closed = true;
}

void ControlChannel::flush() {
    while (!m_unsent.empty() && trySend(m_unsent.front())) m_unsent.pop_front();
}

bool ControlChannel::sendDescriptors(const std::string& packet, std::span<const int> fds) {
    iovec data{const_cast<char*>(packet.data()), packet.size()};
    std::vector<char> control(CMSG_SPACE(fds.size_bytes()));
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(fds.size_bytes());
    std::memcpy(CMSG_DATA(header), fds.data(), fds.size_bytes());
    return ::sendmsg(m_socket.get(), &message, MSG_NOSIGNAL) >= 0;
}

std::optional<std::string> ControlChannel::receive() {
    std::string packet(kLongestPacket, '\0');
    iovec data{packet.data(), packet.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t length = ::recvmsg(m_socket.get(), &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (length > 0) {
        m_descriptor = descriptorOf(message);
        packet.resize(static_cast<std::size_t>(length));
        return packet;
    }
    if (length == 0 || !wouldBlock(errno)) m_closed = true;
    return std::nullopt;
}

}  // namespace ipclab

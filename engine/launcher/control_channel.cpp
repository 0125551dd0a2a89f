#include "launcher/control_channel.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>

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

}  // namespace

ControlChannel::ControlChannel(UniqueFd socket) : m_socket(std::move(socket)) {
    ::fcntl(m_socket.get(), F_SETFD, FD_CLOEXEC);
}

void ControlChannel::send(std::string packet) {
    if (m_closed) return;
    m_unsent.add(std::move(packet));
    flush();
}

bool ControlChannel::sendDescriptors(std::string packet, std::span<const int> fds) {
    if (m_closed) return true;
    if (!m_unsent.addLending(std::move(packet), fds)) return false;
    flush();
    return true;
}

void ControlChannel::flush() {
    if (m_closed) return;
    m_closed = !m_unsent.flush(m_socket.get()) || m_unsent.size() > kMostUnsent;
    if (m_closed) m_unsent.clear();
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
    if (length == 0 || (errno != EAGAIN && errno != EINTR)) m_closed = true;
    return std::nullopt;
}

}  // namespace ipclab

#include "links/route_request.h"

#include <sys/socket.h>

#include <cerrno>

namespace ipclab {

void RouteRequest::append(const void* data, std::size_t bytes) {
    const std::size_t padded = NLMSG_ALIGN(bytes);
    m_tooLong = m_tooLong || m_size + padded > m_bytes.size();
    if (m_tooLong) return;
    if (bytes > 0) std::memcpy(m_bytes.data() + m_size, data, bytes);
    m_size += padded;
}

int RouteRequest::send(int socket) {
    if (m_tooLong) return EMSGSIZE;
    const auto size = static_cast<std::uint32_t>(m_size);
    std::memcpy(m_bytes.data(), &size, sizeof size);  // nlmsg_len
    if (::send(socket, m_bytes.data(), m_size, MSG_NOSIGNAL) < 0) return errno;
    alignas(NLMSG_ALIGNTO) std::array<char, 4096> answer;
    const ssize_t got = ::recv(socket, answer.data(), answer.size(), 0);
    if (got < 0) return errno;
    const auto* header = reinterpret_cast<const nlmsghdr*>(answer.data());
    if (static_cast<std::size_t>(got) < NLMSG_LENGTH(sizeof(nlmsgerr)) || header->nlmsg_type != NLMSG_ERROR)
        return EBADMSG;
    return -static_cast<const nlmsgerr*>(NLMSG_DATA(header))->error;
}

}  // namespace ipclab

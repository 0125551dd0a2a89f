// One request to the kernel's network configuration (rtnetlink(7)): a message built in place, sent, and its answer
// read. Allocates nothing and throws nothing: it is used between fork and exit.
#pragma once

#include <linux/netlink.h>
#include <linux/rtnetlink.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace ipclab {

class RouteRequest {
public:
    RouteRequest(std::uint16_t type, std::uint16_t flags) {
        nlmsghdr header{};
        header.nlmsg_type = type;
        header.nlmsg_flags = static_cast<std::uint16_t>(flags | NLM_F_REQUEST | NLM_F_ACK);
        append(&header, sizeof header);
    }

    // The fixed part behind the header (ifinfomsg, ifaddrmsg, tcmsg).
    template <typename Part>
    void part(const Part& part) {
        append(&part, sizeof part);
    }
    void attribute(std::uint16_t type, const void* data, std::size_t bytes) {
        const rtattr head{static_cast<std::uint16_t>(RTA_LENGTH(bytes)), type};
        append(&head, sizeof head);
        append(data, bytes);
    }
    template <typename Value>
    void attribute(std::uint16_t type, const Value& value) {
        attribute(type, &value, sizeof value);
    }
    void text(std::uint16_t type, const char* text) { attribute(type, text, std::strlen(text) + 1); }
    // Attributes until end() belong to it.
    std::size_t begin(std::uint16_t type) {
        const std::size_t at = m_size;
        attribute(type, nullptr, 0);
        return at;
    }
    void end(std::size_t begun) {
        const auto bytes = static_cast<std::uint16_t>(m_size - begun);
        std::memcpy(m_bytes.data() + begun, &bytes, sizeof bytes);
    }

    // 0, or the error the kernel answers with. The socket is one of NETLINK_ROUTE.
    int send(int socket);

private:
    void append(const void* data, std::size_t bytes);

    alignas(NLMSG_ALIGNTO) std::array<std::byte, 1024> m_bytes{};
    std::size_t m_size = 0;
    bool m_tooLong = false;
};

}  // namespace ipclab

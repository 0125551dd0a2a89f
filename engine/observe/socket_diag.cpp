#include "observe/socket_diag.h"

#include <arpa/inet.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>

namespace ipclab {

namespace {

constexpr timeval kDiagPatience{1, 0};  // the kernel answers at once; nothing may hang on it

template <typename Request>
struct Question {
    nlmsghdr header;
    Request request;
};

template <typename Request>
bool askDiag(int fd, const Request& request, std::uint16_t flags) {
    Question<Request> question{};
    question.header.nlmsg_len = sizeof question;
    question.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    question.header.nlmsg_flags = static_cast<std::uint16_t>(NLM_F_REQUEST | flags);
    question.request = request;
    return ::send(fd, &question, sizeof question, 0) == static_cast<ssize_t>(sizeof question);
}

// Hands every answer over. False: it was refused, or is incomplete.
bool readAnswers(int fd, bool several, const std::function<void(const nlmsghdr&)>& take) {
    alignas(nlmsghdr) std::array<char, 16384> room{};
    for (;;) {
        const ssize_t got = ::recv(fd, room.data(), room.size(), 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        auto left = static_cast<unsigned>(got);
        for (auto* at = reinterpret_cast<nlmsghdr*>(room.data()); NLMSG_OK(at, left); at = NLMSG_NEXT(at, left)) {
            if (at->nlmsg_type == NLMSG_DONE) return true;
            if (at->nlmsg_type == NLMSG_ERROR) return false;
            take(*at);
            if (!several) return true;
        }
    }
}

// The kernel's answer: a unix_diag_msg, and attributes behind it.
std::optional<AcceptQueue> queueIn(const nlmsghdr& answer) {
    if (answer.nlmsg_len < NLMSG_LENGTH(sizeof(unix_diag_msg))) return std::nullopt;
    const auto* message = static_cast<const unix_diag_msg*>(NLMSG_DATA(&answer));
    auto left = static_cast<unsigned>(answer.nlmsg_len - NLMSG_LENGTH(sizeof *message));
    constexpr std::size_t kHead = (sizeof(unix_diag_msg) + 3U) & ~std::size_t{3};
    const char* at = reinterpret_cast<const char*>(message) + kHead;
    while (left >= sizeof(nlattr)) {
        const auto* attribute = reinterpret_cast<const nlattr*>(at);
        const unsigned step = (attribute->nla_len + 3U) & ~3U;
        if (attribute->nla_len < sizeof(nlattr) || attribute->nla_len > left) break;
        if (attribute->nla_type == UNIX_DIAG_RQLEN && attribute->nla_len >= sizeof(nlattr) + sizeof(unix_diag_rqlen)) {
            const auto* lengths = reinterpret_cast<const unix_diag_rqlen*>(at + sizeof(nlattr));
            return AcceptQueue{lengths->udiag_rqueue, lengths->udiag_wqueue};
        }
        at += step;
        left -= std::min(left, step);
    }
    return std::nullopt;
}

}  // namespace

SocketDiag::SocketDiag() : m_socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG)) {
    if (m_socket) ::setsockopt(m_socket.get(), SOL_SOCKET, SO_RCVTIMEO, &kDiagPatience, sizeof kDiagPatience);
}

std::optional<AcceptQueue> SocketDiag::unixQueue(std::uint64_t inode) const {
    unix_diag_req request{};
    request.sdiag_family = AF_UNIX;
    request.udiag_states = ~0U;
    request.udiag_ino = static_cast<std::uint32_t>(inode);
    request.udiag_show = UDIAG_SHOW_RQLEN;
    request.udiag_cookie[0] = request.udiag_cookie[1] = ~0U;
    std::optional<AcceptQueue> queue;
    if (!m_socket || !askDiag(m_socket.get(), request, 0)) return queue;
    readAnswers(m_socket.get(), false, [&](const nlmsghdr& answer) { queue = queueIn(answer); });
    return queue;
}

std::optional<std::uint64_t> SocketDiag::timeWait(std::uint16_t port) const {
    inet_diag_req_v2 request{};
    request.sdiag_family = AF_INET;
    request.sdiag_protocol = IPPROTO_TCP;
    request.idiag_states = 1U << TCP_TIME_WAIT;
    if (!m_socket || !askDiag(m_socket.get(), request, NLM_F_DUMP)) return std::nullopt;
    std::uint64_t count = 0;
    const bool whole = readAnswers(m_socket.get(), true, [&](const nlmsghdr& answer) {
        if (answer.nlmsg_len < NLMSG_LENGTH(sizeof(inet_diag_msg))) return;
        const auto& id = static_cast<const inet_diag_msg*>(NLMSG_DATA(&answer))->id;
        if (ntohs(id.idiag_sport) == port || ntohs(id.idiag_dport) == port) ++count;
    });
    return whole ? std::optional(count) : std::nullopt;
}

// Two lines that begin alike: names, then their values.
std::optional<ListenCounters> readListenCounters() {
    std::ifstream file("/proc/net/netstat");
    for (std::string names, values; std::getline(file, names) && std::getline(file, values);) {
        if (!names.starts_with("TcpExt:")) continue;
        std::istringstream name(names), value(values);
        ListenCounters counters;
        std::string word, number;
        while (name >> word && value >> number) {
            if (word == "ListenOverflows") counters.overflows = std::strtoull(number.c_str(), nullptr, 10);
            if (word == "ListenDrops") counters.drops = std::strtoull(number.c_str(), nullptr, 10);
        }
        return counters;
    }
    return std::nullopt;
}

}  // namespace ipclab

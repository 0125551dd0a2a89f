#include "serving/process_fleet.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cassert>
#include <utility>
#include <vector>

#include "core/deadline.h"
#include "core/error.h"
#include "links/tcp_choices.h"
#include "serving/child_processes.h"
#include "serving/epoll.h"

namespace ipclab {

namespace {

constexpr int kBufferLock = 72;  // SO_BUF_LOCK (Linux 5.17), which the C library does not name

int optionOf(int fd, int option) {
    int value = 0;
    socklen_t size = sizeof value;
    check(::getsockopt(fd, SOL_SOCKET, option, &value, &size), "getsockopt of a listening socket");
    return value;
}

// The system tells a buffer as twice what was asked for; one that nobody asked for it sizes by itself.
void copyBuffers(int from, int to) {
    int locked = 0;
    socklen_t size = sizeof locked;
    if (::getsockopt(from, SOL_SOCKET, kBufferLock, &locked, &size) != 0) return;  // none can be told from the usual
    for (const auto& [option, bit] : {std::pair{SO_SNDBUF, 1}, std::pair{SO_RCVBUF, 2}}) {
        const int bytes = optionOf(from, option) / 2;
        if ((locked & bit) != 0) check(::setsockopt(to, SOL_SOCKET, option, &bytes, sizeof bytes), "setsockopt");
    }
}

// How many may wait for accept(2) there: TCP_INFO of a listening socket tells its backlog as tcpi_sacked.
int backlogOf(int fd) {
    tcp_info info{};
    socklen_t size = sizeof info;
    check(::getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &size), "getsockopt TCP_INFO");
    return static_cast<int>(info.tcpi_sacked);
}

// As the listener is, bound to the same address; what is accepted there inherits it. Throws std::system_error.
UniqueFd likeListener(int fd) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    check(::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size), "getsockname");
    const int on = 1;
    UniqueFd own(check(::socket(address.ss_family, SOCK_STREAM | SOCK_CLOEXEC, optionOf(fd, SO_PROTOCOL)), "socket"));
    check(::setsockopt(own.get(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof on), "setsockopt SO_REUSEPORT");
    copyBuffers(fd, own.get());
    applyTcpChoices(own.get(), readTcpChoices(fd, {}));
    check(::bind(own.get(), reinterpret_cast<const sockaddr*>(&address), size), "bind to the same port");
    check(::listen(own.get(), backlogOf(fd)), "listen on the same port");
    return own;
}

// A datagram socket may be a member of groups, and is one for all.
bool mayBeShared(const Listener& listener) {
    const int domain = optionOf(listener.fd, SO_DOMAIN);
    return !listener.datagrams && (domain == AF_INET || domain == AF_INET6) && optionOf(listener.fd, SO_REUSEPORT) != 0;
}

class Fleet {
public:
    Fleet(const StrategyInfo& info, std::span<const Listener> listeners, Service& service, ServingControl& control,
          Sharing sharing)
        : m_info(info), m_listeners(listeners), m_service(service), m_control(control), m_sharing(sharing) {}

    void run() {
        const unsigned wanted = std::max(1U, m_control.settings().waiters);
        m_pids.resize(wanted);
        for (unsigned i = 0; i < wanted; ++i) start(i);
        while (m_control.checkPoint()) {
            m_control.setWaiting(true);
            ::poll(nullptr, 0, static_cast<int>(kWaitSliceNs / 1'000'000));
            m_control.setWaiting(false);
            while (const auto ended = m_children.reapOne()) revive(*ended);
        }
        m_children.stopAll(m_control.settings().drainNs);
    }

private:
    void start(unsigned index) {
        m_pids[index] = m_children.start([this, index] {
            m_service.forked();
            serve(index);
        });
        if (m_pids[index] < 0) throwErrno(errno, "fork");
    }

    // One that was killed is made anew; one that could not begin would never begin, and when the server stops each ends
    // when it has noticed.
    void revive(const ChildProcesses::Ended& ended) {
        if (m_control.isStopping()) return;
        const auto it = std::ranges::find(m_pids, ended.pid);
        assert(it != m_pids.end());
        if (ended.failed) throwErrno(ECHILD, "a serving process has failed");
        start(static_cast<unsigned>(it - m_pids.begin()));
    }

    void serve(unsigned index) {
        std::vector<Listener> listeners(m_listeners.begin(), m_listeners.end());
        std::vector<UniqueFd> own;
        for (Listener& listener : listeners) {
            if (m_sharing != Sharing::OwnListeners || index == 0 || !mayBeShared(listener)) continue;
            listener.fd = own.emplace_back(likeListener(listener.fd)).get();
        }
        ConversationTable table(m_service, m_control);
        ServingLoop loop(m_info, m_service, m_control, table, 1 + index);
        loop.lookAfterTable();
        const bool everybody = m_sharing == Sharing::Everybody;
        serveByEpoll(listeners, loop, {.listenerFlags = everybody ? 0U : std::uint32_t{EPOLLEXCLUSIVE}, .accepts = 1});
    }

    const StrategyInfo& m_info;
    std::span<const Listener> m_listeners;
    Service& m_service;
    ServingControl& m_control;
    Sharing m_sharing;
    ChildProcesses m_children;
    std::vector<pid_t> m_pids;
};

}  // namespace

void serveByProcesses(const StrategyInfo& info, std::span<const Listener> listeners, Service& service,
                      ServingControl& control, Sharing sharing) {
    Fleet(info, listeners, service, control, sharing).run();
}

}  // namespace ipclab

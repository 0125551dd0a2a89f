#include "serving/process_fleet.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cassert>
#include <vector>

#include "core/deadline.h"
#include "core/error.h"
#include "serving/child_processes.h"
#include "serving/epoll.h"

namespace ipclab {

namespace {

int optionOf(int fd, int option) {
    int value = 0;
    socklen_t size = sizeof value;
    check(::getsockopt(fd, SOL_SOCKET, option, &value, &size), "getsockopt of a listening socket");
    return value;
}

// As the listener is, bound to the same address. Throws std::system_error.
UniqueFd likeListener(int fd) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    check(::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size), "getsockname");
    const int type = optionOf(fd, SO_TYPE), on = 1;
    UniqueFd own(check(::socket(address.ss_family, type | SOCK_CLOEXEC, optionOf(fd, SO_PROTOCOL)), "socket"));
    check(::setsockopt(own.get(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof on), "setsockopt SO_REUSEPORT");
    check(::bind(own.get(), reinterpret_cast<const sockaddr*>(&address), size), "bind to the same port");
    if (type != SOCK_DGRAM) check(::listen(own.get(), SOMAXCONN), "listen on the same port");
    return own;
}

bool mayBeShared(const Listener& listener) {
    const int domain = optionOf(listener.fd, SO_DOMAIN);
    return (domain == AF_INET || domain == AF_INET6) && optionOf(listener.fd, SO_REUSEPORT) != 0;
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

// An epoll instance, epoll(7): the kernel keeps the list of what is waited for, and of what has become ready, so that a
// wait costs as much as there are events. One thread, or several that wait in the same instance.
#pragma once

#include <sys/epoll.h>

#include <array>
#include <span>

#include "core/unique_fd.h"
#include "serving/serving_loop.h"

namespace ipclab {

class Epoll {
public:
    Epoll();

    [[nodiscard]] int fd() const { return m_fd.get(); }
    // Each is one epoll_ctl(2), counted as a system call to wait. Throw std::system_error.
    void add(int fd, std::uint32_t events, epoll_data_t data, ServingCounts& counts);
    void modify(int fd, std::uint32_t events, epoll_data_t data, ServingCounts& counts);
    // Modifies what is there, else adds: a descriptor that was closed has left the instance.
    void rearm(int fd, std::uint32_t events, epoll_data_t data, ServingCounts& counts);

private:
    int control(int operation, int fd, std::uint32_t events, epoll_data_t data, ServingCounts& counts);

    UniqueFd m_fd;
};

inline epoll_data_t epollData(int fd) {
    epoll_data_t data{};
    data.fd = fd;
    return data;
}

struct EpollServing {
    bool edge = false;                // EPOLLET for connections; listeners stay level-triggered
    std::uint32_t listenerFlags = 0;  // EPOLLEXCLUSIVE
    unsigned accepts = ~0U;           // at most, after each wake-up
};

// One thread serves by an epoll instance of its own until the server stops, and answers then what has arrived.
void serveByEpoll(std::span<const Listener> listeners, ServingLoop& loop, const EpollServing& how);

}  // namespace ipclab

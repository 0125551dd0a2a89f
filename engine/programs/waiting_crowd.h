// Several processes that wait for the same thing, and how many of them one arrival wakes. Woken is who has slept and
// sleeps again, by the kernel's own count of voluntary context switches (proc(5)): most of those woken in vain are sent
// back to sleep inside epoll_wait(2) and never return from it.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstdint>
#include <vector>

#include "core/shared_mapping.h"
#include "core/unique_fd.h"
#include "programs/worker_context.h"

namespace ipclab {

// Everybody, Exclusive: a listening socket, each process with an epoll instance of its own, without and with
// EPOLLEXCLUSIVE. Shared, Oneshot: a stream of bytes, all in one instance, level-triggered and with EPOLLONESHOT.
enum class Crowding : std::uint8_t { Everybody, Exclusive, Shared, Oneshot };

class WaitingCrowd {
public:
    static constexpr unsigned kProcesses = 4;

    // Forks them, and returns when all of them wait. Throws std::system_error.
    WaitingCrowd(WorkerContext& worker, Crowding crowding);
    // Ends them.
    ~WaitingCrowd();
    WaitingCrowd(const WaitingCrowd&) = delete;
    WaitingCrowd& operator=(const WaitingCrowd&) = delete;

    // One connection or one message; returns when all wait again, having told how many were woken.
    void letArrive();
    void tellAll(std::string_view how) const;

private:
    [[nodiscard]] bool listens() const {
        return m_crowding == Crowding::Everybody || m_crowding == Crowding::Exclusive;
    }
    void makeSource();
    [[nodiscard]] UniqueFd makeEpoll() const;
    int serve(int epoll) const;
    [[nodiscard]] bool takeAll() const;
    void arrive();
    bool waitUntilAllSleep();
    [[nodiscard]] std::uint64_t switches() const;

    WorkerContext& m_worker;
    Crowding m_crowding;
    UniqueFd m_source, m_other, m_epoll;
    SharedMapping m_memory;
    std::atomic<std::uint64_t>* m_useful = nullptr;  // wake-ups that found something
    std::vector<pid_t> m_pids;
    std::uint64_t m_arrivals = 0, m_woken = 0, m_usefulSeen = 0;
};

}  // namespace ipclab

// Processes that serve, forked before anybody connects: each waits by epoll for its own connections. One that was
// killed is made anew. None outlives the caller (core/tied_fork.h).
#pragma once

#include "serving/strategy.h"

namespace ipclab {

enum class Sharing : std::uint8_t {
    OwnListeners,  // a TCP socket of each process's own, where the listener has SO_REUSEPORT; else Exclusive
    Exclusive,     // all wait for the same ones, and one is woken
    Everybody,     // all wait for the same ones, and all are woken
};

// As Strategy::serve().
void serveByProcesses(const StrategyInfo& info, std::span<const Listener> listeners, Service& service,
                      ServingControl& control, Sharing sharing);

}  // namespace ipclab

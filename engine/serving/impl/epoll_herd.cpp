// Several processes wait for one listening socket, each in an epoll instance of its own, without EPOLLEXCLUSIVE: who
// connects wakes them all, and one of them gets the connection.
#include "serving/process_fleet.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "epoll-herd",
    .name = TEXT("strategy", "epoll, thundering herd"),
    .note = TEXT("strategy",
                 "Several processes wait for one listening socket, each with an epoll instance of its own; each "
                 "connection wakes them all, one gets it, and the others have been woken in vain."),
    .source = "epoll(7)",
    .concurrency = Concurrency::Processes,
};

class EpollHerdStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }

    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        serveByProcesses(kInfo, listeners, service, control, Sharing::Everybody);
    }
};

}  // namespace

const Strategy& epollHerdStrategy() {
    static const EpollHerdStrategy strategy;
    return strategy;
}

}  // namespace ipclab

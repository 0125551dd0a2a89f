// Several processes wait for one listening socket, each in an epoll instance of its own, with EPOLLEXCLUSIVE
// (epoll_ctl(2)): who connects wakes one of them.
#include "serving/process_fleet.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "epoll-exclusive",
    .name = TEXT("strategy", "epoll, EPOLLEXCLUSIVE"),
    .note = TEXT("strategy",
                 "Several processes wait for one listening socket, each with an epoll instance of its own; for each "
                 "connection the kernel wakes one of them, seldom more."),
    .source = "epoll_ctl(2)",
    .concurrency = Concurrency::Processes,
};

class EpollExclusiveStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }

    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        serveByProcesses(kInfo, listeners, service, control, Sharing::Exclusive);
    }
};

}  // namespace

const Strategy& epollExclusiveStrategy() {
    static const EpollExclusiveStrategy strategy;
    return strategy;
}

}  // namespace ipclab

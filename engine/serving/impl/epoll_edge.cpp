// epoll(7), edge-triggered (EPOLLET): an event when something arrives, once; the connection is read on until EAGAIN.
#include "serving/epoll.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "epoll-edge",
    .name = TEXT("strategy", "epoll, edge-triggered"),
    .note = TEXT("strategy",
                 "One thread; the kernel tells once that something has arrived. Each connection is read until it has "
                 "nothing left: whoever stops earlier is not told again."),
    .source = "epoll(7)",
    .edge = true,
};

class EpollEdgeStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }

    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        ConversationTable table(service, control);
        ServingLoop loop(kInfo, service, control, table);
        serveByEpoll(listeners, loop, {.edge = true});
    }
};

}  // namespace

const Strategy& epollEdgeStrategy() {
    static const EpollEdgeStrategy strategy;
    return strategy;
}

}  // namespace ipclab

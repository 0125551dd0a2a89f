// epoll(7), level-triggered: an event for as long as something is there.
#include "serving/epoll.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "epoll-level",
    .name = TEXT("strategy", "epoll, level-triggered"),
    .note = TEXT("strategy",
                 "One thread; the kernel keeps the list and returns only what is ready, at each wait anew for as long "
                 "as something is there. A wait costs as much as there are events."),
    .source = "epoll(7)",
};

class EpollLevelStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }

    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        ConversationTable table(service, control);
        ServingLoop loop(kInfo, service, control, table);
        serveByEpoll(listeners, loop, {});
    }
};

}  // namespace

const Strategy& epollLevelStrategy() {
    static const EpollLevelStrategy strategy;
    return strategy;
}

}  // namespace ipclab

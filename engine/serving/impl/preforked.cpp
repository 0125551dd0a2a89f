// Processes made in advance, each of which waits for its own connections. Over TCP each has a listening socket of its
// own at the same port, and the kernel spreads who connects over them (SO_REUSEPORT, socket(7)); of others they share
// one. Connections that wait at the socket of a process that dies are reset.
#include "serving/process_fleet.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "preforked",
    .name = TEXT("strategy", "pre-forked processes"),
    .note = TEXT("strategy",
                 "Processes made in advance; each has a listening socket of its own where it can (SO_REUSEPORT) and "
                 "waits for its connections with epoll. A connection stays with the process it came to."),
    .source = "socket(7)",
    .concurrency = Concurrency::Processes,
};

class PreforkedStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }

    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        serveByProcesses(kInfo, listeners, service, control, Sharing::OwnListeners);
    }
};

}  // namespace

const Strategy& preforkedStrategy() {
    static const PreforkedStrategy strategy;
    return strategy;
}

}  // namespace ipclab

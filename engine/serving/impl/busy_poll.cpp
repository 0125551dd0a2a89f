// Non-blocking calls on every descriptor, over and over (fcntl(2), O_NONBLOCK): no call ever waits, so that what
// arrives is found within a round, at the price of a processor that is never free.
#include "serving/serving_loop.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "busy-poll",
    .name = TEXT("strategy", "busy polling"),
    .note = TEXT("strategy",
                 "One thread tries to read every connection, over and over, and never sleeps: it occupies a processor, "
                 "and one round costs a system call a descriptor."),
    .source = "recv(2)",
    .spins = true,
};

class BusyPollStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }

    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        ConversationTable table(service, control);
        ServingLoop loop(kInfo, service, control, table);
        loop.listen(listeners, [](int) {});
        while (loop.goOn()) tryAll(listeners, loop);
        table.drain(loop.counts());
    }

private:
    static void tryAll(std::span<const Listener> listeners, ServingLoop& loop) {
        std::uint64_t looked = listeners.size();
        for (const Listener& listener : listeners) {
            if (!listener.datagrams)
                loop.acceptFrom(listener.fd, [&](const Conversation&) { count(loop.counts().events); });
        }
        loop.table().each([&](Conversation& conversation) {
            ++looked;
            const std::uint64_t callsBefore = loop.counts().ioCalls.load(std::memory_order_relaxed);
            const Step step = loop.proceed(conversation, 1);
            // One call that returned nothing is no event.
            if (loop.counts().ioCalls.load(std::memory_order_relaxed) > callsBefore + 1 || step == Step::Over)
                count(loop.counts().events);
            if (step == Step::Over) loop.close(conversation);
        });
        count(loop.counts().looked, looked);
    }
};

}  // namespace

const Strategy& busyPollStrategy() {
    static const BusyPollStrategy strategy;
    return strategy;
}

}  // namespace ipclab

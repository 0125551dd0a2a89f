// select(2): three bitmaps of descriptors go into the kernel at every wait and come back with what is ready.
#include "serving/select_list.h"

namespace ipclab {

namespace {

constexpr StrategyInfo kInfo{
    .id = "select",
    .name = TEXT("strategy", "select"),
    .note = TEXT("strategy",
                 "One thread hands bitmaps of all its descriptors to the kernel at every wait. They end at descriptor "
                 "1,023 (FD_SETSIZE), whatever limit the process has: who gets a higher one is turned away."),
    .source = "select(2)",
    .descriptorLimit = FD_SETSIZE,
};

class PlainSelect final : public SelectCall {
public:
    int wait(SelectList& list, Nanoseconds timeoutNs) override {
        const auto microseconds = static_cast<long>((timeoutNs + 999) / 1000);
        timeval timeout{microseconds / 1'000'000, microseconds % 1'000'000};
        return ::select(list.limit(), &list.readable(), &list.writable(), nullptr, &timeout);
    }
};

class SelectStrategy final : public Strategy {
public:
    const StrategyInfo& info() const override { return kInfo; }
    void serve(std::span<const Listener> listeners, Service& service, ServingControl& control) const override {
        PlainSelect call;
        serveBySelect(kInfo, listeners, service, control, call);
    }
};

}  // namespace

const Strategy& selectStrategy() {
    static const SelectStrategy strategy;
    return strategy;
}

}  // namespace ipclab

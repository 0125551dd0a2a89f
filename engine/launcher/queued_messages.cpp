#include "launcher/queued_messages.h"

#include <algorithm>

namespace ipclab {

namespace {

std::uint64_t sumOf(const Segment& segment, std::uint32_t link, PortRole role, auto figure) {
    std::uint64_t sum = 0;
    for (const EndpointSlot& port : segment.endpointsOf(link)) {
        if (port.role == role) sum += figure(port);
    }
    return sum;
}

}  // namespace

std::optional<std::uint64_t> queuedMessages(const Segment& segment, std::uint32_t link, std::uint64_t copies,
                                            const AskDrops& askDrops) {
    // What a network has repeated is a copy, as those are that arrive so.
    const auto sent = [&] {
        return copies * sumOf(segment, link, PortRole::Sender, [](const EndpointSlot& port) {
                   return port.messages.load(std::memory_order_acquire) -
                          port.network.repeated.load(std::memory_order_relaxed);
               });
    };
    // A damaged datagram has been taken too; a copy of one was never sent.
    const auto taken = [&] {
        return sumOf(segment, link, PortRole::Receiver, [](const EndpointSlot& port) {
            return port.messages.load(std::memory_order_acquire) - port.duplicated.load(std::memory_order_relaxed) +
                   port.corrupted.load(std::memory_order_relaxed);
        });
    };
    constexpr int kTries = 4;
    std::optional<std::uint64_t> queued;
    for (int i = 0; i < kTries; ++i) {
        const auto dropsBefore = askDrops();
        const std::uint64_t takenBefore = taken();
        const std::uint64_t put = sent();
        const std::uint64_t gone = taken();
        const auto drops = askDrops();
        if (!dropsBefore || !drops) return std::nullopt;
        queued = put - std::min(put, gone + *drops);
        if (takenBefore == gone && *dropsBefore == *drops) break;
    }
    return queued;
}

}  // namespace ipclab

#include "runs/samples.h"

namespace ipclab {

using std::memory_order_relaxed;

LinkSample readCounters(const Segment& segment, std::uint32_t link) {
    LinkSample sample;
    // Receivers first: a message received was sent before, so that sent − received is never negative.
    for (const PortSlot& port : segment.ports()) {
        if (port.link != link || port.role != PortRole::Receiver) continue;
        sample.received += port.messages.load(std::memory_order_acquire);
        sample.bytes += port.bytes.load(memory_order_relaxed);
        sample.duplicated += port.duplicated.load(memory_order_relaxed);
        sample.reordered += port.reordered.load(memory_order_relaxed);
        sample.corrupted += port.corrupted.load(memory_order_relaxed);
    }
    for (const PortSlot& port : segment.ports()) {
        if (port.link == link && port.role == PortRole::Sender) sample.sent += port.messages.load(memory_order_relaxed);
    }
    const LinkSlot& slot = segment.links()[link];
    if (slot.systemDepthAtNs.load(memory_order_relaxed) != 0) {
        const std::uint64_t capacity = slot.systemCapacity.load(memory_order_relaxed);
        sample.system =
            Depth{slot.systemDepth.load(memory_order_relaxed), capacity != 0 ? std::optional(capacity) : std::nullopt,
                  slot.depthUnit.load(memory_order_relaxed) == 0 ? DepthUnit::Bytes : DepthUnit::Messages};
    }
    return sample;
}

PortSample readPort(const PortSlot& port) {
    return {.state = static_cast<PortState>(port.state.load(std::memory_order_acquire)),
            .messages = port.messages.load(memory_order_relaxed),
            .bytes = port.bytes.load(memory_order_relaxed),
            .systemCalls = port.systemCalls.load(memory_order_relaxed),
            .wouldBlock = port.wouldBlock.load(memory_order_relaxed),
            .blockedNs = port.blockedNs.load(memory_order_relaxed)};
}

LatencyPercentiles percentilesOf(const HistogramSnapshot& histogram) {
    return {histogram.quantileNs(0.5),   histogram.quantileNs(0.9), histogram.quantileNs(0.99),
            histogram.quantileNs(0.999), histogram.maxNs(),         histogram.count()};
}

HistogramSnapshot latencyOf(const Segment& segment, std::uint32_t link) {
    HistogramSnapshot sum;
    for (const PortSlot& port : segment.ports()) {
        if (port.link == link && port.role == PortRole::Receiver) sum.add(HistogramSnapshot(port.latency));
    }
    return sum;
}

}  // namespace ipclab

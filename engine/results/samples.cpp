#include "results/samples.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ipclab {

using std::memory_order_relaxed;

namespace {

// They lie together: the segment's ports are in the order of the links (document/ends.h).
std::span<PortSlot> portsOf(const Segment& segment, std::uint32_t link) {
    const auto range = std::ranges::equal_range(segment.ports(), link, {}, &PortSlot::link);
    return {range.begin(), range.end()};
}

std::uint64_t sumOf(const Segment& segment, std::uint32_t link, PortRole role,
                    std::atomic<std::uint64_t> PortSlot::*counter) {
    std::uint64_t sum = 0;
    for (const PortSlot& port : portsOf(segment, link)) {
        if (port.role == role) sum += (port.*counter).load(std::memory_order_acquire);
    }
    return sum;
}

// The counters of several processes are not read in one instant. What was sent is read between two readings of what
// was received, until these agree; where they never do, the later one counts, so that a queue is never shown fuller
// than it was.
void readTraffic(const Segment& segment, std::uint32_t link, LinkSample& sample) {
    const auto received = [&] {
        sample.duplicated = sumOf(segment, link, PortRole::Receiver, &PortSlot::duplicated);
        sample.received = sumOf(segment, link, PortRole::Receiver, &PortSlot::messages);
        return sample.received - std::min(sample.received, sample.duplicated);
    };
    constexpr int kTries = 4;
    std::uint64_t unique = received();
    for (int i = 0; i < kTries; ++i) {
        sample.sent = sumOf(segment, link, PortRole::Sender, &PortSlot::messages);
        if (unique == std::exchange(unique, received())) break;
    }
    sample.depth = sample.sent - std::min(sample.sent, unique);
}

// A moment is written after the counts that belong to it; they are read again where it has changed meanwhile.
Moments momentsOf(const PortSlot& port) {
    Moments moments{.firstNs = port.firstNs.load(memory_order_relaxed)};
    do {
        moments.lastNs = port.lastNs.load(std::memory_order_acquire);
        moments.messages = port.timedMessages.load(memory_order_relaxed);
        moments.bytes = port.timedBytes.load(std::memory_order_acquire);
    } while (moments.lastNs != port.lastNs.load(memory_order_relaxed));
    return moments;
}

HistogramSnapshot histogramsOf(const Segment& segment, std::uint32_t link, auto choose) {
    HistogramSnapshot sum;
    for (const PortSlot& port : portsOf(segment, link)) {
        if (port.role == PortRole::Receiver) sum.add(HistogramSnapshot(choose(port)));
    }
    return sum;
}

}  // namespace

LinkSample readCounters(const Segment& segment, std::uint32_t link) {
    LinkSample sample;
    for (const PortSlot& port : portsOf(segment, link)) {
        if (port.role != PortRole::Receiver) {
            sample.sentMoments.add(momentsOf(port));
            continue;
        }
        const std::uint64_t newest = port.newest.load(memory_order_relaxed);
        sample.newestSum += newest;
        sample.newestMost = std::max(sample.newestMost, newest);
        sample.moments.add(momentsOf(port));
        sample.paced += port.paced.load(memory_order_relaxed);
    }
    readTraffic(segment, link, sample);
    sample.bytes = sumOf(segment, link, PortRole::Receiver, &PortSlot::bytes);
    sample.sentBytes = sumOf(segment, link, PortRole::Sender, &PortSlot::bytes);
    sample.reordered = sumOf(segment, link, PortRole::Receiver, &PortSlot::reordered);
    sample.corrupted = sumOf(segment, link, PortRole::Receiver, &PortSlot::corrupted);
    // One who is killed in the midst of a send has not counted it; its number has arrived all the same.
    sample.sent = std::max(sample.sent, sample.newestMost);
    const LinkSlot& slot = segment.links()[link];
    if (const std::uint64_t queued = slot.messagesQueued.load(memory_order_relaxed)) sample.queued = queued - 1;
    sample.flowAtNs = slot.flowAtNs.load(std::memory_order_acquire);
    sample.flowBytes = slot.flowBytes.load(memory_order_relaxed);
    if (slot.systemDepthAtNs.load(memory_order_relaxed) != 0) {
        const std::uint64_t capacity = slot.systemCapacity.load(memory_order_relaxed);
        sample.system =
            Depth{slot.systemDepth.load(memory_order_relaxed), capacity != 0 ? std::optional(capacity) : std::nullopt,
                  slot.depthUnit.load(memory_order_relaxed) == 0 ? DepthUnit::Bytes : DepthUnit::Messages};
    }
    return sample;
}

void StateHistory::prepend(StateHistory&& earlier) {
    const auto before = [](auto& here, auto& from) {
        from.insert(from.end(), std::make_move_iterator(here.begin()), std::make_move_iterator(here.end()));
        here = std::move(from);
    };
    before(intervals, earlier.intervals);
    before(tasks, earlier.tasks);
    before(cpus, earlier.cpus);
    before(changes, earlier.changes);
    before(news, earlier.news);
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

HistogramSnapshot responseOf(const Segment& segment, std::uint32_t link) {
    return histogramsOf(segment, link, [](const PortSlot& port) -> const SharedHistogram& {
        return port.paced.load(std::memory_order_acquire) > 0 ? port.response : port.transit;
    });
}

HistogramSnapshot transitOf(const Segment& segment, std::uint32_t link) {
    return histogramsOf(segment, link, [](const PortSlot& port) -> const SharedHistogram& { return port.transit; });
}

}  // namespace ipclab

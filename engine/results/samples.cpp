#include "results/samples.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ipclab {

using std::memory_order_relaxed;

namespace {

std::uint64_t sumOf(const Segment& segment, std::uint32_t link, PortRole role,
                    std::atomic<std::uint64_t> EndpointSlot::*counter) {
    std::uint64_t sum = 0;
    for (const EndpointSlot& port : segment.endpointsOf(link)) {
        if (port.role == role) sum += (port.*counter).load(std::memory_order_acquire);
    }
    return sum;
}

// The counters of several processes are not read in one instant. What was sent is read between two readings of what
// was received, until these agree; where they never do, the later one counts, so that a queue is never shown fuller
// than it was.
void readTraffic(const Segment& segment, std::uint32_t link, LinkSample& sample) {
    const auto received = [&] {
        sample.duplicated = sumOf(segment, link, PortRole::Receiver, &EndpointSlot::duplicated);
        sample.received = sumOf(segment, link, PortRole::Receiver, &EndpointSlot::messages);
        return sample.received - std::min(sample.received, sample.duplicated);
    };
    constexpr int kTries = 4;
    std::uint64_t unique = received();
    for (int i = 0; i < kTries; ++i) {
        sample.sent = sumOf(segment, link, PortRole::Sender, &EndpointSlot::messages);
        if (unique == std::exchange(unique, received())) break;
    }
    sample.depth = sample.sent - std::min(sample.sent, unique);
}

// A moment is written after the counts that belong to it; they are read again where it has changed meanwhile.
Moments momentsOf(const EndpointSlot& port) {
    Moments moments{.firstNs = port.firstNs.load(memory_order_relaxed)};
    do {
        moments.lastNs = port.lastNs.load(std::memory_order_acquire);
        moments.messages = port.timedMessages.load(memory_order_relaxed);
        moments.bytes = port.timedBytes.load(std::memory_order_acquire);
    } while (moments.lastNs != port.lastNs.load(memory_order_relaxed));
    return moments;
}

// Response times where they are kept: elsewhere they are the transit times.
const SharedHistogram* responseOf(const Segment& segment, const EndpointSlot& receiver) {
    const LatencySlot* times = segment.latencyOf(receiver);
    if (times == nullptr) return nullptr;
    const bool own = receiver.latencyShared != 0 || receiver.paced.load(std::memory_order_acquire) > 0;
    return own ? &times->response : &times->transit;
}

std::optional<NetworkCounts> networkOf(const Segment& segment, std::uint32_t link) {
    std::optional<NetworkCounts> counts;
    for (const EndpointSlot& port : segment.endpointsOf(link)) {
        if (port.role != PortRole::Sender || port.network.isNetwork == 0) continue;
        if (!counts) counts.emplace();
        counts->add(readCounts(port.network));
    }
    return counts;
}

}  // namespace

LinkSample readCounters(const Segment& segment, std::uint32_t link) {
    LinkSample sample;
    for (const EndpointSlot& port : segment.endpointsOf(link)) {
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
    sample.bytes = sumOf(segment, link, PortRole::Receiver, &EndpointSlot::bytes);
    sample.sentBytes = sumOf(segment, link, PortRole::Sender, &EndpointSlot::bytes);
    sample.reordered = sumOf(segment, link, PortRole::Receiver, &EndpointSlot::reordered);
    sample.corrupted = sumOf(segment, link, PortRole::Receiver, &EndpointSlot::corrupted);
    sample.network = networkOf(segment, link);
    // What a network passes on has numbers of others, and copies were sent that are none of these.
    if (sample.network) sample.depth -= std::min(sample.depth, sample.network->repeated);
    // One who is killed in the midst of a send has not counted it; its number has arrived all the same.
    if (!sample.network) sample.sent = std::max(sample.sent, sample.newestMost);
    const LinkSlot& slot = segment.links()[link];
    if (const std::uint64_t queued = slot.messagesQueued.load(memory_order_relaxed)) sample.queued = queued - 1;
    sample.probed = slot.probed.load();
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
    before(readings, earlier.readings);
    before(latencies, earlier.latencies);
}

PortSample readPort(const EndpointSlot& port) {
    return {.state = static_cast<EndpointState>(port.state.load(std::memory_order_acquire)),
            .messages = port.messages.load(memory_order_relaxed),
            .bytes = port.bytes.load(memory_order_relaxed),
            .systemCalls = port.systemCalls.load(memory_order_relaxed),
            .wouldBlock = port.wouldBlock.load(memory_order_relaxed),
            .blockedNs = port.blockedNs.load(memory_order_relaxed),
            .connections = readTotals(port.connected),
            .serving = port.serving.load()};
}

LatencyPercentiles percentilesOf(const HistogramSnapshot& histogram) {
    return {histogram.quantileNs(0.5),   histogram.quantileNs(0.9), histogram.quantileNs(0.99),
            histogram.quantileNs(0.999), histogram.maxNs(),         histogram.count()};
}

namespace {

// Receivers that share one are told apart by nothing: the first ones have one each.
void forEachResponse(const Segment& segment, std::uint32_t link, auto fn) {
    std::size_t left = segment.latenciesOf(link).size();
    for (const EndpointSlot& endpoint : segment.endpointsOf(link)) {
        if (endpoint.role != PortRole::Receiver || left == 0) continue;
        const SharedHistogram* times = responseOf(segment, endpoint);
        if (times != nullptr) fn(*times);
        --left;
    }
}

using BinOfBucket = std::array<std::uint8_t, histogram::kBuckets>;
static_assert(latency_bins::kCount <= 256);

const BinOfBucket& binsOfBuckets() {
    static const BinOfBucket bins = [] {
        BinOfBucket all{};
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = static_cast<std::uint8_t>(latency_bins::binOf(histogram::bucketMiddleNs(i)));
        return all;
    }();
    return bins;
}

}  // namespace

HistogramSnapshot responseOf(const Segment& segment, std::uint32_t link) {
    HistogramSnapshot sum;
    forEachResponse(segment, link, [&](const SharedHistogram& times) { sum.add(HistogramSnapshot(times)); });
    return sum;
}

LatencyCounts latencyCountsOf(const Segment& segment, std::uint32_t link) {
    LatencyCounts counts{};
    forEachResponse(segment, link, [&](const SharedHistogram& times) {
        for (std::size_t i = 0; i < times.buckets.size(); ++i)
            counts[binsOfBuckets()[i]] += times.buckets[i].load(memory_order_relaxed);
    });
    return counts;
}

HistogramSnapshot transitOf(const Segment& segment, std::uint32_t link) {
    HistogramSnapshot sum;
    for (const LatencySlot& times : segment.latenciesOf(link)) sum.add(HistogramSnapshot(times.transit));
    return sum;
}

std::optional<CallTotals> callsOf(const Segment& segment, std::uint32_t link) {
    std::optional<CallTotals> totals;
    for (const EndpointSlot& endpoint : segment.endpointsOf(link)) {
        const CallerSlot* caller = segment.callerOf(endpoint);
        if (caller == nullptr) continue;
        if (!totals) totals.emplace();
        totals->add(readTotals(*caller));
    }
    return totals;
}

std::uint64_t timedOf(const Segment& segment, std::uint32_t link) {
    std::uint64_t count = 0;
    for (const LatencySlot& times : segment.latenciesOf(link)) count += times.transit.count.load(memory_order_relaxed);
    return count;
}

}  // namespace ipclab

// The end of a run: the totals that are known only then.
#include <algorithm>
#include <limits>

#include "core/number_text.h"
#include "core/sentences.h"
#include "results/run_builder.h"

namespace ipclab {

using std::memory_order_relaxed;

namespace {

std::vector<ReceiveRecord> firstReceivesOf(const Segment& segment, const EndpointSlot& receiver) {
    const FirstReceives& first = segment.firstReceives()[receiver.firstReceives];
    const std::size_t count = std::min<std::size_t>(first.count.load(std::memory_order_acquire), kReceiveRecords);
    return {first.records.begin(), first.records.begin() + static_cast<std::ptrdiff_t>(count)};
}

std::vector<ConnectionReading> connectionsOf(const Segment& segment, const EndpointSlot& endpoint) {
    std::vector<ConnectionReading> readings;
    const auto slots = segment.connectionsOf(endpoint);
    for (std::uint32_t at = 0; at < slots.size(); ++at) {
        auto reading = readConnection(slots[at]);
        if (!reading) continue;
        reading->slot = at;
        readings.push_back(*std::move(reading));
    }
    return readings;
}

void finishCalls(const Segment& segment, std::uint32_t index, CallsData& calls) {
    calls.totals = callsOf(segment, index).value_or(CallTotals{});
    calls.newest.clear();
    for (const EndpointSlot& endpoint : segment.endpointsOf(index)) {
        if (endpoint.caller == kNoIndex) continue;
        for (const CallReading& call : readCalls(segment.callers()[endpoint.caller]))
            calls.newest.push_back({endpoint.process, call});
    }
}

std::vector<std::uint64_t> deliveriesOf(const Segment& segment, const EndpointSlot& receiver, std::size_t senders) {
    std::vector<std::uint64_t> counts;
    if (receiver.deliveries == kNoIndex) return counts;
    for (const auto& count : segment.deliveries().subspan(receiver.deliveries, senders)) {
        counts.push_back(count.load(memory_order_relaxed));
    }
    return counts;
}

}  // namespace

void RunBuilder::finishLink(std::uint32_t index, const Segment& segment) {
    LinkData& link = m_data.links[index];
    const LinkSample last = readCounters(segment, index);
    link.lost = 0;
    applyCounters(index, last);
    if (link.counted) link.lost = link.underWay();
    link.transit = percentilesOf(transitOf(segment, index));
    link.latency = percentilesOf(responseOf(segment, index));
    const std::uint64_t systemMax = segment.links()[index].systemDepthMax.load(memory_order_relaxed);
    if (link.systemDepthMax) link.systemDepthMax = std::max(*link.systemDepthMax, systemMax);
    std::size_t next = 0;
    Nanoseconds firstNs = std::numeric_limits<Nanoseconds>::max();
    if (link.calls) finishCalls(segment, index, *link.calls);
    for (const EndpointSlot& slot : segment.endpointsOf(index)) {
        PortData& port = link.ports[next++];
        port.messages = slot.messages.load(memory_order_relaxed);
        port.bytes = slot.bytes.load(memory_order_relaxed);
        port.systemCalls = slot.systemCalls.load(memory_order_relaxed);
        port.wouldBlock = slot.wouldBlock.load(memory_order_relaxed);
        port.blockedS = toSeconds(slot.blockedNs.load(memory_order_relaxed));
        port.connectionTotals = readTotals(slot.connected);
        port.connections = connectionsOf(segment, slot);
        if (slot.role != PortRole::Receiver) continue;
        const Nanoseconds atNs = slot.firstNs.load(memory_order_relaxed);
        const Nanoseconds tookNs = slot.firstLatencyNs.load(memory_order_relaxed);
        if (tookNs != 0 && atNs != 0 && atNs < firstNs) {
            firstNs = atNs;
            link.firstMessageNs = tookNs;
        }
        port.calls = firstReceivesOf(segment, slot);
        port.fromSenders = deliveriesOf(segment, slot, m_data.experiment.links[index].senders.size());
    }
}

void RunBuilder::finishShared(std::uint32_t index, const Segment& segment) {
    m_data.shared[index].figures = readShared(segment, index);
    m_data.shared[index].waits = readSharedWaits(segment, index);
}

void RunBuilder::finishProcess(std::uint32_t index, const Segment& segment) {
    m_data.processes[index].iterations = segment.processes()[index].iterations.load(memory_order_relaxed);
    m_data.processes[index].lane.clearOpen();
    tellStatesOf(index);  // its beginning and its end are known by now as the records have them
    // Worth telling: a hundredth of its life.
    constexpr Nanoseconds kLeast = 1'000'000;
    const ProcessData& process = m_data.processes[index];
    const Nanoseconds more = overcounted(m_accounts[index]);
    if (more >= std::max(kLeast, (process.endedNs - process.bornNs) / 100))
        warn(say(Sentence::DelayOvercounted,
                 {{"process", process.name}, {"overcounted_s", numberText(toSeconds(more), 3)}}));
}

// Whoever was alive when the launcher was killed has been killed after it, and nobody was told how it ended.
void RunBuilder::finishUnreported(std::uint32_t index, Nanoseconds now) {
    ProcessData& process = m_data.processes[index];
    if (process.pid == 0 || process.endedNs != 0) return;
    process.endedNs = now;
    process.state = ProcessState::Terminated;
    process.waiting = {};
    process.waitsForAny.clear();
    addEvent({.atNs = now, .process = index, .kind = EventKind::Exited});
}

void RunBuilder::finish(const Segment& segment, Nanoseconds now) {
    for (std::uint32_t i = 0; i < m_data.processes.size(); ++i) finishUnreported(i, now);
    Nanoseconds lastEndNs = 0;
    for (const ProcessData& process : m_data.processes) lastEndNs = std::max(lastEndNs, process.endedNs);
    m_data.endNs = lastEndNs != 0 ? lastEndNs : now;
    for (std::uint32_t i = 0; i < m_data.links.size(); ++i) finishLink(i, segment);
    for (std::uint32_t i = 0; i < m_data.shared.size(); ++i) finishShared(i, segment);
    for (std::uint32_t i = 0; i < m_data.processes.size(); ++i) finishProcess(i, segment);
    m_tasks.finish(m_data.endNs);
    if (const std::uint64_t lost = m_data.observer.lostWakes; lost > 0)
        addEvent({.atNs = m_data.endNs, .kind = EventKind::WakesLost, .values = {{"count", lost}}});
    // A process is reaped a moment after its end: what is last of all stands behind that.
    settleEvents(std::numeric_limits<Nanoseconds>::max());
    Nanoseconds finishedNs = m_data.endNs;
    for (const RunEvent& event : m_data.events) finishedNs = std::max(finishedNs, event.atNs);
    addEvent({.atNs = finishedNs, .kind = EventKind::Finished});
    settleEvents(std::numeric_limits<Nanoseconds>::max());
}

}  // namespace ipclab

#include "results/link_results.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <initializer_list>
#include <limits>

#include "links/registry.h"

namespace ipclab {

using std::memory_order_relaxed;

namespace {

constexpr std::uint64_t kLeastOfSkBuff = 232;  // bytes that the kernel keeps for a datagram, at least

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

}  // namespace

LinkResults::LinkResults(RunData& data, RunLog& log) : m_data(data), m_log(log), m_progress(data.links.size()) {
    for (LinkData& link : data.links) {
        for (PortData& port : link.ports) m_ports.push_back(&port);
    }
    noteMessageBytes();
}

void LinkResults::apply(const SampleBatch& batch) {
    for (std::uint32_t i = 0; i < batch.links.size(); ++i) applyLink(i, batch.links[i], batch.atNs);
    applyPorts(batch);
    for (const LatencyInterval& told : batch.history.latencies) {
        assert(told.link < m_data.links.size());
        LinkData& link = m_data.links[told.link];
        const LatencyHistory::Interval& it = told.interval;
        if (m_data.startNs != 0 && link.tellsLatency()) link.latencies.append(it.begin, it.end, it.counts);
    }
}

namespace {

void take(const PortSample& sample, PortData& port) {
    port.messages = sample.messages;
    port.bytes = sample.bytes;
    port.systemCalls = sample.systemCalls;
    port.wouldBlock = sample.wouldBlock;
    port.blockedS = toSeconds(sample.blockedNs);
    port.connectionTotals = sample.connections;
    port.serving = sample.serving;
}

}  // namespace

void LinkResults::applyPorts(const SampleBatch& batch) {
    for (std::size_t i = 0; i < batch.ports.size() && i < m_ports.size(); ++i) take(batch.ports[i], *m_ports[i]);
    for (const ConnectionSample& sample : batch.connections) {
        assert(sample.endpoint < m_ports.size());
        std::vector<ConnectionReading>& known = m_ports[sample.endpoint]->connections;
        if (known.size() <= sample.reading.slot) known.resize(sample.reading.slot + 1);
        known[sample.reading.slot] = sample.reading;
    }
}

namespace {

// What the receivers have not come to yet; beyond it, what is missing is lost. The queue of several receivers is one,
// unless each has its own.
std::uint64_t queuedWhereLost(const LinkData& link, const LinkSample& sample) {
    const std::uint64_t held = sample.network ? sample.network->holding : 0;
    if (sample.queued) return *sample.queued + held;
    const Mechanism* mechanism = findMechanism(link.mechanism);
    const bool every = mechanism != nullptr && mechanism->info().traits.everyReceiver;
    const std::uint64_t cameTo = every ? sample.newestSum : sample.newestMost;
    return link.expected() - std::min(link.expected(), cameTo) + held;
}

}  // namespace

// By whoever knows it best (results/link_sources.h).
void LinkResults::applyCounters(std::uint32_t index, const LinkSample& sample) {
    LinkData& link = m_data.links[index];
    const bool bytesAlone = !link.flowsInMessages();
    link.sent = sample.sent;
    link.received = sample.received;
    link.duplicated = sample.duplicated;
    link.reordered = sample.reordered;
    link.corrupted = sample.corrupted;
    link.paced = sample.paced;
    link.network = sample.network;
    for (std::size_t i = 0; i < kProbedFigures; ++i) {
        if (sample.probed[i]) link.probed[i].value = sample.probed[i];
    }
    if (link.foreignSender && link.foreignReceiver) return takeFlow(index, sample);
    // A first message behind bytes that were none: from here on it is messages that are counted, not reads.
    if (bytesAlone && link.received > 0) m_progress[index].rate.begin(m_data.sampledNs);
    link.bytes = link.foreignReceiver ? sample.sentBytes : sample.bytes;
    link.moments = link.foreignReceiver ? sample.sentMoments : sample.moments;
    if (!link.foreignSender || !link.messagesKnown()) return;
    // Nobody counts what a command sends: what is missing is known from the gaps in what it passes on.
    link.lost = sample.newestMost - std::min(sample.newestMost, link.receivedOnce());
}

void LinkResults::takeFlow(std::uint32_t index, const LinkSample& sample) {
    LinkData& link = m_data.links[index];
    Flow& flow = m_progress[index].flow;
    link.flowKnown = sample.flowAtNs != 0;
    link.bytes = sample.flowBytes;
    if (sample.flowAtNs <= std::max(flow.readNs, m_data.startNs)) return;
    flow.readNs = sample.flowAtNs;
    if (sample.flowBytes <= flow.bytes) return;
    flow.bytes = sample.flowBytes;
    flow.grownNs = sample.flowAtNs;
    ++flow.growths;
    if (m_data.startNs != 0) link.moments = {m_data.startNs, flow.grownNs, 0, flow.bytes};
}

namespace {

// Not known from here on: the curve is interrupted, and not drawn as if nothing went.
void appendGap(TimeSeries& series, Nanoseconds atNs) {
    if (!series.empty() && !std::isnan(series.sample(series.endIndex() - 1).value)) series.append(atNs, kGap);
}

}  // namespace

void LinkResults::applyLink(std::uint32_t index, const LinkSample& sample, Nanoseconds atNs) {
    LinkData& link = m_data.links[index];
    applyCounters(index, sample);
    if (link.mayLose() && link.counted) {
        const std::uint64_t missing = link.expected() - std::min(link.expected(), link.receivedOnce());
        link.lost = missing - std::min(missing, queuedWhereLost(link, sample));
    }
    if (sample.system) {
        link.depthUnit = sample.system->unit;
        link.depthCapacity = sample.system->capacity;
        link.systemDepthMax = std::max(link.systemDepthMax.value_or(0), sample.system->queued);
    }
    if (m_data.startNs == 0 || atNs < m_data.startNs) return;
    if (sample.system)
        link.systemDepth.append(atNs, static_cast<double>(sample.system->queued));
    else
        appendGap(link.systemDepth, atNs);
    for (std::size_t i = 0; i < kProbedFigures; ++i) {
        if (sample.probed[i]) link.probed[i].series.append(atNs, static_cast<double>(*sample.probed[i]));
    }
    if (link.counted) applyDepth(index, sample, atNs);
    applyRates(index, sample, atNs);
    if (link.tellsLatency()) applyLatency(link, sample, atNs);
    if (sample.calls && link.calls) {
        link.calls->totals = *sample.calls;
        link.callsAnswered.append(atNs, static_cast<double>(sample.calls->answered));
        if (link.calls->executionsKnown) link.callsExecuted.append(atNs, static_cast<double>(sample.calls->executed));
    }
    if (sample.transitSoFar) link.transit = *sample.transitSoFar;
    if (sample.responseSoFar || sample.transitSoFar) {
        link.latency = sample.responseSoFar ? *sample.responseSoFar : *sample.transitSoFar;
    }
}

namespace {

// What sockets drop the launcher asks of the kernel, which it may be forbidden; so long an answer may take.
bool isStillToBeTold(const LinkData& link, const LinkSample& sample, Nanoseconds sinceStartNs) {
    const Mechanism* mechanism = findMechanism(link.mechanism);
    const bool drops = mechanism != nullptr && !mechanism->info().traits.reliable;
    return drops && !sample.queued && sinceStartNs < kNsPerSecond / 2;
}

}  // namespace

void LinkResults::noteMessageBytes() {
    for (const ProcessData& process : m_data.processes) {
        const std::uint64_t bytes = process.settings.messageBytes;
        if (bytes > 0) m_smallestBytes = m_smallestBytes == 0 ? bytes : std::min(m_smallestBytes, bytes);
    }
}

// How many messages fit into it; nothing where the system does not say so. A pipe holds so many bytes, and no more
// messages than of the smallest ones that anybody was told to send: a relay passes on what it gets.
std::optional<std::uint64_t> LinkResults::mostInside(std::uint32_t index) const {
    const LinkData& link = m_data.links[index];
    if (link.mayLose() && !link.network && link.effective.receiveBufferBytes && m_smallestBytes > 0) {
        // What the kernel has dropped is known once a later one has come: a receiver that does not get to run has no
        // more waiting than its socket holds, one in its hands and one in its sender's.
        const auto receivers = std::ranges::count(link.ports, PortRole::Receiver, &PortData::role);
        const std::uint64_t holds = *link.effective.receiveBufferBytes / (m_smallestBytes + kLeastOfSkBuff) + 1;
        return static_cast<std::uint64_t>(receivers) * (holds + 2);
    }
    const Mechanism* mechanism = findMechanism(link.mechanism);
    const bool isPipe = mechanism != nullptr && mechanism->info().family == Family::Pipe;
    if (link.places() || link.unbounded || !isPipe || !link.depthCapacity) return link.places();
    return m_smallestBytes == 0 ? std::nullopt : std::optional(*link.depthCapacity / m_smallestBytes);
}

// A receiver counts a message a moment after it has taken it, when its sender may have counted one more in its place:
// what is above the places there are has been taken.
void LinkResults::applyDepth(std::uint32_t index, const LinkSample& sample, Nanoseconds atNs) {
    LinkData& link = m_data.links[index];
    if (isStillToBeTold(link, sample, atNs - m_data.startNs)) return link.depthMessages.append(atNs, kGap);
    const std::uint64_t counted = link.mayLose() ? link.underWay() : sample.depth;
    const std::uint64_t depth = std::min(counted, mostInside(index).value_or(counted));
    link.depthMessages.append(atNs, static_cast<double>(depth));
    link.depthMax = std::max(link.depthMax, depth);
    m_progress[index].depthSum += static_cast<double>(depth);
    ++m_progress[index].depthSamples;
    link.depthMean = m_progress[index].depthSum / static_cast<double>(m_progress[index].depthSamples);
}

void LinkResults::applyRates(std::uint32_t index, const LinkSample& sample, Nanoseconds atNs) {
    LinkData& link = m_data.links[index];
    if (link.foreignSender && link.foreignReceiver) return applyFlowRate(index);
    RateWindow& window = m_progress[index].rate;
    if (!window.hasBegun()) window.begin(m_data.startNs);
    const bool inMessages = link.flowsInMessages();
    const std::uint64_t messages = link.foreignReceiver ? sample.sent : sample.received;
    const RateNow rate = window.see(atNs, inMessages ? messages : link.moments.messages, link.bytes, link.moments);
    if (inMessages) {
        link.messagesPerSecond.append(atNs, rate.messagesPerSecond);
    } else {
        appendGap(link.messagesPerSecond, atNs);
    }
    link.bytesPerSecond.append(atNs, rate.bytesPerSecond);
    link.rateWindowS.append(atNs, rate.windowS);
}

// It belongs to the moment when it was read. What came since the reading before counts as two messages, of which one
// came right after that reading: thus an interval may begin there.
void LinkResults::applyFlowRate(std::uint32_t index) {
    LinkData& link = m_data.links[index];
    Flow& flow = m_progress[index].flow;
    if (flow.readNs <= flow.shownNs) return;
    flow.shownNs = flow.readNs;
    RateWindow& window = m_progress[index].rate;
    if (!window.hasBegun()) window.begin(m_data.startNs);
    const std::uint64_t messages = 2 * flow.growths;
    const RateNow rate =
        window.see(flow.readNs, messages, flow.bytes, {m_data.startNs, flow.grownNs, messages, flow.bytes});
    link.bytesPerSecond.append(flow.readNs, rate.bytesPerSecond);
    link.rateWindowS.append(flow.readNs, rate.windowS);
}

namespace {

void appendPercentiles(const LatencyPercentiles& latency, Nanoseconds atNs, std::initializer_list<TimeSeries*> series) {
    const std::array values{latency.p50, latency.p90, latency.p99, latency.p999};
    std::size_t next = 0;
    for (TimeSeries* one : series) {
        one->append(atNs, latency.count == 0 ? kGap : static_cast<double>(values[next++]));
    }
}

}  // namespace

void LinkResults::applyLatency(LinkData& link, const LinkSample& sample, Nanoseconds atNs) {
    const auto& response = sample.response ? sample.response : sample.transit;
    if (response) appendPercentiles(*response, atNs, {&link.p50Ns, &link.p90Ns, &link.p99Ns, &link.p999Ns});
    if (!sample.response || !sample.transit) return;
    appendPercentiles(*sample.transit, atNs,
                      {&link.transitP50Ns, &link.transitP90Ns, &link.transitP99Ns, &link.transitP999Ns});
}

namespace {

std::vector<ReceiveRecord> firstReceivesOf(const Segment& segment, const EndpointSlot& receiver) {
    const FirstReceives* first = segment.firstReceivesOf(receiver);
    if (first == nullptr) return {};
    const std::size_t count = std::min<std::size_t>(first->count.load(std::memory_order_acquire), kReceiveRecords);
    return {first->records.begin(), first->records.begin() + static_cast<std::ptrdiff_t>(count)};
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

void finishCalls(const Segment& segment, std::uint32_t index, const std::vector<PortData>& ports, CallsData& calls) {
    calls.totals = callsOf(segment, index).value_or(CallTotals{});
    calls.newest.clear();
    std::size_t next = 0;
    for (const EndpointSlot& endpoint : segment.endpointsOf(index)) {
        if (next == ports.size()) break;
        const std::uint32_t process = ports[next++].process;
        const CallerSlot* caller = segment.callerOf(endpoint);
        if (caller == nullptr) continue;
        for (const CallReading& call : readCalls(*caller)) calls.newest.push_back({process, call});
    }
}

std::vector<std::uint64_t> deliveriesOf(const Segment& segment, const EndpointSlot& receiver, std::size_t senders) {
    std::vector<std::uint64_t> counts;
    for (const auto& count : segment.deliveriesOf(receiver, senders)) {
        counts.push_back(count.load(memory_order_relaxed));
    }
    return counts;
}

}  // namespace

void LinkResults::finishLink(std::uint32_t index, const Segment& segment) {
    LinkData& link = m_data.links[index];
    const LinkSample last = readCounters(segment, index);
    link.lost = 0;
    applyCounters(index, last);
    if (link.counted) link.lost = link.underWay();
    link.transit = percentilesOf(transitOf(segment, index));
    link.latency = percentilesOf(responseOf(segment, index));
    closeSystemDepth(index, segment);
    const std::uint64_t systemMax = segment.links()[index].systemDepthMax.load(memory_order_relaxed);
    if (link.systemDepthMax) link.systemDepthMax = std::max(*link.systemDepthMax, systemMax);
    if (link.calls) finishCalls(segment, index, link.ports, *link.calls);
    finishPorts(index, segment);
}

// What the system told before its last ends were closed is not what there was afterwards; of an object that outlives
// them it tells that too.
void LinkResults::closeSystemDepth(std::uint32_t index, const Segment& segment) {
    LinkData& link = m_data.links[index];
    Nanoseconds usedNs = 0;
    for (const PortData& port : link.ports) usedNs = std::max(usedNs, m_data.processes[port.process].endedNs);
    if (usedNs == 0) usedNs = m_data.endNs;
    if (link.systemDepth.empty()) return;
    const Nanoseconds lastNs = link.systemDepth.sample(link.systemDepth.endIndex() - 1).t;
    const Nanoseconds atNs = std::max(lastNs + 1, m_data.endNs);
    const LinkSlot& slot = segment.links()[index];
    const bool isKnown = slot.systemDepthAtNs.load(memory_order_relaxed) >= usedNs;
    if (isKnown)
        link.systemDepth.append(atNs, static_cast<double>(slot.systemDepth.load(memory_order_relaxed)));
    else
        appendGap(link.systemDepth, atNs);
}

void LinkResults::finishPorts(std::uint32_t index, const Segment& segment) {
    LinkData& link = m_data.links[index];
    std::size_t next = 0;
    Nanoseconds firstNs = std::numeric_limits<Nanoseconds>::max();
    for (const EndpointSlot& slot : segment.endpointsOf(index)) {
        if (next == link.ports.size()) break;
        PortData& port = link.ports[next++];
        take(readPort(slot), port);
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

void LinkResults::finish(const Segment& segment) {
    for (std::uint32_t i = 0; i < m_data.links.size(); ++i) finishLink(i, segment);
}

}  // namespace ipclab

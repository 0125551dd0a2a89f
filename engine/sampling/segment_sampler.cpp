#include "sampling/segment_sampler.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr Nanoseconds kLatencyEveryNs = kNsPerSecond / 10;
constexpr Nanoseconds kLatencySoFarEveryNs = kNsPerSecond;

}  // namespace

SegmentSampler::SegmentSampler(const Segment& segment)
    : m_segment(segment), m_earlier(segment.links().size()), m_readings(segment.endpoints().size()) {}

void SegmentSampler::sample(SampleBatch& batch, bool last) {
    batch.startNs = m_segment.header().startNs.load(std::memory_order_relaxed);
    const auto links = static_cast<std::uint32_t>(m_segment.links().size());
    for (std::uint32_t i = 0; i < links; ++i) batch.links.push_back(readCounters(m_segment, i));
    for (const EndpointSlot& endpoint : m_segment.endpoints()) batch.ports.push_back(readPort(endpoint));
    for (std::uint32_t i = 0; i < m_segment.shared().size(); ++i) batch.shared.push_back(readShared(m_segment, i));
    for (const ProcessSlot& slot : m_segment.processes()) {
        Waits waits = readWaits(slot.waiting, slot.waitsForAny);
        ProcessSample sample;
        sample.waiting = waits.one;
        sample.waitsForAny = std::move(waits.anyOf);
        sample.waitsForMore = waits.more;
        sample.outcome = slot.outcome.load(std::memory_order_acquire);
        sample.outcomeNs = slot.outcomeNs.load(std::memory_order_relaxed);
        batch.processes.push_back(std::move(sample));
    }
    if (batch.atNs < m_nextLatencyNs && !last) return;
    m_nextLatencyNs = batch.atNs + kLatencyEveryNs;
    const Nanoseconds since = std::exchange(m_latencyNs, batch.atNs);
    const bool soFar = batch.atNs >= m_nextSoFarNs;
    if (soFar) m_nextSoFarNs = batch.atNs + kLatencySoFarEveryNs;
    for (std::uint32_t i = 0; i < links; ++i) {
        if (samplePercentiles(i, batch.links[i], soFar) || last) sampleLatencies(i, since, batch);
        batch.links[i].calls = callsOf(m_segment, i);
    }
    sampleConnections(batch);
}

bool SegmentSampler::samplePercentiles(std::uint32_t link, LinkSample& sample, bool soFar) {
    Earlier& earlier = m_earlier[link];
    const std::uint64_t timed = timedOf(m_segment, link);
    const bool paced = sample.paced > 0;
    const bool grown = timed != std::exchange(earlier.timed, timed);
    if (!grown) {
        sample.transit.emplace();
        if (paced) sample.response.emplace();
    } else {
        HistogramSnapshot transit = transitOf(m_segment, link);
        sample.transit = percentilesOf(transit.since(earlier.transit));
        earlier.transit = std::move(transit);
        if (paced) {
            HistogramSnapshot response = responseOf(m_segment, link);
            sample.response = percentilesOf(response.since(earlier.response));
            earlier.response = std::move(response);
        }
    }
    if (!soFar) return grown;
    sample.transitSoFar = percentilesOf(earlier.transit);
    if (paced) sample.responseSoFar = percentilesOf(earlier.response);
    return grown;
}

// A response time is counted a moment after its transit time: the next interval has it, or the last one.
void SegmentSampler::sampleLatencies(std::uint32_t link, Nanoseconds since, SampleBatch& batch) {
    Earlier& earlier = m_earlier[link];
    const Nanoseconds begin = std::max(since, batch.startNs);
    LatencyCounts counts = latencyCountsOf(m_segment, link);
    LatencyInterval told{link, {begin, batch.atNs, {}}};
    for (std::uint32_t bin = 0; bin < counts.size(); ++bin) {
        if (counts[bin] > earlier.counts[bin])
            told.interval.counts.push_back({bin, static_cast<std::uint32_t>(counts[bin] - earlier.counts[bin])});
    }
    earlier.counts = counts;
    if (!told.interval.counts.empty()) batch.history.latencies.push_back(std::move(told));
}

void SegmentSampler::sampleConnections(SampleBatch& batch) {
    const auto endpoints = m_segment.endpoints();
    for (std::uint32_t i = 0; i < endpoints.size(); ++i) {
        const auto slots = m_segment.connectionsOf(endpoints[i]);
        const auto shown = slots.first(std::min(slots.size(), kLiveConnections));
        m_readings[i].resize(shown.size());
        for (std::uint32_t at = 0; at < shown.size(); ++at) {
            auto reading = readConnection(shown[at]);
            if (!reading) continue;
            reading->slot = at;
            if (*reading == m_readings[i][at]) continue;
            m_readings[i][at] = *reading;
            batch.connections.push_back({i, *std::move(reading)});
        }
    }
}

}  // namespace ipclab

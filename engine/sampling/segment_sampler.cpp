#include "sampling/segment_sampler.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kLatencyEveryNs = kNsPerSecond / 10;
constexpr Nanoseconds kLatencySoFarEveryNs = kNsPerSecond;

}  // namespace

SegmentSampler::SegmentSampler(const Segment& segment) : m_segment(segment), m_earlier(segment.links().size()) {}

void SegmentSampler::sample(SampleBatch& batch) {
    batch.startNs = m_segment.header().startNs.load(std::memory_order_relaxed);
    const auto links = static_cast<std::uint32_t>(m_segment.links().size());
    for (std::uint32_t i = 0; i < links; ++i) batch.links.push_back(readCounters(m_segment, i));
    for (const PortSlot& port : m_segment.ports()) batch.ports.push_back(readPort(port));
    for (std::uint32_t i = 0; i < m_segment.shared().size(); ++i) batch.shared.push_back(readShared(m_segment, i));
    for (const ProcessSlot& slot : m_segment.processes()) {
        ProcessSample sample;
        sample.waiting = Waiting::unpack(slot.waiting.load(std::memory_order_relaxed));
        sample.outcome = slot.outcome.load(std::memory_order_acquire);
        sample.outcomeNs = slot.outcomeNs.load(std::memory_order_relaxed);
        batch.processes.push_back(sample);
    }
    if (batch.atNs < m_nextLatencyNs) return;
    m_nextLatencyNs = batch.atNs + kLatencyEveryNs;
    for (std::uint32_t i = 0; i < links; ++i) {
        const bool soFar = batch.atNs >= m_nextSoFarNs;
        HistogramSnapshot transit = transitOf(m_segment, i);
        batch.links[i].transit = percentilesOf(transit.since(m_earlier[i].transit));
        if (soFar) batch.links[i].transitSoFar = percentilesOf(transit);
        m_earlier[i].transit = std::move(transit);
        if (batch.links[i].paced == 0) continue;
        HistogramSnapshot response = responseOf(m_segment, i);
        batch.links[i].response = percentilesOf(response.since(m_earlier[i].response));
        if (soFar) batch.links[i].responseSoFar = percentilesOf(response);
        m_earlier[i].response = std::move(response);
    }
    if (batch.atNs >= m_nextSoFarNs) m_nextSoFarNs = batch.atNs + kLatencySoFarEveryNs;
}

}  // namespace ipclab

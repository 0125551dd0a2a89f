#include "results/link_totals.h"

#include <set>

#include "links/registry.h"
#include "results/link_sources.h"
#include "results/process_totals.h"

namespace ipclab {

// A link's ports are in the order of its document; a foreign process has ports too, or none, depending on who
// filled them in. Either way its side is unknown.
std::optional<SideTotals> sideTotals(const RunData& data, const LinkData& link, PortRole role) {
    SideTotals totals;
    bool any = false;
    for (const PortData& port : link.ports) {
        if (port.role != role) continue;
        if (port.process >= data.processes.size() || data.processes[port.process].foreign) return std::nullopt;
        any = true;
        totals.messages += port.messages;
        totals.bytes += port.bytes;
        totals.systemCalls += port.systemCalls;
        totals.callsHidden |= port.callsHidden;
        totals.wouldBlock += port.wouldBlock;
        totals.blockedS += port.blockedS;
    }
    return any ? std::optional(totals) : std::nullopt;
}

namespace {

void addRates(const RunData& data, const LinkData& link, LinkTotals& totals) {
    const Moments& moments = link.moments;
    if (messagesSource(data, link).isKnown()) totals.messagesPerSecond = moments.messagesPerSecond();
    if (!totals.bytes) return;
    if (!link.flowKnown) {
        totals.bytesPerSecond = moments.bytesPerSecond();
    } else if (const double seconds = moments.activeS(); seconds > 0) {
        totals.bytesPerSecond = static_cast<double>(moments.bytes) / seconds;
    }
}

std::optional<double> cpuSecondsOfEnds(const RunData& data, const LinkData& link) {
    std::set<std::uint32_t> processes;
    for (const PortData& port : link.ports) processes.insert(port.process);
    double seconds = 0;
    for (const std::uint32_t index : processes) {
        if (index >= data.processes.size() || data.processes[index].endedNs == 0) return std::nullopt;
        const ProcessData& process = data.processes[index];
        seconds += process.userS + process.systemS + process.descendants.userS + process.descendants.systemS;
    }
    return processes.empty() ? std::nullopt : std::optional(seconds);
}

}  // namespace

LinkTotals linkTotals(const RunData& data, const LinkData& link) {
    LinkTotals totals{.send = sideTotals(data, link, PortRole::Sender),
                      .receive = sideTotals(data, link, PortRole::Receiver),
                      .sent = {},
                      .received = {},
                      .bytes = {},
                      .messagesPerSecond = {},
                      .bytesPerSecond = {},
                      .systemCallsPerMessage = {},
                      .cpuSecondsPerMillion = {},
                      .copiesPerMessage = {}};
    if (link.counted || totals.send) totals.sent = link.sent;
    if (link.messagesKnown()) totals.received = link.received;
    if (bytesSource(data, link).isKnown()) totals.bytes = link.bytes;
    addRates(data, link, totals);
    if (const Mechanism* mechanism = findMechanism(link.mechanism)) {
        totals.copiesPerMessage = mechanism->info().traits.copies;
    }
    if (link.counted && link.received > 0) {
        if (const auto cpuS = cpuSecondsOfEnds(data, link)) {
            totals.cpuSecondsPerMillion = *cpuS * 1e6 / static_cast<double>(link.received);
        }
    }
    const bool sidesKnown = totals.send && totals.receive && !totals.send->callsHidden && !totals.receive->callsHidden;
    if (link.counted && link.received > 0 && sidesKnown) {
        totals.systemCallsPerMessage = static_cast<double>(totals.send->systemCalls + totals.receive->systemCalls) /
                                       static_cast<double>(link.received);
    }
    return totals;
}

std::optional<double> messageRate(const RunData& data, const LinkData& link) {
    return data.endNs != 0 ? linkTotals(data, link).messagesPerSecond : newest(link.messagesPerSecond);
}

std::optional<double> byteRate(const RunData& data, const LinkData& link) {
    return data.endNs != 0 ? linkTotals(data, link).bytesPerSecond : newest(link.bytesPerSecond);
}

std::optional<double> burstS(const RunData& data, const LinkData& link) {
    constexpr double kBurstShare = 0.1;
    const double activeS = link.moments.activeS();
    const bool isOne =
        link.flowsInMessages() && link.moments.messagesPerSecond() && activeS < kBurstShare * data.durationS();
    return isOne ? std::optional(activeS) : std::nullopt;
}

std::optional<double> depthInMessages(const RunData& data, const LinkData& link) {
    if (!link.counted || link.sent == 0) return std::nullopt;
    return data.endNs != 0 ? std::optional(link.depthMean) : newest(link.depthMessages);
}

std::optional<double> depthInSystem(const RunData& data, const LinkData& link) {
    if (data.endNs == 0 || link.systemDepth.empty()) return newest(link.systemDepth);
    const SeriesStatistics whole = link.systemDepth.statistics(data.startNs, data.endNs);
    return whole.count > 0 ? std::optional(whole.mean) : std::nullopt;
}

}  // namespace ipclab

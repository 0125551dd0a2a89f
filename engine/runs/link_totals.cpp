#include "runs/link_totals.h"

namespace ipclab {

namespace {

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
        totals.wouldBlock += port.wouldBlock;
        totals.blockedS += port.blockedS;
    }
    return any ? std::optional(totals) : std::nullopt;
}

void addRates(const RunData& data, const LinkData& link, LinkTotals& totals) {
    const double seconds = rateDurationS(data, link);
    if (seconds <= 0) return;
    if (link.counted) totals.messagesPerSecond = static_cast<double>(link.received) / seconds;
    if (totals.bytes) totals.bytesPerSecond = static_cast<double>(*totals.bytes) / seconds;
}

}  // namespace

double rateDurationS(const RunData& data, const LinkData& link) {
    return link.activeS > 0 ? link.activeS : data.durationS();
}

LinkTotals linkTotals(const RunData& data, const LinkData& link) {
    LinkTotals totals{.send = sideTotals(data, link, PortRole::Sender),
                      .receive = sideTotals(data, link, PortRole::Receiver),
                      .sent = {},
                      .bytes = {},
                      .messagesPerSecond = {},
                      .bytesPerSecond = {},
                      .systemCallsPerMessage = {}};
    if (link.counted || totals.send) totals.sent = link.sent;
    if (link.counted || totals.receive) totals.bytes = link.bytes;
    addRates(data, link, totals);
    if (link.counted && link.received > 0 && totals.send && totals.receive) {
        totals.systemCallsPerMessage = static_cast<double>(totals.send->systemCalls + totals.receive->systemCalls) /
                                       static_cast<double>(link.received);
    }
    return totals;
}

}  // namespace ipclab

#include "cli/link_text.h"

#include "cli/quantities.h"
#include "cli/text_table.h"
#include "results/link_sources.h"
#include "results/link_totals.h"

namespace ipclab {

namespace {

using Align = TextTable::Align;

std::string callsText(const std::optional<double>& calls) {
    if (!calls) return std::string(kDash);
    return quantity(*calls, "");
}

bool isFlawless(const LinkData& link) {
    return link.expected() == link.received && link.lost + link.duplicated + link.reordered + link.corrupted == 0;
}

// Of a link with a command at an end: what is known, and by whom, and why the rest is not.
std::string foreignSentence(const RunData& data, const LinkData& link) {
    const LinkTotals totals = linkTotals(data, link);
    std::string text;
    if (totals.received) {
        text = grouped(*totals.received) + " messages received, lost " + grouped(link.lost) + ", duplicated " +
               grouped(link.duplicated) + ", reordered " + grouped(link.reordered) + ", corrupted " +
               grouped(link.corrupted) + "; ";
    }
    return text + "messages " + inWords(messagesSource(data, link)) + "; bytes " + inWords(bytesSource(data, link)) +
           "; latency " + inWords(latencySource(data, link));
}

}  // namespace

std::string lineOf(const std::string& name, const std::string& sentence) {
    return "  " + wrapped(printable(name) + ": " + sentence, 4) + '\n';
}

std::string linksText(const RunData& data) {
    TextTable table(
        {{"link", Align::Left}, {"by", Align::Left}, {"received"}, {"msg/s"}, {"bytes/s"}, {"p50"}, {"p99"}, {"max"}});
    for (const LinkData& link : data.links) {
        const LinkTotals totals = linkTotals(data, link);
        const auto latency = [&](Nanoseconds value) {
            return link.latency.count == 0 ? std::string(kDash) : duration(toSeconds(value));
        };
        table.add({printable(link.name), link.mechanism,
                   totals.received ? quantity(static_cast<double>(*totals.received), "") : std::string(kDash),
                   quantity(totals.messagesPerSecond, ""), quantity(totals.bytesPerSecond, "B/s"),
                   latency(link.latency.p50), latency(link.latency.p99), latency(link.latency.max)});
    }
    return table.text();
}

std::string queuesText(const RunData& data) {
    TextTable table(
        {{"queue", Align::Left}, {"mean"}, {"max"}, {"capacity"}, {"system max"}, {"send waits"}, {"recv waits"}});
    for (const LinkData& link : data.links) {
        const LinkTotals totals = linkTotals(data, link);
        const char* unit = link.depthUnit == DepthUnit::Bytes ? "B" : "";
        const auto waits = [&](const std::optional<SideTotals>& side) {
            return side ? duration(side->blockedS) : std::string(kDash);
        };
        table.add({printable(link.name), link.counted ? quantity(link.depthMean, "") : std::string(kDash),
                   link.counted ? quantity(static_cast<double>(link.depthMax), "") : std::string(kDash),
                   quantity(link.depthCapacity, unit), quantity(link.systemDepthMax, unit), waits(totals.send),
                   waits(totals.receive)});
    }
    return table.text();
}

// What a message costs. The two ends of a side are told together: "send / receive".
std::string costsText(const RunData& data) {
    TextTable table({{"cost", Align::Left},
                     {"first msg"},
                     {"calls/msg"},
                     {"copies/msg*"},
                     {"CPU s/M msg"},
                     {"would block"},
                     {"recv"}});
    for (const LinkData& link : data.links) {
        const LinkTotals totals = linkTotals(data, link);
        const auto wouldBlock = [&](const std::optional<SideTotals>& side) {
            return side ? quantity(static_cast<double>(side->wouldBlock), "") : std::string(kDash);
        };
        const auto first = link.firstMessageNs ? std::optional(toSeconds(*link.firstMessageNs)) : std::nullopt;
        table.add({printable(link.name), duration(first), callsText(totals.systemCallsPerMessage),
                   totals.copiesPerMessage ? std::to_string(*totals.copiesPerMessage) : std::string(kDash),
                   quantity(totals.cpuSecondsPerMillion, ""), wouldBlock(totals.send), wouldBlock(totals.receive)});
    }
    return table.text() + "  * by design of the mechanism, not measured\n";
}

// Where messages are due at times, what the table's latency counts from, and what it is without the sender's delay.
std::string timesText(const RunData& data) {
    std::string text;
    for (const LinkData& link : data.links) {
        if (link.paced == 0 || !link.tellsLatency()) continue;
        const LatencyPercentiles& transit = link.transit;
        const std::string sentence =
            "latency is the response time, from when a message was due; the transit time, from its real send, is p50 " +
            duration(toSeconds(transit.p50)) + ", p99 " + duration(toSeconds(transit.p99)) + ", max " +
            duration(toSeconds(transit.max));
        text += lineOf(link.name, sentence);
    }
    return text;
}

// How long the rates of the table are taken over.
std::string rateTimesText(const RunData& data) {
    std::string text;
    for (const LinkData& link : data.links) {
        const Moments& moments = link.moments;
        if (!moments.messagesPerSecond() || !link.flowsInMessages()) continue;
        text += lineOf(link.name, "rates are those from the first message, " +
                                      duration(data.sinceStartS(moments.firstNs)) + " after the start, to message " +
                                      grouped(moments.messages) + ", " + duration(moments.activeS()) + " later");
    }
    return text;
}

// What was counted, as a sentence: the first thing one wants to know of a link.
std::string integrityText(const RunData& data) {
    std::string text;
    for (const LinkData& link : data.links) {
        if (!link.counted) {
            text += lineOf(link.name, foreignSentence(data, link));
        } else if (isFlawless(link)) {
            const bool copies = !link.network && link.expected() != link.sent;
            text += lineOf(link.name, "all " + grouped(link.sent) + " messages received" +
                                          (copies ? " by every receiver" : "") + ", in order and intact");
        } else {
            text += lineOf(link.name,
                           (link.network ? "taken by the network " + grouped(link.network->taken) + ", " : "") +
                               "sent " + grouped(link.sent) + ", received " + grouped(link.received) + ", lost " +
                               grouped(link.lost) + ", duplicated " + grouped(link.duplicated) + ", reordered " +
                               grouped(link.reordered) + ", corrupted " + grouped(link.corrupted));
        }
    }
    return text;
}

}  // namespace ipclab

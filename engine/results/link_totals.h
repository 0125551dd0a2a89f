// What the figures of a link amount to: rates, and the sums over the ends of either side. One computation for JSON,
// tables and benchmarks. Absent: cannot be known, because a foreign command counts nothing (results/link_sources.h).
#pragma once

#include <cstdint>
#include <optional>

#include "results/run_data.h"

namespace ipclab {

struct SideTotals {
    std::uint64_t messages = 0, bytes = 0, systemCalls = 0, wouldBlock = 0;
    double blockedS = 0;
    bool callsHidden = false;  // of one of its ends: systemCalls are not all
};

struct LinkTotals {
    std::optional<SideTotals> send, receive;      // absent: an end of that side is foreign
    std::optional<std::uint64_t> sent, received;  // messages
    std::optional<std::uint64_t> bytes;           // LinkData::bytes
    // Over LinkData::moments; absent also where only one message was timed.
    std::optional<double> messagesPerSecond, bytesPerSecond;
    std::optional<double> systemCallsPerMessage;  // of both ends together, per message received
    // CPU time of the processes at its ends, per million messages received. All they did in their lives, whatever else
    // it was for: absent until every one of them has ended.
    std::optional<double> cpuSecondsPerMillion;
    std::optional<unsigned> copiesPerMessage;  // by design of the mechanism, not measured
};

LinkTotals linkTotals(const RunData& data, const LinkData& link);
// Absent: an end of that side is foreign.
std::optional<SideTotals> sideTotals(const RunData& data, const LinkData& link, PortRole role);

// What a link carries a second: now while the run goes on, of the whole run once it has ended.
std::optional<double> messageRate(const RunData& data, const LinkData& link);
std::optional<double> byteRate(const RunData& data, const LinkData& link);
// Did nearly all of the run pass without a message? Then its rate, counted between its first and its last message, says
// nothing about the run. In seconds, that time; absent: it is no burst.
std::optional<double> burstS(const RunData& data, const LinkData& link);
// How full it is by its counters and as the system tells it: now, then the mean of the run.
std::optional<double> depthInMessages(const RunData& data, const LinkData& link);
std::optional<double> depthInSystem(const RunData& data, const LinkData& link);

}  // namespace ipclab

#include "results/series_names.h"

#include <array>

namespace ipclab {

std::span<const NamedSeries<ProcessData>> processSeries() {
    static constexpr auto all = std::to_array<NamedSeries<ProcessData>>({
        {"cpu_share", "CPU time used, of one core: 0 to 1 for each running thread", &ProcessData::cpuShare},
        {"resident_bytes", "memory in RAM that belongs to the process, shared pages included",
         &ProcessData::residentBytes},
    });
    return all;
}

std::span<const NamedSeries<LinkData>> linkSeries() {
    static constexpr auto all = std::to_array<NamedSeries<LinkData>>({
        {"messages_per_s",
         "messages received per second, counted over the rate_window_s before; sent, where only the sender counts; "
         "empty: not known",
         &LinkData::messagesPerSecond},
        {"bytes_per_s", "bytes received per second, likewise; where a command receives, sent, or by /proc/PID/io",
         &LinkData::bytesPerSecond},
        {"rate_window_s", "how long that was: back to the newest message with 20 after it, at most 5 s; 0: none came",
         &LinkData::rateWindowS},
        {"depth_messages", "messages sent and not yet received, from the counters of both ends",
         &LinkData::depthMessages},
        {"system_depth", "what the system itself says is queued, in the link's depth unit", &LinkData::systemDepth},
        {"latency_p50_ns",
         "response time in nanoseconds, from when a message was due to be sent until it was received: median of the "
         "last tenth of a second",
         &LinkData::p50Ns},
        {"latency_p90_ns", "the same: 90 of 100 messages were faster", &LinkData::p90Ns},
        {"latency_p99_ns", "the same: 99 of 100 messages were faster", &LinkData::p99Ns},
        {"latency_p999_ns", "the same: 999 of 1,000 messages were faster", &LinkData::p999Ns},
        {"transit_p50_ns", "transit time, from when it was really sent: median; only where it is not the response time",
         &LinkData::transitP50Ns},
        {"transit_p90_ns", "the same: 90 of 100 messages were faster", &LinkData::transitP90Ns},
        {"transit_p99_ns", "the same: 99 of 100 messages were faster", &LinkData::transitP99Ns},
        {"transit_p999_ns", "the same: 999 of 1,000 messages were faster", &LinkData::transitP999Ns},
    });
    return all;
}

}  // namespace ipclab

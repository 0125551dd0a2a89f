#include "recording/batch.h"

#include <algorithm>

#include "export/result_json.h"
#include "results/series_names.h"
#include "results/words.h"

namespace ipclab {

namespace {

constexpr std::int64_t kLinkSeries = 1'000'000;  // series of links are numbered from here
constexpr std::int64_t kSeriesPerOwner = 100;

std::size_t slotOf(std::int64_t series) {
    const bool ofLink = series >= kLinkSeries;
    return static_cast<std::size_t>(ofLink ? 2 * (series - kLinkSeries) + 1 : 2 * series);
}

}  // namespace

std::string capacitiesJson(const LinkSpec& spec) { return requestedJson(spec).dump(); }
std::string capacitiesJson(const LinkProperties& properties, const LinkSpec& requested) {
    return effectiveJson(properties, requested).dump();
}

std::string waitSamplesText(const WaitTotals& waits) {
    nlohmann::json list = nlohmann::json::array({waits.allSamples});
    for (const std::uint64_t count : waits.samples) list.push_back(count);
    return list.dump();
}

std::tuple<std::int64_t, std::string, std::string, bool, std::int64_t, std::int64_t, Nanoseconds, Nanoseconds,
           std::optional<int>, std::optional<int>, bool, std::string, std::string_view, std::string_view,
           std::string_view, double, double, double, double, std::optional<double>, std::optional<double>, bool, double,
           std::uint64_t, double, double, std::uint64_t, std::uint64_t, std::uint64_t, std::uint64_t,
           std::optional<std::uint64_t>, double, double, std::optional<std::uint64_t>, std::optional<std::uint64_t>,
           std::string>
processRow(std::int64_t id, const ProcessData& p) {
    const ExitStatus exit = p.exit.value_or(ExitStatus{});
    return {id,
            p.name,
            p.program,
            p.foreign,
            p.pid,
            p.ppid,
            p.bornNs,
            p.endedNs,
            exit.code,
            exit.signal,
            exit.coreDumped,
            p.failure,
            stateId(p.state),
            ipclab::id(p.stateSource),
            ipclab::id(p.intervalSource),
            p.runningS,
            p.readyS,
            p.waitingS,
            p.interruptedS,
            p.threads ? std::optional(p.threads->runningS) : std::nullopt,
            p.threads ? std::optional(p.threads->readyS) : std::nullopt,
            p.threads && p.threads->complete,
            p.switchingS,
            p.switchesTo,
            p.userS,
            p.systemS,
            p.voluntarySwitches,
            p.involuntarySwitches,
            p.maxResidentBytes,
            p.iterations,
            p.largestResidentBytes,
            p.descendants.userS,
            p.descendants.systemS,
            p.descendants.voluntarySwitches,
            p.descendants.involuntarySwitches,
            waitSamplesText(p.waits)};
}

std::tuple<std::int64_t, std::string, std::string, bool, std::string, std::string, std::uint64_t, std::uint64_t,
           std::uint64_t, std::uint64_t, std::uint64_t, std::uint64_t, std::uint64_t, std::uint32_t, std::string_view,
           std::optional<std::uint64_t>, double, std::uint64_t, std::optional<std::uint64_t>, Nanoseconds, Nanoseconds,
           Nanoseconds, Nanoseconds, Nanoseconds, std::uint64_t, Nanoseconds, Nanoseconds, Nanoseconds, Nanoseconds,
           Nanoseconds, std::uint64_t, std::uint64_t, std::optional<Nanoseconds>, Nanoseconds, Nanoseconds,
           std::uint64_t, std::uint64_t>
linkRow(std::int64_t id, const LinkData& l) {
    return {id,
            l.name,
            l.mechanism,
            l.counted,
            capacitiesJson(l.requested),
            capacitiesJson(l.effective, l.requested),
            l.sent,
            l.received,
            l.bytes,
            l.lost,
            l.duplicated,
            l.reordered,
            l.corrupted,
            l.stampEvery,
            ipclab::id(l.depthUnit),
            l.depthCapacity,
            l.depthMean,
            l.depthMax,
            l.systemDepthMax,
            l.latency.p50,
            l.latency.p90,
            l.latency.p99,
            l.latency.p999,
            l.latency.max,
            l.latency.count,
            l.transit.p50,
            l.transit.p90,
            l.transit.p99,
            l.transit.p999,
            l.transit.max,
            l.transit.count,
            l.paced,
            l.firstMessageNs,
            l.moments.firstNs,
            l.moments.lastNs,
            l.moments.messages,
            l.moments.bytes};
}

namespace {

std::string callsText(const std::vector<ReceiveRecord>& calls) {
    nlohmann::json list = nlohmann::json::array();
    for (const ReceiveRecord& call : calls) list.push_back({call.calledNs, call.returnedNs, call.completedNs});
    return list.dump();
}

}  // namespace

std::tuple<std::int64_t, std::int64_t, std::int64_t, std::string_view, std::uint64_t, std::uint64_t, std::uint64_t,
           std::uint64_t, double, std::string, std::string>
portRow(std::int64_t link, std::int64_t place, const PortData& port) {
    return {link,
            place,
            port.process,
            id(port.role),
            port.messages,
            port.bytes,
            port.systemCalls,
            port.wouldBlock,
            port.blockedS,
            nlohmann::json(port.fromSenders).dump(),
            callsText(port.calls)};
}

std::tuple<std::int64_t, std::string, std::string_view, std::string, std::uint64_t, std::uint64_t, std::uint64_t,
           std::uint64_t, std::optional<std::uint32_t>, std::optional<std::uint32_t>, Nanoseconds, Nanoseconds,
           Nanoseconds, Nanoseconds, Nanoseconds, std::uint64_t>
sharedRow(std::int64_t id, const SharedData& s) {
    return {id,
            s.name,
            ipclab::id(s.kind),
            s.sync,
            s.figures.value,
            s.figures.early,
            s.figures.lockWaits,
            s.figures.survived,
            s.figures.holder,
            s.holderDied,
            s.waits.p50,
            s.waits.p90,
            s.waits.p99,
            s.waits.p999,
            s.waits.max,
            s.waits.count};
}

std::int64_t RecordingCursor::seriesOfProcess(std::size_t process, std::size_t place) {
    return static_cast<std::int64_t>(process) * kSeriesPerOwner + static_cast<std::int64_t>(place);
}

std::int64_t RecordingCursor::seriesOfLink(std::size_t link, std::size_t place) {
    return kLinkSeries + seriesOfProcess(link, place);
}

void RecordingCursor::takeSamples(std::int64_t id, const TimeSeries& series, RecordingBatch& batch) {
    const std::size_t slot = slotOf(id);
    if (slot >= m_nextSample.size()) m_nextSample.resize(slot + 1);
    std::size_t& next = m_nextSample[slot];
    for (next = std::max(next, series.firstIndex()); next < series.endIndex(); ++next) {
        batch.samples.push_back({id, series.sample(next)});
    }
}

void RecordingCursor::takeIntervals(std::size_t process, const StateSeries& lane, Nanoseconds endNs,
                                    RecordingBatch& batch) {
    if (process >= m_nextInterval.size()) m_nextInterval.resize(process + 1);
    std::uint64_t& next = m_nextInterval[process];
    const auto id = static_cast<std::int64_t>(process);
    for (next = std::max(next, lane.firstIndex()); next < lane.endIndex(); ++next) {
        batch.intervals.push_back({id, lane.interval(next)});
    }
    // What is still open when the run has ended was so until its end.
    if (endNs != 0 && lane.open() && lane.open()->start < endNs) {
        batch.intervals.push_back({id, *lane.open()});
        batch.intervals.back().interval.end = endNs;
    }
}

RecordingBatch RecordingCursor::take(const RunData& data) {
    RecordingBatch batch{.startNs = data.startNs,
                         .endNs = data.endNs,
                         .sampledNs = data.sampledNs,
                         .observer = data.observer,
                         .processes = {},
                         .links = {},
                         .ports = {},
                         .shared = {},
                         .parties = {},
                         .samples = {},
                         .intervals = {},
                         .tasks = m_tasks.take(data),
                         .events = {},
                         .warnings = data.warnings,
                         .result = {}};
    for (std::size_t p = 0; p < data.processes.size(); ++p) {
        batch.processes.push_back(processRow(static_cast<std::int64_t>(p), data.processes[p]));
        takeIntervals(p, data.processes[p].lane, data.endNs, batch);
        for (std::size_t s = 0; s < processSeries().size(); ++s) {
            takeSamples(seriesOfProcess(p, s), data.processes[p].*processSeries()[s].series, batch);
        }
    }
    for (std::size_t l = 0; l < data.links.size(); ++l) {
        const LinkData& link = data.links[l];
        batch.links.push_back(linkRow(static_cast<std::int64_t>(l), link));
        for (std::size_t i = 0; i < link.ports.size(); ++i) {
            batch.ports.push_back(portRow(static_cast<std::int64_t>(l), static_cast<std::int64_t>(i), link.ports[i]));
        }
        for (std::size_t s = 0; s < linkSeries().size(); ++s) {
            takeSamples(seriesOfLink(l, s), link.*linkSeries()[s].series, batch);
        }
    }
    for (std::size_t i = 0; i < data.shared.size(); ++i) {
        const SharedData& shared = data.shared[i];
        const auto id = static_cast<std::int64_t>(i);
        batch.shared.push_back(sharedRow(id, shared));
        for (std::size_t place = 0; place < shared.processes.size(); ++place) {
            batch.parties.emplace_back(id, place, shared.processes[place], shared.figures.rounds[place],
                                       shared.figures.waitedS[place]);
        }
    }
    for (; m_nextEvent < data.events.size(); ++m_nextEvent) {
        batch.events.push_back({static_cast<std::int64_t>(m_nextEvent), data.events[m_nextEvent]});
    }
    return batch;
}

}  // namespace ipclab

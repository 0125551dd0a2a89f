#include "recording/batch.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "export/result_json.h"
#include "results/quantity.h"
#include "results/words.h"

namespace ipclab {

namespace {

constexpr std::array kOwnersWithSeries{QuantityOwner::Process, QuantityOwner::Link, QuantityOwner::Shared,
                                       QuantityOwner::Processor};
constexpr std::int64_t kSeriesPerKind = 1'000'000;  // those of links are numbered from here
constexpr std::int64_t kSeriesPerOwner = 100;

}  // namespace

std::string capacitiesJson(const LinkRequest& spec) { return requestedJson(spec).dump(); }
std::string capacitiesJson(const LinkProperties& properties, const LinkRequest& requested) {
    return effectiveJson(properties, requested).dump();
}

std::tuple<std::int64_t, std::string, std::string, bool, std::int64_t, std::int64_t, Nanoseconds, Nanoseconds,
           std::optional<int>, std::optional<int>, bool, std::string, std::string_view, std::string_view>
processRow(std::int64_t id, const ProcessData& p) {
    const ExitStatus exit = p.exit.value_or(ExitStatus{});
    return {
        id,        p.name,    p.program,   p.foreign,       p.pid,     p.ppid,           p.bornNs,
        p.endedNs, exit.code, exit.signal, exit.coreDumped, p.failure, stateId(p.state), ipclab::id(p.intervalSource)};
}

std::tuple<std::int64_t, std::string, std::string, bool, std::string, std::string, std::uint32_t, std::string_view,
           std::optional<std::uint64_t>>
linkRow(std::int64_t id, const LinkData& l) {
    return {id,
            l.name,
            l.mechanism,
            l.counted,
            capacitiesJson(l.requested),
            capacitiesJson(l.effective, l.requested),
            l.stampEvery,
            ipclab::id(l.depthUnit),
            l.depthCapacity};
}

void RecordingCursor::takeEnds(const RunData& data, RecordingBatch& batch) {
    for (std::size_t l = 0; l < data.links.size(); ++l) {
        for (const PortData& port : data.links[l].ports)
            batch.ports.emplace_back(batch.ports.size(), l, port.process, id(port.role));
    }
}

void RecordingCursor::takeShared(const RunData& data, RecordingBatch& batch) {
    for (std::size_t i = 0; i < data.shared.size(); ++i) {
        const SharedData& shared = data.shared[i];
        batch.shared.emplace_back(i, shared.name, id(shared.kind), shared.sync);
        for (const std::uint32_t process : shared.processes)
            batch.parties.emplace_back(batch.parties.size(), i, process);
    }
}

void RecordingCursor::takeSeries(const RunData& data, QuantityOwner owner, RecordingBatch& batch) {
    const auto kind = static_cast<std::size_t>(std::ranges::find(kOwnersWithSeries, owner) - kOwnersWithSeries.begin());
    for (const QuantityOf& of : ownersIn(data, owner)) {
        std::int64_t id = static_cast<std::int64_t>(kind) * kSeriesPerKind + std::int64_t{of.index} * kSeriesPerOwner;
        for (const Quantity* quantity : seriesOf(owner)) {
            Taken& taken = m_series[id];
            if (!std::exchange(taken.told, true)) {
                batch.series.push_back({id, {}, quantity});
                batch.series.back().owner.at(kind) = of.index;
            }
            taken.samples.takeNew(*quantity->seriesOf(data, of), [&](std::uint32_t place, const Sample& sample) {
                batch.samples.push_back({id, place, sample});
            });
            ++id;
        }
    }
}

// Two that have become one in the meantime are taken as one, unless a part of it has been taken.
void RecordingCursor::takeLatencies(const RunData& data, RecordingBatch& batch) {
    m_latenciesUntil.resize(data.links.size(), 0);
    for (std::size_t l = 0; l < data.links.size(); ++l) {
        Nanoseconds& until = m_latenciesUntil[l];
        data.links[l].latencies.forEach(until, StateSeries::kOpenEnd, [&](const LatencyHistory::Interval& it) {
            if (it.begin < until) return;
            for (const LatencyHistory::Count& count : it.counts)
                batch.latencies.push_back({static_cast<std::int64_t>(l), it.begin, it.end, count});
            until = it.end;
        });
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
                         .totals = m_totals.take(data),
                         .series = {},
                         .samples = {},
                         .latencies = {},
                         .intervals = {},
                         .tasks = m_tasks.take(data),
                         .events = {},
                         .warnings = data.warnings,
                         .result = {}};
    for (std::size_t p = 0; p < data.processes.size(); ++p) {
        batch.processes.push_back(processRow(static_cast<std::int64_t>(p), data.processes[p]));
        takeIntervals(p, data.processes[p].lane, data.endNs, batch);
    }
    for (std::size_t l = 0; l < data.links.size(); ++l)
        batch.links.push_back(linkRow(static_cast<std::int64_t>(l), data.links[l]));
    for (const QuantityOwner owner : kOwnersWithSeries) takeSeries(data, owner, batch);
    takeLatencies(data, batch);
    takeEnds(data, batch);
    takeShared(data, batch);
    for (; m_nextEvent < data.events.size(); ++m_nextEvent) {
        batch.events.push_back({static_cast<std::int64_t>(m_nextEvent), data.events[m_nextEvent]});
    }
    return batch;
}

}  // namespace ipclab

#include "recording/batch.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "export/result_json.h"
#include "results/quantity.h"
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

std::int64_t RecordingCursor::seriesOfProcess(std::size_t process, std::size_t place) {
    return static_cast<std::int64_t>(process) * kSeriesPerOwner + static_cast<std::int64_t>(place);
}

std::int64_t RecordingCursor::seriesOfLink(std::size_t link, std::size_t place) {
    return kLinkSeries + seriesOfProcess(link, place);
}

void RecordingCursor::takeSamples(std::int64_t id, const TimeSeries& series, RecordingBatch& batch) {
    const std::size_t slot = slotOf(id);
    if (slot >= m_samples.size()) m_samples.resize(slot + 1);
    m_samples[slot].takeNew(series, [&](std::uint32_t place, const Sample& sample) {
        batch.samples.push_back({id, place, sample});
    });
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
                         .samples = {},
                         .intervals = {},
                         .tasks = m_tasks.take(data),
                         .events = {},
                         .warnings = data.warnings,
                         .result = {}};
    for (std::size_t p = 0; p < data.processes.size(); ++p) {
        batch.processes.push_back(processRow(static_cast<std::int64_t>(p), data.processes[p]));
        takeIntervals(p, data.processes[p].lane, data.endNs, batch);
        std::size_t place = 0;
        for (const Quantity* quantity : seriesOf(QuantityOwner::Process)) {
            const QuantityOf of{QuantityOwner::Process, static_cast<std::uint32_t>(p)};
            takeSamples(seriesOfProcess(p, place++), *quantity->seriesOf(data, of), batch);
        }
    }
    for (std::size_t l = 0; l < data.links.size(); ++l) {
        const LinkData& link = data.links[l];
        batch.links.push_back(linkRow(static_cast<std::int64_t>(l), link));
        std::size_t place = 0;
        for (const Quantity* quantity : seriesOf(QuantityOwner::Link)) {
            const QuantityOf of{QuantityOwner::Link, static_cast<std::uint32_t>(l)};
            takeSamples(seriesOfLink(l, place++), *quantity->seriesOf(data, of), batch);
        }
    }
    takeEnds(data, batch);
    takeShared(data, batch);
    for (; m_nextEvent < data.events.size(); ++m_nextEvent) {
        batch.events.push_back({static_cast<std::int64_t>(m_nextEvent), data.events[m_nextEvent]});
    }
    return batch;
}

}  // namespace ipclab

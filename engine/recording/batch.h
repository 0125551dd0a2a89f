// What has been measured since the last time somebody asked, copied out of RunData as plain rows, so that another
// thread can write them down. Private to recordings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "recording/tasks.h"
#include "recording/totals.h"
#include "results/run_data.h"

namespace ipclab {

// In the order of the table's columns (schema.cpp).
std::tuple<std::int64_t, std::string, std::string, bool, std::int64_t, std::int64_t, Nanoseconds, Nanoseconds,
           std::optional<int>, std::optional<int>, bool, std::string, std::string_view, std::string_view>
processRow(std::int64_t id, const ProcessData& process);

std::tuple<std::int64_t, std::string, std::string, bool, std::string, std::string, std::uint32_t, std::string_view,
           std::optional<std::uint64_t>>
linkRow(std::int64_t id, const LinkData& link);

using PortRow = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::string_view>;
using SharedRow = std::tuple<std::int64_t, std::string, std::string_view, std::string>;
using PartyRow = std::tuple<std::int64_t, std::int64_t, std::int64_t>;

struct SampleRow {
    std::int64_t series;
    std::uint32_t place;  // among those of the same moment
    Sample sample;
};

struct IntervalRow {
    std::int64_t process;
    StateInterval interval;
};

struct EventRow {
    std::int64_t id;
    RunEvent event;
};

struct RecordingBatch {
    Nanoseconds startNs = 0, endNs = 0, sampledNs = 0;
    ObserverFacts observer;
    std::vector<decltype(processRow(0, std::declval<const ProcessData&>()))> processes;
    std::vector<decltype(linkRow(0, std::declval<const LinkData&>()))> links;
    std::vector<PortRow> ports;
    std::vector<SharedRow> shared;
    std::vector<PartyRow> parties;
    std::vector<TotalRow> totals;
    std::vector<SampleRow> samples;
    std::vector<IntervalRow> intervals;
    TaskRows tasks;
    std::vector<EventRow> events;
    std::vector<std::string> warnings;  // all of them so far
    std::optional<std::string> result;  // with the last batch
};

// Remembers how far each series has been taken. The series of process p and link l are numbered by their places in
// the quantities that are kept over time (results/quantity.h).
class RecordingCursor {
public:
    RecordingBatch take(const RunData& data);

    static std::int64_t seriesOfProcess(std::size_t process, std::size_t place);
    static std::int64_t seriesOfLink(std::size_t link, std::size_t place);

private:
    static void takeEnds(const RunData& data, RecordingBatch& batch);
    static void takeShared(const RunData& data, RecordingBatch& batch);
    void takeSamples(std::int64_t id, const TimeSeries& series, RecordingBatch& batch);
    void takeIntervals(std::size_t process, const StateSeries& lane, Nanoseconds endNs, RecordingBatch& batch);

    std::vector<SamplesTaken> m_samples;        // by series
    std::vector<std::uint64_t> m_nextInterval;  // by process
    TaskRowsCursor m_tasks;
    TotalsCursor m_totals;
    std::size_t m_nextEvent = 0;
};

std::string capacitiesJson(const LinkRequest& spec);
std::string capacitiesJson(const LinkProperties& properties, const LinkRequest& requested);

}  // namespace ipclab

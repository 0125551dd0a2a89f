// What has been measured since the last time somebody asked, copied out of RunData as plain rows, so that another
// thread can write them down. Private to recordings.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "recording/tasks.h"
#include "recording/totals.h"
#include "results/quantity.h"
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

// What is kept over time, of a process, link, shared object or CPU: the one that is not absent.
struct SeriesRow {
    std::int64_t id;
    std::array<std::optional<std::int64_t>, 4> owner;  // in that order
    const Quantity* quantity;
};

struct LatencyRow {
    std::int64_t link;
    Nanoseconds beginNs, endNs;
    LatencyHistory::Count count;
};

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
    std::vector<SeriesRow> series;  // that were not there before
    std::vector<SampleRow> samples;
    std::vector<LatencyRow> latencies;
    std::vector<IntervalRow> intervals;
    TaskRows tasks;
    std::vector<EventRow> events;
    std::vector<std::string> warnings;  // all of them so far
    std::optional<std::string> result;  // with the last batch
};

// Remembers how far each series has been taken. The series of an owner are numbered by their places in the quantities
// that are kept over time (results/quantity.h).
class RecordingCursor {
public:
    RecordingBatch take(const RunData& data);

private:
    struct Taken {
        bool told = false;  // that there is such a series
        SamplesTaken samples;
    };
    static void takeEnds(const RunData& data, RecordingBatch& batch);
    static void takeShared(const RunData& data, RecordingBatch& batch);
    void takeSeries(const RunData& data, QuantityOwner owner, RecordingBatch& batch);
    void takeLatencies(const RunData& data, RecordingBatch& batch);
    void takeIntervals(std::size_t process, const StateSeries& lane, Nanoseconds endNs, RecordingBatch& batch);

    std::map<std::int64_t, Taken> m_series;     // by number
    std::vector<Nanoseconds> m_latenciesUntil;  // by link
    std::vector<std::uint64_t> m_nextInterval;  // by process
    TaskRowsCursor m_tasks;
    TotalsCursor m_totals;
    std::size_t m_nextEvent = 0;
};

std::string capacitiesJson(const LinkRequest& spec);
std::string capacitiesJson(const LinkProperties& properties, const LinkRequest& requested);

}  // namespace ipclab

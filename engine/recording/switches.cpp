#include "recording/switches.h"

#include <algorithm>
#include <map>

#include "recording/row.h"

namespace ipclab {

namespace {

// Of a sampled run it is known who was running or ready.
constexpr const char* kRan = " AND state IN ('running', 'runnable') ";

// The rows of those who ran, one kind of lane: from the first that ends after a moment, and from the last that ends no
// later than it.
class RanRows {
public:
    RanRows(Database& database, LaneKind kind)
        : m_after(database, laneRowsOf(kind) + kRan + "AND end_ns > ?2 ORDER BY end_ns LIMIT 1"),
          m_before(database, laneRowsOf(kind) + kRan + "AND end_ns <= ?2 ORDER BY end_ns DESC LIMIT 1") {}

    struct Ran {
        Nanoseconds start, end;
    };
    std::optional<Ran> endingAfter(std::int64_t owner, Nanoseconds t) { return one(m_after, owner, t); }
    std::optional<Ran> endingBy(std::int64_t owner, Nanoseconds t) { return one(m_before, owner, t); }

private:
    static std::optional<Ran> one(Statement& statement, std::int64_t owner, Nanoseconds t) {
        statement.reset();
        statement.bind(1, owner);
        statement.bind(2, t);
        if (!statement.step()) return std::nullopt;
        RecordingRow row(statement);
        const Nanoseconds start = row.time();
        return Ran{start, row.time()};
    }

    Statement m_after, m_before;
};

std::optional<Nanoseconds> ofEach(Database& database, std::span<const LaneOf> lanes, auto find, auto isBetter) {
    std::map<LaneKind, RanRows> rows;
    std::optional<Nanoseconds> best;
    for (const LaneOf& lane : lanes) {
        RanRows& its = rows.try_emplace(lane.kind, database, lane.kind).first->second;
        const std::optional<Nanoseconds> found = find(its, lane.owner);
        if (found && (!best || isBetter(*found, *best))) best = found;
    }
    return best;
}

}  // namespace

std::vector<LaneOf> lanesOf(const RunData& run, std::optional<std::uint32_t> process) {
    std::vector<LaneOf> lanes;
    for (std::size_t i = 0; i < run.processes.size(); ++i) {
        if (!process || *process == i) lanes.push_back({LaneKind::Process, static_cast<std::int64_t>(i)});
    }
    for (std::size_t i = 0; i < run.tasks.size(); ++i) {
        const TaskData& task = run.tasks[i];
        const bool ofDocument = task.process && !task.isThread();  // it is in that one's lane
        if (!ofDocument && (!process || task.process == process))
            lanes.push_back({LaneKind::Task, static_cast<std::int64_t>(i)});
    }
    return lanes;
}

std::optional<Nanoseconds> nextSwitch(Database& database, std::span<const LaneOf> lanes, Nanoseconds afterNs) {
    const auto find = [&](RanRows& rows, std::int64_t owner) -> std::optional<Nanoseconds> {
        const auto ran = rows.endingAfter(owner, afterNs);
        if (!ran) return std::nullopt;
        return ran->start > afterNs ? ran->start : ran->end;
    };
    return ofEach(database, lanes, find, std::less());
}

std::optional<Nanoseconds> switchBefore(Database& database, std::span<const LaneOf> lanes, Nanoseconds beforeNs) {
    const auto find = [&](RanRows& rows, std::int64_t owner) -> std::optional<Nanoseconds> {
        const auto around = rows.endingAfter(owner, beforeNs - 1);
        if (around && around->start < beforeNs) return around->start;
        const auto ran = rows.endingBy(owner, beforeNs - 1);
        return ran ? std::optional(ran->end) : std::nullopt;
    };
    return ofEach(database, lanes, find, std::greater());
}

}  // namespace ipclab

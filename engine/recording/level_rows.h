// The tables sample_level and lane_level, written and read. Private to recordings.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "recording/levels.h"
#include "recording/sqlite.h"

namespace ipclab {

struct RecordingBatch;

// Whose intervals: of a process or a task by its number, of a CPU by its own.
enum class LaneKind : std::uint8_t { Process, Task, Cpu };
struct LaneOf {
    LaneKind kind = LaneKind::Process;
    std::int64_t owner = 0;
    auto operator<=>(const LaneOf&) const = default;
};
std::string_view id(LaneKind kind);
// "SELECT start_ns, end_ns, state … WHERE owner = ?1"
std::string laneRowsOf(LaneKind kind);

// Remembers the groups that are not full yet.
class LevelsWriter {
public:
    // Of what is new in it.
    void write(Database& database, const RecordingBatch& batch);

private:
    struct Lane {
        LevelMaker<StateGroup> maker;
        Nanoseconds untilNs = 0;
    };
    std::map<std::int64_t, LevelMaker<SampleGroup>> m_series;
    std::map<LaneOf, Lane> m_lanes;
};

// Of a recording that has none (temporary tables, which the connection makes): of one series or lane. Nothing is done
// where they are there. goOn() is asked now and then; false: given up, with nothing done.
void makeLevelsOfSeries(Database& database, std::int64_t series, const std::function<bool()>& goOn);
void makeLevelsOfLane(Database& database, const LaneOf& lane, const std::function<bool()>& goOn);

// How many samples are in groups; 0: there is no group.
std::uint64_t groupedSamples(Database& database, std::int64_t series);
std::uint64_t groupedIntervals(Database& database, const LaneOf& lane);

// Those that touch [from, to], in order; what is in no full group yet is one group more.
std::vector<SampleGroup> readSampleGroups(Database& database, std::int64_t series, std::uint64_t span, Nanoseconds from,
                                          Nanoseconds to);
std::vector<StateGroup> readStateGroups(Database& database, const LaneOf& lane, std::uint64_t span, Nanoseconds from,
                                        Nanoseconds to);
// Those of [from, to] and one on either side. No more than `most` and one are read.
std::vector<Sample> readSamples(Database& database, std::int64_t series, Nanoseconds from, Nanoseconds to,
                                std::size_t most);
std::vector<Sample> readQueue(Database& database, const std::string& queue);

// An interval, and on a CPU who ran.
struct LaneRow {
    StateInterval interval;
    std::int32_t pid = 0, tid = 0;  // 0: not known
};
std::vector<LaneRow> readLaneRows(Database& database, const LaneOf& lane, Nanoseconds from, Nanoseconds to,
                                  std::size_t most);

}  // namespace ipclab

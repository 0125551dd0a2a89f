// Latencies of links in coarse form: how many messages took how long in groups of 16, 64, 256 … intervals, written and
// read (table latency_level). Private to recordings.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "recording/levels.h"
#include "recording/sqlite.h"
#include "series/latency_history.h"

namespace ipclab {

struct LatencyRow;

struct LatencyGroup {
    struct Count {
        std::uint32_t bin = 0;
        std::uint64_t count = 0;
    };
    Nanoseconds begin = 0, end = 0;
    std::vector<Count> counts{};  // in the order of their bins

    void add(const LatencyGroup& next);
};

// Remembers the groups that are not full yet.
class LatencyLevelsWriter {
public:
    void write(Database& database, const std::vector<LatencyRow>& rows);

private:
    std::map<std::int64_t, LevelMaker<LatencyGroup>> m_links;
};

// The file itself has the groups; else the connection made an empty table for them.
bool hasLatencyLevels(Database& database);
// Of a recording that has none, of one link. Nothing is done where they are there. goOn() is asked now and then;
// false: given up, with nothing done.
void makeLevelsOfLatencies(Database& database, std::int64_t link, const std::function<bool()>& goOn);

// How many intervals are in groups; 0: there is no group.
std::uint64_t groupedLatencies(Database& database, std::int64_t link);
// No more than `most` and one.
std::size_t countIntervals(Database& database, std::int64_t link, std::size_t most);
// Those that touch [from, to], in order; span 1: the intervals themselves. What is in no full group yet is one more.
std::vector<LatencyHistory::Interval> readLatencies(Database& database, std::int64_t link, std::uint64_t span,
                                                    Nanoseconds from, Nanoseconds to);
// Exactly of the intervals that ended in (from, to]: by the largest groups within, and by ever smaller ones at its
// ends.
LatencyCounts countLatencies(Database& database, std::int64_t link, Nanoseconds from, Nanoseconds to);

}  // namespace ipclab

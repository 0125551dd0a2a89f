// The table interval_sum: what the intervals of each process had come to, every so many of them. So what they came to
// between any two moments is had from two of its rows and the few intervals behind each, however long the recording is.
// Private to recordings.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "recording/sqlite.h"
#include "results/run_data.h"
#include "results/summed_states.h"

namespace ipclab {

struct IntervalRow;

inline constexpr std::uint64_t kIntervalsASum = 256;

// Of one process, one interval after the other.
class SumsMaker {
public:
    // One that was taken as far as it had gone may come again, longer: it counts once.
    // emit(sums, longest): longest of those that ran since the one before.
    void add(const StateInterval& interval, auto emit) {
        if (interval.start < m_sums.end()) return;
        m_sums.add(interval);
        if (interval.state == ProcessState::Running) m_longest = std::max(m_longest, interval.end - interval.start);
        if (m_sums.intervals() % kIntervalsASum == 0) emit(m_sums, std::exchange(m_longest, 0));
    }

private:
    LaneSums m_sums;
    Nanoseconds m_longest = 0;
};

// Remembers where each has come to.
class SumsWriter {
public:
    void write(Database& database, const std::vector<IntervalRow>& rows);

private:
    std::map<std::int64_t, SumsMaker> m_makers;  // by process
};

// The file itself has them; else the connection made an empty table for them.
bool hasSums(Database& database);
// Of a recording that has none (a temporary table): of one process, once. goOn() is asked now and then; false: given
// up, with nothing done.
void makeSums(Database& database, std::int64_t process, const std::function<bool()>& goOn);

// What is known of the run whose sums these are: of one that was cut off what its processes were doing last.
struct SummedRun {
    const RunData& outline;
    Nanoseconds lastNs = 0;
    bool complete = true;
};
// From the first interval on.
StretchSums readSumsUntil(Database& database, const SummedRun& run, std::size_t process, Nanoseconds atNs);
// Between two moments.
StretchSums readSums(Database& database, const SummedRun& run, std::size_t process, Nanoseconds fromNs,
                     Nanoseconds toNs);

}  // namespace ipclab

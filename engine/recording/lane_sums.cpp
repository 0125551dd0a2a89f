#include "recording/lane_sums.h"

#include <nlohmann/json.hpp>

#include "recording/batch.h"
#include "recording/level_rows.h"
#include "recording/row.h"
#include "recording/rows.h"
#include "recording/temporary_writes.h"
#include "recording/total_values.h"
#include "results/words.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kAskGoOnEvery = 8192;  // rows

class SumInserts {
public:
    explicit SumInserts(Database& database)
        : m_insert(database,
                   "INSERT OR REPLACE INTO interval_sum VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,"
                   "?,?,?,?)") {}

    void add(std::int64_t process, const LaneSums& sums, Nanoseconds longest) {
        int place = 0;
        const auto put = [&](const auto& value) { m_insert.bind(++place, value); };
        m_insert.reset();
        put(process);
        put(sums.end());
        put(sums.intervals());
        put(stateId(sums.transitions().last()->state));
        for (std::size_t arc = 0; arc < kTransitionCount; ++arc)
            put(sums.transitions().soFar()[static_cast<Transition>(arc)]);
        put(sums.transitions().soFar().notSeen());
        for (const Nanoseconds time : sums.times()) put(time);
        put(slicesText(sums.slices()));
        put(sums.slices().longest());
        put(longest);
        m_insert.step();
    }

private:
    static std::string slicesText(const SliceHistogram& slices) {
        const auto& bins = slices.bins();
        auto end = bins.end();
        while (end != bins.begin() && *(end - 1) == 0) --end;
        return nlohmann::json(std::vector<std::uint64_t>(bins.begin(), end)).dump();
    }

    Statement m_insert;
};

LaneSums sumsOf(const Statement& statement) {
    RecordingRow row(statement);
    StateInterval last{.end = row.time()};
    const std::uint64_t intervals = row.count();
    last.state = row.word(processStateOf);
    TransitionCounts counts;
    for (std::size_t arc = 0; arc < kTransitionCount; ++arc) counts.set(static_cast<Transition>(arc), row.count());
    counts.addNotSeen(row.count());
    StateTimes times{};
    for (Nanoseconds& time : times) time = row.time();
    std::array<std::uint64_t, SliceHistogram::kBins> bins{};
    take(TotalValue(row.text()), bins);
    const bool sampled = times[static_cast<std::size_t>(ProcessState::Runnable)] > 0;
    return {TransitionCounter(counts, last, sampled), SliceHistogram(bins, row.time()), times, intervals};
}

// Until a moment: the intervals that were over, and the one that went on.
struct UntilThen {
    LaneSums sums;
    std::optional<StateInterval> goesOn;
};

UntilThen sumsUntil(Database& database, std::size_t process, Nanoseconds atNs) {
    UntilThen then;
    Statement row(database,
                  "SELECT end_ns, intervals, state, admitted, dispatch, interrupt, wait, wake_up, exit, stop, "
                  "continue, not_seen, new_ns, ready_ns, running_ns, waiting_ns, stopped_ns, zombie_ns, "
                  "terminated_ns, runnable_ns, ready_estimated_ns, switching_ns, slices, longest_ns FROM interval_sum "
                  "WHERE process = ?1 AND end_ns <= ?2 ORDER BY end_ns DESC LIMIT 1");
    row.bind(1, std::uint64_t{process});
    row.bind(2, atNs);
    if (row.step()) then.sums = sumsOf(row);
    Statement rest(database, laneRowsOf(LaneKind::Process) + " AND end_ns > ?2 ORDER BY end_ns");
    rest.bind(1, std::uint64_t{process});
    rest.bind(2, then.sums.end());
    while (rest.step()) {
        RecordingRow each(rest);
        const StateInterval it = intervalOf(each);
        if (it.start > atNs) break;
        if (it.start < then.sums.end()) continue;  // as they were added up
        if (it.end > atNs) {
            then.goesOn = it;
            break;
        }
        then.sums.add(it);
    }
    return then;
}

// Of one that was cut off what went on is in no row yet, and known by the state that was written last.
void goOnAtTheEnd(const SummedRun& run, std::size_t process, Nanoseconds atNs, UntilThen& then) {
    const ProcessData& last = run.outline.processes[process];
    const bool lives = last.bornNs != 0 && last.endedNs == 0 && last.state != ProcessState::New &&
                       last.state != ProcessState::Terminated;
    if (run.complete || atNs < run.lastNs || !lives || then.goesOn || then.sums.intervals() == 0) return;
    then.goesOn = StateInterval{.start = then.sums.end(), .end = StateSeries::kOpenEnd, .state = last.state};
}

class LongestOf {
public:
    LongestOf(Database& database, std::size_t process) : m_database(database), m_process(process) {}

    // Of those that ended after `fromNs` and by `toNs`: by the rows of sums, and by the intervals where such a row
    // reaches beyond.
    [[nodiscard]] Nanoseconds between(Nanoseconds fromNs, Nanoseconds toNs) const {
        const auto first =
            one("SELECT min(end_ns) FROM interval_sum WHERE process = ?1 AND end_ns > ?2 AND "
                "end_ns <= ?3",
                fromNs, toNs);
        const auto last =
            one("SELECT max(end_ns) FROM interval_sum WHERE process = ?1 AND end_ns > ?2 AND "
                "end_ns <= ?3",
                fromNs, toNs);
        if (!first || !last) return ofIntervals(fromNs, toNs);
        const auto within =
            one("SELECT max(longest_since_ns) FROM interval_sum WHERE process = ?1 AND end_ns > ?2 "
                "AND end_ns <= ?3",
                *first, *last);
        return std::max({within.value_or(0), ofIntervals(fromNs, *first), ofIntervals(*last, toNs)});
    }

private:
    [[nodiscard]] Nanoseconds ofIntervals(Nanoseconds fromNs, Nanoseconds toNs) const {
        return one("SELECT max(end_ns - start_ns) FROM interval WHERE process = ?1 AND end_ns > ?2 AND end_ns <= ?3 "
                   "AND state = 'running'",
                   fromNs, toNs)
            .value_or(0);
    }
    [[nodiscard]] std::optional<Nanoseconds> one(const char* sql, Nanoseconds fromNs, Nanoseconds toNs) const {
        Statement statement(m_database, sql);
        statement.bind(1, std::uint64_t{m_process});
        statement.bind(2, fromNs);
        statement.bind(3, toNs);
        if (!statement.step() || statement.isNull(0)) return std::nullopt;
        RecordingRow row(statement);
        return row.time();
    }

    Database& m_database;
    std::size_t m_process;
};

}  // namespace

void SumsWriter::write(Database& database, const std::vector<IntervalRow>& rows) {
    SumInserts inserts(database);
    for (const IntervalRow& row : rows) {
        m_makers[row.process].add(
            row.interval, [&](const LaneSums& sums, Nanoseconds longest) { inserts.add(row.process, sums, longest); });
    }
}

bool hasSums(Database& database) {
    Statement tables(database, "SELECT 1 FROM main.sqlite_schema WHERE name = 'interval_sum'");
    return tables.step();
}

void makeSums(Database& database, std::int64_t process, const std::function<bool()>& goOn) {
    const TemporaryWrites writes(database);
    Transaction transaction(database, Transaction::Of::TemporaryTables);
    SumInserts inserts(database);
    SumsMaker maker;
    Statement all(database, laneRowsOf(LaneKind::Process) + " ORDER BY end_ns");
    all.bind(1, process);
    bool done = true;
    for (std::uint64_t read = 1; done && all.step(); ++read) {
        RecordingRow row(all);
        maker.add(intervalOf(row),
                  [&](const LaneSums& sums, Nanoseconds longest) { inserts.add(process, sums, longest); });
        done = read % kAskGoOnEvery != 0 || goOn();
    }
    all.reset();
    if (done) transaction.commit();
}

StretchSums readSumsUntil(Database& database, const SummedRun& run, std::size_t process, Nanoseconds atNs) {
    UntilThen then = sumsUntil(database, process, atNs);
    goOnAtTheEnd(run, process, atNs, then);
    const Nanoseconds endedNs = run.outline.processes[process].endedNs;
    return then.sums.at(atNs, then.goesOn, endedNs != 0 && endedNs <= atNs);
}

// Times count from when the run began, as a share of it is told; changes of state from the beginning of the lane.
StretchSums readSums(Database& database, const SummedRun& run, std::size_t process, Nanoseconds fromNs,
                     Nanoseconds toNs) {
    StretchSums sums = readSumsUntil(database, run, process, toNs);
    const Nanoseconds startNs = run.outline.startNs;
    if (fromNs > startNs) {
        sums.takeAway(readSumsUntil(database, run, process, fromNs),
                      LongestOf(database, process).between(fromNs, toNs));
    } else {
        const StretchSums before = readSumsUntil(database, run, process, std::min(startNs, toNs));
        for (std::size_t s = 0; s < sums.times.size(); ++s) sums.times[s] -= std::min(sums.times[s], before.times[s]);
    }
    return sums;
}

}  // namespace ipclab

#include "recording/level_rows.h"

#include <cmath>
#include <limits>
#include <optional>

#include "recording/batch.h"
#include "recording/row.h"
#include "recording/rows.h"
#include "recording/temporary_writes.h"
#include "results/words.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kAskEvery = 8192;  // rows

std::optional<double> numberOr(bool known, double value) { return known ? std::optional(value) : std::nullopt; }

class GroupInserts {
public:
    explicit GroupInserts(Database& database)
        : m_samples(database, "INSERT INTO sample_level VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"),
          m_states(database, "INSERT INTO lane_level VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)") {}

    void add(std::int64_t series, std::uint64_t span, const SampleGroup& it) {
        m_samples.run(series, span, it.begin, it.end, it.first, it.lastPlace, numberOr(it.count > 0, it.min),
                      numberOr(it.count > 0, it.max), it.firstValue, it.lastValue, it.sum, it.count, it.gaps);
    }
    void add(const LaneOf& lane, std::uint64_t span, const StateGroup& it) {
        m_states.reset();
        int place = 0;
        m_states.bind(++place, id(lane.kind));
        for (const std::int64_t value : {lane.owner, static_cast<std::int64_t>(span), it.begin, it.end})
            m_states.bind(++place, value);
        for (const Nanoseconds time : it.times) m_states.bind(++place, time);
        m_states.step();
    }

private:
    Statement m_samples, m_states;
};

const char* tableOf(LaneKind kind) {
    return kind == LaneKind::Process ? "interval" : kind == LaneKind::Task ? "task_interval" : "cpu_interval";
}
const char* ownerColumn(LaneKind kind) {
    return kind == LaneKind::Process ? "process" : kind == LaneKind::Task ? "task" : "cpu";
}
bool isOfCpu(const LaneOf& lane) { return lane.kind == LaneKind::Cpu; }

LaneRow laneRowOf(const Statement& statement, const LaneOf& lane) {
    RecordingRow row(statement);
    if (!isOfCpu(lane)) return {intervalOf(row)};
    LaneRow read;
    read.interval.start = row.time();
    read.interval.end = row.time();
    read.interval.state = row.word(processStateOf);
    const auto number = [&] { return static_cast<std::int32_t>(row.integer(0, INT32_MAX)); };
    read.pid = row.optional(number).value_or(0);
    read.tid = row.optional(number).value_or(0);
    return read;
}

SampleGroup sampleGroupOf(const Statement& statement) {
    RecordingRow row(statement);
    SampleGroup it;
    it.begin = row.time();
    it.end = row.time();
    it.first = row.count();
    it.lastPlace = static_cast<std::uint32_t>(row.integer(0, UINT32_MAX));
    const auto real = [&] { return row.real(); };
    it.min = row.optional(real).value_or(std::numeric_limits<double>::infinity());
    it.max = row.optional(real).value_or(-std::numeric_limits<double>::infinity());
    it.firstValue = row.optional(real).value_or(std::nan(""));
    it.lastValue = row.optional(real).value_or(std::nan(""));
    it.sum = row.real();
    it.count = static_cast<std::uint32_t>(row.integer(0, UINT32_MAX));
    it.gaps = static_cast<std::uint32_t>(row.integer(0, UINT32_MAX));
    if (it.end < it.begin || std::uint64_t{it.count} + it.gaps == 0) refuse("a group of samples cannot be one");
    return it;
}

StateGroup stateGroupOf(const Statement& statement) {
    RecordingRow row(statement);
    StateGroup it;
    it.begin = row.time();
    it.end = row.time();
    for (Nanoseconds& time : it.times) time = row.time();
    if (it.end < it.begin) refuse("a group of intervals ends before it begins");
    return it;
}

constexpr const char* kGroupColumns =
    "SELECT begin_ns, end_ns, first, last_place, min, max, first_value, last_value, sum, count, gaps FROM "
    "sample_level ";
constexpr const char* kStateColumns =
    "SELECT begin_ns, end_ns, new_ns, ready_ns, running_ns, waiting_ns, stopped_ns, zombie_ns, terminated_ns, "
    "runnable_ns, ready_estimated_ns, switching_ns FROM lane_level ";

std::optional<SampleGroup> lastGroup(Database& database, std::int64_t series, std::uint64_t span) {
    Statement last(database, std::string(kGroupColumns) +
                                 "WHERE series = ?1 AND span = ?2 ORDER BY begin_ns DESC, "
                                 "first DESC LIMIT 1");
    last.bind(1, series);
    last.bind(2, span);
    return last.step() ? std::optional(sampleGroupOf(last)) : std::nullopt;
}

std::optional<StateGroup> lastGroup(Database& database, const LaneOf& lane, std::uint64_t span) {
    Statement last(database, std::string(kStateColumns) +
                                 "WHERE kind = ?1 AND owner = ?2 AND span = ?3 ORDER BY end_ns DESC LIMIT 1");
    last.bind(1, id(lane.kind));
    last.bind(2, lane.owner);
    last.bind(3, span);
    return last.step() ? std::optional(stateGroupOf(last)) : std::nullopt;
}

// What is new since the last full group.
std::optional<SampleGroup> restOf(Database& database, std::int64_t series, const std::optional<SampleGroup>& last) {
    Statement rest(database,
                   "SELECT t_ns, place, value FROM sample WHERE series = ?1 AND (t_ns, place) > (?2, ?3) ORDER BY "
                   "t_ns, place");
    rest.bind(1, series);
    rest.bind(2, last ? last->end : Nanoseconds{-1});
    rest.bind(3, last ? std::int64_t{last->lastPlace} : std::int64_t{-1});
    std::uint64_t number = last ? last->first + last->count + last->gaps : 0;
    std::optional<SampleGroup> group;
    while (rest.step()) {
        RecordingRow row(rest);
        const Nanoseconds t = row.time();
        const auto place = static_cast<std::uint32_t>(row.integer(0, UINT32_MAX));
        const double value = row.optional([&] { return row.real(); }).value_or(std::nan(""));
        const SampleGroup one = SampleGroup::of({t, value}, number++, place);
        if (group) {
            group->add(one);
        } else {
            group = one;
        }
    }
    return group;
}

}  // namespace

std::string_view id(LaneKind kind) {
    return kind == LaneKind::Process ? "process" : kind == LaneKind::Task ? "task" : "cpu";
}

std::string laneRowsOf(LaneKind kind) {
    const bool ofCpu = kind == LaneKind::Cpu;
    return std::string("SELECT start_ns, end_ns, state, ") + (ofCpu ? "pid, tid" : "cpu, reason") + " FROM " +
           tableOf(kind) + " WHERE " + ownerColumn(kind) + " = ?1";
}

// --- written

void LevelsWriter::write(Database& database, const RecordingBatch& batch) {
    GroupInserts inserts(database);
    for (const SampleRow& row : batch.samples) {
        LevelMaker<SampleGroup>& maker = m_series[row.series];
        maker.add(SampleGroup::of(row.sample, maker.added(), row.place),
                  [&](std::uint64_t span, const SampleGroup& group) { inserts.add(row.series, span, group); });
    }
    // One that was written as far as it had gone may come again, longer.
    const auto add = [&](const LaneOf& of, const StateInterval& interval) {
        Lane& lane = m_lanes[of];
        if (interval.start < lane.untilNs) return;
        lane.untilNs = interval.end;
        lane.maker.add(StateGroup::of(interval),
                       [&](std::uint64_t span, const StateGroup& group) { inserts.add(of, span, group); });
    };
    for (const IntervalRow& row : batch.intervals) add({LaneKind::Process, row.process}, row.interval);
    for (const TaskRows::Interval& row : batch.tasks.intervals) add({LaneKind::Task, row.task}, row.interval);
    for (const TaskRows::OnCpu& row : batch.tasks.cpus)
        add({LaneKind::Cpu, row.cpu}, {.start = row.start, .end = row.end, .state = row.state});
}

// --- made when a recording has none

void makeLevelsOfSeries(Database& database, std::int64_t series, const std::function<bool()>& goOn) {
    if (groupedSamples(database, series) > 0) return;
    const TemporaryWrites writes(database);
    Transaction transaction(database, Transaction::Of::TemporaryTables);
    GroupInserts inserts(database);
    LevelMaker<SampleGroup> maker;
    Statement all(database, "SELECT t_ns, place, value FROM sample WHERE series = ?1 ORDER BY t_ns, place");
    all.bind(1, series);
    bool done = true;
    while (done && all.step()) {
        RecordingRow row(all);
        const Nanoseconds t = row.time();
        const auto place = static_cast<std::uint32_t>(row.integer(0, UINT32_MAX));
        const double value = row.optional([&] { return row.real(); }).value_or(std::nan(""));
        maker.add(SampleGroup::of({t, value}, maker.added(), place),
                  [&](std::uint64_t span, const SampleGroup& group) { inserts.add(series, span, group); });
        done = maker.added() % kAskEvery != 0 || goOn();
    }
    all.reset();
    if (done) transaction.commit();
}

void makeLevelsOfLane(Database& database, const LaneOf& lane, const std::function<bool()>& goOn) {
    if (groupedIntervals(database, lane) > 0) return;
    const TemporaryWrites writes(database);
    Transaction transaction(database, Transaction::Of::TemporaryTables);
    GroupInserts inserts(database);
    LevelMaker<StateGroup> maker;
    Statement all(database, laneRowsOf(lane.kind) + " ORDER BY end_ns");
    all.bind(1, lane.owner);
    bool done = true;
    while (done && all.step()) {
        maker.add(StateGroup::of(laneRowOf(all, lane).interval),
                  [&](std::uint64_t span, const StateGroup& group) { inserts.add(lane, span, group); });
        done = maker.added() % kAskEvery != 0 || goOn();
    }
    all.reset();
    if (done) transaction.commit();
}

// --- read

std::uint64_t groupedSamples(Database& database, std::int64_t series) {
    const auto last = lastGroup(database, series, kFirstSpan);
    return last ? last->first + kFirstSpan : 0;
}

std::uint64_t groupedIntervals(Database& database, const LaneOf& lane) {
    Statement count(database, "SELECT count(*) FROM lane_level WHERE kind = ?1 AND owner = ?2 AND span = ?3");
    std::uint64_t groups = 0, span = kFirstSpan;
    count.bind(1, id(lane.kind));
    count.bind(2, lane.owner);
    // Of the coarsest level there are few rows.
    for (std::uint64_t next = kFirstSpan; lastGroup(database, lane, next); next *= kSpanFactor) span = next;
    count.bind(3, span);
    if (count.step()) groups = static_cast<std::uint64_t>(count.integer(0));
    return groups * span;
}

std::vector<SampleGroup> readSampleGroups(Database& database, std::int64_t series, std::uint64_t span, Nanoseconds from,
                                          Nanoseconds to) {
    std::vector<SampleGroup> groups;
    Statement rows(database, std::string(kGroupColumns) +
                                 "WHERE series = ?1 AND span = ?2 AND begin_ns >= coalesce((SELECT max(begin_ns) FROM "
                                 "sample_level WHERE series = ?1 AND span = ?2 AND begin_ns <= ?3), 0) AND begin_ns <= "
                                 "?4 ORDER BY begin_ns, first");
    rows.bind(1, series);
    rows.bind(2, span);
    rows.bind(3, from);
    rows.bind(4, to);
    while (rows.step()) groups.push_back(sampleGroupOf(rows));
    const auto last = lastGroup(database, series, span);
    if (last && last->end > to) return groups;
    if (const auto rest = restOf(database, series, last); rest && rest->begin <= to && rest->end >= from)
        groups.push_back(*rest);
    return groups;
}

std::vector<StateGroup> readStateGroups(Database& database, const LaneOf& lane, std::uint64_t span, Nanoseconds from,
                                        Nanoseconds to) {
    std::vector<StateGroup> groups;
    Statement rows(database, std::string(kStateColumns) +
                                 "WHERE kind = ?1 AND owner = ?2 AND span = ?3 AND end_ns > ?4 ORDER BY end_ns");
    rows.bind(1, id(lane.kind));
    rows.bind(2, lane.owner);
    rows.bind(3, span);
    rows.bind(4, from);
    while (rows.step()) {
        groups.push_back(stateGroupOf(rows));
        if (groups.back().end >= to) return groups;
    }
    const auto last = lastGroup(database, lane, span);
    std::optional<StateGroup> rest;
    for (const LaneRow& row : readLaneRows(database, lane, last ? last->end : 0, to, 2 * span)) {
        if (last && row.interval.end <= last->end) continue;
        const StateGroup one = StateGroup::of(row.interval);
        if (rest) {
            rest->add(one);
        } else {
            rest = one;
        }
    }
    if (rest && rest->end > from) groups.push_back(*rest);
    return groups;
}

std::vector<Sample> readSamples(Database& database, std::int64_t series, Nanoseconds from, Nanoseconds to,
                                std::size_t most) {
    std::vector<Sample> samples;
    Statement rows(database,
                   "SELECT t_ns, value FROM sample WHERE series = ?1 AND t_ns >= coalesce((SELECT max(t_ns) FROM "
                   "sample WHERE series = ?1 AND t_ns < ?2), 0) ORDER BY t_ns, place");
    rows.bind(1, series);
    rows.bind(2, from);
    while (samples.size() <= most && rows.step()) {
        RecordingRow row(rows);
        const Nanoseconds t = row.time();
        samples.push_back({t, row.optional([&] { return row.real(); }).value_or(std::nan(""))});
        if (t > to) break;
    }
    return samples;
}

std::vector<Sample> readQueue(Database& database, const std::string& queue) {
    std::vector<Sample> samples;
    Statement rows(database, "SELECT t_ns, length FROM queue WHERE queue = ?1 ORDER BY t_ns, place");
    rows.bind(1, queue);
    while (rows.step()) {
        RecordingRow row(rows);
        const Nanoseconds t = row.time();
        samples.push_back({t, row.optional([&] { return row.real(); }).value_or(std::nan(""))});
    }
    return samples;
}

std::vector<LaneRow> readLaneRows(Database& database, const LaneOf& lane, Nanoseconds from, Nanoseconds to,
                                  std::size_t most) {
    std::vector<LaneRow> rows;
    Statement all(database, laneRowsOf(lane.kind) + " AND end_ns > ?2 ORDER BY end_ns");
    all.bind(1, lane.owner);
    all.bind(2, from);
    while (rows.size() <= most && all.step()) {
        rows.push_back(laneRowOf(all, lane));
        if (rows.back().interval.end >= to) break;
    }
    return rows;
}

}  // namespace ipclab

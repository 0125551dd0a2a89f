#include "recording/history.h"

#include "recording/frame_rows.h"
#include "recording/row.h"
#include "recording/rows.h"
#include "recording/tasks.h"

namespace ipclab {

namespace {

// Of one owner: the first row and the last one, each found by the order they are kept in.
class TimesOf {
public:
    TimesOf(Database& database, const std::string& table, const std::string& owner, const std::string& begin,
            const std::string& end)
        : m_first(database, select(begin, table, owner) + " ORDER BY " + end + " LIMIT 1"),
          m_last(database, select(end, table, owner) + " ORDER BY " + end + " DESC LIMIT 1") {}

    // Nothing: it has no row.
    std::optional<PageTimes> of(const auto& owner) {
        const auto first = oneOf(m_first, owner), last = oneOf(m_last, owner);
        return first && last && *first <= *last ? std::optional(PageTimes{*first, *last}) : std::nullopt;
    }

private:
    static std::string select(const std::string& column, const std::string& table, const std::string& owner) {
        return "SELECT " + column + " FROM " + table + " WHERE " + owner + " = ?1";
    }
    static std::optional<Nanoseconds> oneOf(Statement& statement, const auto& owner) {
        statement.reset();
        statement.bind(1, owner);
        if (!statement.step()) return std::nullopt;
        return RecordingRow(statement).time();
    }

    Statement m_first, m_last;
};

void giveSeries(PageSource& source, RunData& data) {
    TimesOf times(source.database, "sample", "series", "t_ns", "t_ns");
    Statement all(source.database, "SELECT process, link, shared, cpu, name, id FROM series");
    while (all.step()) {
        RecordingRow row(all);
        TimeSeries* const series = seriesOf(row, data);
        if (series == nullptr) continue;
        const std::int64_t id = row.integer(0, INT64_MAX);
        if (const auto its = times.of(id)) *series = TimeSeries(std::make_shared<PagedSamples>(source, id, *its));
    }
    TimesOf queueTimes(source.database, "queue", "queue", "t_ns", "t_ns");
    for (const std::string& name : queueNames()) {
        if (const auto its = queueTimes.of(name))
            *queueOf(name, data.queues) = TimeSeries(std::make_shared<PagedSamples>(source, name, *its));
    }
}

void giveLanes(PageSource& source, RunData& data) {
    TimesOf ofProcess(source.database, "interval", "process", "start_ns", "end_ns");
    TimesOf ofTask(source.database, "task_interval", "task", "start_ns", "end_ns");
    TimesOf ofCpu(source.database, "cpu_interval", "cpu", "start_ns", "end_ns");
    const auto give = [&](TimesOf& times, LaneOf lane, StateSeries& series) {
        if (const auto its = times.of(lane.owner))
            series = StateSeries(std::make_shared<PagedStates>(source, lane, *its));
    };
    for (std::size_t i = 0; i < data.processes.size(); ++i)
        give(ofProcess, {LaneKind::Process, static_cast<std::int64_t>(i)}, data.processes[i].lane);
    for (std::size_t i = 0; i < data.tasks.size(); ++i)
        give(ofTask, {LaneKind::Task, static_cast<std::int64_t>(i)}, data.tasks[i].lane);
    for (const int cpu : cpuNumbers(source.database)) give(ofCpu, {LaneKind::Cpu, cpu}, data.cpus[cpu].lane);
}

void giveLatencies(PageSource& source, RunData& data) {
    TimesOf times(source.database, "latency", "link", "start_ns", "end_ns");
    for (std::size_t i = 0; i < data.links.size(); ++i) {
        const auto link = static_cast<std::int64_t>(i);
        if (const auto its = times.of(link))
            data.links[i].latencies = LatencyHistory(std::make_shared<PagedLatencies>(source, link, *its));
    }
}

}  // namespace

bool hasLevels(Database& database) {
    Statement tables(database, "SELECT count(*) FROM main.sqlite_schema WHERE name IN ('sample_level', 'lane_level')");
    return tables.step() && tables.integer(0) == 2;
}

void giveHistory(PageSource& source, RunData& outline) {
    giveSeries(source, outline);
    giveLanes(source, outline);
    giveLatencies(source, outline);
}

}  // namespace ipclab

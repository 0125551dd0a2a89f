#include "recording/file.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/version.h"
#include "core/whole_file.h"
#include "document/experiment_json.h"
#include "export/result_json.h"
#include "recording/schema.h"
#include "recording/totals_views.h"
#include "results/quantity.h"
#include "results/words.h"

namespace ipclab {

namespace {

const std::filesystem::path& createNew(const std::filesystem::path& path, const std::string& content) {
    removeJournalOfNone(path);
    writeWholeFile(path, content, Existing::Refuse);
    return path;
}

std::string placeholders(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += i == 0 ? "?" : ",?";
    return text;
}

template <typename Row>
void writeTuples(Database& database, const std::string& table, const std::vector<Row>& rows) {
    Statement insert(database,
                     "INSERT OR REPLACE INTO " + table + " VALUES (" + placeholders(std::tuple_size_v<Row>) + ")");
    for (const Row& row : rows) std::apply([&](const auto&... values) { insert.run(values...); }, row);
}

std::string detailsJson(const RunEvent& event) {
    nlohmann::json details = nlohmann::json::array();
    for (const auto& [name, text] : spelledValues(event)) details.push_back({name, text});
    return details.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<int> knownCpu(std::int16_t cpu) { return cpu < 0 ? std::nullopt : std::optional<int>(cpu); }

}  // namespace

RecordingFile::RecordingFile(const std::filesystem::path& path, const RunData& data, const RecordingBatch& first,
                             const std::string& begunAt)
    : m_database(createNew(path, contentOfNew(data, first, begunAt, m_grouped)), Database::Mode::Write) {
    // The rollback journal and not a write-ahead log: but for the moments of writing it is one file and no second.
    m_database.execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
}

// Made in memory: at no moment is there a file that is empty or holds half of this.
std::string RecordingFile::contentOfNew(const RunData& data, const RecordingBatch& first, const std::string& begunAt,
                                        Grouped& grouped) {
    RecordingFile file(Database::inMemory());
    file.createTables();
    file.describe();
    file.writeRun(data, begunAt);
    file.writeQuantities();
    file.write(first);
    grouped = std::move(file.m_grouped);
    return file.m_database.content();
}

void RecordingFile::createTables() {
    m_database.execute(("PRAGMA application_id = " + std::to_string(kRecordingApplicationId)).c_str());
    m_database.execute(("PRAGMA user_version = " + std::to_string(kRecordingVersion)).c_str());
    for (const RecordingTable& table : recordingTables()) m_database.execute(std::string(table.sql).c_str());
    for (const RecordingTable& more : recordingIndices()) m_database.execute(std::string(more.sql).c_str());
    for (const TotalsView& view : totalsViews()) m_database.execute(view.sql.c_str());
}

void RecordingFile::describe() {
    Statement insert(m_database, "INSERT INTO description VALUES (?,?,?)");
    for (const RecordingTable& table : recordingTables()) {
        insert.run(table.name, std::optional<std::string_view>(), table.meaning);
    }
    for (const ColumnMeaning& column : recordingColumns()) insert.run(column.table, column.column, column.meaning);
    for (const RecordingTable& index : recordingIndices())
        insert.run(index.name, std::optional<std::string_view>(), index.meaning);
    for (const TotalsView& view : totalsViews()) {
        insert.run(view.name, std::optional<std::string_view>(), view.meaning);
        for (const auto& [column, meaning] : view.columns) insert.run(view.name, column, meaning);
    }
}

void RecordingFile::writeRun(const RunData& data, const std::string& begunAt) {
    Statement insert(m_database, "INSERT INTO run VALUES (?,?,?,?,0,0,0,?,?,'',NULL,NULL)");
    insert.run(programVersion(), begunAt, writeExperiment(data.document), hostJson(readHostFacts()).dump(),
               id(data.observer.asked), id(data.observer.level));
}

void RecordingFile::writeQuantities() {
    Statement insert(m_database, "INSERT INTO quantity VALUES (?,?,?,?)");
    std::int64_t id = 0;
    for (const TotalName& total : allTotals()) insert.run(id++, total.owner, total.name, total.meaning);
}

void RecordingFile::write(const RecordingBatch& batch) {
    Transaction transaction(m_database);
    updateRun(batch);
    writeTuples(m_database, "process", batch.processes);
    writeTuples(m_database, "link", batch.links);
    writeTuples(m_database, "port", batch.ports);
    writeTuples(m_database, "shared", batch.shared);
    writeTuples(m_database, "party", batch.parties);
    writeTotals(m_database, std::max(batch.sampledNs, batch.endNs), batch.totals);
    writeTimes(batch);
    writeTaskRows(m_database, batch.tasks);
    m_grouped.levels.write(m_database, batch);
    m_grouped.sums.write(m_database, batch.intervals);
    m_grouped.latencies.write(m_database, batch.latencies);
    writeRows(batch);
    transaction.commit();
}

void RecordingFile::updateRun(const RecordingBatch& batch) {
    const ObserverFacts& observer = batch.observer;
    Statement update(m_database,
                     "UPDATE run SET start_ns=?1, end_ns=?2, sampled_ns=?3, observe_asked=?4, observe_level=?5, "
                     "observe_reason=?6, observer_cost=?7, result=?8");
    update.run(batch.startNs, batch.endNs, batch.sampledNs, id(observer.asked), id(observer.level), observer.reason,
               observer.cost ? std::optional(costJson(observer.cost).dump()) : std::nullopt, batch.result);
}

void RecordingFile::writeTimes(const RecordingBatch& batch) {
    Statement series(m_database, "INSERT INTO series VALUES (?,?,?,?,?,?,?)");
    for (const SeriesRow& row : batch.series) {
        const auto& [process, link, shared, cpu] = row.owner;
        series.run(row.id, process, link, row.quantity->id, row.quantity->meaning, shared, cpu);
    }
    Statement sample(m_database, "INSERT INTO sample VALUES (?,?,?,?)");
    for (const SampleRow& row : batch.samples) sample.run(row.series, row.sample.t, row.place, row.sample.value);
    Statement latency(m_database, "INSERT INTO latency VALUES (?,?,?,?,?)");
    for (const LatencyRow& row : batch.latencies)
        latency.run(row.link, row.beginNs, row.endNs, std::uint64_t{row.count.bin}, std::uint64_t{row.count.count});
    Statement interval(m_database, "INSERT OR REPLACE INTO interval VALUES (?,?,?,?,?,?)");
    for (const IntervalRow& row : batch.intervals) {
        interval.run(row.process, row.interval.start, row.interval.end, stateId(row.interval.state),
                     knownCpu(row.interval.cpu), static_cast<int>(row.interval.reason));
    }
}

void RecordingFile::writeRows(const RecordingBatch& batch) {
    Statement event(m_database, "INSERT INTO event VALUES (?,?,?,?,?,?)");
    for (const EventRow& row : batch.events) {
        event.run(row.id, row.event.atNs, row.event.process, row.event.link, row.event.id(), detailsJson(row.event));
    }
    Statement warning(m_database, "INSERT OR REPLACE INTO warning VALUES (?,?)");
    for (std::size_t i = 0; i < batch.warnings.size(); ++i) warning.run(std::uint64_t{i}, batch.warnings[i]);
}

}  // namespace ipclab

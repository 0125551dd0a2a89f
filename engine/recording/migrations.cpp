#include "recording/migrations.h"

#include <array>
#include <initializer_list>
#include <string>

#include "core/sentences.h"
#include "recording/schema.h"
#include "recording/totals.h"

namespace ipclab {

namespace {

// One version's tables become the next one's. Within versions 4 and 5 columns were added as the program grew: what is
// there already stays.
class MigrationStep {
public:
    explicit MigrationStep(Database& database) : m_database(database) {}

    [[nodiscard]] bool has(const std::string& table, const std::string& column) {
        Statement columns(m_database, "SELECT 1 FROM pragma_table_info(?1) WHERE name = ?2");
        columns.bind(1, table);
        columns.bind(2, column);
        return columns.step();
    }

    // With its value: an expression of the row's columns. Of a table with a row for each owner.
    void addColumn(const std::string& table, const std::string& column, const std::string& value) {
        if (has(table, column)) return;
        takeOver(table);
        run("ALTER TABLE temp." + table + " ADD COLUMN " + column);
        change(table, column, value);
    }

    void change(const std::string& table, const std::string& column, const std::string& value) {
        takeOver(table);
        run("UPDATE temp." + table + " SET " + column + " = " + value);
    }

    void say(Sentence sentence) {
        takeOver("warning");
        Statement insert(m_database,
                         "INSERT INTO temp.warning (id, text) SELECT coalesce(max(id), -1) + 1, ?1 "
                         "FROM temp.warning");
        insert.run(ipclab::say(sentence));
    }

    // Of a table that grows with time: its columns as they are now.
    void show(const std::string& table, const std::string& columns) {
        run("CREATE TEMP VIEW " + table + " AS SELECT " + columns + " FROM main." + table);
    }

    // With the rows' numbers in this order as their ids.
    void number(const std::string& table, const std::string& order) {
        run("CREATE TEMP TABLE " + table + " AS SELECT row_number() OVER (ORDER BY " + order +
            ") - 1 AS id, * FROM main." + table);
    }

    void create(const std::string& table, const std::string& columns) {
        run("CREATE TEMP TABLE " + table + " (" + columns + ")");
    }
    void add(const std::string& table, const std::string& rows) { run("INSERT INTO temp." + table + " " + rows); }
    void index(const std::string& table, const std::string& columns) {
        run("CREATE INDEX temp.order_of_" + table + " ON " + table + " (" + columns + ")");
    }

private:
    void run(const std::string& sql) { m_database.execute(sql.c_str()); }

    void takeOver(const std::string& table) {
        Statement taken(m_database, "SELECT 1 FROM sqlite_temp_schema WHERE name = ?1");
        taken.bind(1, table);
        if (!taken.step()) run("CREATE TEMP TABLE " + table + " AS SELECT * FROM main." + table);
    }

    Database& m_database;
};

// Its figures of CPU time, switches and memory were those of wait4(2): descendants and former programs included.
void from3To4(MigrationStep& step) {
    step.addColumn("process", "largest_resident_bytes", "max_resident_bytes");
    step.addColumn("process", "descendant_user_s", "0.0");
    step.addColumn("process", "descendant_system_s", "0.0");
    step.addColumn("process", "descendant_voluntary", "NULL");
    step.addColumn("process", "descendant_involuntary", "NULL");
    step.addColumn("process", "wait_samples", "'[]'");
    step.say(Sentence::RecordedByVersion3);
}

// Switches were not timed, the only state of a CPU was running.
void addSwitching(MigrationStep& step) {
    step.addColumn("process", "interval_source", "state_source");
    step.addColumn("process", "interrupted_s", "0.0");
    step.addColumn("process", "thread_running_s", "NULL");
    step.addColumn("process", "thread_ready_s", "NULL");
    step.addColumn("process", "thread_ready_complete", "0");
    step.addColumn("run", "switches_timed", step.has("process", "switches_to") ? "1" : "0");
    step.addColumn("process", "switching_s", "0.0");
    step.addColumn("process", "switches_to", "0");
    if (!step.has("cpu_interval", "state"))
        step.show("cpu_interval", "cpu, start_ns, end_ns, 'running' AS state, pid, tid");
}

// No message said when it was due; rates were of what was received in the time from the start to the last message.
void addMoments(MigrationStep& step) {
    for (const char* column : {"p50_ns", "p90_ns", "p99_ns", "p999_ns", "max_ns", "count"})
        step.addColumn("link", std::string("transit_") + column, std::string("latency_") + column);
    step.addColumn("link", "paced", "0");
    const bool timed = step.has("link", "first_received_ns");
    step.addColumn("link", "rate_from_start", timed ? "0" : "1");
    if (timed) return;
    step.addColumn("link", "first_received_ns", "(SELECT start_ns FROM run)");
    step.addColumn("link", "last_received_ns",
                   "(SELECT start_ns + CASE WHEN active_s > 0 THEN CAST(round(active_s * 1e9) AS INTEGER) "
                   "ELSE max(end_ns, sampled_ns, start_ns) - start_ns END FROM run)");
    step.addColumn("link", "timed_messages", "received");
    step.addColumn("link", "timed_bytes", "bytes");
}

// What a link carries at most stood under the name of what was asked for.
void nameMessageLimit(MigrationStep& step) {
    step.change("link", "effective",
                "CASE WHEN json_type(effective, '$.message_bytes_limit') IS NULL THEN json_set(effective, "
                "'$.message_bytes_limit', json_extract(effective, '$.message_bytes')) ELSE effective END");
}

void from4To5(MigrationStep& step) {
    addSwitching(step);
    addMoments(step);
    nameMessageLimit(step);
}

// A column a quantity becomes a row for each.
void toLongForm(MigrationStep& step) {
    step.create("quantity", "id, owner, name, meaning");
    step.create("total", "quantity, owner, t_ns, value");
    std::int64_t number = 0;
    for (const TotalName& total : allTotals()) {
        const std::string table(total.owner), column(total.name), id = std::to_string(number++);
        if (!step.has(table, column)) continue;
        step.add("quantity", "VALUES (" + id + ", '" + table + "', '" + column + "', '')");
        step.add("total", "SELECT " + id + ", " + (table == "run" ? "0" : "id") + ", 0, " + column + " FROM " + table);
    }
    step.index("total", "quantity, owner, t_ns");
}

// The rows of all owners stood in the order in which they were written, with a column for each total.
void from5To6(MigrationStep& step) {
    step.show("sample", "series, t_ns, rowid AS place, value");
    step.show("queue", "queue, t_ns, rowid AS place, length");
    step.number("port", "link, place");
    step.number("party", "shared, place");
    step.addColumn("link", "flow_known",
                   "bytes > 0 AND NOT EXISTS (SELECT 1 FROM port JOIN process ON process.id = port.process WHERE "
                   "port.link = link.id AND NOT is_foreign)");
    toLongForm(step);
}

// What the newest version had not when its first recordings were made.
void addWhatIsNew(MigrationStep& step) {
    for (const char* owner : {"shared", "cpu"}) {
        if (step.has("series", "id")) step.addColumn("series", owner, "NULL");
    }
    if (!step.has("latency", "link")) step.create("latency", "link, start_ns, end_ns, bin, count");
    if (!step.has("sample_level", "series")) {
        step.create("sample_level",
                    "series, span, begin_ns, end_ns, first, last_place, min, max, first_value, last_value, sum, count, "
                    "gaps");
        step.index("sample_level", "series, span, begin_ns");
    }
    if (!step.has("lane_level", "kind")) {
        step.create("lane_level",
                    "kind, owner, span, begin_ns, end_ns, new_ns, ready_ns, running_ns, waiting_ns, stopped_ns, "
                    "zombie_ns, terminated_ns, runnable_ns, ready_estimated_ns, switching_ns");
        step.index("lane_level", "kind, owner, span, end_ns");
    }
    if (!step.has("latency_level", "link")) {
        step.create("latency_level", "link, span, begin_ns, end_ns, bin, count");
        step.index("latency_level", "link, span, end_ns, bin");
    }
    if (!step.has("interval_sum", "process")) {
        step.create("interval_sum",
                    "process, end_ns, intervals, state, admitted, dispatch, interrupt, wait, wake_up, exit, stop, "
                    "continue, not_seen, new_ns, ready_ns, running_ns, waiting_ns, stopped_ns, zombie_ns, "
                    "terminated_ns, runnable_ns, ready_estimated_ns, switching_ns, slices, longest_ns, "
                    "longest_since_ns");
        step.index("interval_sum", "process, end_ns");
    }
}

struct Migration {
    std::int64_t from;
    void (*run)(MigrationStep& step);
};

constexpr std::array kMigrations{Migration{3, from3To4}, Migration{4, from4To5}, Migration{5, from5To6}};
static_assert(kMigrations.front().from == kOldestRecordingVersion);
static_assert(kMigrations.back().from == kRecordingVersion - 1);

struct Order {
    std::string_view table, columns;
};

constexpr std::array kOrders{Order{"sample", "series, t_ns, place"}, Order{"interval", "process, end_ns"},
                             Order{"task_interval", "task, end_ns"}, Order{"cpu_interval", "cpu, end_ns"},
                             Order{"queue", "queue, t_ns, place"}};

}  // namespace

void sortByOwner(Database& database, std::int64_t version) {
    if (version >= kFirstVersionInOrder) return;
    database.execute("PRAGMA query_only = OFF");
    for (const Order& order : kOrders) {
        const std::string name(order.table);
        const std::string columns(order.columns);
        database.execute(("CREATE TEMP TABLE sorted AS SELECT * FROM " + name + " ORDER BY " + columns).c_str());
        database.execute(("DROP VIEW IF EXISTS temp." + name).c_str());
        database.execute(("ALTER TABLE temp.sorted RENAME TO " + name).c_str());
        database.execute(("CREATE INDEX temp.order_of_" + name + " ON " + name + " (" + columns + ")").c_str());
    }
    database.execute("PRAGMA query_only = ON");
}

void migrate(Database& database, std::int64_t version) {
    MigrationStep step(database);
    for (const Migration& migration : kMigrations) {
        if (migration.from >= version) migration.run(step);
    }
    addWhatIsNew(step);
}

}  // namespace ipclab

#include "recording/rows.h"

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "document/ends.h"
#include "export/result_json.h"
#include "recording/batch.h"
#include "recording/row.h"
#include "results/quantity.h"
#include "results/run_failures.h"
#include "results/words.h"

namespace ipclab {

using Row = RecordingRow;

namespace {

// The row's number must be the next one: rows and the experiment's processes or links are the same list.
void expectNext(Row& row, std::size_t have, std::size_t all, const char* what) {
    if (row.index(all, what) != have) refuse(std::string("a ") + what + " is missing");
}

void readExit(Row& row, ProcessData& process) {
    ExitStatus exit;
    exit.code = row.optional([&] { return static_cast<int>(row.integer(0, 255)); });
    exit.signal = row.optional([&] { return static_cast<int>(row.integer(1, 64)); });
    exit.coreDumped = row.flag();
    if (exit.code || exit.signal) process.exit = exit;
}

void readProcess(Row& row, ProcessData& process) {
    process.foreign = row.flag();
    process.pid = static_cast<std::int32_t>(row.integer(0, INT32_MAX));
    process.ppid = static_cast<std::int32_t>(row.integer(0, INT32_MAX));
    process.bornNs = row.time();
    process.endedNs = row.time();
    readExit(row, process);
    process.failure = row.text();
    process.state = row.word(processStateOf);
    process.intervalSource = row.word(stateSourceOf);
    process.cpuTimesKnown = process.switchesKnown = process.endedNs != 0;
}

std::optional<std::uint64_t> figure(const nlohmann::json& json, const char* key) {
    const auto it = json.find(key);
    return it != json.end() && it->is_number_unsigned() ? std::optional(it->get<std::uint64_t>()) : std::nullopt;
}

std::vector<unsigned> prioritiesIn(const nlohmann::json& json) {
    std::vector<unsigned> priorities;
    const auto it = json.find("priority");
    if (it == json.end() || !it->is_array()) return priorities;
    for (const auto& value : *it) {
        if (!value.is_number_unsigned()) refuse("the priority of a sender is no number");
        priorities.push_back(value.get<unsigned>());
    }
    return priorities;
}

std::uint32_t smallFigure(const nlohmann::json& json, const char* key) {
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(figure(json, key).value_or(0), UINT32_MAX));
}

// Recordings made before links had such choices have none.
std::optional<TcpChoices> tcpIn(const nlohmann::json& json) {
    const auto nagle = json.find("nagle"), delayed = json.find("delayed_ack"), keep = json.find("keep_alive");
    if (nagle == json.end() || !nagle->is_boolean()) return std::nullopt;
    TcpChoices choices{.nagle = nagle->get<bool>()};
    if (delayed != json.end() && delayed->is_boolean()) choices.delayedAck = delayed->get<bool>();
    if (keep != json.end() && keep->is_object())
        choices.keepAlive = {smallFigure(*keep, "idle_s"), smallFigure(*keep, "interval_s"),
                             smallFigure(*keep, "probes")};
    const auto congestion = json.find("congestion");
    if (congestion != json.end() && congestion->is_string()) choices.congestion = congestion->get<std::string>();
    choices.writes = std::max(smallFigure(json, "writes_per_message"), 1U);
    return choices;
}

LinkProperties propertiesOf(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) refuse("what a link really got is no JSON object");
    return {figure(json, "capacity_bytes"),
            figure(json, "capacity_messages"),
            figure(json, "message_bytes_limit"),
            figure(json, "send_buffer_bytes"),
            figure(json, "receive_buffer_bytes"),
            prioritiesIn(json),
            tcpIn(json)};
}

void readLink(Row& row, LinkData& link) {
    link.counted = row.flag();
    link.effective = propertiesOf(row.text());
    link.stampEvery = static_cast<std::uint32_t>(row.integer(0, UINT32_MAX));
    link.depthUnit = row.word(depthUnitOf);
    link.depthCapacity = row.optional([&] { return row.count(); });
}

SpelledValues detailsOf(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array()) refuse("the details of an event are no JSON array");
    SpelledValues details;
    for (const auto& pair : json) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string()) {
            refuse("the details of an event are no pairs of text");
        }
        details.emplace_back(pair[0].get<std::string>(), pair[1].get<std::string>());
    }
    return details;
}

}  // namespace

TimeSeries* seriesOf(RecordingRow& row, RunData& data) {
    const auto process = row.optional([&] { return row.index(data.processes.size(), "process"); });
    const auto link = row.optional([&] { return row.index(data.links.size(), "link"); });
    const auto shared = row.optional([&] { return row.index(data.shared.size(), "shared object"); });
    const auto cpu = row.optional([&] { return static_cast<std::uint32_t>(row.integer(0, INT16_MAX)); });
    const std::string name = row.text();
    QuantityOf of;
    int owners = 0;
    const auto take = [&](const std::optional<std::uint32_t>& index, QuantityOwner owner) {
        if (!index) return;
        of = {owner, *index};
        ++owners;
    };
    take(process, QuantityOwner::Process);
    take(link, QuantityOwner::Link);
    take(shared, QuantityOwner::Shared);
    take(cpu, QuantityOwner::Processor);
    const Quantity* quantity = owners == 1 ? findQuantity(of.owner, name) : nullptr;
    if (quantity == nullptr || quantity->series == nullptr) return nullptr;
    if (cpu) data.cpus.try_emplace(static_cast<int>(*cpu));
    return quantity->series(data, of);
}

void LatencyRows::add(RecordingRow& row) {
    const std::uint32_t link = row.index(m_data.links.size(), "link");
    const Nanoseconds begin = row.time(), end = row.time();
    const auto bin = static_cast<std::uint32_t>(row.integer(0, latency_bins::kCount - 1));
    const auto count = static_cast<std::uint32_t>(row.integer(1, UINT32_MAX));
    LatencyHistory* const history = &m_data.links[link].latencies;
    if (history != m_history || end != m_interval.end) flush();
    m_history = history;
    m_interval.begin = begin;
    m_interval.end = end;
    m_interval.counts.push_back({bin, count});
}

void LatencyRows::flush() {
    if (m_history == nullptr || m_interval.counts.empty()) return;
    m_history->append(m_interval.begin, m_interval.end, std::exchange(m_interval.counts, {}));
}

StateInterval intervalOf(RecordingRow& row) {
    const Nanoseconds start = row.time();
    const Nanoseconds end = row.time();
    const ProcessState state = row.word(processStateOf);
    const auto cpu = row.optional([&] { return row.integer(0, INT16_MAX); });
    const auto reason = row.integer(0, UINT8_MAX);
    const auto known = static_cast<std::size_t>(reason) < kWaitReasonCount;  // else a newer program's
    return {start, end, state, static_cast<std::int16_t>(cpu.value_or(-1)),
            static_cast<std::uint8_t>(known ? reason : 0)};
}

void readRun(Database& database, RunData& data) {
    Statement statement(database,
                        "SELECT start_ns, end_ns, sampled_ns, observe_asked, observe_level, observe_reason, "
                        "observer_cost FROM run");
    if (!statement.step()) refuse("the run itself is missing");
    Row row(statement);
    data.startNs = row.time();
    data.endNs = row.time();
    data.sampledNs = row.time();
    data.observer.asked = row.word(observeLevelOf);
    data.observer.level = row.word(observeLevelOf);
    data.observer.reason = row.text();
    if (const auto cost = row.optional([&] { return row.text(); }))
        data.observer.cost = costFromJson(nlohmann::ordered_json::parse(*cost, nullptr, false));
}

void readProcesses(Database& database, RunData& data) {
    Statement statement(database,
                        "SELECT id, is_foreign, pid, ppid, born_ns, ended_ns, exit_code, exit_signal, core_dumped, "
                        "failure, state, interval_source FROM process ORDER BY id");
    std::size_t next = 0;
    for (; statement.step(); ++next) {
        Row row(statement);
        expectNext(row, next, data.processes.size(), "process");
        readProcess(row, data.processes[next]);
    }
    if (next != data.processes.size()) refuse("a process is missing");
}

void readLinks(Database& database, RunData& data) {
    Statement statement(database,
                        "SELECT id, counted, effective, stamp_every, depth_unit, depth_capacity FROM link ORDER BY id");
    std::size_t next = 0;
    for (; statement.step(); ++next) {
        Row row(statement);
        expectNext(row, next, data.links.size(), "link");
        readLink(row, data.links[next]);
    }
    if (next != data.links.size()) refuse("a link is missing");
}

// The ids of ends and of parties follow the order of their links and objects: totals are found by them.
void readPorts(Database& database, RunData& data) {
    Statement statement(database, "SELECT id, link, process, role FROM port ORDER BY id");
    std::int64_t next = 0;
    std::uint32_t last = 0;
    std::vector<std::size_t> places(data.links.size(), 0);
    while (statement.step()) {
        Row row(statement);
        if (row.integer(0, INT64_MAX) != next++) refuse("an end of a link is missing");
        const std::uint32_t link = row.index(data.links.size(), "link");
        if (link < last) refuse("the ends of links are not in their order");
        last = link;
        if (places[link] >= data.links[link].ports.size()) refuse("a link has more ends than the experiment says");
        const PortData& port = data.links[link].ports[places[link]++];
        if (row.index(data.processes.size(), "process") != port.process || row.word(portRoleOf) != port.role)
            refuse("an end of a link is not the one the experiment says");
    }
}

void readShared(Database& database, RunData& data) {
    Statement statement(database, "SELECT id FROM shared ORDER BY id");
    std::size_t next = 0, parties = 0;
    for (; statement.step(); ++next) {
        Row row(statement);
        expectNext(row, next, data.shared.size(), "shared object");
        parties += data.shared[next].processes.size();
    }
    if (next != data.shared.size()) refuse("a shared object is missing");
    Statement party(database, "SELECT count(*) FROM party");
    if (party.step() && party.integer(0) != static_cast<std::int64_t>(parties))
        refuse("there are not the parties of the shared objects");
}

void readSamples(Database& database, RunData& data) {
    std::map<std::int64_t, TimeSeries*> all;
    Statement series(database, "SELECT id, process, link, shared, cpu, name FROM series");
    while (series.step()) {
        Row row(series);
        const std::int64_t id = row.integer(0, INT64_MAX);
        all[id] = seriesOf(row, data);
    }
    Statement sample(database, "SELECT series, t_ns, value FROM sample ORDER BY series, t_ns, place");
    while (sample.step()) {
        Row row(sample);
        const auto it = all.find(row.integer(0, INT64_MAX));
        if (it == all.end()) refuse("a sample belongs to no series");
        if (it->second == nullptr) continue;
        const Nanoseconds t = row.time();
        it->second->append(t, row.optional([&] { return row.real(); }).value_or(std::nan("")));
    }
}

void readLatencies(Database& database, RunData& data) {
    Statement rows(database, "SELECT link, start_ns, end_ns, bin, count FROM latency ORDER BY link, end_ns, bin");
    LatencyRows latencies(data);
    while (rows.step()) {
        Row row(rows);
        latencies.add(row);
    }
    latencies.flush();
}

void readIntervals(Database& database, RunData& data) {
    Statement statement(database,
                        "SELECT process, start_ns, end_ns, state, cpu, reason FROM interval ORDER BY process, end_ns");
    while (statement.step()) {
        Row row(statement);
        ProcessData& process = data.processes[row.index(data.processes.size(), "process")];
        appendInterval(process, intervalOf(row));
    }
}

namespace {

// Why a process ended stands with its event.
void restoreCause(const RunEvent& event, RunData& data) {
    if (event.kind != EventKind::Exited || !event.process || !data.processes[*event.process].exit) return;
    ExitStatus& exit = *data.processes[*event.process].exit;
    exit.cause = event.text("cause");
    if (const auto limit = event.integer("limit")) exit.limit = static_cast<std::uint64_t>(*limit);
}

// So does that it failed at its work, not at its launch.
void restoreFailure(const RunEvent& event, RunData& data) {
    if (event.kind != EventKind::Failed || !event.process) return;
    data.processes[*event.process].failedAtWork = event.text("stage") == "run";
}

// Whether wake-ups were recorded stands with the event that said so, how many were lost with another.
void restoreObserver(const RunEvent& event, RunData& data) {
    if (event.kind == EventKind::Observer) {
        data.observer.wakesSeen = event.flag("wakes");
        data.observer.wakeReason = event.text("wake_reason");
    }
    if (event.kind == EventKind::WakesLost)
        data.observer.lostWakes = static_cast<std::uint64_t>(event.integer("count").value_or(0));
}

}  // namespace

void restoreFrom(const RunEvent& event, RunData& data) {
    restoreCause(event, data);
    restoreFailure(event, data);
    keepLastWords(event, data);
    restoreObserver(event, data);
}

void readEvents(Database& database, RunData& data) {
    Statement statement(database, "SELECT t_ns, process, link, what, details FROM event ORDER BY t_ns, id");
    while (statement.step()) {
        Row row(statement);
        const Nanoseconds atNs = row.time();
        const auto process = row.optional([&] { return row.index(data.processes.size(), "process"); });
        const auto link = row.optional([&] { return row.index(data.links.size(), "link"); });
        const std::string what = row.text();
        RunEvent event = readEvent(what, detailsOf(row.text()));
        event.atNs = atNs;
        event.process = process;
        event.link = link;
        restoreFrom(event, data);
        data.events.push_back(std::move(event));
    }
    Statement warning(database, "SELECT text FROM warning ORDER BY id");
    while (warning.step()) data.warnings.push_back(warning.text(0));
}

}  // namespace ipclab

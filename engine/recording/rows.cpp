#include "recording/rows.h"

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "document/ends.h"
#include "recording/batch.h"
#include "recording/row.h"
#include "export/result_json.h"
#include "results/run_failures.h"
#include "results/series_names.h"
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

std::vector<std::uint64_t> countsOf(const std::string& text, const char* what) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array()) refuse(std::string("the counts of ") + what + " are no JSON array");
    std::vector<std::uint64_t> counts;
    for (const auto& count : json) {
        if (!count.is_number_unsigned()) refuse(std::string("a count of ") + what + " is no number");
        counts.push_back(count.get<std::uint64_t>());
    }
    return counts;
}

void readWaitSamples(Row& row, WaitTotals& waits) {
    const std::vector<std::uint64_t> counts = countsOf(row.text(), "a process's waits");
    if (counts.size() != waits.samples.size() + 1)
        refuse("the counts of a process's waits are not one for each reason");
    waits.allSamples = counts.front();
    std::copy(counts.begin() + 1, counts.end(), waits.samples.begin());
}

void readTotals(Row& row, ProcessData& process) {
    process.runningS = row.real();
    process.readyS = row.real();
    process.waitingS = row.real();
    process.interruptedS = row.real();
    const auto runningS = row.optional([&] { return row.real(); });
    const auto readyS = row.optional([&] { return row.real(); });
    const bool complete = row.flag();
    if (runningS && readyS) process.threads = ThreadTimes{*runningS, *readyS, complete};
    process.switchingS = row.real();
    process.switchesTo = row.count();
    process.userS = row.real();
    process.systemS = row.real();
    process.voluntarySwitches = row.count();
    process.involuntarySwitches = row.count();
    process.cpuTimesKnown = process.switchesKnown = process.endedNs != 0;
    process.maxResidentBytes = row.count();
    process.iterations = row.count();
    process.largestResidentBytes = row.optional([&] { return row.count(); });
    process.descendants.userS = row.real();
    process.descendants.systemS = row.real();
    process.descendants.voluntarySwitches = row.optional([&] { return row.count(); });
    process.descendants.involuntarySwitches = row.optional([&] { return row.count(); });
    readWaitSamples(row, process.waits);
}

ProcessData readProcess(Row& row, const ProcessSpec& spec) {
    ProcessData process;
    process.name = spec.name;
    process.program = spec.program;
    process.launch = spec.launch;
    process.settings = spec.settings;
    process.foreign = row.flag();
    process.pid = static_cast<std::int32_t>(row.integer(0, INT32_MAX));
    process.ppid = static_cast<std::int32_t>(row.integer(0, INT32_MAX));
    process.bornNs = row.time();
    process.endedNs = row.time();
    readExit(row, process);
    process.failure = row.text();
    process.state = row.word(processStateOf);
    process.stateSource = row.word(stateSourceOf);
    process.intervalSource = row.word(stateSourceOf);
    readTotals(row, process);
    return process;
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

LinkProperties propertiesOf(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) refuse("what a link really got is no JSON object");
    return {figure(json, "capacity_bytes"),       figure(json, "capacity_messages"),
            figure(json, "message_bytes_limit"),  figure(json, "send_buffer_bytes"),
            figure(json, "receive_buffer_bytes"), prioritiesIn(json)};
}

std::vector<ReceiveRecord> callsOf(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array()) refuse("the first receives of an end are no JSON array");
    std::vector<ReceiveRecord> calls;
    for (const auto& call : json) {
        const auto isTime = [](const auto& time) { return time.is_number_integer(); };
        if (!call.is_array() || call.size() != 3 || !std::ranges::all_of(call, isTime))
            refuse("a receive of an end is no triple of times");
        calls.push_back({call[0].get<Nanoseconds>(), call[1].get<Nanoseconds>(), call[2].get<Nanoseconds>()});
    }
    return calls;
}

LatencyPercentiles readLatency(Row& row) {
    LatencyPercentiles latency;
    for (Nanoseconds* value : {&latency.p50, &latency.p90, &latency.p99, &latency.p999, &latency.max}) {
        *value = row.time();
    }
    latency.count = row.count();
    return latency;
}

LinkData readLink(Row& row, const Experiment& experiment, const LinkPlan& plan) {
    LinkData link;
    link.name = plan.name;
    link.mechanism = plan.mechanism;
    link.requested = requestedSpec(experiment, plan);
    link.unbounded = rulesOf(plan).buffering == Buffering::Unbounded;
    link.counted = row.flag();
    link.effective = propertiesOf(row.text());
    for (std::uint64_t* value :
         {&link.sent, &link.received, &link.bytes, &link.lost, &link.duplicated, &link.reordered, &link.corrupted}) {
        *value = row.count();
    }
    link.stampEvery = static_cast<std::uint32_t>(row.integer(0, UINT32_MAX));
    link.depthUnit = row.word(depthUnitOf);
    link.depthCapacity = row.optional([&] { return row.count(); });
    link.depthMean = row.real();
    link.depthMax = row.count();
    link.systemDepthMax = row.optional([&] { return row.count(); });
    link.latency = readLatency(row);
    link.transit = readLatency(row);
    link.paced = row.count();
    link.firstMessageNs = row.optional([&] { return row.time(); });
    link.moments.firstNs = row.time();
    link.moments.lastNs = row.time();
    link.moments.messages = row.count();
    link.moments.bytes = row.count();
    link.foreignSender = hasForeignSender(experiment, plan);
    link.foreignReceiver = hasForeignReceiver(experiment, plan);
    link.flowKnown = link.foreignSender && link.foreignReceiver && link.bytes > 0;
    return link;
}

TimeSeries& seriesOf(Row& row, RunData& data) {
    const auto process = row.optional([&] { return row.index(data.processes.size(), "process"); });
    const auto link = row.optional([&] { return row.index(data.links.size(), "link"); });
    const std::string name = row.text();
    for (const auto& known : processSeries()) {
        if (process && !link && known.name == name) return data.processes[*process].*known.series;
    }
    for (const auto& known : linkSeries()) {
        if (link && !process && known.name == name) return data.links[*link].*known.series;
    }
    refuse("unknown series \"" + name.substr(0, 40) + "\"");
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

void readRun(Database& database, RunData& data) {
    Statement statement(database,
                        "SELECT start_ns, end_ns, sampled_ns, observe_asked, observe_level, observe_reason, "
                        "lost_events, dropped_samples, sampler_cpu_s, observer_cost FROM run");
    if (!statement.step()) refuse("the run itself is missing");
    Row row(statement);
    data.startNs = row.time();
    data.endNs = row.time();
    data.sampledNs = row.time();
    data.observer.asked = row.word(observeLevelOf);
    data.observer.level = row.word(observeLevelOf);
    data.observer.reason = row.text();
    data.observer.lostEvents = row.count();
    data.observer.droppedSamples = row.count();
    data.observer.samplerCpuS = row.real();
    if (const auto cost = row.optional([&] { return row.text(); }))
        data.observer.cost = costFromJson(nlohmann::ordered_json::parse(*cost, nullptr, false));
}

void readProcesses(Database& database, RunData& data) {
    Statement statement(database,
                        "SELECT id, is_foreign, pid, ppid, born_ns, ended_ns, exit_code, exit_signal, core_dumped, "
                        "failure, state, state_source, interval_source, running_s, ready_s, waiting_s, interrupted_s, "
                        "thread_running_s, thread_ready_s, thread_ready_complete, switching_s, switches_to, user_s, "
                        "system_s, voluntary_switches, involuntary_switches, max_resident_bytes, iterations, "
                        "largest_resident_bytes, descendant_user_s, descendant_system_s, descendant_voluntary, "
                        "descendant_involuntary, wait_samples FROM process ORDER BY id");
    const auto& specs = data.experiment.processes;
    while (statement.step()) {
        Row row(statement);
        expectNext(row, data.processes.size(), specs.size(), "process");
        data.processes.push_back(readProcess(row, specs[data.processes.size()]));
    }
    if (data.processes.size() != specs.size()) refuse("a process is missing");
}

void readLinks(Database& database, RunData& data) {
    Statement statement(database,
                        "SELECT id, counted, effective, sent, received, bytes, lost, duplicated, reordered, "
                        "corrupted, stamp_every, depth_unit, depth_capacity, depth_mean, depth_max, system_depth_max, "
                        "latency_p50_ns, latency_p90_ns, latency_p99_ns, latency_p999_ns, latency_max_ns, "
                        "latency_count, transit_p50_ns, transit_p90_ns, transit_p99_ns, transit_p999_ns, "
                        "transit_max_ns, transit_count, paced, first_message_ns, first_received_ns, last_received_ns, "
                        "timed_messages, timed_bytes FROM link ORDER BY id");
    const auto& plans = data.experiment.links;
    while (statement.step()) {
        Row row(statement);
        expectNext(row, data.links.size(), plans.size(), "link");
        data.links.push_back(readLink(row, data.experiment, plans[data.links.size()]));
    }
    if (data.links.size() != plans.size()) refuse("a link is missing");
}

void readPorts(Database& database, RunData& data) {
    Statement statement(database,
                        "SELECT link, process, role, messages, bytes, system_calls, would_block, blocked_s, "
                        "from_senders, first_receives FROM port "
                        "ORDER BY link, place");
    while (statement.step()) {
        Row row(statement);
        LinkData& link = data.links[row.index(data.links.size(), "link")];
        PortData port;
        port.process = row.index(data.processes.size(), "process");
        port.role = row.word(portRoleOf);
        for (std::uint64_t* value : {&port.messages, &port.bytes, &port.systemCalls, &port.wouldBlock}) {
            *value = row.count();
        }
        port.blockedS = row.real();
        port.fromSenders = countsOf(row.text(), "an end by sender");
        port.calls = callsOf(row.text());
        link.ports.push_back(std::move(port));
    }
}

void readShared(Database& database, RunData& data) {
    Statement statement(database,
                        "SELECT id, value, early, lock_waits, survived, holder, holder_died, wait_p50_ns, wait_p90_ns, "
                        "wait_p99_ns, wait_p999_ns, wait_max_ns, wait_count FROM shared ORDER BY id");
    const auto& specs = data.experiment.shared;
    const auto process = [&](Row& row) { return row.index(data.processes.size(), "process"); };
    while (statement.step()) {
        Row row(statement);
        expectNext(row, data.shared.size(), specs.size(), "shared object");
        SharedData shared = describe(data.experiment, specs[data.shared.size()]);
        SharedFigures& figures = shared.figures;
        for (std::uint64_t* value : {&figures.value, &figures.early, &figures.lockWaits, &figures.survived}) {
            *value = row.count();
        }
        figures.holder = row.optional([&] { return process(row); });
        shared.holderDied = row.optional([&] { return process(row); });
        shared.waits = readLatency(row);
        data.shared.push_back(std::move(shared));
    }
    if (data.shared.size() != specs.size()) refuse("a shared object is missing");
    Statement party(database, "SELECT shared, place, rounds, waited_s FROM party");
    while (party.step()) {
        Row row(party);
        SharedFigures& figures = data.shared[row.index(data.shared.size(), "shared object")].figures;
        const std::uint32_t place = row.index(figures.rounds.size(), "party");
        figures.rounds[place] = row.count();
        figures.waitedS[place] = row.real();
    }
}

void readSamples(Database& database, RunData& data) {
    std::map<std::int64_t, TimeSeries*> all;
    Statement series(database, "SELECT id, process, link, name FROM series");
    while (series.step()) {
        Row row(series);
        const std::int64_t id = row.integer(0, INT64_MAX);
        all[id] = &seriesOf(row, data);
    }
    Statement sample(database, "SELECT series, t_ns, value FROM sample ORDER BY rowid");
    while (sample.step()) {
        Row row(sample);
        const auto it = all.find(row.integer(0, INT64_MAX));
        if (it == all.end()) refuse("a sample belongs to no series");
        const Nanoseconds t = row.time();
        it->second->append(t, row.optional([&] { return row.real(); }).value_or(std::nan("")));
    }
}

void readIntervals(Database& database, RunData& data) {
    Statement statement(database, "SELECT process, start_ns, end_ns, state, cpu, reason FROM interval ORDER BY rowid");
    while (statement.step()) {
        Row row(statement);
        ProcessData& process = data.processes[row.index(data.processes.size(), "process")];
        const Nanoseconds start = row.time();
        const Nanoseconds end = row.time();
        const ProcessState state = row.word(processStateOf);
        const auto cpu = row.optional([&] { return row.integer(0, INT16_MAX); });
        appendInterval(process, {start, end, state, static_cast<std::int16_t>(cpu.value_or(-1)),
                                 static_cast<std::uint8_t>(row.integer(0, kWaitReasonCount - 1))});
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
        restoreCause(event, data);
        restoreFailure(event, data);
        keepLastWords(event, data);
        restoreObserver(event, data);
        data.events.push_back(std::move(event));
    }
    Statement warning(database, "SELECT text FROM warning ORDER BY id");
    while (warning.step()) data.warnings.push_back(warning.text(0));
}

}  // namespace ipclab

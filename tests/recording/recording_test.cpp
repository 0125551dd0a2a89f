#include "recorded.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include "export/data_export.h"
#include "export/result_json.h"
#include "recording/sqlite.h"
#include "results/quantity.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;

TEST(Recording, ReadsBackWhatWasRecorded) {
    const TempDir dir;
    const RunData data = sampleRun();
    record(dir / "run.ipclab", data);
    const Recording back = loadRecording(dir / "run.ipclab");
    EXPECT_TRUE(back.complete);
    // The result names every figure, the exports every sample: if both agree, nothing was lost.
    const HostFacts host = readHostFacts();
    RunData expected = sampleRun();
    expected.warnings = resultWarnings(data);
    EXPECT_EQ(jsonText(resultJson(back.data, host, {})), jsonText(resultJson(expected, host, {})));
    EXPECT_EQ(back.data.warnings, expected.warnings);
    EXPECT_EQ(seriesCsv(back.data), seriesCsv(data));
    EXPECT_EQ(latencyCsv(back.data), latencyCsv(data));
    EXPECT_EQ(statesCsv(back.data), statesCsv(data));
    EXPECT_EQ(eventsCsv(back.data), eventsCsv(data));
    EXPECT_EQ(back.host.kernel, host.kernel);
}

// What no result names.
TEST(Recording, KeepsWhatWasInEffectAndWhatLimitedIt) {
    const TempDir dir;
    RunData data = sampleRun();
    data.safety = {.processes = 512,
                   .memoryBytes = 1 << 30,
                   .group = "/ipclab",
                   .groupProblem = "none",
                   .userProcesses = 900,
                   .realTime = true,
                   .endedBy = "processes",
                   .found = 513,
                   .limit = 512,
                   .why = "as few as that"};
    ProcessData& process = data.processes[0];
    process.scheduling.nice = -5;
    process.scheduling.cpus = {0, 3};
    process.settings.ratePerSecond = 250;
    process.settings.messageBytes = 1024;
    process.settings.workNs = 5000;
    process.paused = true;
    process.cpuTimesKnown = false;
    data.links[0].flowKnown = true;
    data.observer.lostWakes = 7;
    data.observer.switchesTimed = false;
    record(dir / "run.ipclab", data);
    const RunData back = loadRecording(dir / "run.ipclab").data;
    EXPECT_EQ(resultJson(back, {}, {})["safety"], resultJson(data, {}, {})["safety"]);
    EXPECT_EQ(back.safety.groupProblem, "none");
    EXPECT_EQ(back.processes[0].scheduling.nice, -5);
    EXPECT_THAT(back.processes[0].scheduling.cpus, testing::ElementsAre(0U, 3U));
    EXPECT_EQ(back.processes[0].settings, process.settings);
    EXPECT_TRUE(back.processes[0].paused);
    EXPECT_FALSE(back.processes[0].cpuTimesKnown);
    EXPECT_EQ(back.processes[0].waits.ns, process.waits.ns);
    EXPECT_EQ(back.processes[0].waits.samples, process.waits.samples);
    EXPECT_TRUE(back.links[0].flowKnown);
    EXPECT_EQ(back.observer.lostWakes, 7U);
    EXPECT_FALSE(back.observer.switchesTimed);
}

TEST(Recording, KeepsEveryQuantityThatCanBeSet) {
    const TempDir dir;
    RunData data = sampleRun();
    std::int64_t next = 1000;
    const auto forEach = [&](auto use) {
        for (const Quantity& quantity : quantities()) {
            if (quantity.set == nullptr) continue;
            for (const QuantityOf& of : ownersIn(data, quantity.owner)) use(quantity, of);
        }
    };
    forEach([&](const Quantity& quantity, const QuantityOf& of) { quantity.set(data, of, next++); });
    ASSERT_GT(next, 1050);
    record(dir / "run.ipclab", data);
    const RunData back = loadRecording(dir / "run.ipclab").data;
    forEach([&](const Quantity& quantity, const QuantityOf& of) {
        EXPECT_EQ(quantity.get(back, of), quantity.get(data, of)) << quantity.id;
    });
}

TEST(Recording, KeepsConnectionsCallsAndWhatWasWaitedFor) {
    const TempDir dir;
    RunData data = sampleRun();
    PortData& port = data.links[0].ports[1];
    port.hasConnections = true;
    port.connectionTotals = {.begun = 9, .opened = 7, .ended = 6, .refused = 2, .reset = 1, .unrecorded = 3};
    ConnectionReading connection;
    connection.slot = 1, connection.generation = 4, connection.peerPid = 77;
    connection.state = ConnectionState::Reset;
    connection.openedNs = kStart + 5;
    connection.endedNs = kStart + 9;
    connection.messagesSent = 1, connection.bytesSent = 20, connection.messagesReceived = 3;
    connection.bytesReceived = 44;
    connection.local = {.family = 2, .port = 4711, .length = 4, .bytes = {127, 0, 0, 1}};
    connection.peer = {.family = 1, .length = 5, .bytes = {'/', 't', 'm', 'p', '\xff'}};
    port.connections = {connection, {}};
    port.connections[1].waitingBytes = 5;
    data.links[0].calls = CallsData{
        .totals = {.issued = 5, .answered = 4, .executed = 6, .byExecutions = {0, 3, 1, 1}},
        .executionsKnown = false,
        .newest = {{1, {.id = 12, .issuedNs = kStart, .executedNs = 0, .answeredNs = kStart + 3, .executions = 2}}}};
    const Waiting empty{WaitReason::Empty, 0}, full{WaitReason::Full, 0};
    data.processes[1].waitsFor.sample(empty, {});
    data.processes[1].waitsFor.sample(empty, std::vector{empty, full});
    data.processes[1].waitsFor.sample({}, {});
    record(dir / "run.ipclab", data);
    const RunData back = loadRecording(dir / "run.ipclab").data;
    EXPECT_EQ(back.links[0].ports[1].connections, port.connections);
    EXPECT_EQ(back.links[0].ports[1].connectionTotals, port.connectionTotals);
    EXPECT_FALSE(back.links[0].ports[0].hasConnections);
    ASSERT_TRUE(back.links[0].calls);
    EXPECT_EQ(back.links[0].calls->totals, data.links[0].calls->totals);
    EXPECT_FALSE(back.links[0].calls->executionsKnown);
    EXPECT_EQ(back.links[0].calls->newest.at(0).reading, data.links[0].calls->newest[0].reading);
    EXPECT_EQ(jsonText(resultJson(back, {}, {})["processes"][1]["waits_for"]),
              jsonText(resultJson(data, {}, {})["processes"][1]["waits_for"]));
    EXPECT_EQ(jsonText(resultJson(back, {}, {})["links"]), jsonText(resultJson(data, {}, {})["links"]));
}

// What waiting cost a server a request: divided anew from what it was divided from.
TEST(Recording, KeepsWhatARequestCostAServer) {
    const TempDir dir;
    RunData data = sampleRun();
    PortData& server = data.links[0].ports[1];
    server.serves = true;
    for (const auto& [figure, value] :
         std::initializer_list<std::pair<ServingFigure, std::uint64_t>>{{ServingFigure::SteadyRequests, 40},
                                                                        {ServingFigure::SteadyCpuNs, 80'000},
                                                                        {ServingFigure::SteadyCalls, 100},
                                                                        {ServingFigure::SteadyWakeUps, 20},
                                                                        {ServingFigure::SteadyLooked, 4000}})
        entryOf(server.serving, figure) = value;
    record(dir / "run.ipclab", data);
    RunData back = loadRecording(dir / "run.ipclab").data;
    back.links[0].ports[1].serves = true;  // the document of this made-up run says nothing of a server
    for (const char* id : {"serving_cpu_ns", "serving_calls", "serving_wakes", "serving_looks"}) {
        const Quantity& quantity = *findQuantity(QuantityOwner::End, id);
        const QuantityOf of{QuantityOwner::End, 0, 1};
        ASSERT_TRUE(quantity.get(back, of)) << id;
        EXPECT_EQ(quantity.get(back, of), quantity.get(data, of)) << id;
    }
    EXPECT_EQ(entryOf(back.links[0].ports[0].serving, ServingFigure::SteadyCalls), 0U);
}

// For people with sqlite3 and no program.
TEST(Recording, ShowsTotalsSideBySide) {
    const TempDir dir;
    RunData data = sampleRun();
    data.endNs = 0;
    {
        RecordingWriter writer(dir / "run.ipclab", data);
        data.links[0].sent = 2500;
        data.sampledNs += 1000;
        writer.finish(data, {});
    }
    Database database(dir / "run.ipclab", Database::Mode::Write);
    Statement links(database, "SELECT name, sent, lost, first_message_ns FROM link_totals");
    ASSERT_TRUE(links.step());
    EXPECT_EQ(links.text(0), "the→link");
    EXPECT_EQ(links.integer(1), 2500) << "the newest";
    EXPECT_EQ(links.integer(2), 1);
    EXPECT_TRUE(links.isNull(3));
    Statement ports(database, "SELECT link, process, messages FROM port_totals ORDER BY id");
    ASSERT_TRUE(ports.step());
    EXPECT_EQ(ports.text(1), "producer");
    EXPECT_EQ(ports.integer(2), 2000);
    Statement changes(database,
                      "SELECT count(*) FROM total WHERE quantity IN (SELECT id FROM quantity WHERE owner = "
                      "'link' AND name IN ('sent', 'received'))");
    ASSERT_TRUE(changes.step());
    EXPECT_EQ(changes.integer(0), 3) << "what has not changed is not written again";
}

TEST(Recording, KeepsWhoWasOnWhichCpuAndWhereTheProcessesComeFrom) {
    const TempDir dir;
    const RunData data = sampleRun();
    record(dir / "run.ipclab", data);
    const RunData back = loadRecording(dir / "run.ipclab").data;
    EXPECT_EQ(back.launcherPid, 41);
    ASSERT_EQ(back.ancestors.size(), 2U);
    EXPECT_EQ(back.ancestors[1].name, "init");
    EXPECT_EQ(back.tasksNotKept, 3U);
    ASSERT_EQ(back.tasks.size(), 3U);
    const StateInterval slept = back.tasks[1].lane.interval(1);
    EXPECT_EQ(slept.state, ProcessState::Waiting);
    EXPECT_EQ(slept.reason, 4);
    ASSERT_EQ(back.cpus.size(), 2U);
    EXPECT_EQ(back.switching().switches, 1U);
    EXPECT_DOUBLE_EQ(back.switching().meanNs(), 1000);
    EXPECT_EQ(back.processes[0].intervalSource, StateSource::SwitchRecords);
    EXPECT_EQ(back.processes[0].switchesTo, 20U);
    ASSERT_TRUE(back.processes[0].threads);
    EXPECT_DOUBLE_EQ(back.processes[0].threads->readyS, 0.25);
    const StateInterval ran = back.cpus.at(0).lane.interval(1);
    EXPECT_EQ(back.runners.at(static_cast<std::size_t>(ran.cpu)), (TaskId{500, 500}));
    EXPECT_TRUE(back.queues.waitingFor[static_cast<std::size_t>(WaitReason::Empty)]);
}

TEST(Recording, GivesEveryEventBackAsItWasEvenOfANewerVersion) {
    const TempDir dir;
    RunData data = sampleRun();
    data.events.clear();
    for (const EventKindInfo& info : allEventKinds()) {
        RunEvent event = readEvent(info.id.empty() ? "storm" : info.id, {{"pid", "7"}, {"count", "5"}, {"why", "ü"}});
        event.atNs = kStart + static_cast<Nanoseconds>(data.events.size());
        data.events.push_back(std::move(event));
    }
    record(dir / "events.ipclab", data);
    const std::vector<RunEvent> back = loadRecording(dir / "events.ipclab").data.events;
    ASSERT_EQ(back.size(), data.events.size());
    for (std::size_t i = 0; i < back.size(); ++i) {
        EXPECT_EQ(back[i].kind, data.events[i].kind);
        EXPECT_EQ(back[i].id(), data.events[i].id());
        EXPECT_EQ(spelledValues(back[i]), spelledValues(data.events[i])) << back[i].id();
        for (std::size_t v = 0; v < back[i].values.size(); ++v)
            EXPECT_EQ(back[i].values[v].data.variant(), data.events[i].values[v].data.variant()) << back[i].id();
    }
}

TEST(Recording, GrowsWithTheRunAndWritesNothingTwice) {
    const TempDir dir;
    RunData data = sampleRun();
    data.endNs = 0;
    {
        RecordingWriter writer(dir / "run.ipclab", data);
        writer.update(data);
        writer.update(data);
        data.links[0].messagesPerSecond.append(kStart + 40'000'000, 2000);
        data.processes[0].lane.append(kStart + 5000, kStart + 9000, ProcessState::Ready);
        data.events.push_back({kStart + 1, {}, {}, EventKind::Started, {}});
        writer.update(data);
        data.endNs = kStart + 3'000'000'000;
        writer.finish(data, {});
    }
    const Recording back = loadRecording(dir / "run.ipclab");
    EXPECT_EQ(seriesCsv(back.data), seriesCsv(data));
    EXPECT_EQ(statesCsv(back.data), statesCsv(data));
    EXPECT_EQ(back.data.events.size(), data.events.size());
}

// Of this version, but made before these were kept: nothing is missing but them.
TEST(Recording, MadeBeforeLatenciesAndSharedObjectsHadTimesOpens) {
    const TempDir dir;
    record(dir / "run.ipclab", sampleRun());
    Database(dir / "run.ipclab", Database::Mode::Write)
        .execute(
            "DROP TABLE latency; DELETE FROM sample WHERE series IN (SELECT id FROM series WHERE process IS NULL "
            "AND link IS NULL); DELETE FROM series WHERE process IS NULL AND link IS NULL; "
            "ALTER TABLE series DROP COLUMN shared; ALTER TABLE series DROP COLUMN cpu");
    const RunData back = loadRecording(dir / "run.ipclab").data;
    EXPECT_TRUE(back.links[0].latencies.empty());
    EXPECT_TRUE(back.cpus.at(0).busyShare.empty());
    RunData without = sampleRun();
    for (auto& [number, cpu] : without.cpus) cpu.busyShare = cpu.switchesPerSecond = TimeSeries();
    EXPECT_EQ(seriesCsv(back), seriesCsv(without));
}

TEST(Recording, KeepsEachLatencyOnceHoweverOftenItIsWritten) {
    const TempDir dir;
    RunData data = sampleRun();
    {
        RecordingWriter writer(dir / "run.ipclab", data);
        for (int i = 2; i < 6; ++i) {
            const Nanoseconds begin = kStart + i * 100'000'000;
            data.links[0].latencies.append(begin, begin + 100'000'000, {{90, static_cast<std::uint32_t>(i)}});
            writer.update(data);
        }
        writer.finish(data, {});
    }
    EXPECT_EQ(latencyCsv(loadRecording(dir / "run.ipclab").data), latencyCsv(data));
}

TEST(Recording, NeverOverwritesAFile) {
    const TempDir dir;
    write(dir / "mine.ipclab", "precious");
    EXPECT_THROW(RecordingWriter(dir / "mine.ipclab", sampleRun()), std::system_error);
    EXPECT_EQ(contentOf(dir / "mine.ipclab"), "precious");
}

TEST(Recording, SaysWhatItsTablesMean) {
    const TempDir dir;
    record(dir / "run.ipclab", sampleRun());
    Database database(dir / "run.ipclab", Database::Mode::Read);
    Statement undescribed(database,
                          "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c "
                          "WHERE NOT EXISTS (SELECT 1 FROM description d WHERE "
                          "d.table_name = t.name AND d.column_name = c.name AND length(d.meaning) > 2)");
    while (undescribed.step()) ADD_FAILURE() << undescribed.text(0) << " is not described (recording_schema.cpp)";
    Statement tables(database,
                     "SELECT name FROM sqlite_schema WHERE name NOT IN "
                     "(SELECT table_name FROM description WHERE column_name IS NULL)");
    while (tables.step()) ADD_FAILURE() << "the table " << tables.text(0) << " is not described";
    Statement twice(database,
                    "SELECT table_name || '.' || coalesce(column_name, '') FROM description "
                    "GROUP BY table_name, column_name HAVING count(*) > 1");
    while (twice.step()) ADD_FAILURE() << twice.text(0) << " is described twice";
    Statement unknown(database,
                      "SELECT count(*) FROM description d WHERE column_name IS NOT NULL AND column_name NOT IN "
                      "(SELECT name FROM pragma_table_info(d.table_name))");
    ASSERT_TRUE(unknown.step());
    EXPECT_EQ(unknown.integer(0), 0) << "a description of a column that is not there";
}

// The child is killed at a moment of its own choosing between two writes of a batch that never ends.
TEST(Recording, IsReadableAfterItsWriterWasKilled) {
    const TempDir dir;
    for (int round = 0; round < 5; ++round) {
        const auto path = dir / ("killed" + std::to_string(round) + ".ipclab");
        int ready[2];
        ASSERT_EQ(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            RunData data = sampleRun();
            data.endNs = 0;
            RecordingWriter writer(path, data);
            for (Nanoseconds t = kStart + 50'000'000;; t += 20'000'000) {
                for (int i = 0; i < 500; ++i) data.links[0].messagesPerSecond.append(t + i, i);
                writer.update(data);
                if (::write(ready[1], "x", 1) != 1) ::_exit(1);
            }
        }
        ::close(ready[1]);
        char mark = 0;
        for (int batches = 0; batches <= 2 + 3 * round; ++batches) ASSERT_EQ(::read(ready[0], &mark, 1), 1);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ::close(ready[0]);
        EXPECT_FALSE(loadRecording(path).complete);
    }
}

// As it is while the run goes on: nobody has told the totals yet.
RunData runningRun() {
    RunData data = sampleRun();
    data.endNs = 0;
    data.sampledNs = kStart + 1'500'000'000;
    for (ProcessData& process : data.processes) {
        process.endedNs = 0;
        process.exit.reset();
        process.state = ProcessState::Waiting;
        process.stateSource = StateSource::None;
        process.runningS = process.readyS = process.waitingS = 0;
        process.maxResidentBytes = 0;
        process.residentBytes.append(kStart + 100'000'000, 2e6);
        process.residentBytes.append(kStart + 200'000'000, 1e6);
    }
    return data;
}

TEST(Recording, ThatWasCutOffTellsTheTotalsOfItsRows) {
    const TempDir dir;
    const RunData data = runningRun();
    { RecordingWriter(dir / "run.ipclab", data).update(data); }
    const Recording back = loadRecording(dir / "run.ipclab");
    EXPECT_FALSE(back.complete);
    EXPECT_THAT(back.data.warnings, testing::Contains(HasSubstr("cut off 1.5 s after the start")));
    const ProcessData& process = back.data.processes[0];
    EXPECT_EQ(process.stateSource, StateSource::SwitchRecords);
    EXPECT_DOUBLE_EQ(process.runningS, 1e-6) << "its rows: 1 µs running, 4 µs waiting";
    EXPECT_DOUBLE_EQ(process.waitingS, 4e-6 + (1.5 - 5e-6)) << "and it still waited when the last row was written";
    EXPECT_EQ(process.maxResidentBytes, 2'000'000U);
    EXPECT_EQ(back.data.links[0].latency.count, data.links[0].latency.count);
    const auto json = resultJson(back.data, back.host, back.data.warnings);
    EXPECT_NEAR(json["processes"][0]["state_s"]["waiting"].get<double>(), 1.5, 0.001);
    EXPECT_NEAR(json["processes"][0]["lifetime_s"].get<double>(), 1.501, 1e-9);
}

TEST(Recording, HasEveryProcessFromItsFirstMomentOn) {
    const TempDir dir;
    RunData data = runningRun();
    data.startNs = data.sampledNs = 0;
    for (ProcessData& process : data.processes) process.bornNs = 0;
    const RecordingWriter writer(dir / "run.ipclab", data);
    const Recording back = loadRecording(dir / "run.ipclab");
    EXPECT_EQ(back.data.processes.size(), data.processes.size());
    EXPECT_EQ(back.data.links.size(), data.links.size());
    EXPECT_THAT(back.data.warnings, testing::Contains(HasSubstr("before the run had begun")));
}

}  // namespace
}  // namespace ipclab::test

// A run made by hand, with a figure of its own in every field, to see what becomes of it elsewhere.
#pragma once

#include <cmath>
#include <string>

#include "document/experiment_json.h"
#include "results/run_data.h"

namespace ipclab::test {

inline constexpr Nanoseconds kStart = 5'000'000'000'000;

inline Experiment sampleExperiment() {
    const auto read = readExperiment(R"({"schema": "ipclab.experiment/1", "id": "sample", "name": {"en": "A, \"B\""},
        "duration_s": 2, "observe": "exact",
        "processes": [{"name": "producer", "program": "producer", "rate_per_s": 1000},
                      {"name": "consumer", "program": "consumer", "launch": "exec"}],
        "links": [{"name": "the→link", "mechanism": "pipe", "from": "producer", "to": "consumer",
                   "capacity": {"bytes": 4096}}]})",
                                     "sample.ipclab.json");
    return read.experiment.value();
}

inline ProcessData sampleProcess(const ProcessSpec& spec, std::int32_t pid) {
    ProcessData p;
    p.name = spec.name;
    p.program = spec.program;
    p.launch = spec.launch;
    p.settings = spec.settings;
    p.pid = pid;
    p.ppid = 41;
    p.bornNs = kStart - 1'000'000;
    p.endedNs = kStart + 2'000'000'000;
    p.exit = ExitStatus{.code = 0, .signal = {}, .coreDumped = false};
    p.state = ProcessState::Terminated;
    p.stateSource = StateSource::Accounting;
    p.intervalSource = StateSource::SwitchRecords;
    p.threads = ThreadTimes{.runningS = 0.5, .readyS = 0.25, .complete = true};
    p.switchingS = 0.00002, p.switchesTo = 20;
    p.runningS = 0.5, p.readyS = 0.25, p.waitingS = 1.251;
    p.userS = 0.3, p.systemS = 0.2;
    p.voluntarySwitches = 17, p.involuntarySwitches = 3;
    p.cpuTimesKnown = p.switchesKnown = true;
    p.maxResidentBytes = 1'500'000;
    p.iterations = 2000;
    p.largestResidentBytes = 2'500'000;
    p.descendants = {1.5, 0.25, 40, 5};
    p.waits.sample(WaitReason::Empty);
    p.waits.sample(WaitReason::None);
    appendInterval(p, {kStart, kStart + 1000, ProcessState::Running, 1, 0});
    appendInterval(p, {kStart + 1000, kStart + 5000, ProcessState::Waiting, -1, 2});
    p.cpuShare.append(kStart + 20'000'000, 0.75);
    p.cpuShare.append(kStart + 40'000'000, std::nan(""));
    p.cpuShare.append(kStart + 60'000'000, 0.5);
    return p;
}

inline LinkData sampleLink(const Experiment& experiment) {
    LinkData l;
    l.name = experiment.links[0].name;
    l.mechanism = "pipe";
    l.requested = requestedSpec(experiment, experiment.links[0]);
    l.effective.capacityBytes = 4096;
    l.ports = {{.process = 0,
                .role = PortRole::Sender,
                .messages = 2000,
                .bytes = 128000,
                .systemCalls = 2000,
                .wouldBlock = 1,
                .blockedS = 0.125,
                .fromSenders = {}},
               {.process = 1,
                .role = PortRole::Receiver,
                .messages = 2000,
                .bytes = 128000,
                .systemCalls = 4000,
                .wouldBlock = 2,
                .blockedS = 1.5,
                .fromSenders = {2000}}};
    l.sent = 2000, l.received = 1999, l.bytes = 127936, l.lost = 1, l.duplicated = 2, l.reordered = 3, l.corrupted = 4;
    l.messagesPerSecond.append(kStart + 20'000'000, 1000);
    l.p50Ns.append(kStart + 100'000'000, 12'000);
    l.latencies.append(kStart, kStart + 100'000'000, {{82, 60}, {100, 6}});
    l.depthUnit = DepthUnit::Bytes;
    l.depthCapacity = 4096;
    l.latency = {.p50 = 11, .p90 = 22, .p99 = 33, .p999 = 44, .max = 55, .count = 66};
    l.transit = {.p50 = 1, .p90 = 2, .p99 = 3, .p999 = 4, .max = 5, .count = 66};
    l.paced = 66;
    l.moments = {.firstNs = kStart + 500'000'000, .lastNs = kStart + 1'500'000'000, .messages = 1901, .bytes = 121664};
    l.rateWindowS.append(kStart + 20'000'000, 0.019);
    l.transitP50Ns.append(kStart + 100'000'000, 2000);
    l.depthMean = 1.5, l.depthMax = 7, l.systemDepthMax = 448;
    return l;
}

// A process of the document, its child, which became another program and was waited for, and a thread of it.
inline void addSampleTasks(RunData& data) {
    data.launcherPid = 41;
    data.ancestors = {{40, "ipclab"}, {1, "init"}};
    data.tasksNotKept = 3;
    TaskData& producer = data.tasks.emplace_back();
    producer.pid = 100, producer.bornOf = producer.parent = 41, producer.process = 0, producer.name = "producer";
    producer.bornNs = kStart - 1'000'000, producer.endedNs = kStart + 2'000'000'000, producer.birthSeen = true;
    producer.state = ProcessState::Terminated;
    TaskData& child = data.tasks.emplace_back();
    child.pid = 500, child.bornOf = 100, child.parent = 41, child.name = "sleep";
    child.execs = {{kStart + 1500, "sleep"}};
    child.bornNs = kStart + 1000, child.endedNs = kStart + 9000, child.reapedNs = kStart + 12'000;
    child.exit = ExitStatus{.code = 7, .signal = {}, .coreDumped = false};
    child.state = ProcessState::Terminated;
    appendInterval(child, {kStart + 1000, kStart + 2000, ProcessState::Running, 0, 0});
    appendInterval(child, {kStart + 2000, kStart + 9000, ProcessState::Waiting, -1, 4});
    child.lane.append(kStart + 9000, kStart + 12'000, ProcessState::Zombie);
    TaskData& thread = data.tasks.emplace_back();
    thread.pid = 500, thread.tid = 501, thread.bornOf = thread.parent = 500, thread.name = "second";
    thread.bornNs = kStart + 1200, thread.endedNs = kStart + 9000, thread.birthSeen = true;
    thread.state = ProcessState::Terminated;
    thread.lane.append(kStart + 1200, kStart + 9000, ProcessState::Ready, 1);
    data.runners = {{100, 100}, {500, 500}};
    data.cpus[0].lane.append(kStart, kStart + 1000, ProcessState::Running, 0);
    data.cpus[0].lane.append(kStart + 1000, kStart + 2000, ProcessState::Running, 1);
    data.cpus[3].lane.append(kStart + 500, kStart + 700, ProcessState::Running, 0);
    data.cpus[3].add(kStart + 700, kStart + 1700, true, 0);
    data.cpus[0].busyShare.append(kStart + 100'000'000, 0.25);
    data.queues.running.append(kStart + 100'000'000, 1.25);
    data.queues.ready.append(kStart + 100'000'000, 0.5);
    data.queues.waiting.append(kStart + 100'000'000, 1);
    data.queues.waitingFor[static_cast<std::size_t>(WaitReason::Empty)].emplace().append(kStart + 100'000'000, 0.75);
}

inline RunData sampleRun() {
    RunData data;
    data.experiment = data.document = sampleExperiment();
    data.startNs = kStart;
    data.endNs = kStart + 2'000'000'000;
    data.sampledNs = data.endNs;
    data.processes.push_back(sampleProcess(data.experiment.processes[0], 100));
    data.processes.push_back(sampleProcess(data.experiment.processes[1], 101));
    data.links.push_back(sampleLink(data.experiment));
    data.events.push_back({kStart - 5000, 0, {}, EventKind::Launched, {{"pid", 100}}});
    data.events.push_back({kStart + 1'500'000'000, 1, 0, EventKind::Output, {{"text", "a \"quoted\", line\n"}}});
    data.events.push_back({kStart - 6000, {}, {}, EventKind::Observer, {{"wakes", true}}});
    data.warnings = {"something to be noted"};
    addSampleTasks(data);
    data.observer = {
        .asked = ObserveLevel::Exact,
        .level = ObserveLevel::Exact,
        .reason = {},
        .lostEvents = 5,
        .wakesSeen = true,
        .wakeReason = {},
        .lostWakes = 0,
        .droppedSamples = 0,
        .samplerCpuS = 0.01,
        .cost = ObserverCost{.ratio = 0.98, .low = 0.9, .high = 1.01, .pairs = 5, .seconds = 1, .paced = true}};
    return data;
}

}  // namespace ipclab::test

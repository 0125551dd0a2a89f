// What a link is asked for follows from the programs around it.
#include "document/experiment.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "documents.h"
#include "links/message.h"

namespace ipclab::test {

namespace {

// producer → relay → consumer, and a circle of relays beside them.
const std::string kRelayed = R"({
  "schema": "ipclab.experiment/1", "duration_s": 1,
  "processes": [
    { "name": "p", "program": "producer", "message_bytes": 100 },
    { "name": "q", "program": "producer", "message_bytes": 300 },
    { "name": "r", "program": "relay" }, { "name": "c", "program": "consumer" },
    { "name": "x", "program": "relay" }, { "name": "y", "program": "relay" }
  ],
  "links": [
    { "mechanism": "pipe", "from": ["p", "q"], "to": "r", "capacity": { "bytes": 8192 } },
    { "mechanism": "pipe", "from": "r", "to": "c" },
    { "mechanism": "pipe", "from": "x", "to": "y" }, { "mechanism": "pipe", "from": "y", "to": "x" }
  ],
  "steps": [{ "at_s": 0.5, "process": "p", "do": "set", "message_bytes": 500 }]
})";

TEST(LargestMessage, IsOfTheLargestSenderStepsIncluded) {
    Experiment experiment = read(kRelayed);
    EXPECT_EQ(largestMessageBytes(experiment, experiment.links[0]), 500U);
    experiment.steps.clear();
    EXPECT_EQ(largestMessageBytes(experiment, experiment.links[0]), 300U);
}

TEST(LargestMessage, IsPassedOnByRelays) {
    const Experiment experiment = read(kRelayed);
    EXPECT_EQ(largestMessageBytes(experiment, experiment.links[1]), 500U);
}

TEST(LargestMessage, IsTheSmallestPossibleInACircleNobodyFeeds) {
    const Experiment experiment = read(kRelayed);
    EXPECT_EQ(largestMessageBytes(experiment, experiment.links[2]), kMinMessageBytes);
}

TEST(LargestMessage, IsKnownForALinkThatIsStillBeingDrawn) {
    const Experiment experiment = read(kRelayed);
    LinkSpec drawn = experiment.links[1];
    drawn.name = "drawn";
    EXPECT_EQ(largestMessageBytes(experiment, drawn), 500U);
}

TEST(LinkSpecs, SayWhatTheDocumentAsks) {
    const Experiment experiment = read(kRelayed);
    const LinkRequest spec = linkSpec(experiment, experiment.links[0]);
    EXPECT_EQ(spec.name, "p→r");
    EXPECT_EQ(spec.senders, 2U);
    EXPECT_EQ(spec.receivers, 1U);
    EXPECT_GE(spec.maxMessageBytes, 500U);
    EXPECT_EQ(spec.capacityBytes, 8192U);
    EXPECT_FALSE(spec.capacityMessages);
}

TEST(LinkSpecs, AreTheSameOneByOneAndAllAtOnce) {
    const Experiment experiment = read(kRelayed);
    const auto specs = linkSpecs(experiment);
    ASSERT_EQ(specs.size(), experiment.links.size());
    for (std::size_t i = 0; i < specs.size(); ++i) {
        EXPECT_EQ(specs[i].maxMessageBytes, linkSpec(experiment, experiment.links[i]).maxMessageBytes);
    }
}

TEST(LinkSpecs, SlotsAreAsLargeAsTheLargestMessageAndNoLarger) {
    Experiment experiment = read(kRelayed);
    for (LinkSpec& link : experiment.links) link.mechanism = "posix-mq";
    EXPECT_EQ(linkSpecs(experiment)[0].maxMessageBytes, 500U);
    EXPECT_EQ(linkSpecs(experiment)[1].maxMessageBytes, 500U);
    EXPECT_EQ(linkSpecs(experiment)[2].maxMessageBytes, kMinMessageBytes);
}

TEST(Document, IdComesFromTheFileName) {
    EXPECT_EQ(readExperiment(kSound, "/some/where/my-test.ipclab.json").experiment->id, "my-test");
    EXPECT_EQ(readExperiment(kSound, "My Test.ipclab.json").experiment->id, "");
    EXPECT_EQ(readExperiment(kSound, "recording").experiment->id, "");
}

TEST(Document, EveryFieldSurvivesWritingAndReading) {
    const std::string full = R"({
      "schema": "ipclab.experiment/1", "id": "full", "row": "M2", "name": "One language", "summary": { "ko": "하나" },
      "look": { "en": "a", "ko": "나" }, "duration_s": 0.0015, "memory_budget_bytes": 1048576, "safety": { "processes": 3000, "memory_bytes": 1048576 }, "seed": 9007199254740991, "observe": "sampled",
      "sample_hz": 33.3,
      "processes": [
        { "name": "a.b", "program": "producer", "launch": "exec", "rate_per_s": 0.1, "message_bytes": 16777216,
          "work_us": 0.001, "count": 7, "start_delay_s": 0.25, "cpus": [0], "nice": 5, "policy": "batch",
          "limits": { "cpu_s": 9, "address_space_bytes": 1048576000, "file_bytes": 0, "open_files": 64, "processes": 4000,
            "stack_bytes": 8388608 }, "importance": "service", "place": [-12, 100000] },
        { "name": "f", "program": "memory", "area": "stack", "bytes": 1, "step_bytes": 17179869184, "hold_s": 0.5 },
        { "name": "g", "program": "threads", "threads": 3 },
        { "name": "h", "program": "fork-tree", "forks": 10 },
        { "name": "i", "program": "parent", "way": "run-on" },
        { "name": "c", "program": "consumer" },
        { "name": "d", "program": "command", "command": ["cat", "", "\u00e9\n"] },
        { "name": "e", "program": "command", "command": ["cat"] }
      ],
      "links": [
        { "name": "l", "mechanism": "pipe", "from": { "process": "a.b", "mode": "nonblocking", "priority": 3, "type": 2147483647 },
          "to": [{ "process": "c", "timeout_ms": 1.5, "type": -4 }], "capacity": { "bytes": 65536 }, "stamp_every": 3 },
        { "mechanism": "fifo", "from": { "process": "d", "attach": "stdio" }, "to": { "process": "e", "attach": "descriptor" } },
        { "name": "m", "mechanism": "tcp", "from": "c", "to": "a.b", "reverse_of": "l", "duplex": "half", "place": [3, 4] }
      ],
      "steps": [
        { "at_s": 0.001, "process": "a.b", "do": "set", "rate_per_s": 0, "message_bytes": 32, "work_us": 0,
          "nice": -20, "cpus": [] },
        { "at_s": 0.002, "process": "e", "do": "set", "nice": 0, "cpus": [0] },
        { "at_s": 0, "process": "c", "do": "stop" }
      ]
    })";
    const Experiment experiment = read(full);
    const Experiment again = read(writeExperiment(experiment));
    EXPECT_EQ(again, experiment);
    EXPECT_EQ(experiment.durationNs, 1'500'000);
    EXPECT_EQ(experiment.processes[0].policy, SchedulingPolicy::Batch);
    EXPECT_EQ(experiment.processes[0].limits.fileBytes, 0U);
    EXPECT_EQ(experiment.processes[0].importance, Importance::Service);
    EXPECT_EQ(experiment.processes[0].place, (CanvasPlace{-12, 100'000}));
    EXPECT_EQ(experiment.links[2].place, (CanvasPlace{3, 4}));
    EXPECT_EQ(experiment.processes[1].parameters.area, MemoryArea::Stack);
    EXPECT_EQ(experiment.processes[1].parameters.holdNs, kNsPerSecond / 2);
    EXPECT_EQ(experiment.processes[4].parameters.way, "run-on");
    EXPECT_EQ(experiment.processes[0].settings.workNs, 1);
    EXPECT_EQ(experiment.links[0].receivers[0].timeoutNs, 1'500'000);
    EXPECT_EQ(experiment.links[1].name, "d→e");
    EXPECT_EQ(experiment.links[2].reverseOf, "l");
    EXPECT_EQ(experiment.links[2].duplex, Duplex::Half);
    EXPECT_EQ(experiment.steps[0].ratePerSecond, 0);
    EXPECT_EQ(experiment.steps[0].nice, -20);
    EXPECT_EQ(experiment.steps[0].cpus, std::vector<unsigned>());
    EXPECT_EQ(experiment.steps[1].nice, 0);
    EXPECT_EQ(toJson(experiment).at("seed"), 9007199254740991U);
}

TEST(Document, NetworksAndCallsSurviveWritingAndReading) {
    const Experiment experiment = read(R"({
      "schema": "ipclab.experiment/1", "duration_s": 1,
      "processes": [
        { "name": "a", "program": "caller", "semantics": "at-most-once", "timeout_ms": 0.1, "attempts": 3, "count": 5 },
        { "name": "n", "program": "network", "loss": 0.25, "duplicate": 0.5, "reorder": 1, "delay_ms": 1.5,
          "jitter_ms": 60000, "cut_after": 9007199254740991 },
        { "name": "e", "program": "executor", "semantics": "exactly-once", "crashes": 1000 },
        { "name": "s", "program": "reliable-sender", "way": "go-back-n", "window": 64 },
        { "name": "r", "program": "reliable-receiver" }
      ],
      "links": [
        { "name": "1", "mechanism": "udp", "from": "a", "to": "n" }, { "name": "2", "mechanism": "udp", "from": "n", "to": "e" },
        { "name": "3", "mechanism": "udp", "from": "e", "to": "n" }, { "name": "4", "mechanism": "udp", "from": "n", "to": "a" },
        { "name": "5", "mechanism": "udp", "from": "s", "to": "r" }, { "name": "6", "mechanism": "udp", "from": "r", "to": "s" }
      ],
      "steps": [
        { "at_s": 0.1, "process": "n", "do": "set", "loss": 0 },
        { "at_s": 0.2, "process": "n", "do": "set", "duplicate": 0.1, "reorder": 0, "delay_ms": 0, "jitter_ms": 0.25 }
      ]
    })");
    EXPECT_EQ(read(writeExperiment(experiment)), experiment);
    EXPECT_EQ(experiment.processes[0].parameters.semantics, CallSemantics::AtMostOnce);
    EXPECT_EQ(experiment.processes[0].parameters.timeoutNs, 100'000);
    EXPECT_EQ(experiment.processes[0].parameters.attempts, 3U);
    const NetworkConditions asked{0.25, 0.5, 1, 1'500'000, 60'000'000'000};
    EXPECT_EQ(experiment.processes[1].settings.network, asked);
    EXPECT_EQ(experiment.processes[1].parameters.cutAfter, 9007199254740991U);
    EXPECT_EQ(experiment.processes[2].parameters.crashes, 1000U);
    EXPECT_EQ(experiment.processes[3].parameters.window, 64U);
    EXPECT_EQ(experiment.steps[0].loss, 0);
    EXPECT_EQ(experiment.steps[0].applied(asked), (NetworkConditions{0, 0.5, 1, 1'500'000, 60'000'000'000}));
    EXPECT_EQ(experiment.steps[1].applied(asked), (NetworkConditions{0.25, 0.1, 0, 0, 250'000}));
    // Its messages have room for what it writes into them, whatever was asked for.
    EXPECT_GE(largestMessageBytes(experiment, experiment.links[0]), kMessageWithContentBytes);
    EXPECT_GE(largestMessageBytes(experiment, experiment.links[3]), kMessageWithContentBytes);
}

TEST(Document, DefaultsAreLeftOut) {
    const std::string written = writeExperiment(read(kSound));
    for (const char* field :
         {"seed", "observe", "sample_hz", "launch", "nice", "policy", "limits", "importance", "message_bytes", "mode",
          "capacity", "stamp_every", "reverse_of", "duplex", "\"name\": \"producer→consumer\""}) {
        EXPECT_EQ(written.find(field), written.npos) << field;
    }
}

// 0 is a nice value like any other; none at all is as the laboratory's own.
TEST(Document, NiceZeroIsNotNoNice) {
    EXPECT_EQ(read(kSound).processes[0].nice, std::nullopt);
    const Experiment zero = read(replaced(kSound, "\"rate_per_s\": 100", "\"nice\": 0"));
    EXPECT_EQ(zero.processes[0].nice, 0);
    EXPECT_NE(writeExperiment(zero).find("\"nice\": 0"), std::string::npos);
}

TEST(Document, WholeNumbersMayBeWrittenAsFloats) {
    const auto text = replaced(kSound, "\"rate_per_s\": 100", "\"message_bytes\": 1e3, \"count\": 2.0");
    EXPECT_EQ(read(text).processes[0].settings.messageBytes, 1000U);
    EXPECT_EQ(read(text).processes[0].settings.count, 2U);
}

}  // namespace

}  // namespace ipclab::test

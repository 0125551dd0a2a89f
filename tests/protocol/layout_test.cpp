// Which slots of the shared segment belong to which link and endpoint.
#include "protocol/layout.h"

#include <gmock/gmock.h>

#include <set>
#include <string>

#include "document/experiment_json.h"

namespace ipclab::test {

namespace {

Experiment read(const std::string& processes, const std::string& links) {
    const std::string text =
        R"({"schema":"ipclab.experiment/1","duration_s":5,"processes":[)" + processes + R"(],"links":[)" + links + "]}";
    ReadResult result = readExperiment(text, "test.ipclab.json");
    for (const Problem& problem : result.problems) EXPECT_EQ(problem.severity, Severity::Warning) << problem.message;
    return result.experiment.value_or(Experiment{});
}

std::string process(const std::string& name, const std::string& program) {
    return R"({"name":")" + name + R"(","program":")" + program + R"("})";
}

std::string link(const std::string& name, const std::string& mechanism, const std::string& from,
                 const std::string& to) {
    return R"({"name":")" + name + R"(","mechanism":")" + mechanism + R"(","from":[)" + from + R"(],"to":[)" + to +
           "]}";
}

// Names in quotes: "c0","c1" …
std::string several(const std::string& letter, int count) {
    std::string names;
    for (int i = 0; i < count; ++i) names += (i == 0 ? "\"" : ",\"") + letter + std::to_string(i) + '"';
    return names;
}

std::string processes(const std::string& letter, int count, const std::string& program) {
    std::string all;
    for (int i = 0; i < count; ++i) all += (i == 0 ? "" : ",") + process(letter + std::to_string(i), program);
    return all;
}

TEST(Layout, TheEndpointsOfALinkLieTogetherSendersFirst) {
    const Segment segment = makeSegment(
        read(processes("p", 2, "producer") + "," + processes("c", 2, "consumer"),
             link("a", "pipe", R"("p0")", R"("c0")") + "," + link("b", "posix-mq", R"("p1")", R"("c0","c1")")));
    ASSERT_EQ(segment.endpoints().size(), 5U);
    EXPECT_EQ(segment.endpointsOf(0).size(), 2U);
    EXPECT_EQ(segment.endpointsOf(1).size(), 3U);
    EXPECT_EQ(segment.endpointsOf(1).data(), segment.endpointsOf(0).data() + 2);
    for (std::uint32_t i = 0; i < 2; ++i) {
        for (const EndpointSlot& endpoint : segment.endpointsOf(i)) EXPECT_EQ(endpoint.link, i);
        EXPECT_EQ(segment.endpointsOf(i)[0].role, PortRole::Sender);
        EXPECT_EQ(segment.endpointsOf(i)[1].role, PortRole::Receiver);
    }
    EXPECT_EQ(segment.endpointsOf(1)[2].process, 3U);
}

TEST(Layout, FewReceiversHaveAHistogramEachAndManyShare) {
    const auto few = static_cast<int>(kLatenciesPerLink), many = few + 3;
    const Segment segment = makeSegment(read(process("p", "producer") + "," + processes("c", many, "consumer"),
                                             link("few", "posix-mq", R"("p")", several("c", few)) + "," +
                                                 link("many", "posix-mq", R"("p")", several("c", many))));
    EXPECT_EQ(segment.latencies().size(), 2 * kLatenciesPerLink);
    std::set<std::uint32_t> own, shared;
    for (const EndpointSlot& endpoint : segment.endpointsOf(0)) {
        if (endpoint.role != PortRole::Receiver) continue;
        EXPECT_EQ(endpoint.latencyShared, 0U);
        EXPECT_TRUE(own.insert(endpoint.latency).second) << "one writer each";
    }
    for (const EndpointSlot& endpoint : segment.endpointsOf(1)) {
        if (endpoint.role != PortRole::Receiver) continue;
        EXPECT_EQ(endpoint.latencyShared, 1U);
        shared.insert(endpoint.latency);
    }
    EXPECT_EQ(own.size(), kLatenciesPerLink);
    EXPECT_EQ(shared.size(), kLatenciesPerLink);
    for (const std::uint32_t slot : shared) EXPECT_FALSE(own.contains(slot));
}

TEST(Layout, OnlyEndsOfConnectionsHaveSlotsForThemAndNobodySharesThem) {
    const Segment segment = makeSegment(read(
        processes("p", 3, "producer") + "," + processes("c", 2, "consumer"),
        link("sockets", "tcp", several("p", 3), several("c", 2)) + "," + link("pipe", "pipe", R"("p0")", R"("c0")")));
    std::set<const ConnectionSlot*> slots;
    std::size_t count = 0;
    for (EndpointSlot& endpoint : segment.endpointsOf(0)) {
        const bool sends = endpoint.role == PortRole::Sender;
        EXPECT_GE(endpoint.connections, sends ? 2U : 3U) << "one for each at the other side";
        for (const ConnectionSlot& slot : segment.connectionsOf(endpoint)) slots.insert(&slot);
        count += endpoint.connections;
        EXPECT_TRUE(segment.connectionPool(endpoint).records());
    }
    EXPECT_EQ(slots.size(), count);
    for (EndpointSlot& endpoint : segment.endpointsOf(1)) {
        EXPECT_TRUE(segment.connectionsOf(endpoint).empty());
        EXPECT_FALSE(segment.connectionPool(endpoint).records());
    }
}

TEST(Layout, WhoCallsHasItsCallsRecorded) {
    const Segment segment = makeSegment(read(process("client", "client") + "," + process("server", "echo"),
                                             link("ask", "pipe", R"("client")", R"("server")") + "," +
                                                 link("answer", "pipe", R"("server")", R"("client")")));
    EXPECT_EQ(segment.callers().size(), 1U);
    EXPECT_EQ(segment.endpointsOf(0)[0].caller, 0U);
    EXPECT_EQ(segment.endpointsOf(0)[1].caller, kNoIndex);
    EXPECT_EQ(segment.endpointsOf(1)[0].caller, kNoIndex) << "an answer is no call";
}

// Before histograms lay at their links, this was 1.3 MB.
TEST(Layout, SixteenProcessesInARingAreSmall) {
    constexpr int kCount = 16;
    std::string links;
    for (int i = 0; i < kCount; ++i) {
        links += (i == 0 ? "" : ",") + link("l" + std::to_string(i), "unix-stream", "\"r" + std::to_string(i) + '"',
                                            "\"r" + std::to_string((i + 1) % kCount) + '"');
    }
    const Segment segment = makeSegment(read(processes("r", kCount, "relay"), links));
    RecordProperty("bytes", std::to_string(segment.header().sizeBytes));
    EXPECT_LT(segment.header().sizeBytes, 700'000U);
}

}  // namespace

}  // namespace ipclab::test

// What stands below a link in a real run: its endpoints' connections, its calls, its times under way, and what those
// wait for who wait for several things at once.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <map>

#include "export/result_json.h"
#include "results/deadlocks.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::experiment;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class Endpoints : public test::RunTest {
protected:
    const LinkData& onlyLink(const std::string& text) {
        const RunData& data = finish(experiment(text));
        EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
        return data.links.at(0);
    }
};

// Three producers, one consumer.
std::string threeToOne(const std::string& mechanism, const std::string& launch) {
    const auto producer = [&](const char* name, int count) {
        return std::string(R"({"name":")") + name + R"(","program":"producer","launch":")" + launch +
               R"(","rate_per_s":2000,"count":)" + std::to_string(count) + "},";
    };
    return R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[)" + producer("p", 100) +
           producer("q", 200) + producer("r", 300) + R"({"name":"c","program":"consumer","launch":")" + launch +
           R"("}],"links":[{"name":"l","mechanism":")" + mechanism + R"(","from":["p","q","r"],"to":"c"}]})";
}

struct SeveralToOne : Endpoints, ::testing::WithParamInterface<std::tuple<std::string, std::string>> {};

TEST_P(SeveralToOne, EachSenderHasAConnectionOfItsOwnAtTheReceiver) {
    const auto& [mechanism, launch] = GetParam();
    const LinkData& link = onlyLink(threeToOne(mechanism, launch));
    const RunData& data = m_run->data();
    ASSERT_EQ(link.ports.size(), 4U);
    const PortData& server = link.ports[3];
    ASSERT_EQ(server.connections.size(), 3U);
    EXPECT_EQ(server.connectionTotals, (ConnectionTotals{.begun = 3, .opened = 3, .ended = 3}));
    std::vector<std::uint64_t> received;
    for (const ConnectionReading& connection : server.connections) {
        EXPECT_EQ(connection.state, ConnectionState::Closed);
        received.push_back(connection.messagesReceived);
        EXPECT_EQ(connection.messagesSent, 0U);
        EXPECT_GT(connection.bytesReceived, 0U);
        EXPECT_GE(connection.endedNs, connection.openedNs);
        EXPECT_THAT(connection.local.text(), Not(IsEmpty()));
        // The sender at the other side: by its address, or by the process the kernel names.
        const auto sender = std::ranges::find_if(link.ports, [&](const PortData& port) {
            if (port.role != PortRole::Sender || port.connections.size() != 1) return false;
            return mechanism == "tcp" ? port.connections[0].local == connection.peer
                                      : data.processes[port.process].pid == connection.peerPid;
        });
        ASSERT_NE(sender, link.ports.end()) << connection.peer.text();
        EXPECT_EQ(sender->connections[0].messagesSent, connection.messagesReceived);
        EXPECT_EQ(sender->connections[0].bytesSent, connection.bytesReceived);
        EXPECT_EQ(sender->connections[0].peer, connection.local);
    }
    EXPECT_THAT(received, testing::UnorderedElementsAre(100, 200, 300));
    const auto json = resultJson(data)["links"][0]["endpoints"];
    ASSERT_EQ(json.size(), 4U);
    EXPECT_EQ(json[3]["process"], "c");
    EXPECT_EQ(json[3]["role"], "receiver");
    EXPECT_EQ(json[3]["connection_counts"]["opened"], 3);
    EXPECT_EQ(json[3]["connections"].size(), 3U);
    EXPECT_EQ(json[3]["connections"][0]["state"], "closed");
    EXPECT_EQ(json[0]["connections"][0]["messages"]["sent"], 100);
}

INSTANTIATE_TEST_SUITE_P(Mechanisms, SeveralToOne,
                         ::testing::Combine(::testing::Values("tcp", "unix-stream", "unix-seqpacket", "win-pipe",
                                                              "alpc-port"),
                                            ::testing::Values("fork", "exec")),
                         [](const auto& tested) {
                             std::string name = std::get<0>(tested.param) + '_' + std::get<1>(tested.param);
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST_F(Endpoints, TheConnectionsOfOneThatIsKilledHaveEnded) {
    start(experiment(R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[
        {"name":"p","program":"producer","rate_per_s":100},{"name":"q","program":"producer","rate_per_s":100},
        {"name":"c","program":"consumer"}],
        "links":[{"name":"l","mechanism":"unix-stream","from":["p","q"],"to":"c"}]})"));
    const LinkData& link = m_run->data().links.at(0);
    const auto open = [&] {
        return std::ranges::count(link.ports[2].connections, ConnectionState::Open, &ConnectionReading::state);
    };
    ASSERT_TRUE(until([&] { return open() == 2; })) << "seen while the run goes on";
    m_run->sendSignal(0, SIGKILL);
    ASSERT_TRUE(until([&] { return open() == 1; }));
    EXPECT_TRUE(until([&] { return link.ports[0].connectionTotals.now() == 0; })) << "the launcher ends what it had";
    m_run->stop();
    ASSERT_TRUE(untilEnded());
    EXPECT_EQ(link.ports[2].connectionTotals.now(), 0U);
}

TEST_F(Endpoints, AMechanismWithoutConnectionsHasNone) {
    const LinkData& link = onlyLink(R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[
        {"name":"p","program":"producer","count":10},{"name":"c","program":"consumer"}],
        "links":[{"name":"l","mechanism":"pipe","from":"p","to":"c"}]})");
    const auto json = resultJson(m_run->data())["links"][0];
    EXPECT_FALSE(link.ports[0].hasConnections);
    EXPECT_TRUE(json["endpoints"][0]["connections"].is_null());
    EXPECT_TRUE(json["calls"].is_null()) << "a producer calls nobody";
    EXPECT_EQ(json["endpoints"][0]["messages"], 10);
}

// --- calls ---------------------------------------------------------------------------------------------------------

std::string clientAndEcho(const std::string& mechanism, const std::string& launch, int count) {
    const auto link = [&](const char* name, const char* from, const char* to) {
        return std::string(R"({"name":")") + name + R"(","mechanism":")" + mechanism + R"(","from":")" + from +
               R"(","to":")" + to + R"("})";
    };
    return R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[
        {"name":"client","program":"client","launch":")" +
           launch + R"(","count":)" + std::to_string(count) + R"(},{"name":"server","program":"echo","launch":")" +
           launch + R"("}],"links":[)" + link("ask", "client", "server") + "," + link("answer", "server", "client") +
           "]}";
}

struct CallsOver : Endpoints, ::testing::WithParamInterface<std::tuple<std::string, std::string>> {};

TEST_P(CallsOver, EveryCallIsExecutedOnceAndAnswered) {
    constexpr int kCalls = 200;
    const auto& [mechanism, launch] = GetParam();
    const LinkData& link = onlyLink(clientAndEcho(mechanism, launch, kCalls));
    ASSERT_TRUE(link.calls);
    EXPECT_TRUE(link.calls->executionsKnown);
    EXPECT_EQ(
        link.calls->totals,
        (CallTotals{.issued = kCalls, .answered = kCalls, .executed = kCalls, .requests = kCalls, .byExecutions = {0, kCalls, 0, 0}}));
    ASSERT_EQ(link.calls->newest.size(), kCallsKept);
    for (const CallData& call : link.calls->newest) {
        EXPECT_EQ(call.reading.executions, 1U);
        EXPECT_GT(call.reading.issuedNs, 0);
        EXPECT_GE(call.reading.executedNs, call.reading.issuedNs);
        EXPECT_GE(call.reading.answeredNs, call.reading.executedNs);
    }
    EXPECT_EQ(link.calls->newest.back().reading.id, kCalls - 1U);
    EXPECT_FALSE(m_run->data().links[1].calls) << "an answer is no call";
    const auto json = resultJson(m_run->data())["links"][0]["calls"];
    EXPECT_EQ(json["issued"], kCalls);
    EXPECT_EQ(json["executed"], kCalls);
    EXPECT_EQ(json["by_executions"]["once"], kCalls);
    EXPECT_EQ(json["by_executions"]["twice"], 0);
    EXPECT_EQ(json["newest"].size(), kCallsKept);
    EXPECT_EQ(json["newest"][0]["process"], "client");
}

INSTANTIATE_TEST_SUITE_P(Mechanisms, CallsOver,
                         ::testing::Combine(::testing::Values("pipe", "tcp", "posix-shm"),
                                            ::testing::Values("fork", "exec")),
                         [](const auto& tested) {
                             std::string name = std::get<0>(tested.param) + '_' + std::get<1>(tested.param);
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST_F(Endpoints, WhatACommandExecutesIsNotInvented) {
    const LinkData& link = onlyLink(R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[
        {"name":"client","program":"client","count":5},{"name":"cat","program":"command","command":["cat"]}],
        "links":[{"name":"ask","mechanism":"pipe","from":"client","to":"cat"},
                 {"name":"answer","mechanism":"pipe","from":"cat","to":"client"}]})");
    ASSERT_TRUE(link.calls);
    EXPECT_FALSE(link.calls->executionsKnown);
    EXPECT_EQ(link.calls->totals.answered, 5U);
    const auto json = resultJson(m_run->data())["links"][0]["calls"];
    EXPECT_EQ(json["issued"], 5);
    EXPECT_TRUE(json["executed"].is_null());
    EXPECT_TRUE(json["by_executions"]["none"].is_null());
}

// --- times under way -----------------------------------------------------------------------------------------------

struct Mailbox : Endpoints, ::testing::WithParamInterface<std::tuple<int, double>> {};

TEST_P(Mailbox, EveryMessageIsInTheHistogramsOfItsLinkHoweverManyReceive) {
    const auto& [receivers, rate] = GetParam();
    constexpr int kCount = 600;
    std::string processes = R"({"name":"p","program":"producer","count":)" + std::to_string(kCount) +
                            (rate > 0 ? R"(,"rate_per_s":)" + std::to_string(rate) : "") + "}";
    std::string to;
    for (int i = 0; i < receivers; ++i) {
        const std::string name = "c" + std::to_string(i);
        processes += R"(,{"name":")" + name + R"(","program":"consumer"})";
        to += (to.empty() ? "\"" : ",\"") + name + "\"";
    }
    const LinkData& link =
        onlyLink(R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[)" + processes +
                 R"(],"links":[{"name":"l","mechanism":"posix-shm","from":"p","to":[)" + to + "]}]}");
    EXPECT_EQ(link.received, kCount);
    EXPECT_EQ(link.transit.count, kCount);
    EXPECT_EQ(link.latency.count, kCount);
    EXPECT_EQ(link.paced > 0, rate > 0);
    EXPECT_GE(link.latency.p50, link.transit.p50) << "a message is due before it is sent, never after";
    EXPECT_GT(link.transit.p50, 0);
    EXPECT_GE(link.transit.max, link.transit.p50);
}

INSTANTIATE_TEST_SUITE_P(FewAndMany, Mailbox,
                         ::testing::Combine(::testing::Values(1, static_cast<int>(kLatenciesPerLink),
                                                              static_cast<int>(kLatenciesPerLink) + 3),
                                            ::testing::Values(0.0, 2000.0)));

// --- waits for any of several --------------------------------------------------------------------------------------

// A dialogue that hears two others and talks to the first of them, seldom.
constexpr const char* kHub = R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[
    {"name":"hub","program":"dialogue","rate_per_s":1},{"name":"b","program":"dialogue","rate_per_s":1},
    {"name":"c","program":"producer","rate_per_s":1}],
    "links":[{"name":"hub→b","mechanism":"pipe","from":"hub","to":"b"},
             {"name":"b→hub","mechanism":"pipe","from":"b","to":"hub"},
             {"name":"c→hub","mechanism":"pipe","from":"c","to":"hub"}]})";

TEST_F(Endpoints, WhoWaitsForSeveralLinksAndAMomentSaysAllOfThem) {
    start(experiment(kHub));
    const ProcessData& hub = m_run->data().processes.at(0);
    const std::vector<Waiting> all{{WaitReason::Empty, 1}, {WaitReason::Empty, 2}, {WaitReason::Sleep}};
    EXPECT_TRUE(until([&] { return hub.waitsForAny == all; }));
    ASSERT_TRUE(untilRunningFor(1.9));
    EXPECT_TRUE(deadlocksOf(m_run->data()).empty()) << "its time comes, whatever the others do";
    m_run->stop();
    ASSERT_TRUE(untilEnded());
    EXPECT_THAT(deadlocksOf(m_run->data()), IsEmpty());
    std::map<std::string, double> shares;
    const auto json = resultJson(m_run->data());
    for (const auto& wait : json["processes"][0]["waits_for"]) {
        if (wait["link"].is_null()) continue;
        EXPECT_EQ(wait["because"], "empty");
        EXPECT_LE(wait["with_others"].get<double>(), wait["share"].get<double>());
        shares[wait["link"]] = wait["with_others"];
    }
    EXPECT_GT(shares["b→hub"], 0);
    EXPECT_GT(shares["c→hub"], 0);
}

// Two relays wait for one another; who listens to both and to nobody else waits in vain behind them.
std::string hubBehindRelays(const std::string& more, const std::string& link) {
    return R"({"schema":"ipclab.experiment/1","duration_s":1.5,"processes":[
        {"name":"hub","program":"dialogue","count":1},{"name":"x","program":"relay"},{"name":"y","program":"relay"},
        {"name":"sink","program":"consumer"})" +
           more + R"(],"links":[{"name":"hub→sink","mechanism":"pipe","from":"hub","to":"sink"},
        {"name":"x→y","mechanism":"pipe","from":"x","to":"y"},{"name":"y→x","mechanism":"pipe","from":"y","to":"x"},
        {"name":"x→hub","mechanism":"pipe","from":"x","to":"hub"},{"name":"y→hub","mechanism":"pipe","from":"y","to":"hub"})" +
           link + "]}";
}

TEST_F(Endpoints, WhoseEveryWayIsStuckIsBehindTheDeadlock) {
    const RunData& data = finish(experiment(hubBehindRelays("", "")));
    const auto told = deadlocksOf(data);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_THAT(told[0].members, ElementsAre("x", "y"));
    EXPECT_THAT(told[0].behind, ElementsAre("hub"));
}

TEST_F(Endpoints, WhoHasOneWayOutIsNot) {
    const RunData& data =
        finish(experiment(hubBehindRelays(R"(,{"name":"w","program":"producer","rate_per_s":2})",
                                          R"(,{"name":"w→hub","mechanism":"pipe","from":"w","to":"hub"})")));
    const auto told = deadlocksOf(data);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_THAT(told[0].members, ElementsAre("x", "y"));
    EXPECT_THAT(told[0].behind, IsEmpty());
}

}  // namespace
}  // namespace ipclab

// A server to which datagrams come, and those who send them, in real runs: nobody is connected, and every request is
// answered all the same whatever strategy waits for it; what is lost is given up; what is no request is dropped.
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>

#include <fstream>
#include <set>

#include "core/serving_figures.h"
#include "links/registry.h"
#include "results/quantity.h"
#include "runs/server_fixture.h"
#include "serving/registry.h"

namespace ipclab {
namespace {

using test::experiment;
using test::served;

class DatagramRun : public test::ServerRun {
protected:
    static std::string missing(const std::string& mechanism) { return findMechanism(mechanism)->availability().reason; }

    // A number of the fact that a load tells at its end.
    [[nodiscard]] std::uint64_t answered(const std::string& name, std::uint32_t load = 1) const {
        for (const RunEvent& event : m_run->data().events) {
            if (event.id() == "datagrams-answered" && event.process == load) return std::stoull(event.text(name));
        }
        ADD_FAILURE() << "nothing told of datagrams\n" << told();
        return 0;
    }

    [[nodiscard]] std::optional<std::uint64_t> figure(const char* id, std::uint32_t port) const {
        const auto got = findQuantity(QuantityOwner::End, id)->get(m_run->data(), {QuantityOwner::End, 0, port});
        return got ? std::optional(static_cast<std::uint64_t>(std::get<std::int64_t>(*got))) : std::nullopt;
    }
};

std::string withoutDashes(std::string name) {
    std::ranges::replace(name, '-', '_');
    return name;
}

// --- every strategy ------------------------------------------------------------------------------------------------

using Served = std::tuple<std::string, std::string, std::string>;  // strategy, mechanism, launch

std::vector<Served> everyStrategyOverDatagrams() {
    std::vector<Served> all;
    for (const Strategy* strategy : allStrategies()) {
        all.emplace_back(strategy->info().id, "udp", "fork");
        all.emplace_back(strategy->info().id, "udp", "exec");
        all.emplace_back(strategy->info().id, "udp-multicast", "fork");
    }
    return all;
}

struct DatagramStrategy : DatagramRun, ::testing::WithParamInterface<Served> {};

TEST_P(DatagramStrategy, EveryRequestIsAnsweredOverOneSocket) {
    const auto& [strategy, mechanism, launch] = GetParam();
    if (const Availability there = findStrategy(strategy)->availability(); !there.available)
        GTEST_SKIP() << there.reason;
    if (const std::string why = missing(mechanism); !why.empty()) GTEST_SKIP() << why;
    const std::string how = R"("launch":")" + launch + '"', patient = how + R"(,"timeout_ms":15000)";
    const LinkData& link = linkOf(served(mechanism, how + R"(,"strategy":")" + strategy + '"',
                                         {{"a", patient + R"(,"connections":5,"count":300)"},
                                          {"b", patient + R"(,"connections":3,"count":200,"rate_per_s":2000)"}}));
    EXPECT_EQ(link.sent, 500U);
    EXPECT_EQ(link.received, 500U);
    EXPECT_EQ(link.lost + link.duplicated + link.reordered + link.corrupted, 0U);
    ASSERT_TRUE(link.calls);
    EXPECT_EQ(link.calls->totals,
              (CallTotals{.issued = 500, .answered = 500, .executed = 500, .byExecutions = {0, 500, 0, 0}}));
    EXPECT_EQ(link.transit.count, 500U);
    EXPECT_EQ(link.paced, 200U);
    EXPECT_EQ(serverOf(link).connectionTotals, (ConnectionTotals{.begun = 8, .opened = 8, .ended = 8}));
    EXPECT_EQ(serverOf(link).fromSenders, (std::vector<std::uint64_t>{300, 200}));
    std::uint64_t requests = 0, answers = 0;
    for (const ConnectionReading& client : serverOf(link).connections) {
        requests += client.messagesReceived;
        answers += client.messagesSent;
    }
    EXPECT_EQ(requests, 500U);
    EXPECT_EQ(answers, 500U);
    EXPECT_EQ(link.ports[0].connectionTotals, (ConnectionTotals{.begun = 5, .opened = 5, .ended = 5}));
    EXPECT_EQ(figure("serving_accepts", 2), std::nullopt) << "nobody is taken in";
    EXPECT_EQ(figure("serving_hung_up", 2), std::nullopt);
    EXPECT_EQ(figure("serving_dropped", 2), 0U);
    EXPECT_EQ(figure("serving_answers_lost", 2), 0U);
    EXPECT_EQ(answered("answered") + answered("answered", 2), 500U);
    EXPECT_EQ(answered("given_up") + answered("late") + answered("copies") + answered("strangers"), 0U);
    EXPECT_TRUE(reasons().empty()) << told();
}

INSTANTIATE_TEST_SUITE_P(All, DatagramStrategy, ::testing::ValuesIn(everyStrategyOverDatagrams()),
                         [](const auto& tested) {
                             const Served& which = tested.param;
                             return withoutDashes(std::get<0>(which) + '_' + std::get<1>(which) + '_' +
                                                  std::get<2>(which));
                         });

// --- a group -------------------------------------------------------------------------------------------------------

std::string twoServers(const std::string& load, const std::string& durationS = "20") {
    return R"({"schema":"ipclab.experiment/1","duration_s":)" + durationS +
           R"(,"processes":[{"name":"s","program":"server"},{"name":"l","program":"load",)" + load +
           R"(},{"name":"t","program":"server"}],"links":[{"name":"l","mechanism":"udp-multicast",)"
           R"("from":"l","to":["s","t"]}]})";
}

TEST_F(DatagramRun, ARequestToAGroupIsAnsweredByEachOfItsServersAndCountedOnce) {
    if (const std::string why = missing("udp-multicast"); !why.empty()) GTEST_SKIP() << why;
    const LinkData& link = linkOf(twoServers(R"("connections":4,"count":200,"rate_per_s":1000,"timeout_ms":15000)"));
    EXPECT_EQ(link.sent, 200U);
    EXPECT_EQ(link.received, 400U) << "each server gets every one";
    EXPECT_EQ(link.lost, 0U);
    ASSERT_TRUE(link.calls);
    EXPECT_EQ(link.calls->totals.answered, 200U);
    EXPECT_EQ(link.calls->totals.executed, 400U);
    EXPECT_FALSE(link.calls->classesKnown());
    EXPECT_EQ(link.transit.count, 200U);
    EXPECT_THAT(answered("copies"), testing::AllOf(testing::Ge(190U), testing::Le(200U))) << "the last are not awaited";
    EXPECT_EQ(answered("late"), 0U);
    for (const PortData& port : link.ports) EXPECT_EQ(port.connectionTotals.opened, 4U);
    // Both answer from the port of the group.
    const auto peer = link.ports[0].connections.at(0).peer.text();
    EXPECT_TRUE(peer.starts_with("239.19")) << peer;
    EXPECT_EQ(link.ports[1].connections.at(0).local.text(), peer);
    EXPECT_EQ(link.ports[2].connections.at(0).local.text(), peer);
}

TEST_F(DatagramRun, AGroupGoesOnWhenOneOfItsServersIsKilled) {
    if (const std::string why = missing("udp-multicast"); !why.empty()) GTEST_SKIP() << why;
    start(experiment(twoServers(R"("connections":4,"rate_per_s":400,"timeout_ms":5000)")));
    const LinkData& link = m_run->data().links.at(0);
    ASSERT_TRUE(until([&] { return link.calls->totals.answered > 20; }));
    m_run->sendSignal(0, SIGKILL);
    ASSERT_TRUE(until([&] { return m_run->data().processes[0].exit.has_value(); }));
    const std::uint64_t before = link.calls->totals.answered;
    EXPECT_TRUE(until([&] { return link.calls->totals.answered > before + 50; }));
    m_run->sendSignal(2, SIGKILL);
    ASSERT_TRUE(untilEnded()) << "then nobody is left to ask";
    EXPECT_TRUE(hasEvent(m_run->data(), "peer-closed"));
}

// --- addresses and strangers ---------------------------------------------------------------------------------------

// The local ports of all UDP sockets that the kernel lists.
std::set<unsigned> udpPorts() {
    std::set<unsigned> all;
    std::ifstream file("/proc/net/udp");
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        unsigned port = 0;
        if (std::sscanf(line.c_str(), " %*d: %*x:%x", &port) == 1) all.insert(port);
    }
    return all;
}

void sendTo(std::uint16_t port, const std::string& bytes) {
    const UniqueFd stranger(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* to = reinterpret_cast<const sockaddr*>(&address);
    ASSERT_EQ(::sendto(stranger.get(), bytes.data(), bytes.size(), 0, to, sizeof address),
              static_cast<ssize_t>(bytes.size()));
}

TEST_F(DatagramRun, AllClientsShareOneSocketAndStrangersAreDropped) {
    start(experiment(served("udp", "", {{"a", R"("connections":4,"rate_per_s":100)"}, {"b", R"("connections":6)"}})));
    const LinkData& link = m_run->data().links.at(0);
    const auto& known = serverOf(link).connections;
    const auto open = [&] { return std::ranges::count(known, ConnectionState::Open, &ConnectionReading::state); };
    ASSERT_TRUE(until([&] { return open() == 10; }));
    const std::set<unsigned> listed = udpPorts();
    std::set<unsigned> servers, clients;
    for (const ConnectionReading& client : known) {
        if (client.state != ConnectionState::Open) continue;
        servers.insert(client.local.port);
        clients.insert(client.peer.port);
        EXPECT_TRUE(listed.contains(client.peer.port)) << client.peer.text();
        EXPECT_TRUE(client.peer.text().starts_with("127.0.0.1:"));
    }
    ASSERT_EQ(servers.size(), 1U) << "one address for all";
    EXPECT_TRUE(listed.contains(*servers.begin()));
    EXPECT_EQ(clients.size(), 10U) << "a port each";
    const auto server = static_cast<std::uint16_t>(*servers.begin());
    for (const std::string& bytes :
         {std::string(), std::string(1, 'x'), std::string(64, 'x'), std::string(60'000, 'x')})
        sendTo(server, bytes);
    ASSERT_TRUE(until([&] { return entryOf(serverOf(link).serving, ServingFigure::Dropped) == 4; }));
    const std::uint64_t before = link.received;
    EXPECT_TRUE(until([&] { return link.received > before + 20; })) << "it goes on";
    m_run->stop();
    ASSERT_TRUE(untilEnded());
    EXPECT_THAT(reasons(), testing::ElementsAre(testing::Pair(testing::HasSubstr("a stranger"), 4U)));
    EXPECT_EQ(serverOf(link).connectionTotals, (ConnectionTotals{.begun = 10, .opened = 10, .ended = 10}));
    EXPECT_EQ(link.corrupted, 0U);
}

// Its socket is not connected, so that any process of this machine may send to it.
TEST_F(DatagramRun, AClientOfAGroupTakesNoAnswerFromAStranger) {
    if (const std::string why = missing("udp-multicast"); !why.empty()) GTEST_SKIP() << why;
    start(experiment(served("udp-multicast", "", {{"a", R"("rate_per_s":200)"}})));
    const LinkData& link = m_run->data().links.at(0);
    ASSERT_TRUE(until([&] { return link.received > 5 && !link.ports[0].connections.empty(); }));
    sendTo(link.ports[0].connections[0].local.port, std::string(64, 'x'));
    const std::uint64_t before = link.calls->totals.answered;
    EXPECT_TRUE(until([&] { return link.calls->totals.answered > before + 50; }));
    m_run->stop();
    ASSERT_TRUE(untilEnded());
    EXPECT_EQ(answered("strangers"), 1U);
    EXPECT_EQ(answered("copies"), 0U);
}

// --- bad clients ---------------------------------------------------------------------------------------------------

struct BadDatagram : DatagramRun, ::testing::WithParamInterface<std::tuple<std::string, std::string, std::string>> {};

TEST_P(BadDatagram, IsDroppedWithAReasonAndOthersAreServed) {
    const auto& [way, reason, mechanism] = GetParam();
    if (const std::string why = missing(mechanism); !why.empty()) GTEST_SKIP() << why;
    const LinkData& link =
        linkOf(served(mechanism, "",
                      {{"bad", R"("connections":3,"way":")" + way + '"'},
                       {"good", R"("connections":2,"count":300,"rate_per_s":600,"timeout_ms":15000)"}}));
    EXPECT_EQ(serverOf(link).fromSenders, (std::vector<std::uint64_t>{0, 300}));
    EXPECT_EQ(link.calls->totals.answered, 300U);
    EXPECT_EQ(link.lost, 0U);
    const auto said = reasons();
    ASSERT_EQ(said.size(), 1U) << "one reason for all of them\n" << told();
    EXPECT_THAT(said.begin()->first, testing::HasSubstr(reason));
    EXPECT_EQ(said.begin()->second, 3U);
    EXPECT_EQ(figure("serving_dropped", 2), 3U);
    EXPECT_EQ(serverOf(link).connectionTotals.opened, 2U) << "only who asks is a client";
    EXPECT_EQ(m_run->data().processes[0].exit->code, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Ways, BadDatagram,
    ::testing::Values(std::tuple{"garbage", "no message", "udp"}, std::tuple{"garbage", "no message", "udp-multicast"},
                      std::tuple{"half-message", "half a message", "udp"},
                      std::tuple{"half-message", "half a message", "udp-multicast"},
                      std::tuple{"huge", "too long", "udp"}, std::tuple{"huge", "too long", "udp-multicast"}),
    [](const auto& tested) {
        return withoutDashes(std::get<0>(tested.param) + std::string("_") + std::get<2>(tested.param));
    });

TEST_F(DatagramRun, ClientsThatComeAndGoAreAddressesOfTheirOwn) {
    const LinkData& link =
        linkOf(served("udp", "", {{"a", R"("connections":4,"count":200,"way":"connect-and-close")"}}));
    EXPECT_EQ(link.calls->totals.answered, 200U);
    EXPECT_EQ(link.lost + link.duplicated + link.reordered, 0U);
    EXPECT_GE(link.ports[0].connectionTotals.opened, 200U);
    const ConnectionTotals& seen = serverOf(link).connectionTotals;
    EXPECT_THAT(seen.opened, testing::AllOf(testing::Gt(4U), testing::Le(200U))) << "the system may give a port again";
    EXPECT_EQ(seen.unrecorded, seen.opened - 8) << "four clients and four strangers have a record";
    EXPECT_EQ(seen.now(), 0U);
}

// --- what is lost --------------------------------------------------------------------------------------------------

// The server takes nothing for so long that every request has been given up.
TEST_F(DatagramRun, WhoIsNotAnsweredGivesUpAndAsksTheNext) {
    const LinkData& link = linkOf(served("udp", R"("start_delay_s":1.5)", {{"a", R"("count":5,"timeout_ms":10)"}}));
    EXPECT_EQ(link.sent, 5U);
    EXPECT_EQ(answered("asked"), 5U);
    EXPECT_EQ(answered("answered"), 0U);
    EXPECT_EQ(answered("given_up"), 5U);
    EXPECT_EQ(link.calls->totals.givenUp, 5U);
    EXPECT_EQ(link.received, 5U) << "they waited in the socket";
    EXPECT_EQ(link.lost, 0U);
    EXPECT_EQ(link.calls->totals.byExecutions, (std::array<std::uint64_t, kExecutionClasses>{0, 5, 0, 0}));
    EXPECT_EQ(link.transit.count, 0U) << "no answer, no time";
}

TEST_F(DatagramRun, WhatFindsNoRoomInTheSocketIsLostAndCounted) {
    const std::string text =
        served("udp", R"("start_delay_s":1.5)", {{"a", R"("connections":100,"count":100,"timeout_ms":10)"}});
    const std::string where = R"("mechanism":"udp",)";
    std::string small = text;
    small.insert(small.find(where) + where.size(), R"("capacity":{"bytes":4096},)");
    const LinkData& link = linkOf(small);
    EXPECT_EQ(link.sent, 100U);
    EXPECT_GT(link.lost, 0U);
    EXPECT_EQ(link.lost + link.received, 100U);
    EXPECT_EQ(answered("given_up"), 100U);
    const CallTotals& calls = link.calls->totals;
    EXPECT_EQ(calls.executed, link.received);
    EXPECT_EQ(calls.byExecutions[0], link.lost) << "never executed, though not each of a hundred has a record";
    EXPECT_EQ(calls.byExecutions[1], link.received);
}

// It answers again after all: what comes then is of requests that nobody waits for any more.
TEST_F(DatagramRun, AnAnswerThatComesTooLateIsNoAnswer) {
    const LinkData& link =
        linkOf(served("udp", R"("start_delay_s":0.7)", {{"a", R"("count":40,"rate_per_s":20,"timeout_ms":20)"}}));
    EXPECT_EQ(link.received, 40U);
    EXPECT_EQ(answered("answered") + answered("given_up"), 40U);
    EXPECT_GT(answered("late"), 0U);
    EXPECT_LE(answered("late"), answered("given_up"));
    EXPECT_EQ(answered("copies"), 0U);
    EXPECT_EQ(link.transit.count, answered("answered"));
}

// --- thousands, and whoever is killed ------------------------------------------------------------------------------

// On a busy machine its socket may not hold what comes in a burst: that is given up, and asked by another.
TEST_F(DatagramRun, ThousandsOfClientsAreServedOverOneSocket) {
    const LinkData& link =
        linkOf(served("udp", "", {{"a", R"("count":6000,"rate_per_s":3000,"timeout_ms":500,"connections":2000)"}}));
    EXPECT_EQ(answered("answered") + answered("given_up"), 6000U);
    EXPECT_EQ(link.received + link.lost, 6000U);
    const ConnectionTotals& seen = serverOf(link).connectionTotals;
    EXPECT_THAT(seen.opened, testing::AllOf(testing::Gt(1024U), testing::Le(2000U)));
    EXPECT_EQ(seen.unrecorded, seen.opened - 1024);
    EXPECT_EQ(seen.now(), 0U);
    EXPECT_EQ(serverOf(link).connections.size(), 1024U) << "recorded one by one";
    EXPECT_EQ(link.calls->totals.byExecutions[0], link.lost);
    EXPECT_EQ(link.calls->totals.byExecutions[1], link.received);
}

TEST_F(DatagramRun, WhoAsksAServerThatIsKilledEndsAndSaysWhy) {
    start(experiment(served("udp", "", {{"a", R"("connections":20,"rate_per_s":200)"}})));
    ASSERT_TRUE(until([&] { return m_run->data().links[0].received > 20; }));
    m_run->sendSignal(0, SIGKILL);
    ASSERT_TRUE(untilEnded());
    EXPECT_TRUE(hasEvent(m_run->data(), "peer-closed"));
    EXPECT_EQ(m_run->data().links[0].ports[0].connectionTotals.now(), 0U);
    EXPECT_EQ(m_run->data().links[0].ports[1].connectionTotals.now(), 0U);
    EXPECT_EQ(answered("asked"), answered("answered") + answered("given_up"));
}

TEST_F(DatagramRun, AServerEndsOnceAllWhoAskItAreGone) {
    start(experiment(served("udp", R"("strategy":"preforked")", {{"a", R"("rate_per_s":200)"}, {"b", ""}})));
    ASSERT_TRUE(until([&] { return m_run->data().links[0].received > 20; }));
    m_run->sendSignal(1, SIGKILL);
    m_run->sendSignal(2, SIGKILL);
    ASSERT_TRUE(untilEnded());
    EXPECT_EQ(m_run->data().processes[0].exit->code, 0);
    EXPECT_EQ(m_run->data().links[0].ports[2].connectionTotals.now(), 0U);
}

// --- what the presets show -----------------------------------------------------------------------------------------

TEST_F(DatagramRun, WhoseServerIsHeldGetsItsAnswersTooLate) {
    finish(test::preset("r1-udp-server"));
    const LinkData& link = m_run->data().links.at(0);
    EXPECT_EQ(serverOf(link).connectionTotals.opened, 12U) << told();
    for (const std::uint32_t load : {1U, 2U, 3U}) {
        EXPECT_GT(answered("answered", load), 50U);
        EXPECT_GE(answered("given_up", load), 2U) << "each client twice in half a second";
        EXPECT_GE(answered("late", load), 2U);
    }
    EXPECT_EQ(link.lost, 0U) << "they waited in the socket";
}

TEST_F(DatagramRun, MoreThanAServerCanTakeIsLostUntilItIsQuicker) {
    const RunData& data = finish(test::preset("r2-udp-server-overrun"));
    const LinkData& link = data.links.at(0);
    EXPECT_GT(link.lost, 50U);
    EXPECT_EQ(link.lost + link.received, link.sent);
    const auto drops = findQuantity(QuantityOwner::Link, "socket_drops")->get(data, {QuantityOwner::Link, 0});
    ASSERT_TRUE(drops);
    const auto dropped = static_cast<std::uint64_t>(std::get<std::int64_t>(*drops));
    EXPECT_THAT(dropped, testing::AllOf(testing::Gt(50U), testing::Le(link.lost))) << "asked some times a second";
    EXPECT_EQ(link.calls->totals.byExecutions[0], link.lost);
}

TEST_F(DatagramRun, OfTwoServersOneIsEnough) {
    if (const std::string why = missing("udp-multicast"); !why.empty()) GTEST_SKIP() << why;
    finish(test::preset("r2-multicast-two-servers"));
    const LinkData& link = m_run->data().links.at(0);
    EXPECT_GT(link.ports[1].messages, 50U);
    EXPECT_GT(link.ports[2].messages, link.ports[1].messages) << "it lives twice as long";
    EXPECT_LE(link.received - link.calls->totals.executed, 1U) << "one may be killed in the midst of a call";
    EXPECT_GT(answered("answered", 2), link.ports[1].messages);
    EXPECT_GT(answered("copies", 2), 50U);
}

TEST_F(DatagramRun, WhatIsNoRequestIsDroppedOneByOne) {
    finish(test::preset("r6-bad-datagrams"));
    const LinkData& link = m_run->data().links.at(0);
    const auto said = reasons();
    ASSERT_EQ(said.size(), 3U) << told();
    for (const auto& [reason, count] : said) EXPECT_EQ(count, 40U) << reason;
    EXPECT_EQ(figure("serving_dropped", 4), 120U);
    EXPECT_EQ(link.calls->totals.answered, link.calls->totals.issued - answered("given_up"));
    EXPECT_GT(link.calls->totals.answered, 1000U);
}

}  // namespace
}  // namespace ipclab

// A server and those who load it, in real runs: every request is answered exactly once whatever strategy waits for it,
// addresses are those the kernel has, bad clients are met and named, and nothing is left whoever is killed.
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>

#include <fstream>
#include <map>
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
using test::ServerRun;
using testing::AllOf;
using testing::Ge;
using testing::Le;

// --- every strategy ------------------------------------------------------------------------------------------------

using Served = std::tuple<std::string, std::string, std::string>;  // strategy, mechanism, launch

std::vector<Served> everyStrategy() {
    std::vector<Served> all;
    for (const Strategy* strategy : allStrategies()) {
        for (const char* mechanism : {"tcp", "unix-stream", "unix-seqpacket"})
            all.emplace_back(strategy->info().id, mechanism, "fork");
        all.emplace_back(strategy->info().id, "tcp", "exec");
    }
    return all;
}

struct StrategyRun : ServerRun, ::testing::WithParamInterface<Served> {};

TEST_P(StrategyRun, EveryRequestIsAnsweredExactlyOnce) {
    const auto& [strategy, mechanism, launch] = GetParam();
    if (const Availability there = findStrategy(strategy)->availability(); !there.available)
        GTEST_SKIP() << there.reason;
    const std::string how = R"("launch":")" + launch + '"';
    const LinkData& link =
        linkOf(served(mechanism, how + R"(,"strategy":")" + strategy + '"',
                      {{"a", how + R"(,"connections":5,"count":300)"},
                       {"b", how + R"(,"connections":3,"active":2,"count":200,"rate_per_s":2000)"}}));
    EXPECT_EQ(link.sent, 500U);
    EXPECT_EQ(link.received, 500U);
    EXPECT_EQ(link.lost + link.duplicated + link.reordered + link.corrupted, 0U);
    ASSERT_TRUE(link.calls);
    EXPECT_EQ(link.calls->totals,
              (CallTotals{.issued = 500, .answered = 500, .executed = 500, .byExecutions = {0, 500, 0, 0}}));
    EXPECT_EQ(link.transit.count, 500U);
    EXPECT_EQ(link.latency.count, 500U);
    EXPECT_EQ(link.paced, 200U);
    EXPECT_EQ(serverOf(link).connectionTotals, (ConnectionTotals{.begun = 8, .opened = 8, .ended = 8}));
    EXPECT_EQ(link.ports[0].connectionTotals, (ConnectionTotals{.begun = 5, .opened = 5, .ended = 5}));
    EXPECT_EQ(serverOf(link).fromSenders, (std::vector<std::uint64_t>{300, 200}));
    const ServingFigures& serving = serverOf(link).serving;
    EXPECT_EQ(entryOf(serving, ServingFigure::Accepts), 8U);
    EXPECT_EQ(entryOf(serving, ServingFigure::HungUp), 0U);
    if (strategy != "io-uring") {  // which has its reads and writes done
        EXPECT_GE(entryOf(serving, ServingFigure::IoCalls), 1000U) << "a read and a write each, at least";
    }
    EXPECT_FALSE(test::RunTest::hasEvent(m_run->data(), "connection-closed"));
}

INSTANTIATE_TEST_SUITE_P(All, StrategyRun, ::testing::ValuesIn(everyStrategy()), [](const auto& tested) {
    std::string name = std::get<0>(tested.param) + '_' + std::get<1>(tested.param) + '_' + std::get<2>(tested.param);
    std::ranges::replace(name, '-', '_');
    return name;
});

// --- addresses -----------------------------------------------------------------------------------------------------

// Both ends of the established TCP connections that the kernel lists, as "port→port".
std::set<std::pair<unsigned, unsigned>> tcpConnections() {
    std::set<std::pair<unsigned, unsigned>> all;
    std::ifstream file("/proc/net/tcp");
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        unsigned localPort = 0, peerPort = 0, state = 0;
        if (std::sscanf(line.c_str(), "%*d: %*x:%x %*x:%x %x", &localPort, &peerPort, &state) == 3 && state == 1)
            all.emplace(localPort, peerPort);
    }
    return all;
}

// Who is not of the run and shows a number of his own.
void expectHungUp(unsigned port) {
    const UniqueFd stranger(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ASSERT_EQ(::connect(stranger.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    const std::array<char, 16> wrong{"not the number"};
    ASSERT_EQ(::send(stranger.get(), wrong.data(), wrong.size(), MSG_NOSIGNAL), 16);
    pollfd entry{stranger.get(), POLLIN, 0};
    ASSERT_EQ(::poll(&entry, 1, 10'000), 1) << "it hangs up";
    char byte = 0;
    EXPECT_EQ(::recv(stranger.get(), &byte, 1, 0), 0);
}

TEST_F(ServerRun, SeveralClientsShareOneAddressAndHavePortsOfTheirOwn) {
    start(experiment(served("tcp", "", {{"a", R"("connections":4,"rate_per_s":100)"}, {"b", R"("connections":6)"}})));
    const LinkData& link = m_run->data().links.at(0);
    const auto& known = serverOf(link).connections;
    const auto open = [&] { return std::ranges::count(known, ConnectionState::Open, &ConnectionReading::state); };
    ASSERT_TRUE(until([&] { return open() == 10; }));
    const auto listed = tcpConnections();
    std::set<unsigned> servers, clients;
    for (const ConnectionReading& connection : known) {
        if (connection.state != ConnectionState::Open) continue;
        servers.insert(connection.local.port);
        clients.insert(connection.peer.port);
        EXPECT_TRUE(listed.contains({connection.local.port, connection.peer.port})) << connection.peer.text();
        EXPECT_TRUE(connection.peer.text().starts_with("127.0.0.1:"));
    }
    EXPECT_EQ(servers.size(), 1U) << "one address for all";
    EXPECT_EQ(clients.size(), 10U) << "a port each";
    expectHungUp(*servers.begin());
    m_run->stop();
    ASSERT_TRUE(untilEnded());
    EXPECT_THAT(reasons(), testing::ElementsAre(testing::Pair(testing::HasSubstr("a stranger"), 1U)));
}

// --- bad clients ---------------------------------------------------------------------------------------------------

struct BadClient : ServerRun, ::testing::WithParamInterface<std::tuple<std::string, std::string, std::string>> {};

TEST_P(BadClient, IsHungUpOnWithAReasonAndOthersAreServed) {
    const auto& [way, reason, mechanism] = GetParam();
    const LinkData& link = linkOf(served(mechanism, R"("patience_s":0.2)",
                                         {{"bad", R"("connections":3,"way":")" + way + '"'},
                                          {"good", R"("connections":2,"count":400,"rate_per_s":400)"}}));
    ASSERT_TRUE(link.calls);
    EXPECT_EQ(serverOf(link).fromSenders.at(1), 400U);
    EXPECT_GE(link.calls->totals.answered, 400U);
    const auto said = reasons();
    ASSERT_EQ(said.size(), 1U) << "one reason for all of them\n" << told();
    EXPECT_THAT(said.begin()->first, testing::HasSubstr(reason));
    EXPECT_EQ(said.begin()->second, 3U);
    EXPECT_EQ(entryOf(serverOf(link).serving, ServingFigure::HungUp), 3U);
    EXPECT_EQ(m_run->data().processes[0].exit->code, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Ways, BadClient,
    ::testing::Values(std::tuple{"silent", "said nothing", "tcp"}, std::tuple{"silent", "said nothing", "unix-stream"},
                      std::tuple{"garbage", "no message", "tcp"}, std::tuple{"garbage", "no message", "unix-seqpacket"},
                      std::tuple{"half-message", "half a message", "tcp"},
                      std::tuple{"half-message", "half a message", "unix-seqpacket"},
                      std::tuple{"huge", "too long", "tcp"}, std::tuple{"huge", "too long", "unix-stream"},
                      std::tuple{"slow-reader", "does not read", "unix-stream"},
                      std::tuple{"slow-reader", "does not read", "tcp"}, std::tuple{"reset", "reset", "tcp"}),
    [](const auto& tested) {
        std::string name = std::get<0>(tested.param) + '_' + std::get<2>(tested.param);
        std::ranges::replace(name, '-', '_');
        return name;
    });

TEST_F(ServerRun, WhoHasNothingUnderWayMayBeSilentForLongerThanTheServersPatience) {
    const LinkData& link = linkOf(served("unix-stream", R"("patience_s":0.1)",
                                         {{"a", R"("connections":4,"active":1,"count":50,"rate_per_s":50)"}}));
    EXPECT_TRUE(reasons().empty());
    EXPECT_EQ(link.calls->totals.answered, 50U);
    EXPECT_EQ(serverOf(link).connectionTotals.opened, 4U);
}

TEST_F(ServerRun, WhoSaysThatNothingMoreWillComeGetsHisAnswerAllTheSame) {
    const LinkData& link = linkOf(served("tcp", "", {{"a", R"("connections":3,"way":"half-close")"}}));
    EXPECT_EQ(link.calls->totals.answered, 3U);
    EXPECT_EQ(serverOf(link).connectionTotals.reset, 0U);
    EXPECT_TRUE(reasons().empty());
}

TEST_F(ServerRun, ConnectionsThatComeAndGoAreCountedAndTheirSlotsTakenAgain) {
    const LinkData& link =
        linkOf(served("tcp", "", {{"a", R"("connections":4,"count":200,"way":"connect-and-close")"}}));
    EXPECT_EQ(link.calls->totals.answered, 200U);
    EXPECT_THAT(serverOf(link).connectionTotals.opened, AllOf(Ge(200U), Le(204U)));
    EXPECT_LE(serverOf(link).connections.size(), 8U);
    EXPECT_EQ(serverOf(link).connectionTotals.now(), 0U);
}

struct FewDescriptors : ServerRun, ::testing::WithParamInterface<std::string> {};

TEST_P(FewDescriptors, AreMetAndWhoIsTurnedAwayIsNamed) {
    const LinkData& link = linkOf(served(GetParam(), R"("limits":{"open_files":24})",
                                         {{"a", R"("connections":60,"active":1,"count":100,"rate_per_s":500)"}}));
    EXPECT_EQ(link.calls->totals.answered, 100U);
    EXPECT_GT(entryOf(serverOf(link).serving, ServingFigure::TurnedAway), 30U);
    EXPECT_EQ(reasons().begin()->first, "no descriptor was left");
    const auto& events = m_run->data().events;
    const auto first = std::ranges::find(events, "connection-closed", &RunEvent::id);
    ASSERT_NE(first, events.end());
    EXPECT_THAT(first->text("peer"), testing::MatchesRegex(GetParam() == "tcp" ? "127.0.0.1:[0-9]+" : "pid [0-9]+"));
}

INSTANTIATE_TEST_SUITE_P(Limits, FewDescriptors, ::testing::Values("tcp", "unix-stream"), [](const auto& tested) {
    return tested.param == "tcp" ? std::string("tcp") : std::string("unix_stream");
});

// --- what waiting costs, counted ------------------------------------------------------------------------------------

// Descriptors looked at a request, with so many silent connections.
struct LookedAt : ServerRun, ::testing::WithParamInterface<std::string> {
    double with(unsigned silent) {
        const LinkData& link = linkOf(served("unix-stream", R"("strategy":")" + GetParam() + '"',
                                             {{"a", R"("count":200,"rate_per_s":1000,"start_delay_s":0.3)"},
                                              {"b", R"("active":0,"connections":)" + std::to_string(silent)}},
                                             "1"));
        const ServingFigures& serving = serverOf(link).serving;
        EXPECT_GT(entryOf(serving, ServingFigure::SteadyRequests), 50U);
        return static_cast<double>(entryOf(serving, ServingFigure::SteadyLooked)) /
               static_cast<double>(std::max<std::uint64_t>(1, entryOf(serving, ServingFigure::SteadyRequests)));
    }
};

TEST_P(LookedAt, GrowsWithTheSilentOnesOrStaysNothing) {
    if (const Availability there = findStrategy(GetParam())->availability(); !there.available)
        GTEST_SKIP() << there.reason;
    const bool looksAtAll = GetParam() == "select" || GetParam() == "poll";
    const double few = with(10), many = with(300);
    if (looksAtAll) {
        EXPECT_GE(few, 10);
        EXPECT_GE(many, 300);
    } else {
        EXPECT_EQ(few, 0);
        EXPECT_EQ(many, 0);
    }
}

INSTANTIATE_TEST_SUITE_P(Strategies, LookedAt,
                         ::testing::Values("select", "poll", "epoll-level", "epoll-edge", "io-uring", "kqueue"),
                         [](const auto& tested) {
                             std::string name = tested.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST_F(ServerRun, WhoWaitsWithSelectTurnsAwayWhatDoesNotFitIntoItsSets) {
    start(experiment(R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[
        {"name":"s","program":"server","strategy":"select"},
        {"name":"a","program":"load","connections":1100,"active":1,"count":200,"rate_per_s":500}],
        "links":[{"name":"l","mechanism":"unix-stream","from":"a","to":"s"}]})"));
    ASSERT_TRUE(untilEnded());
    const LinkData& link = m_run->data().links.at(0);
    EXPECT_EQ(link.calls->totals.answered, 200U);
    const std::uint64_t turnedAway = entryOf(serverOf(link).serving, ServingFigure::TurnedAway);
    EXPECT_THAT(turnedAway, AllOf(Ge(76U), Le(150U))) << "1,024 descriptors, a few of them its own";
    EXPECT_EQ(serverOf(link).connectionTotals.opened, 1100U - turnedAway);
    EXPECT_TRUE(reasons().contains("descriptor beyond what the call holds")) << told();
}

// --- thousands -----------------------------------------------------------------------------------------------------

unsigned fromEnvironment(const char* name, unsigned usual) {
    const char* text = std::getenv(name);
    return text == nullptr ? usual : static_cast<unsigned>(std::strtoul(text, nullptr, 10));
}

// IPCLAB_CONNECTIONS=10000 IPCLAB_SECONDS=60: what so many cost here.
TEST_F(ServerRun, ThousandsOfConnectionsAreServedByOneThread) {
    const unsigned connections = fromEnvironment("IPCLAB_CONNECTIONS", 2000);
    const unsigned seconds = fromEnvironment("IPCLAB_SECONDS", 3);
    const Experiment wanted = experiment(
        served("tcp", "", {{"a", R"("active":100,"rate_per_s":1000,"connections":)" + std::to_string(connections)}},
               std::to_string(seconds)));
    start(wanted);
    QElapsedTimer clock;
    clock.start();
    while (m_run->state() != ipclab::Run::State::Finished && clock.elapsed() < (seconds + 60) * 1000LL) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        m_run->drain();
    }
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished);
    const LinkData& link = m_run->data().links.at(0);
    EXPECT_EQ(serverOf(link).connectionTotals.opened, connections);
    EXPECT_EQ(serverOf(link).connectionTotals.refused + serverOf(link).connectionTotals.reset, 0U);
    EXPECT_EQ(link.calls->totals.answered, link.calls->totals.issued);
    EXPECT_GT(link.calls->totals.answered, 0U);
    EXPECT_EQ(link.lost, 0U);
    EXPECT_TRUE(reasons().empty());
    EXPECT_LE(serverOf(link).connections.size(), 1024U) << "recorded one by one";
    const auto most = entryOf(serverOf(link).serving, ServingFigure::PrivateMost);
    const auto alone = entryOf(serverOf(link).serving, ServingFigure::PrivateAlone);
    std::printf(
        "%u connections, %u s: %llu requests answered, p50 %.0f µs, p99 %.0f µs; the server's own memory %llu "
        "KiB, before %llu KiB: %.0f bytes a connection; the sampler took %.2f s of CPU\n",
        connections, seconds, static_cast<unsigned long long>(link.calls->totals.answered),
        static_cast<double>(link.latency.p50) / 1e3, static_cast<double>(link.latency.p99) / 1e3,
        static_cast<unsigned long long>(most >> 10), static_cast<unsigned long long>(alone >> 10),
        static_cast<double>(most - alone) / connections, m_run->data().observer.samplerCpuS);
}

// --- the accept queue ----------------------------------------------------------------------------------------------

struct AcceptQueueOf : ServerRun, ::testing::WithParamInterface<std::string> {};

TEST_P(AcceptQueueOf, HoldsOneMoreThanTheBacklogWhileTheServerSleeps) {
    const LinkData& link =
        linkOf(served(GetParam(), R"("backlog":5,"start_delay_s":0.6)", {{"a", R"("connections":20,"count":20)"}}));
    const auto value = [&](const char* id) {
        const auto got = findQuantity(QuantityOwner::Link, id)->get(m_run->data(), {QuantityOwner::Link, 0});
        return got ? std::get<std::int64_t>(*got) : -1;
    };
    EXPECT_EQ(value("accept_queue_limit"), 5);
    const auto most =
        findQuantity(QuantityOwner::Link, "accept_queue_most")->get(m_run->data(), {QuantityOwner::Link, 0});
    ASSERT_TRUE(most);
    EXPECT_EQ(std::get<double>(*most), 6.0);
    // By SYN cookies TCP may have told some that they are connected while there was no room for them: those are reset.
    const std::uint64_t reset = GetParam() == "tcp" ? link.ports[0].connectionTotals.reset : 0;
    EXPECT_EQ(link.calls->totals.answered + reset, 20U) << "in the end all others are taken in\n" << told();
    if (GetParam() == "tcp") {
        EXPECT_GT(value("listen_overflows"), 0);
    }
}

INSTANTIATE_TEST_SUITE_P(Mechanisms, AcceptQueueOf, ::testing::Values("tcp", "unix-stream"),
                         [](const auto& tested) { return tested.param == "tcp" ? "tcp" : "unix_stream"; });

// --- whoever is killed ---------------------------------------------------------------------------------------------

TEST_F(ServerRun, WhoLoadsAServerThatIsKilledEndsAndSaysWhy) {
    start(experiment(served("tcp", "", {{"a", R"("connections":20,"rate_per_s":200)"}})));
    ASSERT_TRUE(until([&] { return m_run->data().links[0].received > 20; }));
    m_run->sendSignal(0, SIGKILL);
    ASSERT_TRUE(untilEnded());
    EXPECT_TRUE(hasEvent(m_run->data(), "peer-closed"));
    EXPECT_EQ(m_run->data().links[0].ports[0].connectionTotals.now(), 0U);
}

TEST_F(ServerRun, AServerEndsOnceAllWhoLoadItAreGone) {
    start(experiment(served("unix-stream", "", {{"a", R"("rate_per_s":200)"}, {"b", R"("connections":9)"}})));
    ASSERT_TRUE(until([&] { return m_run->data().links[0].received > 20; }));
    m_run->sendSignal(1, SIGKILL);
    m_run->sendSignal(2, SIGKILL);
    ASSERT_TRUE(untilEnded());
    EXPECT_EQ(m_run->data().processes[0].exit->code, 0);
    EXPECT_EQ(m_run->data().links[0].ports[2].connectionTotals.now(), 0U);
}

}  // namespace
}  // namespace ipclab

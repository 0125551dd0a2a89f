// Two hosts joined by a wire of the kernel's own (row R2): network namespaces that live as long as their sockets.
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>

#include "links/two_hosts.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::experiment;
using test::preset;

const HostWire kSlow{.bytesPerSecond = 2'000'000};
const HostWire kLossy{.delayNs = 2'000'000, .loss = 0.05, .bytesPerSecond = {}};

#define SKIP_WITHOUT(wire) \
    if (const std::string obstacle = twoHostsObstacle(wire); !obstacle.empty()) GTEST_SKIP() << obstacle

std::string namespaceOf(int socket) {
    // The address alone tells: it is none of this host's.
    sockaddr_in at{};
    socklen_t size = sizeof at;
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&at), &size);
    return std::to_string(ntohl(at.sin_addr.s_addr));
}

TEST(TwoHosts, AreReachedByTheirSocketsAlone) {
    SKIP_WITHOUT(kSlow);
    const test::LeakGuard leaks;
    for (const HostSocket kind : {HostSocket::Stream, HostSocket::Datagram}) {
        const ConnectedPair pair = connectTwoHosts(kind, kSlow, 0);
        EXPECT_NE(namespaceOf(pair.first.get()), namespaceOf(pair.second.get()));
        ASSERT_EQ(::send(pair.first.get(), "there", 5, MSG_NOSIGNAL), 5);
        std::array<char, 8> room{};
        EXPECT_EQ(::recv(pair.second.get(), room.data(), room.size(), 0), 5);
        ASSERT_EQ(::send(pair.second.get(), "back", 4, MSG_NOSIGNAL), 4);
        EXPECT_EQ(::recv(pair.first.get(), room.data(), room.size(), 0), 4);
    }
}

class OverAWire : public test::RunTest {};

TEST_F(OverAWire, TcpLosesNothingAndSendsAgain) {
    SKIP_WITHOUT(kSlow);
    const RunData& data = finish(preset("r2-tcp-over-a-slow-wire", {"/links/0/wire/rate_bytes_per_s=2000000",
                                                                    "producer.count=6000", "/duration_s=20"}));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    const LinkData& link = data.links.at(0);
    EXPECT_EQ(link.received, 6000U);
    EXPECT_EQ(link.lost + link.duplicated + link.reordered + link.corrupted, 0U);
    const auto again = entryOf(link.probed, ProbedFigure::TcpRetransmissions).value;
    ASSERT_TRUE(again) << "TCP_INFO of the sender's socket";
    EXPECT_GT(*again, 0) << "the wire has dropped what was too much for it, and TCP has sent it again";
}

TEST_F(OverAWire, UdpLosesWhatIsTooMuch) {
    SKIP_WITHOUT(kSlow);
    const RunData& data =
        finish(preset("r2-udp-over-a-slow-wire", {"/links/0/wire/rate_bytes_per_s=100000", "producer.count=1000"}));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    const LinkData& link = data.links.at(0);
    EXPECT_EQ(link.sent, 1000U);
    EXPECT_GT(link.received, 0U);
    EXPECT_GT(link.lost, 0U);
    EXPECT_EQ(link.lost + link.received, 1000U);
}

TEST_F(OverAWire, BothWaysOverOneConnection) {
    SKIP_WITHOUT(kSlow);
    const RunData& data = finish(experiment(R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[
        {"name":"a","program":"client","count":50},{"name":"b","program":"echo"}],
        "links":[{"name":"there","mechanism":"tcp","from":"a","to":"b","wire":{}},
        {"name":"back","mechanism":"tcp","from":"b","to":"a","reverse_of":"there"}]})"));
    EXPECT_EQ(data.links[0].received, 50U);
    EXPECT_EQ(data.links[1].received, 50U);
}

TEST_F(OverAWire, NetemDelaysAndLoses) {
    SKIP_WITHOUT(kLossy);
    const std::string text = R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[
        {"name":"p","program":"producer","rate_per_s":1000,"count":500},{"name":"c","program":"consumer"}],
        "links":[{"name":"l","mechanism":"udp","from":"p","to":"c","wire":{"delay_ms":2,"loss":0.2}}]})";
    const LinkData& link = finish(experiment(text)).links.at(0);
    EXPECT_GT(link.lost, 0U);
    EXPECT_GE(link.latency.p50, 2'000'000);
}

TEST_F(OverAWire, WhatCannotHaveOneIsRefused) {
    const auto problemOf = [](const std::string& link) {
        const ReadResult read = readExperiment(
            R"({"schema":"ipclab.experiment/1","duration_s":1,"processes":[{"name":"p","program":"producer"},
            {"name":"q","program":"producer"},{"name":"c","program":"consumer"}],"links":[)" +
                link + "]}",
            "test");
        return read.problems.empty() ? Problem{} : read.problems.front();
    };
    const Problem pipe = problemOf(R"({"mechanism":"pipe","from":["p","q"],"to":"c","wire":{}})");
    EXPECT_EQ(pipe.pointer, "/links/0/wire");
    EXPECT_THAT(pipe.message, testing::HasSubstr("tcp, udp"));
    const Problem two = problemOf(R"({"mechanism":"udp","from":["p","q"],"to":"c","wire":{}})");
    EXPECT_EQ(two.pointer, "/links/0/wire");
    EXPECT_THAT(two.message, testing::HasSubstr("one sender, one receiver"));
    if (const std::string obstacle = twoHostsObstacle(kLossy); !obstacle.empty()) {
        EXPECT_THAT(obstacle, testing::AnyOf(testing::HasSubstr("sch_netem"), testing::HasSubstr("namespaces")));
    }
}

}  // namespace
}  // namespace ipclab

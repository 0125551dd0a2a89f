// What a document says of servers to which datagrams come: what is about connections is refused, and the other way
// round.
#include "validation_fixture.h"

namespace ipclab::test {

namespace {

Experiment served(const std::string& mechanism) {
    Experiment experiment;
    experiment.durationNs = kNsPerSecond;
    experiment.processes = {process("s", "server"), process("l", "load")};
    experiment.links = {link(mechanism, "l", "s")};
    return experiment;
}

class DatagramServer : public ::testing::TestWithParam<const char*> {
protected:
    Experiment m_experiment = served(GetParam());
    ProcessSpec& server() { return m_experiment.processes[0]; }
    ProcessSpec& load() { return m_experiment.processes[1]; }
};

TEST_P(DatagramServer, MayBeAsked) {
    load().parameters.timeoutNs = kNsPerSecond;
    for (const char* way : {"requests", "garbage", "half-message", "huge", "connect-and-close"}) {
        load().parameters.way = way;
        EXPECT_TRUE(check(m_experiment).empty()) << way << listed(check(m_experiment));
    }
}

TEST_P(DatagramServer, HasNothingThatIsAboutConnections) {
    for (const char* way : {"silent", "slow-reader", "reset", "half-close"}) {
        load().parameters.way = way;
        expectError(m_experiment, "/links/0/mechanism", std::string("behaves as \"") + way);
    }
    load().parameters.way.clear();
    server().parameters.backlog = 5;
    expectError(m_experiment, "/links/0/mechanism", "\"backlog\", which is about connections");
    server().parameters.backlog.reset();
    server().parameters.patienceNs = kNsPerSecond;
    expectError(m_experiment, "/links/0/mechanism", "use one of these mechanisms: unix-stream, unix-seqpacket, tcp");
}

// One socket for all of them.
TEST_P(DatagramServer, NeedsNoDescriptorForEachClient) {
    server().parameters.strategy = "select";
    load().parameters.connections = 2000;
    EXPECT_TRUE(check(m_experiment).empty()) << listed(check(m_experiment));
    EXPECT_EQ(plannedProcesses(m_experiment), 2U);
    server().parameters.strategy = "thread-per-client";
    EXPECT_EQ(plannedProcesses(m_experiment), 2U) << "it answers itself";
}

TEST_P(DatagramServer, CarriesWhatADatagramCarriesBesidesTheNonce) {
    load().settings.messageBytes = 65507 - 16;
    EXPECT_TRUE(check(m_experiment).empty()) << listed(check(m_experiment));
    load().settings.messageBytes += 1;
    expectError(m_experiment, "/links/0/mechanism", "above what a UDP datagram carries (65491)");
}

TEST_P(DatagramServer, IsOnThisMachine) {
    m_experiment.links[0].wire.emplace();
    expectError(m_experiment, "/links/0/wire", "no \"wire\"");
}

INSTANTIATE_TEST_SUITE_P(Mechanisms, DatagramServer, ::testing::Values("udp", "udp-multicast"),
                         [](const auto& tested) { return tested.param == std::string("udp") ? "udp" : "multicast"; });

TEST(Validation, AGroupHasSeveralServersAndAPortHasOne) {
    for (const char* mechanism : {"udp", "udp-multicast"}) {
        Experiment experiment = served(mechanism);
        experiment.processes.push_back(process("t", "server"));
        experiment.links[0].receivers.push_back(end("t"));
        if (mechanism == std::string("udp")) {
            expectError(experiment, "/links/0/to", "one server, not to 2");
        } else {
            EXPECT_TRUE(check(experiment).empty()) << listed(check(experiment));
        }
    }
}

TEST(Validation, OverAConnectionNoAnswerIsGivenUp) {
    Experiment experiment = served("tcp");
    experiment.processes[1].parameters.timeoutNs = kNsPerSecond;
    expectError(experiment, "/links/0/mechanism", "use one of these mechanisms: udp, udp-multicast");
    experiment.processes[1].parameters.timeoutNs.reset();
    experiment.links[0].wire.emplace();
    expectError(experiment, "/links/0/wire", "no \"wire\"");
}

}  // namespace

}  // namespace ipclab::test

// The rules of links, each by the evidence the curriculum names (rows M2 to M10), with real processes. Which process
// the scheduler favours is nobody's promise: what is asserted holds on any machine.
#include <gmock/gmock.h>

#include <algorithm>

#include "links/registry.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::experiment;
using test::preset;
using test::RunTest;

class Semantics : public RunTest {
protected:
    const LinkData& onlyLink(Experiment wanted) {
        const RunData& data = finish(std::move(wanted));
        EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
        return data.links.at(0);
    }

    static void expectFlawless(const LinkData& link) {
        EXPECT_EQ(link.received, link.sent);
        EXPECT_GT(link.received, 0U);
        EXPECT_EQ(link.lost + link.duplicated + link.reordered + link.corrupted, 0U);
    }

    static std::vector<std::uint64_t> sharesOf(const LinkData& link) {
        std::vector<std::uint64_t> shares;
        for (const PortData& port : link.ports) {
            if (port.role == PortRole::Receiver) shares.push_back(port.messages);
        }
        return shares;
    }

    static double cpuS(const ProcessData& process) { return process.userS + process.systemS; }
};

// One producer and one consumer over a mechanism; settings of the link and of both.
std::string pairOf(const std::string& mechanism, const std::string& link, const std::string& producer,
                   const std::string& consumer, const std::string& launch = "fork") {
    return R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[
        {"name":"p","program":"producer","launch":")" +
           launch + R"(")" + producer + R"(},
        {"name":"c","program":"consumer","launch":")" +
           launch + R"(")" + consumer + R"(}],
        "links":[{"name":"l","mechanism":")" +
           mechanism + R"(","from":"p","to":"c")" + link + "}]}";
}

// --- buffering --------------------------------------------------------------------------------------------------

struct OverMechanism : Semantics, ::testing::WithParamInterface<std::tuple<std::string, std::string>> {
    [[nodiscard]] static std::string with(const std::string& link, const std::string& producer,
                                          const std::string& consumer) {
        return pairOf(std::get<0>(GetParam()), link, producer, consumer, std::get<1>(GetParam()));
    }
};

// M2: never more than n under way, whatever the object itself could hold.
TEST_P(OverMechanism, ABoundedBufferNeverHoldsMoreThanItsPlaces) {
    const std::string mechanism = std::get<0>(GetParam());
    const LinkData& link =
        onlyLink(experiment(with(R"(,"capacity":{"messages":4})", R"(,"count":500)", R"(,"work_us":100)")));
    expectFlawless(link);
    EXPECT_EQ(link.received, 500U);
    if (findMechanism(mechanism)->info().traits.capacity == CapacityKind::Messages) {
        EXPECT_LE(link.systemDepthMax.value_or(0), 4U);
    } else {
        EXPECT_LE(link.depthMax, 4U);
    }
}

// M4: a send completes only when its message has been received, so nothing is ever under way.
TEST_P(OverMechanism, ARendezvousQueuesNothing) {
    const LinkData& link =
        onlyLink(experiment(with(R"(,"capacity":{"messages":0})", R"(,"count":500)", R"(,"work_us":50)")));
    expectFlawless(link);
    EXPECT_EQ(link.received, 500U);
    EXPECT_EQ(link.depthMax, 0U);
}

// M3: the producer is through long before a consumer that needs most of a second for as many messages.
TEST_P(OverMechanism, AnUnboundedBufferNeverMakesItsSenderWait) {
    const RunData& data = finish(experiment(
        with(R"(,"capacity":{"unbounded":true})", R"(,"count":1500,"message_bytes":1024)", R"(,"work_us":500)")));
    expectFlawless(data.links.at(0));
    EXPECT_EQ(data.links[0].received, 1500U);
    EXPECT_GT(data.links[0].depthMax, 100U);
    EXPECT_EQ(data.links[0].ports[0].wouldBlock, 0U);
}

INSTANTIATE_TEST_SUITE_P(Run, OverMechanism,
                         ::testing::Combine(::testing::Values("pipe", "unix-stream", "posix-mq", "posix-shm", "sysv-mq",
                                                              "process-vm"),
                                            ::testing::Values("fork", "exec")),
                         [](const auto& param) {
                             std::string name = std::get<0>(param.param) + '_' + std::get<1>(param.param);
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST_F(Semantics, AnUnboundedBufferEndsAtItsLimitWithAnEventAndLosesNothing) {
    const RunData& data = finish(experiment(pairOf("pipe", R"(,"capacity":{"unbounded":true,"limit_bytes":200000})",
                                                   R"(,"count":100000,"message_bytes":1024)", R"(,"work_us":300)")));
    EXPECT_TRUE(hasEvent(data, "buffer-limit"));
    expectFlawless(data.links.at(0));
    EXPECT_LT(data.links[0].sent, 100000U);
    EXPECT_GE(data.links[0].sent, 200000U / 1024);
    EXPECT_EQ(data.processes[0].exit->code, 0);
}

TEST_F(Semantics, SeveralSendersShareTheirPlaces) {
    Experiment three = preset("three-producers", {"duration_s=1"});
    three.links[0].mechanism = "unix-stream";
    three.links[0].capacityMessages = 3;
    three.links[0].capacityBytes.reset();
    const LinkData& link = onlyLink(three);
    expectFlawless(link);
    EXPECT_LE(link.depthMax, 3U);
}

// A dead process gives back what it held: nobody waits for a place that never comes.
TEST_F(Semantics, APlaceIsGivenBackByADeadProcess) {
    for (const std::uint64_t capacity : {0U, 1U}) {
        Experiment box = preset("m6-mailbox", {"duration_s=3"});
        box.links[0].mechanism = "pipe";
        box.links[0].capacityMessages = capacity;
        for (const char* victim : {"alice", "carol", "dave"}) {
            Step step;
            step.atNs = kNsPerSecond / 2;
            step.process = victim;
            step.action = StepAction::Kill;
            box.steps.push_back(step);
        }
        const LinkData& link = onlyLink(box);
        double late = 0;  // in the last second
        const std::size_t end = link.messagesPerSecond.endIndex();
        for (std::size_t at = end - std::min<std::size_t>(end, 50); at < end; ++at) {
            late = std::max(late, link.messagesPerSecond.sample(at).value);
        }
        EXPECT_GT(late, 0) << "with capacity " << capacity << " nothing moves any more";
    }
}

// --- naming and mailboxes ---------------------------------------------------------------------------------------

TEST_F(Semantics, DirectNamingHearsEachNamedSenderInTurn) {
    const RunData& data = finish(preset("m5-direct", {"duration_s=1"}));
    const auto [least, most] = std::minmax(data.links.at(0).received, data.links.at(1).received);
    EXPECT_LE(most - least, 2U);  // what one of them had sent already when the run was stopped
    EXPECT_GT(least, 0U);
}

TEST_F(Semantics, AsymmetricNamingLearnsWhoSent) {
    const LinkData& link = onlyLink(preset("m5-asymmetric", {"duration_s=1"}));
    expectFlawless(link);
    const std::vector<std::uint64_t>& from = link.ports.back().fromSenders;
    ASSERT_EQ(from.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(from[i], link.ports[i].messages) << i;
}

TEST_F(Semantics, RoundRobinGivesEqualSharesWithinOne) {
    const LinkData& link = onlyLink(preset("m6-round-robin", {"duration_s=20", "alice.count=100", "bob.count=101"}));
    expectFlawless(link);
    EXPECT_THAT(sharesOf(link), ::testing::UnorderedElementsAre(67, 67, 67));
}

TEST_F(Semantics, RoundRobinGoesOnWithoutADeadReceiver) {
    Experiment box = preset("m6-round-robin", {"duration_s=3"});
    Step step;
    step.atNs = kNsPerSecond / 2;
    step.process = "dave";
    step.action = StepAction::Kill;
    box.steps.push_back(step);
    const std::vector<std::uint64_t> shares = sharesOf(onlyLink(box));
    EXPECT_GT(shares[0], shares[1]);
    EXPECT_LE(std::max(shares[0], shares[2]) - std::min(shares[0], shares[2]), 1U);
}

TEST_F(Semantics, OneAtATimeAndTheSystemsChoiceLoseNothing) {
    for (const char* id : {"m6-mailbox", "m6-one-at-a-time", "m6-two-only"}) {
        const LinkData& link = onlyLink(preset(id, {"duration_s=0.7"}));
        expectFlawless(link);
        std::uint64_t delivered = 0;
        for (const PortData& port : link.ports) {
            for (const std::uint64_t count : port.fromSenders) delivered += count;
        }
        EXPECT_EQ(delivered, link.received) << id;
    }
}

TEST_F(Semantics, AMailboxGoesWithItsOwnerOrStays) {
    const RunData& gone = finish(preset("m7-owned-by-a-process"));
    const auto end = std::ranges::find(gone.events, EventKind::LinkGone, &RunEvent::kind);
    ASSERT_NE(end, gone.events.end());
    EXPECT_EQ(gone.processes.at(end->process.value()).name, "consumer");
    EXPECT_GT(gone.links.at(0).lost, 0U);
    EXPECT_GE(gone.links[0].lost, static_cast<std::uint64_t>(end->integer("queued").value()))
        << "and what the killed one had in hand";
    EXPECT_TRUE(hasEvent(gone, "peer-closed")) << "what the sender learns";
    const RunData& stays = finish(preset("m7-owned-by-the-system"));
    const auto event = std::ranges::find(stays.events, EventKind::LinkRemains, &RunEvent::kind);
    ASSERT_NE(event, stays.events.end());
    EXPECT_EQ(event->integer("queued"), 5);
    EXPECT_EQ(stays.links.at(0).received, 5U);
}

// --- waiting ----------------------------------------------------------------------------------------------------

// M8: a blocking end never meets an empty result; a non-blocking one is never found waiting in its call.
TEST_F(Semantics, TheFourPairsOfBlockingAndNonBlocking) {
    for (const bool sends : {false, true}) {
        for (const bool receives : {false, true}) {
            const std::string id = std::string("m8-") + (sends ? "nonblocking" : "blocking") + "-send-" +
                                   (receives ? "nonblocking" : "blocking") + "-receive";
            const LinkData& link = onlyLink(preset(id, {"duration_s=2.4"}));
            expectFlawless(link);
            EXPECT_EQ(link.ports.at(0).wouldBlock > 0, sends) << id;
            EXPECT_EQ(link.ports.at(1).wouldBlock > 0, receives) << id;
        }
    }
}

// M10: ten messages a second cost a busy waiter at least twenty times the CPU time of one that sleeps.
TEST_F(Semantics, BusyWaitingBurnsTheCpuThatBlockingDoesNot) {
    const RunData& data = finish(preset("m10-busy-waiting", {"duration_s=3"}));
    const ProcessData &sleeper = data.processes.at(1), &spinner = data.processes.at(3);
    EXPECT_EQ(sleeper.name, "sleeper");
    EXPECT_EQ(spinner.name, "spinner");
    EXPECT_GE(cpuS(spinner), 20 * cpuS(sleeper));
    EXPECT_GT(cpuS(spinner), 0.2);
}

TEST_F(Semantics, PollingAndSpinningCarryTheSameMessages) {
    const RunData& data = finish(preset("m10-poll-and-spin", {"duration_s=1"}));
    for (const LinkData& link : data.links) expectFlawless(link);
    EXPECT_GT(data.links.at(1).ports.at(1).wouldBlock, 0U);
    EXPECT_GT(data.links[1].ports[1].systemCalls, data.links[0].ports[1].systemCalls);
}

// M9: how long the call itself took, of the time until the message was there, in the middle of the first receives
// that had to wait. Nothing: on a busy machine the messages were always there first.
std::optional<double> shareInCall(const LinkData& link) {
    std::vector<double> shares;
    for (const ReceiveRecord& call : link.ports.at(1).calls) {
        const Nanoseconds tookNs = call.completedNs - call.calledNs;
        if (tookNs < 5'000'000) continue;
        shares.push_back(static_cast<double>(call.returnedNs - call.calledNs) / static_cast<double>(tookNs));
    }
    if (shares.size() < 3) return std::nullopt;
    std::ranges::nth_element(shares, shares.begin() + static_cast<std::ptrdiff_t>(shares.size() / 2));
    return shares[shares.size() / 2];
}

TEST_F(Semantics, TheFourQuadrantsOfCallReturnAndCompletion) {
    const RunData& data = finish(preset("m9-four-quadrants", {"duration_s=2"}));
    for (const LinkData& link : data.links) expectFlawless(link);
    const auto wouldBlock = [&](std::size_t link) { return data.links.at(link).ports.at(1).wouldBlock; };
    EXPECT_EQ(wouldBlock(0), 0U);                              // waits in the call
    EXPECT_GT(wouldBlock(1), wouldBlock(2));                   // asks again and again
    EXPECT_LE(wouldBlock(3), 3 * data.links[3].received + 3);  // asks when told
    EXPECT_GT(shareInCall(data.links[0]).value_or(1), 0.5);
    for (const std::size_t link : {1U, 2U, 3U}) EXPECT_LT(shareInCall(data.links[link]).value_or(0), 0.5) << link;
    const ProcessData &watch = data.processes.at(5), &told = data.processes.at(7);
    EXPECT_GT(told.iterations, data.links[3].received);  // work of its own meanwhile
    EXPECT_GT(cpuS(told), cpuS(watch));
}

TEST_F(Semantics, TheFirstMessageHasALatencyOfItsOwn) {
    const LinkData& link = onlyLink(experiment(pairOf("pipe", "", R"(,"count":10)", "")));
    ASSERT_TRUE(link.firstMessageNs);
    EXPECT_GT(*link.firstMessageNs, 0);
    EXPECT_LE(*link.firstMessageNs, link.latency.max + link.latency.max / 50);
    EXPECT_GT(link.moments.activeS(), 0);
    EXPECT_LE(link.moments.activeS(), m_run->data().durationS());
}

}  // namespace
}  // namespace ipclab

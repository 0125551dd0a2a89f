// The unreliable network (row R2): what it says it has done is what the receivers find, over every mechanism.
#include <gmock/gmock.h>

#include "links/registry.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::experiment;

class UnreliableNetwork : public test::RunTest {
protected:
    // Paced, so that no buffer of the kernel overflows: what is missing is missing by the network.
    static std::string through(const std::string& mechanism, const std::string& network, unsigned count = 500,
                               unsigned ratePerSecond = 1000, const std::string& more = "") {
        return R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[
            {"name":"p","program":"producer","rate_per_s":)" +
               std::to_string(ratePerSecond) + R"(,"count":)" + std::to_string(count) +
               R"(},{"name":"n","program":"network")" + network + R"(},{"name":"c","program":"consumer"}],
            "links":[{"name":"before","mechanism":")" +
               mechanism + R"(","from":"p","to":"n"},{"name":"after","mechanism":")" + mechanism +
               R"(","from":"n","to":"c"}])" + more + "}";
    }
    const LinkData& after(const std::string& text) {
        const RunData& data = finish(experiment(text));
        EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
        return data.links.at(1);
    }
};

TEST_F(UnreliableNetwork, WhatItTellsIsWhatTheReceiverFinds) {
    const LinkData& link =
        after(through("udp", R"(,"loss":0.2,"duplicate":0.1,"reorder":0.1,"delay_ms":2,"jitter_ms":3)"));
    ASSERT_TRUE(link.network);
    EXPECT_EQ(link.network->taken, 500U);
    EXPECT_EQ(link.network->holding, 0U);
    EXPECT_GT(link.network->dropped, 0U);
    EXPECT_GT(link.network->repeated, 0U);
    EXPECT_GT(link.network->reordered, 0U);
    EXPECT_GT(link.network->delayed, 0U);
    EXPECT_EQ(link.lost, link.network->dropped);
    EXPECT_EQ(link.duplicated, link.network->repeated);
    EXPECT_EQ(link.reordered, link.network->reordered);
    EXPECT_EQ(link.corrupted, 0U);
    EXPECT_EQ(link.received, 500 - link.network->dropped + link.network->repeated);
    EXPECT_GE(link.latency.p50, 2'000'000) << "from when it was sent first, through the network";
}

TEST_F(UnreliableNetwork, TheSeedDecidesWhichMessagesItDrops) {
    std::vector<std::uint64_t> dropped;
    for (const char* seed : {R"(,"seed":4)", R"(,"seed":4)", R"(,"seed":5)"}) {
        const LinkData& link = after(through("unix-datagram", R"(,"loss":0.3,"duplicate":0.3)", 300, 3000, seed));
        dropped.push_back(link.network->dropped * 1000 + link.network->repeated);
    }
    EXPECT_EQ(dropped[0], dropped[1]);
    EXPECT_NE(dropped[0], dropped[2]);
}

// Nothing is missing in a stream: what is lost comes late, and all behind it with it.
TEST_F(UnreliableNetwork, HoldsBackAStreamBehindWhatItLoses) {
    for (const char* mechanism : {"tcp", "pipe"}) {
        const LinkData& link = after(through(mechanism, R"(,"loss":0.02,"duplicate":0.2,"reorder":0.2)", 300, 300));
        EXPECT_EQ(link.received, 300U) << mechanism;
        EXPECT_EQ(link.lost + link.duplicated + link.reordered + link.corrupted, 0U);
        EXPECT_EQ(link.network->dropped + link.network->repeated + link.network->reordered, 0U);
        EXPECT_GT(link.network->heldBack, 0U);
        EXPECT_GE(link.latency.max, 200'000'000);
    }
}

struct OverEveryMechanism : UnreliableNetwork, ::testing::WithParamInterface<std::string> {};

TEST_P(OverEveryMechanism, PassesOnUnchanged) {
    const LinkData& link = after(through(GetParam(), "", 100, 2000));
    EXPECT_EQ(link.received, 100U);
    EXPECT_EQ(link.lost + link.duplicated + link.reordered + link.corrupted, 0U);
    EXPECT_EQ(link.network->taken, 100U);
}

std::vector<std::string> mechanismsHere() {
    std::vector<std::string> ids;
    for (const Mechanism* mechanism : allMechanisms()) {
        // Those that need a program of their own carry no message of another's.
        if (mechanism->availability().available && !mechanism->info().traits.execOnly) ids.emplace_back(mechanism->info().id);
    }
    return ids;
}

INSTANTIATE_TEST_SUITE_P(Mechanisms, OverEveryMechanism, ::testing::ValuesIn(mechanismsHere()), [](const auto& param) {
    std::string name = param.param;
    std::ranges::replace(name, '-', '_');
    return name;
});

TEST_F(UnreliableNetwork, ReachesEachMemberOfAGroupByItself) {
    const Availability here = findMechanism("udp-multicast")->availability();
    if (!here.available) GTEST_SKIP() << here.reason;
    const RunData& data = finish(experiment(R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[
        {"name":"p","program":"producer","rate_per_s":1000,"count":300},
        {"name":"near","program":"network"},{"name":"far","program":"network","loss":0.3},
        {"name":"a","program":"consumer"},{"name":"b","program":"consumer"}],
        "links":[{"name":"group","mechanism":"udp-multicast","from":"p","to":["near","far"]},
        {"name":"to-a","mechanism":"udp","from":"near","to":"a"},
        {"name":"to-b","mechanism":"udp","from":"far","to":"b"}]})"));
    EXPECT_EQ(data.links[1].received, data.links[1].network->taken);
    EXPECT_GT(data.links[2].network->dropped, 0U);
    EXPECT_EQ(data.links[2].lost, data.links[2].network->dropped);
}

TEST_F(UnreliableNetwork, IsChangedWhileItRuns) {
    start(experiment(
        through("udp", R"(,"loss":1)", 2000, 1000, R"(,"steps":[{"at_s":0.4,"process":"n","do":"set","loss":0}])")));
    const auto loss = [&] { return m_run->data().processes[1].settings.network.loss; };
    ASSERT_TRUE(until([&] { return m_run->data().links[1].received > 0 && loss() == 0; }));
    const std::uint64_t atFirst = m_run->data().links[1].network->dropped;
    EXPECT_GT(atFirst, 0U);
    NetworkConditions conditions;
    conditions.loss = 1;
    conditions.delayNs = 1'000'000;
    m_run->setNetwork(1, conditions);
    ASSERT_TRUE(until([&] { return m_run->data().links[1].network->dropped > atFirst + 50; }));
    EXPECT_EQ(m_run->data().processes[1].settings.network, conditions);
    m_run->stop();
    ASSERT_TRUE(untilEnded());
    EXPECT_TRUE(hasEvent(m_run->data(), "step"));
    EXPECT_TRUE(hasEvent(m_run->data(), "control"));
}

TEST_F(UnreliableNetwork, CutsItsLinksOff) {
    for (const char* mechanism : {"tcp", "udp"}) {
        const LinkData& link = after(through(mechanism, R"(,"cut_after":50)", 300, 2000));
        EXPECT_LE(link.received, 50U + 64U) << mechanism;
        EXPECT_GE(link.network->taken, 50U);
        EXPECT_TRUE(hasEvent(m_run->data(), "network-cut"));
        EXPECT_TRUE(hasEvent(m_run->data(), "peer-closed")) << "its sender finds nobody any more";
    }
}

TEST_F(UnreliableNetwork, HasToHaveAsManyLinksOutAsIn) {
    const ReadResult read = readExperiment(R"({"schema":"ipclab.experiment/1","duration_s":1,"processes":[
        {"name":"p","program":"producer"},{"name":"q","program":"producer"},{"name":"n","program":"network"},
        {"name":"c","program":"consumer"}],
        "links":[{"mechanism":"udp","from":"p","to":"n"},{"mechanism":"udp","from":"q","to":"n"},
        {"mechanism":"udp","from":"n","to":"c"}]})",
                                           "test");
    ASSERT_EQ(read.problems.size(), 1U);
    EXPECT_EQ(read.problems[0].pointer, "/processes/2");
    EXPECT_THAT(read.problems[0].message, testing::HasSubstr("as many of both"));
}

TEST_F(UnreliableNetwork, TellsWhichLinkItsCountsAreOf) {
    const RunData& data = finish(experiment(through("udp", R"(,"loss":0.5)", 50, 1000)));
    const auto told =
        std::ranges::find_if(data.events, [](const RunEvent& event) { return event.id() == "network-did"; });
    ASSERT_NE(told, data.events.end());
    EXPECT_EQ(told->link, 1U);
    EXPECT_EQ(told->integer("taken"), 50);
    EXPECT_EQ(told->find("link"), nullptr);
}

}  // namespace
}  // namespace ipclab

// What is counted, held against what is known of a run beforehand; with real processes. Nothing here depends on how
// fast the machine is.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>

#include "document/link_specs.h"
#include "export/result_json.h"
#include "links/registry.h"
#include "protocol/layout.h"
#include "results/run_builder.h"
#include "runs/run_fixture.h"

namespace ipclab::test {
namespace {

class Counters : public RunTest {
protected:
    const RunData& run(const std::string& producer, const std::string& consumer, const std::string& link) {
        const RunData& data = finish(experiment(R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[
            {"name":"p","program":"producer")" + producer +
                                                R"(},{"name":"c","program":"consumer")" + consumer +
                                                R"(}],"links":[{"name":"l","from":"p","to":"c")" + link + "}]}"));
        EXPECT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
        return data;
    }
};

// Due five times as often as they can be taken: message n is received n · 1 ms after the start at the earliest, and was
// due after n · 0.2 ms. Of these 0.8 ms · n only what the pipe holds is spent on the way.
TEST_F(Counters, ResponseCountsFromWhenAMessageWasDueAndTransitFromWhenItWasSent) {
    const RunData& data = run(R"(,"rate_per_s":5000,"count":1000,"message_bytes":64)", R"(,"work_us":1000)",
                              R"(,"mechanism":"pipe","capacity":{"bytes":4096},"stamp_every":1)");
    const LinkData& link = data.links[0];
    EXPECT_EQ(link.paced, 1000U);
    EXPECT_EQ(link.latency.count, 1000U);
    EXPECT_EQ(link.transit.count, 1000U);
    EXPECT_GE(link.latency.max, 750'000'000);
    EXPECT_LT(link.transit.p50, link.latency.p50 / 2);
    EXPECT_LE(link.transit.max, link.latency.max);
    EXPECT_FALSE(link.transitP50Ns.empty());
    const auto json = resultJson(data)["links"][0];
    EXPECT_THAT(json["latency_is"].get<std::string>(), testing::HasSubstr("due to be sent"));
    EXPECT_EQ(json["transit_ns"]["count"], 1000);
}

TEST_F(Counters, WithoutAPaceResponseAndTransitAreTheSame) {
    const LinkData& link = run(R"(,"count":500)", "", R"(,"mechanism":"unix-stream","stamp_every":1)").links[0];
    EXPECT_EQ(link.paced, 0U);
    EXPECT_EQ(link.latency.count, 500U);
    EXPECT_EQ(link.latency.p50, link.transit.p50);
    EXPECT_EQ(link.latency.max, link.transit.max);
    EXPECT_TRUE(link.transitP50Ns.empty());
}

// Paced it cannot be faster than its pace, and its rate between the first message and the last is just that, unless the
// machine held up one of these two.
TEST_F(Counters, ARateIsThatBetweenTheFirstMessageAndTheLast) {
    const RunData& data =
        run(R"(,"rate_per_s":200,"count":101,"start_delay_s":0.3)", "", R"(,"mechanism":"pipe","stamp_every":1)");
    const Moments& moments = data.links[0].moments;
    EXPECT_EQ(moments.messages, 101U);
    EXPECT_GE(data.sinceStartS(moments.firstNs), 0.3);
    const auto json = resultJson(data)["links"][0]["throughput"];
    const double activeS = json["active_s"].get<double>();
    EXPECT_DOUBLE_EQ(json["messages_per_s"].get<double>(), 100 / activeS);
    EXPECT_NEAR(json["last_s"].get<double>() - json["first_s"].get<double>(), activeS, 1e-9);
    // 100 periods of 5 ms; late may be the first as well as the last.
    EXPECT_NEAR(activeS, 0.5, std::max(toSeconds(data.links[0].latency.max), 0.001));
}

TEST_F(Counters, AnUnsynchronisedRingWithTwoReceiversTellsWhatWasLostAndWhatWasCopied) {
    const RunData& data = finish(experiment(R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[
        {"name":"p1","program":"producer","count":20000},{"name":"p2","program":"producer","count":20000},
        {"name":"c1","program":"consumer"},{"name":"c2","program":"consumer"}],
        "links":[{"name":"l","mechanism":"posix-shm","sync":"none","capacity":{"messages":16},
                  "from":["p1","p2"],"to":["c1","c2"]}]})"));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    const LinkData& link = data.links[0];
    EXPECT_EQ(link.sent, 40'000U) << "what the senders counted, whatever arrived";
    std::uint64_t intact = 0;
    for (const PortData& port : link.ports) {
        for (const std::uint64_t messages : port.fromSenders) intact += messages;
    }
    EXPECT_LE(link.duplicated, intact);
    EXPECT_LE(intact - link.duplicated, link.sent) << "each message counts once";
    EXPECT_EQ(link.lost, link.sent - (link.received - link.duplicated));
    EXPECT_LE(link.depthMax, 16U);
}

// Every message carries its number: with one receiver that takes its time, what it did not get was dropped by the
// kernel.
TEST_F(Counters, AQueueOfDatagramsIsNeverLongerThanItsBuffer) {
    constexpr std::uint64_t kBytes = 1024, kBookkeeping = 232;  // of the kernel, for each: no less than an sk_buff
    const RunData& data =
        run(R"(,"rate_per_s":20000,"count":20000,"message_bytes":1024)", R"(,"work_us":500)", R"(,"mechanism":"udp")");
    const LinkData& link = data.links[0];
    EXPECT_GT(link.lost, 0U);
    EXPECT_EQ(link.sent, link.received + link.lost);
    const std::uint64_t holds = link.effective.receiveBufferBytes.value_or(0) / (kBytes + kBookkeeping) + 1;
    // One may be in the receiver's hands, one in the sender's.
    EXPECT_LE(link.depthMax, holds + 2);
    EXPECT_GT(link.depthMax, 0U);
}

// Who looks late at the first message of a second counts twenty in less than a second: by one message at most, and not
// in every run.
TEST_F(Counters, TwentyMessagesASecondAreShownAsTwenty) {
    constexpr int kRuns = 5;
    constexpr double kOneMessageS = 0.05;
    double furthest = std::numeric_limits<double>::infinity();
    for (int i = 0; i < kRuns && furthest > 1; ++i) {
        const RunData& data = run(R"(,"rate_per_s":20,"count":41)", "", R"(,"mechanism":"pipe","stamp_every":1)");
        const LinkData& link = data.links[0];
        const double lateS = toSeconds(link.latency.max);
        std::vector<double> rates;
        const Nanoseconds from = link.moments.firstNs + kNsPerSecond;
        link.messagesPerSecond.forEach(from, link.moments.lastNs, [&](const Sample& s) { rates.push_back(s.value); });
        ASSERT_FALSE(rates.empty());
        // Twenty messages in a second, whose first or last may be late; and the last may be overdue by as much.
        const double allowed = 20 * (lateS + 0.001) / 0.95 + 0.5;
        double worst = 0;
        for (const double rate : rates) {
            EXPECT_NEAR(rate, 20, 20 * kOneMessageS / 0.95 + allowed);
            worst = std::max(worst, std::abs(rate - 20) / allowed);
        }
        furthest = std::min(furthest, worst);
        EXPECT_GT(link.rateWindowS.at(link.moments.lastNs).value_or(Sample{}).value, 0.5);
    }
    EXPECT_LE(furthest, 1) << "in none of " << kRuns << " runs";
}

// It meets its limit within milliseconds and then hands on what it has for half a second.
TEST_F(Counters, ALimitIsToldWhenItWasMet) {
    const RunData& data = run(R"(,"count":100000,"message_bytes":1024)", R"(,"work_us":2000)",
                              R"(,"mechanism":"pipe","capacity":{"unbounded":true,"limit_bytes":300000})");
    const auto met = std::ranges::find(data.events, EventKind::BufferLimit, &RunEvent::kind);
    const auto ended = std::ranges::find_if(
        data.events, [](const RunEvent& event) { return event.kind == EventKind::Exited && event.process == 0U; });
    ASSERT_NE(met, data.events.end());
    ASSERT_NE(ended, data.events.end());
    EXPECT_EQ(std::ranges::count(data.events, EventKind::BufferLimit, &RunEvent::kind), 1);
    EXPECT_LT(met->atNs, ended->atNs - 100 * kNsPerSecond / 1000);
    EXPECT_TRUE(std::ranges::is_sorted(data.events, {}, &RunEvent::atNs));
    EXPECT_EQ(data.events.back().kind, EventKind::Finished);
}

// In every preset: where what was asked for and what took effect differ, a warning names the link.
TEST(Properties, WhatDiffersFromWhatWasAskedForIsToldOf) {
    for (const auto& file : std::filesystem::directory_iterator(IPCLAB_PRESETS)) {
        const std::string id = file.path().filename().string();
        if (!id.ends_with(".ipclab.json")) continue;
        std::ifstream in(file.path());
        std::stringstream text;
        text << in.rdbuf();
        const ReadResult read = readExperiment(text.str(), id);
        ASSERT_TRUE(read.experiment) << id;
        RunBuilder builder(*read.experiment);
        const Segment segment = makeSegment(*read.experiment);
        const auto specs = linkSpecs(*read.experiment);
        RunDirectory names(makeRunToken());
        for (std::uint32_t i = 0; i < specs.size(); ++i) {
            const Mechanism* mechanism = findMechanism(read.experiment->links[i].mechanism);
            const bool shares = !read.experiment->links[i].reverseOf.empty();
            if (shares || !mechanism->availability().available || !mechanism->refusal(specs[i]).empty()) continue;
            const LinkProperties given = mechanism->create(specs[i], names)->effective();
            builder.apply(LinkCreated{i, given.capacityBytes, given.capacityMessages, given.maxMessageBytes,
                                      given.sendBufferBytes, given.receiveBufferBytes,
                                      given.tcp ? tcpText(*given.tcp) : std::string()},
                          segment);
            const LinkData& link = builder.data().links[i];
            const auto asked = requestedJson(link.requested);
            const auto effective = effectiveJson(link.effective, link.requested);
            for (const auto& [key, value] : asked.items()) {
                if (value.is_null() || value == effective[key]) continue;
                EXPECT_THAT(builder.data().warnings, testing::Contains(testing::HasSubstr("link \"" + link.name + '"')))
                    << id << ": " << key << " " << value << " became " << effective[key];
            }
        }
    }
}

}  // namespace
}  // namespace ipclab::test

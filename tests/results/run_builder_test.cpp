#include "results/run_builder.h"

#include <gtest/gtest.h>

#include <cmath>

#include "results/link_totals.h"
#include "runs/run_fixture.h"

namespace ipclab::test {
namespace {

SampleBatch sampleAt(Nanoseconds atNs, std::uint64_t depth) {
    SampleBatch batch;
    batch.atNs = atNs;
    LinkSample& link = batch.links.emplace_back();
    link.sent = 100;
    link.received = 100 - depth;
    link.depth = depth;
    return batch;
}

TEST(RunBuilder, SamplesThatOvertakeTheMessageOfTheStartAreNotLost) {
    RunBuilder builder(preset("first"));
    const Segment segment = Segment::create({2, 1, 2});
    const RunData& data = builder.data();
    builder.apply(sampleAt(900, 10));
    EXPECT_TRUE(data.links[0].depthMessages.empty()) << "it has not begun";
    SampleBatch begun = sampleAt(1'100, 40);
    begun.startNs = 1'000;
    builder.apply(begun);
    EXPECT_EQ(data.startNs, 1'000);
    EXPECT_EQ(data.links[0].depthMax, 40U);
    builder.apply(RunStarted{1'000}, segment);
    builder.settleEvents(2'000);
    ASSERT_EQ(data.events.size(), 1U);
    EXPECT_EQ(data.events[0].kind, EventKind::Started);
    EXPECT_EQ(data.events[0].atNs, 1'000);
}

TEST(RunBuilder, AStartThatIsStillToComeIsNotBelieved) {
    RunBuilder builder(preset("first"));
    SampleBatch odd = sampleAt(1'000, 10);
    odd.startNs = 1'001;
    builder.apply(odd);
    EXPECT_EQ(builder.data().startNs, 0);
}

TEST(RunBuilder, EventsAreInTheOrderOfTimeHoweverTheyCome) {
    RunBuilder builder(preset("first"));
    const RunData& data = builder.data();
    builder.addEvent({.atNs = 300, .unknownId = "c"});
    builder.addEvent({.atNs = 100, .unknownId = "a"});
    builder.settleEvents(99);
    EXPECT_TRUE(data.events.empty()) << "something older may still come";
    builder.addEvent({.atNs = 200, .unknownId = "b"});
    builder.settleEvents(200);
    ASSERT_EQ(data.events.size(), 2U);
    EXPECT_EQ(data.events[1].id(), "b");
    builder.addEvent({.atNs = 50, .unknownId = "far too late"});
    builder.settleEvents(400);
    ASSERT_EQ(data.events.size(), 4U) << "whoever has read the first two reads on";
    EXPECT_EQ(inTimeOrder(data.events).front()->id(), "far too late");
    EXPECT_EQ(inTimeOrder(data.events).back()->id(), "c");
}

TEST(RunBuilder, WhatTheSystemToldBeforeTheEndIsNotWhatThereIsAfterIt) {
    for (const Nanoseconds toldNs : {Nanoseconds{1'100}, Nanoseconds{5'000}}) {
        RunBuilder builder(preset("first"));
        Segment segment = Segment::create({2, 1, 2});
        SampleBatch batch = sampleAt(1'100, 10);
        batch.startNs = 1'000;
        batch.links[0].system = Depth{.queued = 640, .capacity = 4096};
        builder.apply(batch);
        segment.links()[0].systemDepthAtNs = toldNs;
        segment.links()[0].systemDepth = 64;
        builder.finish(segment, 4'000);
        const TimeSeries& depth = builder.data().links[0].systemDepth;
        ASSERT_EQ(depth.endIndex(), 2U);
        if (toldNs < 4'000) {
            EXPECT_TRUE(std::isnan(depth.sample(1).value)) << "its ends are closed since";
        } else {
            EXPECT_EQ(depth.sample(1).value, 64) << "of an object that is still there";
        }
    }
}

TEST(RunBuilder, WhoCannotTellAnyMoreLeavesAGap) {
    RunBuilder builder(preset("first"));
    SampleBatch batch = sampleAt(1'100, 10);
    batch.startNs = 1'000;
    batch.links[0].system = Depth{.queued = 640, .capacity = 4096};
    builder.apply(batch);
    for (const Nanoseconds atNs : {1'200, 1'300}) builder.apply(sampleAt(atNs, 0));
    const TimeSeries& depth = builder.data().links[0].systemDepth;
    ASSERT_EQ(depth.endIndex(), 2U);
    EXPECT_TRUE(std::isnan(depth.sample(1).value));
}

// The receiver has taken a message and not counted it yet, when its sender has counted the next one in its place.
TEST(RunBuilder, AQueueIsNeverFullerThanItsPlaces) {
    RunBuilder builder(preset("first"));
    builder.apply(LinkCreated{0, {}, 64, {}, {}, {}}, Segment::create({2, 1, 2}));
    SampleBatch batch = sampleAt(1'100, 65);
    batch.startNs = 1'000;
    builder.apply(batch);
    EXPECT_EQ(builder.data().links[0].depthMax, 64U);
    EXPECT_EQ(builder.data().links[0].depthMean, 64);
    EXPECT_EQ(builder.data().links[0].depthMessages.sample(0).value, 64);
}

// A pipe says how many bytes it holds: as many messages as those of the smallest size are.
TEST(RunBuilder, APipeHoldsNoMoreMessagesThanItHasBytesFor) {
    RunBuilder builder(preset("first"));  // messages of 64 bytes
    SampleBatch batch = sampleAt(1'100, 65);
    batch.startNs = 1'000;
    batch.links[0].system = Depth{.queued = 4032, .capacity = 4096};
    builder.apply(batch);
    EXPECT_EQ(builder.data().links[0].depthMax, 64U);
}

TEST(RunBuilder, WhatTheKernelHasDroppedIsLostAndNotQueued) {
    RunBuilder builder(preset("c-udp"));
    SampleBatch batch = sampleAt(1'100, 60);
    batch.startNs = 1'000;
    builder.apply(batch);
    EXPECT_EQ(builder.data().links[0].depthMax, 0U) << "nobody has been asked yet";
    batch.atNs += kNsPerSecond;
    batch.links[0].newestSum = batch.links[0].newestMost = 41;
    builder.apply(batch);
    EXPECT_EQ(builder.data().links[0].depthMax, 59U) << "as far as the numbers of what came tell it";
    EXPECT_EQ(builder.data().links[0].lost, 1U);
    batch.atNs += 100;
    batch.links[0].queued = 12;
    builder.apply(batch);
    EXPECT_EQ(builder.data().links[0].depthMessages.sample(2).value, 12);
    EXPECT_EQ(builder.data().links[0].lost, 48U);
}

TEST(RunBuilder, ALinkThatCountsItsOwnPlacesSaysHowMany) {
    RunBuilder builder(preset("m2-eight-in-a-pipe"));
    builder.apply(LinkCreated{0, 65536, {}, {}, {}, {}}, Segment::create({2, 1, 2}));
    EXPECT_EQ(builder.data().links[0].effective.capacityMessages, 8U);
    EXPECT_TRUE(builder.data().warnings.empty());
}

// Two commands, of which nobody but /proc/PID/io tells anything.
TEST(RunBuilder, BytesBetweenCommandsHaveARateByTheMomentsTheyWereReadAt) {
    RunBuilder builder(experiment(R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"processes":[
        {"name":"a","program":"command","command":["yes"]},{"name":"b","program":"command","command":["cat"]}],
        "links":[{"mechanism":"pipe","from":"a","to":"b"}]})"));
    const LinkData& link = builder.data().links[0];
    const auto sample = [&](Nanoseconds atNs, Nanoseconds flowAtNs, std::uint64_t bytes) {
        SampleBatch batch;
        batch.atNs = atNs;
        batch.startNs = kNsPerSecond;
        batch.links.emplace_back().flowAtNs = flowAtNs;
        batch.links.back().flowBytes = bytes;
        builder.apply(batch);
    };
    constexpr Nanoseconds kStepNs = kNsPerSecond / 50;
    sample(kNsPerSecond, 0, 0);
    EXPECT_TRUE(link.bytesPerSecond.empty()) << "not known, and not 0";
    const Nanoseconds firstNs = kNsPerSecond + kStepNs, secondNs = firstNs + kStepNs;
    sample(firstNs + 1'000, firstNs, 0);
    sample(secondNs + 1'000, secondNs, 20'000);  // a burst of a single reading
    sample(secondNs + 2'000, secondNs, 20'000);  // nothing was read since
    ASSERT_EQ(link.bytesPerSecond.endIndex(), 2U);
    EXPECT_EQ(link.bytesPerSecond.sample(1).value, 20'000 / toSeconds(kStepNs));
    EXPECT_TRUE(link.messagesPerSecond.empty());
    EXPECT_EQ(link.bytes, 20'000U);
    const LinkTotals totals = linkTotals(builder.data(), link);
    EXPECT_FALSE(totals.messagesPerSecond);
    EXPECT_DOUBLE_EQ(totals.bytesPerSecond.value_or(0), 20'000 / toSeconds(2 * kStepNs)) << "from the start on";
}

// A look that was interrupted gave one thread more than a processor.
TEST(RunBuilder, ProcessorTimeIsDividedByTheTimeBetweenItsReadings) {
    RunBuilder builder(preset("first"));
    const auto sample = [&](Nanoseconds atNs, Nanoseconds runningNs, Nanoseconds running) {
        SampleBatch batch;
        batch.atNs = atNs;
        ProcessSample& process = batch.processes.emplace_back();
        process.account = ProcessAccount{.running = running, .runningNs = runningNs};
        builder.apply(batch);
    };
    constexpr Nanoseconds kMs = 1'000'000;
    sample(1'000 * kMs, 1'001 * kMs, 10 * kMs);
    sample(1'100 * kMs, 1'151 * kMs, 160 * kMs);
    const TimeSeries& share = builder.data().processes[0].cpuShare;
    ASSERT_EQ(share.endIndex(), 1U);
    EXPECT_DOUBLE_EQ(share.sample(0).value, 1);
    EXPECT_EQ(share.sample(0).t, 1'100 * kMs);
}

TEST(RunBuilder, WhatACommandReceivesHasTheRateOfItsSender) {
    RunBuilder builder(experiment(R"({"schema":"ipclab.experiment/1","name":{"en":"t"},"processes":[
        {"name":"a","program":"producer"},{"name":"b","program":"command","command":["cat"]}],
        "links":[{"mechanism":"pipe","from":"a","to":"b"}]})"));
    SampleBatch batch;
    batch.atNs = 2 * kNsPerSecond;
    batch.startNs = kNsPerSecond;
    LinkSample& sample = batch.links.emplace_back();
    sample.sent = 101;
    sample.sentBytes = 6'464;
    sample.sentMoments = {kNsPerSecond, 2 * kNsPerSecond, 101, 6'464};
    builder.apply(batch);
    const LinkData& link = builder.data().links[0];
    EXPECT_EQ(link.bytes, 6'464U);
    const LinkTotals totals = linkTotals(builder.data(), link);
    EXPECT_DOUBLE_EQ(totals.messagesPerSecond.value_or(0), 100);
    EXPECT_DOUBLE_EQ(totals.bytesPerSecond.value_or(0), 6'400);
    EXPECT_FALSE(totals.received);
}

}  // namespace
}  // namespace ipclab::test

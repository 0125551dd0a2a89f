#include "runs/run_builder.h"

#include <gtest/gtest.h>

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
    EXPECT_EQ(data.events[0].what, "started");
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
    builder.addEvent({.atNs = 300, .what = "c"});
    builder.addEvent({.atNs = 100, .what = "a"});
    builder.settleEvents(99);
    EXPECT_TRUE(data.events.empty()) << "something older may still come";
    builder.addEvent({.atNs = 200, .what = "b"});
    builder.settleEvents(200);
    ASSERT_EQ(data.events.size(), 2U);
    EXPECT_EQ(data.events[1].what, "b");
    builder.addEvent({.atNs = 50, .what = "far too late"});
    builder.settleEvents(400);
    ASSERT_EQ(data.events.size(), 4U) << "whoever has read the first two reads on";
    EXPECT_EQ(inTimeOrder(data.events).front()->what, "far too late");
    EXPECT_EQ(inTimeOrder(data.events).back()->what, "c");
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

}  // namespace
}  // namespace ipclab::test

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

}  // namespace
}  // namespace ipclab::test

// What is read of the shared segment, and what is not read again because it has not changed.
#include "sampling/segment_sampler.h"

#include <gmock/gmock.h>

namespace ipclab {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Nanoseconds kTenth = kNsPerSecond / 10;

// One sender, one receiver with two connections.
struct SampledSegment : ::testing::Test {
    SampledSegment() {
        LinkSlot& link = segment.links()[0];
        link.endpoints = 2;
        link.latencies = 1;
        for (EndpointSlot& endpoint : segment.endpoints()) endpoint.caller = kNoIndex;
        sender().caller = 0;
        receiver().role = PortRole::Receiver;
        receiver().connections = 2;
    }

    [[nodiscard]] EndpointSlot& sender() const { return segment.endpoints()[0]; }
    [[nodiscard]] EndpointSlot& receiver() const { return segment.endpoints()[1]; }
    [[nodiscard]] LatencySlot& times() const { return segment.latencies()[0]; }
    SampleBatch sample() {
        SampleBatch batch;
        batch.atNs = m_atNs += kTenth;
        sampler.sample(batch);
        return batch;
    }

    Segment segment =
        Segment::create({.processes = 1, .links = 1, .endpoints = 2, .latencies = 1, .connections = 2, .callers = 1});
    SegmentSampler sampler{segment};

private:
    Nanoseconds m_atNs = kNsPerSecond;
};

TEST_F(SampledSegment, TimesAreOfWhatHasComeSinceTheSampleBefore) {
    for (int i = 0; i < 3; ++i) times().transit.recordAlone(1000);
    const SampleBatch first = sample();
    EXPECT_EQ(first.links[0].transit.value().count, 3U);
    EXPECT_EQ(first.links[0].transitSoFar.value().count, 3U);
    EXPECT_FALSE(first.links[0].response) << "nothing was due at a time";
    EXPECT_EQ(sample().links[0].transit.value().count, 0U);
    times().transit.recordAlone(5000);
    EXPECT_EQ(sample().links[0].transit.value().count, 1U);
}

TEST_F(SampledSegment, AHistogramThatHasNotGrownIsNotCopiedAgain) {
    times().transit.recordAlone(1000);
    (void)sample();
    times().transit.buckets[7].fetch_add(1);  // which nobody does without counting it
    EXPECT_EQ(sample().links[0].transit.value().count, 0U);
    std::optional<LatencyPercentiles> soFar;
    for (int i = 0; i < 11 && !soFar; ++i) soFar = sample().links[0].transitSoFar;
    ASSERT_TRUE(soFar);
    EXPECT_EQ(soFar->count, 1U) << "the whole run's are told again all the same";
}

TEST_F(SampledSegment, ResponseTimesComeWithThePacedMessages) {
    times().transit.recordAlone(1000);
    times().response.recordAlone(9000);
    receiver().paced = 1;
    const SampleBatch batch = sample();
    EXPECT_EQ(batch.links[0].transit.value().max, 1000);
    EXPECT_EQ(batch.links[0].response.value().max, 9000);
    EXPECT_EQ(sample().links[0].response.value().count, 0U);
}

TEST_F(SampledSegment, EachResponseTimeIsToldOnceInItsInterval) {
    using Counts = std::vector<LatencyHistory::Count>;
    const auto bin = [](Nanoseconds value) { return static_cast<std::uint32_t>(latency_bins::binOf(value)); };
    EXPECT_THAT(sample().history.latencies, IsEmpty());
    for (int i = 0; i < 3; ++i) times().transit.recordAlone(1'030);
    times().transit.recordAlone(520'000);
    SampleBatch batch = sample();
    ASSERT_THAT(batch.history.latencies, SizeIs(1));
    EXPECT_EQ(batch.history.latencies[0].interval,
              (LatencyHistory::Interval{batch.atNs - kTenth, batch.atNs, {{bin(1'030), 3}, {bin(520'000), 1}}}));
    EXPECT_THAT(sample().history.latencies, IsEmpty());
    // From the first message on that was due at a time, they are kept apart.
    times().response.copyAlone(times().transit);
    times().response.recordAlone(7'000'000);
    times().transit.recordAlone(1'030);
    receiver().paced = 1;
    batch = sample();
    ASSERT_THAT(batch.history.latencies, SizeIs(1));
    EXPECT_EQ(batch.history.latencies[0].interval.counts, (Counts{{bin(7'000'000), 1}}));
}

TEST_F(SampledSegment, TheLastSampleHasWhateverCameSince) {
    (void)sample();
    times().transit.recordAlone(2'000);
    SampleBatch batch;
    batch.atNs = kNsPerSecond + kTenth + 1;
    sampler.sample(batch, true);
    EXPECT_THAT(batch.history.latencies, SizeIs(1));
}

TEST_F(SampledSegment, AConnectionIsToldWhenItChanges) {
    EXPECT_THAT(sample().connections, IsEmpty());
    const ConnectionPool pool = segment.connectionPool(receiver());
    ConnectionSlot* slot = pool.begin();
    pool.open(slot);
    SampleBatch batch = sample();
    ASSERT_THAT(batch.connections, SizeIs(1));
    EXPECT_EQ(batch.connections[0].endpoint, 1U);
    EXPECT_EQ(batch.connections[0].reading.state, ConnectionState::Open);
    EXPECT_EQ(batch.ports[1].connections.opened, 1U);
    EXPECT_THAT(sample().connections, IsEmpty());
    slot->traffic.messagesReceived = 4;
    batch = sample();
    ASSERT_THAT(batch.connections, SizeIs(1));
    EXPECT_EQ(batch.connections[0].reading.messagesReceived, 4U);
    pool.end(slot, ConnectionState::Closed);
    batch = sample();
    ASSERT_THAT(batch.connections, SizeIs(1));
    EXPECT_EQ(batch.connections[0].reading.state, ConnectionState::Closed);
}

TEST_F(SampledSegment, CallsAreToldWhereSomebodyCalls) {
    EXPECT_EQ(sample().links[0].calls, CallTotals{});
    segment.callers()[0].issue(0);
    segment.callers()[0].execute(0, 1);
    EXPECT_EQ(sample().links[0].calls.value().executed, 1U);
    sender().caller = kNoIndex;
    EXPECT_FALSE(sample().links[0].calls);
}

TEST_F(SampledSegment, EverythingAProcessWaitsForIsRead) {
    ProcessSlot& slot = segment.processes()[0];
    const std::vector<Waiting> any{{WaitReason::Empty, 0}, {WaitReason::Sleep}};
    slot.waitsForAny.write(any);
    slot.waiting = any.front().packed();
    SampleBatch batch = sample();
    EXPECT_EQ(batch.processes[0].waiting, any.front());
    EXPECT_THAT(batch.processes[0].waitsForAny, ElementsAre(any[0], any[1]));
    slot.waitsForAny.clear();
    batch = sample();
    EXPECT_THAT(batch.processes[0].waitsForAny, IsEmpty());
}

}  // namespace
}  // namespace ipclab

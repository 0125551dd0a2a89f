// A process that has gone wild may write anything into the shared segment: whoever reads it is led nowhere, and tells
// figures that are wrong, but not more.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>

#include "export/result_json.h"
#include "protocol/layout.h"
#include "results/run_builder.h"
#include "runs/run_fixture.h"
#include "sampling/segment_sampler.h"

namespace ipclab::test {
namespace {

// Numbers as they are left by chance: small ones, far too large ones, and those in between.
std::uint64_t wildWord(std::mt19937_64& random) { return random() >> (random() % 64); }

void scribble(const Segment& segment, std::mt19937_64& random) {
    const auto last = segment.descendants();
    auto* const begin = reinterpret_cast<std::atomic<std::uint64_t>*>(&segment.header());
    auto* const end = reinterpret_cast<std::atomic<std::uint64_t>*>(last.data() + last.size());
    const bool all = random() % 2 == 0;
    for (auto* word = begin; word != end; ++word) {
        if (all || random() % 16 == 0) word->store(wildWord(random), std::memory_order_relaxed);
    }
}

class WildSegment : public ::testing::TestWithParam<const char*> {};

TEST_P(WildSegment, LeadsNoReaderAstray) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937_64 random(seed);
        const Experiment document = preset(GetParam());
        const Segment segment = makeSegment(document);
        SegmentSampler sampler(segment);
        RunBuilder builder(document);
        builder.apply(RunStarted{kNsPerSecond}, segment);
        for (int i = 2; i < 6; ++i) {
            SampleBatch batch;
            batch.atNs = i * kNsPerSecond;
            sampler.sample(batch);
            builder.apply(batch);
            scribble(segment, random);
        }
        builder.finish(segment, 10 * kNsPerSecond);
        EXPECT_EQ(builder.data().links.size(), document.links.size());
        EXPECT_FALSE(resultJson(builder.data()).dump().empty());
    }
}

INSTANTIATE_TEST_SUITE_P(Documents, WildSegment,
                         ::testing::Values("three-producers", "m4-rendezvous", "m13-barrier", "c-tcp", "m6-mailbox"),
                         [](const auto& made) {
                             std::string name = made.param;
                             std::erase_if(name, [](char c) { return c == '-'; });
                             return name;
                         });

}  // namespace
}  // namespace ipclab::test

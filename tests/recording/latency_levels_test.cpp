// Latencies of a long recording are read in coarse form, and how many of any stretch took how long is exact all the
// same.
#include <gtest/gtest.h>

#include <random>

#include "recorded.h"
#include "recording/on_demand.h"
#include "recording/sqlite.h"

namespace ipclab::test {
namespace {

constexpr Nanoseconds kTenth = kNsPerSecond / 10;
constexpr int kTenths = 7'000;  // more than are read whole

// Of some tenths of a second nothing came.
std::vector<LatencyHistory::Interval> tenths() {
    std::mt19937 random(29);
    std::vector<LatencyHistory::Interval> all;
    for (int i = 0; i < kTenths; ++i) {
        LatencyHistory::Interval it{kStart + i * kTenth, kStart + (i + 1) * kTenth, {}};
        const auto upTo = [&](unsigned most) { return static_cast<std::uint32_t>(random() % most); };
        for (std::uint32_t bin = 60 + upTo(20); bin < 120; bin += 1 + upTo(15))
            it.counts.push_back({bin, 1 + upTo(1'000)});
        if (random() % 10 != 0) all.push_back(std::move(it));
    }
    return all;
}

LatencyCounts exactly(const std::vector<LatencyHistory::Interval>& all, Nanoseconds t0, Nanoseconds t1) {
    LatencyCounts counts{};
    for (const LatencyHistory::Interval& it : all) {
        if (it.end <= t0 || it.end > t1) continue;
        for (const LatencyHistory::Count& count : it.counts) counts[count.bin] += count.count;
    }
    return counts;
}

class LatencyLevels : public testing::Test {
protected:
    // As a run is written: while it goes on.
    void recordTenths() {
        RunData run = sampleRun();
        const Nanoseconds endNs = std::exchange(run.endNs, 0);
        run.links[0].latencies = {};
        RecordingWriter writer(m_path, run);
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            const LatencyHistory::Interval& it = m_all[i];
            run.links[0].latencies.append(it.begin, it.end, it.counts);
            run.sampledNs = std::max(endNs, it.end);
            if (i % 100 != 99) continue;
            writer.update(run);
            while (writer.isBehind()) std::this_thread::yield();
        }
        run.endNs = run.sampledNs;
        writer.finish(run, {});
    }
    // As a chart asks: at once, and again when something has come.
    static LatencyCounts between(RecordingOnDemand& file, Nanoseconds t0, Nanoseconds t1) {
        const LatencyHistory& latencies = file.history().links[0].latencies;
        for (int look = 0; look < 3; ++look) {
            (void)latencies.between(t0, t1);
            file.wait();
        }
        EXPECT_EQ(file.takeFailure(), "");
        return latencies.between(t0, t1);
    }
    void expectExact(RecordingOnDemand& file) {
        std::mt19937 random(31);
        const Nanoseconds length = kTenths * kTenth;
        for (int round = 0; round < 40; ++round) {
            const auto moment = [&] {
                return kStart + static_cast<Nanoseconds>(random() % 1'000'001) * (length / 1'000'000);
            };
            const auto [a, b] = std::minmax({moment(), moment()});
            EXPECT_EQ(between(file, a, b), exactly(m_all, a, b)) << a - kStart << " to " << b - kStart;
        }
        EXPECT_EQ(between(file, INT64_MIN, INT64_MAX), exactly(m_all, 0, INT64_MAX));
    }

    TempDir m_dir;
    std::filesystem::path m_path = m_dir / "run.ipclab";
    std::vector<LatencyHistory::Interval> m_all = tenths();
};

TEST_F(LatencyLevels, CountAnyStretchExactly) {
    recordTenths();
    RecordingOnDemand file(m_path, [] {});
    EXPECT_EQ(file.history().links[0].latencies.firstTime(), m_all.front().begin);
    EXPECT_EQ(file.history().links[0].latencies.lastTime(), m_all.back().end);
    expectExact(file);
}

TEST_F(LatencyLevels, OfAnOlderProgramAreMadeElsewhere) {
    recordTenths();
    Database(m_path, Database::Mode::Write).execute("DROP TABLE latency_level");
    const std::string before = contentOf(m_path);
    {
        RecordingOnDemand file(m_path, [] {});
        expectExact(file);
    }
    EXPECT_EQ(contentOf(m_path), before);
}

TEST_F(LatencyLevels, AreSeenAsGroupsFromAfarAndAsTheyCameNearBy) {
    recordTenths();
    RecordingOnDemand file(m_path, [] {});
    const LatencyHistory& latencies = file.history().links[0].latencies;
    const auto look = [&](Nanoseconds t0, Nanoseconds t1, std::size_t columns) {
        for (int i = 0; i < 3; ++i) {
            latencies.lookAt(t0, t1, columns);
            file.wait();
        }
        std::vector<LatencyHistory::Interval> seen;
        latencies.forEach(t0, t1, [&](const LatencyHistory::Interval& it) { seen.push_back(it); });
        return seen;
    };
    const Nanoseconds end = m_all.back().end;
    const auto far = look(m_all.front().begin, end, 100);
    EXPECT_LT(far.size(), m_all.size() / 10);
    std::uint64_t all = 0;
    for (const LatencyHistory::Interval& it : far) {
        for (const LatencyHistory::Count& count : it.counts) all += count.count;
    }
    EXPECT_EQ(all, countOf(exactly(m_all, 0, INT64_MAX))) << "none is lost";
    const std::uint64_t before = latencies.revision();
    const auto near = look(m_all[3'000].begin, m_all[3'050].end, 100);
    ASSERT_EQ(near.size(), 51U);
    EXPECT_EQ(near.front(), m_all[3'000]);
    EXPECT_EQ(near.back(), m_all[3'050]);
    EXPECT_NE(latencies.revision(), before) << "a chart knows that there is more to be seen";
    EXPECT_EQ(*latencies.at(m_all[3'010].begin + 1), m_all[3'010]);
}

TEST_F(LatencyLevels, OfOneThatWasCutOffReachToItsLastRow) {
    RunData run = sampleRun();
    run.endNs = 0;
    run.links[0].latencies = {};
    {
        RecordingWriter writer(m_path, run);
        for (std::size_t i = 0; i < 2'000; ++i) {
            run.links[0].latencies.append(m_all[i].begin, m_all[i].end, m_all[i].counts);
            run.sampledNs = m_all[i].end;
            if (i % 100 != 99) continue;
            writer.update(run);
            while (writer.isBehind()) std::this_thread::yield();
        }
    }
    m_all.resize(2'000);
    RecordingOnDemand file(m_path, [] {});
    EXPECT_FALSE(file.frames().complete());
    expectExact(file);
}

}  // namespace
}  // namespace ipclab::test

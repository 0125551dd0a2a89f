#include "core/histogram.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>
#include <vector>

#include "core/shared_mapping.h"
#include "core/unique_fd.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kHour = 3600 * kNsPerSecond;

std::unique_ptr<SharedHistogram> emptyHistogram() { return std::make_unique<SharedHistogram>(); }

double relativeError(Nanoseconds value) {
    const Nanoseconds back = histogram::bucketMiddleNs(histogram::bucketOf(value));
    return std::abs(static_cast<double>(back - value)) / static_cast<double>(std::max<Nanoseconds>(value, 1));
}

TEST(Histogram, ErrorStaysBelowOnePerCentFromOneNanosecondToOneHour) {
    for (Nanoseconds value = 1; value < 100'000; ++value) ASSERT_LE(relativeError(value), 0.01) << value;
    const std::uint64_t seed = std::random_device{}();
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> exponent(0, std::log(static_cast<double>(kHour)));
    for (int i = 0; i < 200'000; ++i) {
        const auto value = static_cast<Nanoseconds>(std::exp(exponent(random)));
        ASSERT_LE(relativeError(value), 0.01) << value << " with seed " << seed;
    }
    EXPECT_LE(relativeError(kHour), 0.01);
}

TEST(Histogram, BucketsAreInOrderAndWithoutGaps) {
    std::size_t before = histogram::bucketOf(0);
    EXPECT_EQ(before, 0U);
    for (Nanoseconds value = 1; value < 1'000'000; ++value) {
        const std::size_t bucket = histogram::bucketOf(value);
        ASSERT_TRUE(bucket == before || bucket == before + 1) << value;
        before = bucket;
    }
    for (std::size_t bucket = 0; bucket + 1 < histogram::bucketOf(kHour); ++bucket) {
        ASSERT_LT(histogram::bucketMiddleNs(bucket), histogram::bucketMiddleNs(bucket + 1)) << bucket;
        ASSERT_EQ(histogram::bucketOf(histogram::bucketMiddleNs(bucket)), bucket);
    }
}

TEST(Histogram, ExtremesAreCountedAtTheEdges) {
    EXPECT_EQ(histogram::bucketOf(-5), 0U);
    EXPECT_EQ(histogram::bucketOf(kHour * 1000), histogram::bucketOf(kHour));
    EXPECT_LT(histogram::bucketOf(kHour), histogram::kBuckets);
    EXPECT_LT(histogram::bucketOf(INT64_MAX), histogram::kBuckets);
    EXPECT_EQ(histogram::bucketOf(INT64_MIN), 0U);
}

TEST(Histogram, AnEmptyOneSaysZero) {
    const HistogramSnapshot nothing(*emptyHistogram());
    EXPECT_EQ(nothing.count(), 0U);
    EXPECT_EQ(nothing.quantileNs(0.5), 0);
    EXPECT_EQ(nothing.meanNs(), 0.0);
    EXPECT_EQ(nothing.maxNs(), 0);
}

TEST(Histogram, QuantilesAgreeWithSortedValues) {
    const std::uint64_t seed = std::random_device{}();
    std::mt19937_64 random(seed);
    std::lognormal_distribution<double> distribution(10, 2);
    const auto live = emptyHistogram();
    std::vector<Nanoseconds> values;
    for (int i = 0; i < 50'000; ++i) {
        values.push_back(static_cast<Nanoseconds>(distribution(random)));
        live->record(values.back());
    }
    std::ranges::sort(values);
    const HistogramSnapshot snapshot(*live);
    for (const double q : {0.0, 0.01, 0.5, 0.9, 0.99, 0.999, 1.0}) {
        const auto rank = static_cast<std::size_t>(std::max(1.0, std::ceil(q * 50'000.0))) - 1;
        const auto exact = static_cast<double>(values[rank]);
        EXPECT_NEAR(static_cast<double>(snapshot.quantileNs(q)), exact, exact * 0.01 + 1) << q << " seed " << seed;
    }
    EXPECT_EQ(snapshot.maxNs(), values.back());
    EXPECT_LE(snapshot.quantileNs(1.0), snapshot.maxNs());
}

TEST(Histogram, QuantilesNeverFallAsTheShareGrows) {
    const std::uint64_t seed = std::random_device{}();
    std::mt19937_64 random(seed);
    const auto live = emptyHistogram();
    for (int i = 0; i < 1000; ++i) live->recordAlone(static_cast<Nanoseconds>(random() % 10'000'000));
    const HistogramSnapshot snapshot(*live);
    Nanoseconds before = 0;
    for (int i = 0; i <= 1000; ++i) {
        const Nanoseconds now = snapshot.quantileNs(i / 1000.0);
        ASSERT_GE(now, before) << "seed " << seed;
        before = now;
    }
}

TEST(Histogram, SnapshotsAddAndSubtract) {
    const auto first = emptyHistogram(), second = emptyHistogram();
    for (const Nanoseconds value : {10, 20, 30}) first->record(value);
    const HistogramSnapshot earlier(*first);
    for (const Nanoseconds value : {5, 7}) first->record(value);
    second->record(100);
    const HistogramSnapshot since = HistogramSnapshot(*first).since(earlier);
    EXPECT_EQ(since.count(), 2U);
    EXPECT_EQ(since.maxNs(), 7);
    EXPECT_DOUBLE_EQ(since.meanNs(), 6.0);
    HistogramSnapshot all(*first);
    all.add(HistogramSnapshot(*second));
    EXPECT_EQ(all.count(), 6U);
    EXPECT_EQ(all.maxNs(), 100);
    EXPECT_EQ(all.quantileNs(0.5), 10);
    EXPECT_EQ(HistogramSnapshot(*first).since(HistogramSnapshot(*first)).count(), 0U);
}

TEST(Histogram, SeveralProcessesRecordAtOnceAndNothingIsLost) {
    constexpr int kProcesses = 4, kEach = 50'000;
    const UniqueFd fd(::memfd_create("histogram-test", MFD_CLOEXEC));
    ASSERT_EQ(::ftruncate(fd.get(), sizeof(SharedHistogram)), 0);
    const SharedMapping mapping(fd.get(), sizeof(SharedHistogram));
    auto& live = *static_cast<SharedHistogram*>(mapping.data());
    std::vector<pid_t> children;
    for (int child = 0; child < kProcesses; ++child) {
        children.push_back(::fork());
        if (children.back() != 0) continue;
        for (int i = 0; i < kEach; ++i) live.record(child * 1000 + i % 10);
        ::_exit(0);
    }
    for (const pid_t child : children) ::waitpid(child, nullptr, 0);
    const HistogramSnapshot snapshot(live);
    EXPECT_EQ(snapshot.count(), static_cast<std::uint64_t>(kProcesses) * kEach);
    EXPECT_EQ(live.count.load(), snapshot.count());
    EXPECT_EQ(snapshot.maxNs(), 3009);
}

}  // namespace

}  // namespace ipclab

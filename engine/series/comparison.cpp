#include "series/comparison.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <random>
#include <vector>

#include "series/not_a_number.h"
#include "series/statistics.h"

namespace ipclab {
namespace {

constexpr int kDraws = 2000;
constexpr std::uint64_t kSeed = 20'260'101;
constexpr std::size_t kMostExactPairs = 900;  // 30 against 30

// Its own mapping to places: what the standard library's distributions draw is not the same everywhere.
class Draws {
public:
    double medianOf(std::span<const double> values) {
        m_drawn.resize(values.size());
        for (double& value : m_drawn) value = values[static_cast<std::size_t>(m_random() % values.size())];
        std::ranges::sort(m_drawn);
        return sortedQuantile(m_drawn, 0.5);
    }

private:
    std::mt19937_64 m_random{kSeed};
    std::vector<double> m_drawn;
};

Estimate middleOf(double median, std::vector<double>& drawn) {
    std::ranges::sort(drawn);
    return {median, sortedQuantile(drawn, 0.025), sortedQuantile(drawn, 0.975)};
}

struct Ranked {
    double value;
    bool first;  // it is of the first set
};

struct Ranks {
    double sumOfFirst = 0;
    double ties = 0;  // Σ t³ − t over groups of equal values
};

// From 1; equal values share their mean rank.
Ranks ranksOf(std::span<const double> a, std::span<const double> b) {
    std::vector<Ranked> all;
    for (const double value : a) all.push_back({value, true});
    for (const double value : b) all.push_back({value, false});
    std::ranges::sort(all, {}, &Ranked::value);
    Ranks ranks;
    for (std::size_t from = 0; from < all.size();) {
        std::size_t to = from;
        while (to < all.size() && all[to].value == all[from].value) ++to;
        const double rank = static_cast<double>(from + 1 + to) / 2, equal = static_cast<double>(to - from);
        for (std::size_t i = from; i < to; ++i) ranks.sumOfFirst += all[i].first ? rank : 0;
        ranks.ties += equal * equal * equal - equal;
        from = to;
    }
    return ranks;
}

// How many of the arrangements of n and m values give each U, as shares of all of them: one value of the first set
// after the other is put behind 0 … m of the second.
std::vector<double> sharesOfU(std::size_t n, std::size_t m) {
    // ways[k][u]: k of the first set are placed among those of the second that have been gone through.
    std::vector<std::vector<double>> ways(n + 1, std::vector<double>(n * m + 1, 0));
    ways[0][0] = 1;
    for (std::size_t before = 0; before <= m; ++before) {
        for (std::size_t k = 1; k <= n; ++k) {
            for (std::size_t u = before; u <= n * m; ++u) ways[k][u] += ways[k - 1][u - before];
        }
    }
    double all = 0;
    for (const double count : ways[n]) all += count;
    for (double& count : ways[n]) count /= all;
    return ways[n];
}

double exactP(double u, const std::vector<double>& shares) {
    const auto furthest = static_cast<std::size_t>(std::min(u, static_cast<double>(shares.size() - 1) - u));
    double tail = 0;
    for (std::size_t i = 0; i <= furthest; ++i) tail += shares[i];
    return std::min(1.0, 2 * tail);
}

double normalP(double u, double n, double m, double ties) {
    const double all = n + m;
    const double variance = n * m / 12 * (all + 1 - ties / (all * (all - 1)));
    if (!(variance > 0)) return 1;  // all values are the same
    const double away = std::max(0.0, std::abs(u - n * m / 2) - 0.5);
    return std::erfc(away / std::sqrt(variance) / std::numbers::sqrt2);
}

}  // namespace

Estimate bootstrapMedian(std::span<const double> values) {
    if (values.empty()) return {kNaN, kNaN, kNaN};
    Draws draws;
    std::vector<double> drawn;
    for (int i = 0; i < kDraws; ++i) drawn.push_back(draws.medianOf(values));
    return middleOf(median(values), drawn);
}

Estimate bootstrapRatio(std::span<const double> values, std::span<const double> baseline) {
    if (values.empty() || baseline.empty() || median(baseline) == 0) return {kNaN, kNaN, kNaN};
    Draws draws;
    std::vector<double> drawn;
    for (int i = 0; i < kDraws; ++i) {
        const double over = draws.medianOf(values), under = draws.medianOf(baseline);
        drawn.push_back(under == 0 ? std::numeric_limits<double>::infinity() : over / under);
    }
    return middleOf(median(values) / median(baseline), drawn);
}

RankTest mannWhitney(std::span<const double> a, std::span<const double> b) {
    if (a.empty() || b.empty()) return {kNaN, kNaN, 1, true};
    const auto n = static_cast<double>(a.size()), m = static_cast<double>(b.size());
    const Ranks ranks = ranksOf(a, b);
    RankTest test{ranks.sumOfFirst - n * (n + 1) / 2, 0, 0, ranks.ties == 0 && a.size() * b.size() <= kMostExactPairs};
    if (test.exact) {
        const std::vector<double> shares = sharesOfU(a.size(), b.size());
        test.p = exactP(test.u, shares);
        test.leastP = exactP(0, shares);
    } else {
        test.p = normalP(test.u, n, m, ranks.ties);
        test.leastP = normalP(0, n, m, 0);
    }
    return test;
}

}  // namespace ipclab

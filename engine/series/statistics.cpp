#include "series/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "series/not_a_number.h"

namespace ipclab {
namespace {

std::vector<double> sortedCopy(std::span<const double> values) {
    std::vector<double> copy(values.begin(), values.end());
    std::sort(copy.begin(), copy.end());
    return copy;
}

// P(X = k) for X ~ binomial(n, ½). By logarithms: n may be thousands.
double binomialHalf(std::size_t n, std::size_t k) {
    const auto dn = static_cast<double>(n), dk = static_cast<double>(k);
    return std::exp(std::lgamma(dn + 1) - std::lgamma(dk + 1) - std::lgamma(dn - dk + 1) - dn * std::log(2.0));
}

}  // namespace

double mean(std::span<const double> values) {
    if (values.empty()) return kNaN;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double standardDeviation(std::span<const double> values) {
    if (values.empty()) return kNaN;
    if (values.size() == 1) return 0;
    const double centre = mean(values);
    double squares = 0;
    for (double value : values) squares += (value - centre) * (value - centre);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

double sortedQuantile(std::span<const double> sorted, double q) {
    if (sorted.empty()) return kNaN;
    assert(std::ranges::is_sorted(sorted));
    const double position = std::clamp(q, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    if (below + 1 >= sorted.size()) return sorted.back();
    return std::lerp(sorted[below], sorted[below + 1], position - static_cast<double>(below));
}

double quantile(std::span<const double> values, double q) { return sortedQuantile(sortedCopy(values), q); }

double median(std::span<const double> values) { return quantile(values, 0.5); }

MedianInterval medianInterval(std::span<const double> values, double confidence) {
    if (values.empty()) return {kNaN, kNaN, 0};
    const std::vector<double> sorted = sortedCopy(values);
    const std::size_t n = sorted.size();
    // The interval from the k-th smallest to the k-th largest covers 1 − 2·P(X < k); take the largest k that will do.
    double below = binomialHalf(n, 0);
    double coverage = n < 2 ? 0 : 1 - 2 * below;
    std::size_t k = 1;
    while (2 * (k + 1) <= n) {
        const double next = below + binomialHalf(n, k);
        if (1 - 2 * next < confidence) break;
        below = next;
        coverage = 1 - 2 * below;
        ++k;
    }
    return {sorted[k - 1], sorted[n - k], coverage};
}

}  // namespace ipclab

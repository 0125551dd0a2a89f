// Are two sets of repeated measurements different, and by how much? Pure functions, the same answer every time: what is
// drawn at random is drawn from a generator with a fixed seed. Nothing is assumed about how the values are distributed.
#pragma once

#include <span>

namespace ipclab {

struct Estimate {
    double median = 0, low = 0, high = 0;
};

// The median, and where 95 % of the medians of samples lie that are drawn from the values with replacement: the
// percentile bootstrap (Efron & Tibshirani, An Introduction to the Bootstrap, ch. 13). NaN for none, the value itself
// for one.
[[nodiscard]] Estimate bootstrapMedian(std::span<const double> values);

// Of median(values) / median(baseline), each drawn anew for itself. NaN where either has none or the baseline's median
// is 0; without an upper end where a drawn one is.
[[nodiscard]] Estimate bootstrapRatio(std::span<const double> values, std::span<const double> baseline);

// Mann and Whitney's test, two-sided: how likely ranks as far apart as these are, were both drawn from one
// distribution. Exact by counting where no value appears twice and the sets are small; else by the normal
// approximation with corrections for ties and continuity (Hollander, Wolfe & Chicken, Nonparametric Statistical
// Methods, ch. 4).
struct RankTest {
    double u;       // of the first set: pairs in which its value is the larger one, a tie counting one half
    double p;       // NaN where a set is empty
    double leastP;  // the smallest that sets of these sizes can give: above 0.05 nothing can be decided
    bool exact;
};
[[nodiscard]] RankTest mannWhitney(std::span<const double> a, std::span<const double> b);

}  // namespace ipclab

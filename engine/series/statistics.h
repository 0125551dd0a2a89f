// Statistics of repeated runs as pure functions: what a table of results quotes. No mean without its spread, no
// median without its interval. All sorts of the input are done on a copy; an empty input gives NaN.
#pragma once

#include <span>

namespace ipclab {

[[nodiscard]] double mean(std::span<const double> values);
// Of a sample (divided by n − 1); 0 for a single value.
[[nodiscard]] double standardDeviation(std::span<const double> values);

[[nodiscard]] double median(std::span<const double> values);
// Linear between order statistics, as R's type 7, NumPy's default and a spreadsheet's PERCENTILE. q in [0, 1].
[[nodiscard]] double quantile(std::span<const double> values, double q);
// The same for values already sorted; copies nothing.
[[nodiscard]] double sortedQuantile(std::span<const double> sorted, double q);

// An interval that holds the true median with at least the asked confidence, from order statistics alone: the number
// of values below the median is binomial(n, ½) whatever the distribution, so nothing has to be assumed about it
// (Hahn & Meeker, Statistical Intervals, ch. 5). With fewer than six values no interval reaches 95 %: it is then the
// smallest to the largest value, and coverage says what that is worth.
struct MedianInterval {
    double low;
    double high;
    double coverage;  // the probability reached, 0 for fewer than two values
};
[[nodiscard]] MedianInterval medianInterval(std::span<const double> values, double confidence = 0.95);
// Do so many values give an interval of 95 %, or only their least and largest?
inline constexpr std::size_t kLeastFor95 = 6;

}  // namespace ipclab

#include "plot/short_peaks.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace ipclab {
namespace {

constexpr std::size_t kLeastPoints = 40;
constexpr std::size_t kShareOfPeaks = 40;  // one in so many
constexpr std::size_t kMostPeaks = 3;
constexpr double kFarAbove = 3;  // the highest, to the rest
constexpr double kAbove = 1.5;   // any point of a peak

std::vector<Peak> pointsOf(const CurvePicture& picture, std::size_t curve, const ColumnGrid& grid) {
    std::vector<Peak> points;
    const auto add = [&](Nanoseconds t, double value) {
        if (!std::isnan(value)) points.push_back({t, value, curve});
    };
    for (std::size_t i = 0; i < picture.columns.size(); ++i) {
        if (picture.columns[i].count > 0)
            add(grid.start + static_cast<Nanoseconds>(i) * grid.step + grid.step / 2, picture.columns[i].max);
    }
    for (const Sample& sample : picture.samples) {
        if (sample.t >= grid.start && sample.t <= grid.end()) add(sample.t, sample.value);
    }
    return points;
}

double highestOf(const std::vector<Peak>& points) {
    return points.empty() ? 0 : std::ranges::max_element(points, {}, &Peak::value)->value;
}

std::optional<ShortPeaks> amongOthers(const std::vector<Peak>& points) {
    if (points.size() < kLeastPoints) return std::nullopt;
    std::vector<double> values;
    for (const Peak& point : points) values.push_back(point.value);
    const auto rest = values.begin() + static_cast<std::ptrdiff_t>(points.size() / kShareOfPeaks);
    std::ranges::nth_element(values, rest, std::greater{});
    const double usual = *rest;
    if (usual <= 0 || highestOf(points) <= kFarAbove * usual) return std::nullopt;

    ShortPeaks found;
    bool inside = false;
    for (const Peak& point : points) {
        const bool above = point.value > kAbove * usual;
        if (!above) found.restMax = std::max(found.restMax, point.value);
        if (above && (!inside || found.peaks.back().curve != point.curve)) {
            if (found.peaks.size() == kMostPeaks) return std::nullopt;
            found.peaks.push_back(point);
        }
        if (above && point.value > found.peaks.back().value) found.peaks.back() = point;
        inside = above;
    }
    return found;
}

}  // namespace

std::optional<ShortPeaks> findShortPeaks(const std::vector<CurvePicture>& pictures, const ColumnGrid& grid,
                                         std::optional<Nanoseconds> drainsFrom) {
    std::vector<Peak> points, drained;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        for (const Peak& point : pointsOf(pictures[i], i, grid))
            (drainsFrom && point.t >= *drainsFrom ? drained : points).push_back(point);
    }
    if (points.empty()) return amongOthers(drained);
    ShortPeaks found = amongOthers(points).value_or(ShortPeaks{highestOf(points), {}});
    if (found.restMax > 0 && highestOf(drained) > kAbove * found.restMax) {
        found.peaks.push_back(*std::ranges::max_element(drained, {}, &Peak::value));
    } else {
        found.restMax = std::max(found.restMax, highestOf(drained));
    }
    return found.peaks.empty() ? std::nullopt : std::optional(found);
}

std::optional<Peak> highestFrom(Nanoseconds from, const ColumnGrid& grid, const std::vector<CurvePicture>& pictures) {
    std::optional<Peak> highest;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        for (const Peak& point : pointsOf(pictures[i], i, grid)) {
            if (point.t >= from && (!highest || point.value > highest->value)) highest = point;
        }
    }
    return highest;
}

}  // namespace ipclab

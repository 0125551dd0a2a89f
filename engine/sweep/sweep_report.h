// A sweep as numbers: medians with their intervals, the ratio of each cell to a baseline, and whether the difference is
// real. As JSON (schema "ipclab.sweep/1") and CSV; tables and charts take the same functions.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "series/comparison.h"
#include "sweep/sweep.h"

namespace ipclab {

struct SweepSummary {
    std::size_t count = 0;
    Estimate estimate;
    double p10 = 0, p90 = 0;
    // The interval reaches further than 15 % from the median: what its repeats gave is no one figure.
    bool disagree = false;
};
// Nothing: no sample knows it.
std::optional<SweepSummary> summaryOf(const SweepCell& cell, std::size_t figure);

enum class Difference : std::uint8_t { Higher, Lower, NotShown, TooFew };

struct SweepComparison {
    Estimate ratio;  // to the baseline's median
    RankTest test;
    Difference difference = Difference::TooFew;  // at p < 0.05
};
SweepComparison compared(std::span<const double> values, std::span<const double> baseline);
std::string_view id(Difference difference);  // "higher", "lower", "not shown", "too few repeats"

// One value of one axis: each cell is compared with the one that differs from it in that alone.
struct SweepBaseline {
    std::size_t axis = 0, value = 0;
};
struct ParsedBaseline {
    std::optional<SweepBaseline> baseline;
    std::string mistake;
};
// "links.*.mechanism=pipe"; the axis may be left out where only one has such a value.
ParsedBaseline parseBaseline(const SweepOptions& options, std::string_view text);
// Null: it is the baseline itself.
const SweepCell* baselineOf(const Sweep& sweep, const SweepCell& cell, const SweepBaseline& baseline);

// Why its figures may be worth less than they look.
struct SweepDoubts {
    std::size_t disagree = 0;   // cells whose repeats do, in the first of the figures
    std::size_t disturbed = 0;  // of `runs` that count
    std::size_t runs = 0;
    std::size_t unfinished = 0;  // cells
    bool fewRepeats = false;     // for an interval of 95 %
    std::string lastDisturbance{};
};
[[nodiscard]] SweepDoubts doubtsIn(const Sweep& sweep, std::span<const std::size_t> figures);
// What a reader should know: cells whose repeats disagree, that were disturbed, that have too few repeats.
std::vector<std::string> sweepWarnings(const Sweep& sweep, std::span<const std::size_t> figures);
// Its repeats disagree in the first figure, or something disturbed one of them: measuring it again may help.
bool isDoubtful(const SweepCell& cell, std::span<const std::size_t> figures);

struct SweepReading {
    std::vector<std::size_t> figures;
    std::optional<SweepBaseline> baseline;
    nlohmann::ordered_json host;  // where it was begun
    std::string startedAt;
};
nlohmann::ordered_json sweepJson(const Sweep& sweep, const SweepReading& report);
// A row for each cell and figure.
std::string sweepCsv(const Sweep& sweep, const SweepReading& report);
// A row for each sample and figure, of all figures.
std::string samplesCsv(const Sweep& sweep);

}  // namespace ipclab

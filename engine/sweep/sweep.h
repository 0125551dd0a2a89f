// An experiment run again and again while some of its properties change: a cell for every combination of their values,
// each run several times. Here is what a sweep is and what has been measured of it; sweep_plan.h measures, sweep_file.h
// keeps.
#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include "document/experiment.h"
#include "document/problem.h"
#include "results/quantity.h"

#include "sweep/axis.h"

namespace ipclab {

inline constexpr std::size_t kMostCells = 10'000;
inline constexpr int kMostRepeats = 1000;

struct SweepOptions {
    std::string document;               // its text
    std::string fileName;               // as messages name it; gives the id of a document without one
    std::vector<std::string> settings;  // as --set takes them, before any axis
    std::vector<SweepAxis> axes;        // at least one
    unsigned repeats = 5;
    bool operator==(const SweepOptions&) const = default;
};

// A quantity of one owner, or of all owners of a kind together.
struct SweepFigure {
    QuantityOwner owner = QuantityOwner::Run;
    std::string name;  // of the owner in the document; empty: all of them, or the run
    std::string quantity;
    auto operator<=>(const SweepFigure&) const = default;
};

// One run.
struct SweepSample {
    unsigned attempt = 1;
    std::string takenAt;                     // as utcNow() writes it
    std::optional<std::string> disturbance;  // what others did on the machine meanwhile
    std::map<std::size_t, double> figures;   // by place in Sweep::figures; what was not known is not there
};

struct SweepCell {
    std::vector<std::size_t> values;  // of each axis: which one
    Experiment experiment;
    bool bare = false;        // a bare loop instead of its programs
    std::string skipped;      // why it cannot run here; empty: it can
    bool impossible = false;  // nor on any other machine
    // A cell that is measured again begins another attempt: the samples of the one before stay in the file and count no
    // more, so that nothing a disturbed machine gave is averaged away.
    unsigned attempt = 1;
    std::vector<SweepSample> samples;

    [[nodiscard]] std::vector<const SweepSample*> counted() const;
    // Those that are known, in the order they were taken.
    [[nodiscard]] std::vector<double> valuesOf(std::size_t figure) const;
    [[nodiscard]] unsigned disturbed() const;  // how many of those that count
};

class Sweep {
public:
    // What is wrong with the document or an axis is in problems(); there are no cells then.
    explicit Sweep(SweepOptions options);

    [[nodiscard]] const SweepOptions& options() const { return m_options; }
    [[nodiscard]] const std::vector<Problem>& problems() const { return m_problems; }
    [[nodiscard]] const std::vector<SweepCell>& cells() const { return m_cells; }
    [[nodiscard]] SweepCell& cell(std::size_t index) { return m_cells.at(index); }
    [[nodiscard]] const std::vector<SweepFigure>& figures() const { return m_figures; }
    // Its place in figures(), appended where it is new.
    std::size_t placeOf(const SweepFigure& figure);

    // "pipe, 64": the values of its axes.
    [[nodiscard]] std::string nameOf(const SweepCell& cell) const;
    // Every figure of a finished run.
    [[nodiscard]] SweepSample sampleOf(const RunData& data);

private:
    void addCells();
    void addCell(const std::vector<std::size_t>& values);

    SweepOptions m_options;
    nlohmann::ordered_json m_document;
    std::vector<Problem> m_problems;
    std::vector<SweepCell> m_cells;
    std::vector<SweepFigure> m_figures;
    std::map<SweepFigure, std::size_t> m_places;
};

// "messages_per_s": of all links together, or of the one thing that has it; "pipe/latency_p99_ns": of the one of that
// name. Nothing: there is no such figure among them.
std::optional<std::size_t> findFigure(std::span<const SweepFigure> figures, std::string_view text);
// The other way round.
std::string textOf(const SweepFigure& figure);
[[nodiscard]] QuantityUnit unitOf(const SweepFigure& figure);
// What a sweep is mostly made for, as far as there is such: throughput, and the latency of the last link.
std::vector<std::size_t> usualFigures(std::span<const SweepFigure> figures);

}  // namespace ipclab

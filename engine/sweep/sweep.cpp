#include "sweep/sweep.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/wall_clock.h"
#include "document/experiment_json.h"
#include "document/json_text.h"
#include "document/limits.h"
#include "document/setting.h"
#include "document/suggestion.h"

namespace ipclab {

namespace {

constexpr std::array<QuantityOwner, 5> kOwners{QuantityOwner::Run, QuantityOwner::Process, QuantityOwner::Link,
                                               QuantityOwner::Shared, QuantityOwner::Processor};

Problem mistake(std::string message) { return {{}, 0, 0, std::move(message), Severity::Error}; }

// What is wrong with it anywhere comes before what this machine lacks.
const Problem* worstOf(const std::vector<Problem>& problems) {
    const auto gravest = worst(problems);
    if (!gravest || *gravest == Severity::Warning) return nullptr;
    return &*std::ranges::find(problems, *gravest, &Problem::severity);
}

}  // namespace

std::vector<const SweepSample*> SweepCell::counted() const {
    std::vector<const SweepSample*> those;
    for (const SweepSample& sample : samples) {
        if (sample.attempt == attempt) those.push_back(&sample);
    }
    return those;
}

std::vector<double> SweepCell::valuesOf(std::size_t figure) const {
    std::vector<double> known;
    for (const SweepSample* sample : counted()) {
        if (const auto found = sample->figures.find(figure); found != sample->figures.end())
            known.push_back(found->second);
    }
    return known;
}

unsigned SweepCell::disturbed() const {
    const auto those = counted();
    return static_cast<unsigned>(
        std::ranges::count_if(those, [](const SweepSample* sample) { return sample->disturbance.has_value(); }));
}

Sweep::Sweep(SweepOptions options) : m_options(std::move(options)) {
    ParsedText parsed = parseText(m_options.document, {limits::kFileBytes, limits::kDepth, limits::kKeysPerObject});
    m_problems = std::move(parsed.problems);
    if (!parsed.json) return;
    m_document = *std::move(parsed.json);
    for (const std::string& setting : m_options.settings) {
        if (const auto problem = applySetting(m_document, setting).problem) m_problems.push_back(*problem);
    }
    if (m_options.axes.empty()) m_problems.push_back(mistake("nothing is varied"));
    for (const SweepAxis& axis : m_options.axes) {
        const bool nowhere = !isPin(axis) && !isLoop(axis) && assignmentsOf(axis, 0, m_document).empty();
        if (nowhere) m_problems.push_back(mistake(quote(axis.path) + ": its * stands for nothing in this document"));
        if (std::ranges::count(m_options.axes, axis.path, &SweepAxis::path) > 1)
            m_problems.push_back(mistake(quote(axis.path) + " is varied twice"));
    }
    if (exitStatus(m_problems) == 0) addCells();
}

// The last axis changes fastest.
void Sweep::addCells() {
    std::size_t count = 1;
    for (const SweepAxis& axis : m_options.axes) {
        count *= axis.values.size();
        if (count > kMostCells) {
            m_problems.push_back(mistake("these are more than " + std::to_string(kMostCells) +
                                         " cells; vary less, or in coarser steps"));
            return;
        }
    }
    std::vector<std::size_t> values(m_options.axes.size());
    for (std::size_t cell = 0; cell < count; ++cell) {
        std::size_t rest = cell;
        for (std::size_t axis = values.size(); axis-- > 0;) {
            values[axis] = rest % m_options.axes[axis].values.size();
            rest /= m_options.axes[axis].values.size();
        }
        addCell(values);
    }
}

void Sweep::addCell(const std::vector<std::size_t>& values) {
    std::vector<std::string> settings = m_options.settings;
    for (std::size_t axis = 0; axis < values.size(); ++axis)
        std::ranges::copy(assignmentsOf(m_options.axes[axis], values[axis], m_document), std::back_inserter(settings));
    const ReadResult read = readExperiment(m_options.document, m_options.fileName, settings);
    SweepCell& cell = m_cells.emplace_back();
    cell.values = values;
    if (const Problem* problem = worstOf(read.problems)) {
        cell.skipped = problem->pointer.empty() ? problem->message : problem->pointer + ": " + problem->message;
        cell.impossible = problem->severity == Severity::Error;
        return;
    }
    cell.experiment = *read.experiment;
    for (std::size_t axis = 0; axis < values.size(); ++axis) {
        const bool placed =
            !isPin(m_options.axes[axis]) || pin(cell.experiment, m_options.axes[axis].values[values[axis]]);
        if (!placed) cell.skipped = "two CPUs are needed, this machine has one";
        if (!isLoop(m_options.axes[axis]) || m_options.axes[axis].values[values[axis]] != "bare") continue;
        cell.bare = true;
        if (cell.skipped.empty()) cell.skipped = whyNotBare(cell.experiment);
    }
}

std::size_t Sweep::placeOf(const SweepFigure& figure) {
    const auto [found, isNew] = m_places.try_emplace(figure, m_figures.size());
    if (isNew) m_figures.push_back(figure);
    return found->second;
}

std::string Sweep::nameOf(const SweepCell& cell) const {
    std::string name;
    for (std::size_t axis = 0; axis < cell.values.size(); ++axis)
        name += (axis == 0 ? "" : ", ") + m_options.axes[axis].values[cell.values[axis]];
    return name;
}

SweepSample Sweep::sampleOf(const RunData& data) {
    SweepSample sample;
    sample.takenAt = utcNow();
    const auto keep = [&](SweepFigure figure, const MaybeQuantity& value) {
        if (value && std::isfinite(asDouble(*value))) sample.figures[placeOf(figure)] = asDouble(*value);
    };
    for (const QuantityOwner owner : kOwners) {
        for (const Quantity& quantity : quantitiesOf(owner)) {
            for (const QuantityOf& of : ownersIn(data, owner))
                keep({owner, ipclab::nameOf(data, of), std::string(quantity.id)}, quantity.get(data, of));
            if (owner != QuantityOwner::Run) keep({owner, {}, std::string(quantity.id)}, overAll(quantity, data));
        }
    }
    return sample;
}

std::optional<std::size_t> findFigure(std::span<const SweepFigure> figures, std::string_view text) {
    const std::size_t slash = text.rfind('/');
    const std::string_view name = slash == text.npos ? std::string_view() : text.substr(0, slash);
    const std::string_view quantity = slash == text.npos ? text : text.substr(slash + 1);
    std::optional<std::size_t> only;
    bool several = false;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (figures[i].quantity != quantity) continue;
        if (figures[i].name == name) return i;
        several = several || only;
        only = i;
    }
    return slash == text.npos && !several ? only : std::nullopt;
}

std::string textOf(const SweepFigure& figure) {
    return figure.name.empty() ? figure.quantity : figure.name + '/' + figure.quantity;
}

QuantityUnit unitOf(const SweepFigure& figure) {
    const Quantity* quantity = findQuantity(figure.owner, figure.quantity);
    return quantity == nullptr ? QuantityUnit::Number : quantity->unit;
}

std::vector<std::size_t> usualFigures(std::span<const SweepFigure> figures) {
    std::vector<std::size_t> usual;
    if (const auto rate = findFigure(figures, "messages_per_s")) usual.push_back(*rate);
    std::string last;
    for (const SweepFigure& figure : figures) {
        if (figure.owner == QuantityOwner::Link && !figure.name.empty()) last = figure.name;
    }
    for (const char* latency : {"/latency_p50_ns", "/latency_p99_ns"}) {
        if (const auto found = findFigure(figures, last + latency); found && !last.empty()) usual.push_back(*found);
    }
    if (!usual.empty()) return usual;
    for (const char* other : {"user_s", "system_s", "voluntary_switches"}) {
        if (const auto found = findFigure(figures, other)) usual.push_back(*found);
    }
    return usual;
}

}  // namespace ipclab

#include "compare/recordings_shift.h"

#include <cassert>
#include <vector>

namespace ipclab {
namespace {

constexpr Nanoseconds later(Nanoseconds t, Nanoseconds by) { return t == StateSeries::kOpenEnd ? t : t + by; }

StateInterval later(StateInterval interval, Nanoseconds by) {
    interval.start = later(interval.start, by);
    interval.end = later(interval.end, by);
    return interval;
}

ColumnGrid earlier(ColumnGrid grid, Nanoseconds by) {
    grid.start -= by;
    return grid;
}

class ShiftedSamples : public StoredSamples {
public:
    ShiftedSamples(const TimeSeries& series, Nanoseconds by) : m_series(series), m_by(by) {}

    // For who asks for every sample (a file of them); where not all of the others are in memory, neither are these.
    const TimeSeries* whole() const override {
        if (m_whole != nullptr && m_whole->endIndex() == m_series.endIndex()) return m_whole.get();
        if (m_series.firstIndex() == m_series.endIndex()) return nullptr;
        m_whole = std::make_unique<TimeSeries>(m_series.endIndex() - m_series.firstIndex());
        for (std::size_t i = m_series.firstIndex(); i < m_series.endIndex(); ++i)
            m_whole->append(m_series.sample(i).t + m_by, m_series.sample(i).value);
        return m_whole.get();
    }
    std::uint64_t revision() const override { return m_series.revision(); }
    Nanoseconds firstTime() const override { return m_series.firstTime() + m_by; }
    Nanoseconds lastTime() const override { return m_series.lastTime() + m_by; }
    std::optional<Sample> at(Nanoseconds t) const override {
        auto sample = m_series.at(t - m_by);
        if (sample) sample->t += m_by;
        return sample;
    }
    void reduce(const ColumnGrid& grid, std::vector<Column>& out) const override {
        m_series.reduce(earlier(grid, m_by), out);
    }
    SeriesStatistics statistics(Nanoseconds t0, Nanoseconds t1) const override {
        return m_series.statistics(t0 - m_by, t1 - m_by);
    }
    bool takeFew(Nanoseconds t0, Nanoseconds t1, std::size_t most, std::vector<Sample>& out) const override {
        const std::size_t had = out.size();
        const bool few = m_series.takeFew(t0 - m_by, t1 - m_by, most, out);
        for (std::size_t i = had; i < out.size(); ++i) out[i].t += m_by;
        return few;
    }

private:
    const TimeSeries& m_series;
    const Nanoseconds m_by;
    mutable std::unique_ptr<TimeSeries> m_whole;
};

class ShiftedStates : public StoredStates {
public:
    ShiftedStates(const StateSeries& series, Nanoseconds by) : m_series(series), m_by(by) {}

    // Nobody who draws or counts asks for their numbers.
    const StateSeries* whole() const override { return nullptr; }
    std::uint64_t revision() const override { return m_series.revision(); }
    Nanoseconds firstTime() const override { return m_series.firstTime() + m_by; }
    Nanoseconds lastTime() const override { return m_series.lastTime() + m_by; }
    std::optional<StateInterval> at(Nanoseconds t) const override {
        const auto interval = m_series.at(t - m_by);
        return interval ? std::optional(later(*interval, m_by)) : std::nullopt;
    }
    void reduce(const ColumnGrid& grid, std::vector<StateColumn>& out) const override {
        m_series.reduce(earlier(grid, m_by), out);
    }
    StateTimes totals(Nanoseconds t0, Nanoseconds t1) const override { return m_series.totals(t0 - m_by, t1 - m_by); }
    void forEach(Nanoseconds t0, Nanoseconds t1, const std::function<void(const StateInterval&)>& fn) const override {
        m_series.forEach(t0 - m_by, t1 - m_by, [&](const StateInterval& it) { fn(later(it, m_by)); });
    }

private:
    const StateSeries& m_series;
    const Nanoseconds m_by;
};

}  // namespace

TimeSeries shifted(const TimeSeries& series, Nanoseconds by) {
    assert(!series.empty());
    return TimeSeries(std::make_shared<ShiftedSamples>(series, by));
}

StateSeries shifted(const StateSeries& series, Nanoseconds by) {
    assert(!series.empty());
    return StateSeries(std::make_shared<ShiftedStates>(series, by));
}

}  // namespace ipclab

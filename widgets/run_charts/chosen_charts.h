// The charts of quantities that somebody added to a page, beside those of the list. They belong to the page; which of
// them are seen (their subject may be missing in another document) its owner decides.
#pragma once

#include <memory>
#include <vector>

#include "plot/chart_page.h"
#include "run_charts/quantity_choice.h"
#include "run_charts/summed_series.h"

namespace ipclab {

class CurveChart;

class ChosenCharts {
public:
    explicit ChosenCharts(ChartPage& page) : m_page(page) {}

    // One that is there already is not made twice.
    CurveChart* add(const QuantityChoice& choice, const RunData& run);
    void remove(const TimeChart* chart);
    void clear();

    [[nodiscard]] const QuantityChoice* choiceOf(const TimeChart* chart) const;
    [[nodiscard]] CurveChart* chartOf(const QuantityChoice& choice) const;

    // A run's data, which must stay until drop(). Owners come while it goes on.
    void fill(const RunData& run);
    void growSums(const RunData& run);
    void setDrainsFrom(std::optional<Nanoseconds> from);
    void drop();

private:
    struct Chosen {
        QuantityChoice choice;
        CurveChart* chart;
        std::unique_ptr<SummedSeries> sum;
    };
    static void fill(Chosen& chosen, const RunData& run);

    ChartPage& m_page;
    std::vector<Chosen> m_charts;
    std::optional<Nanoseconds> m_drainsFrom;
};

}  // namespace ipclab

// The charts of a run on one time axis (run_charts/chart_list.h), those of them that are chosen and have a subject. Fed
// by a run source; nothing is drawn while hidden.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "plot/chart_page.h"
#include "run_charts/run_charts.h"
#include "runs/run_source.h"

namespace ipclab {

class ChartsPanel : public QWidget {
    Q_OBJECT
public:
    explicit ChartsPanel(RunSource& source, QWidget* parent = nullptr);
    ~ChartsPanel() override;

    [[nodiscard]] ChartPage* page() const { return m_page; }
    [[nodiscard]] TimeChart* chart(RunChart which) const { return m_charts.chart(which); }
    // As chosen; until then as its document asks for it.
    [[nodiscard]] bool isChartShown(RunChart which) const;
    void setChartShown(RunChart which, bool shown);
    // False where the document has nothing it could show.
    [[nodiscard]] bool hasSubject(RunChart which) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeData();
    void grow();
    void frame();
    void showCharts();

    RunSource& m_source;
    ChartPage* m_page;
    RunCharts m_charts;
    std::vector<std::optional<bool>> m_chosen;  // by RunChart
    Nanoseconds m_origin = 0;
};

}  // namespace ipclab

// The charts of a run on one time axis (run_charts/chart_list.h), those of them that are chosen and have a subject, and
// charts of any quantity that were added. Fed by a run source; nothing is drawn while hidden.
#pragma once

#include <QStringList>
#include <QWidget>
#include <optional>
#include <vector>

#include "bridge/selection.h"
#include "plot/chart_page.h"
#include "run_charts/last_run.h"
#include "run_charts/run_charts.h"
#include "runs/run_source.h"

class QAction;

namespace ipclab {

class AddChartDialog;
class LaneChart;

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

    // Of a quantity of quantities.def. One that is there comes into sight.
    CurveChart* addChart(const QuantityChoice& choice);
    // One of the list, which comes into sight.
    void showReadyChart(RunChart which);
    // Hidden, where it is one of the list; else gone.
    void removeChart(TimeChart* chart);
    // Those with something to show, seen or not, in the order of the page.
    [[nodiscard]] std::vector<TimeChart*> chartsWithSubject() const;
    // Those that are seen, in their order, by their ids (RunCharts::idOf).
    [[nodiscard]] QStringList shownIds() const;
    // The curves of the run before behind those of this one.
    void setBaselineShown(bool shown);
    [[nodiscard]] QAction* baselineAction() const { return m_baseline; }
    // "Add chart…", for the menu.
    [[nodiscard]] QAction* addChartAction() const { return m_add; }
    [[nodiscard]] const RunSource& source() const { return m_source; }
    AddChartDialog* askForChart();

    // Which charts there are, in which order, how high, what is folded: to be remembered with a document. What cannot
    // be read is as if nothing had been remembered.
    [[nodiscard]] QByteArray arrangement() const;
    void arrange(const QByteArray& arrangement);
    // That these charts come first.
    [[nodiscard]] static QByteArray arrangementWith(const QStringList& first);

signals:
    // Whose interval was clicked.
    void selectionChosen(const ipclab::Selection& selection);
    // By hand: arrangement() has changed.
    void arranged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeData();
    void grow();
    void frame();
    void showCharts();
    void changed();
    void retranslateActions();
    void keepLastRun();
    void showBaseline();
    void intervalChosen(const LaneChart& chart, int lane, const StateInterval& interval);

    RunSource& m_source;
    ChartPage* m_page;
    RunCharts m_charts;
    std::vector<std::optional<bool>> m_chosen;  // by RunChart
    Nanoseconds m_origin = 0;
    QAction* m_add;
    QAction* m_baseline;
    LastRun m_lastRun;
    AddChartDialog* m_adding = nullptr;
    bool m_arranging = false;
};

}  // namespace ipclab

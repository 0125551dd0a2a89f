// Charts above one another on one time axis, their plot areas aligned, with the keys and menu actions that steer them
// all. What says how to read them (mode, legend of states, time axis) does not scroll with them. The page owns the
// charts; data stays with the caller.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "plot/chart_theme.h"
#include "plot/time_axis.h"
#include "plot/time_chart.h"
#include "series/time_series.h"

class QAction;
class QLabel;

namespace ipclab {

class ChartStack;
class OverviewStrip;
class StateLegend;
class TimeRuler;

// Each has its shortcut and tooltip set and works in the whole window, but where a widget with the focus accepts the
// key as its own (QEvent::ShortcutOverride); put them into menus as they are.
struct ChartActions {
    QAction* freeze;  // Space, checkable
    QAction* follow;  // End
    QAction* fit;     // F
    QAction* markerA;
    QAction* markerB;
    QAction* clearMarkers;  // Escape
    QAction* panLeft;
    QAction* panRight;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* crosshairLeft;  // Shift+Left: reads values without a mouse
    QAction* crosshairRight;
    QAction* enlarge;  // M: the chart with the focus, else that under the mouse
    QAction* fold;     // C
    QAction* moveUp;   // Alt+Up
    QAction* moveDown;
    QAction* copy;  // the page as a picture

    [[nodiscard]] std::vector<QAction*> all() const;
};

class ChartPage : public QWidget {
    Q_OBJECT
public:
    explicit ChartPage(QWidget* parent = nullptr);

    [[nodiscard]] TimeAxis* axis() const { return m_axis; }
    [[nodiscard]] const ChartActions& chartActions() const { return m_actions; }

    // Takes ownership. stretch: share of the height; charts must be made with axis() of this page.
    void addChart(TimeChart* chart, int stretch = 1);
    void removeChart(TimeChart* chart);
    void clear();
    // In their order on the page.
    [[nodiscard]] const std::vector<TimeChart*>& charts() const;
    // Where they scroll, and what their user made of them.
    [[nodiscard]] ChartStack* stack() const { return m_stack; }
    void setChartShown(TimeChart* chart, bool shown);
    [[nodiscard]] OverviewStrip* overview() const { return m_overview; }
    // Call when the names of lanes have changed or charts were hidden: margins are measured, heights given anew.
    void alignPlots();

    void setEvents(const std::vector<ChartEvent>& events);

    // The end of each tick of the window's timer: advances the axis, and each chart looks whether a column completed.
    void setNow(Nanoseconds now);

    // More is known of what is seen already.
    void showDetail();

    // Nothing: follows the palette of the desktop.
    void setTheme(std::optional<ChartTheme> theme);
    [[nodiscard]] const ChartTheme& theme() const;

    [[nodiscard]] bool bannerVisible() const;

signals:
    void exportWanted(ipclab::TimeChart* chart);  // from the context menu
    void removeWanted(ipclab::TimeChart* chart);
    void settingsChanged();  // of a chart

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void takeOut(TimeChart* chart);
    void updateLegend(Nanoseconds now);
    void makeActions();
    QAction* makeAction(const QList<QKeySequence>& keys, void (ChartPage::*slot)());
    void retranslate();
    void describe(QAction* action, const QString& text, const QString& tip);
    void applyTheme();
    void applyThemeTo(TimeChart* chart);
    void showMode();
    [[nodiscard]] QString modeText() const;
    [[nodiscard]] int columnWidth() const;
    [[nodiscard]] const TimeSeries* seriesOfOverview() const;
    void showContextMenu(TimeChart* chart, const QPoint& globalPos);
    void moveCrosshair(int columns);

    void toggleFreeze();
    void follow();
    void fit();
    void placeA();
    void placeB();
    void clearMarkers();
    void panLeft();
    void panRight();
    void zoomIn();
    void zoomOut();
    void crosshairLeft();
    void crosshairRight();
    void copyPicture();
    [[nodiscard]] TimeChart* subject() const;
    void enlarge(TimeChart* chart);
    void enlargeSubject();
    void foldSubject();
    void moveSubjectUp();
    void moveSubjectDown();
    void rearranged();

    TimeAxis* m_axis;
    ChartActions m_actions{};
    QLabel* m_mode;
    StateLegend* m_legend;
    ChartStack* m_stack;
    TimeRuler* m_ruler;
    OverviewStrip* m_overview;
    Nanoseconds m_legendDueNs = 0;
    std::optional<ChartTheme> m_theme;
};

}  // namespace ipclab

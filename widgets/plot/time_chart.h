// What every chart on the time axis has in common: the plot area whose edges stand still, one line above it with title,
// quantity and the words of events, a column of names and values right of it, crosshair, markers, event ticks, and the
// mouse (wheel zooms at the cursor, with Ctrl the values; drag pans, with Shift it zooms to a rectangle; a double click
// takes all zooming back; click selects). A subclass draws what lies inside the plot area.
//
// The picture can be painted at any size without the widget ever being shown: clone() with an axis of its own, resize,
// paintPicture.
#pragma once

#include <QColor>
#include <QJsonObject>
#include <QPointF>
#include <QString>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "core/event_weight.h"
#include "plot/chart_theme.h"
#include "plot/readout.h"
#include "plot/time_axis.h"
#include "plot/value_column.h"

class QMenu;

namespace ipclab {

class ChartHandles;

struct ChartEvent {
    Nanoseconds t;
    QString label;
    EventWeight weight = EventWeight::Note;
};

class TimeChart : public QWidget {
    Q_OBJECT
public:
    ~TimeChart() override;

    // A chart of the same data and settings on another axis. Not shown.
    [[nodiscard]] virtual std::unique_ptr<TimeChart> clone(TimeAxis* axis) const = 0;
    // Call after data arrived. Cheap: repaints only if a column has completed.
    virtual void dataChanged() = 0;

    // Call when more is known of what is seen already.
    void showDetail();

    [[nodiscard]] TimeAxis* axis() const { return m_axis; }

    void setTitle(const QString& title);
    [[nodiscard]] const QString& title() const { return m_title; }
    void setEmptyText(const QString& text);
    [[nodiscard]] const QString& emptyText() const { return m_emptyText; }
    void setEvents(std::vector<ChartEvent> events);
    [[nodiscard]] const std::vector<ChartEvent>& events() const { return m_events; }

    // From when on what comes only drains: nobody sends any more. It is shaded, and sets no scale unless asked to.
    void setDrainsFrom(std::optional<Nanoseconds> from);
    [[nodiscard]] std::optional<Nanoseconds> drainsFrom() const { return m_drainsFrom; }
    void setScalesWithDrain(bool scales);
    [[nodiscard]] bool scalesWithDrain() const { return m_scalesWithDrain; }

    // What its user made of it, as far as it is not as it comes; and back, where what is missing becomes as it comes
    // and what cannot be is passed over.
    [[nodiscard]] virtual QJsonObject settings() const;
    virtual void setSettings(const QJsonObject& settings);

    virtual void setTheme(const ChartTheme& theme);
    [[nodiscard]] const ChartTheme& theme() const { return m_theme; }

    // Room left of the plot for labels: the same in every chart of a page. Fixed, so that the plot never moves.
    void setLeftMargin(int px);
    [[nodiscard]] int leftMargin() const { return m_leftMargin; }
    [[nodiscard]] virtual int preferredLeftMargin() const = 0;
    // Room right of the plot for the column: likewise.
    void setRightMargin(int px);
    [[nodiscard]] int rightMargin() const { return m_rightMargin; }
    // What the names of a picture need, where there are no values, and what they need with values beside them.
    [[nodiscard]] int namesMargin() const;
    [[nodiscard]] int valuesMargin() const;
    // The lowest chart of a picture has the labels of the time axis; a page has a ruler.
    void setTimeLabelsVisible(bool visible);
    // Ticks are drawn in every chart; their words are needed in one.
    void setEventLabelsVisible(bool visible);
    [[nodiscard]] bool timeLabelsVisible() const { return m_timeLabels; }

    // False: its horizontal axis is one of its own, so that it has no crosshair, marks and events of the page's, and
    // moves nothing of it.
    [[nodiscard]] virtual bool runsOverTime() const { return true; }

    // As low as it can be read, and beyond what more height shows nothing more.
    [[nodiscard]] virtual int leastHeight() const { return frameHeight() + kLeastPlotPx; }
    [[nodiscard]] virtual int mostHeight() const { return QWIDGETSIZE_MAX; }
    static constexpr int kLeastPlotPx = 90;
    static constexpr int kLeastDraggedPlotPx = 36;
    // How far marks reach beyond the plot; labels stand outside of that.
    static constexpr int kMarksPx = 5;

    // To the line of its title.
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }
    [[nodiscard]] static int foldedHeight();
    [[nodiscard]] ChartHandles* handles() const { return m_handles; }

    [[nodiscard]] QRectF plotArea() const;
    // What is above and below the plot: title, margins, labels of the time axis.
    [[nodiscard]] int frameHeight() const;
    [[nodiscard]] double xOf(Nanoseconds t) const;
    [[nodiscard]] Nanoseconds timeAt(double x) const;

    // What is shown as text, for tests, tooltips and screen readers. valueRows: the newest, where no time is given.
    [[nodiscard]] virtual std::vector<ValueRow> valueRows(std::optional<Nanoseconds> t) const = 0;
    // Beside a picture, which tells nothing of the moment.
    [[nodiscard]] virtual std::vector<ValueRow> nameRows() const;
    [[nodiscard]] ValueColumn* column() const { return m_column; }
    [[nodiscard]] virtual ReadoutTable statisticsBetween(Nanoseconds a, Nanoseconds b) const = 0;
    [[nodiscard]] virtual bool isEmpty() const = 0;

    // Everything, as lines and text, in the widget's present size. Leaves out what is of the moment (crosshair, focus).
    // rasterScale: the device pixels a pixel of the painter is drawn with, for pictures that end as pixels (dense
    // curves are then written as such, twenty times faster); 0: lines.
    void paintPicture(QPainter& painter, double rasterScale = 0);
    // Lays out for the present size although the widget was never shown.
    void layOutNow();

    // Fills a menu with what can be done to this chart (curves on and off, logarithmic axis).
    virtual void addActionsTo(QMenu& menu);

signals:
    void settingsChanged();
    void themeChanged();
    void foldingChanged();
    void titleDragged(const QPoint& globalPos);
    void heightDragged(int px);
    void enlargeWanted(ipclab::TimeChart* chart);
    void removeWanted(ipclab::TimeChart* chart);
    void contextMenuWanted(ipclab::TimeChart* chart, const QPoint& globalPos);

protected:
    explicit TimeChart(TimeAxis* axis, QWidget* parent);

    // Recomputes what is seen and repaints; called when the view, the size or the data has changed.
    virtual void refresh() = 0;
    // The inside of the plot area (and what is special to the kind of chart around it) as vectors.
    virtual void paintPlot(QPainter& painter) = 0;
    // Labels left of the plot, and the like: text that stands still.
    virtual void paintLabels(QPainter& painter) = 0;
    // On top of the plot, under the crosshair.
    virtual void paintMarks(QPainter&) {}
    virtual void layoutPlot() = 0;
    virtual void clicked(const QPointF&) {}
    virtual void showPlot(bool) {}
    virtual void rowClicked(int) {}
    // What drains counts for the scale from here on, or no longer.
    virtual void drainChanged() {}
    void addDrainActionTo(QMenu& menu);
    // From when on nothing sets the scale; nothing: all does.
    [[nodiscard]] std::optional<Nanoseconds> scaledUntil() const {
        return m_scalesWithDrain ? std::nullopt : m_drainsFrom;
    }
    // Of a clone.
    void copyTo(TimeChart& other) const;
    // To these shares of the height, 0 at its lower end.
    virtual void zoomValues(double, double) {}
    virtual void resetValues() {}
    virtual void hovered(const QPointF&, const QPoint&) {}
    virtual void left() {}
    [[nodiscard]] virtual QString axisTitle() const { return {}; }
    // A text beside the title, in one line; empty: none.
    [[nodiscard]] virtual QString note() const { return {}; }
    // Between plot and column, for the labels of an axis of its own; and below the plot likewise.
    [[nodiscard]] virtual int columnInset() const { return 0; }
    [[nodiscard]] virtual int belowPlotPx() const { return 0; }
    void placeColumn();
    void showValues();

    [[nodiscard]] const ColumnGrid& grid() const { return m_grid; }
    // Takes the grid from the axis, columns in device pixels. True if it differs from the last one.
    bool updateGrid();
    [[nodiscard]] bool isPicture() const { return m_paintingPicture; }
    [[nodiscard]] bool isVectorPicture() const { return m_paintingPicture && m_rasterScale <= 0; }
    [[nodiscard]] double pixelRatio() const;
    void repaintPlot();
    void repaintAll();

    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    class Overlay;
    void paintOverlay(QPainter& painter, const QRect& dirty);
    void paintFocus(QPainter& painter);
    void paintFrameText(QPainter& painter);
    void paintOfTime(QPainter& painter);
    void paintDrain(QPainter& painter);
    // Both return where they ended.
    double paintTitle(QPainter& painter);
    double paintBesideTitle(QPainter& painter, const QString& text, double titleEnd);
    void paintTimeLabels(QPainter& painter);
    void paintEvents(QPainter& painter);
    void paintEventLabels(QPainter& painter, double from);
    void paintMarkers(QPainter& painter);
    void paintCrosshair(QPainter& painter);
    void paintMoment(QPainter& painter);
    void paintEmptyText(QPainter& painter);
    void paintRubber(QPainter& painter);
    void zoomTo(const QRectF& rect);
    [[nodiscard]] double shareAt(double y) const;
    [[nodiscard]] int bottomMargin() const;
    void advance();
    void trackMouse(const QPointF& pos);
    void viewChanged();
    void crosshairMoved();
    void momentMoved();
    bool eventTip(const QPoint& pos, const QPoint& globalPos);

    TimeAxis* m_axis;
    Overlay* m_overlay;
    ChartTheme m_theme;
    QString m_title;
    QString m_emptyText;
    std::vector<ChartEvent> m_events;
    ValueColumn* m_column;
    ChartHandles* m_handles;
    bool m_folded = false;
    std::optional<Nanoseconds> m_drainsFrom;
    bool m_scalesWithDrain = false;
    Nanoseconds m_valuesDueNs = 0;
    ColumnGrid m_grid;
    int m_leftMargin = 72;
    int m_rightMargin = 18;
    bool m_timeLabels = true;
    bool m_eventLabels = true;
    bool m_paintingPicture = false;
    double m_rasterScale = 0;
    std::optional<QPointF> m_mouse;
    std::optional<QPointF> m_press;
    std::optional<QRectF> m_rubber;  // from where it began to where the mouse is
    bool m_dragging = false;
};

}  // namespace ipclab

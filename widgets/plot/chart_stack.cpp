#include "plot/chart_stack.h"

#include <QEvent>
#include <QScrollBar>
#include <algorithm>
#include <numeric>

#include "plot/time_chart.h"

namespace ipclab {

// A chart that needs another height asks it for a layout, as any widget asks its parent.
class ChartStack::Sheet : public QWidget {
public:
    explicit Sheet(ChartStack* stack) : QWidget(stack), m_stack(stack) {}

protected:
    bool event(QEvent* event) override {
        if (event->type() == QEvent::LayoutRequest) m_stack->layOut();
        return QWidget::event(event);
    }

private:
    ChartStack* m_stack;
};

ChartStack::ChartStack(QWidget* parent) : QScrollArea(parent), m_sheet(new Sheet(this)) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(TimeChart::kLeastPlotPx);
    viewport()->setAutoFillBackground(false);
    setWidget(m_sheet);
    m_sheet->setAutoFillBackground(false);
    reserveGutter(false);
}

void ChartStack::add(TimeChart* chart, int stretch) {
    chart->setParent(m_sheet);
    m_charts.push_back(chart);
    m_stretches.push_back(stretch);
    chart->show();
    layOut();
}

void ChartStack::remove(TimeChart* chart) {
    const auto found = std::ranges::find(m_charts, chart);
    if (found == m_charts.end()) return;
    m_stretches.erase(m_stretches.begin() + (found - m_charts.begin()));
    m_charts.erase(found);
    layOut();
}

int ChartStack::gutterPx() const { return verticalScrollBar()->sizeHint().width(); }

void ChartStack::reserveGutter(bool scrolls) {
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    setViewportMargins(0, 0, scrolls ? 0 : gutterPx(), 0);
}

int ChartStack::stretchOf(const TimeChart* chart) const {
    const auto place = std::ranges::find(m_charts, chart) - m_charts.begin();
    return m_stretches[static_cast<std::size_t>(place)];
}

// By their stretches, and again while some have reached their most.
void ChartStack::share(const std::vector<TimeChart*>& shown, int rest, bool beyondMost,
                       std::vector<int>& heights) const {
    while (rest > 0) {
        int stretches = 0;
        const auto mayGrow = [&](std::size_t i) { return beyondMost || heights[i] < shown[i]->mostHeight(); };
        for (std::size_t i = 0; i < shown.size(); ++i) stretches += mayGrow(i) ? stretchOf(shown[i]) : 0;
        if (stretches == 0) return;
        const int before = rest;
        for (std::size_t i = 0; i < shown.size() && stretches > 0; ++i) {
            if (!mayGrow(i)) continue;
            const int most = beyondMost ? QWIDGETSIZE_MAX : shown[i]->mostHeight();
            const int stretch = stretchOf(shown[i]);
            const int more = std::min(rest * stretch / stretches, most - heights[i]);
            heights[i] += more;
            rest -= more;
            stretches -= stretch;
        }
        if (rest == before) return;
    }
}

std::vector<int> ChartStack::heights(const std::vector<TimeChart*>& shown, int room) const {
    std::vector<int> heights;
    for (const TimeChart* chart : shown) heights.push_back(chart->leastHeight());
    const auto rest = [&] { return room - std::accumulate(heights.begin(), heights.end(), 0); };
    share(shown, rest(), false, heights);
    share(shown, rest(), true, heights);
    return heights;
}

void ChartStack::layOut() {
    if (m_layingOut) return;
    m_layingOut = true;
    std::vector<TimeChart*> shown;
    std::ranges::copy_if(m_charts, std::back_inserter(shown), [](const TimeChart* it) { return !it->isHidden(); });
    const int room = maximumViewportSize().height();
    const std::vector<int> wanted = heights(shown, room);
    const int total = std::accumulate(wanted.begin(), wanted.end(), 0);
    reserveGutter(total > room);
    m_sheet->resize(viewport()->width(), std::max(total, room));
    int top = 0;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        shown[i]->setGeometry(0, top, m_sheet->width(), wanted[i]);
        top += wanted[i];
    }
    m_layingOut = false;
}

void ChartStack::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    layOut();
}

void ChartStack::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) layOut();
}

}  // namespace ipclab

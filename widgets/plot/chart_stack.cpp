#include "plot/chart_stack.h"

#include <QEvent>
#include <QScrollBar>
#include <QTimer>
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
    m_places[chart].stretch = stretch;
    connect(chart, &TimeChart::titleDragged, this, [this, chart](const QPoint& at) { dragTitle(chart, at); });
    connect(chart, &TimeChart::heightDragged, this, [this, chart](int px) { setHeightOf(chart, px); });
    connect(chart, &TimeChart::foldingChanged, this, [this] {
        layOut();
        emit arranged();
    });
    showThose();
}

void ChartStack::remove(TimeChart* chart) {
    if (m_enlarged == chart) m_enlarged = nullptr;
    std::erase(m_charts, chart);
    m_places.erase(chart);
    disconnect(chart, nullptr, this, nullptr);
    chart->hide();
    showThose();
}

void ChartStack::setShown(TimeChart* chart, bool shown) {
    m_places.at(chart).shown = shown;
    if (!shown && m_enlarged == chart) m_enlarged = nullptr;
    showThose();
}

bool ChartStack::isShown(const TimeChart* chart) const { return m_places.at(chart).shown; }

std::vector<TimeChart*> ChartStack::shownCharts() const {
    std::vector<TimeChart*> shown;
    std::ranges::copy_if(m_charts, std::back_inserter(shown), [this](const TimeChart* it) { return isShown(it); });
    return shown;
}

void ChartStack::showThose() {
    for (TimeChart* chart : m_charts)
        chart->setVisible(isShown(chart) && (m_enlarged == nullptr || m_enlarged == chart));
    layOut();
}

void ChartStack::setEnlarged(TimeChart* chart) {
    if (chart == m_enlarged) return;
    m_enlarged = chart;
    if (chart != nullptr) chart->setFolded(false);
    showThose();
    emit arranged();
}

void ChartStack::reveal(const TimeChart& chart) {
    QTimer::singleShot(0, &chart, [this, &chart] {
        const int top = chart.mapTo(widget(), QPoint(0, 0)).y(), room = viewport()->height();
        QScrollBar* bar = verticalScrollBar();
        const int lowest = chart.height() < room ? top + chart.height() - room : top;
        bar->setValue(std::clamp(bar->value(), lowest, top));
    });
}

int ChartStack::heightOf(const TimeChart* chart) const { return m_places.at(chart).heightPx; }

void ChartStack::setHeightOf(TimeChart* chart, int px) {
    Place& place = m_places.at(chart);
    const int wanted = px <= 0 ? 0 : std::max(px, chart->frameHeight() + TimeChart::kLeastDraggedPlotPx);
    if (wanted == place.heightPx) return;
    place.heightPx = wanted;
    layOut();
    emit arranged();
}

void ChartStack::moveBy(TimeChart* chart, int steps) {
    const std::vector<TimeChart*> shown = shownCharts();
    const auto from = std::ranges::find(shown, chart) - shown.begin();
    const auto to = std::clamp<std::ptrdiff_t>(from + steps, 0, std::ssize(shown) - 1);
    if (from == std::ssize(shown) || to == from) return;
    const TimeChart* beside = shown[static_cast<std::size_t>(to)];
    std::erase(m_charts, chart);
    auto place = std::ranges::find(m_charts, beside);
    if (to > from) ++place;
    m_charts.insert(place, chart);
    layOut();
    emit arranged();
}

void ChartStack::setOrder(const std::vector<TimeChart*>& order) {
    std::vector<TimeChart*> next;
    for (TimeChart* chart : order) {
        if (m_places.contains(chart) && std::ranges::find(next, chart) == next.end()) next.push_back(chart);
    }
    for (TimeChart* chart : m_charts) {
        if (std::ranges::find(next, chart) == next.end()) next.push_back(chart);
    }
    m_charts = std::move(next);
    layOut();
}

// It takes the place of the one it is dragged over, once it is past that one's middle.
void ChartStack::dragTitle(TimeChart* chart, const QPoint& globalPos) {
    if (m_enlarged != nullptr) return;
    const int y = m_sheet->mapFromGlobal(globalPos).y();
    const std::vector<TimeChart*> shown = shownCharts();
    const auto own = std::ranges::find(shown, chart) - shown.begin();
    for (std::ptrdiff_t i = 0; i < std::ssize(shown); ++i) {
        const QRect there = shown[static_cast<std::size_t>(i)]->geometry();
        const bool passed = i < own ? y < there.center().y() : y > there.center().y();
        if (i != own && y >= there.top() && y <= there.bottom() && passed)
            return moveBy(chart, static_cast<int>(i - own));
    }
}

// --- heights

int ChartStack::gutterPx() const { return verticalScrollBar()->sizeHint().width(); }

void ChartStack::reserveGutter(bool scrolls) {
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    setViewportMargins(0, 0, scrolls ? 0 : gutterPx(), 0);
}

int ChartStack::leastOf(const TimeChart* chart) const {
    if (chart->isFolded()) return TimeChart::foldedHeight();
    const int px = m_places.at(chart).heightPx;
    return px > 0 && m_enlarged == nullptr ? px : chart->leastHeight();
}

int ChartStack::mostOf(const TimeChart* chart) const {
    if (chart->isFolded()) return TimeChart::foldedHeight();
    const int px = m_places.at(chart).heightPx;
    return px > 0 && m_enlarged == nullptr ? px : chart->mostHeight();
}

// By their stretches, and again while some have reached their most.
void ChartStack::share(const std::vector<TimeChart*>& seen, int rest, bool beyondMost,
                       std::vector<int>& heights) const {
    const auto limit = [&](std::size_t i) {
        const bool fixed = seen[i]->isFolded() || m_places.at(seen[i]).heightPx > 0;
        return beyondMost && !fixed ? QWIDGETSIZE_MAX : mostOf(seen[i]);
    };
    while (rest > 0) {
        int stretches = 0;
        for (std::size_t i = 0; i < seen.size(); ++i)
            stretches += heights[i] < limit(i) ? m_places.at(seen[i]).stretch : 0;
        if (stretches == 0) return;
        const int before = rest;
        for (std::size_t i = 0; i < seen.size() && stretches > 0; ++i) {
            if (heights[i] >= limit(i)) continue;
            const int stretch = m_places.at(seen[i]).stretch;
            const int more = std::min(rest * stretch / stretches, limit(i) - heights[i]);
            heights[i] += more;
            rest -= more;
            stretches -= stretch;
        }
        if (rest == before) return;
    }
}

std::vector<int> ChartStack::heights(const std::vector<TimeChart*>& seen, int room) const {
    std::vector<int> heights;
    for (const TimeChart* chart : seen) heights.push_back(leastOf(chart));
    const auto rest = [&] { return room - std::accumulate(heights.begin(), heights.end(), 0); };
    share(seen, rest(), false, heights);
    share(seen, rest(), true, heights);
    return heights;
}

void ChartStack::layOut() {
    if (m_layingOut) return;
    m_layingOut = true;
    std::vector<TimeChart*> seen;
    std::ranges::copy_if(m_charts, std::back_inserter(seen), [](const TimeChart* it) { return !it->isHidden(); });
    const int room = maximumViewportSize().height();
    const std::vector<int> wanted = heights(seen, room);
    const int total = std::accumulate(wanted.begin(), wanted.end(), 0);
    reserveGutter(total > room);
    m_sheet->resize(viewport()->width(), std::max(total, room));
    int top = 0;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        seen[i]->setGeometry(0, top, m_sheet->width(), wanted[i]);
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

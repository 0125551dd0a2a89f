#include "plot/time_chart.h"

#include <QAccessible>
#include <QAction>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plot/chart_accessible.h"
#include "plot/chart_handles.h"

namespace ipclab {
namespace {

constexpr int kTopMargin = 18;
constexpr int kLeastRightMargin = 18;
constexpr int kBottomMargin = 3;
constexpr int kLabelledBottomMargin = 38;
constexpr int kColumnGapPx = 12;
constexpr int kRightEdgePx = 4;
constexpr Nanoseconds kValuesEveryNs = 200'000'000;  // nobody reads figures that change faster

}  // namespace

// Everything that is not data lies on a transparent sheet above it, so that both kinds of chart share it.
class TimeChart::Overlay : public QWidget {
public:
    explicit Overlay(TimeChart* chart) : QWidget(chart), m_chart(chart) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(this);
        m_chart->paintOverlay(painter, event->rect());
    }

private:
    TimeChart* m_chart;
};

TimeChart::TimeChart(TimeAxis* axis, QWidget* parent)
    : QWidget(parent),
      m_axis(axis),
      m_overlay(new Overlay(this)),
      m_theme(ChartTheme::of(palette())),
      m_column(new ValueColumn(this)),
      m_handles(new ChartHandles(this)) {
    QAccessible::installFactory(accessibleChart);  // once, however often; before anybody asks
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    m_emptyText = tr("Nothing recorded yet. Press Run, and the data appears here.");
    connect(axis, &TimeAxis::nowAdvanced, this, &TimeChart::advance);
    connect(axis, &TimeAxis::viewChanged, this, &TimeChart::viewChanged);
    connect(axis, &TimeAxis::crosshairMoved, this, &TimeChart::crosshairMoved);
    connect(axis, &TimeAxis::momentMoved, this, &TimeChart::momentMoved);
    connect(axis, &TimeAxis::markersChanged, this, &TimeChart::repaintPlot);
    connect(m_handles, &ChartHandles::dragged, this, &TimeChart::titleDragged);
    connect(m_handles, &ChartHandles::heightDragged, this, &TimeChart::heightDragged);
    connect(m_handles, &ChartHandles::foldWanted, this, [this] { setFolded(!m_folded); });
    connect(m_handles, &ChartHandles::enlargeWanted, this, [this] { emit enlargeWanted(this); });
    connect(m_handles, &ChartHandles::removeWanted, this, [this] { emit removeWanted(this); });
    connect(m_column, &ValueColumn::rowClicked, this, [this](int row) { rowClicked(row); });
    connect(m_column, &ValueColumn::moreWanted, this, [this](const QPoint& at) { emit contextMenuWanted(this, at); });
}

TimeChart::~TimeChart() = default;

void TimeChart::setTitle(const QString& title) {
    m_title = title;
    setAccessibleName(title);
    repaintAll();
}

void TimeChart::setEmptyText(const QString& text) {
    m_emptyText = text;
    repaintPlot();
}

void TimeChart::setEvents(std::vector<ChartEvent> events) {
    m_events = std::move(events);
    repaintPlot();
}

void TimeChart::setDrainsFrom(std::optional<Nanoseconds> from) {
    if (from == m_drainsFrom) return;
    m_drainsFrom = from;
    drainChanged();
    repaintPlot();
}

void TimeChart::setScalesWithDrain(bool scales) {
    if (scales == m_scalesWithDrain) return;
    m_scalesWithDrain = scales;
    drainChanged();
    repaintPlot();
    emit settingsChanged();
}

QJsonObject TimeChart::settings() const {
    return m_scalesWithDrain ? QJsonObject{{QStringLiteral("scale_with_drain"), true}} : QJsonObject();
}

void TimeChart::setSettings(const QJsonObject& settings) {
    setScalesWithDrain(settings[QStringLiteral("scale_with_drain")].toBool());
}

void TimeChart::addDrainActionTo(QMenu& menu) {
    auto* action = menu.addAction(tr("Scale with what &drains at the end"));
    action->setCheckable(true);
    action->setChecked(m_scalesWithDrain);
    connect(action, &QAction::toggled, this, &TimeChart::setScalesWithDrain);
}

void TimeChart::copyTo(TimeChart& other) const {
    other.setTitle(m_title);
    other.setEmptyText(m_emptyText);
    other.setEvents(m_events);
    other.setLeftMargin(m_leftMargin);
    other.m_drainsFrom = m_drainsFrom;
    other.m_scalesWithDrain = m_scalesWithDrain;
}

void TimeChart::setTheme(const ChartTheme& theme) {
    m_theme = theme;
    m_column->setTheme(theme);
    m_handles->setTheme(theme);
    refresh();
    repaintAll();
    emit themeChanged();
}

void TimeChart::setLeftMargin(int px) {
    if (px == m_leftMargin) return;
    m_leftMargin = px;
    m_handles->place(plotArea(), height());
    layoutPlot();
    viewChanged();
}

void TimeChart::setRightMargin(int px) {
    px = std::max(px, kLeastRightMargin);
    if (px == m_rightMargin) return;
    m_rightMargin = px;
    placeColumn();
    m_handles->place(plotArea(), height());
    layoutPlot();
    viewChanged();
}

std::vector<ValueRow> TimeChart::nameRows() const {
    std::vector<ValueRow> rows = valueRows(std::nullopt);
    for (ValueRow& row : rows) row.value.clear();
    return rows;
}

int TimeChart::namesMargin() const {
    const int names = ValueColumn::widthOf(nameRows());
    return names > 0 ? std::min(names + kColumnGapPx + columnInset() + 6, 240) : kLeastRightMargin;
}

int TimeChart::valuesMargin() const {
    const int names = ValueColumn::widthOf(nameRows());
    return names > 0 ? names + ValueColumn::usualValuePx() + kColumnGapPx + columnInset() + kRightEdgePx : 0;
}

void TimeChart::placeColumn() {
    const int left = width() - m_rightMargin + kColumnGapPx + columnInset();
    m_column->setGeometry(left, 0, std::max(width() - left - kRightEdgePx, 0), height());
}

void TimeChart::setTimeLabelsVisible(bool visible) {
    if (visible == m_timeLabels) return;
    m_timeLabels = visible;
    layoutPlot();
    viewChanged();
}

int TimeChart::foldedHeight() { return kTopMargin + kBottomMargin; }

void TimeChart::setFolded(bool folded) {
    if (folded == m_folded) return;
    m_folded = folded;
    m_handles->setFolded(folded);
    m_column->setVisible(!folded);
    showPlot(!folded);
    emit foldingChanged();
    repaintAll();
}

int TimeChart::bottomMargin() const {
    return m_timeLabels && runsOverTime() ? kLabelledBottomMargin : kBottomMargin + belowPlotPx();
}

int TimeChart::frameHeight() const { return kTopMargin + bottomMargin(); }

void TimeChart::setEventLabelsVisible(bool visible) {
    m_eventLabels = visible;
    repaintPlot();
}

QRectF TimeChart::plotArea() const {
    return QRectF(m_leftMargin, kTopMargin, std::max(width() - m_leftMargin - m_rightMargin, 10),
                  std::max(height() - kTopMargin - bottomMargin(), 10));
}

double TimeChart::xOf(Nanoseconds t) const {
    const QRectF plot = plotArea();
    const auto length = static_cast<double>(std::max<Nanoseconds>(m_grid.end() - m_grid.start, 1));
    return plot.left() + static_cast<double>(t - m_grid.start) / length * plot.width();
}

Nanoseconds TimeChart::timeAt(double x) const {
    const QRectF plot = plotArea();
    const double share = (x - plot.left()) / plot.width();
    return m_grid.start + std::llround(share * static_cast<double>(m_grid.end() - m_grid.start));
}

double TimeChart::pixelRatio() const { return m_paintingPicture ? std::max(m_rasterScale, 1.0) : devicePixelRatioF(); }

bool TimeChart::updateGrid() {
    const double scale = isVectorPicture() ? 2.0 : pixelRatio();
    const ColumnGrid next = m_axis->grid(static_cast<int>(std::lround(plotArea().width() * scale)));
    const bool differs = next.start != m_grid.start || next.step != m_grid.step || next.columns != m_grid.columns;
    m_grid = next;
    return differs;
}

void TimeChart::repaintPlot() {
    m_overlay->update(plotArea().toAlignedRect().adjusted(-kMarksPx, -2, kMarksPx, 2));
    if (m_eventLabels && !m_events.empty()) m_overlay->update(0, 0, width(), kTopMargin);
}

void TimeChart::repaintAll() {
    update();
    m_overlay->update();
}

void TimeChart::addActionsTo(QMenu&) {}

// --- what changes

void TimeChart::advance() {
    if (m_axis->isFollowing() && m_mouse && !m_dragging) trackMouse(*m_mouse);
    if (!isVisible() || m_folded) return;
    dataChanged();
    const Nanoseconds now = m_axis->now();
    if (now >= m_valuesDueNs || now < m_valuesDueNs - 2 * kValuesEveryNs) showValues();
}

// Those at the crosshair, else of the moment that is played, else the newest.
void TimeChart::showValues() {
    m_valuesDueNs = m_axis->now() + kValuesEveryNs;
    const auto t = m_axis->crosshair();
    const bool seen = t && *t >= m_grid.start && *t <= m_grid.end();
    m_column->setRows(valueRows(seen ? t : m_axis->moment()));
}

void TimeChart::showDetail() {
    refresh();
    if (isVisible()) showValues();
    repaintPlot();
}

void TimeChart::momentMoved() {
    if (!m_axis->crosshair() && isVisible()) showValues();
    repaintPlot();
}

void TimeChart::crosshairMoved() {
    if (isVisible()) showValues();
    repaintPlot();
}

void TimeChart::viewChanged() {
    updateGrid();
    refresh();
    if (isVisible()) showValues();
    repaintAll();
}

void TimeChart::resizeEvent(QResizeEvent*) { layOutNow(); }

void TimeChart::layOutNow() {
    m_overlay->setGeometry(rect());
    m_overlay->raise();
    m_column->raise();
    placeColumn();
    m_handles->place(plotArea(), height());
    layoutPlot();
    viewChanged();
}

void TimeChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_handles->retranslate();
        showValues();
        repaintAll();
    }
    QWidget::changeEvent(event);
}

}  // namespace ipclab

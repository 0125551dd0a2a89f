#include "plot/heat_map_chart.h"

#include <QJsonArray>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "plot/heat_colors.h"
#include "plot/scale_labels.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr int kColorScalePx = 48;
constexpr double kBarLeftPx = 8, kBarPx = 10;
constexpr int kAfterBarPx = 22;
constexpr double kRoomOfScale = 100;  // so many times more than needed is no reason for another scale
constexpr int kLevels = 16;           // of colours in a picture of vectors

// Cells of a picture of vectors: neighbours of one colour become one rectangle, all of a colour one shape.
class CellShapes {
public:
    // edges: where each cell begins from below, and where the last one ends.
    CellShapes(double left, double perColumn, std::vector<double> edges)
        : m_left(left), m_perColumn(perColumn), m_edges(std::move(edges)), m_runs(m_edges.size() - 1) {}

    void set(std::size_t column, std::size_t cell, double count, double most) {
        const double share = HeatColors::shareOf(count, most);
        const int level = count > 0 ? std::min(static_cast<int>(share * kLevels), kLevels - 1) : -1;
        if (level != m_runs[cell].level) end(column, cell, level);
    }

    void paint(QPainter& painter, std::size_t columns, bool dark) {
        for (std::size_t cell = 0; cell < m_runs.size(); ++cell) end(columns, cell, -1);
        for (int level = 0; level < kLevels; ++level) {
            const QColor color(HeatColors::of(dark).at(HeatColors::stepOf((level + 0.5) / kLevels)));
            painter.fillPath(m_shapes[static_cast<std::size_t>(level)], color);
        }
    }

private:
    struct Run {
        int level = -1;
        std::size_t since = 0;
    };

    void end(std::size_t column, std::size_t cell, int nextLevel) {
        const Run run = std::exchange(m_runs[cell], {nextLevel, column});
        if (run.level < 0) return;
        const auto xOf = [this](std::size_t at) { return m_left + static_cast<double>(at) * m_perColumn; };
        m_shapes[static_cast<std::size_t>(run.level)].addRect(
            QRectF(QPointF(xOf(run.since), m_edges[cell + 1]), QPointF(xOf(column), m_edges[cell])));
    }

    double m_left, m_perColumn;
    std::vector<double> m_edges;
    std::vector<Run> m_runs;
    std::array<QPainterPath, kLevels> m_shapes;
};

}  // namespace

HeatMapChart::HeatMapChart(TimeAxis* axis, QWidget* parent) : LatencyChart(axis, parent) {
    m_scale.setLogarithmic(true);
}

std::unique_ptr<TimeChart> HeatMapChart::clone(TimeAxis* axis) const {
    auto copy = std::make_unique<HeatMapChart>(axis);
    copyTo(*copy);
    copy->m_scale = m_scale;
    copy->m_most = m_most;
    copy->sourcesChanged();
    return copy;
}

int HeatMapChart::columnInset() const { return kColorScalePx; }

QString HeatMapChart::axisTitle() const {
    if (m_scale.isFixed() && !isPicture()) return tr("%1 · zoomed: a double click takes it back").arg(quantity());
    return tr("%1 · colour: messages in 0.1 s").arg(quantity());
}

// --- what is seen

void HeatMapChart::layoutPlot() {
    const QSizeF plot = plotArea().size() * pixelRatio();
    m_image.reset(shownHistories(), plot.toSize());
    column()->setPlace(static_cast<int>(plotArea().top()), std::nullopt);
}

void HeatMapChart::sourcesChanged() {
    m_scale.reset();
    layoutPlot();
    refresh();
    showValues();
    repaintAll();
}

void HeatMapChart::dataChanged() {
    const bool moved = axis()->isFollowing() && updateGrid();
    if (moved || std::exchange(m_seen, appended()) != appended()) refresh();
}

bool HeatMapChart::rescale(const HeatRange& range) {
    const Scale before = yScale();
    const double mostBefore = m_most;
    Extent extent{0, 0, 0, range.any()};
    if (range.any()) {
        extent.min = extent.minPositive = latency_bins::lowerEdgeNs(range.lowest) * 1.0001;
        extent.max = latency_bins::upperEdgeNs(range.highest) * 0.9999;
        const double needed = std::max(std::pow(10, std::ceil(std::log10(range.most) - 1e-9)), 10.0);
        if (needed > m_most || needed * kRoomOfScale <= m_most) m_most = needed;
    }
    m_scale.follow(extent, axis()->now(), kUnit);
    return !(before == yScale()) || mostBefore != m_most;
}

void HeatMapChart::refresh() {
    if (grid().columns == 0) updateGrid();
    if (isPicture()) layoutPlot();
    if (!m_image.update(grid())) return;
    bool other = rescale(m_image.range(scaledUntil()));
    m_image.paint(yScale(), m_most, theme().dark);
    // With the scale the cells may have become others, and what the most of them hold.
    if (other && rescale(m_image.range(scaledUntil()))) m_image.paint(yScale(), m_most, theme().dark);
    if (other) repaintAll();
    update(plotArea().toAlignedRect());
}

void HeatMapChart::setZoom(std::optional<std::pair<double, double>> range) {
    m_scale.setFixed(range);
    sourcesChanged();
    emit settingsChanged();
}

void HeatMapChart::zoomValues(double low, double high) {
    if (high > low && yScale().isSet()) setZoom(std::pair(yScale().at(low), yScale().at(high)));
}

void HeatMapChart::resetValues() {
    if (m_scale.isFixed()) setZoom(std::nullopt);
}

void HeatMapChart::addActionsTo(QMenu& menu) {
    addDrainActionTo(menu);
    menu.addSeparator();
    LatencyChart::addActionsTo(menu);
}

QJsonObject HeatMapChart::settings() const {
    QJsonObject settings = LatencyChart::settings();
    if (m_scale.isFixed()) settings[QStringLiteral("zoom")] = QJsonArray{yScale().low, yScale().high};
    return settings;
}

void HeatMapChart::setSettings(const QJsonObject& settings) {
    const QJsonArray zoom = settings[QStringLiteral("zoom")].toArray();
    const double low = zoom.size() == 2 ? zoom[0].toDouble() : 0, high = zoom.size() == 2 ? zoom[1].toDouble() : 0;
    m_scale.setFixed(low > 0 && high > low && std::isfinite(high) ? std::optional(std::pair(low, high)) : std::nullopt);
    LatencyChart::setSettings(settings);
}

// --- painting

void HeatMapChart::paintGround(QPainter& painter, const QRect& area) const {
    painter.fillRect(area, theme().window);
    const QRectF plot = plotArea();
    painter.fillRect(plot, theme().plot);
    painter.setPen(QPen(theme().grid, 1));
    for (const TimeTick& tick : axis()->ticks(grid(), plot.width())) {
        const double x = isPicture() ? xOf(tick.t) : std::round(xOf(tick.t));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    if (!isEmpty()) paintScaleGrid(painter, plot, yScale(), ticksFor(yScale(), kUnit, plot.height()), theme());
}

void HeatMapChart::paintEvent(QPaintEvent* event) {
    if (isFolded()) return;
    QPainter painter(this);
    paintGround(painter, event->rect());
    m_image.draw(painter, plotArea());
    painter.setPen(QPen(theme().frame, 1));
    painter.drawRect(plotArea());
}

void HeatMapChart::paintPlot(QPainter& painter) {
    paintGround(painter, rect());
    if (isVectorPicture()) {
        paintCells(painter);
    } else {
        m_image.draw(painter, plotArea());
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().frame, 1));
    painter.drawRect(plotArea());
}

void HeatMapChart::paintCells(QPainter& painter) const {
    const QRectF plot = plotArea();
    const ColumnGrid seen = axis()->grid(static_cast<int>(std::lround(plot.width())));
    const std::size_t cellBins = HeatImage::binsOfCell(yScale(), plot.height());
    std::vector<double> edges;
    for (std::size_t bin = 0; bin < latency_bins::kCount + cellBins; bin += cellBins) {
        const double share = std::clamp(yScale().share(latency_bins::lowerEdgeNs(bin)), 0.0, 1.0);
        edges.push_back(plot.bottom() - share * plot.height());
    }
    CellShapes shapes(plot.left(), plot.width() / static_cast<double>(seen.columns), std::move(edges));
    const std::vector<const LatencyHistory*> histories = shownHistories();
    std::vector<float> bins(latency_bins::kCount);
    for (std::size_t column = 0; column < seen.columns; ++column) {
        HeatImage::count(histories, seen.edge(column), seen.edge(column + 1), bins.data());
        for (std::size_t first = 0; first < bins.size(); first += cellBins) {
            const auto from = bins.begin() + static_cast<std::ptrdiff_t>(first);
            const auto to = bins.begin() + static_cast<std::ptrdiff_t>(std::min(first + cellBins, bins.size()));
            shapes.set(column, first / cellBins, std::accumulate(from, to, 0.0), m_most);
        }
    }
    shapes.paint(painter, seen.columns, theme().dark);
}

void HeatMapChart::paintLabels(QPainter& painter) {
    if (isEmpty()) return;
    const QRectF plot = plotArea();
    paintScaleLabels(painter, plot, yScale(), ticksFor(yScale(), kUnit, plot.height()), theme(), PlotSide::Left);
    paintColorScale(painter);
}

void HeatMapChart::paintColorScale(QPainter& painter) const {
    const QRectF plot = plotArea();
    const QRectF bar(plot.right() + kBarLeftPx, plot.top(), kBarPx, plot.height());
    QLinearGradient gradient(bar.bottomLeft(), bar.topLeft());
    const HeatColors& colors = HeatColors::of(theme().dark);
    for (int step = 0; step < HeatColors::kSteps; step += 7)
        gradient.setColorAt(static_cast<double>(step) / (HeatColors::kSteps - 1), QColor(colors.at(step)));
    painter.fillRect(bar, gradient);
    const Scale counts{1, m_most, true};
    paintScaleLabels(painter, plot, counts, ticksFor(counts, QString(), plot.height()), theme(), PlotSide::Right,
                     kAfterBarPx);
}

// --- what is read off

void HeatMapChart::hovered(const QPointF& pos, const QPoint&) {
    const QRectF plot = plotArea();
    m_pointedShare.reset();
    if (plot.contains(pos)) m_pointedShare = (plot.bottom() - pos.y()) / plot.height();
    showValues();
}

std::size_t HeatMapChart::pointedBin(std::size_t binsOfCell) const {
    const double value = yScale().at(*m_pointedShare);
    return latency_bins::binOf(std::llround(value)) / binsOfCell * binsOfCell;
}

std::vector<ValueRow> HeatMapChart::valueRows(std::optional<Nanoseconds> t) const {
    std::vector<LatencyCounts> counts;
    LatencyCounts shown{};
    for (std::size_t i = 0; i < sources().size(); ++i) {
        const LatencyHistory* history = sources()[i].history;
        LatencyCounts& its = counts.emplace_back();
        const bool known = history != nullptr && !history->empty();
        const LatencyHistory::Interval* interval = known ? history->at(t.value_or(history->lastTime() - 1)) : nullptr;
        if (interval == nullptr) continue;
        for (const auto& [bin, count] : interval->counts) {
            its[bin] = count;
            if (isSourceVisible(i)) shown[bin] += count;
        }
    }
    std::vector<ValueRow> rows = rowsOf(counts, false);
    if (!t || !m_pointedShare || !yScale().isSet()) return rows;
    const std::size_t bins = m_image.binsOfCell(), first = pointedBin(bins);
    std::uint64_t here = 0;
    for (std::size_t bin = first; bin < std::min(first + bins, shown.size()); ++bin) here += shown[bin];
    rows.push_back({.name = rangeText(first, bins), .value = formatBare(static_cast<double>(here), QString())});
    return rows;
}

// Percentiles are of a moment.
std::vector<ValueRow> HeatMapChart::nameRows() const {
    std::vector<ValueRow> rows;
    for (const LatencySource& source : sources()) {
        if (sources().size() > 1) rows.push_back({.name = source.name});
    }
    return rows;
}

}  // namespace ipclab

#include "plot/distribution_chart.h"

#include <QAction>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <limits>

#include "plot/scale_labels.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr int kLabelsPx = 17;
constexpr double kTickWidthPx = 60;
constexpr double kLineLabelPx = 15;
constexpr Nanoseconds kCountedEveryNs = kNsPerSecond / 10;

}  // namespace

DistributionChart::DistributionChart(TimeAxis* axis, QWidget* parent) : LatencyChart(axis, parent) {
    m_x.setLogarithmic(true);
}

std::unique_ptr<TimeChart> DistributionChart::clone(TimeAxis* axis) const {
    auto copy = std::make_unique<DistributionChart>(axis);
    copyTo(*copy);
    copy->m_everything = m_everything;
    copy->m_y.setLogarithmic(isLogarithmic());
    copy->sourcesChanged();
    return copy;
}

void DistributionChart::setOfEverything(bool everything) {
    if (everything == m_everything) return;
    m_everything = everything;
    sourcesChanged();
    emit settingsChanged();
}

void DistributionChart::setLogarithmic(bool logarithmic) {
    if (logarithmic == isLogarithmic()) return;
    m_y.setLogarithmic(logarithmic);
    sourcesChanged();
    emit settingsChanged();
}

void DistributionChart::addActionsTo(QMenu& menu) {
    const auto add = [&](const QString& text, bool on, auto slot) {
        auto* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::toggled, this, slot);
    };
    add(tr("Of the &whole run"), m_everything, &DistributionChart::setOfEverything);
    add(tr("&Logarithmic counts"), isLogarithmic(), &DistributionChart::setLogarithmic);
    menu.addSeparator();
    LatencyChart::addActionsTo(menu);
}

QJsonObject DistributionChart::settings() const {
    QJsonObject settings = LatencyChart::settings();
    if (m_everything) settings[QStringLiteral("whole_run")] = true;
    if (isLogarithmic()) settings[QStringLiteral("logarithmic")] = true;
    return settings;
}

void DistributionChart::setSettings(const QJsonObject& settings) {
    LatencyChart::setSettings(settings);
    setOfEverything(settings[QStringLiteral("whole_run")].toBool());
    setLogarithmic(settings[QStringLiteral("logarithmic")].toBool());
}

int DistributionChart::belowPlotPx() const { return kLabelsPx; }

QString DistributionChart::axisTitle() const {
    return m_everything ? tr("%1 · count in each bin, of the whole run").arg(quantity())
                        : tr("%1 · count in each bin, of what is seen").arg(quantity());
}

// --- what is seen

DistributionChart::Range DistributionChart::range() const {
    Range range{std::numeric_limits<Nanoseconds>::min(), std::numeric_limits<Nanoseconds>::max(), appended()};
    if (m_everything) return range;
    range.begin = axis()->begin();
    range.end = axis()->end();
    return range;
}

void DistributionChart::dataChanged() {
    // While the view follows, its beginning moves as well: not every moment of it is worth counting again.
    const Range now = range();
    if (now.seen != m_range.seen || now.end - m_range.end >= kCountedEveryNs) refresh();
}

void DistributionChart::sourcesChanged() {
    m_range = {};
    m_counts.clear();
    m_x.reset();
    m_y.reset();
    refresh();
    showValues();
    repaintAll();
}

void DistributionChart::layoutPlot() { column()->setPlace(static_cast<int>(plotArea().top()), std::nullopt); }

void DistributionChart::count() {
    m_counts.assign(sources().size(), {});
    for (std::size_t i = 0; i < sources().size(); ++i) {
        if (sources()[i].history != nullptr) m_counts[i] = sources()[i].history->between(m_range.begin, m_range.end);
    }
}

void DistributionChart::rescale() {
    Extent values{0, 0, 0, false}, counts{0, 0, 1, true};
    std::size_t lowest = latency_bins::kCount, highest = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        for (std::size_t bin = 0; bin < latency_bins::kCount && isSourceVisible(i); ++bin) {
            if (m_counts[i][bin] == 0) continue;
            lowest = std::min(lowest, bin);
            highest = std::max(highest, bin);
            counts.max = std::max(counts.max, static_cast<double>(m_counts[i][bin]));
        }
    }
    values.any = lowest <= highest;
    if (values.any) {
        values.min = values.minPositive = latency_bins::lowerEdgeNs(lowest) * 1.0001;
        values.max = latency_bins::upperEdgeNs(highest) * 0.9999;
    }
    m_x.follow(values, axis()->now(), kUnit);
    m_y.follow(counts, axis()->now(), QString());
}

void DistributionChart::refresh() {
    const Range now = range();
    if (now == m_range && m_counts.size() == sources().size()) return;
    m_range = now;
    count();
    const Scale x = xScale(), y = yScale();
    rescale();
    if (!(x == xScale()) || !(y == yScale())) repaintAll();
    update();
    showValues();
}

double DistributionChart::xOfLatency(double nanoseconds) const {
    const QRectF plot = plotArea();
    return plot.left() + std::clamp(xScale().share(nanoseconds), 0.0, 1.0) * plot.width();
}

// --- painting

std::vector<Tick> DistributionChart::xTicks() const {
    return xScale().ticks(std::max(static_cast<int>(plotArea().width() / kTickWidthPx), 2), kUnit);
}

void DistributionChart::paintGround(QPainter& painter, const QRect& area) const {
    painter.fillRect(area, theme().window);
    const QRectF plot = plotArea();
    painter.fillRect(plot, theme().plot);
    if (isEmpty()) return;
    painter.setPen(QPen(theme().grid, 1));
    for (const Tick& tick : xTicks()) {
        const double x = std::round(xOfLatency(tick.value));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    paintScaleGrid(painter, plot, yScale(), ticksFor(yScale(), QString(), plot.height()), theme());
}

// One source: filled steps; several: their outlines over one another.
void DistributionChart::paintBins(QPainter& painter) const {
    const QRectF plot = plotArea();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto shown = std::ranges::count_if(m_counts, [](const LatencyCounts& it) { return countOf(it) > 0; });
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (!isSourceVisible(i) || countOf(m_counts[i]) == 0) continue;
        QPainterPath steps(QPointF(plot.left(), plot.bottom()));
        for (std::size_t bin = 0; bin < latency_bins::kCount; ++bin) {
            const auto count = static_cast<double>(m_counts[i][bin]);
            const double share = count > 0 ? std::clamp(yScale().share(count), 0.0, 1.0) : 0;
            // One alone is seen on any scale.
            const double height = count > 0 ? std::max(share * plot.height(), 1.5) : 0;
            const double left = xOfLatency(latency_bins::lowerEdgeNs(bin));
            const double right = xOfLatency(latency_bins::upperEdgeNs(bin));
            if (right <= left) continue;
            steps.lineTo(left, plot.bottom() - height);
            steps.lineTo(right, plot.bottom() - height);
        }
        steps.lineTo(plot.right(), plot.bottom());
        QColor ground = colorOf(i);
        ground.setAlpha(shown > 1 ? 40 : 110);
        painter.fillPath(steps, ground);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colorOf(i), 1.25));
        painter.drawPath(steps);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

// Of all that is shown together, as the figures beside it.
void DistributionChart::paintPercentiles(QPainter& painter) const {
    LatencyCounts all{};
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        for (std::size_t bin = 0; bin < all.size() && isSourceVisible(i); ++bin) all[bin] += m_counts[i][bin];
    }
    if (countOf(all) == 0) return;
    const QRectF plot = plotArea();
    painter.setFont(chartLabelFont());
    const QFontMetricsF metrics(painter.font());
    double freeFrom = plot.left();
    for (const auto& [name, share] : {std::pair("p50", 0.5), std::pair("p99", 0.99)}) {
        const double x = std::round(xOfLatency(quantileNs(all, share)));
        painter.setPen(QPen(theme().text, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const QString text = QLatin1String(name);
        const double width = metrics.horizontalAdvance(text) + 6;
        const double left = std::clamp(x + 2, freeFrom, plot.right() - width);
        freeFrom = left + width;
        const QRectF label(left, plot.top() + 2, width, kLineLabelPx);
        painter.fillRect(label, theme().plot);
        painter.setPen(theme().text);
        painter.drawText(label, Qt::AlignCenter, text);
    }
}

void DistributionChart::paintPlot(QPainter& painter) {
    paintGround(painter, rect());
    paintBins(painter);
    if (!isEmpty()) paintPercentiles(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().frame, 1));
    painter.drawRect(plotArea());
}

void DistributionChart::paintEvent(QPaintEvent*) {
    if (isFolded()) return;
    QPainter painter(this);
    paintPlot(painter);
}

void DistributionChart::paintLabels(QPainter& painter) {
    if (isEmpty()) return;
    const QRectF plot = plotArea();
    paintScaleLabels(painter, plot, yScale(), ticksFor(yScale(), QString(), plot.height()), theme(), PlotSide::Left);
    painter.setPen(theme().mutedText);
    for (const Tick& tick : xTicks()) {
        const double half = kTickWidthPx / 2;
        const double x = std::clamp(xOfLatency(tick.value), plot.left() + 8, plot.right() - 8);
        painter.drawText(QRectF(x - half, plot.bottom() + 2, 2 * half, kLabelsPx - 2), Qt::AlignCenter, tick.label);
    }
}

// --- what is read off

void DistributionChart::hovered(const QPointF& pos, const QPoint&) {
    const QRectF plot = plotArea();
    m_pointed.reset();
    if (plot.contains(pos) && xScale().isSet())
        m_pointed = latency_bins::binOf(std::llround(xScale().at((pos.x() - plot.left()) / plot.width())));
    showValues();
}

void DistributionChart::left() {
    m_pointed.reset();
    showValues();
}

std::vector<ValueRow> DistributionChart::valueRows(std::optional<Nanoseconds>) const {
    if (m_counts.size() != sources().size()) return {};
    std::vector<ValueRow> rows = rowsOf(m_counts, true);
    if (!m_pointed) return rows;
    std::uint64_t here = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i) here += isSourceVisible(i) ? m_counts[i][*m_pointed] : 0;
    rows.push_back({.name = rangeText(*m_pointed, 1), .value = formatBare(static_cast<double>(here), QString())});
    return rows;
}

// What a picture is of stands still, so that its figures may stand beside it.
std::vector<ValueRow> DistributionChart::nameRows() const { return valueRows(std::nullopt); }

}  // namespace ipclab

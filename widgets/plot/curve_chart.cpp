#include "plot/curve_chart.h"

#include <QAction>
#include <QChart>
#include <QCoreApplication>
#include <QGraphicsLayout>
#include <QGraphicsRectItem>
#include <QGraphicsScene>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QKeyEvent>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "plot/units.h"

namespace ipclab {
namespace {

constexpr double kTickRoomPx = 25;
constexpr Nanoseconds kShrinkAfter = 2 * kNsPerSecond;
constexpr int kMaxDecades = 9;

QGraphicsView* makeView(QGraphicsScene* scene, QWidget* parent) {
    auto* view = new QGraphicsView(scene, parent);
    view->setFrameShape(QFrame::NoFrame);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setInteractive(false);
    view->setFocusPolicy(Qt::NoFocus);
    view->setViewportUpdateMode(QGraphicsView::MinimalViewportUpdate);
    view->setAttribute(Qt::WA_TransparentForMouseEvents);
    view->viewport()->setAttribute(Qt::WA_TransparentForMouseEvents);
    return view;
}

QValueAxis* makeAxis(QChart* chart, Qt::Alignment side) {
    auto* axis = new QValueAxis(chart);
    axis->setLabelsVisible(false);  // drawn by TimeChart: QChart cuts labels off, and lets their width move the plot
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setLineVisible(false);
    chart->addAxis(axis, side);
    return axis;
}

double textEnd(const QGraphicsItem* item) {
    double end = 0;
    if (!item->isVisible()) return end;
    if (dynamic_cast<const QGraphicsTextItem*>(item)) end = item->sceneBoundingRect().right() - 4;
    for (const QGraphicsItem* child : item->childItems()) end = std::max(end, textEnd(child));
    return end;
}

double textBegin(const QGraphicsItem* item) {
    double begin = 1e9;
    if (!item->isVisible()) return begin;
    if (dynamic_cast<const QGraphicsTextItem*>(item)) begin = item->sceneBoundingRect().left();
    for (const QGraphicsItem* child : item->childItems()) begin = std::min(begin, textBegin(child));
    return begin;
}

constexpr double kLegendSwatchPx = 20;
constexpr double kLegendEntryPx = 48;  // beside its name: the swatch and what is between two entries
constexpr std::size_t kAlwaysNamed = 3;
constexpr std::size_t kMostNamed = 24;  // no row is longer, and each costs a quadratic bit of time

}  // namespace

CurveChart::CurveChart(TimeAxis* axis, QWidget* parent)
    : TimeChart(axis, parent),
      m_scene(new QGraphicsScene(this)),
      m_view(makeView(m_scene, this)),
      m_chart(new QChart),
      m_xAxis(makeAxis(m_chart, Qt::AlignBottom)),
      m_yAxis(makeAxis(m_chart, Qt::AlignLeft)),
      m_ground(new QGraphicsRectItem(m_chart)),
      m_item(new CurveItem(m_chart)) {
    m_scene->setItemIndexMethod(QGraphicsScene::NoIndex);
    m_scene->addItem(m_chart);
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setMargins({});
    m_chart->setBackgroundRoundness(0);
    m_chart->setDropShadowEnabled(false);
    m_chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    m_chart->legend()->detachFromChart();
    m_chart->legend()->setBackgroundVisible(false);
    m_item->setZValue(20);
    m_ground->setZValue(1);  // above the chart's background, below its grid
    applyTheme();
}

// The items go with the scene, and the scene before the data they point at.
CurveChart::~CurveChart() { delete m_view; }

void CurveChart::setCurves(std::vector<Curve> curves) {
    m_curves = std::move(curves);
    m_hidden.assign(m_curves.size(), false);
    m_reduced.assign(m_curves.size(), {});
    m_smallSeen = false;
    m_scale = YScale{0, 1, m_scale.logarithmic};
    rebuildLegend();
    refresh();
    repaintAll();
}

void CurveChart::setQuantity(const QString& quantity) {
    m_quantity = quantity;
    repaintAll();
}

void CurveChart::setCurveVisible(std::size_t index, bool visible) {
    if (m_hidden[index] == !visible) return;
    m_hidden[index] = !visible;
    m_smallSeen = false;
    m_scale.high = m_scale.low;
    styleLegend();
    refresh();
    repaintAll();
    emit curveToggled(static_cast<int>(index), visible);
}

void CurveChart::setLogarithmic(bool logarithmic) {
    if (logarithmic == m_scale.logarithmic) return;
    m_scale = {0, 0, logarithmic};
    refresh();
    repaintAll();
    emit logarithmicChanged(logarithmic);
}

void CurveChart::setFixedRange(std::optional<std::pair<double, double>> range) {
    m_fixedRange = range;
    refresh();
    repaintAll();
}

void CurveChart::setPeaksCut(bool cut) {
    m_cutsPeaks = cut;
    refresh();
    repaintAll();
}

void CurveChart::setDrainsFrom(std::optional<Nanoseconds> from) {
    if (from == m_drainsFrom) return;
    m_drainsFrom = from;
    m_scale.high = m_scale.low;
    refresh();
    repaintAll();
}

std::unique_ptr<TimeChart> CurveChart::clone(TimeAxis* axis) const {
    auto copy = std::make_unique<CurveChart>(axis);
    copy->setTitle(title());
    copy->setEmptyText(emptyText());
    copy->setEvents(events());
    copy->setLeftMargin(leftMargin());
    copy->setQuantity(m_quantity);
    copy->setCurves(m_curves);
    copy->m_hidden = m_hidden;
    copy->m_fixedRange = m_fixedRange;
    copy->m_cutsPeaks = m_cutsPeaks;
    copy->m_drainsFrom = m_drainsFrom;
    copy->m_scale = m_scale;
    copy->styleLegend();
    return copy;
}

// --- legend

void CurveChart::rebuildLegend() {
    for (QLineSeries* series : m_legendSeries) {
        m_chart->removeSeries(series);
        delete series;
    }
    m_legendSeries.clear();
    const std::size_t named = std::min(m_curves.size(), kMostNamed);
    const auto add = [this](const QString& name) {
        auto* series = new QLineSeries(m_chart);
        series->setName(name);
        m_chart->addSeries(series);
        m_legendSeries.push_back(series);
    };
    for (std::size_t i = 0; i < named; ++i) add(m_curves[i].name);
    if (m_curves.size() > kAlwaysNamed) add(moreText(m_curves.size()));  // shown where not all have room
    const auto markers = m_chart->legend()->markers();
    for (int i = 0; i < static_cast<int>(named); ++i) {
        connect(markers[i], &QLegendMarker::clicked, this, [this, i] {
            setCurveVisible(static_cast<std::size_t>(i), !isCurveVisible(static_cast<std::size_t>(i)));
        });
    }
    styleLegend();
    layoutLegend();
}

void CurveChart::styleLegend() {
    const auto markers = m_chart->legend()->markers();
    m_chart->legend()->setFont(chartLabelFont());
    for (std::size_t i = 0; i < std::min(m_curves.size(), kMostNamed); ++i) {
        QColor color = theme().curve(m_curves[i].colorIndex);
        QColor text = theme().text;
        if (m_hidden[i]) {
            color.setAlpha(70);
            text = theme().mutedText;
            text.setAlpha(120);
        }
        m_legendSeries[i]->setPen(QPen(color, 2, m_curves[i].style));
        QLegendMarker* marker = markers[static_cast<int>(i)];
        marker->setLabelBrush(text);
        QFont font = chartLabelFont();
        font.setStrikeOut(m_hidden[i]);
        marker->setFont(font);
    }
    if (m_curves.size() <= kAlwaysNamed) return;
    m_legendSeries.back()->setPen(QPen(Qt::transparent));
    markers.back()->setLabelBrush(theme().mutedText);
    markers.back()->setFont(chartLabelFont());
}

// As many names as one row has room for; the others are counted, and stand in the menu.
void CurveChart::fitLegend(double roomPx) {
    const QFontMetrics metrics(chartLabelFont());
    const auto entryPx = [&](const QString& name) { return metrics.horizontalAdvance(name) + kLegendEntryPx; };
    const std::size_t named = std::min(m_curves.size(), kMostNamed);
    std::size_t fits = 0;
    double used = 0;
    while (fits < named && used + entryPx(m_curves[fits].name) <= roomPx) used += entryPx(m_curves[fits++].name);
    if (fits < m_curves.size()) {
        const double morePx = entryPx(moreText(m_curves.size()));
        while (fits > 1 && used + morePx > roomPx) used -= entryPx(m_curves[--fits].name);
    }
    const auto markers = m_chart->legend()->markers();
    const std::size_t shown = named <= kAlwaysNamed ? named : std::max<std::size_t>(fits, 1);
    for (std::size_t i = 0; i < named; ++i) markers[static_cast<int>(i)]->setVisible(i < shown);
    if (m_curves.size() <= kAlwaysNamed) return;
    m_legendSeries.back()->setName(moreText(m_curves.size() - shown));
    markers.back()->setVisible(shown < m_curves.size());
}

QString CurveChart::moreText(std::size_t count) { return tr("+ %1 more").arg(count); }

// Laid out in all the room there is, then moved so that its text ends where the plot does.
void CurveChart::layoutLegend() {
    QLegend* legend = m_chart->legend();
    legend->setVisible(!m_curves.empty());
    const QRectF plot = plotArea();
    const double left = plot.left() + QFontMetrics(chartTitleFont()).horizontalAdvance(title()) + 24;
    const QRectF room(left, -8, std::max(plot.right() - left, 60.0), plot.top() + 8);
    fitLegend(room.width());
    legend->setGeometry(room);
    // At once: entries made or hidden just now would otherwise be placed only after they have been measured here.
    legend->layout()->invalidate();
    legend->layout()->activate();
    const double end = textEnd(legend);
    if (end > room.left() && end < room.right()) legend->setGeometry(room.translated(room.right() - end, 0));
}

// The legend is the only part of the chart that takes the mouse.
bool CurveChart::pressedOutside(const QPointF& pos) {
    if (!m_chart->legend()->geometry().contains(pos)) return false;
    m_view->setInteractive(true);
    QWidget* viewport = m_view->viewport();
    const QPointF global = mapToGlobal(pos);
    for (QEvent::Type type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        const Qt::MouseButtons held = type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
        QMouseEvent forwarded(type, pos, global, Qt::LeftButton, held, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &forwarded);
    }
    m_view->setInteractive(false);
    return true;
}

void CurveChart::keyPressEvent(QKeyEvent* event) {
    const int index = event->key() - Qt::Key_1;
    if (event->modifiers() == Qt::NoModifier && index >= 0 &&
        index < static_cast<int>(std::min<std::size_t>(m_curves.size(), 9))) {
        setCurveVisible(static_cast<std::size_t>(index), m_hidden[static_cast<std::size_t>(index)]);
    } else {
        TimeChart::keyPressEvent(event);
    }
}

void CurveChart::addActionsTo(QMenu& menu) {
    auto* logarithmic = menu.addAction(tr("&Logarithmic axis"));
    logarithmic->setCheckable(true);
    logarithmic->setChecked(isLogarithmic());
    connect(logarithmic, &QAction::toggled, this, &CurveChart::setLogarithmic);
    auto* peaks = menu.addAction(tr("&Scale without short peaks"));
    peaks->setCheckable(true);
    peaks->setChecked(m_cutsPeaks);
    connect(peaks, &QAction::toggled, this, &CurveChart::setPeaksCut);
    menu.addSeparator();
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        auto* action = menu.addAction(m_curves[i].name);
        action->setCheckable(true);
        action->setChecked(!m_hidden[i]);
        if (i < 9) action->setText(m_curves[i].name + QLatin1Char('\t') + QString::number(i + 1));
        connect(action, &QAction::toggled, this, [this, i](bool on) { setCurveVisible(i, on); });
    }
}

// --- what is read off

QString CurveChart::unit() const { return m_curves.empty() ? QString() : m_curves.front().unit; }

double CurveChart::subtitleEnd() const {
    return m_curves.empty() ? plotArea().right() : textBegin(m_chart->legend()) - kLegendSwatchPx;
}

QString CurveChart::axisTitle() const {
    // Where every label names its unit (µs, MiB) the title need not.
    if (unit().isEmpty() || (scaleFor(1, unit()).namesUnit && !m_quantity.isEmpty())) return m_quantity;
    return m_quantity.isEmpty() ? unit() : tr("%1 (%2)").arg(m_quantity, unit());
}

int CurveChart::preferredLeftMargin() const {
    // Room for the widest label there can be, whatever the data will bring.
    const QFontMetrics metrics(chartLabelFont());
    return std::max(metrics.horizontalAdvance(QStringLiteral("−0.00 MiB/s")) + 10, 72);
}

std::vector<ReadoutRow> CurveChart::valuesAt(Nanoseconds t) const {
    std::vector<ReadoutRow> rows;
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        if (m_hidden[i] || !m_curves[i].series) continue;
        const auto sample = m_curves[i].series->at(t);
        const double value = sample ? sample->value : std::numeric_limits<double>::quiet_NaN();
        rows.push_back(
            {theme().curve(m_curves[i].colorIndex), m_curves[i].name, {formatQuantity(value, m_curves[i].unit)}});
    }
    return rows;
}

ReadoutTable CurveChart::statisticsBetween(Nanoseconds a, Nanoseconds b) const {
    ReadoutTable table{{tr("Δy"), tr("min"), tr("mean"), tr("median"), tr("max")}, {}};
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const Curve& curve = m_curves[i];
        if (m_hidden[i] || !curve.series) continue;
        const auto atA = curve.series->at(a), atB = curve.series->at(b);
        const SeriesStatistics s = curve.series->statistics(a, b);
        const double change = atA && atB ? atB->value - atA->value : nothing;
        ReadoutRow row{theme().curve(curve.colorIndex), curve.name, {formatBare(change, curve.unit)}};
        for (double value : {s.min, s.mean, s.p50, s.max}) {
            row.values << formatBare(s.count > 0 ? value : nothing, curve.unit);
        }
        table.rows.push_back(row);
    }
    return table;
}

bool CurveChart::isEmpty() const {
    return std::none_of(m_curves.begin(), m_curves.end(),
                        [](const Curve& curve) { return curve.series && !curve.series->empty(); });
}

// --- drawing

void CurveChart::dataChanged() {
    Nanoseconds newest = std::numeric_limits<Nanoseconds>::min();
    for (const Curve& curve : m_curves) {
        if (curve.series && !curve.series->empty()) newest = std::max(newest, curve.series->lastTime());
    }
    if (axis()->isFollowing() ? updateGrid()
                              : newest / grid().step > m_drawnUntil / grid().step && m_drawnUntil < grid().end()) {
        m_drawnUntil = newest;
        refresh();
    }
}

void CurveChart::reduceInto(std::size_t index) {
    const TimeSeries& series = *m_curves[index].series;
    Reduced& last = m_reduced[index];
    const Nanoseconds settled = ColumnGrid::columnOf(last.lastTime, grid().step) * grid().step;
    const Nanoseconds from = std::min(settled, last.grid.end());  // data may have come later than its column
    const bool reusable = last.grid.step == grid().step && last.grid.columns == grid().columns &&
                          last.grid.start <= grid().start && from > grid().start && last.grid.end() <= grid().end();
    if (!reusable) {
        series.reduce(grid(), last.columns);
    } else {
        const auto shift = static_cast<std::size_t>((grid().start - last.grid.start) / grid().step);
        const auto kept = static_cast<std::size_t>((from - grid().start) / grid().step);
        std::move(last.columns.begin() + static_cast<std::ptrdiff_t>(shift),
                  last.columns.begin() + static_cast<std::ptrdiff_t>(shift + kept), last.columns.begin());
        series.reduce({from, grid().step, grid().columns - kept}, m_newColumns);
        std::copy(m_newColumns.begin(), m_newColumns.end(), last.columns.begin() + static_cast<std::ptrdiff_t>(kept));
    }
    last.grid = grid();
    last.lastTime = series.lastTime();
}

CurvePicture CurveChart::pictureOf(std::size_t index) {
    const Curve& curve = m_curves[index];
    CurvePicture picture;
    picture.color = theme().curve(curve.colorIndex);
    picture.style = curve.style;
    picture.stepped = curve.stepped;
    const TimeSeries& series = *curve.series;
    const std::size_t from = series.lowerBound(grid().start);
    const std::size_t to = series.lowerBound(grid().end());
    const bool kept = series.firstIndex() == 0 || from > series.firstIndex();
    picture.dense = !kept || to - from > grid().columns;
    if (picture.dense) {
        reduceInto(index);
        picture.columns = m_reduced[index].columns;
        return picture;
    }
    const std::size_t last = std::min(to + 1, series.endIndex());
    for (std::size_t i = from > series.firstIndex() ? from - 1 : from; i < last; ++i) {
        picture.samples.push_back(series.sample(i));
    }
    // A value that holds does so until now.
    if (curve.stepped && to == series.endIndex() && !picture.samples.empty()) {
        const Nanoseconds until = std::min(grid().end(), std::max(axis()->now(), series.lastTime()));
        picture.samples.push_back({until, picture.samples.back().value});
    }
    return picture;
}

CurveChart::Extent CurveChart::extentOf(const std::vector<CurvePicture>& pictures) const {
    const double infinity = std::numeric_limits<double>::infinity();
    Extent extent{infinity, -infinity, infinity, false};
    auto take = [&extent](double low, double high) {
        if (std::isnan(low) || std::isnan(high)) return;
        extent.any = true;
        extent.min = std::min(extent.min, low);
        extent.max = std::max(extent.max, high);
        if (low > 0) extent.minPositive = std::min(extent.minPositive, low);
        if (high > 0) extent.minPositive = std::min(extent.minPositive, high);
    };
    for (const CurvePicture& picture : pictures) {
        for (const Column& column : picture.columns) take(column.min, column.max);
        for (const Sample& sample : picture.samples) take(sample.value, sample.value);
    }
    return extent;
}

void CurveChart::takePeaks(const std::vector<CurvePicture>& pictures, Extent& extent) {
    m_peaks.clear();
    m_peakColors.clear();
    if (!m_cutsPeaks || m_scale.logarithmic || m_fixedRange) return;
    const auto found = findShortPeaks(pictures, grid(), m_drainsFrom);
    if (!found) return;
    extent.max = found->restMax;
    m_peaks = found->peaks;
    for (const Peak& peak : m_peaks) m_peakColors.push_back(pictures[peak.curve].color);
}

void CurveChart::rescale(const Extent& extent) {
    if (m_fixedRange) {
        m_scale.low = m_fixedRange->first;
        m_scale.high = m_fixedRange->second;
    } else if (!extent.any) {
        if (!(m_scale.high > m_scale.low)) m_scale = YScale{m_scale.logarithmic ? 1.0 : 0.0, 10, m_scale.logarithmic};
    } else if (m_scale.logarithmic) {
        rescaleLogarithmic(extent);
    } else {
        rescaleLinear(extent);
    }
}

// Grows at once. Shrinks only when less than half the height has been needed for two seconds of data.
void CurveChart::rescaleLinear(const Extent& extent) {
    const double top = std::max(extent.max, 0.0), bottom = std::min(extent.min, 0.0);
    const double span = top - bottom > 0 ? top - bottom : 1;
    const double factor = scaleFor(std::max(top, -bottom), unit()).factor;  // round in KiB, not in bytes
    const double step = niceStep(span * factor * 1.04 / 4) / 2 / factor;
    const double high = std::ceil(top * 1.04 / step - 1e-9) * step,
                 low = std::floor(bottom * 1.04 / step + 1e-9) * step;
    const bool unset = !(m_scale.high > m_scale.low);
    const bool outgrown = top > m_scale.high || bottom < m_scale.low;
    const bool small = high - low <= (m_scale.high - m_scale.low) * 0.5;
    if (!small) m_smallSeen = false;
    if (small && !m_smallSeen) {
        m_smallSeen = true;
        m_smallSince = axis()->now();
    }
    const bool shrink = small && axis()->now() - m_smallSince >= kShrinkAfter;
    if (!unset && !outgrown && !shrink) return;
    m_scale.low = outgrown && !unset ? std::min(low, m_scale.low) : low;
    m_scale.high = outgrown && !unset ? std::max(high, m_scale.high) : (high > low ? high : low + 1);
    m_smallSeen = false;
}

void CurveChart::rescaleLogarithmic(const Extent& extent) {
    if (!std::isfinite(extent.minPositive)) {
        m_scale = {1, 10, true};
        return;
    }
    const double top = std::ceil(std::log10(std::max(extent.max, extent.minPositive)) + 1e-9);
    const double bottom = std::max(std::floor(std::log10(extent.minPositive) + 1e-9), top - kMaxDecades);
    const double high = std::pow(10, top), low = std::pow(10, bottom);
    const bool fits = m_scale.low > 0 && m_scale.low <= low * 1.0001 && m_scale.high >= high * 0.9999 &&
                      std::log10(m_scale.high / m_scale.low) < top - bottom + 2;
    if (!fits) m_scale = {low, high, true};
}

int CurveChart::tickRoom() const { return std::max(static_cast<int>(plotArea().height() / kTickRoomPx), 2); }

// The axes give the grid lines. Each of these setters makes QChart lay out the axis again: only on change.
void CurveChart::updateAxes() {
    if (!(m_scale.high > m_scale.low) || (m_scale.logarithmic && !(m_scale.low > 0))) return;  // no scale yet
    const double width = plotArea().width();
    const auto seconds = [](Nanoseconds t) { return toSeconds(t); };
    const Nanoseconds zero = axis()->zeroOf(grid());
    const double from = seconds(grid().start - zero), to = seconds(grid().end() - zero);
    const double step = seconds(axis()->tickStep(width));
    if (m_xAxis->tickInterval() != step) m_xAxis->setTickInterval(step);
    if (m_xAxis->min() != from || m_xAxis->max() != to) m_xAxis->setRange(from, to);
    const auto ticks = m_scale.logarithmic ? logTicks(m_scale.low, m_scale.high, tickRoom(), unit())
                                           : linearTicks(m_scale.low, m_scale.high, tickRoom(), unit());
    const bool log = m_scale.logarithmic;
    const auto place = [log](double value) { return log ? std::log10(value) : value; };
    const double interval =
        ticks.size() > 1 ? place(ticks[1].value) - place(ticks[0].value) : place(m_scale.high) - place(m_scale.low);
    if (std::abs(m_yAxis->tickInterval() - interval) > 1e-9 * interval) m_yAxis->setTickInterval(interval);
    if (const double anchor = ticks.empty() ? 0 : place(ticks[0].value); m_yAxis->tickAnchor() != anchor) {
        m_yAxis->setTickAnchor(anchor);
    }
    const double low = place(m_scale.low), high = place(m_scale.high);
    if (m_yAxis->min() != low || m_yAxis->max() != high) m_yAxis->setRange(low, high);
}

void CurveChart::refresh() {
    const bool wasEmpty = std::exchange(m_wasEmpty, isEmpty());
    if (grid().columns == 0) updateGrid();
    std::vector<CurvePicture> pictures;
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        if (!m_hidden[i] && m_curves[i].series && !m_curves[i].series->empty()) pictures.push_back(pictureOf(i));
    }
    const YScale before = m_scale;
    Extent extent = extentOf(pictures);
    takePeaks(pictures, extent);
    rescale(extent);
    updateAxes();
    m_item->show(grid(), m_scale, pictures, pixelRatio(), isVectorPicture());
    if (!(before == m_scale) || wasEmpty != m_wasEmpty) {
        repaintAll();
    } else {
        repaintPlot();
    }
}

void CurveChart::paintLabels(QPainter& painter) {
    if (isEmpty()) return;  // a scale of nothing would only mislead
    const QRectF plot = plotArea();
    painter.setFont(chartLabelFont());
    painter.setPen(theme().mutedText);
    const auto ticks = m_scale.logarithmic ? logTicks(m_scale.low, m_scale.high, tickRoom(), unit())
                                           : linearTicks(m_scale.low, m_scale.high, tickRoom(), unit());
    for (const Tick& tick : ticks) {
        const double y = plot.bottom() - m_scale.share(tick.value) * plot.height();
        painter.drawText(QRectF(16, y - 8, plot.left() - 26, 16), Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
}

// Where a cut peak leaves the plot: an arrow upwards and its height.
void CurveChart::paintMarks(QPainter& painter) {
    const QRectF plot = plotArea();
    painter.setFont(chartLabelFont());
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_peaks.size(); ++i) {
        const Peak& peak = m_peaks[i];
        if (m_scale.share(peak.value) <= 1) continue;
        const double x = std::clamp(xOf(peak.t), plot.left() + 5, plot.right() - 5);
        const double y = plot.top() + 18;
        const QString text = formatQuantity(peak.value, unit());
        const double length = painter.fontMetrics().horizontalAdvance(text);
        const bool left = x + 10 + length > plot.right();
        const QRectF label(left ? x - 10 - length : x + 10, y, length + 1, 15);
        const QPointF arrow[3] = {{x - 5, y + 12}, {x + 5, y + 12}, {x, y + 3}};
        painter.setPen(QPen(theme().plot, 1));
        painter.setBrush(m_peakColors[i]);
        painter.drawPolygon(arrow, 3);
        painter.fillRect(label, theme().plot);
        painter.setPen(theme().text);
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void CurveChart::layoutPlot() {
    m_view->setGeometry(rect());
    m_scene->setSceneRect(rect());
    m_chart->setGeometry(rect());
    m_chart->setPlotArea(plotArea());
    // A new plot area in an unchanged geometry is not laid out by itself: the grid would stay where it was.
    m_chart->layout()->invalidate();
    m_chart->layout()->activate();
    m_ground->setRect(plotArea());
    m_item->setPlot(plotArea());
    layoutLegend();
}

void CurveChart::applyTheme() {
    const ChartTheme& look = theme();
    m_chart->setBackgroundBrush(look.window);
    m_chart->setBackgroundPen(Qt::NoPen);
    m_ground->setBrush(look.plot);
    m_ground->setPen(Qt::NoPen);
    m_item->setFrameColor(look.frame);
    for (QValueAxis* axis : {m_xAxis, m_yAxis}) axis->setGridLinePen(QPen(look.grid, 1));
    m_view->setBackgroundBrush(look.window);
    styleLegend();
}

void CurveChart::setTheme(const ChartTheme& theme) {
    TimeChart::setTheme(theme);
    applyTheme();
}

void CurveChart::paintPlot(QPainter& painter) {
    m_chart->layout()->activate();
    m_scene->render(&painter, QRectF(rect()), m_chart->geometry());
}

}  // namespace ipclab

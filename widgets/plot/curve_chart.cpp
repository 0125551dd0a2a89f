#include "plot/curve_chart.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsRectItem>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QKeyEvent>
#include <QLegend>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "plot/scale_labels.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr int kKeys = 9;  // 1 to 9
constexpr int kSecondLabelsPx = 46;
constexpr int kMostRows = 16;  // a chart is made so high that as many names have room

QGraphicsView* makeView(QGraphicsScene* scene, QWidget* parent) {
    auto* view = new QGraphicsView(scene, parent);
    view->setFrameShape(QFrame::NoFrame);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setInteractive(false);
    for (QWidget* widget : std::initializer_list<QWidget*>{view, view->viewport()}) widget->setFocusPolicy(Qt::NoFocus);
    view->setViewportUpdateMode(QGraphicsView::MinimalViewportUpdate);
    view->setAttribute(Qt::WA_TransparentForMouseEvents);
    view->viewport()->setAttribute(Qt::WA_TransparentForMouseEvents);
    return view;
}

}  // namespace

CurveChart::CurveChart(TimeAxis* axis, QWidget* parent)
    : TimeChart(axis, parent),
      m_scene(new QGraphicsScene(this)),
      m_view(makeView(m_scene, this)),
      m_chart(new QChart),
      m_xAxis(m_chart, Qt::AlignBottom),
      m_yAxis(m_chart, Qt::AlignLeft),
      m_ground(new QGraphicsRectItem(m_chart)),
      m_item(new CurveItem(m_chart)) {
    m_scene->setItemIndexMethod(QGraphicsScene::NoIndex);
    m_scene->addItem(m_chart);
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setMargins({});
    m_chart->setBackgroundRoundness(0);
    m_chart->setDropShadowEnabled(false);
    m_chart->legend()->hide();
    m_item->setZValue(20);
    m_ground->setZValue(1);  // above the chart's background, below its grid
    applyTheme();
}

// The items go with the scene, and the scene before the data they point at.
CurveChart::~CurveChart() { delete m_view; }

void CurveChart::setCurves(std::vector<Curve> curves) {
    std::vector<bool> hidden(curves.size());
    for (std::size_t i = 0; i < curves.size(); ++i) hidden[i] = m_hiddenNames.contains(curves[i].name);
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const auto same = m_hidden[i] ? std::ranges::find(curves, m_curves[i].series, &Curve::series) : curves.end();
        if (same == curves.end() || same->name == m_curves[i].name) continue;
        hidden[static_cast<std::size_t>(same - curves.begin())] = true;
        m_hiddenNames.removeAll(m_curves[i].name);
        m_hiddenNames << same->name;
    }
    m_curves = std::move(curves);
    m_hidden = std::move(hidden);
    makeMeans();
    placeColumn();
    updateGeometry();
    rescale();
}

void CurveChart::setBaseline(std::vector<Curve> curves) {
    if (curves == m_baseline) return;
    m_baseline = std::move(curves);
    m_baselineReducer.reset(m_baseline.size());
    rescale();
}

void CurveChart::rescale() {
    m_scale.reset();
    m_second.reset();
    refresh();
    showValues();
    repaintAll();
}

void CurveChart::showPlot(bool shown) { m_view->setVisible(shown); }

// Every curve is named, as far as there are not too many.
int CurveChart::leastHeight() const {
    const int rows = std::min(static_cast<int>(m_curves.size()), kMostRows);
    return std::max(TimeChart::leastHeight(), rows * QFontMetrics(chartLabelFont()).height() + 2);
}

void CurveChart::rowClicked(int row) {
    const auto index = static_cast<std::size_t>(row);
    if (index < m_curves.size()) setCurveVisible(index, m_hidden[index]);
}

void CurveChart::setQuantity(const QString& quantity) {
    m_quantity = quantity;
    repaintAll();
}

void CurveChart::setCurveVisible(std::size_t index, bool visible) {
    if (m_hidden[index] == !visible) return;
    m_hidden[index] = !visible;
    m_hiddenNames.removeAll(m_curves[index].name);
    if (!visible) m_hiddenNames << m_curves[index].name;
    rescale();
    emit settingsChanged();
    emit curveToggled(static_cast<int>(index), visible);
}

void CurveChart::setLogarithmic(bool logarithmic) {
    if (logarithmic == isLogarithmic()) return;
    m_scale.setLogarithmic(logarithmic);
    m_second.setLogarithmic(logarithmic);
    refresh();
    repaintAll();
    emit settingsChanged();
    emit logarithmicChanged(logarithmic);
}

void CurveChart::setFixedRange(std::optional<std::pair<double, double>> range) {
    m_scale.setFixed(range);
    refresh();
    repaintAll();
}

void CurveChart::zoomValues(double low, double high) {
    if (!(high > low) || !yScale().isSet()) return;
    for (AutoScale* scale : {&m_scale, &m_second}) {
        const Scale now = scale->scale();
        if (now.isSet()) scale->setFixed(std::pair(now.at(low), now.at(high)));
    }
    refresh();
    repaintAll();
    emit settingsChanged();
}

void CurveChart::resetValues() {
    if (!isValueZoomed()) return;
    m_second.setFixed(std::nullopt);
    setFixedRange(std::nullopt);
    rescale();
    emit settingsChanged();
}

void CurveChart::setPeaksCut(bool cut) {
    if (cut == m_cutsPeaks) return;
    m_cutsPeaks = cut;
    refresh();
    repaintAll();
    emit settingsChanged();
}

std::unique_ptr<TimeChart> CurveChart::clone(TimeAxis* axis) const {
    auto copy = std::make_unique<CurveChart>(axis);
    copyTo(*copy);
    copy->setQuantity(m_quantity);
    copy->m_countedOver = m_countedOver;
    copy->m_hiddenNames = m_hiddenNames;
    copy->setCurves(m_curves);
    copy->setBaseline(m_baseline);
    copy->m_cutsPeaks = m_cutsPeaks;
    copy->m_scale = m_scale;
    copy->m_second = m_second;
    return copy;
}

// --- keys

void CurveChart::keyPressEvent(QKeyEvent* event) {
    const int index = event->key() - Qt::Key_1;
    const int count = std::min(static_cast<int>(m_curves.size()), kKeys);
    if (event->modifiers() == Qt::NoModifier && index >= 0 && index < count) {
        setCurveVisible(static_cast<std::size_t>(index), m_hidden[static_cast<std::size_t>(index)]);
    } else {
        TimeChart::keyPressEvent(event);
    }
}

// --- what is read off

QString CurveChart::unit() const { return m_curves.empty() ? QString() : m_curves.front().unit; }

QString CurveChart::secondUnit() const {
    const auto found = std::ranges::find_if(m_curves, [this](const Curve& curve) { return isSecond(curve); });
    return found == m_curves.end() ? QString() : found->unit;
}

int CurveChart::columnInset() const { return secondUnit().isEmpty() ? 0 : kSecondLabelsPx; }

QString CurveChart::axisTitle() const {
    if (isValueZoomed() && !isPicture()) return tr("%1 · zoomed: a double click takes it back").arg(quantityText());
    return quantityText();
}

QString CurveChart::quantityText() const {
    const QString over = overText();
    const QString what = over.isEmpty()         ? m_quantity
                         : m_quantity.isEmpty() ? over
                                                : tr("%1 · %2").arg(m_quantity, over);
    // Where every label names its unit (µs, MiB) the title need not.
    if (unit().isEmpty() || (scaleFor(1, unit()).namesUnit && !what.isEmpty())) return what;
    return what.isEmpty() ? unit() : tr("%1 (%2)").arg(what, unit());
}

int CurveChart::preferredLeftMargin() const {
    // Room for the widest label there can be, whatever the data will bring.
    const QFontMetrics metrics(chartLabelFont());
    return std::max(metrics.horizontalAdvance(QStringLiteral("−0.00 MiB/s")) + 10, 72);
}

bool CurveChart::isEmpty() const { return std::ranges::none_of(m_curves, &Curve::hasData); }

// --- drawing

void CurveChart::dataChanged() {
    Nanoseconds newest = std::numeric_limits<Nanoseconds>::min();
    for (const Curve& curve : m_curves) {
        if (curve.hasData()) newest = std::max(newest, curve.series->lastTime());
    }
    if (axis()->isFollowing() ? updateGrid()
                              : newest / grid().step > m_drawnUntil / grid().step && m_drawnUntil < grid().end()) {
        m_drawnUntil = newest;
        refresh();
    }
}

void CurveChart::takePeaks(const std::vector<CurvePicture>& pictures, Extent& extent) {
    m_peaks.clear();
    m_peakColors.clear();
    if (!m_cutsPeaks || isLogarithmic() || m_scale.isFixed()) return;
    const auto found = findShortPeaks(pictures, grid(), scaledUntil());
    if (!found) return;
    extent.max = found->restMax;
    m_peaks = found->peaks;
    for (const Peak& peak : m_peaks) m_peakColors.push_back(pictures[peak.curve].color);
}

Extent CurveChart::extentOf(const std::vector<CurvePicture>& pictures) const {
    const auto until = scaledUntil();
    return until ? Extent::before(*until, grid(), pictures) : Extent::of(pictures);
}

// What drains and leaves the plot is named where it does.
void CurveChart::takeDrainPeak(const std::vector<CurvePicture>& pictures) {
    if (!scaledUntil() || m_scale.isFixed() || !m_peaks.empty()) return;
    const auto highest = highestFrom(*scaledUntil(), grid(), pictures);
    if (!highest || highest->value <= yScale().high) return;
    m_peaks.push_back(*highest);
    m_peakColors.push_back(pictures[highest->curve].color);
}

std::vector<Tick> CurveChart::ticksOf(const Scale& scale, const QString& unit) const {
    return ticksFor(scale, unit, plotArea().height());
}

void CurveChart::updateAxes() {
    if (!yScale().isSet()) return;
    const Nanoseconds zero = axis()->zeroOf(grid());
    m_xAxis.show(toSeconds(grid().start - zero), toSeconds(grid().end() - zero), 0,
                 toSeconds(axis()->tickStep(plotArea().width())));
    m_yAxis.show(yScale(), ticksOf(yScale(), unit()));
}

CurvePicture CurveChart::baselinePicture(std::size_t index) {
    const Curve& curve = m_baseline[index];
    CurvePicture picture = m_baselineReducer.pictureOf(index, curve, grid(), curve.series->lastTime());
    const QColor& color = theme().curve(curve.colorIndex);
    const QColor& ground = theme().plot;
    const auto faint = [](int a, int b) { return (a * 2 + b * 3) / 5; };
    picture.color = QColor(faint(color.red(), ground.red()), faint(color.green(), ground.green()),
                           faint(color.blue(), ground.blue()));
    return picture;
}

std::vector<CurvePicture> CurveChart::takePictures() {
    std::vector<CurvePicture> pictures, second;
    for (std::size_t i = 0; i < m_baseline.size(); ++i)
        (isSecond(m_baseline[i]) ? second : pictures).push_back(baselinePicture(i));
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const Curve curve = drawn(i);
        if (m_hidden[i] || !curve.hasData()) continue;
        auto& list = isSecond(curve) ? second : pictures;
        list.push_back(m_reducer.pictureOf(i, curve, grid(), axis()->now()));
        list.back().color = theme().curve(m_curves[i].colorIndex);
    }
    Extent extent = extentOf(pictures);
    takePeaks(pictures, extent);
    m_scale.follow(extent, axis()->now(), unit());
    takeDrainPeak(pictures);
    if (!second.empty()) m_second.follow(extentOf(second), axis()->now(), secondUnit());
    for (CurvePicture& picture : pictures) picture.scale = yScale();
    for (CurvePicture& picture : second) picture.scale = secondScale();
    std::ranges::move(second, std::back_inserter(pictures));
    return pictures;
}

void CurveChart::refresh() {
    const bool wasEmpty = std::exchange(m_wasEmpty, isEmpty());
    if (grid().columns == 0) updateGrid();
    growMeans();
    const Scale before = yScale(), secondBefore = secondScale();
    const std::vector<CurvePicture> pictures = takePictures();
    updateAxes();
    m_item->show(grid(), pictures, pixelRatio(), isVectorPicture());
    if (!(before == yScale()) || !(secondBefore == secondScale()) || wasEmpty != m_wasEmpty) {
        repaintAll();
    } else {
        repaintPlot();
    }
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
    column()->setPlace(static_cast<int>(plotArea().top()), std::nullopt);
}

void CurveChart::applyTheme() {
    const ChartTheme& look = theme();
    m_chart->setBackgroundBrush(look.window);
    m_chart->setBackgroundPen(Qt::NoPen);
    m_ground->setBrush(look.plot);
    m_ground->setPen(Qt::NoPen);
    m_item->setFrameColor(look.frame);
    m_xAxis.setColor(look.grid);
    m_yAxis.setColor(look.grid);
    m_view->setBackgroundBrush(look.window);
}

void CurveChart::setTheme(const ChartTheme& theme) {
    TimeChart::setTheme(theme);
    applyTheme();
    showValues();
}

void CurveChart::paintPlot(QPainter& painter) {
    m_chart->layout()->activate();
    m_scene->render(&painter, QRectF(rect()), m_chart->geometry());
}

}  // namespace ipclab

#include "plot/lane_chart.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "plot/plain_tip.h"
#include "plot/state_palette.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr int kMaxPitchPx = 26;
constexpr int kUsualPitchPx = 20;
constexpr Nanoseconds kLateNs = 300'000'000;
constexpr int kMostUnscrolled = 8;  // more lanes scroll where there is no room for all

}  // namespace

LaneChart::LaneChart(TimeAxis* axis, QWidget* parent) : TimeChart(axis, parent), m_scroll(new QScrollBar(this)) {
    m_scroll->setOrientation(Qt::Vertical);
    m_scroll->hide();
    m_scroll->setFocusPolicy(Qt::NoFocus);
    connect(m_scroll, &QScrollBar::valueChanged, this, [this] {
        rebuildImage();
        refresh();
        showValues();
        repaintAll();
    });
}

void LaneChart::setLanes(std::vector<Lane> lanes) {
    const auto placeOf = [&](int old) {
        if (old < 0 || old >= static_cast<int>(m_lanes.size())) return -1;
        const StateSeries* series = m_lanes[static_cast<std::size_t>(old)].series;
        const auto found = std::ranges::find(lanes, series, &Lane::series);
        return series == nullptr || found == lanes.end() ? -1 : static_cast<int>(found - lanes.begin());
    };
    const int selected = m_selection ? placeOf(m_selection->lane) : -1;
    m_current = placeOf(m_current);
    if (selected < 0) {
        m_selection.reset();
    } else {
        m_selection->lane = selected;
    }
    m_lanes = std::move(lanes);
    updateGeometry();
    layoutPlot();
    refresh();
    showValues();
    repaintAll();
}

void LaneChart::setNote(const QString& note) {
    m_note = note;
    repaintAll();
}

QString LaneChart::note() const {
    if (!m_selection || isPicture()) return m_note;
    return describe(m_selection->lane, m_selection->interval, QStringLiteral("  ·  "));
}

void LaneChart::setSelection(std::optional<LaneSelection> selection) {
    m_selection = selection;
    repaintAll();
}

std::unique_ptr<TimeChart> LaneChart::clone(TimeAxis* axis) const {
    auto copy = std::make_unique<LaneChart>(axis);
    copyTo(*copy);
    copy->setLanes(m_lanes);
    copy->setNote(m_note);
    return copy;
}

// --- geometry

double LaneChart::pitch() const {
    if (m_lanes.empty()) return kMaxPitchPx;
    const int count = static_cast<int>(m_lanes.size());
    // A picture shows every lane, since nobody can scroll it, and fills the height that was asked for.
    const double least = isPicture() ? 3.0 : kLeastPitchPx;
    const double most = isPicture() ? plotArea().height() : kMaxPitchPx;
    return std::floor(std::clamp(plotArea().height() / count, least, std::max(most, least)));
}

double LaneChart::barHeight() const { return std::max(pitch() - (pitch() > 8 ? 3 : 1), 2.0); }

int LaneChart::visibleLanes() const {
    return std::min(static_cast<int>(plotArea().height() / pitch()), static_cast<int>(m_lanes.size()));
}

int LaneChart::firstLane() const { return m_scroll->isHidden() || isPicture() ? 0 : m_scroll->value(); }

QRectF LaneChart::laneRect(int lane) const {
    const QRectF plot = plotArea();
    const double y = plot.top() + (lane - firstLane()) * pitch() + std::floor((pitch() - barHeight()) / 2);
    return QRectF(plot.left(), y, plot.width(), barHeight());
}

int LaneChart::laneAt(const QPointF& pos) const {
    const QRectF plot = plotArea();
    if (pos.y() < plot.top() || pos.y() >= plot.bottom()) return -1;
    const int lane = firstLane() + static_cast<int>((pos.y() - plot.top()) / pitch());
    return lane < firstLane() + visibleLanes() ? lane : -1;
}

QSize LaneChart::sizeHint() const {
    return {600, frameHeight() + std::clamp(static_cast<int>(m_lanes.size()), 2, 12) * kUsualPitchPx};
}

int LaneChart::leastHeight() const {
    return frameHeight() + std::clamp(static_cast<int>(m_lanes.size()), 1, kMostUnscrolled) * kLeastPitchPx;
}

// More height than the lanes can use is better spent on the other charts.
int LaneChart::mostHeight() const {
    return frameHeight() + std::max(static_cast<int>(m_lanes.size()), 2) * kMaxPitchPx;
}

int LaneChart::preferredLeftMargin() const {
    const QFontMetrics metrics(chartLabelFont());
    int widest = 0;
    for (const Lane& lane : m_lanes) widest = std::max(widest, metrics.horizontalAdvance(lane.name));
    return std::clamp(widest + 12, 72, 150);
}

void LaneChart::layoutPlot() {
    const int hidden = static_cast<int>(m_lanes.size()) - visibleLanes();
    const QRect plot = plotArea().toRect();
    m_scroll->setGeometry(plot.right() + 1, plot.top(), 11, plot.height());
    m_scroll->setRange(0, std::max(hidden, 0));
    m_scroll->setPageStep(std::max(visibleLanes(), 1));
    m_scroll->setVisible(hidden > 0 && !isFolded());
    column()->setPlace(plot.top(), pitch());
    rebuildImage();
}

void LaneChart::rebuildImage() {
    const double scale = devicePixelRatioF();
    std::vector<LaneSource> sources;
    const int first = firstLane();
    for (int i = first; i < first + visibleLanes(); ++i) {
        const Lane& lane = m_lanes[static_cast<std::size_t>(i)];
        sources.push_back({lane.series, lane.isCpu});
    }
    m_image.reset(std::move(sources), static_cast<int>(std::lround(plotArea().width() * scale)),
                  static_cast<int>(std::lround(pitch() * scale)), static_cast<int>(std::lround(barHeight() * scale)),
                  theme().dark);
}

// --- data

bool LaneChart::isEmpty() const {
    return std::none_of(m_lanes.begin(), m_lanes.end(),
                        [](const Lane& lane) { return lane.series && !lane.series->empty(); });
}

void LaneChart::dataChanged() {
    const bool moved = axis()->isFollowing() && updateGrid();
    const bool inSight = !axis()->isFollowing() && axis()->now() - grid().step < grid().end();
    if (moved || inSight) refresh();
}

void LaneChart::refresh() {
    if (isPicture()) return;
    if (m_image.laneCount() != static_cast<std::size_t>(visibleLanes())) rebuildImage();
    const bool themeMatches = m_image.isDark() == theme().dark;
    if (!themeMatches) rebuildImage();
    if (m_image.update(grid()) == 0) return;
    update(plotArea().toAlignedRect());
}

ValueRow LaneChart::rowOf(const Lane& lane, const std::optional<StateInterval>& interval) const {
    ValueRow row;
    if (lane.pid > 0) row.value = QString::number(lane.pid);
    if (!interval) return row;
    row.state = interval->state;
    row.name = lane.isCpu && lane.intervalText ? lane.intervalText(*interval) : StatePalette::name(interval->state);
    return row;
}

std::vector<ValueRow> LaneChart::valueRows(std::optional<Nanoseconds> t) const {
    std::vector<ValueRow> rows;
    const Nanoseconds when = t.value_or(axis()->now());
    for (int i = firstLane(); i < firstLane() + visibleLanes(); ++i) {
        const Lane& lane = m_lanes[static_cast<std::size_t>(i)];
        const bool known = lane.series != nullptr && when <= axis()->now();
        auto interval = known ? lane.series->at(when) : std::nullopt;
        // What is told comes a little late; of a run that has ended all has been told.
        if (known && !interval && !t && axis()->isLive() && when - lane.series->lastTime() < kLateNs)
            interval = lane.series->at(lane.series->lastTime() - 1);
        rows.push_back(rowOf(lane, interval));
    }
    return rows;
}

std::vector<ValueRow> LaneChart::nameRows() const {
    std::vector<ValueRow> rows;
    for (const Lane& lane : m_lanes) rows.push_back({.name = lane.pid > 0 ? QString::number(lane.pid) : QString()});
    return rows;
}

ReadoutTable LaneChart::statisticsBetween(Nanoseconds a, Nanoseconds b) const {
    std::vector<StateTimes> times;
    StateTimes sum{};
    for (const Lane& lane : m_lanes) {
        times.push_back(lane.series ? lane.series->totals(a, std::min(b, std::max(axis()->now(), a))) : StateTimes{});
        for (std::size_t s = 0; s < sum.size(); ++s) sum[s] += times.back()[s];
    }
    ReadoutTable table;
    for (std::size_t s = 0; s < sum.size(); ++s) {
        if (sum[s] > 0) table.columns << StatePalette::name(static_cast<ProcessState>(s));
    }
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        ReadoutRow row{QColor(), m_lanes[i].name, {}};
        for (std::size_t s = 0; s < sum.size(); ++s) {
            if (sum[s] == 0) continue;
            const double share =
                100.0 * static_cast<double>(times[i][s]) / static_cast<double>(std::max<Nanoseconds>(b - a, 1));
            row.values << (times[i][s] > 0 ? formatQuantity(share, QStringLiteral("%")) : QString());
        }
        table.rows.push_back(row);
    }
    return table;
}

QString LaneChart::describe(int lane, const StateInterval& interval, const QString& separator) const {
    const Lane& it = m_lanes[static_cast<std::size_t>(lane)];
    const bool open = interval.isOpen();
    QStringList lines;
    lines << (it.pid > 0 ? tr("%1 (pid %2)").arg(it.name).arg(it.pid) : it.name);
    lines << tr("%1 (%2)").arg(StatePalette::name(interval.state), StatePalette::style(interval.state, false).letter);
    lines << tr("from %1").arg(axis()->format(interval.start));
    const QString length =
        TimeAxis::formatSpan((open ? std::max(axis()->now(), interval.start) : interval.end) - interval.start);
    lines << (open ? tr("for %1 until now").arg(length) : tr("for %1").arg(length));
    if (interval.cpu >= 0 && !it.isCpu) lines << tr("on CPU %1").arg(interval.cpu);
    if (it.intervalText) {
        if (const QString text = it.intervalText(interval); !text.isEmpty()) lines << text;
    }
    return lines.join(separator);
}

void LaneChart::hovered(const QPointF& pos, const QPoint& globalPos) {
    const int lane = plotArea().contains(pos) ? laneAt(pos) : -1;
    QString tip;
    if (lane >= 0 && m_lanes[static_cast<std::size_t>(lane)].series && timeAt(pos.x()) <= axis()->now()) {
        const auto interval = m_lanes[static_cast<std::size_t>(lane)].series->at(timeAt(pos.x()));
        if (interval) tip = describe(lane, *interval);
    }
    if (tip == m_tip) return;
    m_tip = tip;
    if (tip.isEmpty()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(globalPos, plainTip(tip), this, laneRect(lane).toAlignedRect());
    }
}

void LaneChart::select(int lane, Nanoseconds t) {
    if (lane < 0 || lane >= static_cast<int>(m_lanes.size())) return;
    const StateSeries* series = m_lanes[static_cast<std::size_t>(lane)].series;
    const auto interval = series && t <= axis()->now() ? series->at(t) : std::nullopt;
    if (!interval) return setSelection(std::nullopt);
    setSelection(LaneSelection{lane, *interval});
    setAccessibleDescription(describe(lane, *interval));
    emit intervalSelected(lane, *interval);
}

void LaneChart::clicked(const QPointF& pos) {
    m_current = laneAt(pos);
    select(m_current, timeAt(pos.x()));
}

void LaneChart::showPlot(bool) { layoutPlot(); }

// What it is in now.
void LaneChart::rowClicked(int row) {
    m_current = firstLane() + row;
    select(m_current, axis()->crosshair().value_or(axis()->now()));
}

// Up and Down choose a lane, Return the interval under the crosshair.
void LaneChart::keyPressEvent(QKeyEvent* event) {
    const int count = static_cast<int>(m_lanes.size());
    const int key = event->key();
    if ((key == Qt::Key_Up || key == Qt::Key_Down) && count > 0) {
        m_current = std::clamp(m_current + (key == Qt::Key_Up ? -1 : 1), 0, count - 1);
        if (m_current < firstLane()) m_scroll->setValue(m_current);
        if (m_current >= firstLane() + visibleLanes()) m_scroll->setValue(m_current - visibleLanes() + 1);
        repaintAll();
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_current >= 0) {
        select(m_current, axis()->crosshair().value_or(axis()->begin() + axis()->window() / 2));
    } else {
        TimeChart::keyPressEvent(event);
    }
}

std::vector<ProcessState> LaneChart::statesShown() const {
    StateTimes sum{};
    for (const Lane& lane : m_lanes) {
        if (!lane.series) continue;
        const Nanoseconds until = std::max(axis()->now(), lane.series->firstTime());
        const StateTimes times = lane.series->totals(lane.series->firstTime(), until);
        for (std::size_t s = 0; s < sum.size(); ++s) sum[s] += times[s];
    }
    std::vector<ProcessState> states;
    for (std::size_t s = 0; s < sum.size(); ++s) {
        if (sum[s] > 0) states.push_back(static_cast<ProcessState>(s));
    }
    return states;
}

}  // namespace ipclab

// What a chart of lanes paints: on the screen an image with letters on it, in pictures rectangles.
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

#include "plot/lane_chart.h"
#include "plot/state_palette.h"

namespace ipclab {
namespace {

constexpr int kLetterRoomPx = 13;
constexpr int kTextRoomPx = 34;

}  // namespace

QFont LaneChart::letterFont() const {
    QFont font = chartLabelFont();
    font.setPixelSize(std::clamp(static_cast<int>(barHeight() * 0.72), 8, 12));
    return font;
}

void LaneChart::paintGround(QPainter& painter, const QRect& area) {
    painter.fillRect(area, theme().window);
    const QRectF plot = plotArea();
    painter.fillRect(plot, theme().plot);
    painter.setPen(QPen(theme().grid, 1));
    for (const TimeTick& tick : axis()->ticks(grid(), plot.width())) {
        const double x = isPicture() ? xOf(tick.t) : std::round(xOf(tick.t));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
}

void LaneChart::paintFrame(QPainter& painter) {
    painter.setPen(QPen(theme().frame, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(plotArea());
}

void LaneChart::paintEvent(QPaintEvent* event) {
    if (isFolded()) return;
    QPainter painter(this);
    paintGround(painter, event->rect());
    const QRectF plot = plotArea();
    painter.save();
    // Nothing is known beyond now, though an open interval has no end.
    const double now = std::clamp(xOf(axis()->now()), plot.left(), plot.right());
    painter.setClipRect(QRectF(plot.left(), plot.top(), now - plot.left(), plot.height()));
    const double top = laneRect(firstLane()).top();
    m_image.draw(painter, QRectF(plot.left(), top, plot.width(), 0));
    paintRuns(painter);
    painter.restore();
    paintFrame(painter);
}

void LaneChart::paintRuns(QPainter& painter) {
    if (barHeight() < 10) return;
    painter.setFont(letterFont());
    const double perColumn = plotArea().width() / std::max(m_image.columns(), 1);
    for (std::size_t i = 0; i < m_image.laneCount(); ++i) {
        m_image.runs(i, static_cast<int>(kLetterRoomPx / perColumn), m_runs);
        const int lane = firstLane() + static_cast<int>(i);
        const QRectF bar = laneRect(lane);
        for (const LaneRun& run : m_runs) {
            const double left = bar.left() + run.first * perColumn, right = bar.left() + (run.last + 1) * perColumn;
            paintRun(painter, lane, run, QRectF(left, bar.top(), right - left, bar.height()));
        }
    }
}

void LaneChart::paintRun(QPainter& painter, int lane, const LaneRun& run, const QRectF& rect) {
    const Lane& it = m_lanes[static_cast<std::size_t>(lane)];
    const StateStyle& style = StatePalette::style(run.state, theme().dark);
    QString text(style.letter);
    if (it.isCpu && it.intervalText && it.series) {
        const auto interval = it.series->at(timeAt(rect.center().x()));
        const QString full = interval && rect.width() > kTextRoomPx ? it.intervalText(*interval) : QString();
        text = painter.fontMetrics().elidedText(full, Qt::ElideRight, static_cast<int>(rect.width()) - 6);
        if (text.size() < 3 && text != full) return;
    }
    painter.setPen(style.ink);
    painter.drawText(rect.adjusted(4, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
}

void LaneChart::paintLabels(QPainter& painter) {
    painter.setFont(chartLabelFont());
    const QFontMetrics metrics = painter.fontMetrics();
    const int first = firstLane();
    const int every = std::max(static_cast<int>(std::ceil((metrics.height() - 3) / pitch())), 1);
    for (int i = first; i < first + visibleLanes(); i += every) {
        const Lane& lane = m_lanes[static_cast<std::size_t>(i)];
        const QRectF bar = laneRect(i);
        const QRectF room(2, bar.top() - 3, leftMargin() - 10, bar.height() + 6);
        painter.setPen(i == m_current && hasFocus() ? theme().selection : theme().text);
        const QString name = metrics.elidedText(lane.name, Qt::ElideMiddle, static_cast<int>(room.width()));
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, name);
    }
}

void LaneChart::paintMarks(QPainter& painter) {
    if (!m_selection || isPicture()) return;
    const QRectF bar = laneRect(m_selection->lane), plot = plotArea();
    if (bar.top() < plot.top() || bar.bottom() > plot.bottom()) return;
    const Nanoseconds end = std::min(m_selection->interval.end, axis()->now());
    const double left = std::clamp(xOf(m_selection->interval.start), plot.left(), plot.right());
    const double right = std::clamp(xOf(end), plot.left(), plot.right());
    if (right <= left && (left <= plot.left() || left >= plot.right())) return;
    painter.setPen(QPen(theme().selection, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(left, bar.top() - 1, std::max(right - left, 2.0), bar.height() + 2));
}

// As rectangles: neighbouring columns of one state become one.
void LaneChart::paintLaneVector(QPainter& painter, int lane) {
    const StateSeries& series = *m_lanes[static_cast<std::size_t>(lane)].series;
    std::vector<StateColumn> columns;
    const ColumnGrid seen = axis()->grid(static_cast<int>(std::lround(plotArea().width())));
    series.reduce(seen, columns);
    std::array<QPainterPath, kProcessStateCount> slivers;  // one shape a state: a tenth of the size in a file
    const QRectF bar = laneRect(lane);
    const double perColumn = bar.width() / static_cast<double>(columns.size());
    const auto known = static_cast<std::size_t>(
        std::clamp<Nanoseconds>((axis()->now() - seen.start) / seen.step, 0, static_cast<Nanoseconds>(columns.size())));
    for (std::size_t i = 0; i < known;) {
        std::size_t end = i + 1;
        const bool cpu = m_lanes[static_cast<std::size_t>(lane)].isCpu;
        while (end < known && columns[end].share == columns[i].share &&
               (!cpu || columns[end].interval == columns[i].interval))
            ++end;
        const double left = bar.left() + static_cast<double>(i) * perColumn;
        double above = 0;
        for (std::size_t s = 0; s < kProcessStateCount; ++s) {
            const auto share = static_cast<double>(columns[i].share[s]);
            if (share <= 0.002) continue;
            const QRectF part(left, bar.top() + above * bar.height(), static_cast<double>(end - i) * perColumn,
                              share * bar.height());
            const auto state = static_cast<ProcessState>(s);
            if (end - i > 8) {
                StatePalette::paint(painter, part, state, theme().dark);
                const QColor& edge = StatePalette::style(state, theme().dark).edge;
                for (const double y : {part.top(), part.bottom() - 0.75})
                    painter.fillRect(QRectF(part.left(), y, part.width(), 0.75), edge);
                if (cpu)
                    painter.fillRect(QRectF(left, bar.top(), 0.75, bar.height()),
                                     StatePalette::style(state, theme().dark).fill.darker(165));
            } else {
                slivers[s].addRect(part);
            }
            above += share;
            const double width = part.width();
            if (share > 0.995 && width >= kLetterRoomPx && barHeight() >= 9) {
                paintRun(painter, lane, {0, 0, state}, part);
            }
        }
        i = end;
    }
    for (std::size_t s = 0; s < slivers.size(); ++s) {
        if (slivers[s].isEmpty()) continue;
        painter.fillPath(slivers[s], StatePalette::style(static_cast<ProcessState>(s), theme().dark).fill);
    }
}

void LaneChart::paintPlot(QPainter& painter) {
    paintGround(painter, rect());
    painter.setFont(letterFont());
    for (int i = 0; i < visibleLanes(); ++i) {
        if (m_lanes[static_cast<std::size_t>(i)].series) paintLaneVector(painter, i);
    }
    paintFrame(painter);
}

}  // namespace ipclab

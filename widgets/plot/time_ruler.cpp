#include "plot/time_ruler.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace ipclab {
namespace {

constexpr int kTickPx = 4;
constexpr int kBesideFlagPx = 5;
constexpr int kRulerGapPx = 12;
constexpr double kBeyondPlotPx = 17;

int lineOf(const QFont& font) { return QFontMetrics(font).height() + 1; }

double placeOf(Nanoseconds t, const ColumnGrid& grid, const QRectF& place) {
    const auto length = static_cast<double>(std::max<Nanoseconds>(grid.end() - grid.start, 1));
    return std::round(place.left() + static_cast<double>(t - grid.start) / length * place.width());
}

bool sees(const ColumnGrid& grid, Nanoseconds t) { return t >= grid.start && t <= grid.end(); }

// A word on a ground of its own at a time, kept within the place.
void paintFlag(QPainter& painter, double x, const QString& text, const QRectF& place, const QColor& ground,
               const QColor& ink) {
    const double width = painter.fontMetrics().horizontalAdvance(text) + 2 * kBesideFlagPx;
    const double left = std::clamp(x - width / 2, place.left(), std::max(place.right() - width, place.left()));
    const QRectF flag(left, place.top() + 1, width, place.height() - 1);
    painter.fillRect(flag, ground);
    painter.setPen(ink);
    painter.drawText(flag, Qt::AlignCenter, text);
}

}  // namespace

TimeRuler::TimeRuler(TimeAxis* axis, QWidget* parent)
    : QWidget(parent), m_axis(axis), m_theme(ChartTheme::of(palette())) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(axis, &TimeAxis::nowAdvanced, this, &TimeRuler::advance);
    for (auto signal :
         {&TimeAxis::viewChanged, &TimeAxis::crosshairMoved, &TimeAxis::momentMoved, &TimeAxis::markersChanged})
        connect(axis, signal, this, qOverload<>(&QWidget::update));
    connect(axis, &TimeAxis::markersChanged, this, &TimeRuler::describe);
    describe();
}

void TimeRuler::setTheme(const ChartTheme& theme) {
    m_theme = theme;
    update();
}

void TimeRuler::setMargins(int left, int right) {
    m_left = left;
    m_right = right;
    update();
}

QSize TimeRuler::sizeHint() const { return {240, lineOf(chartLabelFont()) + kTickPx}; }

QRectF TimeRuler::place() const { return QRectF(m_left, 0, std::max(width() - m_left - m_right, 10), height()); }

// While following the labels stand still: only what is marked moves.
void TimeRuler::advance() {
    if (m_axis->isFollowing() && (m_axis->marker(Marker::A) || m_axis->marker(Marker::B) || m_axis->crosshair()))
        update();
}

void TimeRuler::describe() {
    setAccessibleName(tr("Time axis"));
    QStringList marks;
    for (const Marker which : {Marker::A, Marker::B}) {
        if (const auto t = m_axis->marker(which))
            marks << tr("%1 at %2")
                         .arg(which == Marker::A ? QStringLiteral("A") : QStringLiteral("B"), m_axis->format(*t));
    }
    setAccessibleDescription(marks.join(QStringLiteral(", ")));
}

void TimeRuler::paintLabels(QPainter& painter, const TimeAxis& axis, const ColumnGrid& grid, const QRectF& place,
                            const ChartTheme& theme) {
    painter.setFont(chartLabelFont());
    painter.setPen(theme.mutedText);
    for (const TimeTick& tick : axis.ticks(grid, place.width())) {
        const double x = placeOf(tick.t, grid, place);
        painter.drawLine(QPointF(x, place.top()), QPointF(x, place.top() + kTickPx - 1));
        const double length = painter.fontMetrics().horizontalAdvance(tick.label) + 2;
        const double left = std::min(x - length / 2, place.right() + kBeyondPlotPx - length);
        painter.drawText(QRectF(left, place.top() + kTickPx, length, place.height() - kTickPx),
                         Qt::AlignCenter | Qt::TextDontClip, tick.label);
    }
}

void TimeRuler::paintMarkers(QPainter& painter, const TimeAxis& axis, const ColumnGrid& grid, const QRectF& place,
                             const ChartTheme& theme) {
    QFont font = chartLabelFont();
    font.setBold(true);
    painter.setFont(font);
    const QColor ink = theme.dark ? QColor(0x16, 0x18, 0x1b) : QColor(Qt::white);
    for (const Marker which : {Marker::A, Marker::B}) {
        const auto t = axis.marker(which);
        if (!t || !sees(grid, *t)) continue;
        const QString name = which == Marker::A ? QStringLiteral("A") : QStringLiteral("B");
        paintFlag(painter, placeOf(*t, grid, place), name, place, theme.marker, ink);
    }
}

void TimeRuler::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.window);
    const QRectF room = place();
    m_grid = m_axis->grid(static_cast<int>(std::lround(room.width() * devicePixelRatioF())));
    paintLabels(painter, *m_axis, m_grid, room, m_theme);
    const QRectF beside(room.right() + kRulerGapPx, kTickPx, m_right - kRulerGapPx, height() - kTickPx);
    painter.setPen(m_theme.mutedText);
    painter.drawText(
        beside, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_axis->title(), Qt::ElideRight, static_cast<int>(beside.width())));
    paintMarkers(painter, *m_axis, m_grid, room, m_theme);
    painter.setFont(chartLabelFont());
    if (const auto moment = m_axis->moment(); moment && sees(m_grid, *moment))
        paintFlag(painter, placeOf(*moment, m_grid, room), m_axis->format(*moment), room, m_theme.selection,
                  m_theme.plot);
    const auto t = m_axis->crosshair();
    if (!t || !sees(m_grid, *t)) return;
    paintFlag(painter, placeOf(*t, m_grid, room), m_axis->format(*t), room, m_theme.text, m_theme.plot);
}

void TimeRuler::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
    QWidget::changeEvent(event);
}

}  // namespace ipclab

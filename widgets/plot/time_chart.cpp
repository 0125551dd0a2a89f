#include "plot/time_chart.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace ipclab {
namespace {

constexpr int kTopMargin = 24;
constexpr int kLeastPlotPx = 30;
constexpr int kTallPlotPx = 110;  // from there on the title of the axis stands along it
constexpr int kRightMargin = 18;
constexpr int kBottomMargin = 12;
constexpr int kLabelledBottomMargin = 38;
constexpr double kDragStartPx = 4;

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
    : QWidget(parent), m_axis(axis), m_overlay(new Overlay(this)), m_theme(ChartTheme::of(palette())) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, kLeastPlotPx + kTopMargin + kLabelledBottomMargin);
    m_emptyText = tr("Nothing recorded yet. Press Run, and the data appears here.");
    connect(axis, &TimeAxis::nowAdvanced, this, &TimeChart::advance);
    connect(axis, &TimeAxis::viewChanged, this, &TimeChart::viewChanged);
    connect(axis, &TimeAxis::crosshairMoved, this, &TimeChart::repaintPlot);
    connect(axis, &TimeAxis::markersChanged, this, &TimeChart::markersMoved);
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

void TimeChart::setTheme(const ChartTheme& theme) {
    m_theme = theme;
    refresh();
    repaintAll();
    emit themeChanged();
}

void TimeChart::setLeftMargin(int px) {
    if (px == m_leftMargin) return;
    m_leftMargin = px;
    layoutPlot();
    viewChanged();
}

void TimeChart::setTimeLabelsVisible(bool visible) {
    if (visible == m_timeLabels) return;
    m_timeLabels = visible;
    setMinimumHeight(kLeastPlotPx + kTopMargin + (visible ? kLabelledBottomMargin : kBottomMargin));
    layoutPlot();
    viewChanged();
}

int TimeChart::frameHeight() const { return kTopMargin + (m_timeLabels ? kLabelledBottomMargin : kBottomMargin); }

void TimeChart::setEventLabelsVisible(bool visible) {
    m_eventLabels = visible;
    repaintPlot();
}

QRectF TimeChart::plotArea() const {
    const int bottom = m_timeLabels ? kLabelledBottomMargin : kBottomMargin;
    return QRectF(m_leftMargin, kTopMargin, std::max(width() - m_leftMargin - kRightMargin, 10),
                  std::max(height() - kTopMargin - bottom, 10));
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
    // A readout reaches beyond a plot that is too low for it.
    const QRect plot = plotArea().toAlignedRect().adjusted(-9, -2, 9, 2);
    m_overlay->update(plot.height() < 150 ? rect() : plot);
}

void TimeChart::repaintAll() {
    update();
    m_overlay->update();
}

void TimeChart::addActionsTo(QMenu&) {}

// --- what changes

void TimeChart::advance() {
    if (m_axis->isFollowing() && m_mouse && !m_dragging) trackMouse(*m_mouse);
    if (isVisible()) dataChanged();
}

void TimeChart::viewChanged() {
    updateGrid();
    refresh();
    repaintAll();
}

void TimeChart::markersMoved() {
    const auto a = m_axis->marker(Marker::A), b = m_axis->marker(Marker::B);
    m_statistics = a && b ? statisticsBetween(std::min(*a, *b), std::max(*a, *b)) : ReadoutTable{};
    repaintPlot();
}

void TimeChart::resizeEvent(QResizeEvent*) { layOutNow(); }

void TimeChart::layOutNow() {
    m_overlay->setGeometry(rect());
    m_overlay->raise();
    layoutPlot();
    viewChanged();
}

void TimeChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) repaintAll();
    QWidget::changeEvent(event);
}

// --- mouse

void TimeChart::trackMouse(const QPointF& pos) {
    const bool inside = plotArea().adjusted(-0.5, 0, 0.5, 0).contains(pos);
    m_axis->setCrosshair(inside ? std::optional(timeAt(pos.x())) : std::nullopt);
}

void TimeChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    if (!plotArea().contains(event->position()) && pressedOutside(event->position())) return;
    m_press = event->position();
    m_dragging = false;
}

void TimeChart::mouseMoveEvent(QMouseEvent* event) {
    const QPointF pos = event->position();
    if (m_press && !m_dragging && std::abs(pos.x() - m_press->x()) > kDragStartPx && plotArea().contains(*m_press)) {
        m_dragging = true;
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_dragging) {
        m_axis->panByPixels(pos.x() - m_press->x(), plotArea().width());
        m_press = pos;
    }
    m_mouse = pos;
    trackMouse(pos);
    if (!m_dragging) hovered(pos, event->globalPosition().toPoint());
}

void TimeChart::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mouseReleaseEvent(event);
    if (m_press && !m_dragging && plotArea().contains(event->position())) clicked(event->position());
    m_press.reset();
    m_dragging = false;
    unsetCursor();
}

void TimeChart::leaveEvent(QEvent*) {
    m_mouse.reset();
    m_axis->setCrosshair(std::nullopt);
}

void TimeChart::wheelEvent(QWheelEvent* event) {
    if (!plotArea().contains(event->position())) return event->ignore();
    const QPoint delta = event->angleDelta();
    if (std::abs(delta.x()) > std::abs(delta.y())) {
        m_axis->panByPixels(delta.x() / 2.0, plotArea().width());
    } else {
        m_axis->zoom(std::pow(0.8, delta.y() / 120.0), timeAt(event->position().x()));
    }
    trackMouse(event->position());
    event->accept();
}

void TimeChart::contextMenuEvent(QContextMenuEvent* event) { emit contextMenuWanted(this, event->globalPos()); }

void TimeChart::focusInEvent(QFocusEvent*) { repaintAll(); }
void TimeChart::focusOutEvent(QFocusEvent*) { repaintAll(); }

bool TimeChart::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (eventTip(help->pos(), help->globalPos())) return true;
    }
    return QWidget::event(event);
}

bool TimeChart::eventTip(const QPoint& pos, const QPoint& globalPos) {
    if (std::abs(pos.y() - plotArea().top()) > 14) return false;
    QStringList lines;
    for (const ChartEvent& it : m_events) {
        if (std::abs(xOf(it.t) - pos.x()) < 5) lines << m_axis->format(it.t) + QStringLiteral("  ") + it.label;
    }
    if (lines.isEmpty()) return false;
    QToolTip::showText(globalPos, lines.join(QLatin1Char('\n')), this);
    return true;
}

// --- painting

void TimeChart::paintPicture(QPainter& painter, double rasterScale) {
    m_paintingPicture = true;
    m_rasterScale = rasterScale;
    updateGrid();
    refresh();
    markersMoved();
    paintPlot(painter);
    paintOverlay(painter, rect());
    m_paintingPicture = false;
}

void TimeChart::paintOverlay(QPainter& painter, const QRect& dirty) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (!plotArea().toAlignedRect().adjusted(-9, -2, 9, 2).contains(dirty)) paintFrameText(painter);
    if (isEmpty()) return paintEmptyText(painter);
    paintMarks(painter);
    paintEvents(painter);
    paintMarkers(painter);
    if (!m_paintingPicture) paintCrosshair(painter);
    const QRectF statistics = paintStatistics(painter);
    if (!m_paintingPicture) paintValues(painter, statistics);
    paintMarkerFlags(painter);
    if (hasFocus() && !m_paintingPicture) {
        painter.setPen(QPen(m_theme.selection, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(plotArea().adjusted(0, 0, 0, 0));
    }
}

void TimeChart::paintFrameText(QPainter& painter) {
    const QRectF plot = plotArea();
    painter.setFont(chartTitleFont());
    painter.setPen(m_theme.text);
    const QRectF strip(plot.left(), 2, plot.width(), kTopMargin - 4);
    painter.drawText(strip, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    const double titleWidth = painter.fontMetrics().horizontalAdvance(m_title);
    painter.setFont(chartLabelFont());
    painter.setPen(m_theme.mutedText);
    if (const QString beside = note(); !beside.isEmpty()) {
        const double room = subtitleEnd() - strip.left() - titleWidth - 12;
        painter.drawText(strip.adjusted(titleWidth + 12, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(beside, Qt::ElideRight, static_cast<int>(room)));
    } else if (const QString text = axisTitle(); !text.isEmpty()) {
        const double length = painter.fontMetrics().horizontalAdvance(text);
        if (plot.height() >= kTallPlotPx && length < plot.height()) {
            painter.save();
            painter.translate(std::max(plot.left() - 88, 2.0), plot.center().y());
            painter.rotate(-90);
            painter.drawText(QRectF(-length, 0, 2 * length, 16), Qt::AlignCenter, text);
            painter.restore();
        } else {
            const double room = subtitleEnd() - strip.left() - titleWidth - 20;
            const QString fitted = painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(room));
            if (room > 40)
                painter.drawText(strip.adjusted(titleWidth + 10, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, fitted);
        }
    }
    paintLabels(painter);
    if (m_timeLabels) paintTimeLabels(painter);
}

void TimeChart::paintTimeLabels(QPainter& painter) {
    const QRectF plot = plotArea();
    painter.setFont(chartLabelFont());
    painter.setPen(m_theme.mutedText);
    for (const TimeTick& tick : m_axis->ticks(m_grid, plot.width())) {
        const double x = std::round(xOf(tick.t));
        painter.drawLine(QPointF(x, plot.bottom() + 1), QPointF(x, plot.bottom() + 4));
        const double length = painter.fontMetrics().horizontalAdvance(tick.label) + 2;
        const double left = std::min(x - length / 2, static_cast<double>(width()) - length);
        painter.drawText(QRectF(left, plot.bottom() + 4, length, 16), Qt::AlignCenter, tick.label);
    }
    painter.drawText(QRectF(plot.left(), plot.bottom() + 20, plot.width(), 16), Qt::AlignCenter, m_axis->title());
}

void TimeChart::paintEmptyText(QPainter& painter) {
    const QRectF plot = plotArea();
    painter.setFont(font());
    painter.setPen(m_theme.mutedText);
    painter.drawText(plot.adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

// A tick for each event at the upper edge; its label where there is room before the next one.
void TimeChart::paintEvents(QPainter& painter) {
    const QRectF plot = plotArea();
    painter.setFont(chartLabelFont());
    double labelsEnd = plot.left() - 1;
    double lastX = -10;
    for (std::size_t i = 0; i < m_events.size(); ++i) {
        const ChartEvent& it = m_events[i];
        if (it.t < m_grid.start || it.t > m_grid.end()) continue;
        const double x = std::round(xOf(it.t));
        if (x - lastX < 1) continue;
        lastX = x;
        const QColor& color = m_theme.events[static_cast<std::size_t>(it.weight)];
        QColor line = color;
        line.setAlpha(m_theme.dark ? 130 : 110);
        painter.setPen(QPen(line, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, plot.top() + 6), QPointF(x, plot.bottom() - 1));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF triangle[3] = {{x - 4, plot.top()}, {x + 4, plot.top()}, {x, plot.top() + 6.5}};
        painter.drawPolygon(triangle, 3);
        painter.setRenderHint(QPainter::Antialiasing, false);
        const double length = painter.fontMetrics().horizontalAdvance(it.label) + 10;
        if (!m_eventLabels || x < labelsEnd || x + length > plot.right()) continue;
        const QRectF room(x + 6, plot.top() + 1, length - 2, 15);
        if (fillsPlot()) painter.fillRect(room.adjusted(-1, 0, 0, 0), m_theme.window);
        painter.setPen(color);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, it.label);
        labelsEnd = x + length;
    }
}

void TimeChart::paintMarkers(QPainter& painter) {
    const QRectF plot = plotArea();
    const auto a = m_axis->marker(Marker::A), b = m_axis->marker(Marker::B);
    if (a && b) {
        QColor band = m_theme.marker;
        band.setAlpha(22);
        const double left = std::max(xOf(std::min(*a, *b)), plot.left());
        const double right = std::min(xOf(std::max(*a, *b)), plot.right());
        if (right > left) painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), band);
    }
    for (Marker which : {Marker::A, Marker::B}) {
        const auto t = m_axis->marker(which);
        if (!t || *t < m_grid.start || *t > m_grid.end()) continue;
        const double x = std::round(xOf(*t));
        painter.setPen(QPen(m_theme.marker, 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
}

void TimeChart::paintMarkerFlags(QPainter& painter) {
    const QRectF plot = plotArea();
    QFont font = chartLabelFont();
    font.setBold(true);
    painter.setFont(font);
    for (Marker which : {Marker::A, Marker::B}) {
        const auto t = m_axis->marker(which);
        if (!t || *t < m_grid.start || *t > m_grid.end()) continue;
        const double x = std::round(xOf(*t));
        const double side = which == Marker::A ? x - 15 : x;
        const QRectF flag(std::clamp(side, plot.left(), plot.right() - 15), plot.bottom() - 16, 15, 15);
        painter.fillRect(flag, m_theme.marker);
        painter.setPen(m_theme.dark ? QColor(0x16, 0x18, 0x1b) : QColor(Qt::white));
        painter.drawText(flag, Qt::AlignCenter, which == Marker::A ? QStringLiteral("A") : QStringLiteral("B"));
    }
}

void TimeChart::paintCrosshair(QPainter& painter) {
    const auto t = m_axis->crosshair();
    const QRectF plot = plotArea();
    if (!t || *t < m_grid.start || *t > m_grid.end()) return;
    const double x = std::round(xOf(*t));
    painter.setPen(QPen(m_theme.crosshair, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() - 1));
}

void TimeChart::paintValues(QPainter& painter, const QRectF& avoid) {
    const auto t = m_axis->crosshair();
    const QRectF plot = plotArea();
    if (!t || *t < m_grid.start || *t > m_grid.end()) return;
    const double x = std::round(xOf(*t));
    const ReadoutTable values{{}, valuesAt(*t)};
    if (values.rows.empty()) return;
    paintReadout(painter, {x, plot.top() + 4}, x > plot.center().x(), m_axis->format(*t), values, avoid);
}

QRectF TimeChart::paintStatistics(QPainter& painter) {
    if (m_statistics.rows.empty()) return {};
    const auto a = m_axis->marker(Marker::A), b = m_axis->marker(Marker::B);
    if (!a || !b) return {};
    const QRectF plot = plotArea();
    const QString heading = tr("A to B: Δt = %1").arg(TimeAxis::formatSpan(*b - *a));
    // Beside the span, on the side with more room.
    const double left = xOf(std::min(*a, *b)), right = xOf(std::max(*a, *b));
    const bool flip = left - plot.left() > plot.right() - right;
    const double x = std::clamp(flip ? left : right, plot.left(), plot.right());
    return paintReadout(painter, {x, plot.top() + 4}, flip, heading, m_statistics);
}

// A small table: a heading, then a row for each name with its values right-aligned in columns.
QRectF TimeChart::paintReadout(QPainter& painter, const QPointF& anchor, bool flip, const QString& heading,
                               const ReadoutTable& table, const QRectF& avoid) {
    const QStringList& columns = table.columns;
    const std::vector<ReadoutRow>& rows = table.rows;
    painter.setFont(chartLabelFont());
    const QFontMetrics metrics = painter.fontMetrics();
    const int rowHeight = metrics.height() + 1;
    int nameWidth = 0;
    std::vector<int> widths;
    auto widen = [&](const QStringList& values) {
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(values.size())), 0);
        for (int i = 0; i < values.size(); ++i) {
            int& width = widths[static_cast<std::size_t>(i)];
            width = std::max(width, metrics.horizontalAdvance(values[i]));
        }
    };
    widen(columns);
    for (const ReadoutRow& row : rows) {
        nameWidth = std::max(nameWidth, metrics.horizontalAdvance(row.name) + (row.color.isValid() ? 14 : 0));
        widen(row.values);
    }
    int inner = nameWidth;
    for (int width : widths) inner += width + 12;
    inner = std::max(inner, metrics.horizontalAdvance(heading));
    const QRectF plot = plotArea();
    const int headers = columns.isEmpty() ? 1 : 2;
    const int room =
        std::max(std::max(static_cast<int>(plot.height()) - 16, std::min(height() - 12, 130)) / rowHeight, headers);
    const int shown = std::min(static_cast<int>(rows.size()), room - headers);
    if (shown <= 0) return {};
    QRectF box(flip ? anchor.x() - inner - 26 : anchor.x() + 10, anchor.y(), inner + 16,
               (shown + headers) * rowHeight + 9);
    const auto keepInside = [&] {
        box.moveLeft(
            std::clamp(box.left(), plot.left() + 2, std::max(plot.right() - box.width() - 2, plot.left() + 2)));
    };
    box.moveTop(std::max(std::min(box.top(), height() - box.height() - 3), 1.0));
    keepInside();
    const double other = flip ? anchor.x() + 10 : anchor.x() - box.width() - 10;
    for (double left : {other, avoid.left() - box.width() - 4, avoid.right() + 4}) {
        if (!box.intersects(avoid)) break;
        box.moveLeft(left);
        keepInside();
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.frame, 1));
    painter.setBrush(m_theme.readout);
    painter.drawRoundedRect(box.translated(0.5, 0.5), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    QRectF line(box.left() + 8, box.top() + 5, inner, rowHeight);
    painter.setPen(m_theme.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, heading);
    line.translate(0, rowHeight);
    auto values = [&](const QStringList& texts) {
        double x = line.right();
        for (int i = static_cast<int>(texts.size()) - 1; i >= 0; --i) {
            const int width = widths[static_cast<std::size_t>(i)];
            painter.drawText(QRectF(x - width, line.top(), width + 1, rowHeight), Qt::AlignRight | Qt::AlignVCenter,
                             texts[i]);
            x -= width + 12;
        }
    };
    if (!columns.isEmpty()) {
        painter.setPen(m_theme.mutedText);
        values(columns);
        line.translate(0, rowHeight);
    }
    for (int i = 0; i < shown; ++i) {
        const ReadoutRow& row = rows[static_cast<std::size_t>(i)];
        double indent = 0;
        if (row.color.isValid()) {
            painter.fillRect(QRectF(line.left(), line.center().y() - 1.5, 9, 3), row.color);
            indent = 14;
        }
        painter.setPen(m_theme.mutedText);
        painter.drawText(line.adjusted(indent, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, row.name);
        painter.setPen(m_theme.text);
        values(row.values);
        line.translate(0, rowHeight);
    }
    return box;
}

}  // namespace ipclab

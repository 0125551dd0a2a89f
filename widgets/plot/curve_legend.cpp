#include "plot/curve_legend.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "plot/plain_tip.h"

namespace ipclab {
namespace {

constexpr int kCurveLinePx = 18;
constexpr int kCurveNameGapPx = 6;
constexpr int kBetweenCurvesPx = 18;
constexpr std::size_t kAlwaysNamed = 3;  // shortened where they must be
constexpr int kLeastNamePx = 28;

}  // namespace

QString CurveLegend::moreText(std::size_t count) { return tr("+ %1 more").arg(count); }

CurveLegend::CurveLegend(QWidget* parent) : QWidget(parent), m_theme(ChartTheme::of(palette())) {
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);  // what it does not use goes on to the chart
}

void CurveLegend::setEntries(std::vector<Entry> entries) {
    m_entries = std::move(entries);
    layOut();
    update();
}

void CurveLegend::setTheme(const ChartTheme& theme) {
    m_theme = theme;
    update();
}

void CurveLegend::setRoom(const QRect& room) {
    setGeometry(room);
    layOut();
}

// From the right end, once it is known how many have room.
void CurveLegend::layOut() {
    m_shown.clear();
    m_more = {};
    const QFontMetrics metrics(chartLabelFont());
    const int frame = kCurveLinePx + kCurveNameGapPx;
    std::vector<int> widths;
    int used = 0;
    const auto needed = [&](std::size_t i) { return (i > 0 ? kBetweenCurvesPx : 0) + widths[i]; };
    for (const Entry& entry : m_entries) {
        widths.push_back(frame + metrics.horizontalAdvance(entry.name) + 1);
        used += needed(widths.size() - 1);
        if (used > width() && widths.size() > kAlwaysNamed) break;
    }
    std::size_t fits = widths.size();
    const int share = (width() + kBetweenCurvesPx) / std::max(static_cast<int>(fits), 1) - kBetweenCurvesPx;
    const int least = frame + kLeastNamePx;
    const int more = kBetweenCurvesPx + metrics.horizontalAdvance(moreText(m_entries.size()));
    if (used > width() && m_entries.size() <= kAlwaysNamed && share >= least) {
        for (int& each : widths) each = std::min(each, share);
    } else if (fits < m_entries.size() || used > width()) {
        fits = 0;
        widths[0] = std::min(widths[0], std::max(width() - more, least));
        for (used = more; fits < widths.size() && used + needed(fits) <= width(); ++fits) used += needed(fits);
        m_more = QRect(width() - more + kBetweenCurvesPx, 0, more - kBetweenCurvesPx, height());
    }
    int x = width() - (m_more.isEmpty() ? 0 : more);
    for (std::size_t i = fits; i-- > 0;) {
        x -= widths[i];
        m_shown.insert(m_shown.begin(), QRect(x, 0, widths[i], height()));
        x -= kBetweenCurvesPx;
    }
}

int CurveLegend::begin() const {
    if (!m_shown.empty()) return x() + m_shown.front().left();
    return m_more.isEmpty() ? geometry().right() : x() + m_more.left();
}

QRect CurveLegend::entryRect(std::size_t index) const { return index < m_shown.size() ? m_shown[index] : QRect(); }

std::optional<std::size_t> CurveLegend::entryAt(const QPoint& pos) const {
    const auto found = std::ranges::find_if(m_shown, [&](const QRect& rect) { return rect.contains(pos); });
    if (found == m_shown.end()) return std::nullopt;
    return static_cast<std::size_t>(found - m_shown.begin());
}

void CurveLegend::paint(QPainter& painter, const QPoint& offset) const {
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        const Entry& entry = m_entries[i];
        const QRectF rect = m_shown[i].translated(offset);
        QColor line = entry.color, ink = m_theme.text;
        QFont font = chartLabelFont();
        if (entry.hidden) {
            line.setAlpha(70);
            ink = m_theme.mutedText;
            ink.setAlpha(120);
            font.setStrikeOut(true);
        }
        painter.setPen(QPen(line, 2, entry.style, Qt::FlatCap));
        painter.drawLine(QPointF(rect.left(), rect.center().y()),
                         QPointF(rect.left() + kCurveLinePx, rect.center().y()));
        painter.setFont(font);
        painter.setPen(ink);
        const QRectF room = rect.adjusted(kCurveLinePx + kCurveNameGapPx, 0, 1, 0);
        const QString name =
            painter.fontMetrics().elidedText(entry.name, Qt::ElideRight, static_cast<int>(room.width()));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, name);
    }
    if (m_more.isEmpty()) return;
    painter.setFont(chartLabelFont());
    painter.setPen(m_theme.mutedText);
    painter.drawText(m_more.translated(offset), Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                     moreText(m_entries.size() - m_shown.size()));
}

void CurveLegend::paintInto(QPainter& painter) const { paint(painter, pos()); }

void CurveLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter, {});
}

void CurveLegend::mousePressEvent(QMouseEvent* event) {
    const auto entry = event->button() == Qt::LeftButton ? entryAt(event->pos()) : std::nullopt;
    if (!entry) return event->ignore();
    emit entryClicked(static_cast<int>(*entry));
}

void CurveLegend::mouseMoveEvent(QMouseEvent* event) {
    setCursor(entryAt(event->pos()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    event->ignore();
}

bool CurveLegend::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const auto entry = entryAt(help->pos()))
            QToolTip::showText(help->globalPos(), plainTip(m_entries[*entry].name), this, m_shown[*entry]);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace ipclab

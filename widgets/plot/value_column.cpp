#include "plot/value_column.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "plot/plain_tip.h"
#include "plot/state_palette.h"

namespace ipclab {
namespace {

constexpr int kMarkPx = 16;
constexpr int kMarkGapPx = 6;
constexpr int kBeforeValuePx = 8;
constexpr int kTilePx = 14;

}  // namespace

ValueColumn::ValueColumn(QWidget* parent) : QWidget(parent), m_theme(ChartTheme::of(palette())) {
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
}

void ValueColumn::setRows(std::vector<ValueRow> rows) {
    if (rows == m_rows) return;
    const bool same = std::ranges::equal(rows, m_rows, {}, &ValueRow::name, &ValueRow::name);
    m_rows = std::move(rows);
    if (!same) m_widest.assign(m_rows.size(), 0);
    breakLines();
    update();
}

int ValueColumn::valuePx(std::size_t index) const { return m_widest[index] > 0 ? m_widest[index] + kBeforeValuePx : 0; }

int ValueColumn::marksPx() const {
    const auto hasMark = [](const ValueRow& row) { return row.state || row.color.isValid(); };
    return m_pitch || std::ranges::any_of(m_rows, hasMark) ? kMarkPx + kMarkGapPx : 0;
}

bool ValueColumn::fitsOneLine(std::size_t index) const {
    const int name = QFontMetrics(chartLabelFont()).horizontalAdvance(m_rows[index].name);
    return marksPx() + name + valuePx(index) <= width() + 1;
}

// Two for each that needs them, if there is room for all; else one for each.
void ValueColumn::breakLines() {
    const QFontMetrics metrics(chartLabelFont());
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_widest[i] = std::max(m_widest[i], metrics.horizontalAdvance(m_rows[i].value));
    for (const bool broken : {true, false}) {
        m_lines.assign(1, 0);
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_lines.push_back(m_lines.back() + (broken && !m_pitch && !fitsOneLine(i) ? 2 : 1));
        if (static_cast<double>(m_lines.back()) * pitch() <= height() + 0.01) return;
    }
}

void ValueColumn::resizeEvent(QResizeEvent*) { breakLines(); }

void ValueColumn::setTheme(const ChartTheme& theme) {
    m_theme = theme;
    update();
}

void ValueColumn::setPlace(int topPx, std::optional<double> pitchPx) {
    m_top = topPx;
    m_pitch = pitchPx;
    breakLines();
    update();
}

double ValueColumn::pitch() const { return m_pitch.value_or(QFontMetrics(chartLabelFont()).height()); }

// Beside the plot; many rows begin beside the title already.
double ValueColumn::top() const {
    if (m_pitch) return m_top;
    return std::clamp(height() - pitch() * static_cast<double>(m_lines.back()), 0.0, static_cast<double>(m_top));
}

std::size_t ValueColumn::room() const {
    return static_cast<std::size_t>(std::max((height() - top()) / pitch() + 0.01, 0.0));
}

std::size_t ValueColumn::shownRows() const {
    return m_lines.back() <= room() ? m_rows.size() : std::max<std::size_t>(room(), 1) - 1;
}

QRect ValueColumn::rowRect(std::size_t index) const {
    if (index >= shownRows()) return {};
    const auto begin = static_cast<double>(m_lines[index]), end = static_cast<double>(m_lines[index + 1]);
    return QRectF(0, top() + begin * pitch(), width(), (end - begin) * pitch()).toRect();
}

QRect ValueColumn::moreRect() const {
    if (shownRows() == m_rows.size()) return {};
    return QRectF(0, top() + static_cast<double>(m_lines[shownRows()]) * pitch(), width(), pitch()).toRect();
}

std::optional<std::size_t> ValueColumn::rowAt(const QPoint& pos) const {
    for (std::size_t i = 0; i < shownRows(); ++i) {
        if (rowRect(i).contains(pos)) return i;
    }
    return std::nullopt;
}

int ValueColumn::widthOf(const std::vector<ValueRow>& rows) {
    const QFontMetrics metrics(chartLabelFont());
    int widest = 0;
    for (const ValueRow& row : rows) widest = std::max(widest, metrics.horizontalAdvance(row.name));
    return widest > 0 ? widest + kMarkPx + kMarkGapPx + 1 : 0;
}

int ValueColumn::usualValuePx() {
    return QFontMetrics(chartLabelFont()).horizontalAdvance(QStringLiteral("00.0 KiB")) + kBeforeValuePx;
}

QString ValueColumn::shortened(const QString& name, const QFontMetrics& metrics, int px) {
    static const QString between = QStringLiteral(" · ");
    const qsizetype at = name.lastIndexOf(between);
    const QString what = at < 0 ? QString() : name.mid(at);
    const int whosePx = px - metrics.horizontalAdvance(what);
    if (at < 0 || metrics.horizontalAdvance(name) <= px) return metrics.elidedText(name, Qt::ElideRight, px);
    const QString whose = name.left(at);
    const int leastPx = std::min(metrics.horizontalAdvance(whose) + 1, px * 3 / 5);
    if (whosePx >= leastPx) return metrics.elidedText(whose, Qt::ElideRight, whosePx) + what;
    // Of several words the last tells it from the others: "response p50", "response p90".
    const QString kept = metrics.elidedText(whose, Qt::ElideRight, leastPx) + between;
    const int leftPx = px - metrics.horizontalAdvance(kept);
    const bool several = what.mid(between.size()).contains(QLatin1Char(' '));
    const QString rest =
        metrics.elidedText(what.mid(between.size()), several ? Qt::ElideLeft : Qt::ElideRight, std::max(leftPx, 0));
    return rest.size() > 1 ? kept + rest : metrics.elidedText(name, Qt::ElideRight, px);
}

void ValueColumn::paintMark(QPainter& painter, const ValueRow& row, const QRect& rect) const {
    if (row.state) {
        const QRect tile(rect.left(), rect.center().y() - kTilePx / 2 + 1, kTilePx, kTilePx);
        return StatePalette::paintSwatch(painter, tile, *row.state, m_theme.dark);
    }
    if (!row.color.isValid()) return;
    QColor line = row.color;
    if (row.hidden) line.setAlpha(70);
    painter.setPen(QPen(line, 2, row.style, Qt::FlatCap));
    const double y = QRectF(rect).center().y();
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.left() + kMarkPx, y));
}

void ValueColumn::paintRow(QPainter& painter, std::size_t index, const QRect& rect) const {
    const ValueRow& row = m_rows[index];
    const bool broken = m_lines[index + 1] - m_lines[index] > 1;
    const QRect first(rect.left(), rect.top(), rect.width(), broken ? rect.height() / 2 : rect.height());
    paintMark(painter, row, first);
    QFont font = chartLabelFont();
    font.setStrikeOut(row.hidden);
    painter.setFont(font);
    const QFontMetrics metrics = painter.fontMetrics();
    QColor ink = m_theme.text;
    if (row.hidden) ink = m_theme.mutedText;
    const int worth = row.value.isEmpty() || broken ? 0 : metrics.horizontalAdvance(row.value) + kBeforeValuePx;
    const QRect room = first.adjusted(marksPx(), 0, 1, 0);
    painter.setPen(ink);
    painter.drawText(room.adjusted(0, 0, -worth, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                     shortened(row.name, metrics, std::max(room.width() - worth, 0)));
    if (row.value.isEmpty()) return;
    font.setStrikeOut(false);
    painter.setFont(font);
    painter.setPen(row.state ? m_theme.mutedText : ink);
    painter.drawText(rect, Qt::AlignRight | (broken ? Qt::AlignBottom : Qt::AlignVCenter) | Qt::TextDontClip,
                     row.value);
}

void ValueColumn::paint(QPainter& painter, const QPoint& offset) const {
    for (std::size_t i = 0; i < shownRows(); ++i) paintRow(painter, i, rowRect(i).translated(offset));
    const QRect more = moreRect();
    if (more.isEmpty()) return;
    painter.setFont(chartLabelFont());
    painter.setPen(m_theme.mutedText);
    painter.drawText(more.translated(offset).adjusted(marksPx(), 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                     tr("+ %1 more").arg(m_rows.size() - shownRows()));
}

void ValueColumn::paintInto(QPainter& painter) const { paint(painter, pos()); }

void ValueColumn::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter, {});
}

void ValueColumn::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    if (const auto row = rowAt(event->pos())) {
        emit rowClicked(static_cast<int>(*row));
    } else if (moreRect().contains(event->pos())) {
        emit moreWanted(event->globalPosition().toPoint());
    } else {
        event->ignore();
    }
}

void ValueColumn::mouseMoveEvent(QMouseEvent* event) {
    const bool useful = rowAt(event->pos()) || moreRect().contains(event->pos());
    setCursor(useful ? Qt::PointingHandCursor : Qt::ArrowCursor);
    event->ignore();
}

bool ValueColumn::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const auto row = rowAt(help->pos())) {
            const ValueRow& it = m_rows[*row];
            const QString text = it.value.isEmpty() ? it.name : QStringLiteral("%1: %2").arg(it.name, it.value);
            QToolTip::showText(help->globalPos(), plainTip(text), this, rowRect(*row));
        }
        return true;
    }
    return QWidget::event(event);
}

}  // namespace ipclab

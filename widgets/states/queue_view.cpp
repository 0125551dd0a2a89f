#include "states/queue_view.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "bridge/words.h"
#include "plot/chart_theme.h"
#include "plot/plain_tip.h"
#include "plot/state_palette.h"
#include "states/measures.h"

namespace ipclab {
namespace {

constexpr double kPlaceGap = 6, kRowPadding = 4;
constexpr double kLengthWidth = 44;

}  // namespace

QueueView::QueueView(const RunSource& source, QWidget* parent) : QWidget(parent), m_source(source) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&source, &RunSource::viewAboutToChange, this, [this] {
        m_queues = {};
        m_places.clear();
    });
    connect(&source, &RunSource::viewChanged, this, &QueueView::refresh);
    connect(&source, &RunSource::figuresDue, this, &QueueView::refresh);
}

void QueueView::setShown(bool shown) {
    m_shown = shown;
    if (shown) refresh();
}

void QueueView::setSelection(const Selection& selection) {
    m_selection = selection;
    update();
}

void QueueView::retranslate() { refresh(); }

void QueueView::refresh() {
    if (!m_shown) return;
    m_queues = queueRowsOf(m_source.view());
    m_all = countIn(m_queues);
    keepMatching();
    m_places = placesFor(width());
    const int wanted = heightForWidth(width());
    if (minimumHeight() != wanted) setMinimumHeight(wanted);
    QStringList lines;
    for (const QueueRow& row : m_queues.rows)
        lines << tr("%1: %2").arg(nameOf(row), QString::number(row.length, 'f', 1));
    setAccessibleDescription(lines.isEmpty() ? emptyText() : lines.join(QLatin1Char('\n')));
    update();
}

QString QueueView::nameOf(const QueueRow& row) const {
    if (row.state == ProcessState::Runnable) return tr("ready or running");
    if (row.state != ProcessState::Waiting) return StatePalette::name(row.state);
    const QString what = Words::waitsFor(row.waiting, m_source.view());
    return what.isEmpty() ? tr("waiting, the reason is not known") : tr("waiting for %1").arg(what);
}

QString QueueView::chipText(const QueueMember& member) const {
    const QString name = QString::fromStdString(member.name);
    return member.process ? name : QStringLiteral("%1 %2").arg(name).arg(member.pid);
}

double QueueView::chipWidth(const QueueMember& member) const {
    const double text = QFontMetricsF(font()).horizontalAdvance(chipText(member));
    const double share = QFontMetricsF(font()).horizontalAdvance(QStringLiteral("100 %"));
    return std::ceil(std::min(text, 150.0) + share + 26);
}

double QueueView::nameWidth(int width) const {
    double widest = 120;
    for (const QueueRow& row : m_queues.rows)
        widest = std::max(widest, QFontMetricsF(font()).horizontalAdvance(nameOf(row)) + kChipSwatch + 10);
    return std::min(widest, width * 0.4);
}

std::vector<QueueView::Place> QueueView::placesFor(int width) const {
    std::vector<Place> places;
    const double left = kViewMargin + nameWidth(width) + kLengthWidth + 2 * kPlaceGap;
    const double right = std::max(width - kViewMargin, left + 80);
    double y = kViewMargin;
    for (const QueueRow& row : m_queues.rows) {
        Place place;
        double x = left, top = y + kRowPadding;
        for (const QueueMember& member : row.members) {
            const double wide = std::min(chipWidth(member), right - left);
            if (x > left && x + wide > right) {
                x = left;
                top += kChipHeight + kPlaceGap;
            }
            place.chips.emplace_back(x, top, wide, kChipHeight);
            x += wide + kPlaceGap;
        }
        const double bottom = top + kChipHeight + kRowPadding;
        place.row = QRectF(kViewMargin, y, right - kViewMargin, bottom - y);
        places.push_back(std::move(place));
        y = bottom;
    }
    return places;
}

int QueueView::heightForWidth(int width) const {
    const auto places = placesFor(width);
    return places.empty() ? 84 : static_cast<int>(std::ceil(places.back().row.bottom() + kViewMargin));
}

QSize QueueView::sizeHint() const { return {480, heightForWidth(std::max(width(), 480))}; }

QRectF QueueView::chipRect(std::size_t row, std::size_t member) const { return m_places.at(row).chips.at(member); }

void QueueView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_places = placesFor(width());
}

QString QueueView::emptyText() const {
    const RunData& run = m_source.view();
    if (m_all > 0) return tr("No process in a queue has these words. Clear the filter to see all of them.");
    if (run.endNs != 0)
        return tr("The run has ended: the queues are empty. The chart of queue lengths shows how they were.");
    return m_source.isActive() && run.observer.level == ObserveLevel::Off
               ? tr("States are not observed (observe: off), so nobody knows who is in which queue.")
               : tr("During a run: who runs, who is ready, and who waits for what.");
}

void QueueView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_queues.rows.empty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, emptyText());
        return;
    }
    for (std::size_t i = 0; i < m_queues.rows.size() && i < m_places.size(); ++i) paintRow(painter, i);
}

void QueueView::paintRow(QPainter& painter, std::size_t index) const {
    const QueueRow& row = m_queues.rows[index];
    const Place& place = m_places[index];
    const ChartTheme& theme = ChartTheme::of(palette());
    if (index > 0) {
        painter.setPen(QPen(theme.grid, 1));
        painter.drawLine(QPointF(place.row.left(), std::round(place.row.top()) + 0.5),
                         QPointF(place.row.right(), std::round(place.row.top()) + 0.5));
    }
    const double top = place.row.top() + kRowPadding;
    StatePalette::paintSwatch(painter,
                              QRectF(place.row.left(), top + (kChipHeight - kChipSwatch) / 2, kChipSwatch, kChipSwatch),
                              row.state, theme.dark);
    painter.setPen(palette().color(QPalette::WindowText));
    const double width = nameWidth(this->width());
    const QRectF name(place.row.left() + kChipSwatch + 8, top, width - kChipSwatch - 8, kChipHeight);
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(nameOf(row), Qt::ElideRight, static_cast<int>(name.width())));
    const QRectF length(place.row.left() + width + kPlaceGap, top, kLengthWidth, kChipHeight);
    painter.drawText(length, Qt::AlignRight | Qt::AlignVCenter, QString::number(row.length, 'f', 2));
    for (std::size_t i = 0; i < row.members.size(); ++i) paintChip(painter, row, row.members[i], place.chips[i]);
}

void QueueView::paintChip(QPainter& painter, const QueueRow& row, const QueueMember& member, const QRectF& rect) const {
    const ChartTheme& theme = ChartTheme::of(palette());
    const bool chosen = member.process && m_selection == m_source.partAt(Selection::Kind::Process, *member.process);
    const QRectF box = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(box, 4, 4);
    painter.fillPath(shape, theme.plot);
    painter.save();
    painter.setClipPath(shape);
    QColor fill = StatePalette::style(row.state, theme.dark).fill;
    fill.setAlphaF(theme.dark ? 0.5F : 0.38F);
    painter.fillRect(QRectF(box.left(), box.top(), box.width() * member.share, box.height()), fill);
    painter.restore();
    const QColor frame = member.now ? palette().color(QPalette::WindowText) : theme.frame;
    painter.setPen(QPen(chosen ? palette().color(QPalette::Highlight) : frame, chosen ? 2 : member.now ? 1.4 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
    painter.setPen(palette().color(QPalette::WindowText));
    const QString share = QStringLiteral("%1 %").arg(qRound(member.share * 100));
    const double shareWidth = painter.fontMetrics().horizontalAdvance(QStringLiteral("100 %"));
    const QRectF text = box.adjusted(8, 0, -shareWidth - 12, 0);
    painter.drawText(
        text, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(chipText(member), Qt::ElideMiddle, static_cast<int>(text.width()) + 1));
    painter.drawText(box.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, share);
}

void QueueView::mousePressEvent(QMouseEvent* event) {
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        for (std::size_t k = 0; k < m_places[i].chips.size(); ++k) {
            const QueueMember& member = m_queues.rows[i].members[k];
            if (m_places[i].chips[k].contains(event->position()) && member.process)
                emit selectionChosen(m_source.partAt(Selection::Kind::Process, *member.process));
        }
    }
}

bool QueueView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (!m_places[i].row.contains(help->pos())) continue;
        QString tip = tr("%1: %2 processes on the mean of the last second.")
                          .arg(nameOf(m_queues.rows[i]), QString::number(m_queues.rows[i].length, 'f', 2));
        for (std::size_t k = 0; k < m_places[i].chips.size(); ++k) {
            const QueueMember& member = m_queues.rows[i].members[k];
            if (!m_places[i].chips[k].contains(help->pos())) continue;
            tip = tr("%1 (pid %2) spent %3 % of the last second here.")
                      .arg(QString::fromStdString(member.name))
                      .arg(member.pid)
                      .arg(member.share * 100, 0, 'f', 1);
            if (member.now) tip += QLatin1Char('\n') + tr("It is here now.");
        }
        QToolTip::showText(help->globalPos(), plainTip(tip), this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

}  // namespace ipclab

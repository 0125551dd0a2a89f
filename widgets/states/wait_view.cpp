#include "states/wait_view.h"

#include <QEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <map>

#include "bridge/words.h"
#include "plot/chart_theme.h"
#include "plot/plain_tip.h"
#include "plot/state_palette.h"
#include "states/measures.h"

namespace ipclab {
namespace {

constexpr double kNodeHeight = 28;
constexpr double kWidestNode = 150;
constexpr double kLeastGap = 84, kMostGap = 220;

QFont smallFont(QFont font) {
    if (font.pointSizeF() > 0) font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

}  // namespace

WaitView::WaitView(const RunSource& source, QWidget* parent) : QWidget(parent), m_source(source) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&source, &RunSource::viewAboutToChange, this, [this] { m_waits = {}; });
    connect(&source, &RunSource::viewChanged, this, [this] {
        updateGeometry();
        update();
    });
    connect(&source, &RunSource::figuresDue, this, qOverload<>(&QWidget::update));
}

void WaitView::setWaits(const WaitRows& waits, const QString& summary) {
    m_waits = waits;
    m_summary = summary;
    setAccessibleDescription(summary);
    update();
}

void WaitView::setSelection(const Selection& selection) {
    m_selection = selection;
    update();
}

double WaitView::nodeWidth() const {
    double widest = 0;
    for (const ProcessData& process : m_source.view().processes)
        widest = std::max(widest, QFontMetricsF(font()).horizontalAdvance(QString::fromStdString(process.name)));
    return std::min(widest + kChipSwatch + 26, kWidestNode);
}

QSize WaitView::minimumSizeHint() const {
    const auto count = static_cast<double>(m_source.view().processes.size());
    return {static_cast<int>(2 * kViewMargin + count * nodeWidth() + std::max(count - 1, 0.0) * kLeastGap), 84};
}

double WaitView::gap() const {
    const auto count = static_cast<double>(m_source.view().processes.size());
    if (count < 2) return 0;
    return std::clamp((width() - 2 * kViewMargin - count * nodeWidth()) / (count - 1), kLeastGap, kMostGap);
}

double WaitView::rowTop() const { return (height() - kNodeHeight) / 2; }

QRectF WaitView::nodeRect(std::uint32_t process) const {
    const auto count = static_cast<double>(m_source.view().processes.size());
    const double all = count * nodeWidth() + std::max(count - 1, 0.0) * gap();
    const double left = std::max((width() - all) / 2, kViewMargin);
    return {left + process * (nodeWidth() + gap()), rowTop(), nodeWidth(), kNodeHeight};
}

// Longer arrows stand higher, so that none crosses the label of another; in storeys that fill the height there is.
std::vector<WaitView::Arc> WaitView::arcs() const {
    const std::size_t count = m_source.view().processes.size();
    std::vector<const WaitRow*> rows;
    for (const WaitRow& row : m_waits.rows) {
        if (row.process < count && row.waitsFor < count) rows.push_back(&row);
    }
    const auto distance = [](const WaitRow* row) {
        return std::abs(static_cast<int>(row->process) - static_cast<int>(row->waitsFor));
    };
    std::ranges::stable_sort(rows, {}, distance);
    std::vector<std::pair<const WaitRow*, int>> placed;
    std::map<bool, int> storeys;
    const auto overlap = [](const WaitRow* a, const WaitRow* b) {
        const auto [aLow, aHigh] = std::minmax(a->process, a->waitsFor);
        const auto [bLow, bHigh] = std::minmax(b->process, b->waitsFor);
        return std::max(aLow, bLow) < std::min(aHigh, bHigh) || (aLow == aHigh && aLow == bLow);
    };
    for (const WaitRow* row : rows) {
        const bool right = row->waitsFor >= row->process;
        int storey = 0;
        for (const auto& [other, at] : placed) {
            if ((other->waitsFor >= other->process) == right && overlap(row, other)) storey = std::max(storey, at + 1);
        }
        placed.emplace_back(row, storey);
        storeys[right] = std::max(storeys[right], storey + 1);
    }
    std::vector<Arc> found;
    for (const auto& [row, storey] : placed)
        found.push_back(arcOf(*row, storey, storeys[row->waitsFor >= row->process]));
    return found;
}

WaitView::Arc WaitView::arcOf(const WaitRow& row, int storey, int storeys) const {
    const QRectF from = nodeRect(row.process), to = nodeRect(row.waitsFor);
    const bool right = row.waitsFor >= row.process;
    const double side = right ? -1 : 1;
    const double edge = right ? from.top() : from.bottom();
    const double room = rowTop() - 12;
    const double height = std::min(room * (storey + 1) / storeys, 26.0 + 24.0 * storey);
    const bool self = row.process == row.waitsFor;
    const double shift = from.width() * 0.22 * (right ? 1 : -1);
    const QPointF a(from.center().x() + (self ? -14 : shift), edge);
    const QPointF b(to.center().x() + (self ? 14 : -shift), edge);
    const double bend = side * height * 4 / 3;
    Arc arc{.row = &row, .path = QPainterPath(a), .tip = b, .from = {}, .apex = {}, .spanPx = 0};
    const double lean = self ? 0 : (b.x() - a.x()) * 0.12;
    arc.from = b + QPointF(-lean, bend);
    arc.path.cubicTo(a + QPointF(lean, bend), arc.from, b);
    arc.apex = QPointF((a.x() + b.x()) / 2, edge + side * height);
    arc.spanPx = self ? nodeWidth() : std::abs(b.x() - a.x()) * 0.82;
    return arc;
}

QColor WaitView::colorOf(const WaitRow& row) const {
    const ChartTheme& theme = ChartTheme::of(palette());
    if (row.deadlock) return theme.events[3];
    if (row.waiting.reason == WaitReason::Full) return theme.curve(1);
    return row.waiting.reason == WaitReason::Empty ? theme.curve(0) : theme.marker;
}

QString WaitView::labelOf(const WaitRow& row) const {
    const auto& links = m_source.view().links;
    const QString link =
        row.waiting.link < links.size() ? QString::fromStdString(links[row.waiting.link].name) : QString();
    const bool meets = row.waiting.link < links.size() && Words::isRendezvous(links[row.waiting.link]);
    const QString why = meets                                     ? tr("rendezvous: %1").arg(link)
                        : row.waiting.reason == WaitReason::Full  ? tr("full: %1").arg(link)
                        : row.waiting.reason == WaitReason::Empty ? tr("empty: %1").arg(link)
                                                                  : tr("lock");
    return m_waits.past ? why : QStringLiteral("%1 · %2 %").arg(why).arg(qRound(row.share * 100));
}

bool WaitView::isDeadlocked(std::uint32_t process) const {
    return std::ranges::any_of(m_waits.rows,
                               [&](const WaitRow& row) { return row.deadlock && row.process == process; });
}

void WaitView::paintArc(QPainter& painter, const Arc& arc) const {
    const QColor color = colorOf(*arc.row);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, arc.row->deadlock ? 2.6 : 1.2 + 1.2 * arc.row->share));
    painter.drawPath(arc.path);
    const QPointF way = arc.tip - arc.from;
    const double length = std::hypot(way.x(), way.y());
    if (length <= 0) return;
    const QPointF along = way / length, across(-along.y(), along.x());
    const QPointF base = arc.tip - along * 9;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({arc.tip, base + across * 5, base - across * 5}));
}

void WaitView::paintLabel(QPainter& painter, const Arc& arc) const {
    const ChartTheme& theme = ChartTheme::of(palette());
    const QFontMetricsF metrics(painter.font());
    const QString text = metrics.elidedText(labelOf(*arc.row), Qt::ElideMiddle, std::max(arc.spanPx, 40.0));
    QRectF box(0, 0, metrics.horizontalAdvance(text) + 10, metrics.height());
    box.moveCenter(arc.apex);
    box.moveTop(std::clamp(box.top(), 0.0, height() - box.height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.window);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(arc.row->deadlock ? theme.events[3] : theme.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

void WaitView::paintNode(QPainter& painter, std::uint32_t process) const {
    const ChartTheme& theme = ChartTheme::of(palette());
    const ProcessData& at = m_source.view().processes[process];
    const QRectF rect = nodeRect(process);
    const bool selected = m_selection == m_source.partAt(Selection::Kind::Process, process);
    const bool stuck = isDeadlocked(process);
    const QColor border = selected ? theme.selection : stuck ? theme.events[3] : theme.frame;
    painter.setPen(QPen(border, selected || stuck ? 2 : 1));
    painter.setBrush(theme.dark ? QColor(0x26, 0x29, 0x2e) : QColor(Qt::white));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    const QRectF swatch(rect.left() + 6, rect.center().y() - kChipSwatch / 2, kChipSwatch, kChipSwatch);
    if (at.pid != 0) {
        StatePalette::paintSwatch(painter, swatch, at.state, theme.dark);
    } else {
        painter.setPen(QPen(theme.frame, 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
    const QRectF words = rect.adjusted(kChipSwatch + 12, 0, -6, 0);
    painter.setFont(font());
    painter.setPen(at.endedNs != 0 ? theme.mutedText : theme.text);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     QFontMetricsF(font()).elidedText(QString::fromStdString(at.name), Qt::ElideRight, words.width()));
}

void WaitView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), ChartTheme::of(palette()).window);
    painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<Arc> all = arcs();
    for (const Arc& arc : all) paintArc(painter, arc);
    for (std::uint32_t i = 0; i < m_source.view().processes.size(); ++i) paintNode(painter, i);
    painter.setFont(smallFont(font()));
    for (const Arc& arc : all) paintLabel(painter, arc);
}

void WaitView::mousePressEvent(QMouseEvent* event) {
    for (std::uint32_t i = 0; i < m_source.view().processes.size(); ++i) {
        if (nodeRect(i).contains(event->position()))
            return emit selectionChosen(m_source.partAt(Selection::Kind::Process, i));
    }
}

bool WaitView::event(QEvent* event) {
    if (event->type() == QEvent::FontChange) updateGeometry();
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), plainTip(m_summary), this);
    return true;
}

}  // namespace ipclab

// How the state diagram looks.
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plot/chart_theme.h"
#include "plot/state_palette.h"
#include "states/measures.h"
#include "states/state_diagram.h"

namespace ipclab {
namespace {

constexpr double kStateSwatch = 20, kDot = 16;

QString numberOf(std::size_t process) { return QString::number(process + 1); }

void paintHead(QPainter& painter, const QPointF& tip, const QPointF& before, const QColor& color) {
    const QPointF way = tip - before;
    const double length = std::hypot(way.x(), way.y());
    if (length <= 0) return;
    const QPointF along = way / length, across(-along.y(), along.x());
    const QPointF base = tip - along * 9;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({tip, base + across * 4.5, base - across * 4.5}));
}

}  // namespace

QColor StateDiagram::colorOf(std::size_t process) const {
    return ChartTheme::of(palette()).curve(static_cast<int>(process % ChartTheme::kCurveColors));
}

std::vector<std::size_t> StateDiagram::in(ProcessState state) const {
    const RunData& run = m_source.view();
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < run.processes.size(); ++i) {
        const ProcessData& process = run.processes[i];
        if (process.pid == 0 || !concerns(i)) continue;
        const ProcessState now = process.state == ProcessState::Zombie ? ProcessState::Terminated : process.state;
        if (now == state) found.push_back(i);
    }
    return found;
}

void StateDiagram::paintEvent(QPaintEvent*) {
    const double ratio = devicePixelRatioF();
    if (m_still.size() != size() * ratio) {
        m_still = QPixmap(size() * ratio);
        m_still.setDevicePixelRatio(ratio);
        QPainter painter(&m_still);
        painter.setFont(font());
        painter.setRenderHint(QPainter::Antialiasing);
        paintStill(painter);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_still);
    painter.setRenderHint(QPainter::Antialiasing);
    paintDots(painter);
    if (!hasFocus()) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ChartTheme::of(palette()).selection, 2));
    painter.drawRoundedRect(chipRect(chosenChip()).adjusted(-2, -2, 2, 2), kDot / 2 + 5, kDot / 2 + 5);
}

void StateDiagram::paintStill(QPainter& painter) const {
    const ChartTheme& theme = ChartTheme::of(palette());
    painter.fillRect(rect(), theme.window);
    paintChips(painter);
    for (std::size_t i = 0; i < kTransitionCount; ++i) {
        const auto arc = static_cast<Transition>(i);
        if (m_layout.isDrawn(arc)) paintArc(painter, arc);
    }
    for (std::size_t i = 0; i < kProcessStateCount; ++i) {
        const auto state = static_cast<ProcessState>(i);
        if (!m_layout.node(state).isEmpty()) paintNode(painter, state);
    }
    for (std::size_t i = 0; i < kTransitionCount; ++i) {
        const auto arc = static_cast<Transition>(i);
        if (m_layout.isDrawn(arc)) paintLabel(painter, arc);
    }
    painter.setFont(chartLabelFont());
    painter.setPen(theme.mutedText);
    const QRectF line(12, height() - kNoteHeight - 2, width() - 24, kNoteHeight);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(note(), Qt::ElideRight, line.width()));
}

void StateDiagram::paintChips(QPainter& painter) const {
    const ChartTheme& theme = ChartTheme::of(palette());
    for (std::size_t chip = 0; chip < m_chips.size(); ++chip) {
        const QRectF& at = m_chips[chip];
        const bool chosen = chip == chosenChip();
        painter.setPen(QPen(chosen ? theme.selection : theme.frame, chosen ? 2 : 1));
        painter.setBrush(theme.plot);
        painter.drawRoundedRect(at.adjusted(0.5, 0.5, -0.5, -0.5), at.height() / 2, at.height() / 2);
        QRectF words = at.adjusted(9, 0, -9, 0);
        if (chip > 0) {
            paintDot(painter, chip - 1, {at.left() + at.height() / 2, at.center().y()});
            words.setLeft(at.left() + at.height() + 2);
        }
        painter.setFont(font());
        painter.setPen(theme.text);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(font()).elidedText(chipText(chip), Qt::ElideMiddle, words.width()));
    }
}

void StateDiagram::paintArc(QPainter& painter, Transition arc) const {
    const ChartTheme& theme = ChartTheme::of(palette());
    const bool taken = m_counts && (*m_counts)[arc] > 0;
    const QColor color = taken ? theme.text : theme.mutedText;
    const DiagramLayout::Arc& at = m_layout.arc(arc);
    painter.setBrush(Qt::NoBrush);
    const double width = 1.2 + std::min(std::log10(1 + rate(arc)) * 0.6, 2.4);
    painter.setPen(QPen(color, width, taken ? Qt::SolidLine : Qt::DashLine, Qt::FlatCap));
    painter.drawPath(at.path);
    paintHead(painter, at.path.currentPosition(), at.before, color);
}

void StateDiagram::paintLabel(QPainter& painter, Transition arc) const {
    const ChartTheme& theme = ChartTheme::of(palette());
    const DiagramLayout::Arc& at = m_layout.arc(arc);
    QFont bold = chartLabelFont();
    bold.setBold(true);
    const QString name = arcName(arc), figures = figuresOf(arc);
    const QFontMetricsF nameMetrics(bold), metrics(chartLabelFont());
    // Of the glyphs: those of another script may be higher than the font's own.
    const double nameHeight = std::max(nameMetrics.height(), nameMetrics.boundingRect(name).height() + 1);
    const double wide = std::max(nameMetrics.horizontalAdvance(name), metrics.horizontalAdvance(figures)) + 8;
    QRectF box(0, 0, wide, nameHeight + (figures.isEmpty() ? 0 : metrics.height() - 1));
    box.moveCenter(at.label);
    if (at.side & Qt::AlignBottom) box.moveBottom(at.label.y());
    if (at.side & Qt::AlignTop) box.moveTop(at.label.y());
    if (at.side & Qt::AlignLeft) box.moveLeft(at.label.x());
    if (at.side & Qt::AlignRight) box.moveRight(at.label.x());
    const int side = static_cast<int>(at.side & Qt::AlignHorizontal_Mask);
    QColor ground = theme.window;
    ground.setAlphaF(0.85F);
    painter.fillRect(box, ground);
    const QRectF words = box.adjusted(4, 0, -4, 0);
    painter.setPen(theme.text);
    painter.setFont(bold);
    painter.drawText(words, side | Qt::AlignTop, name);
    painter.setFont(chartLabelFont());
    painter.setPen(theme.mutedText);
    painter.drawText(words, side | Qt::AlignBottom, figures);
}

void StateDiagram::paintNode(QPainter& painter, ProcessState state) const {
    const ChartTheme& theme = ChartTheme::of(palette());
    const QRectF& at = m_layout.node(state);
    const bool somebody = !in(state).empty();
    painter.setPen(QPen(somebody ? theme.text : theme.frame, somebody ? 1.8 : 1));
    painter.setBrush(theme.plot);
    painter.drawRoundedRect(at.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const QRectF swatch(at.left() + 8, at.top() + (at.height() - kStateSwatch) / 2 - 2, kStateSwatch, kStateSwatch);
    painter.setFont(font());
    StatePalette::paintSwatch(painter, swatch, state, theme.dark);
    painter.setPen(theme.text);
    const QRectF words(swatch.right() + 7, at.top() - 2, at.right() - swatch.right() - 11, at.height());
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font()).elidedText(StatePalette::name(state), Qt::ElideRight, words.width()));
}

// On the lower edge of the state they are in, side by side, or on their way.
void StateDiagram::paintDots(QPainter& painter) const {
    std::array<int, kProcessStateCount> resting{};
    const RunData& run = m_source.view();
    for (std::size_t i = 0; i < m_walks.size() && i < run.processes.size(); ++i) {
        if (!concerns(i) || run.processes[i].pid == 0) continue;
        const DiagramWalk& walk = m_walks[i];
        const bool walks = m_ofProcess[i] && !m_sums.stretch();
        if (walks && walk.isMoving() && m_layout.isDrawn(*walk.on())) {
            paintDot(painter, i, m_layout.arc(*walk.on()).path.pointAtPercent(std::min(walk.progress(), 1.0)));
            continue;
        }
        ProcessState state = walks ? walk.at() : run.processes[i].state;
        if (state == ProcessState::Zombie) state = ProcessState::Terminated;
        if (state == ProcessState::Runnable) {
            const QPointF between(
                (m_layout.node(ProcessState::Ready).right() + m_layout.node(ProcessState::Running).left()) / 2,
                m_layout.node(ProcessState::Ready).center().y());
            paintDot(painter, i, between + QPointF(0, 6.0 * resting[static_cast<std::size_t>(state)]++));
            continue;
        }
        const QRectF& at = m_layout.node(state);
        const double step = std::min(kDot + 2, (at.width() - kDot - 8) / 6);
        const int place = resting[static_cast<std::size_t>(state)]++;
        if (!at.isEmpty()) paintDot(painter, i, {at.left() + kDot / 2 + 5 + step * (place % 7), at.bottom() - 1});
    }
}

void StateDiagram::paintDot(QPainter& painter, std::size_t process, const QPointF& at) const {
    const ChartTheme& theme = ChartTheme::of(palette());
    const QColor color = colorOf(process);
    painter.setPen(QPen(theme.window, 1.5));
    painter.setBrush(color);
    painter.drawEllipse(at, kDot / 2, kDot / 2);
    QFont small = font();
    small.setPixelSize(process < 99 ? 10 : 8);
    small.setBold(true);
    painter.setFont(small);
    painter.setPen(color.lightnessF() > 0.55F ? Qt::black : Qt::white);
    painter.drawText(QRectF(at.x() - kDot, at.y() - kDot / 2, 2 * kDot, kDot), Qt::AlignCenter, numberOf(process));
}

}  // namespace ipclab

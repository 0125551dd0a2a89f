// What the canvas shows of what it knows: the picture, and the words of tips and for screen readers.
#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <algorithm>
#include <array>

#include "bridge/words.h"
#include "canvas/canvas_painter.h"
#include "canvas/canvas_view.h"
#include "plot/state_palette.h"

namespace ipclab {
namespace {

constexpr double kEdge = 12, kSummaryHeightPx = 34;
constexpr double kNoDetailBelow = 0.5;  // of the scale: small text would be too small to read

}  // namespace

void CanvasView::paintEvent(QPaintEvent* event) {
    const ChartTheme& theme = ChartTheme::of(palette());
    QPainter painter(this);
    painter.fillRect(event->rect(), theme.window);
    painter.setRenderHint(QPainter::Antialiasing);
    CanvasPainter canvas(painter, theme, font(), m_scale >= kNoDetailBelow);
    if (m_tiled) return paintTiles(canvas, event->region());
    if (m_nodes.empty()) {
        const QString how = tr("Drag a program from the list of programs here, or double-click one there.");
        canvas.invitation(rect(), tr("Nothing is here yet."), m_editable ? how : QString());
        if (hasFocus()) canvas.focusRing(QRectF(rect()));
        return;
    }
    painter.setTransform(transform(), true);
    paintItems(canvas, event->region());
    painter.resetTransform();
    paintOver(canvas);
    if (hasFocus() && m_selected.empty()) canvas.focusRing(QRectF(rect()));
}

void CanvasView::paintTiles(CanvasPainter& canvas, const QRegion& dirty) {
    canvas.summary(QRectF(kEdge, 0, width() - 2 * kEdge, kSummaryHeightPx), m_summary);
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
        if (!dirty.intersects(m_layout.processes[i].toAlignedRect())) continue;
        canvas.tile(m_layout.processes[i], m_nodes[i], isSelected(m_ids.at(Selection::Kind::Process, i)));
    }
}

void CanvasView::paintItems(CanvasPainter& canvas, const QRegion& dirty) {
    const QTransform toView = transform();
    const auto isDirty = [&](const QRectF& rect, double margin) {
        return dirty.intersects(toView.mapRect(rect.adjusted(-margin, -margin, margin, margin)).toAlignedRect());
    };
    const auto marksOf = [&](Selection::Kind kind, std::size_t count) {
        std::vector<bool> marks(count, false);
        for (const Selection& one : m_selected) {
            if (const auto place = m_ids.indexOf(one); place && one.kind == kind) marks[*place] = true;
        }
        return marks;
    };
    const std::vector<bool> nodes = marksOf(Selection::Kind::Process, m_nodes.size());
    const std::vector<bool> boxes = marksOf(Selection::Kind::Link, m_boxes.size());
    for (const CanvasWire& wire : m_layout.wires) {
        if (isDirty(wire.path.controlPointRect(), 6)) canvas.wire(wire, boxes[wire.link] || nodes[wire.process]);
    }
    for (std::uint32_t i = 0; i < m_boxes.size(); ++i) {
        if (isDirty(m_layout.links[i], 6)) canvas.box(m_layout.links[i], m_boxes[i], boxes[i], hasFocus());
    }
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
        if (isDirty(m_layout.processes[i], 6)) canvas.node(m_layout.processes[i], m_nodes[i], nodes[i], hasFocus());
    }
}

// In the coordinates of the view: it is as large at any scale.
void CanvasView::paintOver(CanvasPainter& canvas) {
    const bool drawing = m_sketch.from.kind != Selection::Kind::None;
    for (const Selection& item : {m_hovered, selection()}) {
        const QRectF rect = rectOf(item);
        if (!m_editable || rect.isNull() || drawing) continue;
        canvas.handle(QPointF(rect.right(), rect.center().y()), item == m_hovered);
    }
    if (m_sketch.band) canvas.band(*m_sketch.band);
    if (!drawing) return;
    const QRectF from = rectOf(m_sketch.from), target = rectOf(m_sketch.target);
    const QPointF to = target.isNull() ? m_sketch.to : target.center();
    const bool right = to.x() >= from.center().x();
    const QPointF end = target.isNull() ? to : QPointF(right ? target.left() : target.right(), to.y());
    canvas.rubber(QPointF(right ? from.right() : from.left(), from.center().y()), end, target, m_sketch.refused);
    const QRectF about = target.isNull() ? QRectF(to - QPointF(8, 8), QSizeF(24, 24)) : target;
    canvas.bubble(about, visibleRegion().boundingRect(), m_sketch.words, m_sketch.refused);
}

// "1,000 processes, 500 links: 12 running, 988 waiting"
QString CanvasView::summaryText() const {
    std::array<int, kProcessStateCount> counts{};
    int notStarted = 0;
    for (const NodeContent& node : m_nodes) {
        if (node.launched)
            ++counts[static_cast<std::size_t>(node.state)];
        else
            ++notStarted;
    }
    QStringList parts;
    const QLocale locale;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0) continue;
        parts << QStringLiteral("%1 %2").arg(locale.toString(counts[i]),
                                             StatePalette::name(static_cast<ProcessState>(i)));
    }
    if (notStarted > 0) parts << tr("%1 not started").arg(locale.toString(notStarted));
    return tr("%1 processes, %2 links: %3")
        .arg(locale.toString(m_nodes.size()), locale.toString(m_boxes.size()), parts.join(QStringLiteral(", ")));
}

// Each member with its state, as many as a tip can have.
QStringList CanvasView::memberLines(const Selection& item) const {
    constexpr qsizetype kMost = 12;
    QStringList lines;
    const std::vector<std::uint32_t> all = m_source.allInView(item);
    for (const std::uint32_t place : all) {
        if (lines.size() == kMost) {
            lines << tr("and %1 more").arg(static_cast<qsizetype>(all.size()) - kMost);
            break;
        }
        const ProcessData& process = m_source.view().processes[place];
        const bool ended = process.endedNs != 0 || !process.failure.empty();
        const QString state = process.pid == 0 ? QString()
                              : ended          ? Words::ending(process)
                                               : StatePalette::name(process.state);
        const QString name = QString::fromStdString(process.name);
        lines << (state.isEmpty() ? name : tr("%1: %2").arg(name, state));
    }
    return lines;
}

QString CanvasView::tipFor(const Selection& item) const {
    const auto place = m_ids.indexOf(item);
    if (!place) return {};
    if (item.kind == Selection::Kind::Process) {
        const NodeContent& look = m_nodes[*place];
        QStringList lines{look.name, look.pid, look.detail, look.reason};
        if (look.isGroup) {
            lines << memberLines(item);
        } else if (look.trouble) {
            lines.removeLast();
            const ProcessData& process = m_source.view().processes.at(m_source.inView(item).value());
            if (!process.failure.empty()) lines << look.reason;
            for (const std::string& line : process.lastWords) lines << QString::fromStdString(line);
        }
        if (const PartProblems* problems = problemsOf(item)) lines << problems->sentences;
        lines.removeAll(QString());
        return lines.join(QLatin1Char('\n'));
    }
    const LinkContent& look = m_boxes[*place];
    QStringList lines{QString::fromStdString(m_source.experiment().links[*place].name),
                      look.mechanism,
                      look.problem,
                      look.fill,
                      look.flow,
                      look.source};
    if (const PartProblems* problems = problemsOf(item)) lines << problems->sentences;
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

void CanvasView::describe() {
    setAccessibleName(tr("Canvas: programs and links of the experiment"));
    const auto count = static_cast<int>(m_selected.size());
    setAccessibleDescription(count == 0   ? tr("Nothing is selected. The arrow keys select.")
                             : count == 1 ? tipFor(selection())
                                          : tr("%1 parts are selected.").arg(count));
}

}  // namespace ipclab

#include "canvas/canvas_view.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QTextDocument>
#include <QToolTip>
#include <algorithm>
#include <array>
#include <cmath>

#include "bridge/words.h"
#include "canvas/canvas_painter.h"
#include "plot/plain_tip.h"
#include "plot/state_palette.h"

namespace ipclab {
namespace {

constexpr Nanoseconds kRefreshNs = 100'000'000;
constexpr double kLeastScale = 0.72;
constexpr double kScaleStep = 0.04;
constexpr double kWrapScale = 0.82;  // rather a little smaller than in two bands
constexpr double kTilesEdge = 12, kSummaryPx = 34;
constexpr int kTilesPx = 300;

// Grows with the font, so that large text keeps its room.
CanvasMetrics metricsFor(const QFont& font) {
    const double line = QFontMetricsF(font).height();
    CanvasMetrics metrics;
    metrics.process = QSizeF(11.2 * line, 3 * line + 26);
    metrics.link = QSizeF(10.4 * line, 3 * line + 24);
    return metrics;
}

}  // namespace

CanvasView::CanvasView(RunSource& source, QWidget* parent) : QWidget(parent), m_source(source) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&source, &RunSource::documentAboutToOpen, this, [this] { setSelection({}); });
    connect(&source, &RunSource::viewChanged, this, &CanvasView::rebuild);
    connect(&source, &RunSource::experimentEdited, this, &CanvasView::rebuild);
    connect(&source, &RunSource::settingsChanged, this, &CanvasView::dropLostSelection);
    connect(&source, &RunSource::framePassed, this, &CanvasView::frame);
    connect(&source, &RunSource::figuresDue, this, &CanvasView::refresh);
    rebuild();
}

QSize CanvasView::sizeHint() const {
    if (m_tiled) return {640, kTilesPx};
    const int wide = room().width();
    const QSizeF natural =
        layOutCanvas(m_source.experiment(), metricsFor(font()), std::max(wide, 100) / kWrapScale).size;
    const double scale = std::min(wide / std::max(natural.width(), 1.0), 1.0);
    return {640, std::clamp(static_cast<int>(std::ceil(natural.height() * scale)), 96, 300)};
}

void CanvasView::setRoom(const QSize& room) {
    m_room = room;
    place();
}

void CanvasView::rebuild() {
    m_ids = m_source.ids();
    m_nodes.clear();
    m_boxes.clear();
    takeLooks();
    place();
    describe();
    updateGeometry();
}

// What was selected has been removed. Told when everybody shows the edited document.
void CanvasView::dropLostSelection() {
    if (m_selection.kind != Selection::Kind::None && !m_ids.indexOf(m_selection)) setSelection({});
}

void CanvasView::place() {
    m_tiled = isTiled(m_source.experiment());
    if (m_tiled) return placeTiles();
    const auto fits = [this] {
        return m_layout.size.width() * m_scale <= room().width() && m_layout.size.height() * m_scale <= room().height();
    };
    layOutFor(1);
    for (double scale = 1 - kScaleStep; !fits() && m_scale > kLeastScale; scale -= kScaleStep)
        layOutFor(std::max(scale, kLeastScale));
    const QSize shown((m_layout.size * m_scale).toSize());
    setMinimumSize(shown.width() > room().width() ? shown.width() : 0,
                   shown.height() > room().height() ? shown.height() : 0);
    const QSize all = size().expandedTo(minimumSize());
    m_origin =
        QPointF(std::max((all.width() - shown.width()) / 2, 0), std::max((all.height() - shown.height()) / 2, 0));
    update();
}

void CanvasView::placeTiles() {
    setMinimumSize(0, 0);
    const QRectF whole(QPointF(0, 0), QSizeF(room()));
    m_layout = layOutTiles(m_source.experiment(), whole.adjusted(kTilesEdge, kSummaryPx, -kTilesEdge, -kTilesEdge));
    m_scale = 1;
    m_origin = {};
    m_summary = summaryText();
    update();
}

// The columns go on in a second band only where they would have to be smaller than kWrapScale to stand in one.
void CanvasView::layOutFor(double scale) {
    m_scale = scale;
    m_layout = layOutCanvas(m_source.experiment(), metricsFor(font()),
                            std::max(room().width(), 100) / std::min(scale, kWrapScale));
}

QTransform CanvasView::transform() const {
    QTransform transform;
    transform.translate(m_origin.x(), m_origin.y());
    transform.scale(m_scale, m_scale);
    return transform;
}

void CanvasView::frame() {
    const Nanoseconds now = monotonicNow();
    if (now - m_refreshedNs < kRefreshNs) return;
    m_refreshedNs = now;
    refresh();
}

void CanvasView::takeLooks() {
    for (std::size_t i = 0; i < m_source.experiment().processes.size(); ++i) m_nodes.push_back(nodeNow(i));
    for (std::size_t i = 0; i < m_source.experiment().links.size(); ++i) m_boxes.push_back(plateNow(i));
}

NodeContent CanvasView::nodeNow(std::size_t index) const {
    const RunData& run = m_source.view();
    const auto place = m_source.inView(m_ids.at(Selection::Kind::Process, index));
    return lookOf(m_source.experiment().processes[index], place ? &run.processes[*place] : nullptr, run);
}

LinkContent CanvasView::plateNow(std::size_t index) const {
    const RunData& run = m_source.view();
    const auto place = m_source.inView(m_ids.at(Selection::Kind::Link, index));
    return lookOf(m_source.experiment().links[index], place ? &run.links[*place] : nullptr, run);
}

void CanvasView::refresh() {
    if (!isVisible()) return;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        NodeContent look = nodeNow(i);
        if (look == m_nodes[i]) continue;
        m_nodes[i] = std::move(look);
        updateItem(m_layout.processes[i]);
    }
    if (m_tiled) {
        if (QString text = summaryText(); text != m_summary) {
            m_summary = std::move(text);
            update(QRectF(0, 0, width(), kSummaryPx).toAlignedRect());
        }
        return;
    }
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        LinkContent look = plateNow(i);
        if (look == m_boxes[i]) continue;
        m_boxes[i] = std::move(look);
        updateItem(m_layout.links[i]);
    }
}

void CanvasView::updateItem(const QRectF& rect) {
    update(transform().mapRect(rect.adjusted(-6, -6, 6, 6)).toAlignedRect());
}

void CanvasView::paintEvent(QPaintEvent* event) {
    const ChartTheme& theme = ChartTheme::of(palette());
    QPainter painter(this);
    painter.fillRect(event->rect(), theme.window);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(transform(), true);
    const QRectF dirty = transform().inverted().mapRect(QRectF(event->rect()));
    CanvasPainter canvas(painter, theme, font());
    // By its place, as everything here.
    Selection selected = m_selection;
    if (const auto place = m_ids.indexOf(m_selection)) selected.id = *place;
    if (m_tiled) {
        canvas.summary(QRectF(kTilesEdge, 0, width() - 2 * kTilesEdge, kSummaryPx), m_summary);
        for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
            if (!m_layout.processes[i].intersects(dirty)) continue;
            canvas.tile(m_layout.processes[i], m_nodes[i], selected == Selection{Selection::Kind::Process, i});
        }
        return;
    }
    for (const CanvasWire& wire : m_layout.wires) {
        if (!wire.path.boundingRect().adjusted(-6, -6, 6, 6).intersects(dirty)) continue;
        const bool lit = selected == Selection{Selection::Kind::Link, wire.link} ||
                         selected == Selection{Selection::Kind::Process, wire.process};
        canvas.wire(wire, lit);
    }
    for (std::uint32_t i = 0; i < m_boxes.size(); ++i) {
        if (!m_layout.links[i].intersects(dirty)) continue;
        canvas.box(m_layout.links[i], m_boxes[i], selected == Selection{Selection::Kind::Link, i}, hasFocus());
    }
    for (std::uint32_t i = 0; i < m_nodes.size(); ++i) {
        if (!m_layout.processes[i].intersects(dirty)) continue;
        canvas.node(m_layout.processes[i], m_nodes[i], selected == Selection{Selection::Kind::Process, i}, hasFocus());
    }
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

void CanvasView::resizeEvent(QResizeEvent*) { place(); }

Selection CanvasView::itemAt(const QPointF& pos) const {
    const QPointF at = transform().inverted().map(pos);
    for (std::uint32_t i = 0; i < m_layout.processes.size(); ++i) {
        if (m_layout.processes[i].contains(at)) return m_ids.at(Selection::Kind::Process, i);
    }
    for (std::uint32_t i = 0; i < m_layout.links.size(); ++i) {
        if (m_layout.links[i].contains(at)) return m_ids.at(Selection::Kind::Link, i);
    }
    return {};
}

QRectF CanvasView::rectOf(const Selection& item) const {
    const auto place = m_ids.indexOf(item);
    if (item.kind == Selection::Kind::None || !place) return {};
    const auto& rects = item.kind == Selection::Kind::Process ? m_layout.processes : m_layout.links;
    return transform().mapRect(rects.at(*place));
}

void CanvasView::setSelection(const Selection& selection) {
    if (m_selection == selection) return;
    m_selection = selection;
    describe();
    update();
    emit selectionChanged(selection);
}

void CanvasView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_press = event->globalPosition().toPoint();
    setSelection(itemAt(event->position()));
}

void CanvasView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_press) return;
    const QPoint at = event->globalPosition().toPoint();
    emit dragged(at - *m_press);
    m_press = at;
}

void CanvasView::mouseReleaseEvent(QMouseEvent*) { m_press.reset(); }

void CanvasView::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const Selection item = byKey ? m_selection : itemAt(event->pos());
    if (item.kind == Selection::Kind::None) return;
    setSelection(item);
    emit contextMenuWanted(item, byKey ? mapToGlobal(rectOf(item).center().toPoint()) : event->globalPos());
}

std::vector<Selection> CanvasView::order() const {
    std::vector<Selection> items;
    for (const PartId id : m_ids.of(Selection::Kind::Process)) items.push_back({Selection::Kind::Process, id});
    if (m_tiled) return items;
    for (const PartId id : m_ids.of(Selection::Kind::Link)) items.push_back({Selection::Kind::Link, id});
    std::stable_sort(items.begin(), items.end(), [this](const Selection& a, const Selection& b) {
        return rectOf(a).center().x() < rectOf(b).center().x();
    });
    return items;
}

void CanvasView::step(int by) {
    const std::vector<Selection> items = order();
    if (items.empty()) return;
    const auto found = std::find(items.begin(), items.end(), m_selection);
    const int last = static_cast<int>(items.size()) - 1;
    const int at = found == items.end() ? (by > 0 ? 0 : last) : static_cast<int>(found - items.begin()) + by;
    setSelection(items[static_cast<std::size_t>(std::clamp(at, 0, last))]);
}

void CanvasView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Right:
        case Qt::Key_Down:
            step(1);
            break;
        case Qt::Key_Left:
        case Qt::Key_Up:
            step(-1);
            break;
        case Qt::Key_Escape:
            setSelection({});
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

bool CanvasView::focusNextPrevChild(bool next) {
    update();
    return QWidget::focusNextPrevChild(next);
}

QString CanvasView::tipFor(const Selection& item) const {
    const auto place = m_ids.indexOf(item);
    if (!place) return {};
    if (item.kind == Selection::Kind::Process) {
        const NodeContent& look = m_nodes[*place];
        QStringList lines{look.name, look.pid, look.detail, look.reason};
        if (look.trouble) {
            lines.removeLast();
            const ProcessData& process = m_source.view().processes.at(m_source.inView(item).value());
            if (!process.failure.empty()) lines << look.reason;
            for (const std::string& line : process.lastWords) lines << QString::fromStdString(line);
        }
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
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

// The keys it has a use for itself, whatever they mean elsewhere in the window.
bool CanvasView::needs(const QKeyEvent& key) const {
    switch (key.key()) {
        case Qt::Key_Right:
        case Qt::Key_Left:
            return key.modifiers() == Qt::NoModifier || key.modifiers() == Qt::KeypadModifier;
        case Qt::Key_Escape:
            return m_selection.kind != Selection::Kind::None;
        default:
            return false;
    }
}

bool CanvasView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && needs(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const Selection item = itemAt(help->pos());
    if (item.kind == Selection::Kind::None) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(help->globalPos(), plainTip(tipFor(item)), this, rectOf(item).toAlignedRect());
    }
    return true;
}

void CanvasView::describe() {
    setAccessibleName(tr("Canvas: programs and links of the experiment"));
    setAccessibleDescription(m_selection.kind == Selection::Kind::None
                                 ? tr("Nothing is selected. The arrow keys select.")
                                 : tipFor(m_selection));
}

void CanvasView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) rebuild();
    if (event->type() == QEvent::FontChange) place();
    if (event->type() == QEvent::PaletteChange) update();
    QWidget::changeEvent(event);
}

}  // namespace ipclab

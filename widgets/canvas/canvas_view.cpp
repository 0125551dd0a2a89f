#include "canvas/canvas_view.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>
#include <algorithm>

#include "canvas/canvas_accessible.h"
#include "plot/plain_tip.h"

namespace ipclab {
namespace {

constexpr Nanoseconds kRefreshNs = 100'000'000;
constexpr int kSummaryPx = 34;

}  // namespace

CanvasView::CanvasView(RunSource& source, QWidget* parent)
    : QWidget(parent), m_source(source), m_metrics(CanvasMetrics::of(font())) {
    QAccessible::installFactory(accessibleCanvas);  // once, however often; before anybody asks
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&source, &RunSource::documentAboutToOpen, this, [this] {
        setSelection({});
        m_zoom.reset();
        m_fixed.reset();
    });
    connect(&source, &RunSource::viewChanged, this, &CanvasView::rebuild);
    connect(&source, &RunSource::experimentEdited, this, &CanvasView::rebuild);
    connect(&source, &RunSource::settingsChanged, this, &CanvasView::dropLostSelection);
    connect(&source, &RunSource::framePassed, this, &CanvasView::frame);
    connect(&source, &RunSource::figuresDue, this, &CanvasView::refresh);
    rebuild();
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
    std::vector<Selection> left = m_selected;
    std::erase_if(left, [this](const Selection& one) { return !m_ids.indexOf(one); });
    if (left.size() != m_selected.size()) setSelected(std::move(left));
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

const PartProblems* CanvasView::problemsOf(const Selection& item) const {
    const auto found = m_problems.find(item);
    return found == m_problems.end() ? nullptr : &found->second;
}

NodeContent CanvasView::nodeNow(std::size_t index) const {
    const RunData& run = m_source.view();
    const Selection item = m_ids.at(Selection::Kind::Process, index);
    std::vector<const ProcessData*> processes;
    for (const std::uint32_t place : m_source.allInView(item)) processes.push_back(&run.processes[place]);
    NodeContent look = lookOf(m_source.experiment().processes[index], processes, run);
    if (const PartProblems* problems = problemsOf(item))
        look.mark = problems->isGrave ? PartMark::Error : PartMark::Warning;
    return look;
}

LinkContent CanvasView::plateNow(std::size_t index) const {
    const RunData& run = m_source.view();
    const Selection item = m_ids.at(Selection::Kind::Link, index);
    const auto place = m_source.inView(item);
    LinkContent look = lookOf(m_source.experiment().links[index], place ? &run.links[*place] : nullptr, run);
    if (const PartProblems* problems = problemsOf(item))
        look.mark = problems->isGrave ? PartMark::Error : PartMark::Warning;
    return look;
}

void CanvasView::setProblems(std::map<Selection, PartProblems> problems) {
    if (problems == m_problems) return;
    m_problems = std::move(problems);
    m_nodes.clear();
    m_boxes.clear();
    takeLooks();
    describe();
    update();
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

bool CanvasView::isSelected(const Selection& item) const {
    return std::ranges::find(m_selected, item) != m_selected.end();
}

void CanvasView::setSelection(const Selection& selection) {
    setSelected(selection.kind == Selection::Kind::None ? std::vector<Selection>{} : std::vector{selection});
}

void CanvasView::setSelected(std::vector<Selection> parts) {
    if (m_selected == parts) return;
    const Selection former = selection();
    m_selected = std::move(parts);
    describe();
    update();
    if (former != selection()) emit selectionChanged(selection());
    emit selectedChanged();
}

void CanvasView::setEditable(bool editable) {
    m_editable = editable;
    setMouseTracking(editable);
    setAcceptDrops(editable);
    update();
}

void CanvasView::setHovered(const Selection& item) {
    if (m_hovered == item) return;
    for (const Selection& one : {m_hovered, item}) update(rectOf(one).adjusted(-16, -16, 16, 16).toAlignedRect());
    m_hovered = item;
}

void CanvasView::setSketch(const CanvasSketch& sketch) {
    if (m_sketch == sketch) return;
    m_sketch = sketch;
    update();
}

void CanvasView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::MiddleButton) m_press = event->globalPosition().toPoint();
    if (event->button() == Qt::LeftButton) setSelection(itemAt(event->position()));
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
    const Selection item = byKey ? selection() : itemAt(event->pos());
    if (!isSelected(item)) setSelection(item);
    const QPoint at = byKey ? mapToGlobal(rectOf(item).center().toPoint()) : event->globalPos();
    emit contextMenuWanted(item, at);
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
    const auto found = std::find(items.begin(), items.end(), selection());
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

// The keys it has a use for itself, whatever they mean elsewhere in the window.
bool CanvasView::needs(const QKeyEvent& key) const {
    switch (key.key()) {
        case Qt::Key_Right:
        case Qt::Key_Left:
            return key.modifiers() == Qt::NoModifier || key.modifiers() == Qt::KeypadModifier;
        case Qt::Key_Escape:
            return !m_selected.empty();
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

void CanvasView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) rebuild();
    if (event->type() == QEvent::FontChange) {
        m_metrics = CanvasMetrics::of(font());
        place();
    }
    if (event->type() == QEvent::PaletteChange) update();
    QWidget::changeEvent(event);
}

}  // namespace ipclab

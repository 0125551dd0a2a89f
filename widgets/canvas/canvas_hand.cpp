#include "canvas/canvas_hand.h"

#include <QApplication>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <algorithm>

#include "bridge/words.h"
#include "runs/said.h"

namespace ipclab {
namespace {

using Kind = Selection::Kind;

constexpr Selection kNothing{};

bool isMore(Qt::KeyboardModifiers modifiers) { return (modifiers & (Qt::ControlModifier | Qt::ShiftModifier)) != 0; }

// Right and down: 1.
int stepOf(int key) {
    if (key == Qt::Key_Right || key == Qt::Key_Down) return 1;
    return key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 0;
}

QPointF wayOf(int key) {
    const double by = stepOf(key);
    return key == Qt::Key_Left || key == Qt::Key_Right ? QPointF(by, 0) : QPointF(0, by);
}

}  // namespace

CanvasHand::CanvasHand(CanvasEditing& editing) : QObject(&editing), m_editing(editing), m_view(editing.view()) {
    m_view.installEventFilter(this);
    // What a link was drawn on may be gone; the answers are those of the document as it was.
    connect(&editing.editor(), &Editor::edited, this, &CanvasHand::leave);
}

bool CanvasHand::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::MouseButtonPress:
            return pressed(*static_cast<QMouseEvent*>(event));
        case QEvent::MouseMove:
            moved(*static_cast<QMouseEvent*>(event));
            break;
        case QEvent::MouseButtonRelease:
            return released(*static_cast<QMouseEvent*>(event));
        case QEvent::Leave:
            m_view.setHovered(kNothing);
            break;
        case QEvent::FocusOut:
            if (m_doing != Doing::Pressed) leave();
            break;
        case QEvent::ShortcutOverride:
            if (!key(*static_cast<QKeyEvent*>(event), false)) break;
            event->accept();
            return true;
        case QEvent::KeyPress:
            if (key(*static_cast<QKeyEvent*>(event), true)) return true;
            break;
        case QEvent::DragEnter:
        case QEvent::DragMove:
            return dropped(*static_cast<QDropEvent*>(event), false);
        case QEvent::Drop:
            return dropped(*static_cast<QDropEvent*>(event), true);
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

// --- the mouse --------------------------------------------------------------------------------------------------

bool CanvasHand::pressed(const QMouseEvent& event) {
    if (event.button() != Qt::LeftButton) return false;
    const QPointF at = event.position();
    leave();
    if (const Selection from = m_view.handleAt(at); from.kind != Kind::None) {
        startLink(from, at);
        return true;
    }
    m_press = at;
    m_pressed = m_view.itemAt(at);
    m_more = isMore(event.modifiers());
    m_before = m_more ? m_view.selected() : std::vector<Selection>{};
    m_doing = Doing::Pressed;
    if (m_pressed.kind == Kind::None && !m_more) m_view.setSelection(kNothing);
    if (m_pressed.kind != Kind::None && (m_more || !m_view.isSelected(m_pressed))) pick(m_pressed, m_more);
    return true;
}

void CanvasHand::pick(const Selection& item, bool more) {
    if (!more) return m_view.setSelection(item);
    std::vector<Selection> parts = m_view.selected();
    if (std::erase(parts, item) == 0) parts.push_back(item);
    m_view.setSelected(std::move(parts));
}

void CanvasHand::moved(const QMouseEvent& event) {
    const QPointF at = event.position();
    const bool far = (at - m_press).manhattanLength() >= QApplication::startDragDistance();
    switch (m_doing) {
        case Doing::Nothing:
            return hover(at);
        case Doing::Pressed:
            if (!far) return;
            if (m_pressed.kind == Kind::None) m_doing = Doing::Selecting;
            if (m_pressed.kind != Kind::None && m_view.isSelected(m_pressed) && !m_view.showsTiles()) {
                m_doing = Doing::Moving;
                beginMove();
            }
            return;
        case Doing::Moving:
            return showMove(at);
        case Doing::Selecting:
            return pull(at);
        case Doing::Drawing:
            if ((event.buttons() & Qt::LeftButton) != 0) aim(m_view.itemAt(at), at);
    }
}

void CanvasHand::hover(const QPointF& at) {
    const Selection handle = m_view.handleAt(at);
    m_view.setHovered(handle.kind == Kind::None ? m_view.itemAt(at) : handle);
    m_view.setCursor(handle.kind == Kind::None ? Qt::ArrowCursor : Qt::CrossCursor);
}

void CanvasHand::pull(const QPointF& at) {
    CanvasSketch sketch;
    sketch.band = QRectF(m_press, at).normalized();
    m_view.setSketch(sketch);
    std::vector<Selection> parts = m_before;
    for (const Selection& item : m_view.itemsIn(*sketch.band)) {
        if (std::ranges::find(parts, item) == parts.end()) parts.push_back(item);
    }
    m_view.setSelected(std::move(parts));
}

void CanvasHand::beginMove() {
    const Document& document = m_editing.editor().document();
    m_move =
        std::make_unique<CanvasMove>(Arranged{document, m_view.arrangement(), m_view.metrics()}, m_view.selected());
    m_view.beginMove(*m_move);
}

// The document is edited when the button is let go.
void CanvasHand::showMove(const QPointF& at) {
    m_view.showMove(*m_move, (at - m_press) / m_view.scale());
    m_view.setCursor(Qt::ClosedHandCursor);
}

bool CanvasHand::released(const QMouseEvent& event) {
    if (event.button() != Qt::LeftButton || m_doing == Doing::Nothing) return false;
    const Doing done = std::exchange(m_doing, Doing::Nothing);
    m_view.setCursor(Qt::ArrowCursor);
    if (done == Doing::Pressed && !m_more && m_pressed.kind != Kind::None) m_view.setSelection(m_pressed);
    if (done == Doing::Selecting) m_view.setSketch({});
    if (done == Doing::Drawing) finishLink();
    if (done == Doing::Moving) {
        m_view.endMove();
        m_editing.moveSelected((event.position() - m_press) / m_view.scale());
    }
    return true;
}

// Whatever was begun has not been.
void CanvasHand::leave() {
    const Doing left = std::exchange(m_doing, Doing::Nothing);
    if (left == Doing::Moving) m_view.endMove();
    if (left == Doing::Selecting) m_view.setSelected(m_before);
    m_proposals.reset();
    m_view.setSketch({});
}

bool CanvasHand::dropped(QDropEvent& event, bool really) {
    if (!event.mimeData()->hasFormat(QLatin1String(kProgramMime))) {
        event.ignore();
        return false;
    }
    event.acceptProposedAction();
    const QByteArray id = event.mimeData()->data(QLatin1String(kProgramMime));
    if (really) m_editing.addProgram(id.toStdString(), event.position());
    return true;
}

// --- links ------------------------------------------------------------------------------------------------------

void CanvasHand::beginLink() {
    const Selection from = m_view.selection();
    if (from.kind == Kind::None || m_view.showsTiles()) return;
    m_view.setFocus();
    startLink(from, m_view.rectOf(from).center());
    step(1);
}

void CanvasHand::startLink(const Selection& from, const QPointF& at) {
    leave();
    m_doing = Doing::Drawing;
    m_from = from;
    m_proposals = m_editing.proposals();
    m_view.setSelection(from);
    aim(kNothing, at);
}

void CanvasHand::aim(const Selection& target, const QPointF& at) {
    m_target = target == m_from ? kNothing : target;
    CanvasSketch sketch;
    sketch.from = m_from;
    sketch.to = at;
    sketch.target = m_target;
    if (m_target.kind == Kind::None) {
        sketch.words = m_from.kind == Kind::Link ? tr("To a program that is to receive from it")
                                                 : tr("To a program, or to a link that it is to send on");
    } else {
        const LinkProposal& proposal = m_proposals->propose(m_from, m_target);
        sketch.refused = proposal.edit.isEmpty();
        sketch.words = wordsFor(proposal, m_target);
    }
    m_view.setSketch(sketch);
    m_view.setAccessibleDescription(sketch.words);
}

QString CanvasHand::wordsFor(const LinkProposal& proposal, const Selection& target) const {
    if (proposal.edit.isEmpty()) return tr("Not possible: %1").arg(said(proposal.refusal));
    const auto nameOf = [this](const Selection& part) {
        const Document& document = m_editing.editor().document();
        return QString::fromStdString(part.kind == Kind::Process ? document.process(part.id)->name
                                                                 : document.link(part.id)->name);
    };
    if (proposal.mechanism.empty()) {
        return m_from.kind == Kind::Link ? tr("%1 also receives from %2").arg(nameOf(target), nameOf(m_from))
                                         : tr("%1 also sends on %2").arg(nameOf(m_from), nameOf(target));
    }
    const QString what = tr("%1 → %2: %3").arg(nameOf(m_from), nameOf(target), Words::mechanism(proposal.mechanism));
    if (!proposal.isOther) return what;
    return what + QLatin1Char('\n') +
           tr("%1 cannot be between these two.").arg(Words::mechanism(m_editing.mechanism()));
}

void CanvasHand::step(int by) {
    std::vector<Selection> targets = m_view.order();
    std::erase(targets, m_from);
    if (m_from.kind == Kind::Link) std::erase_if(targets, [](const Selection& one) { return one.kind == Kind::Link; });
    if (targets.empty()) return;
    const auto count = static_cast<int>(targets.size());
    const auto found = std::ranges::find(targets, m_target);
    const int at = found == targets.end() ? (by > 0 ? 0 : count - 1)
                                          : (static_cast<int>(found - targets.begin()) + by + count) % count;
    const Selection& target = targets[static_cast<std::size_t>(at)];
    aim(target, m_view.rectOf(target).center());
}

void CanvasHand::finishLink() {
    if (m_proposals == nullptr) return;
    const LinkProposal proposal = m_target.kind == Kind::None ? LinkProposal() : m_proposals->propose(m_from, m_target);
    leave();
    m_editing.link(proposal);
}

// --- the keyboard -----------------------------------------------------------------------------------------------

bool CanvasHand::key(const QKeyEvent& event, bool really) {
    if (isDrawing()) return drawingKey(event, really);
    if (event.key() == Qt::Key_Escape && m_doing != Doing::Nothing) {
        if (really) leave();
        return true;
    }
    return editingKey(event, really) || arrowKey(event, really);
}

bool CanvasHand::drawingKey(const QKeyEvent& event, bool really) {
    const int by = stepOf(event.key());
    const bool ends = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (by == 0 && !ends && event.key() != Qt::Key_Escape) return false;
    if (!really) return true;
    if (by != 0) step(by);
    if (ends && !m_view.sketch().refused) finishLink();
    if (event.key() == Qt::Key_Escape) leave();
    return true;
}

bool CanvasHand::editingKey(const QKeyEvent& event, bool really) {
    const auto on = [&](bool matches, auto act) {
        if (matches && really) act();
        return matches;
    };
    return on(event.matches(QKeySequence::Copy), [this] { m_editing.copySelected(); }) ||
           on(event.matches(QKeySequence::Cut), [this] { m_editing.cutSelected(); }) ||
           on(event.matches(QKeySequence::Paste), [this] { m_editing.paste(); }) ||
           on(event.matches(QKeySequence::SelectAll), [this] { m_editing.selectAll(); }) ||
           on(event.matches(QKeySequence::Delete) || event.key() == Qt::Key_Backspace,
              [this] { m_editing.removeSelected(); });
}

// Ctrl moves what is selected, with Shift as well it selects further.
bool CanvasHand::arrowKey(const QKeyEvent& event, bool really) {
    const int by = stepOf(event.key());
    if (by == 0 || (event.modifiers() & Qt::ControlModifier) == 0 || !m_editing.hasSelection()) return false;
    if (!really) return true;
    if ((event.modifiers() & Qt::ShiftModifier) != 0)
        extend(by);
    else
        m_editing.moveSelected(wayOf(event.key()) * m_view.metrics().grid * 2);
    return true;
}

void CanvasHand::extend(int by) {
    const std::vector<Selection> items = m_view.order();
    const auto found = std::ranges::find(items, m_view.selection());
    const auto at = (found - items.begin()) + by;
    if (found == items.end() || at < 0 || at >= std::ssize(items)) return;
    std::vector<Selection> parts = m_view.selected();
    std::erase(parts, items[static_cast<std::size_t>(at)]);
    parts.push_back(items[static_cast<std::size_t>(at)]);
    m_view.setSelected(std::move(parts));
}

}  // namespace ipclab

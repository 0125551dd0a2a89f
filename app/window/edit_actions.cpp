#include "window/edit_actions.h"

#include <QAction>
#include <QInputDialog>
#include <QMenu>
#include <QWidget>
#include <algorithm>

#include "bridge/icons.h"
#include "canvas/canvas_hand.h"
#include "document/limits.h"
#include "window/plain_text.h"
#include "window/window_actions.h"

namespace ipclab {
namespace {

constexpr double kZoomStep = 1.25;

void name(QAction* action, const QString& text, const QString& tip = {}) {
    action->setText(text);
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    const QString plain = tip.isEmpty() ? plainText(text) : tip;
    action->setToolTip(key.isEmpty() ? plain : plain + QStringLiteral("  (%1)").arg(key));
    action->setStatusTip(tip);
}

}  // namespace

EditActions::EditActions(QWidget* window, CanvasEditing& editing, CanvasHand& hand)
    : QObject(window), m_window(window), m_editing(editing) {
    undo = make("", "Ctrl+Z");
    redo = make("", "Ctrl+Shift+Z");
    redo->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y"))});
    cut = makeForCanvas("", "Ctrl+X");
    copy = makeForCanvas("copy", "Ctrl+C");
    paste = makeForCanvas("", "Ctrl+V");
    remove = makeForCanvas("", "Del");
    selectAll = makeForCanvas("", "Ctrl+A");
    duplicate = make("", "Ctrl+Shift+D");
    addProgram = make("new", "Ctrl+Shift+A");
    drawLink = make("link", "Ctrl+L");
    group = make("", "Ctrl+G");
    ungroup = make("", "Ctrl+Shift+G");
    alignLeft = make("", "");
    alignTop = make("", "");
    spreadAcross = make("", "");
    spreadDown = make("", "");
    arrange = make("", "");
    zoomIn = make("zoom-in", "Ctrl++");
    zoomIn->setShortcuts({QKeySequence(QStringLiteral("Ctrl++")), QKeySequence(QStringLiteral("Ctrl+="))});
    zoomOut = make("zoom-out", "Ctrl+-");
    zoomFit = make("fit", "Ctrl+0");
    zoomWhole = make("", "Ctrl+9");
    connectEdits(hand);
    connectViews();
    retranslate();
    enable();
}

QAction* EditActions::make(const char* icon, const char* key) {
    auto* action = new QAction(m_window);
    if (*icon != '\0') action->setIcon(themedIcon(QString::fromLatin1(icon)));
    if (*key != '\0') action->setShortcut(QKeySequence(QString::fromLatin1(key)));
    m_window->addAction(action);
    return action;
}

// Text fields, tables and charts have these keys as well: the menu shows them, and the canvas takes them itself where
// it has the focus.
QAction* EditActions::makeForCanvas(const char* icon, const char* key) {
    auto* action = new QAction(m_window);
    if (*icon != '\0') action->setIcon(themedIcon(QString::fromLatin1(icon)));
    action->setShortcut(QKeySequence(QString::fromLatin1(key)));
    action->setShortcutContext(Qt::WidgetShortcut);
    return action;
}

void EditActions::connectEdits(CanvasHand& hand) {
    QUndoStack& stack = m_editing.editor().undoStack();
    connect(undo, &QAction::triggered, &stack, &QUndoStack::undo);
    connect(redo, &QAction::triggered, &stack, &QUndoStack::redo);
    for (auto changed : {&QUndoStack::undoTextChanged, &QUndoStack::redoTextChanged})
        connect(&stack, changed, this, &EditActions::nameHistory);
    connect(&stack, &QUndoStack::indexChanged, this, &EditActions::enable);
    connect(&m_editing.editor(), &Editor::edited, this, &EditActions::enable);
    connect(&m_editing.view(), &CanvasView::selectedChanged, this, &EditActions::enable);
    connect(cut, &QAction::triggered, &m_editing, &CanvasEditing::cutSelected);
    connect(copy, &QAction::triggered, &m_editing, &CanvasEditing::copySelected);
    connect(paste, &QAction::triggered, &m_editing, &CanvasEditing::paste);
    connect(duplicate, &QAction::triggered, &m_editing, &CanvasEditing::duplicateSelected);
    connect(remove, &QAction::triggered, &m_editing, &CanvasEditing::removeSelected);
    connect(selectAll, &QAction::triggered, &m_editing, &CanvasEditing::selectAll);
    connect(drawLink, &QAction::triggered, &hand, &CanvasHand::beginLink);
    connect(group, &QAction::triggered, this, &EditActions::askForGroup);
    connect(ungroup, &QAction::triggered, &m_editing, &CanvasEditing::ungroupSelected);
    connect(arrange, &QAction::triggered, &m_editing, &CanvasEditing::arrangeAutomatically);
    for (const auto& [action, alignment] :
         {std::pair(alignLeft, Alignment::Left), std::pair(alignTop, Alignment::Top),
          std::pair(spreadAcross, Alignment::Columns), std::pair(spreadDown, Alignment::Rows)})
        connect(action, &QAction::triggered, &m_editing, [this, alignment] { m_editing.align(alignment); });
}

void EditActions::connectViews() {
    CanvasView* view = &m_editing.view();
    connect(zoomIn, &QAction::triggered, view, [view] { view->zoomBy(kZoomStep); });
    connect(zoomOut, &QAction::triggered, view, [view] { view->zoomBy(1 / kZoomStep); });
    connect(zoomFit, &QAction::triggered, view, &CanvasView::zoomToFit);
    connect(zoomWhole, &QAction::triggered, view, &CanvasView::zoomToWhole);
}

void EditActions::enable() {
    const QUndoStack& stack = m_editing.editor().undoStack();
    undo->setEnabled(stack.canUndo());
    redo->setEnabled(stack.canRedo());
    const auto count = m_editing.view().selected().size();
    for (QAction* action : {cut, copy, duplicate, remove}) action->setEnabled(count > 0);
    for (QAction* action : {alignLeft, alignTop}) action->setEnabled(count > 1);
    for (QAction* action : {spreadAcross, spreadDown}) action->setEnabled(count > 2);
    group->setEnabled(m_editing.copies().has_value());
    ungroup->setEnabled(m_editing.copies().value_or(1) > 1);
    drawLink->setEnabled(count > 0);
    selectAll->setEnabled(!m_editing.editor().document().experiment().processes.empty());
    arrange->setEnabled(m_editing.isPlacedByHand());
}

void EditActions::fillEdit(QMenu* menu, QMenu* arrangeMenu) const {
    menu->addActions({undo, redo});
    menu->addSeparator();
    menu->addActions({cut, copy, paste, duplicate, remove, selectAll});
    menu->addSeparator();
    menu->addActions({addProgram, drawLink, group, ungroup});
    menu->addSeparator();
    arrangeMenu->addActions({alignLeft, alignTop, spreadAcross, spreadDown});
    arrangeMenu->addSeparator();
    arrangeMenu->addAction(arrange);
    menu->addMenu(arrangeMenu);
}

void EditActions::fillView(QMenu* menu) const { menu->addActions({zoomIn, zoomOut, zoomFit, zoomWhole}); }

void EditActions::fillContext(QMenu* menu) const {
    menu->addActions({drawLink, cut, copy, paste, duplicate, remove});
    menu->addSeparator();
    menu->addActions({group, ungroup});
    menu->addSeparator();
    menu->addActions({addProgram, arrange});
}

void EditActions::askForGroup() {
    const auto now = m_editing.copies();
    if (!now) return;
    bool chosen = false;
    const int copies =
        QInputDialog::getInt(m_window, tr("Equal processes"), tr("How many equal processes it is:"),
                             static_cast<int>(std::max(*now, 2U)), 1, static_cast<int>(limits::kCopies), 1, &chosen);
    if (chosen) m_editing.setCopies(static_cast<std::uint32_t>(copies));
}

void EditActions::nameHistory() {
    const QUndoStack& stack = m_editing.editor().undoStack();
    const QString last = stack.undoText(), next = stack.redoText();
    name(undo, last.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(last));
    name(redo, next.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(next));
}

// As they are enabled.
void EditActions::tellConditions() const {
    const auto needs = &WindowActions::setCondition;
    needs(undo, tr("Nothing was done that could be undone."));
    needs(redo, tr("Nothing was undone."));
    for (QAction* action : {cut, copy, duplicate, remove, drawLink})
        needs(action, tr("Nothing is selected on the canvas."));
    for (QAction* action : {alignLeft, alignTop}) needs(action, tr("Needs two selected parts."));
    for (QAction* action : {spreadAcross, spreadDown}) needs(action, tr("Needs three selected parts."));
    needs(group, tr("Needs one selected program."));
    needs(ungroup, tr("Needs several equal processes, selected as one."));
    needs(selectAll, tr("The experiment is empty."));
    needs(arrange, tr("Nothing was placed by hand."));
}

void EditActions::retranslate() {
    nameHistory();
    tellConditions();
    name(cut, tr("Cu&t"));
    name(copy, tr("&Copy"), tr("Copies the selected parts as text, for this or another window or a text editor"));
    name(paste, tr("&Paste"), tr("Adds the parts that were copied, here or as text of a file"));
    name(duplicate, tr("&Duplicate"));
    name(remove, tr("De&lete"), tr("Removes the selected parts, and the links that would be left with one end"));
    name(selectAll, tr("Select &all"));
    name(addProgram, tr("Add a pro&gram…"), tr("Shows the programs that a process can be of"));
    name(drawLink, tr("Draw a lin&k"), tr("From the selected program: arrows choose where to, Enter draws it"));
    name(group, tr("Make a &group…"), tr("Several equal processes, shown as one"));
    name(ungroup, tr("U&ngroup"), tr("Makes each of several equal processes one by itself"));
    name(alignLeft, tr("Align &left"));
    name(alignTop, tr("Align &top"));
    name(spreadAcross, tr("Space &across"), tr("Equal gaps from left to right"));
    name(spreadDown, tr("Space &down"), tr("Equal gaps from top to bottom"));
    name(arrange, tr("Arrange a&utomatically"), tr("Forgets where parts were placed by hand"));
    name(zoomIn, tr("&Zoom the canvas in"));
    name(zoomOut, tr("Zoom the canvas &out"));
    name(zoomFit, tr("Fit the canvas to its &width"));
    name(zoomWhole, tr("Show the w&hole canvas"));
}

}  // namespace ipclab

// What is being typed, and what is made of the document: the two must not differ.
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>

#include "bridge/session.h"
#include "inspect/inspector.h"
#include "window/document_keeper.h"
#include "window/lab_desk.h"
#include "window/main_window.h"
#include "window/notice_bar.h"
#include "window/problems_panel.h"

namespace ipclab {
namespace {

bool isTypedInto(const QWidget* widget) {
    return qobject_cast<const QLineEdit*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr || qobject_cast<const QPlainTextEdit*>(widget) != nullptr;
}

}  // namespace

// A field takes what was typed when it loses the focus, and neither a click on a button nor a key that starts
// something takes it away (chart_keys.h).
void MainWindow::finishEdit() {
    const QPointer<QWidget> field = focusWidget();
    if (!isTypedInto(field)) return;
    field->clearFocus();
    if (field) field->setFocus();
}

// False: one shows what it cannot take, so that something else would run than what is seen.
bool MainWindow::takesWhatIsTyped() {
    finishEdit();
    const auto refused = m_inspector->refused();
    if (!refused) return true;
    Inspector::pointAt(*refused);
    m_refusedTold = tr("Nothing was run: “%1” cannot take what is typed there.").arg(refused->field);
    m_notice->show(NoticeBar::Weight::Warning, m_refusedTold, refused->why);
    return false;
}

void MainWindow::connectFields() {
    connect(&m_session->editor(), &Editor::entered, this, &MainWindow::agreeToTyped);
    connect(&m_session->editor(), &Editor::edited, this, &MainWindow::lookAtProblems);
    connect(&m_session->editor(), &Editor::edited, this, &MainWindow::lookAtRefused);
    connect(m_inspector, &Inspector::settled, this, &MainWindow::lookAtRefused);
}

// A command line, and a raised limit, that a person has typed here needs no second word; whatever comes from a file, by
// pasting or by an undo is asked about.
void MainWindow::agreeToTyped(const Part& part, const std::string& field) {
    Experiment typed;
    const Document& document = m_session->editor().document();
    if (part.kind == Part::Kind::Process && field == "command")
        typed.processes.push_back(*document.process(part.id));
    else if (part.kind == Part::Kind::None && field == "safety/processes")
        typed.safety.processes = document.experiment().safety.processes;
    else if (part.kind == Part::Kind::None && field == "safety/memory_bytes")
        typed.safety.memoryBytes = document.experiment().safety.memoryBytes;
    else
        return;
    m_session->approvals().approve(typed);
    m_agreed.add(Approvals::textsOf(typed));
}

// The list is of what could not be run; it goes once that can be.
void MainWindow::lookAtProblems() {
    if (!m_problems->forbidsRun()) return;
    WindowDocument edited = m_keeper->document();
    edited.experiment = m_session->experiment();
    edited.problems = problemsOf(m_session->experiment(), m_atMost);
    if (exitStatus(edited.problems) == 0) edited.problems.clear();
    m_problems->setDocument(edited);
}

void MainWindow::lookAtRefused() {
    if (m_refusedTold.isEmpty() || m_inspector->refused()) return;
    m_notice->take(m_refusedTold);
    m_refusedTold.clear();
}

}  // namespace ipclab

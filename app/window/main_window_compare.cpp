// Sweeps from the main window: of mechanisms, of the experiment that is open, from files; and what is asked before one
// runs.
#include <QAction>
#include <QMessageBox>
#include <QPushButton>

#include "compare/sweep_session.h"
#include "window/compare_dialog.h"
#include "window/document.h"
#include "window/help_links.h"
#include "window/main_window.h"
#include "window/notice_bar.h"
#include "window/observer_cost_notice.h"
#include "window/sweep_files.h"
#include "window/window_actions.h"

namespace ipclab {
namespace {

// What nobody has agreed to in any of the cells: a property that is varied can be a command line.
QStringList unapprovedIn(const std::vector<Experiment>& cells, const Approvals& approvals) {
    QStringList lines;
    for (const Experiment& cell : cells) {
        lines << commandsOf(cell, approvals.missing(cell));
        if (!approvals.hasLimits(cell.safety)) lines << raisedLimitsOf(cell);
    }
    lines.removeDuplicates();
    return lines;
}

}  // namespace

void MainWindow::connectComparing() {
    connect(m_actions->compareMechanisms, &QAction::triggered, this, [this] { showCompare()->compareMechanisms(); });
    connect(m_actions->sweep, &QAction::triggered, this, [this] { showCompare()->compareDocument(); });
    connect(&m_session->editor(), &Editor::edited, this, [this] {
        if (m_compare != nullptr && m_compare->isVisible()) m_compare->setDocument(m_session->editor().document());
    });
}

CompareDialog* MainWindow::showCompare() {
    if (m_compare == nullptr) {
        m_compare = new CompareDialog(m_settings, this);
        HelpLinks::setPlaceOf(m_compare, QStringLiteral("comparing"));
        m_compare->setPermission(
            [this](const auto& cells, const auto& begin, const auto& refuse) { askSweep(cells, begin, refuse); });
        connect(m_compare, &CompareDialog::reportWanted, this, &MainWindow::showReportOf);
    }
    m_compare->setDocument(m_session->editor().document());
    m_compare->show();
    m_compare->raise();
    m_compare->activateWindow();
    return m_compare;
}

bool MainWindow::isSweeping() const { return m_compare != nullptr && m_compare->session().isMeasuring(); }

void MainWindow::openSweep(const QString& path) { showCompare()->openSweep(path); }

void MainWindow::askSweep(const std::vector<Experiment>& cells, const std::function<void(SweepRunner)>& begin,
                          const std::function<void(const QString&)>& refuse) {
    if (m_session->isActive() || m_observerCost->isActive())
        return refuse(tr("A run goes on in the main window. Stop it first: each would disturb the other."));
    const auto start = [this, begin] {
        begin({.launcherPath = {}, .approvals = m_session->approvals(), .limits = m_session->wishes().limits});
    };
    const QStringList asked = unapprovedIn(cells, m_session->approvals());
    if (asked.isEmpty()) return start();
    auto* question = new QMessageBox(
        QMessageBox::Warning, tr("Sweep and compare"),
        tr("This sweep runs commands on your computer, with your rights, or raises the limits that keep a run from "
           "taking it down. Run it?"),
        QMessageBox::Cancel, m_compare);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(asked.join(QLatin1Char('\n')));
    QPushButton* run = question->addButton(tr("Run it"), QMessageBox::AcceptRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::finished, this, [this, question, run, cells, start, refuse] {
        if (question->clickedButton() != run) return refuse(tr("Nothing was run."));
        for (const Experiment& cell : cells) {
            m_session->approvals().approve(cell);
            m_agreed.add(Approvals::textsOf(cell));
        }
        start();
    });
    question->open();
}

}  // namespace ipclab

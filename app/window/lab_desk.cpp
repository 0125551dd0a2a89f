#include "window/lab_desk.h"

#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>

#include "bridge/session.h"
#include "lab_views/lab_page.h"
#include "lab_views/lab_shelf.h"
#include "runs/run_recorder.h"
#include "runs/said.h"
#include "window/document.h"
#include "window/preset_delegate.h"

namespace ipclab {

LabDesk::LabDesk(Session& session, const QString& folder, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_labs(folder.toStdString()),
      m_panel(new QStackedWidget),
      m_shelf(new LabShelf(m_labs)),
      m_page(new LabPage(m_labs)) {
    m_shelf->list()->setItemDelegate(new PresetDelegate(m_shelf->list()));
    m_panel->addWidget(m_shelf);
    m_panel->addWidget(m_page);
    connect(m_shelf, &LabShelf::labChosen, this, &LabDesk::open);
    connect(m_page, &LabPage::closeWanted, this, [this] {
        m_labs.close();
        m_panel->setCurrentWidget(m_shelf);
    });
    connect(m_page, &LabPage::stepShown, this, &LabDesk::showStep);
    connect(m_page, &LabPage::runWanted, this, &LabDesk::runStep);
    connect(m_page, &LabPage::programChanged, this, &LabDesk::putProgram);
    connect(m_page, &LabPage::told, this, &LabDesk::told);
    connect(m_page, &LabPage::chartWanted, this, &LabDesk::chartWanted);
    connect(m_page, &LabPage::handInWanted, this, &LabDesk::handInWanted);
    connect(m_page, &LabPage::startAgainWanted, this, &LabDesk::askStartAgain);
    connect(&m_labs, &LabSession::notKept, this,
            [this](const QString& why) { emit told(tr("What you did could not be kept."), why); });
    connect(&session.shown(), &RunSource::stateChanged, this, &LabDesk::stateChanged);
}

QWidget* LabDesk::panel() const { return m_panel; }

void LabDesk::open(const QString& id) {
    try {
        m_labs.open(id.toStdString());
    } catch (const std::exception& error) {
        emit told(tr("The exercise cannot be opened."), said(std::string_view(error.what())));
        return;
    }
    m_panel->setCurrentWidget(m_page);
    showStep();
}

// Exercises come with the program, and so do their commands; what fills a node is the student's (lab_desk_program.cpp).
void LabDesk::showStep() {
    auto experiment = m_labs.experiment();
    if (!experiment) return;
    if (!m_labs.step().program)
        m_session.approvals().approve(*experiment);
    else
        approveProgram();
    WindowDocument document;
    document.experiment = *std::move(experiment);
    emit stepWanted(document);
}

void LabDesk::runStep() {
    if (m_labs.step().program && !fillsNode()) return;
    const auto forbidden = m_labs.forbidden(m_session.experiment());
    if (!forbidden.empty()) {
        emit told(tr("This is another experiment than the step asks for."),
                  tr("%1 was changed. Undo it, or go to another step and back.")
                      .arg(QString::fromStdString(forbidden.front())));
        return;
    }
    m_labs.leave(m_session.experiment());
    m_judges = true;
    emit runWanted();
    if (!m_session.isActive()) m_judges = false;  // it was refused, or something is asked first
    m_page->setRunning(m_session.isActive());
}

void LabDesk::stateChanged(Run::State state) {
    m_page->setRunning(m_session.isActive());
    if (!m_judges || m_session.isActive()) return;
    if (state == Run::State::Finished) return takeRun();
    m_judges = false;
}

void LabDesk::takeRun() {
    const RunRecorder* recorder = m_session.recorder();
    if (recorder == nullptr) {
        m_judges = false;
        emit told(tr("The run cannot be judged."), tr("Runs are not kept here: the folder for them cannot be used."));
        return;
    }
    if (!recorder->isWritten()) {
        connect(recorder, &RunRecorder::written, this, &LabDesk::takeRun, Qt::SingleShotConnection);
        return;
    }
    if (!m_judges) return;
    m_judges = false;
    m_labs.take(recorder->path());
}

void LabDesk::askStartAgain() {
    auto* question = new QMessageBox(QMessageBox::Question, tr("Start again"),
                                     tr("Begin this exercise anew, with no predictions, runs and answers?"),
                                     QMessageBox::Cancel, m_panel->window());
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("What there is now is kept aside until the next time you start it again."));
    const QPushButton* again = question->addButton(tr("Start again"), QMessageBox::DestructiveRole);
    question->button(QMessageBox::Cancel)->setText(tr("Cancel"));
    connect(question, &QMessageBox::finished, this, [this, question, again] {
        if (question->clickedButton() != again) return;
        m_labs.startAgain();
        showStep();
    });
    question->open();
}

}  // namespace ipclab

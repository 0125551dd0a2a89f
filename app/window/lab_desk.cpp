#include "window/lab_desk.h"

#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QTreeView>

#include "bridge/editor.h"
#include "bridge/session.h"
#include "inspect/field_places.h"
#include "lab_views/lab_page.h"
#include "lab_views/lab_shelf.h"
#include "runs/run_recorder.h"
#include "runs/said.h"
#include "window/document.h"
#include "window/preset_delegate.h"

namespace ipclab {

namespace {

constexpr int kKeepBenchAfterMs = 400;

// What the checks of a step are seen in; before one with checks what is to come.
QStringList chartsOf(const Lab& lab, std::size_t step) {
    QStringList charts;
    for (; step < lab.steps.size() && charts.isEmpty(); ++step) {
        for (const LabCheck& check : lab.steps[step].checks) {
            const QString chart = QString::fromStdString(check.shownIn);
            if (!chart.isEmpty() && !charts.contains(chart)) charts << chart;
        }
    }
    return charts;
}

}  // namespace

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
    connect(m_shelf, &LabShelf::ownLabChosen, this, &LabDesk::openAt);
    connect(m_shelf, &LabShelf::folderWanted, this, &LabDesk::folderWanted);
    connect(m_shelf, &LabShelf::archiveWanted, this, &LabDesk::archiveWanted);
    connect(m_shelf, &LabShelf::removeWanted, this, [this](const QString& path) {
        try {
            m_labs.ownLabs().remove(path.toStdString());
        } catch (const std::exception& error) {
            emit told(tr("The exercise stays in the list."), said(std::string_view(error.what())));
        }
        m_shelf->fill();
    });
    connect(m_page, &LabPage::closeWanted, this, [this] {
        emit fieldLeft();
        keepBench();
        setOnBench(false);
        m_labs.close();
        m_panel->setCurrentWidget(m_shelf);
        m_shelf->list()->setFocus();
    });
    connect(m_page, &LabPage::stepLeft, this, [this] {
        emit fieldLeft();
        keepBench();
    });
    connect(m_page, &LabPage::stepShown, this, &LabDesk::showStep);
    connect(m_page, &LabPage::runWanted, this, &LabDesk::runStep);
    connect(m_page, &LabPage::programChanged, this, &LabDesk::putProgram);
    connect(m_page, &LabPage::told, this, &LabDesk::told);
    connect(m_page, &LabPage::sightingWanted, this, [this](const LabSighting& sighting) {
        emit fieldLeft();
        keepBench();
        emit sightingWanted(sighting);
    });
    connect(m_page, &LabPage::handInWanted, this, [this] {
        emit fieldLeft();
        keepBench();
        emit handInWanted();
    });
    connect(m_page, &LabPage::startAgainWanted, this, &LabDesk::askStartAgain);
    connect(&m_labs, &LabSession::notKept, this,
            [this](const QString& why) { emit told(tr("What you did could not be kept."), why); });
    connect(&m_labs, &LabSession::reread, this, &LabDesk::filesChanged);
    connect(&session.shown(), &RunSource::stateChanged, this, &LabDesk::stateChanged);
    connect(&session.shown(), &RunSource::viewAboutToChange, this, [this] { m_shown.clear(); });
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(kKeepBenchAfterMs);
    connect(&m_keepSoon, &QTimer::timeout, this, &LabDesk::keepBench);
    connect(&session.editor(), &Editor::edited, this, [this] {
        if (m_onBench) m_keepSoon.start();
        lookAtChanges();
    });
}

QWidget* LabDesk::panel() const { return m_panel; }

void LabDesk::open(const QString& id) {
    try {
        m_labs.open(id.toStdString());
    } catch (const std::exception& error) {
        emit told(tr("The exercise cannot be opened."), said(std::string_view(error.what())));
        return;
    }
    showPage();
}

bool LabDesk::openAt(const QString& path) {
    try {
        m_labs.openAt(QFile::encodeName(path).toStdString());
    } catch (const std::exception& error) {
        emit told(tr("The exercise cannot be opened."), said(std::string_view(error.what())));
        return false;
    }
    showPage();
    return true;
}

void LabDesk::showPage() {
    m_panel->setCurrentWidget(m_page);
    if (m_labs.isOpen()) showStep();
}

// The commands of those that come along come with the program; of anybody else's it is asked before they run. What
// fills a node is the student's (lab_desk_program.cpp).
void LabDesk::showStep() {
    auto experiment = m_labs.experiment();
    if (!experiment) return;
    if (m_labs.step().program)
        approveProgram();
    else if (m_labs.source().empty())
        m_session.approvals().approve(*experiment);
    WindowDocument document;
    document.experiment = *std::move(experiment);
    document.isOfExercise = true;
    document.step = QString::fromStdString(m_labs.source().string() + ':' + m_labs.lab().id + '/' + m_labs.step().id);
    document.charts = chartsOf(m_labs.lab(), m_labs.stepIndex());
    emit stepWanted(document);
    const auto& mayChange = m_labs.step().mayChange;
    if (!mayChange.empty()) {
        const std::string& first = mayChange.front();
        emit partWanted(QString::fromStdString(first.substr(0, first.find('.'))));
    }
}

// Where the author has changed what the step starts with, that comes onto the bench.
void LabDesk::filesChanged() {
    if (!m_labs.isOpen() || !m_onBench || m_session.isActive()) return;
    const auto experiment = m_labs.experiment();
    if (experiment && *experiment != m_session.experiment()) showStep();
}

void LabDesk::setOnBench(bool isSteps) {
    m_onBench = isSteps && m_labs.isOpen();
    m_keepSoon.stop();
}

// Somebody gathers those of a whole class in one folder.
QString LabDesk::handInName() const {
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{N}\\p{M}_.-]+"));
    QString student = QString::fromStdString(m_labs.work().student).trimmed();
    student.replace(others, QStringLiteral("-"));
    const QString id = QString::fromStdString(m_labs.lab().id);
    return (student.isEmpty() ? id : id + QLatin1Char('-') + student) + QStringLiteral(".zip");
}

bool LabDesk::isShown(const std::filesystem::path& recording) const { return !m_shown.empty() && m_shown == recording; }

// As it stands, so that it is found so again.
void LabDesk::keepBench() {
    m_keepSoon.stop();
    if (m_onBench && m_labs.isOpen() && m_labs.forbidden(m_session.experiment()).empty())
        m_labs.leave(m_session.experiment());
}

void LabDesk::keepAll() {
    keepBench();
    m_labs.keepPending();
}

// The step that is open is judged by runs, and what runs is on its bench.
bool LabDesk::isAsked() const {
    return m_onBench && m_labs.isOpen() && m_panel->currentWidget() == m_page && m_labs.runsWanted(m_labs.step()) > 0;
}

// A run counts whichever button has started it, where everything is predicted and nothing else was changed.
QString LabDesk::whyNotCounted() const {
    const auto& step = m_labs.step();
    if (!m_labs.missing().empty()) return tr("This machine lacks what the step needs.");
    if (!m_labs.isPredicted(step)) return tr("Predict first, then run it again.");
    if (step.program && !m_labs.hasProgram()) return tr("Write it under Your program, and compile it.");
    if (step.program && !isNodeFilled()) return tr("Another command stands in the place of your program.");
    return whatToUndo();
}

// As the inspector names it; empty: nothing that the step does not allow.
QString LabDesk::whatToUndo() const {
    const Experiment& experiment = m_session.experiment();
    const auto forbidden = m_labs.forbidden(experiment);
    if (forbidden.empty()) return {};
    const QString place = FieldPlaces::ofChange(experiment, forbidden.front());
    return tr("%1 was changed. Undo it, or go to another step and back.")
        .arg(place.isEmpty() ? QString::fromStdString(forbidden.front()) : place);
}

void LabDesk::tellChanged(const QString& text) {
    m_changeTold = text;
    emit told(text, whatToUndo());
}

// What was told of a change goes with it.
void LabDesk::lookAtChanges() {
    if (m_changeTold.isEmpty() || (m_labs.isOpen() && !whatToUndo().isEmpty())) return;
    emit untold(std::exchange(m_changeTold, QString()));
}

// Which step of which exercise; empty: none is open.
std::string LabDesk::shownStep() const {
    if (!m_labs.isOpen()) return {};
    return m_labs.source().string() + '\n' + m_labs.lab().id + '\n' + m_labs.step().id;
}

void LabDesk::runStep() {
    emit fieldLeft();
    if (m_labs.step().program && !fillsNode()) return;
    if (!whatToUndo().isEmpty()) return tellChanged(tr("This is another experiment than the step asks for."));
    keepBench();
    emit runWanted();
    m_page->setRunning(m_session.isActive());
}

void LabDesk::stateChanged(Run::State state) {
    m_page->setRunning(m_session.isActive());
    if (m_session.isActive()) {
        if (m_judged.empty() && countsNow()) {
            keepBench();
            m_judged = shownStep();
        }
        if (m_judged.empty() && !m_isTold && isAsked()) {
            m_isTold = true;
            const QString text = tr("This run does not count for the exercise."), why = whyNotCounted();
            if (why == whatToUndo()) return tellChanged(text);
            emit told(text, why);
        }
        return;
    }
    m_isTold = false;
    if (m_judged.empty()) return;
    if (state == Run::State::Finished) return takeRun();
    m_judged.clear();
}

// A run of a step that was left meanwhile, or begun anew, is no more than a run.
void LabDesk::takeRun() {
    if (m_judged.empty() || m_judged != shownStep()) return m_judged.clear();
    const RunRecorder* recorder = m_session.recorder();
    if (recorder == nullptr) {
        m_judged.clear();
        emit told(tr("The run cannot be judged."), tr("Runs are not kept here: the folder for them cannot be used."));
        return;
    }
    if (!recorder->isWritten()) {
        connect(recorder, &RunRecorder::written, this, &LabDesk::takeRun, Qt::SingleShotConnection);
        return;
    }
    m_judged.clear();
    m_labs.take(recorder->path());
    if (const auto& runs = m_labs.work().steps; runs.contains(m_labs.step().id)) {
        if (const auto& kept = runs.at(m_labs.step().id).recordings; !kept.empty()) m_shown = kept.back();
    }
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
        if (question->clickedButton() != again || !m_labs.isOpen()) return;
        m_judged.clear();
        try {
            m_labs.startAgain();
        } catch (const std::exception& error) {
            return emit told(tr("The exercise cannot be opened."), said(std::string_view(error.what())));
        }
        showPage();
    });
    question->open();
}

}  // namespace ipclab

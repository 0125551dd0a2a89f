// Which document is open in the window: what is asked before another takes its place, and what is shown of it.
#include <QAction>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>

#include "bridge/words.h"
#include "exercises/own_labs.h"
#include "window/compare_dialog.h"
#include "window/description_strip.h"
#include "window/document_keeper.h"
#include "window/lab_desk.h"
#include "window/library_panel.h"
#include "window/main_window.h"
#include "window/notice_bar.h"
#include "window/observer_cost_notice.h"
#include "window/palette_panel.h"
#include "window/problems_panel.h"
#include "window/saved_recording.h"
#include "window/side_panel.h"
#include "window/sweep_files.h"
#include "window/sweep_guard.h"
#include "window/window_actions.h"

namespace ipclab {

void MainWindow::openInitial(const QString& source) {
    const QString last = source.isEmpty() ? m_settings.lastDocument() : source;
    if (!source.isEmpty() && isSweepFile(source)) {
        open(readPresetDocument(QStringLiteral("first")));
        openSweep(source);
        return setHintsShown(false);
    }
    if (!source.isEmpty() && isRecordingFile(source)) {
        open(readPresetDocument(QStringLiteral("first")));  // what is there where the recording is refused
        openRecording(source);
        return setHintsShown(false);
    }
    if (!source.isEmpty() && isLabPath(QFile::encodeName(source).toStdString())) {
        open(readPresetDocument(QStringLiteral("first")));
        askOpenLab(source);
        return setHintsShown(false);
    }
    WindowDocument document = readAnyDocument(last.isEmpty() ? QStringLiteral("first") : last);
    // What was open last may have gone since; that is no error to greet anybody with.
    if (source.isEmpty() && !document.isSound()) document = readPresetDocument(QStringLiteral("first"));
    open(document);
    setHintsShown(!m_settings.hintsDismissed());
}

void MainWindow::open(const WindowDocument& document) {
    m_observerCost->abandon();
    m_notice->dismiss();
    m_problems->hide();
    if (!document.experiment) return m_problems->setDocument(document);
    if (document.isPreset && !document.isRecovered)
        m_session->approvals().approve(*document.experiment);  // they come with the program
    m_keeper->open(document);
    m_session->open(*document.experiment);
    m_problems->setDocument(document);
    m_description->setOfExercise(document.isOfExercise);
    if (m_labs != nullptr) m_labs->setOnBench(document.isOfExercise);
    if (document.isSound() && !document.source.isEmpty()) m_settings.setLastDocument(document.source);
    m_library->setCurrent(document.isPreset ? document.source : QString());
    showRunState();
}

// A document that cannot be opened ends no run, so nobody is asked for one.
void MainWindow::askOpen(const WindowDocument& document) {
    if (!document.experiment) return open(document);
    beforeLosing(RunGuard::Wish::Open, [this, document] { open(document); });
}

void MainWindow::askNew(const QString& templateId) {
    beforeLosing(RunGuard::Wish::Open, [this, templateId] {
        const WindowDocument document = templateId.isEmpty() ? newDocument() : newFromTemplate(templateId);
        if (!templateId.isEmpty() && document.experiment) m_session->approvals().approve(*document.experiment);
        open(document);
        m_actions->showLibrary->setChecked(true);
        m_side->showPalette();
    });
}

// The run that goes on, and what was changed and not saved.
void MainWindow::beforeLosing(RunGuard::Wish wish, std::function<void()> then, std::function<void()> refused) {
    finishEdit();
    m_guard->before(
        wish, [this, then = std::move(then), refused] { m_keeper->before(then, refused); }, refused);
}

void MainWindow::presetChosen(const QString& id, bool toRun) {
    if (m_keeper->isOpenPreset(id)) return toRun ? run() : void();
    beforeLosing(
        RunGuard::Wish::Open,
        [this, id, toRun] {
            open(readPresetDocument(id));
            if (toRun) run();
        },
        [this] {
            const WindowDocument& stays = m_keeper->document();
            m_library->setCurrent(stays.isPreset ? stays.source : QString());
        });
}

void MainWindow::askOpenFile() {
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open an experiment, a recording, a sweep or an exercise"), m_settings.saveFolder(),
        tr("Experiments, recordings, sweeps and exercises (*.ipclab.json *.json *.ipclab *.sweep *.zip);;All files "
           "(*)"));
    if (!path.isEmpty()) askOpenPath(path);
}

void MainWindow::offerLeft() {
    m_keeper->offerLeft([this](const WindowDocument& document) { askOpen(document); });
}

void MainWindow::showTitle() {
    setWindowTitle(m_keeper->title());
    setWindowModified(m_keeper->isChanged());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    finishEdit();
    if (isSweeping()) {
        event->ignore();
        return m_compare->guard().before(SweepGuard::Wish::Quit, this, [this] { close(); });
    }
    if (!m_mayClose && (m_session->isActive() || m_keeper->wouldBeLost())) {
        event->ignore();
        return beforeLosing(RunGuard::Wish::Quit, [this] {
            m_mayClose = true;
            close();
        });
    }
    saveLayout();
    if (m_labs != nullptr) m_labs->keepAll();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) { askOpenPath(event->mimeData()->urls().first().toLocalFile()); }

}  // namespace ipclab

// Runs that are over: kept among the last ones, opened again, saved as a recording.
#include <QAction>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QTreeView>

#include "bridge/words.h"
#include "exercises/own_labs.h"
#include "recording/recording.h"
#include "runs/presets.h"
#include "runs/said.h"
#include "window/document_keeper.h"
#include "window/lab_desk.h"
#include "window/last_runs_panel.h"
#include "window/library_panel.h"
#include "window/main_window.h"
#include "window/notice_bar.h"
#include "window/observer_cost_notice.h"
#include "window/preferences_in_force.h"
#include "window/private_folder.h"
#include "window/problems_panel.h"
#include "window/saved_recording.h"
#include "window/side_panel.h"
#include "window/sweep_files.h"
#include "window/window_actions.h"

namespace ipclab {
namespace {

// A preset that was run as it comes is that preset; else it is a document without a file.
WindowDocument documentOf(const Experiment& recorded) {
    if (!recorded.id.empty() && presetText(recorded.id)) {
        WindowDocument preset = readPresetDocument(QString::fromStdString(recorded.id));
        if (preset.experiment == recorded) return preset;
    }
    WindowDocument document;
    document.experiment = recorded;
    return document;
}

LastRuns::Limits keptOf(const Preferences& preferences) {
    return {.runs = static_cast<std::size_t>(preferences.runsKept), .bytes = preferences.runsBytes};
}

}  // namespace

// In the folder that is the user's alone; where that cannot be used nothing is kept, and the question before a run is
// ended says so.
std::unique_ptr<LastRuns> MainWindow::makeLastRuns() {
    const QString parent = m_settings.privateFolder();
    if (parent.isEmpty() || privateFolder(parent).isEmpty()) return nullptr;
    const QString folder = privateFolder(parent + QStringLiteral("/runs"));
    if (folder.isEmpty()) return nullptr;
    return std::make_unique<LastRuns>(folder.toStdString(), keptOf(m_preferences->now()));
}

void MainWindow::connectRecordings() {
    m_session->keepRuns(m_lastRuns.get());
    connect(m_preferences, &PreferencesInForce::changed, this, [this] {
        const LastRuns::Limits wanted = keptOf(m_preferences->now());
        if (m_lastRuns != nullptr &&
            (wanted.runs != m_lastRuns->limits().runs || wanted.bytes != m_lastRuns->limits().bytes))
            m_lastRuns->setLimits(wanted);
    });
    m_guard->setKeeps(m_lastRuns != nullptr);
    connect(m_actions->saveRecording, &QAction::triggered, this, [this] { askSaveRecording({}); });
    connect(m_actions->showLastRuns, &QAction::triggered, this, [this] {
        m_actions->showLibrary->setChecked(true);
        m_side->showRuns();
        m_runsPanel->list()->setFocus();
    });
    connect(m_runsPanel, &LastRunsPanel::runChosen, this, &MainWindow::askOpenRecording);
    connect(m_runsPanel, &LastRunsPanel::saveWanted, this, &MainWindow::askSaveRecording);
    connect(m_runsPanel, &LastRunsPanel::compareWanted, this, &MainWindow::showRecordings);
}

void MainWindow::askOpenPath(const QString& path) {
    if (isSweepFile(path)) return openSweep(path);
    if (isRecordingFile(path)) return askOpenRecording(path);
    if (isLabPath(QFile::encodeName(path).toStdString())) return askOpenLab(path);
    askOpen(readFileDocument(path));
}

void MainWindow::askOpenRecording(const QString& path) {
    beforeLosing(RunGuard::Wish::Open, [this, path] { openRecording(path); });
}

bool MainWindow::openRecording(const QString& path) {
    std::unique_ptr<ReplaySource> recording;
    try {
        recording = std::make_unique<ReplaySource>(path.toStdString());
    } catch (const std::exception& error) {
        tellRefused(error);
        return false;
    }
    m_observerCost->abandon();
    m_notice->dismiss();
    const WindowDocument document = documentOf(recording->recorded());
    m_problems->setDocument(document);
    if (document.isPreset) m_session->approvals().approve(*document.experiment);  // they come with the program
    m_keeper->open(document);
    m_session->open(std::move(recording));
    m_description->setOfExercise(false);
    if (m_labs != nullptr) m_labs->setOnBench(false);
    followRecording();
    m_library->setCurrent(document.isPreset ? document.source : QString());
    showRunState();
    tellRecorded();
    return true;
}

void MainWindow::tellRefused(const std::exception& error) {
    const auto* refused = dynamic_cast<const RecordingRefused*>(&error);
    const WhyRefused why = refused != nullptr ? refused->why() : WhyRefused::Damaged;
    const QString text = why == WhyRefused::Missing       ? tr("The recording cannot be read.")
                         : why == WhyRefused::NoRecording ? tr("This file is no recording of ipclab.")
                         : why == WhyRefused::Newer
                             ? tr("This recording was written by a newer ipclab. Open it with that one.")
                             : tr("This recording is damaged and cannot be opened.");
    m_notice->show(NoticeBar::Weight::Error, text, QString::fromStdString(error.what()));
}

// Over the charts, so that nobody takes it for something that goes on.
void MainWindow::tellRecorded() {
    const RecordedFrames& frames = m_session->recording()->frames();
    const QDateTime at = QDateTime::fromString(QString::fromStdString(frames.recordedAt()), Qt::ISODate).toLocalTime();
    const HostFacts& host = frames.host();
    QString text =
        tr("Recorded on %1. This is a replay: nothing runs.").arg(at.toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    if (!frames.complete()) text += QLatin1Char(' ') + tr("It was cut off before the run had ended.");
    if (m_session->recording()->file().hasNoLevels())
        text +=
            QLatin1Char(' ') +
            tr("An older ipclab wrote it, without the levels that long charts are drawn from: they are made now, in "
               "the background, as charts are looked at.");
    const QString machine = tr("%1 · processors: %2 · Linux %3")
                                .arg(QString::fromStdString(host.cpuModel), QString::number(host.cpusOnline),
                                     QString::fromStdString(host.kernel));
    m_notice->show(NoticeBar::Weight::Information, text, machine);
}

// Of a recording that is kept or open its file is copied; of a run that is not kept one is written now.
void MainWindow::askSaveRecording(const QString& of) {
    const QString id = QString::fromStdString(m_session->view().experiment.id);
    const QString name = (id.isEmpty() ? QStringLiteral("run") : id) + QStringLiteral(".ipclab");
    QFileDialog dialog(this, tr("Save the run as a recording"), m_settings.saveFolder(), tr("Recordings (*.ipclab)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("ipclab"));
    dialog.selectFile(name);
    if (dialog.exec() == QDialog::Accepted) saveRecording(of, dialog.selectedFiles().value(0));
}

bool MainWindow::saveRecording(const QString& of, const QString& path) {
    QString from = of;
    if (from.isEmpty() && m_session->recording() != nullptr)
        from = QString::fromStdString(m_session->recording()->path().string());
    const RunRecorder* recorder = m_session->recorder();
    if (from.isEmpty() && recorder != nullptr && recorder->isWritten())
        from = QString::fromStdString(recorder->path().string());
    const QString failure =
        QFileInfo::exists(from) ? copyRecording(from, path) : writeRecording(m_session->view(), path);
    if (!failure.isEmpty()) {
        m_notice->show(NoticeBar::Weight::Error, tr("The recording could not be saved."),
                       QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(path), failure));
        return false;
    }
    m_settings.setSaveFolder(QFileInfo(path).absolutePath());
    m_settings.addRecentFile(path);
    m_notice->show(NoticeBar::Weight::Information, tr("Saved %1").arg(QDir::toNativeSeparators(path)));
    keepNotesWith(path);
    return true;
}

}  // namespace ipclab

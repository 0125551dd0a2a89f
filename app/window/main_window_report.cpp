// A report of what the window shows, or of a file: what the dialog is given, and where the author's words are kept.
#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

#include "results/run_warnings.h"
#include "runs/said.h"
#include "window/charts_panel.h"
#include "window/document_keeper.h"
#include "window/help_links.h"
#include "window/main_window.h"
#include "window/notice_bar.h"
#include "window/private_folder.h"
#include "window/report_dialog.h"
#include "window/window_actions.h"

namespace ipclab {
namespace {

std::filesystem::path pathOf(const QString& name) { return QFile::encodeName(name).toStdString(); }
QString nameOf(const std::filesystem::path& path) { return QFile::decodeName(path.c_str()); }

// "first" of "first.ipclab": what a report of it is called.
QString baseNameOf(const QString& file) { return QFileInfo(file).baseName(); }

// The clock of a run counts from the start of the machine.
std::string startOf(const RunData& run) {
    const qint64 agoMs = (monotonicNow() - run.startNs) / 1'000'000;
    return QDateTime::currentDateTimeUtc().addMSecs(-agoMs).toString(Qt::ISODate).toStdString();
}

// As it stands in memory: it must not change as long as it is looked at.
RunSubject shownRun(const RunData& run) {
    return {.data = std::shared_ptr<const RunData>(std::shared_ptr<const RunData>(), &run),
            .host = readHostFacts(),
            .measuredAt = startOf(run),
            .warnings = resultWarnings(run)};
}

class WaitCursor {
public:
    WaitCursor() { QApplication::setOverrideCursor(Qt::WaitCursor); }
    ~WaitCursor() { QApplication::restoreOverrideCursor(); }
    WaitCursor(const WaitCursor&) = delete;
    WaitCursor& operator=(const WaitCursor&) = delete;
};

}  // namespace

void MainWindow::connectReport() {
    connect(m_actions->report, &QAction::triggered, this, &MainWindow::showReport);
    connect(&m_session->shown(), &RunSource::viewAboutToChange, this, [this] {
        if (m_report != nullptr && m_report->isOf(&m_session->view())) m_report->forget();
    });
}

ReportDialog* MainWindow::reportDialog() {
    if (m_report == nullptr) {
        m_report = new ReportDialog(m_settings, this);
        HelpLinks::setPlaceOf(m_report, QStringLiteral("report"));
        connect(m_report, &ReportDialog::otherWanted, this, &MainWindow::askReportFile);
    }
    return m_report;
}

// Among the runs made last, which come and go by themselves.
bool MainWindow::isOurOwnFile(const QString& path) const {
    const QString folder = m_settings.privateFolder();
    return !folder.isEmpty() && QFileInfo(path).absoluteFilePath().startsWith(folder + QLatin1Char('/'));
}

// Beside the document; of one without a file in the folder that is the user's alone, by what it is called.
std::filesystem::path MainWindow::notesOfDocument() const {
    const WindowDocument& document = m_keeper->document();
    if (!document.isPreset && !document.source.isEmpty()) return notesBeside(pathOf(document.source));
    const QString parent = m_settings.privateFolder();
    if (parent.isEmpty() || privateFolder(parent).isEmpty()) return {};
    const QString folder = privateFolder(parent + QStringLiteral("/notes"));
    if (folder.isEmpty()) return {};
    QString name = QString::fromStdString(m_session->view().document.id);
    name.remove(QLatin1Char('/'));
    return notesBeside(pathOf(folder) / pathOf(name.isEmpty() ? QStringLiteral("experiment") : name));
}

// What was written about a run goes with its recording.
void MainWindow::keepNotesWith(const QString& recording) {
    const std::filesystem::path from = notesOfDocument(), to = notesBeside(pathOf(recording));
    std::error_code error;
    if (from.empty() || std::filesystem::exists(to, error)) return;
    try {
        writeNotes(to, readNotes(from));
    } catch (const std::runtime_error& problem) {
        m_notice->show(NoticeBar::Weight::Warning, tr("Your notes could not be saved with the recording."),
                       said(std::string_view(problem.what())));
    }
}

ReportDialog* MainWindow::showReport() {
    if (m_session->isActive()) return nullptr;
    if (!m_session->hasRun()) {
        askReportFile();
        return nullptr;
    }
    QString file;
    if (const ReplaySource* recording = m_session->recording())
        file = nameOf(recording->path());
    else if (const RunRecorder* recorder = m_session->recorder(); recorder != nullptr && recorder->isWritten())
        file = nameOf(recorder->path());
    const RunData& view = m_session->view();
    ReportOrigin origin;
    try {
        const WaitCursor waiting;
        origin.subject = QFileInfo::exists(file) ? readReportSubject(pathOf(file)) : ReportSubject(shownRun(view));
    } catch (const std::runtime_error&) {
        origin.subject = shownRun(view);  // the file has gone meanwhile
    }
    const bool isUsers = !file.isEmpty() && !isOurOwnFile(file);
    origin.notes = isUsers ? notesBeside(pathOf(file)) : notesOfDocument();
    origin.name = isUsers ? baseNameOf(file) : QString::fromStdString(view.document.id);
    if (origin.name.isEmpty()) origin.name = QStringLiteral("report");
    origin.charts = m_charts->shownIds();
    const TimeAxis& axis = *m_charts->page()->axis();
    if (const auto a = axis.marker(Marker::A), b = axis.marker(Marker::B); a && b)
        origin.markersS = {view.sinceStartS(std::min(*a, *b)), view.sinceStartS(std::max(*a, *b))};
    reportDialog()->open(std::move(origin));
    m_report->show();
    m_report->raise();
    m_report->activateWindow();
    return m_report;
}

ReportDialog* MainWindow::showReportOf(const QString& file) {
    ReportOrigin origin;
    try {
        const WaitCursor waiting;
        origin.subject = readReportSubject(pathOf(file));
    } catch (const std::runtime_error& error) {
        m_notice->show(NoticeBar::Weight::Error, tr("There can be no report of this file."),
                       said(std::string_view(error.what())));
        return nullptr;
    }
    origin.notes = notesBeside(pathOf(file));
    origin.name = baseNameOf(file);
    reportDialog()->open(std::move(origin));
    m_report->show();
    m_report->raise();
    m_report->activateWindow();
    return m_report;
}

void MainWindow::askReportFile() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Report a recording or a sweep"), m_settings.saveFolder(),
                                     tr("Recordings and sweeps (*.ipclab *.sweep);;All files (*)"));
    if (!path.isEmpty()) showReportOf(path);
}

}  // namespace ipclab

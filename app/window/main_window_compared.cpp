// Recordings compared, and what of them is at hand: the run that is shown, those made last, files opened lately.
#include <QDateTime>
#include <QFileInfo>

#include "bridge/words.h"
#include "runs/run_recorder.h"
#include "window/help_links.h"
#include "window/main_window.h"
#include "window/recordings_dialog.h"
#include "window/saved_recording.h"

namespace ipclab {
namespace {

constexpr std::size_t kMostOffered = 12;  // of the last runs

QString offerText(const KeptRun& run) {
    const QDateTime at = QDateTime::fromString(QString::fromStdString(run.recordedAt), Qt::ISODate).toLocalTime();
    const QString name = Words::local(run.name);
    return QStringLiteral("%1, %2").arg(name.isEmpty() ? QString::fromStdString(run.id) : name,
                                        at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
}

}  // namespace

RecordingsDialog* MainWindow::showRecordings(const QStringList& added) {
    if (m_recordings == nullptr) {
        m_recordings = new RecordingsDialog(this);
        HelpLinks::setPlaceOf(m_recordings, QStringLiteral("documents#comparing"));
        m_recordings->setOffers([this] { return recordingsAtHand(); });
    }
    for (const QString& path : added) m_recordings->add(path);
    m_recordings->show();
    m_recordings->raise();
    m_recordings->activateWindow();
    return m_recordings;
}

QString MainWindow::shownRecording() const {
    if (const ReplaySource* shown = m_session->recording()) return QString::fromStdString(shown->path().string());
    const RunRecorder* recorder = m_session->recorder();
    const bool written = recorder != nullptr && recorder->isWritten();
    return written ? QString::fromStdString(recorder->path().string()) : QString();
}

QList<RecordingOffer> MainWindow::recordingsAtHand() const {
    QList<RecordingOffer> offers;
    const QString shown = shownRecording();
    if (!shown.isEmpty()) offers.push_back({tr("The run that is shown"), shown});
    if (m_lastRuns != nullptr) {
        for (const KeptRun& run : m_lastRuns->list(kMostOffered).runs) {
            const QString path = QString::fromStdString(run.path.string());
            if (static_cast<std::size_t>(offers.size()) > kMostOffered) break;
            if (!run.isGoingOn && path != shown) offers.push_back({offerText(run), path});
        }
    }
    for (const QString& path : m_settings.recentFiles()) {
        if (path != shown && QFileInfo::exists(path) && isRecordingFile(path))
            offers.push_back({QFileInfo(path).fileName(), path});
    }
    return offers;
}

}  // namespace ipclab

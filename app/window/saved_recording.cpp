#include "window/saved_recording.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

#include "recording/recording.h"
#include "results/run_warnings.h"

namespace ipclab {
namespace {

constexpr qint64 kPieceBytes = 1 << 20;

}  // namespace

bool isRecordingFile(const QString& path) {
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return path.endsWith(QLatin1String(".ipclab"), Qt::CaseInsensitive);
    return file.read(15) == "SQLite format 3";
}

QString copyRecording(const QString& from, const QString& to) {
    QFile source(from);
    QSaveFile target(to);
    if (!source.open(QIODevice::ReadOnly)) return source.errorString();
    if (!target.open(QIODevice::WriteOnly)) return target.errorString();
    while (!source.atEnd()) {
        const QByteArray piece = source.read(kPieceBytes);
        if (piece.isEmpty()) return source.errorString();
        if (target.write(piece) != piece.size()) return target.errorString();
    }
    return target.commit() ? QString() : target.errorString();
}

// A recording is written beside the place where it is to be, and moved there once it is whole.
QString writeRecording(const RunData& run, const QString& to) {
    const QTemporaryDir folder(QFileInfo(to).absolutePath() + QStringLiteral("/.ipclab-XXXXXX"));
    if (!folder.isValid()) return folder.errorString();
    const QString draft = folder.filePath(QStringLiteral("run.ipclab"));
    try {
        RecordingWriter writer(draft.toStdString(), run);
        writer.finish(run, resultWarnings(run));
    } catch (const std::exception& error) {
        return QString::fromStdString(error.what());
    }
    return copyRecording(draft, to);
}

}  // namespace ipclab

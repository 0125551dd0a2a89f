#include "runs/launcher_path.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ipclab {

QString findLauncher() {
    const QString own = qEnvironmentVariable("IPCLAB_LAUNCHER");
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString& path : {own, here + QStringLiteral("/ipclab-launcher"),
                                here + QStringLiteral("/../libexec/ipclab/ipclab-launcher")}) {
        const QFileInfo file(path);
        if (!path.isEmpty() && file.isFile() && file.isExecutable()) return file.absoluteFilePath();
    }
    return {};
}

QString findWorker() {
    const QFileInfo worker(QFileInfo(findLauncher()).absolutePath() + QStringLiteral("/ipclab-worker"));
    return worker.isFile() && worker.isExecutable() ? worker.absoluteFilePath() : QString();
}

}  // namespace ipclab

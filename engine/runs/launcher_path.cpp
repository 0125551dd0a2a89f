#include "runs/launcher_path.h"

#include <linux/capability.h>
#include <sys/xattr.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QtEndian>
#include <array>
#include <cstdint>

namespace ipclab {

namespace {

constexpr int kProbeMs = 5000;
constexpr int kProbeYes = 0, kProbeNo = 3;  // its exit statuses

}  // namespace

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

LauncherProbe probeLauncher(const QString& launcher) {
    LauncherProbe probe;
    if (launcher.isEmpty()) return probe;
    QProcess process;
    process.start(launcher, {QStringLiteral("--probe")});
    if (!process.waitForFinished(kProbeMs) || process.exitStatus() != QProcess::NormalExit) return probe;
    probe.answered = process.exitCode() == kProbeYes || process.exitCode() == kProbeNo;
    probe.switchEvents = process.exitCode() == kProbeYes;
    probe.problem = QString::fromUtf8(process.readAllStandardOutput()).trimmed().toStdString();
    return probe;
}

// vfs_cap_data (linux/capability.h): a word of flags, then permitted and inheritable sets in two halves; little endian.
bool hasPerfmon(const QString& launcher) {
    std::array<std::uint32_t, 8> words{};
    const ssize_t length =
        ::getxattr(QFile::encodeName(launcher).constData(), "security.capability", words.data(), sizeof words);
    if (length < static_cast<ssize_t>(5 * sizeof words[0])) return false;
    const bool effective = (qFromLittleEndian(words[0]) & VFS_CAP_FLAGS_EFFECTIVE) != 0;
    return effective && (qFromLittleEndian(words[3]) >> (CAP_PERFMON - 32) & 1) != 0;
}

QString perfmonCommand(const QString& launcher) {
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./+-]+$"));
    QString path = launcher;
    if (!plain.match(path).hasMatch()) {
        path.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
        path = QLatin1Char('\'') + path + QLatin1Char('\'');
    }
    return QStringLiteral("sudo setcap cap_perfmon=ep ") + path;
}

bool perfmonWouldHelp(const std::string& reason) { return reason.find("cap_perfmon") != std::string::npos; }

}  // namespace ipclab

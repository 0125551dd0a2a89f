#include "runs/window_children.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/clock.h"
#include "core/error.h"
#include "core/open_files.h"
#include "core/run_directory.h"

namespace ipclab {

namespace {

// "4:12,7:13": the numbers of the plan, and those here.
QString pairsOf(const std::string& numbers, const std::vector<UniqueFd>& descriptors) {
    QStringList pairs;
    const QStringList old = QString::fromStdString(numbers).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < old.size() && i + 2 < std::ssize(descriptors); ++i) {
        pairs << old[i] + QLatin1Char(':') + QString::number(descriptors[static_cast<std::size_t>(i) + 2].get());
    }
    return pairs.join(QLatin1Char(','));
}

}  // namespace

WindowChildren::WindowChildren(int segmentFd, std::string token, Send send, QObject* parent)
    : QObject(parent), m_segmentFd(segmentFd), m_token(std::move(token)), m_send(std::move(send)) {}

WindowChildren::~WindowChildren() { killAll(); }

void WindowChildren::start(const WindowStartAsked& asked, std::vector<UniqueFd> descriptors) {
    if (descriptors.size() < 2) {
        m_send(WindowStartFailed{asked.process,
                                 "its descriptors did not arrive; raise the limit of open files (ulimit -n)"},
               UniqueFd());
        return;
    }
    if (::access(asked.executable.c_str(), X_OK) != 0) {
        m_send(WindowStartFailed{asked.process, "QProcess: " + asked.executable + ": " + errorText(errno)}, UniqueFd());
        return;
    }
    m_processes.push_back(std::make_unique<QProcess>());
    QProcess& child = *m_processes.back();
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.setStandardInputFile(QProcess::nullDevice());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromUtf8(kRunVariable.data()), QString::fromStdString(m_token));
    child.setProcessEnvironment(environment);
    std::vector<int> inherited{m_segmentFd};
    for (const UniqueFd& fd : descriptors) inherited.push_back(fd.get());
    // In the child, between fork and exec: nothing but fcntl and setrlimit.
    child.setChildProcessModifier([inherited, openFiles = raiseOpenFiles()] {
        restoreOpenFiles(openFiles);
        for (const int fd : inherited) ::fcntl(fd, F_SETFD, 0);
    });
    const std::uint32_t process = asked.process;
    connect(&child, &QProcess::started, this, [this, process, &child] { tellStarted(process, child); });
    connect(&child, &QProcess::finished, this, [this, process, &child] { tellEnded(process, child); });
    connect(&child, &QProcess::errorOccurred, this, [this, process, &child](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) return;
        m_send(WindowStartFailed{process, "QProcess: " + child.errorString().toStdString()}, UniqueFd());
    });
    QStringList arguments{QString::number(m_segmentFd), QString::number(descriptors[0].get()),
                          QString::number(descriptors[1].get()), QString::number(::getpid()),
                          pairsOf(asked.numbers, descriptors)};
    child.start(QString::fromStdString(asked.executable), arguments);
    // The child has its copies by now; one kept here would hide an end of file from its peers.
}

// Before QProcess can have waited for it: the pidfd is of this very process.
void WindowChildren::tellStarted(std::uint32_t process, const QProcess& child) {
    const auto pid = static_cast<pid_t>(child.processId());
    UniqueFd pidfd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    m_send(WindowStarted{process, pid, ::getpid(), monotonicNow()}, std::move(pidfd));
}

// QProcess says of a death by signal only that, and puts the signal's number into the exit code.
void WindowChildren::tellEnded(std::uint32_t process, const QProcess& child) {
    WindowEnded ended;
    ended.process = process;
    ended.atNs = monotonicNow();
    (child.exitStatus() == QProcess::CrashExit ? ended.signal : ended.code) = child.exitCode();
    m_send(ended, UniqueFd());
}

void WindowChildren::killAll() {
    for (const auto& process : m_processes) {
        disconnect(process.get(), nullptr, this, nullptr);
        if (process->state() != QProcess::NotRunning) process->kill();
    }
    for (const auto& process : m_processes) process->waitForFinished(1000);
    m_processes.clear();
}

}  // namespace ipclab

#include "runs/cost_job.h"

#include <sys/prctl.h>

#include <csignal>
#include <utility>

#include "runs/launcher_path.h"

namespace ipclab {

CostJob::CostJob(unsigned repeats, unsigned group) : m_repeats(repeats), m_group(group) {
    connect(&m_worker, &QProcess::readyReadStandardOutput, this, &CostJob::read);
    connect(&m_worker, &QProcess::finished, this, &CostJob::end);
    connect(&m_worker, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) end();
    });
}

CostJob::~CostJob() {
    disconnect(&m_worker, nullptr, this, nullptr);
    if (m_worker.state() == QProcess::NotRunning) return;
    m_worker.kill();
    m_worker.waitForFinished(1000);
}

void CostJob::start() {
    // In the child, between fork and exec: it must not outlive this process.
    m_worker.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_worker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_worker.setStandardInputFile(QProcess::nullDevice());
    m_worker.start(findWorker(), {QStringLiteral("--costs"), QString::number(m_repeats), QString::number(m_group)});
}

void CostJob::read() {
    while (m_worker.canReadLine()) {
        std::string problem;
        const bool added = addCostLine(m_table, m_worker.readLine().trimmed().toStdString(), problem);
        if (!added) m_problem = QString::fromStdString(problem);
    }
}

void CostJob::end() {
    if (std::exchange(m_ended, true)) return;
    if (m_worker.error() == QProcess::FailedToStart) {
        m_problem = tr("ipclab-worker could not be started: %1").arg(m_worker.errorString());
    } else {
        read();
        const bool broke = m_worker.exitStatus() != QProcess::NormalExit || m_worker.exitCode() != 0;
        if (m_problem.isEmpty() && broke) m_problem = tr("ipclab-worker ended before everything was measured");
    }
    emit finished();
}

}  // namespace ipclab

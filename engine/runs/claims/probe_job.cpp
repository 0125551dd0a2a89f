#include <sys/prctl.h>
#include <unistd.h>
#include <sys/resource.h>

#include <csignal>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/sentences.h"
#include "results/run_warnings.h"
#include "runs/claims/claim_plan.h"
#include "runs/launcher_path.h"

namespace ipclab {

namespace {

// Of all children that have been waited for.
double childrenCpuS() {
    rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

ProbeJob::ProbeJob(std::string_view id, unsigned repeats) : m_id(id), m_repeats(repeats) {
    connect(&m_worker, &QProcess::readyReadStandardOutput, this, &ProbeJob::read);
    connect(&m_worker, &QProcess::finished, this, &ProbeJob::end);
    connect(&m_worker, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) end();
    });
}

ProbeJob::~ProbeJob() {
    disconnect(&m_worker, nullptr, this, nullptr);
    if (m_worker.state() == QProcess::NotRunning) return;
    m_worker.kill();
    m_worker.waitForFinished(1000);
}

void ProbeJob::start() {
    m_load = std::make_unique<MachineLoad>();
    m_childrenBeforeS = childrenCpuS();
    // In the child, between fork and exec: it must not outlive this process.
    m_worker.setChildProcessModifier([parent = ::getpid()] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent) ::_exit(127);  // it died before the line above
    });
    m_worker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_worker.setStandardInputFile(QProcess::nullDevice());
    m_worker.start(findWorker(), {QStringLiteral("--probe"), QString::fromStdString(m_id), QString::number(m_repeats)});
}

void ProbeJob::read() {
    while (m_worker.canReadLine()) readLine(m_worker.readLine().trimmed().toStdString());
}

// What comes is another process's: a line that is none of ours is a problem, not a figure.
void ProbeJob::readLine(const std::string& line) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    const auto text = [&](const char* key) {
        return json.is_object() && json.contains(key) && json[key].is_string() ? json[key].get<std::string>()
                                                                               : std::string();
    };
    const std::string figure = text("figure"), lacks = text("lacks"), failed = text("failed");
    if (!figure.empty() && json.contains("value") && json["value"].is_number()) {
        m_samples[figure].push_back(json["value"].get<double>());
    } else if (!lacks.empty()) {
        m_lacks = true;
        m_problem = lacks;
    } else if (!failed.empty()) {
        m_problem = failed;
    } else if (json.is_object() && json.contains("complete")) {
        m_complete = true;
    } else {
        m_problem = say(Sentence::ProbeLineUnknown);
    }
}

void ProbeJob::end() {
    if (std::exchange(m_ended, true)) return;
    if (m_worker.error() == QProcess::FailedToStart) {
        m_problem = say(Sentence::ProbeNotStarted, {{"error_why", m_worker.errorString().toStdString()}});
    } else {
        read();
        if (m_problem.empty() && !m_complete) m_problem = say(Sentence::ProbeBroke);
        m_disturbance = m_load->disturbance(childrenCpuS() - m_childrenBeforeS);
    }
    emit finished();
}

}  // namespace ipclab

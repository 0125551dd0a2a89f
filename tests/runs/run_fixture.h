// Runs an experiment to its end, in a runtime folder of its own, and lets a test act on the way.
#pragma once

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <fstream>
#include <functional>
#include <memory>
#include <sstream>

#include "document/experiment_json.h"
#include "helpers/leak_guard.h"
#include "runs/run.h"

namespace ipclab::test {

inline Experiment preset(const std::string& id, const std::vector<std::string>& settings = {}) {
    const std::string file = std::string(IPCLAB_PRESETS) + '/' + id + ".ipclab.json";
    std::ifstream in(file);
    std::stringstream text;
    text << in.rdbuf();
    ReadResult read = readExperiment(text.str(), file, settings);
    for (const Problem& problem : read.problems) {
        EXPECT_EQ(problem.severity, Severity::Warning) << formatProblem(file, problem);
    }
    EXPECT_TRUE(read.experiment) << file;
    return read.experiment.value_or(Experiment{});
}

inline Experiment experiment(const std::string& text) {
    ReadResult read = readExperiment(text, "test.ipclab.json");
    for (const Problem& problem : read.problems) {
        EXPECT_EQ(problem.severity, Severity::Warning) << formatProblem("test", problem);
    }
    return read.experiment.value_or(Experiment{});
}

class RunTest : public ::testing::Test {
protected:
    static constexpr int kHangsAfterMs = 50'000;

    ipclab::Run& start(Experiment wanted) {
        RunOptions options;
        options.experiment = std::move(wanted);
        options.launcherPath = QStringLiteral(IPCLAB_LAUNCHER_PATH);
        m_run = std::make_unique<ipclab::Run>(std::move(options));
        m_run->start();
        return *m_run;
    }

    // Turns the event loop until the condition holds and all who are counted are known: counters lie in shared memory
    // and come before what the launcher tells. False: it never did.
    bool until(const std::function<bool()>& condition) {
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < kHangsAfterMs) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
            m_run->drain();
            if (condition() && whoIsCountedIsKnown(m_run->data())) return true;
        }
        return false;
    }

    bool untilEnded() {
        return until([this] {
            return m_run->state() == ipclab::Run::State::Finished || m_run->state() == ipclab::Run::State::Failed;
        });
    }

    const RunData& finish(Experiment wanted) {
        start(std::move(wanted));
        EXPECT_TRUE(untilEnded()) << "the run hangs";
        return m_run->data();
    }

    // Who begins with the run is known by then: what is measured may come before what was told. A test that kills
    // number 0 kills the whole process group, ctest among it.
    bool untilRunningFor(double seconds) {
        return until([this, seconds] {
            const RunData& data = m_run->data();
            return data.startNs != 0 && data.durationS() >= seconds && everybodyIsKnown(data);
        });
    }

    static bool everybodyIsKnown(const RunData& data) {
        const auto& specs = data.experiment.processes;
        for (std::size_t i = 0; i < data.processes.size(); ++i) {
            const bool late = i >= specs.size() || specs[i].startsLater;
            if (!late && data.processes[i].pid == 0 && data.processes[i].failure.empty()) return false;
        }
        return true;
    }

    static bool whoIsCountedIsKnown(const RunData& data) {
        return std::ranges::all_of(data.links, [&](const LinkData& link) {
            return std::ranges::all_of(link.ports, [&](const PortData& port) {
                if (port.messages == 0) return true;
                const ProcessData& process = data.processes[port.process];
                return process.pid != 0 || !process.failure.empty();
            });
        });
    }

    static bool hasEvent(const RunData& data, const std::string& what) {
        return std::ranges::any_of(data.events, [&](const RunEvent& event) { return event.id() == what; });
    }

    LeakGuard m_leaks;
    std::unique_ptr<ipclab::Run> m_run;
};

}  // namespace ipclab::test

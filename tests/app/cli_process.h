// The real binary as another program would use it: arguments in, exit status and both outputs out, never longer than
// a deadline.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QProcess>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "runs/temp_dir.h"

namespace ipclab::test {

struct Ended {
    int status = -1;  // 1000 + signal where one ended it
    std::string out, err;

    [[nodiscard]] nlohmann::json json() const {
        auto parsed = nlohmann::json::parse(out, nullptr, false);
        EXPECT_FALSE(parsed.is_discarded()) << "not one JSON document: " << out.substr(0, 400) << "\nstderr: " << err;
        return parsed.is_discarded() ? nlohmann::json() : parsed;
    }
};

class Cli {
public:
    static constexpr int kDeadlineMs = 50'000;

    explicit Cli(const QStringList& arguments) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(IPCLAB_PATH), arguments);
        EXPECT_TRUE(m_process.waitForStarted(kDeadlineMs));
    }

    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] QProcess& process() { return m_process; }

    // Until the condition holds, asked again whenever a little time has passed. False: the deadline came first.
    bool waitUntil(const std::function<bool()>& condition) {
        QElapsedTimer timer;
        timer.start();
        while (!condition()) {
            if (timer.elapsed() > kDeadlineMs || m_process.waitForFinished(20)) return condition();
        }
        return true;
    }

    Ended ended() {
        if (!m_process.waitForFinished(kDeadlineMs)) {
            m_process.kill();
            m_process.waitForFinished();
            ADD_FAILURE() << "still running after " << kDeadlineMs << " ms";
        }
        const bool normal = m_process.exitStatus() == QProcess::NormalExit;
        return {normal ? m_process.exitCode() : 1000 + m_process.exitCode(),
                m_process.readAllStandardOutput().toStdString(), m_process.readAllStandardError().toStdString()};
    }

private:
    QProcess m_process;
};

inline Ended ipclab(const QStringList& arguments) { return Cli(arguments).ended(); }

inline QString text(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

}  // namespace ipclab::test

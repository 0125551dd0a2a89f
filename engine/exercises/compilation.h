// One source file through the system's C compiler: in a private folder, with limits, and never through a shell. Its
// caller's event loop goes on meanwhile.
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "exercises/diagnostic.h"
#include "exercises/own_program.h"

namespace ipclab {

// What cc is given beside the file and its output.
inline constexpr std::string_view kCompileFlags = "-std=c11 -Wall -Wextra -O1 -g -pthread";

struct CompileLimits {
    std::string compiler = "cc";  // found in PATH
    std::uint64_t cpuSeconds = 20, addressSpaceBytes = std::uint64_t{2} << 30, fileBytes = std::uint64_t{32} << 20;
    std::size_t saidBytes = 256U << 10;
    std::chrono::milliseconds time{60'000};
};

class Compilation : public QObject {
    Q_OBJECT
public:
    explicit Compilation(CompileLimits limits = {}, QObject* parent = nullptr);
    ~Compilation() override;  // ends it

    // The program goes into the folder, which is private, under programFileName(). finished() always follows, never
    // before this returns. Not while it is active.
    void start(const std::string& source, const std::filesystem::path& folder);
    void stop();
    [[nodiscard]] bool isActive() const { return m_active; }

    // Of what has finished. Nothing: there is no program.
    [[nodiscard]] const std::optional<BuiltProgram>& program() const { return m_program; }
    [[nodiscard]] const std::string& source() const { return m_source; }
    // Why there is none that is not in what the compiler said: it is missing, or a limit was met.
    [[nodiscard]] const std::string& failure() const { return m_failure; }
    [[nodiscard]] bool hasCompiler() const;
    [[nodiscard]] const std::string& said() const { return m_said; }
    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return m_diagnostics; }

signals:
    void finished();

private:
    void run(const std::string& compiler);
    void read();
    void ended();
    void end(std::string failure);
    void killAll();
    void keep();

    CompileLimits m_limits;
    QTimer m_timer;
    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<QTemporaryDir> m_place;
    std::string m_source, m_said, m_failure, m_stopped;
    std::filesystem::path m_folder;
    std::vector<Diagnostic> m_diagnostics;
    std::optional<BuiltProgram> m_program;
    bool m_active = false;
};

}  // namespace ipclab

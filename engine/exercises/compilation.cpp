#include "exercises/compilation.h"

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QFile>
#include <cassert>

#include "core/sentences.h"
#include "core/whole_file.h"
#include "document/machine.h"
#include "exercises/compiler_guard.h"
#include "exercises/sha256.h"

namespace ipclab {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMessageHeader = "ipclab_message.h";
constexpr std::string_view kOutput = "program";

std::string headerText() {
    QFile file(QStringLiteral(":/ipclab/include/ipclab_message.h"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

// Between fork and exec. A file that grows without end, a macro that eats all memory: the compiler meets a limit, and
// the machine does not. Its helpers (cc1, as, ld) inherit them.
void limitCompiler(const CompileLimits& limits, pid_t parent) {
    const auto limit = [](auto resource, std::uint64_t value) {
        const rlimit both{value, value};
        ::setrlimit(resource, &both);
    };
    guardCompiler(parent);
    limit(RLIMIT_CPU, limits.cpuSeconds);
    limit(RLIMIT_AS, limits.addressSpaceBytes);
    limit(RLIMIT_FSIZE, limits.fileBytes);
    limit(RLIMIT_CORE, 0);
}

// Nothing of the user's changes what is compiled, or the language of what is said of it.
QProcessEnvironment compilerEnvironment(const QString& place) {
    const auto system = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment environment;
    for (const char* name : {"PATH", "HOME"}) {
        if (system.contains(QLatin1String(name)))
            environment.insert(QLatin1String(name), system.value(QLatin1String(name)));
    }
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    environment.insert(QStringLiteral("TMPDIR"), place);
    return environment;
}

}  // namespace

Compilation::Compilation(CompileLimits limits, QObject* parent) : QObject(parent), m_limits(std::move(limits)) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_stopped = say(Sentence::CompilerTooSlow, {{"seconds", m_limits.time.count() / 1000}});
        killAll();
    });
}

Compilation::~Compilation() {
    if (!m_process) return;
    m_process->disconnect(this);
    killAll();
    m_process->waitForFinished(1000);
}

bool Compilation::hasCompiler() const {
    return findExecutable(m_limits.compiler, qEnvironmentVariable("PATH").toStdString()).has_value();
}

void Compilation::start(const std::string& source, const fs::path& folder) {
    assert(!m_active);
    m_active = true;
    m_source = source;
    m_folder = folder;
    m_said.clear();
    m_diagnostics.clear();
    m_stopped.clear();
    m_failure.clear();
    m_program.reset();
    // What cannot even begin ends later too, so that callers have one way.
    const auto refuse = [&](const std::string& why) { QTimer::singleShot(0, this, [this, why] { end(why); }); };
    if (auto why = refusedSource(source); !why.empty()) return refuse(why);
    const auto compiler = findExecutable(m_limits.compiler, qEnvironmentVariable("PATH").toStdString());
    if (!compiler) return refuse(say(Sentence::LabNoTool, {{"tool", m_limits.compiler}}));
    try {
        run(*compiler);
    } catch (const std::exception& error) {
        refuse(error.what());
    }
}

void Compilation::run(const std::string& compiler) {
    const fs::path name = m_folder / compileFolderName(::getpid());
    m_place = std::make_unique<QTemporaryDir>(QString::fromStdString(name.string()));
    if (!m_place->isValid()) throw std::runtime_error(m_place->errorString().toStdString());
    const fs::path place = m_place->path().toStdString();
    writeWholeFile(place / kSourceFile, m_source);
    writeWholeFile(place / kMessageHeader, headerText());
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setWorkingDirectory(m_place->path());
    m_process->setProcessEnvironment(compilerEnvironment(m_place->path()));
    m_process->setChildProcessModifier([limits = m_limits, parent = ::getpid()] { limitCompiler(limits, parent); });
    connect(m_process.get(), &QProcess::readyRead, this, &Compilation::read);
    connect(m_process.get(), &QProcess::finished, this, &Compilation::ended);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) return;
        QTimer::singleShot(0, this, [this, why = m_process->errorString().toStdString()] {
            end(say(Sentence::CompilerNotStarted, {{"error_why", why}}));
        });
    });
    QStringList arguments = QString::fromLatin1(kCompileFlags.data(), kCompileFlags.size()).split(QLatin1Char(' '));
    const auto text = [](std::string_view word) { return QString::fromLatin1(word.data(), qsizetype(word.size())); };
    arguments << QStringLiteral("-I") << QStringLiteral(".") << QStringLiteral("-o") << text(kOutput)
              << text(kSourceFile);
    m_timer.start(m_limits.time);
    m_process->start(QString::fromStdString(compiler), arguments);
}

void Compilation::stop() {
    if (!m_process || !m_active) return;
    m_stopped = say(Sentence::CompilerStopped);
    killAll();
}

// The whole group: what cc has started would go on without it.
void Compilation::killAll() {
    if (!m_process) return;
    const auto pid = m_process->processId();
    if (pid > 0) ::kill(-static_cast<pid_t>(pid), SIGKILL);
    m_process->kill();
}

void Compilation::read() {
    const QByteArray bytes = m_process->readAll();
    const auto room = m_limits.saidBytes - m_said.size();
    m_said.append(bytes.constData(), std::min<std::size_t>(static_cast<std::size_t>(bytes.size()), room));
    if (static_cast<std::size_t>(bytes.size()) <= room || !m_stopped.empty()) return;
    m_stopped = say(Sentence::CompilerTooMuch, {{"most", m_limits.saidBytes}});
    killAll();
}

void Compilation::ended() {
    read();
    if (!m_stopped.empty()) return end(m_stopped);
    if (m_process->exitStatus() == QProcess::CrashExit)
        return end(say(Sentence::CompilerKilled, {{"signal", m_process->exitCode()}}));
    if (m_process->exitCode() != 0) return end({});
    try {
        keep();
        end({});
    } catch (const std::exception& error) {
        end(error.what());
    }
}

void Compilation::keep() {
    BuiltProgram program{.sha256 = sha256(m_source)};
    program.file = m_folder / programFileName(program.sha256);
    const fs::path made = fs::path(m_place->path().toStdString()) / kOutput;
    program.compiled = sha256(readWholeFile(made, kMostExecutableBytes + 1, std::chrono::milliseconds(0)));
    fs::permissions(made, fs::perms::owner_all);
    writeWholeFile(program.file.string() + ".c", m_source);
    writeWholeFile(program.file.string() + ".txt", m_said);
    fs::rename(made, program.file);
    m_program = std::move(program);
}

void Compilation::end(std::string failure) {
    m_timer.stop();
    m_failure = std::move(failure);
    m_diagnostics = diagnosticsIn(m_said);
    if (m_process) m_process.release()->deleteLater();  // it may be the one that calls
    m_place.reset();
    m_active = false;
    emit finished();
}

}  // namespace ipclab

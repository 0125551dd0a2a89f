#include "bridge/words.h"

#include <QLocale>
#include <QStringList>
#include <csignal>
#include <cstring>

#include "links/registry.h"
#include "programs/registry.h"
#include "runs/presets.h"

namespace ipclab {
namespace {

// The English names stand in the registries; listed here so that they can be translated. One that is missing here
// is shown in English.
[[maybe_unused]] constexpr const char* kNames[] = {
    QT_TRANSLATE_NOOP("ipclab::Registry", "anonymous pipe"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "named pipe (FIFO)"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "UNIX stream socket"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "TCP socket on loopback"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "UNIX socket pair"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "UNIX datagram socket"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "UNIX sequenced-packet socket"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "UDP socket on loopback"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "UDP multicast on loopback"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "pseudo-terminal"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Mach port (model)"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "ALPC port (model)"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Windows named pipe (model)"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Dialogue"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Talks and listens at once: sends at its pace and takes what arrives meanwhile, waiting for "
                      "both."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "POSIX message queue"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "POSIX shared memory"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "System V shared memory"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "anonymous shared memory"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "memory-mapped file"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "System V message queue"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "event counter"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "queued real-time signals"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "shared file"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "cross-memory copy"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Producer"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Consumer"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Relay"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Client"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Echo"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Talker"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Increment"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Hand-off"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Barrier"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Command"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Makes messages and sends each to every one of its links."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Receives messages from one link, checks them and works on each."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Passes on what it receives from one link to all its others."),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Sends a request and waits for its answer before the next: a ping-pong with an echo."),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Answers every message with one of the same size; the answer carries the request's send time."),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Sends all it has to say before it listens: its count of messages, then it receives as many."),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Adds one to a shared counter: loads it, computes and, in one round of eight, sleeps for the "
                      "counter's window so that the others come in between, then stores it."),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Waits for a token, computes while it has it, and passes it on to the next process."),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Computes for a random time, work_us on average, then waits at a barrier until all have arrived "
                      "there; over and over."),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Any executable with its arguments, connected by standard input and output or by a descriptor "
                      "named in its environment."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "CPU-bound"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Computes without a pause, work_us of processor time at a time, and waits for nothing."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "I/O-bound"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Writes step_bytes to a file and waits until the disk has them, over and over; between two "
                      "writes it computes for work_us."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Mixed"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Takes turns: computes for work_us, sleeps as long, then writes step_bytes and waits until "
                      "the disk has them."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Memory grower"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Takes memory a step at a time, rate_per_s steps a second, and writes to every page of it: "
                      "on the heap, by recursion on the stack, or in mappings."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Thread maker"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Makes threads that compute for work_us and sleep as long in turns, and add to one "
                      "variable they share; each has a stack of its own."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Fork tree"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Forks so many times in a row; every process made so goes on with the forks that are left, "
                      "so that n forks make 2^n processes. Each waits for its children."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Fork, then write"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Fills memory and forks two children: one writes to step_bytes of it, the other only "
                      "reads. Tells what each finds at the same address, and whose pages are shared and whose "
                      "are copies."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Exec"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Lives as a copy of the launcher for hold_s, then replaces its program by another with "
                      "execve(2): the process id stays, everything in its memory is new."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Parent"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Makes a child that computes for hold_s, and either waits for it at once (way \"wait\") or "
                      "computes beside it and waits afterwards (way \"run-on\")."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Zombie maker"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Makes a child that ends at once and does not wait for it for hold_s: a zombie, which "
                      "keeps its exit code until it is waited for."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Orphan maker"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Makes a child that makes a child of its own and ends after half of hold_s: the grandchild "
                      "is an orphan, and the nearest subreaper becomes its parent - the launcher, or with the "
                      "way \"adopt\" this process itself."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Endings"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Ends in the way given: by exit, signal, abort or fault. Without a way it makes a child "
                      "for each, one that it kills and one whose parent dies, and tells how each has ended."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Limit breaker"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Runs into each of the limits it is given: open files, processes and address space, which "
                      "refuse a call, then file size, stack and processor time, which end it."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Page out"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Fills memory, asks the kernel to page it out, and touches it again after hold_s. "
                      "Anonymous memory needs swap to go to; where there is none, pages of a file are pushed out "
                      "instead."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Creator"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Fills `bytes` of memory and makes `count` children by each method in turn: fork, vfork, a "
                      "thread, fork and exec, posix_spawn; tells what one costs."),
};

QString translated(std::string_view text) {
    const QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    return QCoreApplication::translate("ipclab::Registry", bytes.constData());
}

QString plain(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

QString linkName(const Waiting& waiting, const RunData& data) {
    return waiting.link < data.links.size() ? QString::fromStdString(data.links[waiting.link].name) : QString();
}

}  // namespace

QString Words::local(const LocalText& text) {
    //: The ISO 639 code of this translation's language. Not a word: "ko".
    const QByteArray language = tr("en").toUtf8();
    return plain(textIn(text, std::string_view(language.constData(), static_cast<std::size_t>(language.size()))));
}

QString Words::mechanism(std::string_view id) {
    const Mechanism* mechanism = findMechanism(id);
    return mechanism == nullptr ? plain(id) : translated(mechanism->info().name);
}

QString Words::program(std::string_view id) {
    const Program* program = findProgram(id);
    return program == nullptr ? plain(id) : translated(program->info().name);
}

QString Words::programSummary(std::string_view id) {
    const Program* program = findProgram(id);
    return program == nullptr ? QString() : translated(program->info().summary);
}

QString Words::registry(std::string_view text) { return text.empty() ? QString() : translated(text); }

QString Words::launch(LaunchMethod method) {
    switch (method) {
        case LaunchMethod::Fork:
            return QStringLiteral("fork");
        case LaunchMethod::Exec:
            return QStringLiteral("fork + exec");
        case LaunchMethod::Spawn:
            return QStringLiteral("posix_spawn");
        case LaunchMethod::VFork:
            return QStringLiteral("vfork + exec");
        case LaunchMethod::QProcess:
            return QStringLiteral("QProcess");
    }
    return {};
}

QString Words::observe(ObserveLevel level) {
    switch (level) {
        case ObserveLevel::Off:
            return tr("off");
        case ObserveLevel::Sampled:
            return tr("sampled");
        case ObserveLevel::Exact:
            return tr("exact");
    }
    return {};
}

QString Words::observeTip(ObserveLevel level) {
    switch (level) {
        case ObserveLevel::Off:
            return tr("Process states are not observed and the window redraws seldom: for measuring throughput.");
        case ObserveLevel::Sampled:
            return tr(
                "States are read from /proc at the sampling rate. Short changes are missed, and ready cannot be "
                "told from running.");
        case ObserveLevel::Exact:
            return tr(
                "Every context switch is recorded by the kernel (perf). Costs just under a microsecond a switch.");
    }
    return {};
}

QString Words::runState(Run::State state) {
    switch (state) {
        case Run::State::Idle:
            return tr("ready to run");
        case Run::State::Starting:
            return tr("starting");
        case Run::State::Running:
            return tr("running");
        case Run::State::Stopping:
            return tr("stopping");
        case Run::State::Finished:
            return tr("finished");
        case Run::State::Failed:
            return tr("failed");
    }
    return {};
}

QString Words::lockText(const Waiting& waiting, const RunData& data) {
    const std::uint32_t index = waiting.sharedObject();
    if (index >= data.shared.size()) return tr("a lock");
    const SharedData& shared = data.shared[index];
    const QString name = QString::fromStdString(shared.name);
    const auto holder = shared.figures.holder;
    if (holder && *holder < data.processes.size()) {
        return tr("the lock of %1 (held by %2)").arg(name, QString::fromStdString(data.processes[*holder].name));
    }
    switch (shared.kind) {
        case SharedKind::HandOff:
            return tr("its turn: %1").arg(name);
        case SharedKind::Barrier:
            return tr("the others at %1").arg(name);
        case SharedKind::Counter:
            break;
    }
    return tr("the lock of %1").arg(name);
}

QString Words::waitsFor(const Waiting& waiting, const RunData& data) {
    const QString link = linkName(waiting, data);
    switch (waiting.reason) {
        case WaitReason::None:
            return {};
        case WaitReason::Full:
            return link.isEmpty() ? tr("room: the queue is full") : tr("room in %1 (full)").arg(link);
        case WaitReason::Empty:
            return link.isEmpty() ? tr("a message: the queue is empty") : tr("a message from %1 (empty)").arg(link);
        case WaitReason::Lock:
            return lockText(waiting, data);
        case WaitReason::Sleep:
            return tr("its next turn (asleep)");
        case WaitReason::Paused:
            return tr("you: it is paused");
        case WaitReason::Start:
            return tr("the start of the run");
        case WaitReason::Connect:
            return tr("a connection");
        case WaitReason::Child:
            return tr("a child");
        case WaitReason::Disk:
            return tr("the disk");
        case WaitReason::Turn:
            return link.isEmpty() ? tr("its turn to receive") : tr("its turn to receive from %1").arg(link);
        case WaitReason::Events:
            return tr("an event on any of its descriptors");
        case WaitReason::Signal:
            return tr("a signal");
        case WaitReason::Network:
            return tr("the network");
        case WaitReason::PageFault:
            return tr("a page to be read in");
        case WaitReason::Traced:
            return tr("its tracer (a debugger, strace)");
    }
    return {};
}

QString Words::waitsFor(const ProcessData& process, const RunData& data) {
    if (process.pid == 0 || process.endedNs != 0) return {};
    if (process.paused) return tr("you: it is paused");
    if (process.state != ProcessState::Waiting) return {};
    return waitsFor(process.waiting, data);
}

QString Words::signal(int number) {
    const char* name = ::sigabbrev_np(number);
    return name != nullptr ? QStringLiteral("SIG") + QString::fromLatin1(name) : QStringLiteral("SIG%1").arg(number);
}

QString Words::exit(const ExitStatus& exit) {
    if (exit.signal) {
        const QString text = exit.cause.empty() ? tr("killed by %1").arg(signal(*exit.signal))
                                                : tr("killed by %1: %2").arg(signal(*exit.signal), cause(exit));
        return exit.coreDumped ? tr("%1, core dumped").arg(text) : text;
    }
    return exit.code ? tr("exit %1").arg(*exit.code) : tr("ended, status unknown");
}

QString Words::cause(const ExitStatus& exit) {
    const auto limit = static_cast<qint64>(exit.limit.value_or(0));
    const QString bytes = QLocale().formattedDataSize(limit, 1);
    if (exit.cause == "cpu-limit") return tr("CPU time limit of %1 s").arg(limit);
    if (exit.cause == "file-limit") return tr("file size limit of %1").arg(bytes);
    if (exit.cause == "stack-overflow") return tr("stack overflow, limit %1").arg(bytes);
    if (exit.cause == "memory-budget") return tr("memory budget of %1").arg(bytes);
    return QString::fromStdString(exit.cause);
}

QString Words::ending(const ProcessData& process) {
    if (!process.failure.empty()) return tr("could not start");
    if (process.exit) return exit(*process.exit);
    return process.endedNs != 0 ? tr("ended, status unknown") : QString();
}

bool Words::endedBadly(const ProcessData& process) {
    if (!process.failure.empty()) return true;
    return process.exit && (process.exit->signal || process.exit->code.value_or(0) != 0);
}

QString Words::stateSource(StateSource source) {
    switch (source) {
        case StateSource::None:
            return tr("not observed");
        case StateSource::Sampled:
            return tr("sampled from /proc");
        case StateSource::SwitchRecords:
            return tr("switch records of the kernel");
    }
    return {};
}

QString Words::asFastAsPossible() { return tr("as fast as possible"); }

}  // namespace ipclab

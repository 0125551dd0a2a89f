#include "bridge/words.h"

#include <QLocale>
#include <QStringList>
#include <csignal>
#include <cstring>

#include "bridge/event_words.h"
#include "core/markup.h"
#include "links/registry.h"
#include "programs/registry.h"
#include "runs/presets.h"
#include "runs/said.h"
#include "sync/registry.h"

namespace ipclab {
namespace {

QString plain(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

QString linkName(const Waiting& waiting, const RunData& data) {
    return waiting.link < data.links.size() ? QString::fromStdString(data.links[waiting.link].name) : QString();
}

bool isAtRendezvous(const Waiting& waiting, const RunData& data) {
    return waiting.link < data.links.size() && Words::isRendezvous(data.links[waiting.link]);
}

}  // namespace

std::string Words::language() {
    //: The ISO 639 code of this translation's language. Not a word: "ko".
    return tr("en").toStdString();
}

QString Words::local(const LocalText& text) { return plain(textIn(text, language())); }

QString Words::tip(const char* of, std::string_view english) {
    const std::string text = markupText(translated(of, english).toStdString());
    return text.empty() ? QString() : QStringLiteral("<p>%1</p>").arg(QString::fromStdString(text));
}

QString Words::mechanism(std::string_view id) {
    const Mechanism* mechanism = findMechanism(id);
    return mechanism == nullptr ? plain(id) : translated("mechanism", mechanism->info().name);
}

QString Words::program(std::string_view id) {
    const Program* program = findProgram(id);
    return program == nullptr ? plain(id) : translated("program", program->info().name);
}

QString Words::primitive(std::string_view id) {
    const Primitive* primitive = findPrimitive(id);
    return primitive == nullptr ? plain(id) : translated("primitive", primitive->info().name);
}

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
            if (isAtRendezvous(waiting, data)) return tr("the receiver at %1 (rendezvous)").arg(link);
            return link.isEmpty() ? tr("room to send (full)") : tr("room in %1 (full)").arg(link);
        case WaitReason::Empty:
            if (isAtRendezvous(waiting, data)) return tr("the sender at %1 (rendezvous)").arg(link);
            return link.isEmpty() ? tr("something to receive (empty)") : tr("a message from %1 (empty)").arg(link);
        case WaitReason::Lock:
            return lockText(waiting, data);
        case WaitReason::Sleep:
            return tr("time to pass (asleep)");
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
        case WaitReason::Stranded:
            if (const auto bytes = waiting.strandedBytes())
                return tr("another arrival: %n byte(s) wait unread, and nobody will be woken for them", nullptr,
                          static_cast<int>(*bytes));
            return tr("another arrival: bytes wait unread, and nobody will be woken for them");
        case WaitReason::Futex:
            return tr("a futex: a lock or a condition, which cannot be told from outside");
        case WaitReason::Semaphore:
            return tr("a System V semaphore");
        case WaitReason::FileLock:
            return tr("the lock of a file");
        case WaitReason::Thread:
            return tr("a thread of its own to end");
    }
    return {};
}

bool Words::isRendezvous(const LinkData& link) { return link.requested.capacityMessages == 0U; }

QString Words::messages(std::uint64_t count) {
    return count == 1 ? tr("1 message") : tr("%1 messages").arg(QLocale().toString(count));
}

QString Words::waitsForAny(const std::vector<Waiting>& any, const RunData& data) {
    QString text;
    for (const Waiting& waiting : any) {
        const QString one = waitsFor(waiting, data);
        text = text.isEmpty() ? one : tr("%1, or %2").arg(text, one);
    }
    return text;
}

QString Words::waitsFor(const ProcessData& process, const RunData& data) {
    if (process.pid == 0 || process.endedNs != 0) return {};
    if (process.paused) return tr("you: it is paused");
    if (process.state != ProcessState::Waiting) return {};
    if (!process.waitsForAny.empty()) return waitsForAny(process.waitsForAny, data);
    if (process.waiting.reason != WaitReason::None) return waitsFor(process.waiting, data);
    const auto& open = process.lane.open();
    return open ? observedWait(static_cast<WaitReason>(open->reason), open->start, data) : QString();
}

QString Words::waitsFor(const TaskData& task, const RunData& data) {
    if (task.process && !task.isThread()) return waitsFor(data.processes[*task.process], data);
    if (!task.isAlive() || task.state != ProcessState::Waiting) return {};
    return observedWait(task.reason, task.sinceNs, data);
}

// A short wait has mostly ended before anybody could look at it; one that lasts and says nothing is told as such.
QString Words::observedWait(WaitReason reason, Nanoseconds sinceNs, const RunData& data) {
    constexpr Nanoseconds kLooksHaveCome = kNsPerSecond / 2;
    if (reason != WaitReason::None) return waitsFor({reason, kNoIndex}, data);
    return data.sampledNs - sinceNs > kLooksHaveCome ? tr("the reason is not known") : QString();
}

QString Words::signal(int number) {
    const char* name = ::sigabbrev_np(number);
    return name != nullptr ? QStringLiteral("SIG") + QString::fromLatin1(name) : QStringLiteral("SIG%1").arg(number);
}

QString Words::exit(const ExitStatus& exit) {
    const QString text = EventWords::text(exitEvent(exit), {});
    return exit.coreDumped ? tr("%1, core dumped").arg(text) : text;
}

QString Words::cause(const ExitStatus& exit) { return QString::fromStdString(causeText(exit, EventWords::wording())); }

QString Words::ending(const ProcessData& process) {
    if (!process.failure.empty()) return process.failedAtWork ? tr("failed") : tr("could not start");
    if (process.exit) return exit(*process.exit);
    return process.endedNs != 0 ? exit({}) : QString();
}

bool Words::endedBadly(const ProcessData& process) {
    if (!process.failure.empty()) return true;
    return process.exit && (process.exit->signal || process.exit->code.value_or(0) != 0);
}

QString Words::source(const FigureSource& source) {
    const QString command = QString::fromStdString(source.process);
    if (source.kind == SourceKind::Counted) return tr("counted by the receivers");
    if (source.kind == SourceKind::BySender)
        return tr("counted by the senders: %1 does not tell what it gets").arg(command);
    if (source.kind == SourceKind::ByProcIo) return tr("by /proc/PID/io of the commands");
    return said(inWords(source));
}

QString Words::stateSource(StateSource source) {
    switch (source) {
        case StateSource::None:
            return tr("not observed");
        case StateSource::Sampled:
            return tr("sampled from /proc");
        case StateSource::SwitchRecords:
            return tr("switch records of the kernel");
        case StateSource::Accounting:
            return tr("accounting of the kernel (schedstat)");
    }
    return {};
}

QString Words::asFastAsPossible() { return tr("as fast as possible"); }

}  // namespace ipclab

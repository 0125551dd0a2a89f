#include "bridge/event_words.h"

#include <QLocale>
#include <QStringList>

#include "bridge/fact_words.h"
#include "bridge/words.h"
#include "programs/registry.h"
#include "runs/said.h"

namespace ipclab {
namespace {

QString detail(const RunEvent& event, const char* name) {
    for (const auto& [key, value] : event.details) {
        if (key == name) return QString::fromStdString(value);
    }
    return {};
}

// Of what the engine says, not a name or a figure.
QString saidDetail(const RunEvent& event, const char* name) { return said(detail(event, name).toStdString()); }

QString allDetails(const RunEvent& event) {
    QStringList parts;
    for (const auto& [key, value] : event.details) {
        parts << QStringLiteral("%1 = %2").arg(QString::fromStdString(key), QString::fromStdString(value));
    }
    return parts.join(QStringLiteral(", "));
}

QString linkOf(const RunEvent& event, const RunData& data) {
    return event.link && *event.link < data.links.size() ? QString::fromStdString(data.links[*event.link].name)
                                                         : QString();
}

bool hasMessages(const RunEvent& event, const RunData& data) {
    const bool known = event.process && *event.process < data.processes.size();
    const Program* program = known ? findProgram(data.processes[*event.process].program) : nullptr;
    return program == nullptr || program->info().hasMessages();
}

ExitStatus exitOf(const RunEvent& event) {
    ExitStatus exit;
    if (const QString code = detail(event, "code"); !code.isEmpty()) exit.code = code.toInt();
    if (const QString signal = detail(event, "signal"); !signal.isEmpty()) exit.signal = signal.toInt();
    exit.cause = detail(event, "cause").toStdString();
    if (const QString limit = detail(event, "limit"); !limit.isEmpty()) exit.limit = limit.toULongLong();
    return exit;
}

}  // namespace

QString EventWords::text(const RunEvent& event, const RunData& data) {
    if (event.what == "started") return tr("everybody is ready: the run begins");
    if (event.what == "finished") return tr("the run has ended; nothing of it is left");
    if (event.what == "stopping") return stageText(detail(event, "stage"));
    if (event.what == "observer") {
        return detail(event, "wakes") == QLatin1String("true")
                   ? tr("switches and wake-ups are recorded by the kernel")
                   : tr("switches are recorded by the kernel, wake-ups are not: %1")
                         .arg(saidDetail(event, "wake_reason"));
    }
    if (event.what == "wakes-lost")
        return tr("%1 wake-ups were lost: those waits look longer").arg(detail(event, "count"));
    if (event.what == "warning") return saidDetail(event, "text");
    if (event.what == "safety-end") return safetyText(event);
    const QString text = processText(event, data);
    if (!text.isEmpty()) return text;
    return QString::fromStdString(event.what) + QLatin1Char(' ') + allDetails(event);
}

QString EventWords::safetyText(const RunEvent& event) {
    const qulonglong found = detail(event, "found").toULongLong(), limit = detail(event, "limit").toULongLong();
    if (detail(event, "what") == QLatin1String("memory"))
        return tr("ended for safety: %1 of memory used together, the limit is %2")
            .arg(QLocale().formattedDataSize(static_cast<qint64>(found)),
                 QLocale().formattedDataSize(static_cast<qint64>(limit)));
    return tr("ended for safety: %1 processes, the limit is %2").arg(found).arg(limit);
}

QString EventWords::processText(const RunEvent& event, const RunData& data) {
    if (event.what == "launched") return tr("launched as process %1").arg(detail(event, "pid"));
    if (event.what == "exited") return Words::exit(exitOf(event));
    if (event.what == "failed") return failureText(event);
    if (event.what == "control") return controlText(event, hasMessages(event, data));
    if (event.what == "refused") return refusalText(event);
    if (event.what == "step") return stepText(event, hasMessages(event, data));
    if (event.what == "signal") return tr("%1 sent").arg(Words::signal(detail(event, "signal").toInt()));
    if (event.what == "peer-closed") return tr("wrote to a link nobody reads any more (EPIPE)");
    if (event.what == "holder-died") return holderText(event);
    if (event.what == "party-gone") return tr("ends: another party of %1 is gone").arg(detail(event, "object"));
    if (event.what == "lock-abandoned") {
        return tr("ends: the holder of the lock of %1 is dead and the lock stays taken").arg(detail(event, "object"));
    }
    if (const QString task = taskText(event); !task.isEmpty()) return task;
    const bool meets = event.link && *event.link < data.links.size() && Words::isRendezvous(data.links[*event.link]);
    if (meets && event.what == "link-full")
        return tr("waits: its receiver has not come to %1").arg(linkOf(event, data));
    if (meets && event.what == "link-empty") return tr("waits: its sender has not come to %1").arg(linkOf(event, data));
    if (event.what == "link-full") return tr("waits: %1 is full").arg(linkOf(event, data));
    if (event.what == "link-empty") return tr("waits: %1 is empty").arg(linkOf(event, data));
    if (event.what == "deadlock") return deadlockText(event);
    if (event.what == "buffer-limit") return tr("stops: its unbounded buffer has reached its memory limit");
    if (event.what == "link-gone")
        return tr("%1 has gone with its owner; %2").arg(linkOf(event, data), queuedText(event));
    if (event.what == "link-remains")
        return tr("%1 is still there without its sender; %2").arg(linkOf(event, data), queuedText(event));
    if (event.what == "budget-kill") return FactWords::budgetText(event);
    if (const QString fact = FactWords::text(event, data); !fact.isEmpty()) return fact;
    if (event.what == "output") return outputText(event);
    return {};
}

QString EventWords::failureText(const RunEvent& event) {
    const QString message = saidDetail(event, "message");
    return detail(event, "stage") == QLatin1String("run") ? tr("failed: %1").arg(message)
                                                          : tr("could not start: %1").arg(message);
}

QString EventWords::outputText(const RunEvent& event) {
    const QString line = detail(event, "stream") + QStringLiteral(": ") + detail(event, "text").trimmed();
    const QString leftOut = detail(event, "left_out");
    return leftOut.isEmpty() ? line : tr("(%1 lines left out) %2").arg(leftOut, line);
}

// Of processes that are in no document.
QString EventWords::taskText(const RunEvent& event) {
    const QString pid = detail(event, "pid"), name = detail(event, "name"), parent = detail(event, "parent");
    if (event.what == "forked") return tr("process %1 (%2) is born: a fork of %3").arg(pid, name, parent);
    if (event.what == "executed") return tr("process %1 now runs %2 (exec)").arg(pid, name);
    if (event.what == "adopted") return tr("process %1 (%2) is an orphan: its parent is now %3").arg(pid, name, parent);
    if (event.what == "zombie")
        return tr("process %1 (%2) is a zombie: it has ended, and its parent %3 has not asked how")
            .arg(pid, name, parent);
    if (event.what == "reaped") return tr("zombie %1 (%2) is gone: its status was taken").arg(pid, name);
    if (event.what == "task-ended") return tr("process %1 (%2) has ended").arg(pid, name);
    if (event.what == "unfollowed")
        return tr("process %1 (%2) has gained rights by its program: sampled from now on, without switch records")
            .arg(pid, name);
    if (event.what == "tasks-untold") return tr("more are born and end than are listed here; the tree has them");
    return {};
}

QString EventWords::queuedText(const RunEvent& event) {
    const QString queued = detail(event, "queued");
    if (queued.isEmpty()) return tr("the system does not tell what was queued in it");
    return detail(event, "unit") == QLatin1String("bytes") ? tr("%1 bytes were queued in it").arg(queued)
                                                           : tr("%1 messages were queued in it").arg(queued);
}

QString EventWords::holderText(const RunEvent& event) {
    const QString object = detail(event, "object"), lock = detail(event, "lock");
    if (lock == QLatin1String("reported")) {
        return tr("died holding the lock of %1; the next one gets it and is told").arg(object);
    }
    if (lock == QLatin1String("released"))
        return tr("died holding the lock of %1; the kernel gives it back").arg(object);
    return tr("died holding the lock of %1, which stays taken").arg(object);
}

QString EventWords::settingText(const QString& name, const QString& value, bool messages) {
    if (name == QLatin1String("rate_per_s")) {
        if (value.toDouble() == 0) return tr("rate: as fast as possible");
        return messages ? tr("rate: %1 messages/s").arg(value) : tr("rate: %1 iterations/s").arg(value);
    }
    if (name == QLatin1String("work_us"))
        return messages ? tr("work: %1 µs a message").arg(value) : tr("work: %1 µs an iteration").arg(value);
    if (name == QLatin1String("message_bytes")) return tr("message size: %1 B").arg(value);
    if (name == QLatin1String("nice")) return tr("nice value: %1").arg(value);
    if (name == QLatin1String("cpus")) {
        return value == QLatin1String("any") ? tr("processors: any") : tr("processors: %1").arg(value);
    }
    return QStringLiteral("%1 = %2").arg(name, value);
}

QString EventWords::controlText(const RunEvent& event, bool messages) {
    const QString what = detail(event, "what"), value = detail(event, "value");
    if (what == QLatin1String("pause")) return value.toDouble() != 0 ? tr("paused by you") : tr("continued by you");
    return tr("you set %1").arg(settingText(what, value, messages));
}

QString EventWords::refusalText(const RunEvent& event) {
    const QString what = detail(event, "what"), name = detail(event, "errno");
    QString text =
        tr("refused: %1 (%2)").arg(settingText(what, detail(event, "value"), true), saidDetail(event, "error"));
    const bool noRight = name == QLatin1String("EACCES") || name == QLatin1String("EPERM");
    if (what == QLatin1String("nice") && noRight)
        text += tr(". Lowering a nice value takes a right: CAP_SYS_NICE, or a higher RLIMIT_NICE");
    if (what == QLatin1String("cpus") && name == QLatin1String("EINVAL"))
        text += tr(". None of these processors may be used here");
    return text;
}

QString EventWords::stepText(const RunEvent& event, bool messages) {
    const QString action = detail(event, "do");
    if (action == QLatin1String("pause")) return tr("step: pause");
    if (action == QLatin1String("continue")) return tr("step: continue");
    if (action == QLatin1String("stop")) return tr("step: stop (SIGSTOP)");
    if (action == QLatin1String("terminate")) return tr("step: terminate (SIGTERM)");
    if (action == QLatin1String("kill")) return tr("step: kill (SIGKILL)");
    QStringList parts;
    for (const auto& [name, value] : event.details) {
        if (name != "do") parts << settingText(QString::fromStdString(name), QString::fromStdString(value), messages);
    }
    return tr("step: %1").arg(parts.join(QStringLiteral(", ")));
}

QString EventWords::waitText(const DeadlockWait& wait) {
    const QString who = QString::fromStdString(wait.process), whom = QString::fromStdString(wait.waitsFor);
    const QString link = QString::fromStdString(wait.link);
    if (wait.because == "full") return tr("%1 waits for %2: %3 is full").arg(who, whom, link);
    if (wait.because == "empty") return tr("%1 waits for %2: %3 is empty").arg(who, whom, link);
    return link.isEmpty() ? tr("%1 waits for %2: it holds the lock").arg(who, whom)
                          : tr("%1 waits for %2: it holds the lock of %3").arg(who, whom, link);
}

QString EventWords::deadlockText(const RunEvent& event) {
    const auto told = toldDeadlock(event);
    if (!told) return tr("deadlock");
    QStringList waits;
    for (const DeadlockWait& wait : told->cycle) waits << waitText(wait);
    return tr("deadlock: %1").arg(waits.join(QStringLiteral("; ")));
}

QString EventWords::stageText(const QString& stage) {
    if (stage == QLatin1String("ask")) return tr("stopping: everybody is asked to finish");
    if (stage == QLatin1String("terminate")) return tr("stopping: those left are terminated (SIGTERM)");
    if (stage == QLatin1String("kill")) return tr("stopping: those left are killed (SIGKILL)");
    return tr("stopping");
}

EventWeight EventWords::weight(const RunEvent& event) {
    if (event.what == "failed" || event.what == "deadlock" || event.what == "safety-end") return EventWeight::Failure;
    if (event.what == "warning" || event.what == "refused" || event.what == "peer-closed" ||
        event.what == "buffer-limit" || event.what == "link-gone" || event.what == "holder-died" ||
        event.what == "lock-abandoned" || event.what == "stack-overflow" || event.what == "budget-kill") {
        return EventWeight::Warning;
    }
    if (event.what == "exited" && detail(event, "code") != QLatin1String("0")) return EventWeight::Warning;
    if (event.what == "control" || event.what == "step" || event.what == "signal") return EventWeight::Steering;
    return EventWeight::Note;
}

bool EventWords::marksCharts(const RunEvent& event) {
    return event.what == "control" || event.what == "refused" || event.what == "step" || event.what == "signal" ||
           event.what == "failed" || event.what == "peer-closed" || event.what == "deadlock" ||
           event.what == "buffer-limit" || event.what == "link-gone" || event.what == "holder-died" ||
           event.what == "link-remains" || event.what == "exited" || event.what == "stopping" ||
           event.what == "stack-overflow" || event.what == "budget-kill";
}

}  // namespace ipclab

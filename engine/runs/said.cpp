#include "runs/said.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/sentences.h"

namespace ipclab {
namespace {

// Those of core/sentences.def, listed once more so that they can be translated.
constexpr const char* kSentences[] = {
    QT_TRANSLATE_NOOP("ipclab::Sentences", "1 process that others of the run had left running was killed"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "{count} processes that others of the run had left running were killed"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "1 process of the run could not be ended: the system does not let go of it"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "{count} processes of the run could not be ended: the system does not let go of them"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "link \"{link}\": capacity in bytes {asked} was asked for, the system gave {given}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "link \"{link}\": capacity in bytes {asked} was asked for, what the system gave is not known"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "link \"{link}\": capacity in messages {asked} was asked for, the system gave {given}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "link \"{link}\": capacity in messages {asked} was asked for, what the system gave is not known"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "link \"{link}\": its mechanism knows no priorities, those asked for have no effect"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "process \"{process}\": nice {asked} was asked for, the system gave {given}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "process \"{process}\": cpus {asked} was asked for, the system gave {given}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "process \"{process}\": nice {asked} was refused: {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "process \"{process}\": cpus {asked} was refused: {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "process \"{process}\" has told {count} facts; the rest is left out"),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "process {pid} ({name}) has gained rights by its program (set-user-ID, or not readable): the kernel's switch "
        "records of it end there; sampled from then on"),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "process \"{process}\" is a child of the window and not in the switch records; its states are sampled: {why}"),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "process \"{process}\": the kernel counted it as ready for {overcounted_s} s more than it can have been, having "
        "been seen asleep; they are left out"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "states are sampled, not exact: {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "the switch records cannot be read: {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "the window did not take over the switch records in time: the beginning of the run is missing"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "nothing more is measured: {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "not all that dead runs have left was removed: {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "the launcher did not understand a message: {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "a message of the launcher was not understood: {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "not an object with a \"type\""),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "unknown type \"{type}\""),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "the recording was cut off before the run had begun"),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "the recording was cut off {time_s} s after the start of the run: totals are those of its rows until then; of "
        "processes that were alive, memory is the largest sample"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "link \"{link}\": an end is a foreign command; messages {messages_why}, bytes {bytes_why}"),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "link \"{link}\": messages lost: {lost}, duplicated: {duplicated}, reordered: {reordered}, corrupted: "
        "{corrupted}"),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "link \"{link}\": {count} messages within {active_ms} ms of {duration_s} s: its throughput is that of a burst"),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "shared \"{object}\": of {all} updates {lost} were lost: others stored between a load and its store"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "shared \"{object}\": once a process was past the barrier before all had arrived"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "shared \"{object}\": {count} times a process was past the barrier before all had arrived"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "process states were observed \"{level}\" instead of \"{asked}\""),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "process states were observed \"{level}\" instead of \"{asked}\": {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "1 switch record was lost: the states of that moment are unknown"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "{count} switch records were lost: the states of those moments are unknown"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "1 sample was dropped because this program was too slow to take it"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "{count} samples were dropped because this program was too slow to take them"),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "the machine disturbed this run: other processes used {others} of a CPU, the hypervisor took {stolen} of one"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "interrupted twice: the processes were killed, the figures end early"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "counted"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "counted by the sender"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "by /proc/PID/io"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "not known"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "not known: what the command {process} writes are no messages of ipclab"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "not known: both ends are commands, which count no messages"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "not known: the command {process} does not tell when it has received"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "not known: /proc/PID/io does not tell the links of a command apart"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "not known: it is used without read and write, which /proc/PID/io counts"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "not known: /proc/PID/io of the commands cannot be read"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "not known: no message with its send time has arrived"),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "switch events (perf_event_open, a dummy software event with context-switch records): {error_why}; "
        "kernel.perf_event_paranoid = {level}. {remedy_why}"),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "switch events (perf_event_open, a dummy software event with context-switch records): {error_why}; "
        "kernel.perf_event_paranoid is not readable. {remedy_why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "{variable}={value} stands for: {why}"),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "switch events are not used because {variable} is in the environment, as on a system that forbids them. "
        "Remove it."),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "This kernel was built without performance events."),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "Raise the limit of open files (ulimit -n): one is needed per CPU."),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "The kernel may be older than 4.17; see perf_event_open(2)."),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "Allow it with: sysctl kernel.perf_event_paranoid=2 (lasting: a line in /etc/sysctl.d), or give the launcher "
        "alone the right (`ipclab doctor` has the command: setcap cap_perfmon=ep)."),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "At this level it should be allowed: a container's seccomp filter or a security module forbids it; run outside "
        "the container, or give the launcher alone the right (`ipclab doctor` has the command: setcap "
        "cap_perfmon=ep)."),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "wake-ups (the tracepoint sched:sched_waking): {error_why}. {remedy_why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "Make it readable: mount -t tracefs nodev /sys/kernel/tracing, as root."),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "It takes root, or CAP_PERFMON and a readable /sys/kernel/tracing."),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "the descriptors could not be handed over: {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "there is no such file"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "the file cannot be read: {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "this is a folder, a file was expected"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "this is a device, a file was expected"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "nothing comes from it: this is no regular file, and whoever writes to it is silent"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "this is a pipe, and nobody writes to it"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "{path}: the file cannot be written: {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "there is a folder of this name"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "this is no regular file"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "{why}. Free some space, or choose another folder"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "{why}. A limit on the size of files is in force (ulimit -f)"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "process \"{process}\" failed: {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "process \"{process}\" failed: {why}; its last words: {words}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "process \"{process}\" could not be launched: {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "process \"{process}\" could not be launched: {why}; its last words: {words}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "process \"{process}\" ended with exit {code}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "process \"{process}\" ended with exit {code}: {words}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "process \"{process}\" was ended by {signal}, which nobody of this run has sent"),
    QT_TRANSLATE_NOOP("ipclab::Sentences",
                      "process \"{process}\" was ended by {signal}, which nobody of this run has sent: {words}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "process \"{process}\" ended with exit {code}, and must succeed"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "process \"{process}\" ended with exit {code}, and must succeed: {words}"),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "process \"{process}\" was ended by {signal}, which nobody of this run has sent, and must succeed"),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "process \"{process}\" was ended by {signal}, which nobody of this run has sent, and must succeed: {words}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "sending on link \"{link}\": {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "receiving from link \"{link}\": {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "{why}. Its limits.open_files is {limit}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "the worker plan names no known program: {why}"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "half of what this system has room for: {count} more processes and threads"),
    QT_TRANSLATE_NOOP("ipclab::Sentences", "the kernel was first"),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "socket path {path} is longer than unix(7) allows ({most} bytes). Set XDG_RUNTIME_DIR to a shorter path"),
    QT_TRANSLATE_NOOP(
        "ipclab::Sentences",
        "runtime folder {path} is not a private folder of this user (wanted: own, mode 0700). Remove it, or set "
        "XDG_RUNTIME_DIR to a private folder"),
};

// What the system calls an error (strerror), as far as a run may meet it.
constexpr const char* kErrors[] = {
    QT_TRANSLATE_NOOP("ipclab::Errors", "Operation not permitted"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "No such file or directory"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "No such process"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Interrupted system call"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Input/output error"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Argument list too long"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Exec format error"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Bad file descriptor"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "No child processes"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Resource temporarily unavailable"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Cannot allocate memory"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Permission denied"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Bad address"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Device or resource busy"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "File exists"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Invalid cross-device link"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "No such device"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Not a directory"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Is a directory"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Invalid argument"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Too many open files in system"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Too many open files"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Text file busy"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "File too large"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "No space left on device"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Illegal seek"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Read-only file system"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Broken pipe"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Resource deadlock avoided"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "File name too long"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Function not implemented"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Directory not empty"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Too many levels of symbolic links"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Value too large for defined data type"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Message too long"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Operation not supported"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Address already in use"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Cannot assign requested address"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Connection reset by peer"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "No buffer space available"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Transport endpoint is not connected"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Connection timed out"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Connection refused"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "Owner died"),
    QT_TRANSLATE_NOOP("ipclab::Errors", "State not recoverable"),
};

QString translated(const char* context, std::string_view english) {
    const QByteArray bytes(english.data(), static_cast<qsizetype>(english.size()));
    return QCoreApplication::translate(context, bytes.constData());
}

// "mq_open: Permission denied" and the like: what was asked stays as it is.
QString saidError(std::string_view text) {
    const std::size_t colon = text.rfind(": ");
    const std::size_t at = colon == text.npos ? 0 : colon + 2;
    const std::string_view error = text.substr(at);
    if (std::ranges::none_of(kErrors, [&](std::string_view known) { return known == error; }))
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(at)) + translated("ipclab::Errors", error);
}

}  // namespace

QString said(std::string_view english) {
    const auto found = findSentence(english);
    if (!found) return saidError(english);
    const std::string sentence =
        translated("ipclab::Sentences", allSentences()[static_cast<std::size_t>(found->sentence)]).toStdString();
    return QString::fromStdString(
        fillSentence(sentence, found->values, [](std::string_view name, const std::string& value) {
            return name.ends_with("why") ? said(value).toStdString() : value;
        }));
}

std::span<const char* const> translatableSentences() { return kSentences; }
std::span<const char* const> translatableErrors() { return kErrors; }

}  // namespace ipclab

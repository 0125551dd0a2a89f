#include "bridge/fact_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "programs/facts.h"
#include "runs/said.h"

namespace ipclab {
namespace {

// The sentences stand in programs/facts.def; listed here so that they can be translated, in the same order.
constexpr const char* kSentences[] = {
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "text {text_bytes}, data {data_bytes}, heap {heap_bytes}, stack {stack_bytes}, mapped "
                      "memory {mapped_bytes}; resident {resident_bytes}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "was refused more memory after {bytes}: {error}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "stack overflow: the access at {address} is below the lowest address the stack may reach, "
                      "{lowest}; its limit is {limit_bytes}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "writes to a file without a name on {file_system}, and waits for the disk after each "
                      "{step_bytes}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "there is no disk here to wait for: the file is on {file_system}, which is memory"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "could not write on: {error}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "thread {thread} is {tid}: a stack of its own at {stack_address}, the same variable at "
                      "{shared_address}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "could not make more than {threads} threads: {error}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "{threads} threads have added up to {shared_value} in the one variable they share"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "forks in a row: {forks}; of one process they have made: {processes}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "fork failed (processes so far: {processes}): {error}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "{who}, {when}: {private_pages} pages of its own, {shared_pages} shared"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "{who} has written {bytes}: {page_faults} page faults, each of which copied a page"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "{who}, {when}: the variable at {address} holds {value}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "process {pid} is about to replace its program {executable}: {mappings} mappings, a heap "
                      "of {heap_bytes}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "process {pid} is now {executable}: {mappings} mappings, a heap of {heap_bytes}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "could not replace its program: {error}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "has made the child {child_pid} and {then}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "has waited {waited_us} for the child {child_pid} and computed for {parent_cpu_us} while "
                      "it lived"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "child {child_pid} is in state {state} as /proc tells; its parent is {ppid}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "child {child_pid} has been waited for: exit code {code}, and /proc no longer knows it"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "child {child_pid} ended by {how}: exit code {code}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "child {child_pid} ended by {how}: signal {signal} ({signal_name})"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "process {pid}, {when}: its parent is {ppid}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "met its limit of {limit} ({resource}) after {reached}: {error}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "did not meet its limit of {limit} ({resource}): {reached} and no refusal; who runs as "
                      "root is exempt"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "met its limit of {limit_bytes} ({resource}) after {reached_bytes} more: {error}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "has written {written_bytes}, all its file may have; the next byte brings SIGXFSZ"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "{registers} registers filled with known values and read again after {switches} forced context "
                      "switches: {changed} changed"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "{number}. {function} at {address}: {code} {what}; stack pointer {stack_after}, calls deep "
                      "{depth}; {changed}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "has executed {instructions} instructions one by one: the counter went on to the next {advances} "
                      "times, elsewhere {elsewhere} times; {jumps} jumps, {calls} calls, {returns} returns, {balanced} "
                      "of {matched} to where the stack was before the call"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "a call of {function} makes a frame: the counter goes from {from} to {to}, the stack pointer "
                      "from {stack_before} to {stack_after}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "its return takes the frame away: the counter goes from {from} to {to}, the stack pointer from "
                      "{stack_before} to {stack_after}, as before the call"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "the child stood still for {held_us} in all and was switched {switches} times: its registers "
                      "were read again {compared} times before it went on, and differed {differing} times"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "could not execute its child step by step: {why}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "runs as user {uid} with {privileges} privileges from here on; it was user {before}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "could not become another user: {error}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "{attempt}: {call} is refused with {result} ({error}); expected: {expected}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "{attempt}: {call} is granted; expected: {expected}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "{attempt}: the access to {address} brings {result} ({code}); expected: {expected}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "at {address} the child has {value}, the reader itself {own_value}: one address, two memories"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "{who}: open files limited to {soft}, at most {hard}, as the parent had set ({set}); nice "
                      "{nice}, user {uid}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "has filled {bytes} of {memory}: {resident_bytes} of it resident, {major_faults} major "
                      "faults so far"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "asked the kernel to page it out ({call}): {resident_bytes} of it resident now"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "{call} was refused: {error}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "asked the kernel to page it out ({call}), and nothing went: {resident_bytes} of it still "
                      "resident. Anonymous memory goes to swap, of which there is {swap_bytes}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "has touched every page again: {resident_bytes} resident, {major_faults} major faults so "
                      "far"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "{method}: {median_ns} until a child is there, {reaped_ns} until it has ended and is "
                      "waited for (medians of {count}); the parent has {resident_bytes}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "{who}: {call} returned {result}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "{who}: {call} was refused: {error}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "{who} has written \"{text}\" at {address}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "{who} has read \"{text}\" at {address}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "{who}: the virtual address {address} is in the physical frame {frame}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "{who}: in which physical frame {address} is, the kernel tells only those with CAP_SYS_ADMIN; it "
                      "is the same object, {object}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "operation {operation} issued: a read, and the call returned after {call_ns}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "operation {operation} has completed, as number {place}, and was told by {told_by}; it had been "
                      "issued as number {issued}"),
    QT_TRANSLATE_NOOP(
        "ipclab::Facts",
        "{operations} operations were outstanding at once; meanwhile {rounds} rounds of other work were done"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "{who} ({relation}) has joined by {means} and sent \"{text}\""),
    QT_TRANSLATE_NOOP("ipclab::Facts", "{who} ({relation}) cannot join by {means}: {error}"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "{who} has taken \"{text}\" out of the FIFO"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "{object}: {writes} writes of {written}; one read brings {read_bytes}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "{object}: a message of {bytes} was refused, the longest is {most_bytes}: {error}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "{object}: a message of {bytes} read into {room_bytes} brings {read_bytes}, the rest is gone"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "{object}: grew from {before_bytes} to {after_bytes} by writing at its end"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "{object}: is {bytes} and stays so, until ftruncate(2) is called; a write into its memory at "
                      "{at_bytes} {outcome}"),
    QT_TRANSLATE_NOOP("ipclab::Facts",
                      "{object}: {call} for {bytes} was refused, the file system has {free_bytes}: {error}"),
};

// The texts among the values.
[[maybe_unused]] constexpr const char* kValues[] = {
    QT_TRANSLATE_NOOP("ipclab::Facts", "parent"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "writer"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "reader"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "before the fork"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "after the fork"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "after its write"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "after the child's write"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "after the other child's write"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "runs on"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "waits for it"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "before the middle process ended"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "after it has ended"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "open files"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "processes of this user"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "address space"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "bytes of a file"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "anonymous memory"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "a private mapping of a file"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "signal"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "fault"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "killed"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "parent-death"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "thread"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "foreground"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "visible"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "service"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "background"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "empty"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "goes on"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "jumps"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "calls"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "returns"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "calls the kernel"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "the system does not permit ptrace"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "unknown architecture"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "the child has ended"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "registers of another architecture"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "granted"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "access"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "the memory of a child"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "a child that forbids it (not dumpable)"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "the memory of one that has ended"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "the memory of process 1"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "a signal to process 1"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "reading where nothing is mapped"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "writing to a page with no rights"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "writing to its own program text"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "reading an address of the kernel"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "reading a file of mode 0400"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "writing to a file of mode 0400"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "writing through a read-only descriptor"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "reading a file of mode 0000"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "writing to the list of users"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "becoming root"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "one file more than the limit"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "a hard limit above the parent's"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "a soft limit above the hard one"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "a nice value below the parent's"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "the limit before it was lowered"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "a limit below the parent's"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "limiting its own open files"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "a higher nice value of its own"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "child"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "grandchild"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "process"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "stranger"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "its own child"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "no relative"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "the maker"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "an inherited descriptor"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "the descriptor's number"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "the name of a FIFO"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "both ends of one FIFO"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "a variable"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "a callback"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "the one of that name"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "the one with that key"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "pipe"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "stream socket"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "socket with boundaries (seqpacket)"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "datagram socket"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "message queue"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "100 and 200 bytes"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "the file"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "the memory segment"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "ends the writer by SIGBUS"),
    QT_TRANSLATE_NOOP("ipclab::Facts", "succeeds"),
};

QString translated(const std::string& text) { return QCoreApplication::translate("ipclab::Facts", text.c_str()); }

QString timeText(double seconds) {
    const QLocale locale;
    if (seconds < 1e-3) return FactWords::tr("%1 µs").arg(locale.toString(seconds * 1e6, 'f', 1));
    if (seconds < 1) return FactWords::tr("%1 ms").arg(locale.toString(seconds * 1e3, 'f', 1));
    return FactWords::tr("%1 s").arg(locale.toString(seconds, 'f', 2));
}

// Why something failed: a text of the programs, or what the system calls the error.
QString saidError(const std::string& why) {
    const QString text = translated(why);
    return text == QString::fromStdString(why) ? said(why) : text;
}

std::string valueText(std::string_view name, const std::string& value) {
    return FactWords::value(name, value).toStdString();
}

}  // namespace

QString FactWords::value(std::string_view name, const std::string& value) {
    const double number = std::strtod(value.c_str(), nullptr);
    if (name.ends_with("_bytes") || name == "bytes") return QLocale().formattedDataSize(static_cast<qint64>(number), 1);
    if (name.ends_with("_ns")) return timeText(number / 1e9);
    if (name.ends_with("_us")) return timeText(number / 1e6);
    if (name.ends_with("_s")) return timeText(number);
    if (name.ends_with("_share")) return tr("%1 %").arg(QLocale().toString(number * 100, 'f', 1));
    return name == "error" || name == "why" ? saidError(value) : translated(value);
}

bool FactWords::knows(std::string_view sentence) {
    return std::ranges::any_of(kSentences, [&](const char* known) { return sentence == known; });
}

QString FactWords::text(const RunEvent& event, const RunData& data) {
    const FactKind* kind = findFactKind(event.what);
    if (kind == nullptr) return {};
    const std::string sentence = translated(std::string(kind->sentence)).toStdString();
    const QString text = QString::fromStdString(fillSentence(sentence, event.details, valueText));
    const bool byDescendant = event.process && *event.process < data.processes.size() && !event.details.empty() &&
                              event.details.front().second != std::to_string(data.processes[*event.process].pid);
    if (!byDescendant || sentence.find("{pid}") != sentence.npos) return text;
    return tr("process %1: %2").arg(QString::fromStdString(event.details.front().second), text);
}

QString FactWords::budgetText(const RunEvent& event) {
    const std::string sentence =
        tr("killed by the launcher, being the least important ({importance}): all together used "
           "{used_bytes}, the budget is {budget_bytes}; this one {process_bytes}")
            .toStdString();
    return QString::fromStdString(fillSentence(sentence, event.details, valueText));
}

}  // namespace ipclab

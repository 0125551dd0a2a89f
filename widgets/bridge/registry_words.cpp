#include "bridge/registry_words.h"

#include "core/markup.h"
#include <QCoreApplication>

namespace ipclab {
namespace {

// What stands in the registries, in the order of their lists.
constexpr const char* kTexts[] = {
    // Mechanisms.
    QT_TRANSLATE_NOOP("ipclab::Registry", "anonymous pipe"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "named pipe (FIFO)"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "UNIX socket pair"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Two connected UNIX stream sockets without a name: each side both sends and receives."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "UNIX stream socket"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "UNIX datagram socket"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "No connection and no end of file, yet reliable: a full queue makes the sender wait. The queue "
                      "ends at net.unix.max_dgram_qlen messages, whatever their size."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "UNIX sequenced-packet socket"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "A connection like that of a stream socket, but each message is read as it was written, whole."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "TCP socket on loopback"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "UDP socket on loopback"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "A sender never waits: what does not fit into the receiver's buffer is dropped without a word. "
                      "The loss is counted from the sequence numbers."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "UDP multicast on loopback"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Every receiver gets every message. One that falls behind loses messages while the others do "
                      "not; the loss is counted over all of them."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "pseudo-terminal"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "A terminal and the side that plays its keyboard and screen, in raw mode. The terminal driver "
                      "takes every byte through its line discipline, which reads at most 4,095 bytes at a time."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Mach port (model)"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "ports of the Mach kernel (mach_msg, port rights, out-of-line memory)"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "A queue of five messages unless asked otherwise, as on XNU. Rights are handed over as "
                      "descriptors, and messages above a page travel out of line, in memory of their own. Its figures "
                      "are those of this system, not of Mach."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "ALPC port (model)"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "ALPC ports of Windows NT (NtAlpcSendWaitReceivePort, port sections)"),
    QT_TRANSLATE_NOOP(
        "ipclab::Registry",
        "Messages of up to 256 bytes are copied through the port; longer ones lie in a section that client and server "
        "share, and only their place is sent. Its figures are those of this system, not of Windows."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Windows named pipe (model)"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "named pipes of Windows (CreateNamedPipe, PIPE_TYPE_MESSAGE)"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "One server with an instance for each client, in message mode. Built from UNIX sequenced-packet "
                      "sockets: its figures are those of this system, not of Windows."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "POSIX message queue"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "POSIX shared memory"),
    QT_TRANSLATE_NOOP(
        "ipclab::Registry",
        "The system gives the pages and a name to find them by, nothing else: the queue in them, its order and its "
        "waking are the programs' own. A message costs two copies and, while both sides are awake, no system call."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "System V shared memory"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "The older interface to shared memory: segments have numbers instead of names, and ipcs(1) lists "
                      "them. Once attached it is memory like any other, and exactly as fast."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "anonymous shared memory"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Shared memory without a name: only who was handed the descriptor can map it, and it is gone "
                      "with the last of them, however they end. The queue in it is the programs' own."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "memory-mapped file"),
    QT_TRANSLATE_NOOP(
        "ipclab::Registry",
        "Shared memory that is the page cache of a file: as fast as any other, and the contents are still in the file "
        "when every process is gone. On a disk's file system the changed pages are written back from time to time."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "System V message queue"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Every message has a type, and a receiver may take the oldest of one type. The queue is full by "
                      "its bytes. Its calls know no time limit and poll(2) does not know the queue: an end that must "
                      "come back is woken by a timer's signal."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "event counter"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "An event counter carries a number, never bytes: the messages lie in shared memory beside it. "
                      "Two counters are the two semaphores of a bounded buffer, the items in it and its free places; "
                      "the system makes who finds zero wait."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "queued real-time signals"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "A signal carries eight bytes, so a message of 64 bytes is eight signals. How many may be queued "
                      "is one limit for all programs of a user (RLIMIT_SIGPENDING, ulimit -i); when it is reached "
                      "nothing tells a sender that there is room again, so it tries again and again."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "shared file"),
    QT_TRANSLATE_NOOP(
        "ipclab::Registry",
        "Anybody can share a file, and its contents stay. But the system wakes nobody who waits for it to change: an "
        "end that must wait sleeps a little and looks again, up to 10 ms apart. Each message takes a lock, reads the "
        "positions, moves the bytes, writes a position and gives the lock back."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "cross-memory copy"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "The receiver reads the sender's memory, as a debugger would, and needs a debugger's right to. "
                      "The bytes cross in one copy; until then they stay in the sender. What a killed sender had not "
                      "handed over is lost with its memory."),
    // Primitives.
    QT_TRANSLATE_NOOP("ipclab::Registry", "none"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Nobody is excluded and nobody waits: a race, on purpose."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "spin lock"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Waiters burn CPU: a thousand attempts, then one between two calls of sched_yield(2)."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "POSIX semaphore"),
    QT_TRANSLATE_NOOP(
        "ipclab::Registry",
        "Unnamed, in shared memory. It has no owner: any process may post it, and none gives it back for a dead one."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "POSIX semaphore, named"),
    QT_TRANSLATE_NOOP(
        "ipclab::Registry",
        "Found by its name; it stays until it is unlinked. It has no owner: none gives it back for a dead process."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "System V semaphore"),
    QT_TRANSLATE_NOOP(
        "ipclab::Registry",
        "The kernel undoes what a dead process had taken (SEM_UNDO), and nobody learns that it died in the middle."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "mutex and condition variable"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Process-shared and robust: the next one to lock learns that the holder has died, and goes on."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "futex"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "No system call as long as nobody has to wait."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "event descriptor"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "A descriptor: it can be waited for together with others. Every operation is a system call."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "signals"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Who waits sleeps in sigtimedwait(2) until it is sent SIGUSR2."),
    // Programs.
    QT_TRANSLATE_NOOP("ipclab::Registry", "Producer"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Makes messages and sends each to every one of its links."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Consumer"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Receives messages, from each of its links in turn, checks them and works on each."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Relay"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Passes on what it receives from one link to all its others."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Client"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Sends a request and waits for its answer before the next: a ping-pong with an echo."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Echo"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Answers every message with one of the same size; the answer carries the request's send time."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Talker"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Sends all it has to say before it listens: its count of messages, then it receives as many."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Dialogue"),
    QT_TRANSLATE_NOOP(
        "ipclab::Registry",
        "Talks and listens at once: sends at its pace and takes what arrives meanwhile, waiting for both."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Increment"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Adds one to a shared counter: loads it, computes and, in one round of eight, sleeps for the "
                      "counter's window so that the others come in between, then stores it."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Hand-off"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Waits for a token, computes while it has it, and passes it on to the next process."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Barrier"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Computes for a random time, work_us on average, then waits at a barrier until all have arrived "
                      "there; over and over."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "CPU-bound"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Computes without a pause, work_us of processor time at a time, and waits for nothing."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "I/O-bound"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Writes step_bytes to a file and waits until the disk has them, over and over; between two "
                      "writes it computes for work_us."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Mixed"),
    QT_TRANSLATE_NOOP(
        "ipclab::Registry",
        "Takes turns: computes for work_us, sleeps as long, then writes step_bytes and waits until the disk has them."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Memory grower"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Takes memory a step at a time, rate_per_s steps a second, and writes to every page of it: on "
                      "the heap, by recursion on the stack, or in mappings."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Thread maker"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Makes threads that compute for work_us and sleep as long in turns, and add to one variable they "
                      "share; each has a stack of its own."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Fork tree"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Forks so many times in a row; every process made so goes on with the forks that are left, so "
                      "that n forks make 2^n processes. Each waits for its children."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Fork, then write"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Fills memory and forks two children: one writes to step_bytes of it, the other only reads. "
                      "Tells what each finds at the same address, and whose pages are shared and whose are copies."),
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
                      "Makes a child that ends at once and does not wait for it for hold_s: a zombie, which keeps its "
                      "exit code until it is waited for."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Orphan maker"),
    QT_TRANSLATE_NOOP(
        "ipclab::Registry",
        "Makes a child that makes a child of its own and ends after half of hold_s: the grandchild is an orphan, and "
        "the nearest subreaper becomes its parent - the launcher, or with the way \"adopt\" this process itself."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Endings"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Ends in the way given: by exit, signal, abort or fault. Without a way it makes a child for "
                      "each, one that it kills and one whose parent dies, and tells how each has ended."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Limit breaker"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Runs into each of the limits it is given: open files, processes and address space, which refuse "
                      "a call, then file size, stack and processor time, which end it."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Single stepper"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Holds a child and executes it instruction by instruction with ptrace: where the program counter "
                      "goes, what each instruction changes, and the stack frame a call makes and its return takes "
                      "away."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Trespasser"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Tries what it has no right to, without a privilege: the memory of others, addresses outside its "
                      "own, files and signals; it tells how each was refused."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Heirs"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Limits its open files and its place in the queue, then makes a child and a grandchild: both "
                      "inherit the limits, and each attempt to exceed them is refused."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Shared memory, call by call"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Operations outstanding"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Who may join"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Message lengths"),
    QT_TRANSLATE_NOOP("ipclab::Registry", "A growing file, a fixed segment"),
    QT_TRANSLATE_NOOP(
        "ipclab::Registry",
        "Makes a shared memory segment, attaches it and writes a text; a second process finds it by its key or name, "
        "attaches it at an address of its own and reads the text. hold_s lies between the steps."),
    QT_TRANSLATE_NOOP(
        "ipclab::Registry",
        "Issues four asynchronous reads and goes on computing; they complete in the reverse order, since another "
        "process fills the pipes so. A variable that is looked at, or a callback, tells of each."),
    QT_TRANSLATE_NOOP(
        "ipclab::Registry",
        "Reads from a pipe into which its child writes, shows that a process which inherited nothing cannot, opens a "
        "FIFO that both can join by its name, and then writes and reads one FIFO itself."),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Writes two messages of different lengths into a pipe, a stream socket, a socket with "
                      "boundaries, a datagram socket and a message queue, and tells what one read brings of each, what "
                      "is refused as too long and what is cut off."),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Writes at the end of a file, which grows; touches a shared memory segment inside and beyond its "
                      "size, in children that SIGBUS may end; resizes it; and asks for more than the file system has."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Page out"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Fills memory, asks the kernel to page it out, and touches it again after hold_s. Anonymous "
                      "memory needs swap to go to; where there is none, pages of a file are pushed out instead."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Creator"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Fills `bytes` of memory and makes `count` children by each method in turn: fork, vfork, a "
                      "thread, fork and exec, posix_spawn; tells what one costs."),
    QT_TRANSLATE_NOOP("ipclab::Registry", "Command"),
    QT_TRANSLATE_NOOP("ipclab::Registry",
                      "Any executable with its arguments, connected by standard input and output or by a descriptor "
                      "named in its environment."),
};

}  // namespace

QString RegistryWords::text(std::string_view english) {
    if (english.empty()) return {};
    const QByteArray bytes(english.data(), static_cast<qsizetype>(english.size()));
    return QCoreApplication::translate("ipclab::Registry", bytes.constData());
}

QString RegistryWords::tip(std::string_view english) {
    return english.empty() ? QString() : QStringLiteral("<p>%1</p>").arg(QString::fromStdString(markupText(text(english).toStdString())));
}

std::span<const char* const> RegistryWords::listed() { return kTexts; }

}  // namespace ipclab

// Pipes, FIFOs and message queues.
#include "runs/claims/claim_parts.h"

namespace ipclab {

namespace {

using enum ClaimUnit;

constexpr double kSlow = 1.5;

}  // namespace

const Claim& fifoSlowClaim() {
    static const Claim claim{
        .id = "fifo-slow",
        .statement = TEXT("claim", "Named pipes are slow, because they do file I/O"),
        .method =
            TEXT("claim",
                 "Messages of 4,096 bytes one way over a FIFO and a pipe, in turns, and what a process that sends "
                 "16 MiB through a FIFO has caused to be written to disks (/proc/self/io). Slow: one and a half "
                 "times as slow as a pipe."),
        .explanation = TEXT("claim",
                            "A FIFO has a name in a file system and nothing else there: its bytes are in the same "
                            "buffer of the kernel as those of a pipe, and no disk ever sees them."),
        .probe = true,
        .runs =
            [] {
                return std::vector{benchRun("fifo", 4096, Pattern::OneWay, {{"fifo_per_s", rateOf}}),
                                   benchRun("pipe", 4096, Pattern::OneWay, {{"pipe_per_s", rateOf}})};
            },
        .figures = {{"fifo_per_s", TEXT("claim", "FIFO, messages of 4,096 B"), PerSecond},
                    {"pipe_per_s", TEXT("claim", "pipe, messages of 4,096 B"), PerSecond},
                    {"through_fifo_bytes", TEXT("claim", "sent through a FIFO"), Bytes},
                    {"to_disk_bytes", TEXT("claim", "of that written to disks"), Bytes}},
        .judge =
            [](const ClaimSamples& s) {
                if (valueOf(s, "to_disk_bytes") >= valueOf(s, "through_fifo_bytes")) return ClaimVerdict::Confirmed;
                return above(ratioOf(s, "pipe_per_s", "fifo_per_s"), kSlow);
            }};
    return claim;
}

const Claim& pipeUnlimitedClaim() {
    static const Claim claim{
        .id = "pipe-unlimited",
        .statement = TEXT("claim", "Pipes have no limit of size, and keep their data"),
        .method = TEXT("claim",
                       "A pipe and a FIFO are written to until they take no more; the FIFO is closed at both ends and "
                       "opened again."),
        .explanation = TEXT("claim",
                            "A pipe is a buffer of sixteen pages unless more is asked for (F_SETPIPE_SZ), and what is "
                            "in it goes when the last descriptor is closed, of a FIFO too."),
        .timed = false,
        .probe = true,
        .figures = {{"pipe_holds_bytes", TEXT("claim", "a pipe holds"), Bytes},
                    {"fifo_holds_bytes", TEXT("claim", "a FIFO holds"), Bytes},
                    {"kept_bytes", TEXT("claim", "left in the FIFO, closed and opened again"), Bytes}},
        // The probe ends when the pipe takes no more: that it did is the limit.
        .judge = [](const ClaimSamples& s) { return of(valueOf(s, "kept_bytes") >= valueOf(s, "fifo_holds_bytes")); }};
    return claim;
}

const Claim& fifoTwoWayClaim() {
    static const Claim claim{
        .id = "fifo-two-way",
        .statement = TEXT("claim", "Named pipes are two-way"),
        .method = TEXT("claim",
                       "A FIFO is opened twice for reading and writing; one side writes a question and reads, then the "
                       "other reads."),
        .explanation = TEXT("claim",
                            "There is one queue: who writes and then reads takes back what it has itself written, so "
                            "that two ways need two FIFOs, or a socket."),
        .timed = false,
        .probe = true,
        .figures = {{"own_back_bytes", TEXT("claim", "the writer took back its own"), Bytes},
                    {"for_the_other_bytes", TEXT("claim", "left for the other"), Bytes}},
        .judge = [](const ClaimSamples& s) {
            return of(valueOf(s, "own_back_bytes") == 0 && valueOf(s, "for_the_other_bytes") > 0);
        }};
    return claim;
}

const Claim& pipeKinClaim() {
    static const Claim claim{
        .id = "pipe-kin",
        .statement = TEXT("claim", "Only processes that are related can use an ordinary pipe"),
        .method = TEXT("claim",
                       "A process that was there before the pipe was made, and so has inherited nothing of it, is "
                       "handed its reading end over a UNIX socket (SCM_RIGHTS) and reads."),
        .explanation = TEXT("claim",
                            "A pipe has no name, so it must be inherited or handed over; a descriptor can be handed to "
                            "any process over a UNIX socket."),
        .timed = false,
        .probe = true,
        .figures = {{"sent_bytes", TEXT("claim", "sent"), Bytes},
                    {"stranger_read_bytes", TEXT("claim", "read by the stranger"), Bytes}},
        .judge = [](const ClaimSamples& s) {
            return of(valueOf(s, "stranger_read_bytes") < valueOf(s, "sent_bytes"));
        }};
    return claim;
}

const Claim& queueMediumClaim() {
    static const Claim claim{
        .id = "mq-medium",
        .statement = TEXT("claim", "Message queues are of medium speed, and limited in size"),
        .method =
            TEXT("claim",
                 "Messages of 64 bytes one way over a POSIX message queue, POSIX shared memory, a UNIX socket and "
                 "TCP, in turns; and what a queue says to a message that is too long and to one too many. Medium: "
                 "slower than shared memory and faster than TCP."),
        .explanation = TEXT("claim",
                            "Each message is a system call and a copy into the kernel and one out of it, as of a pipe, "
                            "without the protocol that TCP runs; how many and how long they may be is fixed when the "
                            "queue is made."),
        .probe = true,
        .runs =
            [] {
                return std::vector{benchRun("posix-mq", 64, Pattern::OneWay, {{"queue_per_s", rateOf}}),
                                   benchRun("posix-shm", 64, Pattern::OneWay, {{"memory_per_s", rateOf}}),
                                   benchRun("unix-stream", 64, Pattern::OneWay, {{"unix_per_s", rateOf}}),
                                   benchRun("tcp", 64, Pattern::OneWay, {{"tcp_per_s", rateOf}})};
            },
        .figures = {{"queue_per_s", TEXT("claim", "POSIX message queue, 64 B"), PerSecond},
                    {"memory_per_s", TEXT("claim", "POSIX shared memory, 64 B"), PerSecond},
                    {"unix_per_s", TEXT("claim", "UNIX socket, 64 B"), PerSecond, true},
                    {"tcp_per_s", TEXT("claim", "TCP, 64 B"), PerSecond},
                    {"too_long_errno", TEXT("claim", "a message that is too long"), Errno},
                    {"full_errno", TEXT("claim", "a message too many"), Errno}},
        .judge =
            [](const ClaimSamples& s) {
                return allOf(std::vector{above(ratioOf(s, "memory_per_s", "queue_per_s"), 1),
                                         above(ratioOf(s, "queue_per_s", "tcp_per_s"), 1),
                                         of(valueOf(s, "too_long_errno") != 0 && valueOf(s, "full_errno") != 0)});
            }};
    return claim;
}

const Claim& queueOrderClaim() {
    static const Claim claim{
        .id = "mq-order",
        .statement = TEXT("claim", "Message queues keep order and priority"),
        .method = TEXT("claim",
                       "Eight messages of three priorities are sent to a POSIX message queue in mixed order and "
                       "received one after the other."),
        .explanation = TEXT("claim",
                            "A POSIX queue hands out the highest priority first and within one the oldest first; a "
                            "System V queue knows types instead, by which a receiver chooses."),
        .timed = false,
        .probe = true,
        .figures = {{"received", TEXT("claim", "received"), Count},
                    {"against_priority", TEXT("claim", "of these before one of a higher priority"), Count},
                    {"against_age", TEXT("claim", "of these before an older one of the same"), Count}},
        .judge = [](const ClaimSamples& s) {
            return of(valueOf(s, "against_priority") == 0 && valueOf(s, "against_age") == 0);
        }};
    return claim;
}

const Claim& unboundedClaim() {
    static const Claim claim{
        .id = "unbounded",
        .statement = TEXT("claim", "A sender whose link is unbounded never blocks"),
        .method =
            TEXT("claim",
                 "A producer of 20,000 messages of 1,024 bytes a second, whose consumer takes 2 ms for each, over "
                 "a pipe: unbounded, and as large as it is. The share of its time for which the producer was "
                 "blocked, and the memory it took."),
        .explanation = TEXT("claim",
                            "What the pipe cannot take is kept in the sender's memory instead, so that it does not "
                            "wait, for as long as there is memory: nothing is unbounded."),
        .runs =
            [] {
                const auto run = [](const char* capacity, const char* blocked, const char* memory) {
                    return textRun(std::string(R"("processes":[
                        {"name":"producer","program":"producer","rate_per_s":20000,"message_bytes":1024},
                        {"name":"consumer","program":"consumer","work_us":2000}],
                        "links":[{"mechanism":"pipe","from":"producer","to":"consumer")") +
                                       capacity + "}]",
                                   0.4, [blocked, memory](const RunData& data, const AddSample& add) {
                                       const PortData& port = data.links[0].ports.front();
                                       add(blocked, port.blockedS / data.durationS());
                                       add(memory, static_cast<double>(data.processes[0].maxResidentBytes));
                                   });
                };
                return std::vector{run(R"(,"capacity":{"unbounded":true})", "unbounded_share", "unbounded_bytes"),
                                   run("", "bounded_share", "bounded_bytes")};
            },
        .figures = {{"unbounded_share", TEXT("claim", "blocked, unbounded"), Share},
                    {"bounded_share", TEXT("claim", "blocked, as large as a pipe is"), Share},
                    {"unbounded_bytes", TEXT("claim", "most memory of the sender, unbounded"), Bytes},
                    {"bounded_bytes", TEXT("claim", "most memory of the sender, as large as a pipe is"), Bytes}},
        .judge = [](const ClaimSamples& s) { return below(figureOf(s, "unbounded_share"), 0.05); }};
    return claim;
}

}  // namespace ipclab

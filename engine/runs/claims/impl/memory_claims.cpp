// Memory: heap and stack, shared segments, files.
#include "runs/claims/claim_parts.h"

namespace ipclab {

namespace {

using enum ClaimUnit;

constexpr double kMicrosecond = 1e3, kMillisecond = 1e6;

// A share of one core, of the consumer.
double cpuShare(const RunData& data) {
    const ProcessData& consumer = data.processes.back();
    const double seconds = data.durationS();
    return seconds > 0 ? (consumer.userS + consumer.systemS) / seconds : 0;
}

ClaimRun waitingReader(std::string_view sync, std::string_view figure) {
    const std::string how = sync.empty() ? "" : R"(,"sync":")" + std::string(sync) + '"';
    return textRun(R"("processes":[{"name":"producer","program":"producer","rate_per_s":50},
                       {"name":"consumer","program":"consumer"}],
                      "links":[{"mechanism":"posix-shm","from":"producer","to":"consumer")" +
                       how + "}]",
                   0.4, [figure](const RunData& data, const AddSample& add) { add(figure, cpuShare(data)); });
}

}  // namespace

const Claim& heapStackClaim() {
    static const Claim claim{
        .id = "heap-stack",
        .statement = TEXT("claim", "The size of the heap is decided at run time, that of the stack at compile time"),
        .method = TEXT("claim",
                       "A process takes 4 MiB by sbrk and then calls itself until 4 MiB of stack are in use; both "
                       "mappings are read from /proc/self/maps before and after."),
        .explanation = TEXT("claim",
                            "The stack grows at run time as well, page by page as calls go deeper, up to RLIMIT_STACK; "
                            "compile time decides only how much one call takes."),
        .timed = false,
        .probe = true,
        .figures = {{"heap_before_bytes", TEXT("claim", "heap, before"), Bytes},
                    {"heap_after_bytes", TEXT("claim", "heap, after"), Bytes},
                    {"stack_before_bytes", TEXT("claim", "stack, before"), Bytes},
                    {"stack_after_bytes", TEXT("claim", "stack, after"), Bytes}},
        .judge = [](const ClaimSamples& s) {
            return of(valueOf(s, "heap_after_bytes") > valueOf(s, "heap_before_bytes") &&
                      valueOf(s, "stack_after_bytes") <= valueOf(s, "stack_before_bytes"));
        }};
    return claim;
}

const Claim& shmNoKernelClaim() {
    static const Claim claim{
        .id = "shm-no-kernel",
        .statement = TEXT("claim", "Shared memory needs no kernel once it is set up"),
        .method = TEXT("claim",
                       "System calls of both ends over a ring in POSIX shared memory, counted by the ends: one way at "
                       "full speed, and in a ping-pong, where each side waits for the other."),
        .explanation = TEXT("claim",
                            "Bytes pass without the kernel, but who has nothing to do must sleep and be woken, which "
                            "are system calls; only while both sides are busy are there none."),
        .timed = false,
        .runs =
            [] {
                return std::vector{benchRun("posix-shm", 64, Pattern::OneWay, {{"busy_calls", callsOf}}),
                                   benchRun("posix-shm", 64, Pattern::PingPong, {{"waiting_calls", callsOf}})};
            },
        .figures = {{"busy_calls", TEXT("claim", "calls a message, both busy"), Ratio},
                    {"waiting_calls", TEXT("claim", "calls a round trip, each waiting for the other"), Ratio}},
        .judge =
            [](const ClaimSamples& s) {
                return allOf(
                    std::vector{below(figureOf(s, "busy_calls"), 0.1), below(figureOf(s, "waiting_calls"), 0.1)});
            }};
    return claim;
}

const Claim& shmBusyWaitClaim() {
    static const Claim claim{
        .id = "shm-busy-wait",
        .statement = TEXT("claim", "Who waits for something in shared memory must look at it again and again"),
        .method = TEXT("claim",
                       "CPU time of a receiver that gets 50 messages a second through POSIX shared memory: waiting in "
                       "a futex, and with a spin lock."),
        .explanation = TEXT("claim",
                            "A futex, as under mutexes and semaphores, is a word in the shared memory that the kernel "
                            "lets a process sleep on until the other side has changed it."),
        .runs =
            [] {
                return std::vector{waitingReader("", "futex_share"), waitingReader("spin", "spin_share")};
            },
        .figures = {{"futex_share", TEXT("claim", "share of a core, waiting in a futex"), Share},
                    {"spin_share", TEXT("claim", "share of a core, with a spin lock"), Share}},
        .judge = [](const ClaimSamples& s) { return above(figureOf(s, "futex_share"), 0.25); }};
    return claim;
}

const Claim& ramFileClaim() {
    static const Claim claim{
        .id = "ram-file",
        .statement = TEXT("claim", "Memory answers in nanoseconds, files in milliseconds"),
        .method = TEXT("claim",
                       "64 bytes copied in memory, read from and written to a file that is in the page cache, and "
                       "written with a wait for the disk (fdatasync), in turns; beside them the median round trips of "
                       "64 bytes over shared memory, a FIFO and a file."),
        .explanation = TEXT("claim",
                            "A file that was used lately is in memory (the page cache), and costs a system call; only "
                            "who waits for the disk waits for a disk."),
        .probe = true,
        .runs =
            [] {
                return std::vector{benchRun("posix-shm", 64, Pattern::PingPong, {{"shm_trip_ns", roundTripOf}}),
                                   benchRun("fifo", 64, Pattern::PingPong, {{"fifo_trip_ns", roundTripOf}}),
                                   benchRun("shared-file", 64, Pattern::PingPong, {{"file_trip_ns", roundTripOf}})};
            },
        .figures = {{"memory_ns", TEXT("claim", "memory"), Time},
                    {"cached_read_ns", TEXT("claim", "file read, in the page cache"), Time},
                    {"cached_write_ns", TEXT("claim", "file written, to the page cache"), Time},
                    {"synced_write_ns", TEXT("claim", "file written, waiting for the disk"), Time},
                    {"shm_trip_ns", TEXT("claim", "round trip, shared memory"), Time, true},
                    {"fifo_trip_ns", TEXT("claim", "round trip, FIFO"), Time, true},
                    {"file_trip_ns", TEXT("claim", "round trip, file"), Time, true}},
        .judge =
            [](const ClaimSamples& s) {
                return allOf(std::vector{below(figureOf(s, "memory_ns"), kMicrosecond),
                                         above(figureOf(s, "cached_read_ns"), kMillisecond / 10)});
            }};
    return claim;
}

const Claim& fileGrowsClaim() {
    static const Claim claim{
        .id = "file-grows",
        .statement = TEXT("claim", "A shared file grows, a shared memory segment has a fixed size"),
        .method = TEXT("claim",
                       "A file of one byte is written to behind its end; a POSIX segment of one page is made longer by "
                       "ftruncate while it is mapped; a System V segment is asked for with twice its size."),
        .explanation = TEXT("claim",
                            "A POSIX segment is a file in memory and grows by ftruncate, though who has not mapped the "
                            "new part sees SIGBUS before; a System V segment keeps its size (EINVAL)."),
        .timed = false,
        .probe = true,
        .figures = {{"file_before_bytes", TEXT("claim", "file, before"), Bytes},
                    {"file_after_bytes", TEXT("claim", "file, after"), Bytes},
                    {"segment_before_bytes", TEXT("claim", "POSIX segment, before"), Bytes},
                    {"segment_after_bytes", TEXT("claim", "POSIX segment, after"), Bytes},
                    {"beyond_end_is_sigbus", TEXT("claim", "access behind its end is SIGBUS"), YesNo},
                    {"sysv_grow_errno", TEXT("claim", "System V segment, asked for longer"), Errno}},
        .judge = [](const ClaimSamples& s) {
            return of(valueOf(s, "file_after_bytes") > valueOf(s, "file_before_bytes") &&
                      valueOf(s, "segment_after_bytes") <= valueOf(s, "segment_before_bytes"));
        }};
    return claim;
}

}  // namespace ipclab

// Processes: switching, slices, zombies, orphans.
#include "runs/claims/claim_parts.h"

namespace ipclab {

namespace {

using enum ClaimUnit;

constexpr double kLongestSliceNs = 100e6;
constexpr double kMuchFaster = 1.5;

}  // namespace

const Claim& threadSwitchClaim() {
    static const Claim claim{
        .id = "thread-switch",
        .statement = TEXT("claim", "Switching between threads is much faster than between processes"),
        .method = TEXT("claim",
                       "Two that pass a byte to and fro by pipes, threads of one process and two processes in turns, "
                       "on one core and on two; what the calls alone cost is taken off. Much: one and a half times."),
        .explanation = TEXT("claim",
                            "Both go through the same scheduler; between processes the address space is changed as "
                            "well, which processors with tagged address translations (PCID) do cheaply. Across cores "
                            "the wake-up of a sleeping core hides either."),
        .probe = true,
        .figures = {{"processes_same_core_ns", TEXT("claim", "processes, one core"), Time},
                    {"threads_same_core_ns", TEXT("claim", "threads, one core"), Time},
                    {"processes_two_cores_ns", TEXT("claim", "processes, two cores"), Time, true},
                    {"threads_two_cores_ns", TEXT("claim", "threads, two cores"), Time, true}},
        .judge = [](const ClaimSamples& s) {
            return above(ratioOf(s, "processes_same_core_ns", "threads_same_core_ns"), kMuchFaster);
        }};
    return claim;
}

const Claim& dispatchClaim() {
    static const Claim claim{
        .id = "dispatch-100ms",
        .statement = TEXT("claim", "The scheduler gives the processor to another process at least every 100 ms"),
        .method = TEXT("claim",
                       "A process pinned to one core looks at the clock for 300 ms, alone and with a rival on the same "
                       "core: the longest stretch without a gap of half a millisecond."),
        .explanation = TEXT("claim",
                            "Where another process waits, a slice lasts some milliseconds; where none does there is "
                            "nobody to give the processor to, and one goes on for as long as it likes."),
        .probe = true,
        .figures = {{"contended_ns", TEXT("claim", "longest slice, with a rival"), Time},
                    {"alone_ns", TEXT("claim", "longest slice, alone"), Time}},
        .judge = [](const ClaimSamples& s) { return below(figureOf(s, "contended_ns"), kLongestSliceNs); }};
    return claim;
}

const Claim& zombieClaim() {
    static const Claim claim{
        .id = "zombie-brief",
        .statement = TEXT("claim", "A zombie lives only briefly"),
        .method = TEXT("claim",
                       "A child notes the time at which it ends: until its parent, waiting, has reaped it, and with a "
                       "parent that does something else for 300 ms."),
        .explanation = TEXT("claim",
                            "A zombie lasts until its parent waits for it, which can be a moment or the rest of the "
                            "parent's life; nothing else ends it."),
        .timed = false,
        .probe = true,
        .figures = {{"waited_ns", TEXT("claim", "from its end to its reaping, parent waiting"), Time},
                    {"left_is_zombie", TEXT("claim", "still a zombie after 300 ms, parent not waiting"), YesNo},
                    {"left_ns", TEXT("claim", "from its end to its reaping, parent not waiting"), Time}},
        .judge = [](const ClaimSamples& s) { return of(valueOf(s, "left_is_zombie") == 0); }};
    return claim;
}

const Claim& orphanClaim() {
    static const Claim claim{
        .id = "orphan-init",
        .statement = TEXT("claim", "Orphans are adopted by process 1"),
        .method = TEXT("claim",
                       "A process whose parent has ended asks for its new parent: as things are here, and with an "
                       "ancestor that is a subreaper (prctl)."),
        .explanation = TEXT("claim",
                            "The nearest ancestor that has made itself a subreaper adopts an orphan, as session "
                            "managers and container runtimes do; process 1 is only the last in that line."),
        .timed = false,
        .probe = true,
        .figures = {{"parent", TEXT("claim", "new parent here"), Count},
                    {"parent_with_subreaper", TEXT("claim", "new parent, with a subreaper among the ancestors"), Count},
                    {"subreaper", TEXT("claim", "the subreaper"), Count}},
        .judge = [](const ClaimSamples& s) {
            return of(valueOf(s, "parent") == 1 && valueOf(s, "parent_with_subreaper") == 1);
        }};
    return claim;
}

}  // namespace ipclab

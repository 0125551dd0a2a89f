// Waiting for many at once.
#include "runs/claims/claim_parts.h"

namespace ipclab {

namespace {

using enum ClaimUnit;

constexpr double kAbortSignal = 6, kInvalid = 22;

}  // namespace

const Claim& selectLinearClaim() {
    static const Claim claim{
        .id = "select-linear",
        .statement = TEXT("claim", "What select costs grows with the number of descriptors"),
        .method = TEXT("claim",
                       "select over 45 and over 450 idle connections, one of which is readable, in turns. Grows: ten "
                       "times as many cost at least three times as much."),
        .explanation = TEXT("claim",
                            "The kernel walks through all bits up to the highest descriptor, asks each that is set, "
                            "and writes the sets back, at every call anew."),
        .probe = true,
        .figures = {{"few_ns", TEXT("claim", "a call over few"), Time},
                    {"many_ns", TEXT("claim", "a call over many"), Time},
                    {"few", TEXT("claim", "few"), Count},
                    {"many", TEXT("claim", "many"), Count}},
        .judge = [](const ClaimSamples& s) { return above(ratioOf(s, "many_ns", "few_ns"), 3); }};
    return claim;
}

const Claim& selectLimitClaim() {
    static const Claim claim{
        .id = "select-1024",
        .statement = TEXT("claim", "select ends at 1,024 descriptors"),
        .method = TEXT("claim",
                       "A child puts descriptor 1,024 into a set as FD_SET does where it is checked; and the kernel's "
                       "own call is given a longer set with a readable descriptor of that number or above."),
        .explanation =
            TEXT("claim",
                 "It is the C library's fd_set that has 1,024 places (without the check FD_SET writes behind "
                 "it); the kernel's call takes longer sets, but nobody's headers do."),
        .timed = false,
        .probe = true,
        .figures = {{"fd_set_descriptors", TEXT("claim", "places of an fd_set"), Count},
                    {"ended_by_signal", TEXT("claim", "FD_SET of 1,024: signal that ended the child"), Count},
                    {"kernel_found_ready", TEXT("claim", "readable ones found by the kernel's call"), Count, true}},
        .judge = [](const ClaimSamples& s) {
            return of(valueOf(s, "fd_set_descriptors") <= 1024 && valueOf(s, "ended_by_signal") == kAbortSignal);
        }};
    return claim;
}

const Claim& pollUnlimitedClaim() {
    static const Claim claim{
        .id = "poll-unlimited",
        .statement = TEXT("claim", "poll has no limit"),
        .method = TEXT("claim",
                       "With the soft limit of open descriptors lowered, poll is given as many entries as that and one "
                       "more; the entries are empty."),
        .explanation = TEXT("claim",
                            "poll takes at most as many entries as a process may have open descriptors "
                            "(RLIMIT_NOFILE), and says EINVAL above."),
        .timed = false,
        .probe = true,
        .figures = {{"limit_here", TEXT("claim", "limit of open descriptors here"), Count},
                    {"limit", TEXT("claim", "lowered to"), Count},
                    {"at_limit_errno", TEXT("claim", "poll with as many"), Errno},
                    {"above_limit_errno", TEXT("claim", "poll with one more"), Errno}},
        .judge = [](const ClaimSamples& s) { return of(valueOf(s, "above_limit_errno") != kInvalid); }};
    return claim;
}

const Claim& pollFewClaim() {
    static const Claim claim{
        .id = "poll-few",
        .statement = TEXT("claim", "With few descriptors poll is better than select, with many it is worse"),
        .method = TEXT("claim",
                       "poll and select over 4 and over 450 idle connections, one of which is readable, in turns; and "
                       "the bytes that each call of 450 hands over."),
        .explanation = TEXT("claim",
                            "poll hands over eight bytes a descriptor, select three bits for every number up to the "
                            "highest; asking each descriptor costs more than either, and is the same."),
        .probe = true,
        .figures = {{"poll_few_ns", TEXT("claim", "poll, few"), Time},
                    {"select_few_ns", TEXT("claim", "select, few"), Time},
                    {"poll_many_ns", TEXT("claim", "poll, many"), Time},
                    {"select_many_ns", TEXT("claim", "select, many"), Time},
                    {"poll_many_bytes", TEXT("claim", "handed over by poll, many"), Bytes},
                    {"select_many_bytes", TEXT("claim", "handed over by select, many"), Bytes}},
        .judge = [](const ClaimSamples& s) {
            return allOf(std::vector{above(ratioOf(s, "select_few_ns", "poll_few_ns"), 1),
                                     above(ratioOf(s, "poll_many_ns", "select_many_ns"), 1)});
        }};
    return claim;
}

const Claim& epollReadyClaim() {
    static const Claim claim{
        .id = "epoll-ready",
        .statement = TEXT("claim", "epoll costs only what is ready"),
        .method = TEXT("claim",
                       "epoll_wait with one readable connection among 10 and among 10,000 (or as many as may be open), "
                       "and with 100 readable ones, in turns. Only: many idle ones cost less than twice as much as "
                       "few."),
        .explanation = TEXT("claim",
                            "The kernel puts a descriptor on a list when something happens to it, and epoll_wait walks "
                            "through that list alone; the idle ones cost memory, not time."),
        .probe = true,
        .figures = {{"few_ns", TEXT("claim", "a call, few idle"), Time},
                    {"many_ns", TEXT("claim", "a call, many idle"), Time},
                    {"all_ready_ns", TEXT("claim", "a call, 100 ready"), Time},
                    {"few", TEXT("claim", "few"), Count},
                    {"many", TEXT("claim", "many"), Count}},
        .judge = [](const ClaimSamples& s) {
            return allOf(
                std::vector{below(ratioOf(s, "many_ns", "few_ns"), 2), above(ratioOf(s, "all_ready_ns", "few_ns"), 2)});
        }};
    return claim;
}

const Claim& muxCheaperClaim() {
    static const Claim claim{
        .id = "mux-cheaper",
        .statement = TEXT("claim", "Waiting for all clients in one thread is cheaper than a thread for each"),
        .method = TEXT("claim",
                       "A server of 200 clients that answers bytes, with a thread a client and with one thread and "
                       "epoll, in turns: resident memory a client while all are connected, CPU time a request."),
        .explanation = TEXT("claim",
                            "A thread has a stack and is switched to for every request, where one thread takes all "
                            "that are ready at a time; what it costs instead is an epoll_wait for them together."),
        .probe = true,
        .figures = {{"threads_memory_bytes", TEXT("claim", "memory a client, a thread each"), Bytes},
                    {"one_memory_bytes", TEXT("claim", "memory a client, one thread"), Bytes},
                    {"threads_cpu_ns", TEXT("claim", "CPU time a request, a thread each"), Time},
                    {"one_cpu_ns", TEXT("claim", "CPU time a request, one thread"), Time},
                    {"clients", TEXT("claim", "clients"), Count}},
        .judge = [](const ClaimSamples& s) {
            const ClaimInterval memory = figureOf(s, "threads_memory_bytes"), one = figureOf(s, "one_memory_bytes");
            return allOf(std::vector{above(memory, one.high), above(ratioOf(s, "threads_cpu_ns", "one_cpu_ns"), 1)});
        }};
    return claim;
}

const Claim& quadrantsClaim() {
    static const Claim claim{
        .id = "mixed-quadrants",
        .statement = TEXT("claim", "Asynchronous and blocking together behave as synchronous and blocking do"),
        .method = TEXT("claim",
                       "A process waits 50 ms for one byte in four ways: in read; by a read that does not wait, again "
                       "and again; by such a read and poll, which waits; and until a signal (SIGIO). The pieces of "
                       "other work it did meanwhile."),
        .explanation = TEXT("claim",
                            "Who waits in poll does nothing else, as in read; what is gained is that it waits for many "
                            "at once, not that it goes on working."),
        .timed = false,
        .probe = true,
        .figures = {{"blocking_work", TEXT("claim", "work done: synchronous, blocking (read)"), Count},
                    {"nonblocking_work", TEXT("claim", "work done: synchronous, not blocking"), Count},
                    {"mixed_work", TEXT("claim", "work done: asynchronous, blocking (poll)"), Count},
                    {"asynchronous_work", TEXT("claim", "work done: asynchronous, not blocking (SIGIO)"), Count}},
        .judge = [](const ClaimSamples& s) {
            return of(figureOf(s, "mixed_work").high == figureOf(s, "blocking_work").low &&
                      figureOf(s, "asynchronous_work").median > 0);
        }};
    return claim;
}

}  // namespace ipclab

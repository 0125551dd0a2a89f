// Speed of all, UNIX sockets against the network, ports, and what UDP loses.
#include <algorithm>
#include <array>

#include "runs/claims/claim_parts.h"

namespace ipclab {

namespace {

using enum ClaimUnit;

constexpr double kAlike = 1.25;

ClaimRun datagrams(std::string_view figure, const char* rate, const char* work) {
    return textRun(std::string(R"("processes":[{"name":"producer","program":"producer","message_bytes":1024)") + rate +
                       R"(},{"name":"consumer","program":"consumer")" + work +
                       R"(}],"links":[{"mechanism":"udp","from":"producer","to":"consumer"}])",
                   0.3, [figure](const RunData& data, const AddSample& add) {
                       const LinkData& link = data.links[0];
                       if (link.sent > 0) add(figure, static_cast<double>(link.lost) / static_cast<double>(link.sent));
                   });
}

// Of what is faster the more: the least advantage that shared memory has over any of the others.
ClaimVerdict fasterThanAll(const ClaimSamples& samples, std::string_view memory,
                           std::span<const std::string_view> others) {
    std::vector<ClaimVerdict> verdicts;
    for (const std::string_view other : others) {
        if (samples.contains(other)) verdicts.push_back(above(ratioOf(samples, memory, other), 1));
    }
    return allOf(verdicts);
}

}  // namespace

const Claim& shmFastestClaim() {
    static const Claim claim{
        .id = "shm-fastest",
        .statement = TEXT("claim", "Shared memory is the fastest"),
        .method = TEXT("claim",
                       "Messages of 64 and of 65,536 bytes one way, and round trips of 64 bytes, over POSIX shared "
                       "memory (a ring with a futex), pipe, UNIX socket, POSIX message queue and TCP, in turns, every "
                       "byte written and read."),
        .explanation =
            TEXT("claim",
                 "It spares the system calls, which decides for small messages; for large ones copying "
                 "decides, and a round trip between sleeping processes is the time of two wake-ups, whatever "
                 "carries it."),
        .runs =
            [] {
                std::vector<ClaimRun> runs;
                const auto three = [&](std::string_view mechanism, std::string_view small, std::string_view large,
                                       std::string_view trip) {
                    runs.push_back(benchRun(mechanism, 64, Pattern::OneWay, {{small, rateOf}}));
                    if (!large.empty()) runs.push_back(benchRun(mechanism, 65536, Pattern::OneWay, {{large, rateOf}}));
                    runs.push_back(benchRun(mechanism, 64, Pattern::PingPong, {{trip, roundTripOf}}));
                };
                three("posix-shm", "memory_64_per_s", "memory_65536_per_s", "memory_trip_ns");
                three("pipe", "pipe_64_per_s", "pipe_65536_per_s", "pipe_trip_ns");
                three("unix-stream", "unix_64_per_s", "unix_65536_per_s", "unix_trip_ns");
                three("posix-mq", "queue_64_per_s", "", "queue_trip_ns");
                three("tcp", "tcp_64_per_s", "tcp_65536_per_s", "tcp_trip_ns");
                return runs;
            },
        .figures = {{"memory_64_per_s", TEXT("claim", "shared memory, 64 B"), PerSecond},
                    {"pipe_64_per_s", TEXT("claim", "pipe, 64 B"), PerSecond},
                    {"unix_64_per_s", TEXT("claim", "UNIX socket, 64 B"), PerSecond, true},
                    {"queue_64_per_s", TEXT("claim", "message queue, 64 B"), PerSecond, true},
                    {"tcp_64_per_s", TEXT("claim", "TCP, 64 B"), PerSecond, true},
                    {"memory_65536_per_s", TEXT("claim", "shared memory, 65,536 B"), PerSecond},
                    {"pipe_65536_per_s", TEXT("claim", "pipe, 65,536 B"), PerSecond},
                    {"unix_65536_per_s", TEXT("claim", "UNIX socket, 65,536 B"), PerSecond, true},
                    {"tcp_65536_per_s", TEXT("claim", "TCP, 65,536 B"), PerSecond, true},
                    {"memory_trip_ns", TEXT("claim", "round trip, shared memory"), Time},
                    {"pipe_trip_ns", TEXT("claim", "round trip, pipe"), Time},
                    {"unix_trip_ns", TEXT("claim", "round trip, UNIX socket"), Time, true},
                    {"queue_trip_ns", TEXT("claim", "round trip, message queue"), Time, true},
                    {"tcp_trip_ns", TEXT("claim", "round trip, TCP"), Time, true}},
        .judge =
            [](const ClaimSamples& s) {
                constexpr std::array<std::string_view, 4> small{"pipe_64_per_s", "unix_64_per_s", "queue_64_per_s",
                                                                "tcp_64_per_s"};
                constexpr std::array<std::string_view, 3> large{"pipe_65536_per_s", "unix_65536_per_s",
                                                                "tcp_65536_per_s"};
                constexpr std::array<std::string_view, 4> trips{"pipe_trip_ns", "unix_trip_ns", "queue_trip_ns",
                                                                "tcp_trip_ns"};
                std::vector<ClaimVerdict> verdicts{fasterThanAll(s, "memory_64_per_s", small),
                                                   fasterThanAll(s, "memory_65536_per_s", large)};
                for (const std::string_view trip : trips) {
                    if (s.contains(trip)) verdicts.push_back(above(ratioOf(s, trip, "memory_trip_ns"), 1));
                }
                return allOf(verdicts);
            }};
    return claim;
}

const Claim& unixNetworkClaim() {
    static const Claim claim{
        .id = "unix-network",
        .statement = TEXT("claim", "UNIX sockets are about as fast as the network"),
        .method = TEXT("claim",
                       "Messages of 4,096 bytes one way and round trips of 64 bytes over a UNIX socket and over TCP on "
                       "the loopback interface, in turns. About: neither is more than a quarter faster."),
        .explanation = TEXT("claim",
                            "Both copy into the kernel and out of it, but TCP runs its whole protocol on the way, with "
                            "segments, acknowledgements and timers, even where no wire is."),
        .runs =
            [] {
                return std::vector{benchRun("unix-stream", 4096, Pattern::OneWay, {{"unix_per_s", rateOf}}),
                                   benchRun("tcp", 4096, Pattern::OneWay, {{"tcp_per_s", rateOf}}),
                                   benchRun("unix-stream", 64, Pattern::PingPong, {{"unix_trip_ns", roundTripOf}}),
                                   benchRun("tcp", 64, Pattern::PingPong, {{"tcp_trip_ns", roundTripOf}})};
            },
        .figures = {{"unix_per_s", TEXT("claim", "UNIX socket, messages of 4,096 B"), PerSecond},
                    {"tcp_per_s", TEXT("claim", "TCP, messages of 4,096 B"), PerSecond},
                    {"unix_trip_ns", TEXT("claim", "round trip, UNIX socket"), Time},
                    {"tcp_trip_ns", TEXT("claim", "round trip, TCP"), Time}},
        .judge =
            [](const ClaimSamples& s) {
                return allOf(std::vector{within(ratioOf(s, "unix_per_s", "tcp_per_s"), 1 / kAlike, kAlike),
                                         within(ratioOf(s, "tcp_trip_ns", "unix_trip_ns"), 1 / kAlike, kAlike)});
            }};
    return claim;
}

const Claim& portsClaim() {
    static const Claim claim{
        .id = "ports",
        .statement = TEXT("claim", "Ports are the numbers from 0 to 65,535"),
        .method = TEXT("claim",
                       "A TCP socket asks for port 65,535 (or the next below that nobody has), for 65,536, for 1 and "
                       "for 0 of the loopback interface, and is asked which port it got."),
        .explanation = TEXT("claim",
                            "A port has 16 bits, so 65,536 is carried as 0; and 0 is no port that one can have, for it "
                            "asks the system to choose one. Those below 1,024 are kept for the privileged (EACCES)."),
        .timed = false,
        .probe = true,
        .figures = {{"highest_port", TEXT("claim", "highest port got"), Count},
                    {"asked_65536_port", TEXT("claim", "asked for 65,536, got"), Count},
                    {"asked_1_port", TEXT("claim", "asked for 1, got"), Count},
                    {"asked_1_errno", TEXT("claim", "asked for 1, error"), Errno},
                    {"asked_0_port", TEXT("claim", "asked for 0, got"), Count}},
        .judge = [](const ClaimSamples& s) {
            return of(valueOf(s, "highest_port") > 0 && valueOf(s, "asked_0_port") == 0);
        }};
    return claim;
}

const Claim& udpLosesClaim() {
    static const Claim claim{
        .id = "udp-loses",
        .statement = TEXT("claim", "UDP loses messages"),
        .method =
            TEXT("claim",
                 "Datagrams of 1,024 bytes over the loopback interface: 1,000 a second to a reader that keeps up, "
                 "and as many as can be sent to one that takes 1 ms for each. The share that never arrived."),
        .explanation = TEXT("claim",
                            "Nothing on one machine loses them on the way: they are dropped when the receiver's buffer "
                            "is full, since nothing in UDP makes a sender wait."),
        .timed = false,
        .runs =
            [] {
                return std::vector{datagrams("slow_share", "", R"(,"work_us":1000)"),
                                   datagrams("paced_share", R"(,"rate_per_s":1000)", "")};
            },
        .figures = {{"slow_share", TEXT("claim", "lost, slow reader"), Share},
                    {"paced_share", TEXT("claim", "lost, reader that keeps up"), Share}},
        .judge = [](const ClaimSamples& s) { return of(figureOf(s, "slow_share").median > 0); }};
    return claim;
}

}  // namespace ipclab

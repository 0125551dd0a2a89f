// Remote calls: what exactly once takes, what REST costs, and what HTTP runs on.
#include <algorithm>

#include "observe/socket_diag.h"
#include "runs/claims/claim_parts.h"

namespace ipclab {

namespace {

using enum ClaimUnit;

// Forty calls over a network that loses a fifth each way, to a server that is killed as often as that.
ClaimRun lossyCalls(const std::string& semantics, const std::string& crashes,
                    std::function<void(const RunData&, const AddSample&)> take) {
    return textRun(
        R"("processes":[{"name":"caller","program":"caller","count":40,"timeout_ms":10,"semantics":")" + semantics +
            R"("},{"name":"network","program":"network","loss":0.2},{"name":"server","program":"executor",)" +
            R"("semantics":")" + semantics + R"(","crashes":)" + crashes +
            R"(}],"links":[{"name":"requests","mechanism":"udp","from":"caller","to":"network"},)" +
            R"({"name":"executed","mechanism":"udp","from":"network","to":"server"},)" +
            R"({"name":"replies","mechanism":"udp","from":"server","to":"network"},)" +
            R"({"name":"answers","mechanism":"udp","from":"network","to":"caller"}])",
        5, std::move(take));
}

// The share of calls that were both answered and executed once; nothing of a run that made none.
std::function<void(const RunData&, const AddSample&)> onceAs(std::string_view figure) {
    return [figure](const RunData& data, const AddSample& add) {
        const auto& calls = data.links[0].calls;
        if (!calls || calls->totals.issued == 0) return;
        const CallTotals& totals = calls->totals;
        const std::uint64_t once = std::min(totals.answered, totals.byExecutions[1]);
        add(figure, static_cast<double>(once) / static_cast<double>(totals.issued));
    };
}

double cpuOf(const BenchSample& sample) {
    return sample.messages == 0 ? 0 : sample.cpuSeconds * 1e9 / static_cast<double>(sample.messages);
}

// The socket below: connections that HTTP's server has had, by the addresses that the kernel gave, and what the kernel
// keeps of them in its table of TCP connections after their end.
void takeSockets(const RunData& data, const AddSample& add) {
    const SocketDiag kernel;
    for (const PortData& port : data.links[0].ports) {
        if (port.role != PortRole::Receiver) continue;
        for (const ConnectionReading& connection : port.connections) {
            const auto kept = kernel.timeWait(connection.local.port);
            if (!kept) continue;
            add("connections", static_cast<double>(port.connectionTotals.opened));
            add("in_tcp_table", static_cast<double>(*kept));
            return;
        }
    }
}

}  // namespace

const Claim& exactlyOnceClaim() {
    static const Claim claim{
        .id = "exactly-once",
        .statement = TEXT("claim", "Exactly once is hard"),
        .method =
            TEXT("claim",
                 "Forty calls over a network that loses 20 % of the datagrams each way, to a server that is killed "
                 "(SIGKILL) twice: by repetition with a cache of replies (at most once), and with a durable log "
                 "(exactly once). Hard: the cache does not keep the promise, and the log does."),
        .explanation =
            TEXT("claim",
                 "Repetition and a cache make up for the network, but the cache dies with its server; only where the "
                 "effect of a call and the record of it are one step on stable storage is nothing lost or done twice."),
        .timed = false,
        .runs =
            [] {
                return std::vector{lossyCalls("at-most-once", "2", onceAs("once_with_a_cache")),
                                   lossyCalls("exactly-once", "2", onceAs("once_with_a_log"))};
            },
        .figures = {{"once_with_a_cache", TEXT("claim", "done once, at most once with a server killed"), Share},
                    {"once_with_a_log", TEXT("claim", "done once, exactly once with a server killed"), Share}},
        .judge =
            [](const ClaimSamples& s) {
                return allOf(std::vector{below(figureOf(s, "once_with_a_cache"), 1),
                                         of(figureOf(s, "once_with_a_log").low == 1)});
            }};
    return claim;
}

const Claim& restHeavyClaim() {
    static const Claim claim{
        .id = "rest-heavy",
        .statement = TEXT("claim", "REST is heavier than gRPC"),
        .method =
            TEXT("claim",
                 "Calls with 64 and with 4,096 bytes each way, one after the other: JSON in HTTP/1.1, gRPC, Thrift, "
                 "and bare messages over TCP, in turns; the time of a round trip, and the processor time of both "
                 "sides. Heavier: in both, at both sizes."),
        .explanation = TEXT(
            "claim",
            "Text and Base64 grow with the message, and each call has its headers again; gRPC pays for the frames, "
            "flow control and threads of HTTP/2, which weigh more than a small message does."),
        .runs =
            [] {
                std::vector<ClaimRun> runs;
                const auto both = [&](std::string_view mechanism, std::string_view small, std::string_view smallCpu,
                                      std::string_view large, std::string_view largeCpu) {
                    runs.push_back(
                        benchRun(mechanism, 64, Pattern::PingPong, {{small, roundTripOf}, {smallCpu, cpuOf}}));
                    runs.push_back(
                        benchRun(mechanism, 4096, Pattern::PingPong, {{large, roundTripOf}, {largeCpu, cpuOf}}));
                };
                both("json-rpc", "json_64_ns", "json_64_cpu_ns", "json_4096_ns", "json_4096_cpu_ns");
                both("grpc", "grpc_64_ns", "grpc_64_cpu_ns", "grpc_4096_ns", "grpc_4096_cpu_ns");
                both("thrift", "thrift_64_ns", "thrift_64_cpu_ns", "thrift_4096_ns", "thrift_4096_cpu_ns");
                both("tcp", "tcp_64_ns", "tcp_64_cpu_ns", "tcp_4096_ns", "tcp_4096_cpu_ns");
                return runs;
            },
        .figures = {{"json_64_ns", TEXT("claim", "JSON over HTTP, 64 B"), Time},
                    {"grpc_64_ns", TEXT("claim", "gRPC, 64 B"), Time},
                    {"thrift_64_ns", TEXT("claim", "Thrift, 64 B"), Time, true},
                    {"tcp_64_ns", TEXT("claim", "bare TCP, 64 B"), Time, true},
                    {"json_4096_ns", TEXT("claim", "JSON over HTTP, 4,096 B"), Time},
                    {"grpc_4096_ns", TEXT("claim", "gRPC, 4,096 B"), Time},
                    {"thrift_4096_ns", TEXT("claim", "Thrift, 4,096 B"), Time, true},
                    {"tcp_4096_ns", TEXT("claim", "bare TCP, 4,096 B"), Time, true},
                    {"json_64_cpu_ns", TEXT("claim", "processor time a call, JSON over HTTP, 64 B"), Time},
                    {"grpc_64_cpu_ns", TEXT("claim", "processor time a call, gRPC, 64 B"), Time},
                    {"thrift_64_cpu_ns", TEXT("claim", "processor time a call, Thrift, 64 B"), Time, true},
                    {"tcp_64_cpu_ns", TEXT("claim", "processor time a call, bare TCP, 64 B"), Time, true},
                    {"json_4096_cpu_ns", TEXT("claim", "processor time a call, JSON over HTTP, 4,096 B"), Time},
                    {"grpc_4096_cpu_ns", TEXT("claim", "processor time a call, gRPC, 4,096 B"), Time},
                    {"thrift_4096_cpu_ns", TEXT("claim", "processor time a call, Thrift, 4,096 B"), Time, true},
                    {"tcp_4096_cpu_ns", TEXT("claim", "processor time a call, bare TCP, 4,096 B"), Time, true}},
        .judge =
            [](const ClaimSamples& s) {
                return allOf(std::vector{above(ratioOf(s, "json_64_ns", "grpc_64_ns"), 1),
                                         above(ratioOf(s, "json_4096_ns", "grpc_4096_ns"), 1),
                                         above(ratioOf(s, "json_64_cpu_ns", "grpc_64_cpu_ns"), 1),
                                         above(ratioOf(s, "json_4096_cpu_ns", "grpc_4096_cpu_ns"), 1)});
            }};
    return claim;
}

const Claim& httpTcpClaim() {
    static const Claim claim{
        .id = "http-tcp",
        .statement = TEXT("claim", "HTTP replaces TCP"),
        .method = TEXT("claim",
                       "A client calls a server over HTTP; then the kernel is asked for the TCP connections it still "
                       "remembers (TIME_WAIT) of the port at which the server had listened. Where it remembers none, "
                       "it cannot be told."),
        .explanation =
            TEXT("claim",
                 "HTTP says what a request and its answer look like and leaves their way to TCP: below it is a "
                 "TCP connection as any other, which the kernel lists (HTTP/3 alone goes over UDP)."),
        .timed = false,
        .runs =
            [] {
                return std::vector{
                    textRun(R"("processes":[{"name":"client","program":"client","launch":"exec"},)"
                            R"({"name":"server","program":"echo","launch":"exec"}],)"
                            R"("links":[{"name":"calls","mechanism":"http","from":"client","to":"server"},)"
                            R"({"mechanism":"http","from":"server","to":"client","reverse_of":"calls"}])",
                            0.2, takeSockets)};
            },
        .figures = {{"connections", TEXT("claim", "connections that the server has had"), Count},
                    {"in_tcp_table", TEXT("claim", "of its port in the kernel's table of TCP"), Count}},
        .judge =
            [](const ClaimSamples& s) {
                return figureOf(s, "in_tcp_table").low >= 1 ? ClaimVerdict::Refuted : ClaimVerdict::CannotTell;
            }};
    return claim;
}

}  // namespace ipclab

// Throughput and round trips of every stack through the ends of the laboratory against a minimal program of its own
// library: both between two forked processes, alternating A B A B in one run, so that a busy machine slows both. Prints
// messages, or trips, per second (medians) and the median of the ratios of neighbours.
//   ipclab_bench_stacks [REPEATS [STACK [SIZE]]]     SIZE is 64 or 4096
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "arguments.h"
#include "bare_stacks.h"
#include "core/error.h"
#include "core/shared_mapping.h"
#include "core/unique_fd.h"
#include "links/registry.h"
#include "stacks/registry.h"

namespace ipclab::bench {

namespace {

struct NoPeers final : Peers {
    bool sendersGone() const override { return false; }
    bool receiversGone() const override { return false; }
};
const NoPeers kNoPeers;

// A library that knows no signal waits in slices, each of which ends as if by one: then again, as a worker does.
void sendOne(Sender& sender, std::span<const std::byte> message) {
    SendStatus status = SendStatus::Interrupted;
    while (status == SendStatus::Interrupted) status = sender.send(message);
    if (status != SendStatus::Sent) ::_exit(1);
}
void receiveOne(Receiver& receiver, std::span<std::byte> buffer) {
    ReceiveStatus status = ReceiveStatus::Interrupted;
    while (status == ReceiveStatus::Interrupted) status = receiver.receive(buffer).status;
    if (status != ReceiveStatus::Received) ::_exit(1);
}

double oneWay(const Mechanism& mechanism, Link& link, const Work& work, Result& result) {
    const EndOptions options{.maxMessageBytes = work.sizeBytes};
    const auto send = [&] {
        const auto sender = mechanism.openSender(link.senderWiring(0), options, kNoPeers);
        const std::vector<std::byte> message = makeMessage(work.sizeBytes);
        for (std::uint64_t i = 0; i < work.messages; ++i) sendOne(*sender, message);
    };
    const auto receive = [&] {
        const auto receiver = mechanism.openReceiver(link.receiverWiring(0), options, kNoPeers);
        std::vector<std::byte> buffer(work.sizeBytes);
        timeReceiving(work, result, [&] { receiveOne(*receiver, buffer); });
    };
    return inTwoProcesses(work, result, send, receive);
}

// The clock is the client's.
double roundTrips(const Mechanism& mechanism, Link& link, const Work& work, Result& result) {
    const EndOptions options{.maxMessageBytes = work.sizeBytes};
    const std::vector<std::byte> message = makeMessage(work.sizeBytes);
    const auto serve = [&] {
        const auto answers = mechanism.openSender(link.reverse()->senderWiring(0), options, kNoPeers);
        const auto requests = mechanism.openReceiver(link.receiverWiring(0), options, kNoPeers);
        std::vector<std::byte> buffer(work.sizeBytes);
        for (std::uint64_t i = 0; i < work.messages; ++i) {
            receiveOne(*requests, buffer);
            sendOne(*answers, buffer);
        }
    };
    const auto ask = [&] {
        const auto requests = mechanism.openSender(link.senderWiring(0), options, kNoPeers);
        const auto answers = mechanism.openReceiver(link.reverse()->receiverWiring(0), options, kNoPeers);
        std::vector<std::byte> buffer(work.sizeBytes);
        timeReceiving(work, result, [&] {
            sendOne(*requests, message);
            receiveOne(*answers, buffer);
        });
    };
    return inTwoProcesses(work, result, serve, ask);
}

double throughStack(const Mechanism& mechanism, const Work& work, Pattern pattern, Result& result) {
    RunDirectory run(makeRunToken());
    LinkRequest spec;
    spec.name = "bench";
    spec.maxMessageBytes = work.sizeBytes;
    spec.duplex = pattern == Pattern::RoundTrip;
    const auto link = mechanism.create(spec, run);
    return pattern == Pattern::OneWay ? oneWay(mechanism, *link, work, result)
                                      : roundTrips(mechanism, *link, work, result);
}

struct Measured {
    const char* id;
    BareStack bare;
    std::uint64_t oneWayMessages;  // that take about half a second
};
constexpr std::array kMeasured = std::to_array<Measured>({{"http", bareHttp, 8'000},
                                                          {"https", bareHttps, 6'000},
                                                          {"json-rpc", bareJsonRpc, 6'000},
                                                          {"websocket", bareWebSocket, 100'000},
                                                          {"onc-rpc", bareOncRpc, 15'000},
                                                          {"grpc", bareGrpc, 5'000},
                                                          {"thrift", bareThrift, 15'000},
                                                          {"thrift-compact", bareThriftCompact, 15'000},
                                                          {"dbus", bareDbus, 5'000},
                                                          {"zeromq", bareZeromq, 300'000}});
constexpr std::uint64_t kTrips = 8'000;

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

// False when the ends stay below nine tenths.
bool compare(const Measured& measured, Pattern pattern, std::uint32_t sizeBytes, int repeats) {
    const Mechanism& mechanism = *findMechanism(measured.id);
    const std::uint64_t most = pattern == Pattern::OneWay ? measured.oneWayMessages : kTrips;
    const Work work{sizeBytes, sizeBytes <= 64 ? most : most / 2};
    const UniqueFd fd(check(::memfd_create("stacks-bench", MFD_CLOEXEC), "memfd_create"));
    check(::ftruncate(fd.get(), sizeof(Result)), "ftruncate");
    const SharedMapping shared(fd.get(), sizeof(Result));
    Result& result = *static_cast<Result*>(shared.data());
    std::vector<double> ours, bare, ratios;
    for (int i = 0; i <= repeats; ++i) {
        std::array<double, 2> rates{};
        for (const std::size_t side : {static_cast<std::size_t>(i % 2), static_cast<std::size_t>(1 - i % 2)}) {
            rates.at(side) =
                side == 0 ? throughStack(mechanism, work, pattern, result) : measured.bare(work, pattern, result);
        }
        if (i == 0) continue;  // warm-up
        ours.push_back(rates[0]);
        bare.push_back(rates[1]);
        ratios.push_back(rates[0] / rates[1]);
    }
    const double ratio = median(ratios), ofMedians = median(ours) / median(bare);
    std::printf("%-12s %-10s %7u %12.0f %12.0f %8.3f %8.3f\n", measured.id,
                pattern == Pattern::OneWay ? "one-way" : "round-trip", sizeBytes, median(ours), median(bare), ratio,
                ofMedians);
    std::fflush(stdout);
    return std::max(ratio, ofMedians) >= 0.9;
}

constexpr std::array<std::uint32_t, 2> kSizes{64, 4096};

bool isMeasured(std::string_view stack) {
    return std::ranges::any_of(kMeasured, [&](const Measured& one) { return stack == one.id; });
}
bool isMeasuredSize(std::uint32_t bytes) { return std::ranges::find(kSizes, bytes) != kSizes.end(); }

int measure(int repeats, std::string_view only, std::uint32_t onlySize) {
    openStacksHere();
    std::printf("%-12s %-10s %7s %12s %12s %8s %8s\n", "stack", "pattern", "bytes", "ends/s", "library/s", "ratio",
                "medians");
    bool fast = true;
    for (const Measured& measured : kMeasured) {
        if (!only.empty() && only != measured.id) continue;
        for (const Pattern pattern : {Pattern::OneWay, Pattern::RoundTrip}) {
            for (const std::uint32_t size : kSizes) {
                if (onlySize == 0 || onlySize == size) fast &= compare(measured, pattern, size, repeats);
            }
        }
    }
    return fast ? 0 : 1;
}

}  // namespace

}  // namespace ipclab::bench

int main(int argc, char** argv) {
    using namespace ipclab;
    const auto asked =
        bench::readArguments(argc, argv, 9, bench::isMeasured, bench::isMeasuredSize,
                             "Usage: ipclab_bench_stacks [REPEATS [STACK [SIZE]]]     SIZE is 64 or 4096");
    return asked ? bench::measure(asked->repeats, asked->only, asked->sizeBytes) : bench::kWrongUsage;
}

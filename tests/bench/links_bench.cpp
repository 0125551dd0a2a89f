// Throughput of every mechanism through its interface against a bare loop of the same system calls with the same
// sizes: both between two forked processes, alternating A B A B in one run, so that a busy machine slows both. Prints
// messages per second (medians) and the median of the ratios of neighbours. Where messages may be lost, those received
// count, and how many of those sent they are is printed for both.
//   ipclab_bench_links [REPEATS [MECHANISM [SIZE]]]     SIZE in bytes
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>

#include "arguments.h"
#include "bare_loops.h"
#include "core/error.h"
#include "core/shared_mapping.h"
#include "core/unique_fd.h"
#include "links/registry.h"

namespace ipclab::bench {

namespace {

struct NoPeers final : Peers {
    bool sendersGone() const override { return false; }
    bool receiversGone() const override { return false; }
};

const NoPeers kNoPeers;

// One message in an end's own buffers where it has some, as the programs do it (programs/ports.cpp): asked for anew
// for each message, and filled where it was not yet.
class OwnMessage {
public:
    OwnMessage(Sender& sender, std::uint32_t sizeBytes)
        : m_sender(sender), m_own(makeMessage(sizeBytes)), m_inTheirs(sender.buffer().size() >= m_own.size()) {}

    [[nodiscard]] std::span<const std::byte> next() {
        if (!m_inTheirs) return m_own;
        const std::span<std::byte> theirs = m_sender.buffer();
        if (std::memcmp(theirs.data(), m_own.data(), kMinMessageBytes) != 0) std::ranges::copy(m_own, theirs.begin());
        return theirs.first(m_own.size());
    }

private:
    Sender& m_sender;
    std::vector<std::byte> m_own;
    bool m_inTheirs;
};

void sendThrough(Sender& sender, const Work& work, const Result& result, bool reliable) {
    if (!reliable) {
        sendWithLoss(work, result, [&](std::span<const std::byte> message) {
            const SendStatus status = sender.send(message);
            if (status != SendStatus::Sent && status != SendStatus::PeerClosed) ::_exit(1);
            return status == SendStatus::Sent;
        });
        return;
    }
    OwnMessage message(sender, work.sizeBytes);
    for (std::uint64_t i = 0; i < work.messages; ++i) {
        if (sender.send(message.next()) != SendStatus::Sent) ::_exit(1);
    }
}

void receiveThrough(Receiver& receiver, const Work& work, Result& result, bool reliable) {
    std::vector<std::byte> own(work.sizeBytes);
    std::span<std::byte> buffer = own;
    if (const std::span<std::byte> theirs = receiver.buffer(); theirs.size() >= own.size()) buffer = theirs;
    const auto receiveOne = [&] {
        if (receiver.receive(buffer).status != ReceiveStatus::Received) ::_exit(1);
    };
    reliable ? timeReceiving(work, result, receiveOne) : timeReceivingWithLoss(result, buffer, receiveOne);
}

// awake: an end that would wait spins, in vain for a millisecond before it sleeps.
double throughInterface(const Mechanism& mechanism, const Work& work, Result& result, bool awake) {
    RunDirectory run(makeRunToken());
    const LinkRequest spec{.name = "bench", .maxMessageBytes = work.sizeBytes, .capacityBytes{}, .capacityMessages{}};
    const auto link = mechanism.create(spec, run);
    EndOptions options{.maxMessageBytes = work.sizeBytes};
    if (awake) options.spinNs = 1'000'000;
    const bool reliable = mechanism.info().traits.reliable;
    const auto send = [&] {
        const auto sender = mechanism.openSender(link->senderWiring(0), options, kNoPeers);
        sendThrough(*sender, work, result, reliable);
    };
    const auto receive = [&] {
        const auto receiver = mechanism.openReceiver(link->receiverWiring(0), options, kNoPeers);
        receiveThrough(*receiver, work, result, reliable);
    };
    return inTwoProcesses(work, result, send, receive);
}

struct Measured {
    const char* mechanism;
    BareLoop bare;
    unsigned pace = 4;   // how many messages it takes in a time, roughly; a pipe takes four
    bool awake = false;  // both sides spin where they would sleep
};

constexpr std::array kMeasured = std::to_array<Measured>({{"pipe", barePipe},
                                                          {"fifo", bareFifo},
                                                          {"pty", barePty},
                                                          {"socketpair", barePair},
                                                          {"unix-datagram", bareDatagram},
                                                          {"unix-seqpacket", bareSeqpacket},
                                                          {"unix-stream", bareUnix},
                                                          {"tcp", bareTcp},
                                                          {"udp", bareUdp},
                                                          {"udp-multicast", bareMulticast},
                                                          {"posix-mq", bareQueue},
                                                          {"sysv-mq", bareSysvQueue},
                                                          {"signal", bareSignal, 1},
                                                          {"posix-shm", bareShm, 8},
                                                          {"sysv-shm", bareShm, 8},
                                                          {"memfd", bareShm, 8},
                                                          {"mmap-file", bareShm, 8},
                                                          {"posix-shm", bareAwakeShm, 64, true},
                                                          {"sysv-shm", bareAwakeShm, 64, true},
                                                          {"memfd", bareAwakeShm, 64, true},
                                                          {"mmap-file", bareAwakeShm, 64, true},
                                                          {"eventfd", bareEventfd},
                                                          {"process-vm", bareProcessVm},
                                                          {"shared-file", bareFile, 1},
                                                          {"mach-port", barePort},
                                                          {"alpc-port", bareAlpc},
                                                          {"win-pipe", bareSeqpacket}});

Work workOf(const Measured& measured, std::uint32_t sizeBytes) {
    const std::uint64_t messages = sizeBytes <= 64 ? 50'000 : sizeBytes <= 4096 ? 15'000 : 2'000;
    return {sizeBytes, messages * measured.pace};
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

struct Rates {
    std::vector<double> perSecond;
    std::vector<double> arrived;  // of those sent

    void add(double rate, const Work& work, const Result& result) {
        perSecond.push_back(rate);
        arrived.push_back(static_cast<double>(result.received) / static_cast<double>(work.messages));
    }
};

SharedMapping sharedResult() {
    const UniqueFd fd(check(::memfd_create("links-bench", MFD_CLOEXEC), "memfd_create"));
    check(::ftruncate(fd.get(), sizeof(Result)), "ftruncate");
    return SharedMapping(fd.get(), sizeof(Result));
}

// False when the interface stays below nine tenths.
bool compare(const Measured& measured, const Mechanism& mechanism, std::uint32_t sizeBytes, int repeats) {
    const Work work = workOf(measured, sizeBytes);
    const SharedMapping shared = sharedResult();
    Result& result = *static_cast<Result*>(shared.data());
    Rates ours, theirs;
    const auto measureOurs = [&] {
        const double rate = throughInterface(mechanism, work, result, measured.awake);
        ours.add(rate, work, result);
    };
    const auto measureTheirs = [&] {
        const double rate = measured.bare(work, result);
        theirs.add(rate, work, result);
    };
    for (int i = 0; i <= repeats; ++i) {
        i % 2 == 0 ? measureOurs() : measureTheirs();
        i % 2 == 0 ? measureTheirs() : measureOurs();
        if (i == 0) ours = theirs = {};  // warm-up
    }
    std::vector<double> ratios;
    for (std::size_t i = 0; i < ours.perSecond.size(); ++i) ratios.push_back(ours.perSecond[i] / theirs.perSecond[i]);
    const double ratio = median(ratios), ofMedians = median(ours.perSecond) / median(theirs.perSecond);
    const std::string name = std::string(measured.mechanism) + (measured.awake ? ", awake" : "");
    std::printf("%-16s %7u %14.0f %14.0f %8.3f %8.3f", name.c_str(), sizeBytes, median(ours.perSecond),
                median(theirs.perSecond), ratio, ofMedians);
    if (!mechanism.info().traits.reliable)
        std::printf("  received of those sent: %.3f, bare %.3f", median(ours.arrived), median(theirs.arrived));
    std::printf("\n");
    std::fflush(stdout);
    return std::max(ratio, ofMedians) >= 0.9;
}

bool isMeasured(std::string_view mechanism) {
    return std::ranges::any_of(kMeasured, [&](const Measured& one) { return mechanism == one.mechanism; });
}

int measure(int repeats, std::string_view only, std::uint32_t onlySize) {
    std::printf("%-16s %7s %14s %14s %8s %8s\n", "mechanism", "bytes", "interface/s", "bare/s", "ratio", "medians");
    bool fast = true;
    std::vector<std::uint32_t> sizes{64, 4096, 65536};
    if (onlySize != 0) sizes = {onlySize};
    for (const Measured& measured : kMeasured) {
        if (!only.empty() && only != measured.mechanism) continue;
        const Mechanism* mechanism = findMechanism(measured.mechanism);
        if (mechanism == nullptr || !mechanism->availability().available) continue;
        for (const std::uint32_t size : onlySize == 0 && measured.awake ? std::vector{64U, 1024U, 4096U} : sizes) {
            const LinkRequest spec{.name = "bench", .maxMessageBytes = size, .capacityBytes{}, .capacityMessages{}};
            if (mechanism->refusal(spec).empty()) fast = compare(measured, *mechanism, size, repeats) && fast;
        }
    }
    return fast ? 0 : 1;
}

}  // namespace

}  // namespace ipclab::bench

int main(int argc, char** argv) {
    using namespace ipclab;
    const auto canBeSent = [](std::uint32_t bytes) { return bytes >= kMinMessageBytes && bytes <= kMaxMessageBytes; };
    const auto asked = bench::readArguments(argc, argv, 15, bench::isMeasured, canBeSent,
                                            "Usage: ipclab_bench_links [REPEATS [MECHANISM [SIZE]]]");
    return asked ? bench::measure(asked->repeats, asked->only, asked->sizeBytes) : bench::kWrongUsage;
}

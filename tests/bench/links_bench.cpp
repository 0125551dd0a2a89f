// Throughput of every mechanism through its interface against a bare loop of the same system calls with the same
// sizes: both between two forked processes, alternating A B A B in one run, so that a busy machine slows both. Prints
// messages per second (medians) and the median of the ratios of neighbours.
//   ipclab_bench_links [REPEATS [MECHANISM [SIZE]]]
#include <arpa/inet.h>
#include <fcntl.h>
#include <mqueue.h>
#include <netinet/tcp.h>
#include <sched.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <vector>

#include "core/error.h"
#include "core/segment.h"
#include "links/message.h"
#include "links/registry.h"

namespace {

using namespace ipclab;

struct Result {
    std::atomic<Nanoseconds> tookNs;
    std::atomic<std::uint64_t> calls;
};

struct NoPeers final : Peers {
    bool sendersGone() const override { return false; }
    bool receiversGone() const override { return false; }
};

struct Work {
    std::uint32_t sizeBytes;
    std::uint64_t messages;
};

void pin(int cpu) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(cpu, &set);
    ::sched_setaffinity(0, sizeof set, &set);
}

std::vector<std::byte> makeMessage(std::uint32_t sizeBytes) {
    std::vector<std::byte> message(sizeBytes);
    prepareMessage(message);
    stampMessage(message, 1, 0, 0);
    return message;
}

// The clock runs from the first message received to the last.
template <typename ReceiveOne>
void timeReceiving(const Work& work, Result& result, ReceiveOne receiveOne) {
    receiveOne();
    const Nanoseconds start = monotonicNow();
    for (std::uint64_t i = 1; i < work.messages; ++i) receiveOne();
    result.tookNs = monotonicNow() - start;
}

// Runs both sides in children; returns messages per second.
double inTwoProcesses(const Work& work, Result& result, const std::function<void()>& send,
                      const std::function<void()>& receive) {
    std::array<pid_t, 2> pids{};
    for (int i = 0; i < 2; ++i) {
        pids[i] = check(::fork(), "fork");
        if (pids[i] != 0) continue;
        ::signal(SIGPIPE, SIG_IGN);
        pin(i % static_cast<int>(::sysconf(_SC_NPROCESSORS_ONLN)));
        (i == 0 ? send : receive)();
        ::_exit(0);
    }
    for (const pid_t pid : pids) ::waitpid(pid, nullptr, 0);
    return static_cast<double>(work.messages - 1) / toSeconds(result.tookNs);
}

double throughInterface(const Mechanism& mechanism, const Work& work, Result& result) {
    RunDirectory run(makeRunToken());
    const LinkSpec spec{.name = "bench", .maxMessageBytes = work.sizeBytes, .capacityBytes{}, .capacityMessages{}};
    const auto link = mechanism.create(spec, run);
    const EndOptions options{.maxMessageBytes = work.sizeBytes};
    const NoPeers peers;
    const auto send = [&] {
        const auto sender = mechanism.openSender(link->senderWiring(0), options, peers);
        // As the programs do it (programs/ports.cpp): in the end's own buffer where it has one.
        std::vector<std::byte> own = makeMessage(work.sizeBytes);
        std::span<std::byte> message = own;
        if (const std::span<std::byte> theirs = sender->buffer(); theirs.size() >= own.size()) {
            std::ranges::copy(own, theirs.begin());
            message = theirs.first(own.size());
        }
        for (std::uint64_t i = 0; i < work.messages; ++i) {
            if (sender->send(message) != SendStatus::Sent) ::_exit(1);
        }
    };
    const auto receive = [&] {
        const auto receiver = mechanism.openReceiver(link->receiverWiring(0), options, peers);
        std::vector<std::byte> own(work.sizeBytes);
        std::span<std::byte> buffer = own;
        if (const std::span<std::byte> theirs = receiver->buffer(); theirs.size() >= own.size()) buffer = theirs;
        timeReceiving(work, result, [&] {
            if (receiver->receive(buffer).status != ReceiveStatus::Received) ::_exit(1);
        });
        result.calls = receiver->systemCalls();
    };
    return inTwoProcesses(work, result, send, receive);
}

// --- bare loops -------------------------------------------------------------------------------------------------

void writeAll(int fd, const std::byte* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t done = ::write(fd, bytes, size);
        if (done <= 0) ::_exit(1);
        bytes += done;
        size -= static_cast<std::size_t>(done);
    }
}

void readAll(int fd, std::byte* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t done = ::read(fd, bytes, size);
        if (done <= 0) ::_exit(1);
        bytes += done;
        size -= static_cast<std::size_t>(done);
    }
}

// Sender and receiver each open their descriptor in their own process.
double bareStream(const Work& work, Result& result, const std::function<int()>& openSend,
                  const std::function<int()>& openReceive) {
    const auto send = [&] {
        const int fd = openSend();
        const std::vector<std::byte> message = makeMessage(work.sizeBytes);
        for (std::uint64_t i = 0; i < work.messages; ++i) writeAll(fd, message.data(), message.size());
    };
    const auto receive = [&] {
        const int fd = openReceive();
        std::vector<std::byte> buffer(work.sizeBytes);
        timeReceiving(work, result, [&] { readAll(fd, buffer.data(), buffer.size()); });
    };
    return inTwoProcesses(work, result, send, receive);
}

double barePipe(const Work& work, Result& result) {
    std::array<int, 2> fds{};
    check(::pipe2(fds.data(), O_CLOEXEC), "pipe2");
    const UniqueFd read(fds[0]), write(fds[1]);
    return bareStream(
        work, result, [&] { return write.get(); }, [&] { return read.get(); });
}

double bareFifo(const Work& work, Result& result) {
    RunDirectory run(makeRunToken());
    const std::string path = run.newName(ObjectKind::File);
    check(::mkfifo(path.c_str(), 0600), "mkfifo");
    return bareStream(
        work, result, [&] { return ::open(path.c_str(), O_WRONLY); }, [&] { return ::open(path.c_str(), O_RDONLY); });
}

double bareSocket(const Work& work, Result& result, int domain, int type, sockaddr* address, socklen_t size) {
    const auto tune = [domain](int fd) {
        const int on = 1;
        if (domain == AF_INET) ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    };
    const UniqueFd listener(check(::socket(domain, type | SOCK_CLOEXEC, 0), "socket"));
    check(::bind(listener.get(), address, size), "bind");
    check(::listen(listener.get(), 8), "listen");
    check(::getsockname(listener.get(), address, &size), "getsockname");
    const auto openSend = [&] {
        const int fd = ::socket(domain, type, 0);
        tune(fd);
        check(::connect(fd, address, size), "connect");
        return fd;
    };
    return bareStream(work, result, openSend, [&] { return ::accept(listener.get(), nullptr, nullptr); });
}

sockaddr_un newAddress(RunDirectory& run) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, run.newName(ObjectKind::File).c_str(), sizeof address.sun_path - 1);
    return address;
}

double bareUnixOf(const Work& work, Result& result, int type) {
    RunDirectory run(makeRunToken());
    sockaddr_un address = newAddress(run);
    return bareSocket(work, result, AF_UNIX, type, reinterpret_cast<sockaddr*>(&address), sizeof address);
}

double bareUnix(const Work& work, Result& result) { return bareUnixOf(work, result, SOCK_STREAM); }

double bareSeqpacket(const Work& work, Result& result) { return bareUnixOf(work, result, SOCK_SEQPACKET); }

double bareDatagram(const Work& work, Result& result) {
    RunDirectory run(makeRunToken());
    const sockaddr_un address = newAddress(run);
    const auto* to = reinterpret_cast<const sockaddr*>(&address);
    const UniqueFd receiver(check(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket"));
    const UniqueFd sender(check(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket"));
    check(::bind(receiver.get(), to, sizeof address), "bind");
    check(::connect(sender.get(), to, sizeof address), "connect");
    return bareStream(
        work, result, [&] { return sender.get(); }, [&] { return receiver.get(); });
}

double barePair(const Work& work, Result& result) {
    std::array<int, 2> fds{};
    check(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds.data()), "socketpair");
    const UniqueFd receiver(fds[0]), sender(fds[1]);
    return bareStream(
        work, result, [&] { return sender.get(); }, [&] { return receiver.get(); });
}

double bareTcp(const Work& work, Result& result) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return bareSocket(work, result, AF_INET, SOCK_STREAM, reinterpret_cast<sockaddr*>(&address), sizeof address);
}

double bareQueue(const Work& work, Result& result) {
    RunDirectory run(makeRunToken());
    const std::string name = run.newName(ObjectKind::PosixMq);
    mq_attr attributes{};
    attributes.mq_maxmsg = 10;
    attributes.mq_msgsize = work.sizeBytes;
    const UniqueFd made(check(::mq_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR, 0600, &attributes), "mq_open"));
    const auto send = [&] {
        const mqd_t queue = ::mq_open(name.c_str(), O_WRONLY);
        const std::vector<std::byte> message = makeMessage(work.sizeBytes);
        for (std::uint64_t i = 0; i < work.messages; ++i) {
            if (::mq_send(queue, reinterpret_cast<const char*>(message.data()), message.size(), 0) != 0) ::_exit(1);
        }
    };
    const auto receive = [&] {
        const mqd_t queue = ::mq_open(name.c_str(), O_RDONLY);
        std::vector<char> buffer(work.sizeBytes);
        timeReceiving(work, result, [&] {
            if (::mq_receive(queue, buffer.data(), buffer.size(), nullptr) < 0) ::_exit(1);
        });
    };
    return inTwoProcesses(work, result, send, receive);
}

double bareSysvQueue(const Work& work, Result& result) {
    const int queue = check(::msgget(IPC_PRIVATE, 0600), "msgget");
    struct TypedMessage {
        long type;
        std::byte bytes[8192];  // kernel.msgmax, unless raised
    };
    const auto send = [&] {
        TypedMessage typed{1, {}};
        const std::vector<std::byte> message = makeMessage(work.sizeBytes);
        for (std::uint64_t i = 0; i < work.messages; ++i) {
            std::memcpy(typed.bytes, message.data(), message.size());
            if (::msgsnd(queue, &typed, work.sizeBytes, 0) != 0) ::_exit(1);
        }
    };
    const auto receive = [&] {
        TypedMessage typed{};
        timeReceiving(work, result, [&] {
            if (::msgrcv(queue, &typed, sizeof typed.bytes, 0, 0) < 0) ::_exit(1);
        });
    };
    const double rate = inTwoProcesses(work, result, send, receive);
    ::msgctl(queue, IPC_RMID, nullptr);
    return rate;
}

// The textbook's bounded buffer: a semaphore of items, one of free places.
double bareEventfd(const Work& work, Result& result) {
    const std::uint64_t capacity = std::clamp<std::uint64_t>(65536 / work.sizeBytes, 16, 1024);
    const UniqueFd items(check(::eventfd(0, EFD_SEMAPHORE | EFD_CLOEXEC), "eventfd"));
    const UniqueFd freed(check(::eventfd(static_cast<unsigned>(capacity), EFD_SEMAPHORE | EFD_CLOEXEC), "eventfd"));
    const UniqueFd memory(check(::memfd_create("links-bench", MFD_CLOEXEC), "memfd_create"));
    check(::ftruncate(memory.get(), static_cast<off_t>(capacity * work.sizeBytes)), "ftruncate");
    const SharedMapping places(memory.get(), capacity * work.sizeBytes);
    const auto placeOf = [&](std::uint64_t i) {
        return static_cast<std::byte*>(places.data()) + (i & (capacity - 1)) * work.sizeBytes;
    };
    const auto take = [](const UniqueFd& counter) {
        std::uint64_t one = 0;
        if (::read(counter.get(), &one, sizeof one) < 0) ::_exit(1);
    };
    const auto give = [](const UniqueFd& counter) {
        const std::uint64_t one = 1;
        if (::write(counter.get(), &one, sizeof one) < 0) ::_exit(1);
    };
    const auto send = [&] {
        const std::vector<std::byte> message = makeMessage(work.sizeBytes);
        for (std::uint64_t i = 0; i < work.messages; ++i) {
            take(freed);
            std::memcpy(placeOf(i), message.data(), message.size());
            give(items);
        }
    };
    const auto receive = [&] {
        std::vector<std::byte> buffer(work.sizeBytes);
        std::uint64_t i = 0;
        timeReceiving(work, result, [&] {
            take(items);
            std::memcpy(buffer.data(), placeOf(i++), buffer.size());
            give(freed);
        });
    };
    return inTwoProcesses(work, result, send, receive);
}

struct BareRing {
    alignas(64) std::atomic<std::uint64_t> tail;
    alignas(64) std::atomic<std::uint64_t> head;
    alignas(64) std::atomic<std::uint32_t> filledWaiting, filledWord;
    alignas(64) std::atomic<std::uint32_t> freedWaiting, freedWord;
    alignas(64) std::byte places[];
};

void bareNotify(std::atomic<std::uint32_t>& waiting, std::atomic<std::uint32_t>& word) {
    std::atomic_thread_fence(std::memory_order_seq_cst);
    if (waiting.load(std::memory_order_relaxed) == 0 || waiting.exchange(0) == 0) return;
    word.fetch_add(1);
    futexWakeAll(word);
}

template <typename Ready>
void bareWait(std::atomic<std::uint32_t>& waiting, std::atomic<std::uint32_t>& word, Ready ready) {
    for (;;) {
        const std::uint32_t seen = word.load();
        waiting.store(1);
        std::atomic_thread_fence(std::memory_order_seq_cst);
        if (ready()) return;
        futexWait(word, seen);
    }
}

double bareShm(const Work& work, Result& result) {
    RunDirectory run(makeRunToken());
    const std::uint64_t capacity = std::clamp<std::uint64_t>(65536 / work.sizeBytes, 16, 1024);
    const std::string name = run.newName(ObjectKind::PosixShm);
    const UniqueFd fd(check(::shm_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR, 0600), "shm_open"));
    const std::size_t bytes = sizeof(BareRing) + capacity * work.sizeBytes;
    checkError(::posix_fallocate(fd.get(), 0, static_cast<off_t>(bytes)), "posix_fallocate");
    const auto send = [&] {
        const SharedMapping mapping(fd.get(), bytes);
        auto& ring = *static_cast<BareRing*>(mapping.data());
        const std::vector<std::byte> message = makeMessage(work.sizeBytes);
        std::uint64_t seen = 0;
        for (std::uint64_t tail = 0; tail < work.messages; ++tail) {
            const auto room = [&] {
                seen = ring.head.load(std::memory_order_acquire);
                return tail - seen < capacity;
            };
            if (tail - seen >= capacity && !room()) bareWait(ring.freedWaiting, ring.freedWord, room);
            std::memcpy(ring.places + (tail & (capacity - 1)) * work.sizeBytes, message.data(), work.sizeBytes);
            ring.tail.store(tail + 1, std::memory_order_release);
            bareNotify(ring.filledWaiting, ring.filledWord);
        }
    };
    const auto receive = [&] {
        const SharedMapping mapping(fd.get(), bytes);
        auto& ring = *static_cast<BareRing*>(mapping.data());
        std::vector<std::byte> buffer(work.sizeBytes);
        std::uint64_t seen = 0, head = 0;
        timeReceiving(work, result, [&] {
            const auto some = [&] {
                seen = ring.tail.load(std::memory_order_acquire);
                return seen != head;
            };
            if (seen == head && !some()) bareWait(ring.filledWaiting, ring.filledWord, some);
            std::memcpy(buffer.data(), ring.places + (head & (capacity - 1)) * work.sizeBytes, work.sizeBytes);
            ring.head.store(++head, std::memory_order_release);
            bareNotify(ring.freedWaiting, ring.freedWord);
        });
    };
    return inTwoProcesses(work, result, send, receive);
}

struct Bare {
    const char* mechanism;
    double (*run)(const Work&, Result&);
};

constexpr std::array kBare = std::to_array<Bare>({{"pipe", barePipe},
                                                  {"fifo", bareFifo},
                                                  {"socketpair", barePair},
                                                  {"unix-datagram", bareDatagram},
                                                  {"unix-seqpacket", bareSeqpacket},
                                                  {"unix-stream", bareUnix},
                                                  {"tcp", bareTcp},
                                                  {"posix-mq", bareQueue},
                                                  {"posix-shm", bareShm},
                                                  {"sysv-shm", bareShm},
                                                  {"memfd", bareShm},
                                                  {"mmap-file", bareShm},
                                                  {"sysv-mq", bareSysvQueue},
                                                  {"eventfd", bareEventfd}});

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

bool isRing(std::string_view mechanism) {
    return mechanism.ends_with("-shm") || mechanism == "memfd" || mechanism == "mmap-file";
}

Work workOf(const char* mechanism, std::uint32_t sizeBytes) {
    const std::uint64_t messages = sizeBytes <= 64 ? 200'000 : sizeBytes <= 4096 ? 60'000 : 8'000;
    return {sizeBytes, isRing(mechanism) ? messages * 2 : messages};
}

// False when the interface stays below nine tenths.
bool compare(const Bare& bare, const Mechanism& mechanism, std::uint32_t sizeBytes, int repeats) {
    const Work work = workOf(bare.mechanism, sizeBytes);
    const SharedMapping shared = [] {
        const UniqueFd fd(check(::memfd_create("links-bench", MFD_CLOEXEC), "memfd_create"));
        check(::ftruncate(fd.get(), sizeof(Result)), "ftruncate");
        return SharedMapping(fd.get(), sizeof(Result));
    }();
    Result& result = *static_cast<Result*>(shared.data());
    std::vector<double> ours, theirs, ratios;
    for (int i = 0; i <= repeats; ++i) {
        const bool oursFirst = i % 2 == 0;
        double a = oursFirst ? throughInterface(mechanism, work, result) : 0;
        const double b = bare.run(work, result);
        if (!oursFirst) a = throughInterface(mechanism, work, result);
        if (i == 0) continue;  // warm-up
        ours.push_back(a);
        theirs.push_back(b);
        ratios.push_back(a / b);
    }
    const double ratio = median(ratios);
    std::printf("%-14s %7u %14.0f %14.0f %8.3f %8.3f\n", bare.mechanism, sizeBytes, median(ours), median(theirs), ratio,
                median(ours) / median(theirs));
    std::fflush(stdout);
    return std::max(ratio, median(ours) / median(theirs)) >= 0.9;
}

}  // namespace

int main(int argc, char** argv) {
    const int repeats = argc > 1 ? std::atoi(argv[1]) : 15;
    const char* only = argc > 2 ? argv[2] : nullptr;
    const std::uint32_t onlySize = argc > 3 ? static_cast<std::uint32_t>(std::atoi(argv[3])) : 0;
    std::printf("%-14s %7s %14s %14s %8s %8s\n", "mechanism", "bytes", "interface/s", "bare/s", "ratio", "medians");
    bool fast = true;
    for (const Bare& bare : kBare) {
        if (only != nullptr && std::strcmp(only, bare.mechanism) != 0) continue;
        const Mechanism* mechanism = findMechanism(bare.mechanism);
        if (mechanism == nullptr || !mechanism->availability().available) continue;
        for (const std::uint32_t size : {64U, 4096U, 65536U}) {
            const LinkSpec spec{.name = "bench", .maxMessageBytes = size, .capacityBytes{}, .capacityMessages{}};
            if ((onlySize != 0 && size != onlySize) || !mechanism->refusal(spec).empty()) continue;
            fast = compare(bare, *mechanism, size, repeats) && fast;
        }
    }
    return fast ? 0 : 1;
}

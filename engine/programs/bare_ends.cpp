#include "programs/bare_ends.h"

#include <fcntl.h>
#include <mqueue.h>
#include <sys/msg.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "core/error.h"
#include "core/text.h"
#include "core/unique_fd.h"
#include "links/registry.h"
#include "links/wiring.h"
#include "programs/bare_memory.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

enum class BareKind : std::uint8_t { None, File, Stream, Packets, Lossy, PosixQueue, SysvQueue, Memory };

struct BareEntry {
    std::string_view mechanism;
    BareKind kind;
};

constexpr std::array kBare = std::to_array<BareEntry>({{"pipe", BareKind::File},
                                                       {"fifo", BareKind::File},
                                                       {"pty", BareKind::File},
                                                       {"socketpair", BareKind::Stream},
                                                       {"unix-stream", BareKind::Stream},
                                                       {"tcp", BareKind::Stream},
                                                       {"unix-datagram", BareKind::Packets},
                                                       {"unix-seqpacket", BareKind::Packets},
                                                       {"udp", BareKind::Lossy},
                                                       {"udp-multicast", BareKind::Lossy},
                                                       {"posix-mq", BareKind::PosixQueue},
                                                       {"sysv-mq", BareKind::SysvQueue},
                                                       {"posix-shm", BareKind::Memory},
                                                       {"sysv-shm", BareKind::Memory},
                                                       {"memfd", BareKind::Memory},
                                                       {"mmap-file", BareKind::Memory}});

BareKind kindOf(std::string_view mechanism) {
    const auto found = std::ranges::find(kBare, mechanism, &BareEntry::mechanism);
    return found == kBare.end() ? BareKind::None : found->kind;
}

// A loop of its own for each kind: what is called once a message is known to the compiler.
template <typename End>
class Sends : public BareOut {
public:
    bool send(unsigned count) final {
        auto& end = static_cast<End&>(*this);
        for (; count > 0; --count) {
            if (!end.sendOne()) return false;
        }
        return true;
    }
};

template <typename End>
class Receives : public BareIn {
public:
    std::uint64_t receive(std::uint64_t most) final {
        auto& end = static_cast<End&>(*this);
        std::uint64_t received = 0;
        while (received < most && end.receiveOne()) ++received;
        return received;
    }
};

bool wasInterrupted() { return errno == EINTR; }

// The laboratory keeps some ends from waiting in the call; here that is the loop's only way to wait.
int waiting(int fd) {
    const int flags = check(::fcntl(fd, F_GETFL), "fcntl F_GETFL of an end");
    if ((flags & O_NONBLOCK) != 0) check(::fcntl(fd, F_SETFL, flags & ~O_NONBLOCK), "fcntl F_SETFL of an end");
    return fd;
}

// What is shorter than any message tells that there will be none any more.
constexpr std::size_t kLastBytes = 1;

class StreamOut final : public Sends<StreamOut> {
public:
    StreamOut(int fd, BareKind kind, std::uint32_t sizeBytes)
        : m_fd(waiting(fd)), m_socket(kind == BareKind::Stream), m_message(sizeBytes) {}

    bool sendOne() {
        const std::byte* at = m_message.data();
        for (std::size_t left = m_message.size(); left > 0;) {
            const ssize_t done = m_socket ? ::send(m_fd, at, left, MSG_NOSIGNAL) : ::write(m_fd, at, left);
            if (done < 0 && !wasInterrupted()) return false;
            if (done < 0) continue;
            at += done;
            left -= static_cast<std::size_t>(done);
        }
        return true;
    }

private:
    int m_fd;
    bool m_socket;
    std::vector<std::byte> m_message;
};

class StreamIn final : public Receives<StreamIn> {
public:
    StreamIn(int fd, BareKind kind, std::uint32_t sizeBytes)
        : m_fd(waiting(fd)), m_socket(kind == BareKind::Stream), m_message(sizeBytes) {}

    bool receiveOne() {
        std::byte* at = m_message.data();
        for (std::size_t left = m_message.size(); left > 0;) {
            const ssize_t got = m_socket ? ::recv(m_fd, at, left, 0) : ::read(m_fd, at, left);
            if (got == 0 || (got < 0 && !wasInterrupted())) return false;
            if (got < 0) continue;
            at += got;
            left -= static_cast<std::size_t>(got);
        }
        return true;
    }

private:
    int m_fd;
    bool m_socket;
    std::vector<std::byte> m_message;
};

class PacketOut final : public Sends<PacketOut> {
public:
    PacketOut(int fd, std::uint32_t sizeBytes, std::optional<SegmentPeers> lossyTo)
        : m_fd(waiting(fd)), m_message(sizeBytes), m_lossyTo(lossyTo) {}

    bool sendOne() { return sendBytes(m_message.size()); }

    // Where it may be lost it is sent until it has arrived.
    void sayLast() override {
        if (!m_lossyTo) {
            (void)sendBytes(kLastBytes);
            return;
        }
        while (!m_lossyTo->receiversGone() && sendBytes(kLastBytes)) ::usleep(1000);
    }

private:
    bool sendBytes(std::size_t bytes) {
        while (::send(m_fd, m_message.data(), bytes, MSG_NOSIGNAL) < 0) {
            if (!wasInterrupted() && errno != ENOBUFS) return false;
        }
        return true;
    }

    int m_fd;
    std::vector<std::byte> m_message;
    std::optional<SegmentPeers> m_lossyTo;
};

class PacketIn final : public Receives<PacketIn> {
public:
    PacketIn(int fd, std::uint32_t sizeBytes) : m_fd(waiting(fd)), m_message(sizeBytes) {}

    bool receiveOne() {
        for (;;) {
            const ssize_t got = ::recv(m_fd, m_message.data(), m_message.size(), 0);
            if (got >= 0) return static_cast<std::size_t>(got) > kLastBytes;
            if (!wasInterrupted()) return false;
        }
    }

private:
    int m_fd;
    std::vector<std::byte> m_message;
};

class PosixQueueOut final : public Sends<PosixQueueOut> {
public:
    PosixQueueOut(const std::string& name, std::uint32_t sizeBytes)
        : m_queue(check(::mq_open(name.c_str(), O_WRONLY | O_CLOEXEC), "mq_open " + name)), m_message(sizeBytes) {}

    bool sendOne() { return sendBytes(m_message.size()); }
    void sayLast() override { (void)sendBytes(kLastBytes); }

private:
    bool sendBytes(std::size_t bytes) {
        while (::mq_send(m_queue.get(), m_message.data(), bytes, 0) != 0) {
            if (!wasInterrupted()) return false;
        }
        return true;
    }

    UniqueFd m_queue;  // a queue's descriptor is one of files on Linux (mq_overview(7))
    std::vector<char> m_message;
};

class PosixQueueIn final : public Receives<PosixQueueIn> {
public:
    explicit PosixQueueIn(const std::string& name)
        : m_queue(check(::mq_open(name.c_str(), O_RDONLY | O_CLOEXEC), "mq_open " + name)) {
        mq_attr attributes{};
        check(::mq_getattr(m_queue.get(), &attributes), "mq_getattr");
        m_message.resize(static_cast<std::size_t>(attributes.mq_msgsize));
    }

    bool receiveOne() {
        for (;;) {
            const ssize_t got = ::mq_receive(m_queue.get(), m_message.data(), m_message.size(), nullptr);
            if (got >= 0) return static_cast<std::size_t>(got) > kLastBytes;
            if (!wasInterrupted()) return false;
        }
    }

private:
    UniqueFd m_queue;
    std::vector<char> m_message;
};

// msgsnd(2) and msgrcv(2) want a message behind its type.
class SysvMessage {
public:
    explicit SysvMessage(std::uint32_t sizeBytes) : m_room(sizeof(long) + sizeBytes) {
        const long type = 1;
        std::copy_n(reinterpret_cast<const std::byte*>(&type), sizeof type, m_room.begin());
    }
    [[nodiscard]] void* data() { return m_room.data(); }
    [[nodiscard]] std::size_t sizeBytes() const { return m_room.size() - sizeof(long); }

private:
    std::vector<std::byte> m_room;
};

class SysvQueueOut final : public Sends<SysvQueueOut> {
public:
    SysvQueueOut(int queue, std::uint32_t sizeBytes) : m_queue(queue), m_message(sizeBytes) {}

    bool sendOne() { return sendBytes(m_message.sizeBytes()); }
    void sayLast() override { (void)sendBytes(kLastBytes); }

private:
    bool sendBytes(std::size_t bytes) {
        while (::msgsnd(m_queue, m_message.data(), bytes, 0) != 0) {
            if (!wasInterrupted()) return false;
        }
        return true;
    }

    int m_queue;
    SysvMessage m_message;
};

class SysvQueueIn final : public Receives<SysvQueueIn> {
public:
    SysvQueueIn(int queue, std::uint32_t sizeBytes) : m_queue(queue), m_message(sizeBytes) {}

    bool receiveOne() {
        for (;;) {
            const ssize_t got = ::msgrcv(m_queue, m_message.data(), m_message.sizeBytes(), 0, 0);
            if (got >= 0) return static_cast<std::size_t>(got) > kLastBytes;
            if (!wasInterrupted()) return false;
        }
    }

private:
    int m_queue;
    SysvMessage m_message;
};

}  // namespace

std::string_view whyNoBareLoop(std::string_view mechanism) {
    if (kindOf(mechanism) != BareKind::None) return {};
    const Mechanism* known = findMechanism(mechanism);
    if (known != nullptr && known->info().traits.execOnly)
        return TEXT("bench", "a library carries the messages: without it there are other system calls");
    if (known != nullptr && !known->info().models.empty())
        return TEXT("bench", "a model: what it consists of has bare loops of its own");
    return TEXT("bench", "there is no one loop of system calls for it: how its ends share the work is its design");
}

BareMemory mapBareMemory(const PortPlan& port) {
    return kindOf(port.mechanism) == BareKind::Memory ? mapRing(port) : BareMemory();
}

std::unique_ptr<BareOut> makeBareOut(const WorkerContext& worker, const PortPlan& port, int descriptor,
                                     const BareMemory& memory) {
    const std::uint32_t size = worker.messageBytes();
    switch (const BareKind kind = kindOf(port.mechanism)) {
        case BareKind::File:
        case BareKind::Stream:
            return std::make_unique<StreamOut>(descriptor, kind, size);
        case BareKind::Packets:
            return std::make_unique<PacketOut>(descriptor, size, std::nullopt);
        case BareKind::Lossy:
            return std::make_unique<PacketOut>(descriptor, size, SegmentPeers(worker.segment(), port.link));
        case BareKind::PosixQueue:
            return std::make_unique<PosixQueueOut>(wiredName(port.wiring, 0), size);
        case BareKind::SysvQueue:
            return std::make_unique<SysvQueueOut>(static_cast<int>(wiredNumber(port.wiring, 0)), size);
        case BareKind::Memory:
            return makeRingOut(memory, port, size, SegmentPeers(worker.segment(), port.link));
        case BareKind::None:
            break;
    }
    throwErrno(EINVAL, "no bare loop over \"" + port.mechanism + '"');
}

std::unique_ptr<BareIn> makeBareIn(const WorkerContext& worker, const PortPlan& port, int descriptor,
                                   const BareMemory& memory) {
    const std::uint32_t size = worker.messageBytes();
    switch (const BareKind kind = kindOf(port.mechanism)) {
        case BareKind::File:
        case BareKind::Stream:
            return std::make_unique<StreamIn>(descriptor, kind, size);
        case BareKind::Packets:
        case BareKind::Lossy:
            return std::make_unique<PacketIn>(descriptor, size);
        case BareKind::PosixQueue:
            return std::make_unique<PosixQueueIn>(wiredName(port.wiring, 0));
        case BareKind::SysvQueue:
            return std::make_unique<SysvQueueIn>(static_cast<int>(wiredNumber(port.wiring, 0)), size);
        case BareKind::Memory:
            return makeRingIn(memory, port, size, SegmentPeers(worker.segment(), port.link));
        case BareKind::None:
            break;
    }
    throwErrno(EINVAL, "no bare loop over \"" + port.mechanism + '"');
}

}  // namespace ipclab

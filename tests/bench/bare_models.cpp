#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "bare_loops.h"
#include "bare_ring.h"
#include "core/error.h"
#include "core/shared_mapping.h"
#include "core/unique_fd.h"

namespace ipclab::bench {

namespace {

struct Sockets {
    UniqueFd sender, receiver;
};

Sockets makeSockets(int type) {
    std::array<int, 2> fds{};
    check(::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, fds.data()), "socketpair");
    return {UniqueFd(fds[0]), UniqueFd(fds[1])};
}

struct Memory {
    explicit Memory(std::size_t sizeBytes) : fd(check(::memfd_create("links-bench", MFD_CLOEXEC), "memfd_create")) {
        check(::ftruncate(fd.get(), static_cast<off_t>(sizeBytes)), "ftruncate");
        mapping = SharedMapping(fd.get(), sizeBytes);
    }
    UniqueFd fd;
    SharedMapping mapping;
};

// One end's view of a ring whose places have one size.
class RingView {
public:
    RingView(BareRing& ring, std::uint64_t capacity, std::size_t placeBytes)
        : m_ring(ring), m_capacity(capacity), m_placeBytes(placeBytes) {}

    void put(const void* bytes, std::size_t size) {
        const auto room = [&] {
            m_seen = m_ring.head.load(std::memory_order_acquire);
            return m_at - m_seen < m_capacity;
        };
        if (m_at - m_seen >= m_capacity && !room()) bareWait(m_ring.freedWaiting, m_ring.freedWord, room);
        std::memcpy(place(), bytes, size);
        m_ring.tail.store(++m_at, std::memory_order_release);
        bareNotify(m_ring.filledWaiting, m_ring.filledWord);
    }
    void take(void* bytes, std::size_t size) {
        const auto some = [&] {
            m_seen = m_ring.tail.load(std::memory_order_acquire);
            return m_seen != m_at;
        };
        if (m_seen == m_at && !some()) bareWait(m_ring.filledWaiting, m_ring.filledWord, some);
        std::memcpy(bytes, place(), size);
        m_ring.head.store(++m_at, std::memory_order_release);
        bareNotify(m_ring.freedWaiting, m_ring.freedWord);
    }

private:
    [[nodiscard]] std::byte* place() const { return m_ring.places + m_at % kPlaces * m_placeBytes; }
    static constexpr std::uint64_t kPlaces = 8;

    BareRing& m_ring;
    std::uint64_t m_capacity;
    std::size_t m_placeBytes;
    std::uint64_t m_at = 0, m_seen = 0;
};

// A message out of line: what stands for it, here and in the queue.
struct Ticket {
    std::uint64_t number;
    std::uint64_t sizeBytes;
};

union Control {
    cmsghdr header;
    std::array<std::byte, CMSG_SPACE(sizeof(int))> bytes;
};

void sendDescriptor(int socket, const Ticket& ticket, int fd) {
    iovec part{const_cast<Ticket*>(&ticket), sizeof ticket};
    Control control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = &control;
    message.msg_controllen = sizeof control;
    control.header.cmsg_level = SOL_SOCKET;
    control.header.cmsg_type = SCM_RIGHTS;
    control.header.cmsg_len = CMSG_LEN(sizeof fd);
    std::memcpy(CMSG_DATA(&control.header), &fd, sizeof fd);
    if (::sendmsg(socket, &message, 0) < 0) ::_exit(1);
}

int receiveDescriptor(int socket, Ticket& ticket) {
    iovec part{&ticket, sizeof ticket};
    Control control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = &control;
    message.msg_controllen = sizeof control;
    if (::recvmsg(socket, &message, MSG_CMSG_CLOEXEC) < 0) ::_exit(1);
    int fd = -1;
    std::memcpy(&fd, CMSG_DATA(&control.header), sizeof fd);
    return fd;
}

void sendOutOfLine(int socket, RingView& queue, const Ticket& ticket, const std::byte* message) {
    const UniqueFd memory(::memfd_create("links-bench", MFD_CLOEXEC));
    const auto size = static_cast<ssize_t>(ticket.sizeBytes);
    if (::ftruncate(memory.get(), size) != 0) ::_exit(1);
    if (::pwrite(memory.get(), message, ticket.sizeBytes, 0) != size) ::_exit(1);
    sendDescriptor(socket, ticket, memory.get());
    queue.put(&ticket, sizeof ticket);
}

void receiveOutOfLine(int socket, RingView& queue, std::byte* buffer) {
    Ticket ticket{}, sent{};
    queue.take(&ticket, sizeof ticket);
    const UniqueFd memory(receiveDescriptor(socket, sent));
    if (sent.number != ticket.number) ::_exit(1);
    void* mapped = ::mmap(nullptr, ticket.sizeBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE, memory.get(), 0);
    if (mapped == MAP_FAILED) ::_exit(1);
    std::memcpy(buffer, mapped, ticket.sizeBytes);
    ::munmap(mapped, ticket.sizeBytes);
}

}  // namespace

// A queue of five; above a page a message travels in memory of its own, whose descriptor is sent beside the queue.
double barePort(const Work& work, Result& result) {
    constexpr std::uint64_t kQueueLimit = 5;
    constexpr std::size_t kInlineBytes = 4096;
    const std::size_t placeBytes = std::min<std::size_t>(work.sizeBytes, kInlineBytes);
    const Sockets beside = makeSockets(SOCK_DGRAM);
    const Memory memory(sizeof(BareRing) + 8 * placeBytes);
    auto& ring = *static_cast<BareRing*>(memory.mapping.data());
    const auto send = [&] {
        RingView queue(ring, kQueueLimit, placeBytes);
        const std::vector<std::byte> message = makeMessage(work.sizeBytes);
        for (std::uint64_t i = 0; i < work.messages; ++i) {
            if (work.sizeBytes <= kInlineBytes) {
                queue.put(message.data(), message.size());
            } else {
                sendOutOfLine(beside.sender.get(), queue, {i, work.sizeBytes}, message.data());
            }
        }
    };
    const auto receive = [&] {
        RingView queue(ring, kQueueLimit, placeBytes);
        std::vector<std::byte> buffer(work.sizeBytes);
        timeReceiving(work, result, [&] {
            if (work.sizeBytes <= kInlineBytes) {
                queue.take(buffer.data(), buffer.size());
            } else {
                receiveOutOfLine(beside.receiver.get(), queue, buffer.data());
            }
        });
    };
    return inTwoProcesses(work, result, send, receive);
}

namespace {

constexpr std::uint64_t kViews = 8;

struct Section {
    alignas(64) std::atomic<std::uint64_t> returned;
    alignas(64) std::atomic<std::uint32_t> waiting, word;
    alignas(64) std::byte views[];
};

// Stands for a message in the section.
struct View {
    std::uint64_t number, offset, sizeBytes, reserved;
};
static_assert(sizeof(View) == 32);

double bareSection(const Work& work, Result& result, const Sockets& port) {
    const Memory memory(sizeof(Section) + kViews * work.sizeBytes);
    auto& section = *static_cast<Section*>(memory.mapping.data());
    const auto send = [&] {
        const std::vector<std::byte> message = makeMessage(work.sizeBytes);
        for (std::uint64_t i = 0; i < work.messages; ++i) {
            const auto isFree = [&] { return i - section.returned.load(std::memory_order_acquire) < kViews; };
            if (!isFree()) bareWait(section.waiting, section.word, isFree);
            const View view{i, i % kViews * work.sizeBytes, work.sizeBytes, 0};
            std::memcpy(section.views + view.offset, message.data(), message.size());
            if (::send(port.sender.get(), &view, sizeof view, 0) < 0) ::_exit(1);
        }
    };
    const auto receive = [&] {
        std::vector<std::byte> buffer(work.sizeBytes);
        timeReceiving(work, result, [&] {
            View view{};
            if (::recv(port.receiver.get(), &view, sizeof view, 0) <= 0) ::_exit(1);
            std::memcpy(buffer.data(), section.views + view.offset, view.sizeBytes);
            section.returned.store(view.number + 1, std::memory_order_release);
            bareNotify(section.waiting, section.word);
        });
    };
    return inTwoProcesses(work, result, send, receive);
}

double bareInline(const Work& work, Result& result, const Sockets& port) {
    const auto send = [&] {
        const std::vector<std::byte> message = makeMessage(work.sizeBytes);
        for (std::uint64_t i = 0; i < work.messages; ++i) {
            if (::send(port.sender.get(), message.data(), message.size(), 0) < 0) ::_exit(1);
        }
    };
    const auto receive = [&] {
        std::vector<std::byte> buffer(work.sizeBytes);
        timeReceiving(work, result, [&] {
            if (::recv(port.receiver.get(), buffer.data(), buffer.size(), 0) <= 0) ::_exit(1);
        });
    };
    return inTwoProcesses(work, result, send, receive);
}

}  // namespace

// Up to 256 bytes travel in packets; of longer messages only the place in a section that both map does.
double bareAlpc(const Work& work, Result& result) {
    const Sockets port = makeSockets(SOCK_SEQPACKET);
    return work.sizeBytes <= 256 ? bareInline(work, result, port) : bareSection(work, result, port);
}

}  // namespace ipclab::bench

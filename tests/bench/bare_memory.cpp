#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "bare_loops.h"
#include "bare_ring.h"
#include "core/error.h"
#include "core/relax_cpu.h"
#include "core/run_directory.h"
#include "core/shared_mapping.h"

namespace ipclab::bench {

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

namespace {

// Who finds the ring full or empty sleeps on a futex, and is woken.
struct Sleeping {
    template <typename Ready>
    static void wait(std::atomic<std::uint32_t>& waiting, std::atomic<std::uint32_t>& word, Ready ready) {
        bareWait(waiting, word, ready);
    }
    static void notify(std::atomic<std::uint32_t>& waiting, std::atomic<std::uint32_t>& word) {
        bareNotify(waiting, word);
    }
};

// Looks again and again; nobody needs to be told.
struct Awake {
    template <typename Ready>
    static void wait(std::atomic<std::uint32_t>&, std::atomic<std::uint32_t>&, Ready ready) {
        while (!ready()) relaxCpu();
    }
    static void notify(std::atomic<std::uint32_t>&, std::atomic<std::uint32_t>&) {}
};

template <typename Waiting>
double bareRingOf(const Work& work, Result& result) {
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
            if (tail - seen >= capacity && !room()) Waiting::wait(ring.freedWaiting, ring.freedWord, room);
            std::memcpy(ring.places + (tail & (capacity - 1)) * work.sizeBytes, message.data(), work.sizeBytes);
            ring.tail.store(tail + 1, std::memory_order_release);
            Waiting::notify(ring.filledWaiting, ring.filledWord);
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
            if (seen == head && !some()) Waiting::wait(ring.filledWaiting, ring.filledWord, some);
            std::memcpy(buffer.data(), ring.places + (head & (capacity - 1)) * work.sizeBytes, work.sizeBytes);
            asm volatile("" ::"r"(buffer.data()) : "memory");  // or the copy that nobody reads is left out
            ring.head.store(++head, std::memory_order_release);
            Waiting::notify(ring.freedWaiting, ring.freedWord);
        });
    };
    return inTwoProcesses(work, result, send, receive);
}

}  // namespace

double bareShm(const Work& work, Result& result) { return bareRingOf<Sleeping>(work, result); }

double bareAwakeShm(const Work& work, Result& result) { return bareRingOf<Awake>(work, result); }

namespace {

// Of the link's ring, unless asked otherwise.
std::uint64_t capacityFor(const Work& work) { return std::clamp<std::uint64_t>(65536 / work.sizeBytes, 16, 1024); }

// Lies in the places of a ring: whose memory a message is in, and where.
struct BareParcel {
    std::uint64_t address;
    std::uint32_t sizeBytes;
    pid_t sender;
};

}  // namespace

// The messages are made in buffers of the sender, one for each place of the ring, and stay there until they are read.
double bareProcessVm(const Work& work, Result& result) {
    const std::uint64_t capacity = capacityFor(work);
    const UniqueFd fd(check(::memfd_create("links-bench", MFD_CLOEXEC), "memfd_create"));
    const std::size_t bytes = sizeof(BareRing) + capacity * sizeof(BareParcel);
    check(::ftruncate(fd.get(), static_cast<off_t>(bytes)), "ftruncate");
    const SharedMapping mapping(fd.get(), bytes);
    auto& ring = *static_cast<BareRing*>(mapping.data());
    auto* parcels = reinterpret_cast<BareParcel*>(ring.places);
    const auto send = [&] {
        ::prctl(PR_SET_PTRACER, ::getppid(), 0, 0, 0);
        std::vector<std::byte> buffers;
        for (std::uint64_t i = 0; i < capacity; ++i) {
            const std::vector<std::byte> message = makeMessage(work.sizeBytes);
            buffers.insert(buffers.end(), message.begin(), message.end());
        }
        const pid_t self = ::getpid();
        std::uint64_t seen = 0;
        for (std::uint64_t tail = 0; tail < work.messages; ++tail) {
            const auto room = [&] {
                seen = ring.head.load(std::memory_order_acquire);
                return tail - seen < capacity;
            };
            if (tail - seen >= capacity && !room()) bareWait(ring.freedWaiting, ring.freedWord, room);
            const std::uint64_t place = tail & (capacity - 1);
            parcels[place] = {reinterpret_cast<std::uintptr_t>(&buffers[place * work.sizeBytes]), work.sizeBytes, self};
            ring.tail.store(tail + 1, std::memory_order_release);
            bareNotify(ring.filledWaiting, ring.filledWord);
        }
        while (ring.head.load() < work.messages) ::poll(nullptr, 0, 1);  // the messages go with this process
    };
    const auto receive = [&] {
        std::vector<std::byte> buffer(work.sizeBytes);
        std::uint64_t seen = 0, head = 0;
        timeReceiving(work, result, [&] {
            const auto some = [&] {
                seen = ring.tail.load(std::memory_order_acquire);
                return seen != head;
            };
            if (seen == head && !some()) bareWait(ring.filledWaiting, ring.filledWord, some);
            const BareParcel& parcel = parcels[head & (capacity - 1)];
            const iovec local{buffer.data(), buffer.size()};
            const iovec remote{reinterpret_cast<void*>(parcel.address), parcel.sizeBytes};
            if (::process_vm_readv(parcel.sender, &local, 1, &remote, 1, 0) < 0) ::_exit(1);
            ring.head.store(++head, std::memory_order_release);
            bareNotify(ring.freedWaiting, ring.freedWord);
        });
    };
    return inTwoProcesses(work, result, send, receive);
}

namespace {

// A queue in a file: two positions, then the places. What is done to it is done under a record lock.
class BareQueueFile {
public:
    BareQueueFile(const std::string& path, const Work& work)
        : m_fd(check(::open(path.c_str(), O_RDWR | O_CLOEXEC), "open " + path)),
          m_sizeBytes(work.sizeBytes),
          m_capacity(capacityFor(work)) {}

    // False where it is full, or empty.
    bool push(const std::byte* message) {
        lock(F_WRLCK);
        const std::array<std::uint64_t, 2> at = positions();
        const bool room = at[0] - at[1] < m_capacity;
        if (room) {
            must(::pwrite(m_fd.get(), message, m_sizeBytes, placeOf(at[0])) == m_sizeBytes);
            const std::uint64_t tail = at[0] + 1;
            must(::pwrite(m_fd.get(), &tail, sizeof tail, 0) == sizeof tail);
        }
        lock(F_UNLCK);
        return room;
    }
    bool pop(std::byte* message) {
        lock(F_WRLCK);
        const std::array<std::uint64_t, 2> at = positions();
        const bool some = at[0] != at[1];
        if (some) {
            must(::pread(m_fd.get(), message, m_sizeBytes, placeOf(at[1])) == m_sizeBytes);
            const std::uint64_t head = at[1] + 1;
            must(::pwrite(m_fd.get(), &head, sizeof head, sizeof head) == sizeof head);
        }
        lock(F_UNLCK);
        return some;
    }

private:
    static void must(bool done) {
        if (!done) ::_exit(1);
    }
    void lock(short type) {
        struct flock record {};
        record.l_type = type;
        record.l_whence = SEEK_SET;
        record.l_len = 16;
        must(::fcntl(m_fd.get(), F_OFD_SETLKW, &record) == 0);
    }
    std::array<std::uint64_t, 2> positions() {
        std::array<std::uint64_t, 2> at{};
        must(::pread(m_fd.get(), at.data(), sizeof at, 0) == sizeof at);
        return at;
    }
    [[nodiscard]] off_t placeOf(std::uint64_t index) const {
        return 4096 + static_cast<off_t>(index % m_capacity) * m_sizeBytes;
    }

    UniqueFd m_fd;
    ssize_t m_sizeBytes;
    std::uint64_t m_capacity;
};

// A file wakes nobody: who waits looks again, after ever longer pauses of at most 10 ms.
template <typename Attempt>
void lookUntil(Attempt attempt) {
    for (long pauseNs = 20'000; !attempt(); pauseNs = std::min(pauseNs * 2, 10'000'000L)) {
        const timespec pause{0, pauseNs};
        ::clock_nanosleep(CLOCK_MONOTONIC, 0, &pause, nullptr);
    }
}

}  // namespace

double bareFile(const Work& work, Result& result) {
    RunDirectory run(makeRunToken());
    const std::string path = run.newName(ObjectKind::File);
    {
        const UniqueFd file(check(::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600), "open " + path));
        const auto bytes = static_cast<off_t>(4096 + capacityFor(work) * work.sizeBytes);
        checkError(::posix_fallocate(file.get(), 0, bytes), "posix_fallocate");
    }
    const auto send = [&] {
        BareQueueFile file(path, work);
        const std::vector<std::byte> message = makeMessage(work.sizeBytes);
        for (std::uint64_t i = 0; i < work.messages; ++i) lookUntil([&] { return file.push(message.data()); });
    };
    const auto receive = [&] {
        BareQueueFile file(path, work);
        std::vector<std::byte> buffer(work.sizeBytes);
        timeReceiving(work, result, [&] { lookUntil([&] { return file.pop(buffer.data()); }); });
    };
    return inTwoProcesses(work, result, send, receive);
}
}  // namespace ipclab::bench

// A regular file as a queue: written and read by offset, pwrite(2) and pread(2), under a record lock, fcntl(2). The
// lock belongs to the open file description (F_OFD_SETLKW), so that it goes with whoever dies. A file wakes nobody:
// who finds the queue empty or full looks again and again, ever more seldom.
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "core/error.h"
#include "links/ring_mechanism.h"
#include "links/spin.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "shared-file",
    .name = TEXT("mechanism", "shared file"),
    .family = Family::File,
    .traits = {.boundaries = Boundaries::Messages,
               .persistence = Persistence::Filesystem,
               .capacity = CapacityKind::Messages,
               .synchroniser = Synchroniser::User,
               .endOfStream = EndOfStream::User,
               .descriptors = false,
               .joins = true,
               .pollable = false,
               .calls = 5},
    .source = "fcntl_locking(2)",
    .note = TEXT(
        "mechanism",
        "Anybody can share a file, and its contents stay. But the system wakes nobody who waits for it to change: "
        "an end that must wait sleeps a little and looks again, up to 10 ms apart. Each message takes a lock, reads "
        "the positions, moves the bytes, writes a position and gives the lock back."),
};

// The file begins with it; the places follow at kPlacesAt.
struct Positions {
    std::uint64_t tail = 0;  // messages ever written
    std::uint64_t head = 0;  // messages ever read

    [[nodiscard]] std::uint64_t queued() const { return tail - head; }
};

constexpr off_t kPlacesAt = 4096;

off_t placeAt(const RingShape& shape, std::uint64_t index) {
    return kPlacesAt + static_cast<off_t>(index % shape.places() * shape.placeBytes());
}

std::uint64_t fileBytes(const RingShape& shape) { return kPlacesAt + shape.places() * shape.placeBytes(); }

// The file with its positions and places; every call of it is a system call.
class QueueFile {
public:
    QueueFile(const std::string& path, int flags)
        : m_fd(check(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600), "open " + path)) {}

    [[nodiscard]] int fd() const { return m_fd.get(); }

    // 0, or EAGAIN (somebody has it) and EINTR.
    [[nodiscard]] int lock(bool wait) const { return setLock(F_WRLCK, wait); }
    void unlock() const { (void)setLock(F_UNLCK, false); }

    [[nodiscard]] Positions positions() const {
        Positions positions;
        checkWhole(::pread(m_fd.get(), &positions, sizeof positions, 0), sizeof positions, "pread");
        return positions;
    }
    void setTail(std::uint64_t tail) const { writeAt(&tail, sizeof tail, offsetof(Positions, tail)); }
    void setHead(std::uint64_t head) const { writeAt(&head, sizeof head, offsetof(Positions, head)); }
    void writeAt(const void* bytes, std::size_t size, off_t at) const {
        checkWhole(::pwrite(m_fd.get(), bytes, size, at), size, "pwrite");
    }
    // How much of it there is; less than asked for only at the end of the file.
    [[nodiscard]] std::size_t readAt(void* bytes, std::size_t size, off_t at) const {
        return static_cast<std::size_t>(check(::pread(m_fd.get(), bytes, size, at), "pread of a message"));
    }

private:
    [[nodiscard]] int setLock(short type, bool wait) const {
        struct flock record {};
        record.l_type = type;
        record.l_whence = SEEK_SET;
        record.l_len = sizeof(Positions);
        if (::fcntl(m_fd.get(), wait ? F_OFD_SETLKW : F_OFD_SETLK, &record) == 0) return 0;
        if (errno == EACCES) return EAGAIN;
        if (errno != EAGAIN && errno != EINTR) throwErrno(errno, "record lock of a shared file");
        return errno;
    }

    static void checkWhole(ssize_t done, std::size_t wanted, const char* what) {
        check(done, std::string(what) + " of a shared file");
        if (static_cast<std::size_t>(done) != wanted) throwErrno(EIO, std::string(what) + " of a shared file");
    }

    UniqueFd m_fd;
};

class SharedFileLink final : public Link {
public:
    SharedFileLink(const LinkRequest& spec, RunDirectory& names)
        : m_shape(ringShapeOf(spec)), m_path(names.newName(ObjectKind::File)), m_file(m_path, O_CREAT | O_EXCL) {
        const auto sizeBytes = static_cast<off_t>(fileBytes(m_shape));
        if (const int error = ::posix_fallocate(m_file.fd(), 0, sizeBytes); error != 0) {
            ::unlink(m_path.c_str());
            throwErrno(error, "posix_fallocate of " + std::to_string(sizeBytes) + " bytes in " + m_path);
        }
    }
    ~SharedFileLink() override { ::unlink(m_path.c_str()); }

    EndWiring senderWiring(unsigned) const override { return {.names = {m_path}, .numbers = m_shape.toNumbers()}; }
    EndWiring receiverWiring(unsigned index) const override { return senderWiring(index); }
    LinkProperties effective() const override {
        return {.capacityMessages = m_shape.capacity, .maxMessageBytes = m_shape.maxMessageBytes};
    }
    std::optional<Depth> depth() const override {
        return Depth{std::min(m_file.positions().queued(), m_shape.capacity), m_shape.capacity, DepthUnit::Messages};
    }

private:
    RingShape m_shape;
    std::string m_path;
    QueueFile m_file;
};

// Waits of growing length, since nobody will wake the sleeper.
class Backoff {
public:
    explicit Backoff(const Deadline& deadline) : m_deadline(deadline) {}

    // Interrupted by a signal, or TimedOut before it slept.
    WaitResult sleep() {
        if (m_deadline.expired()) return WaitResult::TimedOut;
        const timespec pause = toTimespec(std::min(m_nextNs, m_deadline.sliceNs()));
        m_nextNs = std::min(m_nextNs * 2, kLongestNs);
        return ::clock_nanosleep(CLOCK_MONOTONIC, 0, &pause, nullptr) == EINTR ? WaitResult::Interrupted
                                                                               : WaitResult::Ready;
    }

private:
    static constexpr Nanoseconds kShortestNs = 20'000;
    static constexpr Nanoseconds kLongestNs = 10'000'000;

    const Deadline& m_deadline;
    Nanoseconds m_nextNs = kShortestNs;
};

// What both ends have in common: the lock, within the time that the end has.
class FileEnd {
public:
    FileEnd(const EndWiring& wiring, const EndOptions& options)
        : m_shape(RingShape::fromNumbers(wiring)), m_options(options), m_file(wiredName(wiring, 0), 0) {
        checkHolds(m_file.fd(), fileBytes(m_shape), wiredName(wiring, 0));
    }

    [[nodiscard]] const RingShape& shape() const { return m_shape; }
    [[nodiscard]] const EndOptions& options() const { return m_options; }
    [[nodiscard]] const QueueFile& file() const { return m_file; }
    [[nodiscard]] bool nonBlocking() const { return m_options.mode == Blocking::NonBlocking; }

    // The lock is held for the time of a copy: even an end that does not wait may wait that long.
    WaitResult lock(std::uint64_t& systemCalls) {
        const bool waits = !nonBlocking() && m_options.timeoutNs < 0;
        ++systemCalls;
        int error = m_file.lock(waits);
        if (error == 0) return WaitResult::Ready;
        const Deadline deadline(nonBlocking() ? kLockPatienceNs : m_options.timeoutNs);
        Backoff backoff(deadline);
        while (error == EAGAIN) {
            const WaitResult slept = backoff.sleep();
            if (slept != WaitResult::Ready) return slept;
            systemCalls += 2;
            error = m_file.lock(false);
        }
        return error == 0 ? WaitResult::Ready : WaitResult::Interrupted;
    }

private:
    static constexpr Nanoseconds kLockPatienceNs = 10'000'000;

    RingShape m_shape;
    EndOptions m_options;
    QueueFile m_file;
};

class FileLockHold {
public:
    FileLockHold(const QueueFile& file, std::uint64_t& systemCalls) : m_file(file), m_systemCalls(systemCalls) {}
    FileLockHold(const FileLockHold&) = delete;
    FileLockHold& operator=(const FileLockHold&) = delete;
    ~FileLockHold() {
        ++m_systemCalls;
        m_file.unlock();
    }

private:
    const QueueFile& m_file;
    std::uint64_t& m_systemCalls;
};

class SharedFileSender final : public Sender {
public:
    SharedFileSender(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_end(wiring, options), m_peers(peers) {}

    SendStatus send(std::span<const std::byte> message) override {
        if (message.size() > m_end.shape().maxMessageBytes) return SendStatus::TooLong;
        const SendStatus status = trySend(message);
        return status == SendStatus::WouldBlock ? sendSlowly(message) : status;
    }

private:
    SendStatus sendSlowly(std::span<const std::byte> message) {
        if (m_peers.receiversGone()) return SendStatus::PeerClosed;
        if (m_end.nonBlocking()) return SendStatus::WouldBlock;
        const Deadline deadline(m_end.options().timeoutNs);
        if (const auto spun = spinFirst(m_end.options(), [&] { return trySend(message); })) return *spun;
        for (Backoff backoff(deadline);;) {
            ++m_systemCalls;
            const WaitResult slept = backoff.sleep();
            if (slept == WaitResult::TimedOut) return SendStatus::TimedOut;
            if (slept == WaitResult::Interrupted) return SendStatus::Interrupted;
            const SendStatus status = trySend(message);
            if (status != SendStatus::WouldBlock) return status;
            if (m_peers.receiversGone()) return SendStatus::PeerClosed;
        }
    }

    SendStatus trySend(std::span<const std::byte> message) {
        const WaitResult locked = m_end.lock(m_systemCalls);
        if (locked == WaitResult::TimedOut) return m_end.nonBlocking() ? SendStatus::WouldBlock : SendStatus::TimedOut;
        if (locked == WaitResult::Interrupted) return SendStatus::Interrupted;
        const FileLockHold hold(m_end.file(), m_systemCalls);
        ++m_systemCalls;
        const Positions positions = m_end.file().positions();
        if (positions.queued() >= m_end.shape().capacity) return SendStatus::WouldBlock;
        m_systemCalls += 2;
        m_end.file().writeAt(message.data(), message.size(), placeAt(m_end.shape(), positions.tail));
        m_end.file().setTail(positions.tail + 1);  // a message is there from now on, and not before
        return SendStatus::Sent;
    }

    FileEnd m_end;
    const Peers& m_peers;
};

class SharedFileReceiver final : public Receiver {
public:
    SharedFileReceiver(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_end(wiring, options), m_peers(peers), m_whole(m_end.shape().maxMessageBytes) {}

    ReceiveResult receive(std::span<std::byte> buffer) override {
        const ReceiveResult result = tryReceive(buffer);
        return result.status == ReceiveStatus::WouldBlock ? receiveSlowly(buffer) : result;
    }

private:
    ReceiveResult receiveSlowly(std::span<std::byte> buffer) {
        const Deadline deadline(m_end.options().timeoutNs);
        if (const auto spun = spinFirst(m_end.options(), [&] { return tryReceive(buffer); })) return *spun;
        for (Backoff backoff(deadline);;) {
            const bool gone = m_peers.sendersGone();  // before looking once more: what they sent last is there by now
            const ReceiveResult result = tryReceive(buffer);
            if (result.status != ReceiveStatus::WouldBlock) return result;
            if (gone) return {ReceiveStatus::PeerClosed};
            if (m_end.nonBlocking()) return {ReceiveStatus::WouldBlock};
            ++m_systemCalls;
            const WaitResult slept = backoff.sleep();
            if (slept == WaitResult::TimedOut) return {ReceiveStatus::TimedOut};
            if (slept == WaitResult::Interrupted) return {ReceiveStatus::Interrupted};
        }
    }

    ReceiveResult tryReceive(std::span<std::byte> buffer) {
        const WaitResult locked = m_end.lock(m_systemCalls);
        if (locked == WaitResult::TimedOut)
            return {m_end.nonBlocking() ? ReceiveStatus::WouldBlock : ReceiveStatus::TimedOut};
        if (locked == WaitResult::Interrupted) return {ReceiveStatus::Interrupted};
        const FileLockHold hold(m_end.file(), m_systemCalls);
        ++m_systemCalls;
        const Positions positions = m_end.file().positions();
        if (positions.queued() == 0) return {ReceiveStatus::WouldBlock};
        m_systemCalls += 2;
        const ReceiveResult result = copyOut(positions.head, buffer);
        m_end.file().setHead(positions.head + 1);
        return result;
    }

    // One read of the whole place, straight into the buffer where that is large enough.
    ReceiveResult copyOut(std::uint64_t head, std::span<std::byte> buffer) {
        const std::span<std::byte> into =
            buffer.size() >= m_whole.size() ? buffer.first(m_whole.size()) : std::span(m_whole);
        const std::size_t got = m_end.file().readAt(into.data(), into.size(), placeAt(m_end.shape(), head));
        const std::uint64_t size = got >= kMinMessageBytes ? readHeader(into).sizeBytes : 0;
        if (size < kMinMessageBytes || size > got) return {ReceiveStatus::Corrupt};
        const std::size_t fits = std::min<std::size_t>(size, buffer.size());
        if (into.data() != buffer.data()) std::memcpy(buffer.data(), into.data(), fits);
        return {fits < size ? ReceiveStatus::Truncated : ReceiveStatus::Received, fits};
    }

    FileEnd m_end;
    const Peers& m_peers;
    std::vector<std::byte> m_whole;
};

class SharedFileMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }

    Refusal refusal(const LinkRequest& spec) const override {
        return ringRefusal(spec, roomInFolder(runtimeDirectory(), Sentence::MakeRoomOrMove));
    }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const override {
        return std::make_unique<SharedFileLink>(spec, names);
    }

    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        return std::make_unique<SharedFileSender>(wiring, options, peers);
    }

    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return std::make_unique<SharedFileReceiver>(wiring, options, peers);
    }
};

}  // namespace

const Mechanism& sharedFileMechanism() {
    static const SharedFileMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab

// eventfd(2) with EFD_SEMAPHORE: a counter in the kernel behind an inherited descriptor; a read takes one, a write
// gives one back, poll(2) waits. The descriptors do not block, so that a wait can have a deadline.
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>

#include "core/error.h"
#include "core/unique_fd.h"
#include "sync/primitive.h"

namespace ipclab {

namespace {

constexpr PrimitiveInfo kInfo{
    .id = "eventfd",
    .name = TEXT("primitive", "event descriptor"),
    .source = "eventfd(2)",
    .note =
        TEXT("primitive", "A descriptor: it can be waited for together with others. Every operation is a system call."),
};

class EventObject final : public SyncObject {
public:
    explicit EventObject(const std::vector<std::uint32_t>& counts) {
        add(1);
        for (const std::uint32_t count : counts) add(count);
    }
    SyncWiring wiring() const override {
        SyncWiring wiring;
        for (const UniqueFd& fd : m_fds) wiring.descriptors.push_back(fd.get());
        return wiring;
    }

private:
    void add(unsigned count) {
        m_fds.emplace_back(check(::eventfd(count, EFD_SEMAPHORE | EFD_NONBLOCK | EFD_CLOEXEC), "eventfd"));
    }
    std::vector<UniqueFd> m_fds;
};

class EventSync final : public Sync {
public:
    EventSync(SyncState& state, const SyncWiring& wiring, const SyncParty& party)
        : Sync(state, party, kInfo.holderDeath), m_fds(wiring.descriptors) {}

private:
    SyncStatus tryTake(unsigned cell) override {
        std::uint64_t one = 0;
        ++m_systemCalls;
        return ::read(m_fds.at(cell), &one, sizeof one) > 0 ? SyncStatus::Done : SyncStatus::WouldBlock;
    }

    // Readable may be taken by another one before us: then it is waited for again.
    SyncStatus takeWithin(unsigned cell, Nanoseconds sliceNs) override {
        const Nanoseconds untilNs = monotonicNow() + sliceNs;
        for (;;) {
            const timespec timeout = toTimespec(std::max<Nanoseconds>(0, untilNs - monotonicNow()));
            pollfd readable{m_fds.at(cell), POLLIN, 0};
            ++m_systemCalls;
            const int rc = ::ppoll(&readable, 1, &timeout, nullptr);
            if (rc < 0) return SyncStatus::Interrupted;
            if (tryTake(cell) == SyncStatus::Done) return SyncStatus::Done;
            if (rc == 0) return SyncStatus::TimedOut;
        }
    }

    void give(unsigned cell) override {
        const std::uint64_t one = 1;
        ++m_systemCalls;
        [[maybe_unused]] const ssize_t written = ::write(m_fds.at(cell), &one, sizeof one);
    }

    std::vector<int> m_fds;
};

class EventfdPrimitive final : public Primitive {
public:
    const PrimitiveInfo& info() const override { return kInfo; }
    std::unique_ptr<SyncObject> create(const SyncMemory&, const std::vector<std::uint32_t>& counts,
                                       RunDirectory&) const override {
        return std::make_unique<EventObject>(counts);
    }
    std::unique_ptr<Sync> open(const SyncMemory& memory, const SyncWiring& wiring,
                               const SyncParty& party) const override {
        return std::make_unique<EventSync>(memory.state(), wiring, party);
    }
};

}  // namespace

const Primitive& eventfdPrimitive() {
    static const EventfdPrimitive primitive;
    return primitive;
}

}  // namespace ipclab

#include "links/sync_ring.h"

#include <sched.h>

#include <algorithm>
#include <cstring>

#include "core/sentences.h"
#include "links/deadline.h"
#include "links/wiring.h"
#include "sync/registry.h"

namespace ipclab {

using std::memory_order_acquire;
using std::memory_order_relaxed;
using std::memory_order_release;

namespace {

SyncMemory syncMemoryIn(void* memory) { return SyncMemory(static_cast<std::byte*>(memory) + sizeof(SyncRingHeader)); }

// The last `count` of the list.
template <typename T>
std::vector<T> lastOf(const std::vector<T>& list, std::uint64_t count) {
    if (count > list.size()) throw std::invalid_argument("the wiring of a synchronised ring is too short");
    return {list.end() - static_cast<std::ptrdiff_t>(count), list.end()};
}

// Behind the wiring of the memory: the primitive's numbers, then how many of each there are, then the place.
constexpr std::size_t kTrailer = 4;

SyncWiring syncWiringOf(const EndWiring& wiring) {
    const std::vector<std::uint64_t> trailer = lastOf(wiring.numbers, kTrailer);
    const std::vector<std::uint64_t> tail = lastOf(wiring.numbers, kTrailer + trailer[2]);
    return {lastOf(wiring.descriptors, trailer[0]),
            lastOf(wiring.names, trailer[1]),
            {tail.begin(), tail.begin() + static_cast<std::ptrdiff_t>(trailer[2])}};
}

SyncParty partyOf(const EndWiring& wiring) {
    const auto place = static_cast<std::uint32_t>(lastOf(wiring.numbers, 1).front());
    return {place, place};
}

std::vector<UniqueFd> adoptAll(const std::vector<int>& descriptors) {
    std::vector<UniqueFd> fds;
    for (const int fd : descriptors) fds.push_back(adoptDescriptor(fd));
    return fds;
}

}  // namespace

std::uint64_t SyncRingHeader::depth(const RingShape& shape) const {
    const std::uint64_t taken = head.load(memory_order_acquire);
    const std::uint64_t put = tail.load(memory_order_acquire);
    return put < taken ? 0 : std::min(put - taken, shape.capacity);
}

const Primitive* primitiveOf(const RingShape& shape) {
    return shape.sync == 0 || shape.sync > allPrimitives().size() ? nullptr : allPrimitives()[shape.sync - 1];
}

unsigned syncNumberOf(std::string_view primitiveId) {
    const auto all = allPrimitives();
    const auto found = std::ranges::find(all, primitiveId, [](const Primitive* each) { return each->info().id; });
    return found == all.end() ? 0 : static_cast<unsigned>(found - all.begin()) + 1;
}

std::string syncRefusal(const std::string& primitiveId, const RingShape& shape, unsigned ends) {
    if (primitiveId.empty()) return {};
    const Primitive* primitive = findPrimitive(primitiveId);
    if (primitive == nullptr) {
        std::string known;
        for (const Primitive* each : allPrimitives()) {
            known.append(known.empty() ? "" : ", ").append(each->info().id);
        }
        const std::string what = say(Sentence::NoPrimitive, {{"quoted", '"' + primitiveId + '"'}});
        return say(Sentence::WithKnown, {{"what_why", what}, {"known", known}});
    }
    if (shape.capacity > primitive->info().mostCount) {
        return say(Sentence::PrimitiveCountsTo,
                   {{"count", shape.capacity}, {"primitive", primitiveId}, {"most", primitive->info().mostCount}});
    }
    if (ends > kMostSyncParties) {
        return say(Sentence::TooManySyncEnds, {{"count", ends}, {"most", kMostSyncParties}});
    }
    return {};
}

SyncRingObject::SyncRingObject(void* memory, const RingShape& shape, RunDirectory& names)
    : m_memory(memory),
      m_shape(shape),
      m_object(
          primitiveOf(shape)->create(syncMemoryIn(memory), {0, static_cast<std::uint32_t>(shape.capacity)}, names)) {}

void SyncRingObject::addTo(EndWiring& wiring, unsigned place) const {
    const SyncWiring sync = m_object->wiring();
    wiring.descriptors.insert(wiring.descriptors.end(), sync.descriptors.begin(), sync.descriptors.end());
    wiring.names.insert(wiring.names.end(), sync.names.begin(), sync.names.end());
    wiring.numbers.insert(wiring.numbers.end(), sync.numbers.begin(), sync.numbers.end());
    for (const std::size_t number : {sync.descriptors.size(), sync.names.size(), sync.numbers.size()}) {
        wiring.numbers.push_back(number);
    }
    wiring.numbers.push_back(place);
}

// Called after a death. Who waits looks up within a slice.
void SyncRingObject::wakeAll() {
    syncMemoryIn(m_memory).state().deaths.fetch_add(1, memory_order_release);
    m_object->partyDied();
}

Depth SyncRingObject::depth() const { return {header().depth(m_shape), m_shape.capacity, DepthUnit::Messages}; }

SyncRingEnd::SyncRingEnd(void* memory, const RingShape& shape, const EndWiring& wiring, const EndOptions& options)
    : m_header(*static_cast<SyncRingHeader*>(memory)),
      m_memory(syncMemoryIn(memory)),
      m_places(static_cast<std::byte*>(memory) + kSyncRingBytes),
      m_shape(shape),
      m_bytes(shape.placeBytes()),
      m_options(options),
      m_fds(adoptAll(syncWiringOf(wiring).descriptors)),
      m_sync(primitiveOf(shape)->open(m_memory, syncWiringOf(wiring), partyOf(wiring))),
      m_excludes(primitiveOf(shape)->info().excludes()) {}

void SyncRingEnd::yieldInTheRace(std::uint64_t index) const {
    if (!m_excludes && index % 8 == 0) ::sched_yield();
}

const Deadline& SyncRingEnd::deadlineOfCall() {
    if (!m_resumes) m_deadline = Deadline(nonBlocking() ? 0 : m_options.timeoutNs);
    m_resumes = false;
    return m_deadline;
}

template <typename Inside>
bool SyncRingEnd::locked(Inside inside, SyncStatus& status) {
    const Deadline deadline(nonBlocking() ? kLockPatienceNs : m_options.timeoutNs);
    status = m_sync->tryLock();
    if (status == SyncStatus::WouldBlock) status = m_sync->lock(deadline);
    // A dead holder left tail and head as they were or as they were to be: each is one store.
    if (status != SyncStatus::Done && status != SyncStatus::HolderDied) return false;
    inside();
    m_sync->unlock();
    return true;
}

SendStatus SyncRingSender::send(std::span<const std::byte> message, std::uint64_t& systemCalls) {
    if (message.size() > m_shape.maxMessageBytes) return SendStatus::TooLong;
    const std::uint64_t before = m_sync->systemCalls();
    const SendStatus status = sendWaiting(message);
    m_resumes = status == SendStatus::Interrupted;
    systemCalls += m_sync->systemCalls() - before;
    return status;
}

SendStatus SyncRingSender::put(std::span<const std::byte> message) {
    SendStatus result = SendStatus::WouldBlock;
    SyncStatus status = SyncStatus::Done;
    const bool got = locked(
        [&] {
            const std::uint64_t tail = m_header.tail.load(memory_order_acquire);
            // Signed: in a race the tail may fall behind the head, and the ring is then anything but full.
            const auto queued = static_cast<std::int64_t>(tail - m_header.head.load(memory_order_acquire));
            if (queued >= static_cast<std::int64_t>(m_shape.capacity)) return;
            std::memcpy(place(tail), message.data(), message.size());
            yieldInTheRace(tail);
            m_header.tail.store(tail + 1, memory_order_release);
            result = SendStatus::Sent;
        },
        status);
    if (got) return result;
    if (status == SyncStatus::Abandoned) return SendStatus::PeerClosed;
    if (status == SyncStatus::Interrupted) return SendStatus::Interrupted;
    return SendStatus::TimedOut;
}

// The place that was waited for is given back where the lock was not had: the message is sent by another call.
SendStatus SyncRingSender::sendWaiting(std::span<const std::byte> message) {
    const Deadline& deadline = deadlineOfCall();
    for (;;) {
        SyncStatus place = m_sync->tryWait(kFree);
        if (place != SyncStatus::Done && !nonBlocking()) place = m_sync->wait(kFree, Deadline(deadline.sliceNs()));
        if (place == SyncStatus::Done || someoneDied()) {
            const SendStatus status = put(message);
            if (status == SendStatus::Sent) m_sync->post(kItems);
            const bool unused = status != SendStatus::Sent && status != SendStatus::WouldBlock;
            if (unused && place == SyncStatus::Done) m_sync->post(kFree);
            if (status == SendStatus::TimedOut && nonBlocking()) return SendStatus::WouldBlock;
            if (status != SendStatus::WouldBlock) return status;
        }
        if (m_peers.receiversGone()) return SendStatus::PeerClosed;
        if (nonBlocking()) return SendStatus::WouldBlock;
        if (deadline.expired()) return SendStatus::TimedOut;
        if (place == SyncStatus::Interrupted) return SendStatus::Interrupted;
        if (!m_excludes) ::sched_yield();
    }
}

ReceiveResult SyncRingReceiver::receive(std::span<std::byte> buffer, std::uint64_t& systemCalls) {
    const std::uint64_t before = m_sync->systemCalls();
    const ReceiveResult result = receiveWaiting(buffer);
    m_resumes = result.status == ReceiveStatus::Interrupted;
    systemCalls += m_sync->systemCalls() - before;
    return result;
}

ReceiveResult SyncRingReceiver::take(std::span<std::byte> buffer) {
    ReceiveResult result{ReceiveStatus::WouldBlock};
    SyncStatus status = SyncStatus::Done;
    const bool got = locked(
        [&] {
            const std::uint64_t head = m_header.head.load(memory_order_acquire);
            if (static_cast<std::int64_t>(m_header.tail.load(memory_order_acquire) - head) <= 0) return;
            const std::byte* from = place(head);
            const std::uint64_t size = readHeader({from, kMinMessageBytes}).sizeBytes;
            const bool sound = size >= kMinMessageBytes && size <= m_shape.maxMessageBytes;
            const std::size_t fits = sound ? std::min<std::size_t>(size, buffer.size()) : 0;
            std::memcpy(buffer.data(), from, fits);
            result = {!sound        ? ReceiveStatus::Corrupt
                      : fits < size ? ReceiveStatus::Truncated
                                    : ReceiveStatus::Received,
                      fits};
            yieldInTheRace(head);
            m_header.head.store(head + 1, memory_order_release);
        },
        status);
    if (got) return result;
    if (status == SyncStatus::Abandoned) return {ReceiveStatus::PeerClosed};
    if (status == SyncStatus::Interrupted) return {ReceiveStatus::Interrupted};
    return {ReceiveStatus::TimedOut};
}

ReceiveResult SyncRingReceiver::receiveWaiting(std::span<std::byte> buffer) {
    const Deadline& deadline = deadlineOfCall();
    for (;;) {
        const bool gone = m_peers.sendersGone();  // before looking once more: what they sent last is there by now
        SyncStatus item = m_sync->tryWait(kItems);
        if (item != SyncStatus::Done && !nonBlocking() && !gone) {
            item = m_sync->wait(kItems, Deadline(deadline.sliceNs()));
        }
        if (item == SyncStatus::Done || gone || someoneDied()) {
            const ReceiveResult result = take(buffer);
            using enum ReceiveStatus;
            const bool took = result.status == Received || result.status == Truncated || result.status == Corrupt;
            if (took) m_sync->post(kFree);
            if (!took && result.status != WouldBlock && item == SyncStatus::Done) m_sync->post(kItems);
            if (result.status == TimedOut && nonBlocking()) return {WouldBlock};
            if (result.status != WouldBlock) return result;
        }
        if (gone) return {ReceiveStatus::PeerClosed};
        if (nonBlocking()) return {ReceiveStatus::WouldBlock};
        if (deadline.expired()) return {ReceiveStatus::TimedOut};
        if (item == SyncStatus::Interrupted) return {ReceiveStatus::Interrupted};
        if (!m_excludes) ::sched_yield();
    }
}

}  // namespace ipclab

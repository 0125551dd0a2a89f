#include "core/waiting.h"

#include <algorithm>
#include <cassert>

namespace ipclab {

using std::memory_order_acquire;
using std::memory_order_relaxed;
using std::memory_order_release;

namespace {

constexpr std::uint64_t kWaitsMask = 0xff;
constexpr std::uint64_t kOneWriting = kWaitsMask + 1;

// Odd while the list is being written, as in a seqlock.
bool isBeingWritten(std::uint64_t head) { return (head & kOneWriting) != 0; }

}  // namespace

void SharedWaits::write(std::span<const Waiting> any) {
    assert(any.size() > 1 && any.size() <= kWaitsMask);
    const std::uint64_t before = head.load(memory_order_relaxed) & ~kWaitsMask;
    assert(!isBeingWritten(before));
    head.store(before + kOneWriting, memory_order_relaxed);
    const std::size_t named = std::min(any.size(), kMostWaits);
    for (std::size_t i = 0; i < named; ++i) words[i].store(any[i].packed(), memory_order_release);
    head.store((before + 2 * kOneWriting) | any.size(), memory_order_release);
}

void SharedWaits::clear() { head.store(head.load(memory_order_relaxed) & ~kWaitsMask, memory_order_release); }

// A list that changes under the reader's eyes is that of a process that does not wait for long.
Waits readWaits(const std::atomic<std::uint64_t>& waiting, const SharedWaits& several) {
    const std::uint64_t before = several.head.load(memory_order_acquire);
    Waits waits{.one = Waiting::unpack(waiting.load(memory_order_acquire))};
    const std::size_t count = before & kWaitsMask;
    if (waits.one.reason == WaitReason::None) return waits;
    const std::size_t named = std::min(count, kMostWaits);
    for (std::size_t i = 0; i < named; ++i)
        waits.anyOf.push_back(Waiting::unpack(several.words[i].load(memory_order_acquire)));
    waits.more = count > named;
    const bool same = !isBeingWritten(before) && several.head.load(memory_order_relaxed) == before;
    return same ? waits : Waits{};
}

}  // namespace ipclab

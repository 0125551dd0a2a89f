// A shared object as one party's program sees it: its slot in the segment, and the primitive that synchronises it.
#pragma once

#include <memory>

#include "core/segment.h"
#include "programs/worker_plan.h"

namespace ipclab {

class SharedObject {
public:
    SharedObject(const Segment& segment, const SharedPlan& plan, std::uint32_t process);

    // Throws std::system_error.
    void open();
    void close() { m_sync.reset(); }

    [[nodiscard]] SharedSlot& slot() const { return m_slot; }
    [[nodiscard]] Sync& sync() const { return *m_sync; }
    // Among the segment's shared objects.
    [[nodiscard]] std::uint32_t index() const { return m_plan.slot; }
    [[nodiscard]] std::uint32_t place() const { return m_plan.place; }
    [[nodiscard]] std::uint32_t parties() const { return m_plan.parties; }
    [[nodiscard]] Nanoseconds windowNs() const { return m_plan.windowNs; }

    [[nodiscard]] bool isGone(std::uint32_t place) const {
        return (m_slot.gone.load(std::memory_order_acquire) >> place & 1) != 0;
    }
    // Somebody was killed: what a party that is gone has begun may be half done.
    [[nodiscard]] bool someoneDied() const { return m_slot.sync().deaths.load(std::memory_order_acquire) > 0; }
    [[nodiscard]] std::uint64_t rounds(std::uint32_t place) const {
        return m_slot.rounds[place].load(std::memory_order_acquire);
    }
    // Of this party: one more.
    void countRound() { m_slot.rounds[place()].store(rounds(place()) + 1, std::memory_order_release); }
    void waited(Nanoseconds waitedNs);

private:
    SharedSlot& m_slot;
    const SharedPlan& m_plan;
    std::uint32_t m_process;
    std::unique_ptr<Sync> m_sync;
};

}  // namespace ipclab

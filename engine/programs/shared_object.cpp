#include "programs/shared_object.h"

#include "core/error.h"
#include "sync/registry.h"

namespace ipclab {

static_assert(SyncMemory::bytesFor(kMostSharedParties) <= sizeof(SharedSlot::memory));
static_assert(kMostSharedParties <= kMostSyncParties);

SharedObject::SharedObject(const Segment& segment, const SharedPlan& plan, std::uint32_t process)
    : m_slot(segment.shared()[plan.slot]), m_plan(plan), m_process(process) {}

void SharedObject::open() {
    const Primitive* primitive = findPrimitive(m_plan.sync);
    if (primitive == nullptr) throwErrno(EINVAL, "primitive of synchronisation \"" + m_plan.sync + '"');
    m_sync = primitive->open(SyncMemory(m_slot.memory.data()), m_plan.wiring, {m_plan.place, m_process});
}

void SharedObject::waited(Nanoseconds waitedNs) {
    m_slot.waits.record(waitedNs);
    std::atomic<Nanoseconds>& sum = m_slot.waitedNs[place()];
    sum.store(sum.load(std::memory_order_relaxed) + waitedNs, std::memory_order_relaxed);
}

}  // namespace ipclab

#include "programs/disk_writes.h"

#include "core/error.h"

namespace ipclab {

DiskWrites::DiskWrites(WorkerContext& worker)
    : m_worker(worker), m_stepBytes(worker.parameters().stepBytes.value_or(4096)) {
    worker.tell(m_file.isOnDisk() ? "disk-file" : "memory-file",
                {{"file_system", m_file.fileSystem()}, {"step_bytes", m_stepBytes}});
}

bool DiskWrites::writeOnce() {
    m_worker.setWaiting(WaitReason::Disk);
    const int error = m_file.write(m_stepBytes);
    m_worker.setWaiting(WaitReason::None);
    if (error != 0) m_worker.tell("write-refused", {{"error", errorText(error)}});
    return error == 0;
}

}  // namespace ipclab

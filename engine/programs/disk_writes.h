// What the programs io-bound and mixed have in common: a turn of writing to a DiskFile, waited for as "disk".
#pragma once

#include "programs/disk_file.h"
#include "programs/worker_context.h"

namespace ipclab {

class DiskWrites {
public:
    // Tells where it writes to. Throws std::system_error.
    explicit DiskWrites(WorkerContext& worker);
    // False: the write failed, which is told.
    bool writeOnce();

private:
    WorkerContext& m_worker;
    DiskFile m_file;
    std::uint64_t m_stepBytes;
};

}  // namespace ipclab

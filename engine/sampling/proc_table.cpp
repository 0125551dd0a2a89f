#include "sampling/proc_table.h"

#include <unistd.h>

namespace ipclab {

void ProcTable::fill(ProcessSample& sample, const Reading& reading) {
    static const auto pageBytes = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    if (reading.stat) {
        sample.residentBytes = reading.stat->residentPages * pageBytes;
        sample.userNs = ticksToNs(reading.stat->userTicks);
        sample.systemNs = ticksToNs(reading.stat->systemTicks);
    }
    sample.account = reading.account;
    sample.openReadyNs = reading.openReadyNs;
}

}  // namespace ipclab

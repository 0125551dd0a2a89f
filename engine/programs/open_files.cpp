#include "programs/open_files.h"

#include <sys/resource.h>

#include "core/open_files.h"
#include "programs/worker_context.h"

namespace ipclab {

void raiseOpenFilesOf(const WorkerContext& worker) {
    rlimit before{}, now{};
    if (worker.plan().limits.openFiles || ::getrlimit(RLIMIT_NOFILE, &before) != 0) return;
    raiseOpenFiles();
    if (::getrlimit(RLIMIT_NOFILE, &now) != 0 || now.rlim_cur == before.rlim_cur) return;
    worker.tell("open-files-raised", {{"before", before.rlim_cur}, {"now", now.rlim_cur}});
}

}  // namespace ipclab

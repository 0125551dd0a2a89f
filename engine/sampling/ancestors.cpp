#include "sampling/ancestors.h"

#include "observe/process_reader.h"

namespace ipclab {

std::vector<Ancestor> ancestorsOf(pid_t pid) {
    std::vector<Ancestor> ancestors;
    constexpr std::size_t kDeepest = 64;
    while (pid > 0 && ancestors.size() < kDeepest) {
        const auto stat = ProcessReader(pid).stat();
        if (!stat) break;
        ancestors.push_back({pid, stat->name});
        pid = stat->parent;
    }
    return ancestors;
}

}  // namespace ipclab

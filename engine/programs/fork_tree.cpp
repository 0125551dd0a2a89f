#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "core/error.h"
#include "programs/descendants.h"
#include "programs/registry.h"

namespace ipclab {

namespace {

constexpr std::uint32_t kUsualForks = 3;

// What all of them count in: shared over fork, unlike everything else.
struct Tally {
    std::atomic<std::uint32_t> processes{1};
    std::atomic<std::int32_t> error{0};
};

class ForkTree : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "fork-tree",
            .name = TEXT("program", "Fork tree"),
            .summary =
                TEXT("program",
                     "Forks so many times in a row; every process made so goes on with the forks that are left, so "
                     "that n forks make 2^n processes. Each waits for its children."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"forks", "hold_s"},
            .endsByItself = true,
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        void* memory = ::mmap(nullptr, sizeof(Tally), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED) check(-1, "mmap");
        auto& tally = *new (memory) Tally;
        const std::uint32_t forks = worker.parameters().forks.value_or(kUsualForks);
        const Nanoseconds untilNs = monotonicNow() + worker.holdNs();
        const std::vector<pid_t> children = forkAll(worker, tally, forks, untilNs);
        worker.holdFor(std::max<Nanoseconds>(0, untilNs - monotonicNow()));
        for (const pid_t child : children) waitForChild(worker, child);
        worker.tell("tree-made", {{"forks", forks}, {"processes", tally.processes.load()}});
        if (const int error = tally.error.load(); error != 0) {
            worker.tell("fork-failed", {{"processes", tally.processes.load()}, {"error", errorText(error)}});
        }
        return 0;
    }

private:
    // The children of the caller; what they make themselves is theirs to wait for.
    static std::vector<pid_t> forkAll(WorkerContext& worker, Tally& tally, std::uint32_t forks, Nanoseconds untilNs) {
        std::vector<pid_t> children;
        for (; forks > 0; --forks) {
            const pid_t child = forkTied("fork-tree", [&] { return beChild(worker, tally, forks - 1, untilNs); });
            if (child < 0) {
                tally.error = errno;
                break;
            }
            children.push_back(child);
        }
        return children;
    }

    static int beChild(WorkerContext& worker, Tally& tally, std::uint32_t forks, Nanoseconds untilNs) {
        ++tally.processes;
        const std::vector<pid_t> children = forkAll(worker, tally, forks, untilNs);
        holdUntil(worker.segment(), untilNs);
        const DescendantWait saidSo(worker.segment(), WaitReason::Child);
        for (const pid_t child : children) ::waitpid(child, nullptr, 0);
        return 0;
    }
};

}  // namespace

const Program& forkTreeProgram() {
    static const ForkTree program;
    return program;
}

}  // namespace ipclab

#include <alloca.h>
#include <malloc.h>
#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "core/error.h"
#include "programs/registry.h"
#include "programs/self_view.h"
#include "programs/stack_overflow.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kUsualGrowthBytes = 32U << 20;
constexpr std::uint64_t kUsualGrowthStepBytes = 1U << 20;

void tellSections(WorkerContext& worker) {
    const Sections now = readSections();
    worker.tell("sections", {{"text_bytes", now.textBytes},
                             {"data_bytes", now.dataBytes},
                             {"heap_bytes", now.heapBytes},
                             {"stack_bytes", now.stackBytes},
                             {"mapped_bytes", now.mappedBytes},
                             {"resident_bytes", now.residentBytes}});
}

class Memory : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "memory",
            .name = TEXT("program", "Memory grower"),
            .summary =
                TEXT("program",
                     "Takes memory a step at a time, rate_per_s steps a second, and writes to every page of it: on the "
                     "heap, by recursion on the stack, or in mappings."),
            .sends = {0, 0},
            .receives = {0, 0},
            .usesRate = true,
            .parameters = {"area", "bytes", "step_bytes", "hold_s"},
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        Growth growth{worker, worker.parameters().bytes.value_or(kUsualGrowthBytes),
                      worker.parameters().stepBytes.value_or(kUsualGrowthStepBytes)};
        const MemoryArea area = worker.parameters().area.value_or(MemoryArea::Heap);
        tellSections(worker);
        if (area == MemoryArea::Heap) ::mallopt(M_MMAP_MAX, 0);  // malloc(3) by brk(2) alone, however much is asked for
        if (area == MemoryArea::Stack) {
            tellStackOverflow(worker.report(), growth.stepBytes);
            growOnStack(growth);
        } else {
            while (growth.goesOn() && takeStep(growth, area)) growth.countStep();
            rest(growth);
        }
        return 0;
    }

private:
    struct Growth {
        WorkerContext& worker;
        std::uint64_t bytes;
        std::uint64_t stepBytes;
        std::uint64_t taken = 0;

        bool goesOn() { return taken < bytes && worker.waitForTurn(); }
        void countStep() {
            taken += stepBytes;
            worker.countIteration();
        }
    };

    // What is full is left to be looked at: for hold_s, or until the run stops.
    static void rest(Growth& growth) {
        tellSections(growth.worker);
        while (growth.worker.holdFor(growth.worker.holdNs(kNsPerSecond)) && !growth.worker.parameters().holdNs) {
        }
    }

    static bool takeStep(Growth& growth, MemoryArea area) {
        void* memory = area == MemoryArea::Heap ? std::malloc(growth.stepBytes)
                                                : ::mmap(nullptr, growth.stepBytes, PROT_READ | PROT_WRITE,
                                                         MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == nullptr || memory == MAP_FAILED) {
            const std::string error = errorText(errno);
            growth.worker.tell("memory-refused", {{"bytes", growth.taken}, {"error", error}});
            return false;
        }
        std::memset(memory, 1, growth.stepBytes);  // kept until the process ends
        return true;
    }

    // A frame of a step's size for each step; rests in the deepest.
    [[gnu::noinline]] static void growOnStack(Growth& growth) {
        auto* frame = static_cast<volatile char*>(::alloca(growth.stepBytes));
        for (std::uint64_t at = growth.stepBytes; at > 0;) {
            at -= std::min(at, pageBytes());
            frame[at] = 1;
        }
        growth.countStep();
        if (growth.goesOn()) {
            growOnStack(growth);
        } else {
            rest(growth);
        }
        frame[0] = 0;  // the frame is used after the call, which therefore is no tail call
    }
};

}  // namespace

const Program& memoryProgram() {
    static const Memory program;
    return program;
}

}  // namespace ipclab

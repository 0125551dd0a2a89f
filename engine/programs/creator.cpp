#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <thread>

#include "core/error.h"
#include "core/pipe.h"
#include "core/unique_fd.h"
#include "programs/exec.h"
#include "programs/registry.h"
#include "programs/self_view.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kUsualCount = 200;
constexpr std::uint64_t kUsualParentBytes = 16U << 20;

// What making one child took: until it was there, and until it had ended and was waited for.
struct Cost {
    Nanoseconds madeNs = 0;
    Nanoseconds reapedNs = 0;
};

void reap(pid_t child) {
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
}

// Those that replace the program run one that ends at once.
struct EndingProgram {
    explicit EndingProgram(std::string executable) : path(std::move(executable)) {}
    std::string path;
    std::string mode{kEndAtOnce};
    std::array<char*, 3> argv{path.data(), mode.data(), nullptr};
};

template <typename Make>
Cost timed(Make make) {
    const Nanoseconds since = monotonicNow();
    const pid_t child = check(make(), "making a child");
    const Nanoseconds made = monotonicNow();
    reap(child);
    return {made - since, monotonicNow() - since};
}

Cost byFork() {
    return timed([] {
        const pid_t child = ::fork();
        if (child == 0) ::_exit(0);
        return child;
    });
}

Cost byVfork() {
    return timed([] {
        const pid_t child = ::vfork();
        if (child == 0) ::_exit(0);
        return child;
    });
}

Cost byThread() {
    const Nanoseconds since = monotonicNow();
    std::thread thread([] {});
    const Nanoseconds made = monotonicNow();
    thread.join();
    return {made - since, monotonicNow() - since};
}

// It is there once its program is: the pipe closes with the exec.
Cost byForkAndExec(const EndingProgram& program) {
    return timed([&] {
        Pipe pipe = makePipe();
        const pid_t child = ::fork();
        if (child == 0) {
            ::execv(program.path.c_str(), program.argv.data());
            ::_exit(127);
        }
        pipe.write.reset();
        char byte = 0;
        while (::read(pipe.read.get(), &byte, 1) < 0 && errno == EINTR) {
        }
        return child;
    });
}

Cost bySpawn(const EndingProgram& program) {
    return timed([&] {
        pid_t child = -1;
        errno = ::posix_spawn(&child, program.path.c_str(), nullptr, nullptr, program.argv.data(), environ);
        return errno == 0 ? child : -1;
    });
}

Nanoseconds median(std::vector<Cost>& costs, Nanoseconds Cost::*what) {
    const auto middle = costs.begin() + static_cast<std::ptrdiff_t>(costs.size() / 2);
    std::ranges::nth_element(costs, middle, {}, what);
    return (*middle).*what;
}

class Creator : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "creator",
            .name = TEXT("program", "Creator"),
            .summary = TEXT("program",
                            "Fills `bytes` of memory and makes `count` children by each method in turn: fork, vfork, a "
                            "thread, fork and exec, posix_spawn; tells what one costs."),
            .sends = {0, 0},
            .receives = {0, 0},
            .usesCount = true,
            .parameters = {"bytes"},
            .ways = {TEXT("word", "each"), TEXT("word", "fork"), TEXT("word", "vfork"), TEXT("word", "thread"),
                     TEXT("word", "fork-exec"), TEXT("word", "spawn")},
            .endsByItself = true,
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        const std::uint64_t bytes = worker.parameters().bytes.value_or(kUsualParentBytes);
        void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED) check(-1, "mmap");
        ::madvise(memory, bytes, MADV_NOHUGEPAGE);  // page tables as large as the memory asks for
        std::memset(memory, 1, bytes);
        const EndingProgram program(worker.plan().workerExecutable);
        measure(worker, "fork", byFork);
        measure(worker, "vfork", byVfork);
        measure(worker, TEXT("fact", "thread"), byThread);
        measure(worker, "fork-exec", [&] { return byForkAndExec(program); });
        measure(worker, "spawn", [&] { return bySpawn(program); });
        return 0;
    }

private:
    template <typename Make>
    static void measure(WorkerContext& worker, std::string_view method, Make make) {
        const std::string& way = worker.parameters().way;
        if (!way.empty() && way != "each" && way != method) return;
        const std::uint64_t count = worker.plan().count != 0 ? worker.plan().count : kUsualCount;
        std::vector<Cost> costs;
        while (costs.size() < count && worker.checkPoint()) {
            costs.push_back(make());
            worker.countIteration();
        }
        if (costs.empty()) return;
        worker.tell("created", {{"method", method},
                                {"median_ns", median(costs, &Cost::madeNs)},
                                {"reaped_ns", median(costs, &Cost::reapedNs)},
                                {"count", costs.size()},
                                {"resident_bytes", readSections().residentBytes}});
    }
};

}  // namespace

const Program& creatorProgram() {
    static const Creator program;
    return program;
}

}  // namespace ipclab

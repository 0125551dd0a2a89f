#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "core/error.h"
#include "programs/descendants.h"
#include "programs/registry.h"
#include "programs/self_view.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kUsualSharedBytes = 16U << 20;
constexpr std::uint64_t kUsualWrittenBytes = 4U << 20;
constexpr std::uint64_t kParentsValue = 100;
constexpr std::uint64_t kChildsValue = 200;

std::uint64_t wholePages(std::uint64_t bytes) { return (bytes + pageBytes() - 1) / pageBytes() * pageBytes(); }

// The memory all three have, each at the same address, and the word by which they take turns.
struct Scene {
    WorkerContext& worker;
    std::uint64_t bytes = 0;
    std::uint64_t stepBytes = 0;
    char* memory = nullptr;
    std::atomic<std::uint32_t>* done = nullptr;  // shared: how many of the children have done their part
    Nanoseconds untilNs = 0;

    [[nodiscard]] std::uint64_t value() const {
        std::uint64_t read = 0;
        std::memcpy(&read, memory, sizeof read);
        return read;
    }
    void setValue(std::uint64_t value) const { std::memcpy(memory, &value, sizeof value); }

    void tellValue(const char* who, const char* when) const {
        worker.tell("value", {{"who", who}, {"when", when}, {"address", addressText(memory)}, {"value", value()}});
    }
    void tellPages(const char* who, const char* when) const {
        const MappingUse use = readMapping(memory);
        worker.tell("pages", {{"who", who},
                              {"when", when},
                              {"private_pages", use.privateBytes / pageBytes()},
                              {"shared_pages", use.sharedBytes / pageBytes()},
                              {"page_bytes", pageBytes()}});
    }
};

// Between two pages nobody may touch, so that the kernel joins it with no neighbour, and in small pages, so that they
// can be counted.
char* mapAlone(std::uint64_t bytes) {
    const std::uint64_t page = pageBytes();
    void* whole = ::mmap(nullptr, bytes + 2 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (whole == MAP_FAILED) check(-1, "mmap of the memory to share");
    char* memory = static_cast<char*>(whole) + page;
    check(::mprotect(memory, bytes, PROT_READ | PROT_WRITE), "mprotect");
    ::madvise(memory, bytes, MADV_NOHUGEPAGE);
    return memory;
}

class ForkWrite : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "fork-write",
            .name = TEXT("program", "Fork, then write"),
            .summary =
                TEXT("program",
                     "Fills memory and forks two children: one writes to step_bytes of it, the other only reads. "
                     "Tells what each finds at the same address, and whose pages are shared and whose are copies."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"bytes", "step_bytes", "hold_s"},
            .endsByItself = true,
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        const Scene scene = prepare(worker);
        scene.tellValue(TEXT("fact", "parent"), TEXT("fact", "before the fork"));
        scene.tellPages(TEXT("fact", "parent"), TEXT("fact", "before the fork"));
        const pid_t reader = forkTied("reader", [&] { return read(scene); });
        const pid_t writer = forkTied("writer", [&] { return write(scene); });
        if (reader < 0 || writer < 0) {
            worker.tell("fork-failed", {{"processes", 1}, {"error", errorText(errno)}});
        } else {
            awaitBoth(scene);
            scene.tellValue(TEXT("fact", "parent"), TEXT("fact", "after the child's write"));
            scene.tellPages(TEXT("fact", "parent"), TEXT("fact", "after the child's write"));
        }
        for (const pid_t child : {reader, writer}) {
            if (child > 0) waitForChild(worker, child);
        }
        return 0;
    }

private:
    static Scene prepare(WorkerContext& worker) {
        Scene scene{worker};
        scene.bytes = wholePages(worker.parameters().bytes.value_or(kUsualSharedBytes));
        scene.stepBytes = std::min(wholePages(worker.parameters().stepBytes.value_or(kUsualWrittenBytes)), scene.bytes);
        scene.memory = mapAlone(scene.bytes);
        std::memset(scene.memory, 1, scene.bytes);
        scene.setValue(kParentsValue);
        void* word = ::mmap(nullptr, pageBytes(), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (word == MAP_FAILED) check(-1, "mmap");
        scene.done = new (word) std::atomic<std::uint32_t>(0);
        scene.untilNs = monotonicNow() + worker.holdNs();
        return scene;
    }

    static void passOn(const Scene& scene) {
        ++*scene.done;
        futexWakeAll(*scene.done);
    }

    // The second child looks when the first has: the order of the facts is the same in every run.
    static void await(const Scene& scene, std::uint32_t turn) {
        for (std::uint32_t seen = scene.done->load(); seen < turn; seen = scene.done->load()) {
            futexWait(*scene.done, seen);
        }
    }

    static int read(const Scene& scene) {
        for (std::uint64_t at = 0; at < scene.bytes; at += pageBytes()) {
            [[maybe_unused]] const char read = static_cast<const volatile char*>(scene.memory)[at];
        }
        scene.tellPages(TEXT("fact", "reader"), TEXT("fact", "after the fork"));
        passOn(scene);
        await(scene, 2);
        scene.tellPages(TEXT("fact", "reader"), TEXT("fact", "after the other child's write"));
        passOn(scene);
        holdUntil(scene.worker.segment(), scene.untilNs);
        return 0;
    }

    static int write(const Scene& scene) {
        await(scene, 1);
        scene.tellPages(TEXT("fact", "writer"), TEXT("fact", "after the fork"));
        const std::uint64_t before = readFaults().minor;
        for (std::uint64_t at = 0; at < scene.stepBytes; at += pageBytes()) scene.memory[at] = 2;
        const std::uint64_t faults = readFaults().minor - before;
        scene.setValue(kChildsValue);
        scene.worker.tell("written",
                          {{"who", TEXT("fact", "writer")}, {"bytes", scene.stepBytes}, {"page_faults", faults}});
        scene.tellValue(TEXT("fact", "writer"), TEXT("fact", "after its write"));
        scene.tellPages(TEXT("fact", "writer"), TEXT("fact", "after its write"));
        passOn(scene);
        holdUntil(scene.worker.segment(), scene.untilNs);
        return 0;
    }

    static void awaitBoth(const Scene& scene) {
        for (std::uint32_t seen = scene.done->load(); seen < 3 && !scene.worker.isStopping();
             seen = scene.done->load()) {
            futexWait(*scene.done, seen, kNsPerSecond / 10);
        }
    }
};

}  // namespace

const Program& forkWriteProgram() {
    static const ForkWrite program;
    return program;
}

}  // namespace ipclab

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "core/error.h"
#include "programs/disk_file.h"
#include "programs/registry.h"
#include "programs/self_view.h"
#include "programs/worker_context.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kUsualPagedBytes = 8U << 20;
constexpr const char* kPageOutCall = "madvise(MADV_PAGEOUT)";

std::uint64_t swapBytes() {
    std::ifstream file("/proc/meminfo");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("SwapTotal:")) return std::stoull(line.substr(10)) * 1024;
    }
    return 0;
}

void* mapAnonymous(std::uint64_t bytes) {
    void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) check(-1, "mmap");
    return memory;
}

// Clean pages of a file: they need no swap to go, the file has them.
void* mapFile(const DiskFile& file, std::uint64_t bytes) {
    const std::vector<char> block(1U << 20, 'x');
    for (std::uint64_t at = 0; at < bytes; at += block.size()) {
        check(::pwrite(file.fd(), block.data(), std::min<std::uint64_t>(block.size(), bytes - at),
                       static_cast<off_t>(at)),
              "write of the file to map");
    }
    check(::fsync(file.fd()), "fsync of the file to map");
    void* memory = ::mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, file.fd(), 0);
    if (memory == MAP_FAILED) check(-1, "mmap of the file");
    ::madvise(memory, bytes, MADV_RANDOM);  // no reading ahead: a page a fault
    return memory;
}

class PageOut : public Program {
public:
    const ProgramInfo& info() const override {
        static const ProgramInfo info{
            .id = "page-out",
            .name = TEXT("program", "Page out"),
            .summary =
                TEXT("program",
                     "Fills memory, asks the kernel to page it out, and touches it again after hold_s. Anonymous "
                     "memory needs swap to go to; where there is none, pages of a file are pushed out instead."),
            .sends = {0, 0},
            .receives = {0, 0},
            .parameters = {"bytes", "hold_s"},
            .ways = {TEXT("word", "either"), TEXT("word", "anonymous"), TEXT("word", "file")},
            .endsByItself = true,
            .tells = true};
        return info;
    }

    int run(WorkerContext& worker) const override {
        if (!worker.waitStartDelay()) return 0;
        const std::string& way = worker.parameters().way;
        const std::uint64_t bytes = worker.parameters().bytes.value_or(kUsualPagedBytes);
        if (way != "file" && pushOut(worker, mapAnonymous(bytes), bytes, true)) return 0;
        if (way == "anonymous" || worker.isStopping()) return 0;
        const DiskFile file;
        pushOut(worker, mapFile(file, bytes), bytes, false);
        return 0;
    }

private:
    // False: nothing has gone, which is told.
    static bool pushOut(WorkerContext& worker, void* memory, std::uint64_t bytes, bool anonymous) {
        if (anonymous) {
            std::memset(memory, 1, bytes);
        } else {
            touch(worker, memory, bytes);
        }
        const std::uint64_t filled = readMapping(memory).residentBytes;
        worker.tell("memory-filled", {{"bytes", bytes},
                                      {"memory", anonymous ? TEXT("fact", "anonymous memory")
                                                           : TEXT("fact", "a private mapping of a file")},
                                      {"resident_bytes", filled},
                                      {"major_faults", readFaults().major}});
        if (!worker.holdFor(worker.holdNs() / 2)) return true;
        if (::madvise(memory, bytes, MADV_PAGEOUT) != 0) {
            worker.tell("page-out-refused", {{"call", kPageOutCall}, {"error", errorText(errno)}});
            return false;
        }
        const std::uint64_t left = readMapping(memory).residentBytes;
        if (left >= filled) {
            worker.tell("nothing-went-out",
                        {{"call", kPageOutCall}, {"resident_bytes", left}, {"swap_bytes", swapBytes()}});
            return false;
        }
        worker.tell("paged-out", {{"call", kPageOutCall}, {"resident_bytes", left}});
        if (!worker.holdFor(worker.holdNs())) return true;
        touch(worker, memory, bytes);
        worker.tell("paged-in",
                    {{"resident_bytes", readMapping(memory).residentBytes}, {"major_faults", readFaults().major}});
        worker.holdFor(worker.holdNs() / 2);
        return true;
    }

    static void touch(WorkerContext& worker, const void* memory, std::uint64_t bytes) {
        worker.setWaiting(WaitReason::Disk);
        for (std::uint64_t at = 0; at < bytes; at += pageBytes()) {
            [[maybe_unused]] const char read = static_cast<const volatile char*>(memory)[at];
        }
        worker.setWaiting(WaitReason::None);
    }
};

}  // namespace

const Program& pageOutProgram() {
    static const PageOut program;
    return program;
}

}  // namespace ipclab

#include "observe/process_costs.h"

#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>

#include "core/error.h"
#include "core/unique_fd.h"
#include "observe/proc_text.h"
#include "observe/process_reader.h"

extern char** environ;

namespace ipclab {

namespace {

constexpr unsigned kWarmUps = 3;
constexpr unsigned kTripsOfBatch = 500;

// Touched pages of the caller, given back at the end.
class Resident {
public:
    explicit Resident(std::uint64_t bytes) : m_bytes(bytes) {
        m_memory = ::mmap(nullptr, m_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (m_memory == MAP_FAILED) throwErrno(errno, "mmap of " + std::to_string(bytes) + " bytes");
        // Small pages, as most memory of most programs: a huge one is copied as one entry.
        ::madvise(m_memory, m_bytes, MADV_NOHUGEPAGE);
        const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
        for (std::uint64_t at = 0; at < m_bytes; at += page) static_cast<volatile char*>(m_memory)[at] = 1;
    }
    ~Resident() { ::munmap(m_memory, m_bytes); }
    Resident(const Resident&) = delete;
    Resident& operator=(const Resident&) = delete;

private:
    void* m_memory = nullptr;
    std::uint64_t m_bytes;
};

void reap(pid_t child, const char* what) {
    check(child, what);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) throwErrno(errno, "waitpid");
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throwErrno(ECHILD, std::string(what) + ": the child did not end as it should");
}

void* doNothing(void*) { return nullptr; }

void createThread() {
    pthread_t thread{};
    if (const int error = ::pthread_create(&thread, nullptr, doNothing, nullptr)) throwErrno(error, "pthread_create");
    ::pthread_join(thread, nullptr);
}

void create(CreationMethod method, const CostOptions& options) {
    const char* program = options.program.c_str();
    std::array<char*, 3> arguments{const_cast<char*>(program), const_cast<char*>(options.argument.c_str()), nullptr};
    pid_t child = 0;
    switch (method) {
        case CreationMethod::Thread:
            return createThread();
        case CreationMethod::Fork:
        case CreationMethod::ForkExec:
            child = ::fork();
            if (child != 0) return reap(child, "fork");
            if (method == CreationMethod::ForkExec) ::execv(program, arguments.data());
            ::_exit(method == CreationMethod::ForkExec ? 127 : 0);
        case CreationMethod::Vfork:
        case CreationMethod::VforkExec:
            child = ::vfork();
            if (child != 0) return reap(child, "vfork");
            if (method == CreationMethod::VforkExec) ::execv(program, arguments.data());
            ::_exit(method == CreationMethod::VforkExec ? 127 : 0);
        case CreationMethod::Spawn:
            if (const int error = ::posix_spawn(&child, program, nullptr, nullptr, arguments.data(), environ))
                throwErrno(error, "posix_spawn");
            return reap(child, "posix_spawn");
    }
}

Nanoseconds timed(CreationMethod method, const CostOptions& options) {
    const Nanoseconds begin = monotonicNow();
    create(method, options);
    return monotonicNow() - begin;
}

std::uint64_t residentNow() {
    const auto stat = ProcessReader(::getpid()).stat();
    return stat ? stat->residentPages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) : 0;
}

std::uint64_t availableBytes() {
    const auto text = readFile("/proc/meminfo");
    std::string_view rest = text ? std::string_view(*text) : std::string_view();
    while (!rest.empty()) {
        std::string_view line = nextLine(rest);
        if (!line.starts_with("MemAvailable:")) continue;
        line.remove_prefix(std::string_view("MemAvailable:").size());
        return parseInteger<std::uint64_t>(nextWord(line)).value_or(0) * 1024;
    }
    return 0;
}

void measureSize(const CostOptions& options, std::uint64_t bytes,
                 const std::function<void(const CreationCost&)>& tell) {
    const Resident memory(bytes);
    std::vector<CreationCost> rows;
    for (const CreationMethod method : kCreationMethods) {
        CreationCost& row = rows.emplace_back();
        row.method = method;
        row.residentBytes = residentNow();
        if (startsProgram(method) && options.program.empty()) row.skipped = "no program was given to start";
    }
    for (unsigned i = 0; i < kWarmUps + options.repeats; ++i) {
        for (CreationCost& row : rows) {
            if (!row.skipped.empty()) continue;
            const Nanoseconds took = timed(row.method, options);
            if (i >= kWarmUps) row.samples.push_back(took);
        }
    }
    for (const CreationCost& row : rows) tell(row);
}

void pinTo(int cpu) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(cpu, &set);
    check(::sched_setaffinity(0, sizeof set, &set), "sched_setaffinity");
}

struct Pipe {
    UniqueFd read, write;
    Pipe() {
        std::array<int, 2> fds{};
        check(::pipe2(fds.data(), O_CLOEXEC), "pipe2");
        read.reset(fds[0]);
        write.reset(fds[1]);
    }
    void put() const {
        const char byte = 1;
        while (::write(write.get(), &byte, 1) != 1) {
            if (errno != EINTR) throwErrno(errno, "write");
        }
    }
    // False: the other side is gone.
    [[nodiscard]] bool take() const {
        char byte = 0;
        ssize_t got = 0;
        while ((got = ::read(read.get(), &byte, 1)) < 0) {
            if (errno != EINTR) throwErrno(errno, "read");
        }
        return got == 1;
    }
};

// The other side: gives back whatever comes.
struct Echo {
    Pipe* there;
    Pipe* back;
    int cpu;
    static void* run(void* self) {
        const Echo& echo = *static_cast<Echo*>(self);
        pinTo(echo.cpu);
        while (echo.there->take()) echo.back->put();
        return nullptr;
    }
};

Nanoseconds batchOf(const Pipe& out, const Pipe& in) {
    const Nanoseconds begin = monotonicNow();
    for (unsigned i = 0; i < kTripsOfBatch; ++i) {
        out.put();
        if (!in.take()) throwErrno(EPIPE, "the other side has gone");
    }
    return (monotonicNow() - begin) / kTripsOfBatch;
}

// The same four calls, without anybody else.
Nanoseconds batchAlone(const Pipe& pipe) {
    const Nanoseconds begin = monotonicNow();
    for (unsigned i = 0; i < 2 * kTripsOfBatch; ++i) {
        pipe.put();
        if (!pipe.take()) throwErrno(EPIPE, "the pipe has gone");
    }
    return (monotonicNow() - begin) / kTripsOfBatch;
}

void measureBatches(unsigned repeats, const Pipe& there, const Pipe& back, SwitchCost& row) {
    const Pipe own;
    for (unsigned i = 0; i < kWarmUps + repeats; ++i) {
        const Nanoseconds trip = batchOf(there, back), calls = batchAlone(own);
        if (i < kWarmUps) continue;
        row.roundTrips.push_back(trip);
        row.calls.push_back(calls);
    }
}

void measureBetweenThreads(unsigned repeats, int cpu, SwitchCost& row) {
    Pipe there, back;
    Echo echo{&there, &back, cpu};
    pthread_t thread{};
    if (const int error = ::pthread_create(&thread, nullptr, Echo::run, &echo)) throwErrno(error, "pthread_create");
    try {
        measureBatches(repeats, there, back, row);
    } catch (...) {
        there.write.reset();
        ::pthread_join(thread, nullptr);
        throw;
    }
    there.write.reset();
    ::pthread_join(thread, nullptr);
}

void measureBetweenProcesses(unsigned repeats, int cpu, SwitchCost& row) {
    Pipe there, back;
    const pid_t child = check(::fork(), "fork");
    if (child == 0) {
        there.write.reset();
        back.read.reset();
        Echo echo{&there, &back, cpu};
        try {
            Echo::run(&echo);
        } catch (...) {
            ::_exit(1);
        }
        ::_exit(0);
    }
    there.read.reset();
    back.write.reset();
    try {
        measureBatches(repeats, there, back, row);
    } catch (...) {
        there.write.reset();
        ::waitpid(child, nullptr, 0);
        throw;
    }
    there.write.reset();
    reap(child, "the other process");
}

std::vector<int> allowedCpus() {
    cpu_set_t set;
    CPU_ZERO(&set);
    check(::sched_getaffinity(0, sizeof set, &set), "sched_getaffinity");
    std::vector<int> cpus;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (CPU_ISSET(cpu, &set)) cpus.push_back(cpu);
    }
    return cpus;
}

// The parent has about so many bytes in memory.
void measureCreation(std::uint64_t bytes, const CostOptions& options,
                     const std::function<void(const CreationCost&)>& tell) {
    if (availableBytes() >= 4 * bytes) return measureSize(options, bytes, tell);
    for (const CreationMethod method : kCreationMethods) {
        tell({.method = method,
              .residentBytes = bytes,
              .samples = {},
              .skipped = "less than four times as much memory is free"});
    }
}

SwitchCost measureSwitch(SwitchPlace place, bool threads, unsigned repeats) {
    const std::vector<int> cpus = allowedCpus();
    SwitchCost row;
    row.threads = threads;
    row.place = place;
    if (place == SwitchPlace::OtherCore && cpus.size() < 2) {
        row.skipped = "this process may use one core only";
        return row;
    }
    pinTo(cpus.front());
    const int other = place == SwitchPlace::SameCore ? cpus.front() : cpus[1];
    (threads ? measureBetweenThreads : measureBetweenProcesses)(repeats, other, row);
    return row;
}

}  // namespace

std::string_view id(CreationMethod method) {
    constexpr std::array<std::string_view, 6> kIds{"thread", "vfork", "fork", "fork-exec", "vfork-exec", "spawn"};
    return kIds[static_cast<std::size_t>(method)];
}

bool startsProgram(CreationMethod method) {
    return method == CreationMethod::ForkExec || method == CreationMethod::VforkExec || method == CreationMethod::Spawn;
}

void measureCosts(std::size_t group, const CostOptions& options,
                  const std::function<void(const CreationCost&)>& tellCreation,
                  const std::function<void(const SwitchCost&)>& tellSwitch) {
    assert(group < kCostGroups);
    if (group < kCostResidentBytes.size()) return measureCreation(kCostResidentBytes[group], options, tellCreation);
    const std::size_t kind = group - kCostResidentBytes.size();
    tellSwitch(
        measureSwitch(kind < 2 ? SwitchPlace::SameCore : SwitchPlace::OtherCore, kind % 2 == 1, options.repeats));
}

}  // namespace ipclab

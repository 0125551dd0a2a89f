#include "programs/self_view.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <time.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "core/unique_fd.h"

namespace ipclab {

namespace {

struct Mapping {
    std::uint64_t from = 0, to = 0;
    std::string permissions, path;

    [[nodiscard]] std::uint64_t bytes() const { return to - from; }
    [[nodiscard]] bool may(char what) const { return permissions.find(what) != permissions.npos; }
};

// The first line of a mapping in maps and smaps; false: it is another line.
bool parseMapping(const std::string& line, Mapping& into) {
    std::array<char, 8> permissions{};
    int pathAt = 0;
    if (std::sscanf(line.c_str(), "%lx-%lx %7s %*x %*s %*u %n", &into.from, &into.to, permissions.data(), &pathAt) <
        3) {
        return false;
    }
    into.permissions = permissions.data();
    into.path = line.substr(static_cast<std::size_t>(pathAt));
    return true;
}

std::string executablePath() {
    std::array<char, 4096> path{};
    const ssize_t length = ::readlink("/proc/self/exe", path.data(), path.size() - 1);
    return length > 0 ? std::string(path.data(), static_cast<std::size_t>(length)) : std::string();
}

std::uint64_t residentBytes() {
    std::ifstream file("/proc/self/statm");
    std::uint64_t total = 0, resident = 0;
    file >> total >> resident;
    return resident * pageBytes();
}

void count(const Mapping& mapping, bool behindData, const std::string& program, Sections& into) {
    ++into.mappings;
    if (mapping.path == "[heap]") {
        into.heapBytes += mapping.bytes();
    } else if (mapping.path == "[stack]") {
        into.stackBytes += mapping.bytes();
        into.stackEnd = mapping.to;
    } else if (mapping.path == program) {
        if (mapping.may('x')) into.textBytes += mapping.bytes();
        if (mapping.may('w')) into.dataBytes += mapping.bytes();
    } else if (mapping.path.empty() && mapping.may('w')) {
        (behindData ? into.dataBytes : into.mappedBytes) += mapping.bytes();
    }
}

std::uint64_t privateBytesOf(const std::string& process) {
    std::ifstream file("/proc/" + process + "/smaps_rollup");
    std::uint64_t kibibytes = 0, sum = 0;
    for (std::string line; std::getline(file, line);) {
        if (std::sscanf(line.c_str(), "Private_%*[^:]: %lu", &kibibytes) == 1) sum += kibibytes << 10;
    }
    return sum;
}

}  // namespace

std::uint64_t privateBytes(bool withChildren) {
    std::uint64_t sum = privateBytesOf("self");
    if (!withChildren) return sum;
    std::ifstream children("/proc/thread-self/children");
    for (std::string child; children >> child;) sum += privateBytesOf(child);
    return sum;
}

Nanoseconds cpuTimeNs(bool withChildren) {
    const auto timeOf = [](clockid_t clock) {
        timespec time{};
        return ::clock_gettime(clock, &time) == 0 ? time.tv_sec * kNsPerSecond + time.tv_nsec : Nanoseconds{0};
    };
    Nanoseconds sum = timeOf(CLOCK_PROCESS_CPUTIME_ID);
    if (!withChildren) return sum;
    std::ifstream children("/proc/thread-self/children");
    for (pid_t child = 0; children >> child;) {
        clockid_t clock{};
        if (::clock_getcpuclockid(child, &clock) == 0) sum += timeOf(clock);
    }
    return sum;
}

Sections readSections() {
    Sections sections;
    const std::string program = executablePath();
    std::ifstream maps("/proc/self/maps");
    std::uint64_t dataEnd = 0;
    for (std::string line; std::getline(maps, line);) {
        Mapping mapping;
        if (!parseMapping(line, mapping)) continue;
        count(mapping, mapping.from == dataEnd, program, sections);
        if (mapping.path == program) dataEnd = mapping.to;
    }
    sections.residentBytes = residentBytes();
    return sections;
}

MappingUse readMapping(const void* address) {
    const auto wanted = reinterpret_cast<std::uint64_t>(address);
    MappingUse use;
    std::ifstream smaps("/proc/self/smaps");
    bool inside = false;
    for (std::string line; std::getline(smaps, line);) {
        Mapping mapping;
        if (parseMapping(line, mapping)) {
            if (inside) break;
            inside = mapping.from <= wanted && wanted < mapping.to;
            continue;
        }
        std::istringstream words(line);
        std::string name;
        std::uint64_t kib = 0;
        if (!inside || !(words >> name >> kib)) continue;
        if (name == "Rss:") use.residentBytes += kib * 1024;
        if (name == "Private_Clean:" || name == "Private_Dirty:") use.privateBytes += kib * 1024;
        if (name == "Shared_Clean:" || name == "Shared_Dirty:") use.sharedBytes += kib * 1024;
    }
    return use;
}

std::optional<ProcessView> viewProcess(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string text;
    if (!std::getline(file, text)) return std::nullopt;
    const std::size_t name = text.rfind(')');  // which may hold anything itself
    ProcessView view;
    if (name == text.npos || std::sscanf(text.c_str() + name + 1, " %c %d", &view.state, &view.parent) != 2) {
        return std::nullopt;
    }
    return view;
}

Faults readFaults() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return {static_cast<std::uint64_t>(usage.ru_minflt), static_cast<std::uint64_t>(usage.ru_majflt)};
}

std::string executableName() {
    const std::string path = executablePath();
    return path.substr(path.rfind('/') + 1);
}

std::optional<std::uint64_t> frameOf(const void* address) {
    constexpr std::uint64_t kPresent = 1ULL << 63, kFrameBits = (1ULL << 55) - 1;
    const UniqueFd file(::open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC));
    const std::uint64_t page = reinterpret_cast<std::uint64_t>(address) / pageBytes();
    std::uint64_t entry = 0;
    const auto at = static_cast<off_t>(page * sizeof entry);
    if (!file || ::pread(file.get(), &entry, sizeof entry, at) != sizeof entry) return std::nullopt;
    const std::uint64_t frame = entry & kFrameBits;
    return (entry & kPresent) != 0 && frame != 0 ? std::optional(frame) : std::nullopt;
}

std::uint64_t pageBytes() { return static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)); }

}  // namespace ipclab

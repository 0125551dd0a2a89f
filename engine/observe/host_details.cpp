#include "observe/host_details.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>

#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>
#endif

#include "observe/proc_text.h"

namespace ipclab {

namespace {

struct NamedResource {
    const char* name;
    __rlimit_resource resource;
};

constexpr std::array kResources = std::to_array<NamedResource>({{"RLIMIT_NOFILE", RLIMIT_NOFILE},
                                                                {"RLIMIT_NPROC", RLIMIT_NPROC},
                                                                {"RLIMIT_MEMLOCK", RLIMIT_MEMLOCK},
                                                                {"RLIMIT_MSGQUEUE", RLIMIT_MSGQUEUE},
                                                                {"RLIMIT_SIGPENDING", RLIMIT_SIGPENDING},
                                                                {"RLIMIT_STACK", RLIMIT_STACK},
                                                                {"RLIMIT_NICE", RLIMIT_NICE},
                                                                {"RLIMIT_RTPRIO", RLIMIT_RTPRIO}});

constexpr std::array kSysctlNames = std::to_array<const char*>(
    {"fs.file-max", "fs.pipe-max-size", "fs.pipe-user-pages-soft", "fs.mqueue.msg_max", "fs.mqueue.msgsize_max",
     "fs.mqueue.queues_max", "kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.shmmax", "kernel.shmall",
     "kernel.shmmni", "kernel.sem", "kernel.pid_max", "kernel.threads-max", "net.core.rmem_max", "net.core.wmem_max",
     "net.core.somaxconn", "net.unix.max_dgram_qlen"});

std::string limitText(rlim_t limit) { return limit == RLIM_INFINITY ? "unlimited" : std::to_string(limit); }

// kernel.sem holds four numbers with tabs between them.
std::string oneLine(std::string_view text) {
    std::string words;
    for (std::string_view word = nextWord(text); !word.empty(); word = nextWord(text))
        words += (words.empty() ? "" : " ") + std::string(word);
    return words;
}

void addUnique(std::string& list, const std::string& word) {
    if (word.empty() || (", " + list + ", ").find(", " + word + ", ") != std::string::npos) return;
    list += (list.empty() ? "" : ", ") + word;
}

void keepLowest(std::optional<std::uint64_t>& kept, const std::optional<std::uint64_t>& value) {
    if (value) kept = std::min(kept.value_or(*value), *value);
}

void keepHighest(std::optional<std::uint64_t>& kept, const std::optional<std::uint64_t>& value) {
    if (value) kept = std::max(kept.value_or(*value), *value);
}

#if defined(__x86_64__) || defined(__i386__)
// Hypervisors answer this leaf, which no CPU has, with twelve letters.
std::string hypervisorSignature() {
    constexpr unsigned kFeatures = 1, kHypervisorLeaf = 0x40000000, kHypervisorBit = 1U << 31U;
    std::array<unsigned, 4> r{};
    if (__get_cpuid(kFeatures, &r[0], &r[1], &r[2], &r[3]) == 0 || (r[2] & kHypervisorBit) == 0) return {};
    __cpuid(kHypervisorLeaf, r[0], r[1], r[2], r[3]);
    std::array<char, 13> letters{};
    std::memcpy(letters.data(), &r[1], 12);
    return std::string(trimmed(letters.data()));
}
#else
std::string hypervisorSignature() { return readLine("/sys/hypervisor/type").value_or(""); }
#endif

}  // namespace

CpuFrequencies readFrequencies(const std::string& cpuFolder, const std::vector<int>& cpus) {
    CpuFrequencies all;
    for (const int cpu : cpus) {
        const std::string folder = cpuFolder + "/cpu" + std::to_string(cpu) + "/cpufreq/";
        const auto read = [&](const char* name) {
            return parseInteger<std::uint64_t>(trimmed(readLine(folder + name).value_or("")));
        };
        const auto current = read("scaling_cur_freq");
        keepLowest(all.currentLowKhz, current);
        keepHighest(all.currentHighKhz, current);
        keepLowest(all.minKhz, read("scaling_min_freq"));
        keepHighest(all.maxKhz, read("scaling_max_freq"));
        addUnique(all.governor, std::string(trimmed(readLine(folder + "scaling_governor").value_or(""))));
    }
    return all;
}

std::vector<Mitigation> readMitigations(const std::string& folder) {
    std::vector<Mitigation> all;
    std::error_code error;
    for (const auto& file : std::filesystem::directory_iterator(folder, error)) {
        if (const auto state = readLine(file.path().string()))
            all.push_back({file.path().filename().string(), std::string(trimmed(*state))});
    }
    std::ranges::sort(all, {}, &Mitigation::name);
    return all;
}

std::vector<HostLimit> readHostLimits() {
    std::vector<HostLimit> all;
    for (const NamedResource& each : kResources) {
        rlimit limit{};
        const bool told = ::getrlimit(each.resource, &limit) == 0;
        all.push_back({each.name, told ? limitText(limit.rlim_cur) : ""});
    }
    for (const char* name : kSysctlNames) {
        std::string path = name;
        std::ranges::replace(path, '.', '/');
        all.push_back({name, oneLine(readLine("/proc/sys/" + path).value_or(""))});
    }
    return all;
}

std::string hypervisorName() {
    struct Known {
        std::string_view signature, name;
    };
    constexpr std::array kKnown = std::to_array<Known>({{"KVMKVMKVM", "KVM"},
                                                        {"Linux KVM Hv", "KVM"},
                                                        {"Microsoft Hv", "Hyper-V"},
                                                        {"VMwareVMware", "VMware"},
                                                        {"XenVMMXenVMM", "Xen"},
                                                        {"TCGTCGTCGTCG", "QEMU"},
                                                        {"VBoxVBoxVBox", "VirtualBox"},
                                                        {"bhyve bhyve", "bhyve"},
                                                        {"prl hyperv", "Parallels"},
                                                        {"lrpepyh vr", "Parallels"}});
    const std::string signature = hypervisorSignature();
    const auto known = std::ranges::find(kKnown, std::string_view(signature), &Known::signature);
    return known == kKnown.end() ? signature : std::string(known->name);
}

// Where a container's manager tells its guests.
std::string containerName() {
    if (const auto told = readLine("/run/systemd/container"); told && !trimmed(*told).empty())
        return std::string(trimmed(*told));
    if (::access("/.dockerenv", F_OK) == 0) return "docker";
    if (::access("/run/.containerenv", F_OK) == 0) return "podman";
    return {};
}

}  // namespace ipclab

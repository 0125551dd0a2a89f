#include "observe/process_details.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <linux/sched/types.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>

#include "observe/account_names.h"
#include "observe/proc_text.h"
#include "observe/process_folder.h"

namespace ipclab {
namespace {

// An address space of tens of thousands of mappings is read up to here, and says so.
constexpr std::size_t kMostSmapsBytes = 24U << 20;
constexpr long kMqueueMagic = 0x19800202;  // of mqueue's file system; the headers for programs do not have it

Nanoseconds threadCpuTime() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * kNsPerSecond + now.tv_nsec;
}

Reading<std::string> line(Reading<std::string> text) {
    if (text) text.value = std::string(trimmed(*text.value));
    return text;
}

Reading<int> number(const Reading<std::string>& text) {
    if (!text) return {{}, text.reason};
    return told(parseInteger<int>(trimmed(*text)));
}

// The kernel's function, "" where it sleeps in none.
Reading<std::string> waitChannelOf(const ProcessFolder& folder, const std::string& below = {}) {
    Reading<std::string> channel = line(folder.text(below + "wchan"));
    if (channel && *channel == "0") channel.value->clear();
    return channel;
}

Reading<SchedulingDetails> schedulingOf(pid_t pid) {
    sched_attr attributes{};
    if (::syscall(SYS_sched_getattr, pid, &attributes, sizeof attributes, 0) != 0) return {{}, reasonOf(errno)};
    SchedulingDetails details;
    details.policy = attributes.sched_policy;
    details.nice = attributes.sched_nice;
    details.realTimePriority = attributes.sched_priority;
    details.resetOnFork = (attributes.sched_flags & 1) != 0;  // SCHED_FLAG_RESET_ON_FORK
    details.sliceNs = static_cast<Nanoseconds>(attributes.sched_runtime);
    return {details, {}};
}

Reading<std::vector<Namespace>> namespacesOf(const ProcessFolder& folder) {
    std::vector<Namespace> found;
    std::string reason;
    for (const char* name : {"cgroup", "ipc", "mnt", "net", "pid", "time", "user", "uts"}) {
        const Reading<std::string> target = folder.link(std::string("ns/") + name);
        if (target) found.push_back({name, inodeOfTarget(*target)});
        if (!target) reason = target.reason;
    }
    if (found.empty()) return {{}, std::move(reason)};
    return {std::move(found), {}};
}

// The unified hierarchy's line ("0::/…") where it says something, else all of them.
Reading<std::string> cgroupOf(const ProcessFolder& folder) {
    Reading<std::string> text = line(folder.text("cgroup"));
    if (!text) return text;
    std::string_view rest = *text.value;
    while (!rest.empty()) {
        const std::string_view entry = nextLine(rest);
        if (entry.starts_with("0::") && entry.size() > 4) return {std::string(entry.substr(3)), {}};
    }
    if (*text == "0::/") return {"/", {}};
    return text;
}

Reading<std::uint64_t> bootTime() {
    const auto text = readFile("/proc/stat");
    if (!text) return {{}, reasonOf(errno)};
    std::string_view rest = *text;
    while (!rest.empty()) {
        std::string_view entry = nextLine(rest);
        if (nextWord(entry) == "btime") return told(parseInteger<std::uint64_t>(nextWord(entry)));
    }
    return {{}, reasonOf(ENOENT)};
}

void readNames(ProcessDetails& details) {
    if (!details.status) return;
    for (const std::uint32_t id : details.status->userIds) details.userNames[id] = userName(id);
    for (const std::uint32_t id : details.status->groupIds) details.groupNames[id] = groupName(id);
    for (const std::uint32_t id : details.status->groups) details.groupNames[id] = groupName(id);
}

void readControlBlock(const ProcessFolder& folder, ProcessDetails& details) {
    details.stat = folder.parsed("stat", parsePidStat);
    details.status = folder.parsed("status", parseStatusDetails);
    readNames(details);
    details.sched = folder.parsed("schedstat", parseSchedStat);
    details.io = folder.parsed("io", parsePidIo);
    details.call = folder.parsed("syscall", parseCurrentCall);
    details.scheduling = schedulingOf(details.pid);
    details.waitChannel = waitChannelOf(folder);
    details.executable = folder.link("exe");
    details.workingDirectory = folder.link("cwd");
    details.cgroup = cgroupOf(folder);
    details.oomScore = number(folder.text("oom_score"));
    details.oomAdjustment = number(folder.text("oom_score_adj"));
    details.namespaces = namespacesOf(folder);
    details.limits = folder.parsed("limits", parseLimits);
    const Reading<std::string> command = folder.text("cmdline");
    details.commandLine.reason = command.reason;
    if (command) details.commandLine.value = splitAtNul(*command);
    details.bootSeconds = bootTime();
}

ThreadDetails threadOf(const ProcessFolder& folder, pid_t tid, std::vector<StackPointer>& stacks, bool isMain) {
    const std::string below = "task/" + std::to_string(tid) + "/";
    ThreadDetails thread;
    thread.tid = tid;
    thread.stat = folder.parsed(below + "stat", parsePidStat);
    thread.sched = folder.parsed(below + "schedstat", parseSchedStat);
    thread.status = folder.parsed(below + "status", parsePidStatus);
    thread.waitChannel = waitChannelOf(folder, below).value.value_or("");
    const Reading<CurrentCall> call = folder.parsed(below + "syscall", parseCurrentCall);
    if (call && !call->running) thread.call = call->text();
    if (!isMain) stacks.push_back({tid, call ? call->stackPointer : 0});
    return thread;
}

void readThreads(const ProcessFolder& folder, ProcessDetails& details, std::vector<StackPointer>& stacks) {
    const Reading<std::vector<int>> tids = folder.numbers("task");
    details.threads.reason = tids.reason;
    if (!tids) return;
    details.threadCount = tids->size();
    details.threads.value.emplace();
    for (const int tid : *tids) {
        if (details.threads->size() == kMostThreadsRead) break;
        ThreadDetails thread = threadOf(folder, tid, stacks, tid == details.pid);
        if (thread.stat) details.threads.value->push_back(std::move(thread));  // else it has ended just now
    }
}

void readMemory(const ProcessFolder& folder, ProcessDetails& details, const std::vector<StackPointer>& stacks) {
    const Reading<std::string> text = folder.text("smaps", kMostSmapsBytes);
    details.memory.reason = text.reason;
    if (!text) return;
    if (text->empty()) {
        details.memory.reason = "it has no address space: a zombie or a kernel thread";
        return;
    }
    auto mappings = parseSmaps(*text);
    if (!mappings) {
        details.memory.reason = reasonOf(EINVAL);
        return;
    }
    details.memory.value = classify(std::move(*mappings), details.executable.value.value_or(""), stacks);
    details.memory.value->truncated = text->size() >= kMostSmapsBytes;
}

SocketNames socketsOf(const ProcessFolder& folder) {
    SocketNames names;
    addUnixSockets(folder.text("net/unix").value.value_or(""), names);
    for (const char* version : {"", "6"}) {
        addInternetSockets(folder.text(std::string("net/tcp") + version).value.value_or(""), "TCP", names);
        addInternetSockets(folder.text(std::string("net/udp") + version).value.value_or(""), "UDP", names);
    }
    return names;
}

// A message queue and a directory look like files by their path alone. Only what is surely local is asked about: stat
// of a file on a server that has gone would not come back.
DescriptorKind kindOf(const ProcessFolder& folder, const std::string& link, const std::string& target) {
    const DescriptorKind kind = kindOfTarget(target);
    if (kind != DescriptorKind::File || target.find('/', 1) != std::string::npos) return kind;
    const UniqueFd fd(::openat(folder.fd(), link.c_str(), O_PATH | O_CLOEXEC));
    struct statfs system {};
    struct stat file {};
    if (!fd || ::fstatfs(fd.get(), &system) != 0 || ::fstat(fd.get(), &file) != 0) return kind;
    if (system.f_type == kMqueueMagic) return DescriptorKind::MessageQueue;
    return S_ISDIR(file.st_mode) ? DescriptorKind::Directory : kind;
}

void readDescriptors(const ProcessFolder& folder, ProcessDetails& details) {
    const Reading<std::vector<int>> numbers = folder.numbers("fd");
    details.descriptors.reason = numbers.reason;
    if (!numbers) return;
    details.descriptorCount = numbers->size();
    std::vector<Descriptor>& found = details.descriptors.value.emplace();
    std::optional<SocketNames> sockets;
    for (const int fd : *numbers) {
        if (found.size() == kMostDescriptorsRead) break;
        const std::string link = "fd/" + std::to_string(fd);
        const Reading<std::string> target = folder.link(link);
        if (!target) continue;  // closed just now
        Descriptor descriptor{fd, kindOf(folder, link, *target), *target, {}, {}};
        descriptor.info = folder.parsed("fdinfo/" + std::to_string(fd), parseFdInfo);
        if (descriptor.info) descriptor.detail = descriptor.info->detail;
        if (descriptor.kind == DescriptorKind::Socket) {
            if (!sockets) sockets = socketsOf(folder);
            const auto name = sockets->find(inodeOfTarget(*target));
            if (name != sockets->end()) descriptor.detail = name->second;
        }
        found.push_back(std::move(descriptor));
    }
}

}  // namespace

ProcessDetails readDetails(pid_t pid) {
    const Nanoseconds begun = threadCpuTime();
    ProcessDetails details;
    details.pid = pid;
    details.takenNs = monotonicNow();
    const ProcessFolder folder(pid);
    std::vector<StackPointer> stacks;
    readControlBlock(folder, details);
    readThreads(folder, details, stacks);
    readMemory(folder, details, stacks);
    readDescriptors(folder, details);
    details.gone = !folder.exists() || !details.stat;
    details.costNs = threadCpuTime() - begun;
    return details;
}

}  // namespace ipclab

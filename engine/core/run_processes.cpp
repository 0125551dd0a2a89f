#include "core/run_processes.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <memory>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "core/run_directory.h"
#include "core/unique_fd.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kFreezeNs = kNsPerSecond;  // then they are killed as they are
constexpr int kQuickLooks = 32;
constexpr Nanoseconds kFirstPauseNs = 1'000'000;
constexpr Nanoseconds kLongestPauseNs = 20'000'000;

using Folder = std::unique_ptr<DIR, decltype([](DIR* folder) { ::closedir(folder); })>;

template <typename Action>
void forEachPid(Action action) {
    const Folder proc(::opendir("/proc"));
    if (!proc) return;
    while (const dirent* entry = ::readdir(proc.get())) {
        const char* name = entry->d_name;
        const char* end = name + std::strlen(name);
        pid_t pid = 0;
        const auto parsed = std::from_chars(name, end, pid);
        if (parsed.ec == std::errc{} && parsed.ptr == end) action(pid);
    }
}

std::string readFile(const char* path) {
    const UniqueFd fd(::open(path, O_RDONLY | O_CLOEXEC));
    std::string text;
    std::array<char, 4096> piece{};
    for (ssize_t length = 1; fd && length > 0;) {
        length = ::read(fd.get(), piece.data(), piece.size());
        if (length > 0) text.append(piece.data(), static_cast<std::size_t>(length));
    }
    return text;
}

bool hasToken(pid_t pid, const std::string& needle) {
    std::array<char, 40> path{};
    std::snprintf(path.data(), path.size(), "/proc/%d/environ", pid);
    return ('\0' + readFile(path.data())).find(needle) != std::string::npos;
}

// False: it is not there any more, or is another one by now.
bool sendSignal(pid_t pid, std::uint64_t start, int signal) {
    const UniqueFd fd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    if (!fd) return false;
    const auto entry = readProcessEntry(pid);
    if (!entry || entry->start != start) return false;
    return ::syscall(SYS_pidfd_send_signal, fd.get(), signal, nullptr, 0) == 0;
}

}  // namespace

std::optional<ProcessEntry> readProcessEntry(pid_t pid) {
    std::array<char, 40> path{};
    std::snprintf(path.data(), path.size(), "/proc/%d/stat", pid);
    const UniqueFd fd(::open(path.data(), O_RDONLY | O_CLOEXEC));
    if (!fd) return std::nullopt;
    std::array<char, 1024> text{};
    const ssize_t length = ::read(fd.get(), text.data(), text.size() - 1);
    if (length <= 0) return std::nullopt;
    // The command may hold anything, a parenthesis too: what follows begins behind the last one.
    const char* rest = std::strrchr(text.data(), ')');
    if (rest == nullptr) return std::nullopt;
    ProcessEntry entry;
    entry.pid = pid;
    unsigned long long threads = 0, start = 0;
    const int read =
        std::sscanf(rest + 1, " %c %d %d %d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %llu %*d %llu",
                    &entry.state, &entry.parent, &entry.group, &entry.session, &threads, &start);
    entry.threads = threads;
    entry.start = start;
    return read == 6 ? std::optional(entry) : std::nullopt;
}

// An environment is read last, and only of those who are not known otherwise: the reader waits while its process is in
// the middle of a fork, and one among thousands that multiply may stay there for long.
std::vector<ProcessEntry> RunProcesses::all(bool byEnvironment) const {
    std::vector<ProcessEntry> everybody, found;
    std::unordered_map<pid_t, std::vector<std::size_t>> children;
    std::set<pid_t> members{::getpid()};
    members.insert(m_marks.parents.begin(), m_marks.parents.end());
    const auto take = [&](const ProcessEntry& entry) {
        if (members.insert(entry.pid).second) found.push_back(entry);
    };
    const auto takeChildrenOf = [&](pid_t parent) {
        for (const std::size_t child : children[parent]) take(everybody[child]);
    };
    forEachPid([&](pid_t pid) {
        if (const auto entry = readProcessEntry(pid)) {
            children[entry->parent].push_back(everybody.size());
            everybody.push_back(*entry);
        }
    });
    for (const ProcessEntry& entry : everybody) {
        const bool inSession = m_marks.session != 0 && entry.session == m_marks.session;
        if (inSession || std::ranges::find(m_marks.others, entry.pid) != m_marks.others.end()) take(entry);
    }
    for (const pid_t parent : m_marks.parents) takeChildrenOf(parent);
    std::size_t looked = 0;
    const auto takeDescendants = [&] {
        for (; looked < found.size(); ++looked) takeChildrenOf(found[looked].pid);
    };
    takeDescendants();
    if (!byEnvironment || m_marks.token.empty()) return found;
    const std::string needle = '\0' + std::string(kRunVariable) + '=' + m_marks.token + '\0';
    for (const ProcessEntry& entry : everybody) {
        if (!entry.hasEnded() && !members.contains(entry.pid) && hasToken(entry.pid, needle)) take(entry);
    }
    takeDescendants();
    return found;
}

// A group is stopped whole where its leader is of the run, so that it is the run's own.
unsigned RunProcesses::stop(const std::vector<ProcessEntry>& found) {
    std::set<pid_t> groups;
    std::vector<ProcessEntry> fresh;
    for (const ProcessEntry& entry : found) {
        const auto known = m_stopped.find(entry.pid);
        if (entry.hasEnded() || (known != m_stopped.end() && known->second == entry.start)) continue;
        m_stopped[entry.pid] = entry.start;
        fresh.push_back(entry);
    }
    for (const ProcessEntry& entry : fresh) {
        const bool ownGroup = entry.group != ::getpgrp() && m_stopped.contains(entry.group);
        if (ownGroup && groups.insert(entry.group).second) ::kill(-entry.group, SIGSTOP);
        sendSignal(entry.pid, entry.start, SIGSTOP);
    }
    return static_cast<unsigned>(fresh.size());
}

bool RunProcesses::isOf(const ProcessEntry& entry) const {
    return (m_marks.session != 0 && entry.session == m_marks.session) || m_stopped.contains(entry.parent) ||
           m_stopped.contains(entry.group) || std::ranges::find(m_marks.parents, entry.parent) != m_marks.parents.end();
}

// A look has to take less time than a fork: nobody is read twice. A stopped process keeps its number.
std::vector<ProcessEntry> RunProcesses::newcomers() {
    std::vector<ProcessEntry> found, open;
    forEachPid([&](pid_t pid) {
        if (m_stopped.contains(pid) || m_foreign.contains(pid) || pid == ::getpid()) return;
        const bool isParent = std::ranges::find(m_marks.parents, pid) != m_marks.parents.end();
        if (isParent) return;
        if (const auto entry = readProcessEntry(pid)) (isOf(*entry) ? found : open).push_back(*entry);
    });
    for (std::size_t i = 0; i < found.size();
         ++i) {  // numbers begin anew at the end: a child may come before its parent
        const auto isChild = [&](const ProcessEntry& entry) { return entry.parent == found[i].pid; };
        std::vector<ProcessEntry> children;
        std::ranges::copy_if(open, std::back_inserter(children), isChild);
        std::erase_if(open, isChild);
        found.insert(found.end(), children.begin(), children.end());
    }
    for (const ProcessEntry& entry : open) m_foreign.insert(entry.pid);
    return found;
}

// Nobody else waits for these: their numbers are theirs until the caller has. Nothing where the kernel has no list.
unsigned RunProcesses::stopOwnChildren() {
    const std::string self = std::to_string(::getpid());
    std::istringstream children(readFile(("/proc/self/task/" + self + "/children").c_str()));
    unsigned stopped = 0;
    for (pid_t pid = 0; children >> pid;) {
        if (m_stopped.contains(pid)) continue;
        ::kill(pid, SIGSTOP);
        const auto entry = readProcessEntry(pid);
        if (!entry || entry->hasEnded()) continue;
        m_stopped[pid] = entry->start;
        ++stopped;
    }
    return stopped;
}

void RunProcesses::freeze(Nanoseconds deadlineNs, const std::function<void()>& between) {
    const Nanoseconds untilNs = std::min(deadlineNs, monotonicNow() + kFreezeNs);
    const bool isParent = std::ranges::find(m_marks.parents, ::getpid()) != m_marks.parents.end();
    m_foreign.clear();
    for (unsigned quiet = 0; quiet < 2 && monotonicNow() < untilNs;) {
        unsigned stopped = 0;
        for (int look = 0; isParent && look < kQuickLooks; ++look) stopped += stopOwnChildren();
        stopped += stop(newcomers());
        quiet = stopped == 0 ? quiet + 1 : 0;
        if (between) between();
    }
}

void RunProcesses::kill() {
    for (const auto& [pid, start] : m_stopped) {
        if (sendSignal(pid, start, SIGKILL)) m_killed.emplace(pid, start);
    }
}

RunProcesses::Ended RunProcesses::endAll(Nanoseconds deadlineNs, Ways ways) {
    const std::size_t before = m_killed.size();
    for (Nanoseconds pauseNs = kFirstPauseNs;; pauseNs = std::min(2 * pauseNs, kLongestPauseNs)) {
        if (ways.between) ways.between();
        std::vector<ProcessEntry> found = all(true);
        std::erase_if(found, [](const ProcessEntry& entry) { return entry.hasEnded(); });
        if (found.empty() || monotonicNow() > deadlineNs)
            return {static_cast<unsigned>(m_killed.size() - before), static_cast<unsigned>(found.size())};
        const auto killAtOnce = std::exchange(ways.killAtOnce, {});
        if (killAtOnce && killAtOnce()) {
            for (const ProcessEntry& entry : found) m_killed.emplace(entry.pid, entry.start);
        } else {
            m_stopped.clear();
            stop(found);
            freeze(deadlineNs, ways.between);
            kill();
        }
        if (ways.between) ways.between();
        const timespec pause{0, pauseNs};  // to die takes time on a core
        ::nanosleep(&pause, nullptr);
    }
}

std::uint64_t tasksOfUser(uid_t user) {
    std::uint64_t tasks = 0;
    forEachPid([&](pid_t pid) {
        struct stat info {};
        std::array<char, 40> path{};
        std::snprintf(path.data(), path.size(), "/proc/%d", pid);
        if (::stat(path.data(), &info) != 0 || info.st_uid != user) return;
        if (const auto entry = readProcessEntry(pid)) tasks += entry->threads;
    });
    return tasks;
}

unsigned killProcessesOfRun(std::string_view token) {
    RunProcesses processes({.token = std::string(token)});
    return processes.endAll(monotonicNow() + 2 * kNsPerSecond, {}).killed;
}

}  // namespace ipclab

#include "core/control_group.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

#include "core/clock.h"
#include "core/unique_fd.h"

namespace ipclab {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kNamePrefix = "ipclab-";
constexpr Nanoseconds kEmptyWaitNs = 2 * kNsPerSecond;

std::string lineWith(const fs::path& path, std::string_view start) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with(start)) return line;
    }
    return {};
}

bool isGroupFolder(const fs::path& path) {
    struct statfs info {};
    return ::statfs(path.c_str(), &info) == 0 && info.f_type == CGROUP2_SUPER_MAGIC;
}

fs::path mountOfGroups() {
    for (const char* path : {"/sys/fs/cgroup", "/sys/fs/cgroup/unified"}) {  // the second beside version 1
        if (isGroupFolder(path)) return path;
    }
    return {};
}

// Without a slash at its end.
fs::path ownGroup(const fs::path& mount) {
    const std::string line = lineWith("/proc/self/cgroup", "0::/");
    const std::string path = line.size() > 4 ? line.substr(4) : "";
    return path.empty() ? mount : mount / path;
}

bool writeTo(const fs::path& file, const std::string& text) {
    const UniqueFd fd(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
    return fd && ::write(fd.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

bool hasController(const fs::path& group, const std::string& name) {
    const std::string enabled = ' ' + lineWith(group / "cgroup.subtree_control", "") + ' ';
    return enabled.find(' ' + name + ' ') != std::string::npos;
}

bool mayUse(const fs::path& group) {
    return ::access(group.c_str(), W_OK | X_OK) == 0 && ::access((group / "cgroup.procs").c_str(), W_OK) == 0;
}

bool isRunsGroup(const fs::path& path) {
    return path.is_absolute() && path.lexically_normal() == path && path.filename().string().starts_with(kNamePrefix) &&
           isGroupFolder(path);
}

}  // namespace

GroupPlace findGroupPlace() {
    GroupPlace place;
    const fs::path mount = mountOfGroups();
    if (mount.empty()) {
        place.problem = "this system has no control groups of version 2";
        return place;
    }
    // The first one that bounds, going up; else the first at all.
    for (fs::path group = ownGroup(mount);; group = group.parent_path()) {
        const bool bounds = hasController(group, "pids");
        if (mayUse(group) && (place.parent.empty() || bounds)) {
            place = {group, bounds, hasController(group, "memory"), {}};
            if (bounds) break;
        }
        if (group == mount || !group.has_relative_path()) break;
    }
    if (place.parent.empty()) {
        place.problem = "this session does not delegate a control group (systemd-run --user --scope -p Delegate=yes)";
    } else if (!place.processes || !place.memory) {
        place.problem = std::string("the group ends all of the run at once, but its controllers for ") +
                        (place.processes ? "memory are"
                         : place.memory  ? "processes are"
                                         : "processes and memory are") +
                        " not enabled there";
    }
    return place;
}

ControlGroup::ControlGroup(const GroupPlace& place, const std::string& token,
                           const std::function<void(const std::string&)>& note) {
    if (place.parent.empty()) return;
    const fs::path path = place.parent / (std::string(kNamePrefix) + token);
    note(path);
    if (::mkdir(path.c_str(), 0700) == 0) m_path = path;
}

void ControlGroup::limit(std::uint64_t tasks, std::uint64_t memoryBytes) const {
    if (m_path.empty()) return;
    writeTo(m_path / "pids.max", std::to_string(tasks));
    writeTo(m_path / "memory.max", std::to_string(memoryBytes));
}

bool ControlGroup::add(pid_t pid) const { return writeTo(m_path / "cgroup.procs", std::to_string(pid)); }

bool ControlGroup::killAll() const { return !m_path.empty() && writeTo(m_path / "cgroup.kill", "1"); }

std::uint64_t ControlGroup::memoryKills() const {
    const std::string line = m_path.empty() ? "" : lineWith(m_path / "memory.events", "oom_kill ");
    return line.empty() ? 0 : std::stoull(line.substr(9));
}

bool removeGroup(const fs::path& path) {
    if (!isRunsGroup(path)) return false;
    const Nanoseconds untilNs = monotonicNow() + kEmptyWaitNs;
    while (::rmdir(path.c_str()) != 0) {
        if (errno != EBUSY || monotonicNow() > untilNs) return false;
        writeTo(path / "cgroup.kill", "1");
        ::poll(nullptr, 0, 1);
    }
    return true;
}

}  // namespace ipclab
